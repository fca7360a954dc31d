package inspector

import (
	"slices"

	"jejak/app/editor/curve"
	"jejak/app/ui/look"
	"jejak/data/journey"
)

func (in *Inspector) personaFields() {
	s, g := selected[journey.Persona](in), in.root
	in.head(func(p journey.Project) (string, string) {
		r, _ := p.Personas.Get(in.one().ID)
		return r.Name, in.t("inspector.kind.persona")
	})
	said := func(g *group, key string, lines int, at func(*journey.Persona) *string) { text(g, s, key, lines, at) }
	said(g, "name", 1, func(r *journey.Persona) *string { return &r.Name })
	said(g, "summary", 2, func(r *journey.Persona) *string { return &r.Summary })
	said(g, "quote", 2, func(r *journey.Persona) *string { return &r.Quote })
	in.curve(g, s)
	g.section("wants", true, nil, func(g *group) {
		said(g, "goals", 2, func(r *journey.Persona) *string { return &r.Goals })
		said(g, "needs", 2, func(r *journey.Persona) *string { return &r.Needs })
		said(g, "motivations", 2, func(r *journey.Persona) *string { return &r.Motivations })
		said(g, "frustrations", 2, func(r *journey.Persona) *string { return &r.Frustrations })
	})
	g.section("life", false, nil, func(g *group) {
		g.pair(func(g *group) { said(g, "age", 1, func(r *journey.Persona) *string { return &r.Age }) },
			func(g *group) { said(g, "occupation", 1, func(r *journey.Persona) *string { return &r.Occupation }) })
		said(g, "background", 3, func(r *journey.Persona) *string { return &r.Background })
		said(g, "technology", 2, func(r *journey.Persona) *string { return &r.Technology })
		said(g, "segment", 2, func(r *journey.Persona) *string { return &r.Segment })
	})
	g.section("channels", false, nil, func(g *group) { in.habits(g, s) })
	g.section("evidence", false, nil, func(g *group) {
		wordsOf(g, s, "basis", "basis", journey.Bases[1:], func(r *journey.Persona) *journey.Basis { return &r.Basis })
		said(g, "source", 1, func(r *journey.Persona) *string { return &r.Source })
	})
	g.section("look", false, nil, func(g *group) {
		hue(g, s, "color", func(r *journey.Persona) *string { return &r.Color })
	})
	in.manage(g, "map.personas", "inspector.manage.personas")
	if !in.shape.many {
		g.comments()
	}
}

// curve says how the curves of the personas are shown on this map.
func (in *Inspector) curve(g *group, s *subject[journey.Persona]) {
	a := &subject[journey.Appearance]{in: in}
	inner := newGroup(in)
	inner.load = func(p journey.Project) {
		a.ids = nil
		for _, r := range p.AppearancesOf(in.shape.mapID) {
			if slices.Contains(s.ids, r.PersonaID) {
				a.ids = append(a.ids, r.ID)
			}
		}
		a.read(p)
	}
	names := []string{in.t("inspector.curve.shown"), in.t("inspector.curve.hidden"), in.t("inspector.curve.focused")}
	inner.row(in.t("inspector.field.curve"), names, func() (int, bool) {
		return common(a, func(r *journey.Appearance) int {
			switch {
			case r.Hidden:
				return int(curve.Hidden)
			case r.Focused:
				return int(curve.Focused)
			}
			return int(curve.Shown)
		})
	}, func(i int) error {
		want := map[journey.ID]curve.Visibility{}
		for _, r := range a.now {
			want[r.PersonaID] = curve.Visibility(max(i, 0))
		}
		return in.o.Editor.SetCurves(want)
	})
	g.add(inner.box)
	g.update = append(g.update, func(p journey.Project) {
		if inner.refresh(p); len(a.now) == 0 {
			inner.box.Hide()
		} else {
			inner.box.Show()
		}
	})
}

// habits are boxes for the channels that the personas use.
func (in *Inspector) habits(g *group, s *subject[journey.Persona]) {
	caption := in.t("inspector.section.channels")
	ids := func(p journey.Project) []journey.ID {
		var list []journey.ID
		for _, c := range p.ChannelsInOrder() {
			list = append(list, c.ID)
		}
		return list
	}
	none := look.NewLabel(in.t("inspector.channels.none"), look.SmallSize, look.Regular, look.Second)
	g.add(none)
	g.update = append(g.update, func(p journey.Project) {
		if none.Hide(); p.Channels.Len() == 0 {
			none.Show()
		}
	})
	g.rows(ids, func(g *group, id journey.ID) {
		ch, _ := in.o.Editor.Document().Project().Channels.Get(id)
		c := look.NewCheck(ch.Name, func(on bool) {
			// Change tells of the trouble
			_ = s.set(caption, func(r *journey.Persona) {
				r.ChannelIDs = slices.DeleteFunc(r.ChannelIDs, func(x journey.ID) bool { return x == id })
				if on {
					r.ChannelIDs = append(r.ChannelIDs, id)
				}
			})
		})
		g.add(c)
		g.update = append(g.update, func(journey.Project) {
			if on, differ := common(s, func(r *journey.Persona) bool { return slices.Contains(r.ChannelIDs, id) }); differ {
				c.SetMixed()
			} else {
				c.Set(on)
			}
		})
	})
	in.manage(g, "map.channels", "inspector.manage.channels")
}
