package register

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/picture"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
	data "jejak/data/register"
)

// rig is a register in a window of its own.
type rig struct {
	*Leaf
	t      testing.TB
	doc    *edit.Document
	win    fyne.Window
	copied string
	gone   []journey.Ref
	tip    string
	left   State
	keys   []editor.Key // that were handed on
}

func project() journey.Project {
	act := func(id, title, owner string, s journey.Status, due, card string) journey.Action {
		return journey.Action{ID: journey.ID(id), Rank: journey.Rank(id), Title: title, Owner: owner, Status: s, Due: due, CardID: journey.ID(card)}
	}
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Title: "Shop"}, journey.Stage{ID: "s", MapID: "m", Title: "Buys", Goal: "Have it"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LanePains}, journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneOpportunities},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Rank: "a", Title: "Waits without knowing how long it will take, and nobody tells"},
		journey.Card{ID: "o", MapID: "m", StageID: "s", LaneID: "k", Rank: "a", Title: "Price list"},
		act("a1", "Write", "Dewi", journey.StatusDone, "2026-11-01", "o"),
		act("a2", "Call", "Sari", journey.StatusDoing, "2026-11-20", "c"),
		act("a3", "Ask", "Sari", journey.StatusPlanned, "2026-12-01", "c"),
	})
}

func newRig(t testing.TB, p journey.Project, width float32) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{t: t, doc: edit.NewDocument(p, nil)}
	ed := editor.New(r.doc, editor.Options{Words: words.In("en"), Measurer: picture.Measurer(),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(picture.Of(p, id)) }})
	r.win = test.NewTempWindow(t, nil)
	r.Leaf = New(Options{
		Editor: ed, Canvas: r.win.Canvas(), Words: words.In("en"),
		Change:   func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Shortcut: func(k editor.Key, _ editor.Mods) bool { r.keys = append(r.keys, k); return true },
		Held:     func(fyne.KeyName, bool) {}, Copy: func(s string) { r.copied = s },
		GoTo: func(ref journey.Ref) { r.gone = append(r.gone, ref) },
		Tip:  func(_ fyne.CanvasObject, s string) { r.tip = s }, Away: func() { r.tip = "" },
		Print: func() {}, Close: func() {}, Left: func(s State) { r.left = s },
		Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}, State{})
	ed.Subscribe(func(ev editor.Event) { r.Update(ev) })
	r.win.SetContent(r.Object())
	r.win.Resize(fyne.NewSize(width, 420))
	r.win.Canvas().Focus(r.table)
	return r
}

func (r *rig) get(id string) journey.Action {
	a, _ := r.doc.Project().Actions.Get(journey.ID(id))
	return a
}

// press clicks on a cell.
func (r *rig) press(row int, c data.Column, end bool, mods fyne.KeyModifier) {
	r.t.Helper()
	for _, sp := range r.table.spans {
		if sp.column != c {
			continue
		}
		at := fyne.NewPos(sp.x+12, 10)
		if end {
			at.X = sp.x + sp.width - 8
		}
		ev := &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary, Modifier: mods}
		w := r.table.list.rows[row]
		w.MouseDown(ev)
		w.MouseUp(ev)
		return
	}
	r.t.Fatalf("%s is not shown", c)
}

