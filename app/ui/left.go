package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/data/edit"
	"jejak/data/journey"
)

// leftPanel holds what can be put on the map, and the outline of the map.
type leftPanel struct {
	list   *fyne.Container
	scroll *container.Scroll
	rows   map[journey.Ref]*look.Button
	folded map[journey.ID]bool
	tiles  []*paletteTile
	drawn  string // what the list shows, so that it is only made anew when it must
}

// paletteTile is a thing to put on the map.
type paletteTile struct {
	button *look.Button
	lane   journey.LaneKind // of cards; empty: action
	action editor.ActionID
	piece  editor.Piece // what is dragged from it
}

func (w *Window) newLeft() fyne.CanvasObject {
	p := &leftPanel{rows: map[journey.Ref]*look.Button{}, folded: map[journey.ID]bool{}, list: look.VBox(1)}
	w.left = p
	var grid []fyne.CanvasObject
	for _, t := range []struct {
		icon, name string
		lane       journey.LaneKind
		action     editor.ActionID
		piece      journey.Kind
	}{
		{"touchpoint", "touchpoint", journey.LaneTouchpoints, "", journey.KindCard},
		{"stage", "stage", "", "insert.stage", journey.KindStage},
		{"pain", "pain", journey.LanePains, "", journey.KindCard},
		{"opportunity", "opportunity", journey.LaneOpportunities, "", journey.KindCard},
		{"quote", "quote", journey.LaneQuotes, "", journey.KindCard},
		{"lane", "lane", "", "", journey.KindLane},
	} {
		tile := &paletteTile{lane: t.lane, action: t.action, piece: editor.Piece{Kind: t.piece, Lane: t.lane}}
		if t.piece == journey.KindLane {
			tile.piece.Lane = journey.LaneText
		}
		tile.button = look.NewButton(look.Tile, t.icon, w.t("ui.palette."+t.name), nil)
		tile.button.OnTapped = func() { w.insert(tile) }
		tile.button.Hint, tile.button.OnHint = w.t("ui.palette."+t.name+".hint"), w.hint
		p.tiles = append(p.tiles, tile)
		grid = append(grid, w.newPull(tile))
	}
	p.scroll = container.NewVScroll(look.Pad(p.list, 0, 6, 8, 6))
	top := look.Pad(look.VBox(8, look.Heading(w.t("ui.palette")), newGrid(8, grid...), look.Gap(2),
		look.Heading(w.t("ui.outline"))), 14, 12, 4, 12)
	return container.NewStack(look.PanelGround(), container.NewBorder(top, nil, nil, nil, p.scroll))
}

// insert puts a thing of the palette on the map.
func (w *Window) insert(t *paletteTile) {
	switch {
	case t.action != "":
		w.run(t.action)
	case t.lane == "":
		w.pickLane(t.button)
	default:
		w.addCardTo(t.lane)
	}
}

// addCardTo begins a card in a lane of that kind, in the stage that is selected or the first one;
// where the map has no such lane it is added first.
func (w *Window) addCardTo(kind journey.LaneKind) {
	if w.modal() || w.session == nil {
		return
	}
	p, mapID := w.ed.Document().Project(), w.ed.MapID()
	stages := p.StagesOf(mapID)
	if len(stages) == 0 {
		w.run("insert.stage")
		return
	}
	lane := journey.ID("")
	for _, l := range p.LanesOf(mapID) {
		if l.LaneKind == kind {
			lane = l.ID
			break
		}
	}
	if lane == "" {
		w.run(editor.LaneAction(kind))
		return
	}
	w.focusBoard()
	at := edit.Place{StageID: w.stageInHand(p, stages), LaneID: lane}
	if steps := p.StepsOf(at.StageID); len(steps) > 0 {
		at.StepID = steps[0].ID
	}
	if err := w.ed.AddCard(at); err != nil {
		w.showStatus() // the editor keeps the trouble; the status line tells it
	}
}

// stageInHand is the stage of what is selected, or the first stage of the map.
func (w *Window) stageInHand(p journey.Project, stages []journey.Stage) journey.ID {
	for _, r := range w.ed.Selection() {
		switch r.Kind {
		case journey.KindStage:
			return r.ID
		case journey.KindCard:
			if c, ok := p.Cards.Get(r.ID); ok {
				return c.StageID
			}
		}
	}
	return stages[0].ID
}

