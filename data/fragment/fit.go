package fragment

import (
	"strings"

	"jejak/data/journey"
)

// NameKey is what names are compared by: without regard to capitals and white space.
func NameKey(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(journey.CleanText(s)), " "))
}

// Fit is where the cards of a Fragment go on a map.
type Fit struct {
	Stages        map[journey.ID]journey.ID // of stages that were not copied: the ones of the map that they are
	MissingStages []journey.Stage           // not copied and not on the map, but cards stand in them
	MissingLanes  []journey.Lane

	from, to *journey.Index
	whole    bool
	copied   map[journey.Ref]bool
	at       journey.CellKey
	column   func(journey.Card) column
	row      func(lane journey.ID) journey.ID
}

// Fit finds the cells of a map for the cards. Of cards alone the upper left one goes to at and the
// others keep their place beside it, within the map; where the stage or the lane of at is empty,
// and where stages or lanes were copied too, cards go to the stage or lane of the map that theirs
// is: by ID, by title or kind, or, of stages, by place.
func (f Fragment) Fit(to *journey.Index, at journey.CellKey) *Fit {
	t := &Fit{from: f.Index(), to: to, whole: f.Whole(), at: at, copied: make(map[journey.Ref]bool, len(f.chosen))}
	for _, ref := range f.chosen {
		t.copied[ref] = true
	}
	used := map[journey.ID]bool{} // lanes
	var cards []journey.Card
	for c := range f.project.Cards.All() {
		cards = append(cards, c)
		used[c.LaneID] = true
	}
	if t.whole || at.StageID == "" {
		t.sameColumns(cards)
	} else {
		t.columnsBeside(cards)
	}
	if t.whole || at.LaneID == "" {
		t.sameRows(used)
	} else {
		t.rowsBeside(used)
	}
	return t
}

// Cell returns where a card goes. Its stage is empty where that is copied or missing, and so is
// its lane.
func (t *Fit) Cell(c journey.Card) journey.CellKey {
	col := t.column(c)
	return journey.CellKey{StageID: col.stage, StepID: col.step, LaneID: t.row(c.LaneID)}
}

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

// columnsBeside lets the leftmost column that cards were copied from be the one of t.at.
func (t *Fit) columnsBeside(cards []journey.Card) {
	from, fromIndex := columnsOf(t.from)
	to, toIndex := columnsOf(t.to)
	left := len(from)
	for _, c := range cards {
		left = min(left, fromIndex[column{c.StageID, c.StepID}])
	}
	first := toIndex[column{t.at.StageID, t.at.StepID}]
	t.column = func(c journey.Card) column {
		right := fromIndex[column{c.StageID, c.StepID}] - left
		if right == 0 {
			return column{t.at.StageID, t.at.StepID}
		}
		col := to[min(first+right, len(to)-1)]
		if c.StepID == "" && len(t.from.Steps[c.StageID]) > 0 {
			col.step = "" // it belonged to the stage as a whole
		}
		return col
	}
}

// sameColumns finds the stage of the map that a stage which was not copied is: by ID, title or
// place.
func (t *Fit) sameColumns(cards []journey.Card) {
	needed := map[journey.ID]bool{}
	for _, c := range cards {
		needed[c.StageID] = !t.copied[journey.Ref{Kind: journey.KindStage, ID: c.StageID}]
	}
	there := map[journey.ID]bool{}
	for _, s := range t.to.Stages {
		there[s.ID] = true
	}
	t.Stages = map[journey.ID]journey.ID{}
	taken := map[journey.ID]bool{}
	for _, s := range t.from.Stages {
		if needed[s.ID] && there[s.ID] {
			t.Stages[s.ID], taken[s.ID] = s.ID, true
		}
	}
	byTitle := map[string]journey.ID{}
	for _, s := range t.to.Stages {
		if k := NameKey(s.Title); k != "" && byTitle[k] == "" && !taken[s.ID] {
			byTitle[k] = s.ID
		}
	}
	for i, s := range t.from.Stages {
		if !needed[s.ID] || t.Stages[s.ID] != "" {
			continue
		}
		switch id := byTitle[NameKey(s.Title)]; {
		case id != "":
			t.Stages[s.ID] = id
			delete(byTitle, NameKey(s.Title))
		case i < len(t.to.Stages):
			t.Stages[s.ID] = t.to.Stages[i].ID
		default:
			t.MissingStages = append(t.MissingStages, s)
		}
	}
	t.column = func(c journey.Card) column {
		id := t.Stages[c.StageID]
		if id == "" {
			return column{}
		}
		return column{id, t.sameStep(c.StageID, c.StepID, id)}
	}
}

