package layout

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// drawing is one Arrange under way: what is drawn, with what, and what is known so far.
type drawing struct {
	p    journey.Project
	x    *journey.Index
	info journey.Info
	st   *style.Sheet
	pal  style.Palette
	w    *words.Table
	m    text.Measurer
	s    *scene.Scene
	ref  journey.Ref // the map itself

	cast  []cast
	boxed []cast // those with a box beside the title
	cols  []column
	left  float64 // where the first stage begins
	right float64 // where the last stage ends
	head  geom.Rect
	cards map[journey.ID]geom.Rect // where each card stands
	// rowCards lists the same by row of the grid.
	rowCards map[int][]geom.Rect
	labels   []linkLabel
	noLegend bool
	above    float64 // how far the ground of the card being drawn reaches up, for its picture
}

// column is a column of the grid with the stage it belongs to.
type column struct {
	scene.Column
	stage int  // index into x.Stages
	first bool // of its stage
}

func (d *drawing) put(from journey.Ref, bounds geom.Rect, m scene.Mark) {
	d.s.Items = append(d.s.Items, scene.Item{From: from, Bounds: bounds, Mark: m})
}

func (d *drawing) fill(from journey.Ref, p geom.Path, c scene.Color) {
	d.put(from, p.Bounds(), &scene.Fill{Path: p, Color: c})
}

func (d *drawing) stroke(from journey.Ref, p geom.Path, width float64, c scene.Color, dash ...float64) {
	if len(dash) == 0 {
		dash = nil
	}
	d.put(from, p.Bounds().Inset(-width), &scene.Stroke{Path: p, Pen: scene.Pen{Width: width, Dash: dash}, Color: c})
}

func (d *drawing) line(from journey.Ref, x0, y0, x1, y1, width float64, c scene.Color, dash ...float64) {
	d.stroke(from, geom.Polyline(geom.Pt(x0, y0), geom.Pt(x1, y1)), width, c, dash...)
}

// icon draws an icon with its square at r.
func (d *drawing) icon(from journey.Ref, ic icon.Icon, r geom.Rect, c scene.Color) {
	ic = ic.In(r)
	if len(ic.Fills.Verbs) > 0 {
		d.fill(from, ic.Fills, c)
	}
	if len(ic.Strokes.Verbs) > 0 {
		d.stroke(from, ic.Strokes, d.st.IconWidth*r.W()/13, c)
	}
}

// setText is a text broken at a width, which tells where lines from right to left begin.
type setText struct {
	text.Paragraph
	width float64 // 0: one line
}

// set breaks a text in a voice at a width. A box that has no room left is one point wide: to the
// measurer nothing would mean no limit.
func (d *drawing) set(s string, v style.Voice, width float64) setText {
	width = max(width, 1)
	return setText{d.m.Break(s, v.Spec, width), width}
}

// setLine sets a text in lines as long as they need to be.
func (d *drawing) setLine(s string, v style.Voice) setText {
	return setText{d.m.Break(s, v.Spec, 0), 0}
}

// tight is t in a box that is no wider than its lines.
func (t setText) tight() setText {
	t.width = t.Width()
	return t
}

// height is what a paragraph takes; an empty text takes nothing.
func height(p setText, v style.Voice) float64 {
	if p.Text == "" {
		return 0
	}
	return float64(len(p.Lines)) * v.Lead
}

// capHeight is the share of the size that capitals of the family rise above the base line.
const capHeight = 0.727

// baseline is where the first base line of a voice lies below the top of its line box, so that
// capitals stand in the middle of the box.
func baseline(v style.Voice) float64 { return v.Lead/2 + v.Spec.Size*capHeight/2 }

// write paints a paragraph with its top left at x, y and returns its height.
func (d *drawing) write(from journey.Ref, p setText, v style.Voice, x, y float64) float64 {
	if p.Text == "" {
		return 0
	}
	for i, l := range p.Lines {
		at := x
		if l.RTL && p.width > 0 {
			at = x + p.width - l.Width*v.Spec.Size
		}
		d.writeLine(from, p, l, v, at, y+float64(i)*v.Lead+baseline(v))
	}
	return height(p, v)
}

func (d *drawing) writeLine(from journey.Ref, p setText, l text.Line, v style.Voice, x, base float64) {
	if len(l.Runs) == 0 {
		return
	}
	size := v.Spec.Size
	// Accents, italics and glyphs of other fonts may reach a little beyond their line box.
	bounds := geom.Rect{
		Min: geom.Pt(x-0.3*size, base-max(l.Ascent, 1)*size-1),
		Max: geom.Pt(x+(l.Width+0.4)*size, base+max(l.Descent, 0.3)*size+1),
	}
	d.put(from, bounds, &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(x, base), Size: size, Color: v.Color})
}

// writeRight paints a one-line text that ends at x.
func (d *drawing) writeRight(from journey.Ref, s string, v style.Voice, x, y float64) {
	p := d.setLine(s, v)
	d.write(from, p, v, x-p.Width(), y)
}

func (d *drawing) target(ref journey.Ref, part scene.Part, r geom.Rect) {
	d.s.Targets = append(d.s.Targets, scene.Target{Ref: ref, Part: part, Bounds: r})
}

// editable makes the text at r editable in place. r is widened to at least one line.
func (d *drawing) editable(ref journey.Ref, part scene.Part, r geom.Rect, v style.Voice) {
	if r.H() < v.Lead {
		r.Max.Y = r.Min.Y + v.Lead
	}
	d.s.Targets = append(d.s.Targets, scene.Target{
		Ref: ref, Part: part, Bounds: r,
		Edit: &scene.Edit{Rect: r, Spec: v.Spec, Color: v.Color, Lead: v.Lead},
	})
}

// or returns s, or other if s is empty.
func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}
