package register

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor/action"
	"jejak/app/editor/desk"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/register"
)

const today = "2026-11-22"

// rig is a register with a document behind it.
type rig struct {
	*Register
	doc    *edit.Document
	mapID  journey.ID
	locked bool
}

func newRig(t testing.TB) *rig {
	t.Helper()
	act := func(id, title, owner string, s journey.Status, due, card string) journey.Action {
		return journey.Action{ID: journey.ID(id), Rank: journey.Rank(id), Title: title, Owner: owner, Status: s, Due: due, CardID: journey.ID(card)}
	}
	n := 0
	r := &rig{mapID: "m"}
	r.doc = edit.NewDocument(journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Map{ID: "n"}, journey.Stage{ID: "s", MapID: "m"}, journey.Stage{ID: "t", MapID: "n"},
		journey.Lane{ID: "l", MapID: "m", LaneKind: journey.LanePains}, journey.Lane{ID: "k", MapID: "n", LaneKind: journey.LanePains},
		journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Title: "Waits"}, journey.Card{ID: "d", MapID: "n", StageID: "t", LaneID: "k", Title: "Pays"},
		act("a1", "Write", "Dewi", journey.StatusDone, "2026-11-01", "d"),
		act("a2", "Call", "Sari", journey.StatusDoing, "2026-11-20", "c"),
		act("a3", "Ask", "Sari", journey.StatusPlanned, "2026-12-01", "c"),
		act("a4", "Bell", "", journey.StatusIdea, "", ""),
	}), func() journey.ID { n++; return journey.ID(fmt.Sprintf("new%d", n)) })
	r.Register = New(Options{
		Project: r.doc.Project, MapID: func() journey.ID { return r.mapID }, Today: func() string { return today },
		Words: func() *words.Table { return words.In("en") },
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			if r.locked {
				return fmt.Errorf("locked")
			}
			_, err := r.doc.Do(l, f)
			return err
		},
	})
	return r
}

func (r *rig) ids() string {
	var list []string
	for _, row := range r.Rows() {
		list = append(list, string(row.Action.ID))
	}
	return strings.Join(list, " ")
}

func (r *rig) selected() string {
	var list []string
	for _, id := range r.Selected() {
		list = append(list, string(id))
	}
	return strings.Join(list, " ")
}

