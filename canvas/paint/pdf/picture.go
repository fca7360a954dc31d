package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	xdraw "golang.org/x/image/draw"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/scene"
)

// printDPI is how many pixels an inch of paper is given; of more nothing is seen.
const printDPI = 300

// Picture paints an image, or a crossed box in its place if it can not be read.
func (p *painter) Picture(m *scene.Picture) {
	r := m.Rect
	if !finite(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) {
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
		if b := m.Clip.Bounds(); !finite(b.Min.X, b.Min.Y, b.Max.X, b.Max.Y) {
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
	k := wanted(size, m.Rect.W()*p.scale, m.Rect.H()*p.scale)
	key := fmt.Sprintf("%s %.2f", m.Key, k)
	if m.Key == "" {
		key = fmt.Sprintf("%d %.2f", len(p.pics), k)
	}
	name, ok := p.pics[key]
	if ok {
		return name
	}
	if kind, data, err := prepare(m.Data, format, k); err == nil {
		if name, err = p.file.picture(key, kind, data); err != nil {
			p.fail("%w", err)
		}
	}
	p.pics[key] = name
	return name
}

// prepare returns data that gofpdf can not stumble over: a plain PNG with eight bits a channel,
// or a JPEG without what cameras add, scaled by k.
func prepare(raw []byte, format string, k float64) (kind string, data []byte, err error) {
	img, err := paint.DecodePicture(raw)
	if err != nil {
		return "", nil, err
	}
	if format == "jpeg" && k == 1 {
		if plain, ok := plainJPEG(raw, img.ColorModel()); ok {
			return "jpg", plain, nil
		}
	}
	if format == "jpeg" {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, turn(shrink(img, k), orientation(raw)), &jpeg.Options{Quality: 90}); err != nil {
			return "", nil, fmt.Errorf("write picture: %w", err)
		}
		return "jpg", b.Bytes(), nil
	}
	var b bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&b, shrink(img, k)); err != nil {
		return "", nil, fmt.Errorf("write picture: %w", err)
	}
	return "png", b.Bytes(), nil
}

// wanted returns the factor a picture is scaled with that stands on w by h points of paper; it is
// 1 if its pixels are not much finer than what is seen.
func wanted(size image.Point, w, h float64) float64 {
	k := math.Max(w/72*printDPI/float64(size.X), h/72*printDPI/float64(size.Y))
	if k > 0.7 {
		return 1
	}
	return k
}

// shrink returns img scaled by k, as plain pixels.
func shrink(img image.Image, k float64) *image.NRGBA {
	b := img.Bounds()
	w := max(1, int(math.Round(float64(b.Dx())*k)))
	h := max(1, int(math.Round(float64(b.Dy())*k)))
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == b.Dx() && h == b.Dy() {
		draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	} else {
		xdraw.CatmullRom.Scale(out, out.Rect, img, b, xdraw.Src, nil)
	}
	return out
}
