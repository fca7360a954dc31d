package values

import (
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// names are the places of a project by what they are called, folded.
type names struct {
	p      journey.Project
	mapID  journey.ID
	maps   map[string][]journey.ID
	places map[string][]place // of the map that is looked at
	byMap  map[journey.ID]map[string][]place
}

// place is where something can be measured.
type place struct {
	ref   journey.Ref
	stage journey.ID
	touch bool // it is a card in a lane of touchpoints
}

func newNames(p journey.Project, mapID journey.ID) *names {
	n := &names{p: p, mapID: mapID, maps: map[string][]journey.ID{}, byMap: map[journey.ID]map[string][]place{}}
	for _, m := range p.MapsInOrder() {
		n.maps[fold(m.Title)] = append(n.maps[fold(m.Title)], m.ID)
	}
	n.places = n.of(mapID)
	return n
}

// of returns the places of a map by name.
func (n *names) of(mapID journey.ID) map[string][]place {
	if known, ok := n.byMap[mapID]; ok {
		return known
	}
	list := map[string][]place{}
	x := journey.NewIndex(n.p, mapID)
	if x.Map.ID != "" {
		for _, at := range series.Places(x) {
			rec, _ := n.p.Get(at.Ref)
			if name := fold(journey.NameOf(rec)); name != "" {
				list[name] = append(list[name], place{at.Ref, at.Stage, at.Lane == journey.LaneTouchpoints})
			}
		}
	}
	n.byMap[mapID] = list
	return list
}

// where is what a row says of its place.
type where struct{ mapName, stage, touchpoint, place string }

// find returns the place that a row names, or why there is none.
func (n *names) find(w where) (journey.Ref, Problem, string) {
	mapID := n.mapID
	if w.mapName != "" {
		switch ids := n.maps[fold(w.mapName)]; len(ids) {
		case 0:
			return journey.Ref{}, NoMap, w.mapName
		case 1:
			mapID = ids[0]
		default:
			return journey.Ref{}, SeveralMaps, w.mapName
		}
	}
	if mapID == "" {
		return journey.Ref{}, NoMap, w.mapName
	}
	places := n.of(mapID)
	stage := journey.ID("")
	at := journey.Ref{Kind: journey.KindMap, ID: mapID}
	if w.stage != "" {
		found := only(places[fold(w.stage)], func(p place) bool { return p.ref.Kind == journey.KindStage })
		if len(found) != 1 {
			return journey.Ref{}, fewOrMany(found, NoStage), w.stage
		}
		at, stage = found[0].ref, found[0].stage
	}
	if w.touchpoint != "" {
		found := only(places[fold(w.touchpoint)], func(p place) bool {
			return p.ref.Kind == journey.KindCard && (stage == "" || p.stage == stage)
		})
		if found = closest(found); len(found) != 1 {
			return journey.Ref{}, fewOrMany(found, NoTouchpoint), w.touchpoint
		}
		return found[0].ref, "", ""
	}
	if w.place != "" && w.stage == "" {
		found := places[fold(w.place)]
		for _, kind := range []journey.Kind{journey.KindMap, journey.KindStage, journey.KindCard} {
			of := only(found, func(p place) bool { return p.ref.Kind == kind })
			if len(of) > 0 {
				found = closest(of)
				break
			}
		}
		if len(found) != 1 {
			return journey.Ref{}, fewOrMany(found, NoPlace), w.place
		}
		return found[0].ref, "", ""
	}
	return at, "", ""
}

func only(list []place, keep func(place) bool) []place {
	var out []place
	for _, p := range list {
		if keep(p) {
			out = append(out, p)
		}
	}
	return out
}

// closest prefers touchpoints to other cards of the same name.
func closest(list []place) []place {
	if touch := only(list, func(p place) bool { return p.touch }); len(touch) > 0 {
		return touch
	}
	return list
}

func fewOrMany(list []place, few Problem) Problem {
	if len(list) == 0 {
		return few
	}
	return Several
}
