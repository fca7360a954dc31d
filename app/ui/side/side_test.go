package side

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestPagesAreTurned(t *testing.T) {
	test.NewTempApp(t)
	var turned []string
	pages := []Page{{ID: "a", Icon: "plus", Bare: true, Object: canvas.NewRectangle(nil)},
		{ID: "b", Icon: "steps", Title: "Steps", Keys: "F6", Object: canvas.NewRectangle(nil)}}
	s := New(Options{Pages: pages, Open: "nowhere", Turned: func(id string) { turned = append(turned, id) }})
	w := test.NewTempWindow(t, s.Object())
	w.Resize(fyne.NewSize(220, 400))
	shown := func(i int) {
		t.Helper()
		if s.Open() != pages[i].ID || s.stack.Objects[0] != pages[i].Object || !s.Tab(pages[i].ID).On || s.over.Visible() == pages[i].Bare {
			t.Errorf("%q is open", s.Open())
		}
	}
	shown(0)
	test.Tap(s.Tab("b"))
	shown(1)
	if s.title.Text() != "Steps" || s.Tab("a").On {
		t.Errorf("the title is %q", s.title.Text())
	}
	s.Turn("a")
	shown(0)
	s.Turn("nowhere")
	shown(0)
	if len(turned) != 2 || turned[0] != "b" || turned[1] != "a" {
		t.Errorf("told of %v", turned)
	}
	s.SetBadge("b", "12")
	s.SetBadge("nowhere", "1")
	if s.Tab("b").Text != "12" || s.Tab("a").Text != "" || s.Tab("nowhere") != nil {
		t.Error("the badge is elsewhere")
	}
	if again := New(Options{Pages: pages, Open: "b"}); again.Open() != "b" {
		t.Errorf("the next one begins with %q", again.Open())
	}
}
