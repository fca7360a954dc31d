package start

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
)

// Way is a way to begin.
type Way struct {
	Title, About string
	Icon         string // shown until there is a picture
	// Picture paints what comes of it and shows it, now or later, on the goroutine of the window.
	// nil: the icon.
	Picture func(show func(image.Image))
	Run     func()
	Remove  func() // takes the way itself away; nil: it stays
}

// Group is ways of one sort. One without ways is not shown.
type Group struct {
	Title string
	Ways  []Way
}

// The measures of the gallery, in units of Fyne.
const (
	// Margin is what a gallery keeps free around it where it fills the window.
	Margin    = 28
	cardLeast = 226
	cardGap   = 14
	barRoom   = 16 // for the bar of the scroll
	headGap   = 10 // between a heading and its cards
	groupGap  = 26
)

// mostColumns are as many as the eye takes in at once.
const mostColumns = 4

// Gallery is groups of cards with pictures in a grid that scrolls. Tab and the arrow keys walk it,
// and what has the keyboard is always in sight.
type Gallery struct {
	parts  []part
	scroll *container.Scroll
	page   *fyne.Container
	root   *fyne.Container
	margin float32
	width  float32                     // of the page, once it is known
	stray  func(ev *fyne.KeyEvent)     // keys that the cards have no use for
	focus  func(o fyne.Focusable)      // gives the keyboard
	bins   map[*look.Card]*look.Button // of the cards that can be removed
}

// part is a group as it is shown.
type part struct {
	head  *look.Label
	cards []*look.Card
}

// GalleryOptions says what a Gallery needs besides its groups.
type GalleryOptions struct {
	Stray  func(*fyne.KeyEvent)     // hears the keys that the cards have no use for; nil: nobody
	Focus  func(fyne.Focusable)     // gives a card the keyboard
	Margin float32                  // kept free around it
	Remove string                   // what the buttons say that remove a way, for a tip
	Hint   func(*look.Button, bool) // shows the tip; may be nil
}

// NewGallery makes a gallery.
func NewGallery(groups []Group, o GalleryOptions) *Gallery {
	g := &Gallery{margin: o.Margin, stray: o.Stray, focus: o.Focus, bins: map[*look.Card]*look.Button{}}
	g.page = container.New(pageLayout{g})
	for _, group := range groups {
		if len(group.Ways) == 0 {
			continue
		}
		p := part{head: look.NewLabel(group.Title, 14, look.SemiBold, look.Ink)}
		g.page.Add(p.head)
		for _, way := range group.Ways {
			card := g.card(way)
			p.cards = append(p.cards, card)
			g.page.Add(card)
			if way.Remove != nil {
				bin := look.NewButton(look.Quiet, "trash", "", way.Remove)
				bin.Hint, bin.OnHint = o.Remove, o.Hint
				g.bins[card] = bin
				card.Trail = bin.MinSize().Width
				g.page.Add(bin)
			}
		}
		g.parts = append(g.parts, p)
	}
	g.scroll = container.NewVScroll(g.page)
	g.root = container.New(outerLayout{g}, g.scroll)
	return g
}

func (g *Gallery) card(way Way) *look.Card {
	card := look.NewCard(way.Icon, way.Title, way.About, way.Run)
	card.OnFocus = func() { g.reveal(card) }
	card.Keys = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDelete && way.Remove != nil {
			way.Remove()
			return true
		}
		return g.key(card, ev)
	}
	if way.Picture != nil {
		way.Picture(card.SetPicture)
	}
	return card
}

// Object is the gallery.
func (g *Gallery) Object() fyne.CanvasObject { return g.root }

// First is the card that is offered first; nil if there is none.
func (g *Gallery) First() fyne.Focusable {
	if len(g.parts) == 0 {
		return nil
	}
	return g.parts[0].cards[0]
}

