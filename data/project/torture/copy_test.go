package torture

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"jejak/data/project"
)

func init() { children["copy"] = copyAll }

// copyAll copies a file over and over as a program that synchronizes folders does: without asking
// anybody, in pieces, at any moment. It says each name, and ends with its input.
func copyAll(args []string) error {
	from, to := args[0], args[1]
	stop := make(chan struct{})
	go func() {
		defer close(stop)
		_, _ = io.Copy(io.Discard, os.Stdin) // whatever ends it
	}()
	for i := 0; ; i++ {
		select {
		case <-stop:
			return nil
		default:
		}
		name := fmt.Sprintf("%05d.jejak", i)
		if err := copySlowly(from, filepath.Join(to, name), i%4); err != nil {
			return err
		}
		fmt.Println(name)
	}
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
	n := int64(rounds(30, 300))
	dir := t.TempDir()
	target := filepath.Join(t.TempDir(), "a.jejak")
	s := newStory(60)
	f, err := project.Create(target, s.last(), project.WorkingIn(t.TempDir()))
	check(t, err)
	copier := child("copy", target, dir)
	in, err := copier.StdinPipe()
	check(t, err)
	out, err := copier.StdoutPipe()
	check(t, err)
	check(t, copier.Start())
	var copied atomic.Int64
	var counting sync.WaitGroup
	counting.Go(func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			copied.Add(1)
		}
	})
	saves := 0
	for copied.Load() < n || saves < 5 {
		for range 3 {
			check(t, s.keep(f))
		}
		check(t, f.Publish(target))
		saves++
	}
	check(t, in.Close())
	counting.Wait()
	check(t, copier.Wait())
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
	if copied.Load() < n || len(different) < 2 {
		t.Errorf("%d copies of %d states", copied.Load(), len(different))
	}
	t.Logf("%d copies of %d states, during %d saves", copied.Load(), len(different), saves)
}
