package scene

import (
	"math"

	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Ring is where things stand on a map that is drawn as a ring: a band of stages round a middle in
// which the feelings are drawn, and for each stage a panel outside. Columns and rows of its Grid
// have no places of their own then, only cells have. Turns are radians, clockwise from the top,
// 0 to 2π.
type Ring struct {
	Center       geom.Point
	Inner, Outer float64 // radii of the band of the stages
	// Down and Up are the radii where −2 and +2 lie; both 0: no feelings are drawn.
	Down, Up float64
	Sectors  []Sector // by column of the Grid
}

// Sector is what a column has of a ring.
type Sector struct {
	From, To float64   // turns
	Head     geom.Rect // about the segment of its stage, which it may share with other columns
	Panel    geom.Rect // where the cards of its stage stand
}

// Turn returns in which direction from the middle p lies.
func (r *Ring) Turn(p geom.Point) float64 {
	turn := math.Atan2(p.X-r.Center.X, r.Center.Y-p.Y)
	if turn < 0 {
		turn += 2 * math.Pi
	}
	return turn
}

// At returns the place in a direction from the middle.
func (r *Ring) At(turn, radius float64) geom.Point {
	return geom.Pt(r.Center.X+radius*math.Sin(turn), r.Center.Y-radius*math.Cos(turn))
}

// Radius is where a feeling from −2 to +2 lies.
func (r *Ring) Radius(value float64) float64 { return r.Down + (value+2)/4*(r.Up-r.Down) }

// Value is the feeling at p, which may lie beyond −2 and +2.
func (r *Ring) Value(p geom.Point) float64 {
	return (p.Dist(r.Center)-r.Down)/(r.Up-r.Down)*4 - 2
}

// Feels reports whether p lies where feelings are drawn.
func (r *Ring) Feels(p geom.Point) bool {
	d := p.Dist(r.Center)
	return r.Up > r.Down && d <= r.Inner && d >= r.Down*0.8
}

// sectorAt returns the column whose sector or panel holds p, −1 if none does.
func (g *Grid) sectorAt(p geom.Point) int {
	r := g.Ring
	if p.Dist(r.Center) <= r.Outer {
		turn := r.Turn(p)
		for i, s := range r.Sectors {
			if turn >= s.From && turn < s.To {
				return i
			}
		}
		return -1
	}
	found := -1
	for i, s := range r.Sectors {
		if !s.Panel.Contains(p) {
			continue
		}
		if found < 0 {
			found = i
		}
		for row := range g.Rows {
			if g.Cell(i, row).Rect.Contains(p) {
				return i
			}
		}
	}
	return found
}

// ColumnAt returns the index of the column that p belongs to, whatever its row; −1 if it belongs to
// none.
func (g *Grid) ColumnAt(p geom.Point) int {
	if g.Ring != nil {
		return g.sectorAt(p)
	}
	for i, c := range g.Columns {
		if p.X >= c.X0 && p.X < c.X1 {
			return i
		}
	}
	return -1
}

// ringCell is CellAt on a ring: cells are where their cards stand, and feelings are felt all round.
func (g *Grid) ringCell(p geom.Point) *Cell {
	i := g.sectorAt(p)
	if i < 0 {
		return nil
	}
	for row := range g.Rows {
		if c := g.Cell(i, row); c.Rect.Contains(p) {
			return c
		}
	}
	if !g.Ring.Feels(p) {
		return nil
	}
	for row, r := range g.Rows {
		if r.Kind == journey.LaneEmotions {
			return g.Cell(i, row)
		}
	}
	return nil
}
