package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Section is the heading of a part of a panel that can be folded away: a line above, a sign, a title,
// and a note at the end. What it heads is not its own.
type Section struct {
	widget.BaseWidget
	title, note      string
	open             bool
	hovered, focused bool
	OnChanged        func(open bool)
}

// NewSection returns a heading. changed is told when it is folded and unfolded by a person.
func NewSection(title string, open bool, changed func(bool)) *Section {
	s := &Section{title: title, open: open, OnChanged: changed}
	s.ExtendBaseWidget(s)
	return s
}

// Open reports whether the section is unfolded.
func (s *Section) Open() bool { return s.open }

// Title returns what the heading says.
func (s *Section) Title() string { return s.title }

// SetNote says something at the end of the heading, such as how much is in it.
func (s *Section) SetNote(note string) {
	if s.note != note {
		s.note = note
		s.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (s *Section) Tapped(*fyne.PointEvent) { s.set(!s.open) }

func (s *Section) set(open bool) {
	if s.open != open {
		s.open = open
		s.Refresh()
		s.OnChanged(open)
	}
}

// MouseIn implements desktop.Hoverable.
func (s *Section) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Section) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Section) MouseOut() { s.hovered = false; s.Refresh() }

// FocusGained implements fyne.Focusable.
func (s *Section) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Section) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Section) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Section) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		s.set(!s.open)
	case fyne.KeyLeft:
		s.set(false)
	case fyne.KeyRight:
		s.set(true)
	default:
		Pass(s, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Section) AccessibilityLabel() string { return s.title }

// AccessibilityRole implements fyne.Accessible.
func (s *Section) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Section) CreateRenderer() fyne.WidgetRenderer {
	r := &sectionRenderer{s: s, line: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		sign: canvas.NewImageFromResource(nil), title: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black)}
	r.sign.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type sectionRenderer struct {
	s           *Section
	line, ring  *canvas.Rectangle
	sign        *canvas.Image
	title, note *canvas.Text
}

func (r *sectionRenderer) Destroy()           {}
func (r *sectionRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 34) }

func (r *sectionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.ring, r.sign, r.title, r.note}
}

func (r *sectionRenderer) Layout(s fyne.Size) {
	r.line.Resize(fyne.NewSize(s.Width, 1))
	r.ring.Move(fyne.NewPos(-4, 4))
	r.ring.Resize(fyne.NewSize(s.Width+8, s.Height-6))
	mid := func(h float32) float32 { return 2 + (s.Height-h)/2 }
	n := r.note.MinSize()
	r.note.Move(fyne.NewPos(s.Width-n.Width-20, mid(n.Height)))
	r.note.Resize(n)
	r.sign.Move(fyne.NewPos(s.Width-14, mid(14)))
	r.sign.Resize(fyne.NewSquareSize(14))
	r.title.Text = Shorten(r.s.title, r.title.TextSize, r.title.FontSource, s.Width-n.Width-30)
	m := r.title.MinSize()
	r.title.Move(fyne.NewPos(0, mid(m.Height)))
	r.title.Resize(m)
}

func (r *sectionRenderer) Refresh() {
	t := Now()
	r.line.FillColor = t.Hairline
	r.ring.CornerRadius = 6
	r.ring.FillColor, r.ring.StrokeWidth = color.Transparent, 0
	if r.s.focused {
		r.ring.FillColor, r.ring.StrokeColor, r.ring.StrokeWidth = t.Panel, t.AccentInk, 1.5
	}
	ink := t.Ink
	if r.s.hovered {
		ink = t.AccentInk
	}
	r.title.TextSize, r.title.FontSource, r.title.Color = 12, SemiBold, ink
	r.note.Text, r.note.TextSize, r.note.FontSource, r.note.Color = r.s.note, SmallSize, Regular, t.Second
	name := "chevron-right"
	if r.s.open {
		name = "chevron-down"
	}
	r.sign.Resource = Icon(name, t.Second)
	if s := r.s.Size(); s.Width > 0 {
		r.Layout(s)
	}
	r.line.Refresh()
	r.ring.Refresh()
	r.sign.Refresh()
	r.title.Refresh()
	r.note.Refresh()
	canvas.Refresh(r.s)
}
