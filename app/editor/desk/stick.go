package desk

import (
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Place returns where a thing must be brought into sight, in scene points: one that stands in a
// strip is in sight, but for the way along it.
func (st Strips) Place(t *scene.Target, v Viewport) geom.Rect {
	mid := v.ToScene(geom.Pt((st.Side.Max.X+v.Size.W)/2, (st.Head.Max.Y+v.Size.H)/2))
	if !st.Holds(t.Ref.Kind) || !v.Visible().Contains(mid) {
		return t.Bounds
	}
	r := t.Bounds
	if t.Ref.Kind == journey.KindLane {
		r.Min.X, r.Max.X = mid.X, mid.X
	} else {
		r.Min.Y, r.Max.Y = mid.Y, mid.Y
	}
	return r
}

// Showing returns v moved as little as is needed to bring a thing into sight, clear of the strips.
func Showing(s *scene.Scene, t *scene.Target, v Viewport) Viewport {
	for range 2 { // a strip may come up only where the first move leads to
		st := StripsOf(s, v)
		left, top := st.Insets()
		v = v.Showing(st.Place(t, v), left, top)
	}
	return v
}

// TextRect returns where a text of a record is seen, and how many pixels a point of it has there: on
// the map, or in its strip. r is where it stands on the map.
func TextRect(a *Atlas, v Viewport, ref journey.Ref, r geom.Rect) (geom.Rect, float64) {
	st := StripsOf(a.scene, v)
	body, title := a.Body(ref), a.Find(ref, scene.PartTitle)
	if !st.Holds(ref.Kind) || body == nil || title == nil {
		return v.Transform.ApplyRect(r), v.Transform.K
	}
	block := Block(a.scene, ref, body.Bounds, title.Bounds)
	if block.Empty() {
		block = title.Bounds
	}
	at := st.Text(ref.Kind, body.Bounds, block).Add(r.Min.Sub(block.Min).Mul(st.K))
	return geom.R(at.X, at.Y, r.W()*st.K, r.H()*st.K), st.K
}

// Stick brings to the strips what is over a header or label that stands in one.
func (o *Overlay) Stick(a *Atlas, v Viewport) {
	st := StripsOf(a.scene, v)
	for i := range o.Frames {
		f := &o.Frames[i]
		if t := a.Body(f.Ref); t != nil && st.Holds(f.Ref.Kind) {
			f.Rect, f.Stuck = st.Frame(f.Ref.Kind, t.Bounds), true
		}
	}
	board := geom.R(0, 0, v.Size.W, v.Size.H)
	o.Frames = slices.DeleteFunc(o.Frames, func(f Frame) bool {
		return f.Stuck && (f.Rect.Empty() || !f.Rect.Overlaps(board))
	})
	for i := range o.Ghosts {
		g := &o.Ghosts[i]
		if t := a.Body(g.Ref); t != nil && st.Holds(g.Ref.Kind) {
			by := st.Body(g.Ref.Kind, t.Bounds).Min.Sub(v.ToView(t.Bounds.Min))
			g.Rect = g.Rect.Move(by)
		}
	}
}
