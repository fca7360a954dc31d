package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
	"sync"

	"golang.org/x/image/draw"

	"jejak/canvas/paint"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// mostKept is how many pixels of a decoded picture are kept; a larger one is made smaller once.
const mostKept = 8 << 20

// picture is a decoded picture; img is nil if it can not be decoded.
type picture struct {
	data []byte // what it was decoded from
	img  *image.RGBA
}

type scaledKey struct {
	from *image.RGBA
	w, h int
}

var (
	pictures = newCache[journey.ID](128<<20, func(p *picture) int {
		if p.img == nil {
			return 64
		}
		return len(p.img.Pix)
	})
	scaled = newCache[scaledKey](64<<20, func(m *image.RGBA) int { return len(m.Pix) })

	// decoding lets tiles that show the same picture wait for each other rather than decode it
	// several times.
	decoding sync.Mutex
)

// decoded returns a picture by its key, decoding it if it is new or has changed.
func decoded(m *scene.Picture) *image.RGBA {
	same := func(p *picture) bool {
		return len(p.data) == len(m.Data) && (len(m.Data) == 0 || &p.data[0] == &m.Data[0] || bytes.Equal(p.data, m.Data))
	}
	if p, ok := pictures.get(m.Key); ok && same(p) {
		return p.img
	}
	decoding.Lock()
	defer decoding.Unlock()
	if p, ok := pictures.get(m.Key); ok && same(p) {
		return p.img
	}
	p := &picture{data: m.Data}
	if img, err := paint.DecodePicture(m.Data); err == nil {
		p.img = toRGBA(img)
	}
	pictures.put(m.Key, p)
	return p.img
}

// toRGBA copies img, smaller if it has too many pixels to keep.
func toRGBA(img image.Image) *image.RGBA {
	b := img.Bounds()
	w, h := b.Dx(), b.Dy()
	if n := float64(w) * float64(h); n > mostKept {
		k := math.Sqrt(mostKept / n)
		w, h = max(1, int(float64(w)*k)), max(1, int(float64(h)*k))
		out := image.NewRGBA(image.Rect(0, 0, w, h))
		draw.ApproxBiLinear.Scale(out, out.Rect, img, b, draw.Src, nil)
		return out
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(out, out.Rect, img, b.Min, draw.Src)
	return out
}

// Picture paints an image, moved to whole pixels. What can not be decoded becomes a crossed box.
func (p *Painter) Picture(m *scene.Picture) {
	r := p.view.ApplyRect(m.Rect)
	if _, ok := cover(r); !ok {
		return
	}
	box := image.Rect(round(r.Min.X), round(r.Min.Y), round(r.Max.X), round(r.Max.Y))
	if !(r.Max.X > r.Min.X && r.Max.Y > r.Min.Y) || box.Empty() || !box.Inset(-2).Overlaps(p.clip) {
		return // the crossed box is not moved to whole pixels, and its line has a width
	}
	img := decoded(m)
	if img == nil {
		for _, mark := range paint.Broken(m.Seen()) {
			paint.Mark(mark, p)
		}
		return
	}
	if len(m.Clip.Verbs) == 0 {
		p.lay(img, box)
		return
	}
	outline, seen, ok := p.path(m.Clip, 0)
	seen = seen.Intersect(box)
	if !ok || seen.Empty() {
		return
	}
	apart := Painter{img: image.NewRGBA(seen), clip: seen}
	apart.lay(img, box)
	p.scan.begin(seen)
	p.scan.path(outline)
	p.scan.rows(func(y int, runs []run) {
		for _, r := range runs {
			blend(p.row(y, r.x0, r.x1), apart.row(y, r.x0, r.x1), r.a)
		}
	})
}

// lay lays img over box.
func (p *Painter) lay(img *image.RGBA, box image.Rectangle) {
	if box.Dx() <= img.Rect.Dx() && box.Dy() <= img.Rect.Dy() {
		p.copy(shrunk(img, box.Dx(), box.Dy()), box)
	} else {
		p.stretch(img, box)
	}
}

// blend lays pixels over others at a coverage from 0 to 255.
func blend(row, over []uint8, cov uint32) {
	for ; len(row) >= 4; row, over = row[4:], over[4:] {
		src := binary.LittleEndian.Uint32(over)
		if cov < 255 {
			src = faded(src, cov)
		}
		if a := src >> 24; a < 255 {
			src += faded(binary.LittleEndian.Uint32(row), 255-a)
		}
		binary.LittleEndian.PutUint32(row, src)
	}
}

// shrunk returns img at a smaller size, from the cache if it is there.
func shrunk(img *image.RGBA, w, h int) *image.RGBA {
	if w == img.Rect.Dx() && h == img.Rect.Dy() {
		return img
	}
	key := scaledKey{img, w, h}
	if m, ok := scaled.get(key); ok {
		return m
	}
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.CatmullRom.Scale(m, m.Rect, img, img.Rect, draw.Src, nil)
	scaled.put(key, m)
	return m
}

// copy lays img, which has the size of box, over box.
func (p *Painter) copy(img *image.RGBA, box image.Rectangle) {
	vis := box.Intersect(p.clip)
	draw.Draw(p.img, vis, img, vis.Min.Sub(box.Min), draw.Over)
}

// stretch lays img over a larger box, blending between its pixels. Every pixel is worked out by
// itself, so that zooming far in needs no memory.
func (p *Painter) stretch(img *image.RGBA, box image.Rectangle) {
	vis := box.Intersect(p.clip)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	kx, ky := float64(w)/float64(box.Dx()), float64(h)/float64(box.Dy())
	at := func(i, box, n int, k float64) (i0, i1 int, f uint32) {
		v := (float64(i-box)+0.5)*k - 0.5
		fl := math.Floor(v)
		return max(0, min(int(fl), n-1)), max(0, min(int(fl)+1, n-1)), uint32((v - fl) * 256)
	}
	for y := vis.Min.Y; y < vis.Max.Y; y++ {
		y0, y1, fy := at(y, box.Min.Y, h, ky)
		row := p.row(y, vis.Min.X, vis.Max.X)
		for x := vis.Min.X; x < vis.Max.X; x++ {
			x0, x1, fx := at(x, box.Min.X, w, kx)
			px := func(x, y int) uint32 { return binary.LittleEndian.Uint32(img.Pix[y*img.Stride+4*x:]) }
			src := between(between(px(x0, y0), px(x1, y0), fx), between(px(x0, y1), px(x1, y1), fx), fy)
			dst := row[4*(x-vis.Min.X):]
			if ia := 255 - src>>24; ia > 0 {
				src += faded(binary.LittleEndian.Uint32(dst), ia)
			}
			binary.LittleEndian.PutUint32(dst, src)
		}
	}
}

// between is the premultiplied pixel f/256 of the way from a to b.
func between(a, b, f uint32) uint32 {
	rb := ((a&0xff00ff)*(256-f) + (b&0xff00ff)*f) >> 8 & 0xff00ff
	ga := (a>>8&0xff00ff*(256-f) + b>>8&0xff00ff*f) & 0xff00ff00
	return rb | ga
}
