package menu

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
)

// rig is a bar with two menus in a window.
type rig struct {
	*Bar
	t    *testing.T
	win  fyne.Window
	done []string
}

func newRig(t *testing.T) *rig {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	r := &rig{t: t, win: app.NewWindow("")}
	r.win.SetPadded(false)
	item := func(label string) Item { return Item{Label: label, Run: func() { r.done = append(r.done, label) }} }
	off := item("Save")
	off.Disabled = true
	recent := Item{Label: "Recent", Sub: []Item{item("a"), item("b")}}
	r.Bar = NewBar(r.win.Canvas(), "Jejak", []Menu{
		{"File", func() []Item { return []Item{item("New"), item("Open"), recent, Line(), off, item("Quit")} }},
		{"Edit", func() []Item { return []Item{item("Undo"), item("Redo")} }},
	})
	r.win.SetContent(r.Bar)
	r.win.Resize(fyne.NewSize(900, 600))
	return r
}

func (r *rig) keys(names ...fyne.KeyName) {
	r.t.Helper()
	for _, k := range names {
		if r.popup == nil {
			r.t.Fatalf("the menu is closed before %s", k)
		}
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (r *rig) want(done ...string) {
	r.t.Helper()
	if !slices.Equal(r.done, done) {
		r.t.Errorf("it did %v, want %v", r.done, done)
	}
}

func TestKeysWalkTheMenus(t *testing.T) {
	for _, c := range []struct {
		name string
		keys []fyne.KeyName
		want string
	}{
		{"the first item is chosen", []fyne.KeyName{fyne.KeyReturn}, "New"},
		{"down", []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "Open"},
		{"lines and disabled items are passed over", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace}, "Quit"},
		{"round the end", []fyne.KeyName{fyne.KeyUp, fyne.KeyEnter}, "Quit"},
		{"home and end", []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn}, "Open"},
		{"the menu beside", []fyne.KeyName{fyne.KeyRight, fyne.KeyReturn}, "Undo"},
		{"round the bar", []fyne.KeyName{fyne.KeyLeft, fyne.KeyDown, fyne.KeyReturn}, "Redo"},
		{"a submenu", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn}, "b"},
		{"and back", []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn}, "Open"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			r.Open(0)
			r.keys(c.keys...)
			r.want(c.want)
			if r.popup != nil || r.win.Canvas().Overlays().Top() != nil {
				t.Error("the menu is still open")
			}
		})
	}
}

func TestEscapeClosesOneLevel(t *testing.T) {
	r := newRig(t)
	r.Open(0)
	r.keys(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyEscape)
	if r.popup == nil {
		t.Fatal("Escape in a submenu closed all")
	}
	r.keys(fyne.KeyEscape)
	if r.popup != nil {
		t.Error("the menu is still open")
	}
	r.want()
}

func TestLettersJump(t *testing.T) {
	r := newRig(t)
	r.Open(0)
	for _, letter := range []rune{'q', 's'} { // Save is disabled: nothing to jump to
		r.win.Canvas().Focused().TypedRune(letter)
	}
	r.keys(fyne.KeyReturn)
	r.want("Quit")
}

func event(x, y float32) *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(x, y)
	ev.AbsolutePosition = ev.Position
	return ev
}

func TestPointer(t *testing.T) {
	r := newRig(t)
	x0, _ := r.title(0)
	x1, _ := r.title(1)
	r.MouseDown(event(x0+4, 10))
	if r.opened != 0 {
		t.Fatal("a press on a title opens nothing")
	}
	p := r.popup
	p.MouseMoved(event(x1+4, 10))
	if r.opened != 1 {
		t.Fatal("moving along the bar does not change the menu")
	}
	n := p.deepest()
	y := n.rows[1].y + 5
	p.MouseMoved(event(n.at.X+30, y))
	if n.chosen != 1 {
		t.Errorf("item %d is chosen under the pointer", n.chosen)
	}
	p.MouseUp(event(n.at.X+30, y))
	r.want("Redo")

	r.MouseDown(event(x0+4, 10))
	n = r.popup.deepest()
	r.popup.MouseUp(event(n.at.X+30, n.rows[4].y+5)) // Save
	if r.popup == nil {
		t.Fatal("a disabled item closed the menu")
	}
	r.popup.MouseMoved(event(n.at.X+30, n.rows[2].y+5))
	if len(r.popup.levels) != 2 {
		t.Error("the submenu does not open under the pointer")
	}
	r.popup.MouseDown(event(800, 500))
	if r.popup != nil {
		t.Error("a press outside does not close the menu")
	}
	r.want("Redo")
}

func TestMenuHigherThanTheWindow(t *testing.T) {
	app := test.NewTempApp(t)
	w := app.NewWindow("")
	w.Resize(fyne.NewSize(400, 200))
	var items []Item
	ran := 0
	for i := range 30 {
		items = append(items, Item{Label: "item", Run: func() { ran = i }})
	}
	p := Show(w.Canvas(), fyne.NewPos(380, 190), items)
	n := p.deepest()
	if n.at.Y < 0 || n.at.Y+n.size.Height > 200 || n.at.X+n.size.Width > 400 {
		t.Errorf("the menu lies at %v, %v large", n.at, n.size)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if n.rows[len(n.rows)-1].item != 29 {
		t.Error("the last item is chosen and not in sight")
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if ran != 29 {
		t.Errorf("item %d ran", ran)
	}
}

// TestAMenuNeverCoversItsTitle: one that is higher than what is below the bar is scrolled there, so
// that a press on the title is not let go over an item.
func TestAMenuNeverCoversItsTitle(t *testing.T) {
	for _, room := range []float32{60, 200, 900} {
		var items []Item
		for range 30 {
			items = append(items, Item{Label: "item", Run: func() {}})
		}
		n := newUnder(items, fyne.NewPos(40, Height), fyne.NewSize(600, room))
		if room > Height+3*rowHeight && (n.at.Y < Height || n.at.Y+n.size.Height > room) {
			t.Errorf("in %v it lies from %v to %v", room, n.at.Y, n.at.Y+n.size.Height)
		}
		if len(n.rows) == 0 {
			t.Errorf("in %v it shows nothing", room)
		}
	}
}

func TestTap(t *testing.T) {
	const left, shift = desktop.KeyAltLeft, desktop.KeyShiftLeft
	var tap Tap
	tap.Down(left)
	if !tap.Up(left) {
		t.Error("Alt down and up is a tap")
	}
	tap.Down(left)
	tap.Down(fyne.KeyTab)
	if tap.Up(left) {
		t.Error("Alt with another key is no tap")
	}
	tap.Down(left)
	tap.Cancel()
	if tap.Up(left) {
		t.Error("Alt with the mouse is no tap")
	}
	tap.Down(shift)
	if tap.Up(shift) {
		t.Error("Shift opens menus")
	}
}

func TestDesktopBar(t *testing.T) {
	r := newRig(t)
	d := NewDesktop(r.win, r.Menus())
	d.Refresh()
	first := r.win.MainMenu()
	if first == nil || len(first.Items) != 2 || first.Items[0].Items[2].ChildMenu == nil || !first.Items[0].Items[3].IsSeparator {
		t.Fatalf("the bar of the desktop is %+v", first)
	}
	d.Refresh()
	if r.win.MainMenu() != first {
		t.Error("the bar was made anew though nothing has changed")
	}
}
