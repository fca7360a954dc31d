package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// stepped is small with two steps in stage B: its card b1 belongs to the first.
func stepped() journey.Project {
	p := small().With(journey.Step{ID: "s", StageID: "B", Rank: "a", Title: "Step s"}).
		With(journey.Step{ID: "t", StageID: "B", Rank: "b", Title: "Step t"})
	c, _ := p.Cards.Get("b1")
	c.StepID = "s"
	return p.With(c)
}

// rightOf and below are places on borders.
func (b *board) rightOf(id string) geom.Point {
	r := b.rect(id)
	return b.view(geom.Pt(r.Max.X, r.Center().Y))
}

func (b *board) below(id string) geom.Point {
	r := b.rect(id)
	return b.view(geom.Pt(r.Center().X, r.Max.Y))
}

func (b *board) width(id journey.ID) float64 {
	if s, ok := b.doc.Project().Stages.Get(id); ok {
		return s.Width
	}
	s, _ := b.doc.Project().Steps.Get(id)
	return s.Width
}

func (b *board) height(id journey.ID) float64 {
	l, _ := b.doc.Project().Lanes.Get(id)
	return l.Height
}

func TestDragWidth(t *testing.T) {
	for _, c := range []struct {
		name, of string
		dx       float64
		ctrl     bool
		want     map[journey.ID]float64
	}{
		{"wider", "A", 50, false, map[journey.ID]float64{"A": 210}},
		{"narrower", "A", -60, false, map[journey.ID]float64{"A": 100}},
		{"not under the least", "A", -150, false, map[journey.ID]float64{"A": edit.LeastWidth}},
		{"a step", "s", 31.4, false, map[journey.ID]float64{"s": 191, "t": 0}},
		{"a stage of steps", "B", 80, false, map[journey.ID]float64{"s": 200, "t": 200}},
		{"with Ctrl nearly as before", "A", 4.2, true, map[journey.ID]float64{"A": 164}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, stepped())
			from := b.rightOf(c.of)
			if got := b.e.Hover(from, editor.Mods{}); got != editor.CursorHorizontal {
				t.Errorf("cursor %v", got)
			}
			b.once(edit.LabelWidth, func() {
				b.press(from)
				b.mods.Ctrl = c.ctrl
				b.move(from, from.Add(geom.Pt(c.dx, 30)))
				b.release(from.Add(geom.Pt(c.dx, 30)))
			})
			for id, want := range c.want {
				if got := b.width(id); got != want {
					t.Errorf("%s is %v wide, want %v", id, got, want)
				}
			}
			b.wantSelected("")
		})
	}
}

func TestWidthHaltsAtNeighbours(t *testing.T) {
	p := small()
	for id, w := range map[journey.ID]float64{"A": 120, "C": 230} {
		s, _ := p.Stages.Get(id)
		s.Width = w
		p = p.With(s)
	}
	b := newBoard(t, p)
	from := b.rightOf("B") // 160
	b.once(edit.LabelWidth, func() {
		b.press(from)
		b.move(from, from.Add(geom.Pt(66, 0)))
		o := b.e.Overlay()
		if len(linesOf(o, editor.LineMeasure)) != 2 || len(linesOf(o, editor.LineBorder)) != 1 {
			t.Errorf("lines %+v", o.Lines)
		}
		if len(o.Tips) != 1 || o.Tips[0].Text != "230 pt" {
			t.Errorf("tips %+v", o.Tips)
		}
		if x := linesOf(o, editor.LineBorder)[0].From.X; x != from.X+70 {
			t.Errorf("the line is at %v, want %v", x, from.X+70)
		}
		b.release(from.Add(geom.Pt(66, 0)))
	})
	if got := b.width("B"); got != 230 {
		t.Errorf("B is %v wide", got)
	}
}

func TestWidthOfSeveral(t *testing.T) {
	b := newBoard(t, small())
	b.e.Select(ref(journey.KindStage, "A"), ref(journey.KindStage, "C"))
	from := b.rightOf("A")
	b.once(edit.LabelWidth, func() { b.drag(from, from.Add(geom.Pt(40, 0))) })
	if b.width("A") != 200 || b.width("B") != 0 || b.width("C") != 200 {
		t.Errorf("widths %v %v %v", b.width("A"), b.width("B"), b.width("C"))
	}
}

func TestDragHeight(t *testing.T) {
	for _, c := range []struct {
		name string
		lane string
		dy   float64
		want float64
	}{
		{"higher", "P", 60, 150},
		{"as high as a neighbour", "P", 84, 170},
		{"the lane of emotions", "E", 31, 131},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			from := b.below(c.lane)
			if got := b.e.Hover(from, editor.Mods{}); got != editor.CursorVertical {
				t.Errorf("cursor %v", got)
			}
			b.once(edit.LabelHeight, func() { b.drag(from, from.Add(geom.Pt(20, c.dy))) })
			if got := b.height(id(c.lane)); got != c.want {
				t.Errorf("%s is %v high, want %v", c.lane, got, c.want)
			}
		})
	}
}

func TestLaneNotUnderItsContent(t *testing.T) {
	b := newBoard(t, small())
	from := b.below("P")
	b.once(edit.LabelHeight, func() { b.drag(from, from.Add(geom.Pt(0, 90))) })
	from = b.below("P")
	b.once(edit.LabelHeight, func() { b.drag(from, from.Add(geom.Pt(0, -300))) })
	if got := b.height("P"); got != 0 {
		t.Errorf("a lane that is as low as it can be is %v high, want as its content", got)
	}
}

