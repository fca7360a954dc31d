package pdf

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

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
	"zalgo":       "marks stacked upon marks are taken for lines of their own",
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
	for i, n := range texts {
		said := strings.NewReplacer("\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(lib.Break(n.text, spec, 0).Text)
		var want []string
		for _, l := range strings.Split(said, "\n") {
			if l = strings.TrimSpace(l); l != "" {
				want = append(want, l)
			}
		}
		same := slices.Equal(got[i], want)
		if inexact[n.kind] != "" {
			same = sorted(plain(strings.Join(got[i], ""))) == sorted(plain(strings.Join(want, "")))
		}
		if !same {
			failed[n.kind] = append(failed[n.kind], n.text)
			t.Errorf("%s: %q came back as %q", n.kind, want, got[i])
		}
	}
	for kind, list := range failed {
		t.Logf("%s: %d did not come back", kind, len(list))
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
	next := func() string {
		at++
		return journey.CleanText(texts[(at-1)%len(texts)].text)
	}
	ids := journeytest.IDs()
	ranks := journey.RanksBetween("", "", 200)
	m := journey.Map{ID: ids(), Rank: "a0", Title: next(), Type: journey.CurrentState, Scenario: next(), Expectations: next(), Author: next(), Version: next()}
	recs := []journey.Record{journey.Info{ID: ids(), Title: next(), Language: "en"}, m}
	add := func(r journey.Record) { recs = append(recs, r) }
	tag := journey.Tag{ID: ids(), Rank: "a0", Name: next()}
	channel := journey.Channel{ID: ids(), Rank: "a0", Name: next()}
	metric := journey.Metric{ID: ids(), Rank: "a0", Name: next(), Unit: next()}
	add(tag)
	add(channel)
	add(metric)
	var personas []journey.Persona
	for i := range 3 {
		pe := journey.Persona{ID: ids(), Rank: ranks[i], Name: next(), Summary: next(), Quote: next(), Goals: next(), Needs: next(), Frustrations: next()}
		add(pe)
		add(journey.Appearance{ID: ids(), MapID: m.ID, PersonaID: pe.ID, Rank: ranks[i]})
		personas = append(personas, pe)
	}
	var lanes []journey.Lane
	for i, kind := range journey.LaneKinds {
		l := journey.Lane{ID: ids(), MapID: m.ID, Rank: ranks[i], LaneKind: kind, Title: next(), Hint: next()}
		add(l)
		lanes = append(lanes, l)
	}
	one := 1.5
	for i := range 12 {
		st := journey.Stage{ID: ids(), MapID: m.ID, Rank: ranks[i], Title: next(), Goal: next()}
		add(st)
		add(journey.Measurement{ID: ids(), MetricID: metric.ID, At: journey.RefTo(st), Value: &one, Target: &one})
		var last journey.ID
		for k, l := range lanes {
			if l.LaneKind == journey.LaneEmotions || l.LaneKind == journey.LaneMetrics {
				continue
			}
			c := journey.Card{
				ID: ids(), MapID: m.ID, StageID: st.ID, LaneID: l.ID, Rank: ranks[k], Title: next(), Text: next(), Owner: next(), Link: next(),
				ChannelID: channel.ID, TagIDs: []journey.ID{tag.ID},
			}
			add(c)
			if k == 0 {
				for n, pe := range personas {
					add(journey.Point{ID: ids(), MapID: m.ID, PersonaID: pe.ID, At: journey.RefTo(c), Value: float64(n) - 1, Note: next()})
				}
				add(journey.Comment{ID: ids(), At: journey.RefTo(c), Author: next(), Text: next()})
				add(journey.Action{ID: ids(), Rank: ranks[i], Title: next(), Owner: next(), CardID: c.ID})
			}
			if last != "" && k%3 == 0 {
				add(journey.Link{ID: ids(), MapID: m.ID, FromID: last, ToID: c.ID, LinkKind: journey.LinkNext, Label: next()})
			}
			last = c.ID
		}
	}
	if at < 500 {
		t.Fatalf("%d texts on the map, want 500", at)
	}
	return journey.FromRecords(recs)
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
	d.Pages = page.Deck(p, m.ID, src, page.DeckOptions{Measurer: embedded()}).Pages
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
