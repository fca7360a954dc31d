package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejak/data/edit"
	"jejak/data/journey"
)

// TestBlueprintFollowsItsSource: the action makes one and shows it; the other one tells what changed.
func TestBlueprintFollowsItsSource(t *testing.T) {
	r := newRig(t)
	r.gallery.Sample("glasses")
	r.until("the sample", func() bool { return r.open() && r.ed.Scene() != nil })
	source := r.ed.MapID()
	if r.ed.Action("map.follow").Enabled() {
		t.Error("a map that follows nothing could be updated")
	}
	r.run("map.blueprint")
	m, _ := r.project().Maps.Get(r.ed.MapID())
	if m.DerivedID != source || m.Title != "Service blueprint: Buying a first pair of glasses" {
		t.Fatalf("shown is %+v", m)
	}
	if r.ed.Action("map.blueprint").Enabled() {
		t.Error("a blueprint of a blueprint was offered")
	}
	told := func() string {
		r.run("map.follow")
		if r.desk.Open() != 1 {
			t.Fatal("nothing was told")
		}
		d := r.desk.Top()
		text := d.Title + ": " + d.Text
		d.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return text
	}
	if got := told(); !strings.HasPrefix(got, "Nothing to update: ") {
		t.Errorf("told %q", got)
	}
	first := r.project().StagesOf(source)[0]
	if _, err := r.ed.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.Update(tx, first.ID, func(s *journey.Stage) { s.Title = "Blurry days" })
	}); err != nil {
		t.Fatal(err)
	}
	want := "Updated from “Buying a first pair of glasses”: Stage “" + first.Title + "” is now called “Blurry days”."
	if got := told(); got != want {
		t.Errorf("told %q, want %q", got, want)
	}
	if got := r.project().StagesOf(m.ID)[0].Title; got != "Blurry days" {
		t.Errorf("the stage of the blueprint is called %q", got)
	}
}
