// Package mend makes a sound project of one that contradicts itself, as what is read from a damaged
// file does: it keeps all that can stand and says what could not.
package mend

import (
	"fmt"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Code says what sort of loss a Loss is. "cli.lost." + Code is the key of its sentence.
type Code string

// The codes.
const (
	Gone    Code = "gone"    // an element could not be read at all
	More    Code = "more"    // Count elements more could not
	Emptied Code = "emptied" // one field of an element could not be read
	Altered Code = "altered" // a text has places that could not be read, shown as �
	Cleared Code = "cleared" // a field made no sense and was emptied: see Finding
	Dropped Code = "dropped" // an element made no sense and was left out: see Finding
	StandIn Code = "standIn" // an element is gone; an empty one stands in for what belongs to it
	Moved   Code = "moved"   // a comment was moved to its map, for what it was about is gone
	Pages   Code = "pages"   // Count parts of the file could not be read
	Rows    Code = "rows"    // Count rows were read that fit nowhere
	Strange Code = "strange" // Count rows or columns of a newer version that cannot be kept
	Doubt   Code = "doubt"   // all could be read, but it is not what was saved
)

// Codes lists every Code.
var Codes = []Code{Gone, More, Emptied, Altered, Cleared, Dropped, StandIn, Moved, Pages, Rows, Strange, Doubt}

// Loss is one thing that was lost or had to be changed.
type Loss struct {
	Code    Code
	Ref     journey.Ref // the element it is about; may be zero
	Name    string      // what a person calls it; empty where that is not known
	Field   string      // of Emptied and Altered: the json tag of the field
	Finding *journey.Finding
	Count   int
}

// Text returns the loss as one line in a language.
func (l Loss) Text(w *words.Table) string {
	args := words.Args{"Name": w.T("finding.unnamed"), "Field": l.Field}
	if l.Finding != nil {
		args["Finding"] = l.Finding.Text(w)
	}
	if l.Ref.Kind != "" {
		args["Kind"] = w.T("finding.kind." + string(l.Ref.Kind))
	}
	switch {
	case l.Name != "":
		args["Name"] = w.F("finding.named", words.Args{"Name": l.Name})
	case l.Ref.ID != "":
		args["Name"] = fmt.Sprintf("(%s)", l.Ref.ID)
	}
	key := "cli.lost." + string(l.Code)
	if l.Count > 0 {
		return w.N(key, l.Count, args)
	}
	return w.F(key, args)
}

// About returns a Loss that is about a record.
func About(code Code, rec journey.Record) Loss {
	return Loss{Code: code, Ref: journey.RefTo(rec), Name: journey.NameOf(rec)}
}
