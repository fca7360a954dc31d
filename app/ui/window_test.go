package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/app/ui/board"
	"jejak/app/ui/look"
	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// rig is a window in a test: events are played on the test's goroutine, and what other goroutines
// send to the window runs there too, when the test waits.
type rig struct {
	*Window
	t     *testing.T
	mu    sync.Mutex
	queue []func()
	wake  chan struct{}
}

func newRig(t *testing.T) *rig {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	t.Setenv("LANG", "en_US.UTF-8")
	a := test.NewTempApp(t)
	r := &rig{t: t, wake: make(chan struct{}, 1)}
	r.Window = newWindow(a, r.send)
	r.win.Resize(fyne.NewSize(1400, 860))
	t.Cleanup(func() {
		if r.open() {
			r.ed.Settle()
			r.file.Close()
		}
		r.file.Wait()
	})
	return r
}

func (r *rig) send(f func()) {
	r.mu.Lock()
	r.queue = append(r.queue, f)
	r.mu.Unlock()
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// until runs what comes to the window until done says so.
func (r *rig) until(what string, done func() bool) {
	r.t.Helper()
	late := time.After(time.Minute) // far more than any machine needs: a hang must not hang the suite
	for !done() {
		r.mu.Lock()
		queue := r.queue
		r.queue = nil
		r.mu.Unlock()
		for _, f := range queue {
			f()
		}
		if len(queue) > 0 {
			continue
		}
		select {
		case <-r.wake:
		case <-late:
			r.t.Fatalf("waited in vain for %s", what)
		}
	}
}

func sampleProject(t *testing.T) journey.Project {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	first := p.MapsInOrder()[0].ID // the sample has the map as it is to be too
	var recs []journey.Record
	for rec := range p.Records() {
		if id := p.MapOf(journey.RefTo(rec)); id == "" || id == first {
			if m, ok := rec.(journey.Map); ok {
				m.PairID = ""
				rec = m
			}
			recs = append(recs, rec)
		}
	}
	return journey.FromRecords(recs)
}

// openSaved saves the sample to a file and opens it in the window.
func (r *rig) openSaved() string {
	r.t.Helper()
	path := filepath.Join(r.t.TempDir(), "sample.jejak")
	s, err := session.New(sampleProject(r.t))
	if err != nil {
		r.t.Fatal(err)
	}
	if err := <-s.SaveAs(path); err != nil {
		r.t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		r.t.Fatal(err)
	}
	r.file.Open(path)
	r.until("the first picture", func() bool { return r.open() && r.ed.Scene() != nil })
	return path
}

// at returns where on the board a record is drawn, in units of Fyne (the test canvas has scale 1).
func (r *rig) at(ref journey.Ref, part scene.Part) geom.Point {
	r.t.Helper()
	t := r.ed.Scene().Find(ref, part)
	if t == nil {
		r.t.Fatalf("%v is not drawn", ref)
	}
	return r.ed.View().Transform.Apply(t.Bounds.Center())
}

func (r *rig) press(p geom.Point) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(float32(p.X), float32(p.Y))
	r.board.MouseDown(ev)
}

func (r *rig) release(p geom.Point) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(float32(p.X), float32(p.Y))
	r.board.MouseUp(ev)
}

// drag replays what Fyne sends for a drag: press, moves, release, end.
func (r *rig) drag(from, to geom.Point) {
	r.press(from)
	for i := 1; i <= 8; i++ {
		p := from.Add(to.Sub(from).Mul(float64(i) / 8))
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(float32(p.X), float32(p.Y))
		r.board.Dragged(ev)
	}
	r.release(to)
	r.board.DragEnd()
}

func (r *rig) project() journey.Project { return r.ed.Document().Project() }

func cardNamed(t *testing.T, p journey.Project, prefix string) journey.Card {
	t.Helper()
	for c := range p.Cards.All() {
		if strings.HasPrefix(c.Title, prefix) {
			return c
		}
	}
	t.Fatalf("no card %q", prefix)
	return journey.Card{}
}

func TestStartScreenOffersTheNextStep(t *testing.T) {
	r := newRig(t)
	if r.open() {
		t.Fatal("a project is open before anybody opened one")
	}
	if got := r.win.Title(); got != "Jejak" {
		t.Errorf("title %q", got)
	}
	r.gallery.Sample("glasses")
	r.until("the sample", func() bool { return r.ed.Scene() != nil })
	if got := r.win.Title(); got != "Buying glasses.jejak — Not saved yet" {
		t.Errorf("title %q", got)
	}
}

