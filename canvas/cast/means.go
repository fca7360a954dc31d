package cast

import (
	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Apart is how far apart personas are in one stage.
type Apart struct {
	Stage     journey.Ref
	Means     []insight.Mean // of the personas asked for, in their order; Points is 0 where there is nothing
	Most      int            // who feels best, −1 where fewer than two feel anything
	Least     int            // who feels worst, −1 likewise
	Distance  float64        // between the two
	Furthest  bool           // no stage has a greater one, and it is not 0
	Unsettled bool           // fewer than two feel anything here
}

// same is how far two means may lie apart that are equal but for rounding.
const same = 1e-9

// Distances tells stage by stage how the means of some personas of a map differ. They are never made
// into one.
func Distances(p journey.Project, mapID journey.ID, ids []journey.ID) []Apart {
	curves := map[journey.ID]insight.Curve{}
	for _, c := range insight.Map(p, mapID, "").Curves {
		curves[c.Persona.ID] = c
	}
	var list []Apart
	greatest := 0.0
	for i, st := range p.StagesOf(mapID) {
		a := Apart{Stage: journey.RefTo(st), Most: -1, Least: -1}
		felt := 0
		for k, id := range ids {
			m := insight.Mean{Stage: a.Stage}
			if c, ok := curves[id]; ok && i < len(c.Means) {
				m = c.Means[i]
			}
			a.Means = append(a.Means, m)
			if m.Points == 0 {
				continue
			}
			felt++
			if a.Most < 0 || m.Value > a.Means[a.Most].Value+same {
				a.Most = k
			}
			if a.Least < 0 || m.Value < a.Means[a.Least].Value-same {
				a.Least = k
			}
		}
		if felt < 2 {
			a.Most, a.Least, a.Unsettled = -1, -1, true
		} else {
			a.Distance = a.Means[a.Most].Value - a.Means[a.Least].Value
			greatest = max(greatest, a.Distance)
		}
		list = append(list, a)
	}
	for i := range list {
		list[i].Furthest = greatest > same && !list[i].Unsettled && list[i].Distance >= greatest-same
	}
	return list
}

const meanH = 19.0 // of a row of the table of stages

// means draws under the chart the mean of each persona in each stage, and how far apart they are.
func (c *comparison) means(room geom.Rect, y float64) float64 {
	var people []person
	var ids []journey.ID
	for _, who := range c.people {
		if who.on {
			people, ids = append(people, who), append(ids, who.Persona.ID)
		}
	}
	list := Distances(c.Project, c.Map.ID, ids)
	w := room.W() / float64(max(len(list), 1))
	rows := len(people)
	if rows > 1 {
		rows++
	}
	for i, a := range list {
		if a.Furthest {
			r := geom.R(room.Min.X+float64(i)*w+2, y, w-4, float64(rows)*meanH)
			c.Fill(a.Stage, geom.RoundRect(r, 4), style.Mix(c.Palette.Paper, c.Palette.Accent, 0.10))
			c.Stroke(a.Stage, geom.RoundRect(r.Inset(0.5), 4), 1, c.Palette.Accent)
		}
	}
	name := c.Style.LaneHint
	name.Color = c.Palette.Ink
	for k, who := range people {
		mid := y + meanH/2
		c.sample(who, c.left, mid, 22)
		c.brief(who.cast.Ref, c.name(who), name, c.left+28, mid-name.Lead/2, captionW-36)
		for i, a := range list {
			c.mean(who, a.Means[k], geom.Pt(room.Min.X+(float64(i)+0.5)*w, mid))
		}
		y += meanH
		c.Line(c.ref, c.left, y, c.right, y, c.Style.Hairline, c.Palette.Line)
	}
	if len(people) < 2 {
		return y
	}
	mid := y + meanH/2
	title := c.Style.LaneTitle
	c.brief(c.ref, c.Words.T("people.compare.apart"), title, c.left, mid-title.Lead/2, captionW-8)
	for i, a := range list {
		c.apart(people, a, geom.Pt(room.Min.X+(float64(i)+0.5)*w, mid))
	}
	return c.furthest(people, list, y+meanH+7)
}

func (c *comparison) mean(who person, m insight.Mean, at geom.Point) {
	v := voice(text.Medium, 9.2, 12, c.Palette.Second)
	t := "–"
	if m.Points > 0 {
		t = insight.Signed(c.Words, m.Value)
		v.Color = c.Palette.Mood(m.Value)
	}
	set := c.SetLine(t, v)
	c.Write(who.cast.Ref, set, v, at.X-set.Width()/2, at.Y-v.Lead/2)
}

// apart writes how far apart a stage is, behind the sign of who feels best in it.
func (c *comparison) apart(people []person, a Apart, at geom.Point) {
	v := voice(text.SemiBold, 9.2, 12, c.Palette.Ink)
	if a.Furthest {
		v.Spec.Style = text.Bold
	}
	t := "–"
	if !a.Unsettled {
		t = insight.Number(c.Words, a.Distance)
	}
	set := c.SetLine(t, v)
	signed := !a.Unsettled && a.Distance > same
	x := at.X - set.Width()/2
	if signed {
		best := people[a.Most]
		m := draw.Marker(best.order, geom.Pt(x-5, at.Y), 3)
		c.Fill(best.cast.Ref, m, best.cast.Color)
		x += 3
	}
	c.Write(a.Stage, set, v, x, at.Y-v.Lead/2)
}

// furthest says in words where they are furthest apart, and what the signs mean.
func (c *comparison) furthest(people []person, list []Apart, y float64) float64 {
	v := c.Style.Scenario
	v.Color = c.Palette.Body
	width := c.right - c.left
	said, any := false, false
	for _, a := range list {
		any = any || !a.Unsettled
		if !a.Furthest {
			continue
		}
		said = true
		y += c.say(a.Stage, c.Words.F("people.compare.furthest", words.Args{
			"Stage": insight.Name(c.Project, a.Stage, c.Words), "Points": insight.Number(c.Words, a.Distance),
			"Best": c.name(people[a.Most]), "Worst": c.name(people[a.Least]),
		}), v, c.left, y, width)
	}
	switch {
	case said:
		y += 2 + c.say(c.ref, c.Words.T("people.compare.signs"), c.Style.LaneHint, c.left, y+2, width)
	case any:
		y += c.say(c.ref, c.Words.T("people.compare.together"), v, c.left, y, width)
	}
	return y
}
