package look

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Kind is what a Button looks like.
type Kind uint8

// The kinds of buttons.
const (
	Quiet    Kind = iota // no ground until the pointer is over it
	Outlined             // hairline around
	Primary              // the accent: one in a window or dialog
	Tab                  // quiet; On makes it the chosen one
	Chip                 // round ends, a coloured dot in front
	Tile                 // a big one: icon over text
	Row                  // leading text over the whole width; On makes it the chosen one
	Segment              // a part of a row of choices
	Drop                 // small, hairline around; opens a choice: On tells that one was made
)

// Button is the one button of the window. It shows an icon, a text, or both; it answers to the
// pointer, to Space and Enter, and can be reached with Tab.
type Button struct {
	widget.DisableableWidget
	Kind     Kind
	Text     string
	Icon     string        // a name of assets/icons
	Drawing  fyne.Resource // in place of Icon, in colours of its own; nil: Icon
	Dot      color.Color   // of a Chip
	Note     string        // second voice at the end of a Row
	Aside    string        // second voice in the middle of a Row
	Indent   float32       // of a Row
	Width    float32       // of a Row whose text may take two lines; 0: one line
	Hint     string        // what it does, for a tip
	Keys     string        // the shortcut of the same
	On       bool          // chosen
	OnTapped func()
	OnHint   func(b *Button, on bool) // told when the pointer comes and goes; may be nil
	Whole    fyne.CanvasObject        // the widget that it is a part of, for the tip; nil: it stands alone

	hovered, focused bool
	keyed            bool
}

// Keyed reports whether the button was pressed last with a key: then it keeps the keyboard.
func (b *Button) Keyed() bool { return b.keyed }

