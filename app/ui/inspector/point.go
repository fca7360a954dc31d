package inspector

import (
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (in *Inspector) pointFields() {
	s, g := selected[journey.Point](in), in.root
	in.head(func(p journey.Project) (string, string) {
		pt, _ := p.Points.Get(in.one().ID)
		persona, _ := p.Personas.Get(pt.PersonaID)
		where := ""
		if at, ok := p.Get(pt.At); ok {
			where = journey.NameOf(at)
		}
		return in.f("inspector.field.feels", words.Args{"Name": persona.Name}), where
	})
	in.feeling(g, s, in.t("inspector.field.emotion"))
	if !in.shape.many {
		g.comments()
	}
}

// feeling is how a persona feels at a moment, and a note on it.
func (in *Inspector) feeling(g *group, s *subject[journey.Point], caption string) {
	mixed := g.caption(caption)
	slider := look.NewSlider(journey.EmotionMin, journey.EmotionMax, 0.5, func(v float64) {
		err := in.o.Change(edit.Label{Key: edit.LabelEmotion, Count: len(s.ids)}, func(tx *edit.Tx) error {
			for _, id := range s.ids {
				if err := edit.SetEmotion(tx, id, v); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil {
			in.o.Focus()
		}
	})
	small := func(key string) *look.Label {
		return look.NewLabel(in.t(key), look.SmallSize, look.Regular, look.Second).Wide()
	}
	g.add(slider, container.NewBorder(nil, nil, small("map.furious"), small("map.delighted"),
		container.NewCenter(small("map.neutral"))))
	g.update = append(g.update, func(journey.Project) {
		v, differ := common(s, func(pt *journey.Point) float64 { return pt.Value })
		mixed(differ)
		slider.Set(v)
	})
	text(g, s, "pointnote", 2, func(pt *journey.Point) *string { return &pt.Note })
}

// feelings are the points of all personas at the touchpoint that is shown; those who have none there
// can be given one.
func (in *Inspector) feelings(g *group) {
	var known belongings[journey.Point]
	points := func(p journey.Project) []journey.ID {
		at := in.one()
		return known.of(p.Points, at, func() []journey.Point {
			here := map[journey.ID]journey.Point{}
			for pt := range p.Points.All() {
				if pt.At == at {
					here[pt.PersonaID] = pt
				}
			}
			var list []journey.Point
			for _, a := range p.AppearancesOf(in.shape.mapID) {
				if pt, ok := here[a.PersonaID]; ok {
					list = append(list, pt)
				}
			}
			return list
		})
	}
	g.rows(points, func(g *group, id journey.ID) {
		pt, _ := in.o.Editor.Document().Project().Points.Get(id)
		persona, _ := in.o.Editor.Document().Project().Personas.Get(pt.PersonaID)
		in.feeling(g, just[journey.Point](g, id), in.f("inspector.field.feels", words.Args{"Name": persona.Name}))
	})
	without := func(p journey.Project) []journey.ID {
		has := map[journey.ID]bool{}
		for _, id := range points(p) {
			pt, _ := p.Points.Get(id)
			has[pt.PersonaID] = true
		}
		var list []journey.ID
		for _, a := range p.AppearancesOf(in.shape.mapID) {
			if !has[a.PersonaID] {
				list = append(list, a.PersonaID)
			}
		}
		return list
	}
	g.rows(without, func(g *group, id journey.ID) {
		persona, _ := in.o.Editor.Document().Project().Personas.Get(id)
		g.add(look.NewButton(look.Outlined, "plus", in.f("inspector.feel.add", words.Args{"Name": persona.Name}), func() {
			at := in.one()
			// Change tells of the trouble
			_ = in.o.Change(edit.Label{Key: edit.LabelAddPoint, Count: 1}, func(tx *edit.Tx) error {
				_, err := edit.AddPoint(tx, in.shape.mapID, id, at, 0)
				return err
			})
		}))
	})
}

func (in *Inspector) linkFields() {
	s, g := selected[journey.Link](in), in.root
	in.head(func(p journey.Project) (string, string) {
		l, _ := p.Links.Get(in.one().ID)
		from, _ := p.Cards.Get(l.FromID)
		to, _ := p.Cards.Get(l.ToID)
		return in.t("inspector.kind.link"), from.Title + " → " + to.Title
	})
	text(g, s, "label", 1, func(l *journey.Link) *string { return &l.Label })
	choose(g, s, "linkkind", vocabulary(in, "inspector.linkkind.", journey.LinkKinds), func(l *journey.Link) *journey.LinkKind { return &l.LinkKind })
	if !in.shape.many {
		g.comments()
	}
}
