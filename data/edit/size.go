package edit

import (
	"math"

	"jejak/data/journey"
)

// The sizes that can be set, in points. What is less or more is brought to them.
const (
	LeastWidth = 60   // of a stage or step
	MostSize   = 4000 // of anything
)

// SetWidth sets how wide a stage or step is, in points; 0 leaves it to the style. A stage that has
// steps is as wide as they are: its own width only counts once they are gone.
func SetWidth(tx *Tx, ref journey.Ref, points float64) error {
	const do = "set width"
	if err := checkSize(do, ref, points); err != nil {
		return err
	}
	if points > 0 {
		points = min(max(points, LeastWidth), MostSize)
	}
	switch ref.Kind {
	case journey.KindStage:
		return Update(tx, ref.ID, func(s *journey.Stage) { s.Width = points })
	case journey.KindStep:
		return Update(tx, ref.ID, func(s *journey.Step) { s.Width = points })
	}
	return refuse(do, Unknown, ref.Kind, ref.ID)
}

// SetHeight sets how high a lane is at least, in points; 0 leaves it to its content.
func SetHeight(tx *Tx, laneID journey.ID, points float64) error {
	ref := journey.Ref{Kind: journey.KindLane, ID: laneID}
	if err := checkSize("set height", ref, points); err != nil {
		return err
	}
	return Update(tx, laneID, func(l *journey.Lane) { l.Height = min(points, MostSize) })
}

func checkSize(do string, ref journey.Ref, points float64) error {
	if math.IsNaN(points) || points < 0 {
		return refuse(do, Range, ref.Kind, ref.ID)
	}
	return nil
}

// SetSpan has a card cover so many columns, as far as there are any to its right. One is the least.
func SetSpan(tx *Tx, cardID journey.ID, columns int) error {
	c, err := find[journey.Card](tx, "set span", cardID)
	if err != nil {
		return err
	}
	columns = max(1, min(columns, columnsFrom(tx.project, c)))
	if max(c.Span, 1) == columns {
		return nil
	}
	return Update(tx, cardID, func(c *journey.Card) { c.Span = columns })
}

// columnsFrom counts the columns of a map from a card's own to the last.
func columnsFrom(p journey.Project, c journey.Card) int {
	n, found := 0, false
	for _, s := range p.StagesOf(c.MapID) {
		steps := p.StepsOf(s.ID)
		if len(steps) == 0 {
			steps = []journey.Step{{}}
		}
		for _, st := range steps {
			found = found || s.ID == c.StageID && (c.StepID == "" || c.StepID == st.ID)
			if found {
				n++
			}
		}
	}
	return n
}
