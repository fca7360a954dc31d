// Package editortest plays with an editor as somebody does who tries everything, for tests that
// what must always hold does hold then.
package editortest

import (
	"pgregory.net/rapid"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Player plays gestures on an Editor, as T draws them.
type Player struct {
	T    *rapid.T
	E    *editor.Editor
	Late func() // has pictures come late for a while, or come at once again; nil: they come as they come
}

// Play plays one gesture: a drag, a click, a key, a text, a piece of the palette, an action of a
// menu, or one in the middle of another. When it is over no button is down.
func (r *Player) Play() { rapid.SampledFrom(gestures).Draw(r.T, "gesture")(r) }

var gestures = []func(*Player){
	(*Player).drag, (*Player).drag, (*Player).drag, (*Player).doubleClick, (*Player).key, (*Player).key,
	(*Player).action, (*Player).wheel, (*Player).type_, (*Player).delay,
	(*Player).pull, (*Player).pull, (*Player).resize, (*Player).palette, (*Player).paste, (*Player).letter, (*Player).tab,
	(*Player).join,
}

func (r *Player) point(label string) geom.Point {
	if s := r.E.Scene(); s != nil && len(s.Grid.Cells) > 0 && rapid.IntRange(0, 2).Draw(r.T, label+" on a slot") == 0 {
		slots := rapid.SampledFrom(s.Grid.Cells).Draw(r.T, label).Slots
		if len(slots) > 0 {
			return r.view(rapid.SampledFrom(slots).Draw(r.T, label).Center())
		}
	}
	if s := r.E.Scene(); s != nil && len(s.Targets) > 0 && rapid.IntRange(0, 3).Draw(r.T, label+" on a thing") > 0 {
		c := s.Targets[rapid.IntRange(0, len(s.Targets)-1).Draw(r.T, label)].Bounds.Center()
		return r.view(c)
	}
	size := r.E.View().Size
	return geom.Pt(float64(rapid.IntRange(-20, int(size.W)+20).Draw(r.T, label+" x")),
		float64(rapid.IntRange(-20, int(size.H)+20).Draw(r.T, label+" y")))
}

func (r *Player) mods() editor.Mods {
	n := rapid.IntRange(0, 7).Draw(r.T, "mods")
	return editor.Mods{Shift: n == 1 || n == 3, Ctrl: n == 2 || n == 3, Alt: n == 4}
}

func (r *Player) drag() {
	button := rapid.SampledFrom([]editor.Button{editor.Primary, editor.Primary, editor.Primary, editor.Middle, editor.Secondary}).Draw(r.T, "button")
	at := r.point("from")
	r.E.Press(at, button, r.mods(), 1)
	for range rapid.IntRange(0, 4).Draw(r.T, "moves") {
		at = r.point("to")
		r.E.Drag(at, r.mods())
		r.E.Overlay()
		if rapid.IntRange(0, 5).Draw(r.T, "tick") == 0 {
			r.E.Tick()
		}
	}
	if rapid.IntRange(0, 5).Draw(r.T, "escape") == 0 {
		r.E.KeyDown(editor.KeyEscape, editor.Mods{})
	}
	r.E.Release(at, r.mods())
	if r.E.Dragging() {
		r.T.Fatalf("a gesture runs with no button down")
	}
}

func (r *Player) doubleClick() {
	at := r.point("at")
	r.E.Press(at, editor.Primary, r.mods(), 2)
	r.E.Release(at, editor.Mods{})
	if rapid.Bool().Draw(r.T, "then type") {
		r.type_()
	}
}

func (r *Player) key() {
	k := rapid.SampledFrom([]editor.Key{"Left", "Right", "Up", "Down", "Tab", "Escape", "Delete", "F2", "Return", "Home", "End",
		"A", "D", "Z", "Y", "N", "C", "R", "1", "2", "0", "=", "-"}).Draw(r.T, "key")
	r.E.KeyDown(k, r.mods())
}

func (r *Player) action() {
	var on []editor.ActionID
	for _, a := range r.E.Actions() {
		if a.Enabled() && !a.Window && a.ID != "tool.hand" {
			on = append(on, a.ID)
		}
	}
	id := rapid.SampledFrom(on).Draw(r.T, "action")
	if err := r.E.Run(id); err != nil && r.E.Action(id).Enabled() {
		r.T.Fatalf("run %s: %v", id, err)
	}
}

func (r *Player) wheel() {
	d := float64(rapid.IntRange(-200, 200).Draw(r.T, "wheel"))
	r.E.Wheel(r.point("at"), d/2, d, r.mods())
}

func (r *Player) type_() {
	s := rapid.SampledFrom([]string{"", " ", "Word", "Two\nlines", "\x00\xff", "🚲 sepeda"}).Draw(r.T, "typed")
	switch rapid.IntRange(0, 3).Draw(r.T, "end") {
	case 0:
		r.E.CancelText()
	case 1:
		r.E.Typed(s)
	default:
		r.E.CommitText(s)
	}
}

func (r *Player) delay() {
	if r.Late != nil {
		r.Late()
	}
}

func (r *Player) view(p geom.Point) geom.Point { return r.E.View().ToView(p) }

// from drags from a place, with a double click there for once in a while.
func (r *Player) from(at geom.Point) {
	if rapid.IntRange(0, 5).Draw(r.T, "double") == 0 {
		r.E.Press(at, editor.Primary, r.mods(), 2)
		r.E.Release(at, r.mods())
		return
	}
	r.E.Press(at, editor.Primary, r.mods(), 1)
	for range rapid.IntRange(1, 3).Draw(r.T, "moves") {
		at = r.point("to")
		r.E.Drag(at, r.mods())
		r.E.Overlay()
		r.E.Tick()
	}
	r.E.Release(at, r.mods())
}

// pull drags a handle of what is selected, or of a card or link that is selected for it.
func (r *Player) pull() {
	if len(r.E.Overlay().Handles) == 0 && r.E.Scene() != nil {
		var refs []journey.Ref
		for _, t := range r.E.Scene().Targets {
			if t.Ref.Kind == journey.KindCard || t.Ref.Kind == journey.KindLink {
				refs = append(refs, t.Ref)
			}
		}
		if len(refs) > 0 {
			r.E.Select(rapid.SampledFrom(refs).Draw(r.T, "selected"))
		}
	}
	if hs := r.E.Overlay().Handles; len(hs) > 0 {
		r.from(rapid.SampledFrom(hs).Draw(r.T, "handle").At)
	}
}

// resize drags a border.
func (r *Player) resize() {
	s := r.E.Scene()
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
	r.from(r.view(rapid.SampledFrom(borders).Draw(r.T, "border")))
}

func (r *Player) palette() {
	piece := rapid.SampledFrom([]editor.Piece{
		{Kind: journey.KindCard}, {Kind: journey.KindStage}, {Kind: journey.KindStep},
		{Kind: journey.KindLane, Lane: journey.LaneText}, {Kind: journey.KindLane, Lane: journey.LaneEmotions},
		{Kind: journey.KindChannel, Channel: "web"},
	}).Draw(r.T, "piece")
	if !r.E.BeginPalette(piece) {
		return
	}
	for range rapid.IntRange(0, 3).Draw(r.T, "moves") {
		r.E.DragPalette(r.point("over"), r.mods())
		r.E.Overlay()
		r.E.Tick()
	}
	if rapid.IntRange(0, 4).Draw(r.T, "cancel") == 0 {
		r.E.CancelPalette()
	}
	r.E.DropPalette(r.point("drop"), r.mods())
	if r.E.Dragging() {
		r.T.Fatalf("a piece is dragged after it was let go")
	}
}

func (r *Player) paste() {
	r.E.PasteText(rapid.SampledFrom([]string{
		"", "one", "one\ntwo\nthree", "a\tb\nc\td", "\t\t\tfar\n\n\n\n\n\t.", "• x\n• y", "\"q\nr\"\t\"\"", "\x00\xff\t\n",
	}).Draw(r.T, "pasted"))
}

func (r *Player) letter() {
	s := rapid.SampledFrom([]rune{'n', 'h', 'v', 'x', 'é', '1', '\t', '\x00'}).Draw(r.T, "letter")
	r.letterOf(s)
}

// letterOf types a letter as a keyboard does: the key first, then what it means.
func (r *Player) letterOf(c rune) {
	k := editor.Key(string(c))
	r.E.KeyDown(k, editor.Mods{})
	r.E.TypeRune(c)
	r.E.KeyUp(k)
}

func (r *Player) tab() {
	r.E.CommitAndGo(rapid.SampledFrom([]string{"", "Next", " "}).Draw(r.T, "typed"), rapid.Bool().Draw(r.T, "back"))
}

// join presses a second button, a key or the wheel in the middle of a drag.
func (r *Player) join() {
	at := r.point("from")
	r.E.Press(at, editor.Primary, r.mods(), 1)
	r.E.Drag(r.point("to"), r.mods())
	switch rapid.IntRange(0, 4).Draw(r.T, "meanwhile") {
	case 0:
		r.key()
	case 1:
		r.wheel()
	case 2:
		r.action()
	case 3:
		r.paste()
	case 4:
		r.E.Press(at, editor.Middle, r.mods(), 1)
		r.letterOf('q')
	}
	r.E.Overlay()
	r.E.Release(r.point("drop"), r.mods())
}
