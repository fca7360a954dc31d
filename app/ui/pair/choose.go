package pair

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// The measures of the dialog, in units of Fyne.
const (
	chooserWidth = 430
	mostRows     = 6 // seen at once
	rowHeight    = 34
)

// tie is what the other map can be to the one on the board. Where it is turned, it is the other map
// that is compared with this one.
type tie struct {
	key    string // of its name in assets/words, behind "pair.choose."
	role   journey.PairRole
	turned bool
}

var ties = []tie{
	{"asIs", journey.PairAsIs, false}, {"toBe", journey.PairAsIs, true},
	{"planned", journey.PairPlanned, false}, {"actual", journey.PairPlanned, true},
}

// chooser asks with which map the one on the board is paired, and what that is to it.
type chooser struct {
	p     *Pairs
	m     journey.Map // on the board
	other journey.ID
	tie   int // into ties

	ties   []*look.Button
	rows   map[journey.ID]*look.Button
	dialog *ask.Dialog
}

// choose opens the dialog. A project of one map has nothing to choose from: it offers to make one.
func (p *Pairs) choose() {
	m, _ := p.shown()
	c := &chooser{p: p, m: m, rows: map[journey.ID]*look.Button{}}
	others := slices.DeleteFunc(p.project().MapsInOrder(), func(o journey.Map) bool { return o.ID == m.ID })
	from, to, role, paired := insight.Paired(p.project(), m.ID)
	switch {
	case paired:
		c.other = from.MapID
		if to.MapID != m.ID {
			c.other = to.MapID
		}
		c.tie = slices.IndexFunc(ties, func(t tie) bool { return t.role == role && t.turned == (to.MapID != m.ID) })
	case len(others) > 0:
		c.other = others[0].ID
		if m.Type != journey.FutureState && others[0].Type == journey.FutureState {
			c.tie = 1
		}
	}
	answers := []ask.Answer{{Text: p.t("ui.cancel"), Cancel: true}}
	if len(others) > 0 {
		answers = append(answers, ask.Answer{Text: p.t("pair.choose.yes"), Primary: true, Run: c.done})
	}
	if paired {
		answers = append(answers, ask.Answer{Text: p.t("pair.choose.none"), Danger: true, Run: func() { p.pair(to.MapID, "", "") }})
	}
	title := p.o.Words().F("pair.choose.title", words.Args{"Title": insight.Name(p.project(), journey.RefTo(m), p.o.Words())})
	c.dialog = p.o.Ask(ask.Question{Title: title, Body: c.body(others), Answers: answers})
}

func (c *chooser) done() {
	if t := ties[c.tie]; t.turned {
		c.p.pair(c.other, c.m.ID, t.role)
	} else {
		c.p.pair(c.m.ID, c.other, t.role)
	}
}

func (c *chooser) body(others []journey.Map) fyne.CanvasObject {
	p := c.p
	var parts []fyne.CanvasObject
	if len(others) > 0 {
		list := look.VBox(2)
		for _, o := range others {
			b := look.NewButton(look.Row, "map", look.Shorten(insight.Name(p.project(), journey.RefTo(o), p.o.Words()), look.TextSize, look.Regular, chooserWidth-170), func() { c.setOther(o.ID) })
			if o.Type != "" {
				b.Note = p.t("map.type." + string(o.Type))
			}
			c.rows[o.ID] = b
			list.Add(b)
		}
		scroll := container.NewVScroll(list)
		scroll.SetMinSize(fyne.NewSize(chooserWidth, float32(min(len(others), mostRows))*rowHeight))
		var segments []fyne.CanvasObject
		for i, t := range ties {
			b := look.NewButton(look.Segment, "", p.t("pair.choose."+t.key), func() { c.setTie(i) })
			c.ties, segments = append(c.ties, b), append(segments, b)
		}
		parts = append(parts, look.Gap(2), scroll, look.Gap(2), look.Caption(p.t("pair.choose.other")),
			look.Grid(6, segments[:2]...), look.Grid(6, segments[2:]...), look.Gap(6))
		c.setTie(c.tie)
		c.setOther(c.other)
	} else {
		t := look.NewText(p.t("pair.choose.alone"), look.Second)
		t.Resize(fyne.NewSize(chooserWidth, 0))
		parts = append(parts, t, look.Gap(2))
	}
	make := func(icon, key string, do func()) fyne.CanvasObject {
		return look.NewButton(look.Outlined, icon, p.t(key), func() { c.dialog.Close(do) })
	}
	parts = append(parts, look.Caption(p.t("pair.choose.make")),
		look.VBox(6, make("duplicate", "action.pair.toBe", p.toBe), make("recent", "action.pair.snapshot", p.snapshot)))
	return look.VBox(6, parts...)
}

func (c *chooser) setTie(i int) {
	c.tie = i
	for k, b := range c.ties {
		b.SetOn(k == i)
	}
}

func (c *chooser) setOther(id journey.ID) {
	c.other = id
	for other, b := range c.rows {
		b.SetOn(other == id)
	}
}

// Key is a role as it stands in the keys of words.
func Key(r journey.PairRole) string {
	if r == journey.PairPlanned {
		return "planned"
	}
	return "asIs"
}
