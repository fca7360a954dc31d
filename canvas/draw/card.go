package draw

import (
	"cmp"
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// CardBlock measures a card at a width, in the stage of that index, as its lane wants it to look.
func (d *Drawing) CardBlock(l journey.Lane, c journey.Card, w float64, stage int) Block {
	if img, ok := d.image(c.ImageID); ok {
		if l.LaneKind == journey.LaneImages {
			return d.picture(c, img, w)
		}
		inset := 4.0
		if l.LaneKind == journey.LaneThoughts || l.LaneKind == journey.LaneQuotes {
			inset = 0 // there is no box
		}
		return d.underPicture(c, img, w, inset, d.wordBlock(l, c, w, stage))
	}
	return d.wordBlock(l, c, w, stage)
}

// wordBlock is a card without its picture.
func (d *Drawing) wordBlock(l journey.Lane, c journey.Card, w float64, stage int) Block {
	switch l.LaneKind {
	case journey.LaneTouchpoints, journey.LaneChannels:
		return d.touchpoint(c, w, stage)
	case journey.LaneThoughts, journey.LaneQuotes:
		return d.saying(c, w, l.LaneKind == journey.LaneQuotes)
	case journey.LanePains:
		return d.barred(c, w, barLook{d.Palette.PainGround, d.Palette.PainBar, d.Style.PainTitle, d.Style.PainMeta}, d.painMeta(c), true)
	case journey.LaneOpportunities:
		return d.barred(c, w, barLook{d.Palette.ChanceGround, d.Palette.ChanceBar, d.Style.ChanceTitle, d.Style.ChanceMeta}, d.chanceMeta(c), false)
	}
	return d.plain(c, w)
}

// body draws the texts every kind of card has: title and text under it. It is measured once.
type body struct {
	title, text Text
	tv, xv      style.Voice
	w           float64
}

func (d *Drawing) body(c journey.Card, tv, xv style.Voice, w float64) body {
	return body{title: d.Set(c.Title, tv, w), text: d.Set(c.Text, xv, w), tv: tv, xv: xv, w: w}
}

func (b body) height() float64 {
	h := math.Max(Height(b.title, b.tv), b.tv.Lead)
	if t := Height(b.text, b.xv); t > 0 {
		h += 2 + t
	}
	return h
}

func (d *Drawing) writeBody(ref journey.Ref, b body, x, y float64) {
	h := math.Max(d.Write(ref, b.title, b.tv, x, y), b.tv.Lead)
	d.Editable(ref, scene.PartTitle, geom.R(x, y, b.w, h), b.tv)
	if t := d.Write(ref, b.text, b.xv, x, y+h+2); t > 0 {
		d.Editable(ref, scene.PartText, geom.R(x, y+h+2, b.w, t), b.xv)
	}
}

const (
	channelDisc = 19  // of the channel's icon
	cardIndent  = 30  // of the text beside it
	badgeSize   = 9.5 // star, broken heart
	leastBeside = 34  // the narrowest text beside the icon: some five letters
	leastTitle  = 64  // the narrowest title beside what stands at its end
)

// touchpoint is a white card with its channel's icon and, small, channel and what else is known.
func (d *Drawing) touchpoint(c journey.Card, w float64, stage int) Block {
	ref := journey.RefTo(c)
	badges := d.badges(c)
	pad := d.Style.CardPad
	flags := 0.0
	if len(badges) > 0 {
		flags = float64(len(badges))*(badgeSize+2) + 2
	}
	indent, above := float64(cardIndent), 0.0
	if w-indent-pad-flags < leastBeside { // the text goes below the icon, and the badges beside it
		indent, above, flags = pad, channelDisc+3, 0
	}
	room := w - indent - pad
	b := d.body(c, d.Style.CardTitle, d.Style.CardText, room-flags)
	b.text = d.Set(c.Text, d.Style.CardText, room)
	meta := d.Set(d.touchMeta(c), d.Style.CardMeta, room)
	pills := d.tagPills(c, room)
	content := above + b.height() + pills.height
	if m := Height(meta, d.Style.CardMeta); m > 0 {
		content += m + 4
	}
	h := math.Max(content+2*pad, channelDisc+2*pad)
	return Block{Ref: ref, Height: h, Draw: func(r geom.Rect) {
		d.sheet(ref, c, r, true)
		d.Target(ref, scene.PartBody, r)
		hue := d.Hue(stage)
		// A short card has its content in the middle; the icon stands beside the first line.
		top := r.Min.Y + pad + (h-2*pad-content)/2
		disc := geom.R(r.Min.X+6, top+b.tv.Lead/2-channelDisc/2, channelDisc, channelDisc)
		if above > 0 {
			disc = geom.R(r.Min.X+6, top, channelDisc, channelDisc)
		}
		d.Fill(ref, geom.Circle(disc.Center(), channelDisc/2), d.Palette.Tint(hue))
		d.Icon(ref, d.channelIcon(c), disc.Inset(3.6), hue)
		x := r.Min.X + indent
		d.writeBody(ref, b, x, top+above)
		d.Write(ref, meta, d.Style.CardMeta, x, top+content-pills.height-Height(meta, d.Style.CardMeta)+1)
		d.drawPills(ref, pills, x, top+content-pills.height+1)
		for i, f := range badges {
			at := geom.R(r.Max.X-pad-badgeSize-float64(i)*(badgeSize+2), r.Min.Y+pad, badgeSize, badgeSize)
			if above > 0 { // one below the other, as high as the icon beside them
				at = geom.R(r.Max.X-pad-badgeSize, top+float64(i)*badgeSize, badgeSize, badgeSize)
			}
			d.Icon(ref, f.icon, at, f.color)
		}
	}}
}

type badge struct {
	icon  icon.Icon
	color scene.Color
}

func (d *Drawing) badges(c journey.Card) []badge {
	var fs []badge
	if c.MomentOfTruth {
		ic, _ := icon.Named("star")
		fs = append(fs, badge{ic, d.Palette.Star})
	}
	if c.LoyaltyBreaker {
		ic, _ := icon.Named("broken")
		fs = append(fs, badge{ic, d.Palette.Bad})
	}
	return fs
}

func (d *Drawing) channelIcon(c journey.Card) icon.Icon {
	ch, _ := d.Project.Channels.Get(c.ChannelID)
	for _, name := range []string{c.Icon, ch.Icon} {
		if ic, ok := icon.Named(name); ok {
			return ic
		}
	}
	return icon.For(ch.Name)
}

// touchMeta is the small line of a touchpoint: channel and how it is come by, then measures.
func (d *Drawing) touchMeta(c journey.Card) string {
	var parts []string
	if ch, ok := d.Project.Channels.Get(c.ChannelID); ok {
		parts = append(parts, ch.Name)
		if ch.Ownership != journey.OwnershipUnknown {
			parts = append(parts, d.Words.T("map.ownership."+string(ch.Ownership)))
		}
	}
	for _, m := range d.Index.Latest[journey.RefTo(c)] {
		parts = append(parts, d.measureLine(m))
	}
	return strings.Join(parts, " · ")
}

// sheet is the ground of a card: white with a soft shadow, or flat.
func (d *Drawing) sheet(ref journey.Ref, c journey.Card, r geom.Rect, raised bool) {
	r.Min.Y -= d.above
	ground := d.Palette.Ground
	if raised {
		d.Put(ref, r.Inset(-6).Move(geom.Pt(0, 1)), &scene.Shadow{
			Rect: r, Corner: d.Style.Corner, Blur: 2.4, Dy: 1.1, Color: d.Palette.Dark.Alpha(0.10),
		})
		ground = d.Palette.Paper
	}
	if own, ok := d.Palette.Own(c.Color); ok {
		ground = style.Mix(d.Palette.Paper, own, 0.10)
	}
	d.Fill(ref, geom.RoundRect(r, d.Style.Corner), ground)
	border := style.Mix(d.Palette.Line, d.Palette.Second, 0.14)
	d.Stroke(ref, geom.RoundRect(r.Inset(d.Style.Border/2), d.Style.Corner-d.Style.Border/2), d.Style.Border, border)
}

// plain is a flat card: what a customer does, what stands behind the counter, free text.
func (d *Drawing) plain(c journey.Card, w float64) Block {
	ref := journey.RefTo(c)
	pad := d.Style.CardPad
	b := d.body(c, d.Style.CardTitle, d.Style.CardText, w-2*pad)
	pills := d.tagPills(c, w-2*pad)
	return Block{Ref: ref, Height: math.Max(b.height()+pills.height+2*pad, d.Style.CardMinH), Draw: func(r geom.Rect) {
		d.sheet(ref, c, r, false)
		d.Target(ref, scene.PartBody, r)
		d.writeBody(ref, b, r.Min.X+pad, r.Min.Y+pad)
		d.drawPills(ref, pills, r.Min.X+pad, r.Max.Y-pad-pills.height+1)
	}}
}

// saying is what a customer thinks or says: no box, only their voice. What was really said has a
// line at its left.
func (d *Drawing) saying(c journey.Card, w float64, said bool) Block {
	ref := journey.RefTo(c)
	indent := 2.0
	if said {
		indent = 9
	}
	v := d.Style.Saying
	p := d.Set(quoted(c.Title), v, w-indent-4)
	extra := d.Set(c.Text, d.Style.CardMeta, w-indent-4)
	h := math.Max(Height(p, v), v.Lead)
	full := h
	if e := Height(extra, d.Style.CardMeta); e > 0 {
		full += e + 2
	}
	return Block{Ref: ref, Height: full, Draw: func(r geom.Rect) {
		d.Target(ref, scene.PartBody, r)
		if said {
			d.Line(ref, r.Min.X+2, r.Min.Y+1, r.Min.X+2, r.Max.Y-1, 2, style.Mix(d.Palette.Paper, d.Palette.Second, 0.45))
		}
		x := r.Min.X + indent
		d.Write(ref, p, v, x, r.Min.Y)
		d.Editable(ref, scene.PartTitle, geom.R(x, r.Min.Y, w-indent-4, h), v)
		if e := d.Write(ref, extra, d.Style.CardMeta, x, r.Min.Y+h+2); e > 0 {
			d.Editable(ref, scene.PartText, geom.R(x, r.Min.Y+h+2, w-indent-4, e), d.Style.CardMeta)
		}
	}}
}

// barLook colours a card with a bar at its left: a pain point or an opportunity.
type barLook struct {
	ground, bar scene.Color
	title, meta style.Voice
}

func (d *Drawing) barred(c journey.Card, w float64, look barLook, meta string, dots bool) Block {
	ref := journey.RefTo(c)
	const bar = 2.8
	pad := d.Style.CardPad
	tw := w - bar - 2*pad
	xv := d.Style.CardText
	xv.Color = look.meta.Color
	end := d.tail(c, look, !dots)
	beside, above := 0.0, 0.0
	switch {
	case end.w == 0:
	case tw-end.w-4 >= leastTitle:
		beside = end.w + 4
	default: // it gets a line of its own
		above = look.meta.Lead
	}
	b := d.body(c, look.title, xv, tw-beside)
	b.text = d.Set(c.Text, xv, tw)
	room, below := tw, 0.0
	showDots := dots && c.Severity > 0
	switch {
	case !showDots:
	case room-30 >= leastBeside || meta == "":
		room -= 30
	default: // the dots get a line of their own
		below = look.meta.Lead
	}
	m := d.Set(meta, look.meta, room)
	h := b.height() + 2*pad + below + above
	if mh := Height(m, look.meta); mh > 0 || showDots {
		h += math.Max(mh, look.meta.Lead) + 2
	}
	return Block{Ref: ref, Height: math.Max(h, d.Style.CardMinH), Draw: func(r geom.Rect) {
		ground := geom.Rect{Min: geom.Pt(r.Min.X, r.Min.Y-d.above), Max: r.Max}
		d.Fill(ref, geom.RoundRect(ground, d.Style.Corner), look.ground)
		d.Fill(ref, geom.RoundRect(geom.R(ground.Min.X, ground.Min.Y, bar, ground.H()), bar/2), look.bar)
		d.Target(ref, scene.PartBody, r)
		x := r.Min.X + bar + pad
		if end.w > 0 {
			mid := r.Min.Y + pad + look.title.Lead/2
			if above > 0 {
				mid = r.Min.Y + pad + above/2 - 1
			}
			d.drawTail(ref, end, look, r.Max.X-pad, mid)
		}
		d.writeBody(ref, b, x, r.Min.Y+pad+above)
		d.Write(ref, m, look.meta, x, r.Max.Y-pad-below-Height(m, look.meta)+1)
		for i := range 3 {
			if !showDots {
				break
			}
			color := look.bar
			if i >= c.Severity {
				color = style.Mix(look.ground, look.bar, 0.22)
			}
			d.Fill(ref, geom.Circle(geom.Pt(r.Max.X-pad-2.6-float64(2-i)*8, r.Max.Y-pad-2.6), 2.6), color)
		}
	}}
}

func (d *Drawing) painMeta(c journey.Card) string { return c.Owner }

// chanceMeta says who will see to an opportunity and until when, or how far it has come.
func (d *Drawing) chanceMeta(c journey.Card) string {
	owner, when := c.Owner, ""
	for _, a := range d.Index.Actions[c.ID] {
		owner = cmp.Or(owner, cmp.Or(a.Department, a.Owner))
		if when == "" {
			when = d.month(a.Due)
		}
		if when == "" && a.Status != "" {
			when = d.Words.T("map.status." + string(a.Status))
		}
	}
	if owner != "" && when != "" {
		return owner + " · " + when
	}
	return owner + when
}
