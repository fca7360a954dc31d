package inspector

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// group is a part of the panel: controls one below the other, and what brings them up to date.
type group struct {
	in     *Inspector
	box    *fyne.Container
	load   func(journey.Project)   // runs before update; may be nil
	update []func(journey.Project) // bring the controls up to date
	fits   []func(width float32)   // tell controls how wide they will be
}

func newGroup(in *Inspector) *group { return &group{in: in, box: look.VBox(4)} }

func (g *group) add(objects ...fyne.CanvasObject) { g.box.Objects = append(g.box.Objects, objects...) }

func (g *group) refresh(p journey.Project) {
	if g.load != nil {
		g.load(p)
	}
	for _, f := range g.update {
		f(p)
	}
}

func (g *group) fit(width float32) {
	for _, f := range g.fits {
		f(width)
	}
}

// caption stands over a field; it tells when what is selected differs.
func (g *group) caption(text string) (mixed func(bool)) {
	note := look.NewLabel("", look.SmallSize, look.Italic, look.Second).Wide()
	label := look.Caption(text)
	g.add(look.Gap(3), newEnds(label, note))
	return func(on bool) {
		if on {
			note.SetText(g.in.t("inspector.mixed"))
		} else {
			note.SetText("")
		}
	}
}

// ends lays out what takes the width, and at its end what is as wide as it needs.
type ends struct{}

func newEnds(long, last fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: ends{}, Objects: []fyne.CanvasObject{long, last}}
}

// MinSize implements fyne.Layout.
func (ends) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width, max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (ends) Layout(o []fyne.CanvasObject, s fyne.Size) {
	w := o[1].MinSize().Width
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(max(0, s.Width-w-4), s.Height))
	o[1].Move(fyne.NewPos(s.Width-w, 0))
	o[1].Resize(fyne.NewSize(w, s.Height))
}

// pair puts two short fields beside each other.
func (g *group) pair(left, right func(*group)) {
	a, b := newGroup(g.in), newGroup(g.in)
	left(a)
	right(b)
	g.add(look.Grid(pairGap, a.box, b.box))
	g.update = append(g.update, a.refresh, b.refresh)
	g.fits = append(g.fits, func(w float32) {
		a.fit((w - pairGap) / 2)
		b.fit((w - pairGap) / 2)
	})
}

const pairGap = 8

// section is a group under a heading that can be folded away. What is in it is made when it is
// unfolded for the first time. note says something at the end of the heading; nil: nothing.
func (g *group) section(key string, open bool, note func(journey.Project) string, fill func(*group)) {
	in := g.in
	inner := newGroup(in)
	made := false
	width := in.line()
	pref := "inspector.group." + key
	if in.o.Prefs != nil {
		open = in.o.Prefs.BoolWithFallback(pref, open)
	}
	make := func() {
		if !made {
			made = true
			fill(inner)
			inner.add(look.Gap(6))
			inner.fit(width)
		}
	}
	head := look.NewSection(in.t("inspector.section."+key), open, nil)
	head.OnChanged = func(on bool) {
		if in.o.Prefs != nil {
			in.o.Prefs.SetBool(pref, on)
		}
		if on {
			make()
			inner.refresh(in.o.Editor.Document().Project())
			inner.box.Show()
		} else {
			inner.box.Hide()
		}
		in.box.Refresh()
	}
	if open {
		make()
	} else {
		inner.box.Hide()
	}
	g.add(look.Gap(6), head, inner.box)
	g.fits = append(g.fits, func(w float32) { width = w; inner.fit(w) })
	g.update = append(g.update, func(p journey.Project) {
		if note != nil {
			head.SetNote(note(p))
		}
		if head.Open() {
			inner.refresh(p)
		}
	})
}
