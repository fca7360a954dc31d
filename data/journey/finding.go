package journey

import (
	"strings"

	"jejak/assets/words"
)

// Code says what sort of fault a Finding is.
type Code string

// The codes. "finding." + Code is the key of the message in assets/words.
const (
	NoID         Code = "noID"         // the ID is empty
	Missing      Code = "missing"      // a reference to something that is not there
	WrongKind    Code = "wrongKind"    // a reference to a kind that does not belong there
	OtherMap     Code = "otherMap"     // a reference to something on another map
	OtherStage   Code = "otherStage"   // a card in a step of another stage
	ToItself     Code = "toItself"     // a reference to the record itself
	NotOnMap     Code = "notOnMap"     // a curve of a persona who is not on the map
	Twice        Code = "twice"        // something that there may only be one of
	BadWord      Code = "badWord"      // a word outside its vocabulary
	BadNumber    Code = "badNumber"    // a number outside its range, or no number
	BadDate      Code = "badDate"      // not YYYY-MM-DD
	BadColor     Code = "badColor"     // not #RRGGBB
	BadRange     Code = "badRange"     // a metric whose least value is above its greatest
	CommentCycle Code = "commentCycle" // comments that answer each other in a circle
)

// Finding is one fault in a project.
type Finding struct {
	Ref   Ref    // the record it is in
	Name  string // what a person calls the record; may be empty
	Code  Code
	Field string // json tag of the field; empty if it is about the record as a whole
	Value string // what stands there, as text; empty where that helps nobody
}

// Text returns the finding as one line in a language.
func (f Finding) Text(w *words.Table) string {
	args := words.Args{
		"Kind":  w.T("finding.kind." + string(f.Ref.Kind)),
		"Name":  w.T("finding.unnamed"),
		"Value": shortened(f.Value),
		"Field": "",
	}
	if name := shortened(f.Name); name != "" {
		args["Name"] = w.F("finding.named", words.Args{"Name": name})
	}
	if f.Field != "" {
		args["Field"] = w.T("finding.field." + f.Field)
	}
	return w.F("finding."+string(f.Code), args)
}

// shortened makes one line of at most 60 characters of s.
func shortened(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(CleanText(s)), " ")
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// NameOf returns what a person calls a record; empty where it is not called anything.
func NameOf(rec Record) string {
	switch r := rec.(type) {
	case Info:
		return r.Title
	case Image:
		return r.Name
	case Tag:
		return r.Name
	case Channel:
		return r.Name
	case Persona:
		return r.Name
	case Metric:
		return r.Name
	case Map:
		return r.Title
	case Stage:
		return r.Title
	case Step:
		return r.Title
	case Lane:
		if r.Title == "" {
			return string(r.LaneKind)
		}
		return r.Title
	case Card:
		if r.Title == "" {
			return r.Text
		}
		return r.Title
	case Point:
		return r.Note
	case Link:
		return r.Label
	case Action:
		return r.Title
	case Comment:
		return r.Text
	}
	return ""
}
