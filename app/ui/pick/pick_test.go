package pick

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
)

func TestReplacing(t *testing.T) {
	dir := t.TempDir()
	there, own := filepath.Join(dir, "there.pdf"), filepath.Join(dir, "own.jejak")
	for _, path := range []string{there, own} {
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name, path, asked string
		key               fyne.KeyName // what the question is answered with
		goes              bool
	}{
		{"nothing is there", filepath.Join(dir, "new.pdf"), "", "", true},
		{"the open project", own, "", "", true},
		{"a file, Enter", there, "Replace there.pdf?", fyne.KeyReturn, true},
		{"a file, Escape", there, "Replace there.pdf?", fyne.KeyEscape, false},
		{"a folder", dir, "The file was not saved", fyne.KeyReturn, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := test.NewTempApp(t)
			a.Settings().SetTheme(look.NewTheme(false))
			win := a.NewWindow("")
			win.Resize(fyne.NewSize(800, 600))
			table := func() *words.Table { return words.In("en") }
			desk := ask.NewDesk(win.Canvas(), table, func() {})
			p := New(Options{Window: win, Desk: desk, Words: table, Path: func() string { return own }})
			got := ""
			p.replaceThen(c.path, func(path string) { got = path })
			title := ""
			if d := desk.Top(); d != nil {
				title = d.Title
				if got != "" {
					t.Error("went on before the answer")
				}
				d.Key(&fyne.KeyEvent{Name: c.key})
			}
			if title != c.asked {
				t.Errorf("asked %q, want %q", title, c.asked)
			}
			if (got == c.path) != c.goes || desk.Open() > 0 {
				t.Errorf("goes on with %q, %d questions left", got, desk.Open())
			}
		})
	}
}

func TestNames(t *testing.T) {
	for _, c := range []struct{ name, ext, want string }{
		{"Map", ".pdf", "Map.pdf"}, {"Map.PDF", ".pdf", "Map.PDF"}, {"v1.2", ".jejak", "v1.2.jejak"}, {"", ".png", ".png"},
	} {
		if got := withExtension(c.name, c.ext); got != c.want {
			t.Errorf("%q with %s is %q, want %q", c.name, c.ext, got, c.want)
		}
	}
	for uri, want := range map[string]string{
		"file:///home/ayu/Peta 100%.jejak": "/home/ayu/Peta 100%.jejak", // unescaped already
		"/plain/path.jejak":                "/plain/path.jejak",
	} {
		if got := localPath(uri); got != want {
			t.Errorf("%q is at %q, want %q", uri, got, want)
		}
	}
}

func TestFolderToBeginIn(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	for _, c := range []struct {
		name, path, want string
		recent           []string
	}{
		{"beside the open file", "/a/b.jejak", "/a", []string{"/c/d.jejak"}},
		{"beside the last one", "", "/c", []string{"/c/d.jejak", "/e/f.jejak"}},
		{"at home", "", home, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := New(Options{Path: func() string { return c.path }, Recent: func() []string { return c.recent }})
			if got := p.folder(); got != c.want {
				t.Errorf("begins in %q, want %q", got, c.want)
			}
		})
	}
}
