package editor

import (
	"errors"
	"strings"

	"jejak/assets/words"
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
	name := brief(e.titleOf(ref))
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
	var refused *edit.Error
	if errors.As(err, &refused) {
		return e.words.T(refused.Key())
	}
	return e.words.F("status.trouble", words.Args{"Error": err.Error()})
}

// brief cuts a name to what a menu can show.
func brief(s string) string {
	const most = 32
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}
