package insight

import (
	"slices"

	"jejak/data/journey"
)

// Departure is a way in which an actual journey leaves the planned one.
type Departure string

// The departures, of touchpoints.
const (
	Skipped      Departure = "skipped"      // planned, did not happen
	Unplanned    Departure = "unplanned"    // happened, was not planned
	Elsewhere    Departure = "elsewhere"    // in another stage
	OutOfOrder   Departure = "outOfOrder"   // in the same stages, earlier or later than planned
	OtherChannel Departure = "otherChannel" // through another channel
)

// Departures lists them all.
var Departures = []Departure{Skipped, Unplanned, Elsewhere, OutOfOrder, OtherChannel}

// Deviation is one touchpoint that did not go as planned. One that is elsewhere through another
// channel deviates twice.
type Deviation struct {
	Departure Departure
	Pair      // From: planned, To: actual
}

// deviations takes s as planned and other as actual: the actual journey in its order, then what
// was skipped. As few touchpoints as can be count as out of order: those outside the longest run
// that keeps the planned one.
func (s *side) deviations(other *side, stages, cards, came []int) []Deviation {
	var list []Deviation
	add := func(d Departure, i, j int) {
		dev := Deviation{Departure: d}
		if i >= 0 {
			dev.From = s.cards[i].ref()
		}
		if j >= 0 {
			dev.To = other.cards[j].ref()
		}
		list = append(list, dev)
	}
	touch := func(c placed) bool { return c.in == journey.LaneTouchpoints }
	var stayed []int // places on the plan of those in their stage, in actual order
	for j, i := range came {
		if i >= 0 && touch(other.cards[j]) && touch(s.cards[i]) && s.sameStage(other, stages, i, j) {
			stayed = append(stayed, i)
		}
	}
	kept := rising(stayed)
	for j, i := range came {
		if !touch(other.cards[j]) {
			continue
		}
		if i < 0 || !touch(s.cards[i]) {
			add(Unplanned, -1, j)
			continue
		}
		if !s.sameStage(other, stages, i, j) {
			add(Elsewhere, i, j)
		} else if !kept[i] {
			add(OutOfOrder, i, j)
		}
		was, is := s.channel(i), other.channel(j)
		if was != "" && is != "" && was != is {
			add(OtherChannel, i, j)
		}
	}
	for i, j := range cards {
		if touch(s.cards[i]) && (j < 0 || !touch(other.cards[j])) {
			add(Skipped, i, -1)
		}
	}
	return list
}

// channel is the name of a card's channel, folded; empty for none.
func (s *side) channel(i int) string {
	ch, _ := s.Project.Channels.Get(s.cards[i].ChannelID)
	return s.folded(ch.Name)
}

// rising returns the numbers of a longest rising subsequence. No number may be there twice.
func rising(list []int) map[int]bool {
	var ends []int // place in list of the least end of a run of each length
	before := make([]int, len(list))
	for k, v := range list {
		n, _ := slices.BinarySearchFunc(ends, v, func(at, v int) int { return list[at] - v })
		before[k] = -1
		if n > 0 {
			before[k] = ends[n-1]
		}
		ends = append(ends[:n], append([]int{k}, ends[min(n+1, len(ends)):]...)...)
	}
	kept := map[int]bool{}
	if len(ends) > 0 {
		for k := ends[len(ends)-1]; k >= 0; k = before[k] {
			kept[list[k]] = true
		}
	}
	return kept
}
