package trimming_test

import (
	"strings"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

var faces = text.NewLibrary(text.WithoutSystemFonts())

// TestLinesKeepToTheirRoom: a line begins at x or ends there, and is cut off where it would be wider
// than its room.
func TestLinesKeepToTheirRoom(t *testing.T) {
	long := strings.Repeat("long ", 40)
	for _, c := range []struct {
		says         string
		room         float64
		right, blank bool
	}{
		{"short", 200, false, false}, {"short", 200, true, false}, {long, 90, false, false}, {long, 90, true, false},
		{"", 200, false, true}, {"no room", 10, false, true},
	} {
		d := trimming.New(geom.Size{W: 400, H: 300}, faces)
		w := d.Line(c.says, 150, 40, c.room, c.right)
		win := d.Window()
		if win.Role != scene.Trimming || win.View != geom.R(0, 0, 400, 300) {
			t.Errorf("%q: a window of role %d on %v", c.says, win.Role, win.View)
		}
		if c.blank {
			if w != 0 || len(win.Scene.Items) > 0 {
				t.Errorf("%q in %g: %g wide", c.says, c.room, w)
			}
			continue
		}
		if w <= 0 || w > c.room {
			t.Errorf("%q in %g: %g wide", c.says, c.room, w)
		}
		x := win.Scene.Items[0].Mark.(*scene.Text).At.X
		if want := map[bool]float64{false: 150, true: 150 - w}[c.right]; x != want {
			t.Errorf("%q begins at %g, want %g", c.says, x, want)
		}
	}
}

// TestMarksStandOutside: no mark touches what is left after cutting.
func TestMarksStandOutside(t *testing.T) {
	r := geom.R(50, 60, 200, 100)
	marks := trimming.CropMarks(r, 3)
	if got, want := marks.Bounds(), r.Inset(-3-trimming.MarkLength); got != want {
		t.Errorf("marks reach over %v, want %v", got, want)
	}
	marks.Flatten(1, func(a, b geom.Point) {
		if r.Inset(-2.9).Contains(a) || r.Inset(-2.9).Contains(b) {
			t.Errorf("a mark from %v to %v", a, b)
		}
	})
}

func TestSaidLeavesOutWhatIsEmpty(t *testing.T) {
	if got := trimming.Said("", "one", "", "two"); got != "one · two" {
		t.Errorf("%q", got)
	}
	if got := trimming.Said("", ""); got != "" {
		t.Errorf("of nothing: %q", got)
	}
}
