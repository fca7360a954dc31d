package layout

import (
	"math"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// cardBlock measures a card as its lane wants it to look.
func (d *drawing) cardBlock(l journey.Lane, c journey.Card, col, span int) block {
	_, w := d.cellRect(col, span)
	if img, ok := d.image(c.ImageID); ok {
		if l.LaneKind == journey.LaneImages {
			return d.picture(c, img, w)
		}
		inset := 4.0
		if l.LaneKind == journey.LaneThoughts || l.LaneKind == journey.LaneQuotes {
			inset = 0 // there is no box
		}
		return d.underPicture(c, img, w, inset, d.wordBlock(l, c, w, col))
	}
	return d.wordBlock(l, c, w, col)
}

// wordBlock is a card without its picture.
func (d *drawing) wordBlock(l journey.Lane, c journey.Card, w float64, col int) block {
	switch l.LaneKind {
	case journey.LaneTouchpoints, journey.LaneChannels:
		return d.touchpoint(c, w, d.cols[col].stage)
	case journey.LaneThoughts, journey.LaneQuotes:
		return d.saying(c, w, l.LaneKind == journey.LaneQuotes)
	case journey.LanePains:
		return d.barred(c, w, barLook{d.pal.PainGround, d.pal.PainBar, d.st.PainTitle, d.st.PainMeta}, d.painMeta(c), true)
	case journey.LaneOpportunities:
		return d.barred(c, w, barLook{d.pal.ChanceGround, d.pal.ChanceBar, d.st.ChanceTitle, d.st.ChanceMeta}, d.chanceMeta(c), false)
	}
	return d.plain(c, w)
}

// body draws the texts every kind of card has: title and text under it. It is measured once.
type body struct {
	title, text setText
	tv, xv      style.Voice
	w           float64
}

func (d *drawing) body(c journey.Card, tv, xv style.Voice, w float64) body {
	return body{title: d.set(c.Title, tv, w), text: d.set(c.Text, xv, w), tv: tv, xv: xv, w: w}
}

func (b body) height() float64 {
	h := math.Max(height(b.title, b.tv), b.tv.Lead)
	if t := height(b.text, b.xv); t > 0 {
		h += 2 + t
	}
	return h
}

func (d *drawing) writeBody(ref journey.Ref, b body, x, y float64) {
	h := math.Max(d.write(ref, b.title, b.tv, x, y), b.tv.Lead)
	d.editable(ref, scene.PartTitle, geom.R(x, y, b.w, h), b.tv)
	if t := d.write(ref, b.text, b.xv, x, y+h+2); t > 0 {
		d.editable(ref, scene.PartText, geom.R(x, y+h+2, b.w, t), b.xv)
	}
}

const (
	channelDisc = 19  // of the channel's icon
	cardIndent  = 30  // of the text beside it
	badgeSize   = 9.5 // star, broken heart
	leastBeside = 34  // the narrowest text beside the icon: some five letters
)

// touchpoint is a white card with its channel's icon and, small, channel and what else is known.
func (d *drawing) touchpoint(c journey.Card, w float64, stage int) block {
	ref := journey.RefTo(c)
	badges := d.badges(c)
	pad := d.st.CardPad
	flags := 0.0
	if len(badges) > 0 {
		flags = float64(len(badges))*(badgeSize+2) + 2
	}
	indent, above := float64(cardIndent), 0.0
	if w-indent-pad-flags < leastBeside { // the text goes below the icon, and the badges beside it
		indent, above, flags = pad, channelDisc+3, 0
	}
	room := w - indent - pad
	b := d.body(c, d.st.CardTitle, d.st.CardText, room-flags)
	b.text = d.set(c.Text, d.st.CardText, room)
	meta := d.set(d.touchMeta(c), d.st.CardMeta, room)
	pills := d.tagPills(c, room)
	content := above + b.height() + pills.height
	if m := height(meta, d.st.CardMeta); m > 0 {
		content += m + 4
	}
	h := math.Max(content+2*pad, channelDisc+2*pad)
	return block{ref: ref, height: h, draw: func(r geom.Rect) {
		d.sheet(ref, c, r, true)
		d.target(ref, scene.PartBody, r)
		hue := d.hue(stage)
		// A short card has its content in the middle; the icon stands beside the first line.
		top := r.Min.Y + pad + (h-2*pad-content)/2
		disc := geom.R(r.Min.X+6, top+b.tv.Lead/2-channelDisc/2, channelDisc, channelDisc)
		if above > 0 {
			disc = geom.R(r.Min.X+6, top, channelDisc, channelDisc)
		}
		d.fill(ref, geom.Circle(disc.Center(), channelDisc/2), d.pal.Tint(hue))
		d.icon(ref, d.channelIcon(c), disc.Inset(3.6), hue)
		x := r.Min.X + indent
		d.writeBody(ref, b, x, top+above)
		d.write(ref, meta, d.st.CardMeta, x, top+content-pills.height-height(meta, d.st.CardMeta)+1)
		d.drawPills(ref, pills, x, top+content-pills.height+1)
		for i, f := range badges {
			at := geom.R(r.Max.X-pad-badgeSize-float64(i)*(badgeSize+2), r.Min.Y+pad, badgeSize, badgeSize)
			if above > 0 { // one below the other, as high as the icon beside them
				at = geom.R(r.Max.X-pad-badgeSize, top+float64(i)*badgeSize, badgeSize, badgeSize)
			}
			d.icon(ref, f.icon, at, f.color)
		}
	}}
}

type badge struct {
	icon  icon.Icon
	color scene.Color
}

func (d *drawing) badges(c journey.Card) []badge {
	var fs []badge
	if c.MomentOfTruth {
		ic, _ := icon.Named("star")
		fs = append(fs, badge{ic, d.pal.Star})
	}
	if c.LoyaltyBreaker {
		ic, _ := icon.Named("broken")
		fs = append(fs, badge{ic, d.pal.Bad})
	}
	return fs
}

func (d *drawing) channelIcon(c journey.Card) icon.Icon {
	ch, _ := d.p.Channels.Get(c.ChannelID)
	for _, name := range []string{c.Icon, ch.Icon} {
		if ic, ok := icon.Named(name); ok {
			return ic
		}
	}
	return icon.For(ch.Name)
}

// touchMeta is the small line of a touchpoint: channel and how it is come by, then measures.
func (d *drawing) touchMeta(c journey.Card) string {
	var parts []string
	if ch, ok := d.p.Channels.Get(c.ChannelID); ok {
		parts = append(parts, ch.Name)
		if ch.Ownership != journey.OwnershipUnknown {
			parts = append(parts, d.w.T("map.ownership."+string(ch.Ownership)))
		}
	}
	for _, m := range d.x.Latest[journey.RefTo(c)] {
		parts = append(parts, d.measureLine(m))
	}
	return strings.Join(parts, " · ")
}

// sheet is the ground of a card: white with a soft shadow, or flat.
func (d *drawing) sheet(ref journey.Ref, c journey.Card, r geom.Rect, raised bool) {
	r.Min.Y -= d.above
	ground := d.pal.Ground
	if raised {
		d.put(ref, r.Inset(-6).Move(geom.Pt(0, 1)), &scene.Shadow{
			Rect: r, Corner: d.st.Corner, Blur: 2.4, Dy: 1.1, Color: d.pal.Dark.Alpha(0.10),
		})
		ground = d.pal.Paper
	}
	if own, ok := d.pal.Own(c.Color); ok {
		ground = style.Mix(d.pal.Paper, own, 0.10)
	}
	d.fill(ref, geom.RoundRect(r, d.st.Corner), ground)
	border := style.Mix(d.pal.Line, d.pal.Second, 0.14)
	d.stroke(ref, geom.RoundRect(r.Inset(d.st.Border/2), d.st.Corner-d.st.Border/2), d.st.Border, border)
}

// plain is a flat card: what a customer does, what stands behind the counter, free text.
func (d *drawing) plain(c journey.Card, w float64) block {
	ref := journey.RefTo(c)
	pad := d.st.CardPad
	b := d.body(c, d.st.CardTitle, d.st.CardText, w-2*pad)
	pills := d.tagPills(c, w-2*pad)
	return block{ref: ref, height: math.Max(b.height()+pills.height+2*pad, d.st.CardMinH), draw: func(r geom.Rect) {
		d.sheet(ref, c, r, false)
		d.target(ref, scene.PartBody, r)
		d.writeBody(ref, b, r.Min.X+pad, r.Min.Y+pad)
		d.drawPills(ref, pills, r.Min.X+pad, r.Max.Y-pad-pills.height+1)
	}}
}

// saying is what a customer thinks or says: no box, only their voice. What was really said has a
// line at its left.
func (d *drawing) saying(c journey.Card, w float64, said bool) block {
	ref := journey.RefTo(c)
	indent := 2.0
	if said {
		indent = 9
	}
	v := d.st.Saying
	p := d.set(quoted(c.Title), v, w-indent-4)
	extra := d.set(c.Text, d.st.CardMeta, w-indent-4)
	h := math.Max(height(p, v), v.Lead)
	full := h
	if e := height(extra, d.st.CardMeta); e > 0 {
		full += e + 2
	}
	return block{ref: ref, height: full, draw: func(r geom.Rect) {
		d.target(ref, scene.PartBody, r)
		if said {
			d.line(ref, r.Min.X+2, r.Min.Y+1, r.Min.X+2, r.Max.Y-1, 2, style.Mix(d.pal.Paper, d.pal.Second, 0.45))
		}
		x := r.Min.X + indent
		d.write(ref, p, v, x, r.Min.Y)
		d.editable(ref, scene.PartTitle, geom.R(x, r.Min.Y, w-indent-4, h), v)
		if e := d.write(ref, extra, d.st.CardMeta, x, r.Min.Y+h+2); e > 0 {
			d.editable(ref, scene.PartText, geom.R(x, r.Min.Y+h+2, w-indent-4, e), d.st.CardMeta)
		}
	}}
}

// barLook colours a card with a bar at its left: a pain point or an opportunity.
type barLook struct {
	ground, bar scene.Color
	title, meta style.Voice
}

func (d *drawing) barred(c journey.Card, w float64, look barLook, meta string, dots bool) block {
	ref := journey.RefTo(c)
	const bar = 2.8
	pad := d.st.CardPad
	tw := w - bar - 2*pad
	xv := d.st.CardText
	xv.Color = look.meta.Color
	b := d.body(c, look.title, xv, tw)
	room, below := tw, 0.0
	showDots := dots && c.Severity > 0
	switch {
	case !showDots:
	case room-30 >= leastBeside || meta == "":
		room -= 30
	default: // the dots get a line of their own
		below = look.meta.Lead
	}
	m := d.set(meta, look.meta, room)
	h := b.height() + 2*pad + below
	if mh := height(m, look.meta); mh > 0 || showDots {
		h += math.Max(mh, look.meta.Lead) + 2
	}
	return block{ref: ref, height: math.Max(h, d.st.CardMinH), draw: func(r geom.Rect) {
		ground := geom.Rect{Min: geom.Pt(r.Min.X, r.Min.Y-d.above), Max: r.Max}
		d.fill(ref, geom.RoundRect(ground, d.st.Corner), look.ground)
		d.fill(ref, geom.RoundRect(geom.R(ground.Min.X, ground.Min.Y, bar, ground.H()), bar/2), look.bar)
		d.target(ref, scene.PartBody, r)
		x := r.Min.X + bar + pad
		d.writeBody(ref, b, x, r.Min.Y+pad)
		d.write(ref, m, look.meta, x, r.Max.Y-pad-below-height(m, look.meta)+1)
		for i := range 3 {
			if !showDots {
				break
			}
			color := look.bar
			if i >= c.Severity {
				color = style.Mix(look.ground, look.bar, 0.22)
			}
			d.fill(ref, geom.Circle(geom.Pt(r.Max.X-pad-2.6-float64(2-i)*8, r.Max.Y-pad-2.6), 2.6), color)
		}
	}}
}

func (d *drawing) painMeta(c journey.Card) string { return c.Owner }

// chanceMeta says who will see to an opportunity and until when, or how far it has come.
func (d *drawing) chanceMeta(c journey.Card) string {
	owner, when := c.Owner, ""
	for _, a := range d.x.Actions[c.ID] {
		owner = or(owner, or(a.Department, a.Owner))
		if when == "" {
			when = d.month(a.Due)
		}
		if when == "" && a.Status != "" {
			when = d.w.T("map.status." + string(a.Status))
		}
	}
	if owner != "" && when != "" {
		return owner + " · " + when
	}
	return owner + when
}
