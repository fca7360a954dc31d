package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/answer"
	"jejak/app/ui/menu"
	"jejak/app/ui/register"
	"jejak/data/journey"
)

// answerItems are what the menu of pains and opportunities offers besides actions.
func (w *Window) answerItems() []menu.Item {
	return answer.Items(answer.Options{Words: w.words, Project: w.ed.Document().Project(), Selection: w.ed.Selection(),
		Change: w.edit, Locked: w.ed.Locked(), Find: func(id journey.ID) { w.inRegister(func(r *register.Leaf) { r.Find(id) }) }})
}

// inRegister turns to the register and does something there.
func (w *Window) inRegister(do func(*register.Leaf)) {
	w.turn(actions)
	if r, ok := w.leaves.Now().(*register.Leaf); ok {
		do(r)
		w.focusBoard()
	}
}

// answered is the one pain or opportunity that is selected; false: there is none, or there are more.
func (w *Window) answered() (journey.Card, bool) {
	list := answer.Cards(w.ed.Document().Project(), w.ed.Selection(), journey.LanePains, journey.LaneOpportunities)
	if len(list) != 1 {
		return journey.Card{}, false
	}
	return list[0], true
}

// answerActions put new actions for cards into the register.
func (w *Window) answerActions() []*editor.Action {
	return []*editor.Action{{ID: "card.action", Menu: "map", Group: 5, Icon: "register",
		When: func() bool { _, ok := w.answered(); return ok },
		Do: does(func() {
			if c, ok := w.answered(); ok {
				w.inRegister(func(r *register.Leaf) { r.Add(c.ID) })
			}
		})}}
}

// tabular reports whether the keyboard is at a table, which is walked and not typed in.
func tabular(f fyne.Focusable) bool {
	_, ok := f.(*register.Table)
	return ok
}
