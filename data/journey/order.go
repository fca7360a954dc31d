package journey

import (
	"iter"
	"slices"
	"strings"
)

// RankOf returns the rank of rec; empty for a kind that has none.
func RankOf(rec Record) Rank {
	switch r := rec.(type) {
	case Tag:
		return r.Rank
	case Channel:
		return r.Rank
	case Persona:
		return r.Rank
	case Metric:
		return r.Rank
	case Map:
		return r.Rank
	case Appearance:
		return r.Rank
	case Stage:
		return r.Rank
	case Step:
		return r.Rank
	case Lane:
		return r.Rank
	case Card:
		return r.Rank
	case Action:
		return r.Rank
	}
	return ""
}

// WithRank returns rec with that rank; rec itself for a kind that has none.
func WithRank(rec Record, rank Rank) Record {
	switch r := rec.(type) {
	case Tag:
		r.Rank = rank
		return r
	case Channel:
		r.Rank = rank
		return r
	case Persona:
		r.Rank = rank
		return r
	case Metric:
		r.Rank = rank
		return r
	case Map:
		r.Rank = rank
		return r
	case Appearance:
		r.Rank = rank
		return r
	case Stage:
		r.Rank = rank
		return r
	case Step:
		r.Rank = rank
		return r
	case Lane:
		r.Rank = rank
		return r
	case Card:
		r.Rank = rank
		return r
	case Action:
		r.Rank = rank
		return r
	}
	return rec
}

// Compare orders records of one kind: by rank, ties by ID.
func Compare[T Record](a, b T) int {
	if c := strings.Compare(string(RankOf(a)), string(RankOf(b))); c != 0 {
		return c
	}
	return strings.Compare(string(a.RecordID()), string(b.RecordID()))
}

// ordered collects the records that keep lets through, sorted by Compare.
func ordered[T Record](all iter.Seq[T], keep func(*T) bool) []T {
	var list []T
	for rec := range all {
		if keep == nil || keep(&rec) {
			list = append(list, rec)
		}
	}
	return sorted(list)
}

// sorted sorts list by Compare, in place. It asks each record for its key only once, because
// that copies the record.
func sorted[T Record](list []T) []T {
	if len(list) < 2 {
		return list
	}
	type keyed struct {
		rank  Rank
		id    ID
		index int
	}
	keys := make([]keyed, len(list))
	for i, rec := range list {
		keys[i] = keyed{RankOf(rec), rec.RecordID(), i}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		if c := strings.Compare(string(a.rank), string(b.rank)); c != 0 {
			return c
		}
		return strings.Compare(string(a.id), string(b.id))
	})
	result := make([]T, len(list))
	for i, k := range keys {
		result[i] = list[k.index]
	}
	copy(list, result)
	return list
}

// MapsInOrder returns the maps in their order. The slice is the caller's, here and in the other
// readers of this file; each costs a pass over all records of its kind.
func (p Project) MapsInOrder() []Map { return ordered(p.Maps.All(), nil) }

// PersonasInOrder returns the personas in their order.
func (p Project) PersonasInOrder() []Persona { return ordered(p.Personas.All(), nil) }

// ChannelsInOrder returns the channels in their order.
func (p Project) ChannelsInOrder() []Channel { return ordered(p.Channels.All(), nil) }

// TagsInOrder returns the tags in their order.
func (p Project) TagsInOrder() []Tag { return ordered(p.Tags.All(), nil) }

// MetricsInOrder returns the metrics in their order.
func (p Project) MetricsInOrder() []Metric { return ordered(p.Metrics.All(), nil) }

// ActionsInOrder returns the action register in its order.
func (p Project) ActionsInOrder() []Action { return ordered(p.Actions.All(), nil) }

// ImagesInOrder returns the images by ID: they have no order of their own.
func (p Project) ImagesInOrder() []Image { return ordered(p.Images.All(), nil) }

// AppearancesOf returns the appearances on a map in their order.
func (p Project) AppearancesOf(mapID ID) []Appearance {
	return ordered(p.Appearances.All(), func(r *Appearance) bool { return r.MapID == mapID })
}

// StagesOf returns the stages of a map in their order.
func (p Project) StagesOf(mapID ID) []Stage {
	return ordered(p.Stages.All(), func(r *Stage) bool { return r.MapID == mapID })
}

// StepsOf returns the steps of a stage in their order.
func (p Project) StepsOf(stageID ID) []Step {
	return ordered(p.Steps.All(), func(r *Step) bool { return r.StageID == stageID })
}

// LanesOf returns the lanes of a map in their order.
func (p Project) LanesOf(mapID ID) []Lane {
	return ordered(p.Lanes.All(), func(r *Lane) bool { return r.MapID == mapID })
}

// CardsIn returns the cards of one cell in their order.
func (p Project) CardsIn(cell CellKey) []Card {
	return ordered(p.Cards.All(), func(r *Card) bool { return r.Cell() == cell })
}

// CommentsAt returns the comments anchored to a record, oldest first.
func (p Project) CommentsAt(at Ref) []Comment {
	list := ordered(p.Comments.All(), func(r *Comment) bool { return r.At == at })
	slices.SortStableFunc(list, func(a, b Comment) int { return a.Created - b.Created })
	return list
}
