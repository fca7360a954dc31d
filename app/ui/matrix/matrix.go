// Package matrix is the leaf of the window that shows the priorities of a map: the sheet that is also
// printed, and over it what moves.
//
// What a press, a drag and a key mean, package editor/matrix says. All of it belongs to the goroutine
// of the window.
package matrix

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/editor/matrix"
	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/priority"
)

// Options says what a Leaf works with. All of it must be there but Hint.
type Options struct {
	Editor   *editor.Editor
	Canvas   fyne.Canvas
	Words    *words.Table
	Faces    text.Measurer
	Do       func(func())                                 // runs a function on the goroutine of the window
	Change   func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Menu     func(at fyne.Position)                       // shows what can be done with what is selected
	Shortcut func(editor.Key, editor.Mods) bool           // offers a key that the matrix has no use for
	Held     func(fyne.KeyName, bool)                     // hears of keys that go down and up
	Print    func()
	Close    func()
	Left     func(State)              // remembers what was shown
	Hint     func(*look.Button, bool) // tips; may be nil
}

// Leaf is the matrix with its bar.
type Leaf struct {
	o     Options
	m     *matrix.Matrix
	sheet *Sheet
	bar   *fyne.Container
	kinds map[priority.Kind]*look.Button
	chips *fyne.Container
	shown []journey.Stage // what the chips are made of
	box   *fyne.Container
}

// State is what a Leaf remembers while another one is shown.
type State struct {
	Kind  priority.Kind
	Stage journey.ID
}

// barHeight is that of the bar over the sheet, in units of Fyne.
const barHeight = 46

// New returns the leaf as it was left.
func New(o Options, was State) *Leaf {
	l := &Leaf{o: o, kinds: map[priority.Kind]*look.Button{}}
	ed := o.Editor
	l.m = matrix.New(matrix.Options{
		Project: func() journey.Project { return ed.Document().Project() }, MapID: ed.MapID,
		Selection: ed.Selection, Select: ed.Select, Change: o.Change,
		Words: func() *words.Table { return o.Words }, Measurer: o.Faces,
		Drawn: func() { l.drawn() },
	})
	l.sheet = newSheet(l)
	if was.Kind != "" {
		l.m.Show(was.Kind)
	}
	if was.Stage != "" {
		l.m.Only(was.Stage)
	}
	l.m.Follow()
	l.build()
	l.mark()
	return l
}

// State returns what is shown.
func (l *Leaf) State() State { return State{l.m.Kind(), l.m.Stage()} }

// Matrix returns the matrix in hand.
func (l *Leaf) Matrix() *matrix.Matrix { return l.m }

// Object implements leaf.Leaf.
func (l *Leaf) Object() fyne.CanvasObject { return l.box }

// Focus implements leaf.Leaf.
func (l *Leaf) Focus() fyne.Focusable { return l.sheet }

// Leave implements leaf.Leaf.
func (l *Leaf) Leave() {
	l.m.Cancel()
	l.sheet.bubble.away()
	l.o.Left(l.State())
}

// Update implements leaf.Leaf.
func (l *Leaf) Update(ev editor.Event) {
	if ev&editor.SelectionChanged != 0 {
		l.m.Follow()
	}
	if ev&(editor.DocumentChanged|editor.SelectionChanged|editor.SceneChanged) != 0 {
		l.mark()
		l.sheet.Refresh()
	}
}

// drawn hears that something else is to be seen.
func (l *Leaf) drawn() {
	if l.sheet != nil && l.box != nil {
		l.mark()
		l.sheet.Refresh()
	}
}

// build makes the bar and puts the leaf together.
func (l *Leaf) build() {
	var kinds []fyne.CanvasObject
	for _, k := range priority.Kinds {
		b := look.NewButton(look.Tab, map[priority.Kind]string{priority.Pains: "pain", priority.Chances: "opportunity"}[k], "", nil)
		b.OnTapped = func() { l.m.Show(k); l.o.Canvas.Focus(l.sheet) }
		l.kinds[k] = b
		kinds = append(kinds, b)
	}
	tool := func(icon, key string, do func()) *look.Button {
		b := look.NewButton(look.Quiet, icon, "", do)
		b.Hint, b.OnHint = l.o.Words.T(key), l.o.Hint
		return b
	}
	l.chips = look.HBox(6)
	right := look.HBox(2, tool("print", "matrix.print", l.o.Print), tool("close", "matrix.close", l.o.Close))
	row := container.NewBorder(nil, nil, look.Pad(look.HBox(2, kinds...), 0, 14, 0, 0), look.Pad(right, 0, 0, 0, 10),
		container.NewHScroll(l.chips))
	l.bar = container.NewStack(look.PanelGround(), look.Pad(row, 0, 10, 0, 10))
	l.box = container.New(under{}, l.bar, look.Hairline(), l.sheet)
}

// mark brings the bar up to date.
func (l *Leaf) mark() {
	for k, b := range l.kinds {
		if name := l.o.Words.T("matrix.kind."+string(k)) + "  " + strconv.Itoa(l.m.Count(k)); b.Text != name {
			b.Text = name
			b.Refresh()
			l.bar.Refresh()
		}
		b.SetOn(k == l.m.Kind())
	}
	stages := l.m.Plan().Matrix.Stages
	if !same(stages, l.shown) || len(l.chips.Objects) == 0 {
		l.shown = stages
		l.fill()
	}
	for i, o := range l.chips.Objects {
		if b := chipOf(o); b != nil {
			b.SetOn(i == 0 && l.m.Stage() == "" || i > 0 && l.m.Stage() == l.shown[i-1].ID)
		}
	}
}

// fill makes the chips of the stages.
func (l *Leaf) fill() {
	l.chips.Objects = nil
	var list []fyne.CanvasObject
	add := func(b *look.Button, id journey.ID) {
		b.OnTapped = func() {
			if id == l.m.Stage() {
				id = "" // once more: all of them
			}
			l.m.Only(id)
			l.o.Canvas.Focus(l.sheet)
		}
		list = append(list, b)
	}
	add(look.NewButton(look.Quiet, "", l.o.Words.T("matrix.all"), nil), "")
	hues := l.m.Plan().Hues
	for i, st := range l.shown {
		name := look.Shorten(st.Title, look.TextSize, look.Regular, 140)
		if name == "" {
			name = l.o.Words.T("matrix.stage.untitled")
		}
		b := look.NewButton(look.Chip, "", name, nil)
		b.Dot = sign.NRGBA(hues[i])
		add(b, st.ID)
	}
	l.chips.Objects = look.HBox(6, list...).Objects
	l.chips.Refresh()
}

// chipOf is the button in a place of the row of chips.
func chipOf(o fyne.CanvasObject) *look.Button {
	if c, ok := o.(*fyne.Container); ok && len(c.Objects) == 1 {
		b, _ := c.Objects[0].(*look.Button)
		return b
	}
	return nil
}

// same reports whether stages are called and coloured the same.
func same(a, b []journey.Stage) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].ID != b[i].ID || a[i].Title != b[i].Title || a[i].Color != b[i].Color {
			return false
		}
	}
	return true
}

// under stands a bar and a line over what takes the rest.
type under struct{}

// MinSize implements fyne.Layout.
func (under) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

// Layout implements fyne.Layout.
func (under) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for i, h := range []float32{barHeight, 1, size.Height - barHeight - 1} {
		o[i].Move(fyne.NewPos(0, y))
		o[i].Resize(fyne.NewSize(size.Width, h))
		y += h
	}
}
