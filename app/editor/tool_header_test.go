package editor_test

import (
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
)

func (b *board) stages() string {
	var s []string
	for _, st := range b.doc.Project().StagesOf("map") {
		s = append(s, string(st.ID))
	}
	return strings.Join(s, "")
}

func (b *board) lanes() string {
	var s []string
	for _, l := range b.doc.Project().LanesOf("map") {
		s = append(s, string(l.ID))
	}
	return strings.Join(s, "")
}

func TestDragStage(t *testing.T) {
	for _, c := range []struct {
		name, stage, over string
		dx                float64
		want              string
	}{
		{"to the end", "A", "C", 20, "BCA"},
		{"to the middle", "A", "B", 20, "BAC"},
		{"to the front", "C", "A", -20, "CAB"},
		{"before another", "C", "B", -20, "ACB"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.once(edit.LabelMoveStage, func() { b.drag(b.at(c.stage), b.at(c.over).Add(geom.Pt(c.dx, 0))) })
			if got := b.stages(); got != c.want {
				t.Errorf("stages %s, want %s", got, c.want)
			}
			b.wantSelected(c.stage)
		})
	}
}

func TestDragLane(t *testing.T) {
	for _, c := range []struct {
		name, lane, over string
		dy               float64
		want             string
	}{
		{"to the end", "T", "N", 20, "EPNT"},
		{"to the front", "P", "T", -20, "PTEN"},
		{"past one", "T", "E", 20, "ETPN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.once(edit.LabelMoveLane, func() { b.drag(b.at(c.lane), b.at(c.over).Add(geom.Pt(0, c.dy))) })
			if got := b.lanes(); got != c.want {
				t.Errorf("lanes %s, want %s", got, c.want)
			}
		})
	}
}

func TestDragHeaderNowhere(t *testing.T) {
	b := newBoard(t, small())
	b.never(func() { b.drag(b.at("B"), b.at("B").Add(geom.Pt(30, 0))) })
	b.never(func() { b.drag(b.at("B"), b.at("B").Add(geom.Pt(-30, 0))) })
	b.never(func() { b.drag(b.at("E"), b.at("E").Add(geom.Pt(0, 12))) })
	b.never(func() {
		b.press(b.at("A"))
		b.move(b.at("A"), b.at("C"))
		b.keys("Escape")
		b.release(b.at("C"))
	})
}

func TestHeaderDragOverlay(t *testing.T) {
	b := newBoard(t, small())
	from := b.at("A")
	b.press(from)
	to := b.at("C").Add(geom.Pt(20, 30))
	b.move(from, to)
	o := b.e.Overlay()
	if len(o.Ghosts) != 1 || o.Ghosts[0].Title != "Stage A" || o.Ghosts[0].Rect.Center().Y != from.Y {
		t.Errorf("a stage moves sideways only, its ghost is %+v", o.Ghosts)
	}
	grid := b.e.Scene().Grid
	if len(o.Lines) != 1 || o.Lines[0].Kind != editor.LineInsertion || o.Lines[0].From.X != b.view(geom.Pt(grid.Columns[2].X1, 0)).X {
		t.Errorf("insertion mark %+v", o.Lines)
	}
	if l := o.Lines[0]; l.To.Y-l.From.Y < 200 {
		t.Errorf("the mark should run through the map: %+v", l)
	}
}
