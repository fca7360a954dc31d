package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddMap adds an empty map after the others. An empty type means current state.
func AddMap(tx *Tx, title string, t journey.MapType) (journey.ID, error) {
	const do = "add map"
	if t == "" {
		t = journey.CurrentState
	}
	m := journey.Map{ID: tx.NewID(), Title: record.CleanTitle(title), Type: t}
	return insert(tx, do, m, tx.project.MapsInOrder(), "")
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
