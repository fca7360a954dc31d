package present

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	steps "jejak/app/editor/present"
	"jejak/app/ui/board"
	"jejak/canvas/geom"
)

// FocusGained implements fyne.Focusable.
func (s *Stage) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (s *Stage) FocusLost() {}

// AcceptsTab implements fyne.Tabbable: there is nothing else to go to.
func (s *Stage) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (s *Stage) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (s *Stage) TypedKey(ev *fyne.KeyEvent) {
	k, ok := board.Key(ev.Name)
	if !ok || s.left {
		return
	}
	c, changed := s.show.Press(k)
	switch {
	case c == steps.Leave:
		s.leave()
	case changed:
		s.hint.fade()
		s.follow()
	}
}

// TypedShortcut implements fyne.Shortcutable: no shortcut of the window means anything here.
func (s *Stage) TypedShortcut(fyne.Shortcut) {}

// Tapped implements fyne.Tappable: a click goes on.
func (s *Stage) Tapped(*fyne.PointEvent) { s.command(steps.Next) }

// MouseDown implements desktop.Mouseable.
func (s *Stage) MouseDown(ev *desktop.MouseEvent) {
	s.o.Canvas.Focus(s)
	if ev.Button == desktop.MouseButtonSecondary {
		s.command(steps.Back)
	}
}

// MouseUp implements desktop.Mouseable.
func (s *Stage) MouseUp(*desktop.MouseEvent) {}

// Dragged implements fyne.Draggable: the first drag turns to the free mode.
func (s *Stage) Dragged(ev *fyne.DragEvent) {
	s.freely()
	k := s.view.Scale
	s.see(s.view.Panned(geom.Pt(float64(ev.Dragged.DX)*k, float64(ev.Dragged.DY)*k)).Reached(s.o.Scene.Bounds))
}

// DragEnd implements fyne.Draggable.
func (s *Stage) DragEnd() { s.o.Canvas.Focus(s) }

// Scrolled implements fyne.Scrollable: the wheel zooms about the pointer, with Shift it moves.
func (s *Stage) Scrolled(ev *fyne.ScrollEvent) {
	s.freely()
	k := s.view.Scale
	dx, dy := float64(ev.Scrolled.DX), float64(ev.Scrolled.DY)
	if s.o.Mods().Shift {
		s.see(s.view.Panned(geom.Pt(dx*2*k, dy*2*k)).Reached(s.o.Scene.Bounds))
		return
	}
	at := geom.Pt(float64(ev.Position.X)*k, float64(ev.Position.Y)*k)
	s.see(s.view.Zoomed(s.view.Zoom()*math.Pow(1.1, dy/25), at).Reached(s.o.Scene.Bounds))
}

// freely ends what is under way: the pointer has the view now.
func (s *Stage) freely() {
	s.stop()
	s.hint.fade()
	s.show.MoveFreely()
	s.black.Hide()
	s.strength = 0
}

// MouseIn implements desktop.Hoverable.
func (s *Stage) MouseIn(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Stage) MouseOut() {}

// MouseMoved implements desktop.Hoverable: a pointer that moves is seen for a while.
func (s *Stage) MouseMoved(*desktop.MouseEvent) {
	s.hidden = false
	s.rest()
}

// rest hides the pointer when it has not moved for a while.
func (s *Stage) rest() {
	const while = 3 * time.Second
	if s.idle == nil {
		s.idle = time.AfterFunc(while, func() { s.o.Do(func() { s.hidden = true }) })
	} else {
		s.idle.Reset(while)
	}
}

// Cursor implements desktop.Cursorable.
func (s *Stage) Cursor() desktop.Cursor {
	if s.hidden {
		return desktop.HiddenCursor
	}
	return desktop.DefaultCursor
}
