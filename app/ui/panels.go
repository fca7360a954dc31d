package ui

import (
	"net/url"
	"os/user"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/inspector"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/outline"
	"jejak/app/ui/palette"
	"jejak/data/journey"
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
	return container.NewStack(look.PanelGround(), w.leftBox)
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
func (w *Window) free() bool { return !w.modal() && w.session != nil }

// pickLane lets a person choose which kind of lane to add.
func (w *Window) pickLane(under fyne.CanvasObject) {
	if !w.free() {
		return
	}
	at := w.app.Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	menu.Show(w.win.Canvas(), at, w.laneItems())
}

// laneItems are the kinds of lane that can be added.
func (w *Window) laneItems() []menu.Item {
	var items []menu.Item
	for _, kind := range journey.LaneKinds {
		a := w.ed.Action(editor.LaneAction(kind))
		items = append(items, menu.Item{Label: w.t("map.lane." + string(kind)), Shortcut: a.ShortcutText(),
			Disabled: !w.enabled(a), Run: func() { w.run(a.ID) }})
	}
	return items
}

// What the window remembers of its panels.
const (
	prefLeft       = "panel.left.hidden"
	prefRight      = "panel.right.hidden"
	prefLeftWidth  = "panel.left.width"
	prefRightWidth = "panel.right.width"
)

// outlineKey goes to the outline.
var outlineKey = editor.Shortcut{Key: "O", Mods: editor.Mods{Ctrl: true, Shift: true}}

// panelActions show and hide the panels, and go to the outline.
func (w *Window) panelActions() []*editor.Action {
	return []*editor.Action{
		{ID: "view.panels", Menu: "view", Group: 3, Window: true, Shortcuts: []editor.Shortcut{panelsKey},
			When: w.open, On: func() bool { return w.shows(prefLeft) || w.shows(prefRight) }, Do: does(w.togglePanels)},
		{ID: "view.left", Menu: "view", Group: 3, Icon: "panel-left", Window: true,
			When: w.open, On: func() bool { return w.shows(prefLeft) }, Do: does(func() { w.togglePanel(prefLeft) })},
		{ID: "view.right", Menu: "view", Group: 3, Icon: "panel-right", Window: true,
			When: w.open, On: func() bool { return w.shows(prefRight) }, Do: does(func() { w.togglePanel(prefRight) })},
		{ID: "view.outline", Menu: "view", Group: 3, Window: true, Shortcuts: []editor.Shortcut{outlineKey},
			When: w.open, Do: does(w.goToOutline)},
	}
}

// shows reports whether a panel is shown; panel is its preference.
func (w *Window) shows(panel string) bool { return !w.app.Preferences().Bool(panel) }

func (w *Window) showPanels() {
	w.frame.showLeft(w.shows(prefLeft))
	w.frame.showRight(w.shows(prefRight))
}

// togglePanels hides both panels; if neither is shown it brings both back.
func (w *Window) togglePanels() {
	hide := w.shows(prefLeft) || w.shows(prefRight)
	w.app.Preferences().SetBool(prefLeft, hide)
	w.app.Preferences().SetBool(prefRight, hide)
	w.show()
	w.focusBoard()
}

func (w *Window) togglePanel(panel string) {
	w.app.Preferences().SetBool(panel, w.shows(panel))
	w.show()
	w.focusBoard()
}

func (w *Window) goToOutline() {
	if !w.shows(prefLeft) {
		w.togglePanel(prefLeft)
	}
	w.win.Canvas().Focus(w.outline)
}

// grip makes the border that a panel is dragged by; side is 1 for a panel on the left, −1 on the
// right.
func (w *Window) grip(pref string, width *float32, normal, least, most, side float32) *look.Grip {
	var from float32
	relay := func(to float32) {
		*width = min(max(to, least), most)
		w.root.Objects[0].Refresh()
	}
	keep := func() {
		w.app.Preferences().SetFloat(pref, float64(*width))
		w.focusBoard()
	}
	start := func() {
		left, right := w.frame.widths(w.root.Size().Width)
		if from = left; side < 0 {
			from = right
		}
	}
	return look.NewGrip(start, func(by float32) { relay(from + side*by) }, keep,
		func() { relay(normal); keep() })
}

// width returns how wide a panel was left.
func (w *Window) width(pref string, normal float32) float32 {
	return float32(w.app.Preferences().FloatWithFallback(pref, float64(normal)))
}
