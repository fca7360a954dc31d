package journey_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// first returns the record of a kind with the least ID.
func first[T journey.Record](p journey.Project) T {
	var zero T
	for rec := range p.Records() {
		if rec.Kind() == zero.Kind() {
			return rec.(T)
		}
	}
	return zero
}

func change[T journey.Record](f func(*T)) func(journey.Project) journey.Project {
	return func(p journey.Project) journey.Project {
		rec := first[T](p)
		f(&rec)
		return p.With(rec)
	}
}

func TestValidateFindsEveryFault(t *testing.T) {
	nan, inf, low, high := math.NaN(), math.Inf(1), 1.0, 9.0
	type J = journey.Project
	for _, c := range []struct {
		name  string
		spoil func(J) J
		code  journey.Code
		field string
	}{
		{"no ID", func(p J) J { return p.With(journey.Tag{}) }, journey.NoID, "id"},
		{"second info", func(p J) J { return p.With(journey.Info{ID: "~"}) }, journey.Twice, ""},
		{"info language", change(func(r *journey.Info) { r.Language = "fr" }), journey.BadWord, "language"},
		{"info date", change(func(r *journey.Info) { r.Date = "17.5.2024" }), journey.BadDate, "date"},
		{"image media", change(func(r *journey.Image) { r.Media = "image/gif" }), journey.BadWord, "media"},
		{"image width", change(func(r *journey.Image) { r.Width = -1 }), journey.BadNumber, "width"},
		{"image height", change(func(r *journey.Image) { r.Height = -1 }), journey.BadNumber, "height"},
		{"tag colour", change(func(r *journey.Tag) { r.Color = "red" }), journey.BadColor, "color"},
		{"tag colour digits", change(func(r *journey.Tag) { r.Color = "#12345G" }), journey.BadColor, "color"},
		{"channel reach", change(func(r *journey.Channel) { r.Reach = "x" }), journey.BadWord, "reach"},
		{"channel ownership", change(func(r *journey.Channel) { r.Ownership = "organic" }), journey.BadWord, "ownership"},
		{"persona channel", change(func(r *journey.Persona) { r.ChannelIDs = []journey.ID{"x"} }), journey.Missing, "channel_ids"},
		{"persona channel twice", change(func(r *journey.Persona) { r.ChannelIDs = slices.Repeat(r.ChannelIDs, 2) }), journey.Twice, "channel_ids"},
		{"persona image", change(func(r *journey.Persona) { r.ImageID = "x" }), journey.Missing, "image_id"},
		{"persona colour", change(func(r *journey.Persona) { r.Color = "#FFF" }), journey.BadColor, "color"},
		{"persona basis", change(func(r *journey.Persona) { r.Basis = "x" }), journey.BadWord, "basis"},
		{"metric standard", change(func(r *journey.Metric) { r.Standard = "x" }), journey.BadWord, "standard"},
		{"metric direction", change(func(r *journey.Metric) { r.Direction = "x" }), journey.BadWord, "direction"},
		{"metric decimals", change(func(r *journey.Metric) { r.Decimals = 5 }), journey.BadNumber, "decimals"},
		{"metric range", change(func(r *journey.Metric) { r.Min, r.Max = &high, &low }), journey.BadRange, "min"},
		{"metric min", change(func(r *journey.Metric) { r.Min = &nan }), journey.BadNumber, "min"},
		{"metric max", change(func(r *journey.Metric) { r.Max = &inf }), journey.BadNumber, "max"},
		{"map type", change(func(r *journey.Map) { r.Type = "x" }), journey.BadWord, "type"},
		{"map date", change(func(r *journey.Map) { r.Date = "2024-02-30" }), journey.BadDate, "date"},
		{"map pair", change(func(r *journey.Map) { r.PairID = "x" }), journey.Missing, "pair_id"},
		{"map pair itself", change(func(r *journey.Map) { r.PairID = r.ID }), journey.ToItself, "pair_id"},
		{"map derived from itself", change(func(r *journey.Map) { r.DerivedID = r.ID }), journey.ToItself, "derived_id"},
		{"appearance map", change(func(r *journey.Appearance) { r.MapID = "x" }), journey.Missing, "map_id"},
		{"appearance without persona", change(func(r *journey.Appearance) { r.PersonaID = "" }), journey.Missing, "persona_id"},
		{"persona twice on a map", func(p J) J {
			a := first[journey.Appearance](p)
			a.ID = "~"
			return p.With(a)
		}, journey.Twice, "persona_id"},
		{"stage map", change(func(r *journey.Stage) { r.MapID = "" }), journey.Missing, "map_id"},
		{"stage outcome", change(func(r *journey.Stage) { r.Outcome = "x" }), journey.BadWord, "outcome"},
		{"stage band", change(func(r *journey.Stage) { r.Band = "x" }), journey.BadWord, "band"},
		{"stage colour", change(func(r *journey.Stage) { r.Color = "x" }), journey.BadColor, "color"},
		{"stage width", change(func(r *journey.Stage) { r.Width = nan }), journey.BadNumber, "width"},
		{"step stage", change(func(r *journey.Step) { r.StageID = "x" }), journey.Missing, "stage_id"},
		{"step width", change(func(r *journey.Step) { r.Width = inf }), journey.BadNumber, "width"},
		{"lane map", change(func(r *journey.Lane) { r.MapID = "x" }), journey.Missing, "map_id"},
		{"lane kind", change(func(r *journey.Lane) { r.LaneKind = "x" }), journey.BadWord, "lane_kind"},
		{"lane line", change(func(r *journey.Lane) { r.Line = "x" }), journey.BadWord, "line"},
		{"lane height", change(func(r *journey.Lane) { r.Height = -1 }), journey.BadNumber, "height"},
		{"lane persona", change(func(r *journey.Lane) { r.PersonaID = "x" }), journey.Missing, "persona_id"},
		{"card map", change(func(r *journey.Card) { r.MapID = "x" }), journey.Missing, "map_id"},
		{"card stage", change(func(r *journey.Card) { r.StageID = "x" }), journey.Missing, "stage_id"},
		{"card stage on another map", func(p J) J {
			return elsewhere(p, func(c *journey.Card, s, _ journey.ID) { c.StageID, c.StepID = s, "" })
		}, journey.OtherMap, "stage_id"},
		{"card lane on another map", func(p J) J { return elsewhere(p, func(c *journey.Card, _, l journey.ID) { c.LaneID = l }) }, journey.OtherMap, "lane_id"},
		{"card goal on another map", func(p J) J { return elsewhere(p, func(c *journey.Card, s, _ journey.ID) { c.GoalID = s }) }, journey.OtherMap, "goal_id"},
		{"card step of another stage", func(p J) J {
			s := first[journey.Stage](p)
			s.ID = "~"
			return change(func(r *journey.Step) { r.StageID = "~" })(p.With(s))
		}, journey.OtherStage, "step_id"},
		{"card step", change(func(r *journey.Card) { r.StepID = "x" }), journey.Missing, "step_id"},
		{"card lane", change(func(r *journey.Card) { r.LaneID = "" }), journey.Missing, "lane_id"},
		{"card tag", change(func(r *journey.Card) { r.TagIDs = []journey.ID{"x"} }), journey.Missing, "tag_ids"},
		{"card tag twice", change(func(r *journey.Card) { r.TagIDs = slices.Repeat(r.TagIDs, 2) }), journey.Twice, "tag_ids"},
		{"card channel", change(func(r *journey.Card) { r.ChannelID = "x" }), journey.Missing, "channel_id"},
		{"card goal", change(func(r *journey.Card) { r.GoalID = "x" }), journey.Missing, "goal_id"},
		{"card image", change(func(r *journey.Card) { r.ImageID = "x" }), journey.Missing, "image_id"},
		{"card colour", change(func(r *journey.Card) { r.Color = "x" }), journey.BadColor, "color"},
		{"card evidence", change(func(r *journey.Card) { r.Evidence = "x" }), journey.BadWord, "evidence"},
		{"card outcome", change(func(r *journey.Card) { r.Outcome = "x" }), journey.BadWord, "outcome"},
		{"card verified", change(func(r *journey.Card) { r.Verified = "yesterday" }), journey.BadDate, "verified"},
		{"card span", change(func(r *journey.Card) { r.Span = -1 }), journey.BadNumber, "span"},
		{"card severity", change(func(r *journey.Card) { r.Severity = 4 }), journey.BadNumber, "severity"},
		{"card impact", change(func(r *journey.Card) { r.Impact = 6 }), journey.BadNumber, "impact"},
		{"card value", change(func(r *journey.Card) { r.Value = -1 }), journey.BadNumber, "value"},
		{"card effort", change(func(r *journey.Card) { r.Effort = 6 }), journey.BadNumber, "effort"},
		{"point map", change(func(r *journey.Point) { r.MapID = "x" }), journey.Missing, "map_id"},
		{"point persona", change(func(r *journey.Point) { r.PersonaID = "x" }), journey.Missing, "persona_id"},
		{"point place", change(func(r *journey.Point) { r.At.ID = "x" }), journey.Missing, "at"},
		{"point at a lane", change(func(r *journey.Point) { r.At.Kind = journey.KindLane }), journey.WrongKind, "at"},
		{"point too high", change(func(r *journey.Point) { r.Value = 2.5 }), journey.BadNumber, "value"},
		{"point too low", change(func(r *journey.Point) { r.Value = -2.01 }), journey.BadNumber, "value"},
		{"point no number", change(func(r *journey.Point) { r.Value = nan }), journey.BadNumber, "value"},
		{"point endless", change(func(r *journey.Point) { r.Value = inf }), journey.BadNumber, "value"},
		{"point on another map", change(func(r *journey.Point) { r.MapID = otherMap }), journey.OtherMap, "at"},
		{"point of a stranger", func(p J) J {
			return p.Without(journey.RefTo(first[journey.Appearance](p)))
		}, journey.NotOnMap, "persona_id"},
		{"two points at one place", func(p J) J {
			pt := first[journey.Point](p)
			pt.ID = "~"
			return p.With(pt)
		}, journey.Twice, "at"},
		{"link map", change(func(r *journey.Link) { r.MapID = "x" }), journey.Missing, "map_id"},
		{"link from", change(func(r *journey.Link) { r.FromID = "x" }), journey.Missing, "from_id"},
		{"link to", change(func(r *journey.Link) { r.ToID = "" }), journey.Missing, "to_id"},
		{"link to itself", change(func(r *journey.Link) { r.ToID = r.FromID }), journey.ToItself, "to_id"},
		{"link on another map", change(func(r *journey.Link) { r.MapID = otherMap }), journey.OtherMap, "from_id"},
		{"link kind", change(func(r *journey.Link) { r.LinkKind = "x" }), journey.BadWord, "link_kind"},
		{"measurement metric", change(func(r *journey.Measurement) { r.MetricID = "x" }), journey.Missing, "metric_id"},
		{"measurement place", change(func(r *journey.Measurement) { r.At.Kind = journey.KindPersona }), journey.WrongKind, "at"},
		{"measurement nowhere", change(func(r *journey.Measurement) { r.At = journey.Ref{} }), journey.Missing, "at"},
		{"measurement value", change(func(r *journey.Measurement) { r.Value = &nan }), journey.BadNumber, "value"},
		{"measurement target", change(func(r *journey.Measurement) { r.Target = &inf }), journey.BadNumber, "target"},
		{"measurement date", change(func(r *journey.Measurement) { r.Date = "2024" }), journey.BadDate, "date"},
		{"action status", change(func(r *journey.Action) { r.Status = "x" }), journey.BadWord, "status"},
		{"action due", change(func(r *journey.Action) { r.Due = "soon" }), journey.BadDate, "due"},
		{"action card", change(func(r *journey.Action) { r.CardID = "x" }), journey.Missing, "card_id"},
		{"comment place", change(func(r *journey.Comment) { r.At.ID = "x" }), journey.Missing, "at"},
		{"comment at a comment", change(func(r *journey.Comment) { r.At = journey.RefTo(*r) }), journey.WrongKind, "at"},
		{"comment answers nothing", change(func(r *journey.Comment) { r.ReplyID = "x" }), journey.Missing, "reply_id"},
		{"comment answers itself", change(func(r *journey.Comment) { r.ReplyID = r.ID }), journey.ToItself, "reply_id"},
		{"comments in a circle", func(p J) J {
			a := first[journey.Comment](p)
			b := a
			a.ReplyID, b.ID, b.ReplyID = "~", "~", a.ID
			return p.With(a).With(b)
		}, journey.CommentCycle, "reply_id"},
		{"comment before time", change(func(r *journey.Comment) { r.Created = -1 }), journey.BadNumber, "created"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := journey.Validate(c.spoil(journeytest.Full()))
			if !slices.ContainsFunc(found, func(f journey.Finding) bool { return f.Code == c.code && f.Field == c.field }) {
				t.Fatalf("want %s of %q, found %+v", c.code, c.field, found)
			}
			for _, f := range found {
				for _, lang := range words.Languages {
					line := f.Text(words.In(lang))
					if line == "" || strings.ContainsAny(line, "[]\n") || strings.Contains(line, "<no value>") {
						t.Errorf("%s: %q", lang, line)
					}
				}
			}
		})
	}
}

