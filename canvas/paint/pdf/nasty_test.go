package pdf

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"jejak/canvas/deck"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// nasty is a text of testdata/nasty.txt: what it is, and what it says.
type nasty struct{ kind, text string }

func nastyTexts(t *testing.T) []nasty {
	t.Helper()
	f, err := os.Open("testdata/nasty.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []nasty
	for sc := bufio.NewScanner(f); sc.Scan(); {
		kind, quoted, _ := strings.Cut(sc.Text(), "\t")
		n := nasty{kind: kind}
		if err := json.Unmarshal([]byte(quoted), &n.text); err != nil {
			t.Fatalf("%s: %v", sc.Text(), err)
		}
		all = append(all, n)
	}
	if len(all) < 500 {
		t.Fatalf("%d texts, want 500", len(all))
	}
	return all
}

// inexact says why the texts of a kind do not come back exactly as they were written; of these only
// the characters are compared, without blanks and what is not seen.
var inexact = map[string]string{
	"bidinumbers": "readers can not tell to which side of words from right to left a number belongs",
	"biditurns":   "poppler guesses from the letters of a line which way it runs",
	"singles":     "poppler takes letters with a blank between each for one word set wide",
	"invisible":   "readers leave out what is not seen, or take it for a blank",
	"blanks":      "readers write one blank for every kind and number of them",
	"odd":         "control characters are not set; letters of no font stand far apart",
}

func TestNastyTextsComeBack(t *testing.T) {
	texts := nastyTexts(t)
	lib := text.Default()
	spec := text.Spec{Size: 12}
	var strs []string
	for _, n := range texts {
		strs = append(strs, n.text)
	}
	out := written(t, linePages(lib, strs, spec)...)
	balanced(t, out)
	sane(t, out)
	got := copied(t, out)
	if len(got) != len(texts) {
		t.Fatalf("%d pages, want %d", len(got), len(texts))
	}
	failed := map[string][]string{}
	lines, exact := map[string]int{}, map[string]int{}
	for i, n := range texts {
		said := strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(lib.Break(n.text, spec, 0).Text)
		var want []string
		for _, l := range strings.Split(said, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				want = append(want, l)
			}
		}
		same := slices.Equal(got[i], want)
		lines[n.kind] += len(want)
		for k, l := range want {
			if k < len(got[i]) && got[i][k] == l {
				exact[n.kind]++
			}
		}
		if inexact[n.kind] != "" {
			same = sorted(plain(strings.Join(got[i], ""))) == sorted(plain(strings.Join(want, "")))
		}
		if !same {
			failed[n.kind] = append(failed[n.kind], n.text)
			t.Errorf("%s: %q came back as %q", n.kind, want, got[i])
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(lines)) {
		t.Logf("%s: %d of %d lines come back as they were; %d texts failed", kind, exact[kind], lines[kind], len(failed[kind]))
	}
}

// sorted is the characters of a text in the order of their numbers.
func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// nastyMap is a map in which every kind of field holds the texts of the corpus.
func nastyMap(t *testing.T) journey.Project {
	t.Helper()
	texts := nastyTexts(t)
	at := 0
	p := journeytest.Filled(func(journey.Kind, string) string {
		at++
		return texts[(at-1)%len(texts)].text
	})
	if at < 500 {
		t.Fatalf("%d texts on the map, want 500", at)
	}
	return p
}

// A map full of the worst is written in every mode, looks on paper as on the screen, and no reader
// has anything to say.
func TestNastyMap(t *testing.T) {
	p := nastyMap(t)
	for name, o := range modes(t) {
		d := documentOf(t, p, o)
		out := writtenDocument(t, d)
		balanced(t, out)
		sane(t, out)
		if name != "fit" {
			continue
		}
		want, err := raster.Page(d.Pages[0], 48, false)
		if err != nil {
			t.Fatal(err)
		}
		d.Comments = false
		for reader, got := range rendered(t, writtenDocument(t, d), "48") {
			if mean, worst, at := difference(want, got); mean > 0.012 || worst > 0.35 {
				t.Errorf("%s differs from the screen by %.4f in the mean and %.3f at %v", reader, mean, worst, at)
			}
		}
	}
	m := p.MapsInOrder()[0]
	d := documentOf(t, p, page.Options{})
	src := layout.Printable(p, m.ID, layout.Options{Measurer: embedded()})
	d.Pages = deck.Slides(p, m.ID, src, deck.Options{Measurer: embedded()}).Pages
	out := writtenDocument(t, d)
	balanced(t, out)
	sane(t, out)
}

// What no font has is seen as a box, and said.
func TestMissingGlyphsAreTold(t *testing.T) {
	s := &sketch{lib: embedded()}
	s.text(20, 40, 0, "a \u0E01 b", text.Spec{Size: 12}, scene.RGB(0))
	sheet := s.page("")
	r := page.Paginate(page.Source{Scene: sheet.Scene}, page.Options{})
	for _, w := range r.Warnings {
		if w.Kind == page.NoGlyph && slices.Equal(w.Runes, []rune{0x0E01}) {
			return
		}
	}
	t.Errorf("warnings %+v", r.Warnings)
}
