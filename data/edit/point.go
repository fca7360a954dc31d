package edit

import (
	"math"

	"jejak/data/journey"
)

// clampEmotion brings a value into −2 … +2; what is no number becomes 0.
func clampEmotion(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return max(-2, min(2, v))
}

// AddPoint adds a point to the curve of a persona who is on the map, at a card, step or stage of
// it where the curve has none yet. value is brought into −2 … +2.
func AddPoint(tx *Tx, mapID, personaID journey.ID, at journey.Ref, value float64) (journey.ID, error) {
	const do = "add emotion"
	pt := journey.Point{ID: tx.NewID(), MapID: mapID, PersonaID: personaID, At: at, Value: clampEmotion(value)}
	if !appears(tx.project, mapID, personaID) {
		return "", refuse(do, NotThere, journey.KindAppearance, "")
	}
	for other := range tx.project.Points.All() {
		if other.MapID == mapID && other.PersonaID == personaID && other.At == at {
			return "", refuse(do, Taken, journey.KindPoint, other.ID)
		}
	}
	if err := putChecked(tx, do, nil, pt); err != nil {
		return "", err
	}
	return pt.ID, nil
}

func appears(p journey.Project, mapID, personaID journey.ID) bool {
	for a := range p.Appearances.All() {
		if a.MapID == mapID && a.PersonaID == personaID {
			return true
		}
	}
	return false
}

// SetEmotion moves a point up or down; value is brought into −2 … +2.
func SetEmotion(tx *Tx, pointID journey.ID, value float64) error {
	pt, err := find[journey.Point](tx, "set emotion", pointID)
	if err != nil {
		return err
	}
	if v := clampEmotion(value); pt.Value != v {
		pt.Value = v
		tx.Put(pt)
	}
	return nil
}

// RemovePoint takes a point out of its curve.
func RemovePoint(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindPoint, id) }
