package desk

import (
	"math"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Strips are the headers of stages at the top and the labels of lanes at the left of the board, for
// as long as the map's own are scrolled out. The zero Strips are none. Where nothing else is said,
// measures are view pixels.
//
// What stands in them is as large as on the map, but for a large zoom, where it would take the
// board: there it is set smaller. A label whose lane is higher than the board goes along with the
// view as far as its lane reaches; so does a header in its stage.
type Strips struct {
	Head, Side geom.Rect // empty: not there
	K          float64   // pixels per point of what stands in them

	band, col geom.Rect // scene points: what of the map they stand for
	view      geom.Transform
}

// The share of the board that a strip may take, the largest zoom of what stands in it, and between
// which zooms it slides away because nobody could read it.
const (
	headShare, sideShare = 0.25, 0.3
	stripZoom            = 1.25
	goneZoom, fullZoom   = 0.27, 0.37
	stripAbove           = 5        // points of paper above the headers
	stripBefore          = 12       // … left of the labels
	stripPoint           = 17       // … kept free before the tip of a header
	stripBelow           = 8        // … kept free below a label
	leastW, leastH       = 420, 300 // pixels of 1/96 in: a smaller board has no room for strips
)

// StripsOf returns the strips for a scene seen through a view; a nil scene has none, nor has a ring.
func StripsOf(s *scene.Scene, v Viewport) Strips {
	if s == nil || s.Grid.Ring != nil || len(s.Grid.Rows) == 0 || v.Size.W < leastW*v.Scale || v.Size.H < leastH*v.Scale || v.Zoom() <= goneZoom {
		return Strips{}
	}
	g, t := &s.Grid, v.Transform
	st := Strips{view: t}
	bottom := g.Rows[len(g.Rows)-1].Y1
	st.band = geom.Rect{Min: geom.Pt(0, g.Headers.Min.Y-stripAbove), Max: geom.Pt(s.Bounds.Max.X, g.Rows[0].Y0)}
	st.col = geom.Rect{Min: geom.Pt(g.Labels.Min.X-stripBefore, st.band.Min.Y), Max: geom.Pt(g.Labels.Max.X, bottom)}
	st.K = min(t.K, stripZoom*v.Unit(), headShare*v.Size.H/st.band.H(), sideShare*v.Size.W/st.col.W())
	away := 1 - math.Min(1, (v.Zoom()-goneZoom)/(fullZoom-goneZoom))

	high, wide := math.Round(st.band.H()*st.K), math.Round(st.col.W()*st.K)
	if y1 := t.Apply(st.band.Max).Y; y1 < high && len(g.Columns) > 0 {
		top := math.Round(math.Min(0, t.Apply(st.col.Max).Y-high) - away*high)
		paper := t.ApplyRect(s.Bounds)
		st.Head = geom.R(0, top, v.Size.W, high).Intersect(geom.Rect{Min: geom.Pt(paper.Min.X, top), Max: geom.Pt(paper.Max.X, top+high)})
		if top+high <= 0 || st.Head.Empty() {
			st.Head = geom.Rect{}
		}
	}
	if x1 := t.Apply(st.col.Max).X; x1 < wide {
		left := math.Round(math.Min(0, t.Apply(s.Bounds.Max).X-wide) - away*wide)
		top := math.Max(t.Apply(st.band.Min).Y, 0)
		if !st.Head.Empty() {
			top = st.Head.Min.Y
		}
		st.Side = geom.Rect{Min: geom.Pt(left, top), Max: geom.Pt(left+wide, math.Min(t.Apply(st.col.Max).Y, v.Size.H))}
		if left+wide <= 0 || st.Side.Empty() {
			st.Side = geom.Rect{}
		}
	}
	return st
}

// Insets returns how much of the board the strips cover at the left and at the top.
func (st Strips) Insets() (left, top float64) {
	return math.Max(0, st.Side.Max.X), math.Max(0, st.Head.Max.Y)
}

// Holds reports whether the headers or labels of that kind stand in a strip now.
func (st Strips) Holds(k journey.Kind) bool {
	switch k {
	case journey.KindStage, journey.KindStep:
		return !st.Head.Empty()
	case journey.KindLane:
		return !st.Side.Empty()
	}
	return false
}

// HeadY returns where a height of the band of the headers is seen in the strip.
func (st Strips) HeadY(y float64) float64 { return st.Head.Min.Y + (y-st.band.Min.Y)*st.K }

// SideX returns where a place across the column of the labels is seen in the strip.
func (st Strips) SideX(x float64) float64 { return st.Side.Min.X + (x-st.col.Min.X)*st.K }

// Body returns where the whole of a header or label is seen, given where it stands on the map; it
// may reach beyond the board. The strip must hold its kind.
func (st Strips) Body(k journey.Kind, r geom.Rect) geom.Rect {
	v := st.view.ApplyRect(r)
	if k == journey.KindLane {
		v.Min.X, v.Max.X = st.SideX(r.Min.X), st.SideX(r.Max.X)
	} else {
		v.Min.Y, v.Max.Y = st.HeadY(r.Min.Y), st.HeadY(r.Max.Y)
	}
	return v
}

// Frame is Body without what lies behind the other strip.
func (st Strips) Frame(k journey.Kind, r geom.Rect) geom.Rect {
	v := st.Body(k, r)
	if k == journey.KindLane && !st.Head.Empty() {
		v.Min.Y = math.Max(v.Min.Y, st.Head.Max.Y)
	} else if k != journey.KindLane && !st.Side.Empty() {
		v.Min.X = math.Max(v.Min.X, st.Side.Max.X)
	}
	return v
}

// Text returns where the text of a header or label begins: text is where it stands on the map,
// within body. It is drawn K pixels to a point.
func (st Strips) Text(k journey.Kind, body, text geom.Rect) geom.Point {
	// slide finds the place along the way the map scrolls. ends is how large, to a point, what is at
	// the two ends of the body is: notch and tip of a header are as long as on the map.
	slide := func(from, to, edge, before, size, keep, ends float64) float64 {
		at := math.Max(from, edge) + before*st.K
		at = math.Min(at, to-size*st.K-keep*ends)
		return math.Max(at, from+before*ends)
	}
	b := st.view.ApplyRect(body)
	left, top := st.Insets()
	if k == journey.KindLane {
		return geom.Pt(st.SideX(text.Min.X),
			slide(b.Min.Y, b.Max.Y, top, text.Min.Y-body.Min.Y, text.H(), stripBelow, st.K))
	}
	return geom.Pt(slide(b.Min.X, b.Max.X, left, text.Min.X-body.Min.X, text.W(), stripPoint, st.view.K), st.HeadY(text.Min.Y))
}

// Under returns the view point at which the map itself would be under the pointer where a strip is;
// on reports whether there is one. In the corner of both strips nothing is.
func (st Strips) Under(at geom.Point) (p geom.Point, on bool) {
	head, side := st.Head.Contains(at), st.Side.Contains(at)
	switch {
	case head && side:
		return geom.Pt(math.Inf(-1), math.Inf(-1)), true
	case head:
		y := st.band.Min.Y + (at.Y-st.Head.Min.Y)/st.K
		return geom.Pt(at.X, st.view.Apply(geom.Pt(0, y)).Y), true
	case side:
		x := st.col.Min.X + (at.X-st.Side.Min.X)/st.K
		return geom.Pt(st.view.Apply(geom.Pt(x, 0)).X, at.Y), true
	}
	return at, false
}

// InBlock reports whether an item of a header or label goes along with its words: those, and the
// dot of a persona. title is where its title is set.
func InBlock(it *scene.Item, body, title geom.Rect) bool {
	if _, isText := it.Mark.(*scene.Text); !isText && (it.From.Kind != journey.KindLane || !small(it, body)) {
		return false
	}
	c := it.Bounds.Center()
	return c.X >= title.Min.X-6 && c.X <= title.Max.X+6 && c.Y > body.Min.Y && c.Y < body.Max.Y
}

// IsSign reports whether an item is a small sign at the right of a header, which stays there.
func IsSign(it *scene.Item, body geom.Rect) bool {
	_, isText := it.Mark.(*scene.Text)
	return !isText && it.From.Kind == journey.KindStage && small(it, body)
}

func small(it *scene.Item, body geom.Rect) bool {
	return it.Bounds.H() <= body.H()*0.6 && it.Bounds.W() <= body.W()*0.4
}

// Block returns where the words of a header or label stand on the map, in scene points, the room
// for a sign beside them included; empty if it has none.
func Block(s *scene.Scene, ref journey.Ref, body, title geom.Rect) geom.Rect {
	var r geom.Rect
	room := 0.0
	s.Visible(body, func(it *scene.Item) {
		switch {
		case it.From != ref:
		case InBlock(it, body, title):
			r = r.Union(it.Bounds)
		case IsSign(it, body):
			room = math.Max(room, it.Bounds.W()+6)
		}
	})
	if !r.Empty() {
		r.Max.X += room
	}
	return r
}
