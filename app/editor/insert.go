package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
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

func (e *Editor) insertSelectedCard() error {
	at, ok := tool.PlaceForCard(grip{e})
	if !ok {
		return &DisabledError{ID: "insert.card"}
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
func (e *Editor) selectedStage(p journey.Project) journey.ID { return tool.StageOf(p, e.last()) }

// selectedLane returns the lane that the selection is in; empty if there is none.
func (e *Editor) selectedLane(p journey.Project) journey.ID { return tool.LaneOf(p, e.last()) }
