package blueprint

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var names = Names{Map: "Blueprint", Customer: "Customer"}

func fresh() func() journey.ID {
	ids := journeytest.IDs()
	return func() journey.ID { return "new-" + ids() }
}

// source is a map of two stages, the second with two steps, with two actions.
func source() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Persona{ID: "p", Rank: "a", Name: "Sari"},
		journey.Map{ID: "m", Rank: "a", Title: "Today", Type: journey.CurrentState, Scenario: "Buys"},
		journey.Map{ID: "other", Rank: "b", Title: "Other"},
		journey.Appearance{ID: "a", MapID: "m", PersonaID: "p", Rank: "a"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a", Title: "Ask", Goal: "Know", Band: journey.BandBefore},
		journey.Stage{ID: "s2", MapID: "m", Rank: "b", Title: "Buy"},
		journey.Step{ID: "t1", StageID: "s2", Rank: "a", Title: "Choose"},
		journey.Step{ID: "t2", StageID: "s2", Rank: "b", Title: "Pay"},
		journey.Lane{ID: "l1", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Lane{ID: "l2", MapID: "m", Rank: "b", LaneKind: journey.LaneActions},
		journey.Card{ID: "c1", MapID: "m", StageID: "s1", LaneID: "l2", Rank: "a", Title: "Asks"},
		journey.Card{ID: "c2", MapID: "m", StageID: "s2", StepID: "t2", LaneID: "l2", Rank: "a", Title: "Pays"},
		journey.Card{ID: "c3", MapID: "m", StageID: "s1", LaneID: "l1", Rank: "a", Title: "Website"},
	})
}

type desk struct {
	*testing.T
	doc *edit.Document
	id  journey.ID // the blueprint
}

func derive(t *testing.T, p journey.Project) *desk {
	t.Helper()
	d := &desk{T: t, doc: edit.NewDocument(p, fresh())}
	d.do(func(tx *edit.Tx) (err error) { d.id, err = Derive(tx, "m", names); return err })
	return d
}

func (d *desk) do(f func(*edit.Tx) error) {
	d.Helper()
	if _, err := d.doc.Do(edit.Label{Key: LabelDerive}, f); err != nil {
		d.Fatal(err)
	}
}

func (d *desk) follow() []Change {
	d.Helper()
	var changes []Change
	d.do(func(tx *edit.Tx) (err error) { changes, err = Follow(tx, d.id); return err })
	return changes
}

func (d *desk) stages() []string {
	var list []string
	for _, s := range d.doc.Project().StagesOf(d.id) {
		list = append(list, s.Title)
	}
	return list
}

// cards are the titles on the blueprint, by column.
func (d *desk) cards() []string {
	var list []string
	for _, c := range journey.NewIndex(d.doc.Project(), d.id).CardsInOrder() {
		list = append(list, c.Title)
	}
	return list
}

