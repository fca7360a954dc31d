package editor

import (
	"slices"

	"jejak/canvas/geom"
	"jejak/data/journey"
)

// KeyDown tells that a key went down on the board; true means that it was used.
func (e *Editor) KeyDown(k Key, m Mods) bool {
	defer e.enter()()
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

// walk moves the selection from card to card: Tab in reading order, arrows to the nearest card on
// that side, Home and End to the first and last. Shift with an arrow takes the card in addition.
func (e *Editor) walk(k Key, m Mods) bool {
	if m.Ctrl || m.Alt {
		return false
	}
	cards := e.atlas.inOrder()
	if len(cards) == 0 {
		return false
	}
	from := e.last()
	at := slices.IndexFunc(cards, func(f framed) bool { return f.ref == from })
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
			to = neighbour(cards, at, k)
		}
	default:
		return false
	}
	if to < 0 {
		return true // the edge of the map
	}
	ref := cards[to].ref
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

// neighbour returns the card nearest to another on one side; −1 if there is none. Straying to the
// side counts double, so that a walk keeps to its row or column.
func neighbour(cards []framed, at int, k Key) int {
	from := cards[at].rect
	best, found := 0.0, -1
	for i, f := range cards {
		if i == at {
			continue
		}
		var ahead, aside float64
		d := f.rect.Center().Sub(from.Center())
		switch k {
		case KeyLeft:
			ahead, aside = -d.X, gap(from.Min.Y, from.Max.Y, f.rect.Min.Y, f.rect.Max.Y)
		case KeyRight:
			ahead, aside = d.X, gap(from.Min.Y, from.Max.Y, f.rect.Min.Y, f.rect.Max.Y)
		case KeyUp:
			ahead, aside = -d.Y, gap(from.Min.X, from.Max.X, f.rect.Min.X, f.rect.Max.X)
		default:
			ahead, aside = d.Y, gap(from.Min.X, from.Max.X, f.rect.Min.X, f.rect.Max.X)
		}
		if ahead <= 1 {
			continue
		}
		far := ahead + 2*aside + geom.Pt(d.X, d.Y).Dist(geom.Point{})/16
		if found < 0 || far < best {
			best, found = far, i
		}
	}
	return found
}

// gap returns how far apart two stretches of a line are; 0 if they overlap.
func gap(a0, a1, b0, b1 float64) float64 { return max(0, b0-a1, a0-b1) }
