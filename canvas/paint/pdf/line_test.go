package pdf

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// linePages sets each string on a page of its own.
func linePages(lib *text.Library, strs []string, spec text.Spec) []scene.Page {
	var pages []scene.Page
	for _, str := range strs {
		s := &sketch{lib: lib}
		s.text(20, 40, 0, str, spec, scene.RGB(0x111111))
		pages = append(pages, s.page(""))
	}
	return pages
}

// What is copied is what was written, in every script, whether there is a face for it or not.
func TestTextIsCopiedAsItWasWritten(t *testing.T) {
	lines := []string{
		"Pelanggan membuka aplikasi",
		"office AVATAR fi ffl ﬁnal – “kutipan” … 100 %",
		"Việt Nam: ngữ được Tiếng ẵẫ",
		"e\u0301a\u0308 n\u0303o\u0302 q\u0307\u0323 g\u0302\u0301", // composed or not
		"Ελληνικά γλώσσα",
		"Русский язык",
		"سلام عليكم ورحمة",
		"سلام لا إله",
		"مُرَحَّبًا بِالعَالَمِ",
		"שלום עולם",
		"שָׁלוֹם",
		"你好，世界！",
		"日本語とカタカナ",
		"한국어",
		"Emoji ☕ 😀 👍🏽 👩‍👩‍👧 ❤️ 🇮🇩",
		"नमस्ते दुनिया क्षत्रिय",
		"สวัสดีชาวโลก น้ำ",
		"a(b)c\\d [e] <f> %g /h",
		"𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𠀀",
	}
	for _, c := range []struct {
		lib  *text.Library
		spec text.Spec
	}{
		{text.Default(), text.Spec{Size: 12}},
		{embedded(), text.Spec{Style: text.Bold, Size: 9.3}},
		{text.Default(), text.Spec{Style: text.Italic, Size: 40, Tracking: 0.1}},
	} {
		spec := c.spec
		out := written(t, linePages(c.lib, lines, spec)...)
		balanced(t, out)
		sane(t, out)
		got := copied(t, out)
		if len(got) != len(lines) {
			t.Fatalf("%d pages, want %d", len(got), len(lines))
		}
		for i, line := range lines {
			want := c.lib.Break(line, spec, 0).Text
			if spec.Tracking > 0 || c.lib == embedded() {
				// Letters far apart, and boxes in the place of marks, may be taken for words.
				if plain(strings.Join(got[i], "")) != plain(want) {
					t.Errorf("%+v: copied %q, want %q", spec, got[i], want)
				}
				continue
			}
			if len(got[i]) != 1 || got[i][0] != want {
				t.Errorf("%+v: copied %q, want %q", spec, got[i], want)
			}
		}
	}
}

// Words from right to left among others come back in their place. Numbers behind them do not:
// readers can not tell which side they belong to.
func TestMixedDirections(t *testing.T) {
	lines := []string{
		"Pelanggan membuka aplikasi dan memilih menu", "Nama: שלום עולם (Ibrani) dan", "Kopi مرحبا بالعالم enak sekali",
		"Katanya: “سلام”, lalu pergi", "Terakhir satu baris biasa",
	}
	s := &sketch{lib: text.Default()}
	y := 30.0
	for _, line := range lines {
		y = s.text(20, y, 0, line, text.Spec{Size: 12}, scene.RGB(0))
	}
	if got := copied(t, written(t, s.page(""))); !slices.Equal(got[0], lines) {
		t.Errorf("copied %q, want %q", got[0], lines)
	}
}

// plain leaves out what copying may change: blanks, and characters that are not seen.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

