// Package managetest opens a manager over a document in a window of a test.
package managetest

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Rig is the open manager, its document, and what it asked last.
type Rig struct {
	*manage.Manager
	T     testing.TB
	Doc   *edit.Document
	Asked ask.Question // Title is empty: nothing
}

// New opens a manager of a project whose first map is shown.
func New(t testing.TB, p journey.Project, subject func(h *manage.Host) manage.Subject) *Rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	win := test.NewTempWindow(t, canvas.NewRectangle(color.White))
	win.Resize(fyne.NewSize(1200, 860))
	n := 0
	r := &Rig{T: t, Doc: edit.NewDocument(p, func() journey.ID { n++; return journey.ID(fmt.Sprintf("new-%d", n)) })}
	h := &manage.Host{
		Canvas: win.Canvas(), Words: words.In("en"), Project: r.Doc.Project,
		MapID: func() journey.ID {
			if maps := r.Doc.Project().MapsInOrder(); len(maps) > 0 {
				return maps[0].ID
			}
			return ""
		},
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			_, err := r.Doc.Do(l, f)
			return err
		},
		Ask:  func(q ask.Question) { r.Asked = q },
		Undo: func() { r.Doc.Undo() }, Redo: func() { r.Doc.Redo() },
		CanUndo: func() bool { _, ok := r.Doc.UndoLabel(); return ok },
		CanRedo: func() bool { _, ok := r.Doc.RedoLabel(); return ok },
		Closed:  func() {},
	}
	r.Manager = manage.Open(h, subject(h), "")
	r.Doc.Subscribe(func(edit.Change) { r.Update() })
	return r
}

// Answer gives the question that was asked the answer that means yes, or the one that cancels.
func (r *Rig) Answer(yes bool) {
	r.T.Helper()
	q := r.Asked
	r.Asked = ask.Question{}
	for _, a := range q.Answers {
		if a.Primary == yes && a.Cancel != yes {
			if a.Run != nil {
				a.Run()
			}
			return
		}
	}
	r.T.Fatalf("%q has no such answer", q.Title)
}

// Type puts a text into a field of the form and keeps it.
func (r *Rig) Type(key, text string) {
	r.T.Helper()
	f := r.Form().Fields[key]
	if f == nil {
		r.T.Fatalf("there is no field %s", key)
	}
	r.Canvas.Focus(f)
	f.SetText(text)
	r.Canvas.Unfocus()
}

// LastStep returns the key of what would be undone.
func (r *Rig) LastStep() string {
	l, _ := r.Doc.UndoLabel()
	return l.Key
}

// Tap taps the button of the form that says text.
func (r *Rig) Tap(text string) {
	r.T.Helper()
	for _, o := range test.LaidOutObjects(r.Canvas.Overlays().Top()) {
		if b, ok := o.(*look.Button); ok && b.Text == text && b.Visible() {
			b.Tapped(nil)
			return
		}
	}
	r.T.Fatalf("no button says %q", text)
}
