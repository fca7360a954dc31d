package record

import (
	"reflect"

	"jejak/data/journey"
)

// Own gives a record, which must not be nil, slices and numbers of its own, so that changing it does
// not reach the Project it came from.
func Own[T journey.Record](rec *T) {
	v := reflect.ValueOf(rec).Elem()
	for i := range v.NumField() {
		f := v.Field(i)
		switch {
		case f.Kind() == reflect.Slice && !f.IsNil():
			own := reflect.MakeSlice(f.Type(), f.Len(), f.Len())
			reflect.Copy(own, f)
			f.Set(own)
		case f.Kind() == reflect.Pointer && !f.IsNil():
			own := reflect.New(f.Type().Elem())
			own.Elem().Set(f.Elem())
			f.Set(own)
		}
	}
}

// WithID returns a tag, channel, persona or metric under another ID; other kinds as they are.
func WithID(rec journey.Record, id journey.ID) journey.Record {
	switch r := rec.(type) {
	case journey.Tag:
		r.ID = id
		return r
	case journey.Channel:
		r.ID = id
		return r
	case journey.Persona:
		r.ID = id
		return r
	case journey.Metric:
		r.ID = id
		return r
	}
	return rec
}

// Fresh tells the new IDs of what is copied.
type Fresh map[journey.Ref]journey.ID

// Copied is a record with the new IDs of itself, which must be known, and of what it names, where they
// are known. Maps, actions, comments and the library are not copied so, and returned as they are.
func (f Fresh) Copied(rec journey.Record) journey.Record {
	id := f[journey.RefTo(rec)]
	switch r := rec.(type) {
	case journey.Appearance:
		r.ID, r.MapID = id, f.to(journey.KindMap, r.MapID)
		return r
	case journey.Stage:
		r.ID, r.MapID = id, f.to(journey.KindMap, r.MapID)
		return r
	case journey.Step:
		r.ID, r.StageID = id, f.to(journey.KindStage, r.StageID)
		return r
	case journey.Lane:
		r.ID, r.MapID = id, f.to(journey.KindMap, r.MapID)
		return r
	case journey.Card:
		r.ID, r.MapID, r.LaneID = id, f.to(journey.KindMap, r.MapID), f.to(journey.KindLane, r.LaneID)
		r.StageID, r.StepID = f.to(journey.KindStage, r.StageID), f.to(journey.KindStep, r.StepID)
		r.GoalID = f.to(journey.KindStage, r.GoalID)
		return r
	case journey.Point:
		r.ID, r.MapID, r.At.ID = id, f.to(journey.KindMap, r.MapID), f.to(r.At.Kind, r.At.ID)
		return r
	case journey.Link:
		r.ID, r.MapID = id, f.to(journey.KindMap, r.MapID)
		r.FromID, r.ToID = f.to(journey.KindCard, r.FromID), f.to(journey.KindCard, r.ToID)
		return r
	case journey.Measurement:
		r.ID, r.At.ID = id, f.to(r.At.Kind, r.At.ID)
		return r
	}
	return rec
}

// to is the copy of what is named; what has none stays what it is.
func (f Fresh) to(k journey.Kind, id journey.ID) journey.ID {
	if now := f[journey.Ref{Kind: k, ID: id}]; now != "" {
		return now
	}
	return id
}
