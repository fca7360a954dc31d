package register

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/cases"

	"jejak/data/journey"
)

// Query is what of a register a person wants to see, and in which order. The zero value is all of
// it, in the order of the project.
type Query struct {
	Status     journey.Status // empty: any
	Owner      string         // empty: anybody
	Department string         // empty: any
	Map        journey.ID     // empty: all; else what answers a card of that map
	Overdue    bool           // only what is late
	Text       string         // that title, note or what is answered must hold; empty: any
	By         Column         // empty: the order of the project
	Down       bool           // the other way round
}

// Narrow reports whether the query leaves something out.
func (q Query) Narrow() bool {
	return q.Status != "" || q.Owner != "" || q.Department != "" || q.Map != "" || q.Overdue || q.Text != ""
}

// Ask returns the rows that a query wants. What has nothing in the column that they are ordered by
// comes last, whichever way round; equal rows stay in the order of the project.
func Ask(rows []Row, q Query) []Row {
	text := fold(q.Text)
	kept := make([]Row, 0, len(rows))
	for _, r := range rows {
		a := r.Action
		switch {
		case q.Status != "" && a.Status != q.Status,
			q.Owner != "" && fold(a.Owner) != fold(q.Owner),
			q.Department != "" && fold(a.Department) != fold(q.Department),
			q.Map != "" && r.Card.MapID != q.Map,
			q.Overdue && r.Late == 0,
			text != "" && !strings.Contains(fold(a.Title+"\n"+a.Note+"\n"+r.Card.Title), text):
			continue
		}
		kept = append(kept, r)
	}
	if q.By == "" {
		if q.Down {
			slices.Reverse(kept)
		}
		return kept
	}
	slices.SortStableFunc(kept, func(a, b Row) int {
		x, y := sortKey(a, q.By), sortKey(b, q.By)
		switch {
		case x == "" || y == "":
			return cmp.Compare(boolToInt(x == ""), boolToInt(y == ""))
		case q.Down:
			return cmp.Compare(y, x)
		}
		return cmp.Compare(x, y)
	})
	return kept
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sortKey is what rows are ordered by: texts whatever their case, the status as things go on.
func sortKey(r Row, by Column) string {
	if by == Status {
		i := slices.Index(journey.Statuses, r.Action.Status)
		if i < 0 {
			return ""
		}
		return string(rune('a' + i))
	}
	return fold(Field(r, by))
}

// Field returns what stands in a column as it is stored; for Answers, the title of the card.
func Field(r Row, c Column) string {
	switch c {
	case Title:
		return r.Action.Title
	case Owner:
		return r.Action.Owner
	case Department:
		return r.Action.Department
	case Status:
		return string(r.Action.Status)
	case Due:
		return r.Action.Due
	case Answers:
		return r.Card.Title
	case Note:
		return r.Action.Note
	}
	return ""
}

// fold makes texts that differ in case and space alone the same.
func fold(s string) string { return cases.Fold().String(strings.Join(strings.Fields(s), " ")) }

// Known lists what stands in a column, each once, in the order of the alphabet: the owners there
// are, the departments.
func Known(rows []Row, c Column) []string {
	var list []string
	seen := map[string]bool{}
	for _, r := range rows {
		s := strings.Join(strings.Fields(Field(r, c)), " ")
		if key := fold(s); s != "" && !seen[key] {
			seen[key] = true
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(fold(a), fold(b)), cmp.Compare(a, b)) })
	return list
}
