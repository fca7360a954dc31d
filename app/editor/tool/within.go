package tool

import "jejak/data/journey"

// StageOf returns the stage that a selected thing is, or is in; empty if there is none.
func StageOf(p journey.Project, ref journey.Ref) journey.ID {
	switch ref.Kind {
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

// LaneOf returns the lane that a selected thing is, or is in; empty if there is none.
func LaneOf(p journey.Project, ref journey.Ref) journey.ID {
	switch ref.Kind {
	case journey.KindLane:
		return ref.ID
	case journey.KindCard:
		c, _ := p.Cards.Get(ref.ID)
		return c.LaneID
	}
	return ""
}
