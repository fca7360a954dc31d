package pick

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// The toolkit has the places of its file dialog in English whatever the language, so they are said
// anew where it writes them into its list.

// namePlaces has the file dialog on top of a canvas call its places in the language of the window.
func (p *Picker) namePlaces(c fyne.Canvas) {
	list := topList(c)
	if list == nil || list.UpdateItem == nil {
		return
	}
	update := list.UpdateItem
	list.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		update(id, o)
		if l := labelIn(o); l != nil {
			switch l.Text {
			case "Home", "App Files", "Desktop", "Documents", "Downloads", "Music", "Pictures", "Videos", "Movies":
				l.SetText(p.t("ui.fyne." + l.Text))
			}
		}
	}
	list.Refresh()
}

// topList is the list of the dialog on top; nil: there is none. What a dialog lies in is of a type of
// the toolkit's own, which tells what it holds only as a widget.
func topList(c fyne.Canvas) *widget.List {
	top, ok := c.Overlays().Top().(fyne.Widget)
	if !ok {
		return nil
	}
	for _, o := range top.CreateRenderer().Objects() {
		if l := listIn(o); l != nil {
			return l
		}
	}
	return nil
}

// listIn finds the list within an object; nil: there is none.
func listIn(o fyne.CanvasObject) *widget.List {
	var in []fyne.CanvasObject
	switch o := o.(type) {
	case *widget.List:
		return o
	case *widget.PopUp:
		in = []fyne.CanvasObject{o.Content}
	case *container.Split:
		in = []fyne.CanvasObject{o.Leading, o.Trailing}
	case *fyne.Container:
		in = o.Objects
	}
	for _, o := range in {
		if l := listIn(o); l != nil {
			return l
		}
	}
	return nil
}

// labelIn finds the label of a line of that list; nil: there is none.
func labelIn(o fyne.CanvasObject) *widget.Label {
	switch o := o.(type) {
	case *widget.Label:
		return o
	case *fyne.Container:
		for _, in := range o.Objects {
			if l := labelIn(in); l != nil {
				return l
			}
		}
	}
	return nil
}
