package edit

import (
	"strings"

	"jejak/data/journey"
)

// cleanTitle is CleanText without white space at either end.
func cleanTitle(s string) string { return strings.TrimSpace(journey.CleanText(s)) }

// SetTitle sets what a record is called on the map: the title, a name, or the label of a link. It
// refuses kinds that are not called anything.
func SetTitle(tx *Tx, ref journey.Ref, s string) error {
	return setText(tx, "set title", ref, cleanTitle(s), titleOf)
}

// SetText sets the longer text of a record: scenario, goal, hint, text, quote or note. It refuses
// kinds that have none.
func SetText(tx *Tx, ref journey.Ref, s string) error {
	return setText(tx, "set text", ref, journey.CleanText(s), textOf)
}

func setText(tx *Tx, do string, ref journey.Ref, s string, with func(journey.Record, string) (journey.Record, bool)) error {
	rec, ok := tx.project.Get(ref)
	if !ok {
		return refuse(do, NotThere, ref.Kind, ref.ID)
	}
	next, ok := with(rec, s)
	if !ok {
		return refuse(do, Fixed, ref.Kind, ref.ID)
	}
	if !journey.Equal(rec, next) {
		tx.Put(next)
	}
	return nil
}

func titleOf(rec journey.Record, s string) (journey.Record, bool) {
	switch r := rec.(type) {
	case journey.Info:
		r.Title = s
		return r, true
	case journey.Image:
		r.Name = s
		return r, true
	case journey.Tag:
		r.Name = s
		return r, true
	case journey.Channel:
		r.Name = s
		return r, true
	case journey.Persona:
		r.Name = s
		return r, true
	case journey.Metric:
		r.Name = s
		return r, true
	case journey.Map:
		r.Title = s
		return r, true
	case journey.Stage:
		r.Title = s
		return r, true
	case journey.Step:
		r.Title = s
		return r, true
	case journey.Lane:
		r.Title = s
		return r, true
	case journey.Card:
		r.Title = s
		return r, true
	case journey.Link:
		r.Label = s
		return r, true
	case journey.Action:
		r.Title = s
		return r, true
	}
	return rec, false
}

func textOf(rec journey.Record, s string) (journey.Record, bool) {
	switch r := rec.(type) {
	case journey.Info:
		r.Note = s
		return r, true
	case journey.Image:
		r.Alt = s
		return r, true
	case journey.Channel:
		r.Note = s
		return r, true
	case journey.Persona:
		r.Quote = s
		return r, true
	case journey.Map:
		r.Scenario = s
		return r, true
	case journey.Stage:
		r.Goal = s
		return r, true
	case journey.Step:
		r.Note = s
		return r, true
	case journey.Lane:
		r.Hint = s
		return r, true
	case journey.Card:
		r.Text = s
		return r, true
	case journey.Point:
		r.Note = s
		return r, true
	case journey.Action:
		r.Note = s
		return r, true
	case journey.Comment:
		r.Text = s
		return r, true
	}
	return rec, false
}
