package look

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Slider is how somebody feels: a track from red over amber to green with a knob on it.
type Slider struct {
	widget.BaseWidget
	min, max, step float64
	value          float64
	focused        bool
	moved          bool
	OnChanged      func(float64) // after the knob was let go at another place
}

// NewSlider returns a slider over a range, in steps.
func NewSlider(least, most, step float64, changed func(float64)) *Slider {
	s := &Slider{min: least, max: most, step: step, OnChanged: changed}
	s.ExtendBaseWidget(s)
	return s
}

// Set moves the knob and tells nobody.
func (s *Slider) Set(v float64) {
	v = math.Max(s.min, math.Min(v, s.max))
	if v != s.value {
		s.value = v
		s.Refresh()
	}
}

const knob = 14

func (s *Slider) at(x float32) float64 {
	w := float64(s.Size().Width - knob)
	if w <= 0 {
		return s.value
	}
	v := s.min + float64(x-knob/2)/w*(s.max-s.min)
	return math.Round(v/s.step) * s.step
}

// MouseDown implements desktop.Mouseable.
func (s *Slider) MouseDown(ev *desktop.MouseEvent) { s.pull(ev.Position.X) }

// MouseUp implements desktop.Mouseable.
func (s *Slider) MouseUp(*desktop.MouseEvent) { s.letGo() }

// Dragged implements fyne.Draggable.
func (s *Slider) Dragged(ev *fyne.DragEvent) { s.pull(ev.Position.X) }

// DragEnd implements fyne.Draggable.
func (s *Slider) DragEnd() { s.letGo() }

func (s *Slider) pull(x float32) {
	before := s.value
	s.Set(s.at(x))
	s.moved = s.moved || s.value != before
}

func (s *Slider) letGo() {
	if s.moved {
		s.moved = false
		s.OnChanged(s.value)
	}
}

// FocusGained implements fyne.Focusable.
func (s *Slider) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *Slider) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Slider) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Slider) TypedKey(ev *fyne.KeyEvent) {
	by := 0.0
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		by = -s.step
	case fyne.KeyRight, fyne.KeyUp:
		by = s.step
	default:
		Pass(s, ev)
		return
	}
	before := s.value
	s.Set(s.value + by)
	if s.value != before {
		s.OnChanged(s.value)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	bad, middle, good := rgb(0xD9402F), rgb(0xD9A017), rgb(0x1F9D62)
	r := &sliderRenderer{s: s, knob: canvas.NewCircle(color.White),
		left: canvas.NewHorizontalGradient(bad, middle), right: canvas.NewHorizontalGradient(middle, good)}
	r.Refresh()
	return r
}

type sliderRenderer struct {
	s           *Slider
	left, right *canvas.LinearGradient
	knob        *canvas.Circle
}

func (r *sliderRenderer) Destroy()           {}
func (r *sliderRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 20) }

func (r *sliderRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.left, r.right, r.knob}
}

func (r *sliderRenderer) Layout(size fyne.Size) {
	half, y := (size.Width-8)/2, size.Height/2-1.5
	r.left.Move(fyne.NewPos(4, y))
	r.left.Resize(fyne.NewSize(half, 3))
	r.right.Move(fyne.NewPos(4+half, y))
	r.right.Resize(fyne.NewSize(half, 3))
	share := float32((r.s.value - r.s.min) / (r.s.max - r.s.min))
	r.knob.Move(fyne.NewPos(share*(size.Width-knob), (size.Height-knob)/2))
	r.knob.Resize(fyne.NewSquareSize(knob))
}

func (r *sliderRenderer) Refresh() {
	share := (r.s.value - r.s.min) / (r.s.max - r.s.min)
	c := rgb(0xD9402F)
	switch {
	case share > 0.6:
		c = rgb(0x1F9D62)
	case share > 0.4:
		c = rgb(0xB07D0A)
	}
	if r.s.focused {
		c = Now().AccentInk
	}
	r.knob.FillColor, r.knob.StrokeColor, r.knob.StrokeWidth = rgb(0xFFFFFF), c, 2.5
	r.Layout(r.s.Size())
	r.knob.Refresh()
	canvas.Refresh(r.s)
}
