package empty

import (
	"bytes"

	"jejak/app/editor"
	"jejak/app/editor/blank"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// Options is what a Guide asks of its window. All must be there.
type Options struct {
	Editor *editor.Editor
	Words  func() *words.Table
	Open   func() bool // a project is open
	Modal  func() bool // a dialog, a menu or a presentation has the keyboard
	Focus  func()      // gives the keyboard to the board
	Run    func(id editor.ActionID)
	Change func(l edit.Label, f func(*edit.Tx) error) error // makes an undo step, and tells a person of trouble
}

// Guide invites to the next step wherever the map that is shown lacks one.
type Guide struct {
	o      Options
	layer  *Layer
	lack   blank.Lack // what it invites for
	locked bool
}

// NewGuide returns a guide that speaks in the words and colours of now.
func NewGuide(o Options) *Guide {
	g := &Guide{o: o, layer: NewLayer()}
	g.Invite()
	return g
}

// Layer returns what goes over the board.
func (g *Guide) Layer() *Layer { return g.layer }

// Lack returns what it invites for.
func (g *Guide) Lack() blank.Lack { return g.lack }

// change makes one undo step.
func (g *Guide) change(key string, f func(*edit.Tx) error) error {
	return g.o.Change(edit.Label{Key: key, Count: 1}, f)
}

func (g *Guide) t(key string) string { return g.o.Words().T(key) }

// Invite brings the invitation over the board up to date with what the map lacks.
func (g *Guide) Invite() {
	lack := blank.Nothing
	if g.o.Open() && g.o.Editor.Editing() == nil {
		lack = blank.Of(g.o.Editor.Document().Project(), g.o.Editor.MapID())
	}
	if lack != g.lack || g.o.Editor.Locked() != g.locked {
		g.lack, g.locked = lack, g.o.Editor.Locked()
		g.layer.Show(g.invitation(lack))
	}
}

// invitation says what a map lacks and offers the next step; nil if it lacks nothing.
func (g *Guide) invitation(lack blank.Lack) *Invitation {
	if lack == blank.Nothing {
		return nil
	}
	key := "empty." + string(lack)
	i := &Invitation{Icon: map[blank.Lack]string{blank.Maps: "map", blank.Stages: "stage", blank.Lanes: "lane"}[lack],
		Text: g.t(key + ".text"), Small: lack == blank.Cards, Low: lack != blank.Maps}
	if !i.Small {
		i.Title = g.t(key)
	}
	if g.o.Editor.Locked() {
		return i
	}
	offer := func(key string, primary bool, f func()) {
		i.Offers = append(i.Offers, Offer{Text: g.t("empty." + key), Primary: primary, Run: f})
	}
	run := func(id editor.ActionID) func() { return func() { g.o.Run(id) } }
	switch lack {
	case blank.Maps:
		offer("usualMap", true, g.addMap)
		offer("bareMap", false, run("map.new"))
	case blank.Stages:
		offer("usualStages", true, g.fill)
		offer("oneStage", false, run("insert.stage"))
		offer("steps", false, run("guide.show"))
	case blank.Lanes:
		offer("usualLanes", true, g.fill)
		offer("oneLane", false, run(editor.LaneAction(journey.LaneTouchpoints)))
	case blank.Cards:
		offer("oneCard", false, run("insert.card"))
		offer("steps", false, run("guide.show"))
	}
	return i
}

// usual is the template that the invitations take from.
func (g *Guide) usual() journey.Project {
	data, _ := templates.JSON(templates.Names[0], g.o.Words().Lang())
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		return journey.Project{} // the program's own can be read: a test does
	}
	return p
}

// addMap adds a map with the usual stages and lanes.
func (g *Guide) addMap() {
	if g.o.Modal() {
		return
	}
	var id journey.ID
	err := g.change(edit.LabelAddMap, func(tx *edit.Tx) (err error) {
		id, err = blank.AddMap(tx, g.t("ui.map.untitled"), g.usual())
		return err
	})
	if err == nil {
		g.o.Editor.ShowMap(id)
		g.o.Focus()
	}
}

// fill gives the map the usual stages or lanes, whichever it has none of.
func (g *Guide) fill() {
	if g.o.Modal() {
		return
	}
	// change tells of a refused edit
	_ = g.change(edit.LabelTemplate, func(tx *edit.Tx) error { return blank.Fill(tx, g.o.Editor.MapID(), g.usual()) })
	g.o.Focus()
}
