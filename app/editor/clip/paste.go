package clip

import (
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// Paste puts a part of a map onto the board, in one undo step, and selects it. Stages and lanes go
// behind the selected ones. Cards go behind the selected card, into the selected stage, step or
// lane, else under the pointer, else to where on the map they came from.
func Paste(b Board, f fragment.Fragment) error {
	at := placeOf(b, f)
	var made []journey.Ref
	err := b.Do(pasteLabel(b, f), func(tx *edit.Tx) (err error) {
		made, err = edit.Paste(tx, b.Map(), at, f)
		return err
	})
	if err != nil {
		return err
	}
	show(b, made)
	return nil
}

// show selects what came and brings the first of it into sight.
func show(b Board, made []journey.Ref) {
	b.Choose(made)
	if len(made) > 0 {
		b.Later(made[0])
	}
}

func pasteLabel(b Board, f fragment.Fragment) edit.Label {
	l := edit.Label{Key: edit.LabelPaste, Count: len(f.Chosen())}
	if f.Whole() {
		l.Key = LabelPaste
	}
	if len(f.Chosen()) != 1 {
		return l
	}
	rec, ok := f.Project().Get(f.Chosen()[0])
	if !ok {
		return l
	}
	l.Name = journey.NameOf(rec)
	if lane, is := rec.(journey.Lane); is && lane.Title == "" {
		l.Name = b.T("map.lane." + string(lane.LaneKind))
	}
	l.Name = tool.Brief(l.Name)
	return l
}

// placeOf returns where a fragment goes; what it leaves empty package edit decides.
func placeOf(b Board, f fragment.Fragment) edit.Place {
	p, ref := b.Project(), last(b)
	aim := underPointer(b)
	if f.Whole() {
		return edit.Place{
			StageID: after(p.StagesOf(b.Map()), tool.StageOf(p, ref), aim.StageID),
			LaneID:  after(p.LanesOf(b.Map()), tool.LaneOf(p, ref), aim.LaneID),
		}
	}
	switch ref.Kind {
	case journey.KindCard:
		if at, ok := tool.PlaceForCard(b); ok {
			return at
		}
	case journey.KindStage:
		return edit.Place{StageID: ref.ID}
	case journey.KindStep:
		return edit.Place{StageID: tool.StageOf(p, ref), StepID: ref.ID}
	case journey.KindLane:
		if l, ok := p.Lanes.Get(ref.ID); ok && desk.HoldsCards(l.LaneKind) {
			return edit.Place{LaneID: ref.ID}
		}
	}
	return aim
}

// underPointer is the place in the cell that the pointer is over; empty if it is over none.
func underPointer(b Board) edit.Place {
	if at, ok := b.Aim(); ok {
		if d := tool.DropAt(b, at, tool.Nobody); d != nil {
			return d.At
		}
	}
	return edit.Place{}
}

// after returns the sibling behind the first of some IDs that is not empty.
func after[T journey.Record](row []T, ids ...journey.ID) journey.ID {
	for _, id := range ids {
		if id != "" {
			return behind(row, func(r journey.Ref) bool { return r.ID == id })
		}
	}
	return ""
}
