package clipboard

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"jejak/app/editor/clip"
	"jejak/app/ui/clipboard/x11"
	"jejak/assets/words"
	"jejak/data/exchange"
	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/picture"
)

// fake is a System in the memory of the test.
type fake struct {
	mu     sync.Mutex
	data   []x11.Data
	fails  error
	closed bool
}

func (f *fake) Offer(list ...x11.Data) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fails == nil {
		f.data = list
	}
	return f.fails
}

func (f *fake) Formats() ([]string, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var names []string
	for _, d := range f.data {
		names = append(names, d.Format)
	}
	return names, f.fails
}

func (f *fake) Read(format string, most int) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, d := range f.data {
		switch {
		case d.Format != format:
		case len(d.Bytes) > most:
			return nil, &x11.TooLargeError{Most: most}
		default:
			return d.Bytes, nil
		}
	}
	return nil, x11.ErrNothing
}

func (f *fake) Alive() bool { return !f.closed }
func (f *fake) Close()      { f.closed = true }

func part(t testing.TB) fragment.Fragment {
	t.Helper()
	p := journey.FromRecords([]journey.Record{
		journey.Info{ID: "info"}, journey.Map{ID: "map", Rank: "a", Type: journey.CurrentState},
		journey.Stage{ID: "stage", MapID: "map", Rank: "a"}, journey.Lane{ID: "lane", MapID: "map", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "card", MapID: "map", StageID: "stage", LaneID: "lane", Rank: "a", Title: "Asks a friend"},
	})
	f := fragment.Copy(p, "map", []journey.Ref{{Kind: journey.KindCard, ID: "card"}})
	if f.IsEmpty() {
		t.Fatal("nothing was copied")
	}
	return f
}

func somePNG(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewRGBA(image.Rect(0, 0, 4, 3))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// now runs on the goroutine of the test what should run on that of the window.
func newClipboard(t *testing.T, s System) (*Clipboard, chan func()) {
	t.Helper()
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	calls := make(chan func(), 8)
	c := New(Options{Text: test.NewClipboard(), Do: func(f func()) { calls <- f }, Shelf: NewShelf(time.Now)})
	if s != nil {
		c.Use(func() (System, error) { return s, nil })
	}
	return c, calls
}

func paste(c *Clipboard, calls chan func()) clip.Found {
	var found *clip.Found
	c.Paste(func(f clip.Found) { found = &f })
	for found == nil {
		(<-calls)()
	}
	return *found
}

func same(a, b fragment.Fragment) bool {
	x, err1 := exchange.FragmentJSON(a)
	y, err2 := exchange.FragmentJSON(b)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

func TestCopyToOtherProgramsAndWindows(t *testing.T) {
	f := part(t)
	s := &fake{}
	a, calls := newClipboard(t, s)
	if err := a.Copy(f, "Asks a friend"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Read("UTF8_STRING", 100); err != nil || string(got) != "Asks a friend" {
		t.Errorf("other programs get %q (%v)", got, err)
	}
	other, otherCalls := newClipboard(t, s)
	for who, found := range map[string]clip.Found{"this window": paste(a, calls), "another": paste(other, otherCalls)} {
		if !same(found.Fragment, f) {
			t.Errorf("%s gets %+v", who, found)
		}
	}
}

// Without a System the text is on the toolkit's clipboard and the part of the map on the shelf,
// which counts only as long as that text is there, and goes when the window goes.
func TestCopyWithoutASystem(t *testing.T) {
	f := part(t)
	a, calls := newClipboard(t, nil)
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if err := a.Copy(f, "Asks a friend"); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "jejak", "clipboard")
	for path, want := range map[string]os.FileMode{file: 0o600, filepath.Dir(file): 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s has the mode %v (%v), want %v", path, info.Mode(), err, want)
		}
	}
	other := New(Options{Text: a.o.Text, Shelf: NewShelf(time.Now)})
	if found := paste(other, nil); !same(found.Fragment, f) {
		t.Errorf("another window gets %+v", found)
	}
	a.o.Text.SetContent("something else")
	if found := paste(a, calls); found.Text != "something else" || !found.Fragment.IsEmpty() {
		t.Errorf("after another program copied it gets %+v", found)
	}
	other.Close()
	if _, err := os.Stat(file); err != nil {
		t.Errorf("another window took away what was not its own: %v", err)
	}
	a.Close()
	if entries, err := os.ReadDir(filepath.Dir(file)); err != nil || len(entries) != 0 {
		t.Errorf("left behind: %v (%v)", entries, err)
	}
	if err := a.CopyPicture(func() ([]byte, error) { return nil, nil }); !errors.Is(err, ErrNoPictures) {
		t.Errorf("a picture that no clipboard takes: %v", err)
	}
}

func TestShelfForgets(t *testing.T) {
	t.Setenv("XDG_RUNTIME_DIR", t.TempDir())
	at := time.Now()
	s := NewShelf(func() time.Time { return at })
	if err := s.Put("text", []byte("data")); err != nil {
		t.Fatal(err)
	}
	if got := s.Get("text"); string(got) != "data" {
		t.Errorf("it holds %q", got)
	}
	for _, text := range []string{"", "Text", "data"} {
		if got := s.Get(text); got != nil {
			t.Errorf("for %q it holds %q", text, got)
		}
	}
	at = at.Add(keptFor + time.Hour)
	if got := s.Get("text"); got != nil {
		t.Errorf("the next day it holds %q", got)
	}
	if _, err := os.Stat(s.path); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the next day the file is there: %v", err)
	}
	var none *Shelf
	none.Clear()
	if none.Put("text", nil) != nil || none.Get("text") != nil {
		t.Error("no shelf is no empty one")
	}
}

func TestReadTakesWhatAMapCanUse(t *testing.T) {
	dir := t.TempDir()
	pic := somePNG(t)
	for name, data := range map[string][]byte{"a.png": pic, "b c.png": pic, "notes.txt": []byte("x")} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	json, err := exchange.FragmentJSON(part(t))
	if err != nil {
		t.Fatal(err)
	}
	uris := "copy\nfile://" + dir + "/a.png\nfile://" + dir + "/b%20c.png\nfile://" + dir + "/notes.txt\n"
	large := make([]byte, mostText+1)
	var reason *picture.Error
	for _, c := range []struct {
		name string
		data []x11.Data
		want func(clip.Found) bool
	}{
		{"a part of a map before its text", []x11.Data{{Format: "UTF8_STRING", Bytes: []byte("x")}, {Format: Format, Bytes: json}}, func(f clip.Found) bool { return !f.Fragment.IsEmpty() && f.Text == "" }},
		{"a part of a map that is damaged", []x11.Data{{Format: Format, Bytes: json[:len(json)-9]}, {Format: "UTF8_STRING", Bytes: []byte("x")}}, func(f clip.Found) bool { return f.Err != nil && f.Text == "" }},
		{"pictures among files", []x11.Data{{Format: "UTF8_STRING", Bytes: []byte("/a.png")}, {Format: "x-special/gnome-copied-files", Bytes: []byte(uris)}}, func(f clip.Found) bool {
			return f.Err == nil && len(f.Pictures) == 2 && f.Pictures[1].Name == "b c.png"
		}},
		{"files that are none", []x11.Data{{Format: "text/uri-list", Bytes: []byte("file://" + dir + "/notes.txt\r\n")}}, func(f clip.Found) bool { return errors.As(f.Err, &reason) && reason.Reason == picture.Foreign }},
		{"the address of a page", []x11.Data{{Format: "text/uri-list", Bytes: []byte("https://example.org/a.png\r\n")}, {Format: "UTF8_STRING", Bytes: []byte("https://example.org/a.png")}}, func(f clip.Found) bool { return f.Text != "" }},
		{"cells of a spreadsheet before their picture", []x11.Data{{Format: "image/png", Bytes: pic}, {Format: "text/plain;charset=utf-8", Bytes: []byte("a\tb")}}, func(f clip.Found) bool { return f.Text == "a\tb" }},
		{"text of an old program", []x11.Data{{Format: "STRING", Bytes: []byte("caf\xe9")}}, func(f clip.Found) bool { return f.Text == "café" }},
		{"a part of a map sent as text", []x11.Data{{Format: "UTF8_STRING", Bytes: json}}, func(f clip.Found) bool { return !f.Fragment.IsEmpty() }},
		{"a picture", []x11.Data{{Format: "UTF8_STRING", Bytes: []byte(" \n")}, {Format: "image/png", Bytes: pic}}, func(f clip.Found) bool { return len(f.Pictures) == 1 && f.Pictures[0].Width == 4 }},
		{"a picture of another kind", []x11.Data{{Format: "image/gif", Bytes: []byte("GIF89a…………")}}, func(f clip.Found) bool { return errors.As(f.Err, &reason) && reason.Reason == picture.Other }},
		{"too long a text", []x11.Data{{Format: "UTF8_STRING", Bytes: large}}, func(f clip.Found) bool { return f.Err != nil }},
		{"too large a picture", []x11.Data{{Format: "image/png", Bytes: make([]byte, picture.MaxBytes+1)}}, func(f clip.Found) bool { return errors.As(f.Err, &reason) && reason.Reason == picture.Bytes }},
		{"nothing", nil, func(f clip.Found) bool { return f.Err != nil }},
	} {
		found := Read(&fake{data: c.data})
		if !c.want(found) {
			t.Errorf("%s: %d pictures, text %.20q, error %v", c.name, len(found.Pictures), found.Text, found.Err)
		}
		if found.Err == nil {
			continue
		}
		var told interface{ Text(*words.Table) string }
		for _, lang := range words.Languages {
			if !errors.As(found.Err, &told) || told.Text(words.In(lang)) == "" || strings.ContainsAny(told.Text(words.In(lang)), "[<{") {
				t.Errorf("%s: in %s it says nothing: %v", c.name, lang, found.Err)
			}
		}
	}
	if found := Read(&fake{fails: errors.New("gone")}); found.Err == nil {
		t.Error("a clipboard that does not answer is no trouble")
	}
}

