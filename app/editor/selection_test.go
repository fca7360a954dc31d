package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

func TestClickSelects(t *testing.T) {
	b := newBoard(t, small())
	b.never(func() {
		b.click("a1")
		b.wantSelected("a1")
		b.mods.Shift = true
		b.click("p1")
		b.wantSelected("a1 p1")
		b.click("p1")
		b.mods = editor.Mods{Ctrl: true}
		b.click("b1")
		b.wantSelected("a1 b1")
		b.mods = editor.Mods{Ctrl: true}
		b.click("a2")
		b.wantSelected("a1 b1 a2")
		b.click("b1")
		b.wantSelected("a1 a2")
		b.mods = editor.Mods{}
		b.click("a2")
		b.wantSelected("a2")
		b.press(b.slot(2, 2, 0))
		b.release(b.slot(2, 2, 0))
		b.wantSelected("")
		for _, id := range []string{"B", "P", "pt1", "p1"} {
			b.click(id)
			b.wantSelected(id)
		}
	})
}

func TestMarquee(t *testing.T) {
	b := newBoard(t, small())
	corner := b.view(geom.Pt(left+2, top+headerH+2))
	b.never(func() {
		b.press(corner)
		b.move(corner, b.slot(1, 0, 0))
		if o := b.e.Overlay(); o.Marquee == nil || o.Marquee.Min != corner {
			t.Errorf("marquee %+v from %v", o.Marquee, corner)
		}
		b.wantSelected("a1 b1")
		b.e.Drag(b.slot(1, 0, 1), b.mods)
		b.wantSelected("a1 a2 b1")
		b.e.Drag(b.slot(0, 0, 0), b.mods)
		b.wantSelected("a1")
		b.release(b.slot(0, 0, 0))
		if b.e.Overlay().Marquee != nil {
			t.Error("the marquee stays")
		}
	})
	b.click("p1")
	b.mods.Shift = true
	b.drag(corner, b.slot(1, 0, 0))
	b.wantSelected("p1 a1 b1")
	b.mods.Shift = false
	b.press(corner)
	b.move(corner, b.slot(0, 0, 1))
	b.keys("Escape")
	b.release(b.slot(0, 0, 1))
	b.wantSelected("p1 a1 b1")
}

func TestEscapeClimbsOut(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	b.keys("F2")
	b.keys("Escape")
	if b.e.Editing() != nil {
		t.Fatal("Esc does not end the editing")
	}
	b.wantSelected("a1")
	b.keys("Escape")
	b.wantSelected("")
	if b.e.KeyDown(editor.KeyEscape, editor.Mods{}) {
		t.Error("Esc claims to be used with nothing to leave")
	}
}

func TestWalk(t *testing.T) {
	b := newBoard(t, small())
	for _, c := range []struct{ key, want string }{
		{"Tab", "a1"}, {"Tab", "a2"}, {"Tab", "a3"}, {"Tab", "b1"}, {"Tab", "p1"}, {"Tab", "a1"},
		{"Shift+Tab", "p1"}, {"Home", "a1"}, {"End", "p1"}, {"Up", "a3"}, {"Up", "a2"}, {"Up", "a1"},
		{"Right", "b1"}, {"Right", "b1"}, {"Left", "a1"}, {"Shift+Down", "a1 a2"}, {"Down", "a3"}, {"Down", "p1"},
	} {
		b.keys(c.key)
		b.wantSelected(c.want)
	}
	b.keys("Ctrl+A")
	b.wantSelected("a1 a2 a3 b1 p1")
	b.keys("Escape", "Shift+Tab")
	b.wantSelected("p1")
}

func TestWalkShowsWhatItSelects(t *testing.T) {
	b := newBoard(t, small())
	b.e.Resize(geom.Size{W: 200, H: 150}, 0.75)
	for range 5 {
		b.keys("Tab")
		r := b.e.View().Transform.ApplyRect(b.rect(b.selected()))
		if !geom.R(0, 0, 200, 150).ContainsRect(r) {
			t.Errorf("%s is at %v, out of sight", b.selected(), r)
		}
	}
}

func TestSelectionAfterUndo(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	b.run("edit.duplicate")
	b.wantSelected("new-1")
	b.e.Select(journey.Ref{Kind: journey.KindCard, ID: "new-1"}, journey.Ref{Kind: journey.KindCard, ID: "a2"})
	b.run("edit.undo")
	b.wantSelected("a2")
}

