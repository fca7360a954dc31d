//go:build e2e

package e2e

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jejak/app/ui/watch"
)

// says waits for a text that begins so, in a dialog.
func (s *sheet) says(prefix string) {
	s.t.Helper()
	s.until("the words "+prefix, func(n watch.Seen) bool {
		for _, w := range n.Words {
			if w.Over && strings.HasPrefix(w.Text, prefix) {
				return true
			}
		}
		return false
	})
}

// sheetOf is a line of pdfinfo about a page of A3, wide rather than high.
var sheetOf = regexp.MustCompile(`(?m)^Page +\d+ size: +1190[.\d]* x 841[.\d]* pts`)

// TestExportTiles chooses tiles on A3 and writes what the command line writes.
func TestExportTiles(t *testing.T) {
	home, path := t.TempDir(), savedSample(t)
	s := opened(t, home, path)
	s.until("the file", func(n watch.Seen) bool { return n.Open })
	s.key("ctrl+e")
	s.dialog("the pages")
	s.click(s.word("Tiles"))
	s.click(s.word("A4 · 210 × 297 mm"))
	s.click(s.word("A3 · 297 × 420 mm"))
	s.says("420 × 297 mm")
	s.key("Return")
	s.until("the question where", func(n watch.Seen) bool { return n.Typing })
	pdf := filepath.Join(home, "tiles.pdf")
	s.write(pdf)
	s.key("Return")
	s.says("tiles.pdf is ready")
	s.key("Escape")
	s.noDialog("the message to go")

	s.key("ctrl+e") // it is remembered
	s.says("420 × 297 mm")
	s.key("Escape")
	s.noDialog("the window to go")
	s.quit()

	got, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(home, "other.pdf")
	if out, err := exec.Command(jejak, "export", path, "-o", other, "--tile", "--paper", "A3", "--map", sampleProject(t).MapsInOrder()[0].Title).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%d bytes, the command line writes %d", len(got), len(want))
	}

	if _, err := exec.LookPath("pdfinfo"); err != nil {
		t.Skip("pdfinfo is missing: install the package poppler-utils")
	}
	info, err := exec.Command("pdfinfo", "-l", "99", pdf).CombinedOutput()
	if n := len(sheetOf.FindAll(info, -1)); err != nil || n < 2 || n != strings.Count(string(info), " size: ")-strings.Count(string(info), "File size: ") {
		t.Errorf("%d pages of A3 (%v):\n%s", n, err, info)
	}
}

// TestPrint hands a PDF to the system's print program, for which another one stands here.
func TestPrint(t *testing.T) {
	bin := t.TempDir()
	script := "#!/bin/sh\nfor last; do :; done\ncp \"$last\" " + bin + "/printed.pdf && echo request id is Office-12\n"
	if err := os.WriteFile(filepath.Join(bin, "lp"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	home, path := t.TempDir(), savedSample(t)
	s := opened(t, home, path)
	s.until("the file", func(n watch.Seen) bool { return n.Open })
	s.key("ctrl+p")
	s.dialog("the pages")
	s.says("297 × 210 mm") // A4, which printers have
	s.key("Return")
	s.says("Sent to the printer")
	s.says("Print job Office-12")
	s.key("Escape")
	s.noDialog("the message to go")
	if data, err := os.ReadFile(filepath.Join(bin, "printed.pdf")); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
		t.Errorf("printed %.8q (%v)", data, err)
	}
	if left, err := filepath.Glob(filepath.Join(home, "cache", "jejak", "print", "*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	s.quit()
}