// show brings the outline up to date.
func (p *leftPanel) show(w *Window) {
	project, mapID := w.ed.Document().Project(), w.ed.MapID()
	index := journey.NewIndex(project, mapID)
	var rows []fyne.CanvasObject
	p.rows = map[journey.Ref]*look.Button{}
	drawn := fmt.Sprint(mapID)
	type line struct {
		ref    journey.Ref
		title  string
		note   string
		indent float32
		icon   string
		fold   journey.ID
	}
	var lines []line
	for _, s := range index.Stages {
		cards := outlineCards(index, s.ID)
		icon := "chevron-down"
		if p.folded[s.ID] {
			icon = "chevron-right"
		}
		lines = append(lines, line{journey.Ref{Kind: journey.KindStage, ID: s.ID}, s.Title, fmt.Sprint(len(cards)), 0, icon, s.ID})
		if p.folded[s.ID] {
			continue
		}
		for _, c := range cards {
			lines = append(lines, line{journey.Ref{Kind: journey.KindCard, ID: c.ID}, c.Title, "", 20, "", ""})
		}
	}
	if len(lines) > outlineMost {
		lines = lines[:outlineMost]
	}
	for _, l := range lines {
		drawn += fmt.Sprintf("\x00%v%s%s%s", l.ref, l.title, l.note, l.icon)
	}
	if drawn == p.drawn && len(p.list.Objects) == len(lines) {
		for i, l := range lines {
			p.rows[l.ref] = p.list.Objects[i].(*look.Button)
		}
		p.mark(w)
		return
	}
	p.drawn = drawn
	for _, l := range lines {
		title := l.title
		if title == "" {
			title = w.t("ui.untitled")
		}
		row := look.NewButton(look.Row, l.icon, title, nil)
		row.Note, row.Indent, row.Width = l.note, l.indent, leftWidth-12
		row.OnTapped = func() {
			if l.fold != "" && len(w.ed.Selection()) == 1 && w.ed.Selection()[0] == l.ref {
				p.folded[l.fold] = !p.folded[l.fold]
				p.show(w)
			}
			w.ed.Select(l.ref)
			w.ed.Reveal(l.ref)
			w.focusBoard()
		}
		p.rows[l.ref] = row
		rows = append(rows, row)
	}
	p.list.Objects = rows
	p.list.Refresh()
	p.mark(w)
}

// outlineMost is how many rows the outline shows; a map that has more is walked on the board.
const outlineMost = 400

// outlineCards lists the touchpoints of a stage; all its cards if the map has no such lane.
func outlineCards(x *journey.Index, stage journey.ID) []journey.Card {
	var touch, all []journey.Card
	for _, key := range x.Columns() {
		if key.StageID != stage {
			continue
		}
		for _, l := range x.Lanes {
			key.LaneID = l.ID
			cards := x.Cards[key]
			all = append(all, cards...)
			if l.LaneKind == journey.LaneTouchpoints {
				touch = append(touch, cards...)
			}
		}
	}
	if touch != nil {
		return touch
	}
	return all
}

// mark shows in the outline what is selected.
func (p *leftPanel) mark(w *Window) {
	on := map[journey.Ref]bool{}
	for _, r := range w.ed.Selection() {
		on[r] = true
	}
	for ref, row := range p.rows {
		row.SetOn(on[ref])
	}
}

// pickLane lets a person choose which kind of lane to add.
func (w *Window) pickLane(under fyne.CanvasObject) {
	if w.modal() || w.session == nil {
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

// twoColumns is a grid of two equal columns with a gap of its own.
type twoColumns struct{ gap float32 }

func newGrid(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(twoColumns{gap}, objects...)
}

func (g twoColumns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var cell fyne.Size
	for _, o := range objects {
		cell = cell.Max(o.MinSize())
	}
	rows := float32((len(objects) + 1) / 2)
	return fyne.NewSize(2*cell.Width+g.gap, rows*(cell.Height+g.gap)-g.gap)
}

func (g twoColumns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - g.gap) / 2
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i%2)*(w+g.gap), float32(i/2)*(h+g.gap)))
		o.Resize(fyne.NewSize(w, h))
	}
}
