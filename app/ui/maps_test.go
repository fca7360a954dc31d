package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/editor/curve"
	"jejak/data/edit"
	"jejak/data/journey"
)

// titles are those of the maps, in order, the shown one in brackets.
func (r *rig) titles() []string {
	var list []string
	for _, m := range r.project().MapsInOrder() {
		t := m.Title
		if m.ID == r.ed.MapID() {
			t = "[" + t + "]"
		}
		list = append(list, t)
	}
	return list
}

func (r *rig) expectMaps(undo string, want ...string) {
	r.t.Helper()
	if got := r.titles(); !slices.Equal(got, want) {
		r.t.Errorf("maps %q, want %q", got, want)
	}
	if l, _ := r.ed.Document().UndoLabel(); l.Key != undo {
		r.t.Errorf("to undo is %q, want %q", l.Key, undo)
	}
}

// name writes a name into the tab that asks for one.
func (r *rig) name(text string) {
	r.t.Helper()
	f := r.win.Canvas().Focused()
	if !r.bar.tabs.Renaming() || f == nil || f == fyne.Focusable(r.board) {
		r.t.Fatal("no tab asks for a name")
	}
	test.Type(f, text)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func TestMapsOfAProject(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	first := r.project().MapsInOrder()[0]
	r.expectMaps("", "["+first.Title+"]")
	if a := r.ed.Action("map.delete"); a.Enabled() {
		t.Error("the only map can be deleted")
	}
	r.run("map.new")
	r.name("Next year")
	r.expectMaps(edit.LabelRename, first.Title, "[Next year]")
	if f := r.win.Canvas().Focused(); f != fyne.Focusable(r.board) {
		t.Error("the board has not got the keyboard back")
	}
	r.run("map.duplicate")
	r.expectMaps(edit.LabelDuplicateMap, first.Title, "Next year", "[Next year (copy)]")
	r.run("map.left")
	r.expectMaps(edit.LabelMoveMap, first.Title, "[Next year (copy)]", "Next year")
	r.run("map.next")
	r.run("map.next")
	r.expectMaps(edit.LabelMoveMap, "["+first.Title+"]", "Next year (copy)", "Next year")
	r.run("map.previous")
	r.expectMaps(edit.LabelMoveMap, first.Title, "Next year (copy)", "[Next year]")
	r.run("map.rename")
	r.name("In a year")
	r.expectMaps(edit.LabelRename, first.Title, "Next year (copy)", "[In a year]")
	r.run("map.delete")
	if r.desk.Open() != 1 || r.project().Maps.Len() != 3 {
		t.Fatal("a map goes without a question")
	}
	r.desk.Top().Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.run("map.delete")
	r.desk.Top().Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.expectMaps(edit.LabelRemoveMap, first.Title, "[Next year (copy)]")
	for range 6 {
		r.run("edit.undo")
	}
	r.expectMaps("", "["+first.Title+"]")
	if got := r.bar.tabs.Names(); len(got) != 1 || got[0] != first.Title {
		t.Errorf("tabs %q", got)
	}
}

func TestKeysTurnTheMaps(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("map.duplicate")
	shown := r.ed.MapID()
	for _, k := range []editor.Key{editor.KeyPageDown, editor.KeyPageUp} {
		r.fromKey(editor.Shortcut{Key: k, Mods: editor.Mods{Ctrl: true}})
		if r.ed.MapID() == shown {
			t.Errorf("Ctrl+%s shows no other map", k)
		}
		shown = r.ed.MapID()
	}
}

func TestCurvesByKey(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	people := r.project().AppearancesOf(r.ed.MapID())
	next := editor.Shortcut{Key: ".", Mods: editor.Mods{Ctrl: true}}
	for _, a := range []journey.Appearance{people[0], people[1], people[0]} {
		r.fromKey(next)
		for id, v := range r.ed.Curves() {
			if (v == curve.Focused) != (id == a.PersonaID) {
				t.Errorf("%s is seen as %d", id, v)
			}
		}
	}
	if l, _ := r.ed.Document().UndoLabel(); l.Key != edit.LabelCurves {
		t.Errorf("to undo is %q", l.Key)
	}
	r.fromKey(editor.Shortcut{Key: ".", Mods: editor.Mods{Ctrl: true, Shift: true}})
	for id, v := range r.ed.Curves() {
		if v != curve.Shown {
			t.Errorf("%s is seen as %d", id, v)
		}
	}
	if r.ed.Action("curves.all").Enabled() {
		t.Error("all are shown, and still all can be shown")
	}
}

func TestPersonasChangePlacesOnTheMap(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	first := r.project().AppearancesOf(r.ed.MapID())[0].PersonaID
	for i, by := range []int{1, -1, -1} {
		r.curves.Move(first, by)
		if got := r.project().AppearancesOf(r.ed.MapID())[0].PersonaID; (got == first) != (i > 0) {
			t.Errorf("move %d: %s stands first", i, got)
		}
	}
	if l, _ := r.ed.Document().UndoLabel(); l.Key != edit.LabelMovePersona {
		t.Errorf("to undo is %q", l.Key)
	}
}

// The three managers open on what is selected, undo works in them, and the board has the keyboard
// when they have gone.
func TestManagersOverTheBoard(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	people := r.project().PersonasInOrder()
	r.ed.Select(journey.RefTo(people[1]))
	for _, id := range []actionID{"map.personas", "map.channels", "map.tags"} {
		r.run(id)
		if r.manager == nil || !r.modal() {
			t.Fatalf("%s opens nothing", id)
		}
		if id == "map.personas" && r.manager.Chosen() != people[1].ID {
			t.Errorf("shown is %s", r.manager.Chosen())
		}
		before := r.project()
		r.manager.Shift(-1)
		r.manager.Add()
		if r.project().Len() != before.Len()+1 {
			t.Errorf("%s: nothing was added", id)
		}
		r.win.Canvas().Unfocus()
		for range 2 {
			r.fromKey(editor.Shortcut{Key: "Z", Mods: editor.Mods{Ctrl: true}})
			if _, ok := r.ed.Document().UndoLabel(); !ok {
				break
			}
		}
		if !journey.Between(before, r.project()).IsEmpty() {
			t.Errorf("%s: undo leaves %+v", id, journey.Between(before, r.project()))
		}
		r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if r.manager != nil || r.modal() || r.win.Canvas().Focused() != fyne.Focusable(r.board) {
			t.Errorf("%s: Esc leaves something open", id)
		}
	}
}

func TestTagSelectsItsCards(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.openTags()
	tag := r.project().TagsInOrder()[1]
	r.manager.Choose(tag.ID)
	want := 0
	for c := range r.project().Cards.All() {
		if slices.Contains(c.TagIDs, tag.ID) {
			want++
		}
	}
	r.selectTagged([]journey.Ref{})
	if r.modal() || len(r.ed.Selection()) != 0 {
		t.Error("nothing was to be selected")
	}
	r.openTags()
	r.manager.Choose(tag.ID)
	var cards []journey.Ref
	for c := range r.project().Cards.All() {
		if slices.Contains(c.TagIDs, tag.ID) {
			cards = append(cards, journey.RefTo(c))
		}
	}
	r.selectTagged(cards)
	if r.modal() || len(r.ed.Selection()) != want || want == 0 {
		t.Errorf("%d selected, want %d", len(r.ed.Selection()), want)
	}
}

// A project that is only looked at can be looked through, and stays as it is.
func TestLookingOnlyChangesNothing(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("map.duplicate")
	before := r.project()
	r.ed.SetLocked(true)
	for _, id := range []actionID{"map.new", "map.duplicate", "map.rename", "map.delete", "map.left", "map.right", "curves.next"} {
		r.run(id)
		if r.modal() || r.bar.tabs.Renaming() {
			t.Errorf("%s begins something", id)
		}
	}
	r.run("map.next")
	r.run("map.personas")
	r.manager.Add()
	r.manager.Close()
	if !journey.Between(before, r.project()).IsEmpty() {
		t.Errorf("changed: %+v", journey.Between(before, r.project()))
	}
}
