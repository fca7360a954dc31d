package torture

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"jejak/data/project"
)

func init() { children["copy"] = copyAll }

// copyAll copies a file many times as a program that synchronizes folders does: without asking
// anybody, in pieces, at any moment. A copy that breaks off counts as none.
func copyAll(args []string) error {
	from, to := args[0], args[1]
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	for i := range n {
		if err := copySlowly(from, filepath.Join(to, fmt.Sprintf("%04d.jejak", i)), i%4); err != nil {
			return err
		}
	}
	return nil
}

func copySlowly(from, to string, pace int) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	buf := make([]byte, 16<<10)
	for {
		n, err := in.Read(buf)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			_, err = out.Write(buf[:n])
		}
		if err != nil {
			return err
		}
		time.Sleep(time.Duration(pace) * time.Millisecond)
	}
}

// TestCopies has another process copy the file while it is edited and saved. Each copy must be a
// state that was saved, and none older than the one before.
func TestCopies(t *testing.T) {
	n := rounds(30, 300)
	dir := t.TempDir()
	target := filepath.Join(t.TempDir(), "a.jejak")
	s := newStory(60)
	f, err := project.Create(target, s.last(), project.WorkingIn(t.TempDir()))
	check(t, err)
	copier := child("copy", target, dir, strconv.Itoa(n))
	check(t, copier.Start())
	done := make(chan error, 1)
	go func() { done <- copier.Wait() }()
	saves := 0
	for copying := true; copying; {
		for range 3 {
			check(t, s.keep(f))
		}
		check(t, f.Publish(target))
		saves++
		select {
		case err := <-done:
			check(t, err)
			copying = false
		default:
		}
	}
	check(t, f.Close())
	latest, different := 0, map[int]bool{}
	for _, name := range names(t, dir) {
		p, err := project.Read(filepath.Join(dir, name))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		state, err := s.is(p)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if state < latest {
			t.Errorf("%s holds state %d, after %d", name, state, latest)
		}
		latest, different[state] = state, true
	}
	if got := len(names(t, dir)); got != n || len(different) < 2 {
		t.Errorf("%d copies of %d states", got, len(different))
	}
	t.Logf("%d copies of %d states, during %d saves", n, len(different), saves)
}
