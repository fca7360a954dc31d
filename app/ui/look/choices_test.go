package look

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestChoices(t *testing.T) {
	test.NewTempApp(t)
	var told []int
	cells := []fyne.Resource{Icon("undo", Light.Ink), Icon("redo", Light.Ink), Icon("plus", Light.Ink), Icon("minus", Light.Ink), Icon("fit", Light.Ink)}
	c := NewChoices(30, 3, cells, func(i int) { told = append(told, i) })
	if got := c.MinSize(); got != fyne.NewSize(90, 60) {
		t.Errorf("%v large", got)
	}
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(35, 35)}) // the fifth
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(65, 35)}) // nothing is there
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(35, 35)}) // chosen already
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft, fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn} {
		c.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if want := []int{4, 0, 3}; len(told) != 3 || told[0] != want[0] || told[1] != want[1] || told[2] != want[2] {
		t.Errorf("told %v, want %v", told, want)
	}
	c.Set(-1)
	if c.Chosen() != -1 || len(told) != 3 {
		t.Error("Set told somebody")
	}
}

func TestFlowBreaksWhereThereIsNoRoom(t *testing.T) {
	box := func(w float32) fyne.CanvasObject {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(w, 20))
		return r
	}
	all := []fyne.CanvasObject{box(50), box(40), box(30), box(200)}
	c := container.New(NewFlow(100, 5), all...)
	if got := c.MinSize().Height; got != 70 {
		t.Errorf("%v high, want three lines", got)
	}
	c.Resize(fyne.NewSize(100, 70))
	for i, want := range []fyne.Position{{X: 0, Y: 0}, {X: 55, Y: 0}, {X: 0, Y: 25}, {X: 0, Y: 50}} {
		if got := all[i].Position(); got != want {
			t.Errorf("object %d is at %v, want %v", i, got, want)
		}
	}
	c.Resize(fyne.NewSize(60, 70))
	if got := c.MinSize().Height; got != 95 {
		t.Errorf("%v high in a narrower place, want four lines", got)
	}
}