func TestDragCardUndoSave(t *testing.T) {
	r := newRig(t)
	path := r.openSaved()
	if !strings.HasPrefix(r.win.Title(), "sample.jejak — Saved ") {
		t.Errorf("title %q", r.win.Title())
	}
	card := cardNamed(t, r.project(), "Eye test")
	target := cardNamed(t, r.project(), "Posts a review")
	ref := journey.RefTo(card)
	r.drag(r.at(ref, scene.PartBody), r.at(journey.RefTo(target), scene.PartBody))
	moved, _ := r.project().Cards.Get(card.ID)
	if moved.StageID != target.StageID {
		t.Fatalf("the card is in stage %s, want %s", moved.StageID, target.StageID)
	}
	r.until("the title", func() bool { return strings.HasSuffix(r.win.Title(), "Unsaved changes") })
	r.run("edit.undo")
	if back, _ := r.project().Cards.Get(card.ID); !journey.Equal(back, card) {
		t.Errorf("undo left %+v", back)
	}
	r.run("edit.redo")
	r.run("file.save")
	r.until("the save", func() bool { return strings.Contains(r.win.Title(), "Saved ") })
	s, err := session.Open(path, session.ReadOnly())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if saved, _ := s.Document().Project().Cards.Get(card.ID); saved.StageID != target.StageID {
		t.Error("the file does not hold the move")
	}
}

// fieldWith finds a field below o that holds a text; nil if there is none.
func fieldWith(o fyne.CanvasObject, text string) *look.Field {
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *look.Field:
		if o.Text == text {
			return o
		}
		return nil
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = test.WidgetRenderer(o).Objects()
	}
	for _, o := range inner {
		if f := fieldWith(o, text); f != nil {
			return f
		}
	}
	return nil
}

func TestInspectorChangesWhatIsSelected(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	card := cardNamed(t, r.project(), "Eye test")
	p := r.at(journey.RefTo(card), scene.PartBody)
	r.press(p)
	r.release(p)
	title := fieldWith(r.inspector, card.Title)
	if title == nil {
		t.Fatal("no field holds the title")
	}
	r.win.Canvas().Focus(title)
	title.SetText("Eye test, free of charge")
	title.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if now, _ := r.project().Cards.Get(card.ID); now.Title != "Eye test, free of charge" {
		t.Errorf("title %q", now.Title)
	}
	if r.win.Canvas().Focused() != fyne.Focusable(r.board) {
		t.Error("the board has not got the keyboard back")
	}
	r.run("edit.undo")
	if title.Text != card.Title {
		t.Errorf("after undo the field shows %q", title.Text)
	}
}

func TestTextInPlace(t *testing.T) {
	for _, c := range []struct {
		name string
		end  func(*rig, fyne.Focusable)
		want string
	}{
		{"Enter keeps a title", func(r *rig, f fyne.Focusable) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }, "New words"},
		{"Escape drops it", func(r *rig, f fyne.Focusable) { f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }, "Eye test with the optometrist"},
		{"clicking elsewhere keeps it", func(r *rig, f fyne.Focusable) { r.press(geom.Pt(5, 5)); r.release(geom.Pt(5, 5)) }, "New words"},
		{"Ctrl+Enter keeps it", func(r *rig, f fyne.Focusable) {
			f.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
		}, "New words"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRig(t)
			r.openSaved()
			card := cardNamed(t, r.project(), "Eye test")
			r.ed.EditText(journey.RefTo(card), scene.PartTitle)
			field := r.win.Canvas().Focused()
			if field == nil || field == fyne.Focusable(r.board) {
				t.Fatal("no field has the keyboard")
			}
			test.Type(field, "New words") // all of the old text is selected, so this replaces it
			c.end(r, field)
			if now, _ := r.project().Cards.Get(card.ID); now.Title != c.want {
				t.Errorf("title %q, want %q", now.Title, c.want)
			}
			if r.ed.Editing() != nil {
				t.Error("still editing")
			}
		})
	}
}

