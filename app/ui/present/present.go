// Package present is the presentation on the screen: the paper on a calm ground and nothing else,
// led by keys and clicks. What is framed when, package editor/present says.
package present

import (
	"fmt"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/editor/desk"
	steps "jejak/app/editor/present"
	"jejak/app/ui/look"
	"jejak/app/ui/paper"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Options says what a presentation works with. All but Do must be there.
type Options struct {
	Scene  *scene.Scene
	Canvas fyne.Canvas
	Words  *words.Table
	Leave  func()       // asked to end; called once
	Do     func(func()) // runs a function on the goroutine of the window; nil: fyne.Do
	Mods   func() editor.Mods
}

// Stage is the widget that fills the screen while a map is presented.
type Stage struct {
	widget.BaseWidget
	o    Options
	show *steps.Show
	pane *paper.Pane

	ground, black *canvas.Rectangle
	hint          *hint

	view     editor.Viewport
	clear    steps.Clear // what is not faded, as it is seen now
	strength float64     // of the fading
	way      *fyne.Animation

	idle   *time.Timer
	hidden bool // the pointer
	left   bool
}

var (
	_ fyne.Focusable     = (*Stage)(nil)
	_ fyne.Tabbable      = (*Stage)(nil)
	_ fyne.Draggable     = (*Stage)(nil)
	_ fyne.Scrollable    = (*Stage)(nil)
	_ fyne.Tappable      = (*Stage)(nil)
	_ fyne.Shortcutable  = (*Stage)(nil)
	_ desktop.Hoverable  = (*Stage)(nil)
	_ desktop.Cursorable = (*Stage)(nil)
	_ desktop.Mouseable  = (*Stage)(nil)
)

// calm is the ground behind the paper, in the light and in the dark.
var calm = color.NRGBA{R: 0x23, G: 0x26, B: 0x2F, A: 255}

// New returns a presentation that shows the whole map.
func New(o Options) *Stage {
	if o.Do == nil {
		o.Do = fyne.Do
	}
	s := &Stage{o: o, show: steps.New(o.Scene), pane: paper.NewPane(o.Do, nil), view: desk.NewViewport()}
	s.ground, s.black = canvas.NewRectangle(calm), canvas.NewRectangle(color.Black)
	s.black.Hide()
	s.pane.SetScene(o.Scene)
	s.hint = newHint(o.Words.T("present.hint"))
	s.ExtendBaseWidget(s)
	return s
}

// Step returns which step is shown, 0 being the first, and how many there are.
func (s *Stage) Step() (step, of int) { return s.show.At() }

// Zoom returns the size of the picture; 1 is 100 %.
func (s *Stage) Zoom() float64 { return s.view.Zoom() }

// Settled reports whether nothing moves and all is sharp.
func (s *Stage) Settled() bool { return s.way == nil && s.pane.Settled() }

// Begin says for a while which keys there are. It is called once, when the stage is on the screen.
func (s *Stage) Begin() {
	s.hint.begin()
	s.rest()
}

// End stops what runs. The stage shows nothing new after it.
func (s *Stage) End() {
	s.left = true
	s.stop()
	s.hint.end()
	if s.idle != nil {
		s.idle.Stop()
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer { return &renderer{s} }

type renderer struct{ s *Stage }

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return fyne.NewSize(320, 200) }
func (r *renderer) Refresh()           { canvas.Refresh(r.s) }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.ground, r.s.pane.Object(), r.s.hint.box, r.s.black}
}

func (r *renderer) Layout(size fyne.Size) {
	s := r.s
	s.ground.Resize(size)
	s.black.Resize(size)
	s.hint.place(size)
	k := paper.Scale(s.o.Canvas)
	zoom := s.view.Zoom()
	s.view.Size, s.view.Scale = geom.Size{W: float64(size.Width) * k, H: float64(size.Height) * k}, k
	if s.show.Free() {
		s.view = s.view.Zoomed(zoom, geom.Point{})
		s.see(s.view)
		return
	}
	s.stop()
	s.arrive(s.show.View(s.view))
}

// see shows a view as the present step has it, at once.
func (s *Stage) see(v editor.Viewport) {
	s.view = v
	s.pane.Show(v, v.Scale)
	s.pane.Veil(v, s.clear, s.strength)
}

