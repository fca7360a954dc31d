package raster

import (
	"encoding/binary"
	"image"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text/colr"
)

// sticker is a glyph in its own colours, at the offset from the pixel its origin is in. Pixels are
// multiplied with their opacity.
type sticker struct {
	box image.Rectangle
	pix []uint8 // row by row, 4·box.Dx() each
}

var stickers = newCache[glyphKey](16<<20, func(s *sticker) int { return len(s.pix) + 96 })

// coloured paints a glyph that has colours of its own; of the colour of the text it takes the
// opacity alone. Small ones stand on whole pixels.
func (p *Painter) coloured(layers []colr.Layer, key glyphKey, at geom.Point, x, y int, alpha uint32) {
	if key.size > largestMask {
		p.layers(layers, geom.Transform{K: float64(key.size), D: at}.Affine(), alpha)
		return
	}
	s, ok := stickers.get(key)
	if !ok {
		s = makeSticker(layers, float64(key.size))
		stickers.put(key, s)
	}
	box := s.box.Add(image.Pt(x, y))
	seen := box.Intersect(p.clip)
	for py := seen.Min.Y; py < seen.Max.Y; py++ {
		from := 4 * ((py-box.Min.Y)*box.Dx() + seen.Min.X - box.Min.X)
		overlay(p.row(py, seen.Min.X, seen.Max.X), s.pix[from:], alpha)
	}
}

// overlay lays multiplied pixels over row at an opacity.
func overlay(row, src []uint8, alpha uint32) {
	for i := 0; i+4 <= len(row); i += 4 {
		s := binary.LittleEndian.Uint32(src[i:])
		if s == 0 {
			continue
		}
		if alpha != 255 {
			s = faded(s, alpha)
		}
		if a := s >> 24; a != 255 {
			s += faded(binary.LittleEndian.Uint32(row[i:]), 255-a)
		}
		binary.LittleEndian.PutUint32(row[i:], s)
	}
}

// makeSticker paints a glyph apart.
func makeSticker(layers []colr.Layer, size float64) *sticker {
	place := geom.Transform{K: size}.Affine()
	var all image.Rectangle
	for _, l := range layers {
		if box, ok := cover(l.Path.Affine(place).Bounds()); ok {
			all = all.Union(box)
		}
	}
	// Damaged glyphs may reach anywhere; those that are seen stay near.
	reach := int(4*size) + 1
	all = all.Intersect(image.Rect(-reach, -reach, reach, reach))
	if all.Empty() {
		return &sticker{}
	}
	img := image.NewRGBA(all)
	New(img, geom.Transform{K: 1}).layers(layers, place, 255)
	return &sticker{box: all, pix: img.Pix}
}

// layers fills the shapes of a glyph that place brings to pixels.
func (p *Painter) layers(layers []colr.Layer, place geom.Affine, alpha uint32) {
	for i := range layers {
		l := &layers[i]
		path := l.Path.Affine(place)
		box, ok := cover(path.Bounds())
		box = box.Intersect(p.clip)
		if !ok || box.Empty() {
			continue
		}
		p.scan.begin(box)
		p.scan.path(path)
		if l.Fill.Kind == colr.Solid {
			if k := shade(l.Fill.Color, alpha); k.a > 0 {
				p.paint(tint{ink: k})
			}
			continue
		}
		back, ok := place.After(l.Fill.Place).Invert()
		if !ok {
			continue
		}
		p.blend(&l.Fill, back, alpha)
	}
}

// blend fills what is in the scan with a blend; back brings pixels to its plane.
func (p *Painter) blend(f *colr.Fill, back geom.Affine, alpha uint32) {
	const steps = 256
	var inks [steps]ink
	for i := range inks {
		inks[i] = shade(f.At(float64(i)/(steps-1)), alpha)
	}
	p.scan.rows(func(y int, runs []run) {
		for _, r := range runs {
			for x := r.x0; x < r.x1; x++ {
				t := f.Along(back.Apply(geom.Pt(float64(x)+0.5, float64(y)+0.5)))
				if !(t > 0) {
					t = 0
				}
				k := &inks[int(min(t, 1)*(steps-1)+0.5)]
				k.blendRow(p.row(y, x, x+1), r.a)
			}
		}
	})
}

// shade is a colour of a glyph as ink.
func shade(c colr.Color, alpha uint32) ink {
	k := inkOf(scene.Color{R: c.R, G: c.G, B: c.B, A: c.A})
	k.a = over255(k.a, alpha)
	return k
}
