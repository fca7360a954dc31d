package insight

import (
	"fmt"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// bike is a small map worked out by hand: someone buys a bicycle.
func bike(t testing.TB) journey.Project {
	t.Helper()
	card := func(id, stage, lane, rank, title string, f func(*journey.Card)) journey.Card {
		c := journey.Card{ID: journey.ID(id), MapID: "m", StageID: journey.ID(stage), LaneID: journey.ID(lane), Rank: journey.Rank(rank), Title: title}
		if f != nil {
			f(&c)
		}
		return c
	}
	point := func(persona, kind, at string, v float64) journey.Point {
		return journey.Point{ID: journey.ID("pt-" + persona + at), MapID: "m", PersonaID: journey.ID(persona),
			At: journey.Ref{Kind: journey.Kind(kind), ID: journey.ID(at)}, Value: v}
	}
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a0", Title: "Bike", Type: journey.CurrentState},
		journey.Map{ID: "other", Rank: "a1", Title: "Other", Type: journey.CurrentState},
		journey.Stage{ID: "buy", MapID: "m", Rank: "a1", Title: "Buy", Goal: "Ride home today", Outcome: journey.OutcomeUnmet},
		journey.Stage{ID: "look", MapID: "m", Rank: "a0", Title: "Look", Outcome: journey.OutcomeMet},
		journey.Stage{ID: "ride", MapID: "m", Rank: "a2", Title: "Ride"},
		journey.Stage{ID: "elsewhere", MapID: "other", Rank: "a0", Title: "X", Outcome: journey.OutcomeUnmet},
		journey.Step{ID: "pay", StageID: "buy", Rank: "a0", Title: "Pay"},
		journey.Lane{ID: "touch", MapID: "m", Rank: "a0", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "pains", MapID: "m", Rank: "a1", LaneKind: journey.LanePains},
		journey.Channel{ID: "shop", Rank: "a1", Name: "Shop"},
		journey.Channel{ID: "web", Rank: "a0", Name: "Web"},
		journey.Channel{ID: "phone", Rank: "a2", Name: "Phone"},
		card("t1", "look", "touch", "a0", "Search", func(c *journey.Card) { c.ChannelID = "web" }),
		card("t2", "look", "touch", "a1", "Compare", func(c *journey.Card) { c.ChannelID = "web"; c.Outcome = journey.OutcomePartly; c.Purpose = "Choose" }),
		card("t3", "buy", "touch", "a0", "Visit", func(c *journey.Card) { c.ChannelID = "shop"; c.Outcome = journey.OutcomeMet }),
		card("t4", "buy", "touch", "a0", "Queue", func(c *journey.Card) { c.StepID = "pay"; c.Outcome = journey.OutcomeUnmet }),
		card("t5", "ride", "touch", "a0", "First ride", nil),
		card("p1", "look", "pains", "a0", "Too many models", func(c *journey.Card) { c.Severity = 2; c.Impact = 3; c.Outcome = journey.OutcomeUnmet }),
		card("p2", "buy", "pains", "a0", "Long queue", func(c *journey.Card) { c.Severity = 3; c.Impact = 5 }),
		card("p3", "buy", "pains", "a1", "No cards taken", func(c *journey.Card) { c.Severity = 3 }),
		card("p4", "ride", "pains", "a0", "Sore back", nil),
		card("p5", "ride", "pains", "a1", "Flat tyre", func(c *journey.Card) { c.Impact = 3 }),
		journey.Action{ID: "a1", Title: "Second till", CardID: "p2", Status: journey.StatusDoing},
		journey.Action{ID: "a2", Title: "Never", CardID: "p1", Status: journey.StatusDropped},
		journey.Persona{ID: "ana", Rank: "a1", Name: "Ana"},
		journey.Persona{ID: "budi", Rank: "a0", Name: "Budi"},
		journey.Persona{ID: "citra", Rank: "a2", Name: "Citra"},
		journey.Appearance{ID: "ap1", MapID: "m", PersonaID: "ana", Rank: "a0"},
		journey.Appearance{ID: "ap2", MapID: "m", PersonaID: "budi", Rank: "a1"},
		journey.Appearance{ID: "ap3", MapID: "m", PersonaID: "citra", Rank: "a2"},
		point("ana", "card", "t1", 1), point("ana", "card", "t4", -1.5), point("ana", "card", "t3", -1.5), point("ana", "card", "t5", 2),
		point("budi", "stage", "look", 0.5), point("budi", "step", "pay", 0),
		point("citra", "card", "t1", 0), point("citra", "card", "t2", 0),
	})
	if found := journey.Validate(p); len(found) > 0 {
		t.Fatalf("unsound: %v", found)
	}
	return p
}

