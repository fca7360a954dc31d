package journey

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// EmotionMin and EmotionMax bound the value of a Point.
const (
	EmotionMin = -2.0
	EmotionMax = 2.0
)

// Languages lists the valid languages of a project; the empty one means not said.
var Languages = []string{"", "en", "id"}

// ImageMedia lists the valid kinds of pictures.
var ImageMedia = []string{"image/png", "image/jpeg"}

// check gathers the findings of one record.
type check struct {
	p     Project
	rec   Record
	found []Finding
}

// Check returns what is wrong with one record as part of p: its references, words, numbers,
// dates and colours. What can only be seen beside other records is left to Validate. A record is
// read as given: it need not be in p.
func Check(p Project, rec Record) []Finding {
	c := &check{p: p, rec: rec}
	if rec.RecordID() == "" {
		c.add(NoID, "id", "")
	}
	EachReference(rec, c.reference)
	switch r := rec.(type) {
	case Info:
		word(c, "language", Languages, r.Language)
		c.date("date", r.Date)
	case Image:
		word(c, "media", ImageMedia, r.Media)
		c.number("width", float64(r.Width), 0, math.MaxInt32)
		c.number("height", float64(r.Height), 0, math.MaxInt32)
	case Tag:
		c.color("color", r.Color)
	case Channel:
		word(c, "reach", Reaches, r.Reach)
		word(c, "ownership", Ownerships, r.Ownership)
	case Persona:
		c.unique("channel_ids", r.ChannelIDs)
		c.color("color", r.Color)
		word(c, "basis", Bases, r.Basis)
	case Metric:
		c.metric(r)
	case Map:
		word(c, "type", MapTypes, r.Type)
		word(c, "form", MapForms, r.Form)
		word(c, "pair_role", PairRoles, r.PairRole)
		c.date("date", r.Date)
		c.date("review", r.Review)
		c.notItself("pair_id", r.PairID)
		c.notItself("derived_id", r.DerivedID)
	case Stage:
		word(c, "outcome", Outcomes, r.Outcome)
		word(c, "band", Bands, r.Band)
		c.color("color", r.Color)
		c.number("width", r.Width, 0, math.MaxFloat64)
	case Step:
		c.number("width", r.Width, 0, math.MaxFloat64)
	case Lane:
		word(c, "lane_kind", LaneKinds, r.LaneKind)
		word(c, "line", BlueprintLines, r.Line)
		c.number("height", r.Height, 0, math.MaxFloat64)
	case Card:
		c.card(r)
	case Point:
		c.within("at", r.At, r.MapID, KindCard, KindStep, KindStage)
		c.number("value", r.Value, EmotionMin, EmotionMax)
	case Link:
		word(c, "link_kind", LinkKinds, r.LinkKind)
		c.onMap("from_id", Ref{KindCard, r.FromID}, r.MapID)
		c.onMap("to_id", Ref{KindCard, r.ToID}, r.MapID)
		if r.FromID == r.ToID {
			c.add(ToItself, "to_id", "")
		}
	case Measurement:
		c.kind("at", r.At, KindMap, KindStage, KindCard)
		c.finite("value", r.Value)
		c.finite("target", r.Target)
		c.date("date", r.Date)
	case Action:
		word(c, "status", Statuses, r.Status)
		c.date("due", r.Due)
	case Comment:
		if r.At.Kind == KindComment {
			c.add(WrongKind, "at", "")
		}
		c.notItself("reply_id", r.ReplyID)
		c.number("created", float64(r.Created), 0, math.MaxInt64)
	}
	return c.found
}

func (c *check) add(code Code, field, value string) {
	c.found = append(c.found, Finding{Ref: RefTo(c.rec), Name: NameOf(c.rec), Code: code, Field: field, Value: value})
}

func (c *check) reference(r Reference) {
	if !c.p.Has(r.To) {
		c.add(Missing, r.Field, "")
	}
}

func (c *check) notItself(field string, id ID) {
	if id != "" && id == c.rec.RecordID() {
		c.add(ToItself, field, "")
	}
}

// onMap finds a reference to something on another map; what is not there is found elsewhere.
func (c *check) onMap(field string, to Ref, mapID ID) {
	if c.p.Has(to) && c.p.MapOf(to) != mapID {
		c.add(OtherMap, field, "")
	}
}

func (c *check) kind(field string, to Ref, kinds ...Kind) bool {
	if slices.Contains(kinds, to.Kind) {
		return true
	}
	c.add(WrongKind, field, string(to.Kind))
	return false
}

func (c *check) within(field string, to Ref, mapID ID, kinds ...Kind) {
	if c.kind(field, to, kinds...) {
		c.onMap(field, to, mapID)
	}
}

func (c *check) card(r Card) {
	c.onMap("stage_id", Ref{KindStage, r.StageID}, r.MapID)
	c.onMap("lane_id", Ref{KindLane, r.LaneID}, r.MapID)
	if step, ok := c.p.Steps.Get(r.StepID); ok && r.StepID != "" && step.StageID != r.StageID {
		c.add(OtherStage, "step_id", "")
	}
	if r.GoalID != "" {
		c.onMap("goal_id", Ref{KindStage, r.GoalID}, r.MapID)
	}
	c.unique("tag_ids", r.TagIDs)
	c.color("color", r.Color)
	word(c, "evidence", Evidences, r.Evidence)
	word(c, "outcome", Outcomes, r.Outcome)
	c.date("verified", r.Verified)
	c.number("span", float64(r.Span), 0, math.MaxInt32)
	c.number("severity", float64(r.Severity), 0, 3)
	c.number("impact", float64(r.Impact), 0, 5)
	c.number("value", float64(r.Value), 0, 5)
	c.number("effort", float64(r.Effort), 0, 5)
}

func (c *check) metric(r Metric) {
	word(c, "standard", Standards, r.Standard)
	word(c, "direction", Directions, r.Direction)
	c.number("decimals", float64(r.Decimals), 0, 4)
	low, high := c.finite("min", r.Min), c.finite("max", r.Max)
	if low && high && r.Min != nil && r.Max != nil && *r.Min > *r.Max {
		c.add(BadRange, "min", number(*r.Min))
	}
}

// word finds a word that is not in its vocabulary. The empty word passes: it means "not said".
func word[T ~string](c *check, field string, vocabulary []T, w T) {
	if w != "" && !slices.Contains(vocabulary, w) {
		c.add(BadWord, field, string(w))
	}
}

func (c *check) number(field string, v, low, high float64) {
	if !(v >= low && v <= high) { // so that NaN is found too
		c.add(BadNumber, field, number(v))
	}
}

func (c *check) finite(field string, v *float64) bool {
	if v == nil || !math.IsNaN(*v) && !math.IsInf(*v, 0) {
		return true
	}
	c.add(BadNumber, field, number(*v))
	return false
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func (c *check) date(field, s string) {
	if s == "" {
		return
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		c.add(BadDate, field, s)
	}
}

func (c *check) color(field, s string) {
	if s != "" && !isColor(s) {
		c.add(BadColor, field, s)
	}
}

func isColor(s string) bool {
	return len(s) == 7 && s[0] == '#' && strings.Trim(s[1:], "0123456789abcdefABCDEF") == ""
}

func (c *check) unique(field string, ids []ID) {
	if len(ids) < 2 {
		return
	}
	seen := make(map[ID]bool, len(ids))
	for _, id := range ids {
		if seen[id] {
			c.add(Twice, field, "")
			return
		}
		seen[id] = true
	}
}
