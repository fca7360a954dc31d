package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

func TestPastedLinesBecomeCards(t *testing.T) {
	for _, c := range []struct {
		name  string
		title bool // the title of the card is open
		text  string
		cards int
		want  string // that a card is called
	}{
		{"on the board", false, "Sees a poster\nAsks a friend\n", 2, "Asks a friend"},
		{"one line on the board", false, "Sees a poster", 1, "Sees a poster"},
		{"lines in a title", true, "Sees a poster\nAsks a friend", 2, "Asks a friend"},
		{"a line in a title", true, "Sees a poster\n", 0, "Sees a poster"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			r.openSaved()
			before := r.ed.Document().Project()
			card := cardNamed(t, before, "Tries on frames")
			r.until("the picture", func() bool {
				return r.ed.Scene() != nil && r.ed.Scene().Find(journey.RefTo(card), scene.PartBody) != nil
			})
			r.ed.Select(journey.RefTo(card))
			r.focusBoard()
			if c.title {
				r.ed.EditText(journey.RefTo(card), scene.PartTitle)
			}
			focused, ok := r.win.Canvas().Focused().(fyne.Shortcutable)
			if !ok || c.title == (focused == fyne.Shortcutable(r.board)) {
				t.Fatalf("%T has the keyboard", r.win.Canvas().Focused())
			}
			clip := r.app.Clipboard()
			clip.SetContent(c.text)
			focused.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
			if c.cards == 0 {
				r.ed.Settle()
			}
			after := r.ed.Document().Project()
			if got := after.Cards.Len() - before.Cards.Len(); got != c.cards {
				t.Errorf("%d cards more, want %d", got, c.cards)
			}
			if made := cardNamed(t, after, c.want); made.Cell() != card.Cell() {
				t.Errorf("%q stands in %v, want %v", made.Title, made.Cell(), card.Cell())
			}
			if _, ok := r.ed.Document().Undo(); !ok || !after.Cards.Has(card.ID) || r.ed.Document().Project().Cards.Len() != before.Cards.Len() {
				t.Error("it is not one step to undo")
			}
		})
	}
}