func TestPicturesAreCopiedBehindTheWindow(t *testing.T) {
	s := &fake{}
	c, calls := newClipboard(t, s)
	var failed error
	c.o.Fail = func(err error) { failed = err }
	if err := c.CopyPicture(func() ([]byte, error) { return []byte("png"), nil }); err != nil {
		t.Fatal(err)
	}
	(<-calls)()
	if got, err := s.Read("image/png", 10); err != nil || string(got) != "png" || failed != nil {
		t.Errorf("other programs get %q (%v, %v)", got, err, failed)
	}
	if err := c.CopyPicture(func() ([]byte, error) { return nil, errors.New("no paint") }); err != nil {
		t.Fatal(err)
	}
	(<-calls)()
	if failed == nil {
		t.Error("a picture that could not be painted is no trouble")
	}
}

func TestSort(t *testing.T) {
	dir := t.TempDir()
	bare := filepath.Join(dir, "project")
	if err := os.WriteFile(bare, []byte("SQLite format 3\x00…"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := Sort([]string{"a.PNG", "b.jejak", "c.jejak", "d.JSON", "e.mmd", "f.csv", "g.txt", "h", dir, bare})
	if d.Project != "b.jejak" || d.Journey != "d.JSON" || !slices.Equal(d.Texts, []string{"f.csv", "g.txt"}) || !slices.Equal(d.Pictures, []string{"a.PNG", "h", dir}) {
		t.Errorf("%+v", d)
	}
	if d := Sort([]string{bare}); d.Project != bare {
		t.Errorf("a project of another name: %+v", d)
	}
}

func TestTable(t *testing.T) {
	for in, want := range map[string]string{
		"a,b\nc,\"d\ne\"\n": "a\tb\nc\t\"d\ne\"", "a;b,c\n1;2": "a\tb,c\n1\t2", "one\ntwo": "one\ntwo", "": "",
	} {
		if got := Table(in); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

func TestPicturesTellWhichFailed(t *testing.T) {
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "good.png"), filepath.Join(dir, "bad.png")
	for path, data := range map[string][]byte{good: somePNG(t), bad: somePNG(t)[:30]} {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list, err := Pictures([]string{good, bad, filepath.Join(dir, "none.png"), dir})
	if len(list) != 1 || list[0].Name != "good.png" || err == nil {
		t.Fatalf("%d pictures, %v", len(list), err)
	}
	sentence := func(err error) string {
		var told interface{ Text(*words.Table) string }
		if !errors.As(err, &told) {
			t.Fatalf("%v says nothing to a person", err)
		}
		return told.Text(words.In("en"))
	}
	lines := strings.Split(Lines(words.In("en"), err, sentence), "\n")
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "bad.png: ") || !strings.HasPrefix(lines[1], "none.png: ") {
		t.Errorf("it says %q", lines)
	}
	var many *ManyError
	if _, err := Pictures(make([]string, MostPictures+1)); !errors.As(err, &many) {
		t.Errorf("too many at once: %v", err)
	}
}

func FuzzPaths(f *testing.F) {
	f.Add([]byte("copy\nfile:///a%20b.png\r\nfile://localhost/c\n# x\nhttp://d/e"))
	f.Fuzz(func(t *testing.T, list []byte) {
		for _, p := range Paths(list) {
			if !strings.HasPrefix(p, "/") {
				t.Errorf("%q is no path", p)
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	json, err := exchange.FragmentJSON(part(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(Format, json)
	f.Add("UTF8_STRING", []byte("a\tb"))
	f.Add("text/uri-list", []byte("file:///nowhere/a.png"))
	f.Add("image/png", somePNG(f))
	f.Fuzz(func(t *testing.T, format string, data []byte) {
		if c, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && c.Width*c.Height > 1<<18 {
			return // as large as it says, which takes too long here
		}
		found := Read(&fake{data: []x11.Data{{Format: format, Bytes: data}}})
		n := 0
		for _, is := range []bool{!found.Fragment.IsEmpty(), len(found.Pictures) > 0, found.Text != "", found.Err != nil} {
			if is {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("it is %d things at once", n)
		}
		if found.Err == nil && !found.Fragment.IsEmpty() {
			if found := journey.Validate(found.Fragment.Project()); len(found) > 0 {
				t.Fatal(found[0])
			}
		}
	})
}