func (d *desk) want(what string, got, want []string) {
	d.Helper()
	if !slices.Equal(got, want) {
		d.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestDerive(t *testing.T) {
	d := derive(t, source())
	p := d.doc.Project()
	m, _ := p.Maps.Get(d.id)
	if m.Title != "Blueprint" || m.Type != journey.ServiceBlueprint || m.DerivedID != "m" || m.Scenario != "Buys" {
		t.Errorf("the map is %+v", m)
	}
	if maps := p.MapsInOrder(); maps[1].ID != d.id {
		t.Error("it does not stand behind its source")
	}
	d.want("stages", d.stages(), []string{"Ask", "Buy"})
	d.want("cards", d.cards(), []string{"Asks", "Pays"})
	var lanes []string
	for _, l := range p.LanesOf(d.id) {
		lanes = append(lanes, string(l.LaneKind)+"|"+l.Title+"|"+string(l.Line))
	}
	d.want("lanes", lanes, []string{"physical evidence||", "actions|Customer|interaction", "frontstage||visibility",
		"backstage||internal interaction", "support||"})
	if first := p.StagesOf(d.id)[0]; first.Goal != "Know" || first.Band != journey.BandBefore {
		t.Errorf("the first stage is %+v", first)
	}
	if steps := p.StepsOf(p.StagesOf(d.id)[1].ID); len(steps) != 2 || steps[1].Title != "Pay" {
		t.Errorf("steps %+v", steps)
	}
	if list := p.AppearancesOf(d.id); len(list) != 1 || list[0].PersonaID != "p" {
		t.Errorf("personas %+v", list)
	}
	if changes := d.follow(); len(changes) > 0 {
		t.Errorf("nothing was changed, and %+v was told", changes)
	}
}

func TestDeriveTakesTouchpointsWhereNoActionsAreTold(t *testing.T) {
	p := source()
	for _, id := range []journey.ID{"c1", "c2"} {
		p = p.Without(journey.Ref{Kind: journey.KindCard, ID: id})
	}
	d := derive(t, p)
	d.want("cards", d.cards(), []string{"Website"})
}

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		name          string
		source        func(tx *edit.Tx) error
		here          func(d *desk, tx *edit.Tx) error // before it follows; nil: nothing
		told          []Change
		stages, cards []string
	}{
		{"renamed", func(tx *edit.Tx) error {
			return edit.Update(tx, "s1", func(s *journey.Stage) { s.Title = "Enquire" })
		}, nil, []Change{{Renamed, journey.KindStage, "Enquire", "Ask"}}, []string{"Enquire", "Buy"}, []string{"Asks", "Pays"}},
		{"another goal", func(tx *edit.Tx) error {
			return edit.Update(tx, "s2", func(s *journey.Stage) { s.Goal = "Have it" })
		}, nil, []Change{{Changed, journey.KindStage, "Buy", ""}}, []string{"Ask", "Buy"}, []string{"Asks", "Pays"}},
		{"added between", func(tx *edit.Tx) error {
			_, err := edit.AddStage(tx, "m", "s2", "Compare")
			return err
		}, nil, []Change{{Added, journey.KindStage, "Compare", ""}}, []string{"Ask", "Compare", "Buy"}, []string{"Asks", "Pays"}},
		{"another order", func(tx *edit.Tx) error { return edit.MoveStage(tx, "s2", "s1") }, nil,
			[]Change{{Reordered, journey.KindStage, "", ""}}, []string{"Buy", "Ask"}, []string{"Pays", "Asks"}},
		{"removed", func(tx *edit.Tx) error { return edit.RemoveStage(tx, "s1") }, nil,
			[]Change{{Removed, journey.KindCard, "Asks", ""}, {Removed, journey.KindStage, "Ask", ""}}, []string{"Buy"}, []string{"Pays"}},
		{"removed, with work of its own", func(tx *edit.Tx) error { return edit.RemoveStage(tx, "s1") }, func(d *desk, tx *edit.Tx) error {
			p := tx.Project()
			_, err := edit.AddCard(tx, edit.Place{StageID: p.StagesOf(d.id)[0].ID, LaneID: p.LanesOf(d.id)[2].ID}, "Answers")
			return err
		}, []Change{{Removed, journey.KindCard, "Asks", ""}, {Kept, journey.KindStage, "Ask", ""}}, []string{"Ask", "Buy"}, []string{"Answers", "Pays"}},
		{"a stage of its own stays where it is", func(tx *edit.Tx) error {
			return edit.Update(tx, "s2", func(s *journey.Stage) { s.Title = "Order" })
		}, func(d *desk, tx *edit.Tx) error {
			_, err := edit.AddStage(tx, d.id, tx.Project().StagesOf(d.id)[1].ID, "Wait")
			return err
		}, []Change{{Renamed, journey.KindStage, "Order", "Buy"}}, []string{"Ask", "Wait", "Order"}, []string{"Asks", "Pays"}},
		{"a doing elsewhere", func(tx *edit.Tx) error {
			return edit.MoveCards(tx, []journey.ID{"c1"}, edit.Place{StageID: "s2", StepID: "t1", LaneID: "l2"})
		}, nil, []Change{{Moved, journey.KindCard, "Asks", ""}}, []string{"Ask", "Buy"}, []string{"Asks", "Pays"}},
		{"a step in another stage", func(tx *edit.Tx) error { return edit.MoveStep(tx, "t2", "s1", "") }, nil,
			[]Change{{Moved, journey.KindStep, "Pay", ""}}, []string{"Ask", "Buy"}, []string{"Asks", "Pays"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := derive(t, source())
			d.do(c.source)
			if c.here != nil {
				d.do(func(tx *edit.Tx) error { return c.here(d, tx) })
			}
			if told := d.follow(); !slices.Equal(told, c.told) {
				t.Errorf("told %+v, want %+v", told, c.told)
			}
			d.want("stages", d.stages(), c.stages)
			d.want("cards", d.cards(), c.cards)
			if found := journey.Validate(d.doc.Project()); len(found) > 0 {
				t.Error(found)
			}
		})
	}
}

