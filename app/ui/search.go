package ui

import (
	"jejak/app/editor"
	"jejak/app/ui/find"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// finding is the panel that searches, and what it has to do with the board.
type finding struct {
	panel *find.Panel
	marks *find.Marks
	shown journey.Ref // was gone to: the panel must not hide it once it is drawn
}

// findActions search the project.
func (w *Window) findActions() []*editor.Action {
	always := func() bool { return true } // also of a project that is only looked at
	key := func(k editor.Key, m editor.Mods) []editor.Shortcut { return []editor.Shortcut{{Key: k, Mods: m}} }
	return []*editor.Action{
		{ID: "find.open", Menu: "edit", Group: 5, Icon: "search", Window: true, When: w.open, Allowed: always,
			Shortcuts: key("F", editor.Mods{Ctrl: true}), Do: does(func() { w.finding.panel.Open(false) })},
		{ID: "find.replace", Menu: "edit", Group: 5, Icon: "replace", Window: true, When: w.open, Allowed: always,
			Shortcuts: key("H", editor.Mods{Ctrl: true}), Do: does(func() { w.finding.panel.Open(true) })},
		{ID: "find.next", Menu: "edit", Group: 5, Window: true, When: w.open, Allowed: always,
			Shortcuts: key("F3", editor.Mods{}), Do: does(func() { w.finding.panel.Next() })},
		{ID: "find.previous", Menu: "edit", Group: 5, Window: true, When: w.open, Allowed: always,
			Shortcuts: key("F3", editor.Mods{Shift: true}), Do: does(func() { w.finding.panel.Prev() })},
	}
}

// newFinding makes the panel, once; it is built anew when it is opened.
func (w *Window) newFinding() {
	w.finding = &finding{marks: find.NewMarks()}
	w.finding.panel = find.New(find.Options{
		Canvas: w.win.Canvas(), Words: func() *words.Table { return w.words },
		Project: func() journey.Project { return w.ed.Document().Project() },
		Map:     w.ed.MapID, Looked: w.ed.Selection, Do: w.do, Locked: w.ed.Locked,
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			w.ed.Settle()
			if w.ed.Refuse() {
				return editor.ErrLocked
			}
			_, err := w.ed.Document().Do(l, f)
			if err != nil {
				w.fail(w.t("ui.change.failed"), err)
			}
			return err
		},
		Show: w.goTo, Marked: w.markFound, Sized: w.layOver, Closed: w.focusBoard, Hint: w.hint,
	})
}

// goTo shows a record: it turns to its map, selects it and brings it into sight. What hangs on
// another record is shown by that one.
func (w *Window) goTo(ref journey.Ref) {
	p := w.ed.Document().Project()
	if m := p.MapOf(ref); m != "" && m != w.ed.MapID() {
		w.ed.ShowMap(m)
	}
	for range 3 {
		switch rec, _ := p.Get(ref); r := rec.(type) {
		case journey.Comment:
			ref = r.At
		case journey.Measurement:
			ref = r.At
		case journey.Action:
			if r.CardID != "" {
				ref = journey.Ref{Kind: journey.KindCard, ID: r.CardID}
			}
		}
	}
	switch ref.Kind {
	case journey.KindMap:
		w.ed.Select()
	case journey.KindStage, journey.KindStep, journey.KindLane, journey.KindCard, journey.KindPoint,
		journey.KindLink, journey.KindPersona:
		w.ed.Select(ref)
		w.ed.Reveal(ref)
		w.finding.shown = ref
		w.uncover()
	}
}

// uncover moves the view if the panel lies over what was gone to.
func (w *Window) uncover() {
	s, panel := w.ed.Scene(), w.finding.panel.Object()
	if s == nil || w.finding.shown.IsZero() {
		return
	}
	t := s.Find(w.finding.shown, scene.PartBody)
	w.finding.shown = journey.Ref{}
	if t == nil || !panel.Visible() {
		return
	}
	v := w.ed.View()
	at, size := panel.Position(), panel.Size()
	covered := geom.R(float64(at.X), float64(at.Y), float64(size.Width), float64(size.Height))
	covered = geom.Rect{Min: covered.Min.Mul(v.Scale), Max: covered.Max.Mul(v.Scale)}
	seen := v.Transform.ApplyRect(t.Bounds)
	if !seen.Overlaps(covered) {
		return
	}
	// to the middle of what is free beside the panel, or below it where there is more
	free := geom.Pt(covered.Min.X/2, v.Size.H/2)
	if below := v.Size.H - covered.Max.Y; below > covered.Min.X || covered.Min.X < seen.W() {
		free = geom.Pt(v.Size.W/2, covered.Max.Y+below/2)
	}
	middle := geom.Pt(v.Size.W/2, v.Size.H/2)
	w.ed.LookAt(t.Bounds.Center().Add(middle.Sub(free).Mul(1 / v.Transform.K)))
}

// markFound marks on the board what was found.
func (w *Window) markFound() {
	refs, now := w.finding.panel.Found(w.ed.MapID())
	v := w.ed.View()
	w.finding.marks.Mark(w.ed.Scene(), refs, now, v.Transform, v.Size, v.Scale)
}

// searched hears the editor, for what lies over the board.
func (w *Window) searched(ev editor.Event) {
	if ev&(editor.DocumentChanged|editor.SceneChanged) != 0 {
		w.finding.panel.Changed()
	}
	if ev&(editor.SceneChanged|editor.ViewChanged) != 0 && w.finding.panel.IsOpen() {
		w.uncover()
		w.markFound()
	}
	if ev&(editor.DocumentChanged|editor.EditingChanged|editor.SceneChanged|editor.ActionsChanged) != 0 {
		w.guide.Invite()
	}
}
