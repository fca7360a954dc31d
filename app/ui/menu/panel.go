package menu

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/ui/look"
)

// The measures of a panel, in units of Fyne.
const (
	rowHeight  = 28
	lineHeight = 9
	moreHeight = 14 // of the sign that there is more than has room
	rim        = 5  // inside the panel, round its rows
	lead       = 34 // before the label: tick or icon
	tail       = 26 // behind all: the arrow of a submenu
	between    = 28 // at least, between label and shortcut
	iconSide   = 16
	leastWidth = 168
)

// panel is one list of items on the screen. What it draws is made once; choosing moves a mark.
type panel struct {
	items   []Item
	at      fyne.Position
	size    fyne.Size
	rows    []row // those in sight
	first   int   // the first item in sight, where not all have room
	chosen  int   // an index of items; -1: none
	objects []fyne.CanvasObject
	mark    *canvas.Rectangle
}

// row is where an item lies.
type row struct {
	item     int
	y, below float32 // in the canvas
}

// newPanel lays items out with the corner at p if there is room, else where there is. A submenu that
// has no room goes to the other side of the panel it belongs to; beside is nil for the first.
func newPanel(items []Item, p fyne.Position, room fyne.Size, beside *panel) *panel {
	return placed(items, p, room, beside, room.Height-8)
}

// newUnder makes the menu of a title, which it never covers: a press on the title would be let go over
// an item. One that is too high is scrolled.
func newUnder(items []Item, p fyne.Position, room fyne.Size) *panel {
	return placed(items, p, room, nil, max(room.Height-p.Y-4, 3*rowHeight))
}

// placed makes a menu that is so high at most.
func placed(items []Item, p fyne.Position, room fyne.Size, beside *panel, most float32) *panel {
	n := &panel{items: items, chosen: -1, size: sizeOf(items)}
	n.size.Height = min(n.size.Height, most)
	if p.X+n.size.Width > room.Width-4 {
		if beside != nil {
			p.X = beside.at.X - n.size.Width + rim
		} else {
			p.X = room.Width - n.size.Width - 4
		}
	}
	p.Y = min(p.Y, room.Height-n.size.Height-4)
	n.at = fyne.NewPos(max(p.X, 4), max(p.Y, 4))
	n.draw()
	return n
}

func sizeOf(items []Item) fyne.Size {
	s := fyne.NewSize(leastWidth, 2*rim)
	for i := range items {
		s.Height += height(&items[i])
		s.Width = max(s.Width, widthOf(&items[i]))
	}
	return s
}

func height(it *Item) float32 {
	if it.line() {
		return lineHeight
	}
	return rowHeight
}

func widthOf(it *Item) float32 {
	w := lead + text(it.Label, color.Black).MinSize().Width + tail
	if it.Shortcut != "" {
		w += between + text(it.Shortcut, color.Black).MinSize().Width - tail + 14
	}
	return w + 2*rim
}

func text(s string, c color.Color) *canvas.Text {
	t := canvas.NewText(s, c)
	t.TextSize, t.FontSource = look.TextSize, look.Regular
	return t
}

