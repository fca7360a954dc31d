// Package pen puts marks into a scene: what sheets of paper other than maps are drawn with, such as
// the dashboard, the priorities and the register of actions. Units are points, the origin is top
// left, y grows downward. A Pen belongs to one goroutine.
package pen

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Pen draws into Scene with the voices and colours of Style. All of it must be there.
type Pen struct {
	Style    *style.Sheet
	Measurer text.Measurer
	Scene    *scene.Scene
}

// Put adds a mark.
func (p *Pen) Put(from journey.Ref, bounds geom.Rect, m scene.Mark) {
	p.Scene.Items = append(p.Scene.Items, scene.Item{From: from, Bounds: bounds, Mark: m})
}

// Fill paints the inside of a path.
func (p *Pen) Fill(from journey.Ref, path geom.Path, c scene.Color) {
	p.Put(from, path.Bounds(), &scene.Fill{Path: path, Color: c})
}

// Stroke paints along a path.
func (p *Pen) Stroke(from journey.Ref, path geom.Path, width float64, c scene.Color, dash ...float64) {
	if len(dash) == 0 {
		dash = nil
	}
	p.Put(from, path.Bounds().Inset(-width), &scene.Stroke{Path: path, Pen: scene.Pen{Width: width, Dash: dash}, Color: c})
}

// Line paints a straight line.
func (p *Pen) Line(from journey.Ref, x0, y0, x1, y1, width float64, c scene.Color, dash ...float64) {
	p.Stroke(from, geom.Polyline(geom.Pt(x0, y0), geom.Pt(x1, y1)), width, c, dash...)
}

// Shadow paints what a raised rectangle casts.
func (p *Pen) Shadow(from journey.Ref, r geom.Rect, corner float64) {
	p.Put(from, r.Inset(-6).Move(geom.Pt(0, 1)), &scene.Shadow{
		Rect: r, Corner: corner, Blur: 2.4, Dy: 1.1, Color: p.Style.Palette.Dark.Alpha(0.10),
	})
}

// Icon draws an icon of canvas/icon into a square; nothing for a name that is not there.
func (p *Pen) Icon(from journey.Ref, name string, r geom.Rect, c scene.Color) {
	ic, ok := icon.Named(name)
	if !ok {
		return
	}
	if ic = ic.In(r); len(ic.Fills.Verbs) > 0 {
		p.Fill(from, ic.Fills, c)
	}
	if len(ic.Strokes.Verbs) > 0 {
		p.Stroke(from, ic.Strokes, p.Style.IconWidth*r.W()/13, c)
	}
}

// Arrow is a line with a point at its end.
func (p *Pen) Arrow(ref journey.Ref, from, to geom.Point) {
	c := p.Style.Palette.Second
	p.Line(ref, from.X, from.Y, to.X, to.Y, p.Style.Border, c)
	d := to.Sub(from).Mul(3.2 / math.Max(from.Dist(to), 1))
	n := geom.Pt(-d.Y, d.X)
	p.Stroke(ref, geom.Polyline(to.Sub(d).Add(n.Mul(0.7)), to, to.Sub(d).Sub(n.Mul(0.7))), p.Style.Border, c)
}

// Face draws a feeling.
func (p *Pen) Face(from journey.Ref, at geom.Point, radius, value float64) {
	c := p.Style.Palette.Mood(value)
	disc, eyes, mouth := layout.Face(at, radius, value)
	p.Fill(from, disc, p.Style.Palette.Paper)
	p.Stroke(from, disc, radius*0.2, c)
	p.Fill(from, eyes, c)
	p.Stroke(from, mouth, radius*0.16, c)
}

// Fit sets a text in at most that many lines, the last cut off with an ellipsis.
func (p *Pen) Fit(s string, v style.Voice, width float64, lines int) text.Paragraph {
	return text.Ellipsis(p.Measurer, s, v.Spec, max(width, 1), lines)
}

// capHeight is the share of the size that capitals of the family rise above the base line.
const capHeight = 0.727

// Write paints a paragraph with its top left at x, y and returns its height.
func (p *Pen) Write(from journey.Ref, t text.Paragraph, v style.Voice, x, y float64) float64 {
	if t.Text == "" {
		return 0
	}
	for i, l := range t.Lines {
		if len(l.Runs) == 0 {
			continue
		}
		size := v.Spec.Size
		base := y + float64(i)*v.Lead + v.Lead/2 + size*capHeight/2
		bounds := geom.Rect{
			Min: geom.Pt(x-0.3*size, base-max(l.Ascent, 1)*size-1),
			Max: geom.Pt(x+(l.Width+0.4)*size, base+max(l.Descent, 0.3)*size+1),
		}
		p.Put(from, bounds, &scene.Text{Line: l, Text: t.Text[l.Start:l.End], At: geom.Pt(x, base), Size: size, Color: v.Color})
	}
	return float64(len(t.Lines)) * v.Lead
}

// Right writes one line that ends at x, Middle one about it. Both return its width.
func (p *Pen) Right(from journey.Ref, s string, v style.Voice, x, y float64) float64 {
	t := p.Measurer.Break(s, v.Spec, 0)
	p.Write(from, t, v, x-t.Width(), y)
	return t.Width()
}

// Middle writes one line about x and returns its width.
func (p *Pen) Middle(from journey.Ref, s string, v style.Voice, x, y float64) float64 {
	t := p.Measurer.Break(s, v.Spec, 0)
	p.Write(from, t, v, x-t.Width()/2, y)
	return t.Width()
}

// Target lets r be touched for a record.
func (p *Pen) Target(ref journey.Ref, r geom.Rect) {
	p.Scene.Targets = append(p.Scene.Targets, scene.Target{Ref: ref, Part: scene.PartBody, Bounds: r})
}
