package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/legend"
	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/app/ui/tab"
	"jejak/data/edit"
)

// toolbar is the row under the menus: the maps of the project, the personas on the map, the tools.
type toolbar struct {
	tabs  *tab.Row
	chips *legend.Row
	tools map[string]*look.Button
	row   *fyne.Container
}

func (w *Window) newToolbar() fyne.CanvasObject {
	b := &toolbar{tabs: w.maps.NewRow(), chips: w.newLegend(), tools: map[string]*look.Button{}}
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
	right := look.HBox(2, gapX(8), tool("undo", "edit.undo"), tool("redo", "edit.redo"), gapX(4),
		tool("cursor", "tool.select"), tool("hand", "tool.hand"), tool("fit", "view.fit"), gapX(6), export)
	b.row = container.New(barLayout{b}, b.tabs, b.chips, right)
	return container.NewStack(look.PanelGround(), look.Pad(b.row, 0, 10, 0, 8))
}

func gapX(w float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(w, 1))
	return r
}

// show brings tabs and chips up to date, as far as they have changed.
func (b *toolbar) show(w *Window) {
	now := w.ed.MapID()
	tabs := b.tabs.Set(w.maps.Items(), now)
	if b.chips.Set(sign.Faces(w.ed.Document().Project(), now), w.ed.Curves()) || tabs {
		b.row.Refresh()
	}
	b.enable(w)
}

// barLayout stands tabs at the left and tools at the right, and shares what is between them out to
// tabs and personas: neither takes room that the other needs and it does not.
type barLayout struct{ b *toolbar }

// MinSize implements fyne.Layout.
func (l barLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, 0)
	for _, c := range o {
		m := c.MinSize()
		s = fyne.NewSize(s.Width+m.Width, max(s.Height, m.Height))
	}
	return s
}

// Layout implements fyne.Layout.
func (l barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const between = 12
	tools := o[2].MinSize().Width
	room := max(0, size.Width-tools-between)
	chips := max(min(l.b.chips.Wide(), room*0.45), min(l.b.chips.Wide(), room-l.b.tabs.Wide()))
	chips = max(chips, o[1].MinSize().Width)
	for i, w := range []float32{max(0, room-chips), chips, tools} {
		o[i].Resize(fyne.NewSize(w, size.Height))
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Move(fyne.NewPos(size.Width-tools-chips, 0))
	o[2].Move(fyne.NewPos(size.Width-tools, 0))
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
