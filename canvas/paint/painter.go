// Package paint puts a scene through a painter. A painter knows colours and shapes and nothing
// else; there is one package for each kind of output, and the Recorder here, whose output is
// text, for tests.
package paint

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Painter takes marks in painting order, in points of the scene. It gets everything it needs with
// each call and keeps no state that a caller could set. A Painter is used by one goroutine.
type Painter interface {
	Fill(*scene.Fill)
	Stroke(*scene.Stroke)
	Text(*scene.Text)
	Picture(*scene.Picture)
	Shadow(*scene.Shadow)
}

// Scene paints the part of s that overlaps view, in painting order.
func Scene(s *scene.Scene, view geom.Rect, p Painter) {
	s.Visible(view, func(it *scene.Item) { Mark(it.Mark, p) })
}

// Mark paints one mark.
func Mark(m scene.Mark, p Painter) {
	switch m := m.(type) {
	case *scene.Fill:
		p.Fill(m)
	case *scene.Stroke:
		p.Stroke(m)
	case *scene.Text:
		p.Text(m)
	case *scene.Picture:
		p.Picture(m)
	case *scene.Shadow:
		p.Shadow(m)
	}
}
