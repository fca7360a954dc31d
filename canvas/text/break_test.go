package text

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// embeddedOnly is shared by the tests: what it sets is the same on every machine.
var embeddedOnly = sync.OnceValue(func() *Library { return NewLibrary(WithoutSystemFonts()) })

func lines(p Paragraph) []string {
	var s []string
	for _, l := range p.Lines {
		s = append(s, p.Text[l.Start:l.End])
	}
	return s
}

func TestBreakLines(t *testing.T) {
	// Every cluster of Fixed is 0.6 em: at 10 pt and 60 pt ten of them stand in a line.
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{""}},
		{"one word", "abc", []string{"abc"}},
		{"just fits", "abcde fghi", []string{"abcde fghi"}},
		{"one too many", "abcde fghij", []string{"abcde", "fghij"}},
		{"spaces at the end take no room", "abcdefghij   kl", []string{"abcdefghij", "kl"}},
		{"only spaces", "   ", []string{""}},
		{"leading spaces stay", "  ab", []string{"  ab"}},
		{"hard lines", "a\n\nb\n", []string{"a", "", "b", ""}},
		{"overlong word", "abcdefghijklmnopqrstuvw", []string{"abcdefghij", "klmnopqrst", "uvw"}},
		{"overlong word in between", "ab abcdefghijkl cd", []string{"ab", "abcdefghij", "kl cd"}},
		{"hyphen", "abcde-fghijk", []string{"abcde-", "fghijk"}},
		{"no break before a bracket's end", "abcdefgh (ij) k", []string{"abcdefgh", "(ij) k"}},
		{"no-break space", "abcde fgh\u00a0ijk", []string{"abcde", "fgh\u00a0ijk"}},
		{"zero width space", "abcdefgh\u200bijkl", []string{"abcdefgh\u200b", "ijkl"}},
		{"CJK between characters", "你好世界你好世界你好世界", []string{"你好世界你好世界你好", "世界"}},
		{"CJK full stop stays", "一二三四五六七八九十。", []string{"一二三四五六七八九", "十。"}},
		{"soft hyphen", "abcdef\u00adghijkl", []string{"abcdef\u00ad", "ghijkl"}},
		{"emoji stay whole", strings.Repeat("👨‍👩‍👧", 11), []string{strings.Repeat("👨‍👩‍👧", 10), "👨‍👩‍👧"}},
		{"combining marks stay", strings.Repeat("x̂", 11), []string{strings.Repeat("x̂", 10), "x̂"}},
		{"no break before an exclamation mark", "abc defghij !", []string{"abc", "defghij !"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := Fixed{}.Break(c.text, Spec{Size: 10}, 60)
			if got := lines(p); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestBreakWithoutLimit(t *testing.T) {
	long := strings.Repeat("word ", 1000)
	for _, width := range []float64{0, -5} {
		if got := len(embeddedOnly().Break(long+"\nx", Spec{Size: 10}, width).Lines); got != 2 {
			t.Errorf("width %v: %d lines, want 2", width, got)
		}
	}
}

func TestTracking(t *testing.T) {
	l := embeddedOnly()
	tight := l.Break("office", Spec{Size: 10}, 0).Lines[0]
	wide := l.Break("office", Spec{Size: 10, Tracking: 0.1}, 0).Lines[0]
	if n := len(wide.Runs[0].Glyphs); n != 6 {
		t.Errorf("%d glyphs, want 6: ligatures must come apart", n)
	}
	if d := wide.Width - tight.Width; d < 0.55 || d > 0.65 {
		t.Errorf("0.1 em behind 6 letters widen the line by %v em", d)
	}
}

func TestKerning(t *testing.T) {
	l := embeddedOnly()
	whole := l.Break("AVATAR", Spec{Size: 10}, 0).Width()
	apart := 0.0
	for _, r := range "AVATAR" {
		apart += l.Break(string(r), Spec{Size: 10}, 0).Width()
	}
	if whole >= apart {
		t.Errorf("AVATAR is %v wide, its letters %v: nothing is kerned", whole, apart)
	}
}

func TestSoftHyphenIsSeenOnlyAtTheEnd(t *testing.T) {
	p := Fixed{}.Break("abcdef\u00adghijkl", Spec{Size: 10}, 60)
	g := p.Lines[0].Runs[0].Glyphs
	f := p.Lines[0].Runs[0].Face
	if last := g[len(g)-1]; len(f.Outline(last.ID).Verbs) == 0 {
		t.Error("no hyphen is drawn at the end of the line")
	}
	for _, g := range (embeddedOnly().Break("ab\u00adcd", Spec{Size: 10}, 0)).Lines[0].Runs[0].Glyphs {
		if g.Cluster == 2 && (g.Advance != 0 || len(f.Outline(g.ID).Verbs) > 0) {
			t.Error("a soft hyphen inside a line is visible")
		}
	}
}

// anyText draws strings of every kind that has ever hurt: scripts, marks, controls, broken UTF-8.
func anyText() *rapid.Generator[string] {
	scraps := []string{
		" ", "  ", "\n", "\r\n", "\t", "a", "word", "Wörter", "AVATAR", "fi", "office", "well-known", "a/b", "(x)", "“q”",
		"1,234.5", "http://example.org/a?b=c", "\u00a0", "\u200b", "\u00ad", "\u200d", "\ufe0f", "\u0301", "e\u0301",
		"Ελλη", "Привет", "Tiếng", "مرحبا", "بال", "שלום", "123", "١٢٣", "\u202e", "\u202c", "\u2067", "\u2069", "\u200f",
		"नमस्ते", "ที่นี่", "你好", "。", "こん", "안녕", "😀", "👨‍👩‍👧", "🇮🇩", "1️⃣", "👍🏽", "\U000f0000", "\x00", "\x7f", "\xff", "\xe2\x82",
		"\u2028", "\u3000", "\ufeff", "\U000e0041", "ﷺ", "ẞ",
	}
	return rapid.Custom(func(t *rapid.T) string {
		parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(scraps), rapid.StringN(0, 4, -1)), 0, 30).Draw(t, "parts")
		return strings.Join(parts, "")
	})
}

