package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// SetTitle sets what a record is called on the map: the title, a name, or the label of a link. It
// refuses kinds that are not called anything.
func SetTitle(tx *Tx, ref journey.Ref, s string) error {
	return setText(tx, "set title", ref, record.CleanTitle(s), record.WithTitle)
}

// SetText sets the longer text of a record: scenario, goal, hint, text, quote or note. It refuses
// kinds that have none.
func SetText(tx *Tx, ref journey.Ref, s string) error {
	return setText(tx, "set text", ref, journey.CleanText(s), record.WithText)
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
