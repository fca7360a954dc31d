package editor

import (
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// atlas finds things in a scene by what they are. It is built when first asked, so that a scene
// that is only looked at costs nothing, and it goes when its scene goes.
type atlas struct {
	scene  *scene.Scene
	places map[place]int32      // the topmost target of a record and part
	cells  map[journey.ID]stand // where each card stands
	cards  []framed             // cards in reading order: by row, column, then down
	order  map[journey.ID]int   // index into cards
}

type place struct {
	id   journey.ID
	part scene.Part
}

// stand is a place in the grid.
type stand struct{ cell, index int }

// framed is a record and where it is drawn, in scene points.
type framed struct {
	ref  journey.Ref
	rect geom.Rect
}

func newAtlas(s *scene.Scene) *atlas { return &atlas{scene: s} }

func (a *atlas) chart() {
	if a.places != nil || a.scene == nil {
		return
	}
	a.places = make(map[place]int32, len(a.scene.Targets))
	for i := range a.scene.Targets {
		t := &a.scene.Targets[i]
		a.places[place{t.Ref.ID, t.Part}] = int32(i)
	}
}

// find returns the topmost target of a record and part, nil if it is not drawn.
func (a *atlas) find(ref journey.Ref, part scene.Part) *scene.Target {
	if a.scene == nil || ref.IsZero() {
		return nil
	}
	a.chart()
	if i, ok := a.places[place{ref.ID, part}]; ok {
		return &a.scene.Targets[i]
	}
	return nil
}

// body returns what stands for a record as a whole, nil if it is not drawn.
func (a *atlas) body(ref journey.Ref) *scene.Target {
	parts := []scene.Part{scene.PartBody, scene.PartTitle, scene.PartPoint, scene.PartLink}
	if ref.Kind == journey.KindPoint {
		parts = []scene.Part{scene.PartPoint}
	}
	for _, part := range parts {
		if t := a.find(ref, part); t != nil {
			return t
		}
	}
	return nil
}

func (a *atlas) survey() {
	if a.cells != nil || a.scene == nil {
		return
	}
	a.cells = map[journey.ID]stand{}
	a.order = map[journey.ID]int{}
	for i := range a.scene.Grid.Cells {
		for k, id := range a.scene.Grid.Cells[i].Cards {
			a.cells[id] = stand{i, k}
			if t := a.find(cardRef(id), scene.PartBody); t != nil {
				a.order[id] = len(a.cards)
				a.cards = append(a.cards, framed{t.Ref, t.Bounds})
			}
		}
	}
}

// stand returns where a card stands in the grid.
func (a *atlas) stand(card journey.ID) (*scene.Cell, int, bool) {
	a.survey()
	s, ok := a.cells[card]
	if !ok {
		return nil, 0, false
	}
	return &a.scene.Grid.Cells[s.cell], s.index, true
}

// inOrder lists the cards that are drawn in reading order.
func (a *atlas) inOrder() []framed {
	a.survey()
	return a.cards
}

// rank returns where in reading order a card stands; −1 if it is not drawn.
func (a *atlas) rank(card journey.ID) int {
	a.survey()
	if i, ok := a.order[card]; ok {
		return i
	}
	return -1
}

// curve lists the targets of a persona's points, from left to right.
func (a *atlas) curve(p journey.Project, persona journey.ID) []*scene.Target {
	if a.scene == nil {
		return nil
	}
	var list []*scene.Target
	for i := range a.scene.Targets {
		t := &a.scene.Targets[i]
		if t.Part != scene.PartPoint {
			continue
		}
		if pt, ok := p.Points.Get(t.Ref.ID); ok && pt.PersonaID == persona {
			list = append(list, t)
		}
	}
	sortTargets(list)
	return list
}

func cardRef(id journey.ID) journey.Ref  { return journey.Ref{Kind: journey.KindCard, ID: id} }
func stageRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindStage, ID: id} }
func laneRef(id journey.ID) journey.Ref  { return journey.Ref{Kind: journey.KindLane, ID: id} }
func pointRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindPoint, ID: id} }
