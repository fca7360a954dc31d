package pptx

import (
	"testing"

	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// TestStyleBehindPictograms: a line that begins with a pictogram is as bold as its letters.
func TestStyleBehindPictograms(t *testing.T) {
	lib := text.NewLibrary(text.WithoutSystemFonts())
	for _, c := range []struct {
		text  string
		style text.Style
		plain bool
		want  string
	}{
		{"Pays", text.Bold, false, ` b="1"`},
		{"💳 Pays", text.SemiBold, false, ` b="1"`},
		{"💳 Pays", text.SemiBold, true, ` b="1"`},
		{"💳 Pays", text.Italic, false, ` i="1"`},
		{"💳 Pays", text.Regular, false, ""},
		{"💳", text.Bold, false, ""},
		{"", text.Bold, false, ""},
	} {
		line := lib.Break(c.text, text.Spec{Style: c.style, Size: 9, Plain: c.plain}, 0).Lines[0]
		if got := styleOf(&scene.Text{Line: line, Text: c.text}); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}
