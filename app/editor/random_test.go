package editor_test

import (
	"testing"

	"pgregory.net/rapid"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// drawn is the picture as the window shows it.
func drawn(p journey.Project, mapID journey.ID) *scene.Scene {
	if !p.Maps.Has(mapID) {
		return nil
	}
	return layout.Arrange(p, mapID, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: text.Default()})
}

// TestRandomGestures plays gestures as they come. After each the facts are sound and no
// transaction is left open; undoing all of it restores the start.
func TestRandomGestures(t *testing.T) {
	t.Run("plain", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { play(t, newBoard(t, furnished()), 40) })
	})
	t.Run("drawn", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) { play(t, newBoardWith(t, journeytest.Random(t), drawn), 6) })
	})
}

func play(t *rapid.T, b *board, most int) {
	start := b.doc.Project()
	r := &player{b: b, t: t}
	for range rapid.IntRange(1, most).Draw(t, "gestures") {
		rapid.SampledFrom(gestures).Draw(t, "gesture")(r)
		b.sound()
		b.e.Overlay()
		b.e.Status()
		for _, ref := range b.e.Selection() {
			if b.e.Editing() == nil && len(b.waiting) == 0 && !b.doc.Project().Has(ref) {
				t.Fatalf("%v is selected and not there", ref)
			}
		}
	}
	b.e.KeyDown(editor.KeyEscape, editor.Mods{})
	b.e.Settle()
	for {
		if _, ok := b.doc.Undo(); !ok {
			break
		}
	}
	b.same(start, "after undoing everything")
}

type player struct {
	b *board
	t *rapid.T
}

var gestures = []func(*player){
	(*player).drag, (*player).drag, (*player).drag, (*player).doubleClick, (*player).key, (*player).key,
	(*player).action, (*player).wheel, (*player).type_, (*player).delay,
	(*player).pull, (*player).pull, (*player).resize, (*player).palette, (*player).paste, (*player).letter, (*player).tab,
	(*player).join,
}

func (r *player) point(label string) geom.Point {
	if s := r.b.e.Scene(); s != nil && len(s.Grid.Cells) > 0 && rapid.IntRange(0, 2).Draw(r.t, label+" on a slot") == 0 {
		slots := rapid.SampledFrom(s.Grid.Cells).Draw(r.t, label).Slots
		if len(slots) > 0 {
			return r.b.view(rapid.SampledFrom(slots).Draw(r.t, label).Center())
		}
	}
	if s := r.b.e.Scene(); s != nil && len(s.Targets) > 0 && rapid.IntRange(0, 3).Draw(r.t, label+" on a thing") > 0 {
		c := s.Targets[rapid.IntRange(0, len(s.Targets)-1).Draw(r.t, label)].Bounds.Center()
		return r.b.view(c)
	}
	return geom.Pt(float64(rapid.IntRange(-20, 1220).Draw(r.t, label+" x")), float64(rapid.IntRange(-20, 820).Draw(r.t, label+" y")))
}

func (r *player) mods() editor.Mods {
	n := rapid.IntRange(0, 7).Draw(r.t, "mods")
	return editor.Mods{Shift: n == 1 || n == 3, Ctrl: n == 2 || n == 3, Alt: n == 4}
}

func (r *player) drag() {
	button := rapid.SampledFrom([]editor.Button{editor.Primary, editor.Primary, editor.Primary, editor.Middle, editor.Secondary}).Draw(r.t, "button")
	at := r.point("from")
	r.b.e.Press(at, button, r.mods(), 1)
	for range rapid.IntRange(0, 4).Draw(r.t, "moves") {
		at = r.point("to")
		r.b.e.Drag(at, r.mods())
		r.b.e.Overlay()
		if rapid.IntRange(0, 5).Draw(r.t, "tick") == 0 {
			r.b.e.Tick()
		}
	}
	if rapid.IntRange(0, 5).Draw(r.t, "escape") == 0 {
		r.b.e.KeyDown(editor.KeyEscape, editor.Mods{})
	}
	r.b.e.Release(at, r.mods())
	if r.b.e.Dragging() {
		r.t.Fatalf("a gesture runs with no button down")
	}
}

func (r *player) doubleClick() {
	at := r.point("at")
	r.b.e.Press(at, editor.Primary, r.mods(), 2)
	r.b.e.Release(at, editor.Mods{})
	if rapid.Bool().Draw(r.t, "then type") {
		r.type_()
	}
}

func (r *player) key() {
	k := rapid.SampledFrom([]editor.Key{"Left", "Right", "Up", "Down", "Tab", "Escape", "Delete", "F2", "Return", "Home", "End",
		"A", "D", "Z", "Y", "N", "C", "R", "1", "2", "0", "=", "-"}).Draw(r.t, "key")
	r.b.e.KeyDown(k, r.mods())
}

func (r *player) action() {
	var on []editor.ActionID
	for _, a := range r.b.e.Actions() {
		if a.Enabled() && !a.Window && a.ID != "tool.hand" {
			on = append(on, a.ID)
		}
	}
	id := rapid.SampledFrom(on).Draw(r.t, "action")
	if err := r.b.e.Run(id); err != nil && r.b.e.Action(id).Enabled() {
		r.t.Fatalf("run %s: %v", id, err)
	}
}

func (r *player) wheel() {
	d := float64(rapid.IntRange(-200, 200).Draw(r.t, "wheel"))
	r.b.e.Wheel(r.point("at"), d/2, d, r.mods())
}

