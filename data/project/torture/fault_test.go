//go:build linux

package torture

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"jejak/app/session"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
	"jejak/data/project/torture/vfs"
)

// fault makes one step of the work fail, and with lasting all after it, until it is mended.
type fault struct {
	at      int // of the steps, from 0
	errno   syscall.Errno
	lasting bool
}

// trial is one run of the work with a fault in it.
type trial struct {
	recorder *recorder
	target   string
	work     string
	card     journey.ID
	edits    int
	hit      bool  // the fault has come
	told     error // what was said of it
	lasting  bool
	saving   bool
	inSave   bool // it came while the file was being saved
	before   []byte
}

// TestFaults makes every write, sync, rename and removal fail in turn, of SQLite and of the program. The
// user's file must be sound and hold what it held before or what it should hold, the failure must
// be told, and doing the same again when the disk is well must succeed.
func TestFaults(t *testing.T) {
	p := journeytest.Big(10)
	card := sorted(p)[0].ID
	seed := filepath.Join(t.TempDir(), "seed.jejak")
	check(t, project.Save(seed, p, project.WorkingIn(t.TempDir())))
	before, err := os.ReadFile(seed)
	check(t, err)
	for _, story := range []struct {
		name string
		tell func(*trial) error
	}{{"open", (*trial).opened}, {"new", func(tr *trial) error { return tr.fresh(p) }}} {
		for _, kind := range []fault{{errno: syscall.EIO}, {errno: syscall.ENOSPC, lasting: true}, {errno: syscall.EIO, lasting: true}} {
			name := fmt.Sprintf("%s, %v, lasting %v", story.name, kind.errno, kind.lasting)
			t.Run(name, func(t *testing.T) {
				silent := map[string]int{}
				stride := rounds(91, 1)
				runs := 0
				for at := 0; ; at += stride {
					tr := &trial{recorder: &recorder{}, target: filepath.Join(t.TempDir(), "a.jejak"), work: t.TempDir(), card: card}
					if story.name == "open" {
						tr.before = before
						check(t, os.WriteFile(tr.target, before, 0o600))
					}
					f := kind
					f.at = at
					if err := tr.run(f, story.tell); err != nil {
						t.Errorf("step %d, kind %d of %s: %v", at, tr.recorder.last.Kind, filepath.Base(tr.recorder.last.Path), err)
					}
					if !tr.hit {
						break // there are no more steps
					}
					runs++
					if tr.told == nil {
						silent[fmt.Sprintf("kind %d of %s", tr.recorder.last.Kind, plain(tr.recorder.last.Path))]++
						if !tr.mayBeSilent() {
							t.Errorf("step %d, kind %d of %s: nobody was told", at, tr.recorder.last.Kind, filepath.Base(tr.recorder.last.Path))
						}
					}
				}
				if runs < 4 {
					t.Errorf("only %d steps", runs)
				}
				t.Logf("%d steps failed, without harm and in silence: %v", runs, silent)
			})
		}
	}
}

// plain is the name of a file without what is new each time.
func plain(path string) string {
	name := filepath.Base(path)
	if i := strings.Index(name, "open-"); i >= 0 {
		name = name[:i] + "SESSION" + name[min(len(name), i+len("open-")+36):]
	}
	return name
}

// mayBeSilent tells the failures that take nothing from anybody: of a removal; of moving edits from
// the log of the working copy into its main part, which hold them both until that is done; of an edit
// that was kept when it was tried again at once; of the note in the working copy that a save has
// succeeded; of the lock file, which is advice; and of links, which some disks have none of.
func (tr *trial) mayBeSilent() bool {
	e, name := tr.recorder.last, filepath.Base(tr.recorder.last.Path)
	return e.Kind == vfs.Remove || e.Kind == link || name == "work.jejak" || (tr.inSave || !tr.lasting) && name == "work.jejak-wal" ||
		strings.HasPrefix(name, "."+filepath.Base(tr.target)+".lock~")
}

func (tr *trial) run(f fault, tell func(*trial) error) error {
	broken := true
	tr.lasting = f.lasting
	at := 0
	tr.recorder.fail = func() int {
		at++
		if !broken || at <= f.at {
			return 0
		}
		tr.hit, tr.inSave = true, tr.saving
		broken = f.lasting
		return int(f.errno)
	}
	if err := tr.recorder.start(); err != nil {
		return err
	}
	err := tell(tr)
	return errors.Join(err, tr.recorder.stop())
}

