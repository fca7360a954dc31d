package cast

import (
	"strings"

	"jejak/assets/words"
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/trait"
)

// compared are the traits that are laid side by side: all but the name, which heads its column.
var compared = trait.All[1:]

// The comparison: captions at the left, a column for each persona.
const (
	captionW  = 112.0
	leastCol  = 150.0 // a sheet of many personas is wider
	cellPad   = 9.0
	rowPad    = 8.0
	headSide  = 46.0
	headGap   = 8.0
	signR     = 5.2
	overlaidH = 190.0
)

// comparison is a sheet with several personas.
type comparison struct {
	*sheet
	people []person
	colW   float64
}

// Compare lays personas side by side, field by field, those that differ marked, and their curves on
// one map over each other, with how far apart they are in each stage. Personas that are not there
// are left out, as is whoever is named twice; mapID may be empty.
func Compare(p journey.Project, mapID journey.ID, ids []journey.ID, o Options) *scene.Scene {
	n := float64(max(len(ids), 1))
	width := max(Least.W, 2*36+captionW+n*leastCol)
	c := &comparison{sheet: begin(p, mapID, journey.Ref{Kind: journey.KindMap, ID: mapID}, width, o)}
	seen := map[journey.ID]bool{}
	for _, id := range ids {
		if who, ok := c.person(id); ok && !seen[id] {
			seen[id] = true
			c.people = append(c.people, who)
		}
	}
	y := c.Style.Margin
	if len(c.people) == 0 {
		return c.seal(y)
	}
	c.colW = (c.right - c.left - captionW + headGap) / float64(len(c.people))
	y = c.title(y)
	y = c.heads(y)
	for _, t := range compared {
		y = c.row(t, y)
	}
	c.Line(c.ref, c.left, y, c.right, y, c.Style.Hairline, c.Palette.Line)
	y = c.legend(y+9) + 20
	if c.Project.Maps.Has(mapID) {
		y = c.overlaid(y)
	}
	return c.seal(y)
}

// column is where the i-th persona's column begins.
func (c *comparison) column(i int) float64 { return c.left + captionW + float64(i)*c.colW }

func (c *comparison) traits() []trait.Person {
	var list []trait.Person
	for _, who := range c.people {
		list = append(list, who.Person)
	}
	return list
}

// known reports whether anything is known of anybody, and whether the same is of all.
func (c *comparison) known(t trait.Trait) (known, same bool) {
	for _, who := range c.people {
		known = known || who.Known(t)
	}
	return known, trait.Same(t, c.traits()...)
}

// title says who is compared and in how much they differ.
func (c *comparison) title(y float64) float64 {
	var names []string
	for _, who := range c.people {
		names = append(names, c.name(who))
	}
	c.Scene.Title = strings.Join(names, ", ")
	width := c.right - c.left
	y += c.say(c.ref, strings.ToUpper(c.Words.T("people.compare")), c.Style.Eyebrow, c.left, y, width) + 2
	big := c.Style.Title
	big.Spec.Size, big.Lead = 20, 25
	y += c.say(c.ref, strings.Join(names, " · "), big, c.left, y, width) + 2
	all, differ := 0, 0
	for _, t := range compared {
		if known, same := c.known(t); known {
			all++
			if !same {
				differ++
			}
		}
	}
	if all > 0 && len(c.people) > 1 {
		y += c.say(c.ref, c.Words.N("people.compare.count", differ, words.Args{"All": all}), c.Style.Scenario, c.left, y, width)
	}
	return y + 14
}

// heads draws portrait, name and line of each persona and returns where they end.
func (c *comparison) heads(y float64) float64 {
	name := voice(text.Bold, 13, 16.5, c.Palette.Ink)
	h := headSide
	x := headSide + 12.0
	width := c.colW - headGap - 2*cellPad - x
	for _, who := range c.people {
		h = max(h, c.high(c.name(who), name, width)+14)
	}
	for i, who := range c.people {
		r := geom.R(c.column(i), y, c.colW-headGap, h+2*cellPad)
		c.Fill(who.cast.Ref, geom.RoundRect(r, 8), c.Palette.Ground)
		c.Stroke(who.cast.Ref, geom.RoundRect(r.Inset(c.Style.Border/2), 8), c.Style.Border, c.Palette.Line)
		c.Target(who.cast.Ref, scene.PartBody, r)
		left := r.Min.X + cellPad
		c.Portrait(who.cast, geom.R(left, r.Center().Y-headSide/2, headSide, headSide))
		text := c.high(c.name(who), name, width) + 14
		at := r.Center().Y - text/2
		at += c.say(who.cast.Ref, c.name(who), name, left+x, at, width)
		c.sample(who, left+x, at+8, 40)
	}
	return y + h + 2*cellPad + 8
}

// cell is how high what is known of a persona is at a width.
func (c *comparison) cell(who person, t trait.Trait, width float64) float64 {
	switch t {
	case trait.Basis:
		return pillH
	case trait.Channels:
		return c.chips(who.cast.Ref, c.chipsOf(who), 0, 0, width, true)
	}
	return c.high(c.content(who, t), c.cellVoice(who, t), width)
}

func (c *comparison) content(who person, t trait.Trait) string {
	if t == trait.Quote {
		return quoted(who.Quote)
	}
	return strings.TrimSpace(who.Text(t))
}

func (c *comparison) cellVoice(who person, t trait.Trait) style.Voice {
	v := voice(text.Regular, 9.2, 12.8, c.Palette.Body)
	if t == trait.Quote {
		v.Spec.Style, v.Color = text.Italic, style.Readable(who.cast.Color, c.Palette.Paper)
	}
	return v
}

