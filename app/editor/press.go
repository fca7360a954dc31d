package editor

import (
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// pressed is a button that is down and has not moved yet: it may become a click or a drag.
type pressed struct {
	e      *Editor
	at     geom.Point // view
	from   geom.Point // scene
	mods   Mods
	clicks int
	hit    *scene.Target // nil: bare paper, or the desk beside it
	paper  bool
	strip  bool          // it went down on a strip at the rim
	was    []journey.Ref // the selection before
	had    bool          // hit was selected before
}

// press selects what is under the pointer, so that a drag moves what a person sees selected.
func press(e *Editor, at geom.Point, m Mods, clicks int) *pressed {
	g := &pressed{e: e, at: at, from: e.view.ToScene(at), mods: m, clicks: clicks, hit: e.hit(at), was: e.selection.refs}
	under, strip := e.strips().Under(at)
	if g.strip = strip; strip && g.hit != nil {
		g.from = e.view.ToScene(under)
	}
	g.paper = e.scene != nil && e.scene.Bounds.Contains(g.from)
	more := m.Shift || m.Ctrl
	switch {
	case g.hit == nil:
		if g.paper && !more {
			e.choose(nil)
		}
	case e.selection.has(g.hit.Ref):
		g.had = true
	case m.Shift:
		e.extend(g.hit.Ref)
	case more:
		e.toggle(g.hit.Ref)
	default:
		e.choose([]journey.Ref{g.hit.Ref})
	}
	return g
}

// Drag implements tool.Gesture.
func (g *pressed) Drag(b tool.Board, at geom.Point, m Mods) {
	e := g.e
	if at.Dist(g.at) < slop*e.view.Scale {
		return
	}
	next := g.become(b)
	e.gesture = next
	next.Drag(b, at, m)
	e.note(OverlayChanged)
}

// become chooses the gesture that a drag from here means.
func (g *pressed) become(b tool.Board) tool.Gesture {
	if g.hit == nil && !g.paper {
		return tool.NewPan(b, g.at)
	}
	var next tool.Gesture
	if g.hit != nil && g.e.locked {
		return g.e.pan(b, g)
	}
	if g.hit != nil {
		switch ref := g.hit.Ref; {
		case ref.Kind == journey.KindCard:
			next = tool.NewCards(b, ref.ID, g.from)
		case ref.Kind == journey.KindStage, ref.Kind == journey.KindStep, ref.Kind == journey.KindLane:
			next = tool.NewHeader(b, ref, g.from)
		case g.hit.Part == scene.PartPoint:
			next = tool.NewEmotion(b, ref.ID, g.from)
		}
	}
	if next == nil {
		next = tool.NewMarquee(g.from, g.was, g.mods.Shift || g.mods.Ctrl)
	}
	return next
}

// Release implements tool.Gesture: the press was a click.
func (g *pressed) Release(_ tool.Board, m Mods) {
	e := g.e
	more := m.Shift || m.Ctrl
	switch {
	case g.clicks >= 2:
		e.doubleClick(g)
	case g.hit == nil:
		if !more {
			e.choose(nil)
		}
	case g.had && more:
		e.toggle(g.hit.Ref)
	case g.had:
		e.choose([]journey.Ref{g.hit.Ref})
	}
}

// Cancel implements tool.Gesture.
func (g *pressed) Cancel(b tool.Board) { b.Choose(g.was) }

// Overlay implements tool.Gesture.
func (g *pressed) Overlay(tool.Board, *Overlay) {}

// Scrolls implements tool.Gesture.
func (g *pressed) Scrolls() bool { return false }

// Cursor implements tool.Gesture.
func (g *pressed) Cursor() Cursor {
	if g.hit == nil {
		return CursorDefault
	}
	return CursorPointer
}

// doubleClick opens a text, or adds to the cell that was clicked.
func (e *Editor) doubleClick(g *pressed) {
	if g.hit != nil && g.hit.Part != scene.PartCurve {
		e.choose([]journey.Ref{g.hit.Ref})
		if g.hit.Edit != nil && (g.hit.Part == scene.PartTitle || g.hit.Part == scene.PartText) {
			e.openPointed(g.hit.Ref, g.hit.Part, g.from)
			return
		}
		e.openPointed(g.hit.Ref, "", g.from)
		return
	}
	if e.scene == nil || g.strip {
		return
	}
	cell := e.scene.Grid.CellAt(g.from)
	switch {
	case cell == nil:
	case e.scene.Grid.Rows[cell.Row].Kind == journey.LaneEmotions:
		var on journey.Ref
		if g.hit != nil {
			on = g.hit.Ref
		}
		tool.AddPoint(grip{e}, cell, g.from, on, g.mods.Ctrl)
	default:
		e.addCard(g.from)
	}
}
