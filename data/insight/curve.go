package insight

import (
	"slices"

	"jejak/data/journey"
)

// Low is a lowest point of a curve.
type Low struct {
	Ref       journey.Ref // the point
	PersonaID journey.ID
	Persona   string      // name
	At        journey.Ref // the touchpoint, step or stage it stands at
	Title     string      // of that
	Value     float64     // −2 … +2
}

// Lows returns the lowest points of the curve of each persona on a map, personas in their order
// there, points of equal depth in the order of the journey. A flat curve has no lowest point.
func Lows(p journey.Project, mapID journey.ID) []Low {
	x := journey.NewIndex(p, mapID)
	place := walk(x)
	var lows []Low
	for _, a := range x.Appearances {
		persona, _ := p.Personas.Get(a.PersonaID)
		curve := slices.DeleteFunc(slices.Clone(x.Points[a.PersonaID]), func(pt journey.Point) bool {
			_, ok := place[pt.At]
			return !ok
		})
		if len(curve) == 0 {
			continue
		}
		slices.SortStableFunc(curve, func(a, b journey.Point) int { return place[a.At] - place[b.At] })
		least, most := curve[0].Value, curve[0].Value
		for _, pt := range curve {
			least, most = min(least, pt.Value), max(most, pt.Value)
		}
		for _, pt := range curve {
			if pt.Value == least && least < most {
				at, _ := p.Get(pt.At)
				lows = append(lows, Low{journey.RefTo(pt), persona.ID, persona.Name, pt.At, journey.NameOf(at), pt.Value})
			}
		}
	}
	return lows
}
