package edit

import (
	"math"
	"slices"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// drawn draws what an edit is called with: mostly what is there, sometimes what is not.
type drawn struct {
	t *rapid.T
	p journey.Project
}

func (d drawn) id(k journey.Kind) journey.ID {
	var ids []journey.ID
	for rec := range d.p.Records() {
		if rec.Kind() == k {
			ids = append(ids, rec.RecordID())
		}
	}
	if len(ids) == 0 || rapid.IntRange(0, 19).Draw(d.t, "astray") == 0 {
		return rapid.SampledFrom([]journey.ID{"", "nowhere"}).Draw(d.t, "no "+string(k))
	}
	return rapid.SampledFrom(ids).Draw(d.t, string(k))
}

func (d drawn) maybe(k journey.Kind) journey.ID {
	if rapid.Bool().Draw(d.t, "none") {
		return ""
	}
	return d.id(k)
}

func (d drawn) ids(k journey.Kind) []journey.ID {
	list := make([]journey.ID, rapid.IntRange(0, 4).Draw(d.t, "count"))
	for i := range list {
		list[i] = d.id(k)
	}
	return list
}

func (d drawn) ref() journey.Ref { return d.refOf(journey.Kinds...) }

// refOf draws any record of those kinds that is there, sometimes of another kind.
func (d drawn) refOf(kinds ...journey.Kind) journey.Ref {
	var refs []journey.Ref
	for rec := range d.p.Records() {
		if slices.Contains(kinds, rec.Kind()) {
			refs = append(refs, journey.RefTo(rec))
		}
	}
	if len(refs) == 0 || rapid.IntRange(0, 19).Draw(d.t, "astray") == 0 {
		k := rapid.SampledFrom(journey.Kinds).Draw(d.t, "kind")
		return journey.Ref{Kind: k, ID: d.id(k)}
	}
	return rapid.SampledFrom(refs).Draw(d.t, "ref")
}

// start draws a project to begin with.
func start(t *rapid.T) journey.Project {
	switch rapid.IntRange(0, 3).Draw(t, "start") {
	case 0:
		return journeytest.Full()
	case 1:
		return journeytest.Big(20)
	}
	return journeytest.Random(t)
}

func (d drawn) text() string {
	return rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"\xff\x00", " a\tb\r\n", "e\u0301"})).Draw(d.t, "text")
}

func (d drawn) number() float64 {
	return rapid.OneOf(rapid.Float64Range(-3, 3), rapid.Float64(), rapid.SampledFrom([]float64{math.NaN(), math.Inf(1), math.Inf(-1)})).Draw(d.t, "number")
}

func (d drawn) place() Place {
	if cards := d.p.Cards; cards.Len() > 0 && rapid.Bool().Draw(d.t, "a cell in use") {
		c, _ := cards.Get(d.id(journey.KindCard))
		at := Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID}
		if rapid.Bool().Draw(d.t, "before itself") {
			at.Before = c.ID
		}
		return at
	}
	at := Place{StageID: d.id(journey.KindStage), LaneID: d.id(journey.KindLane), StepID: d.maybe(journey.KindStep)}
	if step, ok := d.p.Steps.Get(at.StepID); ok && rapid.Bool().Draw(d.t, "of its stage") {
		at.StageID = step.StageID
	}
	if cell := d.p.CardsIn(at.cell()); len(cell) > 0 && rapid.Bool().Draw(d.t, "before") {
		at.Before = rapid.SampledFrom(cell).Draw(d.t, "before card").ID
	} else if rapid.IntRange(0, 9).Draw(d.t, "before any") == 0 {
		at.Before = d.id(journey.KindCard)
	}
	return at
}

func word[T ~string](d drawn, of []T) T {
	return rapid.SampledFrom(append([]T{"", "nonsense"}, of...)).Draw(d.t, "word")
}

