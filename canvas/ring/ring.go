// Package ring draws a journey map as a ring: the stages as a band round a circle, what is felt
// within it as a curve round the middle, and beside it a panel of cards for each stage. What the
// customer meets stands next to the ring, what the company does behind that, each in a zone that
// runs all round.
//
// All measures are points, origin top left, y down; turns are radians, clockwise from the top.
package ring

import (
	"math"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

const (
	columnW   = 168.0 // of a card
	columnGap = 10.0
	zonePad   = 13.0 // between the rim of a zone and its cards
	zoneHead  = 24.0 // of a zone above the next one, for its name
	zoneFoot  = 14.0
	hubGap    = 34.0 // between the ring and the panels beside it
	hubPad    = 30.0 // above and below the ring
	panelGap  = 20.0 // between panels
	corner    = 26.0
)

// figure is a map being drawn as a ring.
type figure struct {
	*draw.Drawing
	cols   []column
	zones  []zone // from the ring outward
	feels  []journey.Lane
	panels []*panel
	links  map[journey.ID][]journey.Link // by the card they begin at
	titles []title
	set    map[titleKey]draw.Text
	thick  float64 // of the band of stages
	well   float64 // radius that is kept free in the middle
	ring   *scene.Ring
	body   geom.Rect // what stands between title and footer
}

// column is a column of the grid with the stage it belongs to.
type column struct {
	scene.Column
	stage int  // index into Index.Stages
	first bool // of its stage
}

// zone is the lanes of one side of the counter.
type zone struct {
	name  string
	lanes []laneAt
	k     int // how many cards stand side by side
}

// laneAt is a lane with its row in the grid.
type laneAt struct {
	journey.Lane
	row int
}

func (z *zone) width() float64 { return widthOf(z.k) + 2*zonePad }

// widthOf is what k cards side by side take.
func widthOf(k int) float64 { return float64(k)*(columnW+columnGap) - columnGap }

// Draw draws the map onto d, whose scene is empty, and returns how far along the way each moment is
// that a feeling can be tied to: its turn.
func Draw(d *draw.Drawing) map[journey.Ref]float64 {
	f := &figure{Drawing: d, ring: &scene.Ring{}}
	f.gather()
	f.measureTitles()
	f.measurePanels()
	f.plan()
	top := d.TitleBlock(d.Style.Margin) + d.Style.HeaderGap
	f.stand(top)
	at := f.turns()
	f.drawZones()
	f.drawBand()
	f.drawFeelings(at)
	for _, p := range f.panels {
		f.drawPanel(p)
	}
	d.Scene.Grid.Labels = geom.R(d.Style.Margin, f.body.Min.Y, 0, f.body.H())
	end := d.Footer(f.body.Max.Y - 6)
	d.Scene.Bounds = geom.R(0, 0, d.Right+d.Style.Margin, end+d.Style.Margin)
	return at
}

// company reports whether a lane of that kind shows what the company does, not the customer.
func company(k journey.LaneKind) bool {
	switch k {
	case journey.LaneFrontstage, journey.LaneBackstage, journey.LaneSupport, journey.LaneOpportunities, journey.LaneMetrics:
		return true
	}
	return false
}

// gather sorts lanes and columns, and makes the grid without its places.
func (f *figure) gather() {
	g := &f.Scene.Grid
	g.Ring = f.ring
	for i, s := range f.Index.Stages {
		steps := f.Index.Steps[s.ID]
		if len(steps) == 0 {
			f.cols = append(f.cols, column{scene.Column{StageID: s.ID}, i, true})
		}
		for k, st := range steps {
			f.cols = append(f.cols, column{scene.Column{StageID: s.ID, StepID: st.ID}, i, k == 0})
		}
	}
	for _, c := range f.cols {
		g.Columns = append(g.Columns, c.Column)
	}
	var sides [2]zone
	sides[0].name, sides[1].name = f.Words.T("ring.customer"), f.Words.T("ring.company")
	for _, l := range f.Index.Lanes {
		if l.Hidden {
			continue
		}
		row := len(g.Rows)
		g.Rows = append(g.Rows, scene.Row{LaneID: l.ID, Kind: l.LaneKind})
		for i := range f.cols {
			g.Cells = append(g.Cells, scene.Cell{Column: i, Row: row})
		}
		switch {
		case l.LaneKind == journey.LaneEmotions:
			f.feels = append(f.feels, l)
		case company(l.LaneKind):
			sides[1].lanes = append(sides[1].lanes, laneAt{l, row})
		default:
			sides[0].lanes = append(sides[0].lanes, laneAt{l, row})
		}
	}
	for _, z := range sides {
		if len(z.lanes) > 0 {
			f.zones = append(f.zones, z)
		}
	}
	if len(f.zones) < 2 { // nothing to be told apart
		f.zones = append(f.zones, zone{})[:1]
		f.zones[0].name = ""
	}
	f.gatherLinks()
}

// right reports whether the panel of a stage stands at the right of the ring.
func (f *figure) right(stage int) bool {
	a0, a1 := f.span(stage)
	return (a0+a1)/2 <= math.Pi
}

// span is from where to where the segment of a stage reaches. A journey that does not begin again
// leaves a gap at the top.
func (f *figure) span(stage int) (from, to float64) {
	gap := 0.16
	if f.Index.Map.Cycle {
		gap = 0
	}
	n := float64(len(f.Index.Stages))
	each := (2*math.Pi - gap) / n
	from = gap/2 + float64(stage)*each
	return from, from + each
}

// turns gives every moment its direction: those of a column stand side by side in their order.
func (f *figure) turns() map[journey.Ref]float64 {
	at := map[journey.Ref]float64{}
	for i, refs := range f.Moments(f.Scene.Grid.Columns) {
		s := f.ring.Sectors[i]
		for k, r := range refs {
			at[r] = s.From + (float64(k)+0.5)/float64(len(refs))*(s.To-s.From)
		}
	}
	return at
}
