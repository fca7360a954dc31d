// Package remedy knows the obvious next thing to do about what one of the six steps lacks.
package remedy

import (
	"jejak/app/editor/action"
	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/insight/guide"
	"jejak/data/journey"
)

// Remedy is what a window does, in this order.
type Remedy struct {
	Map    bool          // nothing is selected: the panel of fields is about the map
	Select []journey.Ref // these are selected and brought into sight
	Field  string        // the field that gets the keyboard, by its name in the inspector
	Add    *edit.Place   // a card is added there, and its title opened
	Run    []action.ID   // the first of these that there is and that can be done is done
}

// Of returns what to do about a check of a map. The zero Remedy says that there is nothing to do.
func Of(c guide.Check, p journey.Project, mapID journey.ID) Remedy {
	h := hand{c: c, p: p, mapID: mapID}
	switch c.Name {
	case guide.Personas:
		return Remedy{Run: []action.ID{"map.personas"}}
	case guide.Portraits, guide.Bases:
		if len(c.Lacks()) == 0 {
			return Remedy{Run: []action.ID{"map.personas"}}
		}
		return Remedy{Select: h.next(), Run: []action.ID{"map.personas"}}
	case guide.Surveys:
		return Remedy{Map: true, Run: []action.ID{"view.measures"}}
	case guide.Scenario:
		return Remedy{Map: true, Field: "scenario"}
	case guide.StageList:
		return Remedy{Run: []action.ID{"insert.stage"}}
	case guide.StageGoals:
		return h.stages("goal")
	case guide.Outcomes:
		if c.Of == 0 {
			return h.stages("goal")
		}
		return Remedy{Select: h.next()}
	case guide.Turns, guide.Moments:
		return Remedy{Select: h.cards(journey.LaneTouchpoints, 1)}
	case guide.Covered:
		return h.add(journey.LaneTouchpoints, h.stageOf(h.lacking()))
	case guide.Channels:
		return h.touchpoint("")
	case guide.Purposes:
		return h.touchpoint("purpose")
	case guide.Judged:
		return h.touchpoint("")
	case guide.PainPoints:
		return h.add(journey.LanePains, "")
	case guide.Weighed, guide.Answered:
		if c.Of == 0 {
			return h.add(journey.LanePains, "")
		}
		return Remedy{Select: h.next()}
	case guide.Explained:
		if c.Of == 0 {
			return h.curve()
		}
		return h.add(journey.LanePains, h.stageOf(h.lacking()))
	case guide.Voices:
		return h.add(journey.LaneThoughts, h.stageOf(h.lacking()))
	case guide.Proven:
		return Remedy{Run: []action.ID{"lens.proof"}}
	case guide.Type:
		return Remedy{Map: true}
	case guide.Lanes:
		return h.missingLane()
	case guide.Lines:
		return Remedy{Select: h.lanes(journey.LaneFrontstage, journey.LaneBackstage, journey.LaneSupport, journey.LaneActions)}
	case guide.Base:
		return Remedy{Map: true, Run: []action.ID{"pair.choose"}}
	case guide.Curves:
		return h.curve()
	case guide.Chances:
		return h.add(journey.LaneOpportunities, "")
	case guide.Rated, guide.Aimed:
		if c.Of == 0 {
			return h.add(journey.LaneOpportunities, "")
		}
		return Remedy{Select: h.next()}
	case guide.Owned, guide.Departments, guide.InTime:
		return h.actions()
	case guide.Review:
		return Remedy{Map: true, Field: "review"}
	}
	return Remedy{}
}

// hand looks for where something can be done.
type hand struct {
	c     guide.Check
	p     journey.Project
	mapID journey.ID
}

// lacking is the first record that lacks something; zero: none.
func (h hand) lacking() journey.Ref {
	if refs := h.c.Lacks(); len(refs) > 0 {
		return refs[0]
	}
	return journey.Ref{}
}

// next is the same as a list.
func (h hand) next() []journey.Ref {
	if ref := h.lacking(); !ref.IsZero() {
		return []journey.Ref{ref}
	}
	return nil
}

func (h hand) stageOf(ref journey.Ref) journey.ID {
	if ref.IsZero() {
		return ""
	}
	return tool.StageOf(h.p, ref)
}

