package layout

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// columns settles where stages and steps stand. Widths that nobody set share what is missing to
// the least width of a map.
func (d *drawing) columns() {
	d.left = d.st.Margin + d.st.LabelWidth
	type width struct {
		w    float64
		free bool
	}
	var widths []width
	total, free := 0.0, 0.0
	add := func(set, normal float64) {
		w := width{w: set}
		if !(set > 0) {
			w = width{w: normal, free: true}
			free += normal
		}
		w.w = math.Min(math.Max(w.w, 60), 4000)
		total += w.w
		widths = append(widths, w)
	}
	for i, s := range d.x.Stages {
		steps := d.x.Steps[s.ID]
		if len(steps) == 0 {
			d.cols = append(d.cols, column{Column: scene.Column{StageID: s.ID}, stage: i, first: true})
			add(s.Width, d.st.StageWidth)
		}
		for k, st := range steps {
			d.cols = append(d.cols, column{Column: scene.Column{StageID: s.ID, StepID: st.ID}, stage: i, first: k == 0})
			add(st.Width, d.st.StepWidth)
		}
	}
	grow := 1.0
	if total < d.st.MinWidth && free > 0 {
		grow = (d.st.MinWidth - total + free) / free
	}
	x := d.left
	for i := range d.cols {
		w := widths[i].w
		if widths[i].free {
			w *= grow
		}
		d.cols[i].X0, d.cols[i].X1 = x, x+w
		x += w
	}
	d.right = math.Max(x, d.left+d.st.MinWidth)
	for _, c := range d.cols {
		d.s.Grid.Columns = append(d.s.Grid.Columns, c.Column)
	}
}

// span returns where a stage begins and ends.
func (d *drawing) span(stage int) (x0, x1 float64) {
	x0 = math.Inf(1)
	for _, c := range d.cols {
		if c.stage == stage {
			x0, x1 = math.Min(x0, c.X0), math.Max(x1, c.X1)
		}
	}
	return x0, x1
}

// hue is the colour of a stage.
func (d *drawing) hue(stage int) scene.Color {
	if own, ok := d.pal.Own(d.x.Stages[stage].Color); ok {
		return style.Readable(own, d.pal.OnHue)
	}
	return d.pal.Stage(stage, len(d.x.Stages))
}

// headers draws bands, chevrons and steps, and returns where they end.
func (d *drawing) headers(y float64) float64 {
	if len(d.x.Stages) == 0 {
		d.s.Grid.Headers = geom.R(d.left, y, d.right-d.left, 0)
		return y
	}
	if d.x.Map.Cycle {
		y = d.returnArrow(y)
	}
	y = d.bands(y)
	top := y
	heads := make([]stageHead, len(d.x.Stages))
	h := d.st.HeaderH
	for i := range d.x.Stages {
		heads[i] = d.measureHead(i)
		h = math.Max(h, heads[i].inner+16)
	}
	for _, head := range heads {
		d.drawHead(head, y, h)
	}
	d.s.Grid.Headers = geom.R(d.left, y, d.right-d.left, h)
	d.head = d.s.Grid.Headers
	label := d.set(d.w.T("map.stage"), d.st.LaneTitle, d.st.LabelWidth-16)
	hint := d.set(d.w.T("map.stage.hint"), d.st.LaneHint, d.st.LabelWidth-16)
	ly := y + h/2 - (height(label, d.st.LaneTitle)+height(hint, d.st.LaneHint))/2
	ly += d.write(d.ref, label, d.st.LaneTitle, d.st.Margin, ly)
	d.write(d.ref, hint, d.st.LaneHint, d.st.Margin, ly)
	y = d.steps(top + h)
	return y + 4
}

type stageHead struct {
	stage       int
	title, goal setText
	x, width    float64 // of the text
	inner       float64
}

const outcomeSize = 11

