package pptx

import (
	"fmt"
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// slide is one being drawn.
type slide struct {
	book     *book
	lang     string
	width    float64 // of the slide
	xml      strings.Builder
	shapes   int
	pictures []string
	view     geom.Rect      // what is seen of the scene being painted
	place    geom.Transform // from the scene to the slide
	titled   bool           // the title is known
	title    *scene.Text    // the largest text: the title of the slide
	pending  []*scene.Text  // lines of the paragraph being gathered
	alts     map[journey.Ref]string
	alt      string // of the shape to come
}

// slide paints a page.
func (b *book) slide(pg scene.Page, lang string) {
	s := &slide{book: b, lang: lang, width: pg.Size.W}
	most := 0.0
	for _, w := range pg.Windows() {
		if w.Role != scene.Content {
			continue
		}
		w.Scene.Visible(w.View, func(it *scene.Item) {
			if x, ok := it.Mark.(*scene.Text); ok && x.Size*w.Place.K > most && x.Line.Start == 0 && x.Text != "" &&
				it.From.Kind != journey.KindCard {
				s.title, most = x, x.Size*w.Place.K
			}
		})
	}
	for _, w := range pg.Windows() {
		s.window(w)
	}
	b.slides = append(b.slides, slideXML{s.xml.String(), s.pictures})
}

// window paints a part of a scene. What belongs to one card is one group.
func (s *slide) window(w scene.Window) {
	if !sane(w.Place.K, w.Place.D.X, w.Place.D.Y) || w.Place.K <= 0 {
		return
	}
	s.view, s.place, s.alts = w.View, w.Place, w.Scene.Alts
	var items []*scene.Item
	w.Scene.Visible(w.View, func(it *scene.Item) { items = append(items, it) })
	for i := 0; i < len(items); {
		n := 1
		for i+n < len(items) && items[i+n].From == items[i].From {
			n++
		}
		run := items[i : i+n]
		i += n
		if k := run[0].From.Kind; k == journey.KindCard && n > 1 {
			s.group(run)
			continue
		}
		s.items(run)
	}
}

func (s *slide) items(run []*scene.Item) {
	for _, it := range run {
		x, isText := it.Mark.(*scene.Text)
		if !isText || len(s.pending) > 0 && (x.Line.Start == 0 || x.Size != s.pending[0].Size) {
			s.paragraph()
		}
		switch {
		case isText:
			if x.Text != "" && s.view.Contains(it.Bounds.Center()) {
				s.pending = append(s.pending, x)
			}
		default:
			s.from(it)
			paint.Mark(it.Mark, s)
		}
	}
	s.paragraph()
}

// from says in words what the shape to come shows.
func (s *slide) from(it *scene.Item) {
	s.alt = ""
	if _, ok := it.Mark.(*scene.Stroke); ok && it.Layer > 0 && it.From.Kind == journey.KindPersona {
		s.alt = s.alts[it.From]
	}
}

// group paints items as one group.
func (s *slide) group(run []*scene.Item) {
	var r geom.Rect
	for _, it := range run {
		r = r.Union(s.place.ApplyRect(it.Bounds))
	}
	if !saneRect(r) {
		return
	}
	name := ""
	for _, it := range run {
		if x, ok := it.Mark.(*scene.Text); ok && name == "" {
			name = x.Text
		}
	}
	before := s.xml.Len()
	fmt.Fprintf(&s.xml, `<p:grpSp><p:nvGrpSpPr><p:cNvPr id="%d" name="%s"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>%s%s</a:xfrm></p:grpSpPr>`,
		s.id(), escape(name), offset("a:", r), strings.NewReplacer("a:off", "a:chOff", "a:ext", "a:chExt").Replace(offset("a:", r)))
	head := s.xml.Len()
	s.items(run)
	if s.xml.Len() == head {
		text := s.xml.String()[:before]
		s.xml.Reset()
		s.xml.WriteString(text)
		return
	}
	s.xml.WriteString("</p:grpSp>")
}

func (s *slide) id() int {
	s.shapes++
	return s.shapes + 1 // 1 is the slide's own
}

// shape writes a path with its paint. Rectangles and circles are what they are to people who edit.
func (s *slide) shape(path geom.Path, paint string) {
	r := path.Bounds()
	if !saneRect(r) || len(path.Verbs) == 0 {
		return
	}
	on := s.place.ApplyRect(r)
	geometry := ""
	if _, ok := path.AsRect(); ok {
		geometry = `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
	} else if rr, radius, ok := path.AsRoundRect(); ok {
		side := math.Min(rr.W(), rr.H())
		if math.Abs(rr.W()-2*radius) < 0.01 && math.Abs(rr.H()-2*radius) < 0.01 {
			geometry = `<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`
		} else if side > 0 {
			geometry = fmt.Sprintf(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val %d"/></a:avLst></a:prstGeom>`, int(math.Round(radius/side*100000)))
		}
	}
	if geometry == "" {
		geometry = custom(path, r)
	}
	id := s.id()
	descr := ""
	if s.alt != "" {
		descr = ` descr="` + escape(s.alt) + `"`
	}
	fmt.Fprintf(&s.xml, `<p:sp><p:nvSpPr><p:cNvPr id="%d" name="Shape %d"%s/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>%s</a:xfrm>%s%s</p:spPr></p:sp>`,
		id, id, descr, offset("a:", on), geometry, paint)
}

