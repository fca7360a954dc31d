// Package status puts into one line of words what is on a map and what is selected of it.
package status

import (
	"fmt"
	"math"
	"strings"

	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Tally is how many things a map holds.
type Tally struct{ Stages, Touchpoints, Cards int }

// Count counts what a map holds.
func Count(p journey.Project, mapID journey.ID) Tally {
	t := Tally{Stages: len(p.StagesOf(mapID))}
	touch := map[journey.ID]bool{} // a lane is looked up once, not for each of its cards
	for _, l := range p.LanesOf(mapID) {
		touch[l.ID] = l.LaneKind == journey.LaneTouchpoints
	}
	for c := range p.Cards.All() {
		if c.MapID != mapID {
			continue
		}
		t.Cards++
		if touch[c.LaneID] {
			t.Touchpoints++
		}
	}
	return t
}

func isTouchpoint(p journey.Project, c journey.Card) bool {
	l, _ := p.Lanes.Get(c.LaneID)
	return l.LaneKind == journey.LaneTouchpoints
}

// Line is what there is to tell.
type Line struct {
	Words    *words.Table
	Project  journey.Project
	All      Tally         // of the map
	Selected []journey.Ref // what is selected of it
	Title    func(journey.Ref) string
}

// Text says what is selected, or what the map holds when nothing is: "1 of 10 touchpoints selected".
func (l Line) Text() string {
	w, n := l.Words, len(l.Selected)
	if n == 0 {
		return w.F("status.map", words.Args{
			"Stages":      w.N("status.stages", l.All.Stages, nil),
			"Touchpoints": w.N("status.touchpoints", l.All.Touchpoints, nil),
		})
	}
	kind, touch := l.Selected[0].Kind, 0
	for _, r := range l.Selected {
		if r.Kind != kind {
			return w.N("status.selected.things", n, nil)
		}
		if c, ok := l.Project.Cards.Get(r.ID); ok && isTouchpoint(l.Project, c) {
			touch++
		}
	}
	switch {
	case kind == journey.KindCard && touch == n:
		return w.N("status.selected.touchpoints", n, words.Args{"All": w.N("status.touchpoints", l.All.Touchpoints, nil)})
	case kind == journey.KindCard:
		return w.N("status.selected.cards", n, nil)
	case n > 1:
		return w.N("status.selected.things", n, nil)
	}
	return l.describe(l.Selected[0])
}

// describe names one selected record.
func (l Line) describe(ref journey.Ref) string {
	if pt, ok := l.Project.Points.Get(ref.ID); ok {
		persona, _ := l.Project.Personas.Get(pt.PersonaID)
		return persona.Name + ": " + Feeling(l.Words, pt.Value)
	}
	kind := l.Words.T("status.kind." + string(ref.Kind))
	if name := tool.Brief(l.Title(ref)); name != "" {
		return kind + ": " + name
	}
	return kind
}

// Feeling says an emotion in figures and in a word.
func Feeling(w *words.Table, v float64) string {
	word := fmt.Sprintf("status.feeling.%d", int(math.Round(v)))
	return number(w, v) + " · " + w.T(word)
}

// number writes a value with its sign and the decimal mark of the language.
func number(w *words.Table, v float64) string {
	s := strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", math.Abs(v)), "0"), ".")
	if w.Lang() == "id" {
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
