package compare

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/pair"
	"jejak/assets/words"
	"jejak/canvas/layout/ghost/ghosttest"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is the comparison of the shop, with "b", which is paired with "a", on the board.
type rig struct {
	*Comparison
	*testing.T
	ed     *editor.Editor
	win    fyne.Window
	on     bool
	gone   []journey.Ref
	failed string
	files  map[string]journey.Project
	calls  chan func()
}

func newRig(t *testing.T, p journey.Project) *rig {
	t.Helper()
	r := &rig{T: t, calls: make(chan func(), 64), files: map[string]journey.Project{}}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	r.win = test.NewTempWindow(t, nil)
	r.win.Resize(fyne.NewSize(1200, 800))
	en := words.In("en")
	table := func() *words.Table { return en }
	ids := journeytest.IDs()
	r.ed = editor.New(edit.NewDocument(p, func() journey.ID { return "new-" + ids() }), editor.Options{
		Words: en, Arrange: func(_ journey.Project, _ journey.ID, done func(*scene.Scene)) { done(nil) }})
	desk := ask.NewDesk(r.win.Canvas(), table, func() {})
	run := func(id editor.ActionID) { _ = r.ed.Run(id) } // what is not enabled does nothing
	pairs := pair.New(pair.Options{
		Editor: r.ed, Words: table, Open: func() bool { return true }, Today: func() string { return "2026-11-22" },
		Prefs: app.Preferences(), Turned: func() {}, Ask: func(q ask.Question) *ask.Dialog { return desk.Show(q) },
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			_, err := r.ed.Document().Do(l, f)
			return err
		},
	})
	faces := text.NewLibrary(text.WithoutSystemFonts())
	r.Comparison = New(Options{
		Editor: r.ed, Pairs: pairs, Canvas: r.win.Canvas(), Words: table, Faces: func() text.Measurer { return faces },
		Do: func(f func()) { r.calls <- f }, Open: func() bool { return true }, Today: func() string { return "2026-11-22" },
		Run: run, GoTo: func(ref journey.Ref) { r.gone = append(r.gone, ref) }, Turn: r.turn, Shown: func() bool { return r.on },
		Pick: func(then func(string)) { then("/tmp/spring.jejak") },
		Read: func(path string) (journey.Project, error) {
			p, ok := r.files[path]
			if !ok {
				return p, errors.New("there is no such file")
			}
			return p, nil
		},
		Fail: func(title string, _ error) { r.failed = title }, Say: func(_, title, _ string) { r.failed = title },
		Export: func() {}, Hint: func(*look.Button, bool) {},
	})
	for _, a := range append(pairs.Actions(), r.Actions()...) {
		r.ed.Add(a)
	}
	r.ed.Subscribe(func(ev editor.Event) {
		if r.on {
			r.page.Update(ev)
		}
	})
	r.ed.ShowMap("b")
	return r
}

// turn is what the window does when it turns to the comparison.
func (r *rig) turn(on bool) {
	if on == r.on {
		return
	}
	if r.on = on; !on {
		r.page.Leave()
		return
	}
	p := r.NewPage()
	r.win.SetContent(p.Object())
}

// rest lets in what other goroutines have to tell until all is shown.
func (r *rig) rest() {
	for !r.Settled() {
		(<-r.calls)()
	}
}

func (r *rig) open() {
	r.Helper()
	if err := r.ed.Run("pair.compare"); err != nil {
		r.Fatal(err)
	}
	r.rest()
}

func card(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }

func TestEntriesLeadToTheirCards(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	r.open()
	s := r.Scene()
	if s == nil || s.Find(card("b3"), scene.PartBody) == nil || s.Find(card("a2"), scene.PartBody) == nil {
		t.Fatal("the comparison is not shown")
	}
	r.goTo(card("a2"))
	if r.on || len(r.gone) != 1 || r.gone[0] != card("a2") {
		t.Errorf("shown %v, gone to %v", r.on, r.gone)
	}
	r.goTo(card("nowhere"))
	if len(r.gone) != 1 {
		t.Error("what is not there was gone to")
	}
}

// TestFollowsTheDocument: an edit, the role and the map on the board change what is compared.
func TestFollowsTheDocument(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	r.open()
	first := r.Scene()
	if _, err := r.ed.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.Update(tx, "b3", func(c *journey.Card) { c.Title = "Knocks" })
	}); err != nil {
		t.Fatal(err)
	}
	r.rest()
	if r.Scene() == first {
		t.Error("an edit changed nothing")
	}
	r.page.setRole(journey.PairPlanned)
	r.rest()
	if m, _ := r.project().Maps.Get("b"); m.PairRole != journey.PairPlanned || r.asked.role != journey.PairPlanned {
		t.Errorf("the role is %q, asked %q", m.PairRole, r.asked.role)
	}
	r.ed.ShowMap("a") // the same pair, seen from the other side
	r.rest()
	if r.asked.from.MapID != "a" || r.asked.to.MapID != "b" || r.page.row.Visible() {
		t.Errorf("compared are %s and %s", r.asked.from.MapID, r.asked.to.MapID)
	}
}

func TestNothingToCompare(t *testing.T) {
	p := ghosttest.Shop()
	m, _ := p.Maps.Get("b")
	m.PairID = ""
	r := newRig(t, p.With(m))
	r.open()
	if !r.page.empty.Visible() || r.page.sheet.Visible() || r.Scene() != nil {
		t.Error("something is compared with nothing")
	}
	r.o.Pairs.Choose("a", journey.PairAsIs)
	r.rest()
	if r.page.empty.Visible() || !r.page.sheet.Visible() || r.Scene() == nil {
		t.Error("the pair is not compared")
	}
}

func TestCompareWithAFile(t *testing.T) {
	r := newRig(t, ghosttest.Shop())
	choose := func() {
		if err := r.ed.Run("pair.file"); err != nil {
			t.Fatal(err)
		}
		(<-r.calls)()
	}
	choose()
	if r.failed != "The file cannot be compared" || r.on {
		t.Errorf("told %q", r.failed)
	}
	r.files["/tmp/spring.jejak"] = journey.Project{}
	choose()
	if r.failed != "There is no map in that file" || r.on {
		t.Errorf("told %q", r.failed)
	}
	older := ghosttest.Shop().Without(card("b3"))
	r.files["/tmp/spring.jejak"] = older
	choose()
	r.rest()
	if !r.on || r.asked.from != (insight.Side{Project: older, MapID: "b"}) || r.asked.file != "spring.jejak" {
		t.Fatalf("asked %+v", r.asked)
	}
	if r.Scene().Find(card("b3"), scene.PartBody) == nil {
		t.Error("the card that is new since is not told")
	}
	if got := r.page.other.Text; got != "File spring.jejak" {
		t.Errorf("compared with %q", got)
	}
	for _, c := range []struct {
		in   journey.Project
		want journey.ID
	}{
		{older, "b"},
		{journey.FromRecords([]journey.Record{journey.Map{ID: "x", Rank: "a"}, journey.Map{ID: "y", Rank: "b", Title: "Having a bicycle mended, next spring"}}), "y"},
		{journey.FromRecords([]journey.Record{journey.Map{ID: "x", Rank: "a"}, journey.Map{ID: "y", Rank: "b"}}), "x"},
		{journey.Project{}, ""},
	} {
		if got := counterpart(r.project(), "b", c.in); got != c.want {
			t.Errorf("the counterpart is %q, want %q", got, c.want)
		}
	}
}
