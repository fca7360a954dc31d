package exchange

import (
	"reflect"

	"jejak/data/journey"
)

var (
	idType  = reflect.TypeFor[journey.ID]()
	idsType = reflect.TypeFor[[]journey.ID]()
	refType = reflect.TypeFor[journey.Ref]()
)

// Renew returns p with a new ID for every record and all references following, as a project made
// from a template needs: two projects of one template must not share IDs. A nil newID means random
// UUIDs. References to what is not there stay as they are.
func Renew(p journey.Project, newID func() journey.ID) journey.Project {
	if newID == nil {
		newID = randomID
	}
	fresh := map[journey.Ref]journey.ID{}
	byID := map[journey.ID]journey.ID{}
	for rec := range p.Records() {
		id := newID()
		fresh[journey.RefTo(rec)] = id
		byID[rec.RecordID()] = id
	}
	renewed := func(id journey.ID) journey.ID {
		if n, ok := byID[id]; ok {
			return n
		}
		return id
	}
	var recs []journey.Record
	for rec := range p.Records() {
		v := reflect.New(reflect.TypeOf(rec)).Elem()
		v.Set(reflect.ValueOf(rec))
		for i := range v.NumField() {
			switch f := v.Field(i); f.Type() {
			case idType:
				f.Set(reflect.ValueOf(renewed(f.Interface().(journey.ID))))
			case idsType:
				old := f.Interface().([]journey.ID)
				ids := make([]journey.ID, len(old))
				for i, id := range old {
					ids[i] = renewed(id)
				}
				f.Set(reflect.ValueOf(ids))
			case refType:
				ref := f.Interface().(journey.Ref)
				if id, ok := fresh[ref]; ok {
					f.Set(reflect.ValueOf(journey.Ref{Kind: ref.Kind, ID: id}))
				}
			}
		}
		v.FieldByName("ID").Set(reflect.ValueOf(fresh[journey.RefTo(rec)]))
		recs = append(recs, v.Interface().(journey.Record))
	}
	return journey.FromRecords(recs)
}
