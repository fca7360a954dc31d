// Package matrix draws the priorities of a map: its pains by severity and impact, or its
// opportunities by effort and value, each card as a chip in its cell, with a tray of those that
// nobody has rated and a list of the others in the order in which they are worth taking up.
//
// The sheet is a scene like that of a map, for the same painters; on the screen a Plan also says
// what stands where. Units are points, the origin is top left, y grows downward.
package matrix

import (
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/pen"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/priority"
)

// Size is the sheet on paper: A4, landscape.
var Size = geom.Size{W: 841.89, H: 595.28}

// Options are what a matrix is drawn with. The zero value is a sheet of paper in the map's own look.
type Options struct {
	Sheet    *style.Sheet  // nil: with the palette of the map
	Words    *words.Table  // nil: the language of the project
	Measurer text.Measurer // nil: the shared library of faces
	Size     geom.Size     // zero: Size
	Bare     bool          // for the screen: no title, no legend, a narrow margin
	Stage    journey.ID    // only the cards of this stage; empty: all
	From     int           // the first of the tray that is shown
}

// Chip is where a card stands.
type Chip struct {
	Ref   journey.Ref
	At    priority.Cell // not rated: in the tray
	Rect  geom.Rect
	Coin  bool // only its number has room
	Lists bool // a line of the list: it can be pressed, not dragged
}

// Plan is a drawn matrix.
type Plan struct {
	Scene  *scene.Scene // sealed
	Matrix priority.Matrix
	Plot   geom.Rect // the cells together
	Tray   geom.Rect
	Chips  []Chip        // later ones lie above
	More   int           // of the tray, below what is shown
	Hues   []scene.Color // of the stages of the map
}

// CellRect returns where a cell is.
func (p *Plan) CellRect(at priority.Cell) geom.Rect {
	columns, rows := p.Matrix.Kind.Size()
	w, h := p.Plot.W()/float64(columns), p.Plot.H()/float64(rows)
	return geom.R(p.Plot.Min.X+float64(at.Column-1)*w, p.Plot.Max.Y-float64(at.Row)*h, w, h)
}

// CellAt returns the cell at a place; false where there is none.
func (p *Plan) CellAt(at geom.Point) (priority.Cell, bool) {
	if !p.Plot.Contains(at) {
		return priority.Cell{}, false
	}
	columns, rows := p.Matrix.Kind.Size()
	return priority.Cell{
		Column: min(int((at.X-p.Plot.Min.X)/p.Plot.W()*float64(columns))+1, columns),
		Row:    min(int((p.Plot.Max.Y-at.Y)/p.Plot.H()*float64(rows))+1, rows),
	}, true
}

// ChipAt returns the topmost chip at a place; nil if there is none.
func (p *Plan) ChipAt(at geom.Point) *Chip {
	for i := len(p.Chips) - 1; i >= 0; i-- {
		if p.Chips[i].Rect.Contains(at) {
			return &p.Chips[i]
		}
	}
	return nil
}

// ChipOf returns the chip of a card in its cell or in the tray; nil if it has no room.
func (p *Plan) ChipOf(ref journey.Ref) *Chip {
	for i := range p.Chips {
		if p.Chips[i].Ref == ref && !p.Chips[i].Lists {
			return &p.Chips[i]
		}
	}
	return nil
}

// sheet is one Arrange under way.
type sheet struct {
	pen.Pen
	st   *style.Sheet
	pal  style.Palette
	p    journey.Project
	m    priority.Matrix
	w    *words.Table
	o    Options
	ref  journey.Ref // the map
	plan *Plan
}

// Arrange draws a matrix of a map. The same project, map and options give the same Plan. A map that
// is not there gives an empty matrix.
func Arrange(p journey.Project, mapID journey.ID, k priority.Kind, o Options) *Plan {
	m := priority.Of(p, mapID, k)
	info := p.Info()
	if o.Sheet == nil {
		name := m.Map.Palette
		if name == "" {
			name = info.Palette
		}
		o.Sheet = style.New(name)
	}
	if o.Words == nil {
		o.Words = words.In(info.Language)
	}
	if o.Measurer == nil {
		o.Measurer = text.Default()
	}
	if o.Size == (geom.Size{}) {
		o.Size = Size
	}
	s := &sheet{
		Pen: pen.Pen{Style: o.Sheet, Measurer: o.Measurer, Scene: &scene.Scene{MapID: mapID, Title: m.Map.Title}},
		st:  o.Sheet, pal: o.Sheet.Palette, p: p, m: m.Only(o.Stage), w: o.Words, o: o,
		ref: journey.Ref{Kind: journey.KindMap, ID: mapID},
	}
	s.plan = &Plan{Scene: s.Scene, Matrix: s.m}
	s.Scene.Bounds = geom.R(0, 0, o.Size.W, o.Size.H)
	for i := range s.m.Stages {
		s.plan.Hues = append(s.plan.Hues, s.hue(i))
	}
	s.draw()
	s.Scene.Seal()
	return s.plan
}

// hue is the colour of a stage.
func (s *sheet) hue(i int) scene.Color {
	if i < len(s.m.Stages) {
		if own, ok := s.pal.Own(s.m.Stages[i].Color); ok {
			return style.Readable(own, s.pal.OnHue)
		}
	}
	return s.pal.Stage(i, len(s.m.Stages))
}

// name is what a person calls a card.
func (s *sheet) name(e priority.Entry) string { return insight.Name(s.p, e.Ref(), s.w) }

// ink and ground are the colours of what the matrix is about.
func (s *sheet) ink() scene.Color {
	if s.m.Kind == priority.Pains {
		return s.pal.PainInk
	}
	return s.pal.ChanceInk
}

// Sheets draws the matrices of a map for paper, the pains first. One that the map has no card for is
// left out, unless it has none at all.
func Sheets(p journey.Project, mapID journey.ID, o Options) []*scene.Scene {
	var list []*scene.Scene
	for _, k := range priority.Kinds {
		if plan := Arrange(p, mapID, k, o); len(plan.Matrix.Entries) > 0 || k == priority.Chances && len(list) == 0 {
			list = append(list, plan.Scene)
		}
	}
	return list
}
