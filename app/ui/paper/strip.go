package paper

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/editor"
	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Strips draws the headers of stages and the labels of lanes that stand at the rim of the board:
// pictures of the scene's own marks. A step of the view only moves them; they are painted, on
// another goroutine, when they come into sight, change or are zoomed.
type Strips struct {
	do    func(func())
	box   *fyne.Container
	scene *scene.Scene
	scale float64 // device pixels per unit of Fyne

	headGround, sideGround, cornerGround *canvas.Rectangle
	headShade, sideShade                 *canvas.LinearGradient
	lines                                []*canvas.Line // those in use first
	ruled                                int            // how many are in use

	plates  map[plateKey]*plate
	heads   []head
	labels  []label
	corner  []*plate
	shown   []fyne.CanvasObject
	due     []*plate // to be painted
	working bool
	// Painted is called when something was painted, and has to Show again. It may be nil.
	Painted func()
}

// head is a stage or a step; label is a lane.
type head struct {
	ref          journey.Ref
	body         geom.Rect
	block        geom.Rect
	ground, text *plate // nil: nothing of the kind
	sign         *plate
}

type label struct {
	body  geom.Rect
	block geom.Rect
	text  *plate
	fixed []*plate // words that do not go along, such as those of the scale
	line  color.Color
}

type plateKey struct {
	ref  journey.Ref
	part int // 0: ground, 1: words, from 2 on: words that stay where they are
}

// plate is a picture of some marks of the scene.
type plate struct {
	key     plateKey
	items   []scene.Item
	rect    geom.Rect // scene points, a rim for accents included
	view    *canvas.Image
	pixels  *image.RGBA
	of      sizing // what pixels are of
	want    sizing
	waiting bool
}

// sizing says how a plate is painted: pixels per point across and down. Words have both alike.
type sizing struct {
	scene  *scene.Scene
	kx, ky float64
}

// NewStrips returns strips that show nothing. do runs a function on the goroutine of the window.
func NewStrips(do func(func())) *Strips {
	s := &Strips{do: do, box: container(), scale: 1, plates: map[plateKey]*plate{}}
	ground := func() *canvas.Rectangle { return canvas.NewRectangle(white) }
	s.headGround, s.sideGround, s.cornerGround = ground(), ground(), ground()
	soft := color.NRGBA{R: 0x1B, G: 0x1F, B: 0x2A, A: 0x22}
	s.headShade = canvas.NewVerticalGradient(soft, color.Transparent)
	s.sideShade = canvas.NewHorizontalGradient(soft, color.Transparent)
	s.box.Hide()
	return s
}

// Box is what goes into a window, over the tiles.
func (s *Strips) Box() fyne.CanvasObject { return s.box }

// Show brings the strips to where the view wants them.
func (s *Strips) Show(sc *scene.Scene, v editor.Viewport, scale float64) {
	st := desk.StripsOf(sc, v)
	s.scale = scale
	if st.Head.Empty() && st.Side.Empty() {
		if s.box.Visible() {
			s.box.Hide()
		}
		return
	}
	if sc != s.scene {
		s.survey(sc)
	}
	s.ruled = 0
	var list []fyne.CanvasObject
	if !st.Head.Empty() {
		list = s.placeHeads(list, st, v)
	}
	if !st.Side.Empty() {
		list = s.placeLabels(list, st, v)
	}
	list = s.placeCorner(list, st, v)
	if !s.box.Visible() {
		s.box.Show()
	}
	if !slices.Equal(list, s.shown) {
		s.shown = list
		s.box.Objects = list
		canvas.Refresh(s.box)
	}
	s.paint()
}

