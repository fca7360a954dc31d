package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/menu"
	"jejak/app/ui/tab"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// newTabs makes the row of the project's maps.
func (w *Window) newTabs() *tab.Row {
	return tab.NewRow(tab.Options{
		Choose: func(id journey.ID) {
			if !w.modal() && id != w.ed.MapID() {
				w.tips.Away()
				w.ed.ShowMap(id)
				w.focusBoard()
			}
		},
		Rename: w.renameMap,
		Move: func(id, before journey.ID) {
			_ = w.change(edit.LabelMoveMap, w.mapTitle(id), func(tx *edit.Tx) error { return edit.MoveMap(tx, id, before) }) // told there
		},
		Remove:  func(journey.ID) { w.run("map.delete") },
		Add:     func() { w.run("map.new") },
		Menu:    func(_ journey.ID, at fyne.Position) { menu.Show(w.win.Canvas(), at, w.mapItems()) },
		Hint:    w.hint,
		Left:    w.focusBoard,
		AddHint: w.t("tabs.add"), ListHint: w.t("tabs.list"),
	})
}

// tabItems are the maps as their tabs show them.
func (w *Window) tabItems() []tab.Item {
	return tab.Items(w.ed.Document().Project().MapsInOrder(), func(t journey.MapType) string { return w.t("map.type." + string(t)) }, w.t("ui.untitled"))
}

// mapItems are what can be done with the map that is shown.
func (w *Window) mapItems() []menu.Item {
	var items []menu.Item
	group := -1
	for _, a := range w.mapActions() {
		if a = w.ed.Action(a.ID); a.ID == "map.next" || a.ID == "map.previous" {
			continue
		}
		if group >= 0 && a.Group != group {
			items = append(items, menu.Line())
		}
		group = a.Group
		items = append(items, w.item(a))
	}
	return items
}

// mapActions are what can be done with whole maps.
func (w *Window) mapActions() []*editor.Action {
	one := func() bool { return w.open() && w.ed.MapID() != "" }
	several := func() bool { return w.open() && w.ed.Document().Project().Maps.Len() > 1 }
	always := func() bool { return true }
	ctrl := editor.Mods{Ctrl: true}
	both := editor.Mods{Ctrl: true, Shift: true}
	act := func(group int, id editor.ActionID, icon string, when func() bool, do func(), keys ...editor.Shortcut) *editor.Action {
		return &editor.Action{ID: id, Menu: "map", Group: group, Icon: icon, When: when, Do: does(do), Shortcuts: keys}
	}
	next := act(5, "map.next", "arrow-right", several, func() { w.turn(1) }, editor.Shortcut{Key: editor.KeyPageDown, Mods: ctrl})
	previous := act(5, "map.previous", "arrow-left", several, func() { w.turn(-1) }, editor.Shortcut{Key: editor.KeyPageUp, Mods: ctrl})
	next.Allowed, previous.Allowed = always, always
	return []*editor.Action{
		act(4, "map.new", "plus", w.open, w.addMap, editor.Shortcut{Key: "T", Mods: ctrl}),
		act(4, "map.duplicate", "duplicate", one, w.duplicateMap),
		act(4, "map.rename", "edit", func() bool { return one() && len(w.ed.Selection()) == 0 }, func() { w.bar.tabs.Rename(w.ed.MapID()) }, editor.Shortcut{Key: editor.KeyF2}),
		act(4, "map.delete", "trash", several, w.removeMap),
		next, previous,
		act(5, "map.right", "", func() bool { return w.canShift(1) }, func() { w.shiftMap(1) }, editor.Shortcut{Key: editor.KeyPageDown, Mods: both}),
		act(5, "map.left", "", func() bool { return w.canShift(-1) }, func() { w.shiftMap(-1) }, editor.Shortcut{Key: editor.KeyPageUp, Mods: both}),
	}
}

// ofMap reports whether an action is about the map as a whole, or the project, and not about what is
// selected.
func ofMap(a *editor.Action) bool { return strings.HasPrefix(string(a.ID), "map.") }

// mapAt returns the maps and where among them the one stands that is shown; -1: nowhere.
func (w *Window) mapAt() ([]journey.Map, int) {
	maps := w.ed.Document().Project().MapsInOrder()
	return maps, slices.IndexFunc(maps, func(m journey.Map) bool { return m.ID == w.ed.MapID() })
}

