package dashboard

import (
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/data/insight"
	"jejak/data/journey"
)

// figure is one key figure: what it is, the number, and what it says.
type figure struct {
	label, value, about string
	color               scene.Color
}

func (s *sheet) number(v float64) string { return insight.Number(s.w, v) }

// share writes "2 / 5", in the colour of how good that is.
func (s *sheet) share(label, about string, part, whole int) figure {
	f := figure{label: label, about: about, value: "–", color: s.pal.Second}
	if whole > 0 {
		f.value = s.number(float64(part)) + " / " + s.number(float64(whole))
		f.color = s.pal.Middle
		if part == whole {
			f.color = s.pal.Good
		} else if 2*part < whole {
			f.color = s.pal.Bad
		}
	}
	return f
}

// lack is a number that had better be nought.
func (s *sheet) lack(label, about string, n int) figure {
	f := figure{label, s.number(float64(n)), about, s.pal.Good}
	if n > 0 {
		f.color = s.pal.Bad
	}
	return f
}

func (s *sheet) keyFigures() []figure {
	r := s.r
	met, goals := 0, 0
	for _, g := range r.Goals {
		if stage, ok := s.p.Stages.Get(g.Stage.ID); ok && (stage.Goal != "" || g.Outcome != journey.OutcomeUnknown) {
			goals++
			if g.Outcome == journey.OutcomeMet {
				met++
			}
		}
	}
	reached, targets := 0, 0
	for _, m := range r.Measures {
		if m.HasTarget {
			targets++
			if m.Good {
				reached++
			}
		}
	}
	unproven := r.Count(insight.RuleAsserted) + r.Count(insight.RuleSourceless) + r.Count(insight.RuleStale)
	return []figure{
		{s.w.T("dashboard.touchpoints"), s.number(float64(r.Touchpoints)), s.w.N("dashboard.stages", len(r.Goals), nil), s.pal.Ink},
		s.share(s.w.T("dashboard.goals"), s.w.T("dashboard.goals.about"), met, goals),
		s.share(s.w.T("dashboard.pains"), s.w.T("dashboard.pains.about"), len(r.Pains)-r.Count(insight.RulePain), len(r.Pains)),
		s.share(s.w.T("dashboard.targets"), s.w.T("dashboard.targets.about"), reached, targets),
		s.lack(s.w.T("dashboard.breakers"), s.w.N("dashboard.breakers.about", r.Count(insight.RuleBreaker), nil), r.Count(insight.RuleBreaker)),
		s.lack(s.w.T("dashboard.unproven"), s.w.N("dashboard.unproven.about", unproven, nil), unproven),
	}
}

// figures draws the key figures side by side, and at the right how each persona feels on average.
func (s *sheet) figures(r geom.Rect) {
	list := s.keyFigures()
	const small = 8.0
	moodW := 156.0
	w := (r.W() - moodW - float64(len(list))*small) / float64(len(list))
	x := r.Min.X
	for _, f := range list {
		s.figure(geom.R(x, r.Min.Y, w, r.H()), f)
		x += w + small
	}
	s.moods(geom.R(x, r.Min.Y, r.Max.X-x, r.H()))
}

func (s *sheet) box(r geom.Rect) geom.Rect {
	s.Fill(s.ref, geom.RoundRect(r, 8), s.pal.Ground)
	s.Stroke(s.ref, geom.RoundRect(r.Inset(s.st.Border/2), 8), s.st.Border, s.pal.Line)
	return r.Inset(8)
}

func (s *sheet) figure(r geom.Rect, f figure) {
	in := s.box(r)
	name, number, about := s.st.MetricName, s.st.MetricValue, s.st.CardMeta
	number.Color = f.color
	y := in.Min.Y - 1
	y += s.Write(s.ref, s.Fit(f.label, name, in.W(), 1), name, in.Min.X, y)
	y += s.Write(s.ref, s.Fit(f.value, number, in.W(), 1), number, in.Min.X, y)
	s.Write(s.ref, s.Fit(f.about, about, in.W(), 1), about, in.Min.X, y)
}

// moods says how each persona feels over the whole map: those first who feel worst would hide who
// is who, so they come in their order.
func (s *sheet) moods(r geom.Rect) {
	in := s.box(r)
	name := s.st.MetricName
	y := in.Min.Y - 1
	y += s.Write(s.ref, s.Fit(s.w.T("dashboard.moods"), name, in.W(), 1), name, in.Min.X, y) + 1
	var felt []insight.Curve
	for _, c := range s.r.Curves {
		if _, n := overall(c); n > 0 {
			felt = append(felt, c)
		}
	}
	if len(felt) == 0 {
		s.Write(s.ref, s.Fit(s.w.T("dashboard.moods.none"), s.st.CardMeta, in.W(), 2), s.st.CardMeta, in.Min.X, y)
		return
	}
	const lineH, most, valueW = 14.0, 2, 22.0
	shown := len(felt)
	if shown > most {
		shown = most - 1
	}
	for _, c := range felt[:shown] {
		v, _ := overall(c)
		who := s.cast[c.Persona.ID]
		mid := y + lineH/2
		s.Fill(c.Persona, layout.Marker(who.order, geom.Pt(in.Min.X+4, mid), 3.2), who.color)
		value := s.strong(s.pal.Mood(v))
		s.Right(c.Persona, insight.Signed(s.w, round(v)), value, in.Max.X, mid-value.Lead/2)
		s.Face(c.Persona, geom.Pt(in.Max.X-valueW-7, mid), 5.6, v)
		person := s.st.PersonaName
		s.Write(c.Persona, s.Fit(who.name, person, in.W()-valueW-32, 1), person, in.Min.X+12, mid-person.Lead/2)
		y += lineH
	}
	if len(felt) > shown {
		s.Write(s.ref, s.Fit(s.w.N("dashboard.moods.more", len(felt)-shown, nil), s.st.CardMeta, in.W()-12, 1), s.st.CardMeta, in.Min.X+12, y+2)
	}
}

// overall is the mean of all points of a curve, and how many there are.
func overall(c insight.Curve) (float64, int) {
	sum, n := 0.0, 0
	for _, m := range c.Means {
		sum += m.Value * float64(m.Points)
		n += m.Points
	}
	if n == 0 {
		return 0, 0
	}
	return sum / float64(n), n
}
