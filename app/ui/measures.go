package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/ask"
	"jejak/app/ui/leaf"
	"jejak/app/ui/manage"
	"jejak/app/ui/measure"
	"jejak/assets/words"
	"jejak/data/exchange/values"
	"jejak/data/journey"
	"jejak/data/project"
)

// measures is the leaf of what is measured.
const measures leaf.ID = "measures"

// newMeasures makes it as it was left.
func (w *Window) newMeasures() leaf.Leaf {
	var l *measure.Leaf
	l = measure.New(measure.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: w.words, Today: today, Change: w.edit, Metrics: w.openMetrics,
		Paste: w.pasteMeasures, Copy: w.app.Clipboard().SetContent, Import: w.importMeasures, Export: w.exportMeasures,
		Show: func(ref journey.Ref) { w.leaves.Turn(leaf.Map); w.search.GoTo(ref) },
		Run:  func(id editor.ActionID) { w.run(id) }, Close: func() { w.leaves.Turn(leaf.Map) }, Hint: w.hint,
		Keep: func(s measure.State) { w.measured = s },
	}, w.measured)
	return l
}

// measureActions look after what is measured.
func (w *Window) measureActions() []*editor.Action {
	onMap := func() bool { return w.open() && w.ed.MapID() != "" }
	return []*editor.Action{
		{ID: "view.measures", Menu: "view", Group: 2, Icon: "measure", Window: true, When: w.open, Shortcuts: []editor.Shortcut{{Key: "5", Mods: editor.Mods{Ctrl: true}}},
			On: func() bool { return w.leaves.Open() == measures }, Do: does(func() { w.turn(measures) })},
		{ID: "map.metrics", Menu: "map", Group: 6, Icon: "measure", When: w.open, Allowed: func() bool { return true }, Do: does(func() { w.openMetrics("") })},
		{ID: "file.importMeasures", Menu: "file", Group: 2, Window: true, When: func() bool { return onMap() && !w.ed.Locked() }, Do: does(w.importMeasures)},
		{ID: "file.exportMeasures", Menu: "file", Group: 2, Window: true, When: onMap, Do: does(w.exportMeasures)},
	}
}

// openMetrics looks after the metrics of the project, one chosen.
func (w *Window) openMetrics(id journey.ID) {
	h := w.manageHost()
	w.manager = manage.Open(h, measure.Metrics(h), id)
}

// pasteMeasures takes values out of what was copied.
func (w *Window) pasteMeasures() {
	text := w.app.Clipboard().Content()
	if strings.TrimSpace(text) == "" {
		w.say("info", w.t("measure.take.failed"), w.t("measure.take.nothing"))
		return
	}
	w.takeMeasures([]byte(text), "")
}

// importMeasures takes values out of a file.
func (w *Window) importMeasures() {
	w.file.Picker().Table(w.t("measure.pick"), func(path string) {
		ask.Send(w.desk, w.do, w.t("clip.working"), ask.Errand[[]byte]{
			Work: func() ([]byte, error) {
				info, err := os.Stat(path)
				if err == nil && info.Size() > values.MaxBytes {
					err = &values.Error{Reason: values.TooLarge}
				}
				if err != nil {
					return nil, err
				}
				return os.ReadFile(path)
			},
			Then: func(data []byte, err error) {
				if err != nil {
					w.fail(w.t("measure.take.failed"), err)
					return
				}
				w.takeMeasures(data, filepath.Base(path))
			},
			Left: func() {}, Late: func([]byte, error) {},
		})
	})
}

// takeMeasures shows what becomes of a table.
func (w *Window) takeMeasures(data []byte, name string) {
	if !w.open() || w.ed.MapID() == "" || w.ed.Locked() {
		return
	}
	table, err := values.Read(data)
	if err != nil {
		w.fail(w.t("measure.take.failed"), err)
		return
	}
	measure.OpenTake(measure.TakeOptions{
		Canvas: w.win.Canvas(), Words: w.words, Project: w.ed.Document().Project(), MapID: w.ed.MapID(), Today: today(), Name: name, Change: w.edit,
		Done: func(n int) {
			if w.leaves.Open() != measures {
				w.turn(measures)
			}
		},
		Closed: w.focusBoard,
	}, table)
}

// exportMeasures writes the values of all maps to a file.
func (w *Window) exportMeasures() {
	w.ed.Settle()
	p := w.ed.Document().Project()
	var maps []journey.ID
	for _, m := range p.MapsInOrder() {
		maps = append(maps, m.ID)
	}
	name := strings.TrimSuffix(w.file.Name(), project.Extension) + " " + w.t("measure.file")
	w.file.Picker().Save(w.t("measure.save"), name, ".csv", func(path string) {
		table := w.words
		go func() {
			err := export.Replace(context.Background(), path, func(out io.Writer) error { return values.Write(out, p, maps, table) })
			w.do(func() {
				if err != nil {
					w.fail(w.t("export.failed"), err)
					return
				}
				w.ask("check", w.f("measure.written", words.Args{"Name": filepath.Base(path)}), filepath.Dir(path), nil,
					ask.Answer{Text: w.t("ui.ok"), Primary: true, Cancel: true})
			})
		}()
	})
}
