package ui

import (
	"time"

	"jejak/app/editor"
	"jejak/app/ui/leaf"
	ui "jejak/app/ui/lens"
	"jejak/app/ui/offer"
	"jejak/assets/words"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// newGlass makes what the board is looked at through.
func (w *Window) newGlass() *ui.Glass {
	return ui.New(ui.Options{
		Words: func() *words.Table { return w.words }, Today: today, Do: w.do, Focus: w.focusBoard, Hint: w.hint,
		Redraw: func() { w.ed.Redraw(); w.showStatus() },
		Select: func(refs []journey.Ref) { w.ed.Select(refs...) },
	})
}

// today is the day at this computer, "YYYY-MM-DD".
func today() string { return time.Now().Format(time.DateOnly) }

// lensActions look at some of the map only.
func (w *Window) lensActions() []*editor.Action {
	var list []*editor.Action
	for _, name := range lens.Names {
		a := &editor.Action{ID: actionID(offer.Lens + string(name)), Menu: "view", Group: 4, Icon: "eye", Window: true,
			When: func() bool { return w.open() && w.ed.MapID() != "" }, On: func() bool { return w.glass.Now() == string(name) },
			Do: does(func() { w.leaves.Turn(leaf.Map); w.glass.Toggle(name) })}
		if name == lens.Proof {
			a.Shortcuts = []editor.Shortcut{{Key: "F9"}}
		}
		list = append(list, a)
	}
	return list
}

// lens is the named one that is looked through; empty: none.
func (w *Window) lens() lens.Name {
	if name := lens.Name(w.glass.Now()); lens.Has(name) {
		return name
	}
	return ""
}
