// Package drawing writes glyphs that have colours of their own as form XObjects of PDF: each is in
// a file once and painted wherever it stands.
package drawing

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/text/colr"
)

// Units is how many units of a form make one em. Coordinates are written as whole numbers: a
// thousandth of an em can not be seen.
const Units = 1000

// Form is the content of a glyph: in units, origin on the base line, y down.
type Form struct {
	Box    geom.Rect // all that it paints
	Ops    []byte
	alphas map[string]bool
	order  []string // the alphas, in the order of their first use
	blends []blend
}

type blend struct {
	fill *colr.Fill
	box  geom.Rect // of its path, in its own plane; only for one whose opacity changes
}

// New writes the layers of a glyph. The same layers always give the same form.
func New(layers []colr.Layer) *Form {
	f := &Form{alphas: map[string]bool{}}
	fill, alpha := "", "1"
	for i := range layers {
		l := &layers[i]
		path := l.Path.Transform(geom.Transform{K: Units})
		f.Box = f.Box.Union(path.Bounds())
		if l.Fill.Kind != colr.Solid {
			f.blend(&l.Fill, path)
			continue
		}
		if l.Fill.Color.A < 0.002 {
			continue
		}
		if a := f.alpha(l.Fill.Color.A, alpha); a != alpha {
			alpha = a
			f.Ops = append(f.Ops, "/a"+a+" gs\n"...)
		}
		if c := color(l.Fill.Color); c != fill {
			fill = c
			f.Ops = append(f.Ops, c...)
		}
		f.path(path)
		f.Ops = append(f.Ops, "f\n"...)
	}
	f.Box = f.Box.Inset(-1)
	return f
}

// alpha returns the name of an opacity, as a number; now is the one that holds.
func (f *Form) alpha(a float64, now string) string {
	name := number(a, 3)
	if name != now && !f.alphas[name] {
		f.alphas[name] = true
		f.order = append(f.order, name)
	}
	return name
}

// blend fills a path with a blend, which is clipped to it.
func (f *Form) blend(fill *colr.Fill, path geom.Path) {
	place := geom.Transform{K: Units}.Affine().After(fill.Place)
	back, ok := place.Invert()
	if !ok {
		return
	}
	b := blend{fill: fill}
	n := len(f.blends)
	f.Ops = append(f.Ops, "q\n"...)
	f.path(path)
	f.Ops = append(f.Ops, "W n\n"...)
	a, even := evenAlpha(fill)
	if !even {
		a, b.box = 1, path.Affine(back).Bounds().Inset(-0.1)
	}
	if len(f.order) > 0 || a < 0.9995 {
		f.Ops = append(f.Ops, "/a"+f.alpha(a, "")+" gs\n"...)
	}
	for _, v := range []float64{place.XX, place.YX, place.XY, place.YY, place.DX, place.DY} {
		f.Ops = append(f.Ops, number(v, 3)+" "...)
	}
	f.Ops = append(f.Ops, "cm\n"...)
	if b.box != (geom.Rect{}) {
		f.Ops = fmt.Appendf(f.Ops, "/m%d gs\n", n)
	}
	f.Ops = fmt.Appendf(f.Ops, "/s%d sh\nQ\n", n)
	f.blends = append(f.blends, b)
}

// evenAlpha reports whether a blend has the same opacity throughout, and which.
func evenAlpha(fill *colr.Fill) (float64, bool) {
	a := fill.Stops[0].Color.A
	for _, s := range fill.Stops {
		if math.Abs(s.Color.A-a) >= 0.002 {
			return 0, false
		}
	}
	return a, true
}

// curves writes quads that follow each other, as few curves as will do.
func (f *Form) curves(quads []quad) {
	for len(quads) > 0 {
		first := quads[0]
		if first.straight() {
			f.point(first.to)
			f.Ops = append(f.Ops, "l\n"...)
			quads = quads[1:]
			continue
		}
		for n := min(longest, len(quads)); n > 0; n-- {
			c1, c2, ok := joined(quads[:n])
			if !ok && n > 1 {
				continue
			}
			f.point(c1)
			f.point(c2)
			f.point(quads[n-1].to)
			f.Ops = append(f.Ops, "c\n"...)
			quads = quads[n:]
			break
		}
	}
}

func (f *Form) point(q geom.Point) {
	f.Ops = append(f.Ops, number(q.X, 0)+" "+number(q.Y, 0)+" "...)
}