// mend ends the fault after it was told.
func (tr *trial) mend(err error) {
	tr.told = errors.Join(tr.told, err)
	tr.recorder.mu.Lock()
	defer tr.recorder.mu.Unlock()
	tr.recorder.fail = nil
}

func (tr *trial) options() []session.Option {
	return []session.Option{session.WorkingIn(tr.work), session.WithDisk(tr.recorder), session.Manual()}
}

// opened works on a file that is there.
func (tr *trial) opened() error {
	s, err := session.Open(tr.target, tr.options()...)
	if err != nil {
		if e := tr.unchanged(); e != nil {
			return e
		}
		tr.mend(err)
		if s, err = session.Open(tr.target, tr.options()...); err != nil {
			return fmt.Errorf("open again: %w", err)
		}
	}
	return tr.working(s, s.Save)
}

// fresh works on a project that has no file yet.
func (tr *trial) fresh(p journey.Project) error {
	s, err := session.New(p, tr.options()...)
	if err != nil {
		tr.mend(err)
		if s, err = session.New(p, tr.options()...); err != nil {
			return fmt.Errorf("begin again: %w", err)
		}
	}
	return tr.working(s, func() <-chan error { return s.SaveAs(tr.target) })
}

// working edits, saves, edits and saves again, and closes.
func (tr *trial) working(s *session.Session, save func() <-chan error) error {
	for _, edits := range []int{3, 2} {
		for range edits {
			if err := tr.edit(s); err != nil {
				return err
			}
		}
		if err := tr.save(save); err != nil {
			return err
		}
	}
	if err := s.Close(); err != nil {
		tr.mend(err)
	}
	return tr.holds(tr.edits)
}

func (tr *trial) edit(s *session.Session) error {
	tr.edits++
	_, err := s.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
		return edit.SetTitle(tx, journey.Ref{Kind: journey.KindCard, ID: tr.card}, fmt.Sprint("edit ", tr.edits))
	})
	if err != nil {
		return err
	}
	if err := <-s.Kept(); err != nil {
		if s.State().Kind != session.Failed {
			return fmt.Errorf("the state is %v after %w", s.State(), err)
		}
		tr.mend(err)
		if err := <-s.Kept(); err != nil {
			return fmt.Errorf("keep again: %w", err)
		}
	}
	return nil
}

func (tr *trial) save(save func() <-chan error) error {
	before := tr.state()
	tr.saving = true
	defer func() { tr.saving = false }()
	err := <-save()
	if err != nil {
		var told *project.SaveError
		if !errors.As(err, &told) {
			return fmt.Errorf("an error without words: %w", err)
		}
		// It may have failed after the file was in its place.
		if now := tr.state(); now != before && now != tr.edits {
			return fmt.Errorf("after %w the file holds edit %d", err, now)
		}
		tr.mend(err)
		if err := <-save(); err != nil {
			return fmt.Errorf("save again: %w", err)
		}
	}
	return tr.holds(tr.edits)
}

// state is the edit that the user's file holds, 0 for none, −1 for a missing file, −2 for a bad one.
func (tr *trial) state() int {
	p, err := project.Read(tr.target)
	var open *project.OpenError
	if errors.As(err, &open) && open.Reason == project.Missing && tr.before == nil {
		return -1
	}
	if err != nil {
		return -2
	}
	c, _ := p.Cards.Get(tr.card)
	n := 0
	if strings.HasPrefix(c.Title, "edit ") {
		_, err = fmt.Sscanf(c.Title, "edit %d", &n)
	}
	if err != nil {
		return -2
	}
	return n
}

func (tr *trial) holds(n int) error {
	if now := tr.state(); now != n {
		return fmt.Errorf("the file holds edit %d, not %d", now, n)
	}
	return nil
}

func (tr *trial) unchanged() error {
	now, err := os.ReadFile(tr.target)
	if err == nil && !bytes.Equal(now, tr.before) {
		err = errors.New("the file was changed by opening it")
	}
	return err
}
