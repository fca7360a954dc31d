package editor

import (
	"errors"

	"jejak/app/editor/status"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// tally is what the map holds, counted once for each state of the facts.
type tally struct {
	revision int
	mapID    journey.ID
	status.Tally
}

func (e *Editor) counted() status.Tally {
	if e.tally.revision != e.revision || e.tally.mapID != e.mapID {
		e.tally = tally{e.revision, e.mapID, status.Count(e.doc.Project(), e.mapID)}
	}
	return e.tally.Tally
}

// Status returns one line about what is selected, or about the map when nothing is: "1 of 10
// touchpoints selected". After an edit that was refused it says so.
func (e *Editor) Status() string {
	switch {
	case e.trouble != nil:
		return e.troubleText(e.trouble)
	case e.mapID == "":
		return ""
	}
	return status.Line{Words: e.words, Project: e.project(), All: e.counted(), Selected: e.selection.refs, Title: e.Title}.Text()
}

// troubleText says why an edit was refused.
func (e *Editor) troubleText(err error) string {
	if errors.Is(err, ErrLocked) {
		return e.words.T("ask.locked")
	}
	var told interface{ Text(*words.Table) string }
	if errors.As(err, &told) {
		return told.Text(e.words)
	}
	var refused *edit.Error
	if errors.As(err, &refused) {
		return e.words.T(refused.Key())
	}
	return e.words.F("status.trouble", words.Args{"Error": err.Error()})
}

// Title returns what a record is called on the map; empty if it is not called anything.
func (e *Editor) Title(ref journey.Ref) string {
	s, _ := e.textShown(ref, scene.PartTitle)
	return s
}
