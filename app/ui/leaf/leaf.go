// Package leaf turns from the map to what else the window can show in its place: priorities, the
// register of actions. One leaf at a time lies over the board; the panels beside it stay.
//
// All of it belongs to the goroutine of the window.
package leaf

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
)

// Leaf is something that is shown in place of the board.
type Leaf interface {
	Object() fyne.CanvasObject
	Update(editor.Event)   // something has changed
	Focus() fyne.Focusable // who takes the keyboard
	Leave()                // it is turned away from: what is being typed is kept
}

// ID names a leaf; the empty one is the map.
type ID string

// Map is what is shown when no leaf is.
const Map ID = ""

// Leaves are all that can be turned to.
type Leaves struct {
	box    *fyne.Container
	order  []ID
	make   map[ID]func() Leaf
	open   ID
	now    Leaf   // nil: the map
	turned func() // told when another leaf is shown
}

// New returns leaves of which none is there. turned is told when another one is shown.
func New(turned func()) *Leaves {
	l := &Leaves{box: container.NewStack(), make: map[ID]func() Leaf{}, turned: turned}
	l.box.Hide()
	return l
}

// Add puts a leaf behind the others. make makes it each time it is turned to, and when words or
// colours have changed.
func (l *Leaves) Add(id ID, make func() Leaf) {
	l.order = append(l.order, id)
	l.make[id] = make
}

// All lists what can be turned to, the map first.
func (l *Leaves) All() []ID { return append([]ID{Map}, l.order...) }

// Object is what lies over the board.
func (l *Leaves) Object() fyne.CanvasObject { return l.box }

// Open returns which leaf is shown; Map: none.
func (l *Leaves) Open() ID { return l.open }

// Now returns the leaf that is shown; nil: none.
func (l *Leaves) Now() Leaf { return l.now }

// Turn shows a leaf, or the map. What is not there is the map.
func (l *Leaves) Turn(id ID) {
	if id == l.open {
		return
	}
	if l.now != nil {
		l.now.Leave()
	}
	l.open, l.now = id, nil
	l.Build()
	l.turned()
}

// Reset turns to the map without telling: another project is shown.
func (l *Leaves) Reset() {
	l.open, l.now = Map, nil
	l.Build()
}

// Build makes the leaf that is shown anew, in the words and colours of now.
func (l *Leaves) Build() {
	make := l.make[l.open]
	if make == nil {
		l.open, l.now = Map, nil
		l.box.Objects = nil
		l.box.Hide()
		l.box.Refresh()
		return
	}
	l.now = make()
	ground := look.NewGround(func(t *look.Theme) color.NRGBA { return t.Desk })
	l.box.Objects = []fyne.CanvasObject{ground, float.NewShield(), l.now.Object()}
	l.box.Show()
	l.box.Refresh()
}

// Heard tells the leaf that is shown what has changed. Where a text is opened on the map, the map is
// turned to.
func (l *Leaves) Heard(ev editor.Event, writing bool) {
	switch {
	case l.now == nil:
	case writing:
		l.Turn(Map)
	default:
		l.now.Update(ev)
	}
}

// Focus gives the keyboard to the leaf that is shown; false: the map is.
func (l *Leaves) Focus(c fyne.Canvas) bool {
	if l.now == nil {
		return false
	}
	c.Focus(l.now.Focus())
	return true
}

// Has reports whether the leaf that is shown has the keyboard.
func (l *Leaves) Has(focused fyne.Focusable) bool {
	return l.now != nil && focused != nil && focused == l.now.Focus()
}

// Typed hands a key to the leaf that is shown; false: the map is.
func (l *Leaves) Typed(ev *fyne.KeyEvent) bool {
	if l.now == nil {
		return false
	}
	l.now.Focus().TypedKey(ev)
	return true
}
