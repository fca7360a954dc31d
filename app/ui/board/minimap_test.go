package board

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/canvas/geom"
	"jejak/data/journey/journeytest"
)

func TestMinimap(t *testing.T) {
	b, d := newTestBoard(t, journeytest.Big(100))
	m := b.mini
	if m.Visible() {
		t.Fatal("it is there while all of the map is in sight")
	}
	b.ed.ZoomTo(1, geom.Pt(0, 0))
	if !m.Visible() {
		t.Fatal("it is not there where not all of the map is in sight")
	}
	d.Until(t, m.settled)
	if m.of != b.ed.Scene() || m.picture.Image == nil {
		t.Error("it shows no picture of the map")
	}
	middle := func() geom.Point { return b.ed.View().Visible().Center() }
	press := func(p geom.Point) {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(float32(p.X*m.k)+miniRim, float32(p.Y*m.k)+miniRim)
		m.MouseDown(ev)
	}
	near := func(p geom.Point) bool { return middle().Dist(p) < 1/m.k } // within a unit of the small picture
	to := b.ed.Scene().Bounds.Center()
	press(to)
	if !near(to) {
		t.Errorf("a press beside the frame brings %v to the middle, want %v", middle(), to)
	}
	// the frame is taken where it is, and goes as far as the pointer
	taken, by := to.Add(geom.Pt(60, 40)), geom.Pt(300, 90)
	press(taken)
	if !near(to) {
		t.Errorf("taking the frame moved it to %v", middle())
	}
	end := taken.Add(by).Mul(m.k)
	ev := &fyne.DragEvent{}
	ev.Position = fyne.NewPos(float32(end.X)+miniRim, float32(end.Y)+miniRim)
	m.Dragged(ev)
	m.DragEnd()
	if !near(to.Add(by)) {
		t.Errorf("the frame was dragged to %v, want %v", middle(), to.Add(by))
	}
	b.ShowMinimap(false)
	if m.Visible() || b.Minimap() {
		t.Error("it is there though it was hidden")
	}
	b.ShowMinimap(true)
	if !m.Visible() {
		t.Error("it does not come back")
	}
	if err := b.ed.Run("view.fit"); err != nil {
		t.Fatal(err)
	}
	if v := b.ed.View().Visible(); v.ContainsRect(b.ed.Scene().Bounds) == m.Visible() {
		t.Errorf("seen %v, and the minimap is there: %v", v, m.Visible())
	}
}
