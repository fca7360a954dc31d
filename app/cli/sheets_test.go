package cli

import (
	"strings"
	"testing"
)

// TestSheets: priorities and the register of actions go into files like a dashboard.
func TestSheets(t *testing.T) {
	dir := t.TempDir()
	must(t, dir, "new", "-o", "a.jejak", "--template", "current-state")
	for _, args := range []string{
		"-o matrix.pdf --matrix", "-o matrix.svg --sheet matrix --lang id", "-o matrix.png --matrix --dpi 72",
		"-o register.pdf --register --paper A4", "-o register.svg --sheet register --register --text --lang id",
	} {
		must(t, dir, append([]string{"export", "a.jejak"}, strings.Fields(args)...)...)
	}
	if got := read(t, dir, "register.svg"); !strings.Contains(got, ">Penanggung jawab<") || strings.Contains(got, ">Owner<") {
		t.Error("the register does not speak Indonesian")
	}
	for args, want := range map[string]string{
		"--matrix --register": "either", "--matrix --deck": "matrix", "--sheet dashboard --register": "either",
	} {
		r := jejak(t, dir, append([]string{"export", "a.jejak", "-o", "x.pdf"}, strings.Fields(args)...)...)
		if r.code != exitUsage || !strings.Contains(r.err, want) {
			t.Errorf("%s: %+v", args, r)
		}
	}
}
