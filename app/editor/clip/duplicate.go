package clip

import (
	"jejak/app/editor/tool"
	"slices"

	"jejak/app/editor/desk"
	"jejak/data/edit"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// CanDuplicate reports whether anything is selected that can be had twice.
func CanDuplicate(b Board) bool {
	return slices.ContainsFunc(b.Selection(), func(r journey.Ref) bool {
		switch r.Kind {
		case journey.KindCard, journey.KindStage, journey.KindStep, journey.KindLane:
			return true
		}
		return false
	})
}

// Duplicate puts a copy of what is selected beside it and selects the copies: of cards right after
// each, of stages and lanes, with all that stands in them, and of steps behind the last of them.
func Duplicate(b Board) error {
	p, mapID := b.Project(), b.Map()
	var whole, steps, chosen []journey.Ref
	for _, r := range b.Selection() {
		switch r.Kind {
		case journey.KindStage, journey.KindLane:
			whole = append(whole, r)
		case journey.KindStep:
			steps = append(steps, r)
		}
	}
	in := func(list []journey.Ref, kind journey.Kind, id journey.ID) bool {
		return slices.Contains(list, journey.Ref{Kind: kind, ID: id})
	}
	steps = slices.DeleteFunc(steps, func(r journey.Ref) bool { return in(whole, journey.KindStage, tool.StageOf(p, r)) })
	var cards []journey.ID
	for _, id := range b.Atlas().Cards(b.Selection()) {
		c, _ := p.Cards.Get(id)
		if !in(whole, journey.KindStage, c.StageID) && !in(whole, journey.KindLane, c.LaneID) && !in(steps, journey.KindStep, c.StepID) {
			cards = append(cards, id)
		}
	}
	chosen = slices.Concat(whole, steps, desk.Refs(journey.KindCard, cards))
	if len(chosen) == 0 {
		return &edit.Error{Do: "duplicate", Reason: edit.Nothing}
	}
	l := label(b, LabelTwin, chosen)
	if len(whole)+len(steps) == 0 {
		l.Key = edit.LabelDuplicateCards
	}
	var twins []journey.Ref
	err := b.Do(l, func(tx *edit.Tx) error {
		if len(whole) > 0 {
			held := func(r journey.Ref) bool { return slices.Contains(whole, r) }
			at := edit.Place{StageID: behind(p.StagesOf(mapID), held), LaneID: behind(p.LanesOf(mapID), held)}
			made, err := edit.Paste(tx, mapID, at, fragment.Copy(p, mapID, whole))
			if err != nil {
				return err
			}
			twins = append(twins, made...)
		}
		for _, r := range steps {
			twin, err := twinStep(tx, mapID, r.ID)
			if err != nil {
				return err
			}
			twins = append(twins, desk.StepRef(twin))
		}
		if len(cards) > 0 {
			made, err := edit.DuplicateCards(tx, cards)
			if err != nil {
				return err
			}
			twins = append(twins, desk.Refs(journey.KindCard, made)...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.Choose(twins)
	b.Later(twins[0])
	return nil
}

// twinStep puts a copy of a step right after it, with its cards and what is felt there.
func twinStep(tx *edit.Tx, mapID, id journey.ID) (journey.ID, error) {
	p := tx.Project()
	s, _ := p.Steps.Get(id)
	before := behind(p.StepsOf(s.StageID), func(r journey.Ref) bool { return r.ID == id })
	twin, err := edit.AddStep(tx, s.StageID, before, s.Title)
	if err != nil {
		return "", err
	}
	if err := edit.Update(tx, twin, func(t *journey.Step) { t.Note, t.Width = s.Note, s.Width }); err != nil {
		return "", err
	}
	if f := fragment.Copy(p, mapID, []journey.Ref{desk.StepRef(id)}); !f.IsEmpty() {
		if _, err := edit.Paste(tx, mapID, edit.Place{StageID: s.StageID, StepID: twin}, f); err != nil {
			return "", err
		}
	}
	x := journey.NewIndex(p, mapID)
	for _, a := range x.Appearances {
		for _, pt := range x.Points[a.PersonaID] {
			if pt.At != desk.StepRef(id) {
				continue
			}
			made, err := edit.AddPoint(tx, mapID, a.PersonaID, desk.StepRef(twin), pt.Value)
			if err == nil && pt.Note != "" {
				err = edit.Update(tx, made, func(t *journey.Point) { t.Note = pt.Note })
			}
			if err != nil {
				return "", err
			}
		}
	}
	return twin, nil
}
