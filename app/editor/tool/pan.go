package tool

import (
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
)

// Pan moves the view with the pointer.
type Pan struct {
	at geom.Point // where the pointer was pressed
	d  geom.Point // where the picture's origin was seen then
	k  float64
}

// NewPan takes hold of the picture at a view point.
func NewPan(b Board, at geom.Point) *Pan {
	t := b.View().Transform
	return &Pan{at: at, d: t.D, k: t.K}
}

// Drag implements Gesture.
func (g *Pan) Drag(b Board, at geom.Point, _ desk.Mods) {
	v := b.View()
	if v.Transform.K != g.k {
		*g = *NewPan(b, at) // zoomed meanwhile: go on from here
		return
	}
	if d := g.d.Add(at.Sub(g.at)); d != v.Transform.D {
		v.Transform.D = d
		b.Look(v)
	}
}

// Release implements Gesture.
func (g *Pan) Release(Board, desk.Mods) {}

// Cancel implements Gesture. What is seen stays: it is no edit.
func (g *Pan) Cancel(Board) {}

// Overlay implements Gesture.
func (g *Pan) Overlay(Board, *desk.Overlay) {}

// Cursor implements Gesture.
func (g *Pan) Cursor() desk.Cursor { return desk.CursorGrabbing }

// Scrolls implements Gesture.
func (g *Pan) Scrolls() bool { return false }
