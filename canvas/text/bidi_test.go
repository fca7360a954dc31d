package text

import (
	"slices"
	"testing"

	"golang.org/x/text/unicode/bidi"
	"pgregory.net/rapid"
)

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []uint8
		base       uint8
	}{
		{"empty", "", nil, 0},
		{"Latin", "ab", []uint8{0, 0}, 0},
		{"Hebrew", "אב", []uint8{1, 1}, 1},
		{"Hebrew in Latin", "a אב c", []uint8{0, 0, 1, 1, 0, 0}, 0},
		{"Latin in Hebrew", "א ab ג", []uint8{1, 1, 2, 2, 1, 1}, 1},
		{"number in Hebrew", "א 12", []uint8{1, 1, 2, 2}, 1},
		{"number behind Hebrew in Latin", "a א 12 b", []uint8{0, 0, 1, 1, 2, 2, 0, 0}, 0},
		{"price", "א $1.50", []uint8{1, 1, 2, 2, 2, 2, 2}, 1},
		{"Arabic makes its digits Arabic", "ع 1.5", []uint8{1, 1, 2, 2, 2}, 1},
		{"brackets go with what is around", "a (א) b", []uint8{0, 0, 0, 1, 0, 0, 0}, 0},
		{"brackets in Hebrew", "א (ab) ג", []uint8{1, 1, 1, 2, 2, 1, 1, 1}, 1},
		{"brackets against what is inside", "a(א)אa", []uint8{0, 0, 1, 0, 1, 0}, 0},
		{"brackets behind their like", "aא(א)a", []uint8{0, 1, 1, 1, 1, 0}, 0},
		{"crossing brackets", "a(א[)א]a", []uint8{0, 0, 1, 0, 0, 1, 0, 0}, 0},
		{"isolate", "a \u2067א b\u2069 c", []uint8{0, 0, 0, 1, 1, 2, 0, 0, 0}, 0},
		{"override", "\u202eab\u202cc", []uint8{0, 1, 1, 1, 0}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, base := levels([]rune(c.text))
			if !slices.Equal(got, c.want) || base != c.base {
				t.Errorf("levels %v in %d, want %v in %d", got, base, c.want, c.base)
			}
		})
	}
}

// TestLevelsAgree compares odd and even with the package that knows only these. It is asked
// nothing about brackets, whose pairs it does not see in a string.
func TestLevelsAgree(t *testing.T) {
	signs := []rune("ab אבגع١٢12+,.%$ -\u0301\u200d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom(signs), 1, 24).Draw(t, "runes")
		// The other package resets the blanks at the end, which lines here do not have.
		runes = append(runes, 'a')
		var p bidi.Paragraph
		if _, err := p.SetString(string(runes)); err != nil {
			t.Fatal(err)
		}
		o, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		got, _ := levels(runes)
		for i := range o.NumRuns() {
			r := o.Run(i)
			start, end := r.Pos()
			for j := start; j <= end; j++ {
				if removed(class(runes[j])) {
					continue // has no level of its own
				}
				if odd := r.Direction() == bidi.RightToLeft; odd != (got[j]&1 == 1) {
					t.Fatalf("%q: levels %v, at %d want odd %v", string(runes), got, j, odd)
				}
			}
		}
	})
}

func TestRunsInVisualOrder(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // from left to right
		rtl  bool
	}{
		{"abc אבג def", []string{"abc ", "אבג", " def"}, false},
		{"abc אבג 123 def", []string{"abc ", "123", "אבג ", " def"}, false},
		{"אבג abc 12 דה", []string{" דה", "abc 12", "אבג "}, true},
	} {
		ln := embeddedOnly().Break(c.text, Spec{Size: 10}, 0).Lines[0]
		var got []string
		for _, r := range ln.Runs {
			got = append(got, r.Text)
		}
		if !slices.Equal(got, c.want) || ln.RTL != c.rtl {
			t.Errorf("%q: runs %q, RTL %v; want %q, %v", c.text, got, ln.RTL, c.want, c.rtl)
		}
	}
}

// Each line is put in order on its own: what stands first in the text stands in the first line.
func TestBidiBreaksBeforeItReorders(t *testing.T) {
	p := Fixed{}.Break("אבגד הוזח טיכל", Spec{Size: 10}, 60)
	if got, want := lines(p), []string{"אבגד הוזח", "טיכל"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	g := p.Lines[0].Runs[0].Glyphs
	if g[0].Cluster < g[len(g)-1].Cluster {
		t.Error("the glyphs of a line from right to left begin with the first letter")
	}
}
