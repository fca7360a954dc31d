package compare

import (
	"slices"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout/ghost"
	"jejak/data/insight"
	"jejak/data/journey"
)

// entry is one line of a list.
type entry struct {
	ref         journey.Ref
	ofFrom      bool
	name, about string
}

// list is all that became the same.
type list struct {
	kind ghost.Kind
	rows []entry
}

// entries lists what differs, by kind.
func (d *drawing) entries() []list {
	var all []list
	for _, k := range ghost.Kinds(d.role) {
		all = append(all, list{kind: k})
	}
	add := func(k ghost.Kind, e entry) {
		for i := range all {
			if all[i].kind == k {
				all[i].rows = append(all[i].rows, e)
			}
		}
	}
	if d.role == journey.PairPlanned {
		for _, v := range d.c.Deviations {
			add(ghost.Kind(v.Departure), d.deviation(v))
		}
		return all
	}
	for _, r := range d.c.Added {
		add(ghost.New, entry{ref: r, name: d.name(r, false), about: d.where(r, false)})
	}
	for _, m := range d.c.Moved {
		add(ghost.Moved, entry{ref: m.To, name: d.name(m.To, false), about: d.way(m)})
	}
	for _, r := range d.c.Removed {
		add(ghost.Gone, entry{ref: r, ofFrom: true, name: d.name(r, true), about: d.where(r, true)})
	}
	return all
}

func (d *drawing) deviation(v insight.Deviation) entry {
	if v.To.IsZero() {
		return entry{ref: v.From, ofFrom: true, name: d.name(v.From, true), about: d.stageOf(v.From, true)}
	}
	e := entry{ref: v.To, name: d.name(v.To, false), about: d.stageOf(v.To, false)}
	switch v.Departure {
	case insight.Elsewhere:
		e.about = d.fromTo(d.stageOf(v.From, true), d.stageOf(v.To, false))
	case insight.OtherChannel:
		was, _ := d.from.Project.Channels.Get(d.card(v.From, true).ChannelID)
		is, _ := d.to.Project.Channels.Get(d.card(v.To, false).ChannelID)
		e.about = d.fromTo(was.Name, is.Name)
	}
	return e
}

// way is where a card was and where it is: in which stage, or in which lane where that changed.
func (d *drawing) way(m insight.Pair) string {
	was, is := d.stageOf(m.From, true), d.stageOf(m.To, false)
	if was == is {
		return d.fromTo(d.laneOf(m.From, true), d.laneOf(m.To, false))
	}
	return d.fromTo(was, is)
}

func (d *drawing) fromTo(was, is string) string {
	return d.w.F("pair.way", words.Args{"From": was, "To": is})
}

func (d *drawing) stageOf(card journey.Ref, ofFrom bool) string {
	return d.name(journey.Ref{Kind: journey.KindStage, ID: d.card(card, ofFrom).StageID}, ofFrom)
}

func (d *drawing) laneOf(card journey.Ref, ofFrom bool) string {
	return d.name(journey.Ref{Kind: journey.KindLane, ID: d.card(card, ofFrom).LaneID}, ofFrom)
}

func (d *drawing) where(card journey.Ref, ofFrom bool) string {
	return d.stageOf(card, ofFrom) + " · " + d.laneOf(card, ofFrom)
}

// The measures of the lists.
const (
	panelPad = 10.0
	panelH   = 20.0 // of the heading
	signW    = 17.0
	fewest   = 3 // entries of a panel that is divided among sheets
)

// lines is how many a name may have: where there are many lists side by side they are narrow.
func (d *drawing) lines() int {
	if d.role == journey.PairPlanned {
		return 2
	}
	return 1
}

// entryH is how high an entry is.
func (d *drawing) entryH() float64 {
	return float64(d.lines())*d.Style.CardTitle.Lead + d.Style.CardMeta.Lead + 4
}

// lists are the panels of what differs, side by side. What a sheet of that room has no place for stands on the next;
// whole: there is one sheet as high as need be.
func (d *drawing) lists(room float64, whole bool) []part {
	all := d.entries()
	most := 1
	for _, l := range all {
		most = max(most, len(l.rows))
	}
	frame := 2*panelPad + panelH
	per := most
	if !whole {
		left := room
		for _, b := range d.bands() {
			if left -= b.height; left < 0 {
				left = room - b.height
			}
		}
		per = int((left - gap - frame) / d.entryH())
		if per < fewest {
			per = int((room - gap - frame) / d.entryH())
		}
		per = max(1, min(per, most))
	}
	var parts []part
	next := int((room - gap - frame) / d.entryH())
	for first := 0; first < most; {
		n := min(per, most-first)
		from := first
		parts = append(parts, part{height: gap + frame + float64(n)*d.entryH(), draw: func(r geom.Rect) {
			r.Min.Y += gap
			d.panels(r, all, from, n)
		}})
		first += n
		per = max(1, next)
	}
	return parts
}

// panels draws n entries of each list, from the first-th on. A list that has been told whole before
// has no panel.
func (d *drawing) panels(r geom.Rect, all []list, first, n int) {
	if first > 0 {
		all = slices.DeleteFunc(slices.Clone(all), func(l list) bool { return len(l.rows) <= first })
	}
	w := (r.W() - gap*float64(len(all)-1)) / float64(len(all))
	for i, l := range all {
		d.panel(geom.R(r.Min.X+float64(i)*(w+gap), r.Min.Y, w, r.H()), l, first, n)
	}
}

func (d *drawing) panel(r geom.Rect, l list, first, n int) {
	d.Fill(d.ref, geom.RoundRect(r, 8), d.pal.Ground)
	d.Stroke(d.ref, geom.RoundRect(r.Inset(d.Style.Border/2), 8), d.Style.Border, d.pal.Line)
	in := r.Inset(panelPad)
	head, small := d.Style.LaneTitle, d.Style.LaneHint
	count := d.Right(d.ref, insight.Number(d.w, float64(len(l.rows))), small, in.Max.X, in.Min.Y+(head.Lead-small.Lead)/2)
	d.Write(d.ref, d.Fit(d.w.T("pair.list."+string(l.kind)), head, in.W()-count-6, 1), head, in.Min.X, in.Min.Y)
	in.Min.Y += panelH
	if len(l.rows) == 0 {
		d.Write(d.ref, d.Fit(d.w.T("pair.none"), small, in.W(), 1), small, in.Min.X, in.Min.Y)
		return
	}
	for i := first; i < min(first+n, len(l.rows)); i++ {
		d.entry(geom.R(in.Min.X, in.Min.Y+float64(i-first)*d.entryH(), in.W(), d.entryH()), l.kind, l.rows[i])
	}
}

func (d *drawing) entry(r geom.Rect, k ghost.Kind, e entry) {
	ref := e.ref
	if e.ofFrom && d.foreign() {
		ref = d.ref
	}
	name, about := d.Style.CardTitle, d.Style.CardMeta
	y := r.Min.Y
	k.Draw(&d.Pen, ref, geom.Pt(r.Min.X+4.5, y+name.Lead/2), 3.6, k.Ink(d.pal))
	x := r.Min.X + signW
	y += d.Write(ref, d.Fit(e.name, name, r.Max.X-x, d.lines()), name, x, y)
	d.Write(ref, d.Fit(e.about, about, r.Max.X-x, 1), about, x, y)
	d.touch(e.ref, e.ofFrom, geom.R(r.Min.X, r.Min.Y, r.W(), r.H()-2))
}
