package layout

import (
	"cmp"
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// row is a lane being arranged: what stands in it, measured.
type row struct {
	lane        journey.Lane
	label, hint draw.Text
	bound       draw.Text // name of the persona it is bound to
	who         *draw.Cast
	stack       stack
	falls       []fall // of a lane of metrics
	y, h        float64
	foot        float64 // of a lane of emotions: what an overlay takes below the curves
}

// lanes draws the rows of the map from y down and returns where they end.
func (d *drawing) lanes(y float64) float64 {
	top := y
	var rows []row
	for _, l := range d.Index.Lanes {
		if l.Hidden {
			continue
		}
		r := d.measureLane(l)
		r.y = y
		y += r.h
		rows = append(rows, r)
	}
	d.Scene.Grid.Labels = geom.R(d.Style.Margin, top, d.Style.LabelWidth, y-top)
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
			d.Line(d.Map, c.X0, y0, c.X0, y1, d.Style.Hairline, style.Mix(d.Palette.Line, d.Palette.Second, 0.18), 0.01, 3)
		default:
			d.Line(d.Map, c.X0, y0, c.X0, y1, d.Style.Hairline, d.Palette.Line, 0.01, 5)
		}
	}
}

// labelWidth is what the label of a lane may take; a lane of emotions has the words of its scale
// beside it.
func (d *drawing) labelWidth(k journey.LaneKind) float64 {
	w := d.Style.LabelWidth - 16
	if k != journey.LaneEmotions {
		return w
	}
	words := 0.0
	for _, mark := range scaleMarks {
		words = math.Max(words, d.SetLine(d.Words.T(mark.key), d.Style.ScaleLabel).Width())
	}
	return math.Max(48, w-words-4)
}

func (d *drawing) measureLane(l journey.Lane) row {
	r := row{lane: l}
	width := d.labelWidth(l.LaneKind)
	title, hint := l.Title, l.Hint
	if title == "" {
		title = d.Words.T("map.lane." + string(l.LaneKind))
		hint = cmp.Or(hint, d.Words.T("map.hint."+string(l.LaneKind)))
	}
	r.label = d.Set(title, d.Style.LaneTitle, width)
	r.hint = d.Set(hint, d.Style.LaneHint, width)
	label := draw.Height(r.label, d.Style.LaneTitle) + draw.Height(r.hint, d.Style.LaneHint) + 2
	for i := range d.Cast {
		if d.Cast[i].PersonaID == l.PersonaID {
			r.who = &d.Cast[i]
			r.bound = d.Set(r.who.Persona.Name, d.Style.LaneHint, width-10)
			label += draw.Height(r.bound, d.Style.LaneHint) + 3
		}
	}
	if l.LaneKind == journey.LaneEmotions {
		if d.over != nil {
			r.foot = d.over.Foot(d.Drawing, l)
		}
		r.h = math.Max(d.Style.EmotionH, label+2*d.Style.LanePad) + r.foot
		if l.Height > 0 { // a person set it as it was seen
			r.h = math.Max(l.Height, math.Max(100, label+2*d.Style.LanePad)+r.foot)
		}
		return r
	}
	r.stack = d.stackLane(l)
	body := r.stack.height + 2*d.Style.LanePad
	if l.LaneKind == journey.LaneMetrics {
		r.falls = d.falls()
		body += fallsHeight(r.falls)
	}
	if d.hasLoop(&r.stack) {
		body += loopDepth - d.Style.LanePad/2
	}
	r.h = math.Max(math.Max(d.Style.LaneMinH, l.Height), math.Max(body, label+2*d.Style.LanePad))
	if l.Line != journey.NoLine {
		r.h += 8
	}
	return r
}

func (d *drawing) drawLane(r *row) {
	ref := journey.RefTo(r.lane)
	x, y := d.Style.Margin, r.y
	d.Target(ref, scene.PartBody, geom.R(x, y, d.Style.LabelWidth-8, r.h))
	ty := y + d.Style.LanePad - 1
	width := d.labelWidth(r.lane.LaneKind)
	h := math.Max(d.Write(ref, r.label, d.Style.LaneTitle, x, ty), d.Style.LaneTitle.Lead)
	d.Editable(ref, scene.PartTitle, geom.R(x, ty, width, h), d.Style.LaneTitle)
	ty += h + 2
	if h := d.Write(ref, r.hint, d.Style.LaneHint, x, ty); h > 0 {
		d.Editable(ref, scene.PartText, geom.R(x, ty, width, h), d.Style.LaneHint)
		ty += h + 3
	}
	if r.who != nil {
		d.Fill(ref, geom.Circle(geom.Pt(x+3, ty+d.Style.LaneHint.Lead/2), 3), r.who.Color)
		d.Write(ref, r.bound, d.Style.LaneHint, x+10, ty)
	}
	if r.lane.LaneKind == journey.LaneEmotions {
		d.emotions(r)
	} else {
		for _, b := range r.stack.placed {
			b.Draw(b.rect)
		}
		d.drawFalls(r.falls, r.y+d.Style.LanePad+r.stack.height)
	}
	bottom := y + r.h
	if r.lane.Line != journey.NoLine {
		d.blueprintLine(ref, r.lane.Line, bottom)
		return
	}
	d.Line(d.Map, x, bottom, d.Right, bottom, d.Style.Hairline, d.Palette.Line)
}

// blueprintLine is one of the three lines of a service blueprint, with its name at the right end.
func (d *drawing) blueprintLine(ref journey.Ref, l journey.BlueprintLine, y float64) {
	v := d.Style.BandLabel
	p := d.SetLine(d.Words.T("map.line."+string(l)), v)
	d.Line(ref, d.Style.Margin, y, d.Right-p.Width()-8, y, 1.1, d.Palette.Second, 5, 4)
	d.Write(ref, p, v, d.Right-p.Width(), y-v.Lead/2)
}
