package layout

import (
	"cmp"
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// feeling is one point of a curve in its place.
type feeling struct {
	journey.Point
	at geom.Point
}

// curve is what one persona feels over the map.
type curve struct {
	cast  *cast
	order int // among the personas of the map: chooses marker and dash
	pts   []feeling
	path  geom.Path
	hero  bool // the one drawn with area and faces
	faded bool // another persona has the focus
}

// moments gives every place a feeling can be tied to its x: the touchpoints of a column side by
// side in their order, then whatever else of that column has feelings.
func (d *drawing) moments() map[journey.Ref]float64 {
	felt := map[journey.Ref]bool{}
	for _, pts := range d.x.Points {
		for _, p := range pts {
			felt[p.At] = true
		}
	}
	at := map[journey.Ref]float64{}
	for _, c := range d.cols {
		var refs []journey.Ref
		whole := []journey.Ref{{Kind: journey.KindStep, ID: c.StepID}}
		if c.first {
			whole = append([]journey.Ref{{Kind: journey.KindStage, ID: c.StageID}}, whole...)
		}
		for _, r := range whole {
			if r.ID != "" && felt[r] {
				refs = append(refs, r)
			}
		}
		for _, touch := range []bool{true, false} {
			for _, l := range d.x.Lanes {
				if (l.LaneKind == journey.LaneTouchpoints) != touch {
					continue
				}
				for _, card := range d.cardsIn(c, l.ID) {
					if r := journey.RefTo(card); touch || felt[r] {
						refs = append(refs, r)
					}
				}
			}
		}
		for i, r := range refs {
			at[r] = c.X0 + (float64(i)+0.5)/float64(len(refs))*(c.X1-c.X0)
		}
	}
	return at
}

// cardsIn lists the cards of a column in a lane, those of the stage as a whole first.
func (d *drawing) cardsIn(c column, lane journey.ID) []journey.Card {
	cards := d.x.Cards[journey.CellKey{StageID: c.StageID, StepID: c.StepID, LaneID: lane}]
	if c.first && c.StepID != "" {
		return append(slices.Clone(d.x.Cards[journey.CellKey{StageID: c.StageID, LaneID: lane}]), cards...)
	}
	return cards
}

// curves collects the curves a lane shows, the hero last so that it lies on top.
func (d *drawing) curves(r *row, up, down float64) []curve {
	at := d.moments()
	focus := false
	for _, c := range d.cast {
		focus = focus || c.Focused && !c.Hidden
	}
	var cs []curve
	hero := -1
	for i := range d.cast {
		c := &d.cast[i]
		if c.Hidden || (r.lane.PersonaID != "" && r.lane.PersonaID != c.PersonaID) {
			continue
		}
		cv := curve{cast: c, order: i, faded: focus && !c.Focused}
		for _, p := range d.x.Points[c.PersonaID] {
			if x, ok := at[p.At]; ok && !math.IsNaN(p.Value) {
				v := math.Min(math.Max(p.Value, -2), 2)
				cv.pts = append(cv.pts, feeling{p, geom.Pt(x, ValueY(v, up, down))})
			}
		}
		slices.SortStableFunc(cv.pts, func(a, b feeling) int { return cmp.Compare(a.at.X, b.at.X) })
		line := make([]geom.Point, len(cv.pts))
		for k, f := range cv.pts {
			line[k] = f.at
		}
		cv.path = Through(line)
		if len(cv.pts) > 0 && !cv.faded && hero < 0 {
			hero = len(cs)
			cv.hero = true
		}
		cs = append(cs, cv)
	}
	if hero >= 0 {
		cs = append(append(slices.Clone(cs[:hero]), cs[hero+1:]...), cs[hero])
	}
	return cs
}

// emotionPad is kept free above +2 and below −2, for faces and labels.
const emotionPad = 27

// emotions draws the lane of the curves.
func (d *drawing) emotions(r *row) {
	ref := journey.RefTo(r.lane)
	up, down := r.y+emotionPad, r.y+r.h-emotionPad
	d.scale(ref, up, down)
	cs := d.curves(r, up, down)
	zero := ValueY(0, up, down)
	for _, c := range cs {
		if !c.hero {
			continue
		}
		above, below := areas(c.path, zero)
		d.area(c.cast.ref, above, up, zero, d.pal.Good.Alpha(0.20), d.pal.Middle.Alpha(0.03))
		d.area(c.cast.ref, below, zero, down, d.pal.Middle.Alpha(0.03), d.pal.Bad.Alpha(0.24))
	}
	for i := range cs {
		d.drawCurve(&cs[i])
	}
	for i := range cs {
		d.markers(&cs[i])
	}
	d.bubbles(cs, geom.Rect{Min: geom.Pt(d.left, r.y+3), Max: geom.Pt(d.right, r.y+r.h-3)})
}

func (d *drawing) area(ref journey.Ref, p geom.Path, y0, y1 float64, from, to scene.Color) {
	if len(p.Verbs) == 0 {
		return
	}
	d.put(ref, p.Bounds(), &scene.Fill{Path: p, Color: from, Gradient: &scene.Gradient{Y0: y0, Y1: y1, From: from, To: to}})
}

// scaleMarks are the words of the scale.
var scaleMarks = []struct {
	value float64
	key   string
}{{2, "map.delighted"}, {0, "map.neutral"}, {-2, "map.furious"}}

// scale draws zero line, bands and the words at their left.
func (d *drawing) scale(ref journey.Ref, up, down float64) {
	y := func(v float64) float64 { return ValueY(v, up, down) }
	d.fill(ref, geom.RectPath(geom.R(d.left, y(2), d.right-d.left, y(1)-y(2))), d.pal.Good.Alpha(0.025))
	d.fill(ref, geom.RectPath(geom.R(d.left, y(-1), d.right-d.left, y(-2)-y(-1))), d.pal.Bad.Alpha(0.025))
	for _, v := range []float64{2, 1, -1, -2} {
		d.line(ref, d.left, y(v), d.right, y(v), d.st.Hairline, style.Mix(d.pal.Paper, d.pal.Line, 0.62))
	}
	d.line(ref, d.left, y(0), d.right, y(0), 1.1, style.Mix(d.pal.Line, d.pal.Second, 0.25))
	for _, m := range scaleMarks {
		d.writeRight(ref, d.w.T(m.key), d.st.ScaleLabel, d.left-8, y(m.value)-d.st.ScaleLabel.Lead/2)
	}
}

// dashes and markers go together: persona by persona, so that curves stay apart without colour.
var dashes = [][]float64{nil, {6, 4}, {1.5, 4}, {10, 4, 2, 4}, {3, 3}, {12, 5}}

func (d *drawing) drawCurve(c *curve) {
	if len(c.pts) < 2 {
		return
	}
	color, width := c.cast.color, d.st.SecondCurveWidth
	if c.hero {
		width = d.st.CurveWidth
	}
	if c.faded {
		color = style.Mix(d.pal.Paper, color, 0.3)
	}
	dash := dashes[c.order%len(dashes)]
	d.stroke(c.cast.ref, c.path, width, color, dash...)
	d.s.Targets = append(d.s.Targets, scene.Target{Ref: c.cast.ref, Part: scene.PartCurve, Bounds: c.path.Bounds().Inset(-2), Path: c.path})
}
