// Package tool holds the gestures, each a small state machine in a file of its own: it starts at a
// press, follows the pointer and ends with the release.
//
// A gesture keeps what it saw at the press and reckons anew from that at every step, never from
// the step before. The document hears of it once, when it ends well.
package tool

import (
	"strings"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Board is what a gesture works on.
type Board interface {
	Scene() *scene.Scene  // the newest picture, which may be another at every step; nil: none
	Atlas() *desk.Atlas   // of that picture
	View() desk.Viewport  // what is seen of it
	Look(v desk.Viewport) // show something else
	Project() journey.Project
	Selection() []journey.Ref
	Choose(refs []journey.Ref) // select exactly these
	Redraw()                   // the overlay is not what it was
	// Do makes one undo step. The Board tells the person of an edit that was refused.
	Do(l edit.Label, f func(*edit.Tx) error) error
	// Add makes something new, selects it and opens its text. What has no text when that is closed
	// goes again, unless it is to be kept; making and naming it is one undo step.
	Add(l edit.Label, keep bool, f func(*edit.Tx) (journey.Ref, error)) error
	Map() journey.ID
	T(key string) string              // a text of the program, translated
	Title(ref journey.Ref) string     // what a record is called on the map
	FeelingText(value float64) string // an emotion in figures and words, translated
}

// Gesture is what the pointer is doing between press and release. Points are view pixels.
type Gesture interface {
	Drag(b Board, at geom.Point, m desk.Mods)
	// Release ends the gesture where the last Drag was. An edit is made here or nowhere.
	Release(b Board, m desk.Mods)
	Cancel(b Board) // puts back whatever was changed for show
	Overlay(b Board, o *desk.Overlay)
	Cursor() desk.Cursor
	Scrolls() bool // the view moves when the pointer rests at the rim
}

// Brief cuts a name to what a menu can show.
func Brief(s string) string {
	const most = 32
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}

// CardsLabel names an undo step about cards.
func CardsLabel(b Board, key string, ids []journey.ID) edit.Label {
	l := edit.Label{Key: key, Count: len(ids)}
	if len(ids) == 1 {
		l.Name = Brief(b.Title(desk.CardRef(ids[0])))
	}
	return l
}

// camel writes the words of a vocabulary as a part of a name: "loop back" is loopBack.
func camel(s string) string {
	parts := strings.Fields(s)
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

// LaneAction returns the ID of the action that adds a lane of a kind: "insert.lane.painPoints".
func LaneAction(k journey.LaneKind) string { return "insert.lane." + camel(string(k)) }