func (d *drawing) measureHead(i int) stageHead {
	s := d.x.Stages[i]
	x0, x1 := d.span(i)
	head := stageHead{stage: i, x: x0 + 12}
	if i > 0 {
		head.x = x0 + d.st.HeaderPoint + 10
	}
	head.width = x1 - d.st.HeaderPoint - 6 - head.x
	titleWidth := head.width
	if s.Outcome != journey.OutcomeUnknown {
		titleWidth -= outcomeSize + 6
	}
	head.title = d.set(s.Title, d.st.StageTitle, titleWidth)
	head.goal = d.set(s.Goal, d.st.StageGoal, head.width)
	head.inner = math.Max(height(head.title, d.st.StageTitle), d.st.StageTitle.Lead)
	if h := height(head.goal, d.st.StageGoal); h > 0 {
		head.inner += h + 1
	}
	return head
}

func (d *drawing) drawHead(head stageHead, y, h float64) {
	s := d.x.Stages[head.stage]
	ref := journey.RefTo(s)
	x0, x1 := d.span(head.stage)
	hue := d.hue(head.stage)
	path := d.chevron(head.stage, x0, x1, y, h)
	d.fill(ref, path, hue)
	d.target(ref, scene.PartBody, geom.Rect{Min: geom.Pt(x0, y), Max: geom.Pt(x1, y+h)})

	ty := y + h/2 - head.inner/2
	th := math.Max(height(head.title, d.st.StageTitle), d.st.StageTitle.Lead)
	d.write(ref, head.title, d.st.StageTitle, head.x, ty)
	d.editable(ref, scene.PartTitle, geom.R(head.x, ty, head.width, th), d.st.StageTitle)
	gh := d.write(ref, head.goal, d.st.StageGoal, head.x, ty+th+1)
	if gh > 0 {
		d.editable(ref, scene.PartText, geom.R(head.x, ty+th+1, head.width, gh), d.st.StageGoal)
	}
	if s.Outcome != journey.OutcomeUnknown {
		r := geom.R(head.x+head.width-outcomeSize, ty+d.st.StageTitle.Lead/2-outcomeSize/2, outcomeSize, outcomeSize)
		d.outcome(ref, s.Outcome, r, d.pal.OnHue, hue)
	}
}

// chevron points to the next stage; the first has no notch and the last no point.
func (d *drawing) chevron(i int, x0, x1, y, h float64) geom.Path {
	last := len(d.x.Stages) - 1
	point := math.Min(d.st.HeaderPoint, (x1-x0)/4)
	l, r := x0, x1
	if i > 0 {
		l = x0 + 2.4
	}
	if i < last {
		r = x1 - point
	}
	var p geom.Path
	p.Move(geom.Pt(l, y))
	p.Line(geom.Pt(r, y))
	if i < last {
		p.Line(geom.Pt(x1, y+h/2))
	}
	p.Line(geom.Pt(r, y+h))
	p.Line(geom.Pt(l, y+h))
	if i > 0 {
		p.Line(geom.Pt(l+point, y+h/2))
	}
	p.Close()
	return p
}

// outcome draws whether a goal is met: a ticked disc, a half disc, a ring.
func (d *drawing) outcome(ref journey.Ref, o journey.Outcome, r geom.Rect, c, ground scene.Color) {
	name := map[journey.Outcome]string{journey.OutcomeMet: "met", journey.OutcomePartly: "partly", journey.OutcomeUnmet: "unmet"}[o]
	ic, ok := icon.Named(name)
	if !ok {
		return
	}
	d.icon(ref, ic, r, c)
	if o == journey.OutcomeMet {
		at := func(x, y float64) geom.Point { return geom.Pt(r.Min.X+x*r.W()/16, r.Min.Y+y*r.H()/16) }
		d.stroke(ref, geom.Polyline(at(5.2, 8.3), at(7.2, 10.3), at(10.9, 6.1)), 1.3*r.W()/11, ground)
	}
}

