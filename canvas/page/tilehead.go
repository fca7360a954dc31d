package page

import (
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/page/block"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// headers is what the headers of a sheet say. A stage that began on another sheet says its title
// again.
func (t *tiling) headers(col span) *scene.Scene {
	s := t.part()
	began := t.stageAt(col.from)
	for n := range t.heads {
		b := &t.heads[n]
		c := b.Bounds.Center().X
		area := geom.Rect{Min: geom.Pt(col.from, t.head.from), Max: geom.Pt(col.to, t.head.to)}
		switch {
		case c >= col.from && c < col.to:
			t.place(b, s, area)
		case b.Ref.ID == began && b.Ref.Kind == journey.KindStage:
			moved := *b
			moved.Bounds = b.Bounds
			d := col.from + 12 - b.Bounds.Min.X
			moved.Put(s, geom.Transform{K: 1, D: geom.Pt(d, 0)}, nil)
		}
	}
	return s
}

// stageAt returns the stage that a sheet begins within; empty if it begins with one.
func (t *tiling) stageAt(x float64) journey.ID {
	cols := t.s.Grid.Columns
	for i := 1; i < len(cols); i++ {
		if math.Abs(cols[i].X0-x) < 0.01 && cols[i].StageID == cols[i-1].StageID {
			return cols[i].StageID
		}
	}
	return ""
}

// sides is what the labels of a sheet say. A lane that began on another sheet says its name again.
func (t *tiling) sides(st strip) *scene.Scene {
	s := t.part()
	for _, row := range t.s.Grid.Rows {
		if row.Y1 <= st.from+hairline || row.Y0 >= st.to-hairline {
			continue
		}
		d := math.Max(0, st.from-row.Y0)
		for n := range t.labels {
			if c := t.labels[n].Bounds.Center().Y; c >= row.Y0 && c < row.Y1 {
				x := t.reg
				if d > 0 {
					x = nil
				}
				t.labels[n].Put(s, geom.Transform{K: 1, D: geom.Pt(0, d)}, x)
			}
		}
	}
	return s
}

// label names the stages on a sheet: the first and the last.
func (t *tiling) label(col span) string {
	var names []string
	began := t.stageAt(col.from)
	for _, b := range t.heads {
		c := b.Bounds.Center().X
		if b.Ref.Kind == journey.KindStage && (c >= col.from && c < col.to || b.Ref.ID == began) {
			if name := firstText(b); name != "" {
				names = append(names, name)
			}
		}
	}
	switch len(names) {
	case 0:
		return t.s.Title
	case 1:
		return names[0]
	}
	return names[0] + " – " + names[len(names)-1]
}

// firstText is the first paragraph of a block, its lines joined.
func firstText(b block.Block) string {
	var lines []string
	for _, it := range b.Items {
		if x, ok := it.Mark.(*scene.Text); ok {
			if x.Line.Start == 0 && len(lines) > 0 {
				break
			}
			lines = append(lines, x.Text)
		}
	}
	return strings.Join(lines, " ")
}
