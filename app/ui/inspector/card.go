package inspector

import (
	"jejak/app/ui/answer"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// cardFields shows first what a card's kind of lane has most use for, and everything in the groups
// below.
func (in *Inspector) cardFields() {
	s, g := selected[journey.Card](in), in.root
	in.head(func(p journey.Project) (string, string) {
		c, _ := p.Cards.Get(in.one().ID)
		l, _ := p.Lanes.Get(c.LaneID)
		stage, _ := p.Stages.Get(c.StageID)
		return c.Title, in.f("inspector.card.in", words.Args{"Kind": in.t("inspector.card." + string(l.LaneKind)), "Stage": stage.Title})
	})
	kind := in.shape.lane
	text(g, s, "title", 1, func(c *journey.Card) *string { return &c.Title })
	text(g, s, "text", 2, func(c *journey.Card) *string { return &c.Text })
	switch kind {
	case journey.LaneImages:
		g.picture(s)
	case journey.LaneTouchpoints:
		in.touchpoint(g, s)
	case journey.LaneChannels:
		in.channel(g, s)
	case journey.LanePains:
		degree(g, s, "severity", 3, func(c *journey.Card) *int { return &c.Severity })
		degree(g, s, "impact", 5, func(c *journey.Card) *int { return &c.Impact })
	case journey.LaneOpportunities:
		degree(g, s, "value", 5, func(c *journey.Card) *int { return &c.Value })
		degree(g, s, "effort", 5, func(c *journey.Card) *int { return &c.Effort })
		in.goal(g, s)
	}
	g.tags(s)
	g.section("people", true, nil, func(g *group) {
		text(g, s, "owner", 1, func(c *journey.Card) *string { return &c.Owner })
		link(g, s, "link", func(c *journey.Card) *string { return &c.Link })
	})
	g.section("evidence", true, func(journey.Project) string {
		v, mixed := common(s, func(c *journey.Card) journey.Evidence { return c.Evidence })
		switch {
		case mixed:
			return in.t("inspector.mixed")
		case v == "":
			return ""
		}
		return in.t("inspector.evidence." + string(v))
	}, func(g *group) {
		wordsOf(g, s, "evidence", "evidence", journey.Evidences[1:], func(c *journey.Card) *journey.Evidence { return &c.Evidence })
		text(g, s, "source", 1, func(c *journey.Card) *string { return &c.Source })
		date(g, s, "verified", func(c *journey.Card) *string { return &c.Verified })
	})
	if kind == journey.LanePains || kind == journey.LaneOpportunities {
		if !in.shape.many {
			g.actions(false)
		}
	}
	g.section("look", false, nil, func(g *group) {
		hue(g, s, "color", func(c *journey.Card) *string { return &c.Color })
		pictogram(g, s, "icon", func(c *journey.Card) *string { return &c.Icon })
		number(g, s, "span", "1", 1, 999, func(c *journey.Card) amount { return amount{float64(c.Span), c.Span > 1} },
			func(tx *edit.Tx, id journey.ID, a amount) error { return edit.SetSpan(tx, id, int(a.value)) })
	})
	g.section("more", false, nil, func(g *group) { in.restOfCard(g, s, kind) })
	if !in.shape.many {
		g.measures()
		g.comments()
	}
}

// touchpoint is what is said of touchpoints alone.
func (in *Inspector) touchpoint(g *group, s *subject[journey.Card]) {
	in.channel(g, s)
	text(g, s, "purpose", 2, func(c *journey.Card) *string { return &c.Purpose })
	wordsOf(g, s, "met", "outcome", journey.Outcomes[1:], func(c *journey.Card) *journey.Outcome { return &c.Outcome })
	if !in.shape.many {
		in.feelings(g)
	}
	check(g, s, "moment", func(c *journey.Card) *bool { return &c.MomentOfTruth })
	check(g, s, "breaker", func(c *journey.Card) *bool { return &c.LoyaltyBreaker })
}

// restOfCard is what any card can have and few have, by the kind of their lane.
func (in *Inspector) restOfCard(g *group, s *subject[journey.Card], kind journey.LaneKind) {
	if kind != journey.LaneTouchpoints && kind != journey.LaneChannels {
		in.channel(g, s)
	}
	if kind != journey.LaneOpportunities {
		in.goal(g, s)
	}
	if kind != journey.LaneTouchpoints {
		text(g, s, "purpose", 2, func(c *journey.Card) *string { return &c.Purpose })
		wordsOf(g, s, "met", "outcome", journey.Outcomes[1:], func(c *journey.Card) *journey.Outcome { return &c.Outcome })
	}
	if kind != journey.LanePains {
		degree(g, s, "severity", 3, func(c *journey.Card) *int { return &c.Severity })
		degree(g, s, "impact", 5, func(c *journey.Card) *int { return &c.Impact })
	}
	if kind != journey.LaneOpportunities {
		degree(g, s, "value", 5, func(c *journey.Card) *int { return &c.Value })
		degree(g, s, "effort", 5, func(c *journey.Card) *int { return &c.Effort })
	}
	if kind != journey.LaneTouchpoints {
		check(g, s, "moment", func(c *journey.Card) *bool { return &c.MomentOfTruth })
		check(g, s, "breaker", func(c *journey.Card) *bool { return &c.LoyaltyBreaker })
	}
	if kind != journey.LaneImages {
		g.picture(s)
	}
	if kind != journey.LanePains && kind != journey.LaneOpportunities && !in.shape.many {
		g.actions(false)
	}
}

func (in *Inspector) channel(g *group, s *subject[journey.Card]) {
	choose(g, s, "channel", func(p journey.Project) []option[journey.ID] { return orNone(in, p.ChannelsInOrder()) },
		func(c *journey.Card) *journey.ID { return &c.ChannelID })
	in.beside(g, "map.channels", "inspector.manage.channels")
}

// goal is the stage whose goal a card serves, each with that goal in its words.
func (in *Inspector) goal(g *group, s *subject[journey.Card]) {
	choose(g, s, "serves", func(p journey.Project) []option[journey.ID] {
		options := []option[journey.ID]{{"", in.t("answer.none")}}
		for _, st := range p.StagesOf(in.o.Editor.MapID()) {
			options = append(options, option[journey.ID]{st.ID, answer.Goal(st, in.o.Words)})
		}
		return options
	}, func(c *journey.Card) *journey.ID { return &c.GoalID })
}
