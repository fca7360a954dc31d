package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/editor/find"
	"jejak/app/ui/float"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// line returns the line of a panel that has the keyboard.
func (r *rig) line() *float.Query {
	r.t.Helper()
	q, ok := r.win.Canvas().Focused().(*float.Query)
	if !ok {
		r.t.Fatalf("%T has the keyboard", r.win.Canvas().Focused())
	}
	return q
}

func (r *rig) typed(q *float.Query, keys ...fyne.KeyName) {
	for _, k := range keys {
		q.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *rig) found() ([]find.Hit, int) {
	r.until("what is looked for", r.search.Panel().Settled)
	return r.search.Panel().Hits()
}

func TestFindWalks(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("find.open")
	q := r.line()
	test.Type(q, "frame")
	hits, at := r.found()
	if want := find.NewBook(r.project()).Search(find.Query{Text: "frame", All: true}); len(hits) != len(want) || len(hits) < 3 {
		t.Fatalf("%d hits, want %d", len(hits), len(want))
	}
	if at != 0 || r.search.Marks().Count() == 0 {
		t.Errorf("the hit in hand is %d, %d marks", at, r.search.Marks().Count())
	}
	before := r.ed.View()
	r.typed(q, fyne.KeyReturn)
	if got := r.ed.Selection(); !slices.Equal(got, []journey.Ref{hits[0].Ref}) {
		t.Errorf("Enter selects %v, want %v", got, hits[0].Ref)
	}
	r.typed(q, fyne.KeyReturn)
	if _, at := r.found(); at != 1 {
		t.Errorf("Enter again goes to %d", at)
	}
	r.focusBoard()
	r.shortcut("F3", editor.Mods{})
	r.shortcut("F3", editor.Mods{})
	r.shortcut("F3", editor.Mods{Shift: true})
	if _, at := r.found(); at != 2 {
		t.Errorf("F3 twice and back goes to %d", at)
	}
	if r.win.Canvas().Focused() != fyne.Focusable(r.board) {
		t.Error("F3 takes the keyboard from the board")
	}
	r.run("find.open")
	q = r.line()
	if q.Text != "frame" || q.SelectedText() != "frame" {
		t.Errorf("opened again it holds %q, selected %q", q.Text, q.SelectedText())
	}
	r.typed(q, fyne.KeyEscape)
	if r.search.Panel().IsOpen() || r.search.Marks().Count() != 0 {
		t.Errorf("Esc leaves it open: %v, %d marks", r.search.Panel().IsOpen(), r.search.Marks().Count())
	}
	if r.win.Canvas().Focused() != fyne.Focusable(r.board) {
		t.Error("the board has not got the keyboard back")
	}
	if r.ed.View().Zoom() != before.Zoom() {
		t.Error("finding changes the zoom")
	}
	if _, ok := r.ed.Document().UndoLabel(); ok {
		t.Error("finding is a step of the history")
	}
}

func TestReplaceAll(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	start := r.project()
	r.run("find.replace")
	test.Type(r.line(), "FRAME")
	hits, _ := r.found()
	r.typed(r.line(), fyne.KeyTab)
	q := r.line()
	test.Type(q, "rim")
	q.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if left, _ := r.found(); len(left) != 0 {
		t.Errorf("%d are left", len(left))
	}
	if l, _ := r.ed.Document().UndoLabel(); l.Key != find.LabelReplace || l.Count != len(hits) {
		t.Errorf("the step is %+v, want %d hits", l, len(hits))
	}
	if cardNamed(t, r.project(), "Tries on rims").ID != cardNamed(t, start, "Tries on frames").ID {
		t.Error("another card is called so")
	}
	r.run("edit.undo")
	if !journey.Between(start, r.project()).IsEmpty() {
		t.Error("one undo does not bring everything back")
	}
	if again, _ := r.found(); len(again) != len(hits) {
		t.Errorf("undone, %d of %d are found", len(again), len(hits))
	}
}

func TestNothingIsReplacedInWhatIsLookedAt(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	start := r.project()
	r.ed.SetLocked(true)
	r.run("find.replace")
	q := r.line()
	test.Type(q, "frame")
	if hits, _ := r.found(); len(hits) == 0 {
		t.Fatal("nothing is found")
	}
	q.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	r.found()
	if !journey.Between(start, r.project()).IsEmpty() {
		t.Error("it was replaced")
	}
}

func TestFindTurnsToTheMap(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	first := r.ed.MapID()
	r.run("map.new")
	second := r.ed.MapID()
	stage := r.project().StagesOf(second)[1]
	if _, err := r.ed.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, journey.RefTo(stage), "Zebra crossing")
	}); err != nil {
		t.Fatal(err)
	}
	r.ed.ShowMap(first)
	r.until("the first map", func() bool { return r.ed.Scene() != nil })
	r.run("find.open")
	test.Type(r.line(), "zebra")
	if hits, _ := r.found(); len(hits) != 1 || r.search.Marks().Count() != 0 {
		t.Fatalf("%d hits, %d marks on the first map", len(hits), r.search.Marks().Count())
	}
	r.typed(r.line(), fyne.KeyReturn)
	if r.ed.MapID() != second || !slices.Equal(r.ed.Selection(), []journey.Ref{journey.RefTo(stage)}) {
		t.Errorf("it shows map %s with %v selected", r.ed.MapID(), r.ed.Selection())
	}
	r.until("the mark on the second map", func() bool { return r.search.Marks().Count() == 1 })
}

