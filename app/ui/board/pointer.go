package board

import (
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"jejak/app/editor"
)

// Presses this close in time and place count as one double click.
const (
	clickTime = 400 * time.Millisecond
	clickMove = 5 // units of Fyne
)

// MouseDown implements desktop.Mouseable. Clicks are counted here: Fyne's own double tap would
// hold back every single one for 300 ms.
func (b *Board) MouseDown(ev *desktop.MouseEvent) {
	b.o.Canvas.Focus(b)
	if b.o.Held != nil {
		b.o.Held("", true)
	}
	if b.down || b.carries() {
		return
	}
	at, m := b.pixels(ev.Position), Mods(ev.Modifier)
	now := time.Now()
	if ev.Button == b.pressed && now.Sub(b.when) < clickTime && at.Dist(b.press) < clickMove*b.scale() {
		b.clicks++
	} else {
		b.clicks = 1
	}
	b.down, b.pressed, b.when, b.press, b.last = true, ev.Button, now, at, at
	b.ed.Press(at, button(ev.Button), m, b.clicks)
	b.setCursor(b.ed.Cursor())
}

// MouseUp implements desktop.Mouseable.
func (b *Board) MouseUp(ev *desktop.MouseEvent) {
	if !b.down || ev.Button != b.pressed {
		return
	}
	b.last = b.pixels(ev.Position)
	was := b.writer.field
	b.release(Mods(ev.Modifier))
	b.writer.keep(was)
	if ev.Button == desktop.MouseButtonSecondary && b.o.Menu != nil {
		b.o.Menu(ev.AbsolutePosition)
	}
}

// Dragged implements fyne.Draggable. It is called for the left and the middle button.
func (b *Board) Dragged(ev *fyne.DragEvent) {
	if !b.down {
		return
	}
	b.last = b.pixels(ev.Position)
	b.ed.Drag(b.last, b.mods())
	b.setCursor(b.ed.Cursor())
	b.startTicker()
}

// DragEnd implements fyne.Draggable. Where a drag ends over something that takes no mouse button
// it is all that tells of the release; Fyne has taken the focus away by then.
func (b *Board) DragEnd() {
	b.release(b.mods())
	b.o.Canvas.Focus(b)
}

func (b *Board) release(m editor.Mods) {
	if !b.down {
		return
	}
	b.down = false
	b.stopTicker()
	b.ed.Release(b.last, m)
	b.setCursor(b.ed.Cursor())
}

// startTicker scrolls while the pointer rests at the rim: Fyne sends nothing then.
func (b *Board) startTicker() {
	if b.ticker != nil {
		return
	}
	t := time.NewTicker(16 * time.Millisecond)
	b.ticker = t
	stop := make(chan struct{})
	b.stopTick = func() { t.Stop(); close(stop) }
	go func() {
		for {
			select {
			case <-stop:
				return
			case <-t.C:
				b.o.Do(func() {
					if b.ticker == t {
						b.ed.Tick()
					}
				})
			}
		}
	}()
}

func (b *Board) stopTicker() {
	if b.ticker != nil {
		b.ticker = nil
		b.stopTick()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Board) MouseIn(ev *desktop.MouseEvent) {
	b.MouseMoved(ev)
}

// MouseMoved implements desktop.Hoverable.
func (b *Board) MouseMoved(ev *desktop.MouseEvent) {
	if b.down || b.carries() {
		return
	}
	b.setCursor(b.ed.Hover(b.pixels(ev.Position), b.mods()))
}

// MouseOut implements desktop.Hoverable.
func (b *Board) MouseOut() {
	if !b.down && !b.carries() {
		b.ed.Leave()
	}
}

// wheelStep is how many units of Fyne a notch of the wheel moves; Fyne itself says 25.
const wheelStep = 2.4

// Scrolled implements fyne.Scrollable.
func (b *Board) Scrolled(ev *fyne.ScrollEvent) {
	if b.down || b.carries() {
		return
	}
	m := b.mods()
	k := wheelStep * b.scale()
	if m.Ctrl {
		k = 1
	}
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	if m.Shift && dy == 0 {
		dx, dy = 0, dx // Fyne has turned the wheel sideways already; the editor does it itself
	}
	b.ed.Wheel(b.pixels(ev.Position), dx*k, dy*k, m)
}

// Cursor implements desktop.Cursorable.
func (b *Board) Cursor() desktop.Cursor { return cursors[b.cursor] }

func (b *Board) setCursor(c editor.Cursor) { b.cursor = c }

func button(b desktop.MouseButton) editor.Button {
	switch b {
	case desktop.MouseButtonSecondary:
		return editor.Secondary
	case desktop.MouseButtonTertiary:
		return editor.Middle
	}
	return editor.Primary
}

// cursors are made once: Fyne compares them by pointer.
var cursors = map[editor.Cursor]desktop.Cursor{
	editor.CursorDefault:    desktop.DefaultCursor,
	editor.CursorPointer:    desktop.PointerCursor,
	editor.CursorText:       desktop.TextCursor,
	editor.CursorGrab:       newHand(false),
	editor.CursorGrabbing:   newHand(true),
	editor.CursorCopy:       desktop.PointerCursor,
	editor.CursorNoDrop:     desktop.DefaultCursor,
	editor.CursorVertical:   desktop.VResizeCursor,
	editor.CursorHorizontal: desktop.HResizeCursor,
	editor.CursorCross:      desktop.CrosshairCursor,
}

// handCursor is four arrows round a dot: the thing under the pointer can be, or is being, moved.
type handCursor struct{ img image.Image }

func (h *handCursor) Image() (image.Image, int, int) { return h.img, 10, 10 }

func newHand(closed bool) *handCursor {
	const n = 21
	img := image.NewNRGBA(image.Rect(0, 0, n, n))
	in := func(x, y int) bool {
		dx, dy := abs(x-10), abs(y-10)
		if dx > dy {
			dx, dy = dy, dx // one quarter is enough: dy is the longer way out
		}
		switch {
		case dy >= 6 && dy <= 9:
			return dx <= 9-dy // an arrow head
		case closed:
			return dx*dx+dy*dy <= 9
		}
		return dx == 0 && dy >= 2
	}
	for y := range n {
		for x := range n {
			switch {
			case in(x, y):
				img.Set(x, y, color.NRGBA{R: 0x1B, G: 0x1F, B: 0x2A, A: 255})
			case in(x-1, y) || in(x+1, y) || in(x, y-1) || in(x, y+1):
				img.Set(x, y, color.NRGBA{R: 255, G: 255, B: 255, A: 230})
			}
		}
	}
	return &handCursor{img}
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
