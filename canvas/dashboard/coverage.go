package dashboard

import (
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

const (
	channelW  = 104.0 // of the names of channels
	leastCell = 44.0
	channelH  = 21.0 // of a row, where there is room
	leastRow  = 15.5
)

// matrixRow is a channel and how often it serves in each stage.
type matrixRow struct {
	ref    journey.Ref
	name   string
	counts func(stage int) int
}

// coverage draws the matrix of stages and channels. Gaps are dashed: a channel that serves before
// and after a stage and not in it.
func (s *sheet) coverage(r geom.Rect) {
	c := s.r.Coverage
	rows := s.matrixRows()
	in := s.panel(r, s.w.T("dashboard.coverage"), -1)
	if len(rows) == 0 {
		v := s.st.LaneHint
		s.Write(s.ref, s.Fit(s.w.T("dashboard.coverage.none"), v, in.W(), 2), v, in.Min.X, in.Min.Y)
		return
	}
	stages := min(len(c.Stages), int((in.W()-channelW)/leastCell))
	cell := min((in.W()-channelW)/float64(stages), 160)
	hidden := len(c.Stages) - stages
	holes := map[[2]journey.ID]bool{}
	for _, f := range s.r.Of(insight.RuleHole) {
		holes[[2]journey.ID{f.Refs[0].ID, f.Refs[1].ID}] = true
	}
	headH := 5 + s.st.StepTitle.Lead
	for _, ref := range c.Stages[:stages] {
		headH = max(headH, 5+s.st.StepTitle.Lead*float64(len(s.Fit(s.name(ref), s.st.StepTitle, cell-6, 2).Lines)))
	}
	room := in.H() - headH
	if hidden > 0 || len(holes) > 0 || float64(len(rows))*leastRow > room {
		room -= s.st.LaneHint.Lead + 2
	}
	shown := min(len(rows), max(int(room/leastRow), 1))
	rowH := min(channelH, room/float64(shown))

	x0, y := in.Min.X+channelW, in.Min.Y
	for i := range stages {
		ref := c.Stages[i]
		voice := s.st.StepTitle
		voice.Color = s.stageColor(i, len(c.Stages))
		t := s.Fit(s.name(ref), voice, cell-6, 2)
		mid := x0 + (float64(i)+0.5)*cell
		top := y + headH - 4 - float64(len(t.Lines))*voice.Lead
		for k, l := range t.Lines {
			s.Middle(ref, t.Text[l.Start:l.End], voice, mid, top+float64(k)*voice.Lead)
		}
		s.Target(ref, geom.R(mid-cell/2, y, cell, headH))
	}
	y += headH
	more := len(rows) - shown
	if last := len(rows) - 1; more > 0 && rows[last].ref.IsZero() {
		rows[shown-1] = rows[last] // what lacks a channel is always said
	}
	for _, row := range rows[:shown] {
		s.Line(s.ref, in.Min.X, y, x0+float64(stages)*cell, y, s.st.Hairline, s.pal.Line)
		voice := s.st.CardText
		if row.ref.IsZero() {
			voice.Color = s.pal.Second
		} else {
			s.Target(row.ref, geom.R(in.Min.X, y, channelW, rowH))
		}
		s.Write(row.ref, s.Fit(row.name, voice, channelW-8, 1), voice, in.Min.X, y+(rowH-voice.Lead)/2)
		for i := range stages {
			at := geom.R(x0+float64(i)*cell, y, cell, rowH)
			hole := holes[[2]journey.ID{c.Stages[i].ID, row.ref.ID}]
			s.cell(at, row, row.counts(i), hole, s.stageColor(i, len(c.Stages)))
		}
		y += rowH
	}
	s.left(geom.Pt(in.Min.X, y+2), more, hidden, len(holes) > 0, in.W())
}

// matrixRows are the channels that are used on the map or were missed there, and at last the
// touchpoints without one.
func (s *sheet) matrixRows() []matrixRow {
	c := s.r.Coverage
	wanted := map[journey.ID]bool{}
	for _, f := range s.r.Of(insight.RuleMissed) {
		wanted[f.Refs[0].ID] = true
	}
	var rows []matrixRow
	for j, ch := range c.Channels {
		used := wanted[ch.ID]
		for _, counts := range c.Counts {
			used = used || counts[j] > 0
		}
		if used {
			rows = append(rows, matrixRow{ch, s.name(ch), func(stage int) int { return c.Counts[stage][j] }})
		}
	}
	if s.r.Count(insight.RuleChannelless) > 0 {
		rows = append(rows, matrixRow{journey.Ref{}, s.w.T("dashboard.coverage.without"), func(stage int) int { return c.Without[stage] }})
	}
	return rows
}

// cell draws how many touchpoints a channel has in a stage: the more, the deeper.
func (s *sheet) cell(r geom.Rect, row matrixRow, n int, hole bool, hue scene.Color) {
	wide, high := 2*min(r.W()/2-3, 20), min(r.H()-2.5, 15)
	pill := geom.R(r.Center().X-wide/2, r.Center().Y-high/2, wide, high)
	voice := s.st.CardTitle
	switch {
	case n > 0 && row.ref.IsZero():
		s.Stroke(s.ref, geom.RoundRect(pill, high/2), 1, s.pal.Second)
		voice.Color = s.pal.Second
		s.Middle(s.ref, s.number(float64(n)), voice, pill.Center().X, pill.Center().Y-voice.Lead/2)
	case n > 0:
		ground := style.Mix(s.pal.Paper, hue, min(0.16+0.12*float64(n-1), 0.6))
		voice.Color = s.pal.Ink
		if style.Contrast(voice.Color, ground) < 4.5 {
			voice.Color = s.pal.Paper
		}
		s.Fill(row.ref, geom.RoundRect(pill, high/2), ground)
		s.Middle(row.ref, s.number(float64(n)), voice, pill.Center().X, pill.Center().Y-voice.Lead/2)
	case hole:
		s.Stroke(row.ref, geom.RoundRect(pill.Inset(0.5), high/2-0.5), 1, s.pal.Bad, 2.5, 2)
	default:
		s.Fill(s.ref, geom.Circle(r.Center(), 1.1), style.Mix(s.pal.Line, s.pal.Second, 0.3))
	}
}

// left says what a dashed cell means and what the matrix does not show.
func (s *sheet) left(at geom.Point, channels, stages int, dashed bool, width float64) {
	var said []string
	if dashed {
		said = append(said, s.w.T("dashboard.coverage.dashed"))
	}
	if channels > 0 {
		said = append(said, s.w.N("dashboard.coverage.channels", channels, nil))
	}
	if stages > 0 {
		said = append(said, s.w.N("dashboard.coverage.stages", stages, nil))
	}
	s.Write(s.ref, s.Fit(strings.Join(said, " · "), s.st.LaneHint, width, 1), s.st.LaneHint, at.X, at.Y)
}

func (s *sheet) stageColor(i, n int) scene.Color {
	ref := s.r.Coverage.Stages[i]
	stage, _ := s.p.Stages.Get(ref.ID)
	if own, ok := s.pal.Own(stage.Color); ok {
		return style.Readable(own, s.pal.Ground)
	}
	return s.pal.Stage(i, n)
}
