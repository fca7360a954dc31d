package export

import (
	"testing"

	"jejak/app/export"
	"jejak/data/insight/lens"
)

// TestALensIsNotRemembered: the window begins with what the board is looked at through, whatever was
// chosen the last time.
func TestALensIsNotRemembered(t *testing.T) {
	r := newRig(t, sampleProject(t)).show(export.PDF, false)
	if r.settings.Lens != "" {
		t.Fatalf("begins with %q", r.settings.Lens)
	}
	r.form.Selects["export.lens"].SetSelectedIndex(1)
	r.rest()
	if r.settings.Lens != lens.Proof {
		t.Fatalf("the first lens is %q", r.settings.Lens)
	}
	r.Close()
	r.show(export.PDF, false)
	if r.settings.Lens != "" {
		t.Errorf("the next time it begins with %q", r.settings.Lens)
	}
}
