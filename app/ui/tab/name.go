package tab

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// nameField is the name of a map while it is written, in place of its tab.
type nameField struct {
	widget.Entry
	row    *Row
	id     journey.ID
	was    string
	over   bool // kept or dropped already
	rim    *look.Outline
	framed fyne.CanvasObject
}

func newNameField(r *Row, it Item) *nameField {
	f := &nameField{row: r, id: it.ID, was: it.Title, rim: look.NewOutline()}
	f.ExtendBaseWidget(f)
	f.SetText(it.Title)
	room := canvas.NewRectangle(color.Transparent)
	text := canvas.NewText(it.Title, color.Black)
	text.TextSize, text.FontSource = look.TextSize, look.Regular
	room.SetMinSize(fyne.NewSize(max(140, min(text.MinSize().Width+28, 280)), height))
	f.framed = container.NewStack(room, f.rim, container.New(snug{}, f))
	return f
}

// snug fits a field, which would be higher, into the row.
type snug struct{}

func (snug) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, height) }
func (snug) Layout(o []fyne.CanvasObject, s fyne.Size) {
	h := max(o[0].MinSize().Height, s.Height)
	o[0].Resize(fyne.NewSize(s.Width, h))
	o[0].Move(fyne.NewPos(0, (s.Height-h)/2))
}

// FocusGained implements fyne.Focusable.
func (f *nameField) FocusGained() {
	f.rim.Light(true)
	f.Entry.FocusGained()
}

// FocusLost implements fyne.Focusable: clicking elsewhere keeps what was written.
func (f *nameField) FocusLost() {
	f.Entry.FocusLost()
	f.end(true)
}

// TypedKey implements fyne.Focusable.
func (f *nameField) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		f.end(true)
		f.row.o.Left()
	case fyne.KeyEscape:
		f.end(false)
		f.row.o.Left()
	default:
		f.Entry.TypedKey(ev)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab keeps the name.
func (f *nameField) AcceptsTab() bool { return true }

// TypedShortcut implements fyne.Shortcutable: Ctrl+Enter keeps the name.
func (f *nameField) TypedShortcut(s fyne.Shortcut) {
	if cs, ok := s.(*desktop.CustomShortcut); ok && (cs.KeyName == fyne.KeyReturn || cs.KeyName == fyne.KeyEnter) {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	f.Entry.TypedShortcut(s)
}

// end closes the field. A map cannot be left without a name: an empty one keeps the old.
func (f *nameField) end(keep bool) {
	if f.over {
		return
	}
	f.over = true
	f.row.name = nil
	f.row.fill()
	if title := strings.Join(strings.Fields(f.Text), " "); keep && title != "" && title != f.was {
		f.row.o.Rename(f.id, title)
	}
}
