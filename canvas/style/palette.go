package style

import (
	"math"

	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// Palette is the colours of a map. Hue means stage; the feelings have colours of their own;
// nothing else is coloured. Every text colour has a contrast of at least 4.5:1 on its ground,
// which a test checks for all palettes.
type Palette struct {
	Name string

	Paper, Ink, Body, Second, Line, Ground, Accent scene.Color
	Dark, OnDark, OnHue                            scene.Color

	Stages   []scene.Color // anchors of the arc that the stage hues walk along
	Personas []scene.Color

	Good, Middle, Bad scene.Color // feelings, and the sides of a target

	PainInk, PainGround, PainBar       scene.Color
	ChanceInk, ChanceGround, ChanceBar scene.Color
	Star                               scene.Color

	Grey bool // colours that people gave to their own things are greys, and pictograms of one colour
}

func rgbs(hex ...uint32) []scene.Color {
	cs := make([]scene.Color, len(hex))
	for i, h := range hex {
		cs[i] = scene.RGB(h)
	}
	return cs
}

// base holds what the coloured palettes share.
func base(name string) Palette {
	return Palette{
		Name:  name,
		Paper: scene.RGB(0xFFFFFF), Ink: scene.RGB(0x1B1F2A), Body: scene.RGB(0x344054),
		Second: scene.RGB(0x667085), Line: scene.RGB(0xE4E7EC), Ground: scene.RGB(0xF8FAFC),
		Accent: scene.RGB(0x5B5BD6), Dark: scene.RGB(0x1B1F2A), OnDark: scene.RGB(0xFFFFFF),
		OnHue:    scene.RGB(0xFFFFFF),
		Personas: rgbs(0xC2417C, 0x2B6CB5, 0x8A5A00, 0x6D4AC4, 0x0F766E, 0x9A3412),
		Good:     scene.RGB(0x17814F), Middle: scene.RGB(0xA16207), Bad: scene.RGB(0xCF3B2B),
		PainInk: scene.RGB(0x7A271A), PainGround: scene.RGB(0xFEF2F1), PainBar: scene.RGB(0xD9402F),
		ChanceInk: scene.RGB(0x0B5134), ChanceGround: scene.RGB(0xECFDF3), ChanceBar: scene.RGB(0x1F9D62),
		Star: scene.RGB(0xE8960C),
	}
}

// Palettes lists the palettes there are, the default first.
var Palettes = makePalettes()

func makePalettes() []Palette {
	jejak := base("jejak")
	jejak.Stages = rgbs(0x0E7F86, 0x2B6CB5, 0x5B5BD6, 0x964BBD, 0xC2417C)

	forest := base("forest")
	forest.Stages = rgbs(0x3F6212, 0x15803D, 0x0F766E, 0x0E7490, 0x1D4ED8)
	forest.Accent = scene.RGB(0x15703A)

	dusk := base("dusk")
	dusk.Stages = rgbs(0x9A5B0B, 0xB8450F, 0xC22F45, 0x9D2F86, 0x5A3DB0)
	dusk.Accent = scene.RGB(0xB8450F)

	sea := base("sea")
	sea.Stages = rgbs(0x0E7490, 0x0F6CAD, 0x2A57C5, 0x3B45A8, 0x2F3672)
	sea.Accent = scene.RGB(0x0F6CAD)

	slate := base("slate")
	slate.Stages = rgbs(0x475569, 0x3F5672, 0x37567F, 0x44518A, 0x57508A)
	slate.Accent = scene.RGB(0x3F5672)

	// The hues after Okabe and Ito, "Color Universal Design" (2008), darkened until white text
	// reads on them; feelings go blue to vermilion in place of green to red.
	safe := base("colour-blind")
	safe.Stages = rgbs(0x006C9E, 0x00795B, 0x7A6A00, 0xB04A00, 0x9C4F7D)
	safe.Personas = rgbs(0x9C4F7D, 0x0067A5, 0x7A6A00, 0x00795B, 0xB04A00, 0x333333)
	safe.Good, safe.Middle, safe.Bad = scene.RGB(0x0067A5), scene.RGB(0x6B6B6B), scene.RGB(0xB84A00)
	safe.PainInk, safe.PainGround, safe.PainBar = scene.RGB(0x6E2C00), scene.RGB(0xFFF4EB), scene.RGB(0xD55E00)
	safe.ChanceInk, safe.ChanceGround, safe.ChanceBar = scene.RGB(0x003F66), scene.RGB(0xEBF5FD), scene.RGB(0x0072B2)

	// For black-and-white printing: greys that stay apart on a laser printer, the sides of
	// feelings told by their faces and signs.
	grey := base("black and white")
	grey.Stages = rgbs(0x2B2B2B, 0x444444, 0x5C5C5C, 0x444444, 0x2B2B2B)
	grey.Personas = rgbs(0x111111, 0x595959, 0x333333, 0x6B6B6B, 0x222222, 0x4D4D4D)
	grey.Ink, grey.Body, grey.Second = scene.RGB(0x111111), scene.RGB(0x333333), scene.RGB(0x5C5C5C)
	grey.Line, grey.Ground, grey.Accent = scene.RGB(0xD5D5D5), scene.RGB(0xF7F7F7), scene.RGB(0x333333)
	grey.Dark = scene.RGB(0x111111)
	grey.Good, grey.Middle, grey.Bad = scene.RGB(0x111111), scene.RGB(0x595959), scene.RGB(0x111111)
	grey.PainInk, grey.PainGround, grey.PainBar = scene.RGB(0x111111), scene.RGB(0xF2F2F2), scene.RGB(0x111111)
	grey.ChanceInk, grey.ChanceGround, grey.ChanceBar = scene.RGB(0x111111), scene.RGB(0xFAFAFA), scene.RGB(0x8A8A8A)
	grey.Star = scene.RGB(0x111111)

	grey.Grey = true

	return []Palette{jejak, forest, dusk, sea, slate, safe, grey}
}

// Find returns the palette of that name; the default if there is none.
func Find(name string) Palette {
	for _, p := range Palettes {
		if p.Name == name {
			return p
		}
	}
	return Palettes[0]
}

// Has reports whether there is a palette of that name.
func Has(name string) bool { return Find(name).Name == name }

// Measurer returns m as texts of this palette are to be set: where all is grey, pictograms too have
// but the colour of the text.
func (p Palette) Measurer(m text.Measurer) text.Measurer {
	if p.Grey {
		return text.OneColour(m)
	}
	return m
}

// Stage returns the hue of the i-th of n stages: a walk along the palette's arc, so that
// neighbours differ and the whole stays one family.
func (p Palette) Stage(i, n int) scene.Color {
	last := len(p.Stages) - 1
	if n <= 1 {
		return p.Stages[0]
	}
	at := float64(i) / float64(n-1) * float64(last)
	if n < len(p.Stages) {
		at = float64(i) // few stages: neighbours on the arc, not its two ends
	}
	k := min(int(at), last-1)
	return Mix(p.Stages[k], p.Stages[k+1], at-float64(k))
}

// Persona returns the colour of the i-th persona of a map.
func (p Palette) Persona(i int) scene.Color { return p.Personas[i%len(p.Personas)] }

// Mood returns the colour of a feeling, −2 … +2.
func (p Palette) Mood(v float64) scene.Color {
	switch {
	case v >= 0.75:
		return p.Good
	case v <= -0.75:
		return p.Bad
	}
	return p.Middle
}

// Mix blends a with b; t is the share of b.
func Mix(a, b scene.Color, t float64) scene.Color {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x)*(1-t) + float64(y)*t)) }
	return scene.Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: a.A*(1-t) + b.A*t}
}

