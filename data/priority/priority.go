// Package priority puts the pains of a map into a matrix of severity and impact, and its
// opportunities into one of effort and value: what stands in which cell, in which order it is worth
// taking up, and what nobody has rated yet.
//
// All of it are pure functions of a Project. A matrix has columns from left to right and rows from
// the bottom up, both counted from 1.
package priority

import (
	"cmp"
	"slices"

	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/register"
)

// Kind is one of the two matrices.
type Kind string

// The matrices.
const (
	Pains   Kind = "pains"   // severity to the right, impact upward
	Chances Kind = "chances" // effort to the right, value upward
)

// Kinds lists the matrices.
var Kinds = []Kind{Pains, Chances}

// Size returns how many columns and rows a matrix has.
func (k Kind) Size() (columns, rows int) {
	if k == Pains {
		return 3, 5
	}
	return 5, 5
}

// High returns the least column and the least row that count as high.
func (k Kind) High() (column, row int) {
	if k == Pains {
		return 2, insight.High
	}
	return insight.High, insight.High
}

// Lane is the kind of lane whose cards stand in the matrix.
func (k Kind) Lane() journey.LaneKind {
	if k == Pains {
		return journey.LanePains
	}
	return journey.LaneOpportunities
}

// Cell is a place in a matrix; 0 is a value that is not said.
type Cell struct{ Column, Row int }

// Rated reports whether both values are said.
func (c Cell) Rated() bool { return c.Column > 0 && c.Row > 0 }

// CellOf returns where a card stands. What is more than there is counts as the most.
func (k Kind) CellOf(c journey.Card) Cell {
	columns, rows := k.Size()
	at := Cell{c.Effort, c.Value}
	if k == Pains {
		at = Cell{c.Severity, c.Impact}
	}
	return Cell{min(max(at.Column, 0), columns), min(max(at.Row, 0), rows)}
}

// Rate gives a card the values of a cell.
func (k Kind) Rate(c *journey.Card, at Cell) {
	if k == Pains {
		c.Severity, c.Impact = at.Column, at.Row
		return
	}
	c.Effort, c.Value = at.Column, at.Row
}

// Has reports whether there is such a cell.
func (k Kind) Has(at Cell) bool {
	columns, rows := k.Size()
	return at.Column >= 1 && at.Row >= 1 && at.Column <= columns && at.Row <= rows
}

// Quadrant names a quarter of a matrix; "matrix.quadrant." + Quadrant is its key in assets/words.
type Quadrant string

// The quarters of the matrix of pains. Those of opportunities are insight's.
const (
	FixNow  Quadrant = "fixNow"  // severe, great impact
	FixNext Quadrant = "fixNext" // mild, great impact
	PlanFix Quadrant = "planFix" // severe, small impact
	Watch   Quadrant = "watch"   // mild, small impact
)

// Quarters lists the four of a matrix in the order in which they are worth taking up.
func (k Kind) Quarters() []Quadrant {
	if k == Pains {
		return []Quadrant{FixNow, FixNext, PlanFix, Watch}
	}
	var list []Quadrant
	for _, q := range insight.Quadrants[:4] {
		list = append(list, Quadrant(q))
	}
	return list
}

// QuadrantOf returns the quarter of a cell; empty where something is not said.
func (k Kind) QuadrantOf(at Cell) Quadrant {
	if !at.Rated() {
		return ""
	}
	if k == Chances {
		return Quadrant(insight.QuadrantOf(at.Row, at.Column))
	}
	column, row := k.High()
	switch {
	case at.Column >= column && at.Row >= row:
		return FixNow
	case at.Row >= row:
		return FixNext
	case at.Column >= column:
		return PlanFix
	}
	return Watch
}

// Entry is a card in a matrix.
type Entry struct {
	Card   journey.Card
	At     Cell
	Number int           // among those that are rated, from 1; 0: it is not
	Stage  int           // where its stage stands on the map, from 0
	Goal   journey.Stage // whose goal it serves; zero: none, or that stage has no goal
	Answer register.Progress
}

// Ref returns the card as a reference.
func (e Entry) Ref() journey.Ref { return journey.RefTo(e.Card) }

// Matrix is one matrix of a map.
type Matrix struct {
	Kind    Kind
	Map     journey.Map
	Stages  []journey.Stage
	Entries []Entry // those that are rated in the order in which they are worth taking up, then the others in that of the journey
	Aims    bool    // a stage of the map has a goal, so that an opportunity can serve one
}

