// Package scene is the drawn map as plain data: a flat display list of marks with the record each
// came from, what can be touched, and the grid it stands on.
//
// Units are points (1/72 inch), the origin is top left, y grows downward. A Scene is built once
// by canvas/layout and never changed; it may be read from any goroutine. A mark holds text that
// is shaped and broken already and colours that are chosen already, so whoever paints it needs
// to know nothing of journeys.
package scene

import (
	"jejak/canvas/geom"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Color is a colour that is not multiplied with its opacity: 0xRRGGBB and A from 0 to 1.
type Color struct {
	R, G, B uint8
	A       float64
}

// RGB is the opaque colour 0xRRGGBB.
func RGB(hex uint32) Color {
	return Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 1}
}

// Alpha returns c with the opacity a.
func (c Color) Alpha(a float64) Color {
	c.A = a
	return c
}

// Pen says how a path is stroked. Caps and joins are round.
type Pen struct {
	Width float64   // points
	Dash  []float64 // on, off, … in points; nil: solid
}

// Gradient is a vertical blend: From at Y0, To at Y1.
type Gradient struct {
	Y0, Y1   float64
	From, To Color
}

// Mark is one thing to paint: *Fill, *Stroke, *Text, *Picture or *Shadow.
type Mark interface{ mark() }

// Fill paints the inside of a path, by the non-zero rule.
type Fill struct {
	Path     geom.Path
	Color    Color
	Gradient *Gradient // nil: Color; otherwise in its place
}

// Stroke paints along a path.
type Stroke struct {
	Path  geom.Path
	Pen   Pen
	Color Color
}

// Text paints one shaped line. At is the start of its base line; Size is in points.
type Text struct {
	Line  text.Line
	Text  string // source text of the line, for searching
	At    geom.Point
	Size  float64
	Color Color
}

// Picture paints an image, stretched over Rect. Data is PNG or JPEG as it stands in the project;
// painters cache what they decode by Key. What can not be decoded is painted as a crossed box.
type Picture struct {
	Rect geom.Rect
	Clip geom.Path // what of Rect is seen; empty: all of it
	Key  journey.ID
	Data []byte
	Alt  string
}

// Seen returns what of p can be seen at most: Rect, or what Clip leaves of it.
func (p *Picture) Seen() geom.Rect {
	if len(p.Clip.Verbs) == 0 {
		return p.Rect
	}
	return p.Rect.Intersect(p.Clip.Bounds())
}

// Shadow paints the soft shadow of a rounded rectangle: a blur of the given radius in points,
// moved down by Dy. It is drawn under what casts it. Painters that can not blur (PDF, SVG) may
// stack a few translucent shapes.
type Shadow struct {
	Rect   geom.Rect
	Corner float64
	Blur   float64
	Dy     float64
	Color  Color
}

func (*Fill) mark()    {}
func (*Stroke) mark()  {}
func (*Text) mark()    {}
func (*Picture) mark() {}
func (*Shadow) mark()  {}

// Item is a mark in its place in the display list. Bounds hold all that it paints, the width of
// the pen, blur and overhang of glyphs included.
type Item struct {
	From   journey.Ref // what it was drawn for; zero: the map itself
	Bounds geom.Rect
	Mark   Mark
	Layer  int // which of Scene.Layers it belongs to, counted from 1; 0: none
}

// Part tells which part of a record a Target is.
type Part string

// The parts that can be touched.
const (
	PartBody  Part = "body"  // a card, a stage header, a lane label, a persona box
	PartTitle Part = "title" // text that can be edited in place: title
	PartText  Part = "text"  // … second text: card text, stage goal, lane hint, scenario, quote
	PartPoint Part = "point" // a point of a curve
	PartCurve Part = "curve" // a curve between its points
	PartLink  Part = "link"  // a link's line or label
)

// Target is something a pointer can touch. Later targets lie above earlier ones.
type Target struct {
	Ref    journey.Ref
	Part   Part
	Bounds geom.Rect
	Path   geom.Path // for lines (curve, link): what the pointer must be near; empty: Bounds
	// Edit says how the text of a PartTitle or PartText is set, for editing in place.
	Edit *Edit
}

// Edit is what an in-place editor needs to look like the text it stands for.
type Edit struct {
	Rect  geom.Rect // where the text is set; its width is the width lines are broken at
	Spec  text.Spec
	Color Color
	Lead  float64 // points from base line to base line
}

// Layer is what a reader of a document can show and hide: the curve of a persona.
type Layer struct {
	Ref  journey.Ref
	Name string
}

// Link leads from a place on the map to somewhere else.
type Link struct {
	From   journey.Ref // the record that stands there
	Bounds geom.Rect
	URL    string      // http, https or mailto; empty: To
	To     journey.Ref // a card or a map
	Label  string      // where it leads, in words
}

// Note is a comment at its place on the map.
type Note struct {
	At           journey.Ref // what it is about
	Bounds       geom.Rect   // where that stands
	Author, Text string
	Created      int // Unix milliseconds
	Resolved     bool
}

// Column is a stage, or a step of one, as it stands in the grid.
type Column struct {
	StageID journey.ID
	StepID  journey.ID // empty: the whole stage, or a stage without steps
	X0, X1  float64
}

// Row is a lane as it stands in the grid.
type Row struct {
	LaneID journey.ID
	Kind   journey.LaneKind
	Y0, Y1 float64
	// Up and Down are where +2 and −2 lie, for a lane of emotions; both 0 otherwise.
	Up, Down float64
}

// Cell is where a column and a row cross. Cards lists its cards from top to bottom; Slots are the
// rectangles they stand in, one more than there are cards: the last is where a new card would
// stand.
type Cell struct {
	Column, Row int // indexes into Grid
	Rect        geom.Rect
	Cards       []journey.ID
	Slots       []geom.Rect
}

// Grid is what gestures reckon with: where stages, lanes and cells are.
type Grid struct {
	Columns []Column
	Rows    []Row
	Cells   []Cell // row by row, len(Columns) each
	// Headers is the band of the stage headers, Labels the column of the lane labels. Head is all
	// that stands over the lanes: bands, headers and the titles of steps.
	Headers, Labels, Head geom.Rect
	Ring                  *Ring // nil: a row
}

// CellAt returns the cell at p, nil if there is none.
func (g *Grid) CellAt(p geom.Point) *Cell {
	if g.Ring != nil {
		return g.ringCell(p)
	}
	for r, row := range g.Rows {
		if p.Y < row.Y0 || p.Y >= row.Y1 {
			continue
		}
		for c, col := range g.Columns {
			if p.X >= col.X0 && p.X < col.X1 {
				return g.Cell(c, r)
			}
		}
	}
	return nil
}

// Cell returns the cell of a column and a row, nil if there is none.
func (g *Grid) Cell(column, row int) *Cell {
	i := row*len(g.Columns) + column
	if column < 0 || row < 0 || column >= len(g.Columns) || i >= len(g.Cells) {
		return nil
	}
	return &g.Cells[i]
}

// Scene is one map, drawn.
type Scene struct {
	MapID   journey.ID
	Title   string
	Bounds  geom.Rect // the paper, margins included; Min is 0,0
	Items   []Item    // in painting order
	Targets []Target  // from bottom to top
	Grid    Grid

	// What documents have besides the picture.
	Layers []Layer
	Links  []Link
	Notes  []Note
	Alts   map[journey.Ref]string // what a curve shows, in words, by persona

	items   index
	targets index
}
