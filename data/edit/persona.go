package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddPersona adds a persona to the project, on no map yet.
func AddPersona(tx *Tx, name string) (journey.ID, error) {
	p := journey.Persona{ID: tx.NewID(), Name: record.CleanTitle(name)}
	return insert(tx, "add persona", p, tx.project.PersonasInOrder(), "")
}

// MovePersona puts a persona before another one, or last if before is empty.
func MovePersona(tx *Tx, id, before journey.ID) error {
	const do = "move persona"
	if _, err := find[journey.Persona](tx, do, id); err != nil {
		return err
	}
	return reorder(tx, do, tx.project.PersonasInOrder(), id, before)
}

// RemovePersona removes a persona from the project and every map, with the curves.
func RemovePersona(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindPersona, id) }

// AddAppearance puts a persona on a map, after the others there.
func AddAppearance(tx *Tx, mapID, personaID journey.ID) (journey.ID, error) {
	const do = "add persona to map"
	siblings := tx.project.AppearancesOf(mapID)
	for _, a := range siblings {
		if a.PersonaID == personaID {
			return "", refuse(do, Taken, journey.KindAppearance, a.ID)
		}
	}
	a := journey.Appearance{ID: tx.NewID(), MapID: mapID, PersonaID: personaID}
	return insert(tx, do, a, siblings, "")
}

// MoveAppearance puts a persona of a map before another one there, or last if before is empty.
// Both are IDs of appearances.
func MoveAppearance(tx *Tx, id, before journey.ID) error {
	const do = "move persona on map"
	a, err := find[journey.Appearance](tx, do, id)
	if err != nil {
		return err
	}
	return reorder(tx, do, tx.project.AppearancesOf(a.MapID), id, before)
}

// RemoveAppearance takes a persona off a map, with the curve there.
func RemoveAppearance(tx *Tx, id journey.ID) error {
	return removeOne(tx, journey.KindAppearance, id)
}