// checkParagraph says what is wrong with p, set from s.
func checkParagraph(p Paragraph, s string, spec Spec, width float64) error {
	if p.Text != Clean(s) {
		return fmt.Errorf("text is %q, want %q", p.Text, Clean(s))
	}
	if len(p.Lines) == 0 {
		return fmt.Errorf("no line")
	}
	at := 0
	for i, l := range p.Lines {
		if l.Start < at || l.End < l.Start || l.End > len(p.Text) {
			return fmt.Errorf("line %d is [%d:%d] after %d", i, l.Start, l.End, at)
		}
		for _, r := range p.Text[at:l.Start] {
			if r != '\n' && !isBlank(r) {
				return fmt.Errorf("%q is lost before line %d", r, i)
			}
		}
		at = l.End
		if err := checkLine(p, l, spec, width); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
	}
	for _, r := range p.Text[at:] {
		if r != '\n' && !isBlank(r) {
			return fmt.Errorf("%q is lost at the end", r)
		}
	}
	return nil
}

func checkLine(p Paragraph, l Line, spec Spec, width float64) error {
	x, length, clusters := 0.0, 0, map[int]bool{}
	for _, r := range l.Runs {
		if d := r.X - x; d > 1e-9 || d < -1e-9 {
			return fmt.Errorf("run %q stands at %v, want %v", r.Text, r.X, x)
		}
		x += r.Width
		length += len(r.Text)
		if !utf8.ValidString(r.Text) {
			return fmt.Errorf("run %q is not UTF-8", r.Text)
		}
		start := strings.Index(p.Text, r.Text)
		w := 0.0
		for i, g := range r.Glyphs {
			w += g.Advance
			if g.Cluster < 0 || g.Cluster >= len(r.Text) || !utf8.RuneStart(r.Text[g.Cluster]) {
				return fmt.Errorf("cluster %d in run %q", g.Cluster, r.Text)
			}
			if i > 0 {
				if c := r.Glyphs[i-1].Cluster; c != g.Cluster && (c < g.Cluster) == r.RTL {
					return fmt.Errorf("clusters of run %q are not in order", r.Text)
				}
			}
			clusters[start+g.Cluster] = true
		}
		if d := w - r.Width; d > 1e-9 || d < -1e-9 {
			return fmt.Errorf("run %q is %v wide, its glyphs %v", r.Text, r.Width, w)
		}
	}
	if length != l.End-l.Start {
		return fmt.Errorf("runs hold %d bytes of %d", length, l.End-l.Start)
	}
	if d := x - l.Width; d > 1e-9 || d < -1e-9 {
		return fmt.Errorf("width %v, its runs %v", l.Width, x)
	}
	if width > 0 && len(clusters) > 1 && l.Width*spec.Size > width+1e-6 && !startsBlank(p.Text[l.Start:l.End]) {
		return fmt.Errorf("%q is %v wide, limit %v", p.Text[l.Start:l.End], l.Width*spec.Size, width)
	}
	return nil
}

