package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// scrolled is a board whose headers and labels stand at its rim.
func scrolled(t *testing.T) (*board, desk.Strips) {
	t.Helper()
	b := newBoardWith(t, small(), drawn)
	b.e.Resize(geom.Size{W: 700, H: 400}, 0.75)
	g := b.e.Scene().Grid
	b.e.ZoomTo(1.2, geom.Pt(0, 0))
	k := b.e.View().Transform.K
	to := geom.Pt(g.Labels.Max.X+20, g.Headers.Max.Y+20).Mul(-k)
	b.e.Wheel(geom.Pt(0, 0), to.X-b.e.View().Transform.D.X, to.Y-b.e.View().Transform.D.Y, editor.Mods{})
	st := desk.StripsOf(b.e.Scene(), b.e.View())
	if st.Head.Empty() || st.Side.Empty() {
		t.Fatalf("the strips are %+v, seen through %+v", st, b.e.View())
	}
	return b, st
}

// stuck is where a header or label is seen at the rim.
func (b *board) stuck(st desk.Strips, r journey.Ref) geom.Point {
	b.t.Helper()
	t := b.e.Scene().Find(r, scene.PartBody)
	return st.Frame(r.Kind, t.Bounds).Intersect(geom.R(0, 0, 700, 400)).Center()
}

func TestStuckHeaders(t *testing.T) {
	b, st := scrolled(t)
	stage, lane := ref(journey.KindStage, "B"), ref(journey.KindLane, "E")
	for _, r := range []journey.Ref{stage, lane} {
		p := b.stuck(st, r)
		b.press(p)
		b.release(p)
		b.wantSelected(string(r.ID))
		frames := b.e.Overlay().Frames
		if len(frames) == 0 || !frames[0].Stuck || !frames[0].Rect.Contains(p) {
			t.Errorf("the frame of %v is %+v, not around %v", r, frames, p)
		}
	}
	before := b.e.View()
	b.doubleClick(b.stuck(st, stage))
	text := b.e.Editing()
	if text == nil || text.Ref != stage || text.Part != scene.PartTitle {
		t.Fatalf("a double click edits %+v", text)
	}
	if !st.Head.ContainsRect(geom.Rect{Min: text.Rect.Min, Max: text.Rect.Min}) || b.e.View() != before {
		t.Errorf("the text is edited at %v, the strip is %v", text.Rect, st.Head)
	}
	b.once(edit.LabelRename, func() { b.e.CommitText("Pay") })
}

func TestStuckHeadersAreDragged(t *testing.T) {
	b, st := scrolled(t)
	from := b.stuck(st, ref(journey.KindStage, "B"))
	c := b.e.View().Transform.ApplyRect(b.rect("C"))
	b.once(edit.LabelMoveStage, func() {
		b.press(from)
		b.move(from, geom.Pt(c.Center().X+20, from.Y))
		ghosts := b.e.Overlay().Ghosts
		if len(ghosts) != 1 || ghosts[0].Rect.Min.Y < st.Head.Min.Y || ghosts[0].Rect.Min.Y > st.Head.Max.Y {
			t.Errorf("what is dragged is at %+v, the strip is %v", ghosts, st.Head)
		}
		b.release(geom.Pt(c.Center().X+20, from.Y))
	})
	if got := b.stages(); got != "ACB" {
		t.Errorf("stages %s", got)
	}
	p := b.stuck(st, ref(journey.KindLane, "E"))
	n := b.e.View().Transform.ApplyRect(b.rect("P"))
	b.once(edit.LabelMoveLane, func() { b.drag(p, geom.Pt(p.X, n.Center().Y+15)) })
	if got := b.lanes(); got != "TPEN" {
		t.Errorf("lanes %s", got)
	}
}

// What lies under a strip is not there for the pointer, and what is walked to is shown clear of it.
func TestStripsCover(t *testing.T) {
	b, st := scrolled(t)
	corner := geom.Pt(st.Side.Max.X/2, st.Head.Max.Y/2)
	b.never(func() { b.doubleClick(corner) })
	b.wantSelected("")
	for range 5 {
		b.keys("Tab")
		r := b.e.View().Transform.ApplyRect(b.rect(b.selected()))
		left, top := desk.StripsOf(b.e.Scene(), b.e.View()).Insets()
		if r.Min.X < left || r.Min.Y < top || r.Max.X > 700 || r.Max.Y > 400 {
			t.Errorf("%s is at %v, the strips take %v and %v", b.selected(), r, left, top)
		}
	}
}

// The strips widen the rim: a piece on its way in crosses both, and nothing moves under it.
func TestPieceCrossesTheStrips(t *testing.T) {
	b, st := scrolled(t)
	left, top := st.Insets()
	if !b.e.BeginPalette(editor.Piece{Kind: journey.KindCard}) {
		t.Fatal("a card cannot be dragged")
	}
	view := b.e.View()
	for x := -20.0; x < left+20; x += 4 {
		b.e.DragPalette(geom.Pt(x, top+100), editor.Mods{})
		b.e.Tick()
		if b.e.View() != view {
			t.Fatalf("the view moves when the piece is at %v, the strip ends at %v", x, left)
		}
	}
	b.e.DragPalette(geom.Pt(left+100, top+100), editor.Mods{})
	b.e.DragPalette(geom.Pt(left+2, top+100), editor.Mods{})
	b.e.Tick()
	if b.e.View() == view {
		t.Error("once it has been within, the rim does not scroll")
	}
	b.e.CancelPalette()
}
