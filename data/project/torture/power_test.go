//go:build linux

package torture

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"jejak/data/project"
	"jejak/data/project/torture/vfs"
)

const powerTouchpoints = 30

func init() { children["power"] = recordPower }

// recordPower works on a project, in a process that has ended when the power is cut, and writes down
// all that is done to files: new and open projects, edits, publishing in the foreground and
// while edits go on, work taken up again, a project closed.
func recordPower(args []string) error {
	home, work, out := args[0], args[1], args[2]
	r := &recorder{record: true}
	if err := r.start(); err != nil {
		return err
	}
	if err := powerStory(r, filepath.Join(home, "a.jejak"), work); err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	return errors.Join(gob.NewEncoder(f).Encode(r.events), f.Close())
}

func powerStory(r *recorder, target, work string) error {
	s := newStory(powerTouchpoints)
	opts := []project.Option{project.WorkingIn(work), project.WithDisk(r)}
	f, err := project.Create(target, s.last(), opts...)
	if err != nil {
		return err
	}
	r.say(published, 0)
	edit := func(n int) error {
		for range n {
			if err := s.keep(f); err != nil {
				return err
			}
			r.say(note, len(s.states)-1)
		}
		return nil
	}
	publish := func() error {
		n := len(s.states) - 1
		if err := f.Publish(target); err != nil {
			return err
		}
		r.say(published, n)
		return nil
	}
	both := func() error {
		var wait sync.WaitGroup
		var saved error
		n := len(s.states) - 1
		wait.Go(func() { saved = f.Publish(target) })
		edited := edit(12)
		wait.Wait()
		if saved == nil {
			r.say(published, n)
		}
		return errors.Join(saved, edited)
	}
	closeAndOpen := func() (err error) {
		if err = f.Close(); err == nil {
			f, err = project.Open(target, opts...)
		}
		return err
	}
	leaveAndResume := func() error {
		if err := f.Suspend(); err != nil {
			return err
		}
		list, err := project.Leftovers(opts...)
		if err == nil && len(list) != 1 {
			err = fmt.Errorf("%d leftovers", len(list))
		}
		if err == nil {
			f, err = list[0].Resume()
		}
		return err
	}
	few := func(n int) func() error { return func() error { return edit(n) } }
	for _, do := range []func() error{
		few(8), publish, few(3), publish, both, publish, closeAndOpen, few(9), leaveAndResume, few(4), both, publish,
		closeAndOpen, few(2), publish,
	} {
		if err := do(); err != nil {
			return err
		}
	}
	return f.Close()
}

// recorded is the record of that work.
func recorded(t *testing.T, home, work string) []event {
	t.Helper()
	record := filepath.Join(t.TempDir(), "record")
	check(t, child("power", home, work, record).Run())
	in, err := os.Open(record)
	check(t, err)
	var events []event
	check(t, errors.Join(gob.NewDecoder(in).Decode(&events), in.Close()))
	return events
}

// cuts is what is found when the power is cut at some moments of a record.
type cuts struct {
	faults  []error
	offered int // how often there was work to take up
}

func cutAt(t *testing.T, events []event, n int, seed uint64, home, work string) cuts {
	t.Helper()
	s := newStory(powerTouchpoints)
	last := slices.MaxFunc(events, func(a, b event) int { return a.Note - b.Note })
	for range last.Note {
		s.next()
	}
	random := rand.New(rand.NewPCG(seed, uint64(n)))
	at := make([]int, n)
	for i := range at {
		at[i] = random.IntN(len(events) + 1)
	}
	slices.Sort(at)
	m := newModel(home, work)
	kept, saved := -1, -1 // the states that were acknowledged so far
	var found cuts
	i := 0
	for _, moment := range at {
		for ; i < moment; i++ {
			check(t, m.apply(events[i]))
			switch events[i].Kind {
			case note:
				kept = max(kept, events[i].Note)
			case published:
				saved = max(saved, events[i].Note)
			}
		}
		check(t, m.cut(random, home, work))
		back, err := afterCut(s, filepath.Join(home, "a.jejak"), work, kept, saved)
		if err != nil {
			found.faults = append(found.faults, fmt.Errorf("power cut after step %d of %d (%s): %w", i, len(events), describe(events, i), err))
		}
		if back {
			found.offered++
		}
	}
	return found
}

