package outline

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestTreeFollowsEdits plays random edits: the tree that followed them is the one read anew.
func TestTreeFollowsEdits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := edit.NewDocument(small(&fails{T: t}), journeytest.IDs())
		mapID := doc.Project().MapsInOrder()[0].ID
		tr := newTree()
		tr.read(doc.Project(), mapID)
		doc.Subscribe(func(c edit.Change) { tr.change(c) })
		pick := func(refs []journey.Ref) journey.Ref { return rapid.SampledFrom(refs).Draw(t, "which") }
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			var stages, lanes, cards []journey.Ref
			for _, n := range tr.lines(true) {
				switch {
				case n.ref.Kind == journey.KindStage:
					stages = append(stages, n.ref)
				case n.ref.Kind == journey.KindLane && n.ref != lanesRef:
					lanes = append(lanes, n.ref)
				case n.ref.Kind == journey.KindCard:
					cards = append(cards, n.ref)
				}
			}
			what := rapid.IntRange(0, 7).Draw(t, "what")
			_, _ = doc.Do(edit.Label{}, func(tx *edit.Tx) error { // what is refused changes nothing
				switch {
				case what == 0 && len(stages) > 0 && len(lanes) > 0:
					_, err := edit.AddCard(tx, edit.Place{StageID: pick(stages).ID, LaneID: pick(lanes).ID}, "New")
					return err
				case what == 1 && len(cards) > 0:
					return edit.Remove(tx, pick(cards))
				case what == 2 && len(cards) > 0 && len(stages) > 0 && len(lanes) > 0:
					return edit.MoveCards(tx, []journey.ID{pick(cards).ID}, edit.Place{StageID: pick(stages).ID, LaneID: pick(lanes).ID})
				case what == 3 && len(stages) > 0:
					return edit.MoveStage(tx, pick(stages).ID, pick(stages).ID)
				case what == 4 && len(lanes) > 0:
					return edit.MoveLane(tx, pick(lanes).ID, pick(lanes).ID)
				case what == 5 && len(stages) > 1:
					return edit.Remove(tx, pick(stages))
				case what == 6 && len(stages) > 0:
					_, err := edit.AddStep(tx, pick(stages).ID, "", "Step")
					return err
				case what == 7 && len(cards) > 0:
					return edit.SetTitle(tx, pick(cards), "Other words")
				}
				return nil
			})
			if what == 3 {
				doc.Undo()
			}
			anew := newTree()
			anew.read(doc.Project(), mapID)
			if got, want := tr.lines(true), anew.lines(true); !slices.Equal(got, want) {
				t.Fatalf("after edit %d:\n%v\nwant\n%v", what, got, want)
			}
		}
	})
}

// fails lets a law use what takes a test.
type fails struct {
	testing.TB
	T *rapid.T
}

func (f *fails) Helper()           {}
func (f *fails) Fatal(args ...any) { f.T.Fatal(args...) }

// TestOnlyLinesInSightAreWidgets walks a map of 10,000 touchpoints.
func TestOnlyLinesInSightAreWidgets(t *testing.T) {
	r := newRig(t, journeytest.Big(10_000), 600)
	r.win.Canvas().Focus(r.Outline)
	for _, n := range r.tree.lines(true) {
		if n.folds {
			r.tree.setOpen(n.ref, true)
		}
	}
	r.flatten()
	if len(r.lines) < 10_000 {
		t.Fatalf("only %d lines", len(r.lines))
	}
	most := int(600/lineHeight) + 2
	look := func(what string, ref journey.Ref) {
		t.Helper()
		if n := len(r.list.rows); n > most {
			t.Errorf("%s: %d widgets", what, n)
		}
		for _, w := range r.list.rows {
			y := w.Position().Y - r.scroll.Offset.Y
			if w.Visible() && w.node.ref == ref && y >= 0 && y+lineHeight <= r.scroll.Size().Height {
				return
			}
		}
		t.Errorf("%s: it is not in sight", what)
	}
	look("at first", r.lines[0].ref)
	r.keys(fyne.KeyEnd)
	look("End", r.lines[len(r.lines)-1].ref)
	r.keys(fyne.KeyPageUp, fyne.KeyPageUp)
	look("a page up", r.cursor)
	var card journey.Ref
	for i, n := range r.lines {
		if i > len(r.lines)/2 && n.ref.Kind == journey.KindCard {
			card = n.ref
			break
		}
	}
	r.ed.Select(card)
	look("what is selected on the board", card)
}

// The costs that a person feels in a map of 10,000 touchpoints, all of it unfolded.
func bigRig(b *testing.B) *rig {
	r := newRig(b, journeytest.Big(10_000), 600)
	for _, n := range r.tree.lines(true) {
		if n.folds {
			r.tree.setOpen(n.ref, true)
		}
	}
	r.flatten()
	return r
}

func BenchmarkScroll(b *testing.B) {
	r := bigRig(b)
	b.ResetTimer()
	for i := range b.N {
		r.scroll.ScrollToOffset(fyne.NewPos(0, float32(i%9000)*lineHeight))
		r.list.place()
	}
}

func BenchmarkEdit(b *testing.B) {
	r := bigRig(b)
	p := r.doc.Project()
	var card journey.Card
	for c := range p.Cards.All() {
		card = c
		break
	}
	d := edit.NewDocument(p, nil)
	r.Close()
	d.Subscribe(func(c edit.Change) { r.changed(c) })
	r.doc, r.Outline.doc = d, d
	b.ResetTimer()
	for i := range b.N {
		title := "Odd"
		if i%2 == 0 {
			title = "Even"
		}
		if _, err := d.Do(edit.Label{}, func(tx *edit.Tx) error { return edit.SetTitle(tx, journey.RefTo(card), title) }); err != nil {
			b.Fatal(err)
		}
		r.flatten()
	}
}

func BenchmarkRead(b *testing.B) {
	p := journeytest.Big(10_000)
	id := p.MapsInOrder()[0].ID
	for range b.N {
		newTree().read(p, id)
	}
}
