package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"jejak/assets/templates"
)

// TestNewAsksInTheGallery: from the start screen and over a project that is open, Enter takes what
// is offered first, the arrow keys the one beside it, and Escape leaves all as it was.
func TestNewAsksInTheGallery(t *testing.T) {
	r := newRig(t)
	begin := func(keys ...fyne.KeyName) {
		r.run("file.new")
		if r.desk.Open() != 1 {
			t.Fatal("no gallery")
		}
		for _, k := range keys {
			r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		}
		if r.desk.Open() != 0 {
			t.Fatalf("the gallery is open after %v", keys)
		}
	}
	title := func() string { return r.project().MapsInOrder()[0].Title }
	begin(fyne.KeyEscape)
	if r.open() {
		t.Fatal("a project was begun")
	}
	begin(fyne.KeyReturn)
	if got := title(); got != "The customer journey in five stages" {
		t.Errorf("began with %q", got)
	}
	begin(fyne.KeyEscape)
	begin(fyne.KeyRight, fyne.KeyReturn)
	if got := title(); got != "The journey as it is today" {
		t.Errorf("began with %q", got)
	}
	for _, name := range templates.Names {
		r.fromTemplate(name)
		if !r.open() || r.project().Maps.Len() != 1 {
			t.Errorf("%s: no project", name)
		}
	}
}