// key types a key where the keyboard is.
func (r *rig) key(names ...fyne.KeyName) {
	for _, name := range names {
		r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func (r *rig) text(s string) {
	for _, c := range s {
		r.win.Canvas().Focused().TypedRune(c)
	}
}

// said is what a row shows in a column.
func (r *rig) said(row int, c data.Column) string {
	for i, sp := range r.table.spans {
		if sp.column == c {
			return test.WidgetRenderer(r.table.list.rows[row]).(*rowRenderer).texts[i].Text
		}
	}
	return ""
}

func TestTypingWalksOn(t *testing.T) {
	r := newRig(t, project(), 1000)
	r.press(0, data.Owner, false, 0)
	r.text("Bimo")
	if r.win.Canvas().Focused() != fyne.Focusable(r.table.cell) {
		t.Fatal("a letter does not open the cell")
	}
	r.key(fyne.KeyTab)
	if r.get("a1").Owner != "Bimo" || r.table.cell != nil || r.win.Canvas().Focused() != fyne.Focusable(r.table) {
		t.Errorf("owner %q", r.get("a1").Owner)
	}
	r.text("Shop")
	r.key(fyne.KeyReturn)
	if row, c := r.r.Cursor(); r.get("a1").Department != "Shop" || row != 1 || c != data.Department {
		t.Errorf("department %q, the cell is at %d %s", r.get("a1").Department, row, c)
	}
	r.key(fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	r.text("never")
	if r.key(fyne.KeyReturn); r.table.cell == nil || r.tip == "" {
		t.Error("a date that is none is taken, or refused without a word")
	}
	if r.key(fyne.KeyEscape); r.table.cell != nil || r.get("a2").Due != "2026-11-20" {
		t.Errorf("due %q", r.get("a2").Due)
	}
	r.key(fyne.KeyReturn)
	r.text("+1")
	r.press(2, data.Title, false, 0) // a press elsewhere keeps what was typed
	if row, _ := r.r.Cursor(); r.get("a2").Due != "2026-11-23" || row != 2 {
		t.Errorf("due %q, at row %d", r.get("a2").Due, row)
	}
	r.key(fyne.KeyReturn)
	r.text("never seen")
	r.Leave()
	if r.get("a3").Title != "never seen" {
		t.Errorf("turned away from, the title is %q", r.get("a3").Title)
	}
}

func TestWhatARowShows(t *testing.T) {
	r := newRig(t, project(), 1000)
	late := test.WidgetRenderer(r.table.list.rows[1]).(*rowRenderer).second
	if r.said(1, data.Due) != "20 Nov 2026" || late.Hidden || late.Text != "2 days late" {
		t.Errorf("due %q, %q", r.said(1, data.Due), late.Text)
	}
	if r.said(1, data.Status) != "In progress" || r.said(0, data.Answers) != "Price list" {
		t.Errorf("%q %q", r.said(1, data.Status), r.said(0, data.Answers))
	}
	row := r.table.list.rows[1]
	for _, sp := range r.table.spans {
		if sp.column == data.Answers {
			row.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(sp.x+20, 10)}})
		}
	}
	if r.tip != "Waits without knowing how long it will take, and nobody tells" {
		t.Errorf("what is cut is told as %q", r.tip)
	}
	if row.MouseOut(); r.tip != "" {
		t.Error("the tip stays")
	}
	if got := r.strip.text + r.strip.late; got != "1 of 3 done1 overdue" {
		t.Errorf("progress %q", got)
	}
	r.press(1, data.Answers, true, 0)
	if len(r.gone) != 1 || r.gone[0].ID != "c" {
		t.Errorf("gone to %v", r.gone)
	}
}

func TestOrderAndFilters(t *testing.T) {
	r := newRig(t, project(), 1000)
	r.table.head.Tapped(&fyne.PointEvent{Position: fyne.NewPos(20, 10)})
	if r.said(0, data.Title) != "Ask" {
		t.Errorf("first by title is %q", r.said(0, data.Title))
	}
	test.Tap(r.chips["overdue"])
	if len(r.r.Rows()) != 1 || !r.chips["overdue"].On || !strings.Contains(r.strip.text, "2 more are filtered out") {
		t.Errorf("%d rows late, %q", len(r.r.Rows()), r.strip.text)
	}
	r.r.Ask(data.Query{Text: "no such word"}, false)
	if len(r.nothing.Objects) == 0 {
		t.Fatal("nothing is shown, and nothing said of it")
	}
	r.Leave()
	if r.left.Query.Text != "no such word" {
		t.Errorf("remembered %+v", r.left)
	}
	r.pickStatus(r.chips["status"])
	if r.win.Canvas().Overlays().Top() == nil {
		t.Error("no list of statuses")
	}
}

