package manage

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// rig is a manager of tags in a window, over a document.
type rig struct {
	*Manager
	t      *testing.T
	doc    *edit.Document
	closed int
	refuse error
}

func newRig(t *testing.T, names ...string) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	win := test.NewTempWindow(t, canvas.NewRectangle(color.White))
	win.Resize(fyne.NewSize(1100, 800))
	n := 0
	r := &rig{t: t, doc: edit.NewDocument(journey.Project{}, func() journey.ID { n++; return journey.ID(fmt.Sprintf("t%d", n)) })}
	for _, name := range names {
		if _, err := r.doc.Do(edit.Label{Key: edit.LabelAddTag}, func(tx *edit.Tx) error {
			_, err := edit.AddTag(tx, name, "")
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	h := &Host{
		Canvas: win.Canvas(), Words: words.In("en"), Project: r.doc.Project, MapID: func() journey.ID { return "" },
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			if r.refuse != nil {
				return r.refuse
			}
			_, err := r.doc.Do(l, f)
			return err
		},
		Ask:  func(ask.Question) { t.Error("asked") },
		Undo: func() { r.doc.Undo() }, Redo: func() { r.doc.Redo() },
		CanUndo: func() bool { _, ok := r.doc.UndoLabel(); return ok }, CanRedo: func() bool { _, ok := r.doc.RedoLabel(); return ok },
		Closed: func() { r.closed++ },
	}
	add := func(name string) func(*edit.Tx) (journey.ID, error) {
		return func(tx *edit.Tx) (journey.ID, error) { return edit.AddTag(tx, name, "") }
	}
	s := Subject{
		Title: "Tags", Empty: "None", Add: "Add",
		List: func(p journey.Project) []Item {
			var items []Item
			for _, tag := range p.TagsInOrder() {
				items = append(items, Item{ID: tag.ID, Name: tag.Name, Note: tag.Color})
			}
			return items
		},
		Lead: func(journey.ID) (fyne.CanvasObject, func(journey.Project)) {
			return canvas.NewRectangle(color.Black), func(journey.Project) {}
		},
		Form: func(f *Form, id journey.ID) {
			Text(f, "tag.name", 1, func(t journey.Tag) string { return t.Name }, func(t *journey.Tag, s string) { t.Name = s })
			Colors(f, "tag.color", []color.NRGBA{{0xC0, 0x35, 0x2B, 255}}, func(t journey.Tag) string { return t.Color }, func(t *journey.Tag, s string) { t.Color = s })
		},
		New: func() (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			return edit.Label{Key: edit.LabelAddTag}, add("new")
		},
		Copy: func(id journey.ID) (edit.Label, func(*edit.Tx) (journey.ID, error)) {
			return edit.Label{Key: edit.LabelAddTag}, add("copy of " + string(id))
		},
		Move: func(id, before journey.ID) (edit.Label, func(*edit.Tx) error) {
			return edit.Label{Key: edit.LabelMoveTag}, func(tx *edit.Tx) error { return edit.MoveTag(tx, id, before) }
		},
		Remove: func(id journey.ID) {
			if _, err := r.doc.Do(edit.Label{Key: edit.LabelRemoveTag}, func(tx *edit.Tx) error { return edit.RemoveTag(tx, id) }); err != nil {
				t.Error(err)
			}
		},
	}
	r.Manager = Open(h, s, "")
	r.doc.Subscribe(func(edit.Change) { r.Update() })
	return r
}

// expect compares what is listed, which is chosen, and what could be undone.
func (r *rig) expect(chosen journey.ID, undo string, names ...string) {
	r.t.Helper()
	var got []string
	for _, it := range r.list.items {
		got = append(got, it.Name)
	}
	if !slices.Equal(got, names) || r.Chosen() != chosen {
		r.t.Errorf("listed %q, chosen %s; want %q, %s", got, r.Chosen(), names, chosen)
	}
	if l, _ := r.doc.UndoLabel(); l.Key != undo {
		r.t.Errorf("to undo is %q, want %q", l.Key, undo)
	}
}

func (r *rig) key(names ...fyne.KeyName) {
	for _, n := range names {
		r.list.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestTheListIsWalkedByKeys(t *testing.T) {
	r := newRig(t, "a", "b", "c")
	r.expect("t1", edit.LabelAddTag, "a", "b", "c")
	r.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if r.Chosen() != "t2" || r.Form().Fields["tag.name"].Text != "b" {
		t.Errorf("chosen is %s", r.Chosen())
	}
	r.key(fyne.KeyEnd)
	r.list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierControl})
	r.expect("t3", edit.LabelMoveTag, "a", "c", "b")
	r.list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierControl})
	r.expect("t3", edit.LabelMoveTag, "a", "b", "c")
	r.key(fyne.KeyDelete)
	r.expect("t2", edit.LabelRemoveTag, "a", "b")
	r.list.TypedShortcut(&fyne.ShortcutUndo{})
	r.expect("t2", edit.LabelMoveTag, "a", "b", "c")
	r.list.TypedShortcut(&fyne.ShortcutRedo{})
	r.expect("t2", edit.LabelRemoveTag, "a", "b")
	r.key(fyne.KeyReturn)
	if r.Canvas.Focused() != fyne.Focusable(r.Form().Fields["tag.name"]) {
		t.Error("Enter goes not into the form")
	}
	r.Canvas.Focus(r.list)
	r.key(fyne.KeyEscape)
	if r.Open() || r.closed != 1 || r.Canvas.Overlays().Top() != nil {
		t.Error("Esc has not closed the dialog")
	}
}

