package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// row is a lane being arranged: what stands in it, measured.
type row struct {
	lane        journey.Lane
	label, hint setText
	bound       setText // name of the persona it is bound to
	who         *cast
	stack       stack
	y, h        float64
}

// lanes draws the rows of the map from y down and returns where they end.
func (d *drawing) lanes(y float64) float64 {
	top := y
	var rows []row
	for _, l := range d.x.Lanes {
		if l.Hidden {
			continue
		}
		r := d.measureLane(l)
		r.y = y
		y += r.h
		rows = append(rows, r)
	}
	d.s.Grid.Labels = geom.R(d.st.Margin, top, d.st.LabelWidth, y-top)
	d.dots(top, y)
	for i := range rows {
		d.placeRow(&rows[i])
	}
	d.links() // under the cards: a link may pass behind one, but hides none
	for i := range rows {
		d.drawLane(&rows[i])
	}
	d.linkLabels()
	return y
}

// dots draws the dotted lines between stages, and fainter ones between the steps of one.
func (d *drawing) dots(y0, y1 float64) {
	if y1 <= y0 {
		return
	}
	for i, c := range d.cols {
		switch {
		case i == 0:
		case c.first:
			d.line(d.ref, c.X0, y0, c.X0, y1, d.st.Hairline, style.Mix(d.pal.Line, d.pal.Second, 0.18), 0.01, 3)
		default:
			d.line(d.ref, c.X0, y0, c.X0, y1, d.st.Hairline, d.pal.Line, 0.01, 5)
		}
	}
}

// labelWidth is what the label of a lane may take; a lane of emotions has the words of its scale
// beside it.
func (d *drawing) labelWidth(k journey.LaneKind) float64 {
	w := d.st.LabelWidth - 16
	if k != journey.LaneEmotions {
		return w
	}
	words := 0.0
	for _, mark := range scaleMarks {
		words = math.Max(words, d.setLine(d.w.T(mark.key), d.st.ScaleLabel).Width())
	}
	return math.Max(48, w-words-4)
}

func (d *drawing) measureLane(l journey.Lane) row {
	r := row{lane: l}
	width := d.labelWidth(l.LaneKind)
	title, hint := l.Title, l.Hint
	if title == "" {
		title = d.w.T("map.lane." + string(l.LaneKind))
		hint = or(hint, d.w.T("map.hint."+string(l.LaneKind)))
	}
	r.label = d.set(title, d.st.LaneTitle, width)
	r.hint = d.set(hint, d.st.LaneHint, width)
	label := height(r.label, d.st.LaneTitle) + height(r.hint, d.st.LaneHint) + 2
	for i := range d.cast {
		if d.cast[i].PersonaID == l.PersonaID {
			r.who = &d.cast[i]
			r.bound = d.set(r.who.persona.Name, d.st.LaneHint, width-10)
			label += height(r.bound, d.st.LaneHint) + 3
		}
	}
	if l.LaneKind == journey.LaneEmotions {
		r.h = math.Max(d.st.EmotionH, label+2*d.st.LanePad)
		if l.Height > 0 {
			r.h = math.Max(l.Height, math.Max(100, label+2*d.st.LanePad))
		}
		return r
	}
	r.stack = d.stackLane(l)
	body := r.stack.height + 2*d.st.LanePad
	if d.hasLoop(&r.stack) {
		body += loopDepth - d.st.LanePad/2
	}
	r.h = math.Max(math.Max(d.st.LaneMinH, l.Height), math.Max(body, label+2*d.st.LanePad))
	if l.Line != journey.NoLine {
		r.h += 8
	}
	return r
}

func (d *drawing) drawLane(r *row) {
	ref := journey.RefTo(r.lane)
	x, y := d.st.Margin, r.y
	d.target(ref, scene.PartBody, geom.R(x, y, d.st.LabelWidth-8, r.h))
	ty := y + d.st.LanePad - 1
	width := d.labelWidth(r.lane.LaneKind)
	h := math.Max(d.write(ref, r.label, d.st.LaneTitle, x, ty), d.st.LaneTitle.Lead)
	d.editable(ref, scene.PartTitle, geom.R(x, ty, width, h), d.st.LaneTitle)
	ty += h + 2
	if h := d.write(ref, r.hint, d.st.LaneHint, x, ty); h > 0 {
		d.editable(ref, scene.PartText, geom.R(x, ty, width, h), d.st.LaneHint)
		ty += h + 3
	}
	if r.who != nil {
		d.fill(ref, geom.Circle(geom.Pt(x+3, ty+d.st.LaneHint.Lead/2), 3), r.who.color)
		d.write(ref, r.bound, d.st.LaneHint, x+10, ty)
	}
	if r.lane.LaneKind == journey.LaneEmotions {
		d.emotions(r)
	} else {
		for _, b := range r.stack.placed {
			b.draw(b.rect)
		}
	}
	bottom := y + r.h
	if r.lane.Line != journey.NoLine {
		d.blueprintLine(ref, r.lane.Line, bottom)
		return
	}
	d.line(d.ref, x, bottom, d.right, bottom, d.st.Hairline, d.pal.Line)
}

// blueprintLine is one of the three lines of a service blueprint, with its name at the right end.
func (d *drawing) blueprintLine(ref journey.Ref, l journey.BlueprintLine, y float64) {
	v := d.st.BandLabel
	p := d.setLine(d.w.T("map.line."+string(l)), v)
	d.line(ref, d.st.Margin, y, d.right-p.Width()-8, y, 1.1, d.pal.Second, 5, 4)
	d.write(ref, p, v, d.right-p.Width(), y-v.Lead/2)
}
