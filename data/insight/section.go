package insight

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"jejak/data/journey"
)

// section is one stage with what stands in it: all that the rules that look no further need.
type section struct {
	project journey.Project
	today   time.Time // zero: not known
	stage   journey.Stage
	cards   []placed // in the order of the journey
	places  []journey.Ref
	about   about
}

// placed is a card with the kind of the lane it stands in.
type placed struct {
	*journey.Card
	in journey.LaneKind
}

// about finds what refers to a place or card.
type about struct {
	points   map[journey.Ref][]journey.ID
	measured map[journey.Ref][]journey.ID
	actions  map[journey.ID][]journey.ID
}

// lane is what the rules know of a lane.
type lane struct {
	place int
	kind  journey.LaneKind
}

// newSection gathers a stage from the IDs of its steps and cards, which may come in any order. It
// leaves out what stands in no cell of the map.
func newSection(p journey.Project, stage journey.Stage, stepIDs, cardIDs []journey.ID, lanes map[journey.ID]lane) *section {
	s := &section{project: p, stage: stage}
	steps := make([]journey.Step, 0, len(stepIDs))
	for _, id := range stepIDs {
		if st, ok := p.Steps.Get(id); ok {
			steps = append(steps, st)
		}
	}
	slices.SortFunc(steps, journey.Compare)
	column := map[journey.ID]int{"": 0}
	for i, st := range steps {
		column[st.ID] = i + 1
	}
	type standing struct {
		card         journey.Card
		column, lane int
		kind         journey.LaneKind
	}
	all := make([]standing, 0, len(cardIDs))
	for _, id := range cardIDs {
		c, ok := p.Cards.Get(id)
		l, in := lanes[c.LaneID]
		at, there := column[c.StepID]
		if ok && in && there {
			all = append(all, standing{c, at, l.place, l.kind})
		}
	}
	order := make([]*standing, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	slices.SortFunc(order, func(a, b *standing) int {
		return cmp.Or(cmp.Compare(a.column, b.column), cmp.Compare(a.lane, b.lane),
			cmp.Compare(a.card.Rank, b.card.Rank), cmp.Compare(a.card.ID, b.card.ID))
	})
	s.places = append(s.places, journey.RefTo(stage))
	s.cards = make([]placed, len(order))
	next := 0
	for i := 0; i <= len(steps); i++ {
		if i > 0 {
			s.places = append(s.places, journey.RefTo(steps[i-1]))
		}
		for ; next < len(order) && order[next].column == i; next++ {
			s.cards[next] = placed{&order[next].card, order[next].kind}
			s.places = append(s.places, s.cards[next].ref())
		}
	}
	return s
}

// ref points at the card; journey.RefTo would copy all of it.
func (c placed) ref() journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: c.ID} }

// of yields the cards in lanes of one kind.
func (s *section) of(kind journey.LaneKind) iter.Seq[placed] {
	return func(yield func(placed) bool) {
		for _, c := range s.cards {
			if c.in == kind && !yield(c) {
				return
			}
		}
	}
}

// answered reports whether an action that was not dropped answers a card.
func (s *section) answered(id journey.ID) bool {
	return slices.ContainsFunc(s.about.actions[id], func(id journey.ID) bool {
		a, ok := s.project.Actions.Get(id)
		return ok && a.Status != journey.StatusDropped
	})
}

// day reads a date; false for none and for what is no date.
func day(date string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, date)
	return t, err == nil
}

// daysBetween counts whole days; both are midnights of UTC.
func daysBetween(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }
