package tab

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// rig is a row in a window, its clock, and what it told.
type rig struct {
	*Row
	win  fyne.Window
	now  time.Time
	told []string
}

func newRig(t *testing.T, n int, width float32) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	r := &rig{now: time.Unix(1000, 0)}
	tell := func(format string, args ...any) { r.told = append(r.told, fmt.Sprintf(format, args...)) }
	r.Row = NewRow(Options{
		Choose: func(id journey.ID) {
			tell("choose %s", id)
			r.Set(r.items, id)
		},
		Rename: func(id journey.ID, title string) { tell("rename %s %s", id, title) },
		Move:   func(id, before journey.ID) { tell("move %s before %s", id, before) },
		Remove: func(id journey.ID) { tell("remove %s", id) },
		Add:    func() { tell("add") },
		Menu:   func(id journey.ID, _ fyne.Position) { tell("menu %s", id) },
		Hint:   func(*look.Button, bool) {},
		Left:   func() {},
		Now:    func() time.Time { return r.now },
	})
	r.win = test.NewTempWindow(t, r.Row)
	r.win.Resize(fyne.NewSize(width, 46))
	r.Set(items(n), "m0")
	return r
}

func items(n int) []Item {
	list := make([]Item, n)
	for i := range list {
		name := fmt.Sprintf("Map %d", i)
		list[i] = Item{ID: journey.ID(fmt.Sprintf("m%d", i)), Name: name, Title: name, Hint: name}
	}
	return list
}

// click presses and lets go as the driver does.
func (r *rig) click(i int) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	t := r.tabs[i]
	t.MouseDown(ev)
	t.MouseUp(ev)
	t.Tapped(&fyne.PointEvent{})
}

func (r *rig) expect(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(r.told, want) {
		t.Errorf("told %q, want %q", r.told, want)
	}
	r.told = nil
}

func TestATabIsChosenByPress(t *testing.T) {
	r := newRig(t, 3, 600)
	r.tabs[1].MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	r.expect(t, "choose m1")
	if !r.tabs[1].On || r.tabs[0].On {
		t.Error("the tab does not stand as the chosen one")
	}
	r.tabs[2].MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	r.expect(t)
	r.tabs[2].TappedSecondary(&fyne.PointEvent{})
	r.expect(t, "choose m2", "menu m2")
}

func TestTwoClicksRename(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(f *nameField)
		want  []string
	}{
		{"Enter keeps", func(f *nameField) { f.SetText(" New   name "); f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, []string{"rename m1 New name"}},
		{"Esc drops", func(f *nameField) { f.SetText("New"); f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, nil},
		{"an empty name is none", func(f *nameField) { f.SetText("  "); f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, nil},
		{"the same is none", func(f *nameField) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, nil},
		{"leaving keeps", func(f *nameField) { f.SetText("Left"); f.FocusLost() }, []string{"rename m1 Left"}},
		{"once", func(f *nameField) {
			f.SetText("Once")
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			f.FocusLost()
		}, []string{"rename m1 Once"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, 3, 600)
			r.click(1)
			r.now = r.now.Add(twiceWithin + time.Millisecond)
			r.click(1)
			if r.Renaming() {
				t.Fatal("two slow clicks are no double click")
			}
			r.now = r.now.Add(twiceWithin / 2)
			r.click(1)
			if !r.Renaming() || r.win.Canvas().Focused() != fyne.Focusable(r.name) {
				t.Fatal("the name is not open")
			}
			if r.name.Text != "Map 1" || r.name.SelectedText() != "Map 1" {
				t.Errorf("open is %q, chosen %q", r.name.Text, r.name.SelectedText())
			}
			r.told = nil
			c.write(r.name)
			r.expect(t, c.want...)
			if r.Renaming() || r.strip.Objects[1] != fyne.CanvasObject(r.tabs[1]) {
				t.Error("the tab is not back")
			}
		})
	}
}

func TestKeysOfATab(t *testing.T) {
	r := newRig(t, 3, 600)
	key := func(i int, name fyne.KeyName) { r.tabs[i].TypedKey(&fyne.KeyEvent{Name: name}) }
	key(0, fyne.KeyRight)
	r.expect(t, "choose m1")
	if r.win.Canvas().Focused() != fyne.Focusable(r.tabs[1]) {
		t.Error("the keyboard has not gone along")
	}
	key(0, fyne.KeyLeft)
	key(2, fyne.KeyRight)
	r.expect(t)
	key(1, fyne.KeyDelete)
	r.expect(t, "remove m1")
	key(1, fyne.KeyF2)
	if !r.Renaming() {
		t.Error("F2 has not opened the name")
	}
}

// pull drags tab i to a place of the row.
func (r *rig) pull(i int, to float32) {
	t := r.tabs[i]
	from := t.Position().X + t.Size().Width/2
	for step := 1; step <= 8; step++ {
		ev := &fyne.DragEvent{Dragged: fyne.NewDelta((to-from)/8, 0)}
		ev.Position = fyne.NewPos(from+(to-from)*float32(step)/8-t.Position().X, 10)
		t.Dragged(ev)
	}
}

func TestDragPutsATabElsewhere(t *testing.T) {
	at := func(r *rig, i int, part float32) float32 {
		return r.tabs[i].Position().X + r.tabs[i].Size().Width*part
	}
	for _, c := range []struct {
		name string
		from int
		to   func(r *rig) float32
		want []string
	}{
		{"to the front", 2, func(r *rig) float32 { return at(r, 0, 0.2) }, []string{"move m2 before m0"}},
		{"to the end", 0, func(r *rig) float32 { return at(r, 3, 0.9) }, []string{"move m0 before "}},
		{"one on", 1, func(r *rig) float32 { return at(r, 2, 0.9) }, []string{"move m1 before m3"}},
		{"where it is", 1, func(r *rig) float32 { return at(r, 1, 0.9) }, nil},
		{"behind the one before", 2, func(r *rig) float32 { return at(r, 1, 0.9) }, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t, 4, 600)
			r.pull(c.from, c.to(r))
			r.tabs[c.from].DragEnd()
			r.expect(t, c.want...)
			if r.mark.Visible() {
				t.Error("the mark is still there")
			}
		})
	}
}

