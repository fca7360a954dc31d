package ui

import (
	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/ask"
	"jejak/app/ui/compare"
	"jejak/app/ui/leaf"
	"jejak/app/ui/pair"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/data/project"
)

// newPairs makes what looks after the pairs of maps.
func (w *Window) newPairs() *pair.Pairs {
	return pair.New(pair.Options{
		Editor: w.ed, Words: func() *words.Table { return w.words }, Change: w.edit, Open: w.open, Today: today,
		Prefs: w.app.Preferences(), Ask: func(q ask.Question) *ask.Dialog { return w.desk.Show(q) },
		Turned: func() { w.ed.Redraw(); w.inspector.Update(); w.showStatus() },
	})
}

// newComparison makes what compares two maps in place of the board.
func (w *Window) newComparison() *compare.Comparison {
	return compare.New(compare.Options{
		Editor: w.ed, Pairs: w.pairs, Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words }, Faces: picture.Measurer,
		Do: w.do, Open: w.open, Today: today, Run: w.run, GoTo: w.goTo, Hint: w.hint, Read: project.Read, Fail: w.fail, Say: w.say,
		Turn:  func(on bool) { w.turn(map[bool]leaf.ID{true: comparison, false: leaf.Map}[on]) },
		Shown: func() bool { return w.leaves.Open() == comparison }, Pick: w.file.Picker().Open,
		Export: func() { w.exportOf(export.Comparison, "", false) },
	})
}

// pairActions see to the pair of the map that is shown.
func (w *Window) pairActions() []*editor.Action {
	return append(w.pairs.Actions(), w.compared.Actions()...)
}