// TestNothingFound: where the map has none the project is offered, and where letters count too much
// to let them.
func TestNothingFound(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("map.new")
	r.until("the new map", func() bool { return r.ed.Scene() != nil })
	r.run("find.open")
	r.tapText(r.search.Panel().Object(), r.words.T("find.map"))
	test.Type(r.line(), "FRAME")
	if hits, _ := r.found(); len(hits) != 0 {
		t.Fatalf("%d hits on an empty map", len(hits))
	}
	n := len(find.NewBook(r.project()).Search(find.Query{Text: "frame", All: true}))
	r.tapText(r.search.Panel().Object(), r.words.N("find.elsewhere", n, nil))
	if hits, _ := r.found(); len(hits) != n {
		t.Errorf("%d of %d hits in the project", len(hits), n)
	}
	r.tapText(r.search.Panel().Object(), "Aa")
	if hits, _ := r.found(); len(hits) != 0 {
		t.Errorf("%d hits in capitals", len(hits))
	}
	r.tapText(r.search.Panel().Object(), r.words.T("find.loosen"))
	if hits, _ := r.found(); len(hits) != n {
		t.Errorf("%d of %d hits once capitals do not count", len(hits), n)
	}
}

// tapText taps the button with a text.
func (r *rig) tapText(in fyne.CanvasObject, text string) {
	r.t.Helper()
	var seen []string
	for _, b := range buttonsIn(in) {
		if seen = append(seen, b.Text); b.Text == text && b.Visible() {
			b.Tapped(nil)
			return
		}
	}
	r.t.Fatalf("no button %q among %s", text, strings.Join(seen, ", "))
}

// TestFoundIsNotHidden: what was gone to does not lie under the panel.
func TestFoundIsNotHidden(t *testing.T) {
	for _, window := range []fyne.Size{fyne.NewSize(1400, 860), fyne.NewSize(1000, 640)} {
		r := newRig(t)
		r.openSaved()
		r.win.Resize(window)
		r.run("view.zoom100")
		r.run("find.open")
		q := r.line()
		test.Type(q, "e")
		hits, _ := r.found()
		if len(hits) < 20 {
			t.Fatalf("%d hits", len(hits))
		}
		looked := 0
		for range hits {
			r.typed(q, fyne.KeyReturn)
			_, now := r.found()
			h := hits[now]
			target := r.ed.Scene().Find(h.Ref, scene.PartBody)
			if target == nil || h.Ref.Kind != journey.KindCard {
				continue
			}
			looked++
			at := r.ed.View().Transform.ApplyRect(target.Bounds).Center()
			o := r.search.Panel().Object()
			panel := geom.R(float64(o.Position().X), float64(o.Position().Y), float64(o.Size().Width), float64(o.Size().Height))
			board := geom.R(0, 0, r.ed.View().Size.W, r.ed.View().Size.H)
			if panel.Contains(at) || !board.Contains(at) {
				t.Errorf("%v: %s %q lies at %v, the panel at %v", window, h.Ref.Kind, h.Text, at, panel)
			}
		}
		if looked < 10 {
			t.Errorf("only %d cards were looked at", looked)
		}
	}
}
