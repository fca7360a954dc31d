// Package clip is what lies between a map and the clipboard: what is taken along when things are
// copied or cut, and where that which is pasted goes.
//
// It knows no clipboard of a system: a Clipboard is lent by whoever shows the editor.
package clip

import (
	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/picture"
)

// Clipboard is what copied things are put on. All of it is called on the editor's goroutine.
type Clipboard interface {
	// Copy puts a part of a map there, with the text that other programs get of it.
	Copy(f fragment.Fragment, text string) error
	// CopyPicture puts a PNG there. paint may be called later and on any goroutine; what goes wrong
	// then the Clipboard tells itself.
	CopyPicture(paint func() ([]byte, error)) error
	// Paste looks what is there. done is called once, at once or later, on the editor's goroutine.
	Paste(done func(Found))
}

// Found is what was on a clipboard, as far as a map has use for it. At most one of the fields says
// something; none where there was nothing.
type Found struct {
	Fragment fragment.Fragment
	Pictures []Picture
	Text     string
	Err      error // why what was there can not be had
}

// Picture is a picture and what it is called: its file, or nothing.
type Picture struct {
	picture.Picture
	Name string
}

// Board is what is copied from and pasted onto.
type Board interface {
	tool.Board
	Words() *words.Table
	Aim() (at geom.Point, ok bool) // where the pointer is over the map, in scene points
	Later(ref journey.Ref)         // bring into sight once it is drawn
}

// last returns what was selected last; the zero Ref if nothing is.
func last(b Board) journey.Ref {
	refs := b.Selection()
	if len(refs) == 0 {
		return journey.Ref{}
	}
	return refs[len(refs)-1]
}

// behind returns the sibling after the last of those that are held; empty if that is the end of
// the row, or if none is held.
func behind[T journey.Record](row []T, held func(journey.Ref) bool) journey.ID {
	for i := len(row) - 1; i >= 0; i-- {
		if !held(journey.RefTo(row[i])) {
			continue
		}
		if i+1 < len(row) {
			return row[i+1].RecordID()
		}
		break
	}
	return ""
}
