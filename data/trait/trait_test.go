package trait

import (
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
)

func project(recs ...journey.Record) journey.Project {
	return journey.FromRecords(append([]journey.Record{
		journey.Channel{ID: "web", Rank: "a", Name: "Website"}, journey.Channel{ID: "shop", Rank: "b", Name: " Shop "},
	}, recs...))
}

func person(t *testing.T, r journey.Persona) Person {
	t.Helper()
	p, ok := Of(project(r), r.ID)
	if !ok {
		t.Fatal("the persona is not there")
	}
	return p
}

// Each trait tells something that no other tells, and has a caption in every language.
func TestEachTraitTellsItsOwn(t *testing.T) {
	full := journey.Persona{ID: "p", Name: "a", Summary: "b", Quote: "c", Age: "d", Occupation: "e", Segment: "f", Goals: "g", Needs: "h",
		Motivations: "i", Frustrations: "j", Background: "k", Technology: "l", ChannelIDs: []journey.ID{"shop", "web"}, Basis: journey.BasisFictional, Source: "m"}
	p, blank := person(t, full), person(t, journey.Persona{ID: "p"})
	seen := map[string]bool{}
	for _, tr := range All {
		text := p.Text(tr)
		if text == "" || seen[text] || !p.Known(tr) {
			t.Errorf("%s tells %q", tr, text)
		}
		seen[text] = true
		if blank.Known(tr) || Same(tr, p, blank) || !Same(tr, p, p, p) || !Same(tr, blank, blank) {
			t.Errorf("%s: known of nobody, or not compared", tr)
		}
		for _, lang := range words.Languages {
			if !words.In(lang).Has(string(tr)) {
				t.Errorf("%s has no caption in %s", tr, lang)
			}
		}
	}
	if got := p.Text(Channels); got != "Website, Shop" {
		t.Errorf("channels %q", got)
	}
	if blank.Text("persona.shoes") != "" {
		t.Error("a trait that there is not tells something")
	}
}

func TestSame(t *testing.T) {
	for _, c := range []struct {
		name string
		of   Trait
		a, b journey.Persona
		same bool
	}{
		{"spaces", Goals, journey.Persona{Goals: "Ride  to\nwork "}, journey.Persona{Goals: "Ride to work"}, true},
		{"letters", Goals, journey.Persona{Goals: "Ride"}, journey.Persona{Goals: "ride"}, false},
		{"nothing and spaces", Quote, journey.Persona{Quote: " "}, journey.Persona{}, true},
		{"order of channels", Channels, journey.Persona{ChannelIDs: []journey.ID{"web", "shop"}}, journey.Persona{ChannelIDs: []journey.ID{"shop", "web"}}, true},
		{"a channel more", Channels, journey.Persona{ChannelIDs: []journey.ID{"web", "shop"}}, journey.Persona{ChannelIDs: []journey.ID{"web"}}, false},
		{"a channel that is gone", Channels, journey.Persona{ChannelIDs: []journey.ID{"web", "fax"}}, journey.Persona{ChannelIDs: []journey.ID{"web"}}, true},
		{"basis", Basis, journey.Persona{Basis: journey.BasisFictional}, journey.Persona{Basis: journey.BasisResearched}, false},
	} {
		c.a.ID, c.b.ID = "a", "b"
		a, b := person(t, c.a), person(t, c.b)
		if Same(c.of, a, b) != c.same || Same(c.of, b, a) != c.same || Same(c.of, a, a, b) != c.same {
			t.Errorf("%s: want %v", c.name, c.same)
		}
	}
	// Channels of two projects are the same by name.
	other := journey.FromRecords([]journey.Record{journey.Channel{ID: "x", Name: "SHOP"}, journey.Persona{ID: "q", ChannelIDs: []journey.ID{"x"}}})
	q, _ := Of(other, "q")
	if p := person(t, journey.Persona{ID: "p", ChannelIDs: []journey.ID{"shop"}}); !Same(Channels, p, q) {
		t.Errorf("%q and %q differ", p.Text(Channels), q.Text(Channels))
	}
	if _, ok := Of(other, "nobody"); ok {
		t.Error("nobody is there")
	}
}
