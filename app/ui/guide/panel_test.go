package guide

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/insight/guide"
	"jejak/data/journey"
)

type rig struct {
	*Panel
	p      journey.Project
	shown  []journey.Ref
	done   []guide.Name
	locked bool
	state  *State
	window fyne.Window
}

func newRig(t testing.TB) *rig {
	t.Helper()
	test.NewTempApp(t)
	r := &rig{state: &State{}, p: journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Scenario: "By bus"}, journey.Persona{ID: "ana", Name: "Ana", Goals: "g", Frustrations: "f", Basis: journey.BasisFictional},
		journey.Appearance{ID: "a", MapID: "m", PersonaID: "ana"},
		journey.Stage{ID: "s1", MapID: "m", Rank: "a0", Title: "Look", Goal: "Find a shop"}, journey.Stage{ID: "s2", MapID: "m", Rank: "a1", Title: "Buy"},
	})}
	w := test.NewTempWindow(t, nil)
	r.window = w
	r.Panel = New(Options{
		Canvas: w.Canvas(), Words: words.In("en"),
		Read: func() guide.Guide { return guide.Of(r.p, insight.Map(r.p, "m", "2026-11-22")) },
		Show: func(refs []journey.Ref) { r.shown = refs },
		Do:   func(c guide.Check) { r.done = append(r.done, c.Name) },
		Can:  func() bool { return !r.locked },
	}, r.state)
	w.SetContent(r.Panel)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(312, 700))
	r.Update()
	return r
}

func (r *rig) item(t *testing.T, name guide.Name) item {
	t.Helper()
	for _, it := range r.body {
		if it.name == name {
			return it
		}
	}
	t.Fatalf("%s is not asked for in %s", name, r.Open())
	return item{}
}

// TestItBeginsWithWhatIsNotDone: the first step is done, so the second is unfolded; what it holds is
// told, and pressed it shows what is lacking.
func TestItBeginsWithWhatIsNotDone(t *testing.T) {
	r := newRig(t)
	if r.Open() != guide.Stages || r.heads[0].state != guide.Done || r.heads[1].note != "2 of 4" || !r.heads[1].open {
		t.Fatalf("opens %s; the second step is at %q", r.Open(), r.heads[1].note)
	}
	goals := r.item(t, guide.StageGoals)
	if goals.row.text != "1 of 2 stages have a goal" || goals.row.state != guide.Partly || goals.holder.Hidden {
		t.Errorf("goals: %q, %v", goals.row.text, goals.row.state)
	}
	test.Tap(goals.row)
	if len(r.shown) != 1 || r.shown[0].ID != "s2" {
		t.Errorf("shows %v", r.shown)
	}
	stages := r.item(t, guide.StageList)
	if !stages.holder.Hidden {
		t.Error("what is done has a button")
	}
	test.Tap(stages.row)
	if len(r.shown) != 2 {
		t.Errorf("of what is done it shows %v", r.shown)
	}
	test.Tap(goals.button)
	if len(r.done) != 1 || r.done[0] != guide.StageGoals {
		t.Errorf("does %v", r.done)
	}
}

// TestItFollowsTheMap: an edit changes what is told and leaves the step unfolded, though it is done.
func TestItFollowsTheMap(t *testing.T) {
	r := newRig(t)
	goals := r.item(t, guide.StageGoals)
	for _, s := range []string{"s1", "s2"} {
		stage, _ := r.p.Stages.Get(journey.ID(s))
		stage.Goal, stage.Outcome = "Ride home", journey.OutcomeMet
		r.p = r.p.With(stage)
	}
	r.Update()
	if goals.row.text != "2 of 2 stages have a goal" || !goals.holder.Hidden || r.Open() != guide.Stages || r.heads[1].state != guide.Done {
		t.Errorf("%q in %s", goals.row.text, r.Open())
	}
	m, _ := r.p.Maps.Get("m")
	m.Type = journey.ServiceBlueprint
	r.p = r.p.With(m)
	r.Turn(guide.Drawing)
	r.item(t, guide.Lines)
	m.Type = journey.CurrentState
	r.p = r.p.With(m)
	r.Update()
	r.item(t, guide.Lanes)
}

func TestStepsAreUnfoldedAndFolded(t *testing.T) {
	r := newRig(t)
	test.Tap(r.heads[1])
	if r.Open() != "" || len(r.body) != 0 || r.heads[1].open {
		t.Errorf("folded: %s", r.Open())
	}
	r.Update()
	if r.Open() != "" {
		t.Error("an edit unfolds what was folded")
	}
	r.Focus()
	r.heads[5].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.Open() != guide.Deciding {
		t.Errorf("Enter unfolds %s", r.Open())
	}
	again := New(r.o, r.state)
	again.Update()
	if again.Open() != guide.Deciding {
		t.Errorf("the next panel begins with %s", again.Open())
	}
}

// TestWhatWaitsHasNoButton: without a touchpoint nobody is asked for its channel.
func TestWhatWaitsHasNoButton(t *testing.T) {
	r := newRig(t)
	r.Turn(guide.Touchpoints)
	if !r.item(t, guide.Channels).holder.Hidden || r.item(t, guide.Covered).holder.Hidden {
		t.Error("the channel is asked for before the touchpoint")
	}
}

// TestALockedMapIsOnlyLookedAt: what would change it is off, what only leads somewhere is not.
func TestALockedMapIsOnlyLookedAt(t *testing.T) {
	r := newRig(t)
	r.locked = true
	r.Turn(guide.Touchpoints)
	if b := r.item(t, guide.Covered).button; !b.Disabled() {
		t.Error("a touchpoint can be added")
	}
	if b := r.item(t, guide.Channels).button; b.Disabled() {
		t.Error("the touchpoints can not be gone to")
	}
}

// TestItFitsItsWidth: nothing is cut or lies on what is below it, in either language.
func TestItFitsItsWidth(t *testing.T) {
	for _, lang := range words.Languages {
		r := newRig(t)
		r.o.Words = words.In(lang)
		for _, width := range []float32{200, 312, 440} {
			for _, step := range guide.Steps {
				p := New(r.o, &State{Step: step})
				r.window.SetContent(p)
				r.window.Resize(fyne.NewSize(width, 700))
				p.Update()
				bottom := float32(0)
				for _, o := range p.column.Objects {
					if !o.Visible() {
						continue
					}
					if o.Position().Y < bottom-0.5 {
						t.Fatalf("%s, %s, %v: %T at %v, above it ends at %v", lang, step, width, o, o.Position().Y, bottom)
					}
					bottom = o.Position().Y + o.Size().Height
				}
				for _, it := range p.body {
					if need := 10 + float32(len(it.row.lines))*checkLead; it.row.Size().Height < need {
						t.Fatalf("%s, %v: %q is %v high and needs %v", lang, width, it.row.text, it.row.Size().Height, need)
					}
					if x := it.button.MinSize().Width + checkText + side; width >= 312 && x > width {
						t.Errorf("%s: the button %q ends at %v of %v", lang, it.button.Text, x, width)
					}
				}
			}
		}
	}
}

// BenchmarkUpdate brings the panel up to date in a window: what an edit costs beside the steps
// themselves.
func BenchmarkUpdate(b *testing.B) {
	r := newRig(b)
	g := r.o.Read()
	r.o.Read = func() guide.Guide { return g }
	for b.Loop() {
		r.Update()
	}
}
