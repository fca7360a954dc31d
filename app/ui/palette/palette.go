// Package palette is the panel of what can be put on the map: cards, stages and lanes, and the
// channels of the project. Its pieces are dragged onto the board, or put where the selection is by a
// click. All of it belongs to the goroutine of the window.
package palette

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Board is where pieces are dragged to. See the board's own comments.
type Board interface {
	BeginPiece(editor.Piece) bool
	DragPiece(fyne.Position)
	DropPiece()
}

// Options says what a Palette works with. What is not said to be nil-able must be there.
type Options struct {
	Editor *editor.Editor
	Words  *words.Table
	Board  Board
	Free   func() bool                                  // whether anything may be done now: no dialog is open
	Run    func(editor.ActionID)                        // does an action
	Lanes  func(under fyne.CanvasObject)                // offers the kinds of lanes
	Change func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Focus  func()                                       // gives the keyboard to the board
	Told   func()                                       // has the status line tell of what an edit was refused for
	Hint   func(b *look.Button, on bool)
	Away   func() // takes a tip away
	Grown  func() // the panel needs more room, or less; nil: nobody cares
}

// Palette is the panel.
type Palette struct {
	widget.BaseWidget
	o        Options
	body     *fyne.Container
	channels *fyne.Container
	shown    []journey.Channel
	table    journey.Table[journey.Channel] // that they come from
	drawn    bool
}

// tile is a thing to put on the map.
type tile struct {
	button *look.Button
	action editor.ActionID // what a click does; empty: a card in lane, or the choice of lanes
	piece  editor.Piece    // what is dragged from it
}

// New returns the panel. Update brings it up to date.
func New(o Options) *Palette {
	p := &Palette{o: o, channels: look.VBox(1)}
	var grid []fyne.CanvasObject
	for _, t := range []struct {
		icon   string
		action editor.ActionID
		piece  editor.Piece
	}{
		{"touchpoint", "", editor.Piece{Kind: journey.KindCard, Lane: journey.LaneTouchpoints}},
		{"stage", "insert.stage", editor.Piece{Kind: journey.KindStage}},
		{"pain", "", editor.Piece{Kind: journey.KindCard, Lane: journey.LanePains}},
		{"opportunity", "", editor.Piece{Kind: journey.KindCard, Lane: journey.LaneOpportunities}},
		{"quote", "", editor.Piece{Kind: journey.KindCard, Lane: journey.LaneQuotes}},
		{"lane", "", editor.Piece{Kind: journey.KindLane, Lane: journey.LaneText}},
	} {
		tl := &tile{action: t.action, piece: t.piece}
		tl.button = look.NewButton(look.Tile, t.icon, o.Words.T("palette."+t.icon), nil)
		tl.button.OnTapped = func() { p.insert(tl) }
		tl.button.Hint, tl.button.OnHint = o.Words.T("palette."+t.icon+".hint"), o.Hint
		grid = append(grid, p.newPull(tl))
	}
	p.body = look.VBox(8, look.Heading(o.Words.T("palette.title")), look.Grid(8, grid...), p.channels)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.body) }

// insert puts a thing of the palette on the map.
func (p *Palette) insert(t *tile) {
	if !p.o.Free() {
		return
	}
	switch {
	case t.action != "":
		p.o.Run(t.action)
	case t.piece.Kind == journey.KindLane:
		p.o.Lanes(t.button)
	default:
		p.addCard(t.piece.Lane)
	}
}

// addCard begins a card in a lane of that kind, in the stage that is selected or the first one;
// where the map has no such lane it is added first.
func (p *Palette) addCard(kind journey.LaneKind) {
	ed := p.o.Editor
	project, mapID := ed.Document().Project(), ed.MapID()
	stages := project.StagesOf(mapID)
	if len(stages) == 0 {
		p.o.Run("insert.stage")
		return
	}
	lanes := project.LanesOf(mapID)
	i := slices.IndexFunc(lanes, func(l journey.Lane) bool { return l.LaneKind == kind })
	if i < 0 {
		p.o.Run(editor.LaneAction(kind))
		return
	}
	p.o.Focus()
	at := edit.Place{StageID: stageInHand(project, ed.Selection(), stages), LaneID: lanes[i].ID}
	if steps := project.StepsOf(at.StageID); len(steps) > 0 {
		at.StepID = steps[0].ID
	}
	if err := ed.AddCard(at); err != nil {
		p.o.Told() // the editor keeps the trouble
	}
}

// stageInHand is the stage of what is selected, or the first stage of the map.
func stageInHand(p journey.Project, selected []journey.Ref, stages []journey.Stage) journey.ID {
	for _, r := range selected {
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
