package look

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Card is a large button with a picture or an icon, a title and a line or two about it.
type Card struct {
	widget.BaseWidget
	icon, title, about string
	picture            image.Image // nil: the icon
	tapped             func()
	hovered, focused   bool

	// Trail is room kept free behind the title, for a button over the card.
	Trail float32
	// OnFocus is told when the card gets the keyboard; nil: nobody.
	OnFocus func()
	// Keys is asked for keys that the card has no use for; nil: nobody. True: it had.
	Keys func(*fyne.KeyEvent) bool
}

// NewCard returns a card.
func NewCard(icon, title, about string, tapped func()) *Card {
	c := &Card{icon: icon, title: title, about: about, tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// SetPicture shows a picture in place of the icon; nil: the icon.
func (c *Card) SetPicture(img image.Image) {
	c.picture = img
	c.Refresh()
}

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) { c.tapped() }

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained implements fyne.Focusable.
func (c *Card) FocusGained() {
	c.focused = true
	c.Refresh()
	if c.OnFocus != nil {
		c.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (c *Card) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Card) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (c *Card) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		c.tapped()
	default:
		if c.Keys == nil || !c.Keys(ev) {
			Pass(c, ev)
		}
	}
}

// AccessibilityLabel is what a screen reader says of it.
func (c *Card) AccessibilityLabel() string { return c.title + ". " + c.about }

// AccessibilityRole says that it can be pressed.
func (c *Card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{
		c: c, ground: canvas.NewRectangle(color.Transparent), stage: canvas.NewRectangle(color.Transparent),
		paper: canvas.NewRectangle(color.White), picture: canvas.NewImageFromImage(nil), icon: canvas.NewImageFromResource(nil),
		title: canvas.NewText(c.title, color.Black),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.picture.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type cardRenderer struct {
	c             *Card
	ground, stage *canvas.Rectangle // stage: what picture or icon stand on
	paper         *canvas.Rectangle
	picture, icon *canvas.Image
	title         *canvas.Text
	about         []*canvas.Text
}

// The measures of a card, and how many lines there may be about it.
const (
	cardLeast   = 200
	cardMost    = 290
	stageHeight = 148
	cardHeight  = stageHeight + 100
	cardPad     = 8
	paperPad    = 12
	aboutLines  = 3
	textPad     = 14

	// CardTitle is where the middle of the title is, from the top of a card.
	CardTitle = stageHeight + cardPad + 17
)

// CardPicture is the room for a picture on the widest card, in units of Fyne.
func CardPicture() (width, height int) {
	return cardMost - 2*cardPad - 2*paperPad, stageHeight - 2*paperPad
}

func (r *cardRenderer) Destroy()           {}
func (r *cardRenderer) MinSize() fyne.Size { return fyne.NewSize(cardLeast, cardHeight) }

func (r *cardRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.stage, r.paper, r.picture, r.icon, r.title}
	for _, line := range r.about {
		list = append(list, line)
	}
	return list
}

func (r *cardRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	inner := s.Width - 2*cardPad
	r.stage.Move(fyne.NewPos(cardPad, cardPad))
	r.stage.Resize(fyne.NewSize(inner, stageHeight))
	r.icon.Move(fyne.NewPos((s.Width-40)/2, cardPad+(stageHeight-40)/2))
	r.icon.Resize(fyne.NewSquareSize(40))
	if img := r.c.picture; img != nil {
		w, h := inner-2*paperPad, float32(stageHeight-2*paperPad)
		k := min(w/float32(img.Bounds().Dx()), h/float32(img.Bounds().Dy()))
		size := fyne.NewSize(float32(img.Bounds().Dx())*k, float32(img.Bounds().Dy())*k)
		at := fyne.NewPos((s.Width-size.Width)/2, cardPad+(stageHeight-size.Height)/2)
		for _, o := range []fyne.CanvasObject{r.paper, r.picture} {
			o.Move(at)
			o.Resize(size)
		}
	}
	r.title.Text = Shorten(r.c.title, r.title.TextSize, r.title.FontSource, s.Width-2*textPad-r.c.Trail)
	r.title.Move(fyne.NewPos(textPad, CardTitle-r.title.MinSize().Height/2))
	lines := Wrap(r.c.about, SmallSize, Regular, s.Width-2*textPad)
	if len(lines) > aboutLines { // the last one takes what is left, and is cut
		rest := strings.Join(lines[aboutLines-1:], " ")
		lines = append(lines[:aboutLines-1:aboutLines-1], Shorten(rest, SmallSize, Regular, s.Width-2*textPad))
	}
	r.about = r.about[:0]
	for i, line := range lines {
		t := canvas.NewText(line, Now().Second)
		t.TextSize, t.FontSource = SmallSize, Regular
		t.Move(fyne.NewPos(textPad, stageHeight+cardPad+30+float32(i)*SmallSize*1.4))
		r.about = append(r.about, t)
	}
}

func (r *cardRenderer) Refresh() {
	t := Now()
	r.ground.CornerRadius, r.ground.StrokeWidth = 10, 1
	r.ground.FillColor, r.ground.StrokeColor = t.Panel, t.Border
	if r.c.hovered {
		r.ground.StrokeColor = t.AccentInk
	}
	if r.c.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 2
	}
	r.stage.FillColor, r.stage.CornerRadius = t.Ground, 6
	if r.c.hovered {
		r.stage.FillColor = t.Tint
	}
	r.paper.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 8, Offset: fyne.NewPos(0, 2), Variant: canvas.DropShadow}
	shown := r.c.picture != nil
	r.icon.Hidden, r.paper.Hidden, r.picture.Hidden = shown, !shown, !shown
	r.icon.Resource = Icon(r.c.icon, t.AccentInk)
	if r.picture.Image != r.c.picture {
		r.picture.Image = r.c.picture
		r.picture.Refresh()
	}
	r.title.TextSize, r.title.FontSource, r.title.Color = 14, SemiBold, t.Ink
	if size := r.c.Size(); size.Width > 0 {
		r.Layout(size)
	}
	r.ground.Refresh()
	r.stage.Refresh()
	r.icon.Refresh()
	r.title.Refresh()
	canvas.Refresh(r.c)
}