// stages goes to a field of the next stage; without stages one is added.
func (h hand) stages(field string) Remedy {
	if len(h.p.StagesOf(h.mapID)) == 0 {
		return Remedy{Run: []action.ID{"insert.stage"}}
	}
	return Remedy{Select: h.next(), Field: field}
}

// touchpoint goes to a field of the next touchpoint; without touchpoints one is added.
func (h hand) touchpoint(field string) Remedy {
	if h.c.Of == 0 {
		return h.add(journey.LaneTouchpoints, "")
	}
	return Remedy{Select: h.next(), Field: field}
}

// add puts a card into a lane of a kind, in a stage or in the first one. What it needs and is not
// there is added in its place.
func (h hand) add(kind journey.LaneKind, stage journey.ID) Remedy {
	stages := h.p.StagesOf(h.mapID)
	if len(stages) == 0 {
		return Remedy{Run: []action.ID{"insert.stage"}}
	}
	if stage == "" {
		stage = stages[0].ID
	}
	for _, l := range h.p.LanesOf(h.mapID) {
		if l.LaneKind == kind && !l.Hidden {
			at := &edit.Place{StageID: stage, LaneID: l.ID}
			if steps := h.p.StepsOf(stage); len(steps) > 0 {
				at.StepID = steps[0].ID
			}
			return Remedy{Add: at}
		}
	}
	return Remedy{Run: []action.ID{action.ID(tool.LaneAction(kind))}}
}

// missingLane adds the first lane of what customers do, think and feel that is not there.
func (h hand) missingLane() Remedy {
	for _, kind := range []journey.LaneKind{journey.LaneActions, journey.LaneThoughts, journey.LaneEmotions} {
		if len(h.lanes(kind)) == 0 {
			return Remedy{Run: []action.ID{action.ID(tool.LaneAction(kind))}}
		}
	}
	return Remedy{}
}

func (h hand) lanes(kinds ...journey.LaneKind) (refs []journey.Ref) {
	for _, l := range h.p.LanesOf(h.mapID) {
		for _, k := range kinds {
			if l.LaneKind == k {
				refs = append(refs, journey.RefTo(l))
			}
		}
	}
	return refs
}

// curve goes to the next stage in which somebody feels nothing yet, and to the lane of curves.
func (h hand) curve() Remedy {
	lanes := h.lanes(journey.LaneEmotions)
	switch {
	case len(h.p.AppearancesOf(h.mapID)) == 0:
		return Remedy{Run: []action.ID{"map.personas"}}
	case len(h.p.StagesOf(h.mapID)) == 0:
		return Remedy{Run: []action.ID{"insert.stage"}}
	case len(lanes) == 0:
		return Remedy{Run: []action.ID{action.ID(tool.LaneAction(journey.LaneEmotions))}}
	}
	if ref := h.lacking(); ref.Kind == journey.KindStage {
		return Remedy{Select: []journey.Ref{ref}}
	}
	return Remedy{Select: lanes[:1]}
}

// cards are the first cards of a kind.
func (h hand) cards(kind journey.LaneKind, n int) (refs []journey.Ref) {
	x := journey.NewIndex(h.p, h.mapID)
	for _, s := range x.Stages {
		for _, l := range x.Lanes {
			if l.LaneKind != kind {
				continue
			}
			columns := []journey.ID{""}
			for _, step := range h.p.StepsOf(s.ID) {
				columns = append(columns, step.ID)
			}
			for _, step := range columns {
				for _, c := range h.p.CardsIn(journey.CellKey{StageID: s.ID, StepID: step, LaneID: l.ID}) {
					if refs = append(refs, journey.RefTo(c)); len(refs) == n {
						return refs
					}
				}
			}
		}
	}
	return refs
}

// actions goes to the register, and to the card that the next action answers.
func (h hand) actions() Remedy {
	r := Remedy{Run: []action.ID{"view.register"}}
	a, ok := h.p.Actions.Get(h.lacking().ID)
	if card := (journey.Ref{Kind: journey.KindCard, ID: a.CardID}); ok && h.p.Has(card) {
		r.Select = []journey.Ref{card}
	}
	return r
}
