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

// chooser asks with which map the one on the board is paired, and what that is to it.
type chooser struct {
	p     *Pairs
	other journey.ID
	role  journey.PairRole

	roles  []*look.Button
	abouts []*look.Text // one for each role
	rows   map[journey.ID]*look.Button
	dialog *ask.Dialog
}

// choose opens the dialog. A project of one map has nothing to choose from: it offers to make one.
func (p *Pairs) choose() {
	m, _ := p.shown()
	c := &chooser{p: p, role: m.PairRole, rows: map[journey.ID]*look.Button{}}
	others := slices.DeleteFunc(p.project().MapsInOrder(), func(o journey.Map) bool { return o.ID == m.ID })
	if other, ok := p.other(); ok {
		c.other = other.ID
	} else if len(others) > 0 {
		c.other = others[0].ID
	}
	answers := []ask.Answer{{Text: p.t("ui.cancel"), Cancel: true}}
	if len(others) > 0 {
		answers = append(answers, ask.Answer{Text: p.t("pair.choose.yes"), Primary: true, Run: func() { p.Choose(c.other, c.role) }})
	}
	if _, ok := p.other(); ok {
		answers = append(answers, ask.Answer{Text: p.t("pair.choose.none"), Danger: true, Run: func() { p.Choose("", "") }})
	}
	title := p.o.Words().F("pair.choose.title", words.Args{"Title": insight.Name(p.project(), journey.RefTo(m), p.o.Words())})
	c.dialog = p.o.Ask(ask.Question{Title: title, Body: c.body(others), Answers: answers})
}

func (c *chooser) body(others []journey.Map) fyne.CanvasObject {
	p := c.p
	var parts []fyne.CanvasObject
	if len(others) > 0 {
		var roles, abouts []fyne.CanvasObject
		for _, r := range journey.PairRoles {
			b := look.NewButton(look.Segment, "", p.t("pair.title."+Key(r)), func() { c.setRole(r) })
			c.roles, roles = append(c.roles, b), append(roles, b)
			t := look.NewText(p.t("pair.choose."+Key(r)), look.Second)
			t.Resize(fyne.NewSize(chooserWidth, 0))
			c.abouts, abouts = append(c.abouts, t), append(abouts, t)
		}
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
		parts = append(parts, look.Grid(6, roles...), container.NewStack(abouts...), look.Gap(2), look.Caption(p.t("pair.choose.other")), scroll, look.Gap(4))
		c.setRole(c.role)
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

func (c *chooser) setRole(r journey.PairRole) {
	c.role = r
	for i, b := range c.roles {
		b.SetOn(journey.PairRoles[i] == r)
		c.abouts[i].Hidden = journey.PairRoles[i] != r
		c.abouts[i].Refresh()
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