// startsBlank: blanks at the start of a line may be wider than it.
func startsBlank(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isBlank(r)
}

func TestBreakLaws(t *testing.T) {
	l := embeddedOnly()
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		spec := Spec{
			Style:    Style(rapid.IntRange(0, int(Styles)).Draw(t, "style")),
			Size:     rapid.SampledFrom([]float64{0, 6, 9.5, 24}).Draw(t, "size"),
			Tracking: rapid.SampledFrom([]float64{0, 0.08}).Draw(t, "tracking"),
		}
		width := rapid.SampledFrom([]float64{0, 1, 30, 80, 300}).Draw(t, "width")
		p := l.Break(s, spec, width)
		limit := width
		if spec.Size == 0 {
			limit = 0
		}
		if err := checkParagraph(p, s, spec, limit); err != nil {
			t.Fatalf("%v\n%q\n%q", err, p.Text, lines(p))
		}
		if again := NewLibrary(WithoutSystemFonts()); rapid.IntRange(0, 9).Draw(t, "again") == 0 {
			for i, ln := range again.Break(s, spec, width).Lines {
				if !sameLine(ln, p.Lines[i]) {
					t.Fatalf("line %d differs when set again", i)
				}
			}
		}
	})
}

func sameLine(a, b Line) bool {
	return slices.EqualFunc(a.Runs, b.Runs, func(x, y Run) bool {
		return x.Face.Name() == y.Face.Name() && x.Text == y.Text && x.X == y.X && x.RTL == y.RTL &&
			reflect.DeepEqual(x.Glyphs, y.Glyphs)
	})
}

// TestPlainLines holds the short way for plain lines against the rules for all.
func TestPlainLines(t *testing.T) {
	words := []string{"a", "Wort", "x-y", "a/b", "1,5", "end.", "(see", "well!", "it's", "naïve", "50%", "a)b", "$5", "-3", "e-mail,", "\"q", "[", "q\""}
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 8).Draw(t, "words"), " ")
		h := hardLine{lib: embeddedOnly(), text: s}
		h.divide(new(Paragraph))
		var got []int32
		for _, c := range h.cells {
			if c.brk {
				got = append(got, c.off)
			}
		}
		if want := ruleBreaks(s); !slices.Equal(got, want) {
			t.Fatalf("%q may break at %v, want %v", s, got, want)
		}
	})
}