// arrive shows the present step at once.
func (s *Stage) arrive(v editor.Viewport) {
	clear, faded := s.show.Clear()
	s.strength = 0
	if faded {
		s.clear, s.strength = clear, 1
	}
	s.see(v)
}

// travel is how long the way to the next step takes.
const travel = 280 * time.Millisecond

// follow brings the screen to the present step.
func (s *Stage) follow() {
	if s.show.Black() != s.black.Visible() {
		if s.show.Black() {
			s.black.Show()
		} else {
			s.black.Hide()
		}
		canvas.Refresh(s) // what was never painted does not ask for it itself
	}
	if s.show.Black() {
		return
	}
	s.stop()
	to := s.view
	if !s.show.Free() {
		to = s.show.View(s.view)
	}
	if !fyne.CurrentApp().Settings().ShowAnimations() {
		s.arrive(to)
		return
	}
	from, clearFrom, strong := s.view, s.clear, s.strength
	clear, faded := s.show.Clear()
	want := 0.0
	if faded {
		want = 1
	} else {
		clear = clearFrom
	}
	if strong == 0 {
		clearFrom = clear
	}
	s.pane.Aim(to, to.Scale)
	s.way = fyne.NewAnimation(travel, func(t float32) {
		if s.left || s.way == nil {
			return
		}
		share := float64(t)
		s.clear = clearFrom.Between(clear, share)
		s.strength = strong + (want-strong)*share
		if t >= 1 {
			s.way = nil
			s.arrive(to)
			return
		}
		s.view = steps.Between(from, to, share)
		s.pane.Glide(s.view, s.view.Scale)
		s.pane.Veil(s.view, s.clear, s.strength)
	})
	s.way.Curve = fyne.AnimationLinear // Between has its own
	s.way.Start()
}

func (s *Stage) stop() {
	if s.way != nil {
		s.way.Stop()
		s.way = nil
	}
}

func (s *Stage) command(c steps.Command) {
	s.hint.fade()
	if c == steps.Leave {
		s.leave()
	} else if s.show.Do(c) {
		s.follow()
	}
}

func (s *Stage) leave() {
	if !s.left {
		s.End()
		s.o.Leave()
	}
}

// String tells where the presentation stands, for tests.
func (s *Stage) String() string {
	step, of := s.show.At()
	return fmt.Sprintf("step %d of %d", step+1, of)
}

// hint is a line at the foot of the screen that goes by itself.
type hint struct {
	box    *fyne.Container
	ground *canvas.Rectangle
	text   *canvas.Text
	anim   *fyne.Animation
	wait   *time.Timer
	going  bool
}

func newHint(s string) *hint {
	h := &hint{ground: canvas.NewRectangle(hintGround), text: canvas.NewText(s, hintInk)}
	h.text.TextSize, h.text.FontSource = 13, look.Medium
	h.ground.CornerRadius = 15
	h.box = &fyne.Container{Objects: []fyne.CanvasObject{h.ground, h.text}}
	return h
}

var (
	hintGround = color.NRGBA{R: 0x12, G: 0x14, B: 0x1A, A: 0xE0}
	hintInk    = color.NRGBA{R: 0xF2, G: 0xF4, B: 0xF8, A: 0xFF}
)

func (h *hint) place(size fyne.Size) {
	m := h.text.MinSize()
	pill := fyne.NewSize(m.Width+32, 30)
	at := fyne.NewPos((size.Width-pill.Width)/2, size.Height-pill.Height-24)
	h.ground.Move(at)
	h.ground.Resize(pill)
	h.text.Move(at.AddXY(16, (pill.Height-m.Height)/2))
	h.text.Resize(m)
}

// begin lets the hint stand for a while.
func (h *hint) begin() {
	h.wait = time.AfterFunc(4*time.Second, func() { fyne.Do(h.fade) })
}

// fade lets it go.
func (h *hint) fade() {
	if h.going {
		return
	}
	h.going = true
	h.end()
	h.anim = fyne.NewAnimation(600*time.Millisecond, func(t float32) {
		a := func(c color.NRGBA) color.NRGBA { c.A = uint8(float32(c.A) * (1 - t)); return c }
		h.ground.FillColor, h.text.Color = a(hintGround), a(hintInk)
		if t >= 1 {
			h.box.Hide()
		}
		canvas.Refresh(h.box)
	})
	h.anim.Start()
}

func (h *hint) end() {
	if h.wait != nil {
		h.wait.Stop()
	}
}
