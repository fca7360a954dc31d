package edit

import "jejak/data/journey"

// column is a column of a map: a step, or a stage. The empty step is the stage as a whole.
type column struct{ stage, step journey.ID }

// columnsOf returns the columns of a map in order, and where each is among them. A stage with
// steps is where its first step is.
func columnsOf(x *journey.Index) ([]column, map[column]int) {
	var list []column
	index := map[column]int{}
	for _, c := range x.Columns() {
		if whole := (column{stage: c.StageID}); len(list) == 0 || list[len(list)-1].stage != c.StageID {
			index[whole] = len(list)
		}
		index[column{c.StageID, c.StepID}] = len(list)
		list = append(list, column{c.StageID, c.StepID})
	}
	return list, index
}

// rowsOf returns the lanes in which cards are seen, and those with what keep holds, in order, and
// where each is among them. A curve is no row, unless cards stand in its lane.
func rowsOf(x *journey.Index, keep map[journey.ID]bool) ([]journey.ID, map[journey.ID]int) {
	var list []journey.ID
	index := map[journey.ID]int{}
	for _, l := range x.Lanes {
		if keep[l.ID] || !l.Hidden && l.LaneKind != journey.LaneEmotions {
			index[l.ID] = len(list)
			list = append(list, l.ID)
		}
	}
	return list, index
}

// findColumns settles which column each card goes to.
func (p *pasting) findColumns() error {
	if !p.f.Whole() && p.at.StageID != "" {
		p.columnFor = p.columnsBeside()
		return nil
	}
	return p.sameColumns()
}

// columnsBeside lets the leftmost column that cards were copied from be the one of p.at.
func (p *pasting) columnsBeside() func(journey.Card) column {
	from, fromIndex := columnsOf(p.from)
	to, toIndex := columnsOf(p.to)
	left := len(from)
	for c := range p.f.Project().Cards.All() {
		left = min(left, fromIndex[column{c.StageID, c.StepID}])
	}
	first := toIndex[column{p.at.StageID, p.at.StepID}]
	return func(c journey.Card) column {
		right := fromIndex[column{c.StageID, c.StepID}] - left
		if right == 0 {
			return column{p.at.StageID, p.at.StepID}
		}
		col := to[min(first+right, len(to)-1)]
		if c.StepID == "" && len(p.from.Steps[c.StageID]) > 0 {
			col.step = "" // it belonged to the stage as a whole
		}
		return col
	}
}

// sameColumns lets cards whose stage was not copied go to the stage of the map that it is: by ID,
// title or place. A stage there is nothing for is added.
func (p *pasting) sameColumns() error {
	needed := map[journey.ID]bool{}
	for c := range p.f.Project().Cards.All() {
		needed[c.StageID] = p.freshID(journey.KindStage, c.StageID) == ""
	}
	there := map[journey.ID]bool{}
	for _, s := range p.to.Stages {
		there[s.ID] = true
	}
	p.columns = map[journey.ID]journey.ID{}
	taken := map[journey.ID]bool{}
	for _, s := range p.from.Stages {
		if needed[s.ID] && there[s.ID] {
			p.columns[s.ID], taken[s.ID] = s.ID, true
		}
	}
	byTitle := map[string]journey.ID{}
	for _, s := range p.to.Stages {
		if k := nameKey(s.Title); k != "" && byTitle[k] == "" && !taken[s.ID] {
			byTitle[k] = s.ID
		}
	}
	var missing []journey.Stage
	for i, s := range p.from.Stages {
		if !needed[s.ID] || p.columns[s.ID] != "" {
			continue
		}
		switch id := byTitle[nameKey(s.Title)]; {
		case id != "":
			p.columns[s.ID] = id
			delete(byTitle, nameKey(s.Title))
		case i < len(p.to.Stages):
			p.columns[s.ID] = p.to.Stages[i].ID
		default:
			missing = append(missing, s)
		}
	}
	p.columnFor = func(c journey.Card) column {
		if id := p.columns[c.StageID]; id != "" {
			return column{id, p.sameStep(c.StageID, c.StepID, id)}
		}
		return column{p.freshID(journey.KindStage, c.StageID), p.freshID(journey.KindStep, c.StepID)}
	}
	return p.putStages(missing, "")
}

