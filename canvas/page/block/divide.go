package block

import (
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Parts is a divided scene: lines that may go on from sheet to sheet, such as curves and hairlines,
// and blocks that may not.
type Parts struct {
	Lines  *scene.Scene // sealed; with grid, layers and texts of the whole
	Blocks []Block      // in the order they are drawn
}

// small is the largest side of a sign: larger lines and grounds may be cut.
const small = 16

// whole reports whether an item must not be cut.
func whole(it *scene.Item) bool {
	switch m := it.Mark.(type) {
	case *scene.Text, *scene.Picture, *scene.Shadow:
		return true
	case *scene.Fill:
		if _, _, round := m.Path.AsRoundRect(); round && it.From.Kind == journey.KindLink {
			return true
		}
	case *scene.Stroke:
		if _, _, round := m.Path.AsRoundRect(); round && it.From.Kind == journey.KindLink {
			return true
		}
	}
	switch it.From.Kind {
	case journey.KindCard, journey.KindPoint, journey.KindMeasurement:
		return true
	case journey.KindPersona:
		return false
	}
	return it.Bounds.W() <= small && it.Bounds.H() <= small
}

// Divide finds the lines and the blocks of a scene, of which x is the register. A card reaches as far as it can be touched,
// even where nothing is drawn.
func Divide(s *scene.Scene, x *Register) Parts {
	ps := Parts{Lines: &scene.Scene{MapID: s.MapID, Title: s.Title, Bounds: s.Bounds, Grid: s.Grid, Layers: s.Layers, Alts: s.Alts}}
	open := false
	for i := range s.Items {
		it := &s.Items[i]
		if !whole(it) {
			ps.Lines.Items = append(ps.Lines.Items, *it)
			open = false
			continue
		}
		if n := len(ps.Blocks); open && ps.Blocks[n-1].takes(it) {
			ps.Blocks[n-1].add(it)
			continue
		}
		b := Block{Ref: it.From}
		b.add(it)
		ps.Blocks = append(ps.Blocks, b)
		open = true
	}
	for i := range ps.Blocks {
		b := &ps.Blocks[i]
		if body := x.bodies[b.Ref]; body != nil && b.Ref.Kind == journey.KindCard {
			b.Bounds = b.Bounds.Union(body.Bounds)
		}
	}
	ps.Lines.Seal()
	return ps
}
