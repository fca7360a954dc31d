package page

import (
	"slices"

	"jejak/canvas/scene"
	"jejak/data/journey"
)

// TextWarnings looks at every text as it stands on paper: smaller than least in points, or with
// characters that no face has. least 0 is 6 points. What belongs to the sheet and not to the map, and
// miniatures of a whole, are not looked at. Without anything to warn of it returns nil.
func TextWarnings(pages []scene.Page, least float64) []Warning {
	if least <= 0 {
		least = defaultMinText
	}
	var warnings []Warning
	little := Warning{Kind: TooSmall}
	boxes := Warning{Kind: NoGlyph}
	seen := map[journey.Ref][2]bool{}
	runes := map[rune]bool{}
	for _, pg := range pages {
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
				if size := x.Size * w.Place.K; size < least-0.005 {
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
		warnings = append(warnings, little)
	}
	if len(boxes.Refs) > 0 {
		for r := range runes {
			boxes.Runes = append(boxes.Runes, r)
		}
		slices.Sort(boxes.Runes)
		warnings = append(warnings, boxes)
	}
	return warnings
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
