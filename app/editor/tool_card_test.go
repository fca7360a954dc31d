package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
)

func TestDragCard(t *testing.T) {
	for _, c := range []struct {
		name              string
		card              string
		column, row, slot int
		above             bool // the upper half of the slot
		stage, lane, want string
	}{
		{"to another stage", "a2", 1, 0, 1, false, "B", "T", "b1 a2"},
		{"before another card", "a2", 1, 0, 0, true, "B", "T", "a2 b1"},
		{"to an empty cell", "a1", 2, 0, 0, false, "C", "T", "a1"},
		{"to another lane", "a1", 2, 2, 0, false, "C", "P", "a1"},
		{"down in its cell", "a1", 0, 0, 2, true, "A", "T", "a2 a1 a3"},
		{"to the end of its cell", "a1", 0, 0, 3, false, "A", "T", "a2 a3 a1"},
		{"to the top of its cell", "a3", 0, 0, 0, true, "A", "T", "a3 a1 a2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			to := b.slot(c.column, c.row, c.slot)
			if c.above {
				to.Y -= 5
			} else {
				to.Y += 5
			}
			b.once(edit.LabelMoveCards, func() { b.drag(b.at(c.card), to) })
			b.wantCards(id(c.stage), id(c.lane), c.want)
			b.wantSelected(c.card)
		})
	}
}

func TestDragSeveralCards(t *testing.T) {
	b := newBoard(t, small())
	b.click("a3")
	b.mods.Ctrl = true
	b.click("a1")
	b.mods.Ctrl = false
	b.wantSelected("a3 a1")
	b.once(edit.LabelMoveCards, func() { b.drag(b.at("a3"), b.slot(1, 0, 0).Add(geom.Pt(0, -5))) })
	b.wantCards("B", "T", "a1 a3 b1")
	b.wantCards("A", "T", "a2")
	if l := b.changes[0].Label; l.Count != 2 {
		t.Errorf("the step tells of %d cards, want 2", l.Count)
	}
	if got := b.e.Action("edit.undo").Label(); got != "Undo move 2 cards" {
		t.Errorf("undo is called %q", got)
	}
}

func TestDragCardNowhere(t *testing.T) {
	b := newBoard(t, small())
	for name, to := range map[string]geom.Point{
		"onto the lane of emotions": b.slot(1, 1, 0),
		"onto a header":             b.at("B"),
		"onto a label":              b.at("P"),
		"off the paper":             geom.Pt(1100, 780),
		"to where it stands":        b.slot(0, 0, 0).Add(geom.Pt(6, 6)),
		"behind itself":             b.slot(0, 0, 1).Add(geom.Pt(0, -6)),
	} {
		t.Run(name, func(t *testing.T) { b.never(func() { b.drag(b.at("a1"), to) }) })
	}
}

func TestDragCardCopies(t *testing.T) {
	b := newBoard(t, small())
	b.mods.Ctrl = true
	b.once(edit.LabelDuplicateCards, func() { b.drag(b.at("a1"), b.slot(1, 0, 1)) })
	b.mods.Ctrl = false
	b.wantCards("A", "T", "a1 a2 a3")
	b.wantCards("B", "T", "b1 new-1")
}

func TestCopyIsSelected(t *testing.T) {
	b := newBoard(t, small())
	b.mods.Ctrl = true
	b.drag(b.at("a1"), b.slot(1, 0, 1))
	b.wantSelected("new-1")
}

func TestEscapeCancelsCardDrag(t *testing.T) {
	b := newBoard(t, small())
	from, to := b.at("a1"), b.slot(1, 0, 1)
	b.never(func() {
		b.press(from)
		b.move(from, to)
		b.keys("Escape")
		b.release(to)
	})
	if b.e.Dragging() {
		t.Error("the gesture still runs")
	}
	if o := b.e.Overlay(); len(o.Ghosts)+len(o.Lines) > 0 {
		t.Errorf("the overlay still shows %+v", o)
	}
}