// chipsOf are the channels of a persona; those that not all of the others like are on a ground.
func (c *comparison) chipsOf(who person) []chip {
	var list []chip
	for _, ch := range who.Channels() {
		shared := true
		for _, o := range c.people {
			likes := false
			for _, id := range o.ChannelIDs {
				likes = likes || id == ch.ID
			}
			shared = shared && likes
		}
		if shared {
			list = append(list, chip{ch, c.Palette.Body, false})
		} else {
			list = append(list, chip{ch, who.cast.Color, true})
		}
	}
	return list
}

// row draws one trait of all personas and returns where it ends; nothing if nothing is known.
func (c *comparison) row(t trait.Trait, y float64) float64 {
	known, same := c.known(t)
	if !known {
		return y
	}
	caption := c.Style.LaneTitle
	width := c.colW - headGap - 2*cellPad
	one := same && len(c.people) > 1
	if one {
		width = c.right - c.column(0) - 2*cellPad
	}
	label := c.Words.T(string(t))
	labelW := captionW - 2*signR - 14
	h := c.high(label, caption, labelW)
	for _, who := range c.people {
		h = max(h, c.cell(who, t, width))
	}
	c.Line(c.ref, c.left, y, c.right, y, c.Style.Hairline, c.Palette.Line)
	top := y + rowPad
	if len(c.people) > 1 {
		c.mark(geom.Pt(c.left+signR, top+caption.Lead/2), !same)
	}
	c.say(c.ref, label, caption, c.left+2*signR+8, top, labelW)
	for i, who := range c.people {
		if one && i > 0 {
			break
		}
		c.drawCell(who, t, c.column(i)+cellPad, top+(caption.Lead-12.8)/2, width)
		if !one {
			c.Target(who.cast.Ref, scene.PartText, geom.R(c.column(i), y, c.colW-headGap, h+2*rowPad))
		}
	}
	return top + h + rowPad
}

func (c *comparison) drawCell(who person, t trait.Trait, x, y, width float64) {
	switch {
	case t == trait.Basis:
		c.basis(who, x, y-1)
	case !who.Known(t):
		v := c.cellVoice(who, t)
		v.Spec.Style, v.Color = text.Regular, c.Palette.Second
		c.say(who.cast.Ref, "–", v, x, y, width)
	case t == trait.Channels:
		c.chips(who.cast.Ref, c.chipsOf(who), x, y-2, width, false)
	default:
		c.say(who.cast.Ref, c.content(who, t), c.cellVoice(who, t), x, y, width)
	}
}

// mark says whether something differs: ≠ on a ground, = in a rim.
func (c *comparison) mark(at geom.Point, differs bool) {
	ink := c.Palette.Second
	if differs {
		ink = c.Palette.OnHue
		c.Fill(c.ref, geom.Circle(at, signR), c.Palette.Accent)
	} else {
		c.Stroke(c.ref, geom.Circle(at, signR-0.4), 0.8, style.Mix(c.Palette.Line, c.Palette.Second, 0.4))
	}
	for _, dy := range []float64{-1.3, 1.3} {
		c.Line(c.ref, at.X-2.5, at.Y+dy, at.X+2.5, at.Y+dy, 1, ink)
	}
	if differs {
		c.Line(c.ref, at.X-1.6, at.Y+3, at.X+1.6, at.Y-3, 1, ink)
	}
}

// legend says what the marks mean.
func (c *comparison) legend(y float64) float64 {
	if len(c.people) < 2 {
		return y
	}
	v := c.Style.LaneHint
	x := c.left
	for _, differs := range []bool{true, false} {
		key := "people.compare.same"
		if differs {
			key = "people.compare.differs"
		}
		c.mark(geom.Pt(x+signR, y+v.Lead/2), differs)
		t := c.SetLine(c.Words.T(key), v)
		c.Write(c.ref, t, v, x+2*signR+5, y)
		x += 2*signR + 5 + t.Width() + 16
	}
	return y + v.Lead
}

// overlaid draws the curves over each other and the table of stages, and returns where they end.
func (c *comparison) overlaid(y float64) float64 {
	head := voice(text.SemiBold, 12.5, 16, c.Palette.Ink)
	title := c.Words.T("people.compare.curves")
	if t := strings.TrimSpace(c.Index.Map.Title); t != "" {
		title += " · " + t
	}
	y += c.say(c.Map, title, head, c.left, y, c.right-c.left) + 8
	var on []journey.ID
	for _, who := range c.people {
		if who.on {
			on = append(on, who.Persona.ID)
		} else {
			note := c.Words.F("people.compare.off", words.Args{"Name": c.name(who)})
			y += c.say(who.cast.Ref, note, c.Style.LaneHint, c.left, y, c.right-c.left) + 3
		}
	}
	if len(on) == 0 || len(c.Index.Stages) == 0 {
		return y
	}
	room := geom.R(c.left+captionW, y, c.right-c.left-captionW, overlaidH)
	ch := &chart{Drawing: c.Drawing, s: c.sheet, room: room}
	any := ch.draw(on, false)
	c.scale(room)
	if !any {
		c.say(c.Map, c.Words.T("people.noCurve"), c.Style.LaneHint, room.Min.X+10, y+stageH+12, room.W()-20)
		return room.Max.Y
	}
	return c.means(room, room.Max.Y+6)
}

// scale writes what the bands of the chart mean at its left.
func (c *comparison) scale(room geom.Rect) {
	up, down := room.Min.Y+stageH+2+11, room.Max.Y-11
	v := c.Style.ScaleLabel
	for _, m := range []struct {
		value float64
		key   string
	}{{2, "map.delighted"}, {0, "map.neutral"}, {-2, "map.furious"}} {
		c.WriteRight(c.Map, c.Words.T(m.key), v, room.Min.X-8, draw.ValueY(m.value, up, down)-v.Lead/2)
	}
}
