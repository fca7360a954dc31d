package page

import (
	"math"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/page/trimming"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// press is one map being put on paper.
type press struct {
	Options
	src      Source
	before   int // pages of other maps before those of this one
	s        *scene.Scene
	pages    []scene.Page
	titled   []bool // pages that say the map's title themselves
	warnings []Warning
	shrunk   []journey.Ref
	least    float64 // the smallest scale of what is in shrunk
}

// complete fills in what is not said and drops what is no number.
func (o Options) complete() Options {
	number := func(v *float64) {
		if math.IsNaN(*v) || math.Abs(*v) > maxSide {
			*v = 0
		}
	}
	for _, v := range []*float64{&o.Scale, &o.Margin, &o.Overlap, &o.Bleed, &o.MinText, &o.Paper.Size.W, &o.Paper.Size.H} {
		number(v)
	}
	switch {
	case o.Margin == 0 && o.Paper.Size != geom.Size{}:
		o.Margin = defaultMargin
	case o.Margin < 0:
		o.Margin = 0
	}
	o.Scale, o.Overlap, o.Bleed = math.Max(o.Scale, 0), math.Max(o.Overlap, 0), math.Max(o.Bleed, 0)
	if o.MinText <= 0 {
		o.MinText = defaultMinText
	}
	if o.Words == nil {
		o.Words = words.In("")
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	if size := o.Paper.Size; size != (geom.Size{}) {
		// Of what the margins take, something must be left.
		o.Margin = math.Min(o.Margin, math.Min(size.W, size.H)/4)
		o.Overlap = math.Min(o.Overlap, math.Min(size.W, size.H)/6)
	}
	return o
}

// printable is where the map may stand on a sheet: inside margins, header and footer.
func (o *Options) printable() geom.Rect {
	r := geom.R(0, 0, o.Paper.Size.W, o.Paper.Size.H).Inset(o.Margin)
	if o.Header {
		r.Min.Y += furnitureH
	}
	if o.Footer {
		r.Max.Y -= furnitureH
	}
	return r
}

// divisible reports whether the map has stages and lanes to break at, and a sheet to be put on.
func (p *press) divisible() bool {
	g := &p.s.Grid
	return p.Paper.Size != geom.Size{} && len(g.Columns) > 0 && len(g.Rows) > 0
}

// single puts the map on one sheet.
func (p *press) single() {
	b := p.s.Bounds
	label := p.s.Title
	if p.Paper.Size == (geom.Size{}) {
		k := p.Scale
		if k == 0 {
			k = 1
		}
		if side := math.Max(b.W(), b.H()) * k; side > maxSide {
			k *= maxSide / side
			p.reduced(k)
		}
		m := p.Margin
		size := geom.Size{W: math.Max(b.W()*k, 3) + 2*m, H: math.Max(b.H()*k, 3) + 2*m}
		top := 0.0
		if p.Header {
			top = furnitureH
			size.H += furnitureH
		}
		if p.Footer {
			size.H += furnitureH
		}
		place := geom.Transform{K: k, D: geom.Pt(m-k*b.Min.X, m+top-k*b.Min.Y)}
		p.pages = append(p.pages, p.sheet(scene.Page{Scene: p.s, Size: size, View: b, Place: place, Label: label}))
		return
	}
	size := p.Paper.Size
	area := p.printable()
	fit := math.Min(area.W()/math.Max(b.W(), 1), area.H()/math.Max(b.H(), 1))
	if !p.Header && !p.Footer {
		// The map brings margins of its own; the paper's are kept free only as far as those do not.
		own := math.Min(size.W/math.Max(b.W(), 1), size.H/math.Max(b.H(), 1))
		if own*mapMargin >= p.Margin {
			fit, area = own, geom.R(0, 0, size.W, size.H)
		}
	}
	k := math.Min(fit, maxZoom)
	if p.Scale > 0 {
		if k = math.Min(fit, p.Scale); k < p.Scale*0.999 {
			p.reduced(k)
		}
	}
	c := area.Center()
	place := geom.Transform{K: k, D: geom.Pt(c.X-k*b.Center().X, c.Y-k*b.Center().Y)}
	p.pages = append(p.pages, p.sheet(scene.Page{Scene: p.s, Size: size, View: b, Place: place, Label: label}))
}

// mapMargin is what a map keeps free around itself.
const mapMargin = 36

// slug is the paper beyond the bleed on which the marks stand.
const slug = 20

// sheet gives a single sheet its bleed and its marks, on larger paper.
func (p *press) sheet(pg scene.Page) scene.Page {
	more := p.Bleed
	if p.Marks {
		more += slug
	}
	if more == 0 {
		return pg
	}
	d := geom.Pt(more, more)
	pg.Trim = geom.R(more, more, pg.Size.W, pg.Size.H)
	pg.Bleed = pg.Trim.Inset(-p.Bleed)
	pg.Size.W += 2 * more
	pg.Size.H += 2 * more
	pg.Place.D = pg.Place.D.Add(d)
	if p.Marks {
		pg.More = append(pg.More, p.trimmings(pg.Size, trimming.CropMarks(pg.Trim, p.Bleed+3)))
	}
	return pg
}

func (p *press) reduced(k float64) {
	p.warnings = append(p.warnings, Warning{Kind: Reduced, Refs: []journey.Ref{{Kind: journey.KindMap, ID: p.s.MapID}}, Size: k})
}

// shrink notes that something was drawn smaller than the rest, by k.
func (p *press) shrink(ref journey.Ref, k float64) {
	for _, had := range p.shrunk {
		if had == ref {
			return
		}
	}
	if len(p.shrunk) == 0 || k < p.least {
		p.least = k
	}
	p.shrunk = append(p.shrunk, ref)
}
