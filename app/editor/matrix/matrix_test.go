package matrix

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/priority"
)

var faces = text.NewLibrary(text.WithoutSystemFonts())

// rig is a matrix with a document behind it.
type rig struct {
	*Matrix
	doc   *edit.Document
	sel   []journey.Ref
	drawn int
}

func newRig(t testing.TB, recs ...journey.Record) *rig {
	t.Helper()
	base := []journey.Record{
		journey.Map{ID: "m", Title: "Shop"}, journey.Map{ID: "n", Title: "Other"},
		journey.Stage{ID: "s0", MapID: "m", Rank: "a", Title: "Before", Goal: "Know"}, journey.Stage{ID: "s1", MapID: "m", Rank: "b", Title: "After"},
		journey.Stage{ID: "t0", MapID: "n", Rank: "a"},
		journey.Lane{ID: "pains", MapID: "m", Rank: "a", LaneKind: journey.LanePains},
		journey.Lane{ID: "ideas", MapID: "m", Rank: "b", LaneKind: journey.LaneOpportunities},
		journey.Card{ID: "o1", MapID: "m", StageID: "s0", LaneID: "ideas", Rank: "a", Title: "Price list", Value: 5, Effort: 1},
		journey.Card{ID: "o2", MapID: "m", StageID: "s1", LaneID: "ideas", Rank: "b", Title: "Voucher", Value: 3, Effort: 5},
		journey.Card{ID: "o3", MapID: "m", StageID: "s1", LaneID: "ideas", Rank: "c", Title: "Bell"},
		journey.Card{ID: "p1", MapID: "m", StageID: "s0", LaneID: "pains", Rank: "a", Title: "Waits", Severity: 3, Impact: 5},
	}
	r := &rig{doc: edit.NewDocument(journey.FromRecords(append(base, recs...)), nil)}
	r.Matrix = New(Options{
		Project: r.doc.Project, MapID: func() journey.ID { return "m" }, Measurer: faces,
		Selection: func() []journey.Ref { return r.sel }, Select: func(refs ...journey.Ref) { r.sel = refs },
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := r.doc.Do(l, f); return err },
		Words:  func() *words.Table { return words.In("en") }, Drawn: func() { r.drawn++ },
	})
	r.Resize(geom.Size{W: 700, H: 500})
	return r
}

func card(id string) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: journey.ID(id)} }

// at says where a card of the project stands now.
func (r *rig) at(id string) priority.Cell {
	c, _ := r.doc.Project().Cards.Get(journey.ID(id))
	l, _ := r.doc.Project().Lanes.Get(c.LaneID)
	if l.LaneKind == journey.LanePains {
		return priority.Pains.CellOf(c)
	}
	return priority.Chances.CellOf(c)
}

// mid is the middle of the chip of a card.
func (r *rig) mid(t testing.TB, id string) geom.Point {
	t.Helper()
	c := r.Plan().ChipOf(card(id))
	if c == nil {
		t.Fatalf("%s has no chip", id)
	}
	return c.Rect.Center()
}

// drag presses on a card, goes to a place in steps and lets go.
func (r *rig) drag(t testing.TB, id string, to geom.Point) {
	t.Helper()
	from := r.mid(t, id)
	r.Press(from, false)
	for i := 1; i <= 4; i++ {
		r.Move(from.Add(to.Sub(from).Mul(float64(i) / 4)))
	}
	r.Release(to)
}

func (r *rig) steps() int {
	n := 0
	for {
		if _, ok := r.doc.Undo(); !ok {
			break
		}
		n++
	}
	for range n {
		r.doc.Redo()
	}
	return n
}

