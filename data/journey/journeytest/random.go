package journeytest

import (
	"fmt"
	"math"

	"pgregory.net/rapid"

	"jejak/data/journey"
)

// Random draws a sound project: up to three maps, any kinds of records, any clean text in any
// field, and ranks that may be equal or of foreign make.
func Random(t *rapid.T) journey.Project {
	r := &random{t: t, next: IDs()}
	if rapid.Bool().Draw(t, "info") {
		r.add(journey.Info{
			ID: r.next(), Title: r.text("title"), Owner: r.text("owner"), Language: pick(r, "language", journey.Languages),
			Palette: r.text("palette"), Version: r.text("version"), Date: r.date(), Note: r.text("note"),
		})
	}
	r.library()
	for range r.upTo(3, "maps") {
		r.maps()
	}
	r.register()
	return journey.FromRecords(r.recs)
}

// Text draws a text as a record may hold it, odd scripts and signs included.
func Text() *rapid.Generator[string] {
	return rapid.Map(rapid.OneOf(
		rapid.StringN(0, 12, -1),
		rapid.SampledFrom([]string{"", "Sari", "Tanya harga", "👩‍👩‍👧 🚲", "e\u0301", "旅程", "رحلة", "a\tb\r\nc", "\x00\xff\x85", "\"';--"}),
	), journey.CleanText)
}

type random struct {
	t    *rapid.T
	next func() journey.ID
	recs []journey.Record

	images, tags, channels, personas, metrics, mapIDs []journey.ID
	measured, anchors, cards                          []journey.Ref
}

func (r *random) add(rec journey.Record) journey.ID {
	r.recs = append(r.recs, rec)
	if k := rec.Kind(); k != journey.KindComment {
		r.anchors = append(r.anchors, journey.RefTo(rec))
	}
	return rec.RecordID()
}

func (r *random) text(label string) string          { return Text().Draw(r.t, label) }
func (r *random) upTo(n int, label string) int      { return rapid.IntRange(0, n).Draw(r.t, label) }
func (r *random) flag(label string) bool            { return rapid.Bool().Draw(r.t, label) }
func (r *random) size() float64                     { return float64(r.upTo(400, "size")) / 2 }
func pick[T any](r *random, label string, of []T) T { return rapid.SampledFrom(of).Draw(r.t, label) }

func (r *random) date() string {
	if r.flag("no date") {
		return ""
	}
	return fmt.Sprintf("20%02d-%02d-%02d", r.upTo(99, "year"), r.upTo(11, "month")+1, r.upTo(27, "day")+1)
}

func (r *random) color() string {
	if r.flag("no colour") {
		return ""
	}
	return fmt.Sprintf("#%06X", r.upTo(0xFFFFFF, "colour"))
}

// rank draws from few, so that some are equal.
func (r *random) rank() journey.Rank {
	return pick(r, "rank", []journey.Rank{"", "a0", "a1", "a2", "a2V", "Zz", "b00", "a1G", "0", "~", "a10"})
}

func (r *random) number(label string) *float64 {
	if r.flag("no " + label) {
		return nil
	}
	v := rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64).Draw(r.t, label)
	return &v
}

// one draws one of ids or none.
func (r *random) one(label string, ids []journey.ID) journey.ID {
	return pick(r, label, append([]journey.ID{""}, ids...))
}

// some draws several of ids, each once.
func (r *random) some(label string, ids []journey.ID) []journey.ID {
	var list []journey.ID
	for _, id := range ids {
		if r.flag(label) {
			list = append(list, id)
		}
	}
	return list
}

