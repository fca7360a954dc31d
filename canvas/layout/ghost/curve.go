package ghost

import (
	"cmp"
	"math"
	"slices"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Width is how thick a curve of the other map is, in points.
const Width = 1.3

// Dash is how such a curve is broken: a stroke and a gap, in points. It must not be changed.
var Dash = []float64{2.6, 2.8}

// Pale is the colour of the other map's curve of a persona.
func Pale(p style.Palette, persona scene.Color) scene.Color { return style.Mix(p.Paper, persona, 0.55) }

// person is one whose curve the other map has, as they are on this one.
type person struct {
	at    int // among the Feelings of a stage
	from  journey.ID
	name  string
	order int
	color scene.Color
	both  bool // they feel something on both maps, in some stage
}

// people are those whose curves of the other map a lane shows: not of who is hidden here, nor, while somebody
// has the focus, of others. Those who are not on this map come last.
func (g *Ghost) people(d *draw.Drawing, lane journey.Lane) []person {
	if len(g.c.Stages) == 0 {
		return nil
	}
	focus := slices.ContainsFunc(d.Cast, func(c draw.Cast) bool { return c.Focused && !c.Hidden })
	var list []person
	strangers := 0
	for k, f := range g.c.Stages[0].Feelings {
		if f.Persona.From.IsZero() {
			continue
		}
		p := person{at: k, from: f.Persona.From.ID, name: g.name(d, f.Persona.From), order: -1}
		for i, c := range d.Cast {
			if c.PersonaID == f.Persona.To.ID {
				if c.Hidden || focus && !c.Focused || lane.PersonaID != "" && lane.PersonaID != c.PersonaID {
					p.from = ""
				}
				p.order, p.color = i, c.Color
			}
		}
		switch {
		case p.from == "" || len(g.other.Points[p.from]) == 0:
			continue
		case p.order < 0 && (focus || lane.PersonaID != ""):
			continue
		case p.order < 0:
			p.order = len(d.Cast) + strangers
			p.color = d.Palette.Persona(p.order)
			strangers++
		}
		p.both = slices.ContainsFunc(g.c.Stages, func(s insight.StagePair) bool { return s.Feelings[k].Known })
		list = append(list, p)
	}
	return list
}

// The measures of what stands below the curves.
const (
	footPad = 4.0
	lineH   = 13.0
	abreast = 2 // differences on a line
)

// Foot implements layout.Overlay.
func (g *Ghost) Foot(d *draw.Drawing, lane journey.Lane) float64 {
	n := 0
	for _, p := range g.people(d, lane) {
		if p.both {
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return 2*footPad + lineH*float64((n+abreast-1)/abreast)
}

// Feelings implements layout.Overlay.
func (g *Ghost) Feelings(d *draw.Drawing, lane journey.Lane, foot geom.Rect, up, down float64) []geom.Rect {
	people := g.people(d, lane)
	if len(people) == 0 {
		return nil
	}
	ref := journey.RefTo(lane)
	at := g.moments(d)
	busy := g.busy(d, lane, up, down)
	lines := make([][]point, len(people))
	for i, p := range people {
		var pts []point
		for _, f := range g.other.Points[p.from] {
			if x, ok := at[f.At]; ok && !math.IsNaN(f.Value) {
				v := math.Min(math.Max(f.Value, -2), 2)
				pts = append(pts, point{geom.Pt(x, draw.ValueY(v, up, down)), v})
			}
		}
		slices.SortStableFunc(pts, func(a, b point) int { return cmp.Compare(a.X, b.X) })
		if lines[i] = pts; len(pts) > 0 {
			busy = append(busy, g.curve(d, p, pts)...)
		}
	}
	var taken []geom.Rect
	for i, p := range people {
		if len(lines[i]) > 0 {
			r := g.label(d, ref, p, lines[i], busy, len(people) > 1)
			taken, busy = append(taken, r), append(busy, r)
		}
	}
	if !foot.Empty() {
		g.foot(d, ref, people, foot)
	}
	return taken
}

// point is a feeling of the other map in its place on this one.
type point struct {
	geom.Point
	value float64
}

// moments are the places of the other map that feelings are tied to, each where its stage stands on
// this map. What is of a stage that this map has not stands nowhere.
func (g *Ghost) moments(d *draw.Drawing) map[journey.Ref]float64 {
	span := map[journey.ID][2]float64{}
	for _, c := range d.Scene.Grid.Columns {
		s, ok := span[c.StageID]
		if !ok {
			s[0] = c.X0
		}
		s[1] = c.X1
		span[c.StageID] = s
	}
	var columns []scene.Column
	for _, s := range g.other.Stages {
		here, ok := span[g.stages[s.ID]]
		if !ok {
			continue
		}
		steps := g.other.Steps[s.ID]
		n := max(1, len(steps))
		for k := range n {
			c := scene.Column{StageID: s.ID, X0: here[0] + (here[1]-here[0])*float64(k)/float64(n), X1: here[0] + (here[1]-here[0])*float64(k+1)/float64(n)}
			if len(steps) > 0 {
				c.StepID = steps[k].ID
			}
			columns = append(columns, c)
		}
	}
	other := draw.Drawing{Index: g.other}
	at := map[journey.Ref]float64{}
	for i, refs := range other.Moments(columns) {
		for k, r := range refs {
			at[r] = columns[i].X0 + (float64(k)+0.5)/float64(len(refs))*(columns[i].X1-columns[i].X0)
		}
	}
	return at
}

// curve draws a curve of the other map and returns what of the lane it takes.
func (g *Ghost) curve(d *draw.Drawing, p person, pts []point) []geom.Rect {
	line := make([]geom.Point, len(pts))
	for i, q := range pts {
		line[i] = q.Point
	}
	ref := journey.Ref{Kind: journey.KindPersona, ID: p.from}
	if !d.Project.Has(ref) {
		ref = d.Map
	}
	pale := Pale(d.Palette, p.color)
	path := draw.Through(line)
	if len(line) > 1 {
		d.Stroke(ref, path, Width, pale, Dash...)
	}
	taken := pieces(path)
	for _, at := range line {
		m := draw.Marker(p.order, at, 2.4)
		d.Fill(ref, m, d.Palette.Paper)
		d.Stroke(ref, m, 0.9, pale)
		taken = append(taken, m.Bounds().Inset(-1))
	}
	return taken
}

// columnOf is where a stage begins and ends.
func columnOf(d *draw.Drawing, stage journey.ID) (x0, x1 float64) {
	x0, x1 = math.Inf(1), math.Inf(-1)
	for _, c := range d.Scene.Grid.Columns {
		if c.StageID == stage {
			x0, x1 = math.Min(x0, c.X0), math.Max(x1, c.X1)
		}
	}
	return x0, x1
}

// foot says below each stage how much better or worse it feels.
func (g *Ghost) foot(d *draw.Drawing, ref journey.Ref, people []person, r geom.Rect) {
	q := pencil(d)
	label := d.Style.ScaleLabel
	d.Line(ref, r.Min.X, r.Min.Y, r.Max.X, r.Min.Y, d.Style.Hairline, style.Mix(d.Palette.Paper, d.Palette.Line, 0.62))
	t := q.Fit(d.Words.T("pair.against."+g.roleKey()), label, d.Style.LabelWidth-8, 1)
	q.Write(ref, t, label, r.Min.X-8-t.Width(), r.Min.Y+footPad+(lineH-label.Lead)/2)
	v := d.Style.StepTitle
	const sign, space, between = 7.0, 3.0, 12.0
	for _, s := range g.c.Stages {
		if s.To.IsZero() {
			continue
		}
		x0, x1 := columnOf(d, s.To.ID)
		var said []person
		for _, p := range people {
			if s.Feelings[p.at].Known {
				said = append(said, p)
			}
		}
		for first := 0; first < len(said); first += abreast {
			line := said[first:min(first+abreast, len(said))]
			whole := -between
			texts := make([]string, len(line))
			widths := make([]float64, len(line))
			for i, p := range line {
				texts[i] = insight.Signed(d.Words, s.Feelings[p.at].Difference)
				widths[i] = d.Measurer.Break(texts[i], v.Spec, 0).Width()
				whole += 2*(sign+space) + widths[i] + between
			}
			x := (x0+x1)/2 - whole/2
			mid := r.Min.Y + footPad + float64(first/abreast)*lineH + lineH/2
			for i, p := range line {
				diff := s.Feelings[p.at].Difference
				v.Color = Side(d.Palette, diff)
				d.Fill(ref, draw.Marker(p.order, geom.Pt(x+sign/2, mid), 2.8), p.color)
				x += sign + space
				d.Fill(ref, Triangle(geom.Pt(x+sign/2, mid), 3, diff), v.Color)
				x += sign + space
				q.Write(ref, q.Fit(texts[i], v, widths[i]+1, 1), v, x, mid-v.Lead/2)
				x += widths[i] + between
			}
		}
	}
}