func TestDrag(t *testing.T) {
	for _, c := range []struct {
		name string
		card string
		to   func(r *rig) geom.Point
		want priority.Cell
		one  int // steps of the history
	}{
		{"to another cell", "o1", func(r *rig) geom.Point { return r.Plan().CellRect(priority.Cell{Column: 4, Row: 2}).Center() }, priority.Cell{Column: 4, Row: 2}, 1},
		{"within its cell", "o1", func(r *rig) geom.Point {
			return r.Plan().CellRect(priority.Cell{Column: 1, Row: 5}).Center().Add(geom.Pt(9, 9))
		}, priority.Cell{Column: 1, Row: 5}, 0},
		{"out of the tray", "o3", func(r *rig) geom.Point { return r.Plan().CellRect(priority.Cell{Column: 2, Row: 4}).Center() }, priority.Cell{Column: 2, Row: 4}, 1},
		{"into the tray", "o2", func(r *rig) geom.Point { return r.Plan().Tray.Center() }, priority.Cell{}, 1},
		{"beside everything", "o2", func(r *rig) geom.Point { return geom.Pt(2, 2) }, priority.Cell{Column: 5, Row: 3}, 0},
	} {
		r := newRig(t)
		r.drag(t, c.card, c.to(r))
		if got := r.at(c.card); got != c.want {
			t.Errorf("%s: stands at %v, want %v", c.name, got, c.want)
		}
		if n := r.steps(); n != c.one {
			t.Errorf("%s: %d steps in the history", c.name, n)
		}
		if !slices.Equal(r.sel, []journey.Ref{card(c.card)}) {
			t.Errorf("%s: %v is selected", c.name, r.sel)
		}
		before := r.at(c.card)
		r.doc.Undo()
		r.doc.Redo()
		if r.at(c.card) != before {
			t.Errorf("%s: undone and done again it stands at %v", c.name, r.at(c.card))
		}
	}
}

func TestDragSeveral(t *testing.T) {
	r := newRig(t)
	r.Press(r.mid(t, "o1"), false)
	r.Release(r.mid(t, "o1"))
	r.Press(r.mid(t, "o2"), true)
	r.Release(r.mid(t, "o2"))
	if len(r.sel) != 2 {
		t.Fatalf("%v is selected", r.sel)
	}
	to := priority.Cell{Column: 3, Row: 3}
	r.drag(t, "o2", r.Plan().CellRect(to).Center())
	if r.at("o1") != to || r.at("o2") != to || r.steps() != 1 {
		t.Errorf("%v and %v after %d steps", r.at("o1"), r.at("o2"), r.steps())
	}
	if l, _ := r.doc.UndoLabel(); l.Text(words.In("en")) != "rate 2 cards" {
		t.Errorf("it is called %q", l.Text(words.In("en")))
	}
	r.Press(r.mid(t, "o1"), true) // once more: out of the selection
	r.Release(r.mid(t, "o1"))
	if !slices.Equal(r.sel, []journey.Ref{card("o2")}) {
		t.Errorf("%v is selected", r.sel)
	}
	r.Press(geom.Pt(1, 1), false)
	r.Release(geom.Pt(1, 1))
	if len(r.sel) != 0 {
		t.Errorf("a press beside the chips leaves %v", r.sel)
	}
}

// TestPressOnSelected: a press without a drag on one of several selects it alone.
func TestPressOnSelected(t *testing.T) {
	r := newRig(t)
	r.sel = []journey.Ref{card("o1"), card("o2")}
	at := r.mid(t, "o1")
	r.Press(at, false)
	r.Move(at.Add(geom.Pt(1, 1))) // a hand is never still
	r.Release(at)
	if !slices.Equal(r.sel, []journey.Ref{card("o1")}) || r.steps() != 0 {
		t.Errorf("%v is selected", r.sel)
	}
}

