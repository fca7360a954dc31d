package measure

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
)

// bar stands two groups of buttons at the ends of a row. Where there is no room for all words, some
// buttons keep their icon alone, the last named first.
type bar struct {
	left, right fyne.CanvasObject
	shrink      []*look.Button
	words       []string // what stands on them where there is room
}

func newBar(left, right fyne.CanvasObject, shrink ...*look.Button) *bar {
	b := &bar{left: left, right: right, shrink: shrink}
	for _, s := range shrink {
		b.words = append(b.words, s.Text)
	}
	return b
}

const barGap = 16

// MinSize implements fyne.Layout.
func (b *bar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, max(b.left.MinSize().Height, b.right.MinSize().Height))
}

// Layout implements fyne.Layout.
func (b *bar) Layout(_ []fyne.CanvasObject, s fyne.Size) {
	for i, button := range b.shrink {
		b.say(button, b.words[i])
	}
	for i := len(b.shrink) - 1; i >= 0 && b.left.MinSize().Width+b.right.MinSize().Width+barGap > s.Width; i-- {
		b.say(b.shrink[i], "")
	}
	m := b.left.MinSize()
	b.left.Move(fyne.NewPos(0, (s.Height-m.Height)/2))
	b.left.Resize(m)
	m = b.right.MinSize()
	b.right.Move(fyne.NewPos(s.Width-m.Width, (s.Height-m.Height)/2))
	b.right.Resize(m)
}

func (b *bar) say(button *look.Button, text string) {
	if button.Text != text {
		button.Text = text
		button.Refresh()
	}
}
