package ui

import (
	"jejak/app/editor"
	"jejak/app/ui/find"
	"jejak/app/ui/leaf"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// newSearch makes what searches the project.
func (w *Window) newSearch() *find.Search {
	return find.NewSearch(find.SearchOptions{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words }, Do: w.do,
		Open: w.open, Sized: w.layOver, Focus: w.focusBoard, Hint: w.hint,
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			w.ed.Settle()
			if w.ed.Refuse() {
				return editor.ErrLocked
			}
			_, err := w.ed.Document().Do(l, f)
			if err != nil {
				w.fail(w.t("ui.change.failed"), err)
			}
			return err
		},
	})
}

// goTo shows a record, on whichever map it is.
func (w *Window) goTo(ref journey.Ref) {
	w.leaves.Turn(leaf.Map)
	w.search.GoTo(ref)
}
