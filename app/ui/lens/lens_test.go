package lens

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// rig is a glass over a map of two touchpoints, one without a channel.
type rig struct {
	*Glass
	p        journey.Project
	redrawn  int
	selected []journey.Ref
	queue    []func()
	window   fyne.Window
}

func newRig(t *testing.T) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{p: journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Stage{ID: "s", MapID: "m"},
		journey.Lane{ID: "l", MapID: "m", LaneKind: journey.LaneTouchpoints}, journey.Channel{ID: "web", Name: "Web"},
		journey.Card{ID: "a", MapID: "m", StageID: "s", LaneID: "l", ChannelID: "web", Title: "a"},
		journey.Card{ID: "b", MapID: "m", StageID: "s", LaneID: "l", Title: "b", Source: "Survey"},
	})}
	r.Glass = New(Options{
		Words: func() *words.Table { return words.In("en") }, Today: func() string { return "2026-11-22" },
		Do: func(f func()) { r.queue = append(r.queue, f) }, Redraw: func() { r.redrawn++ },
		Select: func(refs []journey.Ref) { r.selected = refs }, Focus: func() {},
	})
	r.window = test.NewTempWindow(t, r.Object())
	r.window.SetPadded(false)
	r.window.Resize(fyne.NewSize(1200, 400))
	return r
}

var ink = scene.RGB(0x204060)

// draw draws both cards and lets in what the glass has to tell.
func (r *rig) draw() (a, b scene.Color) {
	s := &scene.Scene{Bounds: geom.R(0, 0, 9, 9)}
	for _, id := range []journey.ID{"a", "b"} {
		s.Items = append(s.Items, scene.Item{From: journey.Ref{Kind: journey.KindCard, ID: id}, Mark: &scene.Fill{Color: ink}})
	}
	s.Seal()
	out := r.Draw(r.p, "m", s)
	r.letIn()
	return out.Items[0].Mark.(*scene.Fill).Color, out.Items[1].Mark.(*scene.Fill).Color
}

func (r *rig) letIn() {
	for _, f := range r.queue {
		f()
	}
	r.queue = nil
}

func (r *rig) texts() (list []string) {
	for _, b := range r.Buttons() {
		list = append(list, b.Text)
	}
	return list
}

func TestALensIsLookedThroughAndLeft(t *testing.T) {
	r := newRig(t)
	if a, b := r.draw(); a != ink || b != ink || len(r.Buttons()) > 0 || r.Leave() {
		t.Fatalf("a clear glass shows %v, %v and %v", a, b, r.texts())
	}
	r.Toggle(lens.Channels)
	if a, b := r.draw(); a == ink || b != ink {
		t.Errorf("through it: %v, %v", a, b)
	}
	if r.redrawn != 1 || r.Now() != "channels" || r.texts()[0] != "1 of 2" {
		t.Errorf("drawn %d times, %q, %q", r.redrawn, r.Now(), r.texts())
	}
	test.Tap(r.Buttons()[0])
	if len(r.selected) != 1 || r.selected[0].ID != "b" {
		t.Errorf("selects %v", r.selected)
	}
	r.Toggle(lens.Proof)
	r.draw()
	if r.Now() != "proof" || len(r.reasons) != 1 || r.reasons[0].Text != "No source  1" {
		t.Errorf("%q: %q", r.Now(), r.texts())
	}
	r.Toggle(lens.Proof)
	if a, b := r.draw(); a != ink || b != ink || len(r.Buttons()) > 0 || r.Now() != "" {
		t.Errorf("again: %v, %v and %q", a, b, r.texts())
	}
	r.Toggle(lens.Loyalty)
	r.draw()
	if got := r.texts(); len(got) != 1 {
		t.Errorf("of nothing it tells %q", got)
	}
	if !r.Leave() || r.redrawn != 5 {
		t.Errorf("drawn %d times", r.redrawn)
	}
}

// TestALateViewIsNotShown: what was found for a lens that was left since says nothing.
func TestALateViewIsNotShown(t *testing.T) {
	r := newRig(t)
	r.Toggle(lens.Channels)
	s := &scene.Scene{}
	r.Draw(r.p, "m", s)
	r.Leave()
	r.letIn()
	if len(r.Buttons()) > 0 {
		t.Errorf("shows %q", r.texts())
	}
}

// TestOwnLens: anything may be left strong.
func TestOwnLens(t *testing.T) {
	r := newRig(t)
	r.Through("own", func(journey.Project, journey.ID, string) lens.View {
		return lens.View{Key: "lens.title.pains", Groups: []lens.Group{{Key: "lens.proof.stale", Refs: []journey.Ref{{Kind: journey.KindCard, ID: "a"}}}}}
	})
	if a, b := r.draw(); a != ink || b == ink || r.texts()[0] != "1" {
		t.Errorf("%v, %v, %q", a, b, r.texts())
	}
}

func TestANarrowBoardLeavesReasonsOut(t *testing.T) {
	r := newRig(t)
	r.p = r.p.With(journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", Evidence: journey.EvidenceInferred})
	r.Toggle(lens.Proof)
	r.draw()
	shown := func() (n int) {
		for _, b := range r.reasons {
			if b.Visible() {
				n++
			}
		}
		return n
	}
	if len(r.reasons) != 2 || shown() != 2 {
		t.Fatalf("%d of %d reasons are shown", shown(), len(r.reasons))
	}
	r.window.Resize(fyne.NewSize(400, 400))
	if shown() != 0 {
		t.Errorf("%d reasons in a narrow window", shown())
	}
	for _, b := range r.Buttons() {
		if right := b.Position().X + b.Size().Width; b.Visible() && right > 400 {
			t.Errorf("%q ends at %v", b.Text, right)
		}
	}
	r.window.Resize(fyne.NewSize(1200, 400))
	if shown() != 2 {
		t.Errorf("%d reasons in a wide window", shown())
	}
}
