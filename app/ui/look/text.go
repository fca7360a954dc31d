package look

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// leading is the height of a line of a Text over the size of its letters.
const leading = 1.45

// Text is a paragraph that wraps at the width it is given.
type Text struct {
	widget.BaseWidget
	text string
	pick func(*Theme) color.NRGBA

	lines []string // as they break at wide; Fyne asks for the height in every picture
	wide  float32
}

// NewText returns a paragraph in a colour of the theme.
func NewText(s string, pick func(*Theme) color.NRGBA) *Text {
	t := &Text{text: s, pick: pick}
	t.ExtendBaseWidget(t)
	return t
}

// MinSize implements fyne.CanvasObject: the height is that of the lines at the width it has now.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	width := t.Size().Width
	if width <= 0 {
		width = 360
	}
	return fyne.NewSize(20, float32(len(t.wrapped(width)))*TextSize*leading)
}

func (t *Text) wrapped(width float32) []string {
	if t.lines == nil || t.wide != width {
		t.lines, t.wide = Wrap(t.text, TextSize, Regular, width), width
	}
	return t.lines
}

// Resize implements fyne.CanvasObject.
func (t *Text) Resize(s fyne.Size) {
	t.BaseWidget.Resize(s)
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer { return &textRenderer{t: t} }

type textRenderer struct {
	t     *Text
	lines []fyne.CanvasObject
	drawn fyne.Size // for which they were made
}

func (r *textRenderer) Destroy()                     {}
func (r *textRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *textRenderer) Objects() []fyne.CanvasObject { return r.lines }

// Layout draws for another size. Fyne asks for it also where only the objects are others than before.
func (r *textRenderer) Layout(s fyne.Size) {
	if s != r.drawn {
		r.draw(s)
	}
}

func (r *textRenderer) draw(s fyne.Size) {
	r.lines, r.drawn = nil, s
	for i, line := range r.t.wrapped(s.Width) {
		c := canvas.NewText(line, r.t.pick(Now()))
		c.TextSize, c.FontSource = TextSize, Regular
		c.Move(fyne.NewPos(0, float32(i)*TextSize*leading))
		c.Resize(c.MinSize())
		r.lines = append(r.lines, c)
	}
}

func (r *textRenderer) Refresh() {
	r.draw(r.t.Size())
	canvas.Refresh(r.t)
}

// Wrap breaks s into lines no wider than width; a word that is wider stands alone.
func Wrap(s string, size float32, face fyne.Resource, width float32) []string {
	measure := func(s string) float32 {
		t := canvas.NewText(s, color.Black)
		t.TextSize, t.FontSource = size, face
		return t.MinSize().Width
	}
	var lines []string
	for _, para := range strings.Split(s, "\n") {
		line := ""
		for _, word := range strings.Fields(para) {
			next := strings.TrimPrefix(line+" "+word, " ")
			if line != "" && measure(next) > width {
				lines = append(lines, line)
				next = word
			}
			line = next
		}
		lines = append(lines, line)
	}
	return lines
}
