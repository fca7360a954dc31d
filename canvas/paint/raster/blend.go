package raster

import (
	"encoding/binary"
	"math"

	"jejak/canvas/scene"
)

// ink is a colour ready for blending: not multiplied with its opacity, which is 0 to 255.
type ink struct {
	rb, g uint32 // 0x00BB00RR, 0x000000GG: two channels are blended in one word
	a     uint32
}

func inkOf(c scene.Color) ink {
	return ink{rb: uint32(c.B)<<16 | uint32(c.R), g: uint32(c.G), a: opacity(c.A)}
}

// opacity brings a to 0…255; what is no number is invisible.
func opacity(a float64) uint32 {
	if !(a > 0) {
		return 0
	}
	return uint32(math.Round(min(a, 1) * 255))
}

// over255 is v·a/255, rounded, for v and a from 0 to 255.
func over255(v, a uint32) uint32 {
	t := v*a + 128
	return (t + t>>8) >> 8
}

// premultiplied returns the colour at the opacity a as one pixel 0xAABBGGRR.
func (k ink) premultiplied(a uint32) uint32 {
	rb := k.rb*a + 0x800080
	rb = (rb + rb>>8&0xff00ff) >> 8 & 0xff00ff
	return rb | over255(k.g, a)<<8 | a<<24
}

// blendRow lays k at coverage cov over the pixels of row, which is 4 bytes a pixel.
func (k ink) blendRow(row []uint8, cov uint32) {
	a := over255(k.a, cov)
	if a == 0 || len(row) < 4 {
		return
	}
	src := k.premultiplied(a)
	if a == 255 {
		binary.LittleEndian.PutUint32(row, src)
		for n := 4; n < len(row); n *= 2 {
			copy(row[n:], row[:n])
		}
		return
	}
	ia := 255 - a
	for ; len(row) >= 4; row = row[4:] {
		binary.LittleEndian.PutUint32(row, src+faded(binary.LittleEndian.Uint32(row), ia))
	}
}

// faded is a premultiplied pixel times ia/255.
func faded(d, ia uint32) uint32 {
	rb := (d&0xff00ff)*ia + 0x800080
	rb = (rb + rb>>8&0xff00ff) >> 8 & 0xff00ff
	ga := d>>8&0xff00ff*ia + 0x800080
	ga = (ga + ga>>8&0xff00ff) & 0xff00ff00
	return rb | ga
}

// blendMask lays k over row, each pixel at the opacity table[mask value].
func (k ink) blendMask(row, mask []uint8, table *[256]uint8) {
	row = row[:4*len(mask)]
	for i, m := range mask {
		if m == 0 {
			continue
		}
		a := uint32(table[m])
		px := row[4*i : 4*i+4]
		src := k.premultiplied(a)
		if a != 255 {
			src += faded(binary.LittleEndian.Uint32(px), 255-a)
		}
		binary.LittleEndian.PutUint32(px, src)
	}
}

// mix is the colour at t (0 to 1) between a and b.
func mix(a, b scene.Color, t float64) scene.Color {
	t = max(0, min(t, 1))
	// Blending what is premultiplied keeps a fade to transparent from turning grey.
	alpha := a.A + (b.A-a.A)*t
	if !(alpha > 0) {
		return scene.Color{}
	}
	part := func(p, q uint8) uint8 {
		return uint8(math.Round(max(0, min((float64(p)*a.A*(1-t)+float64(q)*b.A*t)/alpha, 255))))
	}
	return scene.Color{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: alpha}
}
