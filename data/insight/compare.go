package insight

import (
	"strings"

	"golang.org/x/text/cases"

	"jejak/data/journey"
)

// Side is one of two maps that are compared. They may be of one project, or of two versions of it.
type Side struct {
	Project journey.Project
	MapID   journey.ID
}

// Comparison is how one map differs from another: as it is and as it is to be, or planned and
// actual. Whatever is on one map only has a zero Ref on the other.
type Comparison struct {
	Stages     []StagePair // in the order of To; those only on From behind the stage they followed
	Added      []journey.Ref
	Removed    []journey.Ref
	Moved      []Pair // in another stage or kind of lane
	Deviations []Deviation
}

// Pair is one thing on both maps.
type Pair struct{ From, To journey.Ref }

// StagePair is a stage on both maps, or on one.
type StagePair struct {
	Pair
	Feelings []Feeling // of each persona, those of To first in their order there
}

// Feeling is how one persona feels in a stage of either map.
type Feeling struct {
	Persona    Pair
	From, To   Mean
	Difference float64 // To − From; 0 if there are not points on both
	Known      bool    // there are points on both
}

// side is what is compared of one map.
type side struct {
	Side
	index  *journey.Index
	curves []Curve
	place  map[journey.ID]int // of each stage
	cards  []placed
	folder cases.Caser
}

// Compare tells how to differs from from.
//
// Stages are the same if they have one ID or, in order, one title; those left between two that
// are the same are taken one by one in their order. Cards are the same if they have one ID or, in
// lanes of one kind, one title: in the same stage if there is one, else in any.
func Compare(from, to Side) Comparison {
	a, b := newSide(from), newSide(to)
	stages := match(a.stages(), b.stages())
	cards := a.sameCards(b, stages)
	var c Comparison
	a.pairStages(b, stages, &c)
	for i, j := range cards {
		if j < 0 {
			c.Removed = append(c.Removed, a.cards[i].ref())
		}
	}
	came := turned(cards, len(b.cards))
	for j, i := range came {
		switch {
		case i < 0:
			c.Added = append(c.Added, b.cards[j].ref())
		case a.cards[i].in != b.cards[j].in || !a.sameStage(b, stages, i, j):
			c.Moved = append(c.Moved, Pair{a.cards[i].ref(), b.cards[j].ref()})
		}
	}
	c.Deviations = a.deviations(b, stages, cards, came)
	return c
}

func newSide(of Side) *side {
	s := &side{Side: of, index: journey.NewIndex(of.Project, of.MapID), place: map[journey.ID]int{}, folder: cases.Fold()}
	s.curves = Map(of.Project, of.MapID, "").Curves
	for i, st := range s.index.Stages {
		s.place[st.ID] = i
	}
	kinds := map[journey.ID]journey.LaneKind{}
	for _, l := range s.index.Lanes {
		kinds[l.ID] = l.LaneKind
	}
	for _, c := range s.index.CardsInOrder() {
		s.cards = append(s.cards, placed{&c, kinds[c.LaneID]})
	}
	return s
}

// folded is a name without what does not tell names apart: case and spaces.
func (s *side) folded(name string) string {
	return s.folder.String(strings.Join(strings.Fields(name), " "))
}

// named is something to be matched by ID or name.
type named struct {
	id   journey.ID
	name string
}

func (s *side) stages() []named {
	var list []named
	for _, st := range s.index.Stages {
		list = append(list, named{st.ID, s.folded(st.Title)})
	}
	return list
}

// sameStage reports whether two cards stand in stages that are the same.
func (s *side) sameStage(other *side, stages []int, i, j int) bool {
	return stages[s.place[s.cards[i].StageID]] == other.place[other.cards[j].StageID]
}

// sameCards finds for each card the one on the other side that is the same, −1 for none.
func (s *side) sameCards(other *side, stages []int) []int {
	type key struct {
		in    journey.LaneKind
		stage int
		name  string
	}
	pairs := make([]int, len(s.cards))
	taken := make([]bool, len(other.cards))
	byID := map[journey.ID]int{}
	there, anywhere := map[key][]int{}, map[key][]int{}
	for j, c := range other.cards {
		byID[c.ID] = j
		name := other.folded(journey.NameOf(*c.Card))
		there[key{c.in, other.place[c.StageID], name}] = append(there[key{c.in, other.place[c.StageID], name}], j)
		anywhere[key{c.in, -1, name}] = append(anywhere[key{c.in, -1, name}], j)
	}
	take := func(i int, list []int) {
		for _, j := range list {
			if pairs[i] < 0 && !taken[j] {
				pairs[i], taken[j] = j, true
			}
		}
	}
	for i, c := range s.cards {
		pairs[i] = -1
		if j, ok := byID[c.ID]; ok {
			take(i, []int{j})
		}
	}
	for _, anyStage := range []bool{false, true} {
		for i, c := range s.cards {
			name := s.folded(journey.NameOf(*c.Card))
			switch {
			case pairs[i] >= 0 || name == "":
			case anyStage:
				take(i, anywhere[key{c.in, -1, name}])
			default:
				take(i, there[key{c.in, stages[s.place[c.StageID]], name}])
			}
		}
	}
	return pairs
}

// match finds for each element of a the one of b that is the same, −1 for none: by ID, then by
// name, then by order between those found.
func match(a, b []named) []int {
	pairs := make([]int, len(a))
	taken := make([]bool, len(b))
	for i := range pairs {
		pairs[i] = -1
	}
	for _, same := range []func(x, y named) bool{
		func(x, y named) bool { return x.id == y.id },
		func(x, y named) bool { return x.name != "" && x.name == y.name },
	} {
		for i := range a {
			for j := range b {
				if pairs[i] < 0 && !taken[j] && same(a[i], b[j]) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	for i := range a {
		if pairs[i] >= 0 {
			continue
		}
		next := 0
		if i > 0 {
			if pairs[i-1] < 0 {
				continue // what it follows was not found: neither is its place
			}
			next = pairs[i-1] + 1
		}
		if next < len(b) && !taken[next] {
			pairs[i], taken[next] = next, true
		}
	}
	return pairs
}

// turned turns pairs round: for each of n elements of the other side the one that is the same.
func turned(pairs []int, n int) []int {
	back := make([]int, n)
	for j := range back {
		back[j] = -1
	}
	for i, j := range pairs {
		if j >= 0 {
			back[j] = i
		}
	}
	return back
}
