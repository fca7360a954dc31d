package library

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"image/color"

	store "jejak/app/library"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/project"
)

// rig is a project, a library of its own, and what was asked.
type rig struct {
	t      *testing.T
	o      Options
	doc    *edit.Document
	queue  chan func()
	wait   int // how much of the disk is asked for
	asked  []ask.Question
	locked bool
	done   []journey.ID
	closed bool
	desk   *ask.Desk
	*Dialog
}

func shop() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, journey.Channel{ID: "web", Rank: "a", Name: "Website"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari", Goals: "Ride", ChannelIDs: []journey.ID{"web"}},
		journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo"},
		journey.Map{ID: "m", Rank: "a", Title: "Buy"},
	})
}

func setUp(t *testing.T, p journey.Project) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	win := test.NewTempWindow(t, canvas.NewRectangle(color.White))
	win.Resize(fyne.NewSize(1200, 860))
	r := &rig{t: t, queue: make(chan func(), 256), doc: edit.NewDocument(p, nil)}
	r.desk = ask.NewDesk(win.Canvas(), func() *words.Table { return words.In("en") }, func() {})
	r.o = Options{
		Canvas: win.Canvas(), Words: words.In("en"), Faces: text.NewLibrary(text.WithoutSystemFonts()), Do: func(f func()) { r.queue <- f },
		Library: store.At(t.TempDir()), Read: project.Read, Project: r.doc.Project, MapID: func() journey.ID { return "m" },
		Locked: func() bool { return r.locked },
		Change: func(l edit.Label, f func(*edit.Tx) error) error {
			_, err := r.doc.Do(l, f)
			return err
		},
		Ask:    func(q ask.Question) *ask.Dialog { r.asked = append(r.asked, q); return r.desk.Show(q) },
		Wait:   func() func() { r.wait++; return func() { r.wait-- } },
		Closed: func() { r.closed = true }, Done: func(id journey.ID) { r.done = append(r.done, id) },
		Color: func(p journey.Project, id journey.ID) sign.Face { return sign.FaceOf(p, "", id) },
	}
	return r
}

// rest waits until the disk has answered.
func (r *rig) rest() {
	r.t.Helper()
	late := time.After(time.Minute)
	for r.wait > 0 {
		select {
		case f := <-r.queue:
			f()
		case <-late:
			r.t.Fatal("the disk does not answer")
		}
	}
}

func (r *rig) open(path string) {
	r.t.Helper()
	r.Dialog = Open(r.o, path)
	r.rest()
}

// last is the question asked last, answered with what says text.
func (r *rig) answer(text string) ask.Question {
	r.t.Helper()
	if len(r.asked) == 0 {
		r.t.Fatal("nothing was asked")
	}
	q := r.asked[len(r.asked)-1]
	for _, a := range q.Answers {
		if a.Text == text {
			r.desk.Top().Close(a.Run)
			r.rest()
			return q
		}
	}
	r.t.Fatalf("%q has no answer %q", q.Title, text)
	return q
}

func (r *rig) button(text string) *look.Button {
	for _, o := range test.LaidOutObjects(r.popup) {
		if b, ok := o.(*look.Button); ok && b.Text == text && b.Visible() {
			return b
		}
	}
	return nil
}

func (r *rig) tap(text string) {
	r.t.Helper()
	b := r.button(text)
	if b == nil {
		r.t.Fatalf("no button says %q", text)
	}
	b.Tapped(nil)
	r.rest()
}

func (r *rig) keep(id journey.ID) {
	Keep(r.o, r.doc.Project(), id)
	r.rest()
}

func (r *rig) inLibrary(id journey.ID) journey.Persona {
	r.t.Helper()
	p, err := r.o.Library.Read()
	if err != nil {
		r.t.Fatal(err)
	}
	who, _ := p.Personas.Get(id)
	return who
}

func TestKeepTellsAndAsks(t *testing.T) {
	r := setUp(t, shop())
	r.keep("sari")
	if q := r.answer("OK"); !strings.Contains(q.Title, "Sari is in your library") || r.inLibrary("sari").Goals != "Ride" {
		t.Errorf("%q", q.Title)
	}
	r.keep("sari")
	if q := r.answer("OK"); !strings.Contains(q.Title, "already") {
		t.Errorf("saved again: %q", q.Title)
	}
	sari, _ := r.doc.Project().Personas.Get("sari")
	_ = r.o.Change(edit.Label{}, func(tx *edit.Tx) error {
		sari.Goals = "Walk"
		tx.Put(sari)
		return nil
	})
	r.keep("sari")
	if r.answer("Cancel"); r.inLibrary("sari").Goals != "Ride" {
		t.Error("changed in the library although nobody wanted it")
	}
	r.keep("sari")
	r.answer("Update the library")
	if r.answer("OK"); r.inLibrary("sari").Goals != "Walk" {
		t.Error("the library is not updated")
	}
}

