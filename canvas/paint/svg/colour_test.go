package svg_test

import (
	"bytes"
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

func sticker(s string, alpha float64) *scene.Text {
	line := fonts.Break(s, text.Spec{Size: 9}, 0).Lines[0]
	return &scene.Text{Line: line, Text: s, At: geom.Pt(12, 24), Size: 9, Color: scene.RGB(0x1B1F2A).Alpha(alpha)}
}

// TestPictogramsAreSymbols: each is defined once with its blends, used wherever it stands, and read
// aloud as what it is.
func TestPictogramsAreSymbols(t *testing.T) {
	got := written(t, pageOf(sticker("😀🔥😀", 1), sticker("🔥", 0.5)))
	wellFormed(t, got)
	for what, n := range map[string]int{
		`<g id="e1" fill-opacity="1">`: 1, `<g id="e2" fill-opacity="1">`: 1, `<g id="e3"`: 0,
		`xlink:href="#e1"`: 2, `xlink:href="#e2"`: 2, ` opacity=".5"`: 1, `aria-label="😀🔥😀"`: 1,
	} {
		if strings.Count(got, what) != n {
			t.Errorf("%s stands there %d times, want %d", what, strings.Count(got, what), n)
		}
	}
	if strings.Count(got, "<radialGradient") == 0 || strings.Count(got, `fill="url(#e`) != strings.Count(got, "Gradient id=\"e") {
		t.Error("the blends are not those that are used")
	}
}

// TestPictogramsAmongText: they stay pictures where text stays text.
func TestPictogramsAmongText(t *testing.T) {
	var b bytes.Buffer
	if err := svg.WriteWith(&b, pageOf(sticker("Buys 🛒 ⏰ and pays", 1)), svg.Options{Text: true}); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	wellFormed(t, got)
	if strings.Count(got, `xlink:href="#e`) != 2 || !strings.Contains(got, ">Buys ") || !strings.Contains(got, "and pays</text>") || strings.Contains(got, ">⏰") {
		t.Errorf("%s", got[max(0, len(got)-1200):])
	}
}
