package page

import (
	"math"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
)

// furnitureH is what a header or a footer takes, its gap to the map included.
const furnitureH = 20

// lead is the height of a line of them.
const lead = 10

// drawer draws what belongs to the sheet in points of the sheet.
type drawer struct {
	s     *scene.Scene
	m     text.Measurer
	style text.Style
	size  float64
	color scene.Color
}

func newDrawer(size geom.Size, m text.Measurer) *drawer {
	return &drawer{
		s: &scene.Scene{Bounds: geom.R(0, 0, size.W, size.H)}, m: m,
		size: 7.6, color: style.New("").Palette.Second,
	}
}

// line writes one line from x, or up to it where right says so, cut off where it would be wider
// than room. It returns its width.
func (d *drawer) line(s string, x, base, room float64, right bool) float64 {
	if s == "" || !(room > 10) {
		return 0
	}
	p := text.Ellipsis(d.m, s, text.Spec{Style: d.style, Size: d.size}, room, 1)
	if len(p.Lines) == 0 || len(p.Lines[0].Runs) == 0 {
		return 0
	}
	l := p.Lines[0]
	w := l.Width * d.size
	if right {
		x -= w
	}
	d.s.Items = append(d.s.Items, scene.Item{
		Bounds: geom.R(x-2, base-1.2*d.size, w+4, 1.7*d.size),
		Mark:   &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(x, base), Size: d.size, Color: d.color},
	})
	return w
}

func (d *drawer) stroke(p geom.Path, width float64, c scene.Color) {
	d.s.Items = append(d.s.Items, scene.Item{Bounds: p.Bounds().Inset(-width), Mark: &scene.Stroke{Path: p, Pen: scene.Pen{Width: width}, Color: c}})
}

func (d *drawer) fill(p geom.Path, c scene.Color) {
	d.s.Items = append(d.s.Items, scene.Item{Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: c}})
}

// window is what was drawn, over the whole sheet.
func (d *drawer) window() scene.Window {
	d.s.Seal()
	return scene.Window{Scene: d.s, View: d.s.Bounds, Place: identity, Role: scene.Trimming}
}

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
		d := newDrawer(pg.Size, o.Measurer)
		title := o.Title
		if title == "" {
			title = titleOf(*pg)
		}
		if o.Header {
			what := pg.Label
			if what == title {
				what = ""
			}
			w := d.line(what, inside.Max.X, inside.Min.Y+lead*0.75, inside.W()*0.5, true)
			if !titled[i] {
				d.style = text.SemiBold
				d.line(title, inside.Min.X, inside.Min.Y+lead*0.75, inside.W()-w-16, false)
				d.style = text.Regular
			}
		}
		if o.Footer {
			number := o.Words.F("page.number", words.Args{"Page": i + 1, "Pages": len(pages)})
			base := inside.Max.Y - lead*0.25
			w := d.line(number, inside.Max.X, base, inside.W()*0.4, true)
			d.line(said(o.Author, o.Version, o.Date), inside.Min.X, base, inside.W()-w-16, false)
		}
		if len(d.s.Items) > 0 {
			pg.More = append(pg.More, d.window())
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

func said(parts ...string) string {
	var list []string
	for _, s := range parts {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " · ")
}

// trimmings draws marks in points of a sheet.
func (p *press) trimmings(size geom.Size, marks geom.Path) scene.Window {
	d := newDrawer(size, p.Measurer)
	d.stroke(marks, 0.4, scene.RGB(0))
	return d.window()
}

// markLength is how long a crop mark is.
const markLength = 12

// cropMarks are the lines at the corners of r at which paper is cut; they begin gap away from it.
func cropMarks(r geom.Rect, gap float64) geom.Path {
	var p geom.Path
	line := func(x0, y0, x1, y1 float64) {
		p.Move(geom.Pt(x0, y0))
		p.Line(geom.Pt(x1, y1))
	}
	for _, x := range []float64{r.Min.X, r.Max.X} {
		line(x, r.Min.Y-gap-markLength, x, r.Min.Y-gap)
		line(x, r.Max.Y+gap, x, r.Max.Y+gap+markLength)
	}
	for _, y := range []float64{r.Min.Y, r.Max.Y} {
		line(r.Min.X-gap-markLength, y, r.Min.X-gap, y)
		line(r.Max.X+gap, y, r.Max.X+gap+markLength, y)
	}
	return p
}
