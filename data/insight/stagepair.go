package insight

import "jejak/data/journey"

// pairStages strings the stages of both maps together and holds their feelings against each other.
func (s *side) pairStages(other *side, stages []int, c *Comparison) {
	back := turned(stages, len(other.index.Stages))
	// Those that went stand behind the stage that they followed.
	behind := map[int][]int{}
	at := -1
	for i, j := range stages {
		if j >= 0 {
			at = j
			continue
		}
		behind[at] = append(behind[at], i)
	}
	people := s.people(other)
	add := func(i, j int) {
		var pair StagePair
		if i >= 0 {
			pair.From = journey.RefTo(s.index.Stages[i])
		}
		if j >= 0 {
			pair.To = journey.RefTo(other.index.Stages[j])
		}
		for _, who := range people {
			f := Feeling{}
			if who[0] >= 0 {
				f.Persona.From = s.curves[who[0]].Persona
				if i >= 0 {
					f.From = s.curves[who[0]].Means[i]
				}
			}
			if who[1] >= 0 {
				f.Persona.To = other.curves[who[1]].Persona
				if j >= 0 {
					f.To = other.curves[who[1]].Means[j]
				}
			}
			if f.From.Points > 0 && f.To.Points > 0 {
				f.Known, f.Difference = true, f.To.Value-f.From.Value
			}
			pair.Feelings = append(pair.Feelings, f)
		}
		c.Stages = append(c.Stages, pair)
	}
	for j := -1; j < len(back); j++ {
		if j >= 0 {
			add(back[j], j)
		}
		for _, i := range behind[j] {
			add(i, -1)
		}
	}
}

// people pairs the curves of both sides: by ID, then by name; −1 where there is none.
func (s *side) people(other *side) [][2]int {
	list := func(s *side) []named {
		var all []named
		for _, c := range s.curves {
			persona, _ := s.Project.Personas.Get(c.Persona.ID)
			all = append(all, named{persona.ID, s.folded(persona.Name)})
		}
		return all
	}
	a, b := list(s), list(other)
	taken := map[int]int{}
	for _, same := range []func(x, y named) bool{
		func(x, y named) bool { return x.id == y.id },
		func(x, y named) bool { return x.name != "" && x.name == y.name },
	} {
		for i := range a {
			for j := range b {
				_, had := taken[j]
				if !had && !holds(taken, i) && same(a[i], b[j]) {
					taken[j] = i
				}
			}
		}
	}
	var pairs [][2]int
	for j := range b {
		i, ok := taken[j]
		if !ok {
			i = -1
		}
		pairs = append(pairs, [2]int{i, j})
	}
	for i := range a {
		if !holds(taken, i) {
			pairs = append(pairs, [2]int{i, -1})
		}
	}
	return pairs
}

func holds(m map[int]int, value int) bool {
	for _, v := range m {
		if v == value {
			return true
		}
	}
	return false
}
