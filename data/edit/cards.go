package edit

import (
	"slices"

	"jejak/data/journey"
)

// findCards returns the cards of those IDs, each once, in the order of the map: by stage, step,
// lane and rank; of several maps, map by map.
func findCards(tx *Tx, do string, ids []journey.ID) ([]journey.Card, error) {
	if len(ids) == 0 {
		return nil, &Error{Do: do, Reason: Nothing}
	}
	seen := make(map[journey.ID]bool, len(ids))
	cards := make([]journey.Card, 0, len(ids))
	for _, id := range ids {
		if seen[id] {
			continue
		}
		seen[id] = true
		c, err := find[journey.Card](tx, do, id)
		if err != nil {
			return nil, err
		}
		cards = append(cards, c)
	}
	p := tx.project
	slices.SortFunc(cards, func(a, b journey.Card) int { return compareCards(p, a, b) })
	return cards, nil
}

func compareCards(p journey.Project, a, b journey.Card) int {
	if c := compareIn(p.Maps, a.MapID, b.MapID); c != 0 {
		return c
	}
	if c := compareIn(p.Stages, a.StageID, b.StageID); c != 0 {
		return c
	}
	if c := compareIn(p.Steps, a.StepID, b.StepID); c != 0 {
		return c
	}
	if c := compareIn(p.Lanes, a.LaneID, b.LaneID); c != 0 {
		return c
	}
	return journey.Compare(a, b)
}

// compareIn orders two IDs as their records are; the empty ID comes first.
func compareIn[T journey.Record](t journey.Table[T], a, b journey.ID) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return -1
	case b == "":
		return 1
	}
	ra, _ := t.Get(a)
	rb, _ := t.Get(b)
	return journey.Compare(ra, rb)
}

// cellsOf returns the cells that cards stand in, each with all its cards in order, after one pass
// over the cards of the project.
func cellsOf(p journey.Project, cards []journey.Card) map[journey.CellKey][]journey.Card {
	cells := map[journey.CellKey][]journey.Card{}
	for _, c := range cards {
		cells[c.Cell()] = nil
	}
	for c := range p.Cards.All() {
		if list, wanted := cells[c.Cell()]; wanted {
			cells[c.Cell()] = append(list, c)
		}
	}
	for _, list := range cells {
		slices.SortFunc(list, journey.Compare)
	}
	return cells
}

// linksAmong returns the links whose two cards are both in the set, by ID.
func linksAmong(p journey.Project, set map[journey.ID]journey.ID) []journey.Link {
	var links []journey.Link
	for l := range p.Links.All() {
		if set[l.FromID] != "" && set[l.ToID] != "" {
			links = append(links, l)
		}
	}
	slices.SortFunc(links, journey.Compare)
	return links
}
