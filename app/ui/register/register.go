// Package register is the leaf of the window that shows the register of actions as a table to be
// written in.
//
// What a key, a press and a text mean, package editor/register says. All of it belongs to the
// goroutine of the window.
package register

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/editor/register"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	data "jejak/data/register"
)

// Options says what a Leaf works with. All of it must be there but Hint and Now.
type Options struct {
	Editor   *editor.Editor
	Canvas   fyne.Canvas
	Words    *words.Table
	Change   func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Shortcut func(editor.Key, editor.Mods) bool           // offers a key that the table has no use for
	Held     func(fyne.KeyName, bool)                     // hears of keys that go down and up
	Copy     func(text string)                            // onto the clipboard
	GoTo     func(journey.Ref)                            // shows a card on its map
	Tip      func(over fyne.CanvasObject, text string)    // tells the whole of what is cut
	Away     func()                                       // takes the tip away
	Print    func()
	Close    func()
	Left     func(State)              // remembers what was shown
	Now      func() time.Time         // nil: the clock of the computer
	Hint     func(*look.Button, bool) // tips; may be nil
}

// State is what a Leaf remembers while another one is shown.
type State struct {
	Query data.Query
	Here  bool
}

// Leaf is the register with its bar.
type Leaf struct {
	o       Options
	r       *register.Register
	table   *Table
	chips   map[string]*look.Button
	filters *fyne.Container
	strip   *strip
	nothing *fyne.Container
	box     *fyne.Container
}

// The measures of the leaf, in units of Fyne.
const (
	barHeight   = 46
	stripHeight = 34
)

// New returns the leaf as it was left.
func New(o Options, was State) *Leaf {
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Leaf{o: o, chips: map[string]*look.Button{}}
	l.r = register.New(register.Options{
		Project: func() journey.Project { return o.Editor.Document().Project() }, MapID: o.Editor.MapID,
		Today: func() string { return o.Now().Format(time.DateOnly) },
		Words: func() *words.Table { return o.Words }, Change: o.Change, Told: func() { l.show() },
	})
	l.r.Ask(was.Query, was.Here)
	l.build()
	l.show()
	return l
}

// State returns what is asked for.
func (l *Leaf) State() State { return State{l.r.Query(), l.r.Here()} }

// Register returns the table in hand.
func (l *Leaf) Register() *register.Register { return l.r }

// Object implements leaf.Leaf.
func (l *Leaf) Object() fyne.CanvasObject { return l.box }

// Focus implements leaf.Leaf: the cell that is typed in, else the table.
func (l *Leaf) Focus() fyne.Focusable {
	if l.table.cell != nil {
		return l.table.cell
	}
	return l.table
}

// Leave implements leaf.Leaf.
func (l *Leaf) Leave() {
	l.table.keep()
	l.o.Left(l.State())
}

// Update implements leaf.Leaf.
func (l *Leaf) Update(ev editor.Event) {
	if ev&(editor.DocumentChanged|editor.SceneChanged) != 0 {
		l.show()
	}
}

// Add puts a new action for a card behind the others and has its title typed.
func (l *Leaf) Add(card journey.ID) {
	l.table.keep()
	l.r.Add(card)
}

// Find shows an action.
func (l *Leaf) Find(id journey.ID) {
	l.table.keep()
	l.r.Find(id)
}