func TestCardDragOverlay(t *testing.T) {
	b := newBoard(t, small())
	from, to := b.at("a1"), b.slot(1, 0, 0).Add(geom.Pt(0, -8))
	b.press(from)
	b.move(from, to)
	o := b.e.Overlay()
	if len(o.Ghosts) != 1 || o.Ghosts[0].Title != "Card a1" || o.Ghosts[0].Count != 1 {
		t.Fatalf("ghosts %+v", o.Ghosts)
	}
	if got, want := o.Ghosts[0].Rect.Center(), to; got.Dist(want) > 1e-6 {
		t.Errorf("the ghost is at %v, the pointer at %v", got, want)
	}
	if len(linesOf(o, editor.LineInsertion)) != 1 || o.Lines[0].Kind != editor.LineInsertion {
		t.Fatalf("lines %+v", o.Lines)
	}
	slot := b.e.View().Transform.ApplyRect(b.e.Scene().Grid.Cell(1, 0).Slots[0])
	if l := o.Lines[0]; l.From.Y > slot.Min.Y || l.From.Y < slot.Min.Y-gapH || l.From.X != slot.Min.X || l.To.X != slot.Max.X {
		t.Errorf("the insertion mark is %+v, the slot %+v", l, slot)
	}
	if n := framesOf(o, editor.FrameLifted); n != 1 {
		t.Errorf("%d lifted frames, want 1", n)
	}
	if b.e.Cursor() != editor.CursorGrabbing {
		t.Errorf("cursor %v", b.e.Cursor())
	}
	b.e.Drag(b.slot(1, 1, 0), editor.Mods{})
	if b.e.Cursor() != editor.CursorNoDrop || len(linesOf(b.e.Overlay(), editor.LineInsertion)) != 0 {
		t.Error("the lane of emotions seems to take cards")
	}
	b.e.Drag(to, editor.Mods{Ctrl: true})
	if b.e.Cursor() != editor.CursorCopy || framesOf(b.e.Overlay(), editor.FrameLifted) != 0 {
		t.Error("Ctrl does not show a copy")
	}
}

func TestScrollAtTheRim(t *testing.T) {
	b := newBoard(t, small())
	b.e.Resize(geom.Size{W: 300, H: 300}, 0.75)
	from := b.at("a1")
	b.press(from)
	rim := geom.Pt(295, 150)
	b.move(from, rim)
	before := b.e.View().Transform.D
	for range 20 {
		b.e.Tick()
	}
	after := b.e.View().Transform.D
	if after.X >= before.X || after.Y != before.Y {
		t.Fatalf("the view went from %v to %v", before, after)
	}
	want := b.e.Scene().Grid.CellAt(b.e.View().ToScene(rim))
	if want == nil || want.Column == 0 {
		t.Fatal("it did not scroll to another stage")
	}
	b.release(rim)
	b.wantCards("A", "T", "a2 a3")
}

func TestSmallMoveIsNoDrag(t *testing.T) {
	b := newBoard(t, small())
	p := b.at("a1")
	b.never(func() { b.drag(p, p.Add(geom.Pt(2, 1))) })
	b.wantSelected("a1")
}

func TestDropFollowsNewScene(t *testing.T) {
	b := newBoard(t, small())
	b.hold = true
	b.drag(b.at("a1"), b.slot(1, 0, 1)) // its scene is on the way
	from := b.at("a2")
	b.press(from)
	to := b.slot(1, 0, 1).Add(geom.Pt(0, 5)) // behind b1 in the old scene; on a1 in the new
	b.move(from, to)
	b.deliver(0)
	b.release(to)
	b.wantCards("B", "T", "b1 a1 a2")
	b.sound()
}

func linesOf(o editor.Overlay, k editor.LineKind) []editor.OverlayLine {
	var list []editor.OverlayLine
	for _, l := range o.Lines {
		if l.Kind == k {
			list = append(list, l)
		}
	}
	return list
}

func framesOf(o editor.Overlay, k editor.FrameKind) int {
	n := 0
	for _, f := range o.Frames {
		if f.Kind == k {
			n++
		}
	}
	return n
}

func TestCardHaltsInLine(t *testing.T) {
	b := newBoard(t, small())
	from := b.at("a3")
	cell := b.e.Scene().Grid.Cell(1, 0)
	corner := geom.R(0, 0, cardW, cardH)
	for _, c := range []struct {
		name   string
		off    geom.Point // of the card from where b1 stands
		alt    bool
		halt   geom.Point
		guides int
	}{
		{"near both", geom.Pt(4, -4), false, geom.Pt(0, 0), 2},
		{"near its left", geom.Pt(-4.4, 15), false, geom.Pt(0, 15), 1},
		{"near its top", geom.Pt(20, 4), false, geom.Pt(20, 0), 1},
		{"too far", geom.Pt(5, 5), false, geom.Pt(5, 5), 0},
		{"with Alt", geom.Pt(2, 2), true, geom.Pt(2, 2), 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := b.view(cell.Slots[0].Min.Add(c.off).Add(corner.Center()))
			b.never(func() {
				b.press(from)
				b.move(from, to)
				b.e.Drag(to, editor.Mods{Alt: c.alt})
				o := b.e.Overlay()
				if got := o.Ghosts[0].Rect.Min.Sub(b.view(cell.Slots[0].Min)); got.Dist(c.halt) > 1e-6 {
					t.Errorf("the card is %v from where the other stands, want %v", got, c.halt)
				}
				if got := linesOf(o, editor.LineGuide); len(got) != c.guides {
					t.Errorf("guides %+v, want %d", got, c.guides)
				}
				b.keys("Escape")
				b.release(to)
			})
		})
	}
}
