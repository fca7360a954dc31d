package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/edit"
	"jejak/data/journey"
)

// toolbar is the row under the menus: the maps of the project, the personas on the map, the tools.
type toolbar struct {
	tabs  *fyne.Container
	chips *fyne.Container
	tools map[string]*look.Button
	maps  []journey.Map
	faces []face
	shown journey.ID
}

// face is a persona as a chip shows them.
type face struct {
	id     journey.ID
	name   string
	color  scene.Color
	hidden bool
}

func (w *Window) newToolbar() fyne.CanvasObject {
	b := &toolbar{tabs: look.HBox(2), chips: look.HBox(6), tools: map[string]*look.Button{}}
	w.bar = b
	tool := func(icon, id string) fyne.CanvasObject {
		t := look.NewButton(look.Quiet, icon, "", func() { w.run(actionID(id)) })
		w.hinted(t, id)
		b.tools[id] = t
		return t
	}
	export := look.NewButton(look.Primary, "export", w.t("ui.export"), func() { w.run("file.exportPDF") })
	w.hinted(export, "file.exportPDF")
	b.tools["file.exportPDF"] = export
	right := look.HBox(2, b.chips, gapX(8), tool("undo", "edit.undo"), tool("redo", "edit.redo"), gapX(4),
		tool("cursor", "tool.select"), tool("hand", "tool.hand"), tool("fit", "view.fit"), gapX(6), export)
	row := container.NewBorder(nil, nil, nil, right, container.NewHScroll(b.tabs))
	return container.NewStack(look.PanelGround(), look.Pad(row, 0, 10, 0, 8))
}

func gapX(w float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, 1))
	return r
}

// show brings tabs and chips up to date, as far as they have changed.
func (b *toolbar) show(w *Window) {
	p := w.ed.Document().Project()
	maps := p.MapsInOrder()
	now := w.ed.MapID()
	if !slices.Equal(maps, b.maps) || now != b.shown {
		b.maps, b.shown = maps, now
		var tabs []fyne.CanvasObject
		for _, m := range maps {
			t := look.NewButton(look.Tab, "", w.tabName(m, maps), func() { w.ed.ShowMap(m.ID); w.focusBoard() })
			t.On = m.ID == now
			t.Hint, t.OnHint = m.Title, w.hint
			tabs = append(tabs, t)
		}
		add := look.NewButton(look.Quiet, "plus", "", w.addMap)
		add.Hint, add.OnHint = w.t("ui.map.add"), w.hint
		b.tabs.Objects = look.HBox(2, append(tabs, add)...).Objects
		b.tabs.Refresh()
	}
	if faces := facesOf(p, now); !slices.Equal(faces, b.faces) {
		b.faces = faces
		var chips []fyne.CanvasObject
		for _, f := range faces {
			short := look.Shorten(f.name, look.TextSize, look.Regular, 150)
			chip := look.NewButton(look.Chip, "", short, func() {
				w.ed.Select(journey.Ref{Kind: journey.KindPersona, ID: f.id})
				w.focusBoard()
			})
			chip.Dot = color.NRGBA{R: f.color.R, G: f.color.G, B: f.color.B, A: 255}
			if short != f.name {
				chip.Hint, chip.OnHint = f.name, w.hint
			}
			chips = append(chips, chip)
		}
		b.chips.Objects = look.HBox(6, chips...).Objects
		b.chips.Refresh()
	}
	b.enable(w)
}

// tabName is the type of a map, or its title where the type does not tell it from others.
func (w *Window) tabName(m journey.Map, all []journey.Map) string {
	same := 0
	for _, o := range all {
		if o.Type == m.Type {
			same++
		}
	}
	name := w.t("map.type." + string(m.Type))
	if same > 1 && m.Title != "" {
		name = m.Title
	}
	return look.Shorten(name, look.TextSize, look.Regular, 150)
}

func facesOf(p journey.Project, mapID journey.ID) []face {
	m, _ := p.Maps.Get(mapID)
	palette := m.Palette
	if palette == "" {
		palette = p.Info().Palette
	}
	colors := style.Find(palette).Personas
	var faces []face
	for i, a := range p.AppearancesOf(mapID) {
		persona, ok := p.Personas.Get(a.PersonaID)
		if !ok || len(faces) == 4 {
			continue
		}
		c, ok := style.ParseColor(persona.Color)
		if !ok {
			c = colors[i%len(colors)]
		}
		faces = append(faces, face{persona.ID, persona.Name, c, a.Hidden})
	}
	return faces
}

// enable brings the tools up to date.
func (b *toolbar) enable(w *Window) {
	for id, t := range b.tools {
		a := w.ed.Action(actionID(id))
		if a == nil {
			continue
		}
		t.SetEnabled(w.enabled(a))
		w.hinted(t, id)
	}
	b.tools["tool.hand"].SetOn(w.ed.Hand())
	b.tools["tool.select"].SetOn(!w.ed.Hand())
}

// addMap adds a map to the project and shows it. It is not empty: the lanes and stages of the map
// that is shown are a better beginning than bare paper.
func (w *Window) addMap() {
	if w.modal() {
		return
	}
	p, from := w.ed.Document().Project(), w.ed.MapID()
	taken := map[journey.MapType]bool{}
	for _, m := range p.MapsInOrder() {
		taken[m.Type] = true
	}
	kind := journey.CurrentState
	for _, t := range []journey.MapType{journey.CurrentState, journey.FutureState, journey.DayInTheLife, journey.ServiceBlueprint} {
		if !taken[t] {
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
		w.focusBoard()
	}
}

// change makes one undo step of f, past the editor. What goes wrong is told in a dialog.
func (w *Window) change(key, name string, f func(*edit.Tx) error) error {
	return w.edit(edit.Label{Key: key, Count: 1, Name: name}, f)
}

// edit is change with any label.
func (w *Window) edit(l edit.Label, f func(*edit.Tx) error) error {
	w.ed.Settle()
	if w.ed.Refuse() {
		w.inspector.Update() // as it was before it was typed
		return editor.ErrLocked
	}
	_, err := w.ed.Document().Do(l, f)
	if err != nil {
		w.fail(w.t("ui.change.failed"), err)
	}
	return err
}