// Of returns a matrix of a map; an empty one for a map that is not there.
func Of(p journey.Project, mapID journey.ID, k Kind) Matrix {
	m := Matrix{Kind: k}
	m.Map, _ = p.Maps.Get(mapID)
	m.Stages = p.StagesOf(mapID)
	place := make(map[journey.ID]int, len(m.Stages))
	for i, s := range m.Stages {
		place[s.ID] = i
		m.Aims = m.Aims || s.Goal != ""
	}
	lanes := map[journey.ID]int{}
	for i, l := range p.LanesOf(mapID) {
		if l.LaneKind == k.Lane() {
			lanes[l.ID] = i
		}
	}
	answered := register.Answered(p, "")
	step := map[journey.ID]int{}
	for _, s := range m.Stages {
		for i, st := range p.StepsOf(s.ID) {
			step[st.ID] = i + 1
		}
	}
	for c := range p.Cards.All() {
		if _, in := lanes[c.LaneID]; !in || c.MapID != mapID {
			continue // most are, of a large map
		}
		at, there := place[c.StageID]
		if !there || c.StepID != "" && step[c.StepID] == 0 {
			continue
		}
		e := Entry{Card: c, At: k.CellOf(c), Stage: at, Answer: answered[c.ID]}
		if goal, ok := p.Stages.Get(c.GoalID); ok && goal.Goal != "" {
			e.Goal = goal
		}
		m.Entries = append(m.Entries, e)
	}
	slices.SortFunc(m.Entries, func(a, b Entry) int {
		return cmp.Or(k.compare(a, b), cmp.Compare(a.Stage, b.Stage), cmp.Compare(step[a.Card.StepID], step[b.Card.StepID]),
			cmp.Compare(lanes[a.Card.LaneID], lanes[b.Card.LaneID]), journey.Compare(a.Card, b.Card))
	})
	for i := range m.Entries {
		if m.Entries[i].At.Rated() {
			m.Entries[i].Number = i + 1
		}
	}
	return m
}

// compare puts first what is worth taking up first: pains by their weight, opportunities by their
// quarter, then the greater value, then the smaller effort.
func (k Kind) compare(a, b Entry) int {
	if x, y := a.At.Rated(), b.At.Rated(); !x || !y {
		switch {
		case x == y:
			return 0
		case x:
			return -1
		}
		return 1
	}
	if k == Pains {
		return cmp.Compare(b.At.Column*b.At.Row, a.At.Column*a.At.Row)
	}
	quarters := k.Quarters()
	return cmp.Or(cmp.Compare(slices.Index(quarters, k.QuadrantOf(a.At)), slices.Index(quarters, k.QuadrantOf(b.At))),
		cmp.Compare(b.At.Row, a.At.Row), cmp.Compare(a.At.Column, b.At.Column))
}

// Only returns the matrix with the cards of one stage alone; numbers stay as they are.
func (m Matrix) Only(stage journey.ID) Matrix {
	if stage == "" {
		return m
	}
	kept := make([]Entry, 0, len(m.Entries))
	for _, e := range m.Entries {
		if e.Card.StageID == stage {
			kept = append(kept, e)
		}
	}
	m.Entries = kept
	return m
}

// Rated returns those that stand in a cell.
func (m Matrix) Rated() []Entry { return m.Entries[:m.rated()] }

// Unrated returns those that nobody has rated yet.
func (m Matrix) Unrated() []Entry { return m.Entries[m.rated():] }

func (m Matrix) rated() int {
	i := slices.IndexFunc(m.Entries, func(e Entry) bool { return e.Number == 0 })
	if i < 0 {
		return len(m.Entries)
	}
	return i
}

// In returns those in a cell.
func (m Matrix) In(at Cell) []Entry {
	var list []Entry
	for _, e := range m.Rated() {
		if e.At == at {
			list = append(list, e)
		}
	}
	return list
}

// Entry returns the entry of a card.
func (m Matrix) Entry(card journey.ID) (Entry, bool) {
	for _, e := range m.Entries {
		if e.Card.ID == card {
			return e, true
		}
	}
	return Entry{}, false
}

// Aimless reports whether an opportunity serves no goal, although the map has some.
func (m Matrix) Aimless(e Entry) bool {
	return m.Kind == Chances && m.Aims && e.Goal.ID == ""
}