func TestEscLeavesADraggedTab(t *testing.T) {
	r := newRig(t, 4, 600)
	r.pull(3, 2)
	if !r.mark.Visible() || r.win.Canvas().Focused() != fyne.Focusable(r.tabs[3]) {
		t.Fatal("nothing shows where it would go")
	}
	r.tabs[3].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.pull(3, 40)
	r.tabs[3].DragEnd()
	r.expect(t)
	r.pull(3, 2)
	r.tabs[3].DragEnd()
	r.expect(t, "move m3 before m0")
}

// Twenty maps in a row for five: all are in the list, and the chosen one is in sight.
func TestManyMaps(t *testing.T) {
	r := newRig(t, 20, 400)
	if !r.list.Visible() || r.list.Text != "20" || len(r.List()) != 20 {
		t.Fatalf("the list: %v, %q, %d", r.list.Visible(), r.list.Text, len(r.List()))
	}
	for _, i := range []int{19, 0, 10} {
		r.List()[i].Run()
		x0 := r.tabs[i].Position().X - r.scroll.Offset.X
		if x1 := x0 + r.tabs[i].Size().Width; x0 < 0 || x1 > r.scroll.Size().Width {
			t.Errorf("tab %d is at %v to %v of %v", i, x0, x1, r.scroll.Size().Width)
		}
		if !r.List()[i].Checked {
			t.Errorf("map %d is not marked in the list", i)
		}
	}
	if end := r.add.Position().X + r.add.Size().Width; end > 400 {
		t.Errorf("the plus ends at %v", end)
	}
	r.Set(items(2), "m0")
	if r.list.Visible() {
		t.Error("two maps need no list")
	}
}

func TestOtherMapsEndRenaming(t *testing.T) {
	r := newRig(t, 3, 600)
	r.Rename("m2")
	f := r.name
	r.Set(items(2), "m0")
	f.FocusLost()
	r.expect(t)
	if r.Renaming() || len(r.strip.Objects) != 3 {
		t.Errorf("%d things in the row", len(r.strip.Objects))
	}
	r.Rename("nowhere")
	if r.Renaming() {
		t.Error("a map that is not there is renamed")
	}
}

func TestNamesTellMapsApart(t *testing.T) {
	m := func(title string, kind journey.MapType) journey.Map { return journey.Map{Title: title, Type: kind} }
	kind := func(t journey.MapType) string { return "<" + string(t) + ">" }
	for _, c := range []struct {
		maps  []journey.Map
		names []string
		hint  string
	}{
		{[]journey.Map{m("Bike", journey.CurrentState)}, []string{"Bike"}, "Bike · <current state>"},
		{[]journey.Map{m("Bike", journey.CurrentState), m("Bike", journey.FutureState)}, []string{"<current state>", "<future state>"}, "Bike · <current state>"},
		{[]journey.Map{m("Bike", journey.CurrentState), m("Bike", journey.CurrentState)}, []string{"Bike", "Bike"}, "Bike · <current state>"},
		{[]journey.Map{m("", journey.FutureState)}, []string{"<future state>"}, "<future state>"},
		{[]journey.Map{m("", "")}, []string{"?"}, "?"},
	} {
		got := Items(c.maps, kind, "?")
		for i, it := range got {
			if it.Name != c.names[i] {
				t.Errorf("%+v is called %q, want %q", c.maps[i], it.Name, c.names[i])
			}
		}
		if got[0].Hint != c.hint {
			t.Errorf("hint %q, want %q", got[0].Hint, c.hint)
		}
	}
}
