package editor

import (
	"slices"

	"jejak/app/editor/desk"
	"jejak/data/journey"
)

// selection is what is selected, in the order it was chosen.
type selection struct {
	refs []journey.Ref
	set  map[journey.Ref]bool // of refs; built when first asked
}

func (s *selection) has(ref journey.Ref) bool {
	if len(s.refs) <= 8 {
		return slices.Contains(s.refs, ref)
	}
	if s.set == nil {
		s.set = make(map[journey.Ref]bool, len(s.refs))
		for _, r := range s.refs {
			s.set[r] = true
		}
	}
	return s.set[ref]
}

// Selection returns what is selected. The slice must not be changed.
func (e *Editor) Selection() []journey.Ref { return e.selection.refs }

// Select selects exactly these, as far as they are in the project.
func (e *Editor) Select(refs ...journey.Ref) {
	defer e.enter()()
	kept := make([]journey.Ref, 0, len(refs))
	seen := make(map[journey.Ref]bool, len(refs))
	for _, r := range refs {
		if !seen[r] {
			kept, seen[r] = append(kept, r), true
		}
	}
	e.choose(kept)
}

// SelectAll selects all cards of the map.
func (e *Editor) SelectAll() {
	defer e.enter()()
	all := e.atlas.InOrder()
	refs := make([]journey.Ref, len(all))
	for i, f := range all {
		refs[i] = f.Ref
	}
	e.choose(refs)
}

// widen selects more: the cards of the stages, steps and lanes that are selected, or all there are.
func (e *Editor) widen() {
	if !e.chooseCards(e.selection.refs...) {
		e.SelectAll()
	}
}

// chooseCards selects the cards of stages, steps and lanes; if they hold none it is false, and
// nothing happens.
func (e *Editor) chooseCards(of ...journey.Ref) bool {
	in := make(map[journey.Ref]bool, len(of))
	for _, r := range of {
		in[r] = true
	}
	p := e.project()
	var refs []journey.Ref
	for _, f := range e.atlas.InOrder() {
		c, _ := p.Cards.Get(f.Ref.ID)
		if in[desk.StageRef(c.StageID)] || in[desk.StepRef(c.StepID)] || in[desk.LaneRef(c.LaneID)] {
			refs = append(refs, f.Ref)
		}
	}
	if len(refs) == 0 {
		return false
	}
	e.choose(refs)
	return true
}

// extend selects all from what was selected last to ref where they stand in one lane, or are
// headers in one row; otherwise ref in addition.
func (e *Editor) extend(ref journey.Ref) {
	run := e.atlas.Run(e.last(), ref)
	if len(run) == 0 {
		e.toggle(ref)
		return
	}
	refs := slices.Clone(e.selection.refs)
	for _, r := range run {
		if !e.selection.has(r) {
			refs = append(refs, r)
		}
	}
	e.choose(refs)
}

// choose makes refs the selection and keeps the slice. The picture can be older than the facts:
// what is only in the picture is left out.
func (e *Editor) choose(refs []journey.Ref) {
	p := e.project()
	gone := func(r journey.Ref) bool { return !p.Has(r) }
	if slices.ContainsFunc(refs, gone) {
		refs = slices.DeleteFunc(slices.Clone(refs), gone)
	}
	if slices.Equal(refs, e.selection.refs) {
		return
	}
	e.selection = selection{refs: refs}
	e.rects = nil
	e.trouble = nil
	e.note(SelectionChanged | OverlayChanged | ActionsChanged)
}

// toggle adds ref to the selection, or takes it out.
func (e *Editor) toggle(ref journey.Ref) {
	if !e.selection.has(ref) {
		e.choose(append(slices.Clone(e.selection.refs), ref))
		return
	}
	e.choose(slices.DeleteFunc(slices.Clone(e.selection.refs), func(r journey.Ref) bool { return r == ref }))
}

// prune drops from the selection what is no longer there.
func (e *Editor) prune() {
	e.choose(e.selection.refs)
	if !e.project().Has(e.hover) {
		e.hover = journey.Ref{}
	}
}

// last returns what was selected last; the zero Ref if nothing is selected.
func (e *Editor) last() journey.Ref {
	if n := len(e.selection.refs); n > 0 {
		return e.selection.refs[n-1]
	}
	return journey.Ref{}
}

// selectedRects returns where the selection is drawn, in scene points.
func (e *Editor) selectedRects() []desk.Framed {
	if e.rects == nil && len(e.selection.refs) > 0 {
		e.rects = make([]desk.Framed, 0, len(e.selection.refs))
		for _, r := range e.selection.refs {
			for _, t := range e.atlas.Bodies(r) {
				e.rects = append(e.rects, desk.Framed{Ref: r, Rect: t.Bounds})
			}
		}
	}
	return e.rects
}