func (r *rig) get(id string) journey.Action {
	a, _ := r.doc.Project().Actions.Get(journey.ID(id))
	return a
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

func (r *rig) undo(t *testing.T, want string) {
	t.Helper()
	l, _ := r.doc.UndoLabel()
	if got := l.Text(words.In("en")); got != want {
		t.Errorf("the step is called %q, want %q", got, want)
	}
	if n := r.steps(); n != 1 {
		t.Errorf("%d steps", n)
	}
	r.doc.Undo()
}

func TestSortAndAsk(t *testing.T) {
	r := newRig(t)
	for i, want := range []string{"a3 a4 a2 a1", "a1 a2 a4 a3", "a1 a2 a3 a4"} {
		if r.Sort(register.Title); r.ids() != want {
			t.Errorf("pressed %d times: %s, want %s", i+1, r.ids(), want)
		}
	}
	r.Go(1, register.Owner, false, false)
	if r.Ask(register.Query{}, true); r.ids() != "a2 a3" || r.selected() != "a2" {
		t.Errorf("of this map %s, selected %s", r.ids(), r.selected())
	}
	if r.mapID = "n"; r.ids() != "a1" || r.selected() != "" {
		t.Errorf("of the other map %s, selected %s", r.ids(), r.selected())
	}
	if r.Find("a4"); r.selected() != "a4" || r.Here() {
		t.Errorf("what was looked for is not shown: %s", r.ids())
	}
	if len(r.All()) != 4 || r.Query().Narrow() {
		t.Error("all is not all")
	}
}

func TestWalk(t *testing.T) {
	r := newRig(t)
	for _, c := range []struct {
		key    action.Key
		m      desk.Mods
		row    int
		column register.Column
	}{
		{action.KeyDown, desk.Mods{}, 0, register.Title}, {action.KeyDown, desk.Mods{}, 1, register.Title},
		{action.KeyLeft, desk.Mods{}, 1, register.Title}, {action.KeyTab, desk.Mods{Shift: true}, 0, register.Note},
		{action.KeyTab, desk.Mods{}, 1, register.Title}, {action.KeyRight, desk.Mods{}, 1, register.Owner},
		{action.KeyEnd, desk.Mods{}, 1, register.Note}, {action.KeyRight, desk.Mods{}, 1, register.Note},
		{action.KeyEnd, desk.Mods{Ctrl: true}, 3, register.Note}, {action.KeyTab, desk.Mods{}, 3, register.Note},
		{action.KeyPageUp, desk.Mods{}, 0, register.Note}, {action.KeyHome, desk.Mods{}, 0, register.Title},
		{action.KeyUp, desk.Mods{}, 0, register.Title}, {action.KeyPageDown, desk.Mods{}, 3, register.Title},
		{action.KeyHome, desk.Mods{Ctrl: true}, 0, register.Title},
	} {
		if need := r.Key(c.key, c.m); need != Nothing {
			t.Errorf("%s asks for %d", c.key, need)
		}
		if row, column := r.Cursor(); row != c.row || column != c.column {
			t.Errorf("after %s: %d %s, want %d %s", c.key, row, column, c.row, c.column)
		}
	}
	for _, k := range []action.Key{"N", action.KeyEscape} {
		if r.Key(k, desk.Mods{}) != Other {
			t.Errorf("%s was taken", k)
		}
	}
}

// TestNarrow: what has no room is not walked to.
func TestNarrow(t *testing.T) {
	r := newRig(t)
	r.Go(0, register.Owner, false, false)
	r.Show([]register.Column{register.Title, register.Owner, register.Due})
	if _, c := r.Cursor(); c != register.Owner {
		t.Errorf("the cell is at %s", c)
	}
	if r.Key(action.KeyRight, desk.Mods{}); r.columns[r.column] != register.Due {
		t.Error("a column that is not shown")
	}
	r.Show(nil)
	r.Show([]register.Column{register.Title})
	if _, c := r.Cursor(); c != register.Title || len(r.Columns()) != 1 {
		t.Errorf("the cell is at %s", c)
	}
}

func TestSelection(t *testing.T) {
	r := newRig(t)
	r.Go(0, register.Title, false, false)
	r.Key(action.KeyDown, desk.Mods{Shift: true})
	r.Key(action.KeyDown, desk.Mods{Shift: true})
	if r.selected() != "a1 a2 a3" {
		t.Errorf("extended: %s", r.selected())
	}
	if r.Go(1, register.Title, true, false); r.selected() != "a1 a3" {
		t.Errorf("one taken out: %s", r.selected())
	}
	if r.Go(3, register.Title, true, false); r.selected() != "a1 a3 a4" {
		t.Errorf("one added: %s", r.selected())
	}
	if r.Key(action.KeyEscape, desk.Mods{}); r.selected() != "a4" {
		t.Errorf("after Esc: %s", r.selected())
	}
	if r.SelectAll(); r.selected() != "a1 a2 a3 a4" {
		t.Errorf("all: %s", r.selected())
	}
	r.SetStatus(journey.StatusDropped)
	if r.get("a1").Status != journey.StatusDropped || r.get("a4").Status != journey.StatusDropped {
		t.Error("the status of all is not set")
	}
	r.undo(t, "set status of 4 actions")
	if r.get("a1").Status != journey.StatusDone {
		t.Error("undo does not bring the status back")
	}
}

func TestTyping(t *testing.T) {
	for _, c := range []struct {
		column register.Column
		text   string
		want   journey.Action
		ok     bool
		steps  int
	}{
		{register.Title, " Call back ", journey.Action{Title: "Call back"}, true, 1},
		{register.Owner, "Bimo", journey.Action{Owner: "Bimo"}, true, 1},
		{register.Department, "Workshop", journey.Action{Department: "Workshop"}, true, 1},
		{register.Due, "+9", journey.Action{Due: "2026-12-01"}, true, 1},
		{register.Due, "some day", journey.Action{}, false, 0},
		{register.Due, "", journey.Action{Due: "-"}, true, 1},
		{register.Note, "today", journey.Action{Note: "today"}, true, 1},
		{register.Title, "Call", journey.Action{}, true, 0},
	} {
		r := newRig(t)
		r.Go(1, c.column, false, false)
		if r.Key(action.KeyReturn, desk.Mods{}); !r.typing {
			t.Fatalf("%s: Enter does not begin to type", c.column)
		}
		was := r.get("a2")
		if text, row, column, on := r.Typing(); !on || row != 1 || column != c.column || text != register.Field(r.Rows()[1], c.column) {
			t.Errorf("%s: %q is typed over at %d", c.column, text, row)
		}
		if ok := r.Keep(c.text); ok != c.ok || r.typing == ok {
			t.Errorf("%s %q: kept %v", c.column, c.text, ok)
		}
		want := was
		for _, f := range []struct{ to, from *string }{{&want.Title, &c.want.Title}, {&want.Owner, &c.want.Owner},
			{&want.Department, &c.want.Department}, {&want.Due, &c.want.Due}, {&want.Note, &c.want.Note}} {
			if *f.from == "-" {
				*f.to = ""
			} else if *f.from != "" {
				*f.to = *f.from
			}
		}
		if got := r.get("a2"); got != want || r.steps() != c.steps {
			t.Errorf("%s %q: %+v, want %+v", c.column, c.text, got, want)
		}
	}
	r := newRig(t)
	for _, c := range []register.Column{register.Status, register.Answers} {
		if r.Go(0, c, false, false); r.Key(action.KeyReturn, desk.Mods{}) != Choose || r.typing {
			t.Errorf("%s is not chosen from a list", c)
		}
	}
	r.Go(0, register.Title, false, false)
	r.Type()
	r.Settle()
	if !r.Keep("too late") || r.get("a1").Title != "Write" {
		t.Error("what was dropped is kept")
	}
}

func TestAdd(t *testing.T) {
	r := newRig(t)
	r.Ask(register.Query{Owner: "Sari", Status: journey.StatusDoing}, false)
	r.Add("")
	if got := r.get("new1"); got.Owner != "Sari" || got.Status != journey.StatusDoing || r.selected() != "new1" || !r.typing {
		t.Errorf("%+v", got)
	}
	r.Keep("Phone")
	r.Ask(register.Query{Overdue: true}, true)
	r.Add("c")
	if got := r.get("new2"); got.CardID != "c" || got.Status != journey.StatusIdea || r.selected() != "new2" || r.Here() {
		t.Errorf("%+v, selected %s", got, r.selected())
	}
	r.Settle()
	before := r.ids()
	r.locked = true
	if r.Add(""); r.ids() != before {
		t.Error("one was added to what may not be changed")
	}
}

func TestRemoveAndDuplicate(t *testing.T) {
	r := newRig(t)
	r.Go(1, register.Title, false, false)
	r.Go(2, register.Title, true, false)
	if r.Remove(); r.ids() != "a1 a4" || r.selected() != "a4" {
		t.Errorf("%s, selected %s", r.ids(), r.selected())
	}
	r.undo(t, "remove 2 actions")
	r.Go(3, register.Title, false, false)
	if r.Remove(); r.ids() != "a1 a2 a3" || r.selected() != "a3" {
		t.Errorf("%s, selected %s", r.ids(), r.selected())
	}
	r.undo(t, "remove action “Bell”")
	r.Go(0, register.Title, false, false)
	r.Go(2, register.Title, true, false)
	if r.Duplicate(); r.ids() != "a1 new1 a2 a3 new2 a4" || r.selected() != "new1 new2" {
		t.Errorf("%s, selected %s", r.ids(), r.selected())
	}
	if got := r.get("new1"); got.Status != journey.StatusIdea || got.Title != "Write" || got.CardID != "d" || got.Due != "2026-11-01" {
		t.Errorf("the copy is %+v", got)
	}
	r.undo(t, "duplicate 2 actions")
	r = newRig(t)
	r.Remove()
	r.Duplicate()
	r.SetStatus(journey.StatusDone)
	r.Answer("c")
	if r.steps() != 0 {
		t.Error("without a selection something was done")
	}
}

func TestEmptyAndAnswer(t *testing.T) {
	r := newRig(t)
	r.Go(1, register.Due, false, false)
	if r.Key(action.KeyDelete, desk.Mods{}); r.get("a2").Due != "" || r.steps() != 1 {
		t.Errorf("due %q", r.get("a2").Due)
	}
	r.Go(1, register.Answers, false, false)
	if r.Key(action.KeyDelete, desk.Mods{}); r.get("a2").CardID != "" {
		t.Error("it still answers something")
	}
	if r.Answer("d"); r.get("a2").CardID != "d" {
		t.Error("it does not answer what it was told")
	}
	r.Go(1, register.Status, false, false)
	if r.Key(action.KeyDelete, desk.Mods{}); r.get("a2").Status != journey.StatusDoing {
		t.Error("a status was taken away")
	}
	r.Go(1, register.Title, false, false)
	if r.Key(action.KeyDelete, desk.Mods{}); r.ids() != "a1 a3 a4" {
		t.Errorf("Delete on a title leaves %s", r.ids())
	}
}

func TestTable(t *testing.T) {
	r := newRig(t)
	r.Go(0, register.Title, false, false)
	if n := strings.Count(r.Table(), "\n"); n != 5 {
		t.Errorf("%d lines of all", n)
	}
	r.Go(1, register.Title, true, false)
	if n := strings.Count(r.Table(), "\n"); n != 3 {
		t.Errorf("%d lines of two", n)
	}
}

// TestLaws: whatever keys are pressed, the cell and the selection are among what is shown, each key is
// at most one step, and all of it can be undone.
func TestLaws(t *testing.T) {
	keys := []action.Key{action.KeyUp, action.KeyDown, action.KeyLeft, action.KeyRight, action.KeyTab, action.KeyReturn,
		action.KeyDelete, action.KeyHome, action.KeyEnd, action.KeyEscape}
	rapid.Check(t, func(rt *rapid.T) {
		r := newRig(t)
		before := r.doc.Project()
		for range rapid.IntRange(1, 20).Draw(rt, "n") {
			steps := r.steps()
			switch rapid.SampledFrom([]string{"key", "key", "key", "keep", "sort", "add", "twice", "ask"}).Draw(rt, "do") {
			case "key":
				r.Key(rapid.SampledFrom(keys).Draw(rt, "key"), desk.Mods{Shift: rapid.Bool().Draw(rt, "shift")})
			case "keep":
				r.Keep(rapid.SampledFrom([]string{"", "+1", "text"}).Draw(rt, "text"))
			case "sort":
				r.Sort(rapid.SampledFrom(register.Columns).Draw(rt, "by"))
			case "add":
				r.Add("")
			case "twice":
				r.Duplicate()
			case "ask":
				r.Ask(register.Query{Overdue: rapid.Bool().Draw(rt, "late"), Owner: rapid.SampledFrom([]string{"", "Sari"}).Draw(rt, "owner")}, rapid.Bool().Draw(rt, "here"))
			}
			if row, _ := r.Cursor(); row >= len(r.Rows()) {
				rt.Fatalf("the cell is at row %d of %d", row, len(r.Rows()))
			}
			for _, id := range r.Selected() {
				if !r.doc.Project().Actions.Has(id) {
					rt.Fatalf("%s is selected and not there", id)
				}
			}
			if n := r.steps(); n > steps+1 {
				rt.Fatalf("%d steps at once", n-steps)
			}
		}
		for {
			if _, ok := r.doc.Undo(); !ok {
				break
			}
		}
		if n := r.doc.Project().Actions.Len(); n != before.Actions.Len() {
			rt.Fatalf("undone there are %d actions", n)
		}
		for a := range before.Actions.All() {
			if got := r.get(string(a.ID)); got != a {
				rt.Fatalf("undone it is %+v, was %+v", got, a)
			}
		}
	})
}
