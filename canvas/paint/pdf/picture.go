package pdf

import (
	"fmt"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/pdf/picture"
	"jejak/canvas/scene"
)

// Picture paints an image, or a crossed box in its place if it can not be read.
func (p *painter) Picture(m *scene.Picture) {
	r := m.Rect
	if !object.Finite(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) {
		p.fail("a picture has a coordinate that is not a number")
		return
	}
	if r.Empty() {
		return
	}
	name := p.takeIn(m)
	if name == "" {
		for _, broken := range paint.Broken(m.Seen()) {
			paint.Mark(broken, p)
		}
		return
	}
	p.opacity(1)
	p.save()
	if len(m.Clip.Verbs) > 0 {
		if b := m.Clip.Bounds(); !object.Finite(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y) {
			p.restore()
			p.fail("what is seen of a picture has a coordinate that is not a number")
			return
		}
		p.path(m.Clip, geom.Point{})
		p.op("W n")
	}
	p.num(r.W(), p.decimals)
	p.buf = append(p.buf, "0 0 "...)
	p.num(-r.H(), p.decimals)
	p.at(geom.Pt(r.Min.X, r.Max.Y))
	p.op("cm")
	p.name(name)
	p.op("Do")
	p.restore()
}

// takeIn makes a picture known to the file, once for each resolution it is wanted in, and returns
// its name there; empty if it can not be read.
func (p *painter) takeIn(m *scene.Picture) string {
	format, size, err := paint.PictureFormat(m.Data)
	if err != nil {
		return "" // the crossed box says so on paper
	}
	k := picture.Scale(size, m.Rect.W()*p.scale, m.Rect.H()*p.scale)
	key := fmt.Sprintf("%s %.2f", m.Key, k)
	if m.Key == "" {
		key = fmt.Sprintf("%d %.2f", len(p.pics), k)
	}
	name, ok := p.pics[key]
	if ok {
		return name
	}
	if kind, data, err := picture.Prepare(m.Data, format, k); err == nil {
		if name, err = p.file.picture(key, kind, data); err != nil {
			p.fail("%w", err)
		}
	}
	p.pics[key] = name
	return name
}
