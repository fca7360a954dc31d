package tell

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	steps "jejak/data/insight/guide"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is a teller in a window, over an editor with a map of two stages.
type rig struct {
	*Teller
	doc    *edit.Document
	ed     *editor.Editor
	page   string
	turned []string
	ran    []editor.ActionID
	fields []string
	badge  int
	maps   int
}

func newRig(t *testing.T) *rig {
	t.Helper()
	test.NewTempApp(t)
	p := journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "m", Rank: "a0", Title: "Glasses", Scenario: "By bus"},
		journey.Map{ID: "other", Rank: "a1", Title: "Other"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Title: "Look", Goal: "Find a shop", Outcome: journey.OutcomeUnmet},
		journey.Stage{ID: "s2", MapID: "m", Rank: "a1", Title: "Buy"},
		journey.Lane{ID: "touch", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "t", MapID: "m", StageID: "s1", LaneID: "touch", Title: "Poster", Source: "Survey"},
		journey.Persona{ID: "ana", Name: "Ana"},
		journey.Action{ID: "act", Title: "Write", CardID: "t", Status: journey.StatusPlanned}, journey.Action{ID: "free", Title: "Free", Status: journey.StatusPlanned},
	})
	r := &rig{doc: edit.NewDocument(p, journeytest.IDs())}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.ed.Resize(geom.Size{W: 1200, H: 800}, 1)
	for _, id := range []editor.ActionID{"view.register", "map.personas", "lens.proof"} {
		r.ed.Add(&editor.Action{ID: id, Window: true, Do: func() error { return nil }})
	}
	w := test.NewTempWindow(t, nil)
	r.Teller = New(Options{
		Editor: r.ed, Canvas: w.Canvas(), Words: func() *words.Table { return words.In("en") },
		Today: func() string { return "2026-11-22" }, Open: func() bool { return true },
		Page: func() string { return r.page }, Turned: func(page string) { r.page = page; r.turned = append(r.turned, page) },
		Map: func() { r.maps++ }, Focus: func() {}, Field: func(name string) { r.fields = append(r.fields, name) },
		Run: func(id editor.ActionID) { r.ran = append(r.ran, id); _ = r.ed.Run(id) }, Can: func(a *editor.Action) bool { return a.Enabled() },
		Show: func() {}, Badge: func(n int) { r.badge = n },
	})
	for _, a := range r.Actions() {
		r.ed.Add(a)
	}
	w.SetContent(r.Build(canvas.NewRectangle(nil)))
	w.Resize(fyne.NewSize(312, 700))
	r.Heard()
	return r
}

func (r *rig) check(t *testing.T, name steps.Name) steps.Check {
	t.Helper()
	for _, part := range r.reader.Guide().Parts {
		for _, c := range part.Checks {
			if c.Name == name {
				return c
			}
		}
	}
	t.Fatalf("nothing checks %s", name)
	return steps.Check{}
}

func (r *rig) selected() (ids []journey.ID) {
	for _, ref := range r.ed.Selection() {
		ids = append(ids, ref.ID)
	}
	return ids
}

// TestAnEditIsTold: the count on the tab, the list and the steps follow an edit and its undo.
func TestAnEditIsTold(t *testing.T) {
	r := newRig(t)
	if err := r.ed.Run("findings.show"); err != nil || r.side.Open() != Findings || r.page != Findings {
		t.Fatal(err, r.side.Open())
	}
	before, rows := r.badge, len(r.found.Rows)
	if before == 0 || r.side.Tab(Findings).Text == "" {
		t.Fatalf("%d findings on the tab %q", before, r.side.Tab(Findings).Text)
	}
	if _, err := r.doc.Do(edit.Label{Key: edit.LabelText}, func(tx *edit.Tx) error {
		return edit.Update(tx, journey.ID("t"), func(c *journey.Card) { c.LoyaltyBreaker = true })
	}); err != nil {
		t.Fatal(err)
	}
	if r.badge != before+1 || len(r.found.Rows) != rows+2 {
		t.Errorf("%d findings in %d rows, were %d in %d", r.badge, len(r.found.Rows), before, rows)
	}
	r.doc.Undo()
	if r.badge != before || len(r.found.Rows) != rows {
		t.Errorf("after undo %d findings", r.badge)
	}
	r.ed.ShowMap("other")
	r.Heard()
	if r.badge == before || r.reader.Map() != "other" {
		t.Errorf("of the other map %d findings", r.badge)
	}
	if err := r.ed.Run("guide.show"); err != nil || r.side.Open() != Steps || r.guide.Open() == "" {
		t.Error(err, r.side.Open())
	}
}

