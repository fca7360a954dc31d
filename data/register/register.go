// Package register tells what the register of actions of a project says: its lines as a person
// asks for them, how far the team has come, and which actions answer a card.
//
// All of it are pure functions of a Project and a day, "YYYY-MM-DD"; where the day is empty nothing
// is late.
package register

import (
	"time"

	"jejak/data/journey"
)

// Row is a line of the register.
type Row struct {
	Action journey.Action
	Card   journey.Card // what it answers; zero: nothing
	Late   int          // days; 0: it is not late
}

// Column is a field of the register that a person sees.
type Column string

// The columns.
const (
	Title      Column = "title"
	Owner      Column = "owner"
	Department Column = "department"
	Status     Column = "status"
	Due        Column = "due"
	Answers    Column = "answers"
	Note       Column = "note"
)

// Columns lists the columns in their order.
var Columns = []Column{Title, Owner, Department, Status, Due, Answers, Note}

// All returns the register in the order of the project.
func All(p journey.Project, today string) []Row {
	actions := p.ActionsInOrder()
	rows := make([]Row, len(actions))
	for i, a := range actions {
		rows[i] = Row{Action: a, Late: Late(a, today)}
		rows[i].Card, _ = p.Cards.Get(a.CardID)
	}
	return rows
}

// Late returns by how many days an action is late: it is due before today, and neither done nor
// dropped.
func Late(a journey.Action, today string) int {
	if a.Status == journey.StatusDone || a.Status == journey.StatusDropped {
		return 0
	}
	due, err := time.Parse(time.DateOnly, a.Due)
	if err != nil {
		return 0
	}
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		return 0
	}
	return max(int(now.Sub(due)/(24*time.Hour)), 0)
}

// Progress is how far a number of actions have come. What was dropped does not count.
type Progress struct {
	Total, Done, Doing, Late int
}

// add counts one more.
func (p *Progress) add(a journey.Action, late bool) {
	if a.Status == journey.StatusDropped {
		return
	}
	p.Total++
	switch a.Status {
	case journey.StatusDone:
		p.Done++
	case journey.StatusDoing:
		p.Doing++
	}
	if late {
		p.Late++
	}
}

// Sum returns how far the actions of some rows have come.
func Sum(rows []Row) Progress {
	var p Progress
	for _, r := range rows {
		p.add(r.Action, r.Late > 0)
	}
	return p
}

// Of returns how far some actions have come; none is late.
func Of(actions []journey.Action) Progress {
	var p Progress
	for _, a := range actions {
		p.add(a, false)
	}
	return p
}

// Answered tells of each card that actions answer how far they have come.
func Answered(p journey.Project, today string) map[journey.ID]Progress {
	all := map[journey.ID]Progress{}
	for a := range p.Actions.All() {
		if a.CardID == "" {
			continue
		}
		sum := all[a.CardID]
		sum.add(a, Late(a, today) > 0)
		all[a.CardID] = sum
	}
	return all
}

// Outcome says it in a word: met when all is done, partly when something is done or being done,
// unmet when nothing is yet, unknown when there are no actions.
func (p Progress) Outcome() journey.Outcome {
	switch {
	case p.Total == 0:
		return journey.OutcomeUnknown
	case p.Done == p.Total:
		return journey.OutcomeMet
	case p.Done > 0 || p.Doing > 0:
		return journey.OutcomePartly
	}
	return journey.OutcomeUnmet
}
