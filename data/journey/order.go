package journey

import (
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
func Compare[T Record](a, b T) int { return compare(&a, &b) }

func compare[T Record](a, b *T) int {
	ra, ida := keyOf(a)
	rb, idb := keyOf(b)
	if c := strings.Compare(string(ra), string(rb)); c != 0 {
		return c
	}
	return strings.Compare(string(ida), string(idb))
}

// keyOf reads what records are ordered by without copying the record.
func keyOf[T Record](rec *T) (Rank, ID) {
	switch r := any(rec).(type) {
	case *Tag:
		return r.Rank, r.ID
	case *Channel:
		return r.Rank, r.ID
	case *Persona:
		return r.Rank, r.ID
	case *Metric:
		return r.Rank, r.ID
	case *Map:
		return r.Rank, r.ID
	case *Appearance:
		return r.Rank, r.ID
	case *Stage:
		return r.Rank, r.ID
	case *Step:
		return r.Rank, r.ID
	case *Lane:
		return r.Rank, r.ID
	case *Card:
		return r.Rank, r.ID
	case *Action:
		return r.Rank, r.ID
	}
	return "", (*rec).RecordID()
}

// ordered collects the records that keep lets through (nil: all), sorted by Compare.
func ordered[T Record](t Table[T], keep func(*T) bool) []T {
	var list []*T
	for rec := range t.each() {
		if keep == nil || keep(rec) {
			list = append(list, rec)
		}
	}
	slices.SortFunc(list, compare)
	return values(list)
}

// values copies records out of where they lie; nil for none.
func values[T Record](list []*T) []T {
	if len(list) == 0 {
		return nil
	}
	result := make([]T, len(list))
	for i, rec := range list {
		result[i] = *rec
	}
	return result
}

// MapsInOrder returns the maps in their order. The slice is the caller's, here and in the other
// readers of this file; each costs a pass over all records of its kind.
func (p Project) MapsInOrder() []Map { return ordered(p.Maps, nil) }

// PersonasInOrder returns the personas in their order.
func (p Project) PersonasInOrder() []Persona { return ordered(p.Personas, nil) }

// ChannelsInOrder returns the channels in their order.
func (p Project) ChannelsInOrder() []Channel { return ordered(p.Channels, nil) }

// TagsInOrder returns the tags in their order.
func (p Project) TagsInOrder() []Tag { return ordered(p.Tags, nil) }

// MetricsInOrder returns the metrics in their order.
func (p Project) MetricsInOrder() []Metric { return ordered(p.Metrics, nil) }

// ActionsInOrder returns the action register in its order.
func (p Project) ActionsInOrder() []Action { return ordered(p.Actions, nil) }

// ImagesInOrder returns the images by ID: they have no order of their own.
func (p Project) ImagesInOrder() []Image { return ordered(p.Images, nil) }

// AppearancesOf returns the appearances on a map in their order.
func (p Project) AppearancesOf(mapID ID) []Appearance {
	return ordered(p.Appearances, func(r *Appearance) bool { return r.MapID == mapID })
}

// StagesOf returns the stages of a map in their order.
func (p Project) StagesOf(mapID ID) []Stage {
	return ordered(p.Stages, func(r *Stage) bool { return r.MapID == mapID })
}

// StepsOf returns the steps of a stage in their order.
func (p Project) StepsOf(stageID ID) []Step {
	return ordered(p.Steps, func(r *Step) bool { return r.StageID == stageID })
}

// LanesOf returns the lanes of a map in their order.
func (p Project) LanesOf(mapID ID) []Lane {
	return ordered(p.Lanes, func(r *Lane) bool { return r.MapID == mapID })
}

// CardsIn returns the cards of one cell in their order.
func (p Project) CardsIn(cell CellKey) []Card {
	return ordered(p.Cards, func(r *Card) bool {
		return r.LaneID == cell.LaneID && r.StageID == cell.StageID && r.StepID == cell.StepID
	})
}

// CommentsAt returns the comments anchored to a record, oldest first.
func (p Project) CommentsAt(at Ref) []Comment {
	list := ordered(p.Comments, func(r *Comment) bool { return r.At == at })
	slices.SortStableFunc(list, func(a, b Comment) int { return a.Created - b.Created })
	return list
}