// survey finds what of a new scene stands in the strips. Pictures of what was there before stay
// until there are new ones.
func (s *Strips) survey(sc *scene.Scene) {
	old := s.plates
	s.scene, s.plates, s.heads, s.labels, s.corner = sc, map[plateKey]*plate{}, nil, nil, nil
	plateOf := func(key plateKey, items []scene.Item) *plate {
		if len(items) == 0 {
			return nil
		}
		p := &plate{key: key, items: items}
		for _, it := range items {
			p.rect = p.rect.Union(it.Bounds)
		}
		if was := old[key]; was != nil {
			p.view, p.pixels, p.of = was.view, was.pixels, was.of
		}
		if p.view == nil {
			p.view = &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
		}
		s.plates[key] = p
		return p
	}
	g := &sc.Grid
	for i := range sc.Targets {
		t := &sc.Targets[i]
		k := t.Ref.Kind
		if t.Part != scene.PartBody || k != journey.KindStage && k != journey.KindStep && k != journey.KindLane {
			continue
		}
		title := t.Bounds
		if i+1 < len(sc.Targets) && sc.Targets[i+1].Ref == t.Ref && sc.Targets[i+1].Part == scene.PartTitle {
			title = sc.Targets[i+1].Bounds
		}
		var words, ground, signs, fixed []scene.Item
		sc.Visible(t.Bounds, func(it *scene.Item) {
			switch {
			case it.From != t.Ref:
			case desk.InBlock(it, t.Bounds, title):
				words = append(words, *it)
			case desk.IsSign(it, t.Bounds):
				signs = append(signs, *it)
			case k != journey.KindLane:
				ground = append(ground, *it)
			case it.Bounds.Max.X <= g.Labels.Max.X+2:
				fixed = append(fixed, *it)
			}
		})
		text := plateOf(plateKey{t.Ref, 1}, words)
		block := desk.Block(sc, t.Ref, t.Bounds, title)
		if k != journey.KindLane {
			s.heads = append(s.heads, head{t.Ref, t.Bounds, block, plateOf(plateKey{t.Ref, 0}, ground), text, plateOf(plateKey{t.Ref, 2}, signs)})
			continue
		}
		l := label{body: t.Bounds, block: block, text: text}
		for n, it := range fixed {
			l.fixed = append(l.fixed, plateOf(plateKey{t.Ref, 2 + n}, []scene.Item{it}))
		}
		sc.Visible(geom.R(t.Bounds.Center().X, t.Bounds.Max.Y-1, 1, 2), func(it *scene.Item) {
			if m, ok := it.Mark.(*scene.Stroke); ok && it.Bounds.H() < 3 && it.Bounds.W() > t.Bounds.W() {
				l.line = nrgba(m.Color)
			}
		})
		s.labels = append(s.labels, l)
	}
	corner := geom.Rect{Min: geom.Pt(g.Labels.Min.X, g.Headers.Min.Y), Max: geom.Pt(g.Labels.Max.X, g.Headers.Max.Y)}
	n := 0
	sc.Visible(corner, func(it *scene.Item) {
		if _, ok := it.Mark.(*scene.Text); ok && corner.Contains(it.Bounds.Center()) {
			s.corner = append(s.corner, plateOf(plateKey{journey.Ref{}, n}, []scene.Item{*it}))
			n++
		}
	})
}

func (s *Strips) placeHeads(list []fyne.CanvasObject, st desk.Strips, v editor.Viewport) []fyne.CanvasObject {
	s.rect(s.headGround, st.Head)
	list = append(list, s.headGround)
	k := v.Transform.K
	for _, h := range s.heads {
		body := st.Body(h.ref.Kind, h.body)
		if body.Max.X < st.Head.Min.X || body.Min.X > st.Head.Max.X {
			continue
		}
		if p := h.ground; p != nil {
			at := geom.Pt(v.ToView(p.rect.Min).X, st.HeadY(p.rect.Min.Y))
			list = s.put(list, p, at, sizing{s.scene, k, st.K})
		}
		if p := h.sign; p != nil { // as far from the right end as on the map
			x := body.Max.X - (h.body.Max.X-p.rect.Min.X)*st.K
			list = s.put(list, p, geom.Pt(x, st.HeadY(p.rect.Min.Y)), sizing{s.scene, st.K, st.K})
		}
		if p := h.text; p != nil {
			list = s.put(list, p, st.Text(h.ref.Kind, h.body, h.block), sizing{s.scene, st.K, st.K})
		}
	}
	return list
}

func (s *Strips) placeLabels(list []fyne.CanvasObject, st desk.Strips, v editor.Viewport) []fyne.CanvasObject {
	s.rect(s.sideGround, st.Side)
	list = append(list, s.sideGround)
	for _, l := range s.labels {
		body := st.Body(journey.KindLane, l.body)
		if body.Max.Y < st.Side.Min.Y || body.Min.Y > st.Side.Max.Y {
			continue
		}
		if l.line != nil {
			if s.ruled == len(s.lines) {
				s.lines = append(s.lines, &canvas.Line{})
			}
			line := s.lines[s.ruled]
			s.ruled++
			line.StrokeColor, line.StrokeWidth = l.line, 1
			y := math.Round(body.Max.Y)
			line.Position1, line.Position2 = s.pos(geom.Pt(math.Max(0, st.SideX(l.body.Min.X)), y)), s.pos(geom.Pt(st.Side.Max.X, y))
			list = append(list, line)
		}
		look := sizing{s.scene, st.K, st.K}
		for _, p := range l.fixed {
			mid := v.ToView(p.rect.Center()).Y - p.rect.H()*st.K/2
			list = s.put(list, p, geom.Pt(st.SideX(p.rect.Min.X), mid), look)
		}
		if p := l.text; p != nil {
			list = s.put(list, p, st.Text(journey.KindLane, l.body, l.block), look)
		}
	}
	return list
}

