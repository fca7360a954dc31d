package text

import (
	"math"
	"strings"
	"testing"

	"jejak/assets/fonts"
)

func TestFaces(t *testing.T) {
	l := embeddedOnly()
	names, ids := map[string]bool{}, map[uint32]bool{}
	for s := Regular; s <= Styles; s++ {
		f := l.emoji()
		if s < Styles {
			f = l.Face(s)
		}
		if names[f.Name()] || ids[f.ID()] || f.ID() == 0 {
			t.Errorf("%s, %d: taken", f.Name(), f.ID())
		}
		names[f.Name()], ids[f.ID()] = true, true
		if f.Upem() < 1000 || f.Ascent() < 0.7 || f.Ascent() > 1.2 || f.Descent() < 0.1 || f.Descent() > 0.5 {
			t.Errorf("%s: upem %d, ascent %v, descent %v", f.Name(), f.Upem(), f.Ascent(), f.Descent())
		}
	}
	if got := l.Face(Styles + 3); got != l.Face(Regular) {
		t.Errorf("an unknown style gives %s", got.Name())
	}
}

func TestOutline(t *testing.T) {
	f := embeddedOnly().Face(Regular)
	glyph := func(r rune) uint32 {
		g, ok := f.font.NominalGlyph(r)
		if !ok {
			t.Fatalf("no glyph for %q", r)
		}
		return uint32(g)
	}
	h := f.Outline(glyph('H')).Bounds()
	if math.Abs(h.Max.Y) > 0.01 || h.Min.Y > -0.65 || h.Min.Y < -0.8 {
		t.Errorf("H reaches from %v to %v: it should stand on the base line, y down", h.Min.Y, h.Max.Y)
	}
	if a := f.Advance(glyph('H')); a <= h.Max.X || a > 1 {
		t.Errorf("H advances %v and is %v wide", a, h.Max.X)
	}
	if p := f.Outline(glyph('g')); p.Bounds().Max.Y <= 0 {
		t.Error("g does not reach below the base line")
	}
	for _, g := range []uint32{glyph(' '), math.MaxUint16, math.MaxUint16 + 1, math.MaxUint32} {
		if p := f.Outline(g); len(p.Verbs) != 0 {
			t.Errorf("glyph %d has a shape", g)
		}
	}
	if f.Advance(math.MaxUint32) != 0 {
		t.Error("a glyph that is not there has a width")
	}
}

func TestParseFaceErrors(t *testing.T) {
	whole := fonts.InterRegular
	for name, file := range map[string][]byte{
		"empty": nil, "text": []byte("not a font"), "head only": whole[:64], "half": whole[:len(whole)/2],
	} {
		if _, err := parseFace("X", file); err == nil || !strings.Contains(err.Error(), "font X") {
			t.Errorf("%s: error %v", name, err)
		}
	}
}

// What the faces promise: these are never left to the system.
func TestCoverage(t *testing.T) {
	for _, s := range []string{
		"Selamat pagi, apa kabar? Rp 1.000,00 – “kutipan” … €£¥ ©®™ ½ × ÷ ± ≤ ≥ ≠ → ← ↑ ↓ • ✓ ★",
		"Größe naïve Łódź İstanbul Þórður čšž ŐŰ",
		"Ελληνικά γλώσσα Άγιος", "Быстрая лиса, Україна, Ђорђе", "Tiếng Việt: ườ ẵ ễ ỹ",
		"😀 👍🏽 👨‍👩‍👧 🇮🇩 ❤️ 1️⃣ ⭐ 🛒 📱 💡",
	} {
		for style := range Styles {
			if p := embeddedOnly().Break(s, Spec{Style: Style(style), Size: 10}, 0); len(p.Missing) > 0 {
				t.Errorf("style %d lacks %q", style, p.Missing)
			}
		}
	}
}
