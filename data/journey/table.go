package journey

import (
	"hash/maphash"
	"iter"
)

// shards is the fan-out of a Table. With 10,000 records a shard holds about 40, so putting one
// record copies some 40 pointers and one array of them and leaves the rest shared.
const shards = 256

var shardSeed = maphash.MakeSeed()

func shardOf(id ID) int { return int(maphash.String(shardSeed, string(id)) % shards) }

// Table is an immutable set of records of one kind, by ID. The zero Table is empty and ready.
// With and Without return a new Table and share what did not change. Iteration order is not
// defined: whoever shows records to a person sorts them by rank.
type Table[T Record] struct {
	shard *[shards]map[ID]*T
	n     int
}

// Len returns the number of records.
func (t Table[T]) Len() int { return t.n }

// Get returns the record with that ID.
func (t Table[T]) Get(id ID) (T, bool) {
	if rec := t.at(id); rec != nil {
		return *rec, true
	}
	var zero T
	return zero, false
}

// at returns the record with that ID where it lies, or nil. It must only be read.
func (t Table[T]) at(id ID) *T {
	if t.shard == nil {
		return nil
	}
	return t.shard[shardOf(id)][id]
}

// Has reports whether there is a record with that ID.
func (t Table[T]) Has(id ID) bool { return t.at(id) != nil }

// All yields every record, in no defined order.
func (t Table[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for rec := range t.each() {
			if !yield(*rec) {
				return
			}
		}
	}
}

// each yields every record where it lies, without a copy. They must only be read.
func (t Table[T]) each() iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if t.shard == nil {
			return
		}
		for _, s := range t.shard {
			for _, rec := range s {
				if !yield(rec) {
					return
				}
			}
		}
	}
}

// With returns t with rec put in, in place of one of the same ID if there is one.
func (t Table[T]) With(rec T) Table[T] {
	id := rec.RecordID()
	next, s := t.cloned(id)
	if _, had := s[id]; !had {
		next.n++
	}
	s[id] = &rec
	return next
}

// Without returns t without the record of that ID.
func (t Table[T]) Without(id ID) Table[T] {
	if !t.Has(id) {
		return t
	}
	next, s := t.cloned(id)
	delete(s, id)
	next.n--
	return next
}

// cloned returns a copy of t whose shard for id may be written, and that shard.
func (t Table[T]) cloned(id ID) (Table[T], map[ID]*T) {
	var array [shards]map[ID]*T
	if t.shard != nil {
		array = *t.shard
	}
	i := shardOf(id)
	s := make(map[ID]*T, len(array[i])+1)
	for k, v := range array[i] {
		s[k] = v
	}
	array[i] = s
	return Table[T]{shard: &array, n: t.n}, s
}

// TableOf builds a Table of many records at once, without the copies that a chain of With
// would make. Of two records with one ID the later stays.
func TableOf[T Record](recs []T) Table[T] {
	if len(recs) == 0 {
		return Table[T]{}
	}
	var array [shards]map[ID]*T
	n := 0
	own := make([]T, len(recs)) // one piece of memory for all
	copy(own, recs)
	for k := range own {
		rec := &own[k]
		id := (*rec).RecordID()
		i := shardOf(id)
		if array[i] == nil {
			array[i] = make(map[ID]*T, len(recs)/shards+1)
		}
		if _, had := array[i][id]; !had {
			n++
		}
		array[i][id] = rec
	}
	return Table[T]{shard: &array, n: n}
}
