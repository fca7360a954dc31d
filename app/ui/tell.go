package ui

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/frame"
	"jejak/app/ui/leaf"
	"jejak/app/ui/tell"
	"jejak/assets/words"
)

const prefPage = "left.page" // which page the panel at the left shows

// newTeller makes what tells of the map beside it.
func (w *Window) newTeller() *tell.Teller {
	return tell.New(tell.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words }, Today: today, Open: w.open,
		Page: func() string { return w.app.Preferences().String(prefPage) }, Turned: w.turnedPage,
		Map: func() { w.leaves.Turn(leaf.Map) }, Focus: w.focusBoard, Field: w.focusField, Run: w.run, Can: w.enabled,
		Show: func() { w.showSide(frame.Left) }, Hint: w.hint, Badge: func(n int) { w.status.tell(w.words, n) },
		Tip: func(over fyne.CanvasObject, text string) {
			if text == "" {
				w.tips.Away()
			} else {
				w.tip(over, text)
			}
		},
	})
}

// tell says at the foot of the window how much the map tells.
func (s *statusLine) tell(t *words.Table, n int) {
	if text := t.N("findings.count", n, nil); s.found.Text != text {
		s.found.Text = text
		s.found.Refresh()
	}
}

// turnedPage remembers which page the panel at the left shows; each of those that tell has a width of
// its own.
func (w *Window) turnedPage(page string) {
	w.app.Preferences().SetString(prefPage, page)
	name := ""
	if page != tell.Parts {
		name = "told"
	}
	w.frame.Suit(frame.Left, name, tell.Width)
}

// showSide shows a panel.
func (w *Window) showSide(s frame.Side) {
	if !w.frame.Shows(s) {
		w.frame.Toggle(s)
		w.show()
	}
}

// focusField gives the keyboard to a field of what is selected.
func (w *Window) focusField(name string) {
	w.showSide(frame.Right)
	w.inspector.FocusField(name)
}
