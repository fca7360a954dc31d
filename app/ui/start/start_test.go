package start

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
)

func TestTabWalksInReadingOrder(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.NewTheme(false))
	var done []string
	run := func(s string) func() { return func() { done = append(done, s) } }
	painted := make(chan func(), 1)
	w := app.NewWindow("")
	w.SetContent(Screen(Options{
		Name: "Jejak",
		Ways: []Way{
			{Title: "template", Run: run("template"), Picture: func(w, h int) image.Image { return image.NewGray(image.Rect(0, 0, w, h)) }},
			{Title: "open", Run: run("open")},
		},
		Files:     []File{{Name: "a.jejak", Folder: "~", Date: "1 Jan 2026", Open: run("file")}},
		Languages: []Language{{Name: "English", On: true, Choose: run("en")}, {Name: "Bahasa Indonesia", Choose: run("id")}},
		Do:        func(f func()) { painted <- f },
	}))
	w.Resize(fyne.NewSize(1400, 860))
	(<-painted)() // the picture comes late and changes nothing of the order
	for range 5 {
		w.Canvas().(interface{ FocusNext() }).FocusNext()
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	want := []string{"template", "open", "file", "en", "id"}
	for i, s := range want {
		if i >= len(done) || done[i] != s {
			t.Fatalf("Tab and Enter did %v, want %v", done, want)
		}
	}
}
