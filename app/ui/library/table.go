package library

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/trait"
)

// The measures of the table, in units of Fyne.
const (
	cellWidth  = 250
	mostTable  = 340
	longestSay = 420 // characters of a text
)

// Table shows what differs of a persona between two projects, each side under its name.
func Table(w *words.Table, left, right journey.Project, id journey.ID, leftName, rightName string) fyne.CanvasObject {
	a, _ := trait.Of(left, id)
	b, _ := trait.Of(right, id)
	_, differ := carry.Compare(left, right, id)
	rows := []fyne.CanvasObject{pair(
		look.NewLabel(look.Shorten(leftName, look.TextSize, look.SemiBold, cellWidth), look.TextSize, look.SemiBold, look.Ink),
		look.NewLabel(look.Shorten(rightName, look.TextSize, look.SemiBold, cellWidth), look.TextSize, look.SemiBold, look.Ink)), look.Hairline()}
	for _, t := range differ {
		rows = append(rows, look.Gap(2), look.Caption(w.T(string(t))), pair(cell(w, t, a), cell(w, t, b)))
	}
	table := look.VBox(4, rows...)
	height := min(table.MinSize().Height+4, mostTable)
	return look.Room(container.NewVScroll(table), fyne.NewSize(2*cellWidth+28, height))
}

func pair(a, b fyne.CanvasObject) fyne.CanvasObject {
	return container.New(columns{}, a, b)
}

// columns are two cells side by side, as high as the higher of them.
type columns struct{}

// MinSize implements fyne.Layout.
func (columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*cellWidth+16, max(o[0].MinSize().Height, o[1].MinSize().Height))
}

// Layout implements fyne.Layout.
func (columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, c := range o {
		c.Move(fyne.NewPos(float32(i)*(cellWidth+16), 0))
		c.Resize(fyne.NewSize(cellWidth, c.MinSize().Height))
	}
}

// cell is what one side knows.
func cell(w *words.Table, t trait.Trait, p trait.Person) fyne.CanvasObject {
	if t == carry.Portrait {
		img, _ := p.Project.Images.Get(p.ImageID)
		face := sign.NewPortrait(56)
		face.Set(p.Name, sign.FaceOf(p.Project, "", p.ID).Color, string(img.ID), func() []byte { return img.Data })
		return container.NewHBox(face)
	}
	s := p.Text(t)
	switch {
	case t == carry.Color:
		s = p.Color
	case t == trait.Basis && s != "":
		s = w.T("persona.basis." + s)
	}
	s = strings.TrimSpace(s)
	if s == "" {
		s = "–"
	}
	if r := []rune(s); len(r) > longestSay {
		s = string(r[:longestSay]) + "…"
	}
	text := look.NewText(s, look.Ink)
	text.Resize(fyne.NewSize(cellWidth, 0))
	return text
}