func TestGoalGaps(t *testing.T) {
	var got []string
	for _, g := range GoalGaps(bike(t), "m") {
		got = append(got, fmt.Sprint(g.Ref.Kind, " ", g.Ref.ID, " ", g.Title, " ", g.Goal, " ", g.Outcome))
	}
	want := []string{"card t2 Compare Choose partly", "stage buy Buy Ride home today unmet", "card t4 Queue  unmet"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestPains(t *testing.T) {
	var got []string
	for _, p := range Pains(bike(t), "m") {
		got = append(got, fmt.Sprint(p.Ref.ID, " ", p.Title, " ", p.Weight, " ", p.Answered))
	}
	want := []string{"p2 Long queue 15 true", "p1 Too many models 6 false", "p3 No cards taken 3 false", "p5 Flat tyre 3 false", "p4 Sore back 0 false"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestChannelCoverage(t *testing.T) {
	c := ChannelCoverage(bike(t), "m")
	var channels, without []string
	for _, ch := range c.Channels {
		channels = append(channels, ch.Name)
	}
	for _, u := range c.Without {
		without = append(without, u.Title)
	}
	if fmt.Sprint(channels) != "[Web Shop Phone]" || fmt.Sprint(c.Counts) != "[[2 0 0] [0 1 0] [0 0 0]]" || fmt.Sprint(without) != "[Queue First ride]" {
		t.Errorf("channels %v, counts %v, without %v", channels, c.Counts, without)
	}
}

func TestLows(t *testing.T) {
	var got []string
	for _, l := range Lows(bike(t), "m") {
		got = append(got, fmt.Sprint(l.Persona, " ", l.Title, " ", l.Value, " ", l.At.Kind))
	}
	want := []string{"Ana Visit -1.5 card", "Ana Queue -1.5 card", "Budi Pay 0 step"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestNothingOfNoMap(t *testing.T) {
	p := bike(t)
	c := ChannelCoverage(p, "nowhere")
	if len(GoalGaps(p, "nowhere"))+len(Pains(p, "nowhere"))+len(Lows(p, "nowhere"))+len(c.Counts)+len(c.Without) > 0 {
		t.Error("something was told of a map that is not there")
	}
}

func TestCountsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			touchpoints := 0
			for c := range p.Cards.All() {
				if l, ok := p.Lanes.Get(c.LaneID); ok && c.MapID == m.ID && l.LaneKind == journey.LaneTouchpoints {
					touchpoints++
				}
			}
			c := ChannelCoverage(p, m.ID)
			n := len(c.Without)
			for _, row := range c.Counts {
				for _, v := range row {
					n += v
				}
			}
			if n != touchpoints {
				t.Fatalf("%d of %d touchpoints counted", n, touchpoints)
			}
			pains := Pains(p, m.ID)
			for i := 1; i < len(pains); i++ {
				if pains[i-1].Weight < pains[i].Weight {
					t.Fatalf("pains out of order: %v", pains)
				}
			}
			for _, l := range Lows(p, m.ID) {
				for pt := range p.Points.All() {
					if pt.MapID == m.ID && pt.PersonaID == l.PersonaID && pt.Value < l.Value {
						t.Fatalf("%v is not the lowest: %v", l, pt)
					}
				}
			}
		}
	})
}

func BenchmarkInsight10000(b *testing.B) {
	p := journeytest.Big(10_000)
	mapID := p.MapsInOrder()[0].ID
	for b.Loop() {
		GoalGaps(p, mapID)
		Pains(p, mapID)
		ChannelCoverage(p, mapID)
		Lows(p, mapID)
	}
}
