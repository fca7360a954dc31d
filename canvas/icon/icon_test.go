package icon

import (
	"testing"

	"jejak/canvas/geom"
)

func TestEveryIconStaysOnItsGrid(t *testing.T) {
	grid := geom.R(0, 0, Grid, Grid)
	if len(Names()) < 20 {
		t.Errorf("%d icons", len(Names()))
	}
	for _, name := range Names() {
		ic, ok := Named(name)
		if !ok || len(ic.Strokes.Verbs)+len(ic.Fills.Verbs) == 0 {
			t.Errorf("%s is empty", name)
		}
		for _, p := range []geom.Path{ic.Strokes, ic.Fills} {
			if len(p.Verbs) > 0 && !grid.ContainsRect(p.Bounds()) {
				t.Errorf("%s reaches out of the grid: %v", name, p.Bounds())
			}
		}
		in := ic.In(geom.R(100, 50, 8, 8))
		if b := in.Strokes.Bounds().Union(in.Fills.Bounds()); !geom.R(100, 50, 8, 8).ContainsRect(b) {
			t.Errorf("%s fitted into a square lies at %v", name, b)
		}
	}
}

func TestIconOfAChannel(t *testing.T) {
	for name, want := range map[string]string{
		"WhatsApp": "chat", "Toko": "shop", "Word of mouth": "people", "Mulut ke mulut": "people",
		"Instagram": "camera", "E-mail": "mail", "Google Maps": "pin", "Aplikasi": "mobile",
		"Situs web": "globe", "Telepon": "phone", "Iklan TV": "megaphone", "Kurir": "truck", "": "dot", "xyz": "dot",
	} {
		ic, ok := Named(want)
		if !ok {
			t.Fatalf("there is no icon %s", want)
		}
		got := For(name)
		if len(got.Strokes.Points) != len(ic.Strokes.Points) || got.Strokes.Points[0] != ic.Strokes.Points[0] {
			t.Errorf("%q does not get the icon %s", name, want)
		}
	}
}
