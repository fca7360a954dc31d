package raster

import (
	"image"
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

const (
	// largestMask is the size in pixels up to which glyphs are kept as masks; larger ones are rare
	// and are filled as paths.
	largestMask = 96

	// smallestText is the size in pixels under which nobody can read: a pale bar stands for the words.
	smallestText = 2.2

	// subSteps is how many places within a pixel a glyph is kept for.
	subSteps = 4
)

type glyphKey struct {
	face  uint32
	glyph uint32
	size  float32
	sub   uint8
}

// mask is the coverage of a glyph, at the offset from the pixel its origin is in.
type mask struct {
	box image.Rectangle
	pix []uint8 // row by row, box.Dx() each
}

var glyphs = newCache[glyphKey](24<<20, func(m *mask) int { return len(m.pix) + 96 })

// Text paints a shaped line. The base line stands on a whole pixel, glyphs at quarter pixels.
func (p *Painter) Text(t *scene.Text) {
	k := inkOf(t.Color)
	size := float32(t.Size * p.view.K)
	at := p.view.Apply(t.At)
	if k.a == 0 || !(size > 0) || size > farthest || !(math.Abs(at.X) <= farthest && math.Abs(at.Y) <= farthest) {
		return
	}
	if size < smallestText {
		p.bar(t, at, float64(size))
		return
	}
	table := contrast(t.Color)
	em := float64(size)
	base := int(math.Round(at.Y))
	for _, run := range t.Line.Runs {
		if run.Face == nil {
			continue
		}
		for _, g := range run.Glyphs {
			x := at.X + (run.X+g.X)*em
			y := math.Round(g.Y * em)
			if !(math.Abs(x) <= farthest && math.Abs(y) <= farthest) {
				continue
			}
			if layers := run.Face.Colours(g.ID); len(layers) > 0 {
				key := glyphKey{face: run.Face.ID(), glyph: g.ID, size: size}
				p.coloured(layers, key, geom.Pt(x, float64(base)+y), int(math.Round(x)), base+int(y), k.a)
				continue
			}
			if size > largestMask {
				p.glyphPath(run.Face.Outline(g.ID), geom.Transform{K: em, D: geom.Pt(x, float64(base)+y)}, k)
				continue
			}
			// No glyph reaches farther than this from its origin, so most outside need no look-up.
			if reach := 3 * em; x+reach < float64(p.clip.Min.X) || x-reach > float64(p.clip.Max.X) {
				continue
			}
			q := int(math.Floor(x*subSteps + 0.5))
			m := p.glyph(run.Face, glyphKey{run.Face.ID(), g.ID, size, uint8(q & (subSteps - 1))})
			p.stamp(m, q>>2, base+int(y), k, table)
		}
	}
}

// bar stands for a line that is too small to read.
func (p *Painter) bar(t *scene.Text, at geom.Point, em float64) {
	k := inkOf(t.Color.Alpha(t.Color.A * 0.45))
	w := t.Line.Width * em
	if !(w <= farthest) {
		return
	}
	p.rect(geom.R(at.X, at.Y-0.55*em, w, 0.55*em), tint{ink: k})
}

// glyph returns the mask of a glyph, from the cache if it is there.
func (p *Painter) glyph(face text.Outliner, key glyphKey) *mask {
	if m, ok := glyphs.get(key); ok {
		return m
	}
	m := p.makeMask(face.Outline(key.glyph), geom.Transform{
		K: float64(key.size),
		D: geom.Pt(float64(key.sub)/subSteps, 0),
	})
	glyphs.put(key, m)
	return m
}

// makeMask fills an outline into a mask of its own.
func (p *Painter) makeMask(outline geom.Path, t geom.Transform) *mask {
	path := outline.Transform(t)
	box, ok := cover(path.Bounds())
	// A glyph far larger than its em is a damaged font, not a letter.
	if !ok || box.Empty() || box.Dx() > 16*largestMask || box.Dy() > 16*largestMask {
		return &mask{}
	}
	m := &mask{box: box, pix: make([]uint8, box.Dx()*box.Dy())}
	p.scan.begin(box)
	p.scan.path(path)
	p.scan.rows(func(y int, runs []run) {
		row := m.pix[(y-box.Min.Y)*box.Dx():]
		for _, r := range runs {
			for x := r.x0; x < r.x1; x++ {
				row[x-box.Min.X] = uint8(r.a)
			}
		}
	})
	return m
}

// stamp lays a mask over the image with its origin in the pixel x, y.
func (p *Painter) stamp(m *mask, x, y int, k ink, table *[256]uint8) {
	at := m.box.Add(image.Pt(x, y))
	box := at.Intersect(p.clip)
	if box.Empty() {
		return
	}
	for row := box.Min.Y; row < box.Max.Y; row++ {
		from := (row-at.Min.Y)*at.Dx() + box.Min.X - at.Min.X
		k.blendMask(p.row(row, box.Min.X, box.Max.X), m.pix[from:from+box.Dx()], table)
	}
}

// glyphPath fills a large glyph.
func (p *Painter) glyphPath(outline geom.Path, t geom.Transform, k ink) {
	path := outline.Transform(t)
	box, ok := cover(path.Bounds())
	box = box.Intersect(p.clip)
	if !ok || box.Empty() {
		return
	}
	p.scan.begin(box)
	p.scan.path(path)
	p.paint(tint{ink: k})
}

// contrasts holds, for 16 degrees of lightness of the ink, what opacity coverage becomes.
// Blending is done on sRGB values, where light ink on dark ground comes out too thin: it gets
// more coverage. Dark ink gets a little, because small grey text on white is pale too.
var contrasts = func() (all [16][256]uint8) {
	for i := range all {
		light := float64(i) / 15
		gamma := 0.88 - 0.2*light
		for c := range 256 {
			all[i][c] = uint8(math.Round(255 * math.Pow(float64(c)/255, gamma)))
		}
	}
	return all
}()

// contrast returns the table from mask values to opacity for text of a colour.
func contrast(c scene.Color) *[256]uint8 {
	luma := (0.299*float64(c.R) + 0.587*float64(c.G) + 0.114*float64(c.B)) / 255
	table := &contrasts[int(math.Round(luma*15))]
	a := opacity(c.A)
	if a == 255 {
		return table
	}
	paler := new([256]uint8)
	for i, v := range table {
		paler[i] = uint8(over255(uint32(v), a))
	}
	return paler
}

// faint returns the table that takes mask values times a/255.
func faint(a uint32) *[256]uint8 {
	var table [256]uint8
	for i := range table {
		table[i] = uint8(over255(uint32(i), a))
	}
	return &table
}
