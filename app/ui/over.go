package ui

import (
	"bytes"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/editor/blank"
	"jejak/app/ui/empty"
	"jejak/assets/templates"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// invited is the invitation over the board, and what it was made for.
type invited struct {
	over   *fyne.Container // all that lies over the board
	layer  *empty.Layer
	lack   blank.Lack
	locked bool
}

// newOver makes what lies over the board, in the words and colours of now.
func (w *Window) newOver() fyne.CanvasObject {
	if w.finding.panel.IsOpen() {
		w.finding.panel.Build()
	}
	w.invited = &invited{layer: empty.NewLayer()}
	w.invite()
	w.invited.over = container.New(overBoard{}, w.finding.marks, w.invited.layer.Object(), w.finding.panel.Object())
	return w.invited.over
}

// layOver lays out anew what lies over the board.
func (w *Window) layOver() {
	if w.invited != nil && w.invited.over != nil {
		w.invited.over.Refresh()
	}
}

// overBoard lays out what lies over the board: marks and invitations all over it, the panel that
// searches at the top right.
type overBoard struct{}

// MinSize implements fyne.Layout.
func (overBoard) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// Layout implements fyne.Layout.
func (overBoard) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const rim = 12
	panel := o[len(o)-1]
	for _, all := range o[:len(o)-1] {
		all.Resize(size)
	}
	m := panel.MinSize()
	s := fyne.NewSize(min(m.Width, size.Width-2*rim), min(m.Height, size.Height-2*rim))
	panel.Resize(s)
	panel.Move(fyne.NewPos(size.Width-s.Width-rim, rim))
}

// invite brings the invitation over the board up to date with what the map lacks.
func (w *Window) invite() {
	lack := blank.Nothing
	if w.open() && w.ed.Editing() == nil {
		lack = blank.Of(w.ed.Document().Project(), w.ed.MapID())
	}
	if i := w.invited; lack != i.lack || w.ed.Locked() != i.locked {
		i.lack, i.locked = lack, w.ed.Locked()
		i.layer.Show(w.invitation(lack))
	}
}

// invitation says what a map lacks and offers the next step; nil if it lacks nothing.
func (w *Window) invitation(lack blank.Lack) *empty.Invitation {
	if lack == blank.Nothing {
		return nil
	}
	key := "empty." + string(lack)
	i := &empty.Invitation{Icon: map[blank.Lack]string{blank.Maps: "map", blank.Stages: "stage", blank.Lanes: "lane"}[lack],
		Text: w.t(key + ".text"), Small: lack == blank.Cards, Low: lack != blank.Maps}
	if !i.Small {
		i.Title = w.t(key)
	}
	if w.ed.Locked() {
		return i
	}
	offer := func(key string, primary bool, f func()) {
		i.Offers = append(i.Offers, empty.Offer{Text: w.t("empty." + key), Primary: primary, Run: f})
	}
	run := func(id editor.ActionID) func() { return func() { w.run(id) } }
	switch lack {
	case blank.Maps:
		offer("usualMap", true, w.addUsualMap)
		offer("bareMap", false, run("map.new"))
	case blank.Stages:
		offer("usualStages", true, w.fillMap)
		offer("oneStage", false, run("insert.stage"))
	case blank.Lanes:
		offer("usualLanes", true, w.fillMap)
		offer("oneLane", false, run(editor.LaneAction(journey.LaneTouchpoints)))
	case blank.Cards:
		offer("oneCard", false, run("insert.card"))
	}
	return i
}

// usual is the template that the invitations take from.
func (w *Window) usual() journey.Project {
	data, _ := templates.JSON(templates.Names[0], w.words.Lang())
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		return journey.Project{} // the program's own can be read: a test does
	}
	return p
}

// addUsualMap adds a map with the usual stages and lanes.
func (w *Window) addUsualMap() {
	if w.modal() {
		return
	}
	var id journey.ID
	err := w.change(edit.LabelAddMap, "", func(tx *edit.Tx) (err error) {
		id, err = blank.AddMap(tx, w.t("ui.map.untitled"), w.usual())
		return err
	})
	if err == nil {
		w.ed.ShowMap(id)
		w.focusBoard()
	}
}

// fillMap gives the map the usual stages or lanes, whichever it has none of.
func (w *Window) fillMap() {
	if w.modal() {
		return
	}
	// change tells of a refused edit
	_ = w.change(edit.LabelTemplate, "", func(tx *edit.Tx) error { return blank.Fill(tx, w.ed.MapID(), w.usual()) })
	w.focusBoard()
}
