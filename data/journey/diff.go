package journey

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
)

// Update is one record before and after. Both have the same kind and ID.
type Update struct{ From, To Record }

// Diff is what makes one Project out of another. It is the one value that an edit produces:
// undo turns it round, the project file writes it, the picture repaints what it touches.
// The order of its parts carries no meaning; at most one entry speaks of any one record.
type Diff struct {
	Added   []Record
	Updated []Update
	Removed []Record
}

// IsEmpty reports whether d changes nothing.
func (d Diff) IsEmpty() bool { return len(d.Added)+len(d.Updated)+len(d.Removed) == 0 }

// Len returns the number of records d speaks of.
func (d Diff) Len() int { return len(d.Added) + len(d.Updated) + len(d.Removed) }

// Reverse returns the Diff that undoes d.
func (d Diff) Reverse() Diff {
	r := Diff{Added: slices.Clone(d.Removed), Removed: slices.Clone(d.Added)}
	for _, u := range d.Updated {
		r.Updated = append(r.Updated, Update{From: u.To, To: u.From})
	}
	return r
}

// Equal reports whether two records are the same in every field. An empty slice equals a nil one.
func Equal(a, b Record) bool {
	if a == nil || b == nil {
		return a == nil && b == nil
	}
	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)
	if va.Type() != vb.Type() {
		return false
	}
	for i := range va.NumField() {
		fa, fb := va.Field(i), vb.Field(i)
		if fa.Kind() == reflect.Slice && fa.Len() == 0 && fb.Len() == 0 {
			continue
		}
		if x, ok := float(fa); ok {
			// What is no number equals itself here, or a diff of it could never be turned round.
			if y, ok := float(fb); !ok || x != y && (x == x || y == y) {
				return false
			}
			continue
		}
		if fa.Comparable() && fa.Kind() != reflect.Pointer {
			if !fa.Equal(fb) {
				return false
			}
			continue
		}
		if !reflect.DeepEqual(fa.Interface(), fb.Interface()) {
			return false
		}
	}
	return true
}

// float returns the number in a field of type float64 or, where it is not nil, *float64.
func float(v reflect.Value) (float64, bool) {
	if v.Kind() == reflect.Pointer && !v.IsNil() {
		v = v.Elem()
	}
	if v.Kind() != reflect.Float64 {
		return 0, false
	}
	return v.Float(), true
}

// Apply returns p changed by d. It refuses a Diff that was not made for p: adding what is there,
// updating or removing what is not there or is different from what d says. On an error the
// Project returned is p.
func (p Project) Apply(d Diff) (Project, error) {
	q := p
	for _, rec := range d.Removed {
		ref := RefTo(rec)
		have, ok := q.Get(ref)
		if !ok || !Equal(have, rec) {
			return p, fmt.Errorf("apply diff: %s %s is not there as expected", ref.Kind, ref.ID)
		}
		q = q.Without(ref)
	}
	for _, u := range d.Updated {
		ref := RefTo(u.From)
		have, ok := q.Get(ref)
		if !ok || !Equal(have, u.From) || RefTo(u.To) != ref {
			return p, fmt.Errorf("apply diff: %s %s is not there as expected", ref.Kind, ref.ID)
		}
		q = q.With(u.To)
	}
	for _, rec := range d.Added {
		ref := RefTo(rec)
		if q.Has(ref) {
			return p, fmt.Errorf("apply diff: %s %s is there already", ref.Kind, ref.ID)
		}
		q = q.With(rec)
	}
	return q, nil
}

// Between returns the Diff that makes to out of from, sorted by kind and ID.
func Between(from, to Project) Diff {
	var d Diff
	for _, k := range Kinds {
		t := tableOf(k)
		for _, rec := range sortedByID(t.list(from)) {
			other, ok := t.get(to, rec.RecordID())
			switch {
			case !ok:
				d.Removed = append(d.Removed, rec)
			case !Equal(rec, other):
				d.Updated = append(d.Updated, Update{From: rec, To: other})
			}
		}
		for _, rec := range sortedByID(t.list(to)) {
			if _, ok := t.get(from, rec.RecordID()); !ok {
				d.Added = append(d.Added, rec)
			}
		}
	}
	return d
}

func sortedByID(recs []Record) []Record {
	slices.SortFunc(recs, func(a, b Record) int {
		return strings.Compare(string(a.RecordID()), string(b.RecordID()))
	})
	return recs
}
