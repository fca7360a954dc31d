package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// KeyDown tells that a key went down on the board; true means that it was used, or that TypeRune is
// to bring what it types.
func (e *Editor) KeyDown(k Key, m Mods) bool {
	defer e.enter()()
	if e.types(k, m) {
		e.heard = false
		return true // TypeRune brings what it means
	}
	e.heard = e.keyDown(k, m)
	return e.heard
}

func (e *Editor) keyDown(k Key, m Mods) bool {
	if e.awaits() && k == KeyBackspace {
		if n := len(e.draft.typed); n > 0 {
			e.draft.typed = e.draft.typed[:n-1]
		}
		return true
	}
	if k == KeySpace && m == (Mods{}) && e.text == nil {
		if !e.space {
			e.space = true
			e.setHover(journey.Ref{})
		}
		return true
	}
	if k == KeyEscape {
		return e.climbOut()
	}
	if e.gesture != nil {
		return true // one thing at a time
	}
	if e.text != nil {
		return false // the window's text field has the keys
	}
	if e.walk(k, m) {
		return true
	}
	return e.runKey(k, m)
}

// KeyUp tells that a key went up.
func (e *Editor) KeyUp(k Key) {
	defer e.enter()()
	e.heard = false
	if k == KeySpace {
		e.space = false
	}
}

// climbOut leaves the innermost thing: the gesture, the text, the hand tool, the selection.
func (e *Editor) climbOut() bool {
	switch {
	case e.gesture != nil:
		e.cancelGesture()
	case e.text != nil:
		e.CancelText()
	case e.hand:
		e.hand = false
		e.note(ActionsChanged)
	case len(e.selection.refs) > 0:
		e.choose(nil)
	default:
		return false
	}
	return true
}

// way is the direction of an arrow key.
var way = map[Key]geom.Point{
	KeyLeft: geom.Pt(-1, 0), KeyRight: geom.Pt(1, 0), KeyUp: geom.Pt(0, -1), KeyDown: geom.Pt(0, 1),
}

// walk moves the selection from card to card: Tab in reading order, arrows to the nearest card on
// that side, Home and End to the first and last. Shift with an arrow takes the card in addition.
func (e *Editor) walk(k Key, m Mods) bool {
	if m.Ctrl || m.Alt {
		return false
	}
	cards := e.atlas.InOrder()
	if len(cards) == 0 {
		return false
	}
	from := e.last()
	at := slices.IndexFunc(cards, func(f desk.Framed) bool { return f.Ref == from })
	to := -1
	switch k {
	case KeyTab:
		switch {
		case m.Shift && at < 0:
			to = len(cards) - 1
		case m.Shift:
			to = (at + len(cards) - 1) % len(cards)
		default:
			to = (at + 1) % len(cards)
		}
	case KeyHome:
		to = 0
	case KeyEnd:
		to = len(cards) - 1
	case KeyLeft, KeyRight, KeyUp, KeyDown:
		if at < 0 {
			to = 0
		} else {
			to = desk.Neighbour(cards, at, way[k])
		}
	default:
		return false
	}
	if to < 0 {
		return true // the edge of the map
	}
	ref := cards[to].Ref
	if m.Shift && k != KeyTab {
		if !e.selection.has(ref) {
			e.toggle(ref)
		}
	} else {
		e.choose([]journey.Ref{ref})
	}
	e.bringIntoSight(ref)
	return true
}
