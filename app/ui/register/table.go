package register

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/editor/register"
	"jejak/app/ui/board"
	"jejak/app/ui/look"
	"jejak/data/journey"
	data "jejak/data/register"
)

// The measures of the table, in units of Fyne.
const (
	headHeight = 32
	rowHeight  = 38
	cellPad    = 10
)

// widths say how narrow a column may be, and how it shares what is left. The last ones go first where
// there is no room.
var widths = map[data.Column]struct{ least, share float32 }{
	data.Title: {150, 30}, data.Owner: {124, 8}, data.Department: {96, 10}, data.Status: {122, 4},
	data.Due: {104, 6}, data.Answers: {128, 22}, data.Note: {110, 18},
}

// goes lists the columns in the order in which they go where there is no room.
var goes = []data.Column{data.Note, data.Department, data.Answers, data.Owner}

// span is where a column stands.
type span struct {
	column   data.Column
	x, width float32
}

// spans shares a width out.
func spans(width float32) []span {
	columns := slices.Clone(data.Columns)
	least := func() (sum float32) {
		for _, c := range columns {
			sum += widths[c].least
		}
		return sum
	}
	for _, c := range goes {
		if least() <= width {
			break
		}
		columns = slices.DeleteFunc(columns, func(o data.Column) bool { return o == c })
	}
	var shares float32
	for _, c := range columns {
		shares += widths[c].share
	}
	left := max(width-least(), 0)
	list, x := make([]span, len(columns)), float32(0)
	for i, c := range columns {
		w := widths[c].least + left*widths[c].share/shares
		list[i] = span{c, x, w}
		x += w
	}
	return list
}

// Table is the widget: a row of headings, and below it the rows that are in sight.
type Table struct {
	widget.BaseWidget
	l      *Leaf
	head   *head
	scroll *container.Scroll
	list   *list
	spans  []span
	keys   editor.Mods // held, where the driver cannot be asked
	cell   *cell       // nil: nothing is typed
	shown  journey.ID  // the row that was brought into sight last
	focus  bool
}

var (
	_ fyne.Focusable    = (*Table)(nil)
	_ fyne.Tabbable     = (*Table)(nil)
	_ fyne.Shortcutable = (*Table)(nil)
	_ desktop.Keyable   = (*Table)(nil)
)

func newTable(l *Leaf) *Table {
	t := &Table{l: l}
	t.head, t.list = newHead(t), newList(t)
	t.scroll = container.NewVScroll(t.list)
	t.scroll.OnScrolled = func(fyne.Position) { t.l.o.Away(); t.list.place() }
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(headed{}, t.head, look.Hairline(), t.scroll))
}

// Resize implements fyne.CanvasObject.
func (t *Table) Resize(s fyne.Size) {
	if wide := s.Width - 8; wide > 0 && (t.spans == nil || s.Width != t.Size().Width) {
		t.spans = spans(wide)
		columns := make([]data.Column, len(t.spans))
		for i, sp := range t.spans {
			columns[i] = sp.column
		}
		t.l.r.Show(columns)
	}
	t.BaseWidget.Resize(s)
	t.place()
}

// place brings the table up to date.
func (t *Table) place() {
	t.head.Refresh()
	t.typing()
	at, _ := t.l.r.Row()
	if id := at.Action.ID; id != t.shown {
		t.shown = id
		t.sight()
	}
	t.list.Resize(fyne.NewSize(t.scroll.Size().Width, t.list.MinSize().Height))
	t.scroll.Refresh()
	t.list.place()
}

// sight scrolls so that the row the keyboard is at is seen.
func (t *Table) sight() {
	i, _ := t.l.r.Cursor()
	if i < 0 {
		return
	}
	top, h := float32(i)*rowHeight, t.scroll.Size().Height
	switch y := t.scroll.Offset.Y; {
	case h <= 0:
	case top < y:
		t.scroll.Offset.Y = top
	case top+rowHeight > y+h:
		t.scroll.Offset.Y = top + rowHeight - h
	}
}

// typing opens the field for what is to be typed, or takes it away.
func (t *Table) typing() {
	text, _, _, on := t.l.r.Typing()
	switch {
	case on && t.cell == nil:
		t.cell = newCell(t, text)
		t.list.Refresh()
		t.l.o.Canvas.Focus(t.cell)
		t.cell.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	case !on && t.cell != nil:
		t.cell.over = true
		t.cell = nil
		t.list.Refresh()
	}
}

// end ends what is typed: kept, or as it was. Where a date is none it goes on: false, unless it must
// end now.
func (t *Table) end(keep, must bool) bool {
	c := t.cell
	if c == nil {
		return true
	}
	if keep && t.l.r.Keep(c.Text) {
		return true
	}
	if keep && !must {
		c.rim.Light(true)
		t.l.o.Tip(c, t.l.o.Words.T("register.date.wrong"))
		return false
	}
	c.over = true
	t.l.r.Settle()
	return true
}

// keep keeps what is typed, before something else is done.
func (t *Table) keep() { t.end(true, true) }

// below is the row so many below the one the keyboard is at; empty: there is none.
func (t *Table) below(by int) journey.ID {
	i, _ := t.l.r.Cursor()
	rows := t.l.r.Rows()
	if i += by; i < 0 || i >= len(rows) {
		return ""
	}
	return rows[i].Action.ID
}

// goTo puts the keyboard at the cell of an action.
func (t *Table) goTo(id journey.ID, c data.Column) {
	for i, row := range t.l.r.Rows() {
		if row.Action.ID == id {
			t.l.r.Go(i, c, false, false)
		}
	}
}

