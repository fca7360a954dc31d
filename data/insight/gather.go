package insight

import "jejak/data/journey"

// Report returns what the map tells now.
func (c *Cache) Report() Report {
	if !c.fresh {
		c.report, c.fresh = c.gather(), true
	}
	return c.report
}

// gather makes the chapters that are missing and puts all together.
func (c *Cache) gather() Report {
	r := Report{MapID: c.mapID, found: findings{}}
	m, ok := c.project.Maps.Get(c.mapID)
	if !ok {
		return r
	}
	chapters := c.everyChapter()
	atMap := journey.RefTo(m)
	r.Measures = measuresAt(c.project, atMap, c.about.measured[atMap], r.found)
	r.concat(chapters)
	r.Pains = byWeight(r.Pains)
	byPriority(r.Opportunities)
	unanswered(r.Pains, r.found)
	quickWins(r.Opportunities, r.found)

	var people []journey.Persona
	for _, a := range c.project.AppearancesOf(c.mapID) {
		if persona, ok := c.project.Personas.Get(a.PersonaID); ok {
			people = append(people, persona)
			r.Curves = append(r.Curves, curve(journey.RefTo(persona), chapters, r.found))
		}
	}
	r.Coverage = coverage(c.project.ChannelsInOrder(), chapters)
	channels(r.Coverage, chapters, people, r.found)
	r.DropOffs = dropOffs(c.project, chapters, m.Cycle, r.found)

	r.Turns = len(c.turns)
	r.Free.enter(c.project, c.about.actions[""])

	// Actions that answer nothing belong to every map of the project.
	s := section{project: c.project, today: c.today}
	lateOnes := s.lateOnes(c.about.actions[""])
	for _, ch := range chapters {
		lateOnes = append(lateOnes, ch.late...)
	}
	overdue(lateOnes, r.found)
	return r
}

// everyChapter returns the chapters of the map in order, and makes those that are missing.
func (c *Cache) everyChapter() []*chapter {
	stages := c.project.StagesOf(c.mapID)
	chapters := make([]*chapter, len(stages))
	for i, stage := range stages {
		ch := c.chapters[stage.ID]
		if ch == nil {
			s := newSection(c.project, stage, c.steps[stage.ID], c.cards[stage.ID], c.lanes)
			s.about, s.today = c.about, c.today
			ch = newChapter(s)
			c.chapters[stage.ID] = ch
		}
		chapters[i] = ch
	}
	return chapters
}

// concat strings together what the chapters tell.
func (r *Report) concat(chapters []*chapter) {
	for _, ch := range chapters {
		r.Touchpoints += ch.touchpoints()
		r.Goals = append(r.Goals, ch.goal)
		r.Facts = append(r.Facts, ch.facts)
		r.Pains = append(r.Pains, ch.pains...)
		r.Opportunities = append(r.Opportunities, ch.opportunities...)
		r.Measures = append(r.Measures, ch.measures...)
		r.stages = append(r.stages, ch.found)
	}
}