func TestSelectTakesOnlyWhatIsThere(t *testing.T) {
	b := newBoard(t, small())
	a1 := journey.Ref{Kind: journey.KindCard, ID: "a1"}
	b.e.Select(a1, journey.Ref{Kind: journey.KindCard, ID: "nobody"}, a1)
	b.wantSelected("a1")
}

func TestSecondaryPressSelects(t *testing.T) {
	b := newBoard(t, small())
	b.e.Press(b.at("a2"), editor.Secondary, editor.Mods{}, 1)
	b.e.Release(b.at("a2"), editor.Mods{})
	b.wantSelected("a2")
	b.keys("Ctrl+A")
	b.e.Press(b.at("a2"), editor.Secondary, editor.Mods{}, 1)
	b.e.Release(b.at("a2"), editor.Mods{})
	b.wantSelected("a1 a2 a3 b1 p1")
}

func TestHover(t *testing.T) {
	b := newBoard(t, small())
	for _, c := range []struct {
		at   geom.Point
		want editor.Cursor
		n    int
	}{
		{b.at("a1"), editor.CursorPointer, 1},
		{b.at("pt1"), editor.CursorVertical, 1},
		{b.slot(2, 0, 0), editor.CursorDefault, 0},
	} {
		if got := b.e.Hover(c.at, editor.Mods{}); got != c.want {
			t.Errorf("cursor at %v is %v, want %v", c.at, got, c.want)
		}
		if got := framesOf(b.e.Overlay(), editor.FrameHover); got != c.n {
			t.Errorf("%d hover frames at %v, want %d", got, c.at, c.n)
		}
	}
	b.e.Hover(b.at("a1"), editor.Mods{})
	b.events = 0
	b.e.Hover(b.at("a1").Add(geom.Pt(1, 0)), editor.Mods{})
	if b.events != 0 {
		t.Errorf("hovering over the same thing tells of changes: %b", b.events)
	}
}

func TestShiftClickSelectsARun(t *testing.T) {
	for _, c := range []struct {
		name  string
		first string
		shift []string
		want  string
	}{
		{"down a cell", "a1", []string{"a3"}, "a1 a2 a3"},
		{"up a cell", "a3", []string{"a1"}, "a3 a2 a1"},
		{"along a lane", "a2", []string{"b1"}, "a2 a3 b1"},
		{"further", "a1", []string{"a2", "b1"}, "a1 a2 a3 b1"},
		{"in another lane", "a1", []string{"p1"}, "a1 p1"},
		{"stages", "A", []string{"C"}, "A B C"},
		{"lanes", "P", []string{"T"}, "P E T"},
		{"points", "pt1", []string{"pt2"}, "pt1 pt2"},
		{"off again", "a1", []string{"a3", "a2"}, "a1 a3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.never(func() {
				b.click(c.first)
				b.mods.Shift = true
				for _, s := range c.shift {
					b.click(s)
				}
				b.wantSelected(c.want)
			})
		})
	}
}

func TestSelectAllWidens(t *testing.T) {
	for _, c := range []struct{ click, first, then string }{
		{"A", "a1 a2 a3 p1", "a1 a2 a3 b1 p1"},
		{"B", "b1", "a1 a2 a3 b1 p1"},
		{"C", "a1 a2 a3 b1 p1", "a1 a2 a3 b1 p1"},
		{"T", "a1 a2 a3 b1", "a1 a2 a3 b1 p1"},
		{"P", "p1", "a1 a2 a3 b1 p1"},
		{"a2", "a1 a2 a3 b1 p1", "a1 a2 a3 b1 p1"},
		{"pt1", "a1 a2 a3 b1 p1", "a1 a2 a3 b1 p1"},
	} {
		b := newBoard(t, small())
		b.never(func() {
			b.click(c.click)
			b.keys("Ctrl+A")
			b.wantSelected(c.first)
			b.keys("Ctrl+A")
			b.wantSelected(c.then)
		})
	}
	b := newBoard(t, stepped())
	b.click("s")
	b.keys("Ctrl+A")
	b.wantSelected("b1")
	for id, want := range map[editor.ActionID]string{"edit.selectStage": "a1 a2 a3 p1", "edit.selectLane": "a1 a2 a3 b1"} {
		b.click("a2")
		b.run(id)
		b.wantSelected(want)
	}
	b.e.Select()
	if b.e.Action("edit.selectStage").Enabled() || b.e.Action("edit.selectLane").Enabled() {
		t.Error("with nothing selected a stage or lane can be selected from")
	}
}
