package editor

import (
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Overlay returns what lies over the picture now.
func (e *Editor) Overlay() (o Overlay) {
	if e.scene == nil {
		return o
	}
	e.selectionFrames(&o)
	defer func() { o.Stick(e.atlas, e.view) }()
	if e.gesture != nil {
		e.gesture.Overlay(grip{e}, &o)
		return o
	}
	for _, t := range e.atlas.Bodies(e.hover) {
		if e.selection.has(e.hover) {
			break
		}
		e.frame(&o, FrameHover, e.hover, t.Bounds)
	}
	if !e.locked && e.text == nil {
		o.Handles = tool.Handles(grip{e})
	}
	return o
}

// frame marks a record: a link along its line, all else round it.
func (e *Editor) frame(o *Overlay, k FrameKind, ref journey.Ref, r geom.Rect) {
	if line := e.atlas.Line(ref); line != nil {
		o.Links = append(o.Links, LinkLine{Points: desk.Along(line.Path, e.view.Transform), Kind: k, Ref: ref})
		return
	}
	o.Frames = append(o.Frames, Frame{Rect: e.view.Transform.ApplyRect(r), Kind: k, Ref: ref})
}

// selectionFrames puts a frame round what is selected and in sight.
func (e *Editor) selectionFrames(o *Overlay) {
	seen, st := e.view.Visible(), e.strips()
	for _, f := range e.selectedRects() {
		if f.Rect.Overlaps(seen) || st.Holds(f.Ref.Kind) {
			e.frame(o, FrameSelected, f.Ref, f.Rect)
		}
	}
}