// key moves the keyboard to the card that an arrow key points at.
func (g *Gallery) key(from *look.Card, ev *fyne.KeyEvent) bool {
	var all []*look.Card
	for _, p := range g.parts {
		all = append(all, p.cards...)
	}
	var to *look.Card
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyRight:
		for i, c := range all {
			if c != from {
				continue
			}
			if ev.Name == fyne.KeyRight && i+1 < len(all) {
				to = all[i+1]
			} else if ev.Name == fyne.KeyLeft && i > 0 {
				to = all[i-1]
			}
		}
	case fyne.KeyUp, fyne.KeyDown:
		to = g.above(all, from, ev.Name == fyne.KeyDown)
	case fyne.KeyHome:
		to = all[0]
	case fyne.KeyEnd:
		to = all[len(all)-1]
	case fyne.KeyEscape:
		if g.stray == nil {
			return false
		}
		g.stray(ev)
		return true
	default:
		return false
	}
	if to != nil && g.focus != nil {
		g.focus(to)
	}
	return true
}

// above is the card in the next row above or below that is nearest; nil: there is no such row.
func (g *Gallery) above(all []*look.Card, from *look.Card, down bool) *look.Card {
	var best *look.Card
	least := math.Inf(1)
	at := from.Position()
	for _, c := range all {
		dy := float64(c.Position().Y - at.Y)
		if !down {
			dy = -dy
		}
		if dy < 1 {
			continue
		}
		// the nearest row first, in it the nearest column
		if d := dy*1000 + math.Abs(float64(c.Position().X-at.X)); d < least {
			best, least = c, d
		}
	}
	return best
}

// reveal scrolls so that a card is in sight, and the heading over the first row with it.
func (g *Gallery) reveal(c *look.Card) {
	high := g.scroll.Size().Height
	if high <= 0 {
		return
	}
	top, bottom := c.Position().Y-headGap, c.Position().Y+c.Size().Height+headGap
	for _, p := range g.parts {
		if p.cards[0].Position().Y == c.Position().Y {
			top = p.head.Position().Y - headGap
		}
	}
	y := g.scroll.Offset.Y
	if bottom > y+high {
		y = bottom - high
	}
	if top < y {
		y = max(top, 0)
	}
	if y != g.scroll.Offset.Y {
		g.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// outerLayout tells the page how wide it will be before it is asked how high it is.
type outerLayout struct{ g *Gallery }

func (l outerLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(cardLeast+2*l.g.margin, 240)
}

func (l outerLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.g.width = size.Width
	objects[0].Resize(size)
	l.g.scroll.Refresh()
}

// pageLayout stands the cards in rows, all of them equally wide, over the whole width.
type pageLayout struct{ g *Gallery }

func (l pageLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(cardLeast+2*l.g.margin, l.lay(l.g.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

func (l pageLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.lay(size.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// lay finds the place of everything, and returns how high it is together.
func (l pageLayout) lay(width float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	room := max(width-l.g.margin-max(l.g.margin, barRoom), cardLeast)
	columns := min(int((room+cardGap)/(cardLeast+cardGap)), mostColumns)
	wide := (room+cardGap)/float32(columns) - cardGap
	y := l.g.margin
	for i, p := range l.g.parts {
		if i > 0 {
			y += groupGap
		}
		head := p.head.MinSize().Height
		put(p.head, fyne.NewPos(l.g.margin, y), fyne.NewSize(room, head))
		y += head + headGap
		high := p.cards[0].MinSize().Height
		for j, c := range p.cards {
			x := l.g.margin + float32(j%columns)*(wide+cardGap)
			top := y + float32(j/columns)*(high+cardGap)
			put(c, fyne.NewPos(x, top), fyne.NewSize(wide, high))
			if bin := l.g.bins[c]; bin != nil {
				s := bin.MinSize()
				put(bin, fyne.NewPos(x+wide-s.Width-7, top+look.CardTitle-s.Height/2), s)
			}
		}
		rows := (len(p.cards) + columns - 1) / columns
		y += float32(rows)*(high+cardGap) - cardGap
	}
	return y + l.g.margin
}
