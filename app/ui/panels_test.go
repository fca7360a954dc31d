package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/ui/look"
)

// pull drags a border sideways by so much.
func pull(g fyne.CanvasObject, by float32) {
	grip := g.(*look.Grip)
	at := fyne.NewPos(500, 300)
	grip.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at}})
	for i := range 5 {
		ev := &fyne.DragEvent{}
		ev.AbsolutePosition = at.AddXY(by*float32(i+1)/5, 0)
		grip.Dragged(ev)
	}
	grip.DragEnd()
}

func TestPanelsAreDraggedByTheirBorders(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	for _, c := range []struct {
		name               string
		right              bool
		by, panel, boardBy float32
	}{
		{"left wider", false, 60, leftWidth + 60, -60},
		{"left as far as it goes", false, 900, leftMost, leftWidth + 60 - leftMost},
		{"left as small as it goes", false, -900, leftLeast, leftMost - leftLeast},
		{"right wider", true, -40, rightWidth + 40, -40},
		{"right as small as it goes", true, 900, rightLeast, rightWidth + 40 - rightLeast},
	} {
		panel, grip := r.frame.left, r.frame.gripL
		if c.right {
			panel, grip = r.frame.right, r.frame.gripR
		}
		before := r.board.Size().Width
		pull(grip, c.by)
		if got := panel.Size().Width; got != c.panel {
			t.Errorf("%s: the panel is %v wide, want %v", c.name, got, c.panel)
		}
		if got := r.board.Size().Width - before; got != c.boardBy {
			t.Errorf("%s: the board grew by %v, want %v", c.name, got, c.boardBy)
		}
	}
	if c := r.frame.gripL.(desktop.Cursorable).Cursor(); c != desktop.HResizeCursor {
		t.Errorf("the cursor over a border is %v", c)
	}
	// another window, as in the next run, has them as they were left
	again := newWindow(r.app, r.send)
	if left, right := again.frame.leftWidth, again.frame.rightWidth; left != leftLeast || right != rightLeast {
		t.Errorf("the next run begins with %v and %v", left, right)
	}
	r.frame.gripL.(*look.Grip).DoubleTapped(nil)
	r.frame.gripR.(*look.Grip).DoubleTapped(nil)
	if left, right := r.frame.left.Size().Width, r.frame.right.Size().Width; left != leftWidth || right != rightWidth {
		t.Errorf("a double click leaves %v and %v", left, right)
	}
}

func TestPanelsAreHiddenOneByOneAndTogether(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	for _, c := range []struct {
		run         actionID
		left, right bool
	}{
		{"view.left", false, true},
		{"view.panels", false, false}, // one is shown: both go
		{"view.panels", true, true},
		{"view.right", true, false},
		{"view.outline", true, false},
		{"view.left", false, false},
		{"view.outline", true, false}, // it is brought back to be gone to
	} {
		r.run(c.run)
		if l, rt := r.frame.left.Visible(), r.frame.right.Visible(); l != c.left || rt != c.right {
			t.Errorf("after %s: left %v, right %v", c.run, l, rt)
		}
		again := newWindow(r.app, r.send)
		if again.shows(prefLeft) != c.left || again.shows(prefRight) != c.right {
			t.Errorf("after %s the next run begins otherwise", c.run)
		}
		want := r.frame.size(t, r)
		if got := r.board.Size().Width; got != want {
			t.Errorf("after %s the board is %v wide, want %v", c.run, got, want)
		}
	}
}

// size is what the panels leave of the window for the board.
func (f *frame) size(t *testing.T, r *rig) float32 {
	t.Helper()
	w := r.root.Size().Width
	if f.left.Visible() {
		w -= leftWidth + 1
	}
	if f.right.Visible() {
		w -= rightWidth + 1
	}
	return w
}

func TestNarrowWindowsCutThePanels(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.frame.leftWidth, r.frame.rightWidth = leftMost, rightMost
	for _, w := range []float32{760, 900, 1000, 1200, 1600} {
		left, right := r.frame.widths(w)
		if left < leftLeast || right < rightLeast || left+right+boardLeast > max(w, leftLeast+rightLeast+boardLeast) {
			t.Errorf("%v: left %v, right %v", w, left, right)
		}
	}
}
