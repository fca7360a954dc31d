package menu

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// Height is that of the bar, in units of Fyne.
const Height = 34

// Bar is the row at the top of the window: the name of the program, its menus, and at the right
// the name of the open file with its state.
type Bar struct {
	widget.BaseWidget
	canvas      fyne.Canvas
	brand       string
	menus       []Menu
	file, state string
	color       func(*look.Theme) color.NRGBA

	popup   *Popup // nil: no menu is open
	opened  int    // which one is; -1
	hovered int    // which title is under the pointer; -1
}

// NewBar returns a bar. menus may be empty, where the desktop draws them.
func NewBar(c fyne.Canvas, brand string, menus []Menu) *Bar {
	b := &Bar{canvas: c, brand: brand, menus: menus, opened: -1, hovered: -1, color: look.Second}
	b.ExtendBaseWidget(b)
	return b
}

// SetFile shows the name of a file and in what state it is; an empty name shows nothing.
func (b *Bar) SetFile(name, state string, c func(*look.Theme) color.NRGBA) {
	b.file, b.state, b.color = name, state, c
	b.Refresh()
}

// Menus returns the menus of the bar.
func (b *Bar) Menus() []Menu { return b.menus }

// Open opens a menu with its first item chosen, for those who use the keyboard.
func (b *Bar) Open(i int) {
	if len(b.menus) == 0 {
		return
	}
	b.unfold(i)
	b.popup.deepest().step(1)
	b.popup.Refresh()
}

func (b *Bar) unfold(i int) {
	b.opened = i
	x, _ := b.title(i)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	at := origin.AddXY(x, Height-1)
	items := b.menus[i].Items()
	if b.popup == nil {
		b.popup = &Popup{canvas: b.canvas, bar: b}
		b.popup.ExtendBaseWidget(b.popup)
		b.popup.levels = []*panel{newUnder(items, at, b.canvas.Size())}
		b.popup.open()
	} else {
		b.popup.levels = []*panel{newUnder(items, at, b.canvas.Size())}
		b.popup.Refresh()
	}
	b.Refresh()
}

func (b *Bar) switchTo(i int) { b.unfold(i) }

// next goes to the menu beside the one that is open.
func (b *Bar) next(by int) {
	n := len(b.menus)
	b.Open((b.opened + by + n) % n)
}

// left is told that the open menu is closed.
func (b *Bar) left() {
	b.popup, b.opened, b.hovered = nil, -1, -1
	b.Refresh()
}

// The measures of the bar.
const (
	barLead  = 14
	titlePad = 11
)

func bold(s string) *canvas.Text {
	t := canvas.NewText(s, look.Now().AccentInk)
	t.TextSize, t.FontSource = look.TextSize+0.5, look.Bold
	return t
}

// title is where the ground of a title begins and how wide it is.
func (b *Bar) title(i int) (x, w float32) {
	x = barLead + bold(b.brand).MinSize().Width + 14
	for k := range b.menus {
		w = text(b.menus[k].Title, color.Black).MinSize().Width + 2*titlePad
		if k == i {
			break
		}
		x += w
	}
	return x, w
}

// titleAt is the title at a place of the canvas; -1.
func (b *Bar) titleAt(abs fyne.Position) int {
	p := abs.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(b))
	if p.Y < 0 || p.Y >= Height {
		return -1
	}
	for i := range b.menus {
		if x, w := b.title(i); p.X >= x && p.X < x+w {
			return i
		}
	}
	return -1
}

// MouseIn implements desktop.Hoverable.
func (b *Bar) MouseIn(ev *desktop.MouseEvent) { b.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (b *Bar) MouseMoved(ev *desktop.MouseEvent) {
	if i := b.titleAt(ev.AbsolutePosition); i != b.hovered {
		b.hovered = i
		b.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (b *Bar) MouseOut() {
	if b.hovered >= 0 {
		b.hovered = -1
		b.Refresh()
	}
}

// MouseDown implements desktop.Mouseable: menus open when the button goes down, so that an item
// can be reached in one sweep.
func (b *Bar) MouseDown(ev *desktop.MouseEvent) {
	if i := b.titleAt(ev.AbsolutePosition); i >= 0 && ev.Button == desktop.MouseButtonPrimary && b.popup == nil {
		b.unfold(i)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *Bar) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer implements fyne.Widget.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{b: b, ground: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent),
		brand: bold(b.brand), file: text("", color.Black), state: text("", color.Black)}
	r.mark.CornerRadius = 5
	for _, m := range b.menus {
		r.titles = append(r.titles, text(m.Title, color.Black))
	}
	r.Refresh()
	return r
}

type barRenderer struct {
	b                  *Bar
	ground, mark       *canvas.Rectangle
	brand, file, state *canvas.Text
	titles             []*canvas.Text
}

func (r *barRenderer) Destroy()           {}
func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(320, Height) }

func (r *barRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.mark, r.brand}
	for _, t := range r.titles {
		list = append(list, t)
	}
	return append(list, r.file, r.state)
}

func (r *barRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	put := func(t *canvas.Text, x float32) {
		m := t.MinSize()
		t.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		t.Resize(m)
	}
	put(r.brand, barLead)
	end := float32(barLead) + r.brand.MinSize().Width
	for i, t := range r.titles {
		x, w := r.b.title(i)
		put(t, x+titlePad)
		end = x + w
	}
	on := r.b.opened
	if on < 0 {
		on = r.b.hovered
	}
	r.mark.Hidden = on < 0
	if on >= 0 {
		x, w := r.b.title(on)
		r.mark.Move(fyne.NewPos(x, 4))
		r.mark.Resize(fyne.NewSize(w, size.Height-8))
	}
	x := size.Width - 14 - r.state.MinSize().Width
	put(r.state, x)
	r.file.Text = r.b.file
	if r.b.file != "" {
		room := x - end - 24
		tail := text(" — ", color.Black).MinSize().Width
		r.file.Text = look.Shorten(r.b.file, r.file.TextSize, r.file.FontSource, room-tail) + " — "
	}
	put(r.file, x-r.file.MinSize().Width)
}

func (r *barRenderer) Refresh() {
	th := look.Now()
	r.ground.FillColor, r.mark.FillColor = th.Panel, th.Ground
	if r.b.opened >= 0 {
		r.mark.FillColor = th.Tint
	}
	r.brand.Color = th.AccentInk
	for _, t := range r.titles {
		t.Color = th.Ink
	}
	r.file.Color, r.state.Color = th.Second, r.b.color(th)
	r.state.Text = r.b.state
	if r.b.file == "" {
		r.state.Text = ""
	}
	r.state.FontSource = look.Medium
	if size := r.b.Size(); size.Width > 0 {
		r.Layout(size)
	}
	canvas.Refresh(r.b)
}
