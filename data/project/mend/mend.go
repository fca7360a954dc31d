package mend

import (
	"reflect"
	"slices"

	"jejak/data/journey"
)

// Project returns p made sound, so that journey.Validate finds nothing in it, and what had to
// be changed. newID names what has to be added. A sound project comes back as it is.
func Project(p journey.Project, newID func() journey.ID) (journey.Project, []Loss) {
	m := &mender{p: p, newID: newID, appeared: map[[2]journey.ID]bool{}}
	// What is mended may show the next fault: a stage that stands in wants its map. Each turn of the
	// second loop takes at least one record away, so it ends.
	const turns = 8
	for turn := range turns {
		m.first = turn == 0
		found := journey.Validate(m.p)
		if len(found) == 0 {
			return m.p, m.losses
		}
		m.all(found, m.mend)
	}
	for {
		found := journey.Validate(m.p)
		if len(found) == 0 {
			return m.p, m.losses
		}
		m.all(found, m.drop)
	}
}

type mender struct {
	p       journey.Project
	changed map[journey.Ref]journey.Record // by this turn; nil for one that goes
	first   bool                           // turn
	newID   func() journey.ID
	losses  []Loss

	appeared map[[2]journey.ID]bool    // map and persona: it was said that they belong together
	firstMap journey.ID                // at the beginning of this turn
	mapOf    map[journey.ID]journey.ID // of each stage that has cards, then
}

// all deals with findings, and puts what has changed into the project in one go: there may be very many.
func (m *mender) all(found []journey.Finding, deal func(journey.Finding)) {
	m.changed, m.firstMap, m.mapOf = map[journey.Ref]journey.Record{}, "", map[journey.ID]journey.ID{}
	if maps := m.p.MapsInOrder(); len(maps) > 0 {
		m.firstMap = maps[0].ID
	}
	for c := range m.p.Cards.All() {
		if was, is := m.mapOf[c.StageID]; !is || c.MapID < was { // the same every time
			m.mapOf[c.StageID] = c.MapID
		}
	}
	for _, f := range found {
		deal(f)
	}
	var list []journey.Record
	for rec := range m.p.Unordered() {
		if _, is := m.changed[journey.RefTo(rec)]; !is {
			list = append(list, rec)
		}
	}
	for _, rec := range m.changed {
		if rec != nil {
			list = append(list, rec)
		}
	}
	m.p = journey.FromRecords(list)
}

func (m *mender) get(ref journey.Ref) (journey.Record, bool) {
	if rec, is := m.changed[ref]; is {
		return rec, rec != nil
	}
	return m.p.Get(ref)
}

func (m *mender) has(ref journey.Ref) bool {
	_, ok := m.get(ref)
	return ok
}

func (m *mender) put(rec journey.Record) { m.changed[journey.RefTo(rec)] = rec }

// mend deals with one finding, if it is still so. The first turn puts back what other things stand in:
// more may refer to that.
func (m *mender) mend(f journey.Finding) {
	rec, ok := m.get(f.Ref)
	if !ok || m.first && (f.Code != journey.Missing || !slices.Contains(putBack, f.Field)) {
		return
	}
	switch f.Code {
	case journey.Missing:
		m.missing(f, rec)
	case journey.NoID, journey.WrongKind:
		m.away(f, rec)
	case journey.OtherMap:
		if f.Field == "goal_id" {
			m.clear(f, rec)
			return
		}
		m.away(f, rec)
	case journey.ToItself:
		if f.Ref.Kind == journey.KindLink {
			m.drop(f)
			return
		}
		m.clear(f, rec)
	case journey.Twice:
		if f.Field == "tag_ids" || f.Field == "channel_ids" {
			m.clear(f, rec)
			return
		}
		m.drop(f)
	case journey.NotOnMap:
		pt := rec.(journey.Point)
		at := [2]journey.ID{pt.MapID, pt.PersonaID}
		if m.appeared[at] {
			return
		}
		m.appeared[at] = true
		m.put(journey.Appearance{ID: m.newID(), MapID: pt.MapID, PersonaID: pt.PersonaID})
		m.losses = append(m.losses, Loss{Code: StandIn, Ref: journey.Ref{Kind: journey.KindAppearance}, Name: m.nameOf(journey.KindPersona, pt.PersonaID)})
	default:
		m.clear(f, rec)
	}
}

// putBack are the references to what is put back if it is missing.
var putBack = []string{"map_id", "stage_id", "lane_id", "persona_id", "metric_id"}

