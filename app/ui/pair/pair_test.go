package pair

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/layout/ghost/ghosttest"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is the pairs of the shop, with "b", which is paired with "a", on the board.
type rig struct {
	*Pairs
	*testing.T
	app    fyne.App
	ed     *editor.Editor
	desk   *ask.Desk
	turned int
}

func newRig(t *testing.T, p journey.Project) *rig {
	t.Helper()
	r := &rig{T: t, app: test.NewTempApp(t)}
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1000, 800))
	en := func() *words.Table { return words.In("en") }
	r.desk = ask.NewDesk(w.Canvas(), en, func() {})
	ids := journeytest.IDs()
	r.ed = editor.New(edit.NewDocument(p, func() journey.ID { return "new-" + ids() }), editor.Options{
		Words: en(), Arrange: func(_ journey.Project, _ journey.ID, done func(*scene.Scene)) { done(nil) }})
	r.Pairs = r.pairs()
	for _, a := range r.Actions() {
		r.ed.Add(a)
	}
	r.ed.ShowMap("b")
	return r
}

func (r *rig) pairs() *Pairs {
	return New(Options{
		Editor: r.ed, Words: func() *words.Table { return words.In("en") }, Open: func() bool { return true },
		Today: func() string { return "2026-11-22" }, Prefs: r.app.Preferences(), Turned: func() { r.turned++ },
		Ask: func(q ask.Question) *ask.Dialog { return r.desk.Show(q) },
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			_, err := r.ed.Document().Do(l, f)
			return err
		},
	})
}

func (r *rig) run(id editor.ActionID) {
	r.Helper()
	if err := r.ed.Run(id); err != nil {
		r.Fatal(err)
	}
}

func (r *rig) m(id journey.ID) journey.Map {
	m, _ := r.project().Maps.Get(id)
	return m
}

func (r *rig) undo() {
	r.Helper()
	r.run("edit.undo")
}

func TestOverlayIsRememberedByMap(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	a := r.ed.Action("pair.overlay")
	if a.On() || r.Over(r.project(), "b") != nil {
		t.Error("the other map is seen, and nobody asked for it")
	}
	r.run("pair.overlay")
	if !a.On() || r.turned != 1 || r.Over(r.project(), "b") == nil {
		t.Error("the other map is not seen")
	}
	if again := r.pairs(); !again.IsOver("b") || again.IsOver("a") {
		t.Error("it is not remembered")
	}
	r.ed.ShowMap("a")
	if a.Enabled() || a.On() || r.Over(r.project(), "a") != nil {
		t.Error("a map that is paired with none shows another")
	}
	r.ed.ShowMap("b")
	r.run("pair.overlay")
	if a.On() || r.pairs().IsOver("b") || r.Over(r.project(), "b") != nil {
		t.Error("it is still seen")
	}
	for i := range 300 {
		r.SetOver(journey.ID(rune('A'+i)), true)
	}
	if n := len(r.app.Preferences().StringList(prefOver)); n != mostKept {
		t.Errorf("%d maps are remembered", n)
	}
}

func TestRingHasNoOverlay(t *testing.T) {
	p := ghosttest.Shop()
	m, _ := p.Maps.Get("b")
	m.Form = journey.FormRing
	if newRig(t, p.With(m)).ed.Action("pair.overlay").Enabled() {
		t.Error("a ring offers what it does not draw")
	}
}

func TestToBe(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	r.ed.ShowMap("a")
	r.run("pair.toBe")
	id := r.ed.MapID()
	m := r.m(id)
	if m.Title != "Having a bicycle mended (to-be)" || m.Type != journey.FutureState || m.PairID != "a" || !r.IsOver(id) {
		t.Errorf("shown is %+v", m)
	}
	if got := Told(r.project(), id, words.In("en")); got != "compared with “Having a bicycle mended” as it is" {
		t.Errorf("told: %q", got)
	}
	r.undo()
	if r.project().Maps.Has(id) || r.project().Maps.Len() != 2 {
		t.Error("one undo did not take it back")
	}
}

func TestSnapshot(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	r.ed.ShowMap("a")
	r.run("pair.snapshot")
	if r.ed.MapID() != "a" {
		t.Error("the map itself is left")
	}
	kept := r.m(r.m("a").PairID)
	if kept.Title != "Having a bicycle mended (22 November 2026)" || kept.Date != "2026-11-22" {
		t.Errorf("kept is %+v", kept)
	}
	r.undo()
	if r.m("a").PairID != "" || r.project().Maps.Len() != 2 {
		t.Error("one undo did not take it back")
	}
}

func TestChoose(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	r.ed.ShowMap("a")
	r.run("pair.choose")
	d := r.desk.Top()
	if d == nil || d.Title != "What is “Having a bicycle mended” compared with?" || len(d.Answers) != 3 {
		t.Fatalf("asked: %+v", d)
	}
	find(t, d.Body, "what happened").Tapped(nil)
	d.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if m := r.m("b"); m.PairID != "a" || m.PairRole != journey.PairPlanned || !r.IsOver("b") || r.m("a").PairID != "" {
		t.Errorf("paired: %+v", m) // the other map says what happened
	}
	r.undo()
	if r.m("b").PairRole != journey.PairAsIs {
		t.Error("one undo did not take it back")
	}
	r.ed.ShowMap("b")
	r.run("pair.choose")
	d = r.desk.Top()
	i := slices.IndexFunc(d.Answers, func(a ask.Answer) bool { return a.Danger })
	if i < 0 {
		t.Fatal("the pair cannot be ended")
	}
	d.Close(d.Answers[i].Run)
	if r.m("b").PairID != "" {
		t.Error("it is paired still")
	}
	r.Choose("a", journey.PairPlanned)
	if m := r.m("b"); m.PairID != "a" || m.PairRole != journey.PairPlanned {
		t.Errorf("paired: %+v", m)
	}
	if got := Told(r.project(), "b", words.In("en")); got != "compared with “Having a bicycle mended” as planned" {
		t.Errorf("told: %q", got)
	}
	if got := Told(r.project(), "a", words.In("id")); got != "kenyataannya: “Having a bicycle mended, next spring”" {
		t.Errorf("told: %q", got)
	}
}

// find returns the button of that text in an object.
func find(t *testing.T, o fyne.CanvasObject, text string) *look.Button {
	t.Helper()
	var found *look.Button
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *look.Button:
			if o.Text == text {
				found = o
			}
		case *fyne.Container:
			for _, inner := range o.Objects {
				walk(inner)
			}
		}
	}
	if walk(o); found == nil {
		t.Fatalf("there is no %q", text)
	}
	return found
}

// TestChooseAlone: a project of one map offers to make another.
func TestChooseAlone(t *testing.T) {
	r := newRig(t, journey.FromRecords([]journey.Record{journey.Map{ID: "only", Title: "Only"}}))
	r.run("pair.choose")
	if d := r.desk.Top(); d == nil || len(d.Answers) != 1 {
		t.Fatalf("asked: %+v", d)
	}
	if got := Told(r.project(), "only", words.In("en")); got != "" {
		t.Errorf("told: %q", got)
	}
}