// TestTheNextThingIsDone: the buttons of the steps add, go and open what they say.
func TestTheNextThingIsDone(t *testing.T) {
	r := newRig(t)
	r.do(r.check(t, steps.Covered))
	if r.ed.Editing() == nil {
		t.Error("the title of a new touchpoint is not open")
	}
	r.ed.CancelText()
	r.do(r.check(t, steps.StageGoals))
	if !slices.Equal(r.selected(), []journey.ID{"s2"}) || !slices.Equal(r.fields, []string{"goal"}) {
		t.Errorf("the next goal: %v is selected, %v have the keyboard", r.selected(), r.fields)
	}
	r.do(r.check(t, steps.Scenario))
	if len(r.selected()) != 0 || r.fields[len(r.fields)-1] != "scenario" {
		t.Errorf("the scenario: %v is selected, %v", r.selected(), r.fields)
	}
	stages := len(r.doc.Project().StagesOf("m"))
	r.do(r.check(t, steps.StageList))
	r.ed.Settle()
	if n := len(r.doc.Project().StagesOf("m")); n != stages+1 {
		t.Errorf("%d stages, were %d", n, stages)
	}
	if label, ok := r.doc.UndoLabel(); !ok || label.Key != edit.LabelAddStage {
		t.Errorf("undo would be %v", label)
	}
	r.ran = nil
	for _, name := range []steps.Name{steps.Personas, steps.Proven, steps.Owned} {
		r.do(r.check(t, name))
	}
	if !slices.Equal(r.ran, []editor.ActionID{"map.personas", "lens.proof", "view.register"}) {
		t.Errorf("ran %v", r.ran)
	}
}

func TestARecordIsGoneTo(t *testing.T) {
	ref := func(k journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: k, ID: id} }
	for _, c := range []struct {
		ref      journey.Ref
		selected []journey.ID
		ran      []editor.ActionID
	}{
		{ref(journey.KindCard, "t"), []journey.ID{"t"}, nil},
		{ref(journey.KindStage, "s2"), []journey.ID{"s2"}, nil},
		{ref(journey.KindMap, "m"), nil, nil},
		{ref(journey.KindAction, "act"), []journey.ID{"t"}, nil},
		{ref(journey.KindAction, "free"), nil, []editor.ActionID{"view.register"}},
		{ref(journey.KindPersona, "ana"), []journey.ID{"ana"}, []editor.ActionID{"map.personas"}},
		{ref(journey.KindChannel, "gone"), nil, nil},
	} {
		r := newRig(t)
		r.Choose(c.ref)
		if !slices.Equal(r.selected(), c.selected) || !slices.Equal(r.ran, c.ran) {
			t.Errorf("%v: %v is selected, ran %v", c.ref, r.selected(), r.ran)
		}
	}
}

// TestALockedDocumentIsNotChanged: nothing that the steps do gets past the lock.
func TestALockedDocumentIsNotChanged(t *testing.T) {
	r := newRig(t)
	r.ed.SetLocked(true)
	before := r.doc.Project()
	for _, part := range r.reader.Guide().Parts {
		for _, c := range part.Checks {
			r.do(c)
			r.ed.Settle()
		}
	}
	if r.doc.Project() != before {
		t.Error("the document was changed")
	}
}
