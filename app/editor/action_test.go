package editor_test

import (
	"errors"
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

func ref(kind journey.Kind, id journey.ID) journey.Ref { return journey.Ref{Kind: kind, ID: id} }

func TestMoveCardsByKeys(t *testing.T) {
	for _, c := range []struct {
		name, key         string
		cards             []string
		stage, lane, want string
	}{
		{"right", "Ctrl+Right", []string{"a2"}, "B", "T", "b1 a2"},
		{"left", "Ctrl+Left", []string{"b1"}, "A", "T", "a1 a2 a3 b1"},
		{"up in its cell", "Ctrl+Up", []string{"a3"}, "A", "T", "a1 a3 a2"},
		{"down in its cell", "Ctrl+Down", []string{"a1"}, "A", "T", "a2 a1 a3"},
		{"down over the emotions", "Ctrl+Down", []string{"a3"}, "A", "P", "a3 p1"},
		{"up over the emotions", "Ctrl+Up", []string{"p1"}, "A", "T", "a1 a2 a3 p1"},
		{"several keep their order", "Ctrl+Right", []string{"a3", "a1"}, "B", "T", "b1 a1 a3"},
		{"one behind the other", "Ctrl+Right", []string{"a1", "b1"}, "B", "T", "a1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			var refs []journey.Ref
			for _, s := range c.cards {
				refs = append(refs, ref(journey.KindCard, id(s)))
			}
			b.e.Select(refs...)
			b.once(edit.LabelMoveCards, func() { b.keys(c.key) })
			b.wantCards(id(c.stage), id(c.lane), c.want)
			b.wantSelected(strings.Join(c.cards, " "))
		})
	}
}

func TestMoveStopsAtTheRim(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	for _, k := range []editor.Key{editor.KeyLeft, editor.KeyUp} {
		b.never(func() {
			if b.e.KeyDown(k, editor.Mods{Ctrl: true}) {
				t.Errorf("Ctrl+%s claims to be used", k)
			}
		})
	}
}

func TestMoveHeadersByKeys(t *testing.T) {
	b := newBoard(t, small())
	b.click("B")
	b.once(edit.LabelMoveStage, func() { b.keys("Ctrl+Right") })
	b.once(edit.LabelMoveStage, func() { b.keys("Ctrl+Left") })
	b.once(edit.LabelMoveStage, func() { b.keys("Ctrl+Left") })
	if got := b.stages(); got != "BAC" {
		t.Errorf("stages %s", got)
	}
	b.click("E")
	b.once(edit.LabelMoveLane, func() { b.keys("Ctrl+Down") })
	b.once(edit.LabelMoveLane, func() { b.keys("Ctrl+Down") })
	if got := b.lanes(); got != "TPNE" || b.e.Action("lane.down").Enabled() {
		t.Errorf("lanes %s", got)
	}
	b.once(edit.LabelMoveLane, func() { b.keys("Ctrl+Up") })
}