func TestLongTexts(t *testing.T) {
	// Nobody waits for these if the time grows with the square of the length.
	for name, s := range map[string]string{
		"one word":   strings.Repeat("abcdefghij", 100_000),
		"words":      strings.Repeat("lorem ipsum ", 80_000),
		"marks":      "a" + strings.Repeat("\u0301", 100_000),
		"no blanks":  strings.Repeat("你好", 50_000),
		"bidi":       strings.Repeat("abc שלום (12) ", 20_000),
		"isolates":   strings.Repeat("\u2067א", 50_000) + strings.Repeat("\u2069", 50_000),
		"brackets":   "א" + strings.Repeat("(", 50_000) + strings.Repeat(")", 50_000),
		"hard lines": strings.Repeat("\n", 100_000),
	} {
		t.Run(name, func(t *testing.T) {
			p := embeddedOnly().Break(s, Spec{Size: 10}, 200)
			at := 0
			for i, l := range p.Lines {
				if strings.Trim(p.Text[at:l.Start], " \n") != "" {
					t.Fatalf("text is lost before line %d", i)
				}
				at = l.End
			}
			if strings.Trim(p.Text[at:], " \n") != "" {
				t.Error("text is lost at the end")
			}
		})
	}
}

func TestBreakInParallel(t *testing.T) {
	l := NewLibrary(WithoutSystemFonts())
	texts := []string{"The same words", "the SAME words in other lines", "😀 emoji", "שלום words", "naïve café", strings.Repeat("long ", 50)}
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 200 {
				s := texts[(i+j)%len(texts)]
				style := Style(j % int(Styles))
				p := l.Break(s, Spec{Style: style, Size: 10}, float64(40+j%3*20))
				if err := checkParagraph(p, s, p.Spec, float64(40+j%3*20)); err != nil {
					t.Error(err)
				}
				for _, ln := range p.Lines {
					for _, r := range ln.Runs {
						for _, g := range r.Glyphs {
							r.Face.Outline(g.ID)
							r.Face.Advance(g.ID)
						}
					}
				}
			}
		})
	}
	wg.Wait()
}

func FuzzBreak(f *testing.F) {
	for _, s := range []string{"", "The quick brown fox", "مرحبا 123 abc", "👨‍👩‍👧\ufe0f\u200d", "\xff\x00\r\n", "a\u0301\u0301", "你好。"} {
		f.Add(s, 9.0, 80.0, 0.0)
	}
	f.Fuzz(func(t *testing.T, s string, size, width, tracking float64) {
		spec := Spec{Size: 10, Style: Style(len(s) % int(Styles))}
		if err := checkParagraph(embeddedOnly().Break(s, spec, 80), s, spec, 80); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		// Sizes without sense must not stop it either.
		embeddedOnly().Break(s, Spec{Size: size, Tracking: tracking}, width)
	})
}

// cards are n texts of 12 words each, out of a vocabulary of 2,000.
func cards(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 2000)
	for i := range vocabulary {
		var b strings.Builder
		for range 2 + r.IntN(9) {
			b.WriteByte("etaoinshrdlucmfwypvbgk"[r.IntN(22)])
		}
		vocabulary[i] = b.String()
	}
	texts := make([]string, n)
	for i := range texts {
		words := make([]string, 12)
		for j := range words {
			words[j] = vocabulary[r.IntN(len(vocabulary))]
		}
		texts[i] = strings.Join(words, " ")
	}
	return texts
}

func BenchmarkCards(b *testing.B) {
	texts := cards(1000)
	set := func(l *Library) {
		for _, s := range texts {
			l.Break(s, Spec{Size: 9}, 124)
		}
	}
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			set(NewLibrary(WithoutSystemFonts()))
		}
	})
	b.Run("words known", func(b *testing.B) {
		l := NewLibrary(WithoutSystemFonts())
		for b.Loop() {
			l.paragraphs = newParagraphs()
			set(l)
		}
	})
	b.Run("warm", func(b *testing.B) {
		l := NewLibrary(WithoutSystemFonts())
		for b.Loop() {
			set(l)
		}
	})
}

func BenchmarkOneLine(b *testing.B) {
	l := NewLibrary(WithoutSystemFonts())
	s := cards(1)[0]
	for b.Loop() {
		l.set(s, Spec{Size: 9}, 0)
	}
}

func BenchmarkParseFace(b *testing.B) {
	for b.Loop() {
		NewLibrary().Face(Regular)
	}
}
