package inspector

import (
	"strconv"

	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (in *Inspector) mapFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		m, _ := p.Maps.Get(id)
		return m.Title, in.o.Words.T("map.type." + string(m.Type))
	})
	field1(in, id, "title", 1, func(m journey.Map) string { return m.Title }, func(m *journey.Map, s string) { m.Title = s })
	choose(in, id, "type", func(journey.Project) []option {
		return in.named("map.type.", stringsOf(journey.MapTypes))
	}, func(m journey.Map) string { return string(m.Type) }, func(m *journey.Map, s string) { m.Type = journey.MapType(s) })
	field1(in, id, "scenario", 3, func(m journey.Map) string { return m.Scenario }, func(m *journey.Map, s string) { m.Scenario = s })
	field1(in, id, "expectations", 3, func(m journey.Map) string { return m.Expectations }, func(m *journey.Map, s string) { m.Expectations = s })
	field1(in, id, "author", 1, func(m journey.Map) string { return m.Author }, func(m *journey.Map, s string) { m.Author = s })
	field1(in, id, "date", 1, func(m journey.Map) string { return m.Date }, func(m *journey.Map, s string) { m.Date = s })
	check(in, id, "cycle", func(m journey.Map) bool { return m.Cycle }, func(m *journey.Map, on bool) { m.Cycle = on })
}

func (in *Inspector) stageFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		s, _ := p.Stages.Get(id)
		return s.Title, in.o.Words.T("inspector.kind.stage")
	})
	field1(in, id, "title", 1, func(s journey.Stage) string { return s.Title }, func(s *journey.Stage, v string) { s.Title = v })
	field1(in, id, "goal", 2, func(s journey.Stage) string { return s.Goal }, func(s *journey.Stage, v string) { s.Goal = v })
	in.outcome("goalmet", id)
	choose(in, id, "band", func(journey.Project) []option {
		return append([]option{{"", in.o.Words.T("inspector.none")}}, in.named("map.band.", []string{"before", "during", "after"})...)
	}, func(s journey.Stage) string { return string(s.Band) }, func(s *journey.Stage, v string) { s.Band = journey.Band(v) })
	field1(in, id, "note", 3, func(s journey.Stage) string { return s.Note }, func(s *journey.Stage, v string) { s.Note = v })
}

func (in *Inspector) outcome(key string, id journey.ID) {
	segments(in, id, key, []string{"met", "partly", "unmet"}, func(v string) string { return in.o.Words.T("inspector.outcome." + v) },
		func(s journey.Stage) string { return string(s.Outcome) }, func(s *journey.Stage, v string) { s.Outcome = journey.Outcome(v) })
}

func (in *Inspector) stepFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		s, _ := p.Steps.Get(id)
		stage, _ := p.Stages.Get(s.StageID)
		return s.Title, in.o.Words.F("inspector.kind.step", words.Args{"Stage": stage.Title})
	})
	field1(in, id, "title", 1, func(s journey.Step) string { return s.Title }, func(s *journey.Step, v string) { s.Title = v })
	field1(in, id, "note", 3, func(s journey.Step) string { return s.Note }, func(s *journey.Step, v string) { s.Note = v })
}

func (in *Inspector) laneFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		l, _ := p.Lanes.Get(id)
		title := l.Title
		if title == "" {
			title = in.o.Words.T("map.lane." + string(l.LaneKind))
		}
		return title, in.o.Words.T("inspector.kind.lane")
	})
	field1(in, id, "title", 1, func(l journey.Lane) string { return l.Title }, func(l *journey.Lane, v string) { l.Title = v })
	field1(in, id, "hint", 2, func(l journey.Lane) string { return l.Hint }, func(l *journey.Lane, v string) { l.Hint = v })
	choose(in, id, "line", func(journey.Project) []option {
		return append([]option{{"", in.o.Words.T("inspector.none")}}, in.named("map.line.", stringsOf(journey.BlueprintLines[1:]))...)
	}, func(l journey.Lane) string { return string(l.Line) }, func(l *journey.Lane, v string) { l.Line = journey.BlueprintLine(v) })
}

