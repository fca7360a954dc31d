package edit

import (
	"jejak/data/edit/record"
	"jejak/data/journey"
)

// AddStep adds a step to a stage before another one, or last if before is empty. Cards that stand
// in the stage as a whole stay there.
func AddStep(tx *Tx, stageID, before journey.ID, title string) (journey.ID, error) {
	const do = "add step"
	s := journey.Step{ID: tx.NewID(), StageID: stageID, Title: record.CleanTitle(title)}
	return insert(tx, do, s, tx.project.StepsOf(stageID), before)
}

// MoveStep puts a step, with its cards, into a stage of the same map before another step, or last
// if before is empty.
func MoveStep(tx *Tx, id, stageID, before journey.ID) error {
	const do = "move step"
	s, err := find[journey.Step](tx, do, id)
	if err != nil {
		return err
	}
	to, err := find[journey.Stage](tx, do, stageID)
	if err != nil {
		return err
	}
	if s.StageID == stageID {
		return reorder(tx, do, tx.project.StepsOf(stageID), id, before)
	}
	if from, ok := tx.project.Stages.Get(s.StageID); !ok || from.MapID != to.MapID {
		return refuse(do, OtherMap, journey.KindStage, stageID)
	}
	ranks, err := rankBefore(tx, do, tx.project.StepsOf(stageID), before, 1)
	if err != nil {
		return err
	}
	s.StageID, s.Rank = stageID, ranks[0]
	tx.Put(s)
	for c := range tx.project.Cards.All() {
		if c.StepID == id {
			c.StageID = stageID
			tx.Put(c)
		}
	}
	return nil
}

// RemoveStep removes a step with its cards and all that belongs to them.
func RemoveStep(tx *Tx, id journey.ID) error { return removeOne(tx, journey.KindStep, id) }