func TestEscape(t *testing.T) {
	r := newRig(t)
	from := r.mid(t, "o1")
	r.Press(from, false)
	r.Move(r.Plan().CellRect(priority.Cell{Column: 4, Row: 2}).Center())
	if o := r.Overlay(); o.Ghost == nil || o.Target == nil || len(o.Lifted) != 1 || !r.Dragging() {
		t.Fatalf("%+v", o)
	}
	if !r.Key(action.KeyEscape, desk.Mods{}) || r.Dragging() {
		t.Fatal("Esc does not drop the drag")
	}
	r.Release(r.Plan().CellRect(priority.Cell{Column: 4, Row: 2}).Center())
	if r.at("o1") != (priority.Cell{Column: 1, Row: 5}) || r.steps() != 0 {
		t.Errorf("it stands at %v", r.at("o1"))
	}
	if r.Key(action.KeyEscape, desk.Mods{}) {
		t.Error("Esc without a drag is somebody else's")
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		card string
		keys []action.Key
		want priority.Cell
		one  int
	}{
		{"o1", []action.Key{action.KeyRight, action.KeyDown}, priority.Cell{Column: 2, Row: 4}, 2},
		{"o1", []action.Key{action.KeyLeft, action.KeyUp}, priority.Cell{Column: 1, Row: 5}, 0},
		{"o3", []action.Key{action.KeyUp}, priority.Cell{Column: 3, Row: 3}, 1},
		{"o2", []action.Key{action.KeyDelete}, priority.Cell{}, 1},
		{"o3", []action.Key{action.KeyBackspace}, priority.Cell{}, 0},
	} {
		r := newRig(t)
		r.sel = []journey.Ref{card(c.card)}
		for _, k := range c.keys {
			if !r.Key(k, desk.Mods{}) {
				t.Errorf("%s does not take %s", c.card, k)
			}
		}
		if r.at(c.card) != c.want || r.steps() != c.one {
			t.Errorf("%s after %v: %v in %d steps", c.card, c.keys, r.at(c.card), r.steps())
		}
	}
	r := newRig(t)
	var walk []string
	for range 4 {
		r.Key(action.KeyTab, desk.Mods{})
		walk = append(walk, string(r.sel[0].ID))
	}
	r.Key(action.KeyTab, desk.Mods{Shift: true})
	walk = append(walk, string(r.sel[0].ID))
	if fmt.Sprint(walk) != "[o1 o2 o3 o1 o3]" {
		t.Errorf("Tab walks %v", walk)
	}
	if r.Key("N", desk.Mods{}) || r.Key(action.KeyLeft, desk.Mods{Ctrl: true}) {
		t.Error("keys of others are taken")
	}
	r.sel = nil
	if r.Key(action.KeyUp, desk.Mods{}); len(r.sel) != 1 || r.steps() != 0 {
		t.Errorf("an arrow without a selection selects %v", r.sel)
	}
}

func TestFollow(t *testing.T) {
	r := newRig(t)
	for _, c := range []struct {
		sel  []journey.Ref
		want priority.Kind
	}{
		{[]journey.Ref{card("p1")}, priority.Pains}, {[]journey.Ref{{Kind: journey.KindStage, ID: "s0"}}, priority.Pains},
		{[]journey.Ref{card("o1"), card("p1")}, priority.Pains}, {[]journey.Ref{card("o1")}, priority.Chances}, {nil, priority.Chances},
		{[]journey.Ref{card("no card")}, priority.Chances},
	} {
		r.sel = c.sel
		if r.Follow(); r.Kind() != c.want {
			t.Errorf("with %v selected it shows %s", c.sel, r.Kind())
		}
	}
	if r.Count(priority.Pains) != 1 || r.Count(priority.Chances) != 3 {
		t.Errorf("%d and %d", r.Count(priority.Pains), r.Count(priority.Chances))
	}
}

func TestOnly(t *testing.T) {
	r := newRig(t)
	if r.Only("s1"); len(r.Plan().Matrix.Entries) != 2 || r.Stage() != "s1" {
		t.Errorf("%d cards of one stage", len(r.Plan().Matrix.Entries))
	}
	r.doc.Do(edit.Label{}, func(tx *edit.Tx) error {
		return edit.Remove(tx, journey.Ref{Kind: journey.KindStage, ID: "s1"})
	})
	if n := len(r.Plan().Matrix.Entries); n != 1 || r.Stage() != "" {
		t.Errorf("the stage has gone: %d cards, only %q", n, r.Stage())
	}
}

func TestHoverAndPoint(t *testing.T) {
	r := newRig(t)
	r.Move(r.mid(t, "o2"))
	if ref, at := r.Hovered(); ref != card("o2") || at.Empty() || r.Overlay().Hover == nil {
		t.Errorf("over %v", ref)
	}
	before := r.drawn
	r.Move(r.mid(t, "o2").Add(geom.Pt(1, 0)))
	if r.drawn != before {
		t.Error("over the same chip all is drawn anew")
	}
	if r.Leave(); r.Overlay().Hover != nil {
		t.Error("it has left")
	}
	r.Point(r.mid(t, "o2"))
	r.Point(geom.Pt(1, 1)) // a menu beside the chips is about what is selected
	if !slices.Equal(r.sel, []journey.Ref{card("o2")}) || len(r.Overlay().Selected) != 2 {
		t.Errorf("%v selected, %d frames", r.sel, len(r.Overlay().Selected))
	}
}

