// Package empty invites to the next step where there is nothing yet: over the board, not on the
// paper.
//
// All of it belongs to the goroutine of the window.
package empty

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/ui/float"
	"jejak/app/ui/look"
)

// Invitation says what is missing and what to do about it. All texts are translated.
type Invitation struct {
	Icon, Title, Text string
	Offers            []Offer
	Small             bool // a line at the foot: there is a map to be seen
	Low               bool // below the middle: there is the head of a map to be seen
}

// Offer is a button.
type Offer struct {
	Text    string
	Primary bool
	Run     func()
}

const (
	width     = 420 // of the large one, in units of Fyne
	smallRoom = 460 // for the text of the small one, at most
)

// Layer lies over the board and shows an Invitation, or nothing.
type Layer struct {
	box        *fyne.Container
	small, low bool
}

// NewLayer returns a layer that shows nothing.
func NewLayer() *Layer { return &Layer{box: container.NewStack()} }

// Object is what goes over the board.
func (l *Layer) Object() fyne.CanvasObject { return container.New(l, l.box) }

// Shown reports whether there is an invitation.
func (l *Layer) Shown() bool { return len(l.box.Objects) > 0 }

// Offers lists the buttons that are shown.
func (l *Layer) Offers() []*look.Button { return buttonsIn(l.box) }

func buttonsIn(o fyne.CanvasObject) []*look.Button {
	switch o := o.(type) {
	case *look.Button:
		return []*look.Button{o}
	case *fyne.Container:
		var list []*look.Button
		for _, x := range o.Objects {
			list = append(list, buttonsIn(x)...)
		}
		return list
	}
	return nil
}

// Show shows an invitation; nil: nothing.
func (l *Layer) Show(i *Invitation) {
	l.box.Objects = nil
	if i != nil {
		l.small, l.low = i.Small, i.Low
		l.box.Objects = i.objects()
	}
	l.box.Refresh()
}

func (i *Invitation) objects() []fyne.CanvasObject {
	t := look.Now()
	ground := canvas.NewRectangle(t.Panel)
	ground.StrokeColor, ground.StrokeWidth, ground.CornerRadius = t.Border, 1, 12
	ground.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 16, Offset: fyne.NewPos(0, 4), Variant: canvas.DropShadow}
	var buttons []fyne.CanvasObject
	for _, o := range i.Offers {
		kind := look.Outlined
		if o.Primary {
			kind = look.Primary
		}
		buttons = append(buttons, look.NewButton(kind, "", o.Text, o.Run))
	}
	if i.Small {
		text := look.NewLabel(look.Shorten(i.Text, look.TextSize, look.Regular, smallRoom), look.TextSize, look.Regular, look.Second).Wide()
		row := look.HBox(14, append([]fyne.CanvasObject{text}, buttons...)...)
		return []fyne.CanvasObject{ground, float.NewShield(), look.Pad(row, 8, 10, 8, 16)}
	}
	disc := canvas.NewCircle(t.Tint)
	icon := canvas.NewImageFromResource(look.Icon(i.Icon, t.AccentInk))
	icon.FillMode = canvas.ImageFillContain
	size := canvas.NewRectangle(color.Transparent)
	size.SetMinSize(fyne.NewSquareSize(56))
	mark := container.NewCenter(container.NewStack(size, disc, look.Pad(icon, 15, 15, 15, 15)))
	parts := []fyne.CanvasObject{mark, look.Gap(4),
		container.NewCenter(look.NewLabel(i.Title, 17, look.SemiBold, look.Ink).Wide())}
	for _, line := range even(i.Text, width-60) {
		parts = append(parts, container.NewCenter(look.NewLabel(line, look.TextSize, look.Regular, look.Second).Wide()))
	}
	if len(buttons) > 0 {
		row := append([]fyne.CanvasObject{layout.NewSpacer()}, buttons...)
		parts = append(parts, look.Gap(8), look.HBox(8, append(row, layout.NewSpacer())...))
	}
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(width, 1))
	return []fyne.CanvasObject{ground, float.NewShield(), look.Pad(look.VBox(4, append(parts, wide)...), 26, 22, 22, 22)}
}

// even breaks a text into as few lines as there is need for, of about one length.
func even(s string, width float32) []string {
	lines := look.Wrap(s, look.TextSize, look.Regular, width)
	for w := width - 8; w > width/3; w -= 8 {
		narrow := look.Wrap(s, look.TextSize, look.Regular, w)
		if len(narrow) > len(lines) {
			break
		}
		lines = narrow
	}
	return lines
}

// MinSize implements fyne.Layout.
func (l *Layer) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout: a large invitation stands in the middle, a small one at the foot.
func (l *Layer) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	m.Width = min(m.Width, size.Width)
	o[0].Resize(m)
	at := fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2-size.Height*0.04)
	switch foot := size.Height - m.Height - 20; {
	case l.small:
		at.Y = foot
	case l.low:
		at.Y = min(size.Height*0.62, foot)
	}
	o[0].Move(at)
}