func (r *random) library() {
	for range r.upTo(2, "images") {
		r.images = append(r.images, r.add(journey.Image{
			ID: r.next(), Name: r.text("name"), Alt: r.text("alt"), Media: pick(r, "media", journey.ImageMedia),
			Width: r.upTo(9, "width"), Height: r.upTo(9, "height"), Data: rapid.SliceOfN(rapid.Byte(), 0, 9).Draw(r.t, "data"),
		}))
	}
	for range r.upTo(2, "tags") {
		r.tags = append(r.tags, r.add(journey.Tag{ID: r.next(), Rank: r.rank(), Name: r.text("name"), Color: r.color()}))
	}
	for range r.upTo(3, "channels") {
		r.channels = append(r.channels, r.add(journey.Channel{
			ID: r.next(), Rank: r.rank(), Name: r.text("name"), Icon: r.text("icon"), Reach: pick(r, "reach", journey.Reaches),
			Ownership: pick(r, "ownership", journey.Ownerships), Cost: r.text("cost"), Revenue: r.text("revenue"), Note: r.text("note"),
		}))
	}
	for range r.upTo(3, "personas") {
		r.personas = append(r.personas, r.add(journey.Persona{
			ID: r.next(), Rank: r.rank(), Name: r.text("name"), Summary: r.text("summary"), Quote: r.text("quote"), Age: r.text("age"),
			Occupation: r.text("occupation"), Background: r.text("background"), Goals: r.text("goals"), Needs: r.text("needs"),
			Motivations: r.text("motivations"), Frustrations: r.text("frustrations"), Technology: r.text("technology"),
			Segment: r.text("segment"), ChannelIDs: r.some("channel", r.channels), ImageID: r.one("image", r.images),
			Color: r.color(), Basis: pick(r, "basis", journey.Bases), Source: r.text("source"),
		}))
	}
	for range r.upTo(2, "metrics") {
		low, high := r.number("min"), r.number("max")
		if low != nil && high != nil && *low > *high {
			low, high = high, low
		}
		r.metrics = append(r.metrics, r.add(journey.Metric{
			ID: r.next(), Rank: r.rank(), Name: r.text("name"), Standard: pick(r, "standard", journey.Standards), Unit: r.text("unit"),
			Min: low, Max: high, Direction: pick(r, "direction", journey.Directions), Decimals: r.upTo(4, "decimals"), Formula: r.text("formula"),
		}))
	}
}

// maps adds one map with what stands on it.
func (r *random) maps() {
	m := journey.Map{
		ID: r.next(), Rank: r.rank(), Title: r.text("title"), Type: pick(r, "type", journey.MapTypes), Scenario: r.text("scenario"),
		Expectations: r.text("expectations"), Author: r.text("author"), Version: r.text("version"), Date: r.date(), Cycle: r.flag("cycle"),
		PairID: r.one("pair", r.mapIDs), DerivedID: r.one("derived", r.mapIDs), Palette: r.text("palette"),
		Form: pick(r, "form", journey.MapForms), PairRole: pick(r, "role", journey.PairRoles), Review: r.date(),
	}
	r.mapIDs = append(r.mapIDs, r.add(m))
	r.measured = append(r.measured, journey.RefTo(m))
	there := r.some("appearance", r.personas)
	for _, id := range there {
		r.add(journey.Appearance{
			ID: r.next(), MapID: m.ID, PersonaID: id, Rank: r.rank(), Hidden: r.flag("hidden"), Focused: r.flag("focused"),
		})
	}
	var stages, lanes []journey.ID
	var columns []journey.CellKey
	var places []journey.Ref
	for range r.upTo(3, "stages") {
		s := journey.Stage{
			ID: r.next(), MapID: m.ID, Rank: r.rank(), Title: r.text("title"), Goal: r.text("goal"), Note: r.text("note"),
			Outcome: pick(r, "outcome", journey.Outcomes), Band: pick(r, "band", journey.Bands), Color: r.color(), Width: r.size(),
		}
		stages = append(stages, r.add(s))
		places = append(places, journey.RefTo(s))
		r.measured = append(r.measured, journey.RefTo(s))
		columns = append(columns, journey.CellKey{StageID: s.ID})
		for range r.upTo(2, "steps") {
			step := journey.Step{ID: r.next(), StageID: s.ID, Rank: r.rank(), Title: r.text("title"), Note: r.text("note"), Width: r.size()}
			r.add(step)
			places = append(places, journey.RefTo(step))
			columns = append(columns, journey.CellKey{StageID: s.ID, StepID: step.ID})
		}
	}
	for range r.upTo(3, "lanes") {
		lanes = append(lanes, r.add(journey.Lane{
			ID: r.next(), MapID: m.ID, Rank: r.rank(), LaneKind: pick(r, "lane kind", journey.LaneKinds), Title: r.text("title"),
			Hint: r.text("hint"), Height: r.size(), PersonaID: r.one("persona", r.personas), Hidden: r.flag("hidden"),
			Line: pick(r, "line", journey.BlueprintLines),
		}))
	}
	cards := r.cardsOf(m.ID, stages, lanes, columns)
	places = append(places, cards...)
	r.curves(m.ID, there, places)
	for range r.upTo(2, "links") {
		if len(cards) < 2 {
			break
		}
		i := r.upTo(len(cards)-1, "from")
		j := (i + 1 + r.upTo(len(cards)-2, "to")) % len(cards)
		r.add(journey.Link{
			ID: r.next(), MapID: m.ID, FromID: cards[i].ID, ToID: cards[j].ID,
			LinkKind: pick(r, "link kind", journey.LinkKinds), Label: r.text("label"),
		})
	}
}

