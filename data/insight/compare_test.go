package insight

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// plan writes a map in a few words: stages one after the other, "Look: web/Search, Compare !Queue",
// touchpoints with their channel before a slash, pains behind an exclamation mark. Each ID is what
// is meant and tag.
func plan(tag string, stages ...string) []journey.Record {
	m := journey.ID("map" + tag)
	recs := []journey.Record{
		journey.Map{ID: m, Title: tag, Type: journey.CurrentState},
		journey.Lane{ID: "touch" + journey.ID(tag), MapID: m, Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pains" + journey.ID(tag), MapID: m, Rank: "a1", LaneKind: journey.LanePains},
	}
	for i, s := range stages {
		title, rest, _ := strings.Cut(s, ":")
		stage := journey.ID(title + tag)
		recs = append(recs, journey.Stage{ID: stage, MapID: m, Rank: journey.Rank(fmt.Sprintf("a%d", i)), Title: title})
		for k, word := range strings.Fields(rest) {
			word = strings.TrimSuffix(word, ",")
			c := journey.Card{MapID: m, StageID: stage, LaneID: "touch" + journey.ID(tag), Rank: journey.Rank(fmt.Sprintf("a%d", k))}
			if name, ok := strings.CutPrefix(word, "!"); ok {
				word, c.LaneID = name, "pains"+journey.ID(tag)
			}
			if channel, name, ok := strings.Cut(word, "/"); ok {
				word, c.ChannelID = name, journey.ID(channel)
			}
			c.ID, c.Title = journey.ID(word+tag), word
			recs = append(recs, c)
		}
	}
	return recs
}

// told writes a comparison in a few words.
func told(c Comparison) string {
	var parts []string
	add := func(name string, list []string) {
		if len(list) > 0 {
			parts = append(parts, name+" "+strings.Join(list, " "))
		}
	}
	var stages, added, removed, moved, deviations []string
	for _, s := range c.Stages {
		stages = append(stages, string(s.From.ID+">"+s.To.ID))
	}
	for _, r := range c.Added {
		added = append(added, string(r.ID))
	}
	for _, r := range c.Removed {
		removed = append(removed, string(r.ID))
	}
	for _, p := range c.Moved {
		moved = append(moved, string(p.From.ID+">"+p.To.ID))
	}
	for _, d := range c.Deviations {
		deviations = append(deviations, string(d.Departure)+":"+string(d.From.ID+">"+d.To.ID))
	}
	add("stages", stages)
	add("added", added)
	add("removed", removed)
	add("moved", moved)
	add("deviations", deviations)
	return strings.Join(parts, "; ")
}

func TestCompare(t *testing.T) {
	channels := []journey.Record{journey.Channel{ID: "web", Name: "Web"}, journey.Channel{ID: "shop", Name: "Shop"}}
	for _, c := range []struct {
		name     string
		from, to []journey.Record
		want     string
	}{
		{"the same", plan("1", "Look: Search, !Queue", "Buy: Pay"), plan("2", "Look: Search, !Queue", "Buy: Pay"), "stages Look1>Look2 Buy1>Buy2"},
		{"case and spaces tell nothing apart", plan("1", "Look:", "Buy:"), append(plan("2", "Buy:"),
			journey.Stage{ID: "l", MapID: "map2", Rank: "Zz", Title: "  LOOK "}), "stages Look1>l Buy1>Buy2"},
		{"cards come and go", plan("1", "Look: Search, !Queue"), plan("2", "Look: Ask"),
			"stages Look1>Look2; added Ask2; removed Search1 Queue1; deviations unplanned:>Ask2 skipped:Search1>"},
		{"a card in another stage", plan("1", "Look: Search", "Buy: Pay"), plan("2", "Look:", "Buy: Pay, Search"),
			"stages Look1>Look2 Buy1>Buy2; moved Search1>Search2; deviations elsewhere:Search1>Search2"},
		{"in its own stage rather than in another", plan("1", "Look: Ask", "Buy: Pay"), append(plan("2", "Look:", "Buy: Pay"),
			journey.Card{ID: "a", MapID: "map2", StageID: "Buy2", LaneID: "touch2", Title: "Ask"},
			journey.Card{ID: "b", MapID: "map2", StageID: "Look2", LaneID: "touch2", Title: "ask"}),
			"stages Look1>Look2 Buy1>Buy2; added a; deviations unplanned:>a"},
		{"a stage goes, another comes at the end", plan("1", "Look:", "Wait:", "Buy:"), plan("2", "Look:", "Buy:", "Ride:"),
			"stages Look1>Look2 Wait1> Buy1>Buy2 >Ride2"},
		{"a stage in the same place under another name", plan("1", "Look:", "Wait: Queue", "Buy:"), plan("2", "Look:", "Relax: Queue", "Buy:"),
			"stages Look1>Look2 Wait1>Relax2 Buy1>Buy2"},
		{"stages in another order", plan("1", "Look:", "Buy:"), plan("2", "Buy:", "Look:"), "stages Buy1>Buy2 Look1>Look2"},
		{"stages that went, in front and behind", plan("1", "A:", "B:", "C:", "D:"), plan("2", "C:"), "stages A1> B1> C1>C2 D1>"},
		{"a touchpoint of that name is no pain", plan("1", "Look: Queue"), plan("2", "Look: !Queue"),
			"stages Look1>Look2; added Queue2; removed Queue1; deviations skipped:Queue1>"},
		{"another channel", plan("1", "Look: web/Search"), plan("2", "Look: shop/Search"),
			"stages Look1>Look2; deviations otherChannel:Search1>Search2"},
		{"a channel that nobody has said", plan("1", "Look: web/Search"), plan("2", "Look: Search"), "stages Look1>Look2"},
		{"one too early, the rest in order", plan("1", "Look: A, B, C, D"), plan("2", "Look: D, A, B, C"),
			"stages Look1>Look2; deviations outOfOrder:D1>D2"},
		{"in another stage is not out of order", plan("1", "Look: A", "Buy: B"), plan("2", "Look: B", "Buy: A"),
			"stages Look1>Look2 Buy1>Buy2; moved B1>B2 A1>A2; deviations elsewhere:B1>B2 elsewhere:A1>A2"},
		{"elsewhere and through another channel", plan("1", "Look: web/A", "Buy:"), plan("2", "Look:", "Buy: shop/A"),
			"stages Look1>Look2 Buy1>Buy2; moved A1>A2; deviations elsewhere:A1>A2 otherChannel:A1>A2"},
		{"nothing", nil, nil, ""},
		{"from nothing", nil, plan("2", "Look: A"), "stages >Look2; added A2; deviations unplanned:>A2"},
		{"to nothing", plan("1", "Look: A"), nil, "stages Look1>; removed A1; deviations skipped:A1>"},
	} {
		p := journey.FromRecords(append(append(c.from, c.to...), channels...))
		if got := told(Compare(Side{p, "map1"}, Side{p, "map2"})); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestCompareVersions: in two versions of one map a card is the same whatever it is called, and in
// whatever lane it stands.
func TestCompareVersions(t *testing.T) {
	was := journey.FromRecords(plan("1", "Look: A, B", "Buy: C"))
	is := was
	a, _ := was.Cards.Get("A1")
	a.Title, a.LaneID = "Renamed", "pains1"
	b, _ := was.Cards.Get("B1")
	b.Title, b.StageID = "C", "Buy1"
	is = is.With(a).With(b).Without(journey.Ref{Kind: journey.KindCard, ID: "C1"})
	got := told(Compare(Side{was, "map1"}, Side{is, "map1"}))
	want := "stages Look1>Look1 Buy1>Buy1; removed C1; moved A1>A1 B1>B1; deviations elsewhere:B1>B1 skipped:A1> skipped:C1>"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestCompareFeelings(t *testing.T) {
	point := func(m, persona, stage string, v float64) journey.Record {
		return journey.Point{ID: journey.ID(persona + stage), MapID: journey.ID("map" + m), PersonaID: journey.ID(persona),
			At: journey.Ref{Kind: journey.KindStage, ID: journey.ID(stage + m)}, Value: v}
	}
	recs := append(plan("1", "Look:", "Wait:", "Buy:"), plan("2", "Look:", "Buy:", "Ride:")...)
	for i, who := range []string{"ana", "budi", "citra", "Ana2"} {
		recs = append(recs, journey.Persona{ID: journey.ID(who), Name: strings.TrimSuffix(who, "2")})
		if i < 2 {
			recs = append(recs, journey.Appearance{ID: journey.ID("1" + who), MapID: "map1", PersonaID: journey.ID(who)})
		} else {
			recs = append(recs, journey.Appearance{ID: journey.ID("2" + who), MapID: "map2", PersonaID: journey.ID(who)})
		}
	}
	recs = append(recs, point("1", "ana", "Look", -1), point("1", "ana", "Wait", -2), point("1", "budi", "Buy", 1),
		point("2", "Ana2", "Look", 0.5), point("2", "Ana2", "Ride", 2), point("2", "citra", "Buy", -1))
	p := journey.FromRecords(recs)
	got := ""
	for _, s := range Compare(Side{p, "map1"}, Side{p, "map2"}).Stages {
		got += string(s.From.ID + ">" + s.To.ID)
		for _, f := range s.Feelings {
			got += fmt.Sprintf(" | %s>%s %g(%d) %g(%d) %g %v", f.Persona.From.ID, f.Persona.To.ID, f.From.Value, f.From.Points,
				f.To.Value, f.To.Points, f.Difference, f.Known)
		}
		got += "\n"
	}
	want := `Look1>Look2 | ana>Ana2 -1(1) 0.5(1) 1.5 true | >citra 0(0) 0(0) 0 false | budi> 0(0) 0(0) 0 false
Wait1> | ana>Ana2 -2(1) 0(0) 0 false | >citra 0(0) 0(0) 0 false | budi> 0(0) 0(0) 0 false
Buy1>Buy2 | ana>Ana2 0(0) 0(0) 0 false | >citra 0(0) -1(1) 0 false | budi> 1(1) 0(0) 0 false
>Ride2 | ana>Ana2 0(0) 2(1) 0 false | >citra 0(0) 0(0) 0 false | budi> 0(0) 0(0) 0 false
`
	if got != want {
		t.Errorf("got\n%s", got)
	}
}

// TestCompareLaws: a map does not differ from itself; and of any two each stage and card is told of
// once, on the side where it is.
func TestCompareLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := journeytest.Random(t), journeytest.Random(t)
		side := func(p journey.Project) Side {
			var id journey.ID
			for _, m := range p.MapsInOrder() {
				id = m.ID
			}
			return Side{p, id}
		}
		a, b := side(p), side(q)
		if c := Compare(a, a); len(c.Added)+len(c.Removed)+len(c.Moved)+len(c.Deviations) > 0 {
			t.Fatalf("it differs from itself: %s", told(c))
		}
		there, back := Compare(a, b), Compare(b, a)
		n := len(newSide(a).cards)
		m := len(newSide(b).cards)
		if n-len(there.Removed) != m-len(there.Added) {
			t.Fatalf("%d cards without %d, %d with %d more", n, len(there.Removed), m, len(there.Added))
		}
		if len(there.Added) != len(back.Removed) || len(there.Removed) != len(back.Added) {
			t.Fatalf("there %s\nback %s", told(there), told(back))
		}
		var from, to []journey.ID
		for _, s := range there.Stages {
			if s.From.ID != "" {
				from = append(from, s.From.ID)
			}
			if s.To.ID != "" {
				to = append(to, s.To.ID)
			}
		}
		var want []journey.ID
		for _, s := range q.StagesOf(b.MapID) {
			want = append(want, s.ID)
		}
		if !reflect.DeepEqual(to, want) || len(from) != len(p.StagesOf(a.MapID)) {
			t.Fatalf("stages %v, %v", from, to)
		}
	})
}

func TestRising(t *testing.T) {
	for _, c := range []struct {
		list []int
		want int
	}{
		{nil, 0}, {[]int{5}, 1}, {[]int{1, 2, 3}, 3}, {[]int{3, 2, 1}, 1}, {[]int{3, 0, 1, 2}, 3}, {[]int{0, 4, 1, 5, 2, 3}, 4},
	} {
		kept := rising(c.list)
		last := -1
		for _, v := range c.list {
			if kept[v] {
				if v < last {
					t.Errorf("%v: %v does not rise", c.list, kept)
				}
				last = v
			}
		}
		if len(kept) != c.want {
			t.Errorf("%v: %d kept, want %d", c.list, len(kept), c.want)
		}
	}
}
