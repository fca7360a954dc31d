package clip

import (
	"bytes"
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Resolution and size of a copied picture: two pixels for one of the screen at 100 %, coarser
// where it would be larger than other programs like to get.
const (
	shotDPI    = 192
	mostPixels = 24_000_000
	shotMargin = 8 // points of plain paper around what is painted
)

// Shot returns what paints the selection as a PNG; nil if there is no picture yet. Cards and other
// single things are painted by themselves, stages and lanes as strips of the map, and where nothing
// is selected the whole map is. What it returns may be called on any goroutine.
func Shot(b Board) func() ([]byte, error) {
	s := b.Scene()
	if s == nil {
		return nil
	}
	part, view, margin := s, s.Bounds, 0.0
	if refs := b.Selection(); len(refs) > 0 {
		if view = strips(b, refs); view.Empty() {
			part, view = alone(s, b.Project(), refs)
		}
		if view.Empty() {
			part, view = s, s.Bounds // what is selected is not drawn
		}
	}
	if view.Empty() {
		return nil
	}
	if view != s.Bounds { // the paper has margins of its own
		margin = shotMargin
	}
	size := geom.Size{W: view.W() + 2*margin, H: view.H() + 2*margin}
	dpi := math.Min(shotDPI, 72*math.Sqrt(mostPixels/(size.W*size.H)))
	page := scene.Page{
		Scene: part, View: view, Size: size, Label: s.Title,
		Place: geom.Transform{K: 1, D: geom.Pt(margin, margin).Sub(view.Min)},
	}
	return func() ([]byte, error) {
		var out bytes.Buffer
		if err := raster.PNG(&out, page, dpi, false); err != nil {
			return nil, err
		}
		return out.Bytes(), nil
	}
}

// strips is the part of the map that the stages, steps and lanes among refs take up, with their
// headers; empty if there are none.
func strips(b Board, refs []journey.Ref) geom.Rect {
	grid := &b.Scene().Grid
	var r geom.Rect
	if len(grid.Columns) == 0 || len(grid.Rows) == 0 {
		return r
	}
	foot := grid.Rows[len(grid.Rows)-1].Y1
	for _, ref := range refs {
		if grid.Ring != nil {
			for i, c := range grid.Columns {
				if c.StageID == ref.ID || c.StepID == ref.ID {
					r = r.Union(grid.Ring.Sectors[i].Panel).Union(grid.Ring.Sectors[i].Head)
				}
			}
			continue
		}
		switch ref.Kind {
		case journey.KindStage, journey.KindStep:
			for _, c := range grid.Columns {
				if c.StageID == ref.ID || c.StepID == ref.ID {
					r = r.Union(geom.R(c.X0, grid.Headers.Min.Y, c.X1-c.X0, foot-grid.Headers.Min.Y))
				}
			}
		case journey.KindLane:
			for _, row := range grid.Rows {
				if row.LaneID == ref.ID {
					r = r.Union(geom.R(grid.Labels.Min.X, row.Y0, grid.Headers.Max.X-grid.Labels.Min.X, row.Y1-row.Y0))
				}
			}
		}
	}
	if r.Empty() {
		return r
	}
	for _, ref := range refs { // what else is selected is seen too
		if t := b.Atlas().Body(ref); t != nil && ref.Kind != journey.KindMap {
			r = r.Union(t.Bounds)
		}
	}
	return r
}

// alone is a scene of nothing but some records, with the links among the cards of them, and where
// on it they are.
func alone(s *scene.Scene, p journey.Project, refs []journey.Ref) (*scene.Scene, geom.Rect) {
	in := make(map[journey.Ref]bool, len(refs))
	for _, r := range refs {
		in[r] = r.Kind != journey.KindMap // of which but the title would be left
	}
	part := &scene.Scene{MapID: s.MapID, Title: s.Title}
	var r geom.Rect
	for _, item := range s.Items {
		wanted := in[item.From]
		if l, ok := p.Links.Get(item.From.ID); ok && item.From.Kind == journey.KindLink {
			wanted = wanted || in[desk.CardRef(l.FromID)] && in[desk.CardRef(l.ToID)]
		}
		if wanted {
			part.Items = append(part.Items, item)
			r = r.Union(item.Bounds)
		}
	}
	if r.Empty() {
		return part, r
	}
	part.Bounds = r
	part.Seal()
	return part, r
}
