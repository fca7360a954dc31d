package inspector

import (
	"jejak/data/edit"
	"jejak/data/journey"
)

// subject is the records of one kind that some controls are about, in the order of the selection.
type subject[T journey.Record] struct {
	in  *Inspector
	ids []journey.ID
	now []T                            // as they are; what is gone is left out
	one func(*edit.Tx, func(*T)) error // changes the only record of its kind; nil: edit.Update does
}

// selected is the subject of the whole panel.
func selected[T journey.Record](in *Inspector) *subject[T] {
	s := &subject[T]{in: in}
	set := func(refs []journey.Ref) {
		s.ids = make([]journey.ID, len(refs))
		for i, r := range refs {
			s.ids[i] = r.ID
		}
	}
	set(in.shown)
	in.retarget = set
	in.root.load = s.read
	return s
}

// just is the subject of one record.
func just[T journey.Record](g *group, id journey.ID) *subject[T] {
	s := &subject[T]{in: g.in, ids: []journey.ID{id}}
	before := g.load
	g.load = func(p journey.Project) {
		if before != nil {
			before(p)
		}
		s.read(p)
	}
	return s
}

// read gets the records as they are.
func (s *subject[T]) read(p journey.Project) {
	var zero T
	kind := zero.Kind()
	s.now = s.now[:0]
	for _, id := range s.ids {
		if rec, ok := p.Get(journey.Ref{Kind: kind, ID: id}); ok {
			s.now = append(s.now, rec.(T))
		}
	}
}

// set makes one undo step of a change to all the records. what is the field, as a person reads it.
func (s *subject[T]) set(what string, f func(*T)) error {
	return s.edit(what, func(tx *edit.Tx, id journey.ID) error {
		if s.one != nil {
			return s.one(tx, f)
		}
		return edit.Update(tx, id, f)
	})
}

// edit is set with an edit of its own for each record.
func (s *subject[T]) edit(what string, f func(*edit.Tx, journey.ID) error) error {
	ids := s.ids
	return s.in.o.Change(edit.Label{Key: "inspector.change", Count: len(ids), Name: what}, func(tx *edit.Tx) error {
		for _, id := range ids {
			if err := f(tx, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// common returns what a field of all the records holds; mixed: they differ.
func common[T journey.Record, V comparable](s *subject[T], at func(*T) V) (v V, mixed bool) {
	for i := range s.now {
		if x := at(&s.now[i]); i == 0 {
			v = x
		} else if x != v {
			var none V
			return none, true
		}
	}
	return v, false
}
