package inspector

import (
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/register"
)

// actions are what the team will do about the card that is shown.
func (g *group) actions(open bool) {
	in := g.in
	var known belongings[journey.Action]
	list := func(p journey.Project) []journey.ID {
		at := in.one()
		return known.of(p.Actions, at, func() []journey.Action {
			var found []journey.Action
			for _, a := range p.ActionsInOrder() {
				if a.CardID == at.ID {
					found = append(found, a)
				}
			}
			return found
		})
	}
	g.section("actions", open, func(p journey.Project) string {
		var actions []journey.Action
		for _, id := range list(p) {
			a, _ := p.Actions.Get(id)
			actions = append(actions, a)
		}
		if sum := register.Of(actions); sum.Total > 0 {
			return in.f("register.done", words.Args{"Done": sum.Done, "Total": sum.Total})
		}
		return some(len(actions))
	}, func(g *group) {
		g.rows(list, in.deed)
		g.add(look.Gap(4), look.NewButton(look.Outlined, "plus", in.t("inspector.actions.add"), func() {
			at := in.one()
			// Change tells of the trouble
			_ = in.o.Change(edit.Label{Key: edit.LabelAddAction, Count: 1}, func(tx *edit.Tx) error {
				_, err := edit.AddAction(tx, at.ID, in.t("inspector.actions.new"))
				return err
			})
		}))
	})
}

// deed is one action.
func (in *Inspector) deed(g *group, id journey.ID) {
	s := just[journey.Action](g, id)
	title := look.NewLabel("", look.TextSize, look.Medium, look.Ink)
	g.add(newEnds(title, in.remove(in.t("inspector.actions.remove"), edit.Label{Key: edit.LabelRemove, Count: 1},
		journey.Ref{Kind: journey.KindAction, ID: id})))
	g.update = append(g.update, func(journey.Project) {
		if len(s.now) > 0 {
			title.SetText(s.now[0].Title)
		}
	})
	text(g, s, "todo", 1, func(a *journey.Action) *string { return &a.Title })
	choose(g, s, "status", vocabulary(in, "map.status.", journey.Statuses), func(a *journey.Action) *journey.Status { return &a.Status })
	g.pair(func(g *group) { text(g, s, "owner", 1, func(a *journey.Action) *string { return &a.Owner }) },
		func(g *group) { text(g, s, "department", 1, func(a *journey.Action) *string { return &a.Department }) })
	date(g, s, "due", func(a *journey.Action) *string { return &a.Due })
	text(g, s, "note", 2, func(a *journey.Action) *string { return &a.Note })
}
