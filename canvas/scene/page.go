package scene

import "jejak/canvas/geom"

// Page is one sheet of paper: a part of a scene, and whatever else stands on the sheet.
type Page struct {
	Scene *Scene // nil: nothing but More
	Size  geom.Size
	View  geom.Rect      // the part of the scene that is shown; all else is clipped away
	Place geom.Transform // from the scene to the paper
	Label string         // for bookmarks: what the page shows
	// More is painted over the scene, in this order.
	More []Window
	// Trim is what of the sheet is left when it is cut, Bleed how far colour reaches beyond it;
	// both in points of the sheet. Zero: all of it.
	Trim, Bleed geom.Rect
}

// Role says what a window is for, to whom a page is read aloud.
type Role uint8

// The roles.
const (
	Content  Role = iota
	Repeat        // said before: the headers and labels of a sheet that goes on
	Trimming      // of the sheet, not of the map: page numbers, crop marks
)

// Window is a part of a scene on a sheet.
type Window struct {
	Scene *Scene
	View  geom.Rect      // the part of the scene that is shown
	Place geom.Transform // from the scene to the sheet
	Role  Role
}

// Windows lists all that stands on the sheet, from bottom to top.
func (p Page) Windows() []Window {
	if p.Scene == nil {
		return p.More
	}
	return append([]Window{{Scene: p.Scene, View: p.View, Place: p.Place}}, p.More...)
}
