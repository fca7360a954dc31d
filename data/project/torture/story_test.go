package torture

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// story is a series of edits that is the same every time: the state after each is known by its
// number, which the title of the project says.
type story struct {
	states []journey.Project
	step   project.Step // the last
}

func newStory(touchpoints int) *story {
	return &story{states: []journey.Project{numbered(journeytest.Big(touchpoints), 0)}}
}

func numbered(p journey.Project, n int) journey.Project {
	in := p.Info()
	in.Title = fmt.Sprintf("state %d", n)
	return p.With(in)
}

// number is the number of a state, −1 if it has none.
func number(p journey.Project) int {
	n, err := strconv.Atoi(strings.TrimPrefix(p.Info().Title, "state "))
	if err != nil {
		return -1
	}
	return n
}

func (s *story) last() journey.Project { return s.states[len(s.states)-1] }

// next makes one more state: a changed title, a new card, or a card that goes.
func (s *story) next() {
	n, p := len(s.states), s.last()
	q := numbered(p, n)
	cards := sorted(p)
	card := cards[n*7%len(cards)]
	switch {
	case n%9 == 4:
		card.ID, card.Title, card.Text = journey.ID(fmt.Sprintf("card-%d", n)), "new", strings.Repeat("word ", n*13%900)
		q = q.With(card)
	case n%9 == 8:
		gone := journey.Ref{Kind: journey.KindCard, ID: journey.ID(fmt.Sprintf("card-%d", n-4))}
		q = q.Without(gone)
	default:
		card.Title = fmt.Sprintf("edit %d", n)
		q = q.With(card)
	}
	s.step = project.Step{Label: project.Label{Key: "history.update", Name: fmt.Sprint(n)}, Diff: journey.Between(p, q)}
	s.states = append(s.states, q)
}

// keep makes the next edit in a file.
func (s *story) keep(f *project.File) error {
	s.next()
	return f.Keep(project.Forward, s.step, time.UnixMilli(1700000000000+int64(len(s.states))))
}

func sorted(p journey.Project) []journey.Card {
	var cards []journey.Card
	for _, m := range p.MapsInOrder() {
		cards = append(cards, journey.NewIndex(p, m.ID).CardsInOrder()...)
	}
	return cards
}

// is reports whether p is exactly the state that its title says, and which.
func (s *story) is(p journey.Project) (int, error) {
	n := number(p)
	if n < 0 || n >= len(s.states) {
		return n, fmt.Errorf("its title is %q: no state there ever was", p.Info().Title)
	}
	if d := journey.Between(s.states[n], p); !d.IsEmpty() {
		return n, fmt.Errorf("it is not state %d: %+v", n, d)
	}
	return n, nil
}
