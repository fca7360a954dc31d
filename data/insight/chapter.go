package insight

import "jejak/data/journey"

// chapter is what one stage tells by itself. It is never changed once it is made.
type chapter struct {
	stage         journey.Stage
	goal          StageGoal
	facts         Facts
	served        served
	pains         []Pain
	opportunities []Opportunity
	measures      []Measure
	late          []late
	curves        map[journey.ID][]spot // by persona
	found         findings

	// What it looked up outside the stage, so that it is made anew when that changes.
	goals    map[journey.ID]bool // stages whose goals its opportunities serve
	channels map[journey.ID]bool // named by its touchpoints, there or not
	metrics  map[journey.ID]bool // measured in it, there or not
}

// newChapter applies every rule that needs no more than one stage.
func newChapter(s *section) *chapter {
	c := &chapter{
		stage: s.stage, found: findings{},
		goals: map[journey.ID]bool{}, channels: map[journey.ID]bool{}, metrics: map[journey.ID]bool{},
	}
	c.goal = goalOf(s, c.found)
	c.facts = factsOf(s)
	c.served = servedIn(s, c.found)
	c.pains = painsOf(s)
	c.opportunities = opportunitiesOf(s, c.found)
	c.curves = curvesOf(s)
	breakersOf(s, c.found)
	proofOf(s, c.found)
	for _, at := range s.places {
		if ids := s.about.measured[at]; len(ids) > 0 {
			c.measures = append(c.measures, measuresAt(s.project, at, ids, c.found)...)
			for _, id := range ids {
				if m, ok := s.project.Measurements.Get(id); ok {
					c.metrics[m.MetricID] = true
				}
			}
		}
	}
	for _, card := range s.cards {
		c.late = append(c.late, s.lateOnes(s.about.actions[card.ID])...)
		if card.GoalID != "" {
			c.goals[card.GoalID] = true
		}
		if card.ChannelID != "" {
			c.channels[card.ChannelID] = true
		}
	}
	return c
}

// touchpoints counts those of the stage.
func (c *chapter) touchpoints() int {
	n := c.served.without
	for _, k := range c.served.counts {
		n += k
	}
	return n
}
