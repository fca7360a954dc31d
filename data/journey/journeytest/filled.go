package journeytest

import (
	"reflect"

	"jejak/data/journey"
)

// set are the fields of type string that are no text of a person's: names of a list, dates, colours.
var set = map[string]bool{
	"Language": true, "Palette": true, "Date": true, "Review": true, "Due": true, "Verified": true, "Color": true, "Icon": true, "Media": true,
}

// TextFields lists, by kind, the fields that hold a person's own words.
func TextFields() map[journey.Kind][]string {
	all := map[journey.Kind][]string{}
	for rec := range Full().Records() {
		if all[rec.Kind()] != nil {
			continue
		}
		for _, f := range reflect.VisibleFields(reflect.TypeOf(rec)) {
			if f.Type == reflect.TypeFor[string]() && !set[f.Name] {
				all[rec.Kind()] = append(all[rec.Kind()], f.Name)
			}
		}
	}
	return all
}

// Filled returns a project whose every text says what fill answers for its kind and field; it is asked
// for those of each record in turn. There is a map with every kind of lane and link, and a ring.
func Filled(fill func(kind journey.Kind, field string) string) journey.Project {
	fields := TextFields()
	var recs []journey.Record
	for _, rec := range furnished() {
		v := reflect.New(reflect.TypeOf(rec)).Elem()
		v.Set(reflect.ValueOf(rec))
		for _, name := range fields[rec.Kind()] {
			v.FieldByName(name).SetString(fill(rec.Kind(), name))
		}
		recs = append(recs, v.Interface().(journey.Record))
	}
	return journey.FromRecords(recs)
}

// furnished lists the records of a map with twelve stages, every kind of lane, three personas and all
// that can stand on it, without a word.
func furnished() []journey.Record {
	ids := IDs()
	ranks := journey.RanksBetween("", "", 60)
	var recs []journey.Record
	add := func(rec journey.Record) { recs = append(recs, rec) }
	one, two := 1.5, 2.0
	image := journey.Image{ID: ids(), Media: "image/png", Width: 1, Height: 1, Data: onePixel}
	m := journey.Map{ID: ids(), Rank: ranks[0], Type: journey.CurrentState, Date: "2024-05-17"}
	other := journey.Map{ID: ids(), Rank: ranks[1], Type: journey.FutureState, Form: journey.FormRing}
	m.PairID = other.ID
	for _, rec := range []journey.Record{journey.Info{ID: ids(), Language: "en"}, image, m, other} {
		add(rec)
	}
	var tags, channels []journey.ID
	for i := range 6 {
		tag, channel := ids(), ids()
		add(journey.Tag{ID: tag, Rank: ranks[i]})
		add(journey.Channel{ID: channel, Rank: ranks[i], Ownership: journey.Ownerships[i%len(journey.Ownerships)]})
		tags, channels = append(tags, tag), append(channels, channel)
	}
	var metrics []journey.ID
	for i := range 4 {
		id := ids()
		add(journey.Metric{ID: id, Rank: ranks[i], Min: &one, Max: &two, Direction: journey.HigherIsBetter, Decimals: 1})
		metrics = append(metrics, id)
	}
	var personas []journey.ID
	for i := range 3 {
		id := ids()
		add(journey.Persona{ID: id, Rank: ranks[i], ImageID: image.ID, ChannelIDs: channels[:2], Basis: journey.Bases[i]})
		add(journey.Appearance{ID: ids(), MapID: m.ID, PersonaID: id, Rank: ranks[i]})
		personas = append(personas, id)
	}
	var lanes []journey.Lane
	for i, kind := range journey.LaneKinds {
		l := journey.Lane{ID: ids(), MapID: m.ID, Rank: ranks[i], LaneKind: kind, Line: journey.BlueprintLines[i%len(journey.BlueprintLines)]}
		add(l)
		lanes = append(lanes, l)
	}
	around := journey.Lane{ID: ids(), MapID: other.ID, Rank: ranks[0], LaneKind: journey.LaneTouchpoints}
	add(around)
	add(journey.Lane{ID: ids(), MapID: other.ID, Rank: ranks[1], LaneKind: journey.LaneEmotions})
	add(journey.Appearance{ID: ids(), MapID: other.ID, PersonaID: personas[0], Rank: ranks[0]})
	for i := range 5 {
		st := journey.Stage{ID: ids(), MapID: other.ID, Rank: ranks[i]}
		add(st)
		add(journey.Card{ID: ids(), MapID: other.ID, StageID: st.ID, LaneID: around.ID, Rank: ranks[i], ChannelID: channels[i]})
		add(journey.Point{ID: ids(), MapID: other.ID, PersonaID: personas[0], At: journey.RefTo(st), Value: float64(i%3) - 1})
	}
	const stages = 12
	for i := range stages {
		st := journey.Stage{ID: ids(), MapID: m.ID, Rank: ranks[i], Outcome: journey.Outcomes[i%len(journey.Outcomes)],
			Band: journey.Bands[min(i*len(journey.Bands)/stages, len(journey.Bands)-1)]}
		add(st)
		var step journey.ID
		if i%4 == 1 {
			for k := range 2 {
				sp := journey.Step{ID: ids(), StageID: st.ID, Rank: ranks[k]}
				add(sp)
				step = sp.ID
				add(journey.Point{ID: ids(), MapID: m.ID, PersonaID: personas[0], At: journey.RefTo(sp), Value: float64(k) - 1})
			}
		}
		add(journey.Measurement{ID: ids(), MetricID: metrics[i%len(metrics)], At: journey.RefTo(st), Value: &one, Target: &two, Date: "2024-04-01"})
		var last journey.ID
		for k, l := range lanes {
			if l.LaneKind == journey.LaneEmotions || l.LaneKind == journey.LaneMetrics {
				continue
			}
			c := journey.Card{ID: ids(), MapID: m.ID, StageID: st.ID, StepID: step, LaneID: l.ID, Rank: ranks[k],
				ChannelID: channels[(i+k)%len(channels)], TagIDs: tags[:1+(i+k)%3], Severity: i % 4, Impact: i % 6, Value: i % 6, Effort: k % 6,
				Evidence: journey.Evidences[k%len(journey.Evidences)], Verified: "2024-03-02", MomentOfTruth: i%3 == 0, LoyaltyBreaker: i%5 == 0}
			if l.LaneKind == journey.LaneImages {
				c.ImageID = image.ID
			}
			add(c)
			if k == 0 {
				for n, id := range personas {
					add(journey.Point{ID: ids(), MapID: m.ID, PersonaID: id, At: journey.RefTo(c), Value: float64(n) - 1})
				}
				add(journey.Measurement{ID: ids(), MetricID: metrics[k], At: journey.RefTo(c), Value: &one})
				remark := journey.Comment{ID: ids(), At: journey.RefTo(c), Created: 1715936400000}
				add(remark)
				add(journey.Comment{ID: ids(), At: journey.RefTo(c), ReplyID: remark.ID, Created: 1715936500000})
			}
			if l.LaneKind == journey.LanePains || l.LaneKind == journey.LaneOpportunities {
				add(journey.Action{ID: ids(), Rank: ranks[i], CardID: c.ID, Status: journey.Statuses[i%len(journey.Statuses)], Due: "2024-07-01"})
			}
			if last != "" && k%3 == 0 {
				add(journey.Link{ID: ids(), MapID: m.ID, FromID: last, ToID: c.ID, LinkKind: journey.LinkKinds[(i+k)%len(journey.LinkKinds)]})
			}
			last = c.ID
		}
	}
	return recs
}
