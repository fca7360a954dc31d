package ui

import (
	"jejak/app/editor"
	"jejak/app/ui/leaf"
	"jejak/app/ui/manage"
	"jejak/app/ui/measure"
	"jejak/assets/words"
	"jejak/data/journey"
)

// measures is the leaf of what is measured.
const measures leaf.ID = "measures"

// newMeasures makes it as it was left.
func (w *Window) newMeasures() leaf.Leaf {
	t := w.tables()
	return measure.New(measure.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: w.words, Today: today, Change: w.edit, Metrics: w.openMetrics,
		Paste: t.Paste, Copy: w.app.Clipboard().SetContent, Import: t.Import, Export: t.Export,
		Show: func(ref journey.Ref) { w.leaves.Turn(leaf.Map); w.search.GoTo(ref) }, Run: func(id editor.ActionID) { w.run(id) },
		Close: func() { w.leaves.Turn(leaf.Map) }, Hint: w.hint, Keep: func(s measure.State) { w.measured = s },
	}, w.measured)
}

// tables bring values in and out.
func (w *Window) tables() *measure.Tables {
	return measure.NewTables(measure.TablesOptions{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words }, Do: w.do, Desk: w.desk, Picker: w.file.Picker(),
		Text: w.app.Clipboard(), Name: w.file.Name, Today: today, Change: w.edit, Taken: func() { w.turn(measures) }, Focus: w.focusBoard,
	})
}

// measureActions look after what is measured.
func (w *Window) measureActions() []*editor.Action {
	onMap := func() bool { return w.open() && w.ed.MapID() != "" }
	return []*editor.Action{
		{ID: "view.measures", Menu: "view", Group: 2, Icon: "measure", Window: true, When: w.open, Shortcuts: []editor.Shortcut{{Key: "5", Mods: editor.Mods{Ctrl: true}}},
			On: func() bool { return w.leaves.Open() == measures }, Do: does(func() { w.turn(measures) })},
		{ID: "map.metrics", Menu: "project", Icon: "measure", When: w.open, Allowed: func() bool { return true }, Do: does(func() { w.openMetrics("") })},
		{ID: "file.importMeasures", Menu: "file", Group: 2, Window: true, When: func() bool { return onMap() && !w.ed.Locked() }, Do: does(func() { w.tables().Import() })},
		{ID: "file.exportMeasures", Menu: "file", Group: 2, Window: true, When: onMap, Do: does(func() { w.tables().Export() })},
	}
}

// openMetrics looks after the metrics of the project, one chosen.
func (w *Window) openMetrics(id journey.ID) {
	h := w.manageHost()
	w.manager = manage.Open(h, measure.Metrics(h), id)
}
