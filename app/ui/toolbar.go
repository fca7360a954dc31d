package ui

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/tab"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/edit"
	"jejak/data/journey"
)

// toolbar is the row under the menus: the maps of the project, the personas on the map, the tools.
type toolbar struct {
	tabs  *tab.Row
	chips *fyne.Container
	tools map[string]*look.Button
	faces []face
}

// face is a persona as a chip shows them.
type face struct {
	id     journey.ID
	name   string
	color  scene.Color
	hidden bool
}

func (w *Window) newToolbar() fyne.CanvasObject {
	b := &toolbar{tabs: w.newTabs(), chips: look.HBox(6), tools: map[string]*look.Button{}}
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
	row := container.NewBorder(nil, nil, nil, right, b.tabs)
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
	now := w.ed.MapID()
	b.tabs.Set(w.tabItems(), now)
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
