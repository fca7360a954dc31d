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
	must := func(field string, k Kind, id ID) { f(Reference{field, Ref{k, id}, true}) }
	may := func(field string, k Kind, id ID) {
		if id != "" {
			f(Reference{field, Ref{k, id}, false})
		}
	}
	many := func(field string, k Kind, ids []ID) {
		for _, id := range ids {
			f(Reference{field, Ref{k, id}, false})
		}
	}
	at := func(r Ref) { f(Reference{"at", r, true}) }
	switch r := rec.(type) {
	case Persona:
		many("channel_ids", KindChannel, r.ChannelIDs)
		may("image_id", KindImage, r.ImageID)
	case Map:
		may("pair_id", KindMap, r.PairID)
		may("derived_id", KindMap, r.DerivedID)
	case Appearance:
		must("map_id", KindMap, r.MapID)
		must("persona_id", KindPersona, r.PersonaID)
	case Stage:
		must("map_id", KindMap, r.MapID)
	case Step:
		must("stage_id", KindStage, r.StageID)
	case Lane:
		must("map_id", KindMap, r.MapID)
		may("persona_id", KindPersona, r.PersonaID)
	case Card:
		must("map_id", KindMap, r.MapID)
		must("stage_id", KindStage, r.StageID)
		if r.StepID != "" {
			must("step_id", KindStep, r.StepID)
		}
		must("lane_id", KindLane, r.LaneID)
		many("tag_ids", KindTag, r.TagIDs)
		may("channel_id", KindChannel, r.ChannelID)
		may("goal_id", KindStage, r.GoalID)
		may("image_id", KindImage, r.ImageID)
	case Point:
		must("map_id", KindMap, r.MapID)
		must("persona_id", KindPersona, r.PersonaID)
		at(r.At)
	case Link:
		must("map_id", KindMap, r.MapID)
		must("from_id", KindCard, r.FromID)
		must("to_id", KindCard, r.ToID)
	case Measurement:
		must("metric_id", KindMetric, r.MetricID)
		at(r.At)
	case Action:
		if r.CardID != "" {
			must("card_id", KindCard, r.CardID)
		}
	case Comment:
		at(r.At)
		if r.ReplyID != "" {
			must("reply_id", KindComment, r.ReplyID)
		}
	}
}

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
