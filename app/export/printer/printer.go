// Package printer hands PDF files to the system: to its print program where there is one, else to the
// program that shows PDF files, which prints too.
package printer

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"time"

	"jejak/assets/words"
)

// Way is what became of a file.
type Way string

// The ways.
const (
	Sent   Way = "sent"   // to the printer
	Opened Way = "opened" // in the program that shows it
)

// System is what the computer has. The zero value asks the real one.
type System struct {
	OS   string                            // as runtime.GOOS; empty: this one
	Find func(name string) (string, error) // nil: exec.LookPath
	// Run returns what a program says. One that stays may go on by itself: that is no trouble. Nil:
	// the program is run.
	Run func(ctx context.Context, stays bool, name string, args ...string) (string, error)
}

// NoneError says that there is nothing that prints, or that all of it failed.
type NoneError struct {
	Said []string // what those that were tried have to say
}

func (e *NoneError) Error() string {
	return strings.TrimSpace("nothing prints: " + strings.Join(e.Said, "; "))
}

// Text says it to a person.
func (e *NoneError) Text(w *words.Table) string {
	if len(e.Said) == 0 {
		return w.T("export.print.none")
	}
	return w.F("export.print.failed", words.Args{"Error": strings.Join(e.Said, "; ")})
}

// Job is how a file is to be printed.
type Job struct {
	Title string // as the queue of the printer shows it
	// Media is the paper that the pages are made for, as print programs name it: "A4". They are
	// printed in their own size then. Empty: on what paper there is, made to fit.
	Media    string
	OneSided bool // whatever the printer does else
}

// options are the settings of a job as lp and lpr read them.
func (j Job) options() []string {
	list := []string{"-o", "fit-to-page"}
	if j.Media != "" {
		list = []string{"-o", "media=" + j.Media, "-o", "print-scaling=none"}
	}
	if j.OneSided {
		list = append(list, "-o", "sides=one-sided")
	}
	return list
}

// Print hands over the PDF file at path. job is its number, such as
// "Office-12"; empty if nobody says. The error is ctx's or a *NoneError.
func (s System) Print(ctx context.Context, path string, j Job) (way Way, job string, err error) {
	s = s.real()
	var trouble NoneError
	for _, t := range s.takers(path, j) {
		name, err := s.Find(t.name)
		if err != nil {
			continue
		}
		said, err := s.Run(ctx, t.way == Opened, name, t.args...)
		said = strings.TrimSpace(said)
		if err == nil {
			return t.way, jobNumber.FindString(said), nil
		}
		if ctx.Err() != nil {
			return "", "", ctx.Err()
		}
		trouble.Said = append(trouble.Said, t.name+": "+strings.TrimPrefix(or(said, err.Error()), t.name+": "))
	}
	return "", "", &trouble
}

// jobNumber is the number of a job in what lp says, "request id is Office-12 (1 file(s))", in the
// language of the system.
var jobNumber = regexp.MustCompile(`\S+-\d+\b`)

// Open shows the file at path in the program that the system has for it.
func (s System) Open(path string) error {
	s = s.real()
	t := s.viewer(path)
	name, err := s.Find(t.name)
	if err != nil {
		return &NoneError{}
	}
	if said, err := s.Run(context.Background(), true, name, t.args...); err != nil {
		return &NoneError{Said: []string{t.name + ": " + or(strings.TrimSpace(said), err.Error())}}
	}
	return nil
}

type taker struct {
	way  Way
	name string
	args []string
}

// takers lists who may take a PDF file, the best first.
func (s System) takers(path string, j Job) []taker {
	if s.OS == "windows" {
		return []taker{s.viewer(path)}
	}
	with := func(title string) []string {
		return append(append([]string{title, j.Title}, j.options()...), "--", path)
	}
	return []taker{{Sent, "lp", with("-t")}, {Sent, "lpr", with("-T")}, s.viewer(path)}
}

func (s System) viewer(path string) taker {
	switch s.OS {
	case "windows":
		return taker{Opened, "rundll32", []string{"url.dll,FileProtocolHandler", path}}
	case "darwin":
		return taker{Opened, "open", []string{path}}
	}
	return taker{Opened, "xdg-open", []string{path}}
}

func (s System) real() System {
	if s.OS == "" {
		s.OS = runtime.GOOS
	}
	if s.Find == nil {
		s.Find = exec.LookPath
	}
	if s.Run == nil {
		s.Run = run
	}
	return s
}

// patience is how long a program may take to take a file over; one that stays and has found no fault
// by the end of watched has taken it.
const (
	patience = 30 * time.Second
	watched  = 3 * time.Second
)

func run(ctx context.Context, stays bool, name string, args ...string) (string, error) {
	if !stays {
		ctx, stop := context.WithTimeout(ctx, patience)
		defer stop()
		cmd := exec.CommandContext(ctx, name, args...)
		cmd.WaitDelay = time.Second // for what it may have left running
		out, err := cmd.CombinedOutput()
		if errors.Is(err, exec.ErrWaitDelay) {
			err = nil
		}
		return string(out), err
	}
	type end struct {
		out []byte
		err error
	}
	ended := make(chan end, 1)
	go func() {
		out, err := exec.Command(name, args...).CombinedOutput()
		ended <- end{out, err}
	}()
	select {
	case e := <-ended:
		return string(e.out), e.err
	case <-time.After(watched):
		return "", nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// keptFor is how long a file is kept for a program that shows it.
const keptFor = 24 * time.Hour

// File returns the path for a file that is about to be printed, in a folder of its own below dir that
// nobody else can read, and removes what was left there a day ago. name is a title, whatever it
// holds.
func File(dir, name string, now time.Time) (string, error) {
	root := filepath.Join(dir, "print")
	if err := os.MkdirAll(root, 0o700); err != nil {
		return "", err
	}
	entries, err := os.ReadDir(root)
	if err != nil {
		return "", err
	}
	for _, e := range entries {
		if info, err := e.Info(); err == nil && e.IsDir() {
			if age := now.Sub(info.ModTime()); age > keptFor || age < -keptFor {
				_ = os.RemoveAll(filepath.Join(root, e.Name())) // tried again the next time
			}
		}
	}
	own, err := os.MkdirTemp(root, "")
	if err != nil {
		return "", err
	}
	return filepath.Join(own, FileName(name)+".pdf"), nil
}

// Remove takes away a file that File has named, and its folder.
func Remove(path string) error { return os.RemoveAll(filepath.Dir(path)) }

// FileName is a title as a file may be called on every system: never empty, and not very long.
func FileName(title string) string {
	const most = 80
	name := strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*`, r) || r == 0x7F {
			return ' '
		}
		return r
	}, title)
	name = strings.Trim(strings.Join(strings.Fields(name), " "), ". ")
	if runes := []rune(name); len(runes) > most {
		name = strings.TrimSpace(string(runes[:most]))
	}
	if name == "" {
		return "map"
	}
	return name
}
