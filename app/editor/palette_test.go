package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// drop drags a piece from beside the board to a place.
func (b *board) drop(p editor.Piece, to geom.Point) {
	b.t.Helper()
	if !b.e.BeginPalette(p) {
		b.t.Fatalf("%+v cannot be dragged", p)
	}
	from := geom.Pt(-80, 120)
	for i := range 6 {
		b.e.DragPalette(from.Add(to.Sub(from).Mul(float64(i)/5)), editor.Mods{})
	}
	b.e.DropPalette(to, editor.Mods{})
}

func withChannel() journey.Project {
	return small().With(journey.Channel{ID: "web", Rank: "a", Name: "Website"})
}

func TestDropPieces(t *testing.T) {
	for _, c := range []struct {
		name  string
		piece editor.Piece
		to    func(b *board) geom.Point
		label string
		check func(b *board) string
		want  string
	}{
		{"a card between cards", editor.Piece{Kind: journey.KindCard}, func(b *board) geom.Point { return b.at("a2").Add(geom.Pt(0, -5)) },
			edit.LabelAddCard, func(b *board) string { return b.cards("A", "T") }, "a1 new-1 a2 a3"},
		{"a card into an empty cell", editor.Piece{Kind: journey.KindCard}, func(b *board) geom.Point { return b.slot(2, 2, 0) },
			edit.LabelAddCard, func(b *board) string { return b.cards("C", "P") }, "new-1"},
		{"a pain point", editor.Piece{Kind: journey.KindCard, Lane: journey.LanePains}, func(b *board) geom.Point { return b.at("a1") },
			edit.LabelAddCard, func(b *board) string { return b.cards("A", "P") }, "p1 new-1"},
		{"a pain point among others", editor.Piece{Kind: journey.KindCard, Lane: journey.LanePains}, func(b *board) geom.Point { return b.at("p1").Add(geom.Pt(0, -5)) },
			edit.LabelAddCard, func(b *board) string { return b.cards("A", "P") }, "new-1 p1"},
		{"a quote where there is no lane of quotes", editor.Piece{Kind: journey.KindCard, Lane: journey.LaneQuotes}, func(b *board) geom.Point { return b.slot(2, 3, 0) },
			edit.LabelAddCard, func(b *board) string { return b.cards("C", "N") }, "new-1"},
		{"a stage", editor.Piece{Kind: journey.KindStage}, func(b *board) geom.Point { return b.at("B").Add(geom.Pt(-20, 90)) },
			edit.LabelAddStage, (*board).stages, "Anew-1BC"},
		{"a stage at the end", editor.Piece{Kind: journey.KindStage}, func(b *board) geom.Point { return b.at("C").Add(geom.Pt(20, 0)) },
			edit.LabelAddStage, (*board).stages, "ABCnew-1"},
		{"a lane", editor.Piece{Kind: journey.KindLane, Lane: journey.LaneQuotes}, func(b *board) geom.Point { return b.at("P").Add(geom.Pt(300, 20)) },
			edit.LabelAddLane, (*board).lanes, "TEPnew-1N"},
		{"a step", editor.Piece{Kind: journey.KindStep}, func(b *board) geom.Point { return b.at("b1") },
			edit.LabelAddStep, func(b *board) string { return string(b.doc.Project().StepsOf("B")[0].ID) }, "new-1"},
		{"a channel beside a touchpoint", editor.Piece{Kind: journey.KindChannel, Channel: "web"}, func(b *board) geom.Point { return b.slot(1, 0, 1) },
			edit.LabelAddCard, func(b *board) string {
				c, _ := b.doc.Project().Cards.Get("new-1")
				return string(c.ChannelID + " " + c.StageID)
			}, "web B"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, withChannel())
			b.once(c.label, func() {
				b.drop(c.piece, c.to(b))
				if ed := b.e.Editing(); ed == nil || !ed.Fresh {
					t.Fatalf("editing %+v", ed)
				}
				b.e.CommitText("Named")
				b.wantSelected("new-1")
			})
			if got := c.check(b); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestDropChannel(t *testing.T) {
	channel := func(b *board, id journey.ID) journey.ID {
		c, _ := b.doc.Project().Cards.Get(id)
		return c.ChannelID
	}
	piece := editor.Piece{Kind: journey.KindChannel, Channel: "web"}
	b := newBoard(t, withChannel())
	b.once(edit.LabelChannel, func() { b.drop(piece, b.at("a2")) })
	if channel(b, "a2") != "web" || channel(b, "a1") != "" {
		t.Error("the touchpoint alone should have the channel")
	}
	b.wantSelected("a2")
	if got := b.e.Action("edit.undo").Label(); got != "Undo set channel “Website”" {
		t.Errorf("undo is called %q", got)
	}
	b.e.Select(ref(journey.KindCard, "a1"), ref(journey.KindCard, "b1"), ref(journey.KindCard, "p1"))
	b.once(edit.LabelChannel, func() { b.drop(piece, b.at("b1")) })
	if channel(b, "a1") != "web" || channel(b, "b1") != "web" || channel(b, "p1") != "" {
		t.Error("all selected touchpoints should have the channel")
	}
	b.never(func() { b.drop(piece, b.at("a2")) }) // it has it
	b.never(func() { b.drop(piece, b.at("p1")) }) // a pain point has none
	if b.e.BeginPalette(editor.Piece{Kind: journey.KindChannel, Channel: "nowhere"}) {
		t.Error("a channel that is not there can be dragged")
	}
}

func TestDropPieceNowhere(t *testing.T) {
	b := newBoard(t, small())
	card := editor.Piece{Kind: journey.KindCard}
	for name, to := range map[string]geom.Point{
		"beside the board": geom.Pt(-30, 200), "beside the paper": geom.Pt(1100, 780), "onto the curves": b.slot(1, 1, 0),
	} {
		t.Run(name, func(t *testing.T) { b.never(func() { b.drop(card, to) }) })
	}
	b.never(func() {
		b.e.BeginPalette(card)
		b.e.DragPalette(b.at("a1"), editor.Mods{})
		b.e.CancelPalette()
		b.e.DropPalette(b.at("a1"), editor.Mods{})
		b.e.BeginPalette(card)
		b.e.DragPalette(b.at("a1"), editor.Mods{})
		b.keys("Escape")
		b.e.DropPalette(b.at("a1"), editor.Mods{})
		b.drop(card, b.at("a1"))
		b.e.CommitText("") // a card without a title goes again
	})
	for _, p := range []editor.Piece{{}, {Kind: journey.KindLane}, {Kind: journey.KindPersona}} {
		if b.e.BeginPalette(p) {
			t.Errorf("%+v can be dragged", p)
		}
	}
}

func TestPaletteOverlay(t *testing.T) {
	b := newBoard(t, small())
	b.e.BeginPalette(editor.Piece{Kind: journey.KindCard})
	b.e.DragPalette(geom.Pt(-40, 200), editor.Mods{})
	view := b.e.View()
	b.e.Tick()
	if o := b.e.Overlay(); len(o.Ghosts) != 1 || b.e.Cursor() != editor.CursorNoDrop || b.e.View() != view {
		t.Errorf("beside the board: %+v, cursor %v", o, b.e.Cursor())
	}
	b.e.DragPalette(geom.Pt(5, 200), editor.Mods{})
	b.e.Tick()
	if b.e.View() != view {
		t.Error("the view scrolls while the piece crosses the rim on its way in")
	}
	to := b.slot(1, 0, 1)
	b.e.DragPalette(to, editor.Mods{})
	b.e.DragPalette(geom.Pt(5, 200), editor.Mods{})
	b.e.Tick()
	if b.e.View() == view {
		t.Error("the view does not scroll at the rim")
	}
	to = b.slot(1, 0, 1)
	b.e.DragPalette(to, editor.Mods{})
	o := b.e.Overlay()
	if len(o.Ghosts) != 1 || o.Ghosts[0].Title != "Card" || o.Ghosts[0].Rect.Center().Dist(to) > 1e-6 ||
		len(linesOf(o, editor.LineInsertion)) != 1 || framesOf(o, editor.FrameTarget) != 1 || b.e.Cursor() != editor.CursorCopy {
		t.Errorf("over a cell: %+v, cursor %v", o, b.e.Cursor())
	}
	b.e.CancelPalette()
	if b.e.Dragging() || len(b.e.Overlay().Ghosts) != 0 {
		t.Error("the drag goes on")
	}
}

func TestDropOnAnEmptyMap(t *testing.T) {
	b := newBoard(t, journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
	}))
	at := geom.Pt(150, 90)
	b.once(edit.LabelAddStage, func() { b.drop(editor.Piece{Kind: journey.KindStage}, at); b.e.CommitText("First") })
	b.once(edit.LabelAddLane, func() {
		b.drop(editor.Piece{Kind: journey.KindLane, Lane: journey.LaneTouchpoints}, at)
		b.e.CommitText("Touchpoints")
	})
	b.once(edit.LabelAddCard, func() { b.drop(editor.Piece{Kind: journey.KindCard}, b.slot(0, 0, 0)); b.e.CommitText("Card") })
}

// What hangs at the pointer is called as its tile in the palette is: it is one thing.
func TestPieceIsCalledByItsOwnName(t *testing.T) {
	b := newBoard(t, small())
	for lane, want := range map[journey.LaneKind]string{
		"": "Card", journey.LaneTouchpoints: "Touchpoint", journey.LanePains: "Pain point",
		journey.LaneOpportunities: "Opportunity", journey.LaneQuotes: "Quote",
	} {
		b.e.BeginPalette(editor.Piece{Kind: journey.KindCard, Lane: lane})
		b.e.DragPalette(b.at("a1"), editor.Mods{})
		if o := b.e.Overlay(); len(o.Ghosts) != 1 || o.Ghosts[0].Title != want {
			t.Errorf("of the lane %q: %+v, want %q", lane, o.Ghosts, want)
		}
		b.e.CancelPalette()
	}
}
