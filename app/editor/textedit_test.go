package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

func (b *board) title(ref journey.Ref) string {
	switch r := mustGet(b, ref).(type) {
	case journey.Card:
		return r.Title
	case journey.Stage:
		return r.Title
	case journey.Lane:
		return r.Title
	case journey.Map:
		return r.Title
	}
	b.t.Fatalf("%v has no title", ref)
	return ""
}

func mustGet(b *board, ref journey.Ref) journey.Record {
	b.t.Helper()
	rec, ok := b.doc.Project().Get(ref)
	if !ok {
		b.t.Fatalf("%v is gone", ref)
	}
	return rec
}

func TestEditText(t *testing.T) {
	for _, c := range []struct {
		name string
		ref  journey.Ref
		open func(b *board)
		was  string
	}{
		{"a card by double click", journey.Ref{Kind: journey.KindCard, ID: "a1"}, func(b *board) { b.doubleClick(b.at("a1")) }, "Card a1"},
		{"a card by F2", journey.Ref{Kind: journey.KindCard, ID: "a1"}, func(b *board) { b.click("a1"); b.keys("F2") }, "Card a1"},
		{"a card by Return", journey.Ref{Kind: journey.KindCard, ID: "a1"}, func(b *board) { b.click("a1"); b.keys("Return") }, "Card a1"},
		{"a stage", journey.Ref{Kind: journey.KindStage, ID: "B"}, func(b *board) { b.doubleClick(b.at("B")) }, "Stage B"},
		{"a lane", journey.Ref{Kind: journey.KindLane, ID: "P"}, func(b *board) { b.doubleClick(b.at("P")) }, "Pain points"},
		{"the map", journey.Ref{Kind: journey.KindMap, ID: "map"}, func(b *board) { b.doubleClick(b.view(geom.Pt(left+20, 20))) }, "Buying a bike"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			c.open(b)
			ed := b.e.Editing()
			if ed == nil {
				t.Fatal("nothing is being edited")
			}
			if ed.Ref != c.ref || ed.Part != scene.PartTitle || ed.Text != c.was || ed.Multiline || ed.Fresh {
				t.Errorf("editing %+v", ed)
			}
			b.once(edit.LabelRename, func() { b.e.CommitText("Else") })
			if got := b.title(c.ref); got != "Else" {
				t.Errorf("it is called %q", got)
			}
			if b.e.Editing() != nil {
				t.Error("still editing")
			}
		})
	}
}

func TestEditTextNothingChanged(t *testing.T) {
	b := newBoard(t, small())
	for _, end := range []func(){
		func() { b.e.CommitText("Card a1") },
		func() { b.e.CancelText() },
		func() { b.keys("Escape") },
		func() { b.e.Settle() },
	} {
		b.never(func() {
			b.doubleClick(b.at("a1"))
			end()
		})
		if b.e.Editing() != nil {
			t.Fatal("still editing")
		}
	}
	b.wantSelected("a1")
}

func TestTextLiesOnText(t *testing.T) {
	b := newBoard(t, small())
	b.doubleClick(b.at("a1"))
	check := func() {
		t.Helper()
		ed, v := b.e.Editing(), b.e.View()
		want := v.Transform.ApplyRect(b.e.Scene().Find(ed.Ref, ed.Part).Edit.Rect)
		if ed.Rect != want || ed.SizePx != 9*v.Transform.K || ed.LeadPx != 12*v.Transform.K {
			t.Errorf("editing %+v, the text is at %+v", ed, want)
		}
	}
	check()
	b.events = 0
	b.e.ZoomTo(1.7, geom.Pt(300, 200))
	if !b.events.Has(editor.EditingChanged) {
		t.Error("zooming does not tell that the text moved")
	}
	check()
}

func TestTypedTextSurvives(t *testing.T) {
	b := newBoard(t, small())
	for name, next := range map[string]func(){
		"another press":   func() { b.click("b1") },
		"another action":  func() { b.run("edit.selectAll") },
		"saving":          func() { b.run("file.save") },
		"another edit":    func() { b.e.EditText(journey.Ref{Kind: journey.KindCard, ID: "b1"}, "") },
		"the window says": func() { b.e.Settle() },
	} {
		t.Run(name, func(t *testing.T) {
			b.e.CancelText()
			b.doubleClick(b.at("a1"))
			b.e.Typed("Typed before " + name)
			b.once(edit.LabelRename, next)
			if got := b.title(journey.Ref{Kind: journey.KindCard, ID: "a1"}); got != "Typed before "+name {
				t.Errorf("it is called %q", got)
			}
		})
	}
}

func TestDoubleClickAddsCard(t *testing.T) {
	b := newBoard(t, small())
	p := b.slot(2, 0, 0)
	b.once(edit.LabelAddCard, func() {
		b.doubleClick(p)
		ed := b.e.Editing()
		if ed == nil || !ed.Fresh || ed.Text != "" || ed.Ref.ID != "new-1" {
			t.Fatalf("editing %+v", ed)
		}
		b.e.CommitText("A new thing")
		b.wantSelected("new-1")
	})
	b.wantCards("C", "T", "new-1")
	if got := b.title(journey.Ref{Kind: journey.KindCard, ID: "new-1"}); got != "A new thing" {
		t.Errorf("it is called %q", got)
	}
}

func TestFreshCardLeavesNoTrace(t *testing.T) {
	b := newBoard(t, small())
	b.click("b1")
	for name, end := range map[string]func(){
		"empty":     func() { b.e.CommitText("") },
		"blank":     func() { b.e.CommitText(" \n\t") },
		"cancelled": func() { b.e.CancelText() },
		"Esc":       func() { b.keys("Escape") },
		"pressed":   func() { b.press(b.at("b1")); b.release(b.at("b1")) },
	} {
		t.Run(name, func(t *testing.T) {
			b.never(func() {
				b.keys("Ctrl+Return")
				if b.e.Editing() == nil {
					t.Fatal("the new card is not being edited")
				}
				end()
			})
			if b.e.Editing() != nil {
				t.Error("still editing")
			}
			b.wantSelected("b1")
		})
	}
}

func TestAsyncSceneOpensText(t *testing.T) {
	b := newBoard(t, small())
	b.hold = true
	b.run("insert.card")
	if b.e.Editing() != nil {
		t.Fatal("a text is open that nobody can see")
	}
	b.deliver(0)
	if b.e.Editing() == nil {
		t.Fatal("the text does not open when the scene comes")
	}
	b.once(edit.LabelAddCard, func() { b.e.CommitText("Late") })
}
