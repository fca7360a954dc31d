package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// addCard adds a card to a cell where a person pointed, and opens its title.
func (e *Editor) addCard(at geom.Point) {
	d := tool.DropAt(grip{e}, at, tool.Nobody)
	if d == nil {
		return
	}
	// add tells of a refused edit
	_ = e.insertCard(d.At)
}

func (e *Editor) insertCard(at edit.Place) error {
	return e.add(edit.Label{Key: edit.LabelAddCard}, false, func(tx *edit.Tx) (journey.Ref, error) {
		id, err := edit.AddCard(tx, at, "")
		return desk.CardRef(id), err
	})
}

// placeForCard returns where a new card goes: behind the selected card, into the selected stage
// or lane, else into the first cell that can hold cards.
func (e *Editor) placeForCard() (edit.Place, bool) {
	if e.scene == nil {
		return edit.Place{}, false
	}
	grid, p := &e.scene.Grid, e.project()
	var want edit.Place
	switch ref := e.last(); ref.Kind {
	case journey.KindCard:
		if c, ok := p.Cards.Get(ref.ID); ok {
			at := edit.Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID}
			if cell, i, ok := e.atlas.Stand(ref.ID); ok {
				at.Before = tool.FirstIn(p, at, cell.Cards[i+1:], tool.Nobody)
			}
			return at, true
		}
	case journey.KindStage:
		want.StageID = ref.ID
	case journey.KindStep:
		want.StepID = ref.ID
	case journey.KindLane:
		want.LaneID = ref.ID
	}
	for _, row := range grid.Rows {
		if !desk.HoldsCards(row.Kind) || want.LaneID != "" && want.LaneID != row.LaneID {
			continue
		}
		for _, col := range grid.Columns {
			if want.StageID != "" && want.StageID != col.StageID || want.StepID != "" && want.StepID != col.StepID {
				continue
			}
			at := edit.Place{StageID: col.StageID, StepID: col.StepID, LaneID: row.LaneID}
			if tool.Stands(p, at) {
				return at, true
			}
		}
	}
	return edit.Place{}, false
}

func (e *Editor) insertSelectedCard() error {
	at, ok := e.placeForCard()
	if !ok {
		return &DisabledError{"insert.card"}
	}
	return e.insertCard(at)
}

// insertStage adds a stage behind the selected one, or behind the one of the selected card.
func (e *Editor) insertStage() error {
	p := e.doc.Project()
	before := behind(p.StagesOf(e.mapID), e.selectedStage(p))
	title := e.words.T("status.newStage")
	return e.add(edit.Label{Key: edit.LabelAddStage, Name: title}, true, func(tx *edit.Tx) (journey.Ref, error) {
		id, err := edit.AddStage(tx, e.mapID, before, title)
		return desk.StageRef(id), err
	})
}

// insertStep adds a step behind the selected one, or at the end of the selected stage.
func (e *Editor) insertStep() error {
	p := e.doc.Project()
	stage, after := e.selectedStage(p), journey.ID("")
	switch ref := e.last(); ref.Kind {
	case journey.KindStep:
		after = ref.ID
	case journey.KindCard:
		c, _ := p.Cards.Get(ref.ID)
		after = c.StepID
	}
	title := e.words.T("status.newStep")
	before := behind(p.StepsOf(stage), after)
	return e.add(edit.Label{Key: edit.LabelAddStep, Name: title}, true, func(tx *edit.Tx) (journey.Ref, error) {
		id, err := edit.AddStep(tx, stage, before, title)
		return desk.StepRef(id), err
	})
}

// insertLane adds a lane of a kind behind the selected one. Its title stays empty, which shows
// the name of the kind in whatever language the map is in.
func (e *Editor) insertLane(kind journey.LaneKind) error {
	p := e.doc.Project()
	before := behind(p.LanesOf(e.mapID), e.selectedLane(p))
	return e.add(edit.Label{Key: edit.LabelAddLane, Name: e.words.T("map.lane." + string(kind))}, true, func(tx *edit.Tx) (journey.Ref, error) {
		id, err := edit.AddLane(tx, e.mapID, before, kind, "")
		return desk.LaneRef(id), err
	})
}

// behind returns the sibling after the one of that ID; empty if it is the last or not among them.
func behind[T journey.Record](list []T, id journey.ID) journey.ID {
	i := slices.IndexFunc(list, func(r T) bool { return r.RecordID() == id })
	if i < 0 || i+1 >= len(list) {
		return ""
	}
	return list[i+1].RecordID()
}

