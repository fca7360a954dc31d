package tool

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// AddPoint adds an emotion where a person pointed in a lane of emotions: at the touchpoint whose
// share of the column that is, else at the step or stage, for the first persona of the map who
// has none there. A curve that was pointed at says whose it is.
func AddPoint(b Board, cell *scene.Cell, at geom.Point, on journey.Ref, free bool) {
	p := b.Project()
	grid := &b.Scene().Grid
	row := &grid.Rows[cell.Row]
	var value float64
	switch {
	case grid.Ring != nil && grid.Ring.Up > grid.Ring.Down:
		value = Snapped(max(-2, min(2, grid.Ring.Value(at))), free)
	case row.Down != row.Up:
		value = Snapped(desk.Feeling(row, at.Y), free)
	default:
		return
	}
	for _, moment := range moments(grid, cell, at) {
		for _, persona := range feelers(b, p, row.LaneID) {
			if on.Kind == journey.KindPersona && on.ID != persona || !p.Has(moment) || hasPoint(p, b.Map(), persona, moment) {
				continue
			}
			var id journey.ID
			err := b.Do(edit.Label{Key: edit.LabelAddPoint}, func(tx *edit.Tx) (err error) {
				id, err = edit.AddPoint(tx, b.Map(), persona, moment, value)
				return err
			})
			if err == nil {
				b.Choose([]journey.Ref{desk.PointRef(id)})
			}
			return
		}
	}
}

// moments lists what an emotion can be felt at in a column, the nearest to a scene point first.
func moments(grid *scene.Grid, cell *scene.Cell, at geom.Point) []journey.Ref {
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
	from, to, place := col.X0, col.X1, at.X
	if r := grid.Ring; r != nil {
		from, to, place = r.Sectors[cell.Column].From, r.Sectors[cell.Column].To, r.Turn(at)
	}
	pointed := (place - from) / (to - from) * float64(len(cards))
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
func feelers(b Board, p journey.Project, lane journey.ID) []journey.ID {
	l, _ := p.Lanes.Get(lane)
	var ids []journey.ID
	for _, a := range p.AppearancesOf(b.Map()) {
		if !a.Hidden && (l.PersonaID == "" || l.PersonaID == a.PersonaID) {
			ids = append(ids, a.PersonaID)
		}
	}
	var first journey.ID
	switch ref := last(b); ref.Kind {
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

// last returns what was selected last; the zero Ref if nothing is.
func last(b Board) journey.Ref {
	if n := len(b.Selection()); n > 0 {
		return b.Selection()[n-1]
	}
	return journey.Ref{}
}
