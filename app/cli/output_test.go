package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestOutputThatCannotBe(t *testing.T) {
	dir := bad(t)
	write(t, dir, "good.json", read(t, dir, "newer.json"))
	if err := os.Link(filepath.Join(dir, "good.json"), filepath.Join(dir, "twin.jejak")); err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{"pdf", "png"} {
		if err := os.Mkdir(filepath.Join(dir, "folder."+ext), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.pdf"), 0o644); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	for args, want := range map[string]string{
		"export good.jejak -o folder.pdf":    "1 jejak: folder.pdf is a folder",
		"export good.jejak -o pipe.pdf":      "1 jejak: pipe.pdf is not an ordinary file",
		"export good.jejak -o none/x.pdf":    "1 jejak: The folder " + filepath.Join(dir, "none") + " is not there.",
		"export good.jejak -o output/x.pdf":  "1 jejak: output/x.pdf",
		"import good.json -o twin.jejak":     "2 jejak: twin.jejak is the input",
		"import good.mmd -o folder.jejak":    "1 jejak: folder.jejak is a folder",
		"import good.mmd -o none/x.jejak":    "1 jejak: x.jejak was not saved because its folder does not exist",
		"new -o none/x.jejak":                "1 jejak: x.jejak was not saved because its folder does not exist",
		"new -o pipe.jejak":                  "1 jejak: pipe.jejak is not an ordinary file",
		"export missing.jejak -o output.pdf": "1 jejak: missing.jejak does not exist",
	} {
		r := jejak(t, dir, strings.Fields(args)...)
		if got := fmt.Sprint(r.code, " ", r.err); !strings.HasPrefix(got, want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("jejak %s: %s, want %s", args, got, want)
		}
	}
	if after := contents(t, dir); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("something was created or changed")
	}
}
