package insight

import (
	"cmp"
	"slices"

	"jejak/data/journey"
)

// Curve is how one persona feels from stage to stage.
type Curve struct {
	Persona journey.Ref
	Means   []Mean // one for each stage, in order
}

// Mean is the mean feeling of a persona in one stage.
type Mean struct {
	Stage  journey.Ref
	Value  float64 // −2 … +2; 0 where there is no point
	Points int     // how many it is the mean of
}

// spot is one point of a curve.
type spot struct {
	ref, at journey.Ref
	value   float64
}

// curvesOf picks the points of a stage by persona, in the order of the journey: what stands at the
// stage as a whole, then what stands at its cards, step by step.
func curvesOf(s *section) map[journey.ID][]spot {
	curves := map[journey.ID][]spot{}
	for _, at := range s.places {
		ids := s.about.points[at]
		if len(ids) > 1 {
			ids = slices.Sorted(slices.Values(ids))
		}
		for _, id := range ids {
			// A value that is no number has no place on a curve.
			if pt, ok := s.project.Points.Get(id); ok && isNumber(pt.Value) {
				curves[pt.PersonaID] = append(curves[pt.PersonaID], spot{journey.RefTo(pt), at, pt.Value})
			}
		}
	}
	return curves
}

// curve follows one persona through the stages, and finds where they feel worst and where they
// fall deepest: from one point to the next, and from one stage to the next that has points.
func curve(persona journey.Ref, chapters []*chapter, f findings) Curve {
	c := Curve{Persona: persona, Means: make([]Mean, 0, len(chapters))}
	var spots []spot
	for _, ch := range chapters {
		mean := Mean{Stage: journey.RefTo(ch.stage)}
		for _, s := range ch.curves[persona.ID] {
			spots = append(spots, s)
			mean.Value += s.value
			mean.Points++
		}
		if mean.Points > 0 {
			mean.Value /= float64(mean.Points)
		}
		c.Means = append(c.Means, mean)
	}
	lows(persona, spots, f)
	for i, depth := range falls(spots, func(s spot) float64 { return s.value }) {
		if depth {
			f.add(Finding{Rule: RuleDrop, Value: spots[i].value, Than: spots[i-1].value,
				Refs: []journey.Ref{spots[i].ref, spots[i].at, spots[i-1].at, persona}})
		}
	}
	felt := slices.DeleteFunc(slices.Clone(c.Means), func(m Mean) bool { return m.Points == 0 })
	for i, depth := range falls(felt, func(m Mean) float64 { return m.Value }) {
		if depth {
			f.add(Finding{Rule: RuleStageDrop, Value: felt[i].Value, Than: felt[i-1].Value,
				Refs: []journey.Ref{felt[i].Stage, felt[i-1].Stage, persona}})
		}
	}
	return c
}

// lows tells of the lowest points of a curve. A flat one has none.
func lows(persona journey.Ref, spots []spot, f findings) {
	if len(spots) == 0 {
		return
	}
	byValue := func(a, b spot) int { return cmp.Compare(a.value, b.value) }
	least, most := slices.MinFunc(spots, byValue).value, slices.MaxFunc(spots, byValue).value
	for _, s := range spots {
		if s.value == least && least < most {
			f.add(Finding{Rule: RuleLow, Refs: []journey.Ref{s.ref, s.at, persona}, Value: s.value})
		}
	}
}

// falls marks the elements to which the deepest fall from the one before leads; several if several
// are equally deep, none if nothing falls.
func falls[T any](list []T, value func(T) float64) []bool {
	const same = 1e-9 // means of equal feelings may differ in the last digit
	deepest := 0.0
	for i := 1; i < len(list); i++ {
		deepest = max(deepest, value(list[i-1])-value(list[i]))
	}
	marks := make([]bool, len(list))
	for i := 1; i < len(list); i++ {
		fall := value(list[i-1]) - value(list[i])
		marks[i] = fall > same && fall >= deepest-same
	}
	return marks
}
