// Package manage is the dialog in which what a project has in store for all its maps is looked
// after: a list at the left, all about what is chosen in it at the right. Its users say what is in
// the list and in the form.
//
// All of it belongs to the goroutine of the window.
package manage

import (
	"strings"

	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Host is what a Manager asks of the window. All of it must be there.
type Host struct {
	Canvas  fyne.Canvas
	Words   *words.Table
	Project func() journey.Project
	MapID   func() journey.ID
	// Change makes one undo step of f and tells of its trouble itself.
	Change           func(l edit.Label, f func(*edit.Tx) error) error
	Ask              func(q ask.Question)
	Undo, Redo       func()
	CanUndo, CanRedo func() bool
	Closed           func() // the dialog has gone: who gets the keyboard

	m *Manager // when it is open
}

// Choose shows all about another one in the open dialog.
func (h *Host) Choose(id journey.ID) {
	if h.m != nil {
		h.m.Choose(id)
	}
}

// T is short for a text of the window.
func (h *Host) T(key string) string { return h.Words.T(key) }

// Name is what something is called, also where it has no name.
func (h *Host) Name(name string) string {
	if strings.TrimSpace(name) == "" {
		return h.T("ui.untitled")
	}
	return name
}

// Item is a line of the list.
type Item struct {
	ID         journey.ID
	Name, Note string
}

// Subject is what is managed.
type Subject struct {
	Title string // of the dialog
	Empty string // in place of the form when there is nothing
	Add   string // of the button
	List  func(p journey.Project) []Item
	// Lead returns the picture in front of a line, LeadSide high and wide, and how to bring it up to date.
	Lead func(id journey.ID) (fyne.CanvasObject, func(p journey.Project))
	Form func(f *Form, id journey.ID)

	// New adds one, Copy another like one; Copy may be nil. Where Offers is there, the button lists what
	// it says in place of New.
	Offers func() []menu.Item
	New    func() (edit.Label, func(*edit.Tx) (journey.ID, error))
	Copy   func(id journey.ID) (edit.Label, func(*edit.Tx) (journey.ID, error))
	Move   func(id, before journey.ID) (edit.Label, func(*edit.Tx) error)
	Remove func(id journey.ID) // asks, and removes
}

// LeadSide is how high and wide the picture in front of a line of the list is.
const LeadSide = 28

// Manager is the dialog, open.
type Manager struct {
	*Host
	s      Subject
	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	closed bool

	list   *list
	form   *Form
	scroll *container.Scroll // of the form
	hold   *fyne.Container   // what stands at the right
	chosen journey.ID
	add    *look.Button
	copy   *look.Button
	up     *look.Button
	down   *look.Button
	remove *look.Button
	undo   *look.Button
	redo   *look.Button
}

// The measures of the dialog, in units of Fyne.
const (
	mostWidth  = 900
	mostHeight = 760
	listWidth  = 250
	formPad    = 22
)

// FormWidth is how wide a form is that has all the room it may have.
const FormWidth = mostWidth - listWidth - 1 - 2*formPad - 10

// Open shows the dialog, with one chosen; an ID that is not there chooses the first.
func Open(h *Host, s Subject, id journey.ID) *Manager {
	m := &Manager{Host: h, s: s, before: h.Canvas.OnTypedKey()}
	h.m = m
	m.list = newList(m)
	m.hold = container.NewStack()
	m.popup = widget.NewModalPopUp(m.content(), h.Canvas)
	size := h.Canvas.Size()
	m.popup.Resize(fyne.NewSize(min(mostWidth, size.Width-32), min(mostHeight, size.Height-32)))
	h.Canvas.SetOnTypedKey(m.Key)
	m.popup.Show()
	m.chosen = id
	m.Update()
	h.Canvas.Focus(m.list)
	return m
}

func (m *Manager) content() fyne.CanvasObject {
	quiet := func(icon string, do func()) *look.Button {
		b := look.NewButton(look.Quiet, icon, "", do)
		return b
	}
	m.add = look.NewButton(look.Outlined, "plus", m.s.Add, m.Add)
	m.copy = quiet("duplicate", m.Duplicate)
	m.up, m.down = quiet("arrow-up", func() { m.Shift(-1) }), quiet("arrow-down", func() { m.Shift(1) })
	m.remove = quiet("trash", m.Remove)
	m.undo, m.redo = quiet("undo", m.Undo), quiet("redo", m.Redo)
	tools := []fyne.CanvasObject{layout.NewSpacer(), m.up, m.down}
	if m.s.Copy != nil {
		tools = append(tools, m.copy)
	}
	tools = append(tools, m.remove)
	foot := look.Pad(look.VBox(6, m.add, look.HBox(0, tools...)), 8, 12, 12, 12)
	left := container.NewBorder(nil, container.NewBorder(look.Hairline(), nil, nil, nil, foot), nil, nil, look.Pad(m.list.scroll, 6, 4, 6, 8))
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(listWidth, 1))
	side := container.NewBorder(nil, nil, nil, look.Hairline(), container.NewStack(wide, left))

	shut := quiet("close", m.Close)
	head := look.Pad(container.NewBorder(nil, nil, nil, look.HBox(2, m.undo, m.redo, look.Gap(1), shut),
		look.NewLabel(m.s.Title, 16, look.SemiBold, look.Ink)), 10, 12, 10, 20)
	done := look.NewButton(look.Primary, "", m.T("manage.done"), m.Close)
	end := container.NewBorder(look.Hairline(), nil, nil, nil, look.Pad(look.HBox(8, layout.NewSpacer(), done), 10, 16, 10, 16))
	return container.NewBorder(container.NewBorder(nil, look.Hairline(), nil, nil, head), end, side, nil, m.hold)
}

