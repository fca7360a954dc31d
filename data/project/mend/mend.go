package mend

import (
	"reflect"

	"jejak/data/journey"
)

// Project returns p made sound, so that journey.Validate finds nothing in it, and what had to
// be changed. newID names what has to be added. A sound project comes back as it is.
func Project(p journey.Project, newID func() journey.ID) (journey.Project, []Loss) {
	m := &mender{p: p, newID: newID}
	// What is mended may show the next fault: a stage that stands in wants its map. Each turn of the
	// second loop takes at least one record away, so it ends.
	const turns = 8
	for range turns {
		found := journey.Validate(m.p)
		if len(found) == 0 {
			return m.p, m.losses
		}
		for _, f := range found {
			m.mend(f)
		}
	}
	for {
		found := journey.Validate(m.p)
		if len(found) == 0 {
			return m.p, m.losses
		}
		for _, f := range found {
			m.drop(f)
		}
	}
}

type mender struct {
	p      journey.Project
	newID  func() journey.ID
	losses []Loss
}

// mend deals with one finding, if it is still so.
func (m *mender) mend(f journey.Finding) {
	rec, ok := m.p.Get(f.Ref)
	if !ok {
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
		m.p = m.p.With(journey.Appearance{ID: m.newID(), MapID: pt.MapID, PersonaID: pt.PersonaID})
		m.losses = append(m.losses, Loss{Code: StandIn, Ref: journey.Ref{Kind: journey.KindAppearance}, Name: m.nameOf(journey.KindPersona, pt.PersonaID)})
	default:
		m.clear(f, rec)
	}
}

// missing deals with a reference to what is not there. What other things stand in is put back,
// empty; what only stands for itself goes.
func (m *mender) missing(f journey.Finding, rec journey.Record) {
	mapID := journey.ID("")
	if field := reflect.ValueOf(rec).FieldByName("MapID"); field.IsValid() {
		mapID = journey.ID(field.String())
	}
	var gone []journey.Ref
	journey.EachReference(rec, func(r journey.Reference) {
		if r.Field == f.Field && !m.p.Has(r.To) {
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
	for c := range m.p.Cards.All() {
		if c.StageID == id {
			return c.MapID
		}
	}
	if maps := m.p.MapsInOrder(); len(maps) > 0 {
		return maps[0].ID
	}
	return m.newID() // a map comes to stand in for it in the next turn
}

func (m *mender) standIn(rec journey.Record) {
	m.p = m.p.With(rec)
	m.losses = append(m.losses, About(StandIn, rec))
}

// away takes a record out of a place where it cannot be. What people wrote to each other moves to
// the map instead.
func (m *mender) away(f journey.Finding, rec journey.Record) {
	c, isComment := rec.(journey.Comment)
	maps := m.p.MapsInOrder()
	if !isComment || f.Field != "at" || len(maps) == 0 {
		m.drop(f)
		return
	}
	c.At = journey.RefTo(maps[0])
	m.p = m.p.With(c)
	m.losses = append(m.losses, About(Moved, c))
}

// drop leaves a record out.
func (m *mender) drop(f journey.Finding) {
	if m.p.Has(f.Ref) {
		m.p = m.p.Without(f.Ref)
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
	m.p = m.p.With(next)
	m.losses = append(m.losses, Loss{Code: Cleared, Ref: f.Ref, Name: f.Name, Finding: &f})
}

// present returns those of ids that are there, each once.
func (m *mender) present(kind journey.Kind, ids []journey.ID) []journey.ID {
	var kept []journey.ID
	seen := map[journey.ID]bool{}
	for _, id := range ids {
		if !seen[id] && m.p.Has(journey.Ref{Kind: kind, ID: id}) {
			kept = append(kept, id)
		}
		seen[id] = true
	}
	return kept
}

func (m *mender) nameOf(kind journey.Kind, id journey.ID) string {
	rec, ok := m.p.Get(journey.Ref{Kind: kind, ID: id})
	if !ok {
		return ""
	}
	return journey.NameOf(rec)
}
