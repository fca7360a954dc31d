package look

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// Shorten cuts s with an ellipsis to fit width.
func Shorten(s string, size float32, face fyne.Resource, width float32) string {
	measure := func(s string) float32 {
		t := canvas.NewText(s, color.Black)
		t.TextSize, t.FontSource = size, face
		return t.MinSize().Width
	}
	if width <= 0 {
		return ""
	}
	runes := []rune(s)
	if len(runes) > 400 {
		runes = runes[:400]
	} else if measure(s) <= width {
		return s
	}
	low, high := 0, len(runes)
	for low < high {
		m := (low + high + 1) / 2
		if measure(string(runes[:m])+"…") <= width {
			low = m
		} else {
			high = m - 1
		}
	}
	return string(runes[:low]) + "…"
}

// Ground lies behind a panel; it follows the theme.
type Ground struct {
	widget.BaseWidget
	pick func(*Theme) color.NRGBA
}

// NewGround returns a ground in a colour of the theme.
func NewGround(pick func(*Theme) color.NRGBA) *Ground {
	g := &Ground{pick: pick}
	g.ExtendBaseWidget(g)
	return g
}

// PanelGround is the ground of panels and bars.
func PanelGround() *Ground { return NewGround(func(t *Theme) color.NRGBA { return t.Panel }) }

// Hairline is a thin line along the width or the height of where it is put.
func Hairline() *Ground { return NewGround(func(t *Theme) color.NRGBA { return t.Hairline }) }

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g: g, rect: canvas.NewRectangle(g.pick(Now()))}
	return r
}

type groundRenderer struct {
	g    *Ground
	rect *canvas.Rectangle
}

func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *groundRenderer) Refresh() {
	r.rect.FillColor = r.g.pick(Now())
	r.rect.Refresh()
}

// Label is a line of text in one of the voices of the window. It is cut with an ellipsis where
// there is no room for it.
type Label struct {
	widget.BaseWidget
	text string
	size float32
	face fyne.Resource
	pick func(*Theme) color.NRGBA
	free bool    // as wide as its text
	wrap float32 // the width at which it goes on in a second line; 0: it does not
}

// NewLabel returns a label that takes the width it is given.
func NewLabel(s string, size float32, face fyne.Resource, pick func(*Theme) color.NRGBA) *Label {
	l := &Label{text: s, size: size, face: face, pick: pick}
	l.ExtendBaseWidget(l)
	return l
}

// Wide makes the label at least as wide as its text.
func (l *Label) Wide() *Label { l.free = true; return l }

// Two lets the label go on in a second line, in a place that is so wide.
func (l *Label) Two(width float32) *Label { l.wrap = width; return l }

// lines is the text as it stands in a place of that width.
func (l *Label) lines(width float32) []string {
	if l.wrap == 0 {
		return []string{Shorten(l.text, l.size, l.face, width)}
	}
	lines := Wrap(l.text, l.size, l.face, width)
	if len(lines) > 2 {
		lines = []string{lines[0], strings.Join(lines[1:], " ")}
	}
	for i := range lines {
		lines[i] = Shorten(lines[i], l.size, l.face, width)
	}
	return lines
}

// Ink, Second and Good choose a colour of the theme.
func Ink(t *Theme) color.NRGBA    { return t.Ink }
func Second(t *Theme) color.NRGBA { return t.Second }
func Good(t *Theme) color.NRGBA   { return t.Good }
func Bad(t *Theme) color.NRGBA    { return t.Bad }

// Heading is the title of a part of a panel.
func Heading(s string) *Label { return NewLabel(s, 12, SemiBold, Second) }

// Caption stands over a field.
func Caption(s string) *Label { return NewLabel(s, SmallSize, Regular, Second) }

// SetText changes the text.
func (l *Label) SetText(s string) {
	if l.text != s {
		l.text = s
		l.Refresh()
	}
}

// SetColor changes the colour.
func (l *Label) SetColor(pick func(*Theme) color.NRGBA) {
	l.pick = pick
	l.Refresh()
}

// Text returns the whole text.
func (l *Label) Text() string { return l.text }

// CreateRenderer implements fyne.Widget.
func (l *Label) CreateRenderer() fyne.WidgetRenderer {
	r := &labelRenderer{l: l, text: canvas.NewText("", color.Black), under: canvas.NewText("", color.Black)}
	r.Refresh()
	return r
}

type labelRenderer struct {
	l           *Label
	text, under *canvas.Text
}

func (r *labelRenderer) Destroy()                     {}
func (r *labelRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text, r.under} }