// draw makes what the panel shows, from item first on.
func (n *panel) draw() {
	th := look.Now()
	ground := canvas.NewRectangle(th.Panel)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = th.Border, 1, 8
	ground.Shadow = canvas.Shadow{Color: th.Shadow, BlurRadius: 18, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
	ground.Move(n.at)
	ground.Resize(n.size)
	n.mark = canvas.NewRectangle(th.Tint)
	n.mark.CornerRadius = 5
	n.objects = []fyne.CanvasObject{ground, n.mark}
	n.rows = nil
	y, end := n.at.Y+rim, n.at.Y+n.size.Height-rim
	middle := n.at.X + (n.size.Width-moreHeight)/2
	signs := n.size.Height > 4*rowHeight
	if signs && n.first > 0 { // there is more above
		n.icon("arrow-up", th.Second, middle, y, moreHeight)
		y += moreHeight
	}
	if signs && n.rest(n.first) > end-y+0.5 { // and below
		end -= moreHeight
		n.icon("arrow-down", th.Second, middle, end, moreHeight)
	}
	for i := n.first; i < len(n.items); i++ {
		it := &n.items[i]
		h := height(it)
		if y+h > end+0.5 {
			break
		}
		n.rows = append(n.rows, row{i, y, y + h})
		if it.line() {
			l := canvas.NewRectangle(th.Hairline)
			n.put(l, n.at.X+rim+6, y+(lineHeight-1)/2, n.size.Width-2*rim-12, 1)
		} else {
			n.drawItem(it, y)
		}
		y += h
	}
	n.placeMark()
}

// rest is how high the items are from i on.
func (n *panel) rest(i int) (h float32) {
	for ; i < len(n.items); i++ {
		h += height(&n.items[i])
	}
	return h
}

func (n *panel) drawItem(it *Item, y float32) {
	th := look.Now()
	ink, second := th.Ink, th.Second
	if it.Disabled {
		ink, second = th.Third, th.Third
	}
	icon, c := it.Icon, second
	if it.Checked {
		icon, c = "check", th.AccentInk
	}
	if icon != "" {
		n.icon(icon, c, n.at.X+rim+9, y+(rowHeight-iconSide)/2, iconSide)
	}
	n.text(text(it.Label, ink), n.at.X+rim+lead, y)
	right := n.at.X + n.size.Width - rim
	switch {
	case len(it.Sub) > 0:
		n.icon("chevron-right", second, right-22, y+(rowHeight-14)/2, 14)
	case it.Shortcut != "":
		t := text(it.Shortcut, second)
		n.text(t, right-14-t.MinSize().Width, y)
	}
}

func (n *panel) put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	n.objects = append(n.objects, o)
}

func (n *panel) text(t *canvas.Text, x, y float32) {
	m := t.MinSize()
	n.put(t, x, y+(rowHeight-m.Height)/2, m.Width, m.Height)
}

func (n *panel) icon(name string, c color.NRGBA, x, y, side float32) {
	img := canvas.NewImageFromResource(look.Icon(name, c))
	img.FillMode = canvas.ImageFillContain
	n.put(img, x, y, side, side)
}

// choose marks an item; -1 none. It is brought into sight.
func (n *panel) choose(i int) {
	n.chosen = i
	if i >= 0 {
		for i < n.first {
			n.scroll(-1)
		}
		for n.rows[len(n.rows)-1].item < i {
			n.scroll(1)
		}
	}
	n.placeMark()
}

// scroll moves the list by so many items, as far as there are more than are in sight.
func (n *panel) scroll(by int) {
	first := n.first + by
	if first < 0 || by > 0 && n.rows[len(n.rows)-1].item == len(n.items)-1 {
		return
	}
	n.first = first
	n.draw()
}

func (n *panel) placeMark() {
	n.mark.Hide()
	for _, r := range n.rows {
		if r.item == n.chosen && n.items[r.item].can() {
			n.mark.Move(fyne.NewPos(n.at.X+rim, r.y))
			n.mark.Resize(fyne.NewSize(n.size.Width-2*rim, r.below-r.y))
			n.mark.Show()
		}
	}
}

func (n *panel) contains(p fyne.Position) bool {
	return p.X >= n.at.X && p.X < n.at.X+n.size.Width && p.Y >= n.at.Y && p.Y < n.at.Y+n.size.Height
}

// itemAt is the item at a place of the panel; -1 where there is none to choose.
func (n *panel) itemAt(p fyne.Position) int {
	for _, r := range n.rows {
		if p.Y >= r.y && p.Y < r.below && n.items[r.item].can() {
			return r.item
		}
	}
	return -1
}

// top is where an item begins.
func (n *panel) top(item int) float32 {
	for _, r := range n.rows {
		if r.item == item {
			return r.y
		}
	}
	return n.at.Y
}

// step walks from the chosen item to the next that can be chosen, round the ends.
func (n *panel) step(by int) {
	from := n.chosen
	if from < 0 && by < 0 {
		from = 0
	}
	for k := 1; k <= len(n.items); k++ {
		i := ((from+by*k)%len(n.items) + len(n.items)) % len(n.items)
		if n.items[i].can() {
			n.choose(i)
			return
		}
	}
}
