package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

func TestStaleScenesAreDropped(t *testing.T) {
	b := newBoard(t, small())
	b.hold = true
	b.e.Select(ref(journey.KindCard, "a1"))
	b.keys("Ctrl+Right", "Ctrl+D")
	if len(b.waiting) != 2 {
		t.Fatalf("%d scenes were asked for, want 2", len(b.waiting))
	}
	old := b.e.Scene()
	waiting := b.waiting
	waiting[0]()
	if b.e.Scene() != old {
		t.Error("a scene that came too late is shown")
	}
	waiting[1]()
	if b.e.Scene() == old {
		t.Error("the newest scene is not shown")
	}
	waiting[0]()
	if got := len(b.e.Scene().Grid.Cell(1, 0).Cards); got != 3 {
		t.Errorf("the scene has %d cards in B × T, want 3", got)
	}
}

func TestSceneOfAnotherMapIsDropped(t *testing.T) {
	p := small().With(journey.Map{ID: "other", Rank: "z", Title: "Other", Type: journey.FutureState})
	b := newBoard(t, p)
	b.hold = true
	b.e.ShowMap("other")
	if b.e.Scene() != nil {
		t.Error("the scene of the old map is still shown")
	}
	b.e.ShowMap("map")
	b.deliver(1, 0)
	if s := b.e.Scene(); s == nil || s.MapID != "map" {
		t.Errorf("the scene is %+v", s)
	}
	if b.e.MapID() != "map" {
		t.Errorf("the map is %s", b.e.MapID())
	}
}

func TestFirstSceneIsFitted(t *testing.T) {
	b := newBoard(t, small())
	b.e.Wheel(geom.Pt(5, 5), -200, -90, editor.Mods{})
	b.e.SetDocument(edit.NewDocument(small(), nil))
	r := b.e.View().Transform.ApplyRect(b.e.Scene().Bounds)
	if !geom.R(0, 0, 1200, 800).ContainsRect(r) || r.Center().Dist(geom.Pt(600, 400)) > 1e-6 {
		t.Errorf("the paper of another document is at %v", r)
	}
	for range 2 {
		before := b.e.View()
		b.e.Select(ref(journey.KindCard, "a1"))
		b.run("edit.duplicate")
		if b.e.View() != before {
			t.Error("an edit changes the view")
		}
		b.e.Wheel(geom.Pt(5, 5), 20, 20, editor.Mods{})
	}
}

func TestOtherDocument(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	b.run("insert.card") // half done
	next := edit.NewDocument(small(), nil)
	b.never(func() { b.e.SetDocument(next) })
	if b.e.Editing() != nil || len(b.e.Selection()) != 0 || b.e.Document() != next {
		t.Error("something of the old document is left")
	}
	if _, err := b.doc.Do(edit.Label{Key: edit.LabelAddStage}, func(tx *edit.Tx) error {
		_, err := edit.AddStage(tx, "map", "", "X")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := len(b.e.Scene().Grid.Columns); got != 3 {
		t.Errorf("the editor still follows the old document: %d columns", got)
	}
}

func TestMapThatGoes(t *testing.T) {
	p := small().With(journey.Map{ID: "other", Rank: "z", Title: "Other", Type: journey.FutureState})
	b := newBoard(t, p)
	b.click("a1")
	if _, err := b.doc.Do(edit.Label{Key: edit.LabelRemoveMap}, func(tx *edit.Tx) error { return edit.RemoveMap(tx, "map") }); err != nil {
		t.Fatal(err)
	}
	if b.e.MapID() != "other" || b.selected() != "" {
		t.Errorf("map %s, selected %q", b.e.MapID(), b.selected())
	}
	b.doc.Reset(journey.Project{})
	if b.e.MapID() != "" || b.e.Scene() != nil {
		t.Errorf("of an empty project the editor shows map %q", b.e.MapID())
	}
	for _, a := range b.e.Actions() {
		if a.Enabled() && !a.Window && a.Menu != "view" {
			t.Errorf("%s is offered with nothing to work on", a.ID)
		}
	}
	if got := b.e.Overlay(); len(got.Frames) != 0 {
		t.Errorf("overlay %+v", got)
	}
	b.e.Press(geom.Pt(20, 20), editor.Primary, editor.Mods{}, 2)
	b.e.Release(geom.Pt(20, 20), editor.Mods{})
}

func TestEventsComeOnce(t *testing.T) {
	b := newBoard(t, small())
	n := 0
	var all editor.Event
	cancel := b.e.Subscribe(func(ev editor.Event) { n++; all |= ev })
	b.e.Select(ref(journey.KindCard, "a1"))
	if n != 1 || !all.Has(editor.SelectionChanged|editor.OverlayChanged|editor.ActionsChanged) || all.Has(editor.DocumentChanged) {
		t.Errorf("selecting told %d times, %b", n, all)
	}
	n, all = 0, 0
	b.keys("Ctrl+D")
	if n != 1 || !all.Has(editor.DocumentChanged|editor.SceneChanged|editor.SelectionChanged) {
		t.Errorf("an edit told %d times, %b", n, all)
	}
	cancel()
	n = 0
	b.keys("Ctrl+Z")
	if n != 0 {
		t.Error("told after cancel")
	}
}
