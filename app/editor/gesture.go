package editor

import (
	"jejak/app/editor/desk"
	"jejak/app/editor/status"
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// grip is an Editor as gestures know it.
type grip struct{ *Editor }

func (g grip) Atlas() *desk.Atlas        { return g.atlas }
func (g grip) Look(v desk.Viewport)      { g.look(v) }
func (g grip) Project() journey.Project  { return g.project() }
func (g grip) Choose(refs []journey.Ref) { g.choose(refs) }
func (g grip) Redraw()                   { g.note(OverlayChanged) }

func (g grip) Do(l edit.Label, f func(*edit.Tx) error) error { return g.do(l, f) }

func (g grip) Map() journey.ID { return g.mapID }

func (g grip) T(key string) string { return g.words.T(key) }

func (g grip) Add(l edit.Label, keep bool, f func(*edit.Tx) (journey.Ref, error)) error {
	return g.add(l, keep, f)
}

func (g grip) FeelingText(v float64) string { return status.Feeling(g.words, v) }

// slop is how far, in pixels of 1/96 in, the pointer may move before a press becomes a drag;
// slack is how near it must come to a line or a small thing.
const (
	slop  = 4
	slack = 4
)

// Press begins whatever the pointer can do at that place. clicks counts presses in quick
// succession: 2 is a double click, which acts on release.
func (e *Editor) Press(at geom.Point, b Button, m Mods, clicks int) {
	defer e.enter()()
	if e.gesture != nil {
		return // a second button does not disturb the first
	}
	e.Settle()
	e.pointer, e.mods = at, m
	e.aim = aim{at: at, on: true, kept: b == Secondary}
	e.setHover(journey.Ref{})
	switch {
	case b == Middle, b == Primary && (e.space || e.hand):
		e.gesture = tool.NewPan(grip{e}, at)
	case b == Secondary:
		e.pointAt(at)
	default:
		if h := e.hold(at); h != nil {
			e.gesture = &pull{hold: h, at: at, mods: m, clicks: clicks}
		} else {
			e.gesture = press(e, at, m, clicks)
		}
	}
	e.note(OverlayChanged)
}

// Drag tells that the pointer moved while a button is down.
func (e *Editor) Drag(at geom.Point, m Mods) {
	defer e.enter()()
	e.pointer, e.mods = at, m
	e.follow()
}

// follow tells the gesture where the pointer is.
func (e *Editor) follow() {
	if e.gesture != nil {
		e.gesture.Drag(grip{e}, e.pointer, e.mods)
	}
}

// Release ends the gesture. An edit is made here or nowhere.
func (e *Editor) Release(at geom.Point, m Mods) {
	defer e.enter()()
	g := e.gesture
	if g == nil {
		return
	}
	e.pointer, e.mods = at, m
	e.follow()
	g = e.gesture // a press may have become a drag just now
	e.gesture = nil
	if g != nil {
		g.Release(grip{e}, m)
	}
	e.note(OverlayChanged)
}

// Dragging reports whether a gesture runs, so that Tick is worth calling.
func (e *Editor) Dragging() bool { return e.gesture != nil }

// cancelGesture ends the gesture without a trace.
func (e *Editor) cancelGesture() {
	if g := e.gesture; g != nil {
		e.gesture = nil
		g.Cancel(grip{e})
		e.note(OverlayChanged)
	}
}

// Hover tells that the pointer moved with no button down and returns how it should look.
func (e *Editor) Hover(at geom.Point, m Mods) Cursor {
	defer e.enter()()
	e.pointer, e.mods = at, m
	e.aim = aim{at: at, on: true}
	if e.gesture != nil {
		return e.gesture.Cursor()
	}
	if e.space || e.hand {
		e.setHover(journey.Ref{})
		return CursorGrab
	}
	if h := e.hold(at); h != nil {
		e.setHover(journey.Ref{})
		return h.Cursor
	}
	t := e.hit(at)
	if t == nil {
		e.setHover(journey.Ref{})
		return CursorDefault
	}
	e.setHover(t.Ref)
	switch {
	case t.Part == scene.PartPoint:
		return CursorVertical
	case e.text == nil && t.Edit != nil && e.selection.has(t.Ref) && len(e.selection.refs) == 1:
		return CursorText
	}
	return CursorPointer
}

// Leave tells that the pointer has left the board.
func (e *Editor) Leave() {
	defer e.enter()()
	e.aim.on = e.aim.kept
	e.setHover(journey.Ref{})
}

// Cursor returns how the pointer should look while a button is down.
func (e *Editor) Cursor() Cursor {
	if e.gesture != nil {
		return e.gesture.Cursor()
	}
	if e.space || e.hand {
		return CursorGrab
	}
	return CursorDefault
}

func (e *Editor) setHover(ref journey.Ref) {
	if ref != e.hover {
		e.hover = ref
		e.note(OverlayChanged)
	}
}

// hit returns the topmost thing at a view point that can be selected, nil for bare paper.
func (e *Editor) hit(at geom.Point) *scene.Target {
	if e.scene == nil {
		return nil
	}
	var curve *scene.Target
	p := e.project()
	at, _ = e.strips().Under(at)
	for _, t := range e.scene.HitTest(e.view.ToScene(at), slack*e.view.Scale/e.view.Transform.K) {
		switch {
		case !p.Has(t.Ref), t.Ref.Kind == journey.KindMap && t.Part == scene.PartBody:
			continue
		case t.Part == scene.PartCurve:
			// a line runs over what lies under it: it is only meant where nothing else is
			if curve == nil {
				curve = t
			}
			continue
		}
		return t
	}
	return curve
}

// pointAt selects what a context menu at that place would be about.
func (e *Editor) pointAt(at geom.Point) {
	t := e.hit(at)
	switch {
	case t == nil:
		e.choose(nil)
	case !e.selection.has(t.Ref):
		e.choose([]journey.Ref{t.Ref})
	}
}

// rim is the zone, in pixels of 1/96 in, in which a resting pointer scrolls; stride is how far a
// Tick scrolls at most.
const (
	rim    = 32
	stride = 18
)

// Tick scrolls while a gesture rests at the rim of the board. The window calls it about 60 times
// a second while Dragging.
func (e *Editor) Tick() {
	defer e.enter()()
	if e.gesture == nil || !e.gesture.Scrolls() {
		return
	}
	zone := rim * e.view.Scale
	pull := func(v, from, size float64) float64 {
		switch {
		case v < from+zone:
			return min(1, (from+zone-v)/zone) * stride * e.view.Scale
		case v > size-zone:
			return -min(1, (v-size+zone)/zone) * stride * e.view.Scale
		}
		return 0
	}
	left, top := e.strips().Insets()
	d := geom.Pt(pull(e.pointer.X, left, e.view.Size.W), pull(e.pointer.Y, top, e.view.Size.H))
	if e.scene != nil {
		d = e.view.Within(d, e.scene.Bounds, left, top)
	}
	if d == (geom.Point{}) {
		return
	}
	e.look(e.view.Panned(d))
	e.follow()
}