// edits is every edit there is, called with anything.
var edits = map[string]func(*Tx, drawn) error{
	"AddMap":    func(tx *Tx, d drawn) error { return second(AddMap(tx, d.text(), word(d, journey.MapTypes))) },
	"MoveMap":   func(tx *Tx, d drawn) error { return MoveMap(tx, d.id(journey.KindMap), d.maybe(journey.KindMap)) },
	"RemoveMap": func(tx *Tx, d drawn) error { return RemoveMap(tx, d.id(journey.KindMap)) },
	"SetInfo": func(tx *Tx, d drawn) error {
		return SetInfo(tx, func(r *journey.Info) { r.Title, r.Date = d.text(), word(d, []string{"2024-05-17"}) })
	},
	"AddStage": func(tx *Tx, d drawn) error {
		return second(AddStage(tx, d.id(journey.KindMap), d.maybe(journey.KindStage), d.text()))
	},
	"MoveStage":   func(tx *Tx, d drawn) error { return MoveStage(tx, d.id(journey.KindStage), d.maybe(journey.KindStage)) },
	"RemoveStage": func(tx *Tx, d drawn) error { return RemoveStage(tx, d.id(journey.KindStage)) },
	"AddStep": func(tx *Tx, d drawn) error {
		return second(AddStep(tx, d.id(journey.KindStage), d.maybe(journey.KindStep), d.text()))
	},
	"MoveStep": func(tx *Tx, d drawn) error {
		return MoveStep(tx, d.id(journey.KindStep), d.id(journey.KindStage), d.maybe(journey.KindStep))
	},
	"RemoveStep": func(tx *Tx, d drawn) error { return RemoveStep(tx, d.id(journey.KindStep)) },
	"AddLane": func(tx *Tx, d drawn) error {
		return second(AddLane(tx, d.id(journey.KindMap), d.maybe(journey.KindLane), word(d, journey.LaneKinds), d.text()))
	},
	"MoveLane":       func(tx *Tx, d drawn) error { return MoveLane(tx, d.id(journey.KindLane), d.maybe(journey.KindLane)) },
	"RemoveLane":     func(tx *Tx, d drawn) error { return RemoveLane(tx, d.id(journey.KindLane)) },
	"AddCard":        func(tx *Tx, d drawn) error { return second(AddCard(tx, d.place(), d.text())) },
	"MoveCards":      func(tx *Tx, d drawn) error { return MoveCards(tx, d.ids(journey.KindCard), d.place()) },
	"RemoveCards":    func(tx *Tx, d drawn) error { return RemoveCards(tx, d.ids(journey.KindCard)) },
	"DuplicateCards": func(tx *Tx, d drawn) error { return second(DuplicateCards(tx, d.ids(journey.KindCard))) },
	"SetTitle":       func(tx *Tx, d drawn) error { return SetTitle(tx, d.ref(), d.text()) },
	"SetText":        func(tx *Tx, d drawn) error { return SetText(tx, d.ref(), d.text()) },
	"AddPoint": func(tx *Tx, d drawn) error {
		return addPoint(tx, d)
	},
	"SetEmotion":  func(tx *Tx, d drawn) error { return SetEmotion(tx, d.id(journey.KindPoint), d.number()) },
	"RemovePoint": func(tx *Tx, d drawn) error { return RemovePoint(tx, d.id(journey.KindPoint)) },
	"AddLink": func(tx *Tx, d drawn) error {
		return second(AddLink(tx, d.id(journey.KindCard), d.id(journey.KindCard), word(d, journey.LinkKinds), d.text()))
	},
	"RemoveLink": func(tx *Tx, d drawn) error { return RemoveLink(tx, d.id(journey.KindLink)) },
	"AddPersona": func(tx *Tx, d drawn) error { return second(AddPersona(tx, d.text())) },
	"MovePersona": func(tx *Tx, d drawn) error {
		return MovePersona(tx, d.id(journey.KindPersona), d.maybe(journey.KindPersona))
	},
	"RemovePersona": func(tx *Tx, d drawn) error { return RemovePersona(tx, d.id(journey.KindPersona)) },
	"AddAppearance": func(tx *Tx, d drawn) error {
		return second(AddAppearance(tx, d.id(journey.KindMap), d.id(journey.KindPersona)))
	},
	"MoveAppearance": func(tx *Tx, d drawn) error {
		return MoveAppearance(tx, d.id(journey.KindAppearance), d.maybe(journey.KindAppearance))
	},
	"RemoveAppearance": func(tx *Tx, d drawn) error { return RemoveAppearance(tx, d.id(journey.KindAppearance)) },
	"AddChannel":       func(tx *Tx, d drawn) error { return second(AddChannel(tx, d.text(), word(d, journey.Reaches))) },
	"MoveChannel": func(tx *Tx, d drawn) error {
		return MoveChannel(tx, d.id(journey.KindChannel), d.maybe(journey.KindChannel))
	},
	"RemoveChannel": func(tx *Tx, d drawn) error { return RemoveChannel(tx, d.id(journey.KindChannel)) },
	"AddTag":        func(tx *Tx, d drawn) error { return second(AddTag(tx, d.text(), word(d, []string{"#00FFaa"}))) },
	"RemoveTag":     func(tx *Tx, d drawn) error { return RemoveTag(tx, d.id(journey.KindTag)) },
	"AddImage": func(tx *Tx, d drawn) error {
		return second(AddImage(tx, journey.Image{Name: d.text(), Media: word(d, journey.ImageMedia)}))
	},
	"RemoveImage":  func(tx *Tx, d drawn) error { return RemoveImage(tx, d.id(journey.KindImage)) },
	"AddMetric":    func(tx *Tx, d drawn) error { return second(AddMetric(tx, d.text(), word(d, journey.Standards))) },
	"RemoveMetric": func(tx *Tx, d drawn) error { return RemoveMetric(tx, d.id(journey.KindMetric)) },
	"AddMeasurement": func(tx *Tx, d drawn) error {
		return second(AddMeasurement(tx, d.id(journey.KindMetric), d.refOf(journey.KindMap, journey.KindStage, journey.KindCard), d.number(), word(d, []string{"2024-05-17"})))
	},
	"RemoveMeasurement": func(tx *Tx, d drawn) error { return RemoveMeasurement(tx, d.id(journey.KindMeasurement)) },
	"AddAction":         func(tx *Tx, d drawn) error { return second(AddAction(tx, d.maybe(journey.KindCard), d.text())) },
	"MoveAction": func(tx *Tx, d drawn) error {
		return MoveAction(tx, d.id(journey.KindAction), d.maybe(journey.KindAction))
	},
	"RemoveAction": func(tx *Tx, d drawn) error { return RemoveAction(tx, d.id(journey.KindAction)) },
	"AddComment": func(tx *Tx, d drawn) error {
		return second(AddComment(tx, d.ref(), d.text(), d.text(), rapid.IntRange(-1, 9).Draw(d.t, "time")))
	},
	"AddReply": func(tx *Tx, d drawn) error {
		return second(AddReply(tx, d.id(journey.KindComment), d.text(), d.text(), 1))
	},
	"RemoveComment": func(tx *Tx, d drawn) error { return RemoveComment(tx, d.id(journey.KindComment)) },
	"Remove":        func(tx *Tx, d drawn) error { return Remove(tx, d.ref(), d.ref(), d.ref()) },
	"Update card":   updateCard,
	"Update lane": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindLane), func(l *journey.Lane) {
			l.PersonaID, l.Height, l.Line = d.maybe(journey.KindPersona), d.number(), word(d, journey.BlueprintLines)
		})
	},
	"Update point": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindPoint), func(p *journey.Point) { p.Value, p.Note = d.number(), d.text() })
	},
	"Update link": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindLink), func(l *journey.Link) { l.ToID, l.LinkKind = d.id(journey.KindCard), word(d, journey.LinkKinds) })
	},
	"Update map": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindMap), func(m *journey.Map) { m.PairID, m.Type = d.maybe(journey.KindMap), word(d, journey.MapTypes) })
	},
	"Update comment": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindComment), func(c *journey.Comment) { c.At, c.ReplyID = d.ref(), d.maybe(journey.KindComment) })
	},
	"Update metric": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindMetric), func(m *journey.Metric) {
			if m.Min != nil {
				*m.Min = d.number()
			}
			m.Decimals = rapid.IntRange(-1, 5).Draw(d.t, "decimals")
		})
	},
	"Update ID": func(tx *Tx, d drawn) error {
		return Update(tx, d.id(journey.KindTag), func(r *journey.Tag) { r.ID = journey.ID(d.text()) })
	},
}

