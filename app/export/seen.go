package export

import (
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// noteSize is the side of the sign that stands for a comment in a PDF, in points.
const noteSize = 14

// Seen is the pages as a reader shows them: with the signs of comments, if they are wanted, which
// are no part of the pages themselves.
func (b *Book) Seen() []scene.Page {
	if b.Format != PDF || !b.Comments {
		return b.Pages
	}
	pages := slices.Clone(b.Pages)
	for i := range pages {
		pg := &pages[i]
		signs := &scene.Scene{Bounds: geom.R(0, 0, pg.Size.W, pg.Size.H)}
		for _, w := range pg.Windows() {
			if w.Role != scene.Content {
				continue
			}
			for k, n := range w.Scene.Notes {
				if w.View.Overlaps(n.Bounds) {
					at := w.Place.ApplyRect(n.Bounds)
					sign(signs, geom.Pt(at.Max.X-noteSize/2+float64(k%3)*3, at.Min.Y-noteSize/2))
				}
			}
		}
		if len(signs.Items) == 0 {
			continue
		}
		signs.Seal()
		pg.More = append(slices.Clone(pg.More), scene.Window{Scene: signs, View: signs.Bounds, Place: geom.Transform{K: 1}, Role: scene.Trimming})
	}
	return pages
}

// sign puts the bubble of a comment with its top left at a place.
func sign(s *scene.Scene, at geom.Point) {
	put := func(p geom.Path, c scene.Color) {
		p = p.Transform(geom.Transform{K: 1, D: at})
		s.Items = append(s.Items, scene.Item{Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: c}})
	}
	put(geom.RoundRect(geom.R(1, 1, 12, 9), 2), scene.RGB(0xFFCC33))
	put(geom.Polygon(geom.Pt(4, 9.8), geom.Pt(4, 13), geom.Pt(7.5, 9.8)), scene.RGB(0xFFCC33))
	for x := 4.0; x < 11; x += 3 {
		put(geom.Circle(geom.Pt(x, 5.5), 0.9), scene.RGB(0x7A5B00))
	}
}
