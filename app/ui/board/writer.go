package board

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynecontainer "fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
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
	w.field.board = w.board
	w.field.commit = func(s string) {
		if w.field != nil {
			w.board.ed.CommitText(s)
		}
	}
	w.field.goOn = func(s string, back bool) { w.board.ed.CommitAndGo(s, back) }
	w.field.cancel = func() { w.board.ed.CancelText() }
	w.theme = look.NewTheme(false) // paper is paper in the dark too
	w.theme.TextSize = 12
	w.theme.Text = nrgba(now.Color)
	w.frame = canvas.NewRectangle(white)
	w.frame.CornerRadius = 6
	w.frame.Shadow = canvas.Shadow{Color: shade, BlurRadius: 8, Offset: fyne.NewPos(0, 2), Variant: canvas.DropShadow}
	// The field is a tint of what the text stands on. Light text becomes a shade of the same.
	at, view := now.Rect, w.board.ed.View().Transform
	if t := w.board.ed.Scene().Find(now.Ref, now.Part); t != nil && t.Edit != nil {
		at = view.ApplyRect(t.Edit.Rect) // of a header at the rim: what it stands on is elsewhere
	}
	ground := groundOf(w.board.ed.Scene(), view, at)
	w.frame.FillColor = mixed(ground, white, 0.5)
	if luminance(now.Color) > 0.6 {
		w.frame.FillColor, w.theme.Text = mixed(ground, white, 0.87), mixed(ground, ink, 0.45)
	}
	w.fresh = true
	w.field.OnChanged = func(s string) {
		w.board.ed.Typed(s)
		w.place(w.scale)
	}
	w.dress = fynecontainer.NewThemeOverride(w.field, w.theme)
	w.layer.Objects = []fyne.CanvasObject{w.frame, w.dress}
}

const (
	pad       = look.InPlacePad
	leastSize = 8 // of the letters, in units of Fyne: what is smaller cannot be edited
)

// capHeight is the share of the size that capitals of the family rise above the base line; on the
// map they stand in the middle of their line.
const capHeight = 0.727

// place puts the field over the text it stands for, on the same base line and with letters of the
// size they are seen at. It is as high as what is typed needs.
func (w *writer) place(scale float64) {
	if w.edit == nil {
		return
	}
	w.scale = scale
	size := max(leastSize, float32(w.edit.SizePx/scale))
	if size != w.theme.TextSize {
		w.theme.TextSize = size
		w.dress.Refresh()
	}
	r := w.edit.Rect
	line, base := fyne.CurrentApp().Driver().RenderedTextSize("X", size, w.field.TextStyle, nil)
	left, lead := float32(r.Min.X/scale), float32(w.edit.LeadPx/scale)
	top := float32(r.Min.Y/scale) + lead/2 + size*capHeight/2 - base // of the first line of the field
	wide := float32(r.W() / scale)
	if px := float32(w.edit.SizePx / scale); px > 0 {
		wide *= size / px // letters that are set larger to be read break where those of the map do
	}
	width := max(min(wide+2*pad+1, w.room(r, scale)), 64)
	lines := max(1, len(look.Wrap(w.field.Text, size, face(w.field.TextStyle), width-2*pad)))
	// lines of the map may stand further apart than those of the field: it covers both
	height := max(float32(lines)*line.Height+pad+2, float32(r.Max.Y/scale)-top+pad+2)
	at := fyne.NewPos(left-pad+0.75, top-pad) // Fyne sets the first letter a little further left
	w.frame.Move(at.AddXY(1, 1))              // just within the rim that Fyne draws
	w.frame.Resize(fyne.NewSize(width-2.5, height-2.5))
	w.dress.Move(at)
	w.dress.Resize(fyne.NewSize(width, height))
	canvas.Refresh(w.layer)
	if w.board.o.Canvas.Focused() != w.field {
		w.board.o.Canvas.Focus(w.field)
	}
	if w.fresh {
		w.fresh = false // only now are its lines broken as they will stay
		w.field.begin(w.edit)
	}
}

