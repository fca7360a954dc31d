package desk

import (
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// Atlas finds things in a scene by what they are. It is built when first asked, so that a scene
// that is only looked at costs nothing, and it goes when its scene goes.
type Atlas struct {
	scene  *scene.Scene
	places map[place]int32      // the topmost target of a record and part
	lines  map[journey.ID]int32 // the lines of links
	cells  map[journey.ID]stand // where each card stands
	cards  []Framed             // cards in reading order: by row, column, then down
	order  map[journey.ID]int   // index into cards
}

type place struct {
	id   journey.ID
	part scene.Part
}

// stand is a place in the grid.
type stand struct{ cell, index int }

// Framed is a record and where it is drawn, in scene points.
type Framed struct {
	Ref  journey.Ref
	Rect geom.Rect
}

// NewAtlas returns the atlas of a scene; a nil scene holds nothing.
func NewAtlas(s *scene.Scene) *Atlas { return &Atlas{scene: s} }

func (a *Atlas) chart() {
	if a.places != nil || a.scene == nil {
		return
	}
	a.places = make(map[place]int32, len(a.scene.Targets))
	a.lines = map[journey.ID]int32{}
	for i := range a.scene.Targets {
		t := &a.scene.Targets[i]
		a.places[place{t.Ref.ID, t.Part}] = int32(i)
		if t.Part == scene.PartLink && len(t.Path.Points) > 1 {
			a.lines[t.Ref.ID] = int32(i)
		}
	}
}

// Line returns the line of a link, nil if it is not drawn.
func (a *Atlas) Line(link journey.Ref) *scene.Target {
	if a.scene == nil {
		return nil
	}
	a.chart()
	if i, ok := a.lines[link.ID]; ok && link.Kind == journey.KindLink {
		return &a.scene.Targets[i]
	}
	return nil
}

// Find returns the topmost target of a record and part, nil if it is not drawn.
func (a *Atlas) Find(ref journey.Ref, part scene.Part) *scene.Target {
	if a.scene == nil || ref.IsZero() {
		return nil
	}
	a.chart()
	if i, ok := a.places[place{ref.ID, part}]; ok {
		return &a.scene.Targets[i]
	}
	return nil
}

// Body returns what stands for a record as a whole, nil if it is not drawn.
func (a *Atlas) Body(ref journey.Ref) *scene.Target {
	parts := []scene.Part{scene.PartBody, scene.PartTitle, scene.PartPoint, scene.PartLink}
	if ref.Kind == journey.KindPoint {
		parts = []scene.Part{scene.PartPoint}
	}
	for _, part := range parts {
		if t := a.Find(ref, part); t != nil {
			return t
		}
	}
	return nil
}

func (a *Atlas) survey() {
	if a.cells != nil || a.scene == nil {
		return
	}
	a.cells = map[journey.ID]stand{}
	a.order = map[journey.ID]int{}
	for i := range a.scene.Grid.Cells {
		for k, id := range a.scene.Grid.Cells[i].Cards {
			a.cells[id] = stand{i, k}
			if t := a.Find(CardRef(id), scene.PartBody); t != nil {
				a.order[id] = len(a.cards)
				a.cards = append(a.cards, Framed{t.Ref, t.Bounds})
			}
		}
	}
}

// Stand returns where a card stands in the grid.
func (a *Atlas) Stand(card journey.ID) (*scene.Cell, int, bool) {
	a.survey()
	s, ok := a.cells[card]
	if !ok {
		return nil, 0, false
	}
	return &a.scene.Grid.Cells[s.cell], s.index, true
}

// InOrder lists the cards that are drawn in reading order.
func (a *Atlas) InOrder() []Framed {
	a.survey()
	return a.cards
}

// Rank returns where in reading order a card stands; −1 if it is not drawn.
func (a *Atlas) Rank(card journey.ID) int {
	a.survey()
	if i, ok := a.order[card]; ok {
		return i
	}
	return -1
}

// Run lists what stands from one thing to another, both with it, in that order: cards of one lane,
// stages, steps or lanes. It is empty for things that do not stand in a row.
func (a *Atlas) Run(from, to journey.Ref) []journey.Ref {
	if a.scene == nil || from.Kind != to.Kind {
		return nil
	}
	var row []journey.Ref
	if from.Kind == journey.KindCard {
		x, _, ok1 := a.Stand(from.ID)
		y, _, ok2 := a.Stand(to.ID)
		if !ok1 || !ok2 || x.Row != y.Row {
			return nil
		}
		for _, f := range a.InOrder()[min(a.Rank(from.ID), a.Rank(to.ID)) : max(a.Rank(from.ID), a.Rank(to.ID))+1] {
			row = append(row, f.Ref)
		}
	} else {
		for _, b := range Borders(&a.scene.Grid, from.Kind) {
			row = append(row, b.Ref)
		}
	}
	i, k := slices.Index(row, from), slices.Index(row, to)
	switch {
	case i < 0 || k < 0:
		return nil
	case i <= k:
		return row[i : k+1]
	}
	row = row[k : i+1]
	slices.Reverse(row)
	return row
}

// Curve lists the targets of a persona's points, from left to right.
func (a *Atlas) Curve(p journey.Project, persona journey.ID) []*scene.Target {
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

// CardRef points at a card.
func CardRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindCard, ID: id} }

// StageRef points at a stage.
func StageRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindStage, ID: id} }

// LaneRef points at a lane.
func LaneRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindLane, ID: id} }

// PointRef points at an emotion point.
func PointRef(id journey.ID) journey.Ref { return journey.Ref{Kind: journey.KindPoint, ID: id} }

// Refs points at records of one kind.
func Refs(k journey.Kind, ids []journey.ID) []journey.Ref {
	refs := make([]journey.Ref, len(ids))
	for i, id := range ids {
		refs[i] = journey.Ref{Kind: k, ID: id}
	}
	return refs
}

// Cards lists the cards among refs in reading order; those that are not drawn come first.
func (a *Atlas) Cards(refs []journey.Ref) []journey.ID {
	var ids []journey.ID
	for _, r := range refs {
		if r.Kind == journey.KindCard {
			ids = append(ids, r.ID)
		}
	}
	slices.SortStableFunc(ids, func(x, y journey.ID) int { return a.Rank(x) - a.Rank(y) })
	return ids
}
