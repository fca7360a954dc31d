package dashboard

import (
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/insight"
	"jejak/data/journey"
)

// round leaves one decimal.
func round(v float64) float64 { return math.Round(v*10) / 10 }

// lows lists the lowest points of the curves, the worst first, with the face that they have.
func (s *sheet) lows(r geom.Rect) {
	found := s.r.Of(insight.RuleLow)
	slices.SortStableFunc(found, func(a, b insight.Finding) int {
		switch {
		case a.Value < b.Value:
			return -1
		case a.Value > b.Value:
			return 1
		}
		return 0
	})
	in := s.panel(r, insight.RuleLow.Title(s.w), len(found))
	if rows := float64(min(len(found), 3)) * rowH; len(found) > 0 && in.H()-rows-s.st.LaneHint.Lead >= chartH {
		s.chart(geom.Rect{Min: geom.Pt(in.Min.X, in.Max.Y-chartH+6), Max: in.Max})
		in.Max.Y -= chartH
	}
	s.list(in, len(found), func(i int) row {
		f := found[i]
		who := s.cast[f.Refs[2].ID]
		about := who.name
		if stage := s.stageOf(f.Refs[1]); stage != "" {
			about += " · " + stage
		}
		return row{ref: f.Refs[1], name: s.name(f.Refs[1]), about: about,
			value: insight.Signed(s.w, f.Value), voice: s.strong(s.pal.Mood(f.Value)),
			sign: func(at geom.Point) {
				s.Face(f.Refs[0], at, 7.4, f.Value)
				s.Fill(f.Refs[0], geom.Circle(at.Add(geom.Pt(6.2, 6.2)), 4), s.pal.Ground)
				s.Fill(f.Refs[0], layout.Marker(who.order, at.Add(geom.Pt(6.2, 6.2)), 2.8), who.color)
			}}
	}, s.w.T("dashboard.lows.none"))
}

// stageOf names the stage that a step or card stands in; nothing for a stage itself.
func (s *sheet) stageOf(at journey.Ref) string {
	var id journey.ID
	switch at.Kind {
	case journey.KindStep:
		step, _ := s.p.Steps.Get(at.ID)
		id = step.StageID
	case journey.KindCard:
		card, _ := s.p.Cards.Get(at.ID)
		id = card.StageID
	}
	if id == "" {
		return ""
	}
	return s.name(journey.Ref{Kind: journey.KindStage, ID: id})
}

// pains lists the pains that nobody answers, with their weight as a bar.
func (s *sheet) pains(r geom.Rect) {
	found := s.r.Of(insight.RulePain)
	in := s.panel(r, insight.RulePain.Title(s.w), len(found))
	none := s.w.T("dashboard.pains.none")
	if len(s.r.Pains) > 0 {
		none = s.w.T("dashboard.pains.answered")
	}
	s.list(in, len(found), func(i int) row {
		f := found[i]
		return row{ref: f.Refs[0], name: s.name(f.Refs[0]), about: s.stageOf(f.Refs[0]),
			value: s.weight(f.Value), voice: s.strong(s.pal.PainInk), sign: func(at geom.Point) { s.bar(f.Refs[0], at, f.Value/15) }}
	}, none)
}

func (s *sheet) weight(v float64) string {
	if v == 0 {
		return "–"
	}
	return s.number(v)
}

// bar is an upright measure about a point, filled from below.
func (s *sheet) bar(ref journey.Ref, at geom.Point, share float64) {
	const w, h = 5.0, 18.0
	at.X -= 5 // flush with the heading
	whole := geom.R(at.X-w/2, at.Y-h/2, w, h)
	s.Fill(ref, geom.RoundRect(whole, w/2), s.pal.Line)
	if share > 0 {
		whole.Min.Y = whole.Max.Y - max(h*min(share, 1), w)
		s.Fill(ref, geom.RoundRect(whole, w/2), s.pal.PainBar)
	}
}

// overdue lists the actions that are late.
func (s *sheet) overdue(r geom.Rect) {
	found := s.r.Of(insight.RuleOverdue)
	in := s.panel(r, insight.RuleOverdue.Title(s.w), len(found))
	none := s.w.T("dashboard.overdue.none")
	if s.o.Today == "" {
		none = s.w.T("dashboard.overdue.unknown")
	}
	s.list(in, len(found), func(i int) row {
		f := found[i]
		a, _ := s.p.Actions.Get(f.Refs[0].ID)
		about := or(a.Owner, a.Department)
		if about != "" {
			about += " · "
		}
		about += layout.Date(a.Due, s.w)
		return row{ref: f.Refs[0], name: s.name(f.Refs[0]), about: about,
			value: s.w.N("dashboard.days", int(f.Value), nil), voice: s.strong(s.pal.Bad),
			sign: func(at geom.Point) { s.clock(f.Refs[0], at, s.pal.Bad) }}
	}, none)
}

// clock is a small clock face about a point.
func (s *sheet) clock(ref journey.Ref, at geom.Point, c scene.Color) {
	s.Stroke(ref, geom.Circle(at, 5.6), 1.3, c)
	s.Stroke(ref, geom.Polyline(at.Add(geom.Pt(0, -3.2)), at, at.Add(geom.Pt(2.4, 1.4))), 1.3, c)
}
