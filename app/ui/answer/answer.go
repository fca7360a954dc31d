// Package answer is what menus offer for pains and opportunities: the goal that an opportunity
// serves, and the actions that answer a card.
//
// All of it belongs to the goroutine of the window.
package answer

import (
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/register"
)

// Options says what the items work with. All of it must be there.
type Options struct {
	Words     *words.Table
	Project   journey.Project
	Selection []journey.Ref
	Change    func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Find      func(action journey.ID)                      // shows an action in the register
	Locked    bool
}

// LabelServe is the key of what the history calls it when opportunities are tied to a goal.
const LabelServe = "history.serve"

// wide is how much of a text a menu shows, in units of Fyne.
const wide = 300

// Cards lists the cards of a selection if they all stand in lanes of these kinds; nil else.
func Cards(p journey.Project, sel []journey.Ref, kinds ...journey.LaneKind) []journey.Card {
	var list []journey.Card
	for _, ref := range sel {
		c, ok := p.Cards.Get(ref.ID)
		l, _ := p.Lanes.Get(c.LaneID)
		if ref.Kind != journey.KindCard || !ok {
			return nil
		}
		fits := false
		for _, k := range kinds {
			fits = fits || l.LaneKind == k
		}
		if !fits {
			return nil
		}
		list = append(list, c)
	}
	return list
}

// Items are what can be done with what is selected; none where that is no pain and no opportunity.
func Items(o Options) []menu.Item {
	var items []menu.Item
	if ideas := Cards(o.Project, o.Selection, journey.LaneOpportunities); len(ideas) > 0 {
		items = append(items, menu.Item{Label: o.Words.T("answer.serves"), Sub: goals(o, ideas), Disabled: o.Locked})
	}
	if one := Cards(o.Project, o.Selection, journey.LanePains, journey.LaneOpportunities); len(one) == 1 {
		if sub := actions(o, one[0]); len(sub) > 0 {
			items = append(items, menu.Item{Label: o.Words.N("answer.actions", len(sub), nil), Icon: "register", Sub: sub})
		}
	}
	return items
}

// goals are the stages of the map with their goals.
func goals(o Options, cards []journey.Card) []menu.Item {
	now, mixed := cards[0].GoalID, false
	for _, c := range cards {
		mixed = mixed || c.GoalID != now
	}
	serve := func(id journey.ID) func() {
		return func() {
			// Change tells of the trouble
			_ = o.Change(edit.Label{Key: LabelServe, Count: len(cards), Name: cards[0].Title}, func(tx *edit.Tx) error {
				for _, c := range cards {
					if err := edit.Update(tx, c.ID, func(c *journey.Card) { c.GoalID = id }); err != nil {
						return err
					}
				}
				return nil
			})
		}
	}
	items := []menu.Item{{Label: o.Words.T("answer.none"), Checked: now == "" && !mixed, Run: serve("")}, menu.Line()}
	for _, st := range o.Project.StagesOf(cards[0].MapID) {
		items = append(items, menu.Item{Label: look.Shorten(Goal(st, o.Words), look.TextSize, look.Regular, wide),
			Checked: st.ID == now && !mixed, Disabled: st.Goal == "" && st.ID != now, Run: serve(st.ID)})
	}
	return items
}

// Goal is a stage with its goal as it is chosen from a list.
func Goal(st journey.Stage, w *words.Table) string {
	title := st.Title
	if title == "" {
		title = w.T("matrix.stage.untitled")
	}
	if st.Goal == "" {
		return w.F("answer.goalless", words.Args{"Stage": title})
	}
	return title + " · " + st.Goal
}

// actions are those that answer a card, with how far they are.
func actions(o Options, c journey.Card) []menu.Item {
	var items []menu.Item
	for _, a := range o.Project.ActionsInOrder() {
		if a.CardID == c.ID {
			title := a.Title
			if title == "" {
				title = o.Words.T("inspector.untitled")
			}
			items = append(items, menu.Item{Label: look.Shorten(title, look.TextSize, look.Regular, wide),
				Shortcut: register.StatusName(a.Status, o.Words), Run: func() { o.Find(a.ID) }})
		}
	}
	return items
}
