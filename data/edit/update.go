package edit

import (
	"slices"

	"jejak/data/edit/record"
	"jejak/data/journey"
)

// Update changes any field of a record but its ID and where it belongs: that is what the moves
// are for. f gets a copy of its own, slices included; texts are cleaned after it. It refuses
// values that journey.Validate would object to and did not before. A picture that was shown here
// alone and is not any more goes from the project.
func Update[T journey.Record](tx *Tx, id journey.ID, f func(*T)) error {
	const do = "change"
	old, err := find[T](tx, do, id)
	if err != nil {
		return err
	}
	rec := old
	record.Own(&rec)
	f(&rec)
	if rec.RecordID() != id || !slices.Equal(home(old), home(rec)) {
		return refuse(do, Fixed, old.Kind(), id)
	}
	if err := putChecked(tx, do, old, rec); err != nil {
		return err
	}
	return dropReplaced(tx, old, rec)
}

// home lists the references that say where a record belongs. Those of the kinds left out may be
// changed: they only say what the record speaks of.
func home(rec journey.Record) []journey.Reference {
	switch rec.(type) {
	case journey.Link, journey.Measurement, journey.Action, journey.Comment:
		return nil
	}
	var list []journey.Reference
	journey.EachReference(rec, func(r journey.Reference) {
		if r.Required {
			list = append(list, r)
		}
	})
	return list
}

// putChecked puts rec in if accept lets it.
func putChecked(tx *Tx, do string, old, rec journey.Record) error {
	rec, err := accept(tx, do, old, rec)
	if err != nil {
		return err
	}
	if old == nil || !journey.Equal(old, rec) {
		tx.Put(rec)
	}
	return nil
}

// accept returns rec with its texts cleaned. It refuses a record that would bring a finding which
// old (nil for a new record) does not have.
func accept(tx *Tx, do string, old, rec journey.Record) (journey.Record, error) {
	rec = record.Cleaned(rec)
	var before []journey.Finding
	if old != nil {
		before = journey.Check(tx.project, old)
	}
	// A new record need not be there to be checked, nor one that keeps its ID: Check reads what
	// it is given.
	for _, now := range journey.Check(tx.project, rec) {
		known := slices.ContainsFunc(before, func(f journey.Finding) bool {
			return f.Code == now.Code && f.Field == now.Field
		})
		if !known {
			return nil, &Error{Do: do, Reason: reasonOf(now), Ref: now.Ref, Detail: now.Field}
		}
	}
	if c, ok := rec.(journey.Comment); ok && answersItself(tx.project, c) {
		return nil, &Error{Do: do, Reason: ToItself, Ref: journey.RefTo(c), Detail: "reply_id"}
	}
	return rec, nil
}

// answersItself reports whether the chain of comments that c answers comes back to c.
func answersItself(p journey.Project, c journey.Comment) bool {
	at := c
	for range p.Comments.Len() {
		next, ok := p.Comments.Get(at.ReplyID)
		if !ok {
			return false
		}
		if next.ID == c.ID {
			return true
		}
		at = next
	}
	return false
}

func reasonOf(f journey.Finding) Reason {
	switch f.Code {
	case journey.Missing:
		return NotThere
	case journey.OtherMap:
		return OtherMap
	case journey.ToItself:
		return ToItself
	case journey.Twice:
		return Taken
	case journey.OtherStage:
		return OtherStage
	case journey.BadWord, journey.WrongKind:
		return Unknown
	}
	return Range
}
