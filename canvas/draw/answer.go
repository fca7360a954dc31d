package draw

import (
	"strconv"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/register"
)

// tail is what stands at the end of the title of a pain or an opportunity: how far the actions are
// that answer it, and that it serves no goal.
type tail struct {
	w       float64 // 0: nothing
	aimless bool
	sum     register.Progress
	said    Text
	voice   style.Voice
}

const (
	tickW    = 6.4 // of the box before the count
	aimlessW = 8.0
)

// tail measures it.
func (d *Drawing) tail(c journey.Card, look barLook, chance bool) tail {
	t := tail{sum: register.Of(d.Index.Actions[c.ID]), aimless: chance && d.aimless(c), voice: look.meta}
	if t.sum.Total > 0 {
		t.voice.Spec.Style = text.SemiBold
		t.said = d.SetLine(strconv.Itoa(t.sum.Done)+"/"+strconv.Itoa(t.sum.Total), t.voice)
		t.w = tickW + 3 + t.said.Width()
	}
	if t.aimless {
		if t.w > 0 {
			t.w += 5
		}
		t.w += aimlessW
	}
	return t
}

// aimless reports whether an opportunity serves no goal although the map has some.
func (d *Drawing) aimless(c journey.Card) bool {
	if st, ok := d.Project.Stages.Get(c.GoalID); ok && st.Goal != "" {
		return false
	}
	for _, st := range d.Index.Stages {
		if st.Goal != "" {
			return true
		}
	}
	return false
}

// drawTail draws it so that it ends at x, about a line with its middle at y.
func (d *Drawing) drawTail(ref journey.Ref, t tail, look barLook, x, y float64) {
	if t.sum.Total > 0 {
		x -= t.said.Width()
		d.Write(ref, t.said, t.voice, x, y-t.voice.Lead/2)
		x -= tickW + 3
		d.ticked(ref, geom.R(x, y-tickW/2, tickW, tickW), t.sum.Done == t.sum.Total, t.voice.Color, look.ground)
		x -= 5
	}
	if t.aimless {
		d.noGoal(ref, geom.Pt(x-aimlessW/2, y), style.Mix(look.ground, t.voice.Color, 0.6))
	}
}

// ticked draws a box with a tick in it, full when all is done.
func (d *Drawing) ticked(ref journey.Ref, r geom.Rect, full bool, c, ground scene.Color) {
	k := r.W() / 6.4
	pen := c
	if full {
		d.Fill(ref, geom.RoundRect(r, 1.6*k), c)
		pen = ground
	} else {
		d.Stroke(ref, geom.RoundRect(r.Inset(0.4), 1.4*k), 0.8, c)
	}
	m := r.Center()
	d.Stroke(ref, geom.Polyline(m.Add(geom.Pt(-1.7*k, 0)), m.Add(geom.Pt(-0.4*k, 1.3*k)), m.Add(geom.Pt(1.8*k, -1.4*k))), 0.9, pen)
}

// noGoal draws the sign of an opportunity that serves no goal.
func (d *Drawing) noGoal(ref journey.Ref, at geom.Point, c scene.Color) {
	d.Stroke(ref, geom.Circle(at, 3), 0.9, c, 1.3, 1.5)
}

// answerSigns are what the legend says of them.
func (d *Drawing) answerSigns() []sign {
	answered, aimless := false, false
	for _, cards := range d.Index.Cards {
		for _, c := range cards {
			l, _ := d.Project.Lanes.Get(c.LaneID)
			if _, shown := d.Cards[c.ID]; !shown || l.LaneKind != journey.LanePains && l.LaneKind != journey.LaneOpportunities {
				continue
			}
			answered = answered || register.Of(d.Index.Actions[c.ID]).Total > 0
			aimless = aimless || l.LaneKind == journey.LaneOpportunities && d.aimless(c)
		}
	}
	var list []sign
	v := d.Style.Footer
	if answered {
		list = append(list, sign{func(at geom.Point) {
			d.ticked(d.Map, geom.R(at.X-tickW/2, at.Y-tickW/2, tickW, tickW), false, d.Palette.Second, d.Palette.Paper)
		}, d.SetLine(d.Words.T("map.answered"), v)})
	}
	if aimless {
		list = append(list, sign{func(at geom.Point) { d.noGoal(d.Map, at, d.Palette.Second) }, d.SetLine(d.Words.T("map.aimless"), v)})
	}
	return list
}
