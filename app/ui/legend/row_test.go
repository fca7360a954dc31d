package legend

import (
	"fmt"
	"image/color"
	"maps"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor/curve"
	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/data/journey"
)

type seen = map[journey.ID]curve.Visibility

// rig is a row whose curves are seen as it asks for.
type rig struct {
	*Row
	edited []journey.ID
	asked  int
	moved  string
}

func newRig(t *testing.T, n int, width float32) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	r := &rig{}
	faces := make([]sign.Face, n)
	now := seen{}
	for i := range faces {
		id := journey.ID(fmt.Sprintf("p%d", i))
		faces[i] = sign.Face{ID: id, Name: fmt.Sprintf("Persona %d", i), Order: i, Color: color.NRGBA{R: 0xC2, A: 255}}
		now[id] = curve.Shown
	}
	r.Row = NewRow(Options{
		Words: words.In("en"),
		Set: func(want map[journey.ID]curve.Visibility) {
			r.asked++
			next := maps.Clone(r.seen)
			maps.Copy(next, want)
			r.Row.Set(faces, next)
		},
		Move: func(id journey.ID, by int) { r.moved = fmt.Sprint(id, " ", by) },
		Edit: func(id journey.ID) { r.edited = append(r.edited, id) },
		Hint: func(*look.Button, bool) {}, Left: func() {},
	})
	win := test.NewTempWindow(t, r.Row)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(width, 46))
	r.Row.Set(faces, now)
	return r
}

func (r *rig) tap(i int, eye bool) {
	c := r.chips[i]
	x := float32(20)
	if eye {
		x = c.Size().Width - 10
	}
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 10)})
}

func (r *rig) expect(t *testing.T, want seen) {
	t.Helper()
	if !maps.Equal(r.seen, want) {
		t.Errorf("seen as %v, want %v", r.seen, want)
	}
}

func TestAClickGivesTheFocusToOneAlone(t *testing.T) {
	r := newRig(t, 3, 800)
	r.tap(1, false)
	r.expect(t, seen{"p0": curve.Shown, "p1": curve.Focused, "p2": curve.Shown})
	r.tap(2, false)
	r.expect(t, seen{"p0": curve.Shown, "p1": curve.Shown, "p2": curve.Focused})
	r.tap(2, false)
	r.expect(t, seen{"p0": curve.Shown, "p1": curve.Shown, "p2": curve.Shown})
}

func TestTheEyeHides(t *testing.T) {
	r := newRig(t, 2, 800)
	r.tap(0, true)
	r.expect(t, seen{"p0": curve.Hidden, "p1": curve.Shown})
	r.tap(0, true)
	r.expect(t, seen{"p0": curve.Shown, "p1": curve.Shown})
	r.tap(0, true)
	r.tap(0, false)
	r.expect(t, seen{"p0": curve.Focused, "p1": curve.Shown})
}

func TestKeysOfAChip(t *testing.T) {
	r := newRig(t, 2, 800)
	r.chips[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	r.expect(t, seen{"p0": curve.Focused, "p1": curve.Shown})
	r.chips[1].TypedRune('h')
	r.expect(t, seen{"p0": curve.Focused, "p1": curve.Hidden})
	r.chips[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c.Overlays().Top() == nil {
		t.Error("Down opens no menu")
	}
}

func TestTheMenuOfAPersona(t *testing.T) {
	r := newRig(t, 3, 800)
	for i, want := range []curve.Visibility{curve.Shown, curve.Hidden, curve.Focused} {
		r.Items("p1")[i].Run()
		if r.seen["p1"] != want || !r.Items("p1")[i].Checked {
			t.Errorf("item %d: seen as %v", i, r.seen["p1"])
		}
	}
	r.Items("p0")[4].Run()
	r.expect(t, seen{"p0": curve.Shown, "p1": curve.Shown, "p2": curve.Shown})
	if !r.Items("p0")[4].Disabled {
		t.Error("all are shown, and still all can be shown")
	}
	items := r.Items("p2")
	if !items[7].Disabled || items[6].Disabled || !r.Items("p0")[6].Disabled {
		t.Error("those at the ends can be moved on, or others not")
	}
	items[6].Run()
	if r.moved != "p2 -1" {
		t.Errorf("moved %q", r.moved)
	}
	items[8].Run()
	if len(r.edited) != 1 || r.edited[0] != "p2" {
		t.Errorf("shown is %v", r.edited)
	}
}

// Those there is no room for are in a list, and nothing reaches beyond the row.
func TestManyPersonas(t *testing.T) {
	for _, width := range []float32{60, 200, 420, 2000} {
		r := newRig(t, 9, width)
		n := 0
		for _, c := range r.chips {
			if !c.Visible() {
				continue
			}
			n++
			if x := c.Position().X; x < 0 || x+c.Size().Width > width+0.5 {
				t.Errorf("%v wide: %s is at %v to %v", width, c.face.Name, x, x+c.Size().Width)
			}
		}
		if rest := len(r.More()); n+rest != 9 || r.more.Visible() != (rest > 0) {
			t.Errorf("%v wide: %d chips and %d in the list", width, n, rest)
		}
		if r.more.Visible() && r.more.Text != fmt.Sprintf("+%d", 9-n) {
			t.Errorf("%v wide: the list says %q", width, r.more.Text)
		}
	}
}
