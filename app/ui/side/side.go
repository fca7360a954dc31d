// Package side is the panel at the left of the board: pages that a person turns with tabs. One page
// shows at a time; what is on it belongs to others.
//
// All of it belongs to the goroutine of the window.
package side

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
)

// Page is one page.
type Page struct {
	ID     string
	Icon   string
	Title  string // over the page, and the tip of its tab
	Keys   string // the shortcut of the same
	Bare   bool   // the page has headings of its own
	Object fyne.CanvasObject
}

// Options says what a Side works with. All must be there.
type Options struct {
	Pages  []Page
	Open   string       // which page is shown first
	Turned func(string) // another page was turned to
	Hint   func(*look.Button, bool)
}

// Side is the panel.
type Side struct {
	o     Options
	open  string
	tabs  []*look.Button
	title *look.Label
	over  *fyne.Container // holds title
	stack *fyne.Container
	row   *fyne.Container
	box   *fyne.Container
}

// New returns a panel that shows a page; the first where there is none of that name.
func New(o Options) *Side {
	s := &Side{o: o, stack: container.NewStack(), title: look.NewLabel("", look.TextSize, look.SemiBold, look.Ink)}
	var row []fyne.CanvasObject
	for _, p := range o.Pages {
		b := look.NewButton(look.Tab, p.Icon, "", func() { s.Turn(p.ID) })
		b.Hint, b.Keys, b.OnHint = p.Title, p.Keys, o.Hint
		s.tabs = append(s.tabs, b)
		row = append(row, b)
	}
	s.row = look.HBox(2, row...)
	s.over = look.Pad(s.title, 12, 12, 8, 12)
	top := look.VBox(0, look.Pad(s.row, 6, 8, 5, 8), look.Hairline(), s.over)
	s.box = container.NewStack(look.PanelGround(), container.NewBorder(top, nil, nil, nil, s.stack))
	s.show(o.Open)
	return s
}

// Object is what goes into the window.
func (s *Side) Object() fyne.CanvasObject { return s.box }

// Open returns the page that is shown.
func (s *Side) Open() string { return s.open }

// Turn shows a page.
func (s *Side) Turn(id string) {
	if s.show(id); s.open == id {
		s.o.Turned(id)
	}
}

func (s *Side) show(id string) {
	at := 0
	for i, p := range s.o.Pages {
		if p.ID == id {
			at = i
		}
	}
	if len(s.o.Pages) == 0 {
		return
	}
	p := s.o.Pages[at]
	s.open = p.ID
	s.title.SetText(p.Title)
	s.over.Hidden = p.Bare
	s.stack.Objects = []fyne.CanvasObject{p.Object}
	for i, b := range s.tabs {
		b.SetOn(i == at)
	}
	s.stack.Refresh()
	s.box.Refresh()
}

// SetBadge says something behind the drawing of a tab, such as how much there is; empty: nothing.
func (s *Side) SetBadge(id, text string) {
	for i, p := range s.o.Pages {
		if b := s.tabs[i]; p.ID == id && b.Text != text {
			b.Text = text
			b.Refresh()
			s.row.Refresh()
		}
	}
}

// Tab returns the tab of a page; nil if there is none.
func (s *Side) Tab(id string) *look.Button {
	for i, p := range s.o.Pages {
		if p.ID == id {
			return s.tabs[i]
		}
	}
	return nil
}
