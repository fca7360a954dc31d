package editor

import (
	"errors"
	"strings"

	"jejak/app/editor/tool"
	"jejak/data/edit"
)

// ErrLocked is the trouble of an edit of a document that is only looked at.
var ErrLocked = errors.New("the document is only looked at")

// SetLocked keeps the document as it is, until it is unlocked or another one is shown: of a file that
// is only looked at. Selecting, moving the view and exporting go on.
func (e *Editor) SetLocked(on bool) {
	defer e.enter()()
	e.Settle()
	e.locked = on
	e.trouble = nil
	e.note(ActionsChanged | SelectionChanged)
}

// Locked reports whether the document is only looked at.
func (e *Editor) Locked() bool { return e.locked }

// Refuse reports whether the document is locked, and tells the person so.
func (e *Editor) Refuse() bool {
	if e.locked {
		defer e.enter()()
		e.tell(ErrLocked)
	}
	return e.locked
}

// changes reports whether the actions of a menu change the document.
func changes(menu string, id ActionID) bool {
	return (menu == "edit" || menu == "insert" || menu == "map") && !strings.HasPrefix(string(id), "edit.select")
}

// pan is what a drag of something means that cannot be changed.
func (e *Editor) pan(b tool.Board, g *pressed) tool.Gesture {
	e.tell(ErrLocked)
	return tool.NewPan(b, g.at)
}

// attempt does an edit of the document unless that is locked.
func (e *Editor) attempt(l edit.Label, f func(*edit.Tx) error) error {
	if e.locked {
		return ErrLocked
	}
	_, err := e.doc.Do(l, f)
	return err
}