func TestDoubleClickResetsSize(t *testing.T) {
	b := newBoard(t, stepped())
	for _, c := range []struct {
		at    func() geom.Point
		by    geom.Point
		ids   []journey.ID
		label string
		get   func(journey.ID) float64
	}{
		{func() geom.Point { return b.rightOf("A") }, geom.Pt(50, 0), []journey.ID{"A"}, edit.LabelWidth, b.width},
		{func() geom.Point { return b.rightOf("B") }, geom.Pt(50, 0), []journey.ID{"B", "s", "t"}, edit.LabelWidth, b.width},
		{func() geom.Point { return b.below("N") }, geom.Pt(0, 80), []journey.ID{"N"}, edit.LabelHeight, b.height},
	} {
		b.once(c.label, func() { b.drag(c.at(), c.at().Add(c.by)) })
		if c.get(c.ids[len(c.ids)-1]) == 0 {
			t.Fatalf("%v has no size of its own", c.ids)
		}
		b.once(c.label, func() { b.doubleClick(c.at()) })
		for _, id := range c.ids {
			if got := c.get(id); got != 0 {
				t.Errorf("%s is %v", id, got)
			}
		}
	}
	b.never(func() { b.doubleClick(b.rightOf("C")) })
}

func TestSizeCancelled(t *testing.T) {
	b := newBoard(t, small())
	from := b.rightOf("A")
	b.never(func() {
		b.press(from)
		b.move(from, from.Add(geom.Pt(90, 0)))
		b.keys("Escape")
		b.release(from.Add(geom.Pt(90, 0)))
		b.drag(from, from.Add(geom.Pt(0, 40))) // along the border
		b.press(from)
		b.release(from)
	})
	b.e.SetLocked(true)
	if got := b.e.Hover(from, editor.Mods{}); got == editor.CursorHorizontal {
		t.Error("the border of a document that is only looked at can be grabbed")
	}
}

func (b *board) span(id journey.ID) int {
	c, _ := b.doc.Project().Cards.Get(id)
	return c.Span
}

func TestDragSpan(t *testing.T) {
	b := newBoard(t, small())
	b.click("p1")
	edge := func() geom.Point { r := b.rect("p1"); return b.view(geom.Pt(r.Max.X-1, r.Min.Y+4)) }
	if got := b.e.Hover(edge(), editor.Mods{}); got != editor.CursorHorizontal {
		t.Errorf("cursor %v", got)
	}
	b.once(edit.LabelSpan, func() {
		from := edge()
		b.press(from)
		b.move(from, from.Add(geom.Pt(colW*1.4, 0)))
		o := b.e.Overlay()
		if framesOf(o, editor.FrameTarget) != 1 || len(linesOf(o, editor.LineGuide)) != 1 {
			t.Errorf("overlay %+v", o)
		}
		b.release(from.Add(geom.Pt(colW*1.4, 0)))
	})
	if got := b.span("p1"); got != 2 {
		t.Fatalf("it covers %d columns, want 2", got)
	}
	b.once(edit.LabelSpan, func() { b.drag(edge(), edge().Add(geom.Pt(colW*9, 0))) })
	if got := b.span("p1"); got != 3 {
		t.Errorf("it covers %d columns, want 3", got)
	}
	b.once(edit.LabelSpan, func() { b.doubleClick(edge()) })
	if got := b.span("p1"); got != 1 {
		t.Errorf("it covers %d columns, want 1", got)
	}
	b.never(func() { b.drag(edge(), edge().Add(geom.Pt(-300, 0))) })
	b.never(func() {
		b.press(edge())
		b.move(edge(), edge().Add(geom.Pt(colW, 0)))
		b.keys("Escape")
		b.release(edge())
	})
	b.e.Select()
	b.once(edit.LabelMoveCards, func() { b.drag(edge(), edge().Add(geom.Pt(colW, 0))) }) // not selected: no edge
}

func TestDragStep(t *testing.T) {
	steps := func(b *board, stage journey.ID) string {
		s := ""
		for _, st := range b.doc.Project().StepsOf(stage) {
			s += string(st.ID)
		}
		return s
	}
	for _, c := range []struct {
		name, step, over string
		dx               float64
		a, b, c          string
	}{
		{"behind its neighbour", "s", "t", 20, "", "ts", ""},
		{"before its neighbour", "t", "s", -20, "", "ts", ""},
		{"to another stage", "s", "C", 0, "", "t", "s"},
		{"to the first stage", "t", "A", -40, "t", "s", ""},
		{"off the map", "s", "C", 300, "", "t", "s"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, stepped())
			b.once(edit.LabelMoveStep, func() {
				to := geom.Pt(b.at(c.over).X+c.dx, b.at(c.step).Y+40)
				b.press(b.at(c.step))
				b.move(b.at(c.step), to)
				if o := b.e.Overlay(); len(linesOf(o, editor.LineInsertion)) != 1 || len(o.Ghosts) != 1 || o.Ghosts[0].Title != "Step "+c.step {
					t.Errorf("overlay %+v", o)
				}
				b.release(to)
			})
			if got := steps(b, "A") + "|" + steps(b, "B") + "|" + steps(b, "C"); got != c.a+"|"+c.b+"|"+c.c {
				t.Errorf("steps %s", got)
			}
			b.wantSelected(c.step)
		})
	}
	b := newBoard(t, stepped())
	b.never(func() { b.drag(b.at("s"), b.at("s").Add(geom.Pt(30, 0))) })
	b.drag(b.at("s"), geom.Pt(b.at("C").X, b.at("s").Y))
	if c, _ := b.doc.Project().Cards.Get("b1"); c.StageID != "C" || c.StepID != "s" {
		t.Errorf("the card of the step stands in %s, %s", c.StageID, c.StepID)
	}
}
