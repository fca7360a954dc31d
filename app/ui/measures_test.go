package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/ui/leaf"
	edits "jejak/data/edit/measure"
	"jejak/data/journey"
)

// TestATableIsPastedOverTheMap: copied in a spreadsheet, seen row by row, taken over in one step, and
// shown in place of the board.
func TestATableIsPastedOverTheMap(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	stage := r.project().StagesOf(r.ed.MapID())[0]
	before := r.project()
	r.run("view.measures")
	if r.leaves.Open() != measures {
		t.Fatalf("shown is %q", r.leaves.Open())
	}
	r.app.Clipboard().SetContent("Stage\tRepurchase rate\tDate\n" + stage.Title + "\t41,5\t2026-05-01\nNowhere\t1\t2026-05-01\n")
	r.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{})
	if !r.modal() {
		t.Fatal("nothing asks what becomes of the table")
	}
	r.key(fyne.KeyReturn)
	var got []journey.Measurement
	for m := range r.project().Measurements.All() {
		if metric, _ := r.project().Metrics.Get(m.MetricID); metric.Standard == journey.RepurchaseRate && !before.Measurements.Has(m.ID) {
			got = append(got, m)
		}
	}
	l, _ := r.ed.Document().UndoLabel()
	if len(got) != 1 || *got[0].Value != 41.5 || got[0].At != journey.RefTo(stage) || l.Key != edits.LabelImport || r.modal() {
		t.Fatalf("%+v, last step %s", got, l.Key)
	}
	r.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	if !journey.Between(r.project(), before).IsEmpty() || r.leaves.Open() != measures {
		t.Errorf("one step back leaves something, or shows %q", r.leaves.Open())
	}
}

// TestNothingToPaste: one sentence says so, and nothing changes.
func TestNothingToPaste(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	for _, text := range []string{"", " \n", "PK\x03\x04"} {
		r.app.Clipboard().SetContent(text)
		r.tables().Paste()
		if d := r.desk.Top(); d == nil || d.Title != r.Window.t("measure.take.failed") || strings.Contains(d.Text, "[") {
			t.Fatalf("%q: nothing is said", text)
		}
		r.key(fyne.KeyEscape)
	}
	if _, edited := r.ed.Document().UndoLabel(); edited {
		t.Error("the project was changed")
	}
}

func TestMetricsAreLookedAfter(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("map.metrics")
	if r.manager == nil || r.manager.Chosen() != r.project().MetricsInOrder()[0].ID {
		t.Fatal("no metric is shown")
	}
	m := r.manager
	m.Close()
	if r.manager != nil || r.leaves.Open() != leaf.Map {
		t.Error("the dialog stays")
	}
}
