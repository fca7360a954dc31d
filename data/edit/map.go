package edit

import (
	"slices"

	"jejak/data/journey"
)

// AddMap adds an empty map after the others. An empty type means current state.
func AddMap(tx *Tx, title string, t journey.MapType) (journey.ID, error) {
	const do = "add map"
	if t == "" {
		t = journey.CurrentState
	}
	m := journey.Map{ID: tx.NewID(), Title: cleanTitle(title), Type: t}
	if !slices.Contains(journey.MapTypes, t) {
		return "", &Error{Do: do, Reason: Unknown, Detail: string(t)}
	}
	ranks, err := rankBefore(tx, do, tx.project.MapsInOrder(), "", 1)
	if err != nil {
		return "", err
	}
	m.Rank = ranks[0]
	tx.Put(m)
	return m.ID, nil
}

// MoveMap puts a map before another one, or last if before is empty.
func MoveMap(tx *Tx, id, before journey.ID) error {
	const do = "move map"
	if _, err := find[journey.Map](tx, do, id); err != nil {
		return err
	}
	return reorder(tx, do, tx.project.MapsInOrder(), id, before)
}

// RemoveMap removes a map and everything on it.
func RemoveMap(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindMap, id) }

// SetInfo changes what is said of the project as a whole, and makes it if there is none yet.
func SetInfo(tx *Tx, f func(*journey.Info)) error {
	info := tx.project.Info()
	if info.ID == "" {
		info.ID = tx.NewID()
		f(&info)
		return putChecked(tx, "change project", nil, info)
	}
	return Update(tx, info.ID, f)
}