func (t *Table) mods() editor.Mods {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return board.Mods(d.CurrentKeyModifiers())
	}
	return t.keys
}

// AcceptsTab implements fyne.Tabbable: Tab walks the cells.
func (t *Table) AcceptsTab() bool { return true }

// FocusGained implements fyne.Focusable.
func (t *Table) FocusGained() { t.focus = true; t.list.place() }

// FocusLost implements fyne.Focusable.
func (t *Table) FocusLost() { t.focus, t.keys = false, editor.Mods{}; t.list.place() }

// TypedRune implements fyne.Focusable: a letter writes over what stands in the cell.
func (t *Table) TypedRune(r rune) {
	if r == ' ' || !t.l.r.Type() {
		return
	}
	if t.cell != nil {
		t.cell.TypedRune(r) // all that stands there is selected
	}
}

// TypedKey implements fyne.Focusable.
func (t *Table) TypedKey(ev *fyne.KeyEvent) {
	k, ok := board.Key(ev.Name)
	if !ok || len(k) == 1 && t.mods() == (editor.Mods{}) {
		return // a letter comes as a rune too
	}
	t.key(k, t.mods())
}

func (t *Table) key(k editor.Key, m editor.Mods) {
	t.l.o.Away()
	switch t.l.r.Key(k, m) {
	case register.Choose:
		t.choose()
	case register.Other:
		if k == editor.KeyEscape { // back to the map
			t.l.o.Close()
			return
		}
		t.l.o.Shortcut(k, m)
	}
}

// TypedShortcut implements fyne.Shortcutable: copying and selecting mean the table.
func (t *Table) TypedShortcut(s fyne.Shortcut) {
	ks, ok := s.(fyne.KeyboardShortcut)
	if !ok {
		return
	}
	k, ok := board.Key(ks.Key())
	if !ok {
		return
	}
	m := board.Mods(ks.Mod())
	switch ctrl := m == (editor.Mods{Ctrl: true}); {
	case ctrl && k == "A":
		t.l.r.SelectAll()
	case ctrl && k == "C":
		t.l.copy()
	case ctrl && k == "D":
		t.l.r.Duplicate()
	case ctrl && k == "X", ctrl && k == "V": // they would mean the map
	case ctrl && k == editor.KeyReturn:
		t.l.Add("")
	default:
		t.key(k, m)
	}
}

// KeyDown implements desktop.Keyable.
func (t *Table) KeyDown(ev *fyne.KeyEvent) { t.held(ev.Name, true) }

// KeyUp implements desktop.Keyable.
func (t *Table) KeyUp(ev *fyne.KeyEvent) { t.held(ev.Name, false) }

func (t *Table) held(name fyne.KeyName, down bool) {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight:
		t.keys.Shift = down
	case desktop.KeyControlLeft, desktop.KeyControlRight:
		t.keys.Ctrl = down
	}
	t.l.o.Held(name, down)
}

// headed stands the headings over the rows.
type headed struct{}

// MinSize implements fyne.Layout.
func (headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 100) }

// Layout implements fyne.Layout.
func (headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range []float32{headHeight, 1, size.Height - headHeight - 1} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}

// list is as high as all rows together and holds widgets for those in sight.
type list struct {
	widget.BaseWidget
	t    *Table
	rows []*row
}

func newList(t *Table) *list {
	l := &list{t: t}
	l.ExtendBaseWidget(l)
	return l
}

// MinSize implements fyne.CanvasObject.
func (l *list) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(60, float32(len(l.t.l.r.Rows()))*rowHeight+8)
}

// place has the widgets show the rows that are in sight, and puts the field over its cell.
func (l *list) place() {
	t := l.t
	width, height := t.scroll.Size().Width, t.scroll.Size().Height
	if width <= 0 || height <= 0 {
		return
	}
	rows := t.l.r.Rows()
	first := int(math.Floor(float64(t.scroll.Offset.Y / rowHeight)))
	first = max(0, min(first, len(rows)))
	n := min(int(height/rowHeight)+2, len(rows)-first)
	grown := len(l.rows) < n
	for len(l.rows) < n {
		l.rows = append(l.rows, newRow(t))
	}
	for i, r := range l.rows {
		if i >= n {
			r.Hide()
			continue
		}
		r.i, r.row = first+i, rows[first+i]
		r.Move(fyne.NewPos(0, float32(first+i)*rowHeight))
		r.Show()
		r.Resize(fyne.NewSize(width, rowHeight))
		r.Refresh()
	}
	if t.cell != nil {
		i, c := t.l.r.Cursor()
		for _, sp := range t.spans {
			if sp.column == c {
				t.cell.box.Move(fyne.NewPos(sp.x+2, float32(i)*rowHeight+2))
				t.cell.box.Resize(fyne.NewSize(max(sp.width, 150), rowHeight-4))
			}
		}
		grown = true
	}
	if grown {
		l.Refresh()
	}
	canvas.Refresh(l)
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Destroy()           {}
func (r *listRenderer) Layout(fyne.Size)   {}
func (r *listRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *listRenderer) Refresh()           { canvas.Refresh(r.l) }

func (r *listRenderer) Objects() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, 0, len(r.l.rows)+1)
	for _, w := range r.l.rows {
		list = append(list, w)
	}
	if c := r.l.t.cell; c != nil {
		list = append(list, c.box)
	}
	return list
}
