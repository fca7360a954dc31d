package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// typed presses a key that types something, as a window tells it.
func (b *board) typed(r rune) bool {
	k := editor.Key(string(r))
	b.e.KeyDown(k, editor.Mods{})
	used := b.e.TypeRune(r)
	b.e.KeyUp(k)
	return used
}

func TestTypeOnACard(t *testing.T) {
	b := newBoard(t, small())
	b.click("a1")
	b.once(edit.LabelRename, func() {
		if !b.typed('n') {
			t.Fatal("a letter was not used")
		}
		ed := b.e.Editing()
		if ed == nil || ed.Ref.ID != "a1" || ed.Typed != "n" || ed.Text != "Card a1" {
			t.Fatalf("editing %+v", ed)
		}
		b.e.Typed("new")
		b.e.Settle()
	})
	if got := b.title(ref(journey.KindCard, "a1")); got != "new" {
		t.Errorf("it is called %q", got)
	}
	b.never(func() { b.typed('h'); b.keys("Escape") })
	b.once(edit.LabelRename, func() { b.typed('é'); b.e.Settle() })
	b.click("B")
	b.once(edit.LabelAddCard, func() { // letters are shortcuts elsewhere
		if b.typed('n') {
			t.Error("a letter wrote on a stage")
		}
		b.e.CommitText("New")
	})
}

func TestTypeOnNothing(t *testing.T) {
	b := newBoard(t, small())
	b.never(func() {
		if b.typed('x') || b.typed('\t') {
			t.Error("a letter was used with nothing selected")
		}
		if b.e.TypeRune(' ') {
			t.Error("space was used")
		}
		b.e.KeyDown("N", editor.Mods{}) // a shortcut
		if b.e.Editing() == nil || b.e.TypeRune('n') {
			t.Error("N should add a card and write nothing")
		}
		b.e.CancelText()
		b.e.KeyUp("N")
		b.e.Select(ref(journey.KindCard, "a1"), ref(journey.KindCard, "a2"))
		if b.typed('x') {
			t.Error("a letter was used with several things selected")
		}
		b.e.Select(ref(journey.KindCard, "a1"))
		b.e.KeyDown("1", editor.Mods{Shift: true})
		if b.e.TypeRune('!') {
			t.Error("Shift+1 fits the map, and wrote as well")
		}
		b.e.KeyUp("1")
		b.e.SetLocked(true)
		if b.typed('x') {
			t.Error("a letter was used in a document that is only looked at")
		}
	})
}

func TestTabGoesOn(t *testing.T) {
	b := newBoard(t, small())
	b.e.EditText(ref(journey.KindCard, "a1"), "")
	b.once(edit.LabelRename, func() { b.e.CommitAndGo("First", false) })
	b.wantSelected("b1")
	if ed := b.e.Editing(); ed == nil || ed.Ref.ID != "b1" || ed.Fresh {
		t.Fatalf("editing %+v", ed)
	}
	b.never(func() { b.e.CommitAndGo("Card b1", false) }) // C × T is empty
	if ed := b.e.Editing(); ed == nil || !ed.Fresh {
		t.Fatalf("editing %+v", ed)
	}
	b.once(edit.LabelAddCard, func() { b.e.CommitAndGo("In C", false) })
	b.wantCards("C", "T", "new-1")
	b.wantSelected("p1") // past the emotions, A × P
	b.never(func() {
		b.e.CommitAndGo("Card p1", false) // a card in B × P that is left empty
		b.e.CommitAndGo("", false)        // another in C × P
		b.e.CommitAndGo(" ", true)        // and back to B × P
		b.e.CommitAndGo("", true)
		b.wantSelected("p1")
		b.e.CommitAndGo("Card p1", true)
		b.wantSelected("new-1")
		b.e.CommitAndGo("In C", true)
		b.e.CommitAndGo("Card b1", true)
		b.wantSelected("a3") // back to a cell is to its last card
		b.e.CommitAndGo("Card a3", true)
	})
	if b.e.Editing() != nil {
		t.Error("before the first cell something is being edited")
	}
	b.e.CommitAndGo("nothing is open", false)
}

