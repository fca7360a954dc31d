package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/ui/leaf"
	"jejak/app/ui/tell"
	"jejak/data/insight/lens"
)

// key types a key as the window gets it: whoever has the keyboard first, then the window.
func (r *rig) key(name fyne.KeyName) {
	ev := &fyne.KeyEvent{Name: name}
	if f := r.win.Canvas().Focused(); f != nil {
		f.TypedKey(ev)
		return
	}
	r.win.Canvas().OnTypedKey()(ev)
}

// TestFunctionKeysTurnPagesAndLeaves: from the board, from a list and from what is shown in place of
// the board, and back.
func TestFunctionKeysTurnPagesAndLeaves(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.focusBoard()
	r.key(fyne.KeyF7)
	if r.tell.Page() != tell.Findings || r.status.found.Text == "" {
		t.Fatalf("F7 shows %s, the foot says %q", r.tell.Page(), r.status.found.Text)
	}
	r.key(fyne.KeyF6)
	if r.tell.Page() != tell.Steps {
		t.Errorf("F6 shows %s", r.tell.Page())
	}
	for range 2 {
		r.key(fyne.KeyF8)
		if r.leaves.Open() != told {
			t.Fatalf("F8 shows %q", r.leaves.Open())
		}
		r.key(fyne.KeyF8)
		if r.leaves.Open() != leaf.Map {
			t.Fatalf("F8 again shows %q", r.leaves.Open())
		}
	}
	r.key(fyne.KeyF8)
	r.key(fyne.KeyF9)
	if r.leaves.Open() != leaf.Map || r.glass.Now() != "proof" {
		t.Errorf("F9 looks through %q at %q", r.glass.Now(), r.leaves.Open())
	}
	r.until("what is strong", func() bool { return len(r.glass.Buttons()) > 0 })
	if got := r.lens(); got != lens.Proof {
		t.Errorf("an export would be seen through %q", got)
	}
	r.key(fyne.KeyEscape)
	if r.glass.Now() != "" {
		t.Error("Esc does not leave the lens")
	}
}

// TestThePageIsRemembered: another window begins with the page that was shown last.
func TestThePageIsRemembered(t *testing.T) {
	r := newRig(t)
	r.openSaved()
	r.run("guide.show")
	r.setLanguage("id")
	if r.tell.Page() != tell.Steps {
		t.Errorf("in another language %s is shown", r.tell.Page())
	}
	r.run("view.outline")
	if r.tell.Page() != tell.Parts {
		t.Errorf("the outline is gone to on %s", r.tell.Page())
	}
}
