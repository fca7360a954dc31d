package desk

import (
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Kept is how a map was left: what of it was seen, and what was selected.
type Kept struct {
	View      Viewport
	Fit       bool // the whole paper was fitted, and is again
	Selection []journey.Ref
}

// Shelf holds how the maps of a project were left while others are shown. The zero Shelf is empty.
type Shelf struct{ kept map[journey.ID]Kept }

// Put keeps how a map is left. An empty ID is no map.
func (s *Shelf) Put(id journey.ID, k Kept) {
	if id == "" {
		return
	}
	if s.kept == nil {
		s.kept = map[journey.ID]Kept{}
	}
	s.kept[id] = k
}

// Take returns how a map was left on a board that has another size and scale now, and whether it
// was ever. Its zoom stays, and what was in the middle stays there.
func (s *Shelf) Take(id journey.ID, now Viewport) (Kept, bool) {
	k, ok := s.kept[id]
	if !ok || k.View.Size == now.Size && k.View.Scale == now.Scale {
		return k, ok
	}
	was := k.View
	zoom, seen := was.Zoom(), was.ToScene(geom.Pt(was.Size.W/2, was.Size.H/2))
	k.View.Size, k.View.Scale = now.Size, now.Scale
	k.View = k.View.Zoomed(zoom, geom.Point{})
	k.View = k.View.Panned(geom.Pt(now.Size.W/2, now.Size.H/2).Sub(k.View.ToView(seen)))
	return k, true
}
