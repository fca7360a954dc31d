package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/ui/frame"
)

func TestActionsOfThePanels(t *testing.T) {
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
		if l, rt := r.frame.Shows(frame.Left), r.frame.Shows(frame.Right); l != c.left || rt != c.right {
			t.Errorf("after %s: left %v, right %v", c.run, l, rt)
		}
		want := fyne.Focusable(r.board)
		if c.run == "view.outline" {
			want = r.outline
		}
		if got := r.win.Canvas().Focused(); got != want {
			t.Errorf("after %s %T has the keyboard", c.run, got)
		}
	}
}
