package file

import (
	"bytes"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/session"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
)

// rig is a File in a test, with a window that has nothing in it but a title and questions. What other
// goroutines send to the window runs on the test's, when the test waits.
type rig struct {
	*File
	t     *testing.T
	app   fyne.App
	mu    sync.Mutex
	queue []func()
	wake  chan struct{}
	busy  bool // a field has the keyboard
}

func newRig(t *testing.T) *rig {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(false))
	r := newRigIn(t, a)
	t.Cleanup(func() {
		if r.session != nil {
			r.o.Editor.Settle()
			r.Close()
		}
		r.Wait()
	})
	return r
}

// anew is the next start of the program.
func (r *rig) anew() *rig { return newRigIn(r.t, r.app) }

func newRigIn(t *testing.T, a fyne.App) *rig {
	r := &rig{t: t, app: a, wake: make(chan struct{}, 1)}
	win := a.NewWindow("")
	win.Resize(fyne.NewSize(1400, 860))
	table := func() *words.Table { return words.In("en") }
	r.File = New(Options{
		Window: win, Prefs: a.Preferences(), Words: table, Do: r.send,
		Editor: editor.New(edit.NewDocument(journey.Project{}, nil), editor.Options{Words: table(), Host: r, Arrange: blank}),
		Desk:   ask.NewDesk(win.Canvas(), table, func() {}),
		Comes:  func() {}, Show: func() {}, Menus: func() {}, Listed: func() {}, Focus: func() {},
		Titled: func() {},
		Modal:  func() bool { return win.Canvas().Overlays().Top() != nil },
		Typing: func() bool { return r.busy },
	})
	r.o.Editor.Subscribe(func(editor.Event) { r.Raise() })
	return r
}

// Do implements editor.Host.
func (r *rig) Do(id editor.ActionID) {
	switch id {
	case "file.save":
		r.Save(nil)
	case "file.close":
		r.Leave(r.Close)
	}
}

// Can implements editor.Host.
func (r *rig) Can(editor.ActionID) bool { return true }

func (r *rig) run(id editor.ActionID) {
	r.t.Helper()
	if !r.o.Editor.Action(id).Enabled() {
		return
	}
	if err := r.o.Editor.Run(id); err != nil {
		r.t.Error(err)
	}
}

// title is what a window would have for its own.
func (r *rig) title() string {
	if r.session == nil {
		return "Jejak"
	}
	state, _ := r.State()
	return r.Name() + " — " + state
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
	return p
}

// openSaved saves the sample to a file and opens it.
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
	r.Open(path)
	r.until("the project", func() bool { return r.session != nil })
	return path
}

func (r *rig) project() journey.Project { return r.o.Editor.Document().Project() }

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

// blank draws nothing: a File has no use for the picture.
func blank(_ journey.Project, _ journey.ID, done func(*scene.Scene)) { done(nil) }