func (r *labelRenderer) whole() fyne.Size {
	t := canvas.NewText(r.l.text, color.Black)
	t.TextSize, t.FontSource = r.l.size, r.l.face
	return t.MinSize()
}

func (r *labelRenderer) MinSize() fyne.Size {
	s := r.whole()
	if !r.l.free {
		s.Width = min(s.Width, 24)
	}
	if r.l.wrap > 0 {
		s.Height *= float32(len(r.l.lines(r.l.wrap)))
	}
	return s
}

func (r *labelRenderer) Layout(s fyne.Size) {
	lines := r.l.lines(s.Width + 0.5)
	r.text.Text, r.under.Text = lines[0], ""
	m := r.text.MinSize()
	top := (s.Height - float32(len(lines))*m.Height) / 2
	r.text.Move(fyne.NewPos(0, top))
	r.text.Resize(m)
	if len(lines) > 1 {
		r.under.Text = lines[1]
		r.under.Move(fyne.NewPos(0, top+m.Height))
		r.under.Resize(r.under.MinSize())
	}
}

func (r *labelRenderer) Refresh() {
	r.text.TextSize, r.text.FontSource, r.text.Color = r.l.size, r.l.face, r.l.pick(Now())
	r.under.TextSize, r.under.FontSource, r.under.Color = r.text.TextSize, r.text.FontSource, r.text.Color
	r.Layout(r.l.Size())
	r.text.Refresh()
	r.under.Refresh()
	canvas.Refresh(r.l)
}

// Pad puts space around an object: top, right, bottom, left.
func Pad(o fyne.CanvasObject, top, right, bottom, left float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(top, bottom, left, right), o)
}

// Room gives an object so much room, whatever it asks for.
func Room(o fyne.CanvasObject, size fyne.Size) *fyne.Container {
	return container.New(room{size}, o)
}

type room struct{ size fyne.Size }

func (r room) MinSize([]fyne.CanvasObject) fyne.Size { return r.size }
func (room) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// Gap is empty space of that height.
func Gap(h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(1, h))
	return r
}

// VBox and HBox stack objects with a gap of their own.
func VBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), objects...)
}

// HBox is a row, see VBox. Objects keep their height and stand in the middle.
func HBox(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	middle := make([]fyne.CanvasObject, len(objects))
	for i, o := range objects {
		if _, ok := o.(layout.SpacerObject); ok {
			middle[i] = o
			continue
		}
		middle[i] = container.New(middleLayout{}, o)
	}
	return container.New(layout.NewCustomPaddedHBoxLayout(gap), middle...)
}

// middleLayout keeps the height of its one object and stands it in the middle.
type middleLayout struct{}

func (middleLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
func (middleLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := o[0].MinSize().Height
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[0].Move(fyne.NewPos(0, (s.Height-h)/2))
}

// Outline is the ground of fields with a thin frame. The fields of Fyne that stand on it have
// neither: Fyne blends a frame with what is inside it, and with nothing inside it comes out dark.
type Outline struct {
	widget.BaseWidget
	lit bool
}

// NewOutline returns an outline; put it into a stack under what it frames.
func NewOutline() *Outline {
	o := &Outline{}
	o.ExtendBaseWidget(o)
	return o
}

// Light shows, or shows no more, that what is framed has the keyboard.
func (o *Outline) Light(on bool) {
	o.lit = on
	o.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (o *Outline) CreateRenderer() fyne.WidgetRenderer {
	r := &outlineRenderer{o: o, rect: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type outlineRenderer struct {
	o    *Outline
	rect *canvas.Rectangle
}

func (r *outlineRenderer) Destroy()                     {}
func (r *outlineRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }
func (r *outlineRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *outlineRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *outlineRenderer) Refresh() {
	rim, width := Now().Border, float32(1)
	if r.o.lit {
		rim, width = Now().AccentInk, 1.5
	}
	r.rect.FillColor, r.rect.StrokeColor, r.rect.StrokeWidth, r.rect.CornerRadius = Now().Panel, rim, width, 6
	r.rect.Refresh()
}

// Grid puts objects into two equal columns with a gap of its own.
func Grid(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(twoColumns{gap}, objects...)
}

type twoColumns struct{ gap float32 }

func (g twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var cell fyne.Size
	for _, o := range objects {
		cell = cell.Max(o.MinSize())
	}
	rows := float32((len(objects) + 1) / 2)
	return fyne.NewSize(2*cell.Width+g.gap, rows*(cell.Height+g.gap)-g.gap)
}

func (g twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - g.gap) / 2
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%2)*(w+g.gap), float32(i/2)*(h+g.gap)))
		o.Resize(fyne.NewSize(w, h))
	}
}
