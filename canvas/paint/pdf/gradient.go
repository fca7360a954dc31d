package pdf

import (
	"fmt"
	"math"
	"strconv"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
)

// mask is what a blend of opacities is painted through: lighter is more opaque.
type mask struct {
	name string // of the graphics state that sets it
	box  geom.Rect
	ops  []byte
}

// masks are those of the file, each once.
type masks struct {
	all   []mask
	names map[string]string
}

func newMasks() *masks { return &masks{names: map[string]string{}} }

// gradient fills a path with a blend.
func (p *painter) gradient(path geom.Path, g scene.Gradient) {
	switch {
	case !object.Finite(g.Y0, g.Y1) || math.IsNaN(g.From.A) || math.IsNaN(g.To.A):
		p.fail("a gradient has a coordinate that is not a number")
		return
	case math.Abs(g.Y1-g.Y0) < 0.01 || g.From == g.To:
		if p.fillColor(g.To) {
			p.shape(path, "f", 0)
		}
		return
	case g.From.A <= 0 && g.To.A <= 0:
		return
	}
	if math.Abs(g.From.A-g.To.A) >= 0.002 {
		p.fade(path, g)
		return
	}
	p.pushState()
	p.path(path, geom.Point{})
	p.op("W n")
	p.opacity(g.From.A)
	p.content.shade(p.file.gradient(g.From, g.To), g)
	p.popState()
}

// fade fills a path with one colour that fades out and then with the other that fades in. With
// the fainter one on top that is the blend of colours as they are seen, without the brightness of
// a colour that is hardly there.
func (p *painter) fade(path geom.Path, g scene.Gradient) {
	out, in := g, g
	out.To = g.From.Alpha(0)
	in.From = g.To.Alpha(0)
	layers := [2]scene.Gradient{out, in}
	if g.From.A < g.To.A {
		layers = [2]scene.Gradient{in, out}
	}
	for _, layer := range layers {
		c := layer.From
		if layer.To.A > 0 {
			c = layer.To
		}
		if c.A < 0.002 {
			continue
		}
		p.pushState()
		p.fillColor(c.Alpha(1))
		p.name(p.mask(path.Bounds(), layer))
		p.op("gs")
		p.shape(path, "f", 0)
		p.popState()
	}
}

// shade paints a blend over all that is not clipped away.
func (c *content) shade(name string, g scene.Gradient) {
	c.matrix(1, g.Y1-g.Y0, geom.Pt(0, g.Y0))
	c.name(name)
	c.op("sh")
}

// mask returns the name of the graphics state that lets through what g says. It holds until the
// state before is restored.
func (p *painter) mask(box geom.Rect, g scene.Gradient) string {
	box = box.Inset(-1)
	key := fmt.Sprintf("%.2f %.3f %.3f %.3f %.3f", box, g.Y0, g.Y1, g.From.A, g.To.A)
	if name, ok := p.masks.names[key]; ok {
		return name
	}
	gray := func(a float64) scene.Color {
		v := uint8(math.Round(math.Max(0, math.Min(a, 1)) * 255))
		return scene.Color{R: v, G: v, B: v, A: 1}
	}
	c := newContent()
	c.shade(p.file.gradient(gray(g.From.A), gray(g.To.A)), g)
	m := mask{name: "M" + strconv.Itoa(len(p.masks.all)), box: box, ops: c.buf}
	p.masks.all = append(p.masks.all, m)
	p.masks.names[key] = m.name
	return m.name
}
