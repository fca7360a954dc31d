package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

func TestLockedDocumentStaysAsItIs(t *testing.T) {
	b := newBoard(t, small())
	b.e = editor.New(b.doc, editor.Options{ // as newBoard's, but edits may be refused
		Words: words.In("en"), Host: b.host,
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) { done(arrange(p, id)) },
	})
	b.e.Resize(geom.Size{W: 1200, H: 800}, 0.75)
	b.e.SetLocked(true)
	before := b.e.Document().Project()
	b.click("a1")
	for _, k := range []editor.Key{editor.KeyDelete, editor.KeyF2, "N"} {
		b.e.KeyDown(k, editor.Mods{})
	}
	for _, a := range b.e.Actions() {
		if a.Enabled() && !a.Window {
			if err := b.e.Run(a.ID); err != nil {
				t.Errorf("%s: %v", a.ID, err)
			}
			b.e.Settle()
		}
	}
	b.e.EditText(ref(journey.KindCard, id("a1")), "")
	if b.e.Editing() != nil {
		t.Error("a text is open")
	}
	if !journey.Between(before, b.e.Document().Project()).IsEmpty() {
		t.Error("the document has changed")
	}
	if got := b.e.Status(); got != "Read-only: nothing can be changed here. “Save as” makes a copy that can." {
		t.Errorf("the status says %q", got)
	}
	b.e.SetLocked(false)
	b.click("a1")
	b.e.KeyDown(editor.KeyDelete, editor.Mods{})
	if journey.Between(before, b.e.Document().Project()).IsEmpty() {
		t.Error("still locked")
	}
}
