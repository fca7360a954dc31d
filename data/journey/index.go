package journey

import (
	"cmp"
	"slices"
)

// CellKey names a cell of a map: where a column crosses a lane. An empty StepID is the stage as a
// whole.
type CellKey struct{ StageID, StepID, LaneID ID }

// Cell returns the cell that c stands in.
func (c Card) Cell() CellKey { return CellKey{c.StageID, c.StepID, c.LaneID} }

// Index holds the records of one map grouped as they are shown, each group in order. It is a
// picture of one Project, safe to read from any goroutine as long as nobody writes to it.
type Index struct {
	Map          Map // zero if the map is not there
	Appearances  []Appearance
	Stages       []Stage
	Lanes        []Lane
	Steps        map[ID][]Step         // by stage
	Cards        map[CellKey][]Card    // by cell
	Points       map[ID][]Point        // by persona, by ID within one
	Links        []Link                // by ID
	Measurements map[Ref][]Measurement // at this map, its stages and cards; oldest first
	Latest       map[Ref][]Measurement // the newest of each metric, metrics in their order
	Actions      map[ID][]Action       // by card
	Comments     map[Ref][]Comment     // of records of this map and the map itself; oldest first
}

// NewIndex groups the records of a map in one pass over each kind.
func NewIndex(p Project, mapID ID) *Index {
	of := func(at Ref) bool { return p.MapOf(at) == mapID }
	x := &Index{
		Appearances: p.AppearancesOf(mapID),
		Stages:      p.StagesOf(mapID),
		Lanes:       p.LanesOf(mapID),
		Steps: grouped(p.Steps, compare, func(r *Step) (ID, bool) {
			s := p.Stages.at(r.StageID)
			return r.StageID, s != nil && s.MapID == mapID
		}),
		Cards: grouped(p.Cards, compare, func(r *Card) (CellKey, bool) {
			return CellKey{r.StageID, r.StepID, r.LaneID}, r.MapID == mapID
		}),
		Points: grouped(p.Points, compare, func(r *Point) (ID, bool) { return r.PersonaID, r.MapID == mapID }),
		Links:  ordered(p.Links, func(r *Link) bool { return r.MapID == mapID }),
		Actions: grouped(p.Actions, compare, func(r *Action) (ID, bool) {
			c := p.Cards.at(r.CardID)
			return r.CardID, c != nil && c.MapID == mapID
		}),
		Comments: grouped(p.Comments, func(a, b *Comment) int {
			return cmp.Or(cmp.Compare(a.Created, b.Created), compare(a, b))
		}, func(r *Comment) (Ref, bool) { return r.At, of(r.At) }),
		Measurements: grouped(p.Measurements, func(a, b *Measurement) int {
			return cmp.Or(cmp.Compare(a.Date, b.Date), compare(a, b))
		}, func(r *Measurement) (Ref, bool) { return r.At, of(r.At) }),
	}
	x.Map, _ = p.Maps.Get(mapID)
	x.Latest = latest(x.Measurements, p.MetricsInOrder())
	return x
}

// grouped collects the records that key lets through by their key, each group sorted.
func grouped[K comparable, T Record](t Table[T], order func(a, b *T) int, key func(*T) (K, bool)) map[K][]T {
	lists := map[K][]*T{}
	for rec := range t.each() {
		if k, ok := key(rec); ok {
			lists[k] = append(lists[k], rec)
		}
	}
	groups := make(map[K][]T, len(lists))
	for k, list := range lists {
		slices.SortFunc(list, order)
		groups[k] = values(list)
	}
	return groups
}

