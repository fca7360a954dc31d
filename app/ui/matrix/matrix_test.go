package matrix

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/priority"
)

// rig is a matrix in a window of its own.
type rig struct {
	*Leaf
	t     testing.TB
	doc   *edit.Document
	ed    *editor.Editor
	win   fyne.Window
	menus int
	keys  []editor.Key
	left  State
}

func newRig(t testing.TB) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{t: t, doc: edit.NewDocument(journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Title: "Shop"}, journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Before", Goal: "Know what fits"},
		journey.Stage{ID: "u", MapID: "m", Rank: "b", Title: "After"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LanePains}, journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneOpportunities},
		journey.Card{ID: "p", MapID: "m", StageID: "s", LaneID: "l", Rank: "a", Title: "Waits", Severity: 3, Impact: 5},
		journey.Card{ID: "o", MapID: "m", StageID: "s", LaneID: "k", Rank: "a", Title: "Price list", Text: "With photos", Value: 5, Effort: 1, GoalID: "s"},
		journey.Card{ID: "q", MapID: "m", StageID: "u", LaneID: "k", Rank: "a", Title: "Bell"},
		journey.Action{ID: "a", CardID: "o", Status: journey.StatusDone},
	}), nil)}
	r.ed = editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.win = test.NewTempWindow(t, nil)
	r.Leaf = New(Options{
		Editor: r.ed, Canvas: r.win.Canvas(), Words: words.In("en"), Faces: picture.Measurer(), Do: func(f func()) { f() },
		Change:   func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Menu:     func(fyne.Position) { r.menus++ },
		Shortcut: func(k editor.Key, _ editor.Mods) bool { r.keys = append(r.keys, k); return true },
		Held:     func(fyne.KeyName, bool) {}, Print: func() {}, Close: func() {}, Left: func(s State) { r.left = s },
	}, State{})
	r.ed.Subscribe(func(ev editor.Event) { r.Update(ev) })
	r.win.SetContent(r.Object())
	r.win.Resize(fyne.NewSize(900, 640))
	return r
}

func (r *rig) at(id string) priority.Cell {
	c, _ := r.doc.Project().Cards.Get(journey.ID(id))
	return priority.Chances.CellOf(c)
}

// over is the middle of a place of the paper, in the widget.
func (r *rig) over(at geom.Rect) fyne.Position {
	pos, size := r.sheet.place(at)
	return pos.AddXY(size.Width/2, size.Height/2)
}

func card(id string) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: journey.ID(id)} }

func press(at fyne.Position, b desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: b}
}

// drag pulls a chip to a place of the paper; inside: the button is let go over the sheet.
func (r *rig) drag(id string, to geom.Rect, inside bool) {
	from, end := r.over(r.m.Plan().ChipOf(card(id)).Rect), r.over(to)
	r.sheet.MouseDown(press(from, desktop.MouseButtonPrimary))
	for i := 1; i <= 5; i++ {
		k := float32(i) / 5
		r.sheet.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from.X+(end.X-from.X)*k, from.Y+(end.Y-from.Y)*k)}})
	}
	if inside {
		r.sheet.MouseUp(press(end, desktop.MouseButtonPrimary))
	}
	r.sheet.DragEnd()
}

func TestDrag(t *testing.T) {
	for _, inside := range []bool{true, false} { // some drivers tell of the end of a drag alone
		r := newRig(t)
		r.drag("q", r.m.Plan().CellRect(priority.Cell{Column: 2, Row: 4}), inside)
		if r.at("q") != (priority.Cell{Column: 2, Row: 4}) {
			t.Errorf("inside %v: it stands at %v", inside, r.at("q"))
		}
		if got := r.ed.Selection(); len(got) != 1 || got[0] != card("q") {
			t.Errorf("selected on the board: %v", got)
		}
		if r.win.Canvas().Focused() != fyne.Focusable(r.sheet) {
			t.Error("the drag loses the keyboard")
		}
		r.doc.Undo()
		if r.at("q") != (priority.Cell{}) {
			t.Errorf("undone it stands at %v", r.at("q"))
		}
	}
}

// TestGhost: what is dragged is seen under the pointer, and only then.
func TestGhost(t *testing.T) {
	r := newRig(t)
	w := test.WidgetRenderer(r.sheet).(*sheetRenderer)
	still := len(w.objects)
	from := r.over(r.m.Plan().ChipOf(card("o")).Rect)
	r.sheet.MouseDown(press(from, desktop.MouseButtonPrimary))
	r.sheet.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(80, 60)}})
	if len(w.objects) <= still || w.ghost.Image == nil {
		t.Fatal("nothing is dragged to be seen")
	}
	r.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.sheet.DragEnd()
	for _, o := range w.objects {
		if o == fyne.CanvasObject(w.ghost) {
			t.Error("after Esc the ghost stays")
		}
	}
	if r.at("o") != (priority.Cell{Column: 1, Row: 5}) {
		t.Errorf("after Esc it stands at %v", r.at("o"))
	}
}

