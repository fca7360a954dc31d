package cast

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/data/journey"
)

// Row is a persona in a list: a box to tick where there is something to tick for, the portrait, the
// name and a second voice. Enter chooses it, Space ticks it.
type Row struct {
	widget.BaseWidget
	ID       journey.ID
	Choose   func()
	Tick     func()               // nil: there is no box
	Stray    func(*fyne.KeyEvent) // hears the keys that the row has no use for
	portrait *sign.Portrait
	name     *look.Label
	note     *look.Label
	noted    bool

	chosen, ticked, hovered, focused bool
}

// The measures of a row, in units of Fyne.
const (
	RowHeight = 48
	boxRoom   = 30
	faceSide  = 30
)

var (
	_ fyne.Tappable     = (*Row)(nil)
	_ fyne.Focusable    = (*Row)(nil)
	_ desktop.Hoverable = (*Row)(nil)
	_ fyne.Accessible   = (*Row)(nil)
)

// NewRow returns a row of a persona.
func NewRow(id journey.ID, choose, tick func()) *Row {
	r := &Row{ID: id, Choose: choose, Tick: tick, portrait: sign.NewPortrait(faceSide),
		name: look.NewLabel("", look.TextSize, look.Medium, look.Ink), note: look.NewLabel("", look.SmallSize, look.Regular, look.Second)}
	r.ExtendBaseWidget(r)
	return r
}

// Fill brings the row up to date. p is the project that the persona is in.
func (r *Row) Fill(p journey.Project, face sign.Face, name, note string, chosen, ticked bool) {
	who, _ := p.Personas.Get(r.ID)
	img, _ := p.Images.Get(who.ImageID)
	r.portrait.Set(who.Name, face.Color, string(img.ID), func() []byte { return img.Data })
	r.name.SetText(name)
	r.note.SetText(note)
	r.noted, r.chosen, r.ticked = note != "", chosen, ticked
	r.Refresh()
}

// Tapped implements fyne.Tappable: on the box it ticks, elsewhere it chooses.
func (r *Row) Tapped(ev *fyne.PointEvent) {
	if r.Tick != nil && ev.Position.X < boxRoom {
		r.Tick()
		return
	}
	r.Choose()
}

// MouseIn implements desktop.Hoverable.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *Row) MouseOut() { r.hovered = false; r.Refresh() }

// FocusGained implements fyne.Focusable.
func (r *Row) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost implements fyne.Focusable.
func (r *Row) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune implements fyne.Focusable.
func (r *Row) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (r *Row) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		r.Choose()
	case fyne.KeySpace:
		if r.Tick != nil {
			r.Tick()
		} else {
			r.Choose()
		}
	default:
		if r.Stray != nil {
			r.Stray(ev)
		}
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (r *Row) AccessibilityLabel() string { return r.name.Text() }

// AccessibilityRole implements fyne.Accessible.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	v := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), box: canvas.NewRectangle(color.Transparent),
		tick: canvas.NewImageFromResource(look.Icon("check", color.NRGBA{R: 255, G: 255, B: 255, A: 255}))}
	v.tick.FillMode = canvas.ImageFillContain
	v.Refresh()
	return v
}

type rowRenderer struct {
	r           *Row
	ground, box *canvas.Rectangle
	tick        *canvas.Image
}

func (v *rowRenderer) Destroy()           {}
func (v *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(120, RowHeight) }

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.ground, v.box, v.tick, v.r.portrait, v.r.name, v.r.note}
}

func (v *rowRenderer) Layout(s fyne.Size) {
	v.ground.Move(fyne.NewPos(0, 1))
	v.ground.Resize(fyne.NewSize(s.Width, s.Height-2))
	x := float32(10)
	if v.r.Tick != nil {
		v.box.Move(fyne.NewPos(x, (s.Height-16)/2))
		v.box.Resize(fyne.NewSquareSize(16))
		v.tick.Move(fyne.NewPos(x+1, (s.Height-14)/2))
		v.tick.Resize(fyne.NewSquareSize(14))
		x = boxRoom + 4
	}
	v.r.portrait.Move(fyne.NewPos(x, (s.Height-faceSide)/2))
	v.r.portrait.Resize(fyne.NewSquareSize(faceSide))
	x += faceSide + 10
	y := float32(6)
	if !v.r.noted {
		y = (s.Height - 18) / 2
	}
	v.r.name.Move(fyne.NewPos(x, y))
	v.r.name.Resize(fyne.NewSize(s.Width-x-8, 18))
	v.r.note.Move(fyne.NewPos(x, y+18))
	v.r.note.Resize(fyne.NewSize(s.Width-x-8, 16))
}

func (v *rowRenderer) Refresh() {
	t := look.Now()
	g := v.ground
	g.CornerRadius, g.StrokeWidth, g.FillColor, g.StrokeColor = 7, 0, t.Panel, t.Panel
	if v.r.hovered {
		g.FillColor = t.Ground
	}
	if v.r.chosen {
		g.FillColor = t.Tint
	}
	if v.r.focused {
		g.StrokeColor, g.StrokeWidth = t.AccentInk, 1.5
	}
	v.box.Hidden, v.tick.Hidden = v.r.Tick == nil, v.r.Tick == nil || !v.r.ticked
	v.box.CornerRadius, v.box.StrokeWidth, v.box.FillColor, v.box.StrokeColor = 4, 1.25, t.Panel, t.Border
	if v.r.ticked {
		v.box.FillColor, v.box.StrokeColor = t.Accent, t.Accent
	}
	v.Layout(v.r.Size())
	for _, o := range v.Objects() {
		o.Refresh()
	}
	canvas.Refresh(v.r)
}
