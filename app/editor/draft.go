package editor

import (
	"strings"

	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// draft is something that was added a moment ago and waits for its title. It lives in an open Tx,
// so that adding and naming are one undo step, and taking it back leaves no trace.
type draft struct {
	tx   *edit.Tx
	ref  journey.Ref
	keep bool          // it has a title to stand with; otherwise it goes when none is typed
	was  []journey.Ref // the selection before

	typed []rune // letters that came before its text was open
}

// awaits reports whether something was added whose text is not open yet: its picture is on the way.
// What is typed meanwhile belongs to that text.
func (e *Editor) awaits() bool { return e.draft != nil && e.text == nil && e.gesture == nil }

// add puts something new on the map, selects it and opens its title.
func (e *Editor) add(l edit.Label, keep bool, f func(*edit.Tx) (journey.Ref, error)) error {
	e.Settle()
	if e.Refuse() {
		return ErrLocked
	}
	tx := e.doc.Begin(l)
	ref, err := f(tx)
	if err != nil {
		tx.Rollback()
		e.tell(err)
		return err
	}
	e.draft = &draft{tx: tx, ref: ref, keep: keep, was: e.selection.refs}
	e.choose([]journey.Ref{ref})
	e.note(ActionsChanged)
	e.arrangeAgain()
	return nil
}

// settleDraft ends the addition with nothing typed.
func (e *Editor) settleDraft() {
	switch {
	case e.draft == nil:
	case e.text == nil && strings.TrimSpace(string(e.draft.typed)) != "":
		d := e.draft
		if err := writeText(d.tx, d.ref, scene.PartTitle, string(d.typed)); err != nil {
			e.dropDraft()
			e.tell(err)
			return
		}
		e.keepDraft()
	case e.draft.keep:
		e.keepDraft()
	default:
		e.dropDraft()
	}
}

func (e *Editor) keepDraft() {
	d := e.draft
	e.draft = nil
	d.tx.Commit() // changed hears of it and draws again
}

func (e *Editor) dropDraft() {
	d := e.draft
	e.draft = nil
	d.tx.Rollback()
	e.choose(d.was)
	e.prune()
	e.note(ActionsChanged)
	e.arrangeAgain()
}

// abandon drops whatever has not become a step of the history.
func (e *Editor) abandon() {
	e.cancelGesture()
	if e.text != nil {
		e.text = nil
		e.note(EditingChanged | OverlayChanged)
	}
	if e.draft != nil {
		e.draft.tx.Rollback()
		e.draft = nil
	}
}
