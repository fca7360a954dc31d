package page

import (
	"math"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// furnitureH is what a header or a footer takes, its gap to the map included.
const furnitureH = 20

// lead is the height of a line of them.
const lead = 10

// furnish gives every page its header and footer, once it is known how many there are.
func furnish(pages []scene.Page, titled []bool, o Options) {
	if !o.Header && !o.Footer {
		return
	}
	for i := range pages {
		pg := &pages[i]
		inside := geom.R(0, 0, pg.Size.W, pg.Size.H)
		if pg.Trim != (geom.Rect{}) && o.Mode != Poster {
			inside = pg.Trim
		}
		inside = inside.Inset(math.Max(o.Margin, 9))
		d := trimming.New(pg.Size, o.Measurer)
		title := o.Title
		if title == "" {
			title = titleOf(*pg)
		}
		if o.Header {
			what := pg.Label
			if what == title {
				what = ""
			}
			w := d.Line(what, inside.Max.X, inside.Min.Y+lead*0.75, inside.W()*0.5, true)
			if !titled[i] {
				d.Style = text.SemiBold
				d.Line(title, inside.Min.X, inside.Min.Y+lead*0.75, inside.W()-w-16, false)
				d.Style = text.Regular
			}
		}
		if o.Footer {
			number := o.Words.F("page.number", words.Args{"Page": i + 1, "Pages": len(pages)})
			base := inside.Max.Y - lead*0.25
			w := d.Line(number, inside.Max.X, base, inside.W()*0.4, true)
			d.Line(trimming.Said(o.Author, o.Version, o.Date), inside.Min.X, base, inside.W()-w-16, false)
		}
		if len(d.Scene.Items) > 0 {
			pg.More = append(pg.More, d.Window())
		}
	}
}

// titleOf is the title of the map that a page shows.
func titleOf(pg scene.Page) string {
	for _, w := range pg.Windows() {
		if w.Role != scene.Trimming && w.Scene.Title != "" {
			return w.Scene.Title
		}
	}
	return ""
}

// trimmings draws marks in points of a sheet.
func (p *press) trimmings(size geom.Size, marks geom.Path) scene.Window {
	d := trimming.New(size, p.Measurer)
	d.Stroke(marks, 0.4, scene.RGB(0))
	return d.Window()
}
