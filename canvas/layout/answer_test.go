package layout

import (
	"strings"
	"testing"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TestAnswers: a pain or an opportunity says how many of its actions are done, however narrow it is; one
// that serves no goal is marked, where there are goals.
func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		name    string
		lane    journey.LaneKind
		goal    string // of the stage
		serves  journey.ID
		actions []journey.Status
		width   float64
		said    string // on the card
		legend  string // the words that it holds, "" for none
	}{
		{"nothing", journey.LanePains, "Know", "", nil, 0, "", ""},
		{"one of two", journey.LanePains, "", "", []journey.Status{journey.StatusDone, journey.StatusDoing}, 0, "1/2", "actions: done/all"},
		{"dropped do not count", journey.LaneOpportunities, "Know", "s", []journey.Status{journey.StatusDropped, journey.StatusDone}, 0, "1/1", "actions: done/all"},
		{"all dropped", journey.LanePains, "", "", []journey.Status{journey.StatusDropped}, 0, "", ""},
		{"no goal to serve", journey.LaneOpportunities, "", "", nil, 0, "", ""},
		{"serves none", journey.LaneOpportunities, "Know", "", nil, 0, "", "serves no goal yet"},
		{"both, narrow", journey.LaneOpportunities, "Know", "", []journey.Status{journey.StatusIdea}, 60, "0/1", "serves no goal yet"},
		{"of another kind", journey.LaneText, "Know", "", []journey.Status{journey.StatusDone}, 0, "", ""},
	} {
		recs := []journey.Record{
			journey.Info{ID: "i", Language: "en"}, journey.Map{ID: "m", Title: "Map"}, journey.Stage{ID: "s", MapID: "m", Title: "Stage", Goal: c.goal, Width: c.width},
			journey.Lane{ID: "l", MapID: "m", LaneKind: c.lane}, journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Title: "Title", GoalID: c.serves},
		}
		for i, st := range c.actions {
			recs = append(recs, journey.Action{ID: journey.ID(rune('a' + i)), CardID: "c", Status: st})
		}
		s := Arrange(journey.FromRecords(recs), "m", Options{Measurer: faces})
		card := s.Find(journey.Ref{Kind: journey.KindCard, ID: "c"}, scene.PartBody).Bounds
		said, legend := "", ""
		for _, it := range s.Items {
			text, ok := it.Mark.(*scene.Text)
			switch {
			case !ok:
			case it.From.ID == "c" && strings.Contains(text.Text, "/"):
				said = text.Text
				if !card.Inset(-1).Contains(text.At) {
					t.Errorf("%s: %q stands at %v, outside of %v", c.name, text.Text, text.At, card)
				}
			case text.Text == "actions: done/all" || text.Text == "serves no goal yet":
				legend += text.Text
			}
		}
		if said != c.said || (c.legend == "") != (legend == "") || !strings.Contains(legend, c.legend) {
			t.Errorf("%s: the card says %q, the legend %q", c.name, said, legend)
		}
	}
}