// otherMap is the ID of the second map of journeytest.Full.
var otherMap = func() journey.ID { return journeytest.Full().MapsInOrder()[1].ID }()

// elsewhere adds a stage and a lane to the second map and lets the first card point there.
func elsewhere(p journey.Project, f func(c *journey.Card, stage, lane journey.ID)) journey.Project {
	p = p.With(journey.Stage{ID: "other stage", MapID: otherMap}).
		With(journey.Lane{ID: "other lane", MapID: otherMap, LaneKind: journey.LaneText})
	return change(func(c *journey.Card) { f(c, "other stage", "other lane") })(p)
}

func TestValidateAnEmptyProject(t *testing.T) {
	if found := journey.Validate(journey.Project{}); found != nil {
		t.Errorf("found %+v", found)
	}
}

func TestFindingText(t *testing.T) {
	p := change(func(r *journey.Card) { r.ChannelID = "x" })(journeytest.Full())
	found := journey.Validate(p)
	if len(found) != 1 {
		t.Fatalf("found %+v", found)
	}
	for lang, want := range map[string]string{
		"en": "Card “Asks by chat”: its channel is not in the project.",
		"id": "Kartu “Asks by chat”: saluran tidak ada di proyek.",
	} {
		if got := found[0].Text(words.In(lang)); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
