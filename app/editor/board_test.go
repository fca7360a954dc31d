package editor_test

import (
	"fmt"
	"strings"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// board drives an Editor as a window would, without one, and keeps an eye on its document.
type board struct {
	t       tb
	e       *editor.Editor
	doc     *edit.Document
	changes []edit.Change
	events  editor.Event
	host    *host
	clip    *clipboard
	mayFail bool     // an edit may be refused
	hold    bool     // scenes are kept back until deliver
	waiting []func() // scenes kept back, the oldest first
	mods    editor.Mods
}

// tb is what the tests of go and of rapid have in common.
type tb interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

type host struct{ done []editor.ActionID }

func (h *host) Do(id editor.ActionID) { h.done = append(h.done, id) }

// newBoard shows a project on a board of 1200 × 800 pixels at 100 %, its paper at the top left.
func newBoard(t tb, p journey.Project) *board { return newBoardWith(t, p, arrange) }

func newBoardWith(t tb, p journey.Project, arrange func(journey.Project, journey.ID) *scene.Scene) *board {
	b := &board{t: t, host: &host{}, clip: &clipboard{}}
	b.doc = edit.NewDocument(p, freshIDs())
	b.doc.Subscribe(func(c edit.Change) { b.changes = append(b.changes, c) })
	b.e = editor.New(b.doc, editor.Options{
		Words: words.In("en"),
		Host:  b.host,
		Clip:  b.clip,
		Arrange: func(p journey.Project, mapID journey.ID, done func(*scene.Scene)) {
			s := arrange(p, mapID)
			if b.hold {
				b.waiting = append(b.waiting, func() { done(s) })
				return
			}
			done(s)
		},
		Report: func(err error) {
			if !b.mayFail {
				t.Errorf("an edit was refused: %v", err)
			}
		},
	})
	b.e.Subscribe(func(ev editor.Event) { b.events |= ev })
	b.e.Resize(geom.Size{W: 1200, H: 800}, 0.75) // 0.75: a pixel is a point at 100 %
	if b.e.Scene() == nil {
		return b
	}
	b.run("view.zoom100")
	b.e.Wheel(geom.Pt(0, 0), -b.e.View().Transform.D.X, -b.e.View().Transform.D.Y, editor.Mods{})
	return b
}

// freshIDs names what tests add, apart from what the fixtures hold.
func freshIDs() func() journey.ID {
	n := 0
	return func() journey.ID {
		n++
		return journey.ID(fmt.Sprintf("new-%d", n))
	}
}

// deliver hands over the scenes kept back, in an order of choice: indexes into waiting.
func (b *board) deliver(order ...int) {
	waiting := b.waiting
	b.waiting = nil
	for _, i := range order {
		waiting[i]()
	}
}

// Where things are, in view pixels.

func (b *board) at(id string) geom.Point {
	b.t.Helper()
	return b.view(b.rect(id).Center())
}

func (b *board) view(p geom.Point) geom.Point { return b.e.View().ToView(p) }

func (b *board) rect(id string) geom.Rect {
	b.t.Helper()
	for _, t := range b.e.Scene().Targets {
		if string(t.Ref.ID) == id && (t.Part == scene.PartBody || t.Part == scene.PartPoint) {
			return t.Bounds
		}
	}
	b.t.Fatalf("%s is not drawn", id)
	return geom.Rect{}
}

// slot returns the middle of a slot of a cell, by the numbers of its column and row.
func (b *board) slot(column, row, n int) geom.Point {
	b.t.Helper()
	cell := b.e.Scene().Grid.Cell(column, row)
	if cell == nil {
		b.t.Fatalf("there is no cell %d, %d", column, row)
	}
	return b.view(cell.Slots[n].Center())
}

// What a person does.

func (b *board) press(p geom.Point)   { b.e.Press(p, editor.Primary, b.mods, 1) }
func (b *board) release(p geom.Point) { b.e.Release(p, b.mods) }

// move drags in several steps, as pointers do.
func (b *board) move(from, to geom.Point) {
	for i := 1; i <= 5; i++ {
		b.e.Drag(from.Add(to.Sub(from).Mul(float64(i)/5)), b.mods)
	}
}

func (b *board) drag(from, to geom.Point) {
	b.press(from)
	b.move(from, to)
	b.release(to)
}

func (b *board) click(id string) { p := b.at(id); b.press(p); b.release(p) }

func (b *board) doubleClick(p geom.Point) {
	b.press(p)
	b.release(p)
	b.e.Press(p, editor.Primary, b.mods, 2)
	b.release(p)
}

// keys presses shortcuts such as "Ctrl+Shift+Z" one after another.
func (b *board) keys(list ...string) {
	b.t.Helper()
	for _, s := range list {
		parts := strings.Split(s, "+")
		var m editor.Mods
		for _, p := range parts[:len(parts)-1] {
			switch p {
			case "Ctrl":
				m.Ctrl = true
			case "Shift":
				m.Shift = true
			case "Alt":
				m.Alt = true
			default:
				b.t.Fatalf("unknown modifier in %q", s)
			}
		}
		if !b.e.KeyDown(editor.Key(parts[len(parts)-1]), m) {
			b.t.Fatalf("%q was not used", s)
		}
	}
}

func (b *board) run(id editor.ActionID) {
	b.t.Helper()
	if err := b.e.Run(id); err != nil {
		b.t.Fatalf("run %s: %v", id, err)
	}
}

// What must hold.

// once does something that must make exactly one undo step of that name, leave the facts sound,
// and be undone and redone without a rest.
func (b *board) once(labelKey string, f func()) {
	b.t.Helper()
	start := b.doc.Project()
	n := len(b.changes)
	f()
	if got := len(b.changes) - n; got != 1 {
		b.t.Fatalf("made %d changes, want 1", got)
	}
	if l := b.changes[n].Label; l.Key != labelKey {
		b.t.Fatalf("the step is called %q, want %q", l.Key, labelKey)
	}
	after := b.doc.Project()
	b.sound()
	b.doc.Undo()
	b.same(start, "after undo")
	b.doc.Redo()
	b.same(after, "after redo")
}

// never does something that must not be heard of by the document.
func (b *board) never(f func()) {
	b.t.Helper()
	start, n := b.doc.Project(), len(b.changes)
	before, had := b.doc.UndoLabel()
	f()
	b.same(start, "after nothing")
	if len(b.changes) != n {
		b.t.Fatalf("the document changed: %v", b.changes[n].Label)
	}
	if after, has := b.doc.UndoLabel(); after != before || has != had {
		b.t.Fatalf("the history is not what it was: %v", after)
	}
}

func (b *board) same(want journey.Project, when string) {
	b.t.Helper()
	if d := journey.Between(want, b.doc.Project()); !d.IsEmpty() {
		b.t.Fatalf("%s the project differs: %+v", when, d)
	}
}

func (b *board) sound() {
	b.t.Helper()
	if found := journey.Validate(b.doc.Project()); len(found) > 0 {
		b.t.Fatalf("the project is not sound: %+v", found)
	}
}

// cards writes the cards of a stage and lane as "a1 a2".
func (b *board) cards(stage, lane journey.ID) string {
	return b.cardsAt(journey.CellKey{StageID: stage, LaneID: lane})
}

func (b *board) cardsAt(cell journey.CellKey) string {
	var ids []string
	for _, c := range b.doc.Project().CardsIn(cell) {
		ids = append(ids, string(c.ID))
	}
	return strings.Join(ids, " ")
}

func (b *board) wantCards(stage, lane journey.ID, want string) {
	b.t.Helper()
	if got := b.cards(stage, lane); got != want {
		b.t.Errorf("%s × %s holds %q, want %q", stage, lane, got, want)
	}
}

func (b *board) selected() string {
	var ids []string
	for _, r := range b.e.Selection() {
		ids = append(ids, string(r.ID))
	}
	return strings.Join(ids, " ")
}

func (b *board) wantSelected(want string) {
	b.t.Helper()
	if got := b.selected(); got != want {
		b.t.Errorf("selected %q, want %q", got, want)
	}
}