func (r *player) type_() {
	s := rapid.SampledFrom([]string{"", " ", "Word", "Two\nlines", "\x00\xff", "🚲 sepeda"}).Draw(r.t, "typed")
	switch rapid.IntRange(0, 3).Draw(r.t, "end") {
	case 0:
		r.b.e.CancelText()
	case 1:
		r.b.e.Typed(s)
	default:
		r.b.e.CommitText(s)
	}
}

// delay lets scenes come late for a while, or lets come what is late.
func (r *player) delay() {
	if r.b.hold = !r.b.hold; !r.b.hold {
		for _, done := range r.b.waiting {
			done()
		}
		r.b.waiting = nil
	}
}

// furnished is small with steps, links, a channel and sizes of its own.
func furnished() journey.Project {
	p := stepped().With(journey.Channel{ID: "web", Rank: "a", Name: "Website"}).
		With(journey.Link{ID: "l", MapID: "map", FromID: "a1", ToID: "b1", LinkKind: journey.LinkNext}).
		With(journey.Link{ID: "m", MapID: "map", FromID: "b1", ToID: "a3", LinkKind: journey.LinkLoopBack, Label: "again"})
	s, _ := p.Stages.Get("C")
	s.Width = 230
	return p.With(s)
}

// from drags from a place, with a double click there for once in a while.
func (r *player) from(at geom.Point) {
	if rapid.IntRange(0, 5).Draw(r.t, "double") == 0 {
		r.b.e.Press(at, editor.Primary, r.mods(), 2)
		r.b.e.Release(at, r.mods())
		return
	}
	r.b.e.Press(at, editor.Primary, r.mods(), 1)
	for range rapid.IntRange(1, 3).Draw(r.t, "moves") {
		at = r.point("to")
		r.b.e.Drag(at, r.mods())
		r.b.e.Overlay()
		r.b.e.Tick()
	}
	r.b.e.Release(at, r.mods())
}

// pull drags a handle of what is selected, or of a card or link that is selected for it.
func (r *player) pull() {
	if len(r.b.e.Overlay().Handles) == 0 && r.b.e.Scene() != nil {
		var refs []journey.Ref
		for _, t := range r.b.e.Scene().Targets {
			if t.Ref.Kind == journey.KindCard || t.Ref.Kind == journey.KindLink {
				refs = append(refs, t.Ref)
			}
		}
		if len(refs) > 0 {
			r.b.e.Select(rapid.SampledFrom(refs).Draw(r.t, "selected"))
		}
	}
	if hs := r.b.e.Overlay().Handles; len(hs) > 0 {
		r.from(rapid.SampledFrom(hs).Draw(r.t, "handle").At)
	}
}

// resize drags a border.
func (r *player) resize() {
	s := r.b.e.Scene()
	if s == nil || len(s.Grid.Columns) == 0 {
		return
	}
	var borders []geom.Point
	for _, c := range s.Grid.Columns {
		borders = append(borders, geom.Pt(c.X1, s.Grid.Headers.Center().Y), geom.Pt(c.X1, s.Grid.Headers.Max.Y+5))
	}
	for _, l := range s.Grid.Rows {
		borders = append(borders, geom.Pt(s.Grid.Labels.Center().X, l.Y1))
	}
	r.from(r.b.view(rapid.SampledFrom(borders).Draw(r.t, "border")))
}

func (r *player) palette() {
	piece := rapid.SampledFrom([]editor.Piece{
		{Kind: journey.KindCard}, {Kind: journey.KindStage}, {Kind: journey.KindStep},
		{Kind: journey.KindLane, Lane: journey.LaneText}, {Kind: journey.KindLane, Lane: journey.LaneEmotions},
		{Kind: journey.KindChannel, Channel: "web"},
	}).Draw(r.t, "piece")
	if !r.b.e.BeginPalette(piece) {
		return
	}
	for range rapid.IntRange(0, 3).Draw(r.t, "moves") {
		r.b.e.DragPalette(r.point("over"), r.mods())
		r.b.e.Overlay()
		r.b.e.Tick()
	}
	if rapid.IntRange(0, 4).Draw(r.t, "cancel") == 0 {
		r.b.e.CancelPalette()
	}
	r.b.e.DropPalette(r.point("drop"), r.mods())
	if r.b.e.Dragging() {
		r.t.Fatalf("a piece is dragged after it was let go")
	}
}

func (r *player) paste() {
	r.b.e.PasteText(rapid.SampledFrom([]string{
		"", "one", "one\ntwo\nthree", "a\tb\nc\td", "\t\t\tfar\n\n\n\n\n\t.", "• x\n• y", "\"q\nr\"\t\"\"", "\x00\xff\t\n",
	}).Draw(r.t, "pasted"))
}

func (r *player) letter() {
	s := rapid.SampledFrom([]rune{'n', 'h', 'v', 'x', 'é', '1', '\t', '\x00'}).Draw(r.t, "letter")
	r.b.typed(s)
}

func (r *player) tab() {
	r.b.e.CommitAndGo(rapid.SampledFrom([]string{"", "Next", " "}).Draw(r.t, "typed"), rapid.Bool().Draw(r.t, "back"))
}

// join presses a second button, a key or the wheel in the middle of a drag.
func (r *player) join() {
	at := r.point("from")
	r.b.e.Press(at, editor.Primary, r.mods(), 1)
	r.b.e.Drag(r.point("to"), r.mods())
	switch rapid.IntRange(0, 4).Draw(r.t, "meanwhile") {
	case 0:
		r.key()
	case 1:
		r.wheel()
	case 2:
		r.action()
	case 3:
		r.paste()
	case 4:
		r.b.e.Press(at, editor.Middle, r.mods(), 1)
		r.b.typed('q')
	}
	r.b.e.Overlay()
	r.b.e.Release(r.point("drop"), r.mods())
}
