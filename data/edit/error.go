package edit

import (
	"fmt"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Reason says why an edit was refused. "history.refused." + Reason is its key in assets/words.
type Reason string

// The reasons.
const (
	NotThere   Reason = "notThere"   // the record named is not in the project
	OtherMap   Reason = "otherMap"   // the records belong to different maps
	OtherStage Reason = "otherStage" // the step belongs to another stage
	OtherCell  Reason = "otherCell"  // the record to stand before is somewhere else
	Unknown    Reason = "unknown"    // a word outside its vocabulary, or a kind that does not fit
	Taken      Reason = "taken"      // there is one already
	ToItself   Reason = "toItself"   // a link from a card to itself
	Fixed      Reason = "fixed"      // this cannot be changed or removed
	Range      Reason = "range"      // a number, date or colour that cannot be
	Nothing    Reason = "nothing"    // no records were named
)

// Error is an edit that was refused. The Tx is as it was before the edit.
type Error struct {
	Do     string // what was being done, in English: "move cards"
	Reason Reason
	Ref    journey.Ref // what it failed at; may be zero
	Detail string      // more in English, for a log; may be empty
}

// Error makes *Error an error.
func (e *Error) Error() string {
	s := fmt.Sprintf("%s: %s", e.Do, reasons[e.Reason])
	if !e.Ref.IsZero() {
		s += fmt.Sprintf(" (%s %q)", e.Ref.Kind, e.Ref.ID)
	}
	if e.Detail != "" {
		s += ": " + e.Detail
	}
	return s
}

// Text returns what a person reads about it, in a language.
func (e *Error) Text(w *words.Table) string { return w.T(e.Key()) }

// Key returns the key of what a person reads about it in assets/words.
func (e *Error) Key() string { return "history.refused." + string(e.Reason) }

var reasons = map[Reason]string{
	NotThere:   "it is not there",
	OtherMap:   "it belongs to another map",
	OtherStage: "the step belongs to another stage",
	OtherCell:  "what it should stand before is somewhere else",
	Unknown:    "that is not a word of the field here",
	Taken:      "there is one already",
	ToItself:   "a card cannot lead to itself",
	Fixed:      "that cannot be changed",
	Range:      "the value is out of range",
	Nothing:    "nothing was named",
}

func refuse(do string, why Reason, kind journey.Kind, id journey.ID) error {
	return &Error{Do: do, Reason: why, Ref: journey.Ref{Kind: kind, ID: id}}
}

// find returns a record by ID, or the error that it is not there.
func find[T journey.Record](tx *Tx, do string, id journey.ID) (T, error) {
	var zero T
	rec, ok := tx.project.Get(journey.Ref{Kind: zero.Kind(), ID: id})
	if !ok {
		return zero, refuse(do, NotThere, zero.Kind(), id)
	}
	return rec.(T), nil
}
