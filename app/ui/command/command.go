// Package command is the palette of commands: a line over the window, and below it every action and
// every place whose name fits what is typed.
//
// All of it belongs to the goroutine of the window.
package command

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/command"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
)

// Options says what a Palette shows. All texts are translated.
type Options struct {
	Canvas  fyne.Canvas
	Hint    string // in the line while it is empty
	Nothing string // where nothing fits
	Foot    string // how places are asked for
	Actions []*command.Item
	Places  func() []*command.Item // asked once, when they are first needed
	Recent  []string               // IDs, the latest first
	Chosen  func(*command.Item)    // called when the palette has gone
	Closed  func()                 // gives the keyboard back; called before Chosen
}

// The measures of the palette, in units of Fyne.
const (
	width     = 620
	rowHeight = 34
	rowGap    = 4
	rows      = 10
	pad       = 10
)

// Palette is the palette, open.
type Palette struct {
	o       Options
	float   *float.Box
	line    *float.Query
	list    *widget.List
	nothing *look.Label
	places  []*command.Item
	asked   bool // for the places
	matches []command.Match
	at      int
}

// Show opens a palette.
func Show(o Options) *Palette {
	p := &Palette{o: o}
	p.line = float.NewQuery(o.Hint, func(string) { p.search() })
	p.line.Tabs = true
	p.line.Keys = func(k fyne.KeyName, _ fyne.KeyModifier) bool { return p.key(k) }
	p.list = widget.NewList(func() int { return len(p.matches) },
		func() fyne.CanvasObject { return float.NewFound(rowHeight) },
		func(i widget.ListItemID, row fyne.CanvasObject) { p.fill(i, row.(*float.Found)) })
	p.list.HideSeparators = true
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.UnselectAll()
		p.choose(i)
	}
	p.nothing = look.NewLabel(o.Nothing, look.TextSize, look.Regular, look.Second)
	middle := container.NewStack(container.New(listLayout{p}, p.list), look.Pad(container.NewBorder(p.nothing, nil, nil, nil), 8, 10, 0, 10))
	foot := look.Pad(container.NewBorder(nil, nil, nil, nil, look.NewLabel(o.Foot, look.SmallSize, look.Regular, look.Second)), 2, 10, 2, 10)
	body := look.Pad(container.NewBorder(look.Pad(p.line.Framed(), 0, 0, 8, 0), foot, nil, nil, middle), pad, pad, 6, pad)
	p.search()
	p.float = float.Show(o.Canvas, body, false, func(s fyne.Size) (fyne.Position, fyne.Size) {
		size := fyne.NewSize(min(width, s.Width-24), min(body.MinSize().Height, s.Height-72))
		return fyne.NewPos((s.Width-size.Width)/2, min(72, max(s.Height-size.Height, 0)/2)), size
	}, o.Closed)
	o.Canvas.Focus(p.line)
	return p
}

// Type puts a text into the line, as if it was typed.
func (p *Palette) Type(s string) { p.line.SetText(s) }

// Matches returns what is listed, and which of it is in hand; −1 if nothing fits.
func (p *Palette) Matches() ([]command.Match, int) {
	if len(p.matches) == 0 {
		return nil, -1
	}
	return p.matches, p.at
}

// Closed reports whether the palette has gone.
func (p *Palette) Closed() bool { return p.float.Closed() }

func (p *Palette) search() {
	query := p.line.Text
	if !p.asked && len([]rune(query)) > 0 {
		p.asked, p.places = true, p.o.Places()
	}
	p.matches, p.at = command.Search(query, p.o.Actions, p.places, p.o.Recent), 0
	p.nothing.Hidden = len(p.matches) > 0
	p.list.Hidden = len(p.matches) == 0
	p.nothing.Refresh()
	p.list.Refresh()
	if p.float != nil { // it has a size
		p.list.ScrollToTop()
		p.float.Refresh()
	}
}

func (p *Palette) fill(i int, row *float.Found) {
	if i >= len(p.matches) {
		return
	}
	m := p.matches[i]
	row.Set(float.FoundLine{Icon: m.Item.Icon, Title: m.Item.Title, Bold: m.Bold, Note: m.Item.Detail, Dim: m.Item.Off, On: i == p.at})
}

func (p *Palette) key(k fyne.KeyName) bool {
	n := len(p.matches)
	switch k {
	case fyne.KeyEscape:
		p.float.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.at)
	case fyne.KeyDown, fyne.KeyTab:
		p.move(p.at+1, n)
	case fyne.KeyUp:
		p.move(p.at-1+n, n)
	case fyne.KeyPageDown:
		p.move(min(p.at+rows, n-1), n)
	case fyne.KeyPageUp:
		p.move(max(p.at-rows, 0), n)
	default:
		return false
	}
	return true
}

func (p *Palette) move(to, n int) {
	if n == 0 {
		return
	}
	p.at = to % n
	p.list.ScrollTo(p.at)
	p.list.Refresh()
}

// choose closes the palette and hands on what was chosen. What cannot be had now stays.
func (p *Palette) choose(i int) {
	if i < 0 || i >= len(p.matches) || p.matches[i].Item.Off {
		return
	}
	it := p.matches[i].Item
	p.float.Close()
	p.o.Chosen(it)
}

// listLayout makes the list as high as what is in it, up to a limit.
type listLayout struct{ p *Palette }

func (l listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	n := min(max(len(l.p.matches), 1), rows)
	return fyne.NewSize(0, float32(n)*(rowHeight+rowGap)-rowGap)
}

func (l listLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
