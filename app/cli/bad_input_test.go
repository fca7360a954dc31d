package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"jejak/assets/words"
)

// bad is a folder with every bad input, and a sound project.
func bad(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	write(t, dir, "good.mmd", diagram)
	must(t, dir, "import", "good.mmd", "-o", "good.jejak")
	write(t, dir, "output", "what was there before")
	for _, ext := range []string{"jejak", "mmd", "json"} {
		write(t, dir, "empty."+ext, "")
		write(t, dir, "text."+ext, "Dear all,\nno journey today.\n")
		write(t, dir, "png."+ext, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x1b[31m;\xff\xfe")
		if err := os.Mkdir(filepath.Join(dir, "folder."+ext), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := syscall.Mkfifo(filepath.Join(dir, "pipe."+ext), 0o644); err != nil {
			t.Fatal(err)
		}
		if os.Geteuid() != 0 { // root may read everything
			write(t, dir, "secret."+ext, diagram)
			if err := os.Chmod(filepath.Join(dir, "secret."+ext), 0); err != nil {
				t.Fatal(err)
			}
		}
	}
	whole := []byte(read(t, dir, "good.jejak"))
	poked := func(name string, at int, b ...byte) {
		data := slices.Clone(whole)
		copy(data[at:], b)
		write(t, dir, name, string(data))
	}
	poked("other.jejak", 68, 0, 0, 0, 0)
	poked("newer.jejak", 60, 0, 0, 3, 0)
	write(t, dir, "short.jejak", string(whole[:len(whole)/2]))
	write(t, dir, "newer.json", `{"format": 99, "jejak": {}}`)
	write(t, dir, "unsound.json", `{"format": 1, "jejak": {"stage": [{"id": "s", "map_id": "m", "title": "Pay"}]}}`)
	write(t, dir, "line.mmd", "journey\nsection S\nno score\n")
	return dir
}

func TestBadInput(t *testing.T) {
	dir := bad(t)
	tests := map[string]string{
		"missing.jejak": "missing.jejak does not exist", "folder.jejak": "folder.jejak is a folder", "empty.jejak": "empty.jejak is empty",
		"text.jejak": "not a Jejak project", "png.jejak": "not a Jejak project", "other.jejak": "another program",
		"newer.jejak": "newer version", "short.jejak": "damaged", "pipe.jejak": "not an ordinary file",
		"missing.mmd": "missing.mmd does not exist", "folder.mmd": "folder.mmd is a folder", "empty.mmd": "empty.mmd: line 1: there is no diagram",
		"text.mmd": `text.mmd: line 1: a user journey diagram begins with "journey"`, "png.mmd": "png.mmd: line 1: a user journey diagram begins",
		"pipe.mmd": "not an ordinary file", "line.mmd": `line.mmd: line 3: "no score" has no score`,
		"missing.json": "missing.json does not exist", "folder.json": "folder.json is a folder", "empty.json": "empty.json: line 1: this is not valid JSON",
		"text.json": "text.json: line 1: this is not valid JSON", "png.json": "png.json: line 1: this is not valid JSON",
		"newer.json": "format 99", "unsound.json": "Pay", "pipe.json": "not an ordinary file",
	}
	if os.Geteuid() != 0 {
		tests["secret.jejak"], tests["secret.mmd"], tests["secret.json"] = "permission", "permission", "permission"
	}
	before := contents(t, dir)
	call := func(in, want string, args ...string) {
		t.Helper()
		r := jejak(t, dir, args...)
		if r.code != exitFail || r.out != "" || !strings.Contains(r.err, want) || strings.Count(r.err, "\n") != 1 ||
			!strings.HasPrefix(r.err, "jejak: ") || strings.ContainsAny(r.err, "\x1b\x00") || !utf8.ValidString(r.err) {
			t.Errorf("jejak %s: %+v, want %q", strings.Join(args, " "), r, want)
		}
	}
	for in, want := range tests {
		if extension(in) != "jejak" {
			call(in, want, "import", in, "-o", "new.jejak")
			call(in, want, "import", in, "-o", "good.jejak")
			continue
		}
		call(in, want, "info", in)
		call(in, want, "info", in, "--json")
		for _, ext := range []string{"pdf", "png", "svg", "json", "mmd"} {
			call(in, want, "export", in, "-o", "new."+ext)
		}
		if in != "newer.jejak" && in != "short.jejak" { // of these check has findings
			call(in, want, "check", in)
		}
	}
	if after := contents(t, dir); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("something was created or changed")
	}
}

func TestCheckFindsDamage(t *testing.T) {
	dir := bad(t)
	write(t, dir, "bent.jejak", strings.Replace(read(t, dir, "good.jejak"), "Wait in the shop", "Wait in the shed", 1))
	r := jejak(t, dir, "check", "bent.jejak")
	if r.code != exitFail || !strings.HasPrefix(r.out, "The contents are not what Jejak saved") || r.err != "jejak: bent.jejak has a fault\n" {
		t.Errorf("%+v", r)
	}
}

func TestWrongUse(t *testing.T) {
	dir := bad(t)
	before := contents(t, dir)
	for args, want := range map[string]string{
		"frobnicate":                                        `there is no command "frobnicate"`,
		"frobnicate good.jejak -o x.pdf":                    `there is no command "frobnicate"`,
		"--what":                                            "there is no --what here",
		"info":                                              "called as: jejak info FILE.jejak [--json]",
		"info good.jejak other.jejak":                       "called as: jejak info",
		"info good.jejak --jsn":                             "there is no --jsn here",
		"info good.jejak -x":                                "there is no -x here",
		"info good.jejak --json=perhaps":                    `--json: "perhaps" does not fit`,
		"info good.jejak --lang fr":                         `--lang: "fr" is none of en, id`,
		"new":                                               "say with -o which file to write",
		"new -o":                                            "--output needs a value",
		"new -o x.pdf":                                      "must end in one of: jejak",
		"new -o x.jejak --template none":                    `there is no template "none"; there are: five-stages`,
		"new stray -o x.jejak":                              "called as: jejak new",
		"import good.mmd":                                   "say with -o",
		"import good.txt -o x.jejak":                        "must end in one of: mmd, json",
		"import good.csv -o x.jejak":                        "csv is not built yet",
		"import a.xlsx -o x.jejak":                          "xlsx is not built yet",
		"import good.mmd -o x.pdf":                          "must end in one of: jejak",
		"export good.jejak":                                 "say with -o",
		"export good.jejak -o x":                            "must end in one of: pdf, png, svg, pptx, json, mmd",
		"export good.jejak -o x.gif":                        "must end in one of: pdf, png, svg, pptx, json, mmd",
		"export good.jejak -o x.csv":                        "csv is not built yet",
		"export good.jejak -o x.xlsx":                       "xlsx is not built yet",
		"export good.jejak -o x.md":                         "md is not built yet",
		"export good.jejak -o x.html":                       "html is not built yet",
		"export good.jejak -o x.png --tile":                 "--tile makes several pages",
		"export good.jejak -o x.pdf --tile --paper fit":     "a paper of a fixed size",
		"export good.jejak -o x.pdf --overlap 5":            "goes with --tile",
		"export good.jejak -o x.pdf --margin 101":           "--margin: 101 is not between",
		"export good.jejak -o x.pdf --scale -2":             "--scale: -2 is not between",
		"export good.jejak -o x.pdf --scale NaN":            "--scale: NaN is not between",
		"export good.jejak -o x.pdf --scale two":            `--scale: "two" does not fit`,
		"export good.jejak -o x.pdf --paper B9":             `--paper: "B9" is none of A5, A4, A3`,
		"export good.jejak -o x.pdf --palette p":            `--palette: "p" is none of jejak`,
		"export good.jejak -o x.pdf --landscape --portrait": "exclude each other",
		"export good.jejak -o x.json --map M":               "JSON always holds the whole project",
		"diff good.jejak other.jejak":                       "diff is not built yet",
		"diff":                                              "diff is not built yet",
		"merge a b c -o d":                                  "merge is not built yet",
	} {
		r := jejak(t, dir, strings.Fields(args)...)
		if r.code != exitUsage || r.out != "" || !strings.Contains(r.err, want) || strings.Count(r.err, "\n") != 1 {
			t.Errorf("jejak %s: %+v, want %q", args, r, want)
		}
	}
	if after := contents(t, dir); fmt.Sprint(before) != fmt.Sprint(after) {
		t.Error("something was created or changed")
	}
}

func TestFailuresOfTheSystem(t *testing.T) {
	c := &call{words: words.In("en")}
	for want, err := range map[string]error{
		"a.pdf: you do not have permission": &fs.PathError{Op: "open", Path: "a.pdf", Err: syscall.EACCES},
		"a.pdf does not exist":              &fs.PathError{Op: "open", Path: "a.pdf", Err: fs.ErrNotExist},
		"a.pdf: no space left on device":    &fs.PathError{Op: "write", Path: "a.pdf", Err: syscall.ENOSPC},
	} {
		if got := c.text(err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
