package editor

import (
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// strips are the headers and labels that stand at the rim of the board now.
func (e *Editor) strips() desk.Strips { return desk.StripsOf(e.scene, e.view) }

// View returns which part of the scene is shown, and how large.
func (e *Editor) View() Viewport { return e.view }

// Resize tells the size of the board in pixels and how many of them make one pixel of 1/96 in.
// A board that showed the whole paper goes on showing it.
func (e *Editor) Resize(size geom.Size, deviceScale float64) {
	defer e.enter()()
	if deviceScale <= 0 || math.IsNaN(deviceScale) {
		deviceScale = 1
	}
	v := e.view
	if e.placed && v.Size == size && v.Scale == deviceScale {
		return // laid out anew at the same size: what is under the pointer must not move
	}
	zoom := v.Zoom()
	v.Size, v.Scale = size, deviceScale
	v = v.Zoomed(zoom, geom.Point{})
	if e.scene != nil {
		if e.fit {
			v = v.Fitted(e.scene.Bounds, 1)
			e.placed = size.W > 0
		} else {
			v = v.Reached(e.scene.Bounds)
		}
	}
	e.setView(v)
}

func (e *Editor) setView(v Viewport) {
	if v == e.view {
		return
	}
	e.view = v
	ev := ViewChanged | OverlayChanged
	if e.text != nil {
		ev |= EditingChanged
	}
	e.note(ev)
}

// look shows something else than before by a person's own hand: the paper is no longer fitted.
func (e *Editor) look(v Viewport) {
	e.fit = false
	if e.scene != nil {
		v = v.Reached(e.scene.Bounds)
	}
	e.setView(v)
}

// Wheel pans by dx, dy pixels; with Shift sideways; with Ctrl it zooms about the pointer, a notch
// of 25 pixels being a tenth.
func (e *Editor) Wheel(at geom.Point, dx, dy float64, m Mods) {
	defer e.enter()()
	switch {
	case m.Ctrl:
		e.ZoomTo(e.view.Zoom()*math.Pow(1.1, dy/25), at)
	case m.Shift && dx == 0:
		e.look(e.view.Panned(geom.Pt(dy, 0)))
	default:
		e.look(e.view.Panned(geom.Pt(dx, dy)))
	}
	e.follow()
}

// ZoomTo shows the picture at a zoom, 1 being 100 %, and holds what is seen at a view point.
func (e *Editor) ZoomTo(zoom float64, at geom.Point) {
	defer e.enter()()
	if math.IsNaN(zoom) {
		return
	}
	e.look(e.view.Zoomed(zoom, at))
}

// LookAt brings a scene point to the middle of the board: for minimaps and search.
func (e *Editor) LookAt(p geom.Point) {
	defer e.enter()()
	e.look(e.view.Panned(e.middle().Sub(e.view.ToView(p))))
}

func (e *Editor) middle() geom.Point { return geom.Pt(e.view.Size.W/2, e.view.Size.H/2) }

func (e *Editor) fitAll() {
	if e.scene != nil {
		e.setView(e.view.Fitted(e.scene.Bounds, 1))
		e.fit = true
	}
}

func (e *Editor) fitSelection() {
	var r geom.Rect
	for _, f := range e.selectedRects() {
		r = r.Union(f.Rect)
	}
	if !r.Empty() {
		e.look(e.view.Fitted(r.Inset(-24), 2))
	}
}

// bringIntoSight moves the view as little as is needed to show a record.
func (e *Editor) bringIntoSight(ref journey.Ref) {
	t := e.atlas.Body(ref)
	if t == nil || e.view.Size.W <= 0 {
		return
	}
	if v := desk.Showing(e.scene, t, e.view); v != e.view {
		e.look(v)
	}
}
