package exchange

import (
	"slices"
	"strings"

	"jejak/assets/words"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// FragmentText returns what other programs get of a fragment: the titles of its cards, each on a
// line; of cards from several cells a table that FormatTable writes, a row for each lane and a
// column for each stage or step from the first to the last they stand in. Copied stages and lanes
// give a table with their titles at the top and at the left. Of what has no title the text
// stands for it. The language is that of the names of lanes without a title.
func FragmentText(f fragment.Fragment, w *words.Table) string {
	g := gridOf(f)
	if len(g.columns) == 1 && len(g.rows) == 1 && !f.Whole() {
		return g.cell(0, 0)
	}
	var rows [][]string
	if f.Whole() && len(g.columns) > 0 {
		head := []string{""}
		for c := range g.columns {
			head = append(head, g.heading(c))
		}
		if len(g.rows) == 0 { // stages without cards
			return FormatTable([][]string{head[1:]})
		}
		rows = append(rows, head)
	}
	for r, l := range g.rows {
		row := g.row(r)
		if f.Whole() {
			row = append([]string{laneTitle(l, w)}, row...)
		}
		rows = append(rows, row)
	}
	return FormatTable(rows)
}

func laneTitle(l journey.Lane, w *words.Table) string {
	if l.Title == "" && slices.Contains(journey.LaneKinds, l.LaneKind) {
		return w.T("map.lane." + string(l.LaneKind))
	}
	return l.Title
}

// grid is the part of a map that a fragment covers.
type grid struct {
	x       *journey.Index
	columns []journey.CellKey // without a lane
	rows    []journey.Lane
}

// gridOf cuts a map down to what a fragment covers: what was copied as a whole and what holds
// cards; of cards alone also what lies between them.
func gridOf(f fragment.Fragment) grid {
	chosen := make(map[journey.Ref]bool, len(f.Chosen()))
	for _, ref := range f.Chosen() {
		chosen[ref] = true
	}
	g := grid{x: f.Index()}
	columns, rows := map[journey.CellKey]bool{}, map[journey.ID]bool{}
	for _, c := range g.x.CardsInOrder() {
		rows[c.LaneID] = true
		columns[g.columnOf(c)] = true
	}
	g.columns = covered(g.x.Columns(), !f.Whole(), func(c journey.CellKey) bool {
		return columns[c] || chosen[journey.Ref{Kind: journey.KindStage, ID: c.StageID}]
	})
	seen := slices.DeleteFunc(slices.Clone(g.x.Lanes), func(l journey.Lane) bool {
		return !rows[l.ID] && !chosen[journey.RefTo(l)] && (l.Hidden || l.LaneKind == journey.LaneEmotions)
	})
	g.rows = covered(seen, !f.Whole(), func(l journey.Lane) bool { return rows[l.ID] || chosen[journey.RefTo(l)] })
	return g
}

// covered returns what is wanted of a list, and what lies between if that is wanted too.
func covered[T any](list []T, between bool, wanted func(T) bool) []T {
	var found, pending []T
	for _, v := range list {
		switch {
		case wanted(v):
			found = append(append(found, pending...), v)
			pending = nil
		case between && len(found) > 0:
			pending = append(pending, v)
		}
	}
	return found
}

// columnOf returns the column a card stands in: one that belongs to a stage as a whole stands in
// its first.
func (g grid) columnOf(c journey.Card) journey.CellKey {
	if steps := g.x.Steps[c.StageID]; c.StepID == "" && len(steps) > 0 {
		return journey.CellKey{StageID: c.StageID, StepID: steps[0].ID}
	}
	return journey.CellKey{StageID: c.StageID, StepID: c.StepID}
}

// heading returns the title of a column: that of the stage, and that of the step behind it.
func (g grid) heading(c int) string {
	col := g.columns[c]
	title := ""
	for _, s := range g.x.Stages {
		if s.ID == col.StageID {
			title = s.Title
		}
	}
	for _, st := range g.x.Steps[col.StageID] {
		if st.ID == col.StepID && st.Title != "" {
			return title + " · " + st.Title
		}
	}
	return title
}

func (g grid) row(r int) []string {
	cells := make([]string, len(g.columns))
	for c := range cells {
		cells[c] = g.cell(c, r)
	}
	return cells
}

// cell returns the cards of a cell, each on a line.
func (g grid) cell(c, r int) string {
	at := g.columns[c]
	at.LaneID = g.rows[r].ID
	cards := g.x.Cards[at]
	if steps := g.x.Steps[at.StageID]; len(steps) > 0 && steps[0].ID == at.StepID {
		whole := at
		whole.StepID = ""
		cards = append(slices.Clone(g.x.Cards[whole]), cards...)
	}
	titles := make([]string, len(cards))
	for i, card := range cards {
		titles[i] = journey.NameOf(card)
	}
	return strings.Join(titles, "\n")
}
