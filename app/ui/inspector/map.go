package inspector

import (
	"slices"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/pair"
	"jejak/canvas/style"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (in *Inspector) mapFields() {
	s, g := selected[journey.Map](in), in.root
	in.head(func(p journey.Project) (string, string) {
		m, _ := p.Maps.Get(in.one().ID)
		return m.Title, in.t("map.type." + string(m.Type))
	})
	text(g, s, "title", 1, func(m *journey.Map) *string { return &m.Title })
	choose(g, s, "type", vocabulary(in, "map.type.", journey.MapTypes), func(m *journey.Map) *journey.MapType { return &m.Type })
	text(g, s, "scenario", 3, func(m *journey.Map) *string { return &m.Scenario })
	text(g, s, "expectations", 3, func(m *journey.Map) *string { return &m.Expectations })
	check(g, s, "cycle", func(m *journey.Map) *bool { return &m.Cycle })
	segments(g, s, "form", journey.MapForms, func(f journey.MapForm) string {
		if f == journey.FormRing {
			return in.t("inspector.form.ring")
		}
		return in.t("inspector.form.row")
	}, func(m *journey.Map) *journey.MapForm { return &m.Form })
	g.section("personas", true, nil, in.cast)
	g.section("version", true, nil, func(g *group) {
		text(g, s, "author", 1, func(m *journey.Map) *string { return &m.Author })
		g.pair(func(g *group) { text(g, s, "version", 1, func(m *journey.Map) *string { return &m.Version }) },
			func(g *group) { date(g, s, "date", func(m *journey.Map) *string { return &m.Date }) })
		date(g, s, "review", func(m *journey.Map) *string { return &m.Review })
	})
	g.section("look", false, nil, func(g *group) {
		choose(g, s, "palette", in.palettes(true), func(m *journey.Map) *string { return &m.Palette })
	})
	paired := func(p journey.Project) string {
		if m, _ := p.Maps.Get(in.one().ID); p.Maps.Has(m.PairID) {
			return in.t("inspector.paired")
		}
		return ""
	}
	g.section("others", false, paired, func(g *group) {
		others := func(p journey.Project) []option[journey.ID] {
			return orNone(in, slices.DeleteFunc(p.MapsInOrder(), func(m journey.Map) bool { return slices.Contains(s.ids, m.ID) }))
		}
		choose(g, s, "pair", others, func(m *journey.Map) *journey.ID { return &m.PairID })
		in.pairing(g, s)
		choose(g, s, "derived", others, func(m *journey.Map) *journey.ID { return &m.DerivedID })
	})
	g.measures()
	g.comments()
	g.section("project", false, nil, in.projectFields)
}

// pairing says what the other map of a pair is to this one, as long as there is one, and shows them together.
func (in *Inspector) pairing(g *group, s *subject[journey.Map]) {
	inner := newGroup(in)
	roles := []option[journey.PairRole]{
		{journey.PairAsIs, in.t("inspector.role.asIs")}, {journey.PairPlanned, in.t("inspector.role.planned")}}
	choose(inner, s, "role", func(journey.Project) []option[journey.PairRole] { return roles }, func(m *journey.Map) *journey.PairRole { return &m.PairRole })
	if a := in.o.Editor.Action("pair.overlay"); a != nil {
		c := look.NewCheck(a.Label(), func(bool) { in.o.Run(a.ID) })
		inner.add(look.Gap(2), c)
		inner.update = append(inner.update, func(journey.Project) {
			c.Hidden = !a.Enabled()
			c.Set(a.On())
		})
	}
	in.manage(inner, "pair.compare", "action.pair.compare")
	told := look.NewLabel("", look.SmallSize, look.Regular, look.Second).Two(in.line()) // where the other map is the one that is compared
	g.add(inner.box, told)
	g.fits = append(g.fits, inner.fit, func(w float32) { told.Two(w) })
	g.update = append(g.update, func(p journey.Project) {
		id, differ := common(s, func(m *journey.Map) journey.ID { return m.PairID })
		inner.box.Hidden = id == "" && !differ
		inner.refresh(p)
		text := ""
		if id == "" && !differ {
			text = pair.Told(p, in.one().ID, in.o.Words)
		}
		told.SetText(text)
		told.Hidden = text == ""
	})
}

// palettes are the palettes there are; a map may leave it to the project.
func (in *Inspector) palettes(ofMap bool) func(journey.Project) []option[string] {
	first := in.t("inspector.palette.default")
	if ofMap {
		first = in.t("inspector.palette.project")
	}
	list := []option[string]{{"", first}}
	for _, p := range style.Palettes {
		list = append(list, option[string]{p.Name, in.t("inspector.palette." + p.Name)})
	}
	return func(journey.Project) []option[string] { return list }
}

// cast says of each persona on the map whether the curve is shown, and lets others come.
func (in *Inspector) cast(g *group) {
	list := func(p journey.Project) []journey.ID {
		var ids []journey.ID
		for _, a := range p.AppearancesOf(in.one().ID) {
			ids = append(ids, a.ID)
		}
		return ids
	}
	g.rows(list, func(g *group, id journey.ID) {
		s := just[journey.Appearance](g, id)
		var ref journey.Ref
		name := look.NewButton(look.Row, "persona", "", func() { in.o.Editor.Select(ref) })
		g.add(name)
		g.update = append(g.update, func(p journey.Project) {
			if len(s.now) == 0 {
				return
			}
			r, _ := p.Personas.Get(s.now[0].PersonaID)
			ref = journey.RefTo(r)
			note := ""
			switch {
			case s.now[0].Hidden:
				note = in.t("inspector.curve.hidden")
			case s.now[0].Focused:
				note = in.t("inspector.curve.focused")
			}
			if name.Text != r.Name || name.Note != note {
				name.Text, name.Note = r.Name, note
				name.Refresh()
			}
		})
	})
	in.manage(g, "map.personas", "inspector.manage.personas")
}

// manage is a button for an action of the window's, where there is one.
func (in *Inspector) manage(g *group, id editor.ActionID, key string) {
	if in.o.Editor.Action(id) != nil {
		g.add(look.Gap(4), look.NewButton(look.Outlined, "", in.t(key), func() { in.o.Run(id) }))
	}
}

// beside is a small manage, at the end of the control that was added last.
func (in *Inspector) beside(g *group, id editor.ActionID, key string) {
	if in.o.Editor.Action(id) == nil {
		return
	}
	b := look.NewButton(look.Quiet, "edit", "", func() { in.o.Run(id) })
	b.Hint, b.OnHint = in.t(key), in.o.Hint
	last := len(g.box.Objects) - 1
	g.box.Objects[last] = newEnds(g.box.Objects[last], b)
}

// projectFields are what is said of the project as a whole.
func (in *Inspector) projectFields(g *group) {
	s := &subject[journey.Info]{in: in}
	s.one = func(tx *edit.Tx, f func(*journey.Info)) error { return edit.SetInfo(tx, f) }
	g.load = func(p journey.Project) {
		info := p.Info()
		s.ids, s.now = []journey.ID{info.ID}, []journey.Info{info}
	}
	text(g, s, "title", 1, func(i *journey.Info) *string { return &i.Title })
	text(g, s, "owner", 1, func(i *journey.Info) *string { return &i.Owner })
	choose(g, s, "language", vocabulary(in, "inspector.language.", journey.Languages[1:]), func(i *journey.Info) *string { return &i.Language })
	choose(g, s, "palette", in.palettes(false), func(i *journey.Info) *string { return &i.Palette })
	g.pair(func(g *group) { text(g, s, "version", 1, func(i *journey.Info) *string { return &i.Version }) },
		func(g *group) { date(g, s, "date", func(i *journey.Info) *string { return &i.Date }) })
	text(g, s, "note", 3, func(i *journey.Info) *string { return &i.Note })
}
