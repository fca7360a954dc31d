package editor

import (
	"jejak/app/editor/curve"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Curves returns how the curves of the map are seen, by persona.
func (e *Editor) Curves() map[journey.ID]curve.Visibility { return curve.Of(e.project(), e.mapID) }

// SetCurves has the curves of the map seen as want says, by persona, in one undo step; who is not
// named stays as they are. A document that is only looked at refuses it.
func (e *Editor) SetCurves(want map[journey.ID]curve.Visibility) error {
	defer e.enter()()
	if len(curve.Changed(e.project(), e.mapID, want)) == 0 {
		return nil
	}
	e.Settle()
	return e.do(edit.Label{Key: edit.LabelCurves}, func(tx *edit.Tx) error { return curve.Set(tx, e.mapID, want) })
}
