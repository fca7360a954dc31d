package dashboard

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// pen puts marks into a scene.
type pen struct {
	st  *style.Sheet
	pal style.Palette
	m   text.Measurer
	s   *scene.Scene
}

func (p *pen) put(from journey.Ref, bounds geom.Rect, m scene.Mark) {
	p.s.Items = append(p.s.Items, scene.Item{From: from, Bounds: bounds, Mark: m})
}

func (p *pen) fill(from journey.Ref, path geom.Path, c scene.Color) {
	p.put(from, path.Bounds(), &scene.Fill{Path: path, Color: c})
}

func (p *pen) stroke(from journey.Ref, path geom.Path, width float64, c scene.Color, dash ...float64) {
	if len(dash) == 0 {
		dash = nil
	}
	p.put(from, path.Bounds().Inset(-width), &scene.Stroke{Path: path, Pen: scene.Pen{Width: width, Dash: dash}, Color: c})
}

func (p *pen) line(from journey.Ref, x0, y0, x1, y1, width float64, c scene.Color, dash ...float64) {
	p.stroke(from, geom.Polyline(geom.Pt(x0, y0), geom.Pt(x1, y1)), width, c, dash...)
}

// face draws a feeling.
func (p *pen) face(from journey.Ref, at geom.Point, radius, value float64) {
	c := p.pal.Mood(value)
	disc, eyes, mouth := layout.Face(at, radius, value)
	p.fill(from, disc, p.pal.Paper)
	p.stroke(from, disc, radius*0.2, c)
	p.fill(from, eyes, c)
	p.stroke(from, mouth, radius*0.16, c)
}

// fit sets a text in at most that many lines, the last cut off with an ellipsis.
func (p *pen) fit(s string, v style.Voice, width float64, lines int) text.Paragraph {
	return text.Ellipsis(p.m, s, v.Spec, max(width, 1), lines)
}

// capHeight is the share of the size that capitals of the family rise above the base line.
const capHeight = 0.727

// write paints a paragraph with its top left at x, y and returns its height.
func (p *pen) write(from journey.Ref, t text.Paragraph, v style.Voice, x, y float64) float64 {
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
		p.put(from, bounds, &scene.Text{Line: l, Text: t.Text[l.Start:l.End], At: geom.Pt(x, base), Size: size, Color: v.Color})
	}
	return float64(len(t.Lines)) * v.Lead
}

// right writes one line that ends at x, middle one about it. Both return its width.
func (p *pen) right(from journey.Ref, s string, v style.Voice, x, y float64) float64 {
	t := p.m.Break(s, v.Spec, 0)
	p.write(from, t, v, x-t.Width(), y)
	return t.Width()
}

func (p *pen) middle(from journey.Ref, s string, v style.Voice, x, y float64) float64 {
	t := p.m.Break(s, v.Spec, 0)
	p.write(from, t, v, x-t.Width()/2, y)
	return t.Width()
}

// target lets r be touched for a record.
func (p *pen) target(ref journey.Ref, r geom.Rect) {
	p.s.Targets = append(p.s.Targets, scene.Target{Ref: ref, Part: scene.PartBody, Bounds: r})
}
