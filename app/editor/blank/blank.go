// Package blank knows what a map still lacks to be worked on, and gives it a beginning.
package blank

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// Lack is what a map lacks first.
type Lack string

// What there may be none of.
const (
	Nothing Lack = ""
	Maps    Lack = "maps" // the project has no map
	Stages  Lack = "stages"
	Lanes   Lack = "lanes"
	Cards   Lack = "cards" // nor anything else in the cells
)

// Of tells what a map of the project lacks. The ID is empty where there is no map.
func Of(p journey.Project, mapID journey.ID) Lack {
	switch {
	case !p.Maps.Has(mapID):
		return Maps
	case len(p.StagesOf(mapID)) == 0:
		return Stages
	case len(p.LanesOf(mapID)) == 0:
		return Lanes
	}
	for c := range p.Cards.All() {
		if c.MapID == mapID {
			return Nothing
		}
	}
	for pt := range p.Points.All() {
		if pt.MapID == mapID {
			return Nothing
		}
	}
	return Cards
}

// Fill gives a map the stages or the lanes of the first map of a template, whichever it has none of. A map
// that lacks neither stays as it is.
func Fill(tx *edit.Tx, mapID journey.ID, template journey.Project) error {
	maps := template.MapsInOrder()
	if len(maps) == 0 {
		return nil
	}
	from := maps[0].ID
	if len(tx.Project().StagesOf(mapID)) == 0 {
		for _, s := range template.StagesOf(from) {
			id, err := edit.AddStage(tx, mapID, "", s.Title)
			if err != nil {
				return err
			}
			if err := edit.Update(tx, id, func(r *journey.Stage) { r.Band, r.Goal = s.Band, s.Goal }); err != nil {
				return err
			}
		}
	}
	if len(tx.Project().LanesOf(mapID)) == 0 {
		for _, l := range template.LanesOf(from) {
			id, err := edit.AddLane(tx, mapID, "", l.LaneKind, l.Title)
			if err != nil {
				return err
			}
			if err := edit.Update(tx, id, func(r *journey.Lane) { r.Hint, r.Line = l.Hint, l.Line }); err != nil {
				return err
			}
		}
	}
	return nil
}

// AddMap adds a map with the stages and lanes of a template and the personas of the project, and
// returns it.
func AddMap(tx *edit.Tx, title string, template journey.Project) (journey.ID, error) {
	id, err := edit.AddMap(tx, title, journey.CurrentState)
	if err != nil {
		return "", err
	}
	for _, persona := range tx.Project().PersonasInOrder() {
		if _, err := edit.AddAppearance(tx, id, persona.ID); err != nil {
			return "", err
		}
	}
	return id, Fill(tx, id, template)
}