func TestAddAndDuplicateAreChosenAndNamed(t *testing.T) {
	r := newRig(t, "a")
	r.Add()
	r.expect("t2", edit.LabelAddTag, "a", "new")
	f := r.Form().Fields["tag.name"]
	if r.Canvas.Focused() != fyne.Focusable(f) || f.SelectedText() != "new" {
		t.Errorf("chosen in the name is %q", f.SelectedText())
	}
	test.Type(f, "waiting")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.expect("t2", edit.LabelText, "a", "waiting")
	r.list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyD, Modifier: fyne.KeyModifierControl})
	r.expect("t3", edit.LabelAddTag, "a", "waiting", "copy of t2")
}

// What is typed is kept when the dialog is closed over it, and dropped where it is refused.
func TestWhatIsTypedIsKept(t *testing.T) {
	r := newRig(t, "a")
	f := r.Form().Fields["tag.name"]
	r.Canvas.Focus(f)
	f.SetText("refused")
	r.refuse = errors.New("looked at only")
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.expect("t1", edit.LabelAddTag, "a")
	if f.Text != "a" {
		t.Errorf("the field says %q", f.Text)
	}
	r.refuse = nil
	r.Canvas.Focus(f)
	f.SetText("kept")
	r.Close()
	if tag, _ := r.doc.Project().Tags.Get("t1"); tag.Name != "kept" {
		t.Errorf("the name is %q", tag.Name)
	}
	r.Close()
	if r.closed != 1 {
		t.Errorf("closed %d times", r.closed)
	}
}

func TestColoursOfferedAndOnesOwn(t *testing.T) {
	r := newRig(t, "a")
	f := r.Form().Fields["tag.color"]
	for _, c := range []struct{ typed, want string }{{"#123abc", "#123ABC"}, {"fedcba", "#FEDCBA"}, {"blue", "#FEDCBA"}, {"", ""}} {
		r.Canvas.Focus(f)
		f.SetText(c.typed)
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if tag, _ := r.doc.Project().Tags.Get("t1"); tag.Color != c.want || f.Text != c.want {
			t.Errorf("%q typed: the tag is %q, the field says %q, want %q", c.typed, tag.Color, f.Text, c.want)
		}
	}
}

func TestALineIsDraggedToItsPlace(t *testing.T) {
	r := newRig(t, "a", "b", "c")
	drag := func(i int, dy float32) {
		row := r.list.rows[i]
		for step := 1; step <= 6; step++ {
			ev := &fyne.DragEvent{Dragged: fyne.NewDelta(0, dy/6)}
			ev.Position = fyne.NewPos(30, rowHeight/2+dy*float32(step)/6)
			row.Dragged(ev)
		}
		row.DragEnd()
	}
	drag(0, 2*rowHeight)
	r.expect("t1", edit.LabelMoveTag, "b", "c", "a")
	drag(2, -5*rowHeight)
	r.expect("t1", edit.LabelMoveTag, "a", "b", "c")
	n := len(r.doc.Project().TagsInOrder())
	r.doc.Undo()
	drag(1, 10)
	drag(1, 2)
	r.expect("t1", edit.LabelMoveTag, "b", "c", "a")
	if n != 3 || r.list.mark.Visible() {
		t.Error("the mark is still there")
	}
}

func TestNothingThere(t *testing.T) {
	r := newRig(t)
	if r.Chosen() != "" || !r.remove.Disabled() || !r.up.Disabled() || !r.copy.Disabled() {
		t.Error("there is something to do with nothing")
	}
	r.Remove()
	r.Duplicate()
	r.Shift(1)
	r.key(fyne.KeyDown, fyne.KeyDelete, fyne.KeyReturn)
	r.Add()
	r.expect("t1", edit.LabelAddTag, "new")
	r.doc.Undo()
	r.expect("", "")
}
