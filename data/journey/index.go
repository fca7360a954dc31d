package journey

import (
	"slices"
	"strings"
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
	x := &Index{
		Appearances: p.AppearancesOf(mapID),
		Stages:      p.StagesOf(mapID),
		Lanes:       p.LanesOf(mapID),
		Steps:       map[ID][]Step{},
		Cards:       map[CellKey][]Card{},
		Points:      map[ID][]Point{},
		Links:       nil,
		Latest:      map[Ref][]Measurement{},
		Actions:     map[ID][]Action{},
		Comments:    map[Ref][]Comment{},
	}
	x.Map, _ = p.Maps.Get(mapID)
	of := func(at Ref) bool { return p.MapOf(at) == mapID }
	for r := range p.Steps.All() {
		if s, ok := p.Stages.Get(r.StageID); ok && s.MapID == mapID {
			x.Steps[r.StageID] = append(x.Steps[r.StageID], r)
		}
	}
	for r := range p.Cards.All() {
		if r.MapID == mapID {
			x.Cards[r.Cell()] = append(x.Cards[r.Cell()], r)
		}
	}
	for r := range p.Points.All() {
		if r.MapID == mapID {
			x.Points[r.PersonaID] = append(x.Points[r.PersonaID], r)
		}
	}
	x.Links = ordered(p.Links.All(), func(r *Link) bool { return r.MapID == mapID })
	for r := range p.Actions.All() {
		if c, ok := p.Cards.Get(r.CardID); ok && c.MapID == mapID {
			x.Actions[r.CardID] = append(x.Actions[r.CardID], r)
		}
	}
	for r := range p.Comments.All() {
		if of(r.At) {
			x.Comments[r.At] = append(x.Comments[r.At], r)
		}
	}
	rankGroups(x.Steps)
	rankGroups(x.Cards)
	rankGroups(x.Points)
	rankGroups(x.Actions)
	sortGroups(x.Comments, func(a, b Comment) int {
		if a.Created != b.Created {
			return a.Created - b.Created
		}
		return Compare(a, b)
	})
	x.measure(p, of)
	return x
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

// measure groups the measurements and picks the newest of each metric.
func (x *Index) measure(p Project, of func(Ref) bool) {
	x.Measurements = map[Ref][]Measurement{}
	for r := range p.Measurements.All() {
		if of(r.At) {
			x.Measurements[r.At] = append(x.Measurements[r.At], r)
		}
	}
	sortGroups(x.Measurements, func(a, b Measurement) int {
		if c := strings.Compare(a.Date, b.Date); c != 0 {
			return c
		}
		return Compare(a, b)
	})
	metric := map[ID]int{}
	for i, m := range p.MetricsInOrder() {
		metric[m.ID] = i
	}
	for at, all := range x.Measurements {
		newest := map[ID]Measurement{}
		for _, m := range all {
			newest[m.MetricID] = m
		}
		for _, m := range newest {
			x.Latest[at] = append(x.Latest[at], m)
		}
	}
	sortGroups(x.Latest, func(a, b Measurement) int {
		if c := metric[a.MetricID] - metric[b.MetricID]; c != 0 {
			return c
		}
		return strings.Compare(string(a.MetricID), string(b.MetricID))
	})
}

func rankGroups[K comparable, T Record](groups map[K][]T) {
	for _, g := range groups {
		sorted(g)
	}
}

func sortGroups[K comparable, T any](groups map[K][]T, compare func(a, b T) int) {
	for _, g := range groups {
		slices.SortFunc(g, compare)
	}
}

// MapOf returns the map that a record belongs to, or is; empty for what belongs to none.
func (p Project) MapOf(ref Ref) ID {
	rec, ok := p.Get(ref)
	if !ok {
		return ""
	}
	switch r := rec.(type) {
	case Map:
		return r.ID
	case Appearance:
		return r.MapID
	case Stage:
		return r.MapID
	case Step:
		return p.MapOf(Ref{KindStage, r.StageID})
	case Lane:
		return r.MapID
	case Card:
		return r.MapID
	case Point:
		return r.MapID
	case Link:
		return r.MapID
	case Measurement:
		return p.MapOf(r.At)
	case Action:
		return p.MapOf(Ref{KindCard, r.CardID})
	case Comment:
		if r.At.Kind == KindComment {
			return ""
		}
		return p.MapOf(r.At)
	}
	return ""
}