func TestKeysInATextMeanTheText(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	card := cardNamed(t, r.project(), "Eye test")
	r.ed.Select(journey.RefTo(card))
	r.run("edit.duplicate")
	f := fieldWith(r.inspector, card.Title)
	if f == nil {
		t.Fatal("no field holds the title")
	}
	r.win.Canvas().Focus(f)
	test.Type(f, "more ")
	n := r.project().Cards.Len()
	for _, key := range []string{"edit.undo", "edit.selectAll", "edit.duplicate"} {
		f.TypedShortcut(board.Shortcut(r.ed.Action(actionID(key)).Shortcuts[0])) // as the driver hands it on
	}
	if r.project().Cards.Len() != n {
		t.Error("Ctrl+Z in a field undid an edit of the map")
	}
	if f.Text == "more "+card.Title {
		t.Error("Ctrl+Z in a field undid nothing")
	}
	if f.SelectedText() != f.Text {
		t.Errorf("Ctrl+A in a field selected %q", f.SelectedText())
	}
}

func TestNothingRunsBehindADialog(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	card := cardNamed(t, r.project(), "Eye test")
	r.ed.Select(journey.RefTo(card))
	r.about()
	n := r.project().Cards.Len()
	a := r.ed.Action("edit.delete")
	r.fromKey(a.Shortcuts[0])
	r.run("edit.delete")
	if r.project().Cards.Len() != n {
		t.Error("a card was deleted behind a dialog")
	}
	r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.modal() {
		t.Fatal("Escape has not closed the dialog")
	}
	r.run("edit.delete")
	if r.project().Cards.Len() != n-1 {
		t.Error("the card is still there")
	}
}

func TestBadFilesGetOneSentence(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, path := range map[string]string{
		"missing": filepath.Join(dir, "none.jejak"), "folder": dir,
		"empty": write("empty.jejak", ""), "text": write("text.jejak", "Dear diary,\n"),
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t)
			r.file.Open(path)
			r.until("the dialog", r.modal)
			if r.open() {
				t.Error("a project is open")
			}
			if n := r.desk.Open(); n != 1 {
				t.Errorf("%d dialogs", n)
			}
		})
	}
}

func TestLanguageAndColoursSwitchAtRunTime(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.setLanguage("id")
	if got := r.menus.Menus()[0].Title; got != "Berkas" {
		t.Errorf("first menu %q", got)
	}
	if !strings.Contains(r.win.Title(), "Tersimpan") {
		t.Errorf("title %q", r.win.Title())
	}
	r.toggleDark()
	if !look.Now().IsDark {
		t.Error("still light")
	}
	r.toggleDark()
	r.setLanguage("en")
	if got := r.menus.Menus()[0].Title; got != "File" {
		t.Errorf("first menu %q", got)
	}
}

func TestEveryActionHasANameAndItsMenu(t *testing.T) {
	r := newRig(t)
	for _, lang := range words.Languages {
		r.setLanguage(lang)
		shown := map[string]bool{}
		for _, m := range r.menus.Menus() {
			for _, it := range m.Items() {
				shown[it.Label] = true
				for _, sub := range it.Sub {
					shown[sub.Label] = true
					shown[r.words.F("action.insert.lane", words.Args{"Kind": sub.Label})] = true
				}
			}
		}
		for _, a := range r.ed.Actions() {
			if a.Label() == "" || strings.HasPrefix(a.Label(), "[") {
				t.Errorf("%s: %s has no name", lang, a.ID)
			}
			if !shown[a.Label()] {
				t.Errorf("%s: %s stands in no menu", lang, a.ID)
			}
		}
	}
}

func TestShortcutsOfFyne(t *testing.T) {
	for _, c := range []struct {
		s    editor.Shortcut
		want string
	}{
		{editor.Shortcut{Key: "Z", Mods: editor.Mods{Ctrl: true}}, (&fyne.ShortcutUndo{}).ShortcutName()},
		{editor.Shortcut{Key: "Z", Mods: editor.Mods{Ctrl: true, Shift: true}}, "CustomDesktop:Shift+Control+Z"},
		{editor.Shortcut{Key: editor.KeyLeft, Mods: editor.Mods{Ctrl: true}}, "CustomDesktop:Control+Left"},
		{editor.Shortcut{Key: "=", Mods: editor.Mods{Ctrl: true}}, "CustomDesktop:Control+="},
	} {
		if got := board.Shortcut(c.s).ShortcutName(); got != c.want {
			t.Errorf("%v: %q, want %q", c.s, got, c.want)
		}
	}
}
