package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// A presentation leaves the window as it was: what is seen, what is selected, what the file holds.
// Nothing can be edited while it is on.
func TestPresentingLeavesTheWindowAsItWas(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	card := journey.RefTo(cardNamed(t, r.project(), "Looks up"))
	p := r.at(card, scene.PartBody)
	r.press(p)
	r.release(p)
	r.ed.ZoomTo(1.3, geom.Pt(200, 200))
	view, project, content := r.ed.View(), r.project(), r.win.Content()
	r.run("view.present")
	if r.stage == nil || !r.win.FullScreen() || r.win.Content() != fyne.CanvasObject(r.stage) {
		t.Fatal("nothing is presented")
	}
	if zoom := r.stage.Zoom(); zoom == view.Zoom() {
		t.Errorf("the presentation begins with the zoom of the board, %v", zoom)
	}
	r.run("edit.delete")
	r.strayKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	r.stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if d := journey.Between(project, r.project()); !d.IsEmpty() {
		t.Errorf("something was edited meanwhile: %+v", d)
	}
	r.stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	r.stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.until("the window", func() bool { return r.stage == nil })
	if r.win.FullScreen() || r.win.Content() != content || r.win.Canvas().Focused() != fyne.Focusable(r.board) {
		t.Error("the window is not what it was")
	}
	if got := r.ed.View(); got != view {
		t.Errorf("the view is %+v, was %+v", got, view)
	}
	if sel := r.ed.Selection(); len(sel) != 1 || sel[0] != card {
		t.Errorf("selected is %v", sel)
	}
}

func TestMinimapIsRemembered(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	a := r.ed.Action("view.minimap")
	for _, want := range []bool{false, true} {
		r.run(a.ID)
		if a.On() != want || r.app.Preferences().BoolWithFallback(prefMinimap, !want) != want {
			t.Errorf("the minimap is ticked: %v, want %v", a.On(), want)
		}
	}
}
