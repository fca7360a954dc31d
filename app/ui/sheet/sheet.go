// Package sheet is the sheet of keys: one page in columns that tells every shortcut and what the
// pointer does.
//
// All of it belongs to the goroutine of the window.
package sheet

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor/action"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
)

// Page is what stands on the sheet. All texts are translated.
type Page struct {
	Title  string
	Groups []Group
}

// Group is a part of the sheet with a heading.
type Group struct {
	Title string
	Rows  []Row
}

// Row is what one or more keys do.
type Row struct {
	Keys []string
	Text string
}

// Part is a group of what belongs to no action. Its words are "sheet." + Name, and for each row
// "sheet." + Name + "." + row and the same with ".keys".
type Part struct {
	Name string
	Rows []string
}

// Parts are what the board does by itself.
var Parts = []Part{
	{"select", []string{"click", "extend", "toggle", "marquee", "walk", "widen", "ends", "leave"}},
	{"write", []string{"open", "type", "commit", "next", "cancel"}},
	{"drag", []string{"move", "copy", "header", "border", "span", "link", "point", "moment", "cancel"}},
	{"look", []string{"wheel", "sideways", "zoom", "pan", "middle", "menu", "bar"}},
}

// Keys tells shortcuts as a person reads them, each once.
func Keys(list []action.Shortcut) []string {
	var keys []string
	for _, s := range list {
		if text := s.Text(); !slices.Contains(keys, text) {
			keys = append(keys, text)
		}
	}
	return keys
}

// The measures of the sheet, in units of Fyne.
const (
	columnWidth = 298
	columnGap   = 30
	rowHeight   = 24
	headHeight  = 34
	groupGap    = 12
	pad         = 26
)

// Show shows the sheet until it is closed by Esc or a press beside it; after gives the keyboard
// back.
func Show(c fyne.Canvas, p Page, after func()) *float.Box {
	columns := columnsFor(c.Size().Width)
	var f *float.Box
	shut := look.NewButton(look.Quiet, "close", "", func() { f.Close() })
	head := look.Pad(container.NewBorder(nil, nil, nil, shut,
		look.NewLabel(p.Title, 20, look.SemiBold, look.Ink)), 18, 18, 8, pad)
	groups := p.objects()
	grid := container.New(&masonry{columns: columns}, groups...)
	scroll := container.NewVScroll(look.Pad(grid, 0, pad, pad-6, pad))
	body := container.NewBorder(head, nil, nil, nil, scroll)
	f = float.Show(c, body, true, func(s fyne.Size) (fyne.Position, fyne.Size) {
		size := fyne.NewSize(2*pad+float32(columns)*(columnWidth+columnGap)-columnGap, head.MinSize().Height+grid.MinSize().Height+pad)
		size = fyne.NewSize(min(size.Width, s.Width-24), min(size.Height, s.Height-48))
		return fyne.NewPos((s.Width-size.Width)/2, (s.Height-size.Height)/2), size
	}, after)
	return f
}

func columnsFor(window float32) int {
	n := int((window - 24 - 2*pad + columnGap) / (columnWidth + columnGap))
	return max(1, min(n, 4))
}

// objects makes the groups, each one object.
func (p Page) objects() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	for _, g := range p.Groups {
		if len(g.Rows) == 0 {
			continue
		}
		title := look.NewLabel(g.Title, 13, look.SemiBold, func(t *look.Theme) color.NRGBA { return t.AccentInk })
		rows := []fyne.CanvasObject{container.New(headLayout{}, title, look.Hairline())}
		for _, r := range g.Rows {
			rows = append(rows, container.New(rowLayout{}, rowObjects(r)...))
		}
		list = append(list, look.VBox(0, rows...))
	}
	return list
}

// rowObjects are the text of a row and its keys, from left to right.
func rowObjects(r Row) []fyne.CanvasObject {
	list := []fyne.CanvasObject{look.NewLabel(r.Text, look.TextSize, look.Regular, look.Ink)}
	t := look.Now()
	for _, k := range r.Keys {
		text := canvas.NewText(k, t.Second)
		text.TextSize, text.FontSource = look.SmallSize, look.Medium
		box := canvas.NewRectangle(t.Ground)
		box.StrokeColor, box.StrokeWidth, box.CornerRadius = t.Border, 1, 4
		list = append(list, container.NewStack(box, look.Pad(text, 1, 7, 1, 7)))
	}
	return list
}

// headLayout puts the line under a heading.
type headLayout struct{}

func (headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(columnWidth, headHeight)
}

func (headLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Move(fyne.NewPos(0, 6))
	o[0].Resize(fyne.NewSize(s.Width, 20))
	o[1].Move(fyne.NewPos(0, headHeight-7))
	o[1].Resize(fyne.NewSize(s.Width, 1))
}

// rowLayout puts the keys at the right end and the text in what is left.
type rowLayout struct{}

func (rowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(columnWidth, rowHeight) }

func (rowLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := s.Width
	for i := len(o) - 1; i > 0; i-- {
		m := o[i].MinSize()
		x -= m.Width
		o[i].Resize(m)
		o[i].Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		x -= 6
	}
	m := o[0].MinSize()
	o[0].Resize(fyne.NewSize(x-8, m.Height))
	o[0].Move(fyne.NewPos(0, (s.Height-m.Height)/2))
}

// masonry puts objects into columns, in order down one and then the next, so that none gets much
// longer than the others.
type masonry struct{ columns int }

// parts says which objects stand in which column: the least height that holds them all in order.
func (l *masonry) parts(o []fyne.CanvasObject) [][]fyne.CanvasObject {
	low, high := float32(0), float32(0)
	for _, x := range o {
		h := x.MinSize().Height
		low, high = max(low, h), high+h+groupGap
	}
	for high-low > 1 {
		if mid := (low + high) / 2; len(split(o, mid)) <= l.columns {
			high = mid
		} else {
			low = mid
		}
	}
	return split(o, high)
}

func split(o []fyne.CanvasObject, height float32) [][]fyne.CanvasObject {
	var list [][]fyne.CanvasObject
	used := height + 1
	for _, x := range o {
		h := x.MinSize().Height
		if used+groupGap+h > height+0.5 && used > 0 {
			list, used = append(list, nil), -groupGap
		}
		list[len(list)-1] = append(list[len(list)-1], x)
		used += groupGap + h
	}
	return list
}

// MinSize implements fyne.Layout.
func (l *masonry) MinSize(o []fyne.CanvasObject) fyne.Size {
	tall := float32(0)
	for _, column := range l.parts(o) {
		h := float32(-groupGap)
		for _, x := range column {
			h += groupGap + x.MinSize().Height
		}
		tall = max(tall, h)
	}
	return fyne.NewSize(float32(l.columns)*(columnWidth+columnGap)-columnGap, tall)
}

// Layout implements fyne.Layout.
func (l *masonry) Layout(o []fyne.CanvasObject, _ fyne.Size) {
	for i, column := range l.parts(o) {
		y := float32(0)
		for _, x := range column {
			h := x.MinSize().Height
			x.Move(fyne.NewPos(float32(i)*(columnWidth+columnGap), y))
			x.Resize(fyne.NewSize(columnWidth, h))
			y += h + groupGap
		}
	}
}
