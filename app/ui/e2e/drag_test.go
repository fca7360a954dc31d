//go:build e2e

package e2e

import (
	"slices"
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/app/ui/picture"
	"jejak/app/ui/watch"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func TestDragCardToAnotherStage(t *testing.T) {
	s := sample(t)
	card, target := s.card("Eye test"), s.card("Posts a review")
	s.drag(s.body(card), s.above(target))
	p := s.saved()
	if got, want := titles(p, target.Cell()), "Eye, Posts, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	if got, want := titles(p, card.Cell()), "Tries, Pays"; got != want {
		t.Errorf("the cell it comes from holds %s, want %s", got, want)
	}
}

func TestDragCardToAnotherLane(t *testing.T) {
	s := sample(t)
	card, target := s.card("Is it the screen"), s.card("No full price")
	s.drag(s.body(card), s.above(target))
	if got, want := titles(s.saved(), target.Cell()), "Is, No"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
}

func TestCtrlDragCopies(t *testing.T) {
	s := sample(t)
	card, target := s.card("Tries on"), s.card("Posts a review")
	s.drag(s.body(card), s.above(target), "ctrl")
	p := s.saved()
	if got, want := titles(p, target.Cell()), "Tries, Posts, Brings"; got != want {
		t.Errorf("the cell holds %s, want %s", got, want)
	}
	if got, want := titles(p, card.Cell()), "Eye, Tries, Pays"; got != want {
		t.Errorf("the cell it comes from holds %s, want %s", got, want)
	}
}

func TestEscapeCancelsADrag(t *testing.T) {
	s := sample(t)
	from, to := s.body(s.card("Tries on")), s.above(s.card("Posts a review"))
	args := append(s.to(from), "mousedown", "1")
	s.x(append(append(args, s.way(from, to)...), "key", "Escape", "mouseup", "1")...)
	if p := s.saved(); !journey.Between(s.start, p).IsEmpty() {
		t.Errorf("something was changed: %+v", journey.Between(s.start, p))
	}
}

func TestDragStageByItsHeader(t *testing.T) {
	s := sample(t)
	s.drag(s.body(s.stage("Retention")), s.body(s.stage("Awareness")).Add(geom.Pt(-30, 0)))
	var got []string
	for _, st := range s.saved().StagesOf(s.mapID) {
		got = append(got, st.Title)
	}
	if want := "Retention Awareness Consideration Purchase Advocacy"; strings.Join(got, " ") != want {
		t.Errorf("the stages are %v, want %s", got, want)
	}
}

func TestDragLaneByItsLabel(t *testing.T) {
	s := sample(t)
	s.drag(s.body(s.lane(journey.LaneOpportunities)), s.body(s.lane(journey.LaneThoughts)).Add(geom.Pt(0, -12)))
	var got []journey.LaneKind
	for _, l := range s.saved().LanesOf(s.mapID) {
		got = append(got, l.LaneKind)
	}
	want := []journey.LaneKind{journey.LaneTouchpoints, journey.LaneOpportunities, journey.LaneThoughts,
		journey.LaneEmotions, journey.LanePains, journey.LaneMetrics}
	if !slices.Equal(got, want) {
		t.Errorf("the lanes are %v, want %v", got, want)
	}
}

func TestDragColumnWidth(t *testing.T) {
	s := sample(t)
	stage := s.stage("Awareness")
	grid := s.scene().Grid
	border := geom.Pt(grid.Columns[0].X1, grid.Headers.Center().Y)
	seen := s.rest()
	from := s.spot(seen, border)
	s.drag(from, from.Add(geom.Pt(60, 0)), "shift")
	got, _ := s.saved().Stages.Get(stage.ID)
	was := grid.Columns[0].X1 - grid.Columns[0].X0
	if want := was + 60/seen.View.K; got.Width < want-12 || got.Width > want+12 { // it snaps
		t.Errorf("it is %v wide, was %v, want about %v", got.Width, was, want)
	}
}

