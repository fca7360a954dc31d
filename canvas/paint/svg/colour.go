package svg

import (
	"fmt"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text/colr"
)

// coloured writes a glyph in its own colours, in thousandths of an em, and returns its number, 0 if
// there is nothing to draw.
func (d *document) coloured(id glyphID, layers []colr.Layer) int {
	if n, ok := d.stickers[id]; ok {
		return n
	}
	if d.stickers == nil {
		d.stickers = map[glyphID]int{}
	}
	number := len(d.stickers) + 1
	var shapes strings.Builder
	for i := range layers {
		l := &layers[i]
		path := l.Path.Transform(geom.Transform{K: 1000})
		if !saneRect(path.Bounds()) {
			continue
		}
		fill := tint("fill", l.Fill.Color)
		if l.Fill.Kind != colr.Solid {
			fill = fmt.Sprintf(` fill="url(#e%db%d)"`, number, i)
			d.blend(fmt.Sprintf("e%db%d", number, i), &l.Fill)
		}
		fmt.Fprintf(&shapes, "<path d=\"%s\"%s/>", data(path, 0), fill)
	}
	if shapes.Len() == 0 {
		number = 0
	} else {
		// The fill of the text must not shine through.
		fmt.Fprintf(&d.defs, "<g id=\"e%d\" fill-opacity=\"1\">%s</g>\n", number, shapes.String())
	}
	d.stickers[id] = number
	return number
}

// tint is paint for a colour of a glyph.
func tint(what string, c colr.Color) string {
	return paint(what, scene.Color{R: c.R, G: c.G, B: c.B, A: c.A})
}

// blend defines a blend in thousandths of an em.
func (d *document) blend(id string, f *colr.Fill) {
	m := geom.Transform{K: 1000}.Affine().After(f.Place)
	shape, place := "linearGradient", `x2="1"`
	if f.Kind == colr.Radial {
		shape = "radialGradient"
		place = fmt.Sprintf(`cx="0" cy="0" r="1" fx="%s" fy="%s"`, trimmed(f.Focus.X, 4), trimmed(f.Focus.Y, 4))
		if f.Inner > 0 {
			place += fmt.Sprintf(` fr="%s"`, trimmed(f.Inner, 4))
		}
	}
	fmt.Fprintf(&d.defs, `<%s id="%s" gradientUnits="userSpaceOnUse" %s gradientTransform="matrix(%s %s %s %s %s %s)">`, shape, id, place,
		trimmed(m.XX, 3), trimmed(m.YX, 3), trimmed(m.XY, 3), trimmed(m.YY, 3), trimmed(m.DX, 2), trimmed(m.DY, 2))
	for _, s := range f.Stops {
		fmt.Fprintf(&d.defs, `<stop offset="%s"%s/>`, trimmed(s.At, 4), tint("stop", s.Color))
	}
	fmt.Fprintf(&d.defs, "</%s>\n", shape)
}
