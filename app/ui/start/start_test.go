package start

import (
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
)

// screen is the screen in a window of that size, and what was done on it.
type screen struct {
	fyne.Window
	gallery *Gallery
	done    []string
}

func newScreen(t *testing.T, size fyne.Size) *screen {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	s := &screen{Window: app.NewWindow("")}
	run := func(what string) func() { return func() { s.done = append(s.done, what) } }
	picture := func(show func(image.Image)) { show(image.NewGray(image.Rect(0, 0, 300, 200))) }
	first := Group{Title: "Templates"}
	for _, name := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		first.Ways = append(first.Ways, Way{Title: name, About: "about " + name, Picture: picture, Run: run(name)})
	}
	own := Group{Title: "Yours", Ways: []Way{{Title: "mine", Run: run("mine"), Remove: run("remove mine")}}}
	s.gallery = NewGallery([]Group{first, {Title: "nothing"}, own}, GalleryOptions{Margin: Margin,
		Focus: func(o fyne.Focusable) { s.Canvas().Focus(o) },
		Stray: func(ev *fyne.KeyEvent) { s.done = append(s.done, string(ev.Name)) },
	})
	s.SetContent(Screen(Options{
		Name: "Jejak", Open: "Open", OnOpen: run("open"), Gallery: s.gallery,
		Files:     []File{{Name: "a.jejak", Folder: "~", Date: "1 Jan 2026", Open: run("file")}},
		Languages: []Language{{Name: "English", On: true, Choose: run("en")}, {Name: "Bahasa Indonesia", Choose: run("id")}},
	}))
	s.Resize(size)
	return s
}

func (s *screen) key(names ...fyne.KeyName) {
	for _, n := range names {
		s.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func (s *screen) did(t *testing.T, want ...string) {
	t.Helper()
	if !slices.Equal(s.done, want) {
		t.Fatalf("the keys did %v, want %v", s.done, want)
	}
	s.done = nil
}

func TestTabWalksInReadingOrder(t *testing.T) {
	s := newScreen(t, fyne.NewSize(1400, 860))
	for range 6 {
		s.Canvas().(interface{ FocusNext() }).FocusNext()
		s.key(fyne.KeyReturn)
	}
	s.did(t, "open", "file", "en", "id", "a", "b")
}

func TestArrowsWalkTheGrid(t *testing.T) {
	s := newScreen(t, fyne.NewSize(1100, 700)) // three columns
	s.Canvas().Focus(s.gallery.First())
	for _, c := range []struct {
		keys []fyne.KeyName
		at   string
	}{
		{[]fyne.KeyName{fyne.KeyLeft, fyne.KeyUp}, "a"},
		{[]fyne.KeyName{fyne.KeyRight}, "b"},
		{[]fyne.KeyName{fyne.KeyDown}, "e"},
		{[]fyne.KeyName{fyne.KeyDown}, "h"},
		{[]fyne.KeyName{fyne.KeyDown}, "mine"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeyUp}, "d"},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeyRight}, "mine"},
		{[]fyne.KeyName{fyne.KeyHome}, "a"},
	} {
		s.key(append(c.keys, fyne.KeySpace)...)
		s.did(t, c.at)
	}
	s.key(fyne.KeyDelete, fyne.KeyEscape)
	s.did(t, "Escape") // the first cannot be removed
	s.key(fyne.KeyEnd, fyne.KeyDelete)
	s.did(t, "remove mine")
}

func TestWhatHasTheKeyboardIsInSight(t *testing.T) {
	for _, size := range []fyne.Size{fyne.NewSize(1100, 700), fyne.NewSize(1600, 1000), fyne.NewSize(620, 400)} {
		s := newScreen(t, size)
		g := s.gallery
		for _, p := range g.parts {
			for _, c := range p.cards {
				s.Canvas().Focus(c)
				top, high := c.Position().Y-g.scroll.Offset.Y, g.scroll.Size().Height
				if top < 0 || top+min(c.Size().Height, high) > high {
					t.Errorf("%v: a card stands from %v to %v in %v", size, top, top+c.Size().Height, high)
				}
				if right := c.Position().X + c.Size().Width; c.Position().X < 0 || right > g.page.Size().Width {
					t.Errorf("%v: a card ends at %v of %v", size, right, g.page.Size().Width)
				}
			}
		}
		s.Canvas().Focus(g.First())
		if g.scroll.Offset.Y > Margin {
			t.Errorf("%v: back at the first card the page is scrolled to %v", size, g.scroll.Offset.Y)
		}
	}
}
