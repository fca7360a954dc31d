package layout

import (
	"fmt"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TestLinksGoRoundCards: a link between cards of one column goes round a card between them, down
// at the right and up at the left, and says in no card's place that it switches channels.
func TestLinksGoRoundCards(t *testing.T) {
	for _, up := range []bool{false, true} {
		t.Run(fmt.Sprintf("up %v", up), func(t *testing.T) {
			p := journey.Project{}.With(journey.Map{ID: "map"}).With(journey.Stage{ID: "stage", MapID: "map", Rank: "a"})
			for i := range 3 {
				lane := journey.ID(fmt.Sprintf("lane%d", i))
				p = p.With(journey.Lane{ID: lane, MapID: "map", Rank: journey.Rank(fmt.Sprintf("a%d", i)), LaneKind: journey.LaneTouchpoints})
				p = p.With(journey.Card{ID: journey.ID(fmt.Sprintf("card%d", i)), MapID: "map", StageID: "stage", LaneID: lane, Rank: "a", Title: "card"})
			}
			l := journey.Link{ID: "link", MapID: "map", FromID: "card0", ToID: "card2", LinkKind: journey.LinkChannelSwitch}
			if up {
				l.FromID, l.ToID = l.ToID, l.FromID
			}
			p = p.With(l)
			if f := journey.Validate(p); len(f) > 0 {
				t.Fatal(f)
			}
			s := arrange(p)
			between := bodyOf(t, s, "card1")
			labels := 0
			for _, target := range s.Targets {
				if target.Part != scene.PartLink {
					continue
				}
				target.Path.Flatten(0.5, func(a, b geom.Point) {
					if between.Contains(a) || between.Contains(b) {
						t.Errorf("the line goes through the card between, at %v", a)
					}
				})
				if len(target.Path.Verbs) > 0 {
					if x := target.Path.Bounds().Center().X; (x < between.Center().X) != up {
						t.Errorf("the line goes down at the wrong side: x %g", x)
					}
					continue
				}
				labels++
				for _, id := range []journey.ID{"card0", "card1", "card2"} {
					if s := target.Bounds.Intersect(bodyOf(t, s, id)); !s.Empty() && s.W()*s.H() > 0.12*target.Bounds.W()*target.Bounds.H() {
						t.Errorf("the label hides %v of %s", s, id)
					}
				}
			}
			if labels != 1 {
				t.Errorf("%d labels, want 1", labels)
			}
		})
	}
}

// TestLinkLabelsAreKept: what a person wrote at a link is shown, however little room there is.
func TestLinkLabelsAreKept(t *testing.T) {
	p := journey.Project{}.With(journey.Map{ID: "map"}).With(journey.Stage{ID: "stage", MapID: "map", Rank: "a"})
	p = p.With(journey.Lane{ID: "lane", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints})
	for i := range 2 {
		p = p.With(journey.Card{ID: journey.ID(fmt.Sprintf("card%d", i)), MapID: "map", StageID: "stage", LaneID: "lane", Rank: journey.Rank(fmt.Sprintf("a%d", i)), Title: "card"})
	}
	for label, want := range map[string]int{"": 0, "when it rains": 1} {
		s := arrange(p.With(journey.Link{ID: "link", MapID: "map", FromID: "card0", ToID: "card1", LinkKind: journey.LinkChannelSwitch, Label: label}))
		got := 0
		for _, target := range s.Targets {
			if target.Part == scene.PartLink && len(target.Path.Verbs) == 0 {
				got++
			}
		}
		if got != want {
			t.Errorf("label %q: %d shown, want %d", label, got, want)
		}
	}
}

func bodyOf(t *testing.T, s *scene.Scene, card journey.ID) geom.Rect {
	t.Helper()
	for _, target := range s.Targets {
		if target.Ref == (journey.Ref{Kind: journey.KindCard, ID: card}) && target.Part == scene.PartBody {
			return target.Bounds
		}
	}
	t.Fatalf("%s is not on the map", card)
	return geom.Rect{}
}

// TestLoopInOneColumn: a loop from a card to the one above keeps to its column and ends in a side.
func TestLoopInOneColumn(t *testing.T) {
	p := journey.Project{}.With(journey.Map{ID: "map"}).With(journey.Stage{ID: "stage", MapID: "map", Rank: "a"})
	p = p.With(journey.Lane{ID: "lane", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints})
	for i := range 2 {
		p = p.With(journey.Card{ID: journey.ID(fmt.Sprintf("card%d", i)), MapID: "map", StageID: "stage", LaneID: "lane", Rank: journey.Rank(fmt.Sprintf("a%d", i)), Title: "card"})
	}
	s := arrange(p.With(journey.Link{ID: "link", MapID: "map", FromID: "card1", ToID: "card0", LinkKind: journey.LinkLoopBack}))
	upper, lower := bodyOf(t, s, "card0"), bodyOf(t, s, "card1")
	for _, target := range s.Targets {
		if target.Part != scene.PartLink {
			continue
		}
		b := target.Path.Bounds()
		if b.Min.X < upper.Min.X-8 || b.Max.X > upper.Max.X+8 || b.Min.Y < upper.Min.Y || b.Max.Y < lower.Max.Y {
			t.Errorf("the loop takes %v round %v and %v", b, upper, lower)
		}
		return
	}
	t.Fatal("there is no loop")
}
