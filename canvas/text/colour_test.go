package text

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype/tables"
	"github.com/go-text/typesetting/fontscan"

	"jejak/assets/fonts"
	"jejak/canvas/geom"
)

// pictograms are of every kind of sequence that there is.
var pictograms = strings.Fields(`😀 🥳 ❤️ ✔️ ☎️ ©️ 1️⃣ #️⃣ 🇮🇩 🇺🇸 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏳️‍🌈 🏴‍☠️ 👍🏽 ✌🏿 👩‍🚀 🧑🏿‍💻 👨‍👩‍👧‍👦
	👩🏻‍🤝‍👨🏾 🐈‍⬛ 👁️‍🗨️ ⏰ ⚡ 🛍 🫱🏻‍🫲🏿 🪿`)

// TestPictogramsAreOneColouredGlyph: each is one cluster of one glyph with colours, near its place.
func TestPictogramsAreOneColouredGlyph(t *testing.T) {
	for _, s := range pictograms {
		l := embeddedOnly().Break(s, Spec{Size: 10}, 0).Lines[0]
		if len(l.Runs) != 1 || !l.Runs[0].Face.Coloured() {
			t.Errorf("%s is set in %d runs, or without colours", s, len(l.Runs))
			continue
		}
		seen := 0
		for _, g := range l.Runs[0].Glyphs {
			layers := l.Runs[0].Face.Colours(g.ID)
			if len(layers) > 0 {
				seen++
			} else if g.Advance != 0 {
				t.Errorf("%s has a glyph of one colour", s)
			}
			for _, layer := range layers {
				if b := layer.Path.Bounds(); !geom.R(-0.4, -1.4, 2, 2).ContainsRect(b) {
					t.Errorf("%s reaches to %v", s, b)
				}
			}
		}
		if seen != 1 {
			t.Errorf("%s is %d glyphs", s, seen)
		}
	}
}

func TestOneColour(t *testing.T) {
	for _, m := range []Measurer{embeddedOnly(), OneColour(embeddedOnly())} {
		for _, plain := range []bool{false, true} {
			_, always := m.(oneColour)
			r := m.Break("😀", Spec{Size: 10, Plain: plain}, 0).Lines[0].Runs[0]
			if want := !plain && !always; r.Face.Coloured() != want || (len(r.Face.Colours(r.Glyphs[0].ID)) > 0) != want {
				t.Errorf("plain %v, always %v: colours %v", plain, always, r.Face.Coloured())
			}
		}
	}
}

// TestFaceOfColoursIsWhole: the parts that were hidden from the parser are there all the same.
func TestFaceOfColoursIsWhole(t *testing.T) {
	f := embeddedOnly().colour()
	if f.Upem() != 1024 || f.Ascent() < 0.7 || f.Descent() < 0.1 || f.Advance(10) <= 0 || !strings.Contains(fonts.NotoColorEmojiLicence, "SIL Open Font License") {
		t.Errorf("upem %d, ascent %v, descent %v, advance %v", f.Upem(), f.Ascent(), f.Descent(), f.Advance(10))
	}
	for _, damaged := range [][]byte{nil, fonts.NotoColorEmoji[:1000], fonts.InterRegular} {
		if _, err := readColoured("x", damaged); err == nil {
			t.Error("a damaged file gives a face")
		}
	}
}

// TestSystemFontWithColours: a font of the system may have colours, and damaged ones do no harm.
func TestSystemFontWithColours(t *testing.T) {
	file := unpacked(t)
	path := filepath.Join(t.TempDir(), "a.ttf")
	read := func(file []byte) *Face {
		t.Helper()
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := readSystemFace(&fontscan.Footprint{Location: fontscan.Location{File: path}})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	smile := []rune("😀")
	f := read(file)
	g, _ := f.font.NominalGlyph(smile[0])
	want := embeddedOnly().colour().Colours(uint32(g))
	if got := f.Colours(uint32(g)); len(got) != len(want) || len(got) == 0 || !draws(f, smile) {
		t.Errorf("%d layers, want %d", len(got), len(want))
	}
	if f.font.COLR != nil {
		if _, has := f.font.COLR.Search(tables.GlyphID(g)); has {
			t.Error("the parser of fonts has read the colours")
		}
	}
	colours := table(bytes.Clone(file), "COLR", false)
	at := bytes.Index(file, colours)
	broken := bytes.Clone(file)
	for i := at + 34; i < at+len(colours); i++ {
		broken[i] = byte(i * 7)
	}
	f = read(broken)
	for g := range uint32(4000) {
		f.Colours(g)
	}
}

// unpacked is the face of coloured pictograms as a file.
func unpacked(t *testing.T) []byte {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(fonts.NotoColorEmoji))
	if err != nil {
		t.Fatal(err)
	}
	file, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return file
}