// cardFields shows the fields that a card's kind of lane has a use for.
func (in *Inspector) cardFields(p journey.Project, id journey.ID) {
	card, _ := p.Cards.Get(id)
	lane, _ := p.Lanes.Get(card.LaneID)
	in.head(func(p journey.Project) (string, string) {
		c, _ := p.Cards.Get(id)
		l, _ := p.Lanes.Get(c.LaneID)
		stage, _ := p.Stages.Get(c.StageID)
		kind := in.o.Words.T("inspector.card." + string(l.LaneKind))
		return c.Title, in.o.Words.F("inspector.card.in", words.Args{"Kind": kind, "Stage": stage.Title})
	})
	field1(in, id, "title", 1, func(c journey.Card) string { return c.Title }, func(c *journey.Card, v string) { c.Title = v })
	field1(in, id, "text", 2, func(c journey.Card) string { return c.Text }, func(c *journey.Card, v string) { c.Text = v })
	switch lane.LaneKind {
	case journey.LaneTouchpoints:
		in.channel(id)
		field1(in, id, "purpose", 2, func(c journey.Card) string { return c.Purpose }, func(c *journey.Card, v string) { c.Purpose = v })
		segments(in, id, "met", []string{"met", "partly", "unmet"}, func(v string) string { return in.o.Words.T("inspector.outcome." + v) },
			func(c journey.Card) string { return string(c.Outcome) }, func(c *journey.Card, v string) { c.Outcome = journey.Outcome(v) })
		in.feelings(p, card)
	case journey.LaneChannels:
		in.channel(id)
	case journey.LanePains:
		in.degree("severity", id, 3, func(c journey.Card) int { return c.Severity }, func(c *journey.Card, n int) { c.Severity = n })
	case journey.LaneOpportunities:
		in.degree("value", id, 5, func(c journey.Card) int { return c.Value }, func(c *journey.Card, n int) { c.Value = n })
		in.degree("effort", id, 5, func(c journey.Card) int { return c.Effort }, func(c *journey.Card, n int) { c.Effort = n })
	}
	field1(in, id, "owner", 1, func(c journey.Card) string { return c.Owner }, func(c *journey.Card, v string) { c.Owner = v })
	segments(in, id, "evidence", stringsOf(journey.Evidences[1:]), func(v string) string { return in.o.Words.T("inspector.evidence." + v) },
		func(c journey.Card) string { return string(c.Evidence) }, func(c *journey.Card, v string) { c.Evidence = journey.Evidence(v) })
	field1(in, id, "source", 1, func(c journey.Card) string { return c.Source }, func(c *journey.Card, v string) { c.Source = v })
	if lane.LaneKind == journey.LaneTouchpoints {
		check(in, id, "moment", func(c journey.Card) bool { return c.MomentOfTruth }, func(c *journey.Card, on bool) { c.MomentOfTruth = on })
		check(in, id, "breaker", func(c journey.Card) bool { return c.LoyaltyBreaker }, func(c *journey.Card, on bool) { c.LoyaltyBreaker = on })
	}
}

func (in *Inspector) channel(id journey.ID) {
	choose(in, id, "channel", func(p journey.Project) []option {
		list := []option{{"", in.o.Words.T("inspector.none")}}
		for _, c := range p.ChannelsInOrder() {
			list = append(list, option{string(c.ID), c.Name})
		}
		return list
	}, func(c journey.Card) string { return string(c.ChannelID) }, func(c *journey.Card, v string) { c.ChannelID = journey.ID(v) })
}

// feelings shows a slider for each persona who feels something at a touchpoint.
func (in *Inspector) feelings(p journey.Project, card journey.Card) {
	at := journey.RefTo(card)
	for _, a := range p.AppearancesOf(card.MapID) {
		persona, ok := p.Personas.Get(a.PersonaID)
		if !ok {
			continue
		}
		for pt := range p.Points.All() {
			if pt.At == at && pt.PersonaID == persona.ID {
				in.feel(in.o.Words.F("inspector.field.feels", words.Args{"Name": persona.Name}), func(p journey.Project) float64 {
					now, _ := p.Points.Get(pt.ID)
					return now.Value
				}, func(tx *edit.Tx, v float64) error { return edit.SetEmotion(tx, pt.ID, v) })
				break
			}
		}
	}
}