func TestPutIntoTheProject(t *testing.T) {
	r := setUp(t, shop())
	for _, id := range []journey.ID{"sari", "bimo"} {
		r.keep(id)
		r.answer("OK")
	}
	r.doc = edit.NewDocument(journey.FromRecords([]journey.Record{journey.Info{ID: "j"}, journey.Map{ID: "m", Rank: "a", Title: "Other"}}), nil)
	r.o.Project = r.doc.Project
	r.open("")
	r.Choose("sari")
	r.tap("Put into this project")
	p := r.doc.Project()
	if !p.Personas.Has("sari") || !carry.Stands(p, "sari", "m") || p.Channels.Len() != 1 {
		t.Error("Sari is not in the project, on the map, with her channel")
	}
	if l, _ := r.doc.UndoLabel(); l.Key != carry.LabelAdd || !slices.Equal(r.done, []journey.ID{"sari"}) {
		t.Errorf("last step %s, told of %v", l.Key, r.done)
	}
	r.Choose("bimo")
	r.alsoOn = false
	r.tap("Put into this project")
	if p = r.doc.Project(); !p.Personas.Has("bimo") || carry.Stands(p, "bimo", "m") {
		t.Error("Bimo is not in the project alone")
	}
	r.tap("Put on this map")
	if !carry.Stands(r.doc.Project(), "bimo", "m") || r.button("Put on this map") != nil {
		t.Error("Bimo is not on the map")
	}
	r.doc.Undo()
	r.locked = true
	r.Update()
	if b := r.button("Put on this map"); b == nil || !b.Disabled() {
		t.Error("a project that is only looked at can be changed")
	}
	r.Close()
	if r.Close(); !r.closed || r.Open() {
		t.Error("not closed")
	}
}

func TestDifferencesAreShownBeforeAnythingChanges(t *testing.T) {
	r := setUp(t, shop())
	r.keep("sari")
	r.answer("OK")
	if _, err := r.o.Library.Rename("sari", "Sari the second"); err != nil {
		t.Fatal(err)
	}
	r.open("")
	r.tap("Show what differs…")
	if r.answer("Cancel"); r.inLibrary("sari").Name != "Sari the second" {
		t.Error("the library is changed")
	}
	r.tap("Show what differs…")
	r.answer("Update the project")
	if p, _ := r.doc.Project().Personas.Get("sari"); p.Name != "Sari the second" {
		t.Errorf("the project has %q", p.Name)
	}
	if r.button("Show what differs…") != nil {
		t.Error("it still says that something differs")
	}
	r.doc.Undo()
	r.Update()
	r.tap("Show what differs…")
	r.answer("Update the library")
	if got := r.inLibrary("sari").Name; got != "Sari" {
		t.Errorf("the library has %q", got)
	}
}

func TestRenameAndDelete(t *testing.T) {
	r := setUp(t, shop())
	r.keep("sari")
	r.answer("OK")
	r.open("")
	r.tap("Rename…")
	f := r.o.Canvas.Focused().(*look.Field)
	f.SetText("Sari of the north")
	if r.answer("Rename"); r.inLibrary("sari").Name != "Sari of the north" {
		t.Errorf("renamed: %q", r.inLibrary("sari").Name)
	}
	r.tap("Delete…")
	if r.answer("Cancel"); r.inLibrary("sari").ID == "" {
		t.Error("deleted all the same")
	}
	r.tap("Delete…")
	if r.answer("Delete"); r.inLibrary("sari").ID != "" || r.Chosen() != "" {
		t.Error("still there")
	}
}

func TestFromAFile(t *testing.T) {
	r := setUp(t, journey.FromRecords([]journey.Record{journey.Info{ID: "j"}, journey.Map{ID: "m", Rank: "a", Title: "Other"}}))
	path := filepath.Join(t.TempDir(), "shop.jejak")
	if err := project.Save(path, shop(), project.WorkingIn(t.TempDir())); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	r.open(path)
	if len(r.rows) != 2 || r.Chosen() != "sari" {
		t.Errorf("%d rows, chosen %s", len(r.rows), r.Chosen())
	}
	r.tap("Put into this project")
	if !carry.Stands(r.doc.Project(), "sari", "m") {
		t.Error("Sari is not on the map")
	}
	r.rows[0].Stray(&fyne.KeyEvent{Name: fyne.KeyDown})
	if r.Chosen() != "bimo" {
		t.Errorf("chosen %s", r.Chosen())
	}
	r.tap("Save to library")
	if r.answer("OK"); r.inLibrary("bimo").Name != "Bimo" {
		t.Error("Bimo is not in the library")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file was changed: %v", err)
	}
	if r.button("Rename…") != nil || r.button("Delete…") != nil {
		t.Error("what is in a file can be changed")
	}
	r.Dialog.key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.open(filepath.Join(t.TempDir(), "missing.jejak"))
	if r.err == nil || r.button("Repair it") != nil {
		t.Errorf("a file that is not there: %v", r.err)
	}
}

func TestDamagedAndGone(t *testing.T) {
	r := setUp(t, shop())
	for _, id := range []journey.ID{"sari", "bimo"} {
		r.keep(id)
		r.answer("OK")
	}
	if err := os.WriteFile(r.o.Library.Path(), []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	r.keep("bimo")
	if q := r.answer("OK"); q.Title != "The library cannot be read" {
		t.Errorf("%q", q.Title)
	}
	r.open("")
	r.tap("Repair it")
	if q := r.answer("OK"); !strings.Contains(q.Text, "personas.damaged.jejak") || !strings.Contains(q.Text, "before the last change") || len(r.rows) != 1 {
		t.Errorf("%q; %d rows", q.Text, len(r.rows))
	}
	if err := os.Remove(r.o.Library.Path()); err != nil {
		t.Fatal(err)
	}
	r.Close()
	r.open("")
	r.tap("Bring back what is left")
	if r.err != nil || len(r.rows) != 1 {
		t.Errorf("%d rows: %v", len(r.rows), r.err)
	}
	if err := os.WriteFile(r.o.Library.Path(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r.Close()
	r.open("")
	r.tap("Begin a new one")
	if r.answer("OK"); r.err != nil || len(r.rows) != 0 {
		t.Errorf("%d rows: %v", len(r.rows), r.err)
	}
}
