package menu

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Popup is a menu that is open, with the submenus that are open beside it. It lies over the whole
// canvas and has pointer and keyboard until it is closed.
type Popup struct {
	widget.BaseWidget
	canvas fyne.Canvas
	bar    *Bar // nil: a menu under the pointer
	levels []*panel
	tap    Tap
	closed bool
}

// Show opens a menu with its corner at a place of the canvas.
func Show(c fyne.Canvas, at fyne.Position, items []Item) *Popup {
	p := &Popup{canvas: c}
	p.ExtendBaseWidget(p)
	p.levels = []*panel{newPanel(items, at, c.Size(), nil)}
	p.open()
	return p
}

// ShowAbove is Show for a button at the foot of the window: the menu ends above a place of the canvas.
func ShowAbove(c fyne.Canvas, at fyne.Position, items []Item) *Popup {
	return Show(c, at.SubtractXY(0, sizeOf(items).Height+2), items)
}

func (p *Popup) open() {
	p.canvas.Overlays().Add(p)
	p.canvas.Focus(p)
}

// Close takes the menu away. Who had the keyboard before has it again.
func (p *Popup) Close() {
	if p.closed {
		return
	}
	p.closed = true
	p.canvas.Overlays().Remove(p)
	if p.bar != nil {
		p.bar.left()
	}
}

// deepest is the panel that the keys mean.
func (p *Popup) deepest() *panel { return p.levels[len(p.levels)-1] }

// cut closes the submenus below a level.
func (p *Popup) cut(level int) {
	p.levels = p.levels[:level+1]
}

// unfold opens the submenu of the chosen item of the deepest panel; false if there is none.
func (p *Popup) unfold() bool {
	n := p.deepest()
	if n.chosen < 0 || len(n.items[n.chosen].Sub) == 0 {
		return false
	}
	at := fyne.NewPos(n.at.X+n.size.Width-rim, n.top(n.chosen)-rim)
	p.levels = append(p.levels, newPanel(n.items[n.chosen].Sub, at, p.canvas.Size(), n))
	return true
}

// run does the chosen item of a panel.
func (p *Popup) run(n *panel) {
	if n.chosen < 0 {
		return
	}
	it := n.items[n.chosen]
	if !it.can() || len(it.Sub) > 0 {
		return
	}
	p.Close()
	if it.Run != nil {
		it.Run()
	}
}

// under is the topmost panel at a place; nil and -1 where there is none.
func (p *Popup) under(at fyne.Position) (*panel, int) {
	for i := len(p.levels) - 1; i >= 0; i-- {
		if p.levels[i].contains(at) {
			return p.levels[i], i
		}
	}
	return nil, -1
}

// MouseIn implements desktop.Hoverable.
func (p *Popup) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseOut implements desktop.Hoverable.
func (p *Popup) MouseOut() {}

// MouseMoved implements desktop.Hoverable: it chooses what is under the pointer, and over the bar
// it opens the menu there.
func (p *Popup) MouseMoved(ev *desktop.MouseEvent) {
	n, level := p.under(ev.Position)
	if n == nil {
		if p.bar != nil {
			if i := p.bar.titleAt(ev.AbsolutePosition); i >= 0 && i != p.bar.opened {
				p.bar.switchTo(i)
			}
		}
		return
	}
	i := n.itemAt(ev.Position)
	if i == n.chosen || i < 0 && level < len(p.levels)-1 {
		return
	}
	p.cut(level)
	n.choose(i)
	p.unfold()
	p.Refresh()
}

// MouseDown implements desktop.Mouseable: a press beside the menu closes it.
func (p *Popup) MouseDown(ev *desktop.MouseEvent) {
	p.tap.Cancel()
	if n, _ := p.under(ev.Position); n == nil {
		p.Close()
	}
}

// MouseUp implements desktop.Mouseable. A press on the bar may be let go over an item.
func (p *Popup) MouseUp(ev *desktop.MouseEvent) {
	if n, _ := p.under(ev.Position); n != nil && !p.closed && n.itemAt(ev.Position) >= 0 {
		n.choose(n.itemAt(ev.Position))
		p.run(n)
	}
}

// Scrolled implements fyne.Scrollable, for a menu that is higher than the window.
func (p *Popup) Scrolled(ev *fyne.ScrollEvent) {
	if n, _ := p.under(ev.Position); n != nil {
		by := 1
		if ev.Scrolled.DY > 0 {
			by = -1
		}
		n.scroll(by)
		p.Refresh()
	}
}

// AcceptsTab implements fyne.Tabbable.
func (p *Popup) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (p *Popup) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *Popup) FocusLost() { p.tap.Cancel() }

// TypedKey implements fyne.Focusable.
func (p *Popup) TypedKey(ev *fyne.KeyEvent) {
	n := p.deepest()
	switch ev.Name {
	case fyne.KeyDown:
		n.step(1)
	case fyne.KeyUp:
		n.step(-1)
	case fyne.KeyHome:
		n.choose(-1)
		n.step(1)
	case fyne.KeyEnd:
		n.choose(-1)
		n.step(-1)
	case fyne.KeyRight:
		if p.unfold() {
			p.deepest().step(1)
		} else if p.bar != nil {
			p.bar.next(1)
		}
	case fyne.KeyLeft:
		if len(p.levels) > 1 {
			p.cut(len(p.levels) - 2)
		} else if p.bar != nil {
			p.bar.next(-1)
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if p.unfold() {
			p.deepest().step(1)
		} else {
			p.run(n)
		}
	case fyne.KeyEscape:
		if len(p.levels) > 1 {
			p.cut(len(p.levels) - 2)
		} else {
			p.Close()
		}
	case fyne.KeyF10:
		p.Close()
	}
	p.Refresh()
}

// TypedRune implements fyne.Focusable: a letter goes to the next item that begins with it.
func (p *Popup) TypedRune(r rune) {
	n := p.deepest()
	for k := 1; k <= len(n.items); k++ {
		i := (max(n.chosen, -1) + k) % len(n.items)
		first, _ := utf8.DecodeRuneInString(n.items[i].Label)
		if n.items[i].can() && unicode.ToLower(first) == unicode.ToLower(r) {
			n.choose(i)
			p.Refresh()
			return
		}
	}
}

// KeyDown implements desktop.Keyable.
func (p *Popup) KeyDown(ev *fyne.KeyEvent) { p.tap.Down(ev.Name) }

// KeyUp implements desktop.Keyable: tapping Alt closes what tapping Alt opened.
func (p *Popup) KeyUp(ev *fyne.KeyEvent) {
	if p.tap.Up(ev.Name) {
		p.Close()
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Popup) CreateRenderer() fyne.WidgetRenderer { return &popupRenderer{p} }

type popupRenderer struct{ p *Popup }

func (r *popupRenderer) Destroy()           {}
func (r *popupRenderer) Layout(fyne.Size)   {}
func (r *popupRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *popupRenderer) Objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, n := range r.p.levels {
		list = append(list, n.objects...)
	}
	return list
}
func (r *popupRenderer) Refresh() { r.p.canvas.Refresh(r.p) }