// degree is a choice of 1 … most.
func (in *Inspector) degree(key string, id journey.ID, most int, get func(journey.Card) int, set func(*journey.Card, int)) {
	values := make([]string, most)
	for i := range values {
		values[i] = strconv.Itoa(i + 1)
	}
	segments(in, id, key, values, func(v string) string { return v },
		func(c journey.Card) string { return strconv.Itoa(get(c)) },
		func(c *journey.Card, v string) {
			n, err := strconv.Atoi(v)
			if err != nil {
				n = 0 // nothing is chosen any more
			}
			set(c, n)
		})
}

func (in *Inspector) personaFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		r, _ := p.Personas.Get(id)
		return r.Name, in.o.Words.T("inspector.kind.persona")
	})
	type get = func(journey.Persona) string
	type set = func(*journey.Persona, string)
	for _, f := range []struct {
		key   string
		lines int
		get   get
		set   set
	}{
		{"name", 1, func(p journey.Persona) string { return p.Name }, func(p *journey.Persona, s string) { p.Name = s }},
		{"summary", 2, func(p journey.Persona) string { return p.Summary }, func(p *journey.Persona, s string) { p.Summary = s }},
		{"quote", 2, func(p journey.Persona) string { return p.Quote }, func(p *journey.Persona, s string) { p.Quote = s }},
		{"goals", 3, func(p journey.Persona) string { return p.Goals }, func(p *journey.Persona, s string) { p.Goals = s }},
		{"needs", 3, func(p journey.Persona) string { return p.Needs }, func(p *journey.Persona, s string) { p.Needs = s }},
		{"frustrations", 3, func(p journey.Persona) string { return p.Frustrations }, func(p *journey.Persona, s string) { p.Frustrations = s }},
	} {
		field1(in, id, f.key, f.lines, f.get, f.set)
	}
}

func (in *Inspector) pointFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		pt, _ := p.Points.Get(id)
		persona, _ := p.Personas.Get(pt.PersonaID)
		where := ""
		switch at, _ := p.Get(pt.At); r := at.(type) {
		case journey.Card:
			where = r.Title
		case journey.Stage:
			where = r.Title
		case journey.Step:
			where = r.Title
		}
		return in.o.Words.F("inspector.field.feels", words.Args{"Name": persona.Name}), where
	})
	in.feel(in.o.Words.T("inspector.field.emotion"), func(p journey.Project) float64 {
		pt, _ := p.Points.Get(id)
		return pt.Value
	}, func(tx *edit.Tx, v float64) error { return edit.SetEmotion(tx, id, v) })
	field1(in, id, "pointnote", 2, func(p journey.Point) string { return p.Note }, func(p *journey.Point, s string) { p.Note = s })
}

func (in *Inspector) linkFields(id journey.ID) {
	in.head(func(p journey.Project) (string, string) {
		l, _ := p.Links.Get(id)
		from, _ := p.Cards.Get(l.FromID)
		to, _ := p.Cards.Get(l.ToID)
		return in.o.Words.T("inspector.kind.link"), from.Title + " → " + to.Title
	})
	field1(in, id, "label", 1, func(l journey.Link) string { return l.Label }, func(l *journey.Link, s string) { l.Label = s })
	choose(in, id, "linkkind", func(journey.Project) []option { return in.named("inspector.link.", stringsOf(journey.LinkKinds)) },
		func(l journey.Link) string { return string(l.LinkKind) }, func(l *journey.Link, s string) { l.LinkKind = journey.LinkKind(s) })
}

// named pairs values with what a person reads for them.
func (in *Inspector) named(prefix string, values []string) []option {
	list := make([]option, len(values))
	for i, v := range values {
		list[i] = option{v, in.o.Words.T(prefix + v)}
	}
	return list
}

func stringsOf[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = string(v)
	}
	return list
}