func TestDragLaneHeight(t *testing.T) {
	s := sample(t)
	lane := s.lane(journey.LaneThoughts)
	grid := s.scene().Grid
	row := grid.Rows[slices.IndexFunc(grid.Rows, func(r scene.Row) bool { return r.LaneID == lane.ID })]
	seen := s.rest()
	from := s.spot(seen, geom.Pt(grid.Labels.Center().X, row.Y1))
	s.drag(from, from.Add(geom.Pt(0, 50)))
	got, _ := s.saved().Lanes.Get(lane.ID)
	if want := row.Y1 - row.Y0 + 50/seen.View.K; got.Height < want-12 || got.Height > want+12 {
		t.Errorf("it is %v high, was %v, want about %v", got.Height, row.Y1-row.Y0, want)
	}
}

// handle is where a handle of what is chosen is.
func (s *sheet) handle(kind editor.HandleKind) geom.Point {
	s.t.Helper()
	seen := s.rest()
	for _, h := range seen.Handles {
		if h.Kind == kind {
			return h.At
		}
	}
	s.t.Fatalf("there is no such handle among %v", seen.Handles)
	return geom.Point{}
}

func TestDragSpan(t *testing.T) {
	s := sample(t)
	card := s.card("Promised day")
	s.click(s.body(card))
	s.drag(s.handle(editor.HandleSpan), s.body(s.card("Posts a review")))
	if got, _ := s.saved().Cards.Get(card.ID); got.Span != 2 {
		t.Errorf("it covers %d columns, want 2", got.Span)
	}
}

// point finds how the first persona feels at a card.
func (s *sheet) point(c journey.Card) journey.Point {
	s.t.Helper()
	persona := s.start.AppearancesOf(s.mapID)[0].PersonaID
	for pt := range s.start.Points.All() {
		if pt.At == journey.RefTo(c) && pt.PersonaID == persona {
			return pt
		}
	}
	s.t.Fatalf("nobody feels anything at %q", c.Title)
	return journey.Point{}
}

// unit is how far one step of the curve is up or down, in pixels.
func (s *sheet) unit() float64 {
	rows := s.scene().Grid.Rows
	row := rows[slices.IndexFunc(rows, func(r scene.Row) bool { return r.Kind == journey.LaneEmotions })]
	return (row.Down - row.Up) / 4 * s.rest().View.K
}

func TestDragEmotionPoint(t *testing.T) {
	s := sample(t)
	point := s.point(s.card("Day passes"))
	from := s.at(journey.RefTo(point), scene.PartPoint)
	s.drag(from, from.Add(geom.Pt(0, -2*s.unit())))
	if got, _ := s.saved().Points.Get(point.ID); got.Value != point.Value+2 {
		t.Errorf("the point is at %v, want %v", got.Value, point.Value+2)
	}
}

func TestDoubleClickOnTheCurveMakesAPoint(t *testing.T) {
	s := sample(t)
	// the curve has no point left where the card is that it stood for
	card := s.card("Day passes")
	point := s.point(card)
	at := s.at(journey.RefTo(point), scene.PartPoint)
	s.click(at)
	s.key("Delete")
	s.until("the point to go", func(n watch.Seen) bool { return n.Undo && len(n.Chosen) == 0 })
	seen := s.rest()
	now := s.start.Without(journey.RefTo(point))
	curve := onCurve(t, now, s.mapID, point.PersonaID, s.rect(journey.RefTo(point), scene.PartPoint).Center().X)
	s.x(append(s.to(s.spot(seen, curve)), "click", "--repeat", "2", "--delay", "40", "1")...)
	p := s.saved()
	if got, want := p.Points.Len(), s.start.Points.Len(); got != want {
		t.Fatalf("%d points, want %d", got, want)
	}
	for pt := range p.Points.All() {
		if pt.At == journey.RefTo(card) && pt.PersonaID == point.PersonaID {
			return
		}
	}
	t.Error("the new point stands for another card")
}

