package export

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
)

// mostLines is how much of a file is shown that holds no pictures.
const mostLines = 40

// sample shows the beginning of a file that holds no pictures.
func (w *Window) sample(text string) fyne.CanvasObject {
	rows := look.VBox(3, look.NewLabel(w.t("export.text"), look.TextSize, look.SemiBold, look.Ink), look.Gap(6))
	for line := range strings.SplitSeq(text, "\n") {
		rows.Add(look.NewLabel(line, look.SmallSize, look.Regular, look.Second))
	}
	return container.NewStack(look.NewGround(func(t *look.Theme) color.NRGBA { return t.Panel }), look.Pad(rows, 22, 26, 10, 26))
}