func TestACopyFollowsByTitles(t *testing.T) {
	d := derive(t, source())
	d.do(func(tx *edit.Tx) (err error) {
		if d.id, err = edit.DuplicateMap(tx, d.id, "Copy"); err != nil {
			return err
		}
		// a copy follows what its original follows, once it is told to
		return edit.Update(tx, d.id, func(m *journey.Map) { m.DerivedID = "m" })
	})
	d.do(func(tx *edit.Tx) error { return edit.MoveStage(tx, "s2", "s1") })
	if told := d.follow(); !slices.Equal(told, []Change{{Reordered, journey.KindStage, "", ""}}) {
		t.Errorf("told %+v", told)
	}
	d.want("stages", d.stages(), []string{"Buy", "Ask"})
	d.want("cards", d.cards(), []string{"Pays", "Asks"})
}

func TestRefusals(t *testing.T) {
	doc := edit.NewDocument(source(), fresh())
	for name, f := range map[string]func(tx *edit.Tx) error{
		"no such map": func(tx *edit.Tx) error { _, err := Derive(tx, "nowhere", names); return err },
		"no source":   func(tx *edit.Tx) error { _, err := Follow(tx, "other"); return err },
	} {
		var refused *edit.Error
		if _, err := doc.Do(edit.Label{Key: LabelDerive}, f); !errors.As(err, &refused) || refused.Reason != edit.NotThere {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Whatever the map, its blueprint is sound, follows without anything to tell, still does after the
// source was changed, and all of it can be undone.
func TestBlueprintsHoldTheLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := journeytest.Random(t)
		maps := start.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		from := rapid.SampledFrom(maps).Draw(t, "map").ID
		doc := edit.NewDocument(start, fresh())
		var id journey.ID
		do := func(f func(tx *edit.Tx) error) {
			if _, err := doc.Do(edit.Label{Key: LabelDerive}, f); err != nil {
				t.Fatal(err)
			}
			if found := journey.Validate(doc.Project()); len(found) > 0 {
				t.Fatal(found)
			}
		}
		follow := func() []Change {
			var told []Change
			do(func(tx *edit.Tx) (err error) { told, err = Follow(tx, id); return err })
			return told
		}
		// settled: what follows once more has nothing to do, and stands in the order of its source.
		settled := func() {
			was := doc.Project()
			for _, c := range follow() {
				if c.What != Kept {
					t.Fatalf("told once more: %+v", c)
				}
			}
			if d := journey.Between(was, doc.Project()); !d.IsEmpty() {
				t.Fatalf("changed once more: %+v", d)
			}
			var want, got []journey.ID
			for _, s := range was.StagesOf(from) {
				want = append(want, derived(id, journey.KindStage, s.ID))
			}
			for _, s := range was.StagesOf(id) {
				if slices.Contains(want, s.ID) {
					got = append(got, s.ID)
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("stages %v, want %v", got, want)
			}
		}
		do(func(tx *edit.Tx) (err error) { id, err = Derive(tx, from, names); return err })
		settled()
		for range rapid.IntRange(0, 4).Draw(t, "changes") {
			stages := doc.Project().StagesOf(from)
			do(func(tx *edit.Tx) error {
				if len(stages) == 0 || rapid.Bool().Draw(t, "add") {
					_, err := edit.AddStage(tx, from, "", "More")
					return err
				}
				s := rapid.SampledFrom(stages).Draw(t, "stage")
				if rapid.Bool().Draw(t, "remove") {
					return edit.RemoveStage(tx, s.ID)
				}
				return edit.MoveStage(tx, s.ID, "")
			})
		}
		follow()
		settled()
		for {
			if _, ok := doc.Undo(); !ok {
				break
			}
		}
		if d := journey.Between(start, doc.Project()); !d.IsEmpty() {
			t.Fatalf("undoing all leaves %+v", d)
		}
	})
}
