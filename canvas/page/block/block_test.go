package block_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page/block"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

var faces = text.NewLibrary(text.WithoutSystemFonts())

// TestNothingIsLost: of any map every item is either among the lines or in one block, whose items
// are all of one record.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		for _, m := range p.MapsInOrder() {
			s := layout.Printable(p, m.ID, layout.Options{Measurer: faces}).Scene
			parts := block.Divide(s, block.NewRegister(s))
			n := len(parts.Lines.Items)
			for _, b := range parts.Blocks {
				n += len(b.Items)
				for _, it := range b.Items {
					if it.From != b.Ref {
						t.Fatalf("an item of %v stands in a block of %v", it.From, b.Ref)
					}
				}
			}
			if n != len(s.Items) {
				t.Fatalf("%d items of %d are left", n, len(s.Items))
			}
		}
	})
}

// TestPutMovesWhatIsTouched: a card put elsewhere takes along where it is touched, its links and
// notes, unless it only says again what stands on another sheet; and the scene stays as it was.
func TestPutMovesWhatIsTouched(t *testing.T) {
	card := journey.Ref{Kind: journey.KindCard, ID: "c"}
	at := geom.R(10, 20, 30, 40)
	s := &scene.Scene{
		Items:   []scene.Item{{From: card, Bounds: at, Mark: &scene.Fill{Path: geom.RectPath(at)}}},
		Targets: []scene.Target{{Ref: card, Part: scene.PartBody, Bounds: at}},
		Links:   []scene.Link{{From: card, Bounds: at}},
		Notes:   []scene.Note{{At: card, Bounds: at}},
	}
	s.Seal()
	x := block.NewRegister(s)
	parts := block.Divide(s, x)
	if len(parts.Blocks) != 1 || parts.Blocks[0].Bounds != at {
		t.Fatalf("blocks %+v", parts.Blocks)
	}
	b := &parts.Blocks[0]
	var to, again scene.Scene
	b.Put(&to, geom.Transform{K: 2, D: geom.Pt(100, 0)}, x)
	want := geom.R(120, 40, 60, 80)
	if to.Items[0].Bounds != want || to.Items[0].Mark.(*scene.Fill).Path.Bounds() != want {
		t.Errorf("drawn at %v", to.Items[0].Bounds)
	}
	if len(to.Targets) != 1 || to.Targets[0].Bounds != want || len(to.Links) != 1 || to.Links[0].Bounds != want || len(to.Notes) != 1 || to.Notes[0].Bounds != want {
		t.Errorf("touched at %v, links %v, notes %v", to.Targets, to.Links, to.Notes)
	}
	b.Put(&again, geom.Transform{K: 1}, nil)
	if len(again.Items) != 1 || len(again.Targets)+len(again.Links)+len(again.Notes) != 0 {
		t.Errorf("said again: %+v", again)
	}
	if s.Targets[0].Bounds != at || s.Items[0].Mark.(*scene.Fill).Path.Bounds() != at {
		t.Error("the divided scene was changed")
	}
}
