//go:build e2e

package e2e

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/app/ui/watch"
	"jejak/data/journey"
)

func TestBadFilesInTheWindow(t *testing.T) {
	dir := t.TempDir()
	good, err := os.ReadFile(savedSample(t))
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, v uint32) []byte {
		data := bytes.Clone(good)
		binary.BigEndian.PutUint32(data[at:], v)
		return data
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 9, 9))); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{
		"diary.jejak":   []byte("Dear diary,\n"),
		"empty.jejak":   {},
		"picture.jejak": picture.Bytes(),
		"newer.jejak":   patched(60, 999), // user_version in the header of SQLite
		"other.jejak":   patched(68, 42),  // application_id
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	paths := []string{dir, filepath.Join(dir, "none.jejak")}
	for name := range files {
		paths = append(paths, filepath.Join(dir, name))
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			p := launch(t, path)
			p.dialog("the message")
			p.key("Escape")
			if seen := p.noDialog("the message to go"); seen.Title != "Jejak" {
				t.Errorf("title %q", seen.Title)
			}
			p.quit()
			if data, ok := files[filepath.Base(path)]; ok {
				if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, data) {
					t.Errorf("the file was changed (%v)", err)
				}
			}
			if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != len(files) {
				t.Errorf("the folder holds %v", names)
			}
		})
	}
}

func TestFirstMapSaveExport(t *testing.T) {
	dir := t.TempDir()
	p := launch(t)
	if seen := p.rest(); seen.Title != "Jejak" {
		t.Fatalf("title %q", seen.Title)
	}
	p.key("ctrl+n")
	p.until("the gallery", func(s watch.Seen) bool { return s.Dialog })
	p.key("Return") // what it offers first
	p.titled("Untitled", "")

	file := filepath.Join(dir, "first.jejak")
	p.key("ctrl+s")
	p.until("the dialog", func(s watch.Seen) bool { return s.Dialog && s.Typing })
	p.write(file) // in place of the name that is offered: it is selected
	p.key("Return")
	p.titled("first.jejak — Saved ", "")
	if got := info(t, file); strings.Count(got, `"touchpoints"`) < 5 {
		t.Errorf("the new file holds %s", got)
	}

	// saving another one over it asks first, and Cancel means it
	held, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	pdf := filepath.Join(dir, "first.pdf")
	if err := os.WriteFile(pdf, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	export := func() {
		p.key("ctrl+e")
		p.until("the pages", func(s watch.Seen) bool { return s.Dialog })
		p.key("Return")
		p.until("the dialog", func(s watch.Seen) bool { return s.Dialog && s.Typing })
		p.write(pdf)
		p.key("Return")
		p.until("the question", func(s watch.Seen) bool { return s.Dialog && !s.Typing })
	}
	export()
	p.key("Escape", "Escape") // the question, and the window with the pages
	p.noDialog("the question to go")
	if data, err := os.ReadFile(pdf); err != nil || string(data) != "mine" {
		t.Errorf("the file is %q after Cancel (%v)", data, err)
	}
	export()
	p.key("Return")
	p.wait("the PDF", func() bool {
		data, err := os.ReadFile(pdf)
		return err == nil && bytes.HasPrefix(data, []byte("%PDF-"))
	})
	p.dialog("the message")
	p.key("Escape")
	p.noDialog("the message to go")

	// closing saves what was changed, without a question
	p.key("ctrl+shift+c")
	p.until("the text of the new stage", func(s watch.Seen) bool { return s.Writing })
	p.key("Return")
	p.titled("first.jejak", "Unsaved changes")
	p.quit()
	if now, err := os.ReadFile(file); err != nil || bytes.Equal(now, held) {
		t.Errorf("closing did not save (%v)", err)
	}
	if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != 2 {
		t.Errorf("the folder holds %v", names)
	}
}

func TestSaveAsAndOpen(t *testing.T) {
	path := savedSample(t)
	s := &sheet{program: launch(t, path), start: sampleProject(t), path: path}
	s.until("the file", func(n watch.Seen) bool { return n.Open })
	s.mapID = s.start.MapsInOrder()[0].ID
	card, next := s.card("Eye test"), s.card("Day passes")
	s.click(s.body(card))
	s.key("Delete")
	s.key("ctrl+shift+s")
	s.until("the dialog", func(n watch.Seen) bool { return n.Dialog && n.Typing })
	other := filepath.Join(filepath.Dir(path), "other.jejak")
	s.write(other)
	s.key("Return")
	s.titled("other.jejak — Saved ", "")
	s.gone(read(t, other), card)
	was := read(t, path) // as it was, or with the edit if it was saved by itself meanwhile

	s.key("ctrl+o")
	s.dialog("the dialog")
	s.click(s.word("glasses"))
	s.word("glasses.jejak") // at the foot: it is chosen
	s.click(s.word("Open"))
	s.titled("glasses.jejak — Saved ", "")
	s.click(s.body(next))
	s.key("Delete", "ctrl+s")
	s.until("the save", func(n watch.Seen) bool { return n.Undo && n.Saved && n.Unsaved == 0 })
	s.quit()
	s.gone(read(t, other), card)
	if got, want := read(t, path), was.Without(journey.RefTo(next)); got.Cards.Len() != want.Cards.Len() || got.Cards.Has(next.ID) {
		t.Errorf("the file that was opened holds %d cards, want %d", got.Cards.Len(), want.Cards.Len())
	}
}