func TestLinkByItsHandle(t *testing.T) {
	s := sample(t)
	from, to := s.card("Sees a one-minute"), s.card("Looks for prices")
	s.click(s.body(from))
	s.drag(s.handle(editor.HandleLink), s.body(to))
	p := s.saved()
	for l := range p.Links.All() {
		if l.FromID == from.ID && l.ToID == to.ID && l.LinkKind == journey.LinkNext {
			return
		}
	}
	t.Errorf("there is no such link: %d links, of %d at the start", p.Links.Len(), s.start.Links.Len())
}

// piece is where a piece of the palette is.
func (s *sheet) piece(name string) geom.Point {
	s.t.Helper()
	seen := s.rest()
	for _, w := range seen.Words {
		if w.Text == name && w.At.Max.X < seen.Board.Min.X {
			return w.At.Center()
		}
	}
	s.t.Fatalf("the palette has no %q", name)
	return geom.Point{}
}

func TestPaletteCard(t *testing.T) {
	s := sample(t)
	pain := s.card("No full price")
	tile, over := s.piece("Pain point"), s.body(pain)
	// Escape drops it nowhere
	args := append(s.to(tile), "mousedown", "1")
	s.x(append(append(args, s.way(tile, over)...), "key", "Escape", "mouseup", "1")...)
	if s.rest().Undo {
		t.Error("a piece that Escape took back was put down")
	}
	s.drag(tile, over.Add(geom.Pt(0, 4)))
	s.opened()
	s.write("Too many papers")
	s.key("Return")
	p := s.saved()
	if made := cardNamed(t, p, "Too many papers"); made.Cell() != pain.Cell() {
		t.Errorf("it stands in %v, want %v", made.Cell(), pain.Cell())
	}
	if got, want := p.Cards.Len(), s.start.Cards.Len()+1; got != want {
		t.Errorf("%d cards, want %d", got, want)
	}
}

func TestPaletteStage(t *testing.T) {
	s := sample(t)
	s.drag(s.piece("Stage"), s.body(s.stage("Purchase")).Add(geom.Pt(-40, 0)))
	s.opened()
	s.write("Visit")
	s.key("Return")
	var got []string
	for _, st := range s.saved().StagesOf(s.mapID) {
		got = append(got, st.Title)
	}
	if want := "Awareness Consideration Visit Purchase Retention Advocacy"; strings.Join(got, " ") != want {
		t.Errorf("the stages are %v, want %s", got, want)
	}
}

func TestPaletteLane(t *testing.T) {
	s := sample(t)
	s.drag(s.piece("Lane"), s.body(s.lane(journey.LaneThoughts)).Add(geom.Pt(0, -12)))
	s.opened()
	s.write("Backstage")
	s.key("Return")
	var got []string
	for _, l := range s.saved().LanesOf(s.mapID) {
		got = append(got, l.Title)
	}
	if want := "Touchpoints, Backstage, Thoughts, Emotions, Pain points, Opportunities, Measures"; strings.Join(got, ", ") != want {
		t.Errorf("the lanes are %v, want %s", got, want)
	}
}

// onCurve is the place of a persona's curve at some x, in a picture of p.
func onCurve(t *testing.T, p journey.Project, mapID, persona journey.ID, x float64) geom.Point {
	t.Helper()
	s := picture.Of(p, mapID)
	for _, target := range s.Targets {
		if target.Part != scene.PartCurve || curvePersona(p, target.Ref) != persona {
			continue
		}
		best := geom.Pt(x, target.Bounds.Min.Y)
		for y := best.Y; y < target.Bounds.Max.Y; y += 0.5 {
			if at := geom.Pt(x, y); target.Path.DistanceTo(at) < target.Path.DistanceTo(best) {
				best = at
			}
		}
		return best
	}
	t.Fatal("the persona has no curve")
	return geom.Point{}
}

// curvePersona is whose curve a target of that record is.
func curvePersona(p journey.Project, ref journey.Ref) journey.ID {
	if a, ok := p.Appearances.Get(ref.ID); ok {
		return a.PersonaID
	}
	return ref.ID
}