// latest picks the newest value of each metric at each place, metrics in their order.
func latest(measurements map[Ref][]Measurement, metrics []Metric) map[Ref][]Measurement {
	place := make(map[ID]int, len(metrics))
	for i, m := range metrics {
		place[m.ID] = i
	}
	result := make(map[Ref][]Measurement, len(measurements))
	for at, all := range measurements {
		newest := map[ID]Measurement{}
		for _, m := range all { // oldest first
			newest[m.MetricID] = m
		}
		list := make([]Measurement, 0, len(newest))
		for _, m := range newest {
			list = append(list, m)
		}
		slices.SortFunc(list, func(a, b Measurement) int {
			return cmp.Or(cmp.Compare(place[a.MetricID], place[b.MetricID]), cmp.Compare(a.MetricID, b.MetricID))
		})
		result[at] = list
	}
	return result
}

// Columns returns the cells' columns in the order of the map: for each stage its steps, or the
// stage itself where it has none. StepID is empty for a stage without steps.
func (x *Index) Columns() []CellKey {
	var cols []CellKey
	for _, s := range x.Stages {
		steps := x.Steps[s.ID]
		if len(steps) == 0 {
			cols = append(cols, CellKey{StageID: s.ID})
		}
		for _, st := range steps {
			cols = append(cols, CellKey{StageID: s.ID, StepID: st.ID})
		}
	}
	return cols
}

// CardsInOrder returns all cards of the map that stand in a cell of it: by column (what belongs
// to a stage as a whole before its steps), then by lane, then by rank.
func (x *Index) CardsInOrder() []Card {
	var cards []Card
	for _, s := range x.Stages {
		steps := append([]Step{{}}, x.Steps[s.ID]...)
		for _, st := range steps {
			for _, l := range x.Lanes {
				cards = append(cards, x.Cards[CellKey{s.ID, st.ID, l.ID}]...)
			}
		}
	}
	return cards
}

// MapOf returns the map that a record belongs to, or is; empty for what belongs to none.
func (p Project) MapOf(ref Ref) ID {
	switch ref.Kind {
	case KindMap:
		return ownerOf(p.Maps, ref.ID, func(r *Map) ID { return r.ID })
	case KindAppearance:
		return ownerOf(p.Appearances, ref.ID, func(r *Appearance) ID { return r.MapID })
	case KindStage:
		return ownerOf(p.Stages, ref.ID, func(r *Stage) ID { return r.MapID })
	case KindStep:
		return ownerOf(p.Steps, ref.ID, func(r *Step) ID { return p.MapOf(Ref{KindStage, r.StageID}) })
	case KindLane:
		return ownerOf(p.Lanes, ref.ID, func(r *Lane) ID { return r.MapID })
	case KindCard:
		return ownerOf(p.Cards, ref.ID, func(r *Card) ID { return r.MapID })
	case KindPoint:
		return ownerOf(p.Points, ref.ID, func(r *Point) ID { return r.MapID })
	case KindLink:
		return ownerOf(p.Links, ref.ID, func(r *Link) ID { return r.MapID })
	case KindMeasurement:
		return ownerOf(p.Measurements, ref.ID, func(r *Measurement) ID { return p.mapAt(r.At) })
	case KindAction:
		return ownerOf(p.Actions, ref.ID, func(r *Action) ID { return p.MapOf(Ref{KindCard, r.CardID}) })
	case KindComment:
		return ownerOf(p.Comments, ref.ID, func(r *Comment) ID { return p.mapAt(r.At) })
	}
	return ""
}

// mapAt is MapOf for an anchor. In a damaged file anchors may point at each other in a circle, so
// those that are anchored themselves are followed once only.
func (p Project) mapAt(at Ref) ID {
	switch at.Kind {
	case KindComment:
		return ""
	case KindMeasurement:
		m, ok := p.Measurements.Get(at.ID)
		if !ok || m.At.Kind == KindMeasurement || m.At.Kind == KindComment {
			return ""
		}
		return p.MapOf(m.At)
	}
	return p.MapOf(at)
}

func ownerOf[T Record](t Table[T], id ID, owner func(*T) ID) ID {
	if rec := t.at(id); rec != nil {
		return owner(rec)
	}
	return ""
}