// custom writes the contours of a path, in hundredths of a point.
func custom(p geom.Path, r geom.Rect) string {
	var b strings.Builder
	at := func(q geom.Point) string {
		return fmt.Sprintf(`<a:pt x="%d" y="%d"/>`, int(math.Round((q.X-r.Min.X)*100)), int(math.Round((q.Y-r.Min.Y)*100)))
	}
	fmt.Fprintf(&b, `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="%d" h="%d">`,
		max(1, int(math.Round(r.W()*100))), max(1, int(math.Round(r.H()*100))))
	i := 0
	for _, v := range p.Verbs {
		n := [...]int{1, 1, 2, 3, 0}[v]
		name := [...]string{"moveTo", "lnTo", "quadBezTo", "cubicBezTo", "close"}[v]
		if n == 0 {
			b.WriteString("<a:close/>")
			continue
		}
		b.WriteString("<a:" + name + ">")
		for _, q := range p.Points[i : i+n] {
			b.WriteString(at(q))
		}
		b.WriteString("</a:" + name + ">")
		i += n
	}
	b.WriteString("</a:path></a:pathLst></a:custGeom>")
	return b.String()
}

// visible cuts a path to what is seen, as far as a path that stays editable can be cut: straight
// lines along the axes and rectangles. Others are shown if most of them is seen.
func (s *slide) visible(p geom.Path) (geom.Path, bool) {
	r := p.Bounds()
	if s.view.Inset(-2).ContainsRect(r) {
		return p, true
	}
	if rect, ok := p.AsRect(); ok {
		rect = rect.Intersect(s.view)
		return geom.RectPath(rect), !rect.Empty()
	}
	if len(p.Points) == 2 && len(p.Verbs) == 2 && (r.W() == 0 || r.H() == 0) {
		c := r.Intersect(s.view)
		return geom.Polyline(c.Min, c.Max), c.W() >= 0 && c.H() >= 0
	}
	return p, s.view.Contains(r.Center())
}

// Fill writes a filled shape.
func (s *slide) Fill(f *scene.Fill) {
	p, ok := s.visible(f.Path)
	if !ok {
		return
	}
	fill := fillOf(f.Color)
	if g := f.Gradient; g != nil {
		fill = fmt.Sprintf(`<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">%s</a:gs><a:gs pos="100000">%s</a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>`,
			colour(g.From), colour(g.To))
	}
	s.shape(p, fill+"<a:ln><a:noFill/></a:ln>")
}

// Stroke writes a line.
func (s *slide) Stroke(k *scene.Stroke) {
	p, ok := s.visible(k.Path)
	if !ok || !(k.Pen.Width > 0) || !(k.Color.A > 0) || !sane(k.Pen.Width) {
		return
	}
	dash := ""
	if len(k.Pen.Dash) >= 2 && k.Pen.Width > 0 {
		var b strings.Builder
		b.WriteString("<a:custDash>")
		for i := 0; i+1 < len(k.Pen.Dash); i += 2 {
			on, off := math.Max(k.Pen.Dash[i], 0.01)/k.Pen.Width, math.Max(k.Pen.Dash[i+1], 0.01)/k.Pen.Width
			fmt.Fprintf(&b, `<a:ds d="%d" sp="%d"/>`, max(1000, int(math.Round(on*100000))), max(1000, int(math.Round(off*100000))))
		}
		b.WriteString("</a:custDash>")
		dash = b.String()
	}
	s.shape(p, fmt.Sprintf(`<a:noFill/><a:ln w="%d" cap="rnd">%s%s<a:round/></a:ln>`, max(1, length(k.Pen.Width*s.place.K)), fillOf(k.Color), dash))
}

// Shadow is left to who edits the slides: shapes have their own kind of it.
func (s *slide) Shadow(*scene.Shadow) {}

// Picture writes a picture, or a crossed box in its place.
func (s *slide) Picture(p *scene.Picture) {
	r := s.place.ApplyRect(p.Rect)
	if !saneRect(r) || r.Empty() {
		return
	}
	format, _, err := paint.PictureFormat(p.Data)
	if err != nil {
		for _, m := range paint.Broken(p.Rect) {
			paint.Mark(m, s)
		}
		return
	}
	name, ok := s.book.media[string(p.Data)]
	if !ok {
		name = fmt.Sprintf("image%d.%s", len(s.book.pictures)+1, format)
		s.book.media[string(p.Data)] = name
		s.book.pictures = append(s.book.pictures, file{"ppt/media/" + name, p.Data})
	}
	s.pictures = append(s.pictures, name)
	id := s.id()
	fmt.Fprintf(&s.xml, `<p:pic><p:nvPicPr><p:cNvPr id="%d" name="Picture %d" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>`+
		`<p:blipFill><a:blip r:embed="rId%d"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>%s</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`,
		id, id, escape(p.Alt), len(s.pictures)+1, offset("a:", r))
}
