package clip

import (
	"path/filepath"
	"strings"

	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// PastePictures makes a card of each picture, in one undo step, and selects them. They go to the
// cell at a scene point where one is given; else behind the selected card, into the lane of
// pictures of the selected stage or step, or into the selected lane; else under the pointer; else
// into the first cell for pictures. A map without a stage, or without a lane that can hold them,
// gets one.
func PastePictures(b Board, at *geom.Point, list []Picture) error {
	if len(list) == 0 {
		return &edit.Error{Do: "add pictures", Reason: edit.Nothing}
	}
	place := placeOfPictures(b, at)
	l := edit.Label{Key: edit.LabelAddImage}
	if len(list) > 1 {
		l = edit.Label{Key: LabelPictures, Count: len(list)}
	}
	var made []journey.ID
	err := b.Do(l, func(tx *edit.Tx) (err error) {
		to := place
		if to.StageID == "" {
			if to.StageID, err = edit.AddStage(tx, b.Map(), "", b.T("status.newStage")); err != nil {
				return err
			}
		}
		if to.LaneID == "" {
			if to.LaneID, err = edit.AddLane(tx, b.Map(), "", journey.LaneImages, ""); err != nil {
				return err
			}
		}
		for _, pic := range list {
			name := title(pic.Name)
			if name == "" {
				name = b.T("clip.untitled")
			}
			id, err := edit.AddImageCard(tx, to, pic.Picture, name)
			if err != nil {
				return err
			}
			made = append(made, id)
		}
		return nil
	})
	if err == nil {
		show(b, desk.Refs(journey.KindCard, made))
	}
	return err
}

// title is what a picture is called: its file without what only tells the format.
func title(file string) string {
	base := filepath.Base(file)
	if file == "" || base == "." || base == string(filepath.Separator) {
		return ""
	}
	return strings.TrimSuffix(base, filepath.Ext(base))
}

func placeOfPictures(b Board, at *geom.Point) edit.Place {
	p := b.Project()
	if at != nil {
		if d := tool.DropAt(b, *at, tool.Nobody); d != nil {
			return d.At
		}
		return pictureCell(b, columnAt(b, *at))
	}
	switch ref := last(b); ref.Kind {
	case journey.KindCard, journey.KindLane:
		if l, _ := p.Lanes.Get(tool.LaneOf(p, ref)); desk.HoldsCards(l.LaneKind) {
			if place, ok := tool.PlaceForCard(b); ok {
				return place
			}
		}
	case journey.KindStage:
		return pictureCell(b, journey.CellKey{StageID: ref.ID})
	case journey.KindStep:
		return pictureCell(b, journey.CellKey{StageID: tool.StageOf(p, ref), StepID: ref.ID})
	default:
		if place := underPointer(b); place.StageID != "" {
			return place
		}
	}
	return pictureCell(b, journey.CellKey{})
}

// columnAt returns the column of the map that a place belongs to; empty beside them all.
func columnAt(b Board, at geom.Point) journey.CellKey {
	if s := b.Scene(); s != nil {
		if i := s.Grid.ColumnAt(at); i >= 0 {
			if c := s.Grid.Columns[i]; tool.StandsIn(b.Project(), c.StageID, c.StepID) {
				return journey.CellKey{StageID: c.StageID, StepID: c.StepID}
			}
		}
	}
	return journey.CellKey{}
}

// pictureCell returns the cell for pictures of a column, or of the first one where that is empty.
// Its lane is the first of pictures that is shown, else the first that can hold cards.
func pictureCell(b Board, column journey.CellKey) edit.Place {
	x := journey.NewIndex(b.Project(), b.Map())
	if cols := x.Columns(); column.StageID == "" && len(cols) > 0 {
		column = cols[0]
	} else if column.StepID == "" {
		if steps := x.Steps[column.StageID]; len(steps) > 0 {
			column.StepID = steps[0].ID
		}
	}
	at := edit.Place{StageID: column.StageID, StepID: column.StepID}
	for _, l := range x.Lanes {
		switch {
		case l.Hidden || !desk.HoldsCards(l.LaneKind):
		case l.LaneKind == journey.LaneImages:
			at.LaneID = l.ID
			return at
		case at.LaneID == "":
			at.LaneID = l.ID
		}
	}
	return at
}