// build puts the leaf together.
func (l *Leaf) build() {
	t := l.o.Words.T
	l.table = newTable(l)
	add := look.NewButton(look.Outlined, "plus", t("register.add"), func() { l.Add("") })
	chip := func(name string, do func(*look.Button)) fyne.CanvasObject {
		b := look.NewButton(look.Chip, "chevron-down", "", nil)
		b.OnTapped = func() { l.table.keep(); do(b) }
		l.chips[name] = b
		return b
	}
	toggle := func(name string, do func()) fyne.CanvasObject {
		b := look.NewButton(look.Chip, "", "", func() { l.table.keep(); do(); l.o.Canvas.Focus(l.table) })
		l.chips[name] = b
		return b
	}
	l.filters = look.HBox(6,
		chip("status", l.pickStatus), chip("owner", func(b *look.Button) { l.pickText(b, data.Owner) }),
		chip("department", func(b *look.Button) { l.pickText(b, data.Department) }),
		toggle("overdue", func() { q := l.r.Query(); q.Overdue = !q.Overdue; l.r.Ask(q, l.r.Here()) }),
		toggle("here", func() { l.r.Ask(l.r.Query(), !l.r.Here()) }))
	tool := func(icon, key string, do func()) *look.Button {
		b := look.NewButton(look.Quiet, icon, "", func() { l.table.keep(); do() })
		b.Hint, b.OnHint = t(key), l.o.Hint
		return b
	}
	right := look.HBox(2, tool("copy", "register.copy", l.copy), tool("print", "register.print", l.o.Print), tool("close", "register.close", l.o.Close))
	row := container.NewBorder(nil, nil, look.Pad(look.HBox(0, add), 0, 12, 0, 0), look.Pad(right, 0, 0, 0, 10), container.NewHScroll(l.filters))
	bar := container.NewStack(look.PanelGround(), look.Pad(row, 0, 10, 0, 10))
	search := float.NewQuery(t("register.search"), func(s string) { q := l.r.Query(); q.Text = s; l.r.Ask(q, l.r.Here()) })
	search.SetText(l.r.Query().Text)
	search.Keys = func(k fyne.KeyName, _ fyne.KeyModifier) bool {
		if k == fyne.KeyEscape || k == fyne.KeyReturn || k == fyne.KeyEnter {
			l.o.Canvas.Focus(l.table)
			return true
		}
		return false
	}
	l.strip = newStrip()
	under := container.NewBorder(nil, nil, nil, look.Room(search.Framed(), fyne.NewSize(190, 28)), l.strip)
	l.nothing = container.NewStack()
	l.box = container.New(stack{}, bar, look.Hairline(), container.NewStack(look.PanelGround(), look.Pad(under, 3, 12, 3, 14)),
		look.Hairline(), container.NewStack(look.PanelGround(), l.table, l.nothing))
}

// show brings everything up to date.
func (l *Leaf) show() {
	if l.box == nil {
		return
	}
	rows, q, w := l.r.Rows(), l.r.Query(), l.o.Words
	set := func(name, text string, on bool) {
		b := l.chips[name]
		b.Text, b.Dot = text, look.Now().Border
		if on {
			b.Dot = look.Now().Accent
		}
		b.SetOn(on)
		b.Refresh()
	}
	said := func(c data.Column, value string) string {
		if value == "" {
			return c.Heading(w)
		}
		return c.Heading(w) + ": " + look.Shorten(value, look.TextSize, look.Regular, 120)
	}
	set("status", said(data.Status, data.StatusName(q.Status, w)), q.Status != "")
	set("owner", said(data.Owner, q.Owner), q.Owner != "")
	set("department", said(data.Department, q.Department), q.Department != "")
	set("overdue", w.T("register.overdue"), q.Overdue)
	set("here", w.T("register.here"), l.r.Here())
	l.filters.Refresh()
	l.strip.set(w, data.Sum(rows), len(l.r.All())-len(rows))
	l.empty(len(rows), q.Narrow())
	l.table.place()
}

// empty says what there is to do where no row is shown.
func (l *Leaf) empty(rows int, narrow bool) {
	l.nothing.Objects = nil
	if rows == 0 {
		t := l.o.Words.T
		head, text, button := "register.empty", "register.empty.text", look.NewButton(look.Primary, "plus", t("register.add"), func() { l.Add("") })
		if narrow {
			head, text = "register.nothing", "register.nothing.text"
			button = look.NewButton(look.Outlined, "", t("register.all"), func() {
				l.r.Ask(data.Query{By: l.r.Query().By, Down: l.r.Query().Down}, false)
				l.o.Canvas.Focus(l.table)
			})
		}
		l.nothing.Objects = []fyne.CanvasObject{container.NewCenter(look.VBox(10,
			container.NewCenter(look.NewLabel(t(head), 15, look.SemiBold, look.Ink).Wide()),
			container.NewCenter(look.NewLabel(t(text), look.TextSize, look.Regular, look.Second).Wide()),
			look.Gap(2), container.NewCenter(button)))}
	}
	l.nothing.Refresh()
}

// copy puts the table onto the clipboard.
func (l *Leaf) copy() {
	l.o.Copy(l.r.Table())
	l.o.Canvas.Focus(l.table)
}

// stack stands bars of fixed heights over what takes the rest.
type stack struct{}

// MinSize implements fyne.Layout.
func (stack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// Layout implements fyne.Layout.
func (stack) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range []float32{barHeight, 1, stripHeight, 1, size.Height - barHeight - stripHeight - 2} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
