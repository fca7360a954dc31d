package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/assets/templates"
)

// startScreen is what the window shows while no project is open.
func (w *Window) startScreen() fyne.CanvasObject {
	big := func(icon, title, about string, run func()) fyne.CanvasObject {
		c := look.NewCard(icon, title, about, func() {
			if !w.modal() && !w.opening {
				run()
			}
		})
		return c
	}
	var cards []fyne.CanvasObject
	for _, name := range templates.Names {
		cards = append(cards, big("template", w.t("template."+name), w.t("template."+name+".about"),
			func() { w.fromTemplate(name) }))
	}
	cards = append(cards,
		big("sample", w.t("ui.start.sample"), w.t("ui.start.sample.about"), w.openSample),
		big("folder", w.t("ui.start.open"), w.t("ui.start.open.about"), func() { w.pickOpen(w.openPath) }))
	parts := []fyne.CanvasObject{
		look.NewLabel("Jejak", 34, look.Bold, look.Ink).Wide(),
		look.NewLabel(w.t("ui.start.about"), 14, look.Regular, look.Second).Wide(),
		look.Gap(14),
		container.NewGridWithColumns(len(cards), cards...),
	}
	if files := w.recent(); len(files) > 0 {
		parts = append(parts, look.Gap(14), look.Heading(w.t("ui.recent")))
		for i, path := range files {
			if i == 5 {
				break
			}
			row := look.NewButton(look.Row, "file", filepath.Base(path), func() {
				if !w.modal() {
					w.openPath(path)
				}
			})
			row.Note = look.Shorten(filepath.Dir(path), look.SmallSize, look.Regular, 340)
			parts = append(parts, row)
		}
	}
	wide := canvas.NewRectangle(look.Now().Panel)
	wide.SetMinSize(fyne.NewSize(720, 0))
	language := look.NewButton(look.Quiet, "", w.t("ui.language."+otherLanguage(w.words.Lang())), func() {
		w.setLanguage(otherLanguage(w.words.Lang()))
	})
	return container.NewStack(look.PanelGround(),
		container.NewCenter(look.VBox(6, append([]fyne.CanvasObject{wide}, parts...)...)),
		container.NewBorder(nil, look.Pad(container.NewHBox(language), 0, 0, 10, 10), nil, nil))
}
