package text

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestEllipsis(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lines      int
		want       []string
	}{
		{"has room", "abc def", 1, []string{"abc def"}},
		{"cut", "abcdefghij klm", 1, []string{"abcdefghi…"}},
		{"cut in the second line", "abcdefghij klm nop qrstuvw", 2, []string{"abcdefghij", "klm nop…"}},
		{"no blank before it", "abcdefgh ijklmn", 1, []string{"abcdefgh…"}},
		{"hard lines", "ab\ncd\nef", 2, []string{"ab", "cd…"}},
		{"empty line", "ab\n\nef", 2, []string{"ab", "…"}},
		{"zero lines are one", "ab\ncd", 0, []string{"ab…"}},
		{"graphemes stay whole", strings.Repeat("👨‍👩‍👧", 12), 1, []string{strings.Repeat("👨‍👩‍👧", 9) + "…"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := lines(Ellipsis(Fixed{}, c.text, Spec{Size: 10}, 60, c.lines)); !slices.Equal(got, c.want) {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestEllipsisLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		n := rapid.IntRange(1, 3).Draw(t, "lines")
		width := rapid.SampledFrom([]float64{0, 20, 70}).Draw(t, "width")
		p := Ellipsis(embeddedOnly(), s, Spec{Size: 10}, width, n)
		if len(p.Lines) > n {
			t.Fatalf("%d lines, at most %d asked for", len(p.Lines), n)
		}
		if p.Text != Clean(s) && !strings.HasSuffix(p.Text, "…") {
			t.Fatalf("%q is cut without a sign", p.Text)
		}
	})
}
