// Package curve says which of a map's curves are seen. It stands in the project, with the persona's
// appearance on the map, so that paper and screen agree.
package curve

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// Visibility is how the curve of a persona is seen on a map.
type Visibility uint8

// The ways. Where any curve has the focus, those that are only shown fade.
const (
	Shown Visibility = iota
	Hidden
	Focused
)

// Of returns how the curves of a map are seen, by persona: one entry for each who is on it.
func Of(p journey.Project, mapID journey.ID) map[journey.ID]Visibility {
	seen := map[journey.ID]Visibility{}
	for _, a := range p.AppearancesOf(mapID) {
		seen[a.PersonaID] = of(a)
	}
	return seen
}

func of(a journey.Appearance) Visibility {
	switch {
	case a.Hidden:
		return Hidden
	case a.Focused:
		return Focused
	}
	return Shown
}

// Set has the curves of a map seen as want says, by persona. Who is not named stays as they are;
// who is not on the map is left out.
func Set(tx *edit.Tx, mapID journey.ID, want map[journey.ID]Visibility) error {
	for _, a := range Changed(tx.Project(), mapID, want) {
		v := want[a.PersonaID]
		err := edit.Update(tx, a.ID, func(a *journey.Appearance) {
			a.Hidden, a.Focused = v == Hidden, v == Focused
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Changed lists the appearances that Set would change, in their order.
func Changed(p journey.Project, mapID journey.ID, want map[journey.ID]Visibility) []journey.Appearance {
	var list []journey.Appearance
	for _, a := range p.AppearancesOf(mapID) {
		if v, ok := want[a.PersonaID]; ok && v != of(a) {
			list = append(list, a)
		}
	}
	return list
}

// Only returns what Set needs for one curve to have the focus alone. A curve that is hidden stays so.
func Only(p journey.Project, mapID, persona journey.ID) map[journey.ID]Visibility {
	want := Of(p, mapID)
	for id, v := range want {
		switch {
		case id == persona:
			want[id] = Focused
		case v == Focused:
			want[id] = Shown
		}
	}
	return want
}