// missing deals with a reference to what is not there. What other things stand in is put back,
// empty; what only stands for itself goes.
func (m *mender) missing(f journey.Finding, rec journey.Record) {
	mapID := journey.ID("")
	if field := reflect.ValueOf(rec).FieldByName("MapID"); field.IsValid() {
		mapID = journey.ID(field.String())
	}
	var gone []journey.Ref
	journey.EachReference(rec, func(r journey.Reference) {
		if r.Field == f.Field && !m.has(r.To) {
			gone = append(gone, r.To)
		}
	})
	for _, ref := range gone {
		if ref.ID == "" {
			m.drop(f)
			return
		}
		switch f.Field {
		case "map_id":
			m.standIn(journey.Map{ID: ref.ID})
		case "stage_id":
			if mapID == "" {
				mapID = m.mapOfStage(ref.ID)
			}
			m.standIn(journey.Stage{ID: ref.ID, MapID: mapID})
		case "lane_id":
			m.standIn(journey.Lane{ID: ref.ID, MapID: mapID, LaneKind: journey.LaneText})
		case "metric_id":
			m.standIn(journey.Metric{ID: ref.ID})
		case "persona_id":
			if f.Ref.Kind == journey.KindLane {
				m.clear(f, rec)
				return
			}
			m.standIn(journey.Persona{ID: ref.ID})
		case "from_id", "to_id", "at":
			m.away(f, rec)
			return
		}
	}
	switch f.Field {
	case "step_id", "card_id", "reply_id", "channel_ids", "tag_ids", "image_id", "channel_id", "goal_id", "pair_id", "derived_id":
		m.clear(f, rec)
	}
}

// mapOfStage finds the map of a stage that is gone by the cards in it.
func (m *mender) mapOfStage(id journey.ID) journey.ID {
	if mapID, is := m.mapOf[id]; is {
		return mapID
	}
	if m.firstMap == "" {
		m.firstMap = m.newID() // a map comes to stand in for it in the next turn
	}
	return m.firstMap
}

func (m *mender) standIn(rec journey.Record) {
	m.put(rec)
	m.losses = append(m.losses, About(StandIn, rec))
}

// away takes a record out of a place where it cannot be. What people wrote to each other moves to
// the map instead.
func (m *mender) away(f journey.Finding, rec journey.Record) {
	c, isComment := rec.(journey.Comment)
	if !isComment || f.Field != "at" || !m.has(journey.Ref{Kind: journey.KindMap, ID: m.firstMap}) {
		m.drop(f)
		return
	}
	c.At = journey.Ref{Kind: journey.KindMap, ID: m.firstMap}
	m.put(c)
	m.losses = append(m.losses, About(Moved, c))
}

// drop leaves a record out.
func (m *mender) drop(f journey.Finding) {
	if m.has(f.Ref) {
		m.changed[f.Ref] = nil
		m.losses = append(m.losses, Loss{Code: Dropped, Ref: f.Ref, Name: f.Name, Finding: &f})
	}
}

// clear empties the field of a record that a finding is about. Of a list of references those
// that are there stay.
func (m *mender) clear(f journey.Finding, rec journey.Record) {
	v := reflect.New(reflect.TypeOf(rec)).Elem()
	v.Set(reflect.ValueOf(rec))
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") != f.Field {
			continue
		}
		field := v.Field(i)
		ids, isList := field.Interface().([]journey.ID)
		if !isList {
			field.SetZero()
			continue
		}
		kind := journey.KindTag
		if f.Field == "channel_ids" {
			kind = journey.KindChannel
		}
		field.Set(reflect.ValueOf(m.present(kind, ids)))
	}
	next := v.Interface().(journey.Record)
	if journey.Equal(rec, next) { // it was empty already: nothing but leaving it out helps
		m.drop(f)
		return
	}
	m.put(next)
	m.losses = append(m.losses, Loss{Code: Cleared, Ref: f.Ref, Name: f.Name, Finding: &f})
}

// present returns those of ids that are there, each once.
func (m *mender) present(kind journey.Kind, ids []journey.ID) []journey.ID {
	var kept []journey.ID
	seen := map[journey.ID]bool{}
	for _, id := range ids {
		if !seen[id] && m.has(journey.Ref{Kind: kind, ID: id}) {
			kept = append(kept, id)
		}
		seen[id] = true
	}
	return kept
}

func (m *mender) nameOf(kind journey.Kind, id journey.ID) string {
	rec, ok := m.get(journey.Ref{Kind: kind, ID: id})
	if !ok {
		return ""
	}
	return journey.NameOf(rec)
}