func (r *random) cardsOf(mapID journey.ID, stages, lanes []journey.ID, columns []journey.CellKey) []journey.Ref {
	var cards []journey.Ref
	for range r.upTo(6, "cards") {
		if len(columns) == 0 || len(lanes) == 0 {
			break
		}
		col := pick(r, "column", columns)
		c := journey.Card{
			ID: r.next(), MapID: mapID, StageID: col.StageID, StepID: col.StepID, LaneID: pick(r, "lane", lanes), Rank: r.rank(),
			Span: r.upTo(3, "span"), Title: r.text("title"), Text: r.text("text"), Icon: r.text("icon"), Color: r.color(),
			TagIDs: r.some("tag", r.tags), ChannelID: r.one("channel", r.channels), Owner: r.text("owner"), Link: r.text("link"),
			Evidence: pick(r, "evidence", journey.Evidences), Source: r.text("source"), Verified: r.date(),
			Severity: r.upTo(3, "severity"), Impact: r.upTo(5, "impact"), Value: r.upTo(5, "value"), Effort: r.upTo(5, "effort"),
			GoalID: r.one("goal", stages), Purpose: r.text("purpose"), Outcome: pick(r, "outcome", journey.Outcomes),
			MomentOfTruth: r.flag("moment"), LoyaltyBreaker: r.flag("breaker"), ImageID: r.one("image", r.images),
		}
		r.add(c)
		cards = append(cards, journey.RefTo(c))
	}
	r.cards = append(r.cards, cards...)
	r.measured = append(r.measured, cards...)
	return cards
}

func (r *random) curves(mapID journey.ID, personas []journey.ID, places []journey.Ref) {
	for _, persona := range personas {
		for _, at := range places {
			if r.flag("point") {
				r.add(journey.Point{
					ID: r.next(), MapID: mapID, PersonaID: persona, At: at, Note: r.text("note"),
					Value: rapid.Float64Range(journey.EmotionMin, journey.EmotionMax).Draw(r.t, "emotion"),
				})
			}
		}
	}
}

// register adds what is anchored to the rest: measurements, actions and comments.
func (r *random) register() {
	for _, metric := range r.metrics {
		for range r.upTo(2, "measurements") {
			if len(r.measured) == 0 {
				break
			}
			r.add(journey.Measurement{
				ID: r.next(), MetricID: metric, At: pick(r, "at", r.measured), Value: r.number("value"), Target: r.number("target"),
				Date: r.date(), Source: r.text("source"),
			})
		}
	}
	var cards []journey.ID
	for _, ref := range r.cards {
		cards = append(cards, ref.ID)
	}
	for range r.upTo(2, "actions") {
		r.add(journey.Action{
			ID: r.next(), Rank: r.rank(), Title: r.text("title"), Note: r.text("note"), Owner: r.text("owner"), Department: r.text("department"),
			Status: pick(r, "status", journey.Statuses), Due: r.date(), CardID: r.one("card", cards),
		})
	}
	var comments []journey.ID
	for range r.upTo(3, "comments") {
		if len(r.anchors) == 0 {
			break
		}
		comments = append(comments, r.add(journey.Comment{
			ID: r.next(), At: pick(r, "anchor", r.anchors), ReplyID: r.one("reply", comments), Author: r.text("author"), Text: r.text("text"),
			Created: r.upTo(math.MaxInt32, "created"), Resolved: r.flag("resolved"),
		}))
	}
}
