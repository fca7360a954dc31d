package fade

import (
	"strconv"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight/lens"
)

// Caption says on paper what is shown.
type Caption struct {
	Sheet    *style.Sheet // of the map
	Words    *words.Table
	Measurer text.Measurer
}

// Printed returns a map for paper as it is seen through a lens, with a strip at the foot that says
// what is shown.
func Printed(src page.Source, v lens.View, c Caption) page.Source {
	strong, paper := v.Strong(), c.Sheet.Palette.Paper
	out := page.Source{Scene: c.under(Through(src.Scene, strong, paper), v, c.Sheet.Margin)}
	if src.Whole != nil {
		out.Whole = c.under(Through(src.Whole, strong, paper), v, c.Sheet.Margin)
	}
	if src.Title != nil {
		out.Title = func(width float64) *scene.Scene { return Through(src.Title(width), strong, paper) }
	}
	if src.Foot != nil {
		out.Foot = func(width float64) *scene.Scene { return c.under(Through(src.Foot(width), strong, paper), v, 0) }
	}
	return out
}

// The measures of the strip, in points.
const (
	pad    = 9.0
	gap    = 12.0
	column = 16.0 // between the reasons
)

// under puts the strip under all else. margin is what the paper keeps free on each side.
func (c Caption) under(s *scene.Scene, v lens.View, margin float64) *scene.Scene {
	out := *s
	out.Items = append([]scene.Item(nil), s.Items...)
	p := pen{Caption: c, s: &out}
	r := geom.R(s.Bounds.Min.X+margin, s.Bounds.Max.Y-margin+gap, s.Bounds.W()-2*margin, 0)
	r.Max.Y = p.strip(r, v)
	out.Bounds.Max.Y = r.Max.Y + margin
	out.Seal()
	return &out
}

// strip draws what is shown into the width of r and returns where it ends.
func (p *pen) strip(r geom.Rect, v lens.View) float64 {
	ground := len(p.s.Items)
	head, said := p.Sheet.CardTitle, p.Sheet.CardMeta
	x, y := r.Min.X+pad, r.Min.Y+pad-2
	wide := r.W() - 2*pad
	title := v.Title(p.Words)
	if len(v.Strong()) > 0 {
		title += "  " + v.Count(p.Words)
	}
	w, h := p.write(title, head, x, y, wide)
	at, row := x+w+column, y
	tell := func(s string) {
		need := p.width(s, said)
		if at > x && at+need > r.Max.X-pad {
			at, row = x, row+h
		}
		w, down := p.write(s, said, at, row+(head.Lead-said.Lead)/2, wide)
		at, h = at+w+column, max(head.Lead, down)
	}
	for _, g := range v.Groups {
		if n := len(g.Refs); n > 0 && len(v.Groups) > 1 {
			tell(g.Title(p.Words) + " " + strconv.Itoa(n))
		}
	}
	if len(v.Strong()) == 0 {
		tell(p.Words.T("lens.none"))
	} else {
		tell(p.Words.T("lens.pale"))
	}
	r.Max.Y = row + h + pad - 2
	box := geom.RoundRect(r, 6)
	p.s.Items = append(p.s.Items, scene.Item{}, scene.Item{})
	copy(p.s.Items[ground+2:], p.s.Items[ground:])
	p.s.Items[ground] = scene.Item{Bounds: r, Mark: &scene.Fill{Path: box, Color: p.Sheet.Palette.Ground}}
	p.s.Items[ground+1] = scene.Item{Bounds: r.Inset(-1), Mark: &scene.Stroke{Path: box, Color: p.Sheet.Palette.Line,
		Pen: scene.Pen{Width: p.Sheet.Border}}}
	return r.Max.Y
}

// pen writes into a scene.
type pen struct {
	Caption
	s *scene.Scene
}

// capHeight is the share of the size that capitals of the family rise above the base line.
const capHeight = 0.727

func (p *pen) width(s string, v style.Voice) float64 { return p.Measurer.Break(s, v.Spec, 0).Width() }

// write sets a text in lines of a width and returns how wide and high it is.
func (p *pen) write(s string, v style.Voice, x, y, width float64) (w, h float64) {
	t := p.Measurer.Break(strings.TrimSpace(s), v.Spec, max(width, 1))
	for i, l := range t.Lines {
		if len(l.Runs) == 0 {
			continue
		}
		size := v.Spec.Size
		base := y + float64(i)*v.Lead + v.Lead/2 + size*capHeight/2
		p.s.Items = append(p.s.Items, scene.Item{
			Bounds: geom.Rect{
				Min: geom.Pt(x-0.3*size, base-max(l.Ascent, 1)*size-1),
				Max: geom.Pt(x+(l.Width+0.4)*size, base+max(l.Descent, 0.3)*size+1)},
			Mark: &scene.Text{Line: l, Text: t.Text[l.Start:l.End], At: geom.Pt(x, base), Size: size, Color: v.Color},
		})
	}
	return t.Width(), float64(len(t.Lines)) * v.Lead
}
