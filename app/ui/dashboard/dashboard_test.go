package dashboard

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/assets/words"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// rig is a page in a window; what other goroutines send waits until it is let in.
type rig struct {
	*Page
	p      journey.Project
	mapID  journey.ID
	queue  chan func()
	chosen []journey.Ref
	closed int
	offset float32
}

func newRig(t *testing.T) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{p: journeytest.Full(), queue: make(chan func(), 100)}
	r.mapID = r.p.MapsInOrder()[0].ID
	w := test.NewTempWindow(t, nil)
	r.Page = New(Options{
		Canvas: w.Canvas(), Words: words.In("en"), Do: func(f func()) { r.queue <- f }, Faces: func() text.Measurer { return text.Default() },
		Today:  func() string { return "2026-11-22" },
		Read:   func() (journey.Project, insight.Report) { return r.p, insight.Map(r.p, r.mapID, "2026-11-22") },
		Choose: func(ref journey.Ref) { r.chosen = append(r.chosen, ref) },
		Close:  func() { r.closed++ }, Left: func(y float32) { r.offset = y },
	}, 0)
	w.SetContent(r.Object())
	w.Resize(fyne.NewSize(900, 600))
	return r
}

// settle lets in what other goroutines have made until nothing is awaited.
func (r *rig) settle() {
	for !r.Settled() {
		(<-r.queue)()
	}
}

func TestTheSheetFollowsTheMap(t *testing.T) {
	r := newRig(t)
	r.settle()
	first := r.Sheet().Scene()
	if first == nil || first.MapID != r.mapID || len(first.Targets) == 0 {
		t.Fatal("nothing is shown")
	}
	r.Update(0)
	if !r.Settled() || r.drawn != 1 {
		t.Error("the same is drawn again")
	}
	for i := range 3 {
		m, _ := r.p.Maps.Get(r.mapID)
		m.Title = string(rune('A' + i))
		r.p = r.p.With(m)
		r.Update(0)
	}
	r.settle()
	if got := r.Sheet().Scene().Title; got != "C" || r.drawn > 2 {
		t.Errorf("shows %q after %d sheets", got, r.drawn)
	}
}

// TestKeysChooseARow: the arrows mark what can be gone to, Enter goes there, Esc leaves.
func TestKeysChooseARow(t *testing.T) {
	r := newRig(t)
	r.settle()
	area := r.Focus()
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyReturn} {
		area.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(r.chosen) != 1 || !r.p.Has(r.chosen[0]) {
		t.Errorf("goes to %v", r.chosen)
	}
	area.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if r.closed != 1 {
		t.Error("Esc does not leave")
	}
}

// TestAPageThatWasLeftShowsNothing: what is drawn when it is left is dropped.
func TestAPageThatWasLeftShowsNothing(t *testing.T) {
	r := newRig(t)
	r.Leave()
	r.settle()
	if r.drawn != 0 {
		t.Error("a sheet came after the page was left")
	}
}