// TestTray: the wheel shows what has no room, and Tab finds it.
func TestTray(t *testing.T) {
	var more []journey.Record
	for i := range 60 {
		more = append(more, journey.Card{ID: journey.ID(fmt.Sprintf("q%02d", i)), MapID: "m", StageID: "s1", LaneID: "ideas",
			Rank: journey.Rank(fmt.Sprintf("d%02d", i)), Title: "One more of many"})
	}
	r := newRig(t, more...)
	tray := r.Plan().Tray.Center()
	if r.Scroll(geom.Pt(1, 1), 3); r.from != 0 {
		t.Error("the wheel beside the tray scrolls it")
	}
	for range 100 {
		r.Scroll(tray, 3)
	}
	if r.Plan().More != 0 || r.Plan().ChipOf(card("q59")) == nil {
		t.Errorf("%d more below the last", r.Plan().More)
	}
	for range 100 {
		r.Scroll(tray, -3)
	}
	if r.from != 0 {
		t.Errorf("scrolled to %d", r.from)
	}
	r.Key(action.KeyTab, desk.Mods{Shift: true})
	if r.sel[0] != card("q59") || r.Plan().ChipOf(card("q59")) == nil {
		t.Errorf("%v is selected and not in sight", r.sel)
	}
}

// TestLocked: what may not be changed stays, and nothing is left half done.
func TestLocked(t *testing.T) {
	r := newRig(t)
	r.o.Change = func(edit.Label, func(*edit.Tx) error) error { return fmt.Errorf("locked") }
	r.drag(t, "o1", r.Plan().CellRect(priority.Cell{Column: 4, Row: 2}).Center())
	if r.at("o1") != (priority.Cell{Column: 1, Row: 5}) || r.Dragging() {
		t.Errorf("it stands at %v", r.at("o1"))
	}
}

// TestLaws: whatever is pressed, moved and typed, only the values of cards change, each gesture is at
// most one step, and all of it can be undone.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := newRig(t)
		before := r.doc.Project()
		for range rapid.IntRange(1, 12).Draw(rt, "n") {
			steps := r.steps()
			at := geom.Pt(rapid.Float64Range(0, 700).Draw(rt, "x"), rapid.Float64Range(0, 500).Draw(rt, "y"))
			switch rapid.SampledFrom([]string{"drag", "key", "show", "only"}).Draw(rt, "do") {
			case "drag":
				if chips := r.Plan().Chips; len(chips) > 0 {
					r.Press(rapid.SampledFrom(chips).Draw(rt, "chip").Rect.Center(), rapid.Bool().Draw(rt, "add"))
					r.Move(at)
					r.Release(at)
				}
			case "key":
				r.Key(rapid.SampledFrom([]action.Key{action.KeyLeft, action.KeyUp, action.KeyTab, action.KeyDelete}).Draw(rt, "key"), desk.Mods{})
			case "show":
				r.Show(rapid.SampledFrom(priority.Kinds).Draw(rt, "kind"))
			case "only":
				r.Only(rapid.SampledFrom([]journey.ID{"", "s0", "s1"}).Draw(rt, "stage"))
			}
			r.Overlay()
			if n := r.steps(); n > steps+1 {
				rt.Fatalf("%d steps of one gesture", n-steps)
			}
		}
		for c := range r.doc.Project().Cards.All() {
			was, _ := before.Cards.Get(c.ID)
			was.Severity, was.Impact, was.Value, was.Effort = c.Severity, c.Impact, c.Value, c.Effort
			if !journey.Equal(was, c) {
				rt.Fatalf("%+v became %+v", was, c)
			}
		}
		for {
			if _, ok := r.doc.Undo(); !ok {
				break
			}
		}
		for c := range r.doc.Project().Cards.All() {
			if was, _ := before.Cards.Get(c.ID); !journey.Equal(was, c) {
				rt.Fatalf("undone, %s is %+v", c.ID, c)
			}
		}
	})
}
