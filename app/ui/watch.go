//go:build e2e

package ui

import (
	"jejak/app/session"
	"jejak/app/ui/watch"
)

func init() { watching = listen }

// listen has a window tell of itself to the tests that drive it.
func listen(w *Window) {
	watch.Listen(watch.Options{
		Do: w.do, Copy: func(text string) { w.app.Clipboard().SetContent(text) }, Idle: w.idle, Seen: w.seen,
		Kept: func() <-chan error {
			if !w.open() {
				return nil
			}
			return w.file.Session().Kept()
		},
	})
}

// idle reports whether nothing is on its way to the screen.
func (w *Window) idle() bool {
	if w.file.Busy() {
		return false
	}
	if w.exporting != nil && !w.exporting.Settled() {
		return false
	}
	return !w.open() || w.compared.Settled() && w.arrange.Settled() && (w.ed.Scene() == nil || w.board.Settled())
}

// seen is what the window tells of itself.
func (w *Window) seen() watch.Seen {
	s := watch.Seen{Title: w.win.Title(), Dialog: w.modal(), Typing: w.typing() != nil, Words: watch.Words(w.win.Canvas())}
	if !w.open() {
		return s
	}
	state, doc := w.file.Session().State(), w.ed.Document()
	s.Open, s.Path, s.Saved, s.Unsaved = true, w.file.Session().Path(), state.Kind == session.Saved, state.Unsaved
	s.Writing = w.ed.Editing() != nil
	_, s.Undo = doc.UndoLabel()
	_, s.Redo = doc.RedoLabel()
	s.Map = string(w.ed.MapID())
	for _, r := range w.ed.Selection() {
		s.Chosen = append(s.Chosen, string(r.Kind)+" "+string(r.ID))
	}
	at := w.app.Driver().AbsolutePositionForObject(w.board.Object())
	s.Board = watch.Area(w.win.Canvas(), at, w.board.Object().Size())
	s.View = w.ed.View().Transform
	for _, h := range w.ed.Overlay().Handles {
		s.Handles = append(s.Handles, watch.Grip{Kind: h.Kind, At: h.At.Add(s.Board.Min)})
	}
	return s
}