func TestNastyText(t *testing.T) {
	var zalgo strings.Builder
	for i := range 200 {
		zalgo.WriteRune('a' + rune(i%26))
		for j := range 12 {
			zalgo.WriteRune(0x300 + rune((i*7+j)%0x60))
		}
	}
	nasty := []string{
		"", " ", "\t\t", "\n\n\n", "\x00\x01\x02\x1b[31m", "\uFFFD\uFFFE\uFFFF", "\xff\xfe\xc0\x80", "abc\xe2", "\xed\xa0\x80\xed\xb0\x80",
		strings.Repeat("W", 10000), strings.Repeat("é", 3000), strings.Repeat("👩‍👩‍👧", 300), strings.Repeat("\u200d", 50) + "x",
		zalgo.String(), strings.Repeat("\u0301", 500), "\u202Eabc\u202C \u2066def", strings.Repeat("\u202E", 130) + "x",
		"(((((", ")))))", "\\\\\\(", "BT /F1 12 Tf (x) Tj ET", "%PDF-1.7\n%%EOF", "<</ActualText", ">>>BDC", "endstream\nendobj", contentMark + "q",
		"\u00AD\u200B\u2060\uFEFF", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣ ©️", "ก็ำ", "﷽", "ʰᵉˡˡᵒ", "Ⅷ ½ ㎏", "\U0010FFFD\uE000", "ﬀﬁﬂ", "𓀀𒀀", "ᚠᛇᚻ",
	}
	s := newSketch()
	y := 40.0
	for _, str := range nasty {
		y = s.text(20, y, 300, str, text.Spec{Size: 8}, scene.RGB(0))
	}
	page := s.page("Uji")
	out := written(t, page)
	balanced(t, out)
	sane(t, out)
	var all strings.Builder
	for _, line := range copied(t, out)[0] {
		all.WriteString(line)
	}
	got := plain(all.String())
	for _, str := range []string{strings.Repeat("W", 10000), strings.Repeat("é", 3000), "(((((", ")))))", "\\\\\\(", "BT/F112Tf(x)TjET", "<</ActualText>>>BDC", "endstreamendobj"} {
		if !strings.Contains(got, str) {
			t.Errorf("%.40q was not copied", str)
		}
	}
}

// Thousands of different glyphs need more codes than one font has.
func TestManyGlyphs(t *testing.T) {
	s := newSketch()
	var all []rune
	for r := rune(0x4E00); r < 0x4E00+9000; r++ {
		all = append(all, r)
	}
	y := 40.0
	for line := range slices.Chunk(all, 100) {
		y = s.text(20, y, 0, string(line), text.Spec{Size: 8}, scene.RGB(0))
	}
	out := written(t, s.page(""))
	sane(t, out)
	want := plain(string(all))
	if got := plain(strings.Join(copied(t, out)[0], "")); got != want {
		t.Errorf("copied %d bytes, want %d", len(got), len(want))
	}
}

func TestAnyTextIsWritten(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := newSketch()
		y := 20.0
		for range rapid.IntRange(1, 5).Draw(rt, "lines") {
			spec := text.Spec{
				Style: text.Style(rapid.IntRange(0, text.Styles-1).Draw(rt, "style")),
				Size:  rapid.Float64Range(0.5, 200).Draw(rt, "size"),
			}
			y = s.text(rapid.Float64Range(-1e4, 1e4).Draw(rt, "x"), y, 120, rapid.String().Draw(rt, "text"), spec, scene.RGB(0))
		}
		s.Bounds = s.Bounds.Union(geom.R(0, 0, 100, 100))
		page := s.page(rapid.String().Draw(rt, "label"))
		page.Place = geom.Transform{K: rapid.Float64Range(1e-3, 50).Draw(rt, "scale")}
		balanced(t, written(t, page))
	})
}

// The text of a code is what the file says it is, and the pen stands where the layout says.
func TestGlyphsStandWhereTheyWereSet(t *testing.T) {
	for _, str := range []string{"AVATAR Tokyo, LTd. fi", "Wavy “To” 1/2 — Ty", "e\u0301q\u0307\u0323 ok", "سلام لا"} {
		p := text.Default().Break(str, text.Spec{Size: 10}, 0)
		for _, run := range p.Lines[0].Runs {
			pt := newPainter(newFile(Document{Pages: []scene.Page{journeyScene(1).page("")}}))
			pt.decimals = 2
			l := lineWriter{painter: pt, run: &run, size: 10}
			m := &scene.Text{Size: 10, Text: str}
			for i, g := range run.Glyphs {
				l.glyph(m, g, fmt.Sprint(i))
				width := float64(pt.fonts.Code(run.Face, g.ID, fmt.Sprint(i), g.Advance == 0, 0).Width) / 1000
				if d := l.pen - width - g.X; d > 0.0021 || d < -0.0021 {
					t.Errorf("%q: glyph %d stands %.4f em beside its place", str, i, d)
				}
			}
		}
	}
}