// Tint is c, mostly paper.
func (p Palette) Tint(c scene.Color) scene.Color { return Mix(p.Paper, c, 0.12) }

// Contrast is the contrast ratio of two opaque colours, 1 to 21, by WCAG 2.2.
func Contrast(a, b scene.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c scene.Color) float64 {
	lin := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(c.R) + 0.7152*lin(c.G) + 0.0722*lin(c.B)
}

// Readable returns c, darkened step by step until it reads on ground with at least 4.5:1.
func Readable(c, ground scene.Color) scene.Color {
	for range 20 {
		if Contrast(c, ground) >= 4.5 {
			return c
		}
		c = Mix(c, scene.RGB(0x000000), 0.1)
	}
	return c
}

// Own reads a colour that somebody gave to a stage, a persona, a card or a tag, as "#RRGGBB".
func (p Palette) Own(s string) (scene.Color, bool) {
	c, ok := ParseColor(s)
	if ok && p.Grey {
		v := uint8(math.Round(0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)))
		c.R, c.G, c.B = v, v, v
	}
	return c, ok
}

// ParseColor reads "#RRGGBB".
func ParseColor(s string) (scene.Color, bool) {
	if len(s) != 7 || s[0] != '#' {
		return scene.Color{}, false
	}
	var v uint32
	for _, r := range s[1:] {
		var d uint32
		switch {
		case r >= '0' && r <= '9':
			d = uint32(r - '0')
		case r >= 'a' && r <= 'f':
			d = uint32(r-'a') + 10
		case r >= 'A' && r <= 'F':
			d = uint32(r-'A') + 10
		default:
			return scene.Color{}, false
		}
		v = v<<4 | d
	}
	return scene.RGB(v), true
}