func TestKeysAndMenu(t *testing.T) {
	r := newRig(t)
	r.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	r.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if r.at("o") != (priority.Cell{Column: 2, Row: 5}) {
		t.Errorf("moved by a key it stands at %v", r.at("o"))
	}
	r.sheet.TypedKey(&fyne.KeyEvent{Name: fyne.KeyN})
	if len(r.keys) != 1 || r.keys[0] != "N" {
		t.Errorf("handed on %v", r.keys)
	}
	r.sheet.MouseDown(press(r.over(r.m.Plan().ChipOf(card("q")).Rect), desktop.MouseButtonSecondary))
	r.sheet.TappedSecondary(&fyne.PointEvent{})
	if r.menus != 1 || r.ed.Selection()[0] != card("q") {
		t.Errorf("%d menus, about %v", r.menus, r.ed.Selection())
	}
}

// TestShared: what is selected on the board is selected here, in whichever matrix it is.
func TestShared(t *testing.T) {
	r := newRig(t)
	r.ed.Select(card("p"))
	if r.m.Kind() != priority.Pains || !r.kinds[priority.Pains].On || r.kinds[priority.Pains].Text != "Pain points  1" {
		t.Errorf("it shows %s", r.m.Kind())
	}
	if n := len(r.m.Overlay().Selected); n != 2 {
		t.Errorf("%d frames", n)
	}
	test.Tap(r.kinds[priority.Chances])
	if r.m.Kind() != priority.Chances || len(r.ed.Selection()) != 1 {
		t.Errorf("it shows %s", r.m.Kind())
	}
}

func TestStages(t *testing.T) {
	r := newRig(t)
	if n := len(r.chips.Objects); n != 3 {
		t.Fatalf("%d chips", n)
	}
	after := chipOf(r.chips.Objects[2])
	if test.Tap(after); r.m.Stage() != "u" || !after.On || len(r.m.Plan().Matrix.Entries) != 1 {
		t.Errorf("shown is stage %q", r.m.Stage())
	}
	if r.Leave(); r.left != (State{priority.Chances, "u"}) {
		t.Errorf("remembered %+v", r.left)
	}
	if test.Tap(after); r.m.Stage() != "" {
		t.Error("pressed again, the chip still holds")
	}
	r.doc.Do(edit.Label{}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, journey.Ref{Kind: journey.KindStage, ID: "u"}, "Later")
	})
	if got := chipOf(r.chips.Objects[2]).Text; got != "Later" {
		t.Errorf("the chip is called %q", got)
	}
}

// TestBubble: the whole of a card is told, with what it serves and what answers it.
func TestBubble(t *testing.T) {
	r := newRig(t)
	r.sheet.bubble.ref, r.sheet.bubble.over, r.sheet.bubble.shown = card("o"), r.m.Plan().ChipOf(card("o")).Rect, true
	var said []string
	for _, l := range r.sheet.bubble.lines() {
		said = append(said, l.text)
	}
	if got := strings.Join(said, "|"); got != "Price list|With photos|Before · Quick wins|Serves: Know what fits|The action that answers it is done" {
		t.Errorf("told is %q", got)
	}
	size := r.sheet.Size()
	for _, o := range r.sheet.bubble.objects() {
		if end := o.Position().AddXY(o.Size().Width, o.Size().Height); end.X > size.Width || end.Y > size.Height {
			t.Errorf("it reaches to %v", end)
		}
	}
	r.sheet.bubble.away()
	if len(r.sheet.bubble.objects()) != 0 {
		t.Error("it stays")
	}
	r.sheet.MouseMoved(press(r.over(r.m.Plan().ChipOf(card("q")).Rect), 0))
	if ref, _ := r.m.Hovered(); ref != card("q") || r.sheet.Cursor() != desktop.PointerCursor {
		t.Errorf("over %v", ref)
	}
	r.sheet.MouseOut()
}

// TestPaint: the paper is painted anew when it has changed, and then only.
func TestPaint(t *testing.T) {
	r := newRig(t)
	w := test.WidgetRenderer(r.sheet).(*sheetRenderer)
	before := w.picture.Image
	if r.ed.Select(card("q")); w.picture.Image != before || before == nil {
		t.Error("to select something paints all of it")
	}
	if r.drag("q", r.m.Plan().CellRect(priority.Cell{Column: 2, Row: 4}), true); w.picture.Image == before {
		t.Error("what was moved is not seen")
	}
}

// TestTipStandsStill: the text of a card that is shown stays the same objects while nothing is done.
// Fyne lays out anew whatever holds another object than in the picture before, and draws that.
func TestTipStandsStill(t *testing.T) {
	r := newRig(t)
	w := test.WidgetRenderer(r.sheet).(*sheetRenderer)
	bare := len(w.objects)
	b := r.sheet.bubble
	b.ref, b.over, b.shown = card("o"), r.m.Plan().ChipOf(card("o")).Rect, true
	r.sheet.Refresh()
	if len(w.objects) <= bare {
		t.Fatal("there is no tip")
	}
	before := slices.Clone(w.objects)
	w.Layout(r.sheet.Size())
	if !slices.Equal(before, w.objects) {
		t.Error("laid out again in the same size, other objects are shown")
	}
	w.Layout(r.sheet.Size().AddWidthHeight(-100, 0))
	if slices.Equal(before, w.objects) {
		t.Error("in another size it stands where it stood")
	}
}
