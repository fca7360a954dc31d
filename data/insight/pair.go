package insight

import "jejak/data/journey"

// Paired returns the two maps of the pair in which a map stands: the one it is compared with and
// itself, or itself and the first map, in their order, that is compared with it. role says what from is to
// to. It is false for a map that stands in no pair.
func Paired(p journey.Project, mapID journey.ID) (from, to Side, role journey.PairRole, ok bool) {
	m, ok := p.Maps.Get(mapID)
	if !ok {
		return Side{}, Side{}, "", false
	}
	if m.PairID != mapID && p.Maps.Has(m.PairID) {
		return Side{p, m.PairID}, Side{p, mapID}, m.PairRole, true
	}
	for _, o := range p.MapsInOrder() {
		if o.PairID == mapID && o.ID != mapID {
			return Side{p, mapID}, Side{p, o.ID}, o.PairRole, true
		}
	}
	return Side{}, Side{}, "", false
}