// selectedStage returns the stage that the selection is in; empty if there is none.
func (e *Editor) selectedStage(p journey.Project) journey.ID {
	switch ref := e.last(); ref.Kind {
	case journey.KindStage:
		return ref.ID
	case journey.KindStep:
		s, _ := p.Steps.Get(ref.ID)
		return s.StageID
	case journey.KindCard:
		c, _ := p.Cards.Get(ref.ID)
		return c.StageID
	}
	return ""
}

// selectedLane returns the lane that the selection is in; empty if there is none.
func (e *Editor) selectedLane(p journey.Project) journey.ID {
	switch ref := e.last(); ref.Kind {
	case journey.KindLane:
		return ref.ID
	case journey.KindCard:
		c, _ := p.Cards.Get(ref.ID)
		return c.LaneID
	}
	return ""
}

// addPoint adds an emotion where a person pointed in a lane of emotions: at the touchpoint whose
// share of the column that is, else at the step or stage, for the first persona of the map who
// has none there. A curve that was pointed at says whose it is.
func (e *Editor) addPoint(cell *scene.Cell, at geom.Point, on journey.Ref, free bool) {
	p := e.doc.Project()
	row := &e.scene.Grid.Rows[cell.Row]
	if row.Down == row.Up {
		return
	}
	value := tool.Snapped(desk.Feeling(row, at.Y), free)
	for _, moment := range e.moments(cell, at) {
		for _, persona := range e.feelers(p, row.LaneID) {
			if on.Kind == journey.KindPersona && on.ID != persona || !p.Has(moment) || hasPoint(p, e.mapID, persona, moment) {
				continue
			}
			var id journey.ID
			err := e.do(edit.Label{Key: edit.LabelAddPoint}, func(tx *edit.Tx) (err error) {
				id, err = edit.AddPoint(tx, e.mapID, persona, moment, value)
				return err
			})
			if err == nil {
				e.choose([]journey.Ref{desk.PointRef(id)})
			}
			return
		}
	}
}

// moments lists what an emotion can be felt at in a column, the nearest to a scene point first.
func (e *Editor) moments(cell *scene.Cell, at geom.Point) []journey.Ref {
	grid := &e.scene.Grid
	col := grid.Columns[cell.Column]
	var cards []journey.ID
	for r, row := range grid.Rows {
		if row.Kind != journey.LaneTouchpoints {
			continue
		}
		if c := grid.Cell(cell.Column, r); c != nil {
			cards = append(cards, c.Cards...)
		}
	}
	if len(cards) == 0 {
		if col.StepID != "" {
			return []journey.Ref{{Kind: journey.KindStep, ID: col.StepID}}
		}
		return []journey.Ref{desk.StageRef(col.StageID)}
	}
	share := (col.X1 - col.X0) / float64(len(cards))
	pointed := (at.X - col.X0) / share
	far := func(i int) float64 { return max(pointed-float64(i)-0.5, float64(i)+0.5-pointed) }
	order := make([]int, len(cards))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case far(a) < far(b):
			return -1
		case far(a) > far(b):
			return 1
		}
		return 0
	})
	refs := make([]journey.Ref, len(cards))
	for i, k := range order {
		refs[i] = desk.CardRef(cards[k])
	}
	return refs
}

// feelers lists the personas whose curves a lane shows: a selected one first.
func (e *Editor) feelers(p journey.Project, lane journey.ID) []journey.ID {
	l, _ := p.Lanes.Get(lane)
	var ids []journey.ID
	for _, a := range p.AppearancesOf(e.mapID) {
		if !a.Hidden && (l.PersonaID == "" || l.PersonaID == a.PersonaID) {
			ids = append(ids, a.PersonaID)
		}
	}
	var first journey.ID
	switch ref := e.last(); ref.Kind {
	case journey.KindPersona:
		first = ref.ID
	case journey.KindPoint:
		pt, _ := p.Points.Get(ref.ID)
		first = pt.PersonaID
	}
	if i := slices.Index(ids, first); i > 0 {
		ids = slices.Insert(slices.Delete(ids, i, i+1), 0, first)
	}
	return ids
}

func hasPoint(p journey.Project, mapID, persona journey.ID, at journey.Ref) bool {
	for pt := range p.Points.All() {
		if pt.MapID == mapID && pt.PersonaID == persona && pt.At == at {
			return true
		}
	}
	return false
}
