package ui

import (
	"net/url"
	"os/user"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/frame"
	"jejak/app/ui/inspector"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/outline"
	"jejak/app/ui/palette"
	"jejak/app/ui/tell"
)

// newLeft makes the panel of what can be put on the map, and the outline of the map.
func (w *Window) newLeft() fyne.CanvasObject {
	if w.outline != nil {
		w.outline.Close()
	}
	w.palette = palette.New(palette.Options{
		Editor: w.ed, Words: w.words, Board: w.board, Free: w.free, Run: w.run, Lanes: w.pickLane,
		Change: w.edit, Focus: w.focusBoard, Told: w.showStatus, Hint: w.hint, Away: func() { w.tips.Away() },
		Grown: func() {
			if w.leftBox != nil {
				w.leftBox.Refresh()
			}
		},
	})
	w.outline = outline.New(outline.Options{
		Editor: w.ed, Words: w.words, Canvas: w.win.Canvas(), Change: w.edit, Run: w.run, Focus: w.focusBoard,
		Menu: w.contextMenu, Tip: w.tip, Away: func() { w.tips.Away() },
	})
	top := look.Pad(look.VBox(8, w.palette, look.Gap(2), look.Heading(w.t("outline.title"))), 14, 12, 4, 12)
	w.leftBox = container.NewBorder(top, nil, nil, nil, w.outline)
	return w.tell.Build(w.leftBox)
}

// newInspector makes the panel of fields.
func (w *Window) newInspector() fyne.CanvasObject {
	w.inspector = inspector.New(inspector.Options{
		Editor: w.ed, Words: w.words, Canvas: w.win.Canvas(), Change: w.edit, Run: w.run, Focus: w.focusBoard,
		Visit: w.visit, Prefs: w.app.Preferences(), Author: author, Hint: w.hint,
	})
	return w.inspector
}

// visit opens an address of the web with the program the desktop has for it.
func (w *Window) visit(link string) {
	u, err := url.Parse(link)
	if err == nil {
		err = w.app.OpenURL(u)
	}
	if err != nil {
		w.fail(w.t("panel.visit.failed"), err)
	}
}

// author is who works at this computer; empty if it does not say.
func author() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	if name, _, _ := strings.Cut(u.Name, ","); name != "" {
		return name
	}
	return u.Username
}

// tip tells the whole of what is cut under the pointer.
func (w *Window) tip(over fyne.CanvasObject, text string) {
	if !w.modal() {
		w.tips.Say(over, text, "")
	}
}

// free reports whether something may be done with the map.
func (w *Window) free() bool { return !w.modal() && w.open() }

// pickLane lets a person choose which kind of lane to add.
func (w *Window) pickLane(under fyne.CanvasObject) {
	if !w.free() {
		return
	}
	at := w.app.Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	menu.Show(w.win.Canvas(), at, w.offer.Lanes())
}

// outlineKey goes to the outline.
var outlineKey = editor.Shortcut{Key: "O", Mods: editor.Mods{Ctrl: true, Shift: true}}

// panelActions show and hide the panels, and go to the outline.
func (w *Window) panelActions() []*editor.Action {
	shows := func(s frame.Side) func() bool { return func() bool { return w.frame.Shows(s) } }
	toggle := func(s frame.Side) func() error {
		return does(func() { w.frame.Toggle(s); w.show(); w.focusBoard() })
	}
	return []*editor.Action{
		{ID: "view.panels", Menu: "view", Group: 3, Window: true, Shortcuts: []editor.Shortcut{panelsKey},
			When: w.open, On: func() bool { return w.frame.Shows(frame.Left) || w.frame.Shows(frame.Right) },
			Do: does(func() { w.frame.TogglePanels(); w.show(); w.focusBoard() })},
		{ID: "view.left", Menu: "view", Group: 3, Icon: "panel-left", Window: true,
			When: w.open, On: shows(frame.Left), Do: toggle(frame.Left)},
		{ID: "view.right", Menu: "view", Group: 3, Icon: "panel-right", Window: true,
			When: w.open, On: shows(frame.Right), Do: toggle(frame.Right)},
		{ID: "view.outline", Menu: "view", Group: 3, Window: true, Shortcuts: []editor.Shortcut{outlineKey},
			When: w.open, Do: does(w.goToOutline)},
	}
}

func (w *Window) goToOutline() {
	w.tell.Turn(tell.Parts)
	w.win.Canvas().Focus(w.outline)
}
