package editor

import (
	"jejak/app/editor/clip"
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// register makes the actions, in the order of the menus. Their names are "action." + ID in the
// table of words.
func (e *Editor) register() {
	e.byID = map[ActionID]*Action{}
	e.fileActions()
	e.editActions()
	e.insertActions()
	e.mapActions()
	e.linkActions()
	e.viewActions()
}

// put adds an action with a fixed name.
func (e *Editor) put(menu string, group int, id ActionID, icon string, enabled func() bool, run func() error, keys ...Shortcut) *Action {
	a := &Action{ID: id, Menu: menu, Group: group, Icon: icon, Shortcuts: keys, When: enabled, Do: run}
	if changes(menu, id) {
		a.Allowed = func() bool { return !e.locked }
	}
	a.Name = func() string { return e.words.T("action." + string(id)) }
	e.actions = append(e.actions, a)
	e.byID[id] = a
	return a
}

func key(k Key) Shortcut { return Shortcut{Key: k} }

func ctrl(k Key) Shortcut { return Shortcut{Key: k, Mods: Mods{Ctrl: true}} }

func ctrlShift(k Key) Shortcut { return Shortcut{Key: k, Mods: Mods{Ctrl: true, Shift: true}} }

func shift(k Key) Shortcut { return Shortcut{Key: k, Mods: Mods{Shift: true}} }

func (e *Editor) fileActions() {
	put := func(group int, id ActionID, icon string, keys ...Shortcut) {
		a := e.put("file", group, id, icon, e.can(id), func() error { e.options.Host.Do(id); return nil }, keys...)
		a.Window = true
	}
	put(0, "file.new", "new", ctrl("N"))
	put(0, "file.open", "open", ctrl("O"))
	put(1, "file.save", "save", ctrl("S"))
	put(1, "file.saveAs", "", ctrlShift("S"))
	put(2, "file.exportPDF", "export", ctrl("E"))
	put(2, "file.exportPNG", "")
	put(3, "file.close", "", ctrl("W"))
	put(3, "app.quit", "", ctrl("Q"))
}

func (e *Editor) editActions() {
	undo := e.put("edit", 0, "edit.undo", "undo", nil, func() error { e.undo(e.doc.Undo); return nil }, ctrl("Z"))
	undo.When = func() bool { _, ok := e.doc.UndoLabel(); return ok || e.draft != nil }
	undo.Name = func() string { return e.named("action.edit.undo", e.doc.UndoLabel) }
	redo := e.put("edit", 0, "edit.redo", "redo", nil, func() error { e.undo(e.doc.Redo); return nil }, ctrlShift("Z"), ctrl("Y"))
	redo.When = func() bool { _, ok := e.doc.RedoLabel(); return ok }
	redo.Name = func() string { return e.named("action.edit.redo", e.doc.RedoLabel) }

	e.clipActions()
	e.put("edit", 2, "edit.rename", "edit", e.canRename, func() error { e.openText(e.last(), ""); return nil }, key(KeyF2), key(KeyReturn))
	e.put("edit", 2, "edit.duplicate", "duplicate", func() bool { return clip.CanDuplicate(grip{e}) }, func() error { return clip.Duplicate(grip{e}) }, ctrl("D"))
	e.put("edit", 2, "edit.delete", "delete", func() bool { return len(tool.Removable(grip{e})) > 0 }, func() error { return tool.Remove(grip{e}) }, key(KeyDelete), key(KeyBackspace))
	e.put("edit", 3, "edit.selectAll", "", func() bool { return len(e.atlas.InOrder()) > 0 }, func() error { e.widen(); return nil }, ctrl("A"))
	e.put("edit", 3, "edit.selectStage", "", func() bool { return e.selectedStage(e.project()) != "" }, func() error {
		e.chooseCards(desk.StageRef(e.selectedStage(e.project())))
		return nil
	})
	e.put("edit", 3, "edit.selectLane", "", func() bool { return e.selectedLane(e.project()) != "" }, func() error {
		e.chooseCards(desk.LaneRef(e.selectedLane(e.project())))
		return nil
	})
}

// undo steps through the history; what is selected stays so as far as it is there.
func (e *Editor) undo(step func() (edit.Change, bool)) {
	e.trouble = nil
	step() // changed does the rest; with nothing to do there is nothing to tell
}

func (e *Editor) canRename() bool {
	if len(e.selection.refs) != 1 {
		return false
	}
	t := e.atlas.Body(e.last())
	return t != nil
}

func (e *Editor) insertActions() {
	hasMap := func() bool { return e.mapID != "" }
	e.put("insert", 0, "insert.card", "card", func() bool { _, ok := tool.PlaceForCard(grip{e}); return ok }, e.insertSelectedCard, ctrl(KeyReturn), key("N"))
	e.put("insert", 0, "insert.stage", "stage", hasMap, e.insertStage, ctrlShift("C"))
	e.put("insert", 0, "insert.step", "step", func() bool { return e.selectedStage(e.project()) != "" }, e.insertStep)
	for _, kind := range journey.LaneKinds {
		var keys []Shortcut
		if kind == journey.LaneText {
			keys = []Shortcut{ctrlShift("R")}
		}
		a := e.put("insert", 1, LaneAction(kind), "lane", hasMap, func() error { return e.insertLane(kind) }, keys...)
		a.Name = func() string {
			return e.words.F("action.insert.lane", words.Args{"Kind": e.words.T("map.lane." + string(kind))})
		}
	}
}

// LaneAction returns the action that adds a lane of a kind: "insert.lane.painPoints".
func LaneAction(kind journey.LaneKind) ActionID {
	return ActionID(tool.LaneAction(kind))
}

func (e *Editor) mapActions() {
	for _, a := range []struct {
		id  ActionID
		key Key
		by  tool.Stride
	}{
		{"card.left", KeyLeft, tool.Stride{Columns: -1}}, {"card.right", KeyRight, tool.Stride{Columns: 1}},
		{"card.up", KeyUp, tool.Stride{Rows: -1}}, {"card.down", KeyDown, tool.Stride{Rows: 1}},
	} {
		e.put("map", 0, a.id, "", func() bool { return tool.CanMoveCards(grip{e}, a.by) }, func() error { return e.reveals(tool.MoveCards(grip{e}, a.by)) }, ctrl(a.key))
	}
	for _, a := range []struct {
		group int
		id    ActionID
		key   Key
		kind  journey.Kind
		by    int
	}{
		{1, "stage.left", KeyLeft, journey.KindStage, -1}, {1, "stage.right", KeyRight, journey.KindStage, 1},
		{1, "step.left", KeyLeft, journey.KindStep, -1}, {1, "step.right", KeyRight, journey.KindStep, 1},
		{2, "lane.up", KeyUp, journey.KindLane, -1}, {2, "lane.down", KeyDown, journey.KindLane, 1},
	} {
		e.put("map", a.group, a.id, "", func() bool { return tool.CanShift(grip{e}, a.kind, a.by) }, func() error { return e.reveals(tool.Shift(grip{e}, a.kind, a.by)) }, ctrl(a.key))
	}
}

// linkActions say what the selected links mean.
func (e *Editor) linkActions() {
	for _, kind := range journey.LinkKinds {
		e.put("map", 3, ActionID(tool.LinkKindAction(kind)), "", func() bool { return tool.CanTurnLinks(grip{e}, kind) }, func() error { return tool.TurnLinks(grip{e}, kind) })
	}
}

func (e *Editor) viewActions() {
	shown := func() bool { return e.scene != nil }
	zoom := func(to func() float64) func() error {
		return func() error { e.ZoomTo(to(), e.middle()); return nil }
	}
	e.put("view", 0, "view.zoomIn", "zoomIn", func() bool { return shown() && e.view.Zoom() < MaxZoom-1e-9 },
		zoom(func() float64 { return e.view.Zoom() * zoomStep }), ctrl("="), ctrl("+"), ctrlShift("="), ctrlShift("+"))
	e.put("view", 0, "view.zoomOut", "zoomOut", func() bool { return shown() && e.view.Zoom() > MinZoom+1e-9 },
		zoom(func() float64 { return e.view.Zoom() / zoomStep }), ctrl("-"))
	e.put("view", 0, "view.zoom100", "", shown, zoom(func() float64 { return 1 }), ctrl("0"))
	e.put("view", 1, "view.fit", "fit", shown, func() error { e.fitAll(); return nil }, shift("1"))
	e.put("view", 1, "view.fitSelection", "", func() bool { return len(e.selectedRects()) > 0 }, func() error { e.fitSelection(); return nil }, shift("2"))
	tool := func(hand bool) func() error {
		return func() error { e.hand = hand; e.note(ActionsChanged | OverlayChanged); return nil }
	}
	e.put("view", 2, "tool.select", "select", nil, tool(false), key("V")).On = func() bool { return !e.hand }
	e.put("view", 2, "tool.hand", "hand", nil, tool(true), key("H")).On = e.Hand
}

// zoomStep is how far a step of the zoom keys goes.
const zoomStep = 1.25

// Hand reports whether the hand tool is chosen: a plain drag moves the view.
func (e *Editor) Hand() bool { return e.hand }
