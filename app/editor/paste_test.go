package editor_test

import (
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (b *board) titles(stage, lane journey.ID) string {
	var s []string
	for _, c := range b.doc.Project().CardsIn(journey.CellKey{StageID: stage, LaneID: lane}) {
		s = append(s, strings.TrimPrefix(c.Title, "Card "))
	}
	return strings.Join(s, " ")
}

func (b *board) wantTitles(stage, lane journey.ID, want string) {
	b.t.Helper()
	if got := b.titles(stage, lane); got != want {
		b.t.Errorf("%s × %s holds %q, want %q", stage, lane, got, want)
	}
}

func TestPasteLines(t *testing.T) {
	for _, c := range []struct {
		name        string
		from        journey.Ref
		stage, lane journey.ID
		want        string
	}{
		{"behind a card", ref(journey.KindCard, "a1"), "A", "T", "a1 x y a2 a3"},
		{"into a stage", ref(journey.KindStage, "C"), "C", "T", "x y"},
		{"into a lane", ref(journey.KindLane, "P"), "A", "P", "p1 x y"},
		{"anywhere", journey.Ref{}, "A", "T", "a1 a2 a3 x y"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			if !c.from.IsZero() {
				b.e.Select(c.from)
			}
			b.once(edit.LabelPaste, func() {
				if !b.e.PasteText("x\r\n\r\ny\r\n") {
					t.Error("nothing was pasted")
				}
				b.wantSelected("new-1 new-2")
			})
			b.wantTitles(c.stage, c.lane, c.want)
			if got := b.e.Action("edit.undo").Label(); got != "Undo paste 2 cards" {
				t.Errorf("undo is called %q", got)
			}
		})
	}
}

func TestPasteTable(t *testing.T) {
	b := newBoard(t, small())
	b.click("b1")
	b.once(edit.LabelPaste, func() { b.e.PasteText("x\ty\tz\nu\t\tv\n") })
	b.wantTitles("B", "T", "b1 x")
	b.wantTitles("C", "T", "y")
	b.wantTitles("new-1", "T", "z")
	b.wantTitles("B", "P", "u") // past the emotions
	b.wantTitles("new-1", "P", "v")
	if s, _ := b.doc.Project().Stages.Get("new-1"); s.Title != "New stage" {
		t.Errorf("the new stage is called %q", s.Title)
	}
}

func TestPasteWhileWriting(t *testing.T) {
	b := newBoard(t, small())
	b.e.EditText(ref(journey.KindCard, "a1"), "")
	b.e.Typed("written")
	b.e.PasteText("x\ny")
	b.wantTitles("A", "T", "written x y a2 a3")
	if len(b.changes) != 2 {
		t.Errorf("%d steps, want one of writing and one of pasting", len(b.changes))
	}
	b.e.Select(ref(journey.KindStage, "C"))
	b.once(edit.LabelPaste, func() {
		b.run("insert.card")
		b.e.PasteText("one\ntwo") // in place of the card that waits for its title
	})
	b.wantTitles("C", "T", "one two")
}

func TestPasteNothing(t *testing.T) {
	b := newBoard(t, small())
	b.never(func() {
		for _, s := range []string{"", "\n \n", "\t\t\n\t", "\x00"} {
			if b.e.PasteText(s) {
				t.Errorf("%q was pasted", s)
			}
		}
		b.press(b.at("a1"))
		b.move(b.at("a1"), b.at("b1"))
		if b.e.PasteText("x") {
			t.Error("pasted in the middle of a drag")
		}
		b.keys("Escape")
		b.release(b.at("b1"))
	})
	var told error
	e := editor.New(b.doc, editor.Options{
		Words:   words.In("en"),
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(arrange(p, id)) },
		Report:  func(err error) { told = err },
	})
	b.never(func() {
		if e.PasteText(strings.Repeat("x\n", 2001)) || told == nil {
			t.Error("a whole log was pasted")
		}
	})
	if got := e.Status(); got != "That is too much at once: 2001 cards. At most 2000 can be pasted." {
		t.Errorf("status %q", got)
	}
	e.SetLocked(true)
	b.never(func() { e.PasteText("x") })
}
