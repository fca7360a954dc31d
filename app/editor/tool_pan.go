package editor

import "jejak/canvas/geom"

// pan moves the view with the pointer.
type pan struct {
	at geom.Point // where the pointer was pressed
	d  geom.Point // where the picture's origin was seen then
	k  float64
}

func newPan(e *Editor, at geom.Point) *pan {
	return &pan{at: at, d: e.view.Transform.D, k: e.view.Transform.K}
}

func (g *pan) drag(e *Editor, at geom.Point, _ Mods) {
	if e.view.Transform.K != g.k {
		*g = *newPan(e, at) // zoomed meanwhile: go on from here
		return
	}
	v := e.view
	v.Transform.D = g.d.Add(at.Sub(g.at))
	if v != e.view {
		e.look(v)
	}
}

func (g *pan) release(*Editor, geom.Point, Mods) {}
func (g *pan) cancel(*Editor)                    {}
func (g *pan) overlay(*Editor, *Overlay)         {}
func (g *pan) scrolls() bool                     { return false }
func (g *pan) cursor() Cursor                    { return CursorGrabbing }
