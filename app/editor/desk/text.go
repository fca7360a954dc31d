package desk

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TextOf returns the text of a record that a part shows; false if it has none.
func TextOf(p journey.Project, ref journey.Ref, part scene.Part) (string, bool) {
	rec, ok := p.Get(ref)
	if !ok {
		return "", false
	}
	title, second := part != scene.PartText, part == scene.PartText
	switch r := rec.(type) {
	case journey.Map:
		return Pick(title, r.Title, r.Scenario), true
	case journey.Stage:
		return Pick(title, r.Title, r.Goal), true
	case journey.Step:
		return r.Title, title
	case journey.Lane:
		return Pick(title, r.Title, r.Hint), true
	case journey.Card:
		return Pick(title, r.Title, r.Text), true
	case journey.Persona:
		return Pick(title, r.Name, r.Quote), true
	case journey.Point:
		return r.Note, second
	case journey.Link:
		return r.Label, title
	}
	return "", false
}

// Unwritten is where a text goes that stands nowhere on the map yet: of a link halfway along its
// line, of a point below it. It is in scene points.
func (a *Atlas) Unwritten(body *scene.Target) geom.Rect {
	const wide, high = 120, 14
	switch {
	case body.Ref.Kind == journey.KindPoint:
		c := body.Bounds.Center()
		return geom.R(c.X-wide/2, body.Bounds.Max.Y+4, wide, high)
	case a.Line(body.Ref) != nil:
		c := Middle(a.Line(body.Ref).Path)
		return geom.R(c.X-wide/2, c.Y-high/2, wide, high)
	}
	return body.Bounds.Inset(4)
}

// Pick returns a if first holds, else b.
func Pick(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}
