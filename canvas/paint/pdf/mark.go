package pdf

import (
	"fmt"
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/pdf/subset"
	"jejak/canvas/scene"
)

// painter turns marks into content operators. It is a paint.Painter; the first thing that can
// not be painted stays in err.
type painter struct {
	content
	file     *file
	fonts    *subset.Fonts
	shapes   *shapes
	masks    *masks
	scale    float64 // from the scene to paper
	state    state
	saved    []state
	pics     map[string]string
	stickers *stickers
	speech   *speech
	layers   *layers
	blank    bool // the line being painted ends with a blank that is not seen
	err      error
}

// state is what the reader's graphics state holds, so that nothing is said twice.
type state struct {
	fill, stroke scene.Color
	alpha        string
	width        float64
	dash         []float64
	font         *subset.Font
	size         float64
}

func newPainter(f *file) *painter {
	return &painter{
		file: f, fonts: subset.New(), shapes: newShapes(), masks: newMasks(), pics: map[string]string{},
		stickers: newStickers(), speech: newSpeech(), layers: newLayers(),
	}
}

func (p *painter) beginPage() {
	p.content = content{buf: p.buf[:0], decimals: 2}
	p.speech.pages++
	p.speech.mcid = 0
	p.state = state{fill: scene.Color{}, stroke: scene.Color{}, alpha: "", width: 1}
}

// beginWindow sets the coordinates to those of the scene, y down, and clips to what is shown of it.
func (p *painter) beginWindow(s sheet, w scene.Window) {
	place := s.place(w)
	p.scale = place.K * s.unit
	p.decimals = 2
	if p.scale > 3 {
		p.decimals = 3
	}
	p.pushState()
	p.matrix(place.K, -place.K, geom.Pt(place.D.X, s.size.H-place.D.Y))
	p.path(geom.RectPath(w.View), geom.Point{})
	p.op("W n")
	p.op("1 J 1 j")
}

func (p *painter) endWindow() {
	p.hush()
	p.setLayer(0)
	p.speech.last = nil
	p.popState()
}

func (p *painter) endPage() {
	if p.depth != 0 && p.err == nil {
		p.err = fmt.Errorf("%d graphics states were left open", p.depth)
	}
	p.file.content(p.buf)
}

func (p *painter) pushState() {
	p.save()
	p.saved = append(p.saved, p.state)
}

func (p *painter) popState() {
	p.restore()
	p.state = p.saved[len(p.saved)-1]
	p.saved = p.saved[:len(p.saved)-1]
}

func (p *painter) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf(format, args...)
	}
}

// opacity sets the alpha for fill and stroke, and reports whether anything is to be seen at all.
func (p *painter) opacity(a float64) bool {
	if math.IsNaN(a) || a <= 0 {
		return false
	}
	name := ""
	if a < 0.9995 {
		name = p.file.alpha(a)
	} else if p.state.alpha != "" {
		name = p.file.alpha(1)
	}
	if name != p.state.alpha {
		p.name(name)
		p.op("gs")
		p.state.alpha = name
	}
	return true
}

func (p *painter) fillColor(c scene.Color) bool {
	if !p.opacity(c.A) {
		return false
	}
	if c.A = 0; c != p.state.fill {
		p.color(c, "g", "rg")
		p.state.fill = c
	}
	return true
}

func (p *painter) strokeColor(c scene.Color) bool {
	if !p.opacity(c.A) {
		return false
	}
	if c.A = 0; c != p.state.stroke {
		p.color(c, "G", "RG")
		p.state.stroke = c
	}
	return true
}

// Fill paints the inside of a path.
func (p *painter) Fill(m *scene.Fill) {
	if !object.Sound(m.Path) {
		p.fail("a filled path is broken or has a coordinate that is not a number")
		return
	}
	if len(m.Path.Verbs) == 0 {
		return
	}
	if g := m.Gradient; g != nil {
		p.gradient(m.Path, *g)
		return
	}
	if p.fillColor(m.Color) {
		p.shape(m.Path, "f", 0)
	}
}

// Stroke paints along a path.
func (p *painter) Stroke(m *scene.Stroke) {
	if !object.Sound(m.Path) || !object.Finite(m.Pen.Width) || !object.Finite(m.Pen.Dash...) {
		p.fail("a line is broken or has a coordinate that is not a number")
		return
	}
	if len(m.Path.Verbs) == 0 || m.Pen.Width <= 0 || !p.strokeColor(m.Color) {
		return
	}
	p.pen(m.Pen)
	p.shape(m.Path, "S", m.Pen.Width)
}

func (p *painter) pen(pen scene.Pen) {
	if pen.Width != p.state.width {
		p.num(pen.Width, 3)
		p.op("w")
		p.state.width = pen.Width
	}
	dash := pen.Dash
	sum := 0.0
	for _, d := range dash {
		if d < 0 {
			dash = nil
		}
		sum += d
	}
	if sum <= 0 {
		dash = nil // a reader would not know how to go on
	}
	if !slices.Equal(dash, p.state.dash) {
		p.buf = append(p.buf, "[ "...)
		for _, d := range dash {
			p.num(d, 3)
		}
		p.op("] 0 d")
		p.state.dash = dash
	}
}

// shape paints a path with op. A shape that stood elsewhere before is only placed again.
func (p *painter) shape(path geom.Path, op string, pen float64) {
	if name, d, ok := p.shapes.find(path, op, pen, p.decimals); ok {
		p.place(name, d)
		return
	}
	p.path(path, geom.Point{})
	p.op(op)
}

// place paints a form, moved by d.
func (p *painter) place(name string, d geom.Point) {
	p.save()
	p.buf = append(p.buf, "1 0 0 1 "...)
	p.at(d)
	p.op("cm")
	p.name(name)
	p.op("Do")
	p.restore()
}