// path writes contours; curves of the second degree are raised to the third.
func (f *Form) path(p geom.Path) {
	at := f.point
	var pen, start geom.Point
	var quads []quad
	i := 0
	for n, v := range p.Verbs {
		switch v {
		case geom.MoveTo:
			pen = p.Points[i]
			start = pen
			at(pen)
			f.Ops = append(f.Ops, "m\n"...)
			i++
		case geom.LineTo:
			pen = p.Points[i]
			at(pen)
			f.Ops = append(f.Ops, "l\n"...)
			i++
		case geom.QuadTo:
			// It is written with those behind it.
			quads = append(quads, quad{pen, p.Points[i], p.Points[i+1]})
			pen = p.Points[i+1]
			i += 2
			if n+1 == len(p.Verbs) || p.Verbs[n+1] != geom.QuadTo {
				f.curves(quads)
				quads = quads[:0]
			}
		case geom.CubicTo:
			at(p.Points[i])
			at(p.Points[i+1])
			pen = p.Points[i+2]
			at(pen)
			f.Ops = append(f.Ops, "c\n"...)
			i += 3
		case geom.Close:
			pen = start
			f.Ops = append(f.Ops, "h\n"...)
		}
	}
}

// Resources adds what the form needs to a file and returns its dictionary of resources. add puts
// an object into the file, addStream one with data whose dictionary lacks its brackets and length;
// both return its number.
func (f *Form) Resources(add func(body string) int, addStream func(dict string, data []byte) int) string {
	var states, shadings strings.Builder
	for _, a := range f.order {
		fmt.Fprintf(&states, "/a%s<</ca %s>>", a, a)
	}
	for i, b := range f.blends {
		fmt.Fprintf(&shadings, "/s%d %d 0 R", i, add(shading(b.fill, false)))
		if b.box == (geom.Rect{}) {
			continue
		}
		light := add(shading(b.fill, true))
		group := addStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s %s %s %s]/Group<</S/Transparency/CS/DeviceGray>>/Resources<</Shading<</s %d 0 R>>>>",
			number(b.box.Min.X, 3), number(b.box.Min.Y, 3), number(b.box.Max.X, 3), number(b.box.Max.Y, 3), light), []byte("/s sh\n"))
		fmt.Fprintf(&states, "/m%d<</SMask<</S/Luminosity/G %d 0 R>>>>", i, group)
	}
	dict := "<<"
	if states.Len() > 0 {
		dict += "/ExtGState<<" + states.String() + ">>"
	}
	if shadings.Len() > 0 {
		dict += "/Shading<<" + shadings.String() + ">>"
	}
	return dict + ">>"
}

// shading is a blend as an object; light is its opacity, as a grey.
func shading(fill *colr.Fill, light bool) string {
	space, kind, coords := "/DeviceRGB", 2, "0 0 1 0"
	if light {
		space = "/DeviceGray"
	}
	if fill.Kind == colr.Radial {
		kind = 3
		coords = number(fill.Focus.X, 4) + " " + number(fill.Focus.Y, 4) + " " + number(fill.Inner, 4) + " 0 0 1"
	}
	value := func(c colr.Color) string {
		if light {
			return number(c.A, 3)
		}
		return channels(c)
	}
	var parts, bounds, encode []string
	for i := 1; i < len(fill.Stops); i++ {
		a, b := fill.Stops[i-1], fill.Stops[i]
		if b.At-a.At < 0.0005 && len(fill.Stops) > 2 {
			continue // a jump: the next part begins with the new colour
		}
		parts = append(parts, fmt.Sprintf("<</FunctionType 2/N 1/Domain[0 1]/C0[%s]/C1[%s]>>", value(a.Color), value(b.Color)))
		bounds = append(bounds, number(b.At, 4))
		encode = append(encode, "0 1")
	}
	function := strings.Join(parts, "")
	if len(parts) != 1 {
		function = fmt.Sprintf("<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>",
			function, strings.Join(bounds[:max(0, len(bounds)-1)], " "), strings.Join(encode, " "))
	}
	return fmt.Sprintf("<</ShadingType %d/ColorSpace%s/Coords[%s]/Extend[true true]/Function %s>>", kind, space, coords, function)
}

// color is the operator for a colour.
func color(c colr.Color) string {
	if c.R == c.G && c.G == c.B {
		return number(float64(c.R)/255, 3) + " g\n"
	}
	return channels(c) + " rg\n"
}

func channels(c colr.Color) string {
	return number(float64(c.R)/255, 3) + " " + number(float64(c.G)/255, 3) + " " + number(float64(c.B)/255, 3)
}

// number writes v with at most the given decimals and without zeros that say nothing.
func number(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	sign := ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		sign, s = "-", rest
	}
	if s == "0" {
		return s
	}
	return sign + strings.TrimPrefix(s, "0")
}
