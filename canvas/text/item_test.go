package text

import (
	"slices"
	"testing"
)

func TestFallback(t *testing.T) {
	for _, c := range []struct {
		name, text string
		faces      []string
		missing    []rune
	}{
		{"Latin", "abc", []string{"Inter-Regular"}, nil},
		{"emoji", "ok 😀!", []string{"Inter-Regular", "NotoColorEmoji", "Inter-Regular"}, nil},
		{"family", "👨‍👩‍👧", []string{"NotoColorEmoji"}, nil},
		{"picture asked for", "❤️", []string{"NotoColorEmoji"}, nil},
		{"keycap", "1️⃣", []string{"NotoColorEmoji"}, nil},
		{"flags", "🇮🇩🏴\u200d☠\ufe0f", []string{"NotoColorEmoji"}, nil},
		{"picture by itself", "⏰", []string{"NotoColorEmoji"}, nil},
		{"picture as text", "⏰\ufe0e", []string{"NotoEmoji-Regular"}, nil},
		{"sign", "✔", []string{"NotoEmoji-Regular"}, nil},
		{"sign of the face", "©", []string{"Inter-Regular"}, nil},
		{"digit", "1", []string{"Inter-Regular"}, nil},
		{"mark on a letter", "x\u0302", []string{"Inter-Regular"}, nil},
		{"Thai without its font", "กa", []string{"Inter-Regular"}, []rune{'ก'}},
		{"each once", "กขก ก", []string{"Inter-Regular"}, []rune{'ก', 'ข'}},
		{"format character", "\U000e0001\u0378", []string{"Inter-Regular"}, []rune{'\u0378'}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := embeddedOnly().Break(c.text, Spec{Size: 10}, 0)
			var faces []string
			for _, r := range p.Lines[0].Runs {
				faces = append(faces, r.Face.Name())
			}
			if !slices.Equal(faces, c.faces) || !slices.Equal(p.Missing, c.missing) {
				t.Errorf("faces %v, missing %q; want %v, %q", faces, p.Missing, c.faces, c.missing)
			}
		})
	}
}

func TestMissingIsVisible(t *testing.T) {
	r := embeddedOnly().Break("ก", Spec{Size: 10}, 0).Lines[0].Runs[0]
	if b := r.Face.Outline(r.Glyphs[0].ID).Bounds(); b.W() < 0.2 || b.H() < 0.4 || r.Width < b.W() {
		t.Errorf("the replacement is %v × %v em", b.W(), b.H())
	}
}

func TestEmojiSequenceIsOneCluster(t *testing.T) {
	for _, s := range []string{"👨‍👩‍👧", "🇮🇩", "👍🏽", "❤️", "1️⃣", "🧑🏿‍💻"} {
		for _, g := range embeddedOnly().Break(s, Spec{Size: 10}, 0).Lines[0].Runs[0].Glyphs {
			if g.Cluster != 0 {
				t.Errorf("%s: a cluster begins at %d", s, g.Cluster)
			}
		}
	}
}

// The same word in composed and decomposed letters is the same picture.
func TestNormalForms(t *testing.T) {
	a := embeddedOnly().Break("Tie\u0302\u0301ng", Spec{Size: 10}, 0)
	b := embeddedOnly().Break("Tiếng", Spec{Size: 10}, 0)
	if a.Text != b.Text || !sameLine(a.Lines[0], b.Lines[0]) {
		t.Error("NFD and NFC differ")
	}
}
