package editor

// Overlay returns what lies over the picture now.
func (e *Editor) Overlay() Overlay {
	var o Overlay
	if e.scene == nil {
		return o
	}
	e.selectionFrames(&o)
	if t := e.atlas.Body(e.hover); t != nil && e.gesture == nil && !e.selection.has(e.hover) {
		o.Frames = append(o.Frames, Frame{Rect: e.view.Transform.ApplyRect(t.Bounds), Kind: FrameHover, Ref: e.hover})
	}
	if e.gesture != nil {
		e.gesture.Overlay(grip{e}, &o)
	}
	return o
}

// selectionFrames puts a frame round what is selected and in sight.
func (e *Editor) selectionFrames(o *Overlay) {
	seen := e.view.Visible()
	for _, f := range e.selectedRects() {
		if f.Rect.Overlaps(seen) {
			o.Frames = append(o.Frames, Frame{Rect: e.view.Transform.ApplyRect(f.Rect), Kind: FrameSelected, Ref: f.Ref})
		}
	}
}
