package printer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jejak/assets/words"
)

// computer has some programs, some of which fail.
type computer struct {
	has, fails []string
	ran        []string
}

func (c *computer) system(os string) System {
	return System{OS: os,
		Find: func(name string) (string, error) {
			if slices.Contains(c.has, name) {
				return "/bin/" + name, nil
			}
			return "", errors.New("not there")
		},
		Run: func(_ context.Context, _ bool, name string, args ...string) (string, error) {
			name = filepath.Base(name)
			c.ran = append(c.ran, name+" "+strings.Join(args, " "))
			if slices.Contains(c.fails, name) {
				return name + ": no default destination\n", errors.New("exit status 1")
			}
			return "request id is Office-12 (1 file(s))\n", nil
		}}
}

func TestPrint(t *testing.T) {
	for name, c := range map[string]struct {
		os         string
		has, fails []string
		way        Way
		ran        []string
		trouble    int // how many have something to say; −1: all is well
	}{
		"a printer":     {"linux", []string{"lp", "lpr", "xdg-open"}, nil, Sent, []string{"lp -t A title -o media=A4 -o print-scaling=none -o sides=one-sided -- /x/a.pdf"}, -1},
		"only lpr":      {"linux", []string{"lpr"}, nil, Sent, []string{"lpr -T A title -o media=A4 -o print-scaling=none -o sides=one-sided -- /x/a.pdf"}, -1},
		"no printer":    {"linux", []string{"lp", "xdg-open"}, []string{"lp"}, Opened, []string{"lp -t A title -o media=A4 -o print-scaling=none -o sides=one-sided -- /x/a.pdf", "xdg-open /x/a.pdf"}, -1},
		"a viewer":      {"linux", []string{"xdg-open"}, nil, Opened, []string{"xdg-open /x/a.pdf"}, -1},
		"a Mac":         {"darwin", []string{"open"}, nil, Opened, []string{"open /x/a.pdf"}, -1},
		"Windows":       {"windows", []string{"lp", "rundll32"}, nil, Opened, []string{"rundll32 url.dll,FileProtocolHandler /x/a.pdf"}, -1},
		"nothing":       {"linux", nil, nil, "", nil, 0},
		"nothing works": {"linux", []string{"lp", "xdg-open"}, []string{"lp", "xdg-open"}, "", []string{"lp -t A title -o media=A4 -o print-scaling=none -o sides=one-sided -- /x/a.pdf", "xdg-open /x/a.pdf"}, 2},
	} {
		t.Run(name, func(t *testing.T) {
			pc := &computer{has: c.has, fails: c.fails}
			way, says, err := pc.system(c.os).Print(t.Context(), "/x/a.pdf", Job{Title: "A title", Media: "A4", OneSided: true})
			if way != c.way || !slices.Equal(pc.ran, c.ran) {
				t.Errorf("%s, ran %q", way, pc.ran)
			}
			var none *NoneError
			if errors.As(err, &none) != (c.trouble >= 0) || none != nil && len(none.Said) != c.trouble {
				t.Errorf("%v", err)
			}
			if err == nil && says != "Office-12" {
				t.Errorf("says %q", says)
			}
			for _, lang := range words.Languages {
				if none != nil && strings.ContainsAny(none.Text(words.In(lang)), "[<") {
					t.Errorf("%q", none.Text(words.In(lang)))
				}
			}
		})
	}
}

func TestPrintIsLeft(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	s := System{OS: "linux", Find: func(n string) (string, error) { return n, nil },
		Run: func(context.Context, bool, string, ...string) (string, error) {
			cancel()
			return "", errors.New("killed")
		}}
	if _, _, err := s.Print(ctx, "/x/a.pdf", Job{Title: "A"}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// TestRealProgram: what a program says is heard, and its failure too.
func TestRealProgram(t *testing.T) {
	dir := t.TempDir()
	script := func(name, body string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	script("lp", `echo "lp: no printer" >&2; exit 1`)
	script("lpr", `test "$2 $3 $4 $5" = "-o evil -o fit-to-page --" && echo "aggiunto lavoro $6-7"`)
	t.Setenv("PATH", dir+":/bin:/usr/bin")
	way, says, err := (System{OS: "linux"}).Print(t.Context(), "/x/a.pdf", Job{Title: "-o evil"})
	if way != Sent || says != "/x/a.pdf-7" || err != nil {
		t.Errorf("%s %q %v", way, says, err)
	}
	script("lpr", "exit 3")
	script("xdg-open", "exit 4")
	var none *NoneError
	if _, _, err := (System{OS: "linux"}).Print(t.Context(), "/x/a.pdf", Job{Title: "A"}); !errors.As(err, &none) || len(none.Said) != 3 || none.Said[0] != "lp: no printer" {
		t.Errorf("%v", err)
	}
	if err := (System{OS: "linux"}).Open("/x/a.pdf"); err == nil {
		t.Error("a viewer that fails is no error")
	}
}

func TestFile(t *testing.T) {
	dir, now := t.TempDir(), time.Now()
	old, err := File(dir, "A/B: <first>?", now)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(old) != "A B first.pdf" {
		t.Errorf("called %s", old)
	}
	if info, err := os.Stat(filepath.Dir(old)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("its folder: %v (%v)", info, err)
	}
	if err := os.WriteFile(old, []byte("%PDF"), 0o600); err != nil {
		t.Fatal(err)
	}
	fresh, err := File(dir, "A", now.Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err != nil {
		t.Error("a file of this hour went")
	}
	if _, err := File(dir, "A", now.Add(3*24*time.Hour)); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{old, filepath.Dir(fresh)} {
		if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is there after three days", path)
		}
	}
	if Remove(old) != nil {
		t.Error("removing what has gone is an error")
	}
	for title, want := range map[string]string{"": "map", "...": "map", " a\tb ": "a b", strings.Repeat("é", 200): strings.Repeat("é", 80), "地図": "地図"} {
		if got := FileName(title); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
}