func (w *Window) mapTitle(id journey.ID) string {
	m, _ := w.ed.Document().Project().Maps.Get(id)
	return m.Title
}

// turn shows the map so many tabs on, round and round.
func (w *Window) turn(by int) {
	maps, i := w.mapAt()
	if i >= 0 {
		w.ed.ShowMap(maps[(i+by+len(maps))%len(maps)].ID)
	}
}

func (w *Window) canShift(by int) bool {
	if !w.open() {
		return false
	}
	maps, i := w.mapAt()
	return i >= 0 && i+by >= 0 && i+by < len(maps)
}

// shiftMap moves the map one tab to the right or the left.
func (w *Window) shiftMap(by int) {
	maps, i := w.mapAt()
	before := journey.ID("")
	if to := i + by + max(by, 0); to < len(maps) {
		before = maps[to].ID
	}
	_ = w.change(edit.LabelMoveMap, maps[i].Title, func(tx *edit.Tx) error { return edit.MoveMap(tx, maps[i].ID, before) }) // told there
}

func (w *Window) renameMap(id journey.ID, title string) {
	_ = w.change(edit.LabelRename, title, func(tx *edit.Tx) error { // told there
		return edit.Update(tx, id, func(m *journey.Map) { m.Title = title })
	})
}

func (w *Window) duplicateMap() {
	id := w.ed.MapID()
	title := w.f("tabs.copy", words.Args{"Title": w.mapTitle(id)})
	var added journey.ID
	if w.change(edit.LabelDuplicateMap, w.mapTitle(id), func(tx *edit.Tx) (err error) {
		added, err = edit.DuplicateMap(tx, id, title)
		return err
	}) == nil {
		w.ed.ShowMap(added)
	}
}

// removeMap takes the map away that is shown, after a question, and shows the one beside it.
func (w *Window) removeMap() {
	maps, i := w.mapAt()
	if i < 0 || len(maps) < 2 {
		return
	}
	if w.ed.Refuse() {
		return
	}
	m, x := maps[i], journey.NewIndex(w.ed.Document().Project(), maps[i].ID)
	title := m.Title
	if title == "" {
		title = w.t("ui.untitled")
	}
	text := w.f("tabs.delete.text", words.Args{
		"Stages": w.words.N("tabs.stages", len(x.Stages), nil),
		"Cards":  w.words.N("tabs.cards", len(x.CardsInOrder()), nil),
	})
	w.ask("trash", w.f("tabs.delete", words.Args{"Title": title}), text, nil,
		ask.Answer{Text: w.t("ui.cancel"), Cancel: true},
		ask.Answer{Text: w.t("tabs.delete.yes"), Primary: true, Run: func() {
			beside := maps[max(i-1, 0)].ID
			if i+1 < len(maps) {
				beside = maps[i+1].ID
			}
			w.ed.ShowMap(beside)
			_ = w.change(edit.LabelRemoveMap, m.Title, func(tx *edit.Tx) error { return edit.RemoveMap(tx, m.ID) }) // told there
			w.focusBoard()
		}})
}

// addMap adds a map to the project, shows it and asks for its name. It is not empty: the lanes and
// stages of the map that is shown are a better beginning than bare paper.
func (w *Window) addMap() {
	p, from := w.ed.Document().Project(), w.ed.MapID()
	maps := p.MapsInOrder()
	kind := journey.CurrentState
	for _, t := range []journey.MapType{journey.CurrentState, journey.FutureState, journey.DayInTheLife, journey.ServiceBlueprint} {
		if !slices.ContainsFunc(maps, func(m journey.Map) bool { return m.Type == t }) {
			kind = t
			break
		}
	}
	var added journey.ID
	err := w.change(edit.LabelAddMap, "", func(tx *edit.Tx) error {
		id, err := edit.AddMap(tx, w.t("ui.map.untitled"), kind)
		if err != nil {
			return err
		}
		added = id
		for _, s := range p.StagesOf(from) {
			if _, err := edit.AddStage(tx, id, "", s.Title); err != nil {
				return err
			}
		}
		for _, l := range p.LanesOf(from) {
			if _, err := edit.AddLane(tx, id, "", l.LaneKind, l.Title); err != nil {
				return err
			}
		}
		for _, a := range p.AppearancesOf(from) {
			if _, err := edit.AddAppearance(tx, id, a.PersonaID); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		w.ed.ShowMap(added)
		w.bar.show(w) // the editor tells of the map when its action is done
		w.bar.tabs.Rename(added)
	}
}
