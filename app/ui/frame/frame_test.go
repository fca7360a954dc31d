package frame

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// newRig is a frame of bare rectangles in a window, 1400 units wide.
func newRig(t *testing.T, prefs fyne.Preferences) *Frame {
	t.Helper()
	part := func() fyne.CanvasObject { return canvas.NewRectangle(nil) }
	f := New(Options{Bar: part(), Status: part(), Left: part(), Right: part(), Board: part(), Over: part(), Prefs: prefs, Done: func() {}})
	w := test.NewTempWindow(t, f.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1400, 800))
	return f
}

// pull drags the border of a panel sideways by so much.
func (f *Frame) pull(s Side, by float32) {
	g := f.grips[s].(*grip)
	at := fyne.NewPos(500, 300)
	g.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	for i := range 5 {
		ev := &fyne.DragEvent{}
		ev.AbsolutePosition = at.AddXY(by*float32(i+1)/5, 0)
		g.Dragged(ev)
	}
	g.DragEnd()
}

func TestPanelsAreDraggedByTheirBorders(t *testing.T) {
	prefs := test.NewTempApp(t).Preferences()
	f := newRig(t, prefs)
	l, r := measures[Left], measures[Right]
	for _, c := range []struct {
		name  string
		side  Side
		by    float32
		panel float32
		board float32 // by how much it grows
	}{
		{"left wider", Left, 60, l.normal + 60, -60},
		{"left as far as it goes", Left, 900, l.most, l.normal + 60 - l.most},
		{"left as small as it goes", Left, -900, l.least, l.most - l.least},
		{"right wider", Right, -40, r.normal + 40, -40},
		{"right as small as it goes", Right, 900, r.least, r.normal + 40 - r.least},
	} {
		before := f.o.Board.Size().Width
		f.pull(c.side, c.by)
		if got := f.panels[c.side].Size().Width; got != c.panel {
			t.Errorf("%s: the panel is %v wide, want %v", c.name, got, c.panel)
		}
		if got := f.o.Board.Size().Width - before; got != c.board {
			t.Errorf("%s: the board grew by %v, want %v", c.name, got, c.board)
		}
	}
	if c := f.grips[Left].(desktop.Cursorable).Cursor(); c != desktop.HResizeCursor {
		t.Errorf("the cursor over a border is %v", c)
	}
	if again := newRig(t, prefs); again.widths != [2]float32{l.least, r.least} {
		t.Errorf("the next run begins with %v", again.widths)
	}
	for s, m := range measures {
		f.grips[s].(*grip).DoubleTapped(nil)
		if got := f.panels[s].Size().Width; got != m.normal {
			t.Errorf("a double click leaves %v", got)
		}
	}
}

func TestPanelsAreHiddenOneByOneAndTogether(t *testing.T) {
	prefs := test.NewTempApp(t).Preferences()
	f := newRig(t, prefs)
	for i, c := range []struct {
		do          func()
		left, right bool
	}{
		{func() { f.Toggle(Left) }, false, true},
		{f.TogglePanels, false, false}, // one is shown: both go
		{f.TogglePanels, true, true},
		{func() { f.Toggle(Right) }, true, false},
		{func() { f.Toggle(Left) }, false, false},
		{func() { f.Toggle(Right) }, false, true},
	} {
		c.do()
		want := float32(1400)
		for s, on := range []bool{c.left, c.right} {
			if f.panels[s].Visible() != on || f.Shows(Side(s)) != on {
				t.Errorf("%d: panel %d is shown %v", i, s, !on)
			}
			if on {
				want -= measures[s].normal + 1
			}
		}
		if got := f.o.Board.Size().Width; got != want {
			t.Errorf("%d: the board is %v wide, want %v", i, got, want)
		}
		if again := newRig(t, prefs); again.Shows(Left) != c.left || again.Shows(Right) != c.right {
			t.Errorf("%d: the next run begins otherwise", i)
		}
	}
}

func TestNarrowWindowsCutThePanels(t *testing.T) {
	f := newRig(t, test.NewTempApp(t).Preferences())
	l, r := measures[Left], measures[Right]
	f.widths = [2]float32{l.most, r.most}
	for _, w := range []float32{760, 900, 1000, 1200, 1600} {
		got := f.room(w)
		if got[Left] < l.least || got[Right] < r.least || got[Left]+got[Right]+boardLeast > max(w, l.least+r.least+boardLeast) {
			t.Errorf("%v: %v", w, got)
		}
	}
}

// TestAPanelSuitsWhatIsInIt: a page of a panel has a width of its own, in the next run too, and the
// usual one is as it was.
func TestAPanelSuitsWhatIsInIt(t *testing.T) {
	prefs := test.NewTempApp(t).Preferences()
	f := newRig(t, prefs)
	usual := measures[Left].normal
	wide := func() float32 { return f.panels[Left].Size().Width }
	f.Suit(Left, "steps", 300)
	if wide() != 300 {
		t.Errorf("begins with %v", wide())
	}
	f.pull(Left, 40)
	f.Suit(Left, "", 0)
	if wide() != usual {
		t.Errorf("the usual width is %v", wide())
	}
	f = newRig(t, prefs)
	if wide() != usual {
		t.Errorf("the next run begins with %v", wide())
	}
	f.Suit(Left, "steps", 300)
	if wide() != 340 {
		t.Errorf("the next run has %v", wide())
	}
	f.grips[Left].(*grip).DoubleTapped(nil)
	if wide() != 300 {
		t.Errorf("a double click leaves %v", wide())
	}
}
