package style

import (
	"testing"

	"jejak/canvas/scene"
)

func TestEveryTextReads(t *testing.T) {
	for _, p := range Palettes {
		t.Run(p.Name, func(t *testing.T) {
			need := func(what string, c, ground scene.Color) {
				t.Helper()
				if got := Contrast(c, ground); got < 4.5 {
					t.Errorf("%s: contrast %.2f, want 4.5 or more", what, got)
				}
			}
			for _, ground := range []scene.Color{p.Paper, p.Ground} {
				need("ink", p.Ink, ground)
				need("body", p.Body, ground)
				need("second voice", p.Second, ground)
			}
			need("accent", p.Accent, p.Paper)
			need("bubble", p.OnDark, p.Dark)
			need("pain", p.PainInk, p.PainGround)
			need("chance", p.ChanceInk, p.ChanceGround)
			need("good", p.Good, p.Paper)
			need("bad", p.Bad, p.Paper)
			need("middle", p.Middle, p.Paper)
			for _, c := range p.Personas {
				need("persona", c, p.Ground)
			}
			for n := 1; n <= 12; n++ {
				for i := range n {
					need("stage title", p.OnHue, p.Stage(i, n))
				}
			}
		})
	}
}

func TestPaletteNames(t *testing.T) {
	if len(Palettes) < 6 {
		t.Fatalf("%d palettes, want at least 6", len(Palettes))
	}
	seen := map[string]bool{}
	for _, p := range Palettes {
		if seen[p.Name] {
			t.Errorf("two palettes are called %q", p.Name)
		}
		seen[p.Name] = true
	}
	if Has("no such palette") || !Has("colour-blind") || Find("").Name != Palettes[0].Name {
		t.Error("Find and Has do not agree with the list")
	}
}

func TestParseColor(t *testing.T) {
	for s, want := range map[string]bool{"#1a2B3c": true, "": false, "#12345": false, "1234567": false, "#12345g": false} {
		if _, ok := ParseColor(s); ok != want {
			t.Errorf("ParseColor(%q): %v, want %v", s, ok, want)
		}
	}
	if c, _ := ParseColor("#1a2B3c"); c != scene.RGB(0x1A2B3C) {
		t.Errorf("ParseColor: %v", c)
	}
	if c := Readable(scene.RGB(0xFFFF00), scene.RGB(0xFFFFFF)); Contrast(c, scene.RGB(0xFFFFFF)) < 4.5 {
		t.Error("Readable leaves yellow on white unreadable")
	}
}
