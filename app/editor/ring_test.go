package editor_test

import (
	"math"
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// ringed shows the small map as a ring, all of it.
func ringed(t *testing.T) *board {
	p := small()
	m, _ := p.Maps.Get("map")
	m.Form, m.Cycle = journey.FormRing, true
	b := newBoardWith(t, p.With(m), drawn)
	b.run("view.fit")
	if b.e.Scene().Grid.Ring == nil {
		t.Fatal("no ring was drawn")
	}
	return b
}

// cell is the middle of a cell of the map, in the view.
func (b *board) cell(stage, lane journey.ID) geom.Point {
	g := &b.e.Scene().Grid
	for i, c := range g.Cells {
		if g.Columns[c.Column].StageID == stage && g.Rows[c.Row].LaneID == lane {
			return b.view(g.Cells[i].Rect.Center())
		}
	}
	b.t.Fatalf("there is no cell of %s and %s", stage, lane)
	return geom.Point{}
}

func TestCardsMoveRoundARing(t *testing.T) {
	for _, c := range []struct {
		name        string
		stage, lane journey.ID
	}{{"to another stage", "C", "T"}, {"to another lane", "A", "N"}, {"to an empty cell across the ring", "C", "P"}} {
		t.Run(c.name, func(t *testing.T) {
			b := ringed(t)
			b.once(edit.LabelMoveCards, func() { b.drag(b.at("b1"), b.cell(c.stage, c.lane)) })
			if card, _ := b.doc.Project().Cards.Get("b1"); card.StageID != c.stage || card.LaneID != c.lane {
				t.Errorf("it went to %s, %s; want %s, %s", card.StageID, card.LaneID, c.stage, c.lane)
			}
		})
	}
}

// Nothing can be dropped on the ring itself, and no stage or lane be dragged along by its name.
func TestWhatMakesNoSenseOnARing(t *testing.T) {
	b := ringed(t)
	r := b.e.Scene().Grid.Ring
	b.never(func() {
		b.drag(b.at("b1"), b.view(r.At(1, (r.Inner+r.Outer)/2)))
		b.drag(b.at("A"), b.at("C"))
		b.drag(b.at("T"), b.at("P"))
		b.drag(b.at("A"), b.view(r.Center))
	})
}

func TestFeelingsMoveAlongTheRadius(t *testing.T) {
	b := ringed(t)
	r := b.e.Scene().Grid.Ring
	at := func(v float64) geom.Point {
		return b.view(r.At(r.Turn(b.rect("pt1").Center()), r.Radius(v)))
	}
	b.once(edit.LabelEmotion, func() { b.drag(at(1), at(-1.5)) })
	if got := b.feels("pt1"); got != -1.5 {
		t.Errorf("feels %g, want −1.5", got)
	}
	b.once(edit.LabelEmotion, func() { b.drag(at(-1.5), at(9)) })
	if got := b.feels("pt1"); got != 2 {
		t.Errorf("beyond the end it feels %g, want 2", got)
	}
	b.press(at(2))
	b.move(at(2), at(0))
	h := b.e.Overlay().Handle
	if h == nil || h.Value != 0 || h.At.Dist(at(0)) > 1 {
		t.Errorf("while it is dragged the handle is %+v", h)
	}
	b.e.KeyDown(editor.KeyEscape, editor.Mods{})
}

func TestDoubleClickOnARing(t *testing.T) {
	b := ringed(t)
	r := b.e.Scene().Grid.Ring
	sector := r.Sectors[0]
	b.once(edit.LabelAddPoint, func() {
		b.doubleClick(b.view(r.At(sector.From+0.83*(sector.To-sector.From), r.Radius(1.5))))
	})
	found := false
	for pt := range b.doc.Project().Points.All() {
		found = found || pt.At.ID == "a3" && pt.Value == 1.5
	}
	if !found {
		t.Error("the last touchpoint of the first stage has no feeling of 1.5")
	}
	b.doubleClick(b.cell("C", "N"))
	b.e.CommitText("written")
	for c := range b.doc.Project().Cards.All() {
		if c.Title == "written" && c.StageID == "C" && c.LaneID == "N" {
			return
		}
	}
	t.Error("a double click in an empty cell wrote no card there")
}

// The title of a stage is written in its panel, wherever the stage was pointed at.
func TestStageIsWrittenFromItsSegment(t *testing.T) {
	b := ringed(t)
	r := b.e.Scene().Grid.Ring
	for i, id := range []journey.ID{"A", "B", "C"} {
		s := r.Sectors[i]
		for _, share := range []float64{0.25, 0.5, 0.8} {
			b.doubleClick(b.view(r.At(s.From+share*(s.To-s.From), (r.Inner+r.Outer)/2)))
			ed := b.e.Editing()
			if ed == nil || ed.Ref.ID != id || !b.e.View().Transform.ApplyRect(s.Panel).Contains(ed.Rect.Center()) {
				t.Errorf("a double click on the segment of %s, %g along, writes %+v", id, share, ed)
			}
			b.e.KeyDown(editor.KeyEscape, editor.Mods{})
		}
	}
}

// The name of a lane stands in every panel, and is written where it was pointed at.
func TestLaneIsWrittenWhereItStands(t *testing.T) {
	b := ringed(t)
	var places []geom.Rect
	for _, tg := range b.e.Scene().Targets {
		if tg.Ref.ID == "P" && tg.Part == scene.PartTitle {
			places = append(places, tg.Bounds)
		}
	}
	if len(places) != 3 {
		t.Fatalf("the name of a lane stands in %d panels, want 3", len(places))
	}
	for _, r := range places {
		at := b.view(geom.Pt(r.Min.X+10, r.Center().Y))
		b.doubleClick(at)
		ed := b.e.Editing()
		if ed == nil || ed.Ref.ID != "P" || math.Abs(ed.Rect.Center().Y-at.Y) > 6 || at.X < ed.Rect.Min.X || at.X > ed.Rect.Max.X {
			t.Errorf("a double click at %v writes at %+v", at, ed)
		}
		b.e.KeyDown(editor.KeyEscape, editor.Mods{})
	}
	b.e.Select(journey.Ref{Kind: journey.KindLane, ID: "P"})
	n := 0
	for _, f := range b.e.Overlay().Frames {
		if f.Kind == editor.FrameSelected {
			n++
		}
	}
	if n != 3 {
		t.Errorf("%d marks for a lane in three panels", n)
	}
}

func TestPiecesOnARing(t *testing.T) {
	put := func(b *board, piece editor.Piece, at geom.Point) {
		b.e.BeginPalette(piece)
		b.e.Drag(geom.Pt(-5, -5), editor.Mods{})
		b.move(geom.Pt(-5, -5), at)
		b.release(at)
	}
	b := ringed(t)
	r := b.e.Scene().Grid.Ring
	second := r.Sectors[1]
	put(b, editor.Piece{Kind: journey.KindStage}, b.view(r.At(second.From+0.1, (r.Inner+r.Outer)/2)))
	b.e.Settle()
	if stages := b.doc.Project().StagesOf("map"); len(stages) != 4 || stages[0].ID != "A" || stages[2].ID != "B" {
		t.Errorf("the new stage stands wrong: %v", stages)
	}
	b = ringed(t)
	put(b, editor.Piece{Kind: journey.KindCard, Lane: journey.LanePains}, b.view(b.e.Scene().Grid.Ring.Sectors[2].Panel.Center()))
	b.e.CommitText("hurts")
	for c := range b.doc.Project().Cards.All() {
		if c.Title == "hurts" && (c.StageID != "C" || c.LaneID != "P") {
			t.Errorf("the pain point went to %s, %s", c.StageID, c.LaneID)
		}
	}
	if n := b.doc.Project().Cards.Len(); n != 6 {
		t.Errorf("%d cards, want 6", n)
	}
}
