package cast

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"image/color"

	"jejak/app/export"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// rig is the personas of a project in a window of a test.
type rig struct {
	*Cast
	t       *testing.T
	win     fyne.Window
	queue   chan func()
	project journey.Project
	did     []string
	what    export.Cast
	who     []journey.ID
}

func project() journey.Project {
	at := journey.Ref{Kind: journey.KindStage, ID: "s"}
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "i", Language: "en"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari", Occupation: "Nurse", Basis: journey.BasisResearched, Goals: "Ride"},
		journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo", Basis: journey.BasisFictional}, journey.Persona{ID: "ani", Rank: "c"},
		journey.Map{ID: "m", Rank: "a", Title: "Buy"}, journey.Map{ID: "n", Rank: "b", Title: "Repair"},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Wish"},
		journey.Appearance{ID: "a1", MapID: "m", PersonaID: "sari", Rank: "a"}, journey.Appearance{ID: "a2", MapID: "m", PersonaID: "bimo", Rank: "b"},
		journey.Point{ID: "p1", MapID: "m", PersonaID: "sari", At: at, Value: 1}, journey.Point{ID: "p2", MapID: "m", PersonaID: "bimo", At: at, Value: -1},
	})
}

func open(t *testing.T, p journey.Project, was State) *rig {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	r := &rig{t: t, queue: make(chan func(), 256), project: p}
	r.win = test.NewTempWindow(t, canvas.NewRectangle(color.White))
	r.win.Resize(fyne.NewSize(1000, 700))
	did := func(what string) func() { return func() { r.did = append(r.did, what) } }
	r.Cast = New(Options{
		Canvas: r.win.Canvas(), Words: words.In("en"), Faces: text.NewLibrary(text.WithoutSystemFonts()), Do: func(f func()) { r.queue <- f },
		Project: func() journey.Project { return r.project }, MapID: func() journey.ID { return "m" }, Locked: func() bool { return false },
		Edit: func(id journey.ID) { did("edit " + string(id))() }, Keep: func(id journey.ID) { did("keep " + string(id))() },
		Add: did("add"), Library: did("library"), File: did("file"), Close: did("close"),
		Export: func(c export.Cast, who []journey.ID) { r.what, r.who = c, who },
		GoTo:   func(ref journey.Ref) { did("go to " + string(ref.ID))() }, Hint: func(*look.Button, bool) {},
	}, was)
	r.win.SetContent(r.Object())
	return r
}

// rest waits until what was asked for is shown, and returns what it says.
func (r *rig) rest() string {
	r.t.Helper()
	late := time.After(time.Minute)
	for !r.Settled() {
		select {
		case f := <-r.queue:
			f()
		case <-late:
			r.t.Fatal("the sheet does not come")
		}
	}
	var b strings.Builder
	if s := r.Scene(); s != nil {
		for _, it := range s.Items {
			if m, ok := it.Mark.(*scene.Text); ok {
				b.WriteString(m.Text + "\n")
			}
		}
	}
	return b.String()
}

func (r *rig) tap(text string) {
	r.t.Helper()
	for _, o := range test.LaidOutObjects(r.Object()) {
		if b, ok := o.(*look.Button); ok && b.Text == text && b.Visible() {
			b.Tapped(nil)
			return
		}
	}
	r.t.Fatalf("no button says %q", text)
}

func TestOneOrSideBySide(t *testing.T) {
	r := open(t, project(), State{})
	if said := r.rest(); !strings.Contains(said, "Sari") || strings.Contains(said, "Bimo") || !strings.Contains(said, "Ride") {
		t.Errorf("the first persona: %s", said)
	}
	r.rows[1].Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, 10)})
	if said := r.rest(); !strings.Contains(said, "Bimo") || strings.Contains(said, "Ride") {
		t.Errorf("the second: %s", said)
	}
	r.tap("Export or print…")
	if r.what != export.Pages || !slices.Equal(r.who, []journey.ID{"bimo"}) {
		t.Errorf("exported %s of %v", r.what, r.who)
	}
	for _, i := range []int{1, 0} {
		r.rows[i].Tapped(&fyne.PointEvent{Position: fyne.NewPos(12, 10)})
	}
	if said := r.rest(); !strings.Contains(said, "Bimo · Sari") || !strings.Contains(said, "Difference") {
		t.Errorf("side by side: %s", said)
	}
	r.tap("Export or print…")
	if r.what != export.Compared || !slices.Equal(r.who, []journey.ID{"bimo", "sari"}) {
		t.Errorf("exported %s of %v", r.what, r.who)
	}
	r.rows[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if said := r.rest(); strings.Contains(said, "Sari") || r.State.Shown != "bimo" {
		t.Errorf("one ticked is shown alone: %s", said)
	}
	r.Compare("sari", "ani")
	r.rest()
	r.tap("Compare none")
	if len(r.State.Ticked) != 0 {
		t.Errorf("ticked %v", r.State.Ticked)
	}
}

func TestFollowsTheProject(t *testing.T) {
	r := open(t, project(), State{Shown: "ani", Ticked: []journey.ID{"sari", "gone", "bimo"}})
	if said := r.rest(); !strings.Contains(said, "Sari · Bimo") {
		t.Errorf("what was looked at: %s", said)
	}
	sari, _ := r.project.Personas.Get("sari")
	sari.Name = "Sari the second"
	r.project = r.project.With(sari)
	r.Update(0)
	if said := r.rest(); !strings.Contains(said, "Sari the second · Bimo") {
		t.Errorf("renamed: %s", said)
	}
	r.project = r.project.Without(journey.Ref{Kind: journey.KindPersona, ID: "sari"})
	r.Update(0)
	if r.rest(); len(r.rows) != 2 || !slices.Equal(r.State.Ticked, []journey.ID{"bimo"}) {
		t.Errorf("%d rows, ticked %v", len(r.rows), r.State.Ticked)
	}
	r.project = journey.FromRecords([]journey.Record{journey.Info{ID: "i"}})
	r.Update(0)
	if r.rest(); r.empty.Hidden || !r.reader.Hidden || len(r.Cast.who()) != 0 {
		t.Error("nobody is there, and it does not say so")
	}
}

func TestWhatIsChosenOnTheSheet(t *testing.T) {
	r := open(t, project(), State{Ticked: []journey.ID{"sari", "bimo"}})
	r.rest()
	r.choose(journey.Ref{Kind: journey.KindPersona, ID: "bimo"})
	if r.rest(); r.State.Shown != "bimo" || len(r.State.Ticked) != 0 {
		t.Errorf("%+v", r.State)
	}
	r.choose(journey.Ref{Kind: journey.KindPersona, ID: "bimo"})
	r.choose(journey.Ref{Kind: journey.KindMap, ID: "m"})
	r.tap("Edit…")
	r.tap("Save to library")
	r.tap("Library…")
	r.tap("From a file…")
	r.tap("Add persona")
	r.rows[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	want := []string{"edit bimo", "go to m", "edit bimo", "keep bimo", "library", "file", "add", "close"}
	if !slices.Equal(r.did, want) {
		t.Errorf("did %q, want %q", r.did, want)
	}
	r.rows[0].Stray(&fyne.KeyEvent{Name: fyne.KeyDown})
	if r.win.Canvas().Focused() != fyne.Focusable(r.rows[1]) {
		t.Error("the arrow does not go to the next row")
	}
}

func TestNotes(t *testing.T) {
	r := open(t, project(), State{})
	for id, want := range map[journey.ID]string{"sari": "Researched · Nurse", "bimo": "Fictional", "ani": ""} {
		p, _ := r.project.Personas.Get(id)
		if got := r.note(p); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
