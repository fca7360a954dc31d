package journey

import "slices"

// Reference is one place where a record names another one.
type Reference struct {
	Field    string // the json tag of the field
	To       Ref
	Required bool // the record cannot be without it, and goes when the other goes
}

// EachReference calls f for every reference of rec that names something, and for every required
// one even if it is empty.
func EachReference(rec Record, f func(Reference)) {
	v := visitor(f)
	switch r := rec.(type) {
	case Persona:
		v.many("channel_ids", KindChannel, r.ChannelIDs)
		v.may("image_id", KindImage, r.ImageID)
	case Map:
		v.may("pair_id", KindMap, r.PairID)
		v.may("derived_id", KindMap, r.DerivedID)
	case Appearance:
		v.must("map_id", KindMap, r.MapID)
		v.must("persona_id", KindPersona, r.PersonaID)
	case Stage:
		v.must("map_id", KindMap, r.MapID)
	case Step:
		v.must("stage_id", KindStage, r.StageID)
	case Lane:
		v.must("map_id", KindMap, r.MapID)
		v.may("persona_id", KindPersona, r.PersonaID)
	case Card:
		v.must("map_id", KindMap, r.MapID)
		v.must("stage_id", KindStage, r.StageID)
		if r.StepID != "" {
			v.must("step_id", KindStep, r.StepID)
		}
		v.must("lane_id", KindLane, r.LaneID)
		v.many("tag_ids", KindTag, r.TagIDs)
		v.may("channel_id", KindChannel, r.ChannelID)
		v.may("goal_id", KindStage, r.GoalID)
		v.may("image_id", KindImage, r.ImageID)
	case Point:
		v.must("map_id", KindMap, r.MapID)
		v.must("persona_id", KindPersona, r.PersonaID)
		v.at(r.At)
	case Link:
		v.must("map_id", KindMap, r.MapID)
		v.must("from_id", KindCard, r.FromID)
		v.must("to_id", KindCard, r.ToID)
	case Measurement:
		v.must("metric_id", KindMetric, r.MetricID)
		v.at(r.At)
	case Action:
		if r.CardID != "" {
			v.must("card_id", KindCard, r.CardID)
		}
	case Comment:
		v.at(r.At)
		if r.ReplyID != "" {
			v.must("reply_id", KindComment, r.ReplyID)
		}
	}
}

// visitor is told of references.
type visitor func(Reference)

func (v visitor) must(field string, k Kind, id ID) { v(Reference{field, Ref{k, id}, true}) }

func (v visitor) may(field string, k Kind, id ID) {
	if id != "" {
		v(Reference{field, Ref{k, id}, false})
	}
}

func (v visitor) many(field string, k Kind, ids []ID) {
	for _, id := range ids {
		v(Reference{field, Ref{k, id}, false})
	}
}

func (v visitor) at(r Ref) { v(Reference{"at", r, true}) }

// WithoutReferences returns rec with every optional reference to a record that is gone cleared,
// and whether that changed anything. Required references stay.
func WithoutReferences(rec Record, gone func(Ref) bool) (Record, bool) {
	changed := false
	one := func(k Kind, id *ID) {
		if *id != "" && gone(Ref{k, *id}) {
			*id, changed = "", true
		}
	}
	many := func(k Kind, ids *[]ID) {
		if !slices.ContainsFunc(*ids, func(id ID) bool { return gone(Ref{k, id}) }) {
			return
		}
		var kept []ID
		for _, id := range *ids {
			if !gone(Ref{k, id}) {
				kept = append(kept, id)
			}
		}
		*ids, changed = kept, true
	}
	switch r := rec.(type) {
	case Persona:
		many(KindChannel, &r.ChannelIDs)
		one(KindImage, &r.ImageID)
		rec = r
	case Map:
		one(KindMap, &r.PairID)
		one(KindMap, &r.DerivedID)
		rec = r
	case Lane:
		one(KindPersona, &r.PersonaID)
		rec = r
	case Card:
		many(KindTag, &r.TagIDs)
		one(KindChannel, &r.ChannelID)
		one(KindStage, &r.GoalID)
		one(KindImage, &r.ImageID)
		rec = r
	}
	return rec, changed
}
