package pick

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
)

func TestPlacesAreNamedInTheLanguage(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, "config"))
	for _, name := range []string{"Documents", "Pictures"} {
		if err := os.Mkdir(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.NewTheme(false))
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1000, 700))
	table := func() *words.Table { return words.In("id") }
	p := New(Options{Window: win, Desk: ask.NewDesk(win.Canvas(), table, func() {}), Words: table,
		Path: func() string { return filepath.Join(home, "a.jejak") }, Recent: func() []string { return nil }})
	p.fyneOpen(func(string) {})
	list := topList(win.Canvas())
	if list == nil {
		t.Fatal("the dialog has no list of places")
	}
	var got []string
	for i := range list.Length() {
		row := list.CreateItem()
		list.UpdateItem(widget.ListItemID(i), row)
		got = append(got, labelIn(row).Text)
	}
	if len(got) == 0 || !slices.Contains(got, "Beranda") || slices.Contains(got, "Home") || slices.Contains(got, "Documents") {
		t.Errorf("its places are called %q", got)
	}
}
