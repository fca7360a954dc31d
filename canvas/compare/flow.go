package compare

import (
	"strings"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/insight"
)

const (
	footH = 16.0
	gap   = 12.0
)

// part is something that is not divided among sheets.
type part struct {
	height float64
	draw   func(r geom.Rect)
	head   bool // it must not be the last of its sheet
}

// sheets draws all parts, one below the other, on as many sheets of a height as they need; on one
// that is as high as they are if that is 0.
func (d *drawing) sheets(height float64) []*scene.Scene {
	titleH := d.titleHeight()
	room := height - 2*d.Style.Margin - footH - titleH
	parts := append(d.bands(), d.lists(room, height == 0)...)
	pages := [][]part{nil}
	used := 0.0
	for i, p := range parts {
		need := p.height
		if p.head && i+1 < len(parts) {
			need += parts[i+1].height
		}
		if height > 0 && used > 0 && used+need > room {
			pages = append(pages, nil)
			used = 0
		}
		last := len(pages) - 1
		pages[last] = append(pages[last], p)
		used += p.height
	}
	if height == 0 {
		d.area.Max.Y = d.area.Min.Y + titleH + used
	}
	list := make([]*scene.Scene, len(pages))
	for i, parts := range pages {
		d.Scene = &scene.Scene{MapID: d.to.MapID, Title: d.toMap.Title}
		d.Scene.Bounds = geom.R(0, 0, Size.W, d.area.Max.Y+footH+d.Style.Margin)
		d.title()
		y := d.area.Min.Y + titleH
		for _, p := range parts {
			p.draw(geom.R(d.area.Min.X, y, d.area.W(), p.height))
			y += p.height
		}
		d.foot(i+1, len(pages))
		d.Scene.Seal()
		list[i] = d.Scene
	}
	return list
}

func (d *drawing) titleHeight() float64 {
	return d.Style.Eyebrow.Lead + 2 + 22 + d.Style.LaneHint.Lead + 10
}

// title says which maps are compared, and in a line how they differ.
func (d *drawing) title() {
	v := d.Style.Title
	v.Spec.Size, v.Lead = 16, 22
	x, y := d.area.Min.X, d.area.Min.Y
	kind := d.w.T("pair.title") + " · " + d.w.T("pair.title."+d.roleKey())
	y += d.Write(d.ref, d.Fit(strings.ToUpper(kind), d.Style.Eyebrow, d.area.W(), 1), d.Style.Eyebrow, x, y) + 2

	const arrow = 34.0
	half := (d.area.W() - arrow) / 2
	was := or(d.fromMap.Title, d.w.T("map.type."+string(d.fromMap.Type)))
	if d.o.File != "" {
		was = d.o.File + ": " + was
	}
	quiet := v
	quiet.Color = d.pal.Second
	ref := d.ref
	if ref.ID = d.from.MapID; d.foreign() {
		ref = d.ref
	}
	left := d.Fit(was, quiet, half, 1)
	d.Write(ref, left, quiet, x, y)
	d.touch(ref, true, geom.R(x, y, left.Width(), v.Lead))
	at := x + left.Width() + arrow
	mid := y + v.Lead/2
	d.Stroke(d.ref, geom.Polyline(geom.Pt(at-24, mid), geom.Pt(at-9, mid)), 1.4, d.pal.Second)
	d.Stroke(d.ref, geom.Polyline(geom.Pt(at-14, mid-4.5), geom.Pt(at-9, mid), geom.Pt(at-14, mid+4.5)), 1.4, d.pal.Second)
	right := d.Fit(or(d.toMap.Title, d.w.T("map.type."+string(d.toMap.Type))), v, d.area.Max.X-at, 1)
	d.Write(d.ref, right, v, at, y)
	d.touch(d.ref, false, geom.R(at, y, right.Width(), v.Lead))
	y += v.Lead
	d.Write(d.ref, d.Fit(d.summary(), d.Style.LaneHint, d.area.W(), 1), d.Style.LaneHint, x, y)
}

// summary says in a line how the maps differ.
func (d *drawing) summary() string {
	var said []string
	for _, l := range d.entries() {
		if len(l.rows) > 0 {
			said = append(said, d.w.N("pair.count."+string(l.kind), len(l.rows), nil))
		}
	}
	better, worse := 0, 0
	for _, s := range d.c.Stages {
		for _, f := range s.Feelings {
			switch {
			case f.Known && f.Difference > even:
				better++
			case f.Known && f.Difference < -even:
				worse++
			}
		}
	}
	if better > 0 {
		said = append(said, d.w.N("pair.better", better, nil))
	}
	if worse > 0 {
		said = append(said, d.w.N("pair.worse", worse, nil))
	}
	if len(said) == 0 {
		return d.w.T("pair.same")
	}
	return strings.Join(said, " · ")
}

// even is the difference of two means that is none.
const even = 0.005

// foot says whose the map is, of when the sheet is, and which one it is.
func (d *drawing) foot(page, pages int) {
	v := d.Style.Footer
	info := d.to.Project.Info()
	var said []string
	for _, t := range []string{or(d.toMap.Author, info.Owner), or(d.toMap.Version, info.Version), layout.Date(or(d.toMap.Date, info.Date), d.w)} {
		if t != "" {
			said = append(said, t)
		}
	}
	y := d.area.Max.Y + 6
	d.Write(d.ref, d.Fit(strings.Join(said, " · "), v, d.area.W()*0.6, 1), v, d.area.Min.X, y)
	right := ""
	if d.o.Today != "" {
		right = d.w.F("dashboard.asOf", words.Args{"Date": layout.Date(d.o.Today, d.w)})
	}
	if pages > 1 {
		if right != "" {
			right += " · "
		}
		right += insight.Number(d.w, float64(page)) + " / " + insight.Number(d.w, float64(pages))
	}
	d.Right(d.ref, right, v, d.area.Max.X, y)
}
