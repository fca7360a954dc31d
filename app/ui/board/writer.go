package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynecontainer "fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// writer is the field in which text is edited where it stands on the map.
type writer struct {
	board *Board
	layer *fyne.Container // above the board, empty most of the time
	edit  *editor.TextEdit
	field *field
	theme *look.Theme
	frame *canvas.Rectangle
	dress *fynecontainer.ThemeOverride
	scale float64 // device pixels per unit of Fyne
	fresh bool    // the field was opened just now
}

func newWriter(b *Board) *writer {
	return &writer{board: b, layer: container()}
}

// follow opens, moves or closes the field. now is nil when nothing is edited.
func (w *writer) follow(now *editor.TextEdit, scale float64) {
	switch {
	case now == nil && w.edit == nil:
		return
	case now == nil:
		w.close()
		return
	case w.edit == nil || w.edit.Ref != now.Ref || w.edit.Part != now.Part:
		w.close()
		w.open(now)
	}
	w.edit = now
	w.place(scale)
}

func (w *writer) open(now *editor.TextEdit) {
	w.field = newField(now)
	w.field.commit = func(s string) {
		if w.field != nil {
			w.board.ed.CommitText(s)
		}
	}
	w.field.cancel = func() { w.board.ed.CancelText() }
	w.theme = look.NewTheme(false) // paper is paper in the dark too
	w.theme.Text = nrgba(now.Color)
	if luminance(now.Color) > 0.6 {
		w.theme.Text = ink // text that stands light on a coloured ground is edited on white
	}
	w.theme.TextSize = 12
	w.frame = canvas.NewRectangle(white)
	w.frame.CornerRadius = 6
	w.frame.Shadow = canvas.Shadow{Color: shade, BlurRadius: 8, Offset: fyne.NewPos(0, 2), Variant: canvas.DropShadow}
	w.fresh = true
	w.field.OnChanged = func(s string) {
		w.board.ed.Typed(s)
		w.place(w.scale)
	}
	w.dress = fynecontainer.NewThemeOverride(w.field, w.theme)
	w.layer.Objects = []fyne.CanvasObject{w.frame, w.dress}
}

// pad is the inset of the field's text, in units of Fyne: twice what the theme says for small text.
const pad = 4

// place puts the field over the text it stands for, with the text at the size it is seen. It is
// as high as what is typed needs.
func (w *writer) place(scale float64) {
	if w.edit == nil {
		return
	}
	w.scale = scale
	size := max(8, float32(w.edit.SizePx/scale))
	if size != w.theme.TextSize {
		w.theme.TextSize = size
		w.dress.Refresh()
	}
	r := w.edit.Rect
	width := max(float32(r.W()/scale)+2*pad, 64)
	lines := len(look.Wrap(w.field.Text, size, face(w.edit.Style), width-2*pad-1))
	height := max(float32(r.H()/scale)+2*pad, float32(lines)*size*lineHeight+2*pad)
	pos := fyne.NewPos(float32(r.Min.X/scale)-pad, float32(r.Min.Y/scale)-pad)
	w.frame.Move(pos)
	w.frame.Resize(fyne.NewSize(width, height))
	w.dress.Move(pos)
	w.dress.Resize(fyne.NewSize(width, height))
	canvas.Refresh(w.layer)
	if w.board.o.Canvas.Focused() != w.field {
		w.board.o.Canvas.Focus(w.field)
	}
	if w.fresh {
		w.fresh = false // only now are its lines broken as they will stay
		w.field.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// lineHeight is how high Fyne sets a line of Inter, over the size of its letters.
const lineHeight = 1.25

func (w *writer) close() {
	if w.edit == nil {
		return
	}
	field := w.field
	w.edit, w.field = nil, nil
	field.done = true
	if w.board.o.Canvas.Focused() == field {
		w.board.o.Canvas.Focus(w.board)
	}
	w.layer.Objects = nil
	canvas.Refresh(w.layer)
	canvas.Refresh(w.board.over.box)
}

// field is an entry that knows when it is done.
type field struct {
	widget.Entry
	commit func(string)
	cancel func()
	single bool // Enter ends the editing
	done   bool
}

func newField(e *editor.TextEdit) *field {
	f := &field{}
	f.MultiLine = true // even a title wraps as it will be drawn; Enter ends it all the same
	f.Wrapping = fyne.TextWrapWord
	f.Scroll = fynecontainer.ScrollNone
	f.ExtendBaseWidget(f)
	f.SetText(e.Text)
	f.single = !e.Multiline
	// Fyne knows a bold and an italic; the window's theme has Inter SemiBold for its bold.
	f.TextStyle = fyne.TextStyle{Bold: e.Style == text.Medium || e.Style == text.SemiBold || e.Style == text.Bold,
		Italic: e.Style == text.Italic}
	return f
}

// FocusLost implements fyne.Focusable: clicking elsewhere commits.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.end(true)
}

// AcceptsTab implements fyne.Tabbable: Tab ends the editing.
func (f *field) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		f.end(false)
		return
	case fyne.KeyTab:
		f.end(true)
		return
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.single {
			f.end(true)
			return
		}
	}
	f.Entry.TypedKey(ev)
	look.Pass(f, ev)
}

// KeyDown implements desktop.Keyable.
func (f *field) KeyDown(ev *fyne.KeyEvent) {
	f.Entry.KeyDown(ev)
	look.PassHeld(f, ev, true)
}

// KeyUp implements desktop.Keyable.
func (f *field) KeyUp(ev *fyne.KeyEvent) {
	f.Entry.KeyUp(ev)
	look.PassHeld(f, ev, false)
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter commits, Ctrl+Shift+Z does again. What a
// text has no use for is the window's.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	if look.PassShortcut(f, s) {
		return
	}
	if cs, ok := s.(*desktop.CustomShortcut); ok && cs.Modifier&fyne.KeyModifierShortcutDefault != 0 {
		switch cs.KeyName {
		case fyne.KeyReturn, fyne.KeyEnter:
			f.end(true)
			return
		case fyne.KeyZ:
			s = &fyne.ShortcutRedo{}
		}
	}
	f.Entry.TypedShortcut(s)
}

func (f *field) end(keep bool) {
	if f.done {
		return
	}
	f.done = true
	if keep {
		f.commit(f.Text)
	} else {
		f.cancel()
	}
}

// face is the typeface that the field has for a style.
func face(s text.Style) fyne.Resource {
	switch s {
	case text.Medium, text.SemiBold, text.Bold:
		return look.SemiBold
	case text.Italic:
		return look.Italic
	}
	return look.Regular
}

// luminance is how light a colour is, from 0 to 1.
func luminance(c scene.Color) float64 {
	return (0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)) / 255
}