// TestPowerCut cuts the power at any moment, and looks at what is left after each: no file that
// cannot be read, and every edit that was acknowledged in the user's file or offered back.
func TestPowerCut(t *testing.T) {
	home, work := t.TempDir(), t.TempDir()
	events := recorded(t, home, work)
	n := rounds(50, 1000)
	found := cutAt(t, events, n, 7, home, work)
	for _, err := range found.faults {
		t.Error(err)
	}
	if found.offered < n/10 {
		t.Errorf("work was offered back only %d times", found.offered)
	}
	t.Logf("%d cuts in %d steps; work was offered back %d times", n, len(events), found.offered)
}

// TestPowerCutIsNoticed leaves out that anything is synced: if nothing is found then, the test above
// finds nothing either.
func TestPowerCutIsNoticed(t *testing.T) {
	home, work := t.TempDir(), t.TempDir()
	events := recorded(t, home, work)
	for _, which := range []string{"work.jejak-wal", ".tmp~"} {
		careless := slices.DeleteFunc(slices.Clone(events), func(e event) bool {
			return e.Kind == vfs.Sync && strings.HasSuffix(e.Path, which)
		})
		found := cutAt(t, careless, 40, 5, home, work)
		if len(found.faults) == 0 {
			t.Errorf("without syncing %s no cut does harm", which)
		}
	}
}

func describe(events []event, i int) string {
	if i == 0 {
		return "the beginning"
	}
	e := events[i-1]
	return fmt.Sprintf("kind %d of %s", e.Kind, filepath.Base(e.Path))
}

// afterCut looks at what a power cut has left, takes up the work, and saves it. back tells whether
// there was work to take up.
func afterCut(s *story, target, work string, kept, saved int) (back bool, err error) {
	held := -1 // the state that the user's file holds
	p, err := project.Read(target)
	var open *project.OpenError
	switch {
	case err == nil:
		if held, err = s.is(p); err != nil {
			return false, fmt.Errorf("the user's file: %w", err)
		}
	case errors.As(err, &open) && open.Reason == project.Missing && saved < 0:
	default:
		return false, fmt.Errorf("the user's file: %w", err)
	}
	if held < saved {
		return false, fmt.Errorf("the user's file holds state %d, but %d was saved", held, saved)
	}
	list, err := project.Leftovers(project.WorkingIn(work))
	if err != nil {
		return false, fmt.Errorf("leftovers: %w", err)
	}
	if len(list) > 1 {
		err = fmt.Errorf("%d leftovers", len(list))
	}
	for _, l := range list {
		err = errors.Join(err, takeUp(s, l, target, kept))
	}
	if err != nil {
		return true, err
	}
	if len(list) == 0 && held < kept {
		return false, fmt.Errorf("%d edits are lost: the user's file holds state %d, and nothing is offered back", kept-held, held)
	}
	if len(list) == 0 && held >= 0 {
		// The name of a lock file whose removal was not certain may be back: the next save removes it.
		if err := saveAgain(target, work); err != nil {
			return false, err
		}
	}
	for _, dir := range []string{work, filepath.Dir(target)} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return true, err
		}
		for _, e := range entries {
			// A folder may be back whose removal was not certain, without what was in it.
			_, there := os.Stat(filepath.Join(dir, e.Name(), "work.jejak"))
			if e.Name() != filepath.Base(target) && !(e.IsDir() && errors.Is(there, fs.ErrNotExist)) {
				return true, fmt.Errorf("%s was left behind in %s", e.Name(), filepath.Base(dir))
			}
		}
	}
	return len(list) > 0, nil
}

func saveAgain(target, work string) error {
	f, err := project.Open(target, project.WorkingIn(work))
	if err != nil {
		return err
	}
	return errors.Join(f.Publish(target), f.Close())
}

func takeUp(s *story, l *project.Leftover, target string, kept int) error {
	if l.Err != nil {
		return errors.Join(fmt.Errorf("the work cannot be given back: %w", l.Err), l.Discard())
	}
	f, err := l.Resume()
	if err != nil {
		return errors.Join(fmt.Errorf("resume: %w", err), l.Discard())
	}
	n, err := s.is(f.Project())
	if err == nil && n < kept {
		err = fmt.Errorf("%d edits are lost: state %d is offered back, %d was acknowledged", kept-n, n, kept)
	}
	if err == nil {
		if _, _, e := f.History(); e != nil {
			err = fmt.Errorf("the history: %w", e)
		}
	}
	if err == nil {
		err = f.Publish(target, project.PutBack)
	}
	if err == nil {
		var p = f.Project()
		if again, e := project.Read(target); e != nil {
			err = e
		} else if m, e := s.is(again); e != nil || m != number(p) {
			err = errors.Join(fmt.Errorf("after saving the file holds state %d, not %d", m, number(p)), e)
		}
	}
	return errors.Join(err, f.Close())
}
