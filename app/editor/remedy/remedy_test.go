package remedy

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/insight"
	"jejak/data/insight/guide"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2024-06-01"

type records = []journey.Record

func stages() records {
	return records{
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Goal: "g"}, journey.Stage{ID: "s2", MapID: "m", Rank: "a1"},
		journey.Step{ID: "s2a", StageID: "s2"},
	}
}

func lane(kind journey.LaneKind) journey.Record {
	return journey.Lane{ID: journey.ID(kind), MapID: "m", LaneKind: kind}
}

func checkOf(p journey.Project, mapID journey.ID, name guide.Name) guide.Check {
	for _, part := range guide.Of(p, insight.Map(p, mapID, today)).Parts {
		for _, c := range part.Checks {
			if c.Name == name {
				return c
			}
		}
	}
	return guide.Check{Name: name}
}

func shown(r Remedy) string {
	var parts []string
	if r.Map {
		parts = append(parts, "map")
	}
	for _, ref := range r.Select {
		parts = append(parts, "select "+string(ref.ID))
	}
	if r.Field != "" {
		parts = append(parts, "field "+r.Field)
	}
	if r.Add != nil {
		parts = append(parts, fmt.Sprintf("add %s/%s/%s", r.Add.StageID, r.Add.StepID, r.Add.LaneID))
	}
	for _, id := range r.Run {
		parts = append(parts, "run "+string(id))
	}
	return strings.Join(parts, ", ")
}

func TestRemedies(t *testing.T) {
	touch := journey.Card{ID: "t", MapID: "m", StageID: "s2", StepID: "s2a", LaneID: "touchpoints", Title: "t"}
	pain := journey.Card{ID: "p", MapID: "m", StageID: "s1", LaneID: "pains", Title: "p"}
	with := func(more ...journey.Record) records {
		return append(append(stages(), lane(journey.LaneTouchpoints)), more...)
	}
	pains := lane(journey.LanePains).(journey.Lane)
	pains.ID = "pains"
	for _, c := range []struct {
		check guide.Name
		name  string
		recs  records
		want  string
	}{
		{guide.Personas, "nobody", nil, "run map.personas"},
		{guide.Scenario, "none", nil, "map, field scenario"},
		{guide.StageList, "none", nil, "run insert.stage"},
		{guide.StageGoals, "no stage", nil, "run insert.stage"},
		{guide.StageGoals, "the next stage", stages(), "select s2, field goal"},
		{guide.Outcomes, "the next goal", stages(), "select s1"},
		{guide.Covered, "no stage", nil, "run insert.stage"},
		{guide.Covered, "no lane", stages(), "run insert.lane.touchpoints"},
		{guide.Covered, "the next stage", with(), "add s1//touchpoints"},
		{guide.Covered, "a stage of steps", with(journey.Card{ID: "x", MapID: "m", StageID: "s1", LaneID: "touchpoints"}), "add s2/s2a/touchpoints"},
		{guide.Channels, "no touchpoint", with(), "add s1//touchpoints"},
		{guide.Channels, "the next touchpoint", with(touch), "select t"},
		{guide.Purposes, "the next touchpoint", with(touch), "select t, field purpose"},
		{guide.Moments, "a touchpoint", with(touch), "select t"},
		{guide.PainPoints, "no lane", stages(), "run insert.lane.painPoints"},
		{guide.PainPoints, "a lane", with(pains), "add s1//pains"},
		{guide.Weighed, "the next pain", with(pains, pain), "select p"},
		{guide.Answered, "the next pain", with(pains, pain), "select p"},
		{guide.Proven, "the lens", with(touch), "run lens.proof"},
		{guide.Lanes, "what is missing first", append(stages(), lane(journey.LaneActions)), "run insert.lane.thoughts"},
		{guide.Curves, "nobody feels", stages(), "run map.personas"},
		{guide.Curves, "no lane", append(stages(), journey.Persona{ID: "ana"}, journey.Appearance{ID: "a", MapID: "m", PersonaID: "ana"}), "run insert.lane.emotions"},
		{guide.Owned, "an action of a card", with(pains, pain, journey.Action{ID: "a", CardID: "p", Status: journey.StatusIdea}), "select p, run view.register"},
		{guide.InTime, "none", nil, "run view.register"},
		{guide.Review, "none", nil, "map, field review"},
	} {
		p := journey.FromRecords(append(records{journey.Map{ID: "m"}}, c.recs...))
		if got := shown(Of(checkOf(p, "m", c.check), p, "m")); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.check, c.name, got, c.want)
		}
	}
}

// TestEveryRemedyCanBeDone: what a remedy selects is there, a card can be added where it says, and
// whatever is not done has something to do about it.
func TestEveryRemedyCanBeDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			for _, part := range guide.Of(p, insight.Map(p, m.ID, today)).Parts {
				for _, c := range part.Checks {
					r := Of(c, p, m.ID)
					if c.State() != guide.Done && !c.Waits() && shown(r) == "" && c.Name != guide.Lines {
						t.Fatalf("nothing to do about %s (%d of %d)", c.Name, c.Have, c.Of)
					}
					for _, ref := range r.Select {
						if !p.Has(ref) {
							t.Fatalf("%s selects %v", c.Name, ref)
						}
					}
					if r.Add != nil {
						doc := edit.NewDocument(p, nil)
						if _, err := doc.Do(edit.Label{Key: edit.LabelAddCard}, func(tx *edit.Tx) error {
							_, err := edit.AddCard(tx, *r.Add, "")
							return err
						}); err != nil {
							t.Fatalf("%s: %v", c.Name, err)
						}
					}
				}
			}
		}
	})
}
