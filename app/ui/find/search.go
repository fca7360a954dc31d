package find

import (
	"fyne.io/fyne/v2"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// SearchOptions is what a Search asks of its window. All must be there.
type SearchOptions struct {
	Editor *editor.Editor
	Canvas fyne.Canvas
	Words  func() *words.Table
	Do     func(func())                                     // runs a function on the goroutine of the window
	Change func(l edit.Label, f func(*edit.Tx) error) error // makes an undo step, and tells a person of trouble
	Open   func() bool                                      // a project is open
	Sized  func()                                           // the panel needs another size than before
	Focus  func()                                           // gives the keyboard to the board
	Hint   func(b *look.Button, on bool)
}

// Search is the panel and what it has to do with the board: marks, and going to what was found.
type Search struct {
	o     SearchOptions
	panel *Panel
	marks *Marks
	shown journey.Ref // was gone to: the panel must not hide it once it is drawn
}

// NewSearch makes the panel, once; it is built anew when it is opened.
func NewSearch(o SearchOptions) *Search {
	s := &Search{o: o, marks: NewMarks()}
	s.panel = New(Options{
		Canvas: o.Canvas, Words: o.Words,
		Project: func() journey.Project { return o.Editor.Document().Project() },
		Map:     o.Editor.MapID, Looked: o.Editor.Selection, Do: o.Do, Locked: o.Editor.Locked,
		Change: o.Change, Show: s.GoTo, Marked: s.mark, Sized: o.Sized, Closed: o.Focus, Hint: o.Hint,
	})
	return s
}

// Panel returns what lies over the board at the right.
func (s *Search) Panel() *Panel { return s.panel }

// Marks returns what lies all over the board.
func (s *Search) Marks() *Marks { return s.marks }

// Actions search the project.
func (s *Search) Actions() []*editor.Action {
	always := func() bool { return true } // also of a project that is only looked at
	key := func(k editor.Key, m editor.Mods) []editor.Shortcut { return []editor.Shortcut{{Key: k, Mods: m}} }
	return []*editor.Action{
		{ID: "find.open", Menu: "edit", Group: 5, Icon: "search", Window: true, When: s.o.Open, Allowed: always,
			Shortcuts: key("F", editor.Mods{Ctrl: true}), Do: func() error { s.panel.Open(false); return nil }},
		{ID: "find.replace", Menu: "edit", Group: 5, Icon: "replace", Window: true, When: s.o.Open, Allowed: always,
			Shortcuts: key("H", editor.Mods{Ctrl: true}), Do: func() error { s.panel.Open(true); return nil }},
		{ID: "find.next", Menu: "edit", Group: 5, Window: true, When: s.o.Open, Allowed: always,
			Shortcuts: key("F3", editor.Mods{}), Do: func() error { s.panel.Next(); return nil }},
		{ID: "find.previous", Menu: "edit", Group: 5, Window: true, When: s.o.Open, Allowed: always,
			Shortcuts: key("F3", editor.Mods{Shift: true}), Do: func() error { s.panel.Prev(); return nil }},
	}
}

// GoTo shows a record: it turns to its map, selects it and brings it into sight. What hangs on
// another record is shown by that one.
func (s *Search) GoTo(ref journey.Ref) {
	p := s.o.Editor.Document().Project()
	if m := p.MapOf(ref); m != "" && m != s.o.Editor.MapID() {
		s.o.Editor.ShowMap(m)
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
		s.o.Editor.Select()
	case journey.KindStage, journey.KindStep, journey.KindLane, journey.KindCard, journey.KindPoint,
		journey.KindLink, journey.KindPersona:
		s.o.Editor.Select(ref)
		s.o.Editor.Reveal(ref)
		s.shown = ref
		s.uncover()
	}
}

// uncover moves the view if the panel lies over what was gone to.
func (s *Search) uncover() {
	drawn, panel := s.o.Editor.Scene(), s.panel.Object()
	if drawn == nil || s.shown.IsZero() {
		return
	}
	t := drawn.Find(s.shown, scene.PartBody)
	s.shown = journey.Ref{}
	if t == nil || !panel.Visible() {
		return
	}
	v := s.o.Editor.View()
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
	s.o.Editor.LookAt(t.Bounds.Center().Add(middle.Sub(free).Mul(1 / v.Transform.K)))
}

// mark marks on the board what was found.
func (s *Search) mark() {
	refs, now := s.panel.Found(s.o.Editor.MapID())
	v := s.o.Editor.View()
	s.marks.Mark(s.o.Editor.Scene(), refs, now, v.Transform, v.Size, v.Scale)
}

// Heard hears the editor.
func (s *Search) Heard(ev editor.Event) {
	if ev&(editor.DocumentChanged|editor.SceneChanged) != 0 {
		s.panel.Changed()
	}
	if ev&(editor.SceneChanged|editor.ViewChanged) != 0 && s.panel.IsOpen() {
		s.uncover()
		s.mark()
	}
}
