package editor_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor"
	"jejak/app/editor/editortest"
	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// drawn is the picture as the window shows it.
func drawn(p journey.Project, mapID journey.ID) *scene.Scene {
	if !p.Maps.Has(mapID) {
		return nil
	}
	return layout.Arrange(p, mapID, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: text.Default()})
}

// TestRandomGestures plays gestures as they come. After each the facts are sound and no
// transaction is left open; undoing all of it restores the start.
func TestRandomGestures(t *testing.T) {
	t.Run("plain", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { play(t, newBoard(t, furnished()), 40) })
	})
	t.Run("drawn", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { play(t, newBoardWith(t, journeytest.Random(t), drawn), 6) })
	})
}

func play(t *rapid.T, b *board, most int) {
	start := b.doc.Project()
	r := &editortest.Player{T: t, E: b.e, Late: b.late}
	for range rapid.IntRange(1, most).Draw(t, "gestures") {
		r.Play()
		b.sound()
		b.e.Overlay()
		b.e.Status()
		for _, ref := range b.e.Selection() {
			if b.e.Editing() == nil && len(b.waiting) == 0 && !b.doc.Project().Has(ref) {
				t.Fatalf("%v is selected and not there", ref)
			}
		}
	}
	b.e.KeyDown(editor.KeyEscape, editor.Mods{})
	b.e.Settle()
	for {
		if _, ok := b.doc.Undo(); !ok {
			break
		}
	}
	b.same(start, "after undoing everything")
}

// late has scenes come late for a while, or lets come what is late.
func (b *board) late() {
	if b.hold = !b.hold; !b.hold {
		for _, done := range b.waiting {
			done()
		}
		b.waiting = nil
	}
}

// furnished is small with steps, links, a channel and sizes of its own.
func furnished() journey.Project {
	p := stepped().With(journey.Channel{ID: "web", Rank: "a", Name: "Website"}).
		With(journey.Link{ID: "l", MapID: "map", FromID: "a1", ToID: "b1", LinkKind: journey.LinkNext}).
		With(journey.Link{ID: "m", MapID: "map", FromID: "b1", ToID: "a3", LinkKind: journey.LinkLoopBack, Label: "again"})
	s, _ := p.Stages.Get("C")
	s.Width = 230
	return p.With(s)
}