// room is how wide the field may be, in units of Fyne, without sticking out of what the text stands
// on. r is the text in view pixels. Where it stands on nothing, or at the rim, there is no limit.
func (w *writer) room(r geom.Rect, scale float64) float32 {
	t := w.board.ed.Scene().Find(w.edit.Ref, scene.PartBody)
	if t == nil {
		return math.MaxFloat32
	}
	on := w.board.ed.View().Transform.ApplyRect(t.Bounds)
	if r.Min.X < on.Min.X || r.Max.X > on.Max.X+1 {
		return math.MaxFloat32
	}
	return float32((on.Max.X-r.Min.X)/scale) + pad - 2
}

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
	board  *Board
	commit func(string)
	cancel func()
	goOn   func(s string, back bool)
	single bool // Enter ends the editing
	card   bool // it is the text of a card
	done   bool
	young  bool // the button that opened it is still on its way up
	caret  look.Caret
}

func newField(e *editor.TextEdit) *field {
	f := &field{}
	f.MultiLine = true // even a title wraps as it will be drawn; Enter ends it all the same
	f.Wrapping = fyne.TextWrapWord
	f.Scroll = fynecontainer.ScrollNone
	f.ExtendBaseWidget(f)
	f.SetText(e.Typed)
	f.single, f.card = !e.Multiline, e.Ref.Kind == journey.KindCard
	f.TextStyle = styleOf(e.Style)
	return f
}

// begin selects all, so that typing replaces it. Where a key has begun to type, typing goes on
// behind that.
func (f *field) begin(e *editor.TextEdit) {
	if e.Typed == e.Text {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		return
	}
	lines := strings.Split(f.Text, "\n")
	f.CursorRow, f.CursorColumn = len(lines)-1, len([]rune(lines[len(lines)-1]))
	f.Refresh()
}

// keep holds on to a field that the release of a button has opened: where it does not lie under the
// pointer Fyne takes the focus away, as if one had clicked elsewhere. was is the field before.
func (w *writer) keep(was *field) {
	f := w.field
	if f == nil || f == was {
		return
	}
	f.young = true
	go w.board.o.Do(func() {
		f.young = false
		if c := w.board.o.Canvas; w.field == f && c.Focused() != f {
			c.Focus(f)
		}
	})
}

// FocusLost implements fyne.Focusable: clicking elsewhere commits.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if !f.young {
		f.end(true)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab goes on to the next cell, with Shift back.
func (f *field) AcceptsTab() bool { return true }

// TypedRune implements fyne.Focusable.
func (f *field) TypedRune(r rune) { f.caret.Type(&f.Entry, r) }

// TypedKey implements fyne.Focusable.
func (f *field) TypedKey(ev *fyne.KeyEvent) {
	f.caret.Mend(&f.Entry)
	switch ev.Name {
	case fyne.KeyEscape:
		f.end(false)
		return
	case fyne.KeyTab:
		f.leave(f.board.mods().Shift)
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

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter commits, Ctrl+Shift+Z does again. Several
// lines pasted into the title of a card become cards behind it. What a text has no use for is the
// window's.
func (f *field) TypedShortcut(s fyne.Shortcut) {
	f.caret.Mend(&f.Entry)
	if paste, ok := s.(*fyne.ShortcutPaste); ok && f.single && f.card && paste.Clipboard != nil {
		if text := paste.Clipboard.Content(); strings.ContainsAny(strings.TrimRight(text, "\r\n"), "\r\n") {
			f.board.ed.PasteText(text)
			return
		}
	}
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

// leave goes on to the text beside this one.
func (f *field) leave(back bool) {
	if !f.done {
		f.done = true
		f.goOn(f.Text, back)
	}
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

// styleOf is a style in Fyne's words. It knows no weights between; in the window's theme its bold is
// Inter SemiBold, and its bold italic Inter Bold.
func styleOf(s text.Style) fyne.TextStyle {
	switch s {
	case text.Medium, text.SemiBold:
		return fyne.TextStyle{Bold: true}
	case text.Bold:
		return fyne.TextStyle{Bold: true, Italic: true}
	case text.Italic:
		return fyne.TextStyle{Italic: true}
	}
	return fyne.TextStyle{}
}

// face is the typeface of a style.
func face(s fyne.TextStyle) fyne.Resource { return look.Now().Font(s) }

// luminance is how light a colour is, from 0 to 1.
func luminance(c scene.Color) float64 {
	return (0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B)) / 255
}
