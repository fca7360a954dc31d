package editor

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// tally is how many things the map holds, counted once for each state of the facts.
type tally struct {
	revision, stages, touchpoints, cards int
	mapID                                journey.ID
}

func (e *Editor) counted() tally {
	if e.tally.revision == e.revision && e.tally.mapID == e.mapID {
		return e.tally
	}
	t := tally{revision: e.revision, mapID: e.mapID}
	p := e.doc.Project()
	t.stages = len(p.StagesOf(e.mapID))
	for c := range p.Cards.All() {
		if c.MapID != e.mapID {
			continue
		}
		t.cards++
		if isTouchpoint(p, c) {
			t.touchpoints++
		}
	}
	e.tally = t
	return t
}

func isTouchpoint(p journey.Project, c journey.Card) bool {
	l, _ := p.Lanes.Get(c.LaneID)
	return l.LaneKind == journey.LaneTouchpoints
}

// Status returns one line about what is selected, or about the map when nothing is: "1 of 10
// touchpoints selected". After an edit that was refused it says so.
func (e *Editor) Status() string {
	if e.trouble != nil {
		return e.troubleText(e.trouble)
	}
	if e.mapID == "" {
		return ""
	}
	t := e.counted()
	n := len(e.selection.refs)
	if n == 0 {
		return e.words.F("status.map", words.Args{
			"Stages":      e.words.N("status.stages", t.stages, nil),
			"Touchpoints": e.words.N("status.touchpoints", t.touchpoints, nil),
		})
	}
	p := e.project()
	kind, touch := e.selection.refs[0].Kind, 0
	for _, r := range e.selection.refs {
		if r.Kind != kind {
			return e.words.N("status.selected.things", n, nil)
		}
		if c, ok := p.Cards.Get(r.ID); ok && isTouchpoint(p, c) {
			touch++
		}
	}
	switch {
	case kind == journey.KindCard && touch == n:
		return e.words.N("status.selected.touchpoints", n, words.Args{"All": e.words.N("status.touchpoints", t.touchpoints, nil)})
	case kind == journey.KindCard:
		return e.words.N("status.selected.cards", n, nil)
	case n > 1:
		return e.words.N("status.selected.things", n, nil)
	}
	return e.describe(p, e.selection.refs[0])
}

// describe names one selected record.
func (e *Editor) describe(p journey.Project, ref journey.Ref) string {
	name := tool.Brief(e.Title(ref))
	if pt, ok := p.Points.Get(ref.ID); ok {
		persona, _ := p.Personas.Get(pt.PersonaID)
		return persona.Name + ": " + e.feelingText(pt.Value)
	}
	if name == "" {
		return e.words.T("status.kind." + string(ref.Kind))
	}
	return e.words.T("status.kind."+string(ref.Kind)) + ": " + name
}

// troubleText says why an edit was refused.
func (e *Editor) troubleText(err error) string {
	if errors.Is(err, ErrLocked) {
		return e.words.T("ask.locked")
	}
	var much *TooMuchError
	if errors.As(err, &much) {
		return e.words.F("status.tooMuch", words.Args{"Count": much.Count, "Most": much.Most})
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

// feelingText says an emotion in figures and in a word.
func (e *Editor) feelingText(v float64) string {
	word := fmt.Sprintf("status.feeling.%d", int(math.Round(v)))
	return e.number(v) + " · " + e.words.T(word)
}

// number writes a value with its sign and the decimal mark of the language.
func (e *Editor) number(v float64) string {
	s := strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Abs(v)), "0"), ".")
	if e.words.Lang() == "id" {
		s = strings.Replace(s, ".", ",", 1)
	}
	switch {
	case v > 0:
		return "+" + s
	case v < 0:
		return "−" + s
	}
	return s
}