// NewButton returns a button.
func NewButton(k Kind, icon, text string, tapped func()) *Button {
	b := &Button{Kind: k, Icon: icon, Text: text, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// SetOn chooses or leaves the button.
func (b *Button) SetOn(on bool) {
	if b.On != on {
		b.On = on
		b.Refresh()
	}
}

// SetEnabled enables or disables the button.
func (b *Button) SetEnabled(on bool) {
	if on == !b.Disabled() {
		return
	}
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(ev *fyne.PointEvent) {
	b.keyed = ev == nil
	if b.OnHint != nil && b.Hint != "" {
		b.OnHint(b, false) // what it says has been read
	}
	if !b.Disabled() && b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() { b.hover(false) }

func (b *Button) hover(on bool) {
	b.hovered = on
	if b.OnHint != nil && b.Hint != "" {
		b.OnHint(b, on)
	}
	b.Refresh()
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		Pass(b, ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		b:      b,
		ground: canvas.NewRectangle(color.Transparent),
		icon:   canvas.NewImageFromResource(nil),
		text:   canvas.NewText("", color.Black),
		under:  canvas.NewText("", color.Black),
		note:   canvas.NewText("", color.Black),
		aside:  canvas.NewText("", color.Black),
		dot:    canvas.NewCircle(color.Transparent),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type buttonRenderer struct {
	b          *Button
	ground     *canvas.Rectangle
	icon       *canvas.Image
	text, note *canvas.Text
	under      *canvas.Text // the second line of a Row
	aside      *canvas.Text
	dot        *canvas.Circle
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.dot, r.icon, r.text, r.under, r.note, r.aside}
}

func (r *buttonRenderer) iconSize() float32 {
	if r.b.Kind == Tile {
		return 20
	}
	return 18
}

func (r *buttonRenderer) MinSize() fyne.Size {
	text := r.text.MinSize()
	switch r.b.Kind {
	case Tile:
		return fyne.NewSize(max(text.Width+12, 76), 58)
	case Row:
		if len(r.lines(r.b.Width)) > 1 {
			return fyne.NewSize(80, 46)
		}
		return fyne.NewSize(80, 30)
	case Chip:
		if r.b.Icon != "" {
			return fyne.NewSize(text.Width+50, 26)
		}
		return fyne.NewSize(text.Width+34, 26)
	case Drop:
		whole := canvas.NewText(r.b.Text, color.Black) // what is shown may be cut
		whole.TextSize, whole.FontSource = r.text.TextSize, r.text.FontSource
		return fyne.NewSize(whole.MinSize().Width+33, 26)
	}
	w := float32(0)
	switch {
	case r.b.Text == "":
		return fyne.NewSize(30, 30)
	case r.b.Icon != "":
		w = r.iconSize() + 6
	}
	return fyne.NewSize(w+text.Width+24, 30)
}

// textX is where the text of a Row begins.
func (r *buttonRenderer) textX() float32 {
	x := 8 + r.b.Indent
	if r.b.Icon != "" || r.b.Drawing != nil {
		x += 20
	}
	return x
}

// lines breaks the text of a Row of that width into one or two.
func (r *buttonRenderer) lines(width float32) []string {
	room := width - r.textX() - 10
	if r.b.Note != "" {
		room -= r.note.MinSize().Width + 8
	}
	if r.b.Aside != "" {
		room = width*0.42 - r.textX() - 10
	}
	cut := func(s string) string { return Shorten(s, TextSize, r.text.FontSource, room) }
	if r.b.Width == 0 {
		return []string{cut(r.b.Text)}
	}
	lines := Wrap(r.b.Text, TextSize, r.text.FontSource, room)
	if len(lines) > 2 {
		lines = []string{lines[0], strings.Join(lines[1:], " ")}
	}
	for i := range lines {
		lines[i] = cut(lines[i])
	}
	return lines
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	text, icon := r.text.MinSize(), r.iconSize()
	mid := func(h float32) float32 { return (size.Height - h) / 2 }
	switch r.b.Kind {
	case Tile:
		r.icon.Move(fyne.NewPos((size.Width-icon)/2, 10))
		r.icon.Resize(fyne.NewSquareSize(icon))
		r.text.Move(fyne.NewPos((size.Width-text.Width)/2, 34))
	case Row:
		x := 8 + r.b.Indent
		if r.b.Icon != "" || r.b.Drawing != nil {
			r.icon.Move(fyne.NewPos(x, (30-14)/2))
			r.icon.Resize(fyne.NewSquareSize(14))
		}
		r.note.Move(fyne.NewPos(size.Width-r.note.MinSize().Width-10, (30-r.note.MinSize().Height)/2))
		if r.b.Aside != "" {
			at := size.Width * 0.42
			r.aside.Text = Shorten(r.b.Aside, SmallSize, Regular, size.Width-at-20-r.note.MinSize().Width)
			r.aside.Move(fyne.NewPos(at, mid(r.aside.MinSize().Height)))
		}
		lines := r.lines(size.Width)
		r.text.Text, r.under.Text = lines[0], ""
		y := (30 - text.Height) / 2
		r.text.Move(fyne.NewPos(r.textX(), y))
		if len(lines) > 1 {
			r.under.Text = lines[1]
			r.under.Move(fyne.NewPos(r.textX(), y+16))
			r.under.Resize(r.under.MinSize())
		}
	case Chip:
		r.dot.Move(fyne.NewPos(11, mid(7)))
		r.dot.Resize(fyne.NewSquareSize(7))
		r.text.Move(fyne.NewPos(24, mid(text.Height)))
		r.icon.Move(fyne.NewPos(size.Width-22, mid(12)))
		r.icon.Resize(fyne.NewSquareSize(12))
	case Drop:
		r.text.Text = Shorten(r.b.Text, r.text.TextSize, r.text.FontSource, size.Width-32)
		r.text.Move(fyne.NewPos(10, mid(text.Height)))
		r.icon.Move(fyne.NewPos(size.Width-20, mid(12)))
		r.icon.Resize(fyne.NewSquareSize(12))
	default:
		w := text.Width
		if r.b.Text == "" {
			w = 0
		}
		if r.b.Icon != "" {
			w += icon
			if r.b.Text != "" {
				w += 6
			}
		}
		x := (size.Width - w) / 2
		if r.b.Icon != "" {
			r.icon.Move(fyne.NewPos(x, mid(icon)))
			r.icon.Resize(fyne.NewSquareSize(icon))
			x += icon + 6
		}
		r.text.Move(fyne.NewPos(x, mid(text.Height)))
	}
	r.text.Resize(text)
}

func (r *buttonRenderer) Refresh() {
	b, t := r.b, Now()
	ground, border, ink := color.NRGBA{}, color.NRGBA{}, t.Ink
	weight := Regular
	switch b.Kind {
	case Primary:
		ground, ink, weight = t.Accent, rgb(0xFFFFFF), SemiBold
		if b.hovered {
			ground = rgb(0x4C4CC8)
		}
	case Outlined, Chip, Tile, Segment, Drop:
		ground, border = t.Panel, t.Border // Fyne blends the rim with the fill: not with nothing
	}
	if b.Kind == Tab || b.Kind == Row {
		ink = t.Second
		if b.Kind == Row {
			ink = t.Ink
		}
	}
	if b.hovered && b.Kind != Primary {
		ground = t.Ground
	}
	if b.On {
		ground, ink, weight = t.Tint, t.AccentInk, SemiBold
		if b.Kind == Row {
			ground, weight = t.Tint, Medium
		}
	}
	if b.Disabled() {
		ink = t.Third
		if b.Kind == Primary {
			ground = t.Ground
		} else if !b.On && border.A == 0 {
			ground = color.NRGBA{}
		}
	}
	r.ground.FillColor = ground
	r.ground.CornerRadius = 6
	if b.Kind == Chip {
		r.ground.CornerRadius = 13
	}
	r.ground.StrokeColor, r.ground.StrokeWidth = border, 0
	if border.A > 0 {
		r.ground.StrokeWidth = 1
	}
	if b.focused && !b.Disabled() {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 1.5
	}
	r.text.Text, r.text.Color, r.text.FontSource, r.text.TextSize = b.Text, ink, weight, TextSize
	if b.Kind == Tile || b.Kind == Segment || b.Kind == Drop {
		r.text.TextSize = 12
	}
	r.note.Text, r.note.Color, r.note.FontSource, r.note.TextSize = b.Note, t.Second, Regular, SmallSize
	r.note.Hidden = b.Note == "" || b.Kind != Row
	r.under.Color, r.under.FontSource, r.under.TextSize = ink, weight, TextSize
	r.aside.Text, r.aside.Color, r.aside.FontSource, r.aside.TextSize = b.Aside, t.Second, Regular, SmallSize
	r.text.Hidden = b.Text == ""
	r.dot.Hidden = b.Kind != Chip
	if b.Dot != nil {
		r.dot.FillColor = b.Dot
	}
	r.icon.Hidden = b.Icon == "" && b.Drawing == nil
	if b.Drawing != nil {
		if r.icon.Resource != b.Drawing {
			r.icon.Resource = b.Drawing
			r.icon.Refresh()
		}
	} else if b.Icon != "" {
		c := ink
		if b.Kind == Tile && !b.Disabled() {
			c = t.AccentInk
		}
		if res := Icon(b.Icon, c); r.icon.Resource != res {
			r.icon.Resource = res
			r.icon.Refresh()
		}
	}
	if size := b.Size(); size.Width > 0 {
		r.Layout(size)
	}
	r.ground.Refresh()
	r.text.Refresh()
	r.under.Refresh()
	r.note.Refresh()
	r.aside.Refresh()
	r.dot.Refresh()
	canvas.Refresh(b)
}
