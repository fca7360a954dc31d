package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"jejak/assets/words"
)

// diagram is a small journey of the tests' own.
const diagram = `journey
    title Buying glasses
    section Look
      Search the web: 4: Sari, Budi
      Ask a friend: 5
    section Buy
      Wait in the shop: 1: Sari
`

// result is what one call of the program gave.
type result struct {
	code     int
	out, err string
}

// jejak calls the program in English, in a folder.
func jejak(t *testing.T, dir string, args ...string) result {
	t.Helper()
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "")
	t.Setenv("LANG", "C.UTF-8")
	return speaking(t, dir, args...)
}

// speaking calls the program in the language of the environment.
func speaking(t *testing.T, dir string, args ...string) result {
	t.Helper()
	t.Chdir(dir)
	var out, errs bytes.Buffer
	code := Run(args, strings.NewReader(""), &out, &errs, nil)
	return result{code, out.String(), errs.String()}
}

// must calls the program and wants it to succeed in silence.
func must(t *testing.T, dir string, args ...string) string {
	t.Helper()
	r := jejak(t, dir, args...)
	if r.code != exitOK || r.err != "" {
		t.Fatalf("jejak %s: exit %d, %s", strings.Join(args, " "), r.code, r.err)
	}
	return r.out
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// contents lists a folder with what is in its files.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		all[e.Name()] = e.Type().String()
		if e.Type().IsRegular() {
			all[e.Name()] += read(t, dir, e.Name())
		}
	}
	return all
}

func TestLanguage(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("LC_ALL", "")
	t.Setenv("LC_MESSAGES", "")
	t.Setenv("LANG", "id_ID.UTF-8")
	if r := speaking(t, dir, "info", "x.jejak"); r.code != 1 || strings.Contains(r.err, "does not exist") {
		t.Errorf("%+v", r)
	}
	if r := speaking(t, dir, "info", "x.jejak", "--lang=en"); !strings.Contains(r.err, "does not exist") {
		t.Errorf("%+v", r)
	}
	if r := speaking(t, dir, "--lang", "en", "info", "x.jejak"); !strings.Contains(r.err, "does not exist") {
		t.Errorf("%+v", r)
	}
	t.Setenv("LC_ALL", "en_US.UTF-8")
	if r := speaking(t, dir, "info", "x.jejak"); !strings.Contains(r.err, "does not exist") {
		t.Errorf("%+v", r)
	}
}

func TestHelpAndVersion(t *testing.T) {
	dir := t.TempDir()
	if got := must(t, dir, "--version"); got != "jejak "+Version+"\n" {
		t.Errorf("got %q", got)
	}
	all := must(t, dir, "--help")
	for _, cmd := range commands() {
		help := must(t, dir, cmd.name, "--help")
		if !strings.HasPrefix(help, "jejak "+cmd.name) || strings.Contains(help, "[cli.") || !strings.Contains(all, usageLine(&cmd)) {
			t.Errorf("%s: %s", cmd.name, help)
		}
	}
	if strings.Contains(all, "[cli.") || must(t, dir, "help") != all || must(t, dir, "-h") != all {
		t.Errorf("got %s", all)
	}
	toml, err := os.ReadFile(filepath.Join(root, "FyneApp.toml"))
	if err != nil || !strings.Contains(string(toml), fmt.Sprintf("Version = %q", Version)) {
		t.Errorf("FyneApp.toml is not of version %s: %v", Version, err)
	}
}

func TestWindow(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("DISPLAY", ":0")
	t.Setenv("LC_ALL", "C")
	for _, test := range []struct {
		args []string
		want string
	}{{nil, "opened "}, {[]string{"there.jejak"}, "opened there.jejak"}, {[]string{"--lang=id", "x/y"}, "opened x/y"}, {[]string{"--", "info.jejak"}, "opened info.jejak"}} {
		var opened string
		code := Run(test.args, nil, &bytes.Buffer{}, &bytes.Buffer{}, func(path string) error { opened = "opened " + path; return nil })
		if code != exitOK || opened != test.want {
			t.Errorf("%q: exit %d, %q", test.args, code, opened)
		}
	}
	var errs bytes.Buffer
	if code := Run(nil, nil, &errs, &errs, func(string) error { return errors.New("no\ndisplay") }); code != exitFail || errs.String() != "jejak: no display\n" {
		t.Errorf("exit %d, %q", code, errs.String())
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return // there is always a screen
	}
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	errs.Reset()
	code := Run(nil, nil, &errs, &errs, func(string) error { t.Error("opened a window without a screen"); return nil })
	if code != exitFail || !strings.HasPrefix(errs.String(), "jejak: there is no display") {
		t.Errorf("exit %d, %q", code, errs.String())
	}
}

// root is the top of the project.
var root = func() string {
	dir, err := filepath.Abs("../..")
	if err != nil {
		panic(err)
	}
	return dir
}()

// TestEveryKeyIsInTheTable reads the keys out of the source of those who use this table.
func TestEveryKeyIsInTheTable(t *testing.T) {
	key := regexp.MustCompile(`"((?:cli|insight)\.[a-zA-Z.]*[a-zA-Z])"`)
	n := 0
	for _, dir := range []string{"app/cli", "data/exchange"} {
		files, err := filepath.Glob(filepath.Join(root, dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range key.FindAllStringSubmatch(string(source), -1) {
				n++
				for _, lang := range words.Languages {
					keys, err := words.Keys(lang)
					if err != nil {
						t.Fatal(err)
					}
					if keys[m[1]] == "" {
						t.Errorf("%s: %q is not there in %q", file, m[1], lang)
					}
				}
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d keys found", n)
	}
}
