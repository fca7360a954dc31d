package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/ui/leaf"
	"jejak/app/ui/matrix"
	"jejak/app/ui/register"
	"jejak/data/journey"
	"jejak/data/priority"
)

// TestLeaves: what is shown in place of the board has the keyboard, shares what is selected, and goes
// when something is to be seen on the map.
func TestLeaves(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	pain := cardNamed(t, r.project(), "No full price")
	r.ed.Select(journey.RefTo(pain))
	r.run("view.priorities")
	m, ok := r.leaves.Now().(*matrix.Leaf)
	if !ok || r.win.Canvas().Focused() != m.Focus() || m.Matrix().Kind() != priority.Pains {
		t.Fatalf("shown is %T", r.leaves.Now())
	}
	m.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if c, _ := r.project().Cards.Get(pain.ID); c.Impact != pain.Impact+1 {
		t.Errorf("impact %d, was %d", c.Impact, pain.Impact)
	}
	r.run("edit.undo")
	if c, _ := r.project().Cards.Get(pain.ID); c.Impact != pain.Impact {
		t.Errorf("undone the impact is %d", c.Impact)
	}
	r.setLanguage("id") // all is made anew
	if _, ok := r.leaves.Now().(*matrix.Leaf); !ok {
		t.Errorf("in another language %T is shown", r.leaves.Now())
	}
	r.setLanguage("en")
	r.run("edit.rename")
	if r.leaves.Open() != leaf.Map || r.ed.Editing() == nil {
		t.Error("a text of the map is opened where nobody sees it")
	}
	r.ed.CancelText()

	n := r.project().Actions.Len()
	r.run("card.action")
	reg, ok := r.leaves.Now().(*register.Leaf)
	if !ok || r.project().Actions.Len() != n+1 {
		t.Fatalf("shown is %T, with %d actions", r.leaves.Now(), r.project().Actions.Len())
	}
	row, _ := reg.Register().Row()
	if row.Action.CardID != pain.ID || r.win.Canvas().Focused() != reg.Focus() || r.typing() == nil {
		t.Errorf("%+v is not ready to be named", row.Action)
	}
	reg.Leave()
	r.win.Canvas().Focus(reg.Focus())
	if r.typing() != nil {
		t.Error("the table takes shortcuts for a text")
	}
	r.goTo(journey.RefTo(pain))
	if r.leaves.Open() != leaf.Map {
		t.Error("what was gone to is covered")
	}
	r.run("view.register")
	r.run("find.open")
	if r.leaves.Open() != leaf.Map {
		t.Error("what is found is covered")
	}
}

// TestAnswerItems: the menu of an opportunity ties it to a goal; that of a touchpoint does not.
func TestAnswerItems(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	for _, c := range []struct {
		card string
		want int
	}{{"Price calculator", 2}, {"Eye test", 0}, {"No full price", 0}} {
		r.ed.Select(journey.RefTo(cardNamed(t, r.project(), c.card)))
		if got := len(r.answerItems()); got != c.want {
			t.Errorf("%s: %d items, want %d", c.card, got, c.want)
		}
		if able := r.ed.Action("card.action").Enabled(); able != (c.card != "Eye test") {
			t.Errorf("%s: a new action can be made: %v", c.card, able)
		}
	}
}
