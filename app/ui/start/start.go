// Package start is the screen a person sees while no project is open: the files they worked on last,
// and a gallery of ways to begin, with pictures of what comes of them. The gallery is also what asks
// how to begin when there is a project.
//
// All of it belongs to the goroutine of the window.
package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/ui/look"
	"jejak/assets/brand"
)

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
	Open        string // on the button that opens a file
	OnOpen      func()
	Recent      string // over the files
	None        string // in place of the files
	Files       []File
	Languages   []Language
	Gallery     *Gallery
}

// The measures of the column beside the gallery, in units of Fyne.
const (
	sideWidth = 272
	sidePad   = 22
)

// Screen makes the screen. Tab walks it in reading order: the column, then the gallery.
func Screen(o Options) fyne.CanvasObject {
	icon := canvas.NewImageFromResource(fyne.NewStaticResource("jejak.png", brand.Icon))
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(44))
	about := look.NewText(o.About, look.Second)
	about.Resize(fyne.NewSize(sideWidth-2*sidePad, 0))
	wide := canvas.NewRectangle(look.Now().Panel)
	wide.SetMinSize(fyne.NewSize(sideWidth-2*sidePad, 0))
	top := []fyne.CanvasObject{
		wide,
		look.HBox(12, icon, container.NewCenter(look.NewLabel(o.Name, 26, look.Bold, look.Ink).Wide())),
		look.Gap(2), about, look.Gap(8),
		look.NewButton(look.Primary, "folder", o.Open, o.OnOpen),
		look.Gap(14), look.Heading(o.Recent),
	}
	if len(o.Files) == 0 {
		top = append(top, look.Caption(o.None))
	}
	for _, f := range o.Files {
		top = append(top, newRow(f))
	}
	var languages []fyne.CanvasObject
	for _, l := range o.Languages {
		b := look.NewButton(look.Tab, "", l.Name, l.Choose)
		b.On = l.On
		languages = append(languages, b)
	}
	languages = append(languages, layout.NewSpacer())
	side := look.Pad(container.NewBorder(nil, look.HBox(4, languages...), nil, nil, look.VBox(6, top...)),
		Margin, sidePad, 16, sidePad)
	return container.NewStack(look.PanelGround(), container.New(columns{}, side, look.Hairline(), o.Gallery.Object()))
}

// columns stand side by side: the narrow one, a line, and the gallery in what is left.
type columns struct{}

func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	side, gallery := objects[0].MinSize(), objects[2].MinSize()
	return fyne.NewSize(side.Width+1+gallery.Width, max(side.Height, gallery.Height))
}

func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, wide := range []float32{objects[0].MinSize().Width, 1, 0} {
		if i == 2 {
			wide = size.Width - x
		}
		objects[i].Move(fyne.NewPos(x, 0))
		objects[i].Resize(fyne.NewSize(wide, size.Height))
		x += wide
	}
}
