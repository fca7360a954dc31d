package dashboard

import (
	"cmp"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/insight"
	"jejak/data/journey"
)

// more draws what the second sheet tells: two bands of panels.
func (s *sheet) more(area geom.Rect) {
	h := (area.H() - gap) / 2
	third := (area.W() - 2*gap) / 3
	s.gaps(geom.R(area.Min.X, area.Min.Y, 2*third+gap, h))
	s.falls(geom.R(area.Min.X+2*(third+gap), area.Min.Y, third, h))
	y := area.Min.Y + h + gap
	s.breakers(geom.R(area.Min.X, y, third, h))
	s.channels(geom.R(area.Min.X+third+gap, y, third, h))
	s.unproven(geom.R(area.Min.X+2*(third+gap), y, third, h))
}

// falls lists where the curves fall deepest: from one moment to the next, and from stage to stage.
func (s *sheet) falls(r geom.Rect) {
	found := append(s.r.Of(insight.RuleDrop), s.r.Of(insight.RuleStageDrop)...)
	slices.SortStableFunc(found, func(a, b insight.Finding) int { return cmp.Compare(a.Value-a.Than, b.Value-b.Than) })
	in := s.panel(r, insight.RuleDrop.Title(s.w), len(found))
	s.list(in, len(found), func(i int) row {
		f := found[i]
		to, from := f.Refs[0], f.Refs[1]
		if f.Rule == insight.RuleDrop {
			to, from = f.Refs[1], f.Refs[2]
		}
		who := s.cast[f.Refs[len(f.Refs)-1].ID]
		return row{ref: to, name: s.name(to), about: who.name + " · " + s.w.F("dashboard.from", map[string]any{"Name": s.name(from)}),
			value: insight.Signed(s.w, round(f.Value-f.Than)), voice: s.strong(s.pal.Bad),
			sign: func(at geom.Point) {
				s.Face(to, at, 7.4, f.Value)
				s.Fill(to, geom.Circle(at.Add(geom.Pt(6.2, 6.2)), 4), s.pal.Ground)
				s.Fill(to, layout.Marker(who.order, at.Add(geom.Pt(6.2, 6.2)), 2.8), who.color)
			}}
	}, s.w.T("dashboard.falls.none"))
}

// breakers lists what ends a customer's loyalty, and whether an action answers it.
func (s *sheet) breakers(r geom.Rect) {
	found := s.r.Of(insight.RuleBreaker)
	in := s.panel(r, insight.RuleBreaker.Title(s.w), len(found))
	s.list(in, len(found), func(i int) row {
		f := found[i]
		value, voice := s.w.T("dashboard.breaker.open"), s.strong(s.pal.Bad)
		if f.Answered {
			value, voice = s.w.T("dashboard.breaker.answered"), s.strong(s.pal.Good)
		}
		return row{ref: f.Refs[0], name: s.name(f.Refs[0]), about: s.stageOf(f.Refs[0]), value: value, voice: voice,
			sign: func(at geom.Point) { s.Icon(f.Refs[0], "broken", geom.R(at.X-6.5, at.Y-6.5, 13, 13), s.pal.Bad) }}
	}, s.w.T("dashboard.breakers.none"))
}

// channelRules are the rules about channels, the gravest first.
var channelRules = []insight.Rule{
	insight.RuleChannelless, insight.RuleBare, insight.RuleHole, insight.RuleMissed, insight.RuleOnce, insight.RuleSingle,
}

// channels lists touchpoints without a channel, gaps between stages and channels, and channels that
// are used once.
func (s *sheet) channels(r geom.Rect) {
	var found []insight.Finding
	for _, rule := range channelRules {
		found = append(found, s.r.Of(rule)...)
	}
	in := s.panel(r, s.w.T("dashboard.gaps.channels"), len(found))
	s.list(in, len(found), func(i int) row {
		f := found[i]
		ref, about := f.Refs[0], s.w.T("dashboard.gap."+string(f.Rule))
		with := func(key string, other journey.Ref) string {
			return s.w.F("dashboard.gap."+key, map[string]any{"Name": s.name(other)})
		}
		grave := true
		switch f.Rule {
		case insight.RuleChannelless:
			about += " · " + s.stageOf(ref)
		case insight.RuleHole:
			about = with("hole", f.Refs[1])
		case insight.RuleMissed:
			about = with("missed", f.Refs[1])
		case insight.RuleOnce:
			about, ref, grave = with("once", f.Refs[1]), f.Refs[1], false
		case insight.RuleSingle:
			about, grave = with("single", f.Refs[1]), false
		}
		return row{ref: ref, name: s.name(f.Refs[0]), about: about, sign: func(at geom.Point) { s.pill(ref, at, grave) }}
	}, s.w.T("dashboard.channels.none"))
}

// pill is a cell of the matrix of stages and channels, about a point: dashed for a gap, full for a
// single use.
func (s *sheet) pill(ref journey.Ref, at geom.Point, gap bool) {
	path := geom.RoundRect(geom.R(at.X-8, at.Y-4.5, 16, 9), 4.5)
	if gap {
		s.Stroke(ref, path, 1, s.pal.Bad, 2.5, 2)
		return
	}
	s.Stroke(ref, path, 1, s.pal.Second)
	s.Fill(ref, geom.Circle(at, 1.6), s.pal.Second)
}

// unproven lists claims that nothing bears out: asserted ones, those from nowhere, and old ones.
func (s *sheet) unproven(r geom.Rect) {
	var found []insight.Finding
	for _, rule := range []insight.Rule{insight.RuleAsserted, insight.RuleStale, insight.RuleSourceless} {
		found = append(found, s.r.Of(rule)...)
	}
	in := s.panel(r, s.w.T("dashboard.proof"), len(found))
	s.list(in, len(found), func(i int) row {
		f := found[i]
		value, color := s.w.T("lens.proof."+string(f.Rule)), s.pal.Middle
		switch f.Rule {
		case insight.RuleStale:
			value = s.w.N("dashboard.days", int(f.Value), nil)
		case insight.RuleAsserted:
			color = s.pal.Bad
		}
		return row{ref: f.Refs[0], name: s.name(f.Refs[0]), about: s.stageOf(f.Refs[0]), value: value, voice: s.quiet(color),
			sign: func(at geom.Point) { s.question(f.Refs[0], at, color) }}
	}, s.w.T("dashboard.proof.none"))
}

// question is a ring with a question mark about a point.
func (s *sheet) question(ref journey.Ref, at geom.Point, c scene.Color) {
	s.Stroke(ref, geom.Circle(at, 6), 1.2, c)
	v := s.strong(c)
	s.Middle(ref, "?", v, at.X, at.Y-v.Lead/2)
}
