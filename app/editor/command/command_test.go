package command

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func items(titles ...string) []*Item {
	var list []*Item
	for _, t := range titles {
		list = append(list, &Item{ID: t, Title: t})
	}
	return list
}

func titles(list []Match) []string {
	var s []string
	for _, m := range list {
		s = append(s, m.Item.Title)
	}
	return s
}

func TestSearch(t *testing.T) {
	actions := items("Open…", "Save", "Export as PDF…", "Undo move card", "Fit the selection", "Fit the whole map", "Select all", "Zoom in")
	places := []*Item{{ID: "card:1", Title: "Opens the shop", Place: true}, {ID: "stage:1", Title: "Café", Place: true}}
	for _, c := range []struct {
		name, query string
		want        []string
	}{
		{"nothing typed: as in the menus", "", titlesOf(actions)},
		{"a beginning before the middle", "sel", []string{"Select all", "Fit the selection"}},
		{"several words in any order", "map fit", []string{"Fit the whole map"}},
		{"initials", "fts", []string{"Fit the selection"}},
		{"letters one after another", "expdf", []string{"Export as PDF…"}},
		{"places behind actions", "open", []string{"Open…", "Opens the shop"}},
		{"one letter finds no places", "o", []string{"Open…", "Zoom in", "Undo move card", "Export as PDF…", "Fit the selection", "Fit the whole map"}},
		{"places alone", "@", []string{"Opens the shop", "Café"}},
		{"accents do not count", "@cafe", []string{"Café"}},
		{"places are not strewn", "@opshop", nil},
		{"capitals do not count", "ZOOM", []string{"Zoom in"}},
		{"nothing", "xyzzy", nil},
		{"nothing strewn beside what fits", "sel", []string{"Select all", "Fit the selection"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := titles(Search(c.query, actions, places, nil))
			if c.name == "one letter finds no places" {
				slices.Sort(got)
				slices.Sort(c.want)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("%q finds %q, want %q", c.query, got, c.want)
			}
		})
	}
}

func titlesOf(list []*Item) []string {
	var s []string
	for _, it := range list {
		s = append(s, it.Title)
	}
	return s
}

func TestOrder(t *testing.T) {
	list := items("Save", "Save as…", "Close", "Quit")
	list[0].Off = true
	if got := titles(Search("", list, nil, []string{"Quit", "gone", "Save"})); !slices.Equal(got, []string{"Quit", "Save as…", "Close", "Save"}) {
		t.Errorf("recent first, what cannot be had last: %q", got)
	}
	if got := titles(Search("save", list, nil, nil)); !slices.Equal(got, []string{"Save as…", "Save"}) {
		t.Errorf("what cannot be had last: %q", got)
	}
	list[0].Off = false
	if got := titles(Search("s", items("Sun", "Sum"), nil, []string{"Sum"})); !slices.Equal(got, []string{"Sum", "Sun"}) {
		t.Errorf("recent first among equals: %q", got)
	}
}

func TestOtherName(t *testing.T) {
	list := []*Item{{ID: "a", Title: "Urungkan", Other: "Undo"}, {ID: "b", Title: "Undangan"}}
	got := Search("und", list, nil, nil)
	if !slices.Equal(titles(got), []string{"Undangan", "Urungkan"}) {
		t.Fatalf("finds %q", titles(got))
	}
	if len(got[1].Bold) != 0 || !slices.Equal(got[0].Bold, [][2]int{{0, 3}}) {
		t.Errorf("bold %v and %v", got[0].Bold, got[1].Bold)
	}
}

// TestBoldLaws: what is bold lies in the title, in order, between letters.
func TestBoldLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := journeytest.Text().Draw(t, "title")
		query := rapid.OneOf(rapid.StringOf(rapid.RuneFrom([]rune(title+"a ß"))), journeytest.Text()).Draw(t, "query")
		for _, m := range Search(query, []*Item{{Title: title}}, nil, nil) {
			last := 0
			for _, b := range m.Bold {
				if b[0] < last || b[1] < b[0] || b[1] > len(title) {
					t.Fatalf("%v in %q by %q", m.Bold, title, query)
				}
				last = b[1]
			}
		}
	})
}

func TestPlaces(t *testing.T) {
	p := journeytest.Full()
	list := Places(p, words.In("en"))
	kinds := map[journey.Kind]int{}
	for _, it := range list {
		ref := it.Ref()
		if !p.Has(ref) || it.Title == "" || it.Detail == "" {
			t.Errorf("%+v is nowhere", it)
		}
		kinds[ref.Kind]++
	}
	for _, k := range []journey.Kind{journey.KindMap, journey.KindStage, journey.KindCard, journey.KindPersona} {
		if kinds[k] == 0 {
			t.Errorf("no %s can be gone to", k)
		}
	}
	if ref := (&Item{ID: "card:1"}).Ref(); !ref.IsZero() {
		t.Errorf("an action is the record %v", ref)
	}
}

func TestRemember(t *testing.T) {
	var recent []string
	for i := range 20 {
		recent = Remember(recent, fmt.Sprint(i))
	}
	if recent = Remember(recent, "15"); len(recent) != 12 || recent[0] != "15" || recent[1] != "19" || slices.Index(recent[1:], "15") >= 0 {
		t.Errorf("%v", recent)
	}
}

func BenchmarkSearch(b *testing.B) {
	places := Places(journeytest.Big(10000), words.In("en"))
	actions := items("Open…", "Save", "Export as PDF…", "Undo move card", "Fit the selection", "Fit the whole map")
	for _, q := range []string{"sa", "touchpoint 99", "@te"} {
		b.Run(q, func(b *testing.B) {
			for b.Loop() {
				Search(q, actions, places, nil)
			}
		})
	}
}