func TestTabAlongHeaders(t *testing.T) {
	b := newBoard(t, stepped())
	for _, c := range []struct {
		from journey.Ref
		back bool
		want string
	}{
		{ref(journey.KindStage, "A"), false, "B"}, {ref(journey.KindStage, "A"), true, ""},
		{ref(journey.KindStep, "s"), false, "t"}, {ref(journey.KindLane, "P"), true, "E"},
		{ref(journey.KindLane, "N"), false, ""}, {ref(journey.KindStep, "t"), false, ""},
	} {
		b.e.CancelText()
		b.e.EditText(c.from, "")
		b.never(func() { b.e.CommitAndGo(b.e.Editing().Text, c.back) })
		got := ""
		if ed := b.e.Editing(); ed != nil {
			got = string(ed.Ref.ID)
		}
		if got != c.want {
			t.Errorf("from %v, back %v: %q, want %q", c.from, c.back, got, c.want)
		}
	}
}

func TestTabWithLateScenes(t *testing.T) {
	b := newBoard(t, small())
	b.e.EditText(ref(journey.KindCard, "b1"), "")
	b.hold = true
	b.e.CommitAndGo("Else", false)
	if b.e.Editing() != nil {
		t.Fatal("a card is written on that is not drawn")
	}
	b.deliver(0, 1)
	b.once(edit.LabelAddCard, func() { b.e.CommitText("In C") })
	b.wantCards("C", "T", "new-1")
}

func TestNoteOfAPoint(t *testing.T) {
	for name, open := range map[string]func(b *board){
		"double click": func(b *board) { b.doubleClick(b.at("pt1")) },
		"Enter":        func(b *board) { b.click("pt1"); b.keys("Return") },
		"typing":       func(b *board) { b.click("pt1"); b.typed('w') },
	} {
		t.Run(name, func(t *testing.T) {
			b := newBoardWith(t, small(), drawn)
			b.once(edit.LabelText, func() {
				open(b)
				ed := b.e.Editing()
				if ed == nil || ed.Ref.ID != "pt1" || ed.Part != scene.PartText || ed.Rect.Empty() {
					t.Fatalf("editing %+v", ed)
				}
				b.e.CommitText("What a price!")
			})
			if pt, _ := b.doc.Project().Points.Get("pt1"); pt.Note != "What a price!" {
				t.Errorf("the note is %q", pt.Note)
			}
			b.once(edit.LabelText, func() { open(b); b.e.CommitText("") })
		})
	}
}

// Whoever is fast types before the picture with the new card is there: nothing of it may be lost.
func TestTypeBeforeTheTextIsOpen(t *testing.T) {
	late := func(b *board, piece editor.Piece, to string) {
		b.hold = true
		b.drop(piece, b.at(to))
		if b.e.Editing() != nil {
			t.Fatal("its text is open before it is drawn")
		}
		for _, r := range "No x" {
			if k := editor.Key(string(r)); r == ' ' {
				b.e.KeyDown(editor.KeySpace, editor.Mods{})
				b.e.TypeRune(r)
				b.e.KeyUp(editor.KeySpace)
			} else {
				b.e.KeyDown(k, editor.Mods{})
				b.e.TypeRune(r)
				b.e.KeyUp(k)
			}
		}
		b.keys("Backspace")
		b.hold = false
	}
	for _, c := range []struct {
		name, label, to string
		piece           editor.Piece
		kind            journey.Kind
	}{
		{"a card", edit.LabelAddCard, "a2", editor.Piece{Kind: journey.KindCard}, journey.KindCard},
		{"a stage", edit.LabelAddStage, "B", editor.Piece{Kind: journey.KindStage}, journey.KindStage},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			b.once(c.label, func() {
				late(b, c.piece, c.to)
				b.deliver(len(b.waiting) - 1)
				ed := b.e.Editing()
				if ed == nil || ed.Typed != "No " || ed.Ref.ID != "new-1" {
					t.Fatalf("editing %+v", ed)
				}
				b.e.Typed(ed.Typed + "way")
				b.e.Settle()
			})
			if got := b.title(ref(c.kind, "new-1")); got != "No way" {
				t.Errorf("it is called %q", got)
			}
			b = newBoard(t, small())
			b.once(c.label, func() { late(b, c.piece, c.to); b.e.Settle() }) // saved before it is drawn
			if got := b.title(ref(c.kind, "new-1")); got != "No" {
				t.Errorf("settled at once it is called %q", got)
			}
		})
	}
	b := newBoard(t, small())
	b.click("B")
	b.hold = true
	b.once(edit.LabelAddCard, func() {
		b.typed('n') // the shortcut itself is no text
		b.hold = false
		b.deliver(len(b.waiting) - 1)
		if ed := b.e.Editing(); ed == nil || ed.Typed != "" {
			t.Fatalf("editing %+v", ed)
		}
		b.e.CommitText("New")
	})
}