// sameStep returns the step of a stage of the map that is a step of another one: by ID, title or
// place; none if the stage has no such step.
func (p *pasting) sameStep(was, step, stage journey.ID) journey.ID {
	if step == "" {
		return ""
	}
	steps := p.to.Steps[stage]
	at, title := -1, ""
	for i, s := range p.from.Steps[was] {
		if s.ID == step {
			at, title = i, nameKey(s.Title)
		}
	}
	for _, s := range steps {
		if s.ID == step {
			return step
		}
	}
	for _, s := range steps {
		if title != "" && nameKey(s.Title) == title {
			return s.ID
		}
	}
	if at >= 0 && at < len(steps) {
		return steps[at].ID
	}
	return ""
}

// findRows settles which lane each card goes to.
func (p *pasting) findRows() error {
	if !p.f.Whole() && p.at.LaneID != "" {
		p.rowFor = p.rowsBeside()
		return nil
	}
	return p.sameRows()
}

// rowsBeside lets the topmost lane that cards were copied from be the one of p.at.
func (p *pasting) rowsBeside() func(lane journey.ID) journey.ID {
	used := map[journey.ID]bool{}
	for c := range p.f.Project().Cards.All() {
		used[c.LaneID] = true
	}
	from, fromIndex := rowsOf(p.from, used)
	to, toIndex := rowsOf(p.to, map[journey.ID]bool{p.at.LaneID: true})
	top := len(from)
	for id := range used {
		top = min(top, fromIndex[id])
	}
	first := toIndex[p.at.LaneID]
	return func(lane journey.ID) journey.ID { return to[min(first+fromIndex[lane]-top, len(to)-1)] }
}

// laneKey is what lanes are told apart by.
type laneKey struct {
	kind  journey.LaneKind
	title string // nameKey
}

// sameRows lets cards whose lane was not copied go to the lane of the map that it is: by ID, by
// kind and title, or by kind. A lane there is nothing for is added.
func (p *pasting) sameRows() error {
	needed := map[journey.ID]bool{}
	for c := range p.f.Project().Cards.All() {
		needed[c.LaneID] = p.freshID(journey.KindLane, c.LaneID) == ""
	}
	rows := map[journey.ID]journey.ID{}
	taken := map[journey.ID]bool{}
	match := func(key func(journey.Lane) laneKey, one func(journey.Lane) bool) {
		have := map[laneKey]journey.ID{}
		for _, l := range p.to.Lanes {
			if !taken[l.ID] && one(l) && have[key(l)] == "" {
				have[key(l)] = l.ID
			}
		}
		for _, l := range p.from.Lanes {
			if id := have[key(l)]; needed[l.ID] && rows[l.ID] == "" && one(l) && id != "" {
				rows[l.ID], taken[id] = id, true
				delete(have, key(l))
			}
		}
	}
	any := func(journey.Lane) bool { return true }
	match(func(l journey.Lane) laneKey { return laneKey{title: string(l.ID)} }, any)
	match(func(l journey.Lane) laneKey { return laneKey{l.LaneKind, nameKey(l.Title)} }, any)
	// What a lane of notes is about only its title says.
	match(func(l journey.Lane) laneKey { return laneKey{kind: l.LaneKind} },
		func(l journey.Lane) bool { return l.LaneKind != journey.LaneText && l.LaneKind != "" })
	var missing []journey.Lane
	for _, l := range p.from.Lanes {
		if needed[l.ID] && rows[l.ID] == "" {
			missing = append(missing, l)
		}
	}
	p.rowFor = func(lane journey.ID) journey.ID {
		if id := rows[lane]; id != "" {
			return id
		}
		return p.freshID(journey.KindLane, lane)
	}
	return p.putLanes(missing, "")
}
