package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math"
	"sync"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// fonts are the embedded ones alone, so that pictures are the same on every machine.
var fonts = sync.OnceValue(func() *text.Library { return text.NewLibrary(text.WithoutSystemFonts()) })

// drawing builds a scene from marks, with their bounds.
type drawing struct{ s scene.Scene }

func (d *drawing) add(bounds geom.Rect, m scene.Mark) {
	d.s.Items = append(d.s.Items, scene.Item{Bounds: bounds, Mark: m})
}

func (d *drawing) fill(p geom.Path, c scene.Color) { d.add(p.Bounds(), &scene.Fill{Path: p, Color: c}) }

func (d *drawing) stroke(p geom.Path, width float64, c scene.Color, dash ...float64) {
	d.add(p.Bounds().Inset(-width/2), &scene.Stroke{Path: p, Pen: scene.Pen{Width: width, Dash: dash}, Color: c})
}

// text sets s with its first base line at x, y.
func (d *drawing) text(x, y float64, s string, style text.Style, size, width float64, c scene.Color) {
	par := fonts().Break(s, text.Spec{Style: style, Size: size}, width)
	for i, l := range par.Lines {
		at := geom.Pt(x, y+float64(i)*size*1.35)
		b := geom.R(at.X, at.Y-l.Ascent*size, l.Width*size, (l.Ascent+l.Descent)*size).Inset(-0.3 * size)
		d.add(b, &scene.Text{Line: l, Text: par.Text[l.Start:l.End], At: at, Size: size, Color: c})
	}
}

func (d *drawing) shadow(r geom.Rect, corner, blur, dy float64, c scene.Color) {
	d.add(r.Move(geom.Pt(0, dy)).Inset(-1.5*blur-1), &scene.Shadow{Rect: r, Corner: corner, Blur: blur, Dy: dy, Color: c})
}

func (d *drawing) done(w, h float64) *scene.Scene {
	d.s.Bounds = geom.R(0, 0, w, h)
	d.s.Seal()
	return &d.s
}

var (
	inkColor  = scene.RGB(0x1B1F2A)
	secondInk = scene.RGB(0x667085)
	hairline  = scene.RGB(0xE4E7EC)
)

// card draws what a card of a map is made of.
func (d *drawing) card(r geom.Rect, hue scene.Color, title, note string) {
	d.shadow(r, 6, 3, 1, scene.RGB(0x101828).Alpha(0.10))
	d.fill(geom.RoundRect(r, 6), scene.RGB(0xFFFFFF))
	d.stroke(geom.RoundRect(r.Inset(0.375), 5.6), 0.75, scene.RGB(0xD8DCE6))
	icon := geom.Pt(r.Min.X+14, r.Min.Y+14)
	d.fill(geom.Circle(icon, 8), hue.Alpha(0.12))
	d.stroke(geom.Circle(icon, 4), 1.1, hue)
	d.stroke(geom.Polyline(icon.Add(geom.Pt(-4, 0)), icon.Add(geom.Pt(4, 0))), 1.1, hue)
	d.text(r.Min.X+28, r.Min.Y+15, title, text.SemiBold, 9, r.W()-36, inkColor)
	d.text(r.Min.X+28, r.Max.Y-9, note, text.Regular, 7.5, r.W()-36, secondInk)
}

// journeyMap is a synthetic map of stages with rows of cards, a curve and rules.
func journeyMap(columns, rows int) *scene.Scene {
	hues := []uint32{0x0E7F86, 0x2D6CB5, 0x5B5BD6, 0x9A4DBF, 0xC2457C}
	const left, colW, rowH = 118.0, 150.0, 62.0
	w := left + 36 + float64(columns)*colW
	h := 240 + float64(rows)*rowH
	var d drawing
	d.fill(geom.RectPath(geom.R(0, 0, w, h)), scene.RGB(0xFFFFFF))
	d.text(36, 44, "Getting a city bike repaired", text.Bold, 26, 0, inkColor)
	d.text(36, 62, "From the first rattle to recommending the shop. Based on 14 interviews and 312 survey answers.", text.Regular, 9, 0, secondInk)
	for c := range columns {
		hue := scene.RGB(hues[c%len(hues)])
		x := left + float64(c)*colW
		d.fill(geom.Polygon(geom.Pt(x, 80), geom.Pt(x+colW-12, 80), geom.Pt(x+colW-2, 98), geom.Pt(x+colW-12, 116), geom.Pt(x, 116), geom.Pt(x+10, 98)), hue)
		d.text(x+16, 95, fmt.Sprintf("Stage %d", c+1), text.Bold, 12.5, 0, scene.RGB(0xFFFFFF))
		d.text(x+16, 109, "Know that repair exists", text.Regular, 7.5, 0, scene.RGB(0xFFFFFF).Alpha(0.9))
		d.stroke(geom.Polyline(geom.Pt(x-4, 120), geom.Pt(x-4, h-20)), 0.75, hairline, 0.1, 3)
		for r := range rows {
			y := 130 + float64(r)*rowH
			d.card(geom.R(x+6, y, colW-16, rowH-10), hue, "Reads opening hours and prices on the site", "Website · owned")
		}
	}
	for r := range rows + 1 {
		y := 126 + float64(r)*rowH
		d.stroke(geom.Polyline(geom.Pt(36, y), geom.Pt(w-36, y)), 0.75, hairline)
	}
	var curve, area geom.Path
	base := h - 60
	curve.Move(geom.Pt(left, base))
	for c := range columns * 2 {
		x0, x1 := left+float64(c)*colW/2, left+float64(c+1)*colW/2
		y0, y1 := base+30*math.Sin(float64(c)*1.3), base+30*math.Sin(float64(c+1)*1.3)
		curve.Cubic(geom.Pt((x0+x1)/2, y0), geom.Pt((x0+x1)/2, y1), geom.Pt(x1, y1))
	}
	area.Append(curve)
	area.Line(geom.Pt(left+float64(columns)*colW, base))
	area.Close()
	d.add(area.Bounds(), &scene.Fill{Path: area, Gradient: &scene.Gradient{
		Y0: base - 30, Y1: base + 30, From: scene.RGB(0x1F9D5B).Alpha(0.15), To: scene.RGB(0xD5402B).Alpha(0.15)}})
	d.stroke(curve, 2.4, scene.RGB(0xC2457C))
	var shifted geom.Path
	shifted.Append(curve.Transform(geom.Transform{K: 1, D: geom.Pt(0, 9)}))
	d.stroke(shifted, 1.5, scene.RGB(0x2D6CB5), 4, 3)
	for c := range columns {
		p := geom.Pt(left+float64(c)*colW, base+30*math.Sin(float64(2*c)*1.3))
		d.fill(geom.Circle(p, 9), scene.RGB(0xFFFFFF))
		d.stroke(geom.Circle(p, 8), 1.5, scene.RGB(0x1F9D5B))
	}
	return d.done(w, h)
}

// photo is a PNG of that size with a pattern in it.
func photo(w, h int) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), uint8((x ^ y) & 255), 255})
		}
	}
	return encoded(img)
}

// solid is a PNG of one colour.
func solid(side int, c color.NRGBA) []byte {
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			img.SetNRGBA(x, y, c)
		}
	}
	return encoded(img)
}

func encoded(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}
