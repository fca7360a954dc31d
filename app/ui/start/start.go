// Package start is the screen a person sees while no project is open: ways to begin, with pictures
// of what comes of them, and the files they worked on last.
package start

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/assets/brand"
)

// Way is a way to begin.
type Way struct {
	Title, About string
	Icon         string // shown where there is no picture
	// Picture paints what comes of it, at most width by height pixels large. It is called on a
	// goroutine of its own. nil: the icon.
	Picture func(width, height int) image.Image
	Run     func()
}

// File is a file that was open before.
type File struct {
	Name, Folder, Date string
	Open               func()
}

// Language is one of the languages of the window.
type Language struct {
	Name   string
	On     bool
	Choose func()
}

// Options says what stands on the screen. All texts are translated.
type Options struct {
	Name, About string
	Ways        []Way
	Recent      string // over the files
	Files       []File
	Languages   []Language
	Do          func(func()) // runs a function on the goroutine of the window
}

// width is that of all that stands in the middle, in units of Fyne: three cards.
const width = 804

// Screen makes the screen. Tab walks it in reading order.
func Screen(o Options) fyne.CanvasObject {
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("jejak.png", brand.Icon))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(56))
	head := look.HBox(16, icon, look.VBox(0,
		look.NewLabel(o.Name, 30, look.Bold, look.Ink).Wide(),
		look.NewLabel(o.About, 14, look.Regular, look.Second).Wide()))
	var cards []fyne.CanvasObject
	for _, way := range o.Ways {
		card := look.NewCard(way.Icon, way.Title, way.About, way.Run)
		if way.Picture != nil {
			go func() {
				w, h := look.CardPicture()
				img := way.Picture(2*w, 2*h) // sharp on fine screens too
				o.Do(func() { card.SetPicture(img) })
			}()
		}
		cards = append(cards, card)
	}
	wide := canvas.NewRectangle(look.Now().Panel)
	wide.SetMinSize(fyne.NewSize(width, 0))
	parts := []fyne.CanvasObject{wide, head, look.Gap(14), look.HBox(12, cards...)}
	if len(o.Files) > 0 {
		parts = append(parts, look.Gap(12), look.Heading(o.Recent))
		for _, f := range o.Files {
			row := look.NewButton(look.Row, "file", f.Name, f.Open)
			row.Aside, row.Note = f.Folder, f.Date
			parts = append(parts, row)
		}
	}
	var languages []fyne.CanvasObject
	for _, l := range o.Languages {
		b := look.NewButton(look.Tab, "", l.Name, l.Choose)
		b.On = l.On
		languages = append(languages, b)
	}
	foot := look.Pad(container.NewCenter(look.HBox(4, languages...)), 0, 0, 14, 0)
	return container.NewStack(look.PanelGround(),
		container.NewBorder(nil, foot, nil, nil, container.NewCenter(look.VBox(4, parts...))))
}