func TestKeysOfTheTable(t *testing.T) {
	r := newRig(t, project(), 1000)
	ctrl := func(k fyne.KeyName) {
		r.table.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	r.table.TypedShortcut(&fyne.ShortcutCopy{})
	if strings.Count(r.copied, "\n") != 4 {
		t.Errorf("copied %q", r.copied)
	}
	r.press(0, data.Title, false, 0)
	if ctrl(fyne.KeyD); r.doc.Project().Actions.Len() != 4 {
		t.Error("Ctrl+D copies nothing")
	}
	if ctrl(fyne.KeyReturn); r.doc.Project().Actions.Len() != 5 || r.table.cell == nil {
		t.Error("Ctrl+Enter adds nothing to type in")
	}
	r.key(fyne.KeyEscape)
	r.table.TypedShortcut(&fyne.ShortcutSelectAll{})
	if n := len(r.r.Selected()); n != 5 {
		t.Errorf("%d selected", n)
	}
	r.table.TypedShortcut(&fyne.ShortcutUndo{})
	if len(r.keys) != 1 || r.keys[0] != "Z" {
		t.Errorf("handed on %v", r.keys)
	}
	r.press(0, data.Status, false, 0)
	if r.key(fyne.KeyReturn); r.win.Canvas().Overlays().Top() == nil {
		t.Error("Enter on a status opens no list")
	}
}

func TestRowsSelected(t *testing.T) {
	r := newRig(t, project(), 1000)
	r.press(0, data.Title, false, 0)
	r.press(2, data.Title, false, fyne.KeyModifierShift)
	r.press(1, data.Title, false, fyne.KeyModifierShortcutDefault)
	if ids := r.r.Selected(); len(ids) != 2 {
		t.Errorf("%v selected", ids)
	}
	r.table.menu(fyne.NewPos(50, 50))
	if r.win.Canvas().Overlays().Top() == nil {
		t.Error("no menu")
	}
}

// TestNarrow: columns go one by one, titles and dates never.
func TestNarrow(t *testing.T) {
	for _, c := range []struct {
		width float32
		gone  []data.Column
	}{
		{1000, nil}, {750, []data.Column{data.Note}}, {640, []data.Column{data.Note, data.Department}},
		{300, []data.Column{data.Note, data.Department, data.Answers, data.Owner}},
	} {
		list := spans(c.width)
		if len(list) != len(data.Columns)-len(c.gone) {
			t.Errorf("%v wide: %d columns", c.width, len(list))
		}
		x := float32(0)
		for _, sp := range list {
			if sp.x < x-0.1 || sp.width < widths[sp.column].least-0.1 {
				t.Errorf("%v wide: %s stands at %v, %v wide", c.width, sp.column, sp.x, sp.width)
			}
			x = sp.x + sp.width
		}
	}
	r := newRig(t, project(), 500)
	if len(r.r.Columns()) == len(data.Columns) {
		t.Error("the keyboard walks columns that are not shown")
	}
}

func TestEmpty(t *testing.T) {
	r := newRig(t, journey.FromRecords([]journey.Record{journey.Map{ID: "m"}}), 800)
	if len(r.nothing.Objects) == 0 || r.strip.text != "" {
		t.Fatalf("of an empty register is said %q", r.strip.text)
	}
	r.Add("")
	if len(r.nothing.Objects) != 0 || r.table.cell == nil || r.Focus() != fyne.Focusable(r.table.cell) {
		t.Error("a first action is not there to be typed")
	}
	r.text("First")
	r.key(fyne.KeyReturn)
	if list := r.doc.Project().ActionsInOrder(); len(list) != 1 || list[0].Title != "First" {
		t.Errorf("%+v", list)
	}
	r.Find(r.doc.Project().ActionsInOrder()[0].ID)
	if row, _ := r.r.Cursor(); row != 0 {
		t.Error("it is not found")
	}
}

// TestMany: of thousands of rows those in sight alone have widgets.
func TestMany(t *testing.T) {
	var recs []journey.Record
	for i := range 5000 {
		recs = append(recs, journey.Action{ID: journey.ID(strings.Repeat("x", i%3) + time.Duration(i).String()), Title: "One of many"})
	}
	r := newRig(t, journey.FromRecords(recs), 900)
	if n := len(r.table.list.rows); n == 0 || n > 30 {
		t.Errorf("%d widgets", n)
	}
	r.r.Go(4999, data.Title, false, false)
	if y := r.table.scroll.Offset.Y; y < 4900*rowHeight {
		t.Errorf("scrolled to %v", y)
	}
}