// bands draws the line of before, during and after, if any stage says one.
func (d *drawing) bands(y float64) float64 {
	any := false
	for _, s := range d.x.Stages {
		any = any || s.Band != journey.NoBand
	}
	if !any {
		return y
	}
	for i := 0; i < len(d.x.Stages); {
		k := i
		for k+1 < len(d.x.Stages) && d.x.Stages[k+1].Band == d.x.Stages[i].Band {
			k++
		}
		if b := d.x.Stages[i].Band; b != journey.NoBand {
			x0, _ := d.span(i)
			_, x1 := d.span(k)
			p := d.setLine(d.w.T("map.band."+string(b)), d.st.BandLabel)
			mid := y + d.st.BandLabel.Lead/2
			d.write(d.ref, p, d.st.BandLabel, x0+2, y)
			if from := x0 + 2 + p.Width() + 8; from < x1-6 {
				d.line(d.ref, from, mid, x1-6, mid, d.st.Hairline, d.pal.Line)
			}
		}
		i = k + 1
	}
	return y + d.st.BandH
}

// returnArrow shows that the last stage leads back to the first.
func (d *drawing) returnArrow(y float64) float64 {
	x0, x1 := d.left+14, d.right-20
	if len(d.cols) > 0 {
		x1 = d.cols[len(d.cols)-1].X1 - 20
	}
	const h, r = 14.0, 7.0
	var p geom.Path
	p.Move(geom.Pt(x1, y+h))
	p.Line(geom.Pt(x1, y+r))
	p.Cubic(geom.Pt(x1, y+r*0.45), geom.Pt(x1-r*0.55, y), geom.Pt(x1-r, y))
	p.Line(geom.Pt(x0+r, y))
	p.Cubic(geom.Pt(x0+r*0.55, y), geom.Pt(x0, y+r*0.45), geom.Pt(x0, y+r))
	p.Line(geom.Pt(x0, y+h))
	d.stroke(d.ref, p, 1.1, d.pal.Second)
	d.stroke(d.ref, geom.Polyline(geom.Pt(x0-3.2, y+h-3.6), geom.Pt(x0, y+h), geom.Pt(x0+3.2, y+h-3.6)), 1.1, d.pal.Second)
	return y + h + 6
}

// steps draws the titles of the steps under their stages, if there are any.
func (d *drawing) steps(y float64) float64 {
	type stepHead struct {
		col   column
		step  journey.Step
		title setText
	}
	var heads []stepHead
	h := 0.0
	for _, c := range d.cols {
		st, ok := d.p.Steps.Get(c.StepID)
		if !ok {
			continue
		}
		t := d.set(st.Title, d.st.StepTitle, c.X1-c.X0-2*d.st.CellPad)
		heads = append(heads, stepHead{c, st, t})
		h = math.Max(h, math.Max(height(t, d.st.StepTitle), d.st.StepTitle.Lead)+12)
	}
	if len(heads) == 0 {
		return y
	}
	h = math.Max(h, d.st.StepH)
	for _, s := range heads {
		ref := journey.RefTo(s.step)
		r := geom.Rect{Min: geom.Pt(s.col.X0, y), Max: geom.Pt(s.col.X1, y+h)}
		d.target(ref, scene.PartBody, r)
		x := s.col.X0 + d.st.CellPad
		th := math.Max(height(s.title, d.st.StepTitle), d.st.StepTitle.Lead)
		ty := y + 3 + (h-3-th)/2
		d.write(ref, s.title, d.st.StepTitle, x, ty)
		d.editable(ref, scene.PartTitle, geom.R(x, ty, s.col.X1-x-d.st.CellPad, th), d.st.StepTitle)
		d.line(ref, s.col.X0+d.st.CellPad, y+h, s.col.X1-d.st.CellPad, y+h, 1.2, style.Mix(d.pal.Paper, d.hue(s.col.stage), 0.55))
	}
	return y + h
}
