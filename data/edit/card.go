package edit

import (
	"slices"

	"jejak/data/edit/record"
	"jejak/data/journey"
)

// Place is where cards are put: a cell, and the card there to stand before (empty: last). An
// empty StepID is the stage as a whole.
type Place struct{ StageID, StepID, LaneID, Before journey.ID }

func (at Place) cell() journey.CellKey {
	return journey.CellKey{StageID: at.StageID, StepID: at.StepID, LaneID: at.LaneID}
}

// checkPlace returns the map that a place is on.
func checkPlace(tx *Tx, do string, at Place) (journey.ID, error) {
	stage, err := find[journey.Stage](tx, do, at.StageID)
	if err != nil {
		return "", err
	}
	lane, err := find[journey.Lane](tx, do, at.LaneID)
	if err != nil {
		return "", err
	}
	if lane.MapID != stage.MapID {
		return "", refuse(do, OtherMap, journey.KindLane, lane.ID)
	}
	if at.StepID != "" {
		step, err := find[journey.Step](tx, do, at.StepID)
		if err != nil {
			return "", err
		}
		if step.StageID != stage.ID {
			return "", refuse(do, OtherStage, journey.KindStep, step.ID)
		}
	}
	return stage.MapID, nil
}

// AddCard adds a card.
func AddCard(tx *Tx, at Place, title string) (journey.ID, error) {
	const do = "add card"
	mapID, err := checkPlace(tx, do, at)
	if err != nil {
		return "", err
	}
	c := journey.Card{
		ID: tx.NewID(), MapID: mapID, StageID: at.StageID, StepID: at.StepID, LaneID: at.LaneID,
		Span: 1, Title: record.CleanTitle(title),
	}
	return insert(tx, do, c, tx.project.CardsIn(at.cell()), at.Before)
}

// AddCards adds a card for each title, in order, and returns their IDs.
func AddCards(tx *Tx, at Place, titles []string) ([]journey.ID, error) {
	const do = "add cards"
	mapID, err := checkPlace(tx, do, at)
	if err != nil {
		return nil, err
	}
	ranks, err := rankBefore(tx, do, tx.project.CardsIn(at.cell()), at.Before, len(titles))
	if err != nil {
		return nil, err
	}
	ids := make([]journey.ID, len(titles))
	for i, title := range titles {
		ids[i] = tx.NewID()
		tx.Put(journey.Card{
			ID: ids[i], MapID: mapID, StageID: at.StageID, StepID: at.StepID, LaneID: at.LaneID,
			Rank: ranks[i], Span: 1, Title: record.CleanTitle(title),
		})
	}
	return ids, nil
}

// SetChannel has cards name a channel; the empty ID takes it away.
func SetChannel(tx *Tx, ids []journey.ID, channelID journey.ID) error {
	for _, id := range ids {
		if err := Update(tx, id, func(c *journey.Card) { c.ChannelID = channelID }); err != nil {
			return err
		}
	}
	return nil
}

// MoveCards puts cards of one map into a place, in the order they have on the map. at.Before may
// be one of them: they then stand before the next card that stays. What is already as wanted is
// left untouched.
func MoveCards(tx *Tx, ids []journey.ID, at Place) error {
	const do = "move cards"
	mapID, err := checkPlace(tx, do, at)
	if err != nil {
		return err
	}
	cards, err := findCards(tx, do, ids)
	if err != nil {
		return err
	}
	moving := make(map[journey.ID]bool, len(cards))
	for _, c := range cards {
		if c.MapID != mapID {
			return refuse(do, OtherMap, journey.KindCard, c.ID)
		}
		moving[c.ID] = true
	}
	cell := tx.project.CardsIn(at.cell())
	before := at.Before
	if moving[before] {
		i := slices.IndexFunc(cell, func(c journey.Card) bool { return c.ID == before })
		if i < 0 {
			return refuse(do, OtherCell, journey.KindCard, before)
		}
		for before = ""; i < len(cell); i++ {
			if !moving[cell[i].ID] {
				before = cell[i].ID
				break
			}
		}
	}
	var staying []journey.Card
	for _, c := range cell {
		if !moving[c.ID] {
			staying = append(staying, c)
		}
	}
	if len(cell) == len(staying)+len(cards) && standsBefore(cell, cards, before) {
		return nil
	}
	ranks, err := rankBefore(tx, do, staying, before, len(cards))
	if err != nil {
		return err
	}
	for i, c := range cards {
		c.StageID, c.StepID, c.LaneID, c.Rank = at.StageID, at.StepID, at.LaneID, ranks[i]
		tx.Put(c)
	}
	return nil
}

// standsBefore reports whether cards stand in a row right before the sibling of that ID, or at
// the end if it is empty.
func standsBefore(siblings, cards []journey.Card, before journey.ID) bool {
	end := len(siblings)
	if before != "" {
		end = slices.IndexFunc(siblings, func(c journey.Card) bool { return c.ID == before })
	}
	if end < len(cards) {
		return false
	}
	return slices.EqualFunc(siblings[end-len(cards):end], cards, func(a, b journey.Card) bool { return a.ID == b.ID })
}

// RemoveCards removes cards with their links, points, measurements, actions and comments.
func RemoveCards(tx *Tx, ids []journey.ID) error {
	refs := make([]journey.Ref, len(ids))
	for i, id := range ids {
		refs[i] = journey.Ref{Kind: journey.KindCard, ID: id}
	}
	return Remove(tx, refs...)
}

// DuplicateCards puts a copy of each card right after it, and copies the links among them. It
// returns the IDs of the copies in the order of the map.
func DuplicateCards(tx *Tx, ids []journey.ID) ([]journey.ID, error) {
	const do = "duplicate cards"
	cards, err := findCards(tx, do, ids)
	if err != nil {
		return nil, err
	}
	copies := make([]journey.ID, 0, len(cards))
	copyOf := make(map[journey.ID]journey.ID, len(cards))
	for _, c := range cards {
		copyOf[c.ID] = tx.NewID()
		copies = append(copies, copyOf[c.ID])
	}
	for _, siblings := range cellsOf(tx.project, cards) {
		duplicateIn(tx, siblings, copyOf)
	}
	for _, l := range linksAmong(tx.project, copyOf) {
		l.ID, l.FromID, l.ToID = tx.NewID(), copyOf[l.FromID], copyOf[l.ToID]
		tx.Put(l)
	}
	return copies, nil
}

// duplicateIn puts a copy after each card of one cell that copyOf names.
func duplicateIn(tx *Tx, siblings []journey.Card, copyOf map[journey.ID]journey.ID) {
	var row []journey.Card
	crowded := false
	for i, c := range siblings {
		row = append(row, c)
		if copyOf[c.ID] == "" {
			continue
		}
		var next journey.Rank
		bounded := i+1 < len(siblings)
		if bounded {
			next = siblings[i+1].Rank
		}
		twin := c
		twin.ID, twin.Rank = copyOf[c.ID], journey.RankBetween(c.Rank, next)
		crowded = crowded || !fits([]journey.Rank{twin.Rank}, c.Rank, next, bounded)
		row = append(row, twin)
	}
	ranks := journey.RanksBetween("", "", len(row))
	for i, c := range row {
		if crowded {
			c.Rank = ranks[i]
		}
		if old, ok := tx.project.Cards.Get(c.ID); !ok || old.Rank != c.Rank {
			tx.Put(c)
		}
	}
}