// sameStep returns the step of a stage of the map that is a step of another one: by ID, title or
// place; none if the stage has no such step.
func (t *Fit) sameStep(was, step, stage journey.ID) journey.ID {
	if step == "" {
		return ""
	}
	steps := t.to.Steps[stage]
	at, title := -1, ""
	for i, s := range t.from.Steps[was] {
		if s.ID == step {
			at, title = i, NameKey(s.Title)
		}
	}
	for _, s := range steps {
		if s.ID == step {
			return step
		}
	}
	for _, s := range steps {
		if title != "" && NameKey(s.Title) == title {
			return s.ID
		}
	}
	if at >= 0 && at < len(steps) {
		return steps[at].ID
	}
	return ""
}

// rowsBeside lets the topmost lane that cards were copied from be the one of t.at.
func (t *Fit) rowsBeside(used map[journey.ID]bool) {
	from, fromIndex := rowsOf(t.from, used)
	to, toIndex := rowsOf(t.to, map[journey.ID]bool{t.at.LaneID: true})
	top := len(from)
	for id := range used {
		top = min(top, fromIndex[id])
	}
	first := toIndex[t.at.LaneID]
	t.row = func(lane journey.ID) journey.ID { return to[min(first+fromIndex[lane]-top, len(to)-1)] }
}

// laneKey is what lanes are told apart by.
type laneKey struct {
	kind  journey.LaneKind
	title string // NameKey
}

// sameRows finds the lane of the map that a lane which was not copied is: by ID, by kind and
// title, or by kind.
func (t *Fit) sameRows(used map[journey.ID]bool) {
	needed := map[journey.ID]bool{}
	for id := range used {
		needed[id] = !t.copied[journey.Ref{Kind: journey.KindLane, ID: id}]
	}
	rows := map[journey.ID]journey.ID{}
	taken := map[journey.ID]bool{}
	match := func(key func(journey.Lane) laneKey, one func(journey.Lane) bool) {
		have := map[laneKey]journey.ID{}
		for _, l := range t.to.Lanes {
			if !taken[l.ID] && one(l) && have[key(l)] == "" {
				have[key(l)] = l.ID
			}
		}
		for _, l := range t.from.Lanes {
			if id := have[key(l)]; needed[l.ID] && rows[l.ID] == "" && one(l) && id != "" {
				rows[l.ID], taken[id] = id, true
				delete(have, key(l))
			}
		}
	}
	every := func(journey.Lane) bool { return true }
	match(func(l journey.Lane) laneKey { return laneKey{title: string(l.ID)} }, every)
	match(func(l journey.Lane) laneKey { return laneKey{l.LaneKind, NameKey(l.Title)} }, every)
	// What a lane of notes is about only its title says.
	match(func(l journey.Lane) laneKey { return laneKey{kind: l.LaneKind} },
		func(l journey.Lane) bool { return l.LaneKind != journey.LaneText && l.LaneKind != "" })
	for _, l := range t.from.Lanes {
		if needed[l.ID] && rows[l.ID] == "" {
			t.MissingLanes = append(t.MissingLanes, l)
		}
	}
	t.row = func(lane journey.ID) journey.ID { return rows[lane] }
}
