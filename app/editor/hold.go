package editor

import (
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
)

// hold returns what can be grabbed at a view point beside the records themselves, nil if nothing.
func (e *Editor) hold(at geom.Point) *tool.Hold {
	if e.locked || e.text != nil {
		return nil
	}
	under, _ := e.strips().Under(at)
	return tool.HoldAt(grip{e}, under)
}

// pull is a button down on a Hold, which becomes its gesture with the first move.
type pull struct {
	hold   *tool.Hold
	at     geom.Point // view
	mods   Mods
	clicks int
}

// Drag implements tool.Gesture.
func (g *pull) Drag(b tool.Board, at geom.Point, m Mods) {
	e := b.(grip).Editor
	if at.Dist(g.at) < slop*e.view.Scale {
		return
	}
	under, _ := e.strips().Under(g.at)
	e.gesture = g.hold.Start(e.view.ToScene(under))
	if e.gesture != nil {
		e.gesture.Drag(b, at, m)
	}
	e.note(OverlayChanged)
}

// Release implements tool.Gesture: it was a click, which goes to what lies under a handle.
func (g *pull) Release(b tool.Board, m Mods) {
	e := b.(grip).Editor
	switch {
	case g.clicks == 2 && g.hold.Reset != nil:
		g.hold.Reset()
	case e.hit(g.at) != nil:
		press(e, g.at, g.mods, g.clicks).Release(b, m)
	}
}

// Cancel implements tool.Gesture.
func (g *pull) Cancel(tool.Board) {}

// Overlay implements tool.Gesture.
func (g *pull) Overlay(tool.Board, *Overlay) {}

// Cursor implements tool.Gesture.
func (g *pull) Cursor() Cursor { return g.hold.Cursor }

// Scrolls implements tool.Gesture.
func (g *pull) Scrolls() bool { return false }