// placeCorner puts the word for the headers where column and band cross, and the soft edges.
func (s *Strips) placeCorner(list []fyne.CanvasObject, st desk.Strips, v editor.Viewport) []fyne.CanvasObject {
	const soft = 7 // units of Fyne
	head, side := !st.Head.Empty(), !st.Side.Empty()
	if head && side {
		s.rect(s.cornerGround, geom.Rect{Min: geom.Pt(st.Side.Min.X, st.Head.Min.Y), Max: geom.Pt(st.Side.Max.X, st.Head.Max.Y)})
		list = append(list, s.cornerGround)
	}
	for _, p := range s.corner {
		at := geom.Pt(v.ToView(p.rect.Min).X, v.ToView(p.rect.Min).Y)
		if side {
			at.X = st.SideX(p.rect.Min.X)
		}
		if head {
			at.Y = st.HeadY(p.rect.Min.Y)
		}
		list = s.put(list, p, at, sizing{s.scene, st.K, st.K})
	}
	if head {
		at := s.pos(geom.Pt(st.Head.Min.X, st.Head.Max.Y))
		s.headShade.Move(at)
		s.headShade.Resize(fyne.NewSize(float32(st.Head.W()/s.scale), soft))
		list = append(list, s.headShade)
	}
	if side {
		at := geom.Pt(st.Side.Max.X, st.Side.Min.Y)
		if head {
			at.Y = st.Head.Max.Y
		}
		s.sideShade.Move(s.pos(at))
		s.sideShade.Resize(fyne.NewSize(soft, float32((st.Side.Max.Y-at.Y)/s.scale)))
		list = append(list, s.sideShade)
	}
	return list
}

// put places a plate, and asks for it to be painted if it is of something else or another size.
func (s *Strips) put(list []fyne.CanvasObject, p *plate, at geom.Point, want sizing) []fyne.CanvasObject {
	if p.want = want; p.of != want && !p.waiting {
		p.waiting = true
		s.due = append(s.due, p)
	}
	if p.pixels == nil {
		return list
	}
	p.view.Move(s.pos(geom.Pt(math.Round(at.X), math.Round(at.Y))))
	size := fyne.NewSize(float32(math.Ceil(p.rect.W()*want.kx)/s.scale), float32(math.Ceil(p.rect.H()*want.ky)/s.scale))
	if p.view.Size() != size {
		p.view.Resize(size)
	}
	return append(list, p.view)
}

// paint has what is due painted elsewhere.
func (s *Strips) paint() {
	if s.working || len(s.due) == 0 {
		return
	}
	s.working = true
	due := s.due
	s.due = nil
	wants := make([]sizing, len(due))
	for i, p := range due {
		wants[i] = p.want
	}
	go func() {
		made := make([]*image.RGBA, len(due))
		for i, p := range due {
			made[i] = plateImage(p.items, p.rect, wants[i])
		}
		s.do(func() { s.take(due, wants, made) })
	}()
}

// take brings painted plates onto the screen, on the goroutine of the window.
func (s *Strips) take(due []*plate, wants []sizing, made []*image.RGBA) {
	s.working = false
	for i, p := range due {
		p.waiting, p.of = false, wants[i]
		if same(p.pixels, made[i]) && p.view.Image != nil {
			continue
		}
		p.pixels, p.view.Image = made[i], made[i]
		p.view.Refresh()
	}
	if s.Painted != nil {
		s.Painted()
	}
}

// Settled reports whether all that is in a strip is sharp and current.
func (s *Strips) Settled() bool { return !s.box.Visible() || !s.working && len(s.due) == 0 }

// plateImage paints marks on nothing, wider than high where kx is more than ky.
func plateImage(items []scene.Item, rect geom.Rect, l sizing) *image.RGBA {
	f := l.kx / l.ky
	wide := geom.Rect{Min: geom.Pt(rect.Min.X*f, rect.Min.Y), Max: geom.Pt(rect.Max.X*f, rect.Max.Y)}
	alone := &scene.Scene{Bounds: wide}
	for _, it := range items {
		if f != 1 {
			it = widened(it, f)
		}
		alone.Items = append(alone.Items, it)
	}
	alone.Seal()
	size := image.Pt(int(math.Ceil(rect.W()*l.kx)), int(math.Ceil(rect.H()*l.ky)))
	return raster.Tile(alone, geom.Transform{K: l.ky, D: wide.Min.Mul(-l.ky)}, image.Rectangle{Max: size}, scene.Color{})
}

// widened is a shape stretched across.
func widened(it scene.Item, f float64) scene.Item {
	stretch := func(p geom.Path) geom.Path {
		q := geom.Path{Verbs: p.Verbs, Points: slices.Clone(p.Points)}
		for i := range q.Points {
			q.Points[i].X *= f
		}
		return q
	}
	switch m := it.Mark.(type) {
	case *scene.Fill:
		it.Mark = &scene.Fill{Path: stretch(m.Path), Color: m.Color, Gradient: m.Gradient}
	case *scene.Stroke:
		it.Mark = &scene.Stroke{Path: stretch(m.Path), Pen: m.Pen, Color: m.Color}
	}
	it.Bounds.Min.X *= f
	it.Bounds.Max.X *= f
	return it
}

func (s *Strips) pos(p geom.Point) fyne.Position {
	return fyne.NewPos(float32(p.X/s.scale), float32(p.Y/s.scale))
}

func (s *Strips) rect(c *canvas.Rectangle, r geom.Rect) {
	c.Move(s.pos(r.Min))
	c.Resize(fyne.NewSize(float32(r.W()/s.scale), float32(r.H()/s.scale)))
}
