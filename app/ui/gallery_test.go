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
		r.gallery.Template(name)
		if !r.open() || r.project().Maps.Len() != 1 {
			t.Errorf("%s: no project", name)
		}
	}
}

// TestOwnTemplates: a map saved as a template is offered in the gallery, can be begun with, and is
// gone when it was removed.
func TestOwnTemplates(t *testing.T) {
	r := newRig(t)
	r.gallery.Sample("glasses")
	r.until("the sample", func() bool { return r.open() && r.ed.Scene() != nil })
	want := len(r.project().StagesOf(r.ed.MapID()))
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			r.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	r.run("file.saveTemplate")
	key(fyne.KeyReturn) // the title of the map is offered
	r.until("the word that it is saved", func() bool { return r.desk.Open() == 1 && r.desk.Top().Icon == "check" })
	r.desk.Top().Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.until("the template", func() bool { return len(r.gallery.Own()) == 1 })
	if got := r.gallery.Own()[0].Title; got != "Buying a first pair of glasses" {
		t.Errorf("it is called %q", got)
	}
	toOwn := func() {
		r.run("file.new")
		for range templates.Names {
			key(fyne.KeyRight)
		}
	}
	toOwn()
	key(fyne.KeyReturn)
	p := r.project()
	if got := len(p.StagesOf(p.MapsInOrder()[0].ID)); got != want || p.Comments.Len() > 0 || p.Actions.Len() > 0 {
		t.Errorf("began with %d stages, want %d; %d comments, %d actions", got, want, p.Comments.Len(), p.Actions.Len())
	}
	toOwn()
	key(fyne.KeyDelete)
	if d := r.desk.Top(); d == nil || d.Icon != "trash" {
		t.Fatal("it was not asked whether the template shall go")
	}
	r.desk.Top().Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	r.until("the template to go", func() bool { return len(r.gallery.Own()) == 0 })
}
