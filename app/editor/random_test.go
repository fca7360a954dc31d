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
		rapid.Check(t, func(t *rapid.T) { play(t, newBoard(t, small()), 40) })
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
	return editor.Mods{Shift: n == 1 || n == 3, Ctrl: n == 2 || n == 3}
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
