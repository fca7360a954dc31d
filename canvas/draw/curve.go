package draw

import (
	"cmp"
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// Through is a smooth curve through points of rising X that never overshoots: between two
// neighbours it stays between their values, and where the values turn, it is level. It is the
// monotone cubic of F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation",
// SIAM J. Numer. Anal. 17 (1980). Points must be sorted by X; of two with the same X the first
// counts.
func Through(pts []geom.Point) geom.Path {
	pts = slices.CompactFunc(slices.Clone(pts), func(a, b geom.Point) bool { return math.Abs(b.X-a.X) < 1e-9 })
	var p geom.Path
	if len(pts) == 0 {
		return p
	}
	p.Move(pts[0])
	n := len(pts) - 1
	slope := make([]float64, n) // of the chords
	for i := range n {
		slope[i] = (pts[i+1].Y - pts[i].Y) / (pts[i+1].X - pts[i].X)
	}
	tangent := make([]float64, n+1)
	for i := range tangent {
		switch {
		case n == 0:
		case i == 0:
			tangent[i] = slope[0]
		case i == n:
			tangent[i] = slope[n-1]
		case slope[i-1]*slope[i] <= 0:
			tangent[i] = 0
		default:
			tangent[i] = (slope[i-1] + slope[i]) / 2
		}
	}
	for i := range n {
		if slope[i] == 0 {
			tangent[i], tangent[i+1] = 0, 0
			continue
		}
		a, b := tangent[i]/slope[i], tangent[i+1]/slope[i]
		if s := a*a + b*b; s > 9 {
			k := 3 / math.Sqrt(s)
			tangent[i], tangent[i+1] = k*a*slope[i], k*b*slope[i]
		}
	}
	for i := range n {
		dx := (pts[i+1].X - pts[i].X) / 3
		p.Cubic(
			geom.Pt(pts[i].X+dx, pts[i].Y+dx*tangent[i]),
			geom.Pt(pts[i+1].X-dx, pts[i+1].Y-dx*tangent[i+1]),
			pts[i+1],
		)
	}
	return p
}

// ValueY is where a feeling from −2 to +2 lies between up (+2) and down (−2).
func ValueY(value, up, down float64) float64 { return down + (value+2)/4*(up-down) }

// YValue is the feeling at y, the way back from ValueY.
func YValue(y, up, down float64) float64 { return (y-down)/(up-down)*4 - 2 }

// Areas returns what lies between a curve and the zero line: the part above and the part below.
func Areas(curve geom.Path, zero float64) (above, below geom.Path) {
	var line []geom.Point
	curve.Flatten(0.25, func(a, b geom.Point) {
		if len(line) == 0 {
			line = append(line, a)
		}
		if (a.Y-zero)*(b.Y-zero) < 0 {
			t := (zero - a.Y) / (b.Y - a.Y)
			line = append(line, geom.Pt(a.X+t*(b.X-a.X), zero))
		}
		line = append(line, b)
	})
	if len(line) < 2 {
		return
	}
	side := func(keep func(y float64) float64) geom.Path {
		pts := make([]geom.Point, 0, len(line)+2)
		pts = append(pts, geom.Pt(line[0].X, zero))
		flat := true
		for _, q := range line {
			y := keep(q.Y)
			flat = flat && y == zero
			pts = append(pts, geom.Pt(q.X, y))
		}
		if flat {
			return geom.Path{}
		}
		return geom.Polygon(append(pts, geom.Pt(line[len(line)-1].X, zero))...)
	}
	return side(func(y float64) float64 { return math.Min(y, zero) }), side(func(y float64) float64 { return math.Max(y, zero) })
}

// Feeling is one point of a curve: At of the Point is what it is tied to, Place where it is drawn.
type Feeling struct {
	journey.Point
	Along float64 // where its moment lies on the way through the map
	Place geom.Point
}

func (f Feeling) ref() journey.Ref { return journey.RefTo(f.Point) }

// Curve is what one persona feels over the map.
type Curve struct {
	Cast   *Cast
	Order  int // among the personas of the map: chooses marker and dash
	Points []Feeling
	Path   geom.Path
	Hero   bool // the one drawn with area and faces
	Faded  bool // another persona has the focus
}

// Curves collects the curves of the personas a lane shows, the hero last so that it lies on top.
// moments says how far along the map each moment is, place where a feeling from −2 to +2 is drawn there,
// and line joins the points, which are in order.
func (d *Drawing) Curves(shows func(persona journey.ID) bool, moments map[journey.Ref]float64, place func(along, value float64) geom.Point, line func([]Feeling) geom.Path) []Curve {
	focus := false
	for _, c := range d.Cast {
		focus = focus || c.Focused && !c.Hidden
	}
	var cs []Curve
	hero := -1
	for i := range d.Cast {
		c := &d.Cast[i]
		if c.Hidden || !shows(c.PersonaID) {
			continue
		}
		cv := Curve{Cast: c, Order: i, Faded: focus && !c.Focused}
		for _, p := range d.Index.Points[c.PersonaID] {
			if x, ok := moments[p.At]; ok && !math.IsNaN(p.Value) {
				p.Value = math.Min(math.Max(p.Value, -2), 2)
				cv.Points = append(cv.Points, Feeling{p, x, place(x, p.Value)})
			}
		}
		slices.SortStableFunc(cv.Points, func(a, b Feeling) int { return cmp.Compare(a.Along, b.Along) })
		cv.Path = line(cv.Points)
		if len(cv.Points) > 0 && !cv.Faded && hero < 0 {
			hero = len(cs)
			cv.Hero = true
		}
		cs = append(cs, cv)
	}
	if hero >= 0 {
		cs = append(append(slices.Clone(cs[:hero]), cs[hero+1:]...), cs[hero])
	}
	return cs
}

// dashes and markers go together: persona by persona, so that curves stay apart without colour.
var dashes = [][]float64{nil, {6, 4}, {1.5, 4}, {10, 4, 2, 4}, {3, 3}, {12, 5}}

// DrawCurve paints the line of a curve, which can be touched.
func (d *Drawing) DrawCurve(c *Curve) {
	if len(c.Points) < 2 {
		return
	}
	color, width := c.Cast.Color, d.Style.SecondCurveWidth
	if c.Hero {
		width = d.Style.CurveWidth
	}
	if c.Faded {
		color = style.Mix(d.Palette.Paper, color, 0.3)
	}
	d.Stroke(c.Cast.Ref, c.Path, width, color, Dash(c.Order)...)
	d.Scene.Targets = append(d.Scene.Targets, scene.Target{Ref: c.Cast.Ref, Part: scene.PartCurve, Bounds: c.Path.Bounds().Inset(-2), Path: c.Path})
}

// Moments lists column by column what a feeling can be tied to: what has feelings as a whole, the
// touchpoints in their order, then whatever else has feelings.
func (d *Drawing) Moments(columns []scene.Column) [][]journey.Ref {
	felt := map[journey.Ref]bool{}
	for _, pts := range d.Index.Points {
		for _, p := range pts {
			felt[p.At] = true
		}
	}
	list := make([][]journey.Ref, len(columns))
	for i, c := range columns {
		first := i == 0 || columns[i-1].StageID != c.StageID
		var refs []journey.Ref
		whole := []journey.Ref{{Kind: journey.KindStep, ID: c.StepID}}
		if first {
			whole = append([]journey.Ref{{Kind: journey.KindStage, ID: c.StageID}}, whole...)
		}
		for _, r := range whole {
			if r.ID != "" && felt[r] {
				refs = append(refs, r)
			}
		}
		for _, touch := range []bool{true, false} {
			for _, l := range d.Index.Lanes {
				if (l.LaneKind == journey.LaneTouchpoints) != touch {
					continue
				}
				for _, card := range d.CardsIn(c, first, l.ID) {
					if r := journey.RefTo(card); touch || felt[r] {
						refs = append(refs, r)
					}
				}
			}
		}
		list[i] = refs
	}
	return list
}

// CardsIn lists the cards of a column in a lane; those of the stage as a whole come first, in the
// first column of it.
func (d *Drawing) CardsIn(c scene.Column, first bool, lane journey.ID) []journey.Card {
	cards := d.Index.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: lane}]
	if first && c.StepID != "" {
		return append(slices.Clone(d.Index.Cards[journey.CellKey{StageID: c.StageID, LaneID: lane}]), cards...)
	}
	return cards
}
