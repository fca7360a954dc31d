package ui

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/frame"
	"jejak/app/ui/look"
)

// statusLine is the row at the foot of the window.
type statusLine struct {
	text *look.Label // what is selected
	zoom *look.Button
	side [2]*look.Button // show and hide the panels

	found *look.Button // how much the map tells
}

func (w *Window) newStatus() fyne.CanvasObject {
	s := &statusLine{text: look.NewLabel("", 12, look.Regular, look.Second)}
	w.status = s
	small := func(icon, text, id string) *look.Button {
		b := look.NewButton(look.Quiet, icon, text, func() { w.run(actionID(id)) })
		w.hinted(b, id)
		return b
	}
	s.side = [2]*look.Button{small("panel-left", "", "view.left"), small("panel-right", "", "view.right")}
	s.zoom = look.NewButton(look.Quiet, "", "100 %", func() { w.pickZoom(s.zoom) })
	s.zoom.Hint, s.zoom.OnHint = w.t("board.zoom.hint"), w.hint
	s.found = small("findings", "", "findings.show")
	language := look.NewButton(look.Quiet, "", w.t("ui.language."+w.words.Lang()), func() {
		w.setLanguage(otherLanguage(w.words.Lang()))
	})
	row := container.NewBorder(nil, nil, look.Pad(s.side[0], 0, 8, 0, 0),
		look.HBox(2, s.found, look.Pad(language, 0, 0, 0, 10), small("minus", "", "view.zoomOut"), s.zoom,
			small("plus", "", "view.zoomIn"), small("", w.t("ui.fit"), "view.fit"), look.Pad(s.side[1], 0, 0, 0, 8)),
		w.newLeafRow(s.text))
	return container.NewStack(look.PanelGround(), look.Pad(row, 0, 6, 0, 6))
}

// showStatus brings the foot of the window up to date.
func (w *Window) showStatus() {
	s := w.status
	if s == nil {
		return
	}
	text := ""
	if w.open() {
		text = w.ed.Status()
	}
	s.text.SetText(text)
	w.leafRow.Mark(w.open())
	for i, b := range s.side {
		b.SetEnabled(w.open())
		b.SetOn(w.open() && w.frame.Shows(frame.Side(i)))
	}
	zoom := "100 %"
	if w.open() {
		zoom = fmt.Sprintf("%.0f %%", math.Round(w.ed.View().Zoom()*100))
	}
	if s.zoom.Text != zoom {
		s.zoom.Text = zoom
		s.zoom.Refresh()
	}
}

// hint hears that the pointer came over a button, or went.
func (w *Window) hint(b *look.Button, on bool) {
	if on && !w.modal() && !w.ed.Dragging() {
		w.tips.Over(b)
	} else {
		w.tips.Away()
	}
}

// hinted gives a button the name and the shortcut of its action.
func (w *Window) hinted(b *look.Button, id string) {
	b.OnHint = w.hint
	if a := w.ed.Action(actionID(id)); a != nil {
		b.Hint, b.Keys = a.Label(), a.ShortcutText()
	}
}
