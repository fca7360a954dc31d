// Package frame lays out the window: a bar on top, a status line below, a panel on either side, the
// board in what is left. The panels can be hidden one by one and dragged wider by their borders, and
// are found in the next run as they were left. All of it belongs to the goroutine of the window.
package frame

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
)

// The fixed measures of the window, in units of Fyne.
const (
	BarHeight    = 46
	StatusHeight = 28
	boardLeast   = 240 // stays of the board beside the panels
)

// Side is one of the panels.
type Side uint8

// The sides.
const (
	Left Side = iota
	Right
)

// measure is what a panel begins with, what it can be dragged to, and what it is remembered by.
type measure struct {
	normal, least, most float32
	hidden, width       string // preferences
}

var measures = [2]measure{
	Left:  {220, 180, 440, "panel.left.hidden", "panel.left.width"},
	Right: {276, 240, 520, "panel.right.hidden", "panel.right.width"},
}

// Options says what stands where. All of it must be there.
type Options struct {
	Bar, Status, Left, Right, Board fyne.CanvasObject
	Over                            fyne.CanvasObject // lies over the board
	Prefs                           fyne.Preferences  // remembers the panels
	Done                            func()            // a border was let go
}

// Frame is the layout of the window.
type Frame struct {
	o                    Options
	panels, lines, grips [2]fyne.CanvasObject
	underBar, overStatus fyne.CanvasObject
	widths               [2]float32 // as chosen; a narrow window may have no room for it
	measures             [2]measure
	box                  *fyne.Container
}

// New returns a frame with its panels as they were left.
func New(o Options) *Frame {
	f := &Frame{o: o, panels: [2]fyne.CanvasObject{o.Left, o.Right}, underBar: look.Hairline(), overStatus: look.Hairline(), measures: measures}
	for s, m := range measures {
		f.widths[s] = float32(o.Prefs.FloatWithFallback(m.width, float64(m.normal)))
		f.lines[s], f.grips[s] = look.Hairline(), f.grip(Side(s))
	}
	// in painting order: panels lie over what the board casts beyond its rim
	f.box = container.New(f, o.Board, o.Over, o.Left, o.Right, o.Bar, o.Status, f.underBar, f.overStatus,
		f.lines[Left], f.lines[Right], f.grips[Left], f.grips[Right])
	f.show()
	return f
}

// Object is what to put into the window.
func (f *Frame) Object() fyne.CanvasObject { return f.box }

// Shows reports whether a panel is shown.
func (f *Frame) Shows(s Side) bool { return !f.o.Prefs.Bool(measures[s].hidden) }

// Toggle shows a panel, or hides it.
func (f *Frame) Toggle(s Side) {
	f.o.Prefs.SetBool(measures[s].hidden, f.Shows(s))
	f.show()
}

// TogglePanels hides both panels; if neither is shown it brings both back.
func (f *Frame) TogglePanels() {
	hide := f.Shows(Left) || f.Shows(Right)
	for _, m := range measures {
		f.o.Prefs.SetBool(m.hidden, hide)
	}
	f.show()
}

func (f *Frame) show() {
	for s := range measures {
		for _, o := range []fyne.CanvasObject{f.panels[s], f.lines[s], f.grips[s]} {
			if f.Shows(Side(s)) {
				o.Show()
			} else {
				o.Hide()
			}
		}
	}
	f.box.Refresh()
}

// Suit gives a panel a width of its own, remembered by a name, as long as something is in it that needs
// another one than usual. The empty name is the usual.
func (f *Frame) Suit(s Side, name string, normal float32) {
	m := measures[s]
	if name != "" {
		m.width += "." + name
		m.normal = normal
	}
	f.measures[s] = m
	f.widths[s] = float32(f.o.Prefs.FloatWithFallback(m.width, float64(m.normal)))
	f.box.Refresh()
}

// grip makes the border that a panel is dragged by.
func (f *Frame) grip(s Side) *grip {
	var from float32
	relay := func(to float32) {
		f.widths[s] = min(max(to, f.measures[s].least), f.measures[s].most)
		f.box.Refresh()
	}
	keep := func() {
		f.o.Prefs.SetFloat(f.measures[s].width, float64(f.widths[s]))
		f.o.Done()
	}
	way := float32(1)
	if s == Right {
		way = -1
	}
	return newGrip(func() { from = f.room(f.box.Size().Width)[s] }, func(by float32) { relay(from + way*by) }, keep,
		func() { relay(f.measures[s].normal); keep() })
}

// room returns how wide the panels are in a window of that width; 0: not shown.
func (f *Frame) room(window float32) (wide [2]float32) {
	for s, m := range measures {
		if f.Shows(Side(s)) {
			wide[s] = min(max(f.widths[s], m.least), m.most)
		}
	}
	for _, s := range []Side{Right, Left} { // the right one gives way first
		over := wide[Left] + wide[Right] + boardLeast - window
		if over > 0 && wide[s] > 0 {
			wide[s] = max(wide[s]-over, measures[s].least)
		}
	}
	return wide
}

// MinSize implements fyne.Layout.
func (f *Frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

// Layout implements fyne.Layout.
func (f *Frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(f.o.Bar, 0, 0, size.Width, BarHeight)
	put(f.underBar, 0, BarHeight, size.Width, 1)
	put(f.o.Status, 0, size.Height-StatusHeight, size.Width, StatusHeight)
	put(f.overStatus, 0, size.Height-StatusHeight-1, size.Width, 1)
	top, bottom := float32(BarHeight+1), size.Height-StatusHeight-1
	wide := f.room(size.Width)
	x0, x1 := float32(0), size.Width
	const half = (gripWidth - 1) / 2
	if left := wide[Left]; left > 0 {
		put(f.o.Left, 0, top, left, bottom-top)
		put(f.lines[Left], left, top, 1, bottom-top)
		put(f.grips[Left], left-half, top, gripWidth, bottom-top)
		x0 = left + 1
	}
	if right := wide[Right]; right > 0 {
		x1 = size.Width - right - 1
		put(f.o.Right, x1+1, top, right, bottom-top)
		put(f.lines[Right], x1, top, 1, bottom-top)
		put(f.grips[Right], x1-half, top, gripWidth, bottom-top)
	}
	put(f.o.Board, x0, top, x1-x0, bottom-top)
	put(f.o.Over, x0, top, x1-x0, bottom-top)
}

// Column stacks the menu bar, a line, and what takes the rest of the window.
func Column(menus, rest fyne.CanvasObject) *fyne.Container {
	return container.New(column{}, menus, look.Hairline(), rest)
}

type column struct{}

// MinSize implements fyne.Layout.
func (column) MinSize(o []fyne.CanvasObject) fyne.Size {
	rest := o[2].MinSize()
	return fyne.NewSize(rest.Width, menu.Height+1+rest.Height)
}

// Layout implements fyne.Layout.
func (column) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range []float32{menu.Height, 1, size.Height - menu.Height - 1} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
