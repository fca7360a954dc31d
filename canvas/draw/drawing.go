// Package draw is what every form of a map is made of: the pen, cards and numbers in their boxes,
// curves and faces, the title block and the legend.
//
// It knows nothing of where things stand: canvas/layout and canvas/ring say that. All measures are
// points, origin top left, y down.
package draw

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Drawing is one map being drawn: what is drawn, with what, and what is known so far. It belongs to
// one goroutine.
type Drawing struct {
	Project  journey.Project
	Index    *journey.Index
	Info     journey.Info
	Style    *style.Sheet
	Palette  style.Palette
	Words    *words.Table
	Measurer text.Measurer
	Scene    *scene.Scene
	Map      journey.Ref // the map itself

	Cast     []Cast
	Boxed    []Cast  // those with a box beside the title
	Right    float64 // where what is drawn ends, the margin apart
	Cards    map[journey.ID]geom.Rect
	NoLegend bool
	Signs    []Sign  // more of the legend
	above    float64 // how far the ground of the card being drawn reaches up, for its picture
}

// Put adds a mark that stands for a record.
func (d *Drawing) Put(from journey.Ref, bounds geom.Rect, m scene.Mark) {
	d.Scene.Items = append(d.Scene.Items, scene.Item{From: from, Bounds: bounds, Mark: m})
}

// Fill paints the inside of a path.
func (d *Drawing) Fill(from journey.Ref, p geom.Path, c scene.Color) {
	d.Put(from, p.Bounds(), &scene.Fill{Path: p, Color: c})
}

// Stroke paints along a path; dash is strokes and gaps in points.
func (d *Drawing) Stroke(from journey.Ref, p geom.Path, width float64, c scene.Color, dash ...float64) {
	if len(dash) == 0 {
		dash = nil
	}
	d.Put(from, p.Bounds().Inset(-width), &scene.Stroke{Path: p, Pen: scene.Pen{Width: width, Dash: dash}, Color: c})
}

// Line paints a straight line.
func (d *Drawing) Line(from journey.Ref, x0, y0, x1, y1, width float64, c scene.Color, dash ...float64) {
	d.Stroke(from, geom.Polyline(geom.Pt(x0, y0), geom.Pt(x1, y1)), width, c, dash...)
}

// Icon draws an icon with its square at r.
func (d *Drawing) Icon(from journey.Ref, ic icon.Icon, r geom.Rect, c scene.Color) {
	ic = ic.In(r)
	if len(ic.Fills.Verbs) > 0 {
		d.Fill(from, ic.Fills, c)
	}
	if len(ic.Strokes.Verbs) > 0 {
		d.Stroke(from, ic.Strokes, d.Style.IconWidth*r.W()/13, c)
	}
}

// Text is a text broken at a width, which tells where lines from right to left begin.
type Text struct {
	text.Paragraph
	width float64 // 0: one line
}

// Set breaks a text in a voice at a width. A box that has no room left is one point wide: to the
// measurer nothing would mean no limit.
func (d *Drawing) Set(s string, v style.Voice, width float64) Text {
	width = max(width, 1)
	return Text{d.Measurer.Break(s, v.Spec, width), width}
}

// SetLine sets a text in lines as long as they need to be.
func (d *Drawing) SetLine(s string, v style.Voice) Text {
	return Text{d.Measurer.Break(s, v.Spec, 0), 0}
}

// Tight is t in a box that is no wider than its lines.
func (t Text) Tight() Text {
	t.width = t.Width()
	return t
}

// Height is what a paragraph takes; an empty text takes nothing.
func Height(p Text, v style.Voice) float64 {
	if p.Text == "" {
		return 0
	}
	return float64(len(p.Lines)) * v.Lead
}

// capHeight is the share of the size that capitals of the family rise above the base line.
const capHeight = 0.727

// Baseline is where the first base line of a voice lies below the top of its line box, so that
// capitals stand in the middle of the box.
func Baseline(v style.Voice) float64 { return v.Lead/2 + v.Spec.Size*capHeight/2 }

// Write paints a paragraph with its top left at x, y and returns its height.
func (d *Drawing) Write(from journey.Ref, p Text, v style.Voice, x, y float64) float64 {
	if p.Text == "" {
		return 0
	}
	for i, l := range p.Lines {
		at := x
		if l.RTL && p.width > 0 {
			at = x + p.width - l.Width*v.Spec.Size
		}
		d.WriteLine(from, p, l, v, at, y+float64(i)*v.Lead+Baseline(v))
	}
	return Height(p, v)
}

// WriteLine paints one line of a paragraph that starts at x on its base line.
func (d *Drawing) WriteLine(from journey.Ref, p Text, l text.Line, v style.Voice, x, base float64) {
	if len(l.Runs) == 0 {
		return
	}
	size := v.Spec.Size
	// Accents, italics and glyphs of other fonts may reach a little beyond their line box.
	bounds := geom.Rect{
		Min: geom.Pt(x-0.3*size, base-max(l.Ascent, 1)*size-1),
		Max: geom.Pt(x+(l.Width+0.4)*size, base+max(l.Descent, 0.3)*size+1),
	}
	d.Put(from, bounds, &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(x, base), Size: size, Color: v.Color})
}

// WriteRight paints a one-line text that ends at x.
func (d *Drawing) WriteRight(from journey.Ref, s string, v style.Voice, x, y float64) {
	p := d.SetLine(s, v)
	d.Write(from, p, v, x-p.Width(), y)
}

// Target makes a place one that can be touched.
func (d *Drawing) Target(ref journey.Ref, part scene.Part, r geom.Rect) {
	d.Scene.Targets = append(d.Scene.Targets, scene.Target{Ref: ref, Part: part, Bounds: r})
}

// Editable makes the text at r editable in place. r is widened to at least one line.
func (d *Drawing) Editable(ref journey.Ref, part scene.Part, r geom.Rect, v style.Voice) {
	if r.H() < v.Lead {
		r.Max.Y = r.Min.Y + v.Lead
	}
	d.Scene.Targets = append(d.Scene.Targets, scene.Target{
		Ref: ref, Part: part, Bounds: r,
		Edit: &scene.Edit{Rect: r, Spec: v.Spec, Color: v.Color, Lead: v.Lead},
	})
}