func addPoint(tx *Tx, d drawn) error {
	at := d.refOf(journey.KindCard, journey.KindStep, journey.KindStage)
	mapID := d.p.MapOf(at)
	if rapid.IntRange(0, 9).Draw(d.t, "elsewhere") == 0 {
		mapID = d.id(journey.KindMap)
	}
	return second(AddPoint(tx, mapID, d.id(journey.KindPersona), at, d.number()))
}

// updateCard changes one field at a time, some to what cannot be.
func updateCard(tx *Tx, d drawn) error {
	changes := []func(c *journey.Card){
		func(c *journey.Card) { c.Text, c.Owner = d.text(), d.text() },
		func(c *journey.Card) { c.TagIDs = append(c.TagIDs, d.id(journey.KindTag)) },
		func(c *journey.Card) {
			if len(c.TagIDs) > 0 {
				c.TagIDs[0] = d.id(journey.KindTag)
			}
		},
		func(c *journey.Card) { c.GoalID = d.maybe(journey.KindStage) },
		func(c *journey.Card) { c.ChannelID = d.maybe(journey.KindChannel) },
		func(c *journey.Card) { c.Severity = rapid.IntRange(-1, 4).Draw(d.t, "severity") },
		func(c *journey.Card) { c.StageID = d.id(journey.KindStage) },
		func(c *journey.Card) { c.StepID = "" },
		func(c *journey.Card) { c.Verified = word(d, []string{"2024-05-17"}) },
	}
	return Update(tx, d.id(journey.KindCard), rapid.SampledFrom(changes).Draw(d.t, "field"))
}

func second[T any](_ T, err error) error { return err }
