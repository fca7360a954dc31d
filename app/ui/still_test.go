package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/leaf"
	"jejak/app/ui/tell"
	"jejak/assets/samples"
)

// TestLayingOutAgainChangesNothing: before Fyne draws, it lays out what holds an object that was not
// in the picture before. A widget that makes its objects anew when it is laid out has the window drawn
// for ever, by itself.
func TestLayingOutAgainChangesNothing(t *testing.T) {
	r := newRig(t)
	r.file.JSON(samples.JSON("en"), "sample")
	r.until("the sample", func() bool { return r.open() && r.ed.Scene() != nil })
	seen := 0
	look := func(name string, root fyne.CanvasObject) {
		eachIn(root, func(o fyne.CanvasObject) {
			w, ok := o.(fyne.Widget)
			if !ok {
				return
			}
			seen++
			renderer := test.WidgetRenderer(w)
			before := slices.Clone(renderer.Objects())
			renderer.Layout(w.Size())
			if !slices.Equal(before, renderer.Objects()) {
				t.Errorf("%s: %T has other objects after it was laid out in the size that it has", name, w)
			}
		})
	}
	for _, id := range []leaf.ID{leaf.Map, told, priorities, actions, comparison, personas, measures} {
		r.turn(id)
		look(string(id), r.win.Content())
	}
	r.turn(leaf.Map)
	for _, page := range []string{tell.Findings, tell.Steps, tell.Parts} {
		r.tell.Turn(page)
		look(page, r.win.Content())
	}
	for _, id := range []actionID{"file.export", "help.commands", "map.personas", "map.metrics"} {
		r.run(id)
		top := r.win.Canvas().Overlays().Top()
		if top == nil {
			t.Fatalf("%s opens nothing", id)
		}
		look(string(id), top)
		for r.win.Canvas().Overlays().Top() != nil {
			r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		}
	}
	if seen < 500 {
		t.Errorf("only %d widgets were looked at", seen)
	}
}
