package ui

import (
	"fmt"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/ui/look"
)

// statusLine is the row at the foot of the window.
type statusLine struct {
	text  *look.Label // what is selected, or the hint of what the pointer is over
	saved *look.Label
	zoom  *look.Button
	hint  string
}

func (w *Window) newStatus() fyne.CanvasObject {
	s := &statusLine{
		text:  look.NewLabel("", 12, look.Regular, look.Second),
		saved: look.NewLabel("", 12, look.Regular, look.Second).Wide(),
	}
	w.status = s
	small := func(icon, text, id string) *look.Button {
		b := look.NewButton(look.Quiet, icon, text, func() { w.run(actionID(id)) })
		w.hinted(b, id)
		return b
	}
	s.zoom = small("", "100 %", "view.zoom100")
	language := look.NewButton(look.Quiet, "", w.t("ui.language."+w.words.Lang()), func() {
		w.setLanguage(otherLanguage(w.words.Lang()))
	})
	row := container.NewBorder(nil, nil, nil,
		look.HBox(2, s.saved, look.Pad(language, 0, 0, 0, 10), small("minus", "", "view.zoomOut"), s.zoom,
			small("plus", "", "view.zoomIn"), small("", w.t("ui.fit"), "view.fit")),
		container.New(layout.NewStackLayout(), s.text))
	return container.NewStack(look.PanelGround(), look.Pad(row, 0, 6, 0, 14))
}

// showStatus brings the foot of the window up to date.
func (w *Window) showStatus() {
	s := w.status
	if s == nil {
		return
	}
	text := s.hint
	if text == "" && w.session != nil {
		text = w.ed.Status()
	}
	s.text.SetText(text)
	zoom := "100 %"
	if w.session != nil {
		zoom = fmt.Sprintf("%.0f %%", math.Round(w.ed.View().Zoom()*100))
	}
	if s.zoom.Text != zoom {
		s.zoom.Text = zoom
		s.zoom.Refresh()
	}
}

// showHint says in the status line what the control under the pointer does.
func (w *Window) showHint(s string) {
	w.status.hint = s
	w.showStatus()
}

// hinted gives a button the name and the shortcut of its action.
func (w *Window) hinted(b *look.Button, id string) {
	b.OnHint = w.showHint
	if a := w.ed.Action(actionID(id)); a != nil {
		b.Hint = a.Label()
		if k := a.ShortcutText(); k != "" {
			b.Hint += "  " + k
		}
	}
}