// Update brings the dialog up to date with the project.
func (m *Manager) Update() {
	if m.closed {
		return
	}
	p := m.Project()
	items := m.s.List(p)
	at := m.list.index(m.chosen) // where it stood
	if !slices.ContainsFunc(items, func(it Item) bool { return it.ID == m.chosen }) {
		m.chosen = ""
		if len(items) > 0 {
			m.chosen = items[max(0, min(at, len(items)-1))].ID // what is beside it now
		}
	}
	m.list.set(p, items, m.chosen)
	if m.form == nil || m.form.id != m.chosen {
		m.fill(m.chosen)
	}
	m.form.Update(p)
	if m.scroll != nil {
		m.scroll.Content.Refresh() // fields may be higher now
		m.scroll.Refresh()
	}
	i := m.list.index(m.chosen)
	for b, on := range map[*look.Button]bool{m.copy: i >= 0, m.remove: i >= 0, m.up: i > 0, m.down: i >= 0 && i < len(items)-1,
		m.undo: m.CanUndo(), m.redo: m.CanRedo()} {
		b.SetEnabled(on)
	}
}

// fill makes the form of what is chosen.
func (m *Manager) fill(id journey.ID) {
	m.form = &Form{m: m, id: id}
	var inner fyne.CanvasObject
	if id == "" {
		t := look.NewText(m.s.Empty, look.Second)
		t.Resize(fyne.NewSize(320, 0))
		room := canvas.NewRectangle(color.Transparent)
		room.SetMinSize(fyne.NewSize(320, 60))
		inner = container.NewCenter(container.NewStack(room, t))
		m.scroll = nil
	} else {
		m.s.Form(m.form, id)
		m.scroll = container.NewVScroll(look.Pad(look.VBox(4, m.form.rows...), 16, formPad+10, 20, formPad))
		inner = container.NewStack(m.scroll, newWheel(m.scroll))
	}
	m.hold.Objects = []fyne.CanvasObject{inner}
	m.hold.Refresh()
}

// Choose shows all about another one.
func (m *Manager) Choose(id journey.ID) {
	if id != m.chosen {
		m.chosen = id
		m.Update()
	}
}

// Chosen returns what is chosen; empty if there is nothing.
func (m *Manager) Chosen() journey.ID { return m.chosen }

// Form returns the form of what is chosen.
func (m *Manager) Form() *Form { return m.form }

// Add adds one and gives its first field the keyboard, or lists what can be added.
func (m *Manager) Add() {
	if m.s.Offers == nil {
		m.make(m.s.New())
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.add)
	menu.ShowAbove(m.Canvas, at, m.s.Offers())
}

// Make adds one in a way of its own; what h has no dialog open for is not made.
func (h *Host) Make(l edit.Label, f func(*edit.Tx) (journey.ID, error)) {
	if h.m != nil {
		h.m.make(l, f)
	}
}

// Duplicate adds another like the one that is chosen.
func (m *Manager) Duplicate() {
	if m.chosen != "" && m.s.Copy != nil {
		m.make(m.s.Copy(m.chosen))
	}
}

func (m *Manager) make(l edit.Label, f func(*edit.Tx) (journey.ID, error)) {
	var id journey.ID
	if m.Change(l, func(tx *edit.Tx) (err error) {
		id, err = f(tx)
		return err
	}) == nil {
		m.Choose(id)
		m.form.focus()
	}
}

// Shift moves the chosen one so many places down the list.
func (m *Manager) Shift(by int) {
	i := m.list.index(m.chosen)
	if to := i + by + max(by, 0); i >= 0 && i+by >= 0 && i+by < len(m.list.items) {
		before := journey.ID("")
		if to < len(m.list.items) {
			before = m.list.items[to].ID
		}
		m.move(m.chosen, before)
	}
}

func (m *Manager) move(id, before journey.ID) {
	l, f := m.s.Move(id, before)
	_ = m.Change(l, f) // told there
}

// Remove has the chosen one removed.
func (m *Manager) Remove() {
	if m.chosen != "" {
		m.s.Remove(m.chosen)
	}
}

// Key answers when nothing in the dialog has the keyboard, and for what its controls leave.
func (m *Manager) Key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		m.Close()
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd:
		m.Canvas.Focus(m.list)
		m.list.TypedKey(ev)
	}
}

// Shortcut does what a shortcut means in the dialog; false: nothing.
func (m *Manager) Shortcut(s fyne.Shortcut) bool {
	switch sc := s.(type) {
	case *fyne.ShortcutUndo:
		m.Undo()
	case *fyne.ShortcutRedo:
		m.Redo()
	case *desktop.CustomShortcut:
		switch {
		case sc.KeyName == fyne.KeyZ:
			m.Redo()
		case sc.KeyName == fyne.KeyUp:
			m.Shift(-1)
		case sc.KeyName == fyne.KeyDown:
			m.Shift(1)
		case sc.KeyName == fyne.KeyD && m.s.Copy != nil:
			m.Duplicate()
		case sc.KeyName == fyne.KeyN:
			m.Add()
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// Close takes the dialog away. What is being typed is kept. Closing twice does nothing.
func (m *Manager) Close() {
	if m.closed {
		return
	}
	m.Canvas.Unfocus() // a field tells what was typed when it is left
	m.closed = true
	m.popup.Hide()
	m.Canvas.SetOnTypedKey(m.before)
	m.Closed()
}

// Open reports whether the dialog is still there.
func (m *Manager) Open() bool { return !m.closed }
