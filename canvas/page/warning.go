package page

import (
	"slices"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

// textWarnings looks at every text as it stands on paper: too small, or with characters that no
// face has.
func (p *press) textWarnings() {
	little := Warning{Kind: TooSmall}
	boxes := Warning{Kind: NoGlyph}
	seen := map[journey.Ref][2]bool{}
	runes := map[rune]bool{}
	for _, pg := range p.pages {
		for _, w := range pg.Windows() {
			if w.Role == scene.Trimming || w.Role == scene.Repeat && w.View == w.Scene.Bounds {
				continue // nor is a miniature of it all there to be read
			}
			w.Scene.Visible(w.View, func(it *scene.Item) {
				x, ok := it.Mark.(*scene.Text)
				if !ok {
					return
				}
				had := seen[it.From]
				if size := x.Size * w.Place.K; size < p.MinText-0.005 {
					if little.Size == 0 || size < little.Size {
						little.Size = size
					}
					if !had[0] {
						little.Refs = append(little.Refs, it.From)
						had[0] = true
					}
				}
				if missing := noGlyph(x); len(missing) > 0 {
					if !had[1] {
						boxes.Refs = append(boxes.Refs, it.From)
						had[1] = true
					}
					for _, r := range missing {
						runes[r] = true
					}
				}
				seen[it.From] = had
			})
		}
	}
	if len(little.Refs) > 0 {
		p.warnings = append(p.warnings, little)
	}
	if len(boxes.Refs) > 0 {
		for r := range runes {
			boxes.Runes = append(boxes.Runes, r)
		}
		slices.Sort(boxes.Runes)
		p.warnings = append(p.warnings, boxes)
	}
}

// noGlyph lists the characters of a line in whose place a box stands.
func noGlyph(x *scene.Text) []rune {
	var missing []rune
	for i := range x.Line.Runs {
		run := &x.Line.Runs[i]
		for _, g := range run.Glyphs {
			if g.ID != 0 || g.Cluster < 0 || g.Cluster >= len(run.Text) {
				continue
			}
			for _, r := range run.Text[g.Cluster:] {
				missing = append(missing, r)
				break
			}
		}
	}
	return missing
}
