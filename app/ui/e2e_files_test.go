//go:build e2e

package ui

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/canvas/geom"
)

// dimmed reports whether a dialog is open: it dims what is behind it. A window that has not painted
// yet is black.
func (p *program) dimmed() bool {
	r, _, _, _ := p.shot().At(40, int(p.size.H)-100).RGBA()
	return r>>8 > 120 && r>>8 < 235
}

func TestBadFilesInTheWindow(t *testing.T) {
	dir := t.TempDir()
	good, err := os.ReadFile(saved(t, sampleProject(t), "good.jejak"))
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
			p.wait("the dialog", p.dimmed)
			p.key("Escape")
			p.wait("the dialog to go", func() bool { return !p.dimmed() })
			if got := p.title(); got != "Jejak" {
				t.Errorf("title %q", got)
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
	p.wait("the start screen", func() bool { return p.title() == "Jejak" })
	p.settle()
	p.key("ctrl+n")
	p.wait("the new map", func() bool { return strings.Contains(p.title(), "Untitled") })

	file := filepath.Join(dir, "first.jejak")
	p.key("ctrl+s")
	p.wait("the dialog", p.dimmed)
	p.settle()
	p.x("type", "--delay", "8", file) // in place of the name that is offered: it is selected
	p.key("Return")
	p.wait("the save", func() bool { return strings.HasPrefix(p.title(), "first.jejak — Saved ") })
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
		p.wait("the dialog", p.dimmed)
		p.settle()
		p.x("type", "--delay", "8", pdf)
		p.key("Return")
		p.settle()
	}
	export()
	p.key("Escape")
	p.wait("the question to go", func() bool { return !p.dimmed() })
	if data, err := os.ReadFile(pdf); err != nil || string(data) != "mine" {
		t.Errorf("the file is %q after Cancel (%v)", data, err)
	}
	export()
	p.key("Return")
	p.wait("the PDF", func() bool {
		data, err := os.ReadFile(pdf)
		return err == nil && bytes.HasPrefix(data, []byte("%PDF-"))
	})
	p.settle()
	p.key("Escape")
	p.wait("the message to go", func() bool { return !p.dimmed() })

	// closing saves what was changed, without a question
	p.move(geom.Pt(leftWidth+20, 300)) // the desk
	p.key("ctrl+shift+c")
	p.settle()
	p.key("Return")
	p.wait("the new stage", func() bool { return strings.HasSuffix(p.title(), "Unsaved changes") })
	p.quit()
	if now, err := os.ReadFile(file); err != nil || bytes.Equal(now, held) {
		t.Errorf("closing did not save (%v)", err)
	}
	if names, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(names) != 2 {
		t.Errorf("the folder holds %v", names)
	}
}
