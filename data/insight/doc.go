// Package insight says what a map tells: which goals are missed, which pains weigh most, which
// channels meet the customer where, and where each curve is lowest.
//
// Everything here is a pure function of a Project and the ID of one of its maps; a map that is not
// there tells nothing. All may be called from any goroutine.
package insight

import "jejak/data/journey"

// walk gives every stage, step and card of a map its place in the journey.
func walk(x *journey.Index) map[journey.Ref]int {
	place := map[journey.Ref]int{}
	put := func(rec journey.Record) { place[journey.RefTo(rec)] = len(place) }
	for _, s := range x.Stages {
		put(s)
		for _, st := range append([]journey.Step{{}}, x.Steps[s.ID]...) {
			if st.ID != "" {
				put(st)
			}
			for _, l := range x.Lanes {
				for _, c := range x.Cards[journey.CellKey{StageID: s.ID, StepID: st.ID, LaneID: l.ID}] {
					put(c)
				}
			}
		}
	}
	return place
}

// cardsOf returns the cards in lanes of one kind, in the order of the journey.
func cardsOf(x *journey.Index, kind journey.LaneKind) []journey.Card {
	of := map[journey.ID]bool{}
	for _, l := range x.Lanes {
		of[l.ID] = l.LaneKind == kind
	}
	var cards []journey.Card
	for _, c := range x.CardsInOrder() {
		if of[c.LaneID] {
			cards = append(cards, c)
		}
	}
	return cards
}
