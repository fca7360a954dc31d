// Package pair ties two maps of a project that are compared: what is to be with what is, what
// happened with what was planned, and a map with how it was on a day.
//
// Each function is one step of the history.
package pair

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// The steps of a history, as keys of assets/words.
const (
	LabelChoose   = "history.pairMap"
	LabelPart     = "history.unpairMap"
	LabelToBe     = "history.makeToBe"
	LabelSnapshot = "history.keepSnapshot"
)

// Choose pairs a map with another and says what that is to it; the other way round they are a pair
// no more. An empty other ends the pair. An *edit.Error refuses maps that are not there, a map and
// itself, and a role that is none.
func Choose(tx *edit.Tx, mapID, other journey.ID, role journey.PairRole) error {
	if other == "" {
		role = journey.PairAsIs
	}
	if o, ok := tx.Project().Maps.Get(other); ok && o.PairID == mapID && other != mapID {
		if err := edit.Update(tx, other, func(m *journey.Map) { m.PairID, m.PairRole = "", journey.PairAsIs }); err != nil {
			return err
		}
	}
	return edit.Update(tx, mapID, func(m *journey.Map) { m.PairID, m.PairRole = other, role })
}

// ToBe puts a copy of a map behind it, as the future state of which that map is the present, and
// returns it. Nothing on the copy is changed yet: the two compare as the same. An *edit.Error
// refuses a map that is not there.
func ToBe(tx *edit.Tx, mapID journey.ID, title string) (journey.ID, error) {
	id, err := edit.DuplicateMap(tx, mapID, title)
	if err != nil {
		return "", err
	}
	return id, edit.Update(tx, id, func(m *journey.Map) {
		m.Type, m.Date, m.Version = journey.FutureState, "", ""
		m.PairID, m.PairRole = mapID, journey.PairAsIs
	})
}

// Snapshot puts a copy of a map behind it that stays as the map is on a day, "YYYY-MM-DD", and
// returns the copy. The map is compared with it from now on, unless it is compared with a map of
// another type, as what is to be is with what is: such a pair stays. An *edit.Error refuses a map that is not
// there and a day that is none.
func Snapshot(tx *edit.Tx, mapID journey.ID, title, day string) (journey.ID, error) {
	id, err := edit.DuplicateMap(tx, mapID, title)
	if err != nil {
		return "", err
	}
	if err := edit.Update(tx, id, func(m *journey.Map) {
		m.Date = day
		if m.Type == journey.ServiceBlueprint {
			m.DerivedID = "" // it would follow the map it was made of
		}
	}); err != nil {
		return "", err
	}
	p := tx.Project()
	m, _ := p.Maps.Get(mapID)
	if other, ok := p.Maps.Get(m.PairID); ok && other.Type != m.Type {
		return id, nil
	}
	return id, Choose(tx, mapID, id, journey.PairAsIs)
}
