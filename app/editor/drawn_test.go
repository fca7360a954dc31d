package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// The gestures that matter most, on the picture that people see.

func TestDrawnCardDrag(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	b.once(edit.LabelMoveCards, func() { b.drag(b.at("a2"), b.slot(1, 0, 0).Add(geom.Pt(0, -6))) })
	b.wantCards("B", "T", "a2 b1")
	b.once(edit.LabelMoveCards, func() { b.drag(b.at("a1"), b.slot(2, 3, 0)) })
	b.wantCards("C", "N", "a1")
}

func TestDrawnHeaders(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	b.once(edit.LabelMoveStage, func() { b.drag(b.at("A"), b.at("C").Add(geom.Pt(20, 0))) })
	b.once(edit.LabelMoveLane, func() { b.drag(b.at("T"), b.at("P").Add(geom.Pt(0, 20))) })
	if got := b.stages() + " " + b.lanes(); got != "BCA EPTN" {
		t.Errorf("%q", got)
	}
}

func TestDrawnEmotion(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	row := b.e.Scene().Grid.Rows[1]
	step := (row.Down - row.Up) / 4 * b.e.View().Transform.K
	from := b.at("pt1")
	b.press(from)
	b.move(from, from.Add(geom.Pt(0, 1.6*step)))
	h := b.e.Overlay().Handle
	if h == nil || h.Value != -0.5 {
		t.Fatalf("handle %+v", h)
	}
	if h.At.Dist(h.Points[0]) > 1e-6 || h.Points[len(h.Points)-1].Dist(b.at("pt2")) > 1e-6 {
		t.Errorf("the curve of the preview runs from %v to %v, the points are at %v and %v", h.Points[0], h.Points[len(h.Points)-1], h.At, b.at("pt2"))
	}
	b.keys("Escape")
	b.release(from)
	b.once(edit.LabelEmotion, func() { b.drag(from, from.Add(geom.Pt(0, 1.6*step))) })
	if got := b.feels("pt1"); got != -0.5 {
		t.Errorf("feels %v", got)
	}
	if got, want := b.at("pt1"), h.At; got.Dist(want) > 1e-6 {
		t.Errorf("the point lies at %v, the preview showed it at %v", got, want)
	}
}

// Where a person points, the new emotion appears: the editor and the layout agree on which part
// of a column belongs to which touchpoint.
func TestDrawnEmotionAppearsWhereClicked(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	grid := b.e.Scene().Grid
	for _, share := range []float64{0.5, 5.0 / 6} {
		c := grid.Columns[0]
		at := b.view(geom.Pt(c.X0+share*(c.X1-c.X0), grid.Rows[1].Up))
		b.doubleClick(at)
		sel := b.e.Selection()
		if len(sel) != 1 || sel[0].Kind != journey.KindPoint {
			t.Fatalf("selected %v", sel)
		}
		if got := b.at(string(sel[0].ID)); got.Dist(at) > 1e-6 {
			t.Errorf("clicked at %v, the point is at %v", at, got)
		}
	}
}

func TestDrawnTexts(t *testing.T) {
	b := newBoardWith(t, small(), drawn)
	b.e.Select()
	for _, id := range []editor.ActionID{"insert.card", "insert.stage", editor.LaneAction(journey.LaneQuotes)} {
		b.run(id)
		ed := b.e.Editing()
		if ed == nil {
			t.Fatalf("%s opens no text", id)
		}
		target := b.e.Scene().Find(ed.Ref, scene.PartTitle)
		if target == nil || target.Edit == nil {
			t.Fatalf("%s: the picture does not tell where the title of %v is set", id, ed.Ref)
		}
		if body := b.e.Scene().Find(ed.Ref, scene.PartBody); !body.Bounds.Overlaps(target.Edit.Rect) || ed.Rect.Empty() || ed.SizePx < 5 {
			t.Errorf("%s: the title is set at %+v, %v px, the body is %+v", id, target.Edit.Rect, ed.SizePx, body.Bounds)
		}
		b.e.CommitText("Named")
	}
	b.sound()
}

// Cards of a stage as a whole stand above those of its first step in one cell of the picture.
func TestDrawnWholeStageCards(t *testing.T) {
	p := small()
	for _, s := range []journey.ID{"s1", "s2"} {
		p = p.With(journey.Step{ID: s, StageID: "A", Rank: journey.Rank("a" + s), Title: string(s)})
	}
	b := newBoardWith(t, p, drawn)
	in := func(step journey.ID) string {
		return b.cardsAt(journey.CellKey{StageID: "A", StepID: step, LaneID: "T"})
	}
	b.once(edit.LabelMoveCards, func() { b.drag(b.at("b1"), b.at("a1").Add(geom.Pt(-60, -8))) })
	if got := in("") + " | " + in("s1"); got != "a1 a2 a3 | b1" {
		t.Errorf("cards %q", got)
	}
	b.click("a2")
	b.once(edit.LabelMoveCards, func() { b.keys("Ctrl+Up") })
	if got := in("") + " | " + in("s1"); got != "a2 a1 a3 | b1" {
		t.Errorf("cards %q", got)
	}
	b.keys("Ctrl+Return")
	b.e.CommitText("Behind a2")
	if got := in(""); got != "a2 new-1 a1 a3" {
		t.Errorf("cards %q", got)
	}
	b.sound()
}
