package look

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// tipDelay is how long the pointer rests on a control before its tip comes.
const tipDelay = 500 * time.Millisecond

// Tips is the layer over a window in which the tip of the control under the pointer shows. It takes
// no events.
type Tips struct {
	widget.BaseWidget
	do    func(func()) // runs a function on the goroutine of the window
	turn  int          // counts what was asked for, so that a late timer knows that it is late
	shown bool
	box   *canvas.Rectangle
	hint  *canvas.Text
	keys  *canvas.Text
}

// NewTips returns an empty layer; put it on top of all else.
func NewTips(do func(func())) *Tips {
	t := &Tips{do: do, box: canvas.NewRectangle(color.Transparent), hint: canvas.NewText("", color.White),
		keys: canvas.NewText("", color.White)}
	t.ExtendBaseWidget(t)
	return t
}

// Over brings the tip of a button after a while.
func (t *Tips) Over(b *Button) {
	if b.Whole != nil {
		t.Say(b.Whole, b.Hint, b.Keys)
		return
	}
	t.Say(b, b.Hint, b.Keys)
}

// Say brings a tip of what is at the pointer after a while; keys is the shortcut of the same, or
// empty.
func (t *Tips) Say(over fyne.CanvasObject, hint, keys string) {
	t.Away()
	turn := t.turn
	time.AfterFunc(tipDelay, func() {
		t.do(func() {
			if t.turn == turn {
				t.put(over, hint, keys)
			}
		})
	})
}

// Away takes the tip away, or what was to come.
func (t *Tips) Away() {
	t.turn++
	if t.shown {
		t.shown = false
		t.Refresh()
	}
}

// The ground of a tip is dark on light windows and on dark ones.
var (
	tipGround = rgb(0x2A2F3C)
	tipSecond = rgb(0xC3C9D6)
)

func (t *Tips) put(b fyne.CanvasObject, hint, keys string) {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(t); c == nil || c.Overlays().Top() != nil {
		return // a menu or a dialog has opened
	}
	at := driver.AbsolutePositionForObject(b).Subtract(driver.AbsolutePositionForObject(t))
	if b.Size().Width == 0 || at.X < 0 && at.Y < 0 {
		return
	}
	t.hint.Text, t.hint.TextSize, t.hint.FontSource = hint, 12, Medium
	t.keys.Text, t.keys.TextSize, t.keys.FontSource, t.keys.Color = keys, 12, Regular, tipSecond
	m := t.hint.MinSize()
	size := fyne.NewSize(m.Width+20, m.Height+10)
	if keys != "" {
		size.Width += t.keys.MinSize().Width + 12
	}
	at = at.AddXY((b.Size().Width-size.Width)/2, b.Size().Height+6)
	if at.Y+size.Height > t.Size().Height-4 {
		at.Y -= b.Size().Height + size.Height + 12
	}
	at.X = max(6, min(at.X, t.Size().Width-size.Width-6))
	t.box.FillColor, t.box.CornerRadius = tipGround, 6
	t.box.StrokeColor, t.box.StrokeWidth = color.NRGBA{}, 0
	if Now().IsDark {
		t.box.StrokeColor, t.box.StrokeWidth = Now().Border, 1
	}
	t.box.Move(at)
	t.box.Resize(size)
	t.hint.Move(at.AddXY(10, 5))
	t.hint.Resize(m)
	t.keys.Move(at.AddXY(10+m.Width+12, 5))
	t.keys.Resize(t.keys.MinSize())
	t.shown = true
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Tips) CreateRenderer() fyne.WidgetRenderer { return &tipsRenderer{t} }

type tipsRenderer struct{ t *Tips }

func (r *tipsRenderer) Destroy()           {}
func (r *tipsRenderer) Layout(fyne.Size)   {}
func (r *tipsRenderer) MinSize() fyne.Size { return fyne.Size{} }
func (r *tipsRenderer) Refresh()           { canvas.Refresh(r.t) }

func (r *tipsRenderer) Objects() []fyne.CanvasObject {
	if !r.t.shown {
		return nil
	}
	return []fyne.CanvasObject{r.t.box, r.t.hint, r.t.keys}
}
