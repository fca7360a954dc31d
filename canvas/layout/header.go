package layout

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// columns settles where stages and steps stand. Widths that nobody set share what is missing to
// the least width of a map.
func (d *drawing) columns() {
	d.left = d.Style.Margin + d.Style.LabelWidth
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
	for i, s := range d.Index.Stages {
		steps := d.Index.Steps[s.ID]
		if len(steps) == 0 {
			d.cols = append(d.cols, column{Column: scene.Column{StageID: s.ID}, stage: i, first: true})
			add(s.Width, d.Style.StageWidth)
		}
		for k, st := range steps {
			d.cols = append(d.cols, column{Column: scene.Column{StageID: s.ID, StepID: st.ID}, stage: i, first: k == 0})
			add(st.Width, d.Style.StepWidth)
		}
	}
	grow := 1.0
	if total < d.Style.MinWidth && free > 0 {
		grow = (d.Style.MinWidth - total + free) / free
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
	d.Right = math.Max(x, d.left+d.Style.MinWidth)
	for _, c := range d.cols {
		d.Scene.Grid.Columns = append(d.Scene.Grid.Columns, c.Column)
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

// headers draws bands, chevrons and steps, and returns where they end.
func (d *drawing) headers(y float64) float64 {
	if len(d.Index.Stages) == 0 {
		d.Scene.Grid.Headers = geom.R(d.left, y, d.Right-d.left, 0)
		return y
	}
	if d.Index.Map.Cycle {
		y = d.returnArrow(y)
	}
	y = d.bands(y)
	top := y
	heads := make([]stageHead, len(d.Index.Stages))
	h := d.Style.HeaderH
	for i := range d.Index.Stages {
		heads[i] = d.measureHead(i)
		h = math.Max(h, heads[i].inner+16)
	}
	for _, head := range heads {
		d.drawHead(head, y, h)
	}
	d.Scene.Grid.Headers = geom.R(d.left, y, d.Right-d.left, h)
	label := d.Set(d.Words.T("map.stage"), d.Style.LaneTitle, d.Style.LabelWidth-16)
	hint := d.Set(d.Words.T("map.stage.hint"), d.Style.LaneHint, d.Style.LabelWidth-16)
	ly := y + h/2 - (draw.Height(label, d.Style.LaneTitle)+draw.Height(hint, d.Style.LaneHint))/2
	ly += d.Write(d.Map, label, d.Style.LaneTitle, d.Style.Margin, ly)
	d.Write(d.Map, hint, d.Style.LaneHint, d.Style.Margin, ly)
	y = d.steps(top + h)
	return y + 4
}

type stageHead struct {
	stage       int
	title, goal draw.Text
	x, width    float64 // of the text
	inner       float64
}

const outcomeSize = 11

func (d *drawing) measureHead(i int) stageHead {
	s := d.Index.Stages[i]
	x0, x1 := d.span(i)
	head := stageHead{stage: i, x: x0 + 12}
	if i > 0 {
		head.x = x0 + d.Style.HeaderPoint + 10
	}
	head.width = x1 - d.Style.HeaderPoint - 6 - head.x
	titleWidth := head.width
	if s.Outcome != journey.OutcomeUnknown {
		titleWidth -= outcomeSize + 6
	}
	head.title = d.Set(s.Title, d.Style.StageTitle, titleWidth)
	head.goal = d.Set(s.Goal, d.Style.StageGoal, head.width)
	head.inner = math.Max(draw.Height(head.title, d.Style.StageTitle), d.Style.StageTitle.Lead)
	if h := draw.Height(head.goal, d.Style.StageGoal); h > 0 {
		head.inner += h + 1
	}
	return head
}

func (d *drawing) drawHead(head stageHead, y, h float64) {
	s := d.Index.Stages[head.stage]
	ref := journey.RefTo(s)
	x0, x1 := d.span(head.stage)
	hue := d.Hue(head.stage)
	path := d.chevron(head.stage, x0, x1, y, h)
	d.Fill(ref, path, hue)
	d.Target(ref, scene.PartBody, geom.Rect{Min: geom.Pt(x0, y), Max: geom.Pt(x1, y+h)})

	ty := y + h/2 - head.inner/2
	th := math.Max(draw.Height(head.title, d.Style.StageTitle), d.Style.StageTitle.Lead)
	d.Write(ref, head.title, d.Style.StageTitle, head.x, ty)
	d.Editable(ref, scene.PartTitle, geom.R(head.x, ty, head.width, th), d.Style.StageTitle)
	gh := d.Write(ref, head.goal, d.Style.StageGoal, head.x, ty+th+1)
	if gh > 0 {
		d.Editable(ref, scene.PartText, geom.R(head.x, ty+th+1, head.width, gh), d.Style.StageGoal)
	}
	if s.Outcome != journey.OutcomeUnknown {
		r := geom.R(head.x+head.width-outcomeSize, ty+d.Style.StageTitle.Lead/2-outcomeSize/2, outcomeSize, outcomeSize)
		d.Outcome(ref, s.Outcome, r, d.Palette.OnHue, hue)
	}
}

// chevron points to the next stage; the first has no notch and the last no point.
func (d *drawing) chevron(i int, x0, x1, y, h float64) geom.Path {
	last := len(d.Index.Stages) - 1
	point := math.Min(d.Style.HeaderPoint, (x1-x0)/4)
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

// bands draws the line of before, during and after, if any stage says one.
func (d *drawing) bands(y float64) float64 {
	any := false
	for _, s := range d.Index.Stages {
		any = any || s.Band != journey.NoBand
	}
	if !any {
		return y
	}
	for i := 0; i < len(d.Index.Stages); {
		k := i
		for k+1 < len(d.Index.Stages) && d.Index.Stages[k+1].Band == d.Index.Stages[i].Band {
			k++
		}
		if b := d.Index.Stages[i].Band; b != journey.NoBand {
			x0, _ := d.span(i)
			_, x1 := d.span(k)
			p := d.SetLine(d.Words.T("map.band."+string(b)), d.Style.BandLabel)
			mid := y + d.Style.BandLabel.Lead/2
			d.Write(d.Map, p, d.Style.BandLabel, x0+2, y)
			if from := x0 + 2 + p.Width() + 8; from < x1-6 {
				d.Line(d.Map, from, mid, x1-6, mid, d.Style.Hairline, d.Palette.Line)
			}
		}
		i = k + 1
	}
	return y + d.Style.BandH
}

// returnArrow shows that the last stage leads back to the first.
func (d *drawing) returnArrow(y float64) float64 {
	x0, x1 := d.left+14, d.Right-20
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
	d.Stroke(d.Map, p, 1.1, d.Palette.Second)
	d.Stroke(d.Map, geom.Polyline(geom.Pt(x0-3.2, y+h-3.6), geom.Pt(x0, y+h), geom.Pt(x0+3.2, y+h-3.6)), 1.1, d.Palette.Second)
	return y + h + 6
}

// steps draws the titles of the steps under their stages, if there are any.
func (d *drawing) steps(y float64) float64 {
	type stepHead struct {
		col   column
		step  journey.Step
		title draw.Text
	}
	var heads []stepHead
	h := 0.0
	for _, c := range d.cols {
		st, ok := d.Project.Steps.Get(c.StepID)
		if !ok {
			continue
		}
		t := d.Set(st.Title, d.Style.StepTitle, c.X1-c.X0-2*d.Style.CellPad)
		heads = append(heads, stepHead{c, st, t})
		h = math.Max(h, math.Max(draw.Height(t, d.Style.StepTitle), d.Style.StepTitle.Lead)+12)
	}
	if len(heads) == 0 {
		return y
	}
	h = math.Max(h, d.Style.StepH)
	for _, s := range heads {
		ref := journey.RefTo(s.step)
		r := geom.Rect{Min: geom.Pt(s.col.X0, y), Max: geom.Pt(s.col.X1, y+h)}
		d.Target(ref, scene.PartBody, r)
		x := s.col.X0 + d.Style.CellPad
		th := math.Max(draw.Height(s.title, d.Style.StepTitle), d.Style.StepTitle.Lead)
		ty := y + 3 + (h-3-th)/2
		d.Write(ref, s.title, d.Style.StepTitle, x, ty)
		d.Editable(ref, scene.PartTitle, geom.R(x, ty, s.col.X1-x-d.Style.CellPad, th), d.Style.StepTitle)
		d.Line(ref, s.col.X0+d.Style.CellPad, y+h, s.col.X1-d.Style.CellPad, y+h, 1.2, style.Mix(d.Palette.Paper, d.Hue(s.col.stage), 0.55))
	}
	return y + h
}
