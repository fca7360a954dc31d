package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// strips are the headers and labels that stand at the rim of the board now.
func (e *Editor) strips() desk.Strips { return desk.StripsOf(e.scene, e.view) }

// atStrip is where a thing must be brought into sight: one that stands in a strip is, but for the
// way along it.
func (e *Editor) atStrip(t *scene.Target, v Viewport) geom.Rect {
	st := desk.StripsOf(e.scene, v)
	if !st.Holds(t.Ref.Kind) {
		return t.Bounds
	}
	r, seen := t.Bounds, v.Visible()
	mid := v.ToScene(geom.Pt((st.Side.Max.X+v.Size.W)/2, (st.Head.Max.Y+v.Size.H)/2))
	switch {
	case t.Ref.Kind == journey.KindLane:
		r.Min.X, r.Max.X = mid.X, mid.X
	default:
		r.Min.Y, r.Max.Y = mid.Y, mid.Y
	}
	if !seen.Contains(mid) {
		return t.Bounds
	}
	return r
}

// inStrip is where a text of a header or label is seen in its strip.
func (e *Editor) inStrip(st desk.Strips, ref journey.Ref, r geom.Rect) geom.Rect {
	body, title := e.atlas.Body(ref), e.atlas.Find(ref, scene.PartTitle)
	if body == nil || title == nil {
		return e.view.Transform.ApplyRect(r)
	}
	block := desk.Block(e.scene, ref, body.Bounds, title.Bounds)
	if block.Empty() {
		block = title.Bounds
	}
	at := st.Text(ref.Kind, body.Bounds, block).Add(r.Min.Sub(block.Min).Mul(st.K))
	return geom.R(at.X, at.Y, r.W()*st.K, r.H()*st.K)
}

// stick brings to the strips what is over a header or label that stands in one.
func (e *Editor) stick(o *Overlay) {
	st := e.strips()
	for i := range o.Frames {
		f := &o.Frames[i]
		if t := e.atlas.Body(f.Ref); t != nil && st.Holds(f.Ref.Kind) {
			f.Rect, f.Stuck = st.Frame(f.Ref.Kind, t.Bounds), true
		}
	}
	board := geom.R(0, 0, e.view.Size.W, e.view.Size.H)
	o.Frames = slices.DeleteFunc(o.Frames, func(f Frame) bool {
		return f.Stuck && (f.Rect.Empty() || !f.Rect.Overlaps(board))
	})
	for i := range o.Ghosts {
		g := &o.Ghosts[i]
		if t := e.atlas.Body(g.Ref); t != nil && st.Holds(g.Ref.Kind) {
			by := st.Body(g.Ref.Kind, t.Bounds).Min.Sub(e.view.ToView(t.Bounds.Min))
			g.Rect = g.Rect.Move(by)
		}
	}
}
