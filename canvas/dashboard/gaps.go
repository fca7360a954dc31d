package dashboard

import (
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

// The measures of the goal-gap report, in points.
const (
	gapRow   = 27.0
	leastGap = 23.5
	outcomeW = 74.0
	barH     = 11.0
)

// verdict is how far touchpoints meet their purpose.
type verdict struct {
	outcome journey.Outcome
	refs    func(insight.StageGoal) []journey.Ref
}

var verdicts = []verdict{
	{journey.OutcomeMet, func(g insight.StageGoal) []journey.Ref { return g.Met }},
	{journey.OutcomePartly, func(g insight.StageGoal) []journey.Ref { return g.Partly }},
	{journey.OutcomeUnmet, func(g insight.StageGoal) []journey.Ref { return g.Unmet }},
	{journey.OutcomeUnknown, func(g insight.StageGoal) []journey.Ref { return g.Unsaid }},
}

// gaps draws the goal-gap report: the goal of each stage, whether it is met, and the touchpoints
// that meet their purpose, in part or not.
func (s *sheet) gaps(r geom.Rect) {
	in := s.panel(r, s.w.T("dashboard.gaps"), -1)
	if len(s.r.Goals) == 0 {
		v := s.st.LaneHint
		s.Write(s.ref, s.Fit(s.w.T("dashboard.gaps.none"), v, in.W(), 2), v, in.Min.X, in.Min.Y)
		return
	}
	foot := s.st.LaneHint
	room := in.H() - foot.Lead - 2
	n := len(s.r.Goals)
	fits := min(n, max(int(room/leastGap), 1))
	rowH := min(gapRow, room/float64(fits))
	most := 1
	for _, g := range s.r.Goals {
		most = max(most, len(g.Met)+len(g.Partly)+len(g.Unmet)+len(g.Unsaid))
	}
	y := in.Min.Y
	for i := range fits {
		s.gap(geom.R(in.Min.X, y, in.W(), rowH), i, n, most)
		y += rowH
	}
	end := in.Min.X
	if n > fits {
		end += s.says(s.w.N("insight.more", n-fits, nil), foot, in.Min.X, in.Max.Y-foot.Lead)
	}
	s.gapLegend(geom.Rect{Min: geom.Pt(end, in.Max.Y-foot.Lead), Max: in.Max})
}

// says writes one line and returns its width.
func (s *sheet) says(text string, v style.Voice, x, y float64) float64 {
	t := s.Measurer.Break(text, v.Spec, 0)
	s.Write(s.ref, t, v, x, y)
	return t.Width()
}

// gap draws one stage.
func (s *sheet) gap(r geom.Rect, i, n, most int) {
	g := s.r.Goals[i]
	stage, _ := s.p.Stages.Get(g.Stage.ID)
	s.Target(g.Stage, r)
	if i > 0 {
		s.Line(s.ref, r.Min.X, r.Min.Y, r.Max.X, r.Min.Y, s.st.Hairline, s.pal.Line)
	}
	name, about := s.st.CardTitle, s.st.CardMeta
	name.Color = s.stageColor(i, n)
	wide := r.W() * 0.44
	top := r.Min.Y + (r.H()-name.Lead-about.Lead)/2
	goal := strings.Join(strings.Fields(stage.Goal), " ")
	if goal == "" {
		goal = s.w.T("dashboard.goal.none")
	}
	s.Write(g.Stage, s.Fit(s.name(g.Stage), name, wide, 1), name, r.Min.X, top)
	s.Write(g.Stage, s.Fit(goal, about, wide, 1), about, r.Min.X, top+name.Lead)
	x, mid := r.Min.X+wide+14, r.Center().Y
	voice := s.quiet(s.outcomeColor(g.Outcome))
	if sign := outcomeSign[g.Outcome]; sign != "" {
		s.Icon(g.Stage, sign, geom.R(x, mid-5, 10, 10), s.outcomeColor(g.Outcome))
	}
	s.Write(g.Stage, s.Fit(s.w.T("dashboard.outcome."+outcomeKey(g.Outcome)), voice, outcomeW-16, 1), voice, x+14, mid-voice.Lead/2)
	s.purposes(geom.R(x+outcomeW, mid-barH/2, r.Max.X-x-outcomeW, barH), g, most)
}

// outcomeSign names the icon of an outcome.
var outcomeSign = map[journey.Outcome]string{journey.OutcomeMet: "met", journey.OutcomePartly: "partly", journey.OutcomeUnmet: "unmet"}

// outcomeKey is what words call an outcome.
func outcomeKey(o journey.Outcome) string {
	if o == journey.OutcomeUnknown {
		return "unsaid"
	}
	return string(o)
}

func (s *sheet) outcomeColor(o journey.Outcome) scene.Color {
	switch o {
	case journey.OutcomeMet:
		return s.pal.Good
	case journey.OutcomePartly:
		return s.pal.Middle
	case journey.OutcomeUnmet:
		return s.pal.Bad
	}
	return s.pal.Second
}

// purposes draws the touchpoints of a stage as a bar, each verdict a part of it that says its number.
// The longest bar is as long as there is room.
func (s *sheet) purposes(r geom.Rect, g insight.StageGoal, most int) {
	unit := r.W() / float64(most)
	x := r.Min.X
	for _, v := range verdicts {
		refs := v.refs(g)
		if len(refs) == 0 {
			continue
		}
		part := geom.R(x, r.Min.Y, unit*float64(len(refs)), r.H())
		x = part.Max.X
		part.Max.X -= 1.5
		s.verdictBox(refs[0], part, v.outcome)
		text, voice := s.number(float64(len(refs))), s.quiet(s.pal.Ink)
		if v.outcome == journey.OutcomeMet {
			voice.Color = s.pal.Paper
		}
		if part.W() > 9 {
			s.Middle(refs[0], text, voice, part.Center().X, part.Center().Y-voice.Lead/2)
		}
		if len(refs) == 1 {
			s.Target(refs[0], part)
		}
	}
}

// verdictBox is full, half deep, empty, or grey: it can be told without colours too.
func (s *sheet) verdictBox(ref journey.Ref, r geom.Rect, o journey.Outcome) {
	c := s.outcomeColor(o)
	path := geom.RoundRect(r, min(3, r.W()/2))
	switch o {
	case journey.OutcomeMet:
		s.Fill(ref, path, c)
	case journey.OutcomePartly:
		s.Fill(ref, path, style.Mix(s.pal.Paper, c, 0.45))
	case journey.OutcomeUnmet:
		s.Fill(ref, path, s.pal.Paper)
		s.Stroke(ref, geom.RoundRect(r.Inset(0.5), min(3, r.W()/2)), 1, c)
	default:
		s.Fill(ref, path, s.pal.Line)
	}
}

// gapLegend says at the right what the parts of the bars mean, as many as there is room for.
func (s *sheet) gapLegend(r geom.Rect) {
	v := s.st.LaneHint
	x := r.Max.X
	for i := len(verdicts) - 1; i >= 0; i-- {
		o := verdicts[i].outcome
		t := s.Measurer.Break(s.w.T("dashboard.verdict."+outcomeKey(o)), v.Spec, 0)
		x -= t.Width()
		if x-30 < r.Min.X {
			return
		}
		s.Write(s.ref, t, v, x, r.Min.Y)
		s.verdictBox(s.ref, geom.R(x-14, r.Min.Y+v.Lead/2-3.5, 10, 7), o)
		x -= 26
	}
}

// quiet is a voice for a few words in a colour.
func (s *sheet) quiet(c scene.Color) style.Voice {
	v := s.st.CardMeta
	v.Color = c
	return v
}