func TestInsert(t *testing.T) {
	for _, c := range []struct {
		name   string
		from   journey.Ref
		action editor.ActionID
		label  string
		start  string
		check  func(b *board) string
		want   string
	}{
		{"a card behind a card", ref(journey.KindCard, "a1"), "insert.card", edit.LabelAddCard, "", func(b *board) string { return b.cards("A", "T") }, "a1 new-1 a2 a3"},
		{"a card into a stage", ref(journey.KindStage, "C"), "insert.card", edit.LabelAddCard, "", func(b *board) string { return b.cards("C", "T") }, "new-1"},
		{"a card into a lane", ref(journey.KindLane, "P"), "insert.card", edit.LabelAddCard, "", func(b *board) string { return b.cards("A", "P") }, "p1 new-1"},
		{"a card anywhere", journey.Ref{}, "insert.card", edit.LabelAddCard, "", func(b *board) string { return b.cards("A", "T") }, "a1 a2 a3 new-1"},
		{"a stage behind a stage", ref(journey.KindStage, "A"), "insert.stage", edit.LabelAddStage, "New stage", (*board).stages, "Anew-1BC"},
		{"a stage behind a card", ref(journey.KindCard, "b1"), "insert.stage", edit.LabelAddStage, "New stage", (*board).stages, "ABnew-1C"},
		{"a stage at the end", journey.Ref{}, "insert.stage", edit.LabelAddStage, "New stage", (*board).stages, "ABCnew-1"},
		{"a lane behind a lane", ref(journey.KindLane, "T"), "insert.lane.opportunities", edit.LabelAddLane, "Opportunities", (*board).lanes, "Tnew-1EPN"},
		{"a lane at the end", journey.Ref{}, "insert.lane.painPoints", edit.LabelAddLane, "Pain points", (*board).lanes, "TEPNnew-1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			if !c.from.IsZero() {
				b.e.Select(c.from)
			}
			b.once(c.label, func() {
				b.run(c.action)
				ed := b.e.Editing()
				if ed == nil || ed.Text != c.start || !ed.Fresh {
					t.Fatalf("editing %+v", ed)
				}
				b.e.CommitText("Named")
				b.wantSelected("new-1")
				if got := b.title(b.e.Selection()[0]); got != "Named" {
					t.Errorf("it is called %q", got)
				}
			})
			if got := c.check(b); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestFreshStageStands(t *testing.T) {
	b := newBoard(t, small())
	b.once(edit.LabelAddStage, func() { b.keys("Ctrl+Shift+C"); b.e.CancelText() })
	b.once(edit.LabelAddLane, func() { b.keys("Ctrl+Shift+R"); b.e.CommitText(" ") })
	if got := b.stages() + " " + b.lanes(); got != "ABCnew-1 TEPNnew-2" {
		t.Errorf("%q", got)
	}
	if got := b.title(ref(journey.KindLane, "new-2")); got != "" {
		t.Errorf("the title of a lane that shows its kind was written down: %q", got)
	}
}

func TestDelete(t *testing.T) {
	for _, c := range []struct {
		name  string
		refs  []journey.Ref
		label string
		after string
	}{
		{"a card", []journey.Ref{ref(journey.KindCard, "a2")}, edit.LabelRemoveCards, "a3"},
		{"the last card of a cell", []journey.Ref{ref(journey.KindCard, "a3")}, edit.LabelRemoveCards, "a2"},
		{"cards", []journey.Ref{ref(journey.KindCard, "a1"), ref(journey.KindCard, "b1")}, edit.LabelRemoveCards, ""},
		{"a stage", []journey.Ref{ref(journey.KindStage, "A")}, edit.LabelRemoveStage, ""},
		{"a lane", []journey.Ref{ref(journey.KindLane, "T")}, edit.LabelRemoveLane, ""},
		{"a point", []journey.Ref{ref(journey.KindPoint, "pt1")}, edit.LabelRemovePoint, ""},
		{"a stage and a card of it", []journey.Ref{ref(journey.KindStage, "A"), ref(journey.KindCard, "a1")}, edit.LabelRemove, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.e.Select(c.refs...)
			b.once(c.label, func() {
				b.keys("Delete")
				b.wantSelected(c.after)
			})
			for _, r := range c.refs {
				if b.doc.Project().Has(r) {
					t.Errorf("%v is still there", r)
				}
			}
		})
	}
	b := newBoard(t, small())
	if b.e.KeyDown(editor.KeyDelete, editor.Mods{}) {
		t.Error("Delete claims to be used with nothing selected")
	}
	b.e.Select(ref(journey.KindMap, "map"))
	if err := b.e.Run("edit.delete"); !errors.As(err, new(*editor.DisabledError)) {
		t.Errorf("deleting the map from the board: %v", err)
	}
}

func TestDeletePersonaKeepsPersona(t *testing.T) {
	b := newBoard(t, small())
	b.e.Select(ref(journey.KindPersona, "sari"))
	b.once(edit.LabelRemovePersona, func() { b.run("edit.delete") })
	if p := b.doc.Project(); !p.Personas.Has("sari") || p.Appearances.Len() != 0 {
		t.Error("the persona should be off the map and still in the project")
	}
}

func TestUndoRedo(t *testing.T) {
	b := newBoard(t, small())
	if b.e.Action("edit.undo").Enabled() || b.e.Action("edit.redo").Enabled() {
		t.Error("there is nothing to undo yet")
	}
	b.click("a1")
	b.keys("Ctrl+D")
	if got := b.e.Action("edit.undo").Label(); got != "Undo duplicate card “Card a1”" && got != "Undo duplicate card" {
		t.Errorf("undo is called %q", got)
	}
	b.keys("Ctrl+Z")
	b.same(small(), "after undo")
	if got := b.e.Action("edit.redo").Label(); !strings.HasPrefix(got, "Redo duplicate card") {
		t.Errorf("redo is called %q", got)
	}
	b.keys("Ctrl+Y")
	b.wantCards("A", "T", "a1 new-1 a2 a3")
	b.keys("Ctrl+Z", "Ctrl+Shift+Z")
	b.wantCards("A", "T", "a1 new-1 a2 a3")
}

func TestWindowActions(t *testing.T) {
	b := newBoard(t, small())
	b.keys("Ctrl+S", "Ctrl+Shift+S", "Ctrl+O", "Ctrl+E")
	if got := b.host.done; len(got) != 4 || got[0] != "file.save" || got[1] != "file.saveAs" || got[2] != "file.open" || got[3] != "file.exportPDF" {
		t.Errorf("the window was asked for %v", got)
	}
	alone := editor.New(edit.NewDocument(small(), nil), editor.Options{Words: words.In("en"), Arrange: nothing})
	if err := alone.Run("file.save"); !errors.As(err, new(*editor.DisabledError)) {
		t.Errorf("saving without a window: %v", err)
	}
	if err := alone.Run("no.such"); err == nil {
		t.Error("an action that does not exist ran")
	}
}

func nothing(_ journey.Project, _ journey.ID, done func(*scene.Scene)) { done(nil) }

func TestEveryActionHasItsWords(t *testing.T) {
	for _, lang := range words.Languages {
		b := newBoard(t, small())
		b.e.SetWords(words.In(lang))
		shortcuts := map[string]editor.ActionID{}
		for _, a := range b.e.Actions() {
			if l := a.Label(); l == "" || strings.Contains(l, "[") || strings.Contains(l, "<no value>") {
				t.Errorf("%s: %s is called %q", lang, a.ID, l)
			}
			if a.Menu == "" || (len(a.Shortcuts) > 0) != (a.ShortcutText() != "") {
				t.Errorf("%s: menu %q, shortcut %q", a.ID, a.Menu, a.ShortcutText())
			}
			for _, s := range a.Shortcuts {
				k := string(s.Key) + map[bool]string{true: "+Ctrl"}[s.Mods.Ctrl] + map[bool]string{true: "+Shift"}[s.Mods.Shift]
				if other, taken := shortcuts[k]; taken && a.Menu != "map" {
					t.Errorf("%s is the shortcut of %s and %s", k, a.ID, other)
				}
				shortcuts[k] = a.ID
			}
		}
	}
}

func TestStatus(t *testing.T) {
	b := newBoard(t, small())
	for _, c := range []struct {
		refs   []journey.Ref
		en, id string
	}{
		{nil, "4 touchpoints in 3 stages", "4 titik kontak dalam 3 tahap"},
		{[]journey.Ref{ref(journey.KindCard, "a1")}, "1 of 4 touchpoints selected", "1 dari 4 titik kontak dipilih"},
		{[]journey.Ref{ref(journey.KindCard, "a1"), ref(journey.KindCard, "p1")}, "2 cards selected", "2 kartu dipilih"},
		{[]journey.Ref{ref(journey.KindStage, "A")}, "Stage: Stage A", "Tahap: Stage A"},
		{[]journey.Ref{ref(journey.KindPoint, "pt1")}, "Sari: +1 · pleased", "Sari: +1 · senang"},
		{[]journey.Ref{ref(journey.KindStage, "A"), ref(journey.KindLane, "P")}, "2 things selected", "2 objek dipilih"},
	} {
		b.e.Select(c.refs...)
		for lang, want := range map[string]string{"en": c.en, "id": c.id} {
			b.e.SetWords(words.In(lang))
			if got := b.e.Status(); got != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}
