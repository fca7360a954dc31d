package lock

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"jejak/data/project/disk"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

func owner(session string) Owner {
	return Owner{User: "Sari", Host: "here", PID: os.Getpid(), Session: session, Since: noon, Heartbeat: noon}
}

// gone is the number of a process that has ended.
func gone(t *testing.T) int {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

func wantFiles(t *testing.T, dir string, want ...string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("the folder holds %q, want %q", got, want)
	}
}

// noLinks is a file system without hard links, such as that of an USB stick.
type noLinks struct{ disk.OS }

func (noLinks) Link(string, string) error { return errors.ErrUnsupported }

func TestTake(t *testing.T) {
	for name, d := range map[string]disk.Disk{"links": disk.OS{}, "no links": noLinks{}} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			target := filepath.Join(dir, "a.jejak")
			first, err := Take(d, target, owner("one"), false)
			if err != nil {
				t.Fatal(err)
			}
			wantFiles(t, dir, ".a.jejak.lock~")
			var held *HeldError
			if _, err := Take(d, target, owner("two"), false); !errors.As(err, &held) || held.Owner.User != "Sari" || !held.Owner.Since.Equal(noon) {
				t.Errorf("error is %v", err)
			}
			if _, err := Take(d, target, owner("one"), false); err != nil {
				t.Errorf("the same session: %v", err)
			}
			if ok, err := first.Beat(noon.Add(time.Minute)); !ok || err != nil {
				t.Errorf("heartbeat: %v, %v", ok, err)
			}
			if o, _, err := read(Path(target)); err != nil || !o.Heartbeat.Equal(noon.Add(time.Minute)) || o.Session != "one" {
				t.Errorf("after the heartbeat: %+v, %v", o, err)
			}
			second, err := Take(d, target, owner("two"), true)
			if err != nil {
				t.Fatal(err)
			}
			if ok, err := first.Beat(noon); ok || err != nil {
				t.Errorf("heartbeat of one who has lost it: %v, %v", ok, err)
			}
			if err := first.Release(); err != nil {
				t.Error(err)
			}
			if err := second.Rename("three"); err != nil {
				t.Error(err)
			}
			wantFiles(t, dir, ".a.jejak.lock~")
			if err := second.Release(); err != nil {
				t.Error(err)
			}
			wantFiles(t, dir)
		})
	}
}

func TestStale(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a.jejak")
	dead := owner("dead")
	dead.PID = gone(t)
	for _, c := range []struct {
		name  string
		other Owner
		want  bool // it can be taken
	}{
		{"a process that has ended", dead, true},
		{"one of another machine", Owner{Host: "there", PID: dead.PID, Session: "x"}, false},
		{"one that is alive", owner("x"), false},
		{"one that says no process", Owner{Host: "here", Session: "x"}, false},
	} {
		l := Lock{path: Path(target), disk: disk.OS{}, owner: c.other}
		if err := l.put(); err != nil {
			t.Fatal(err)
		}
		mine, err := Take(disk.OS{}, target, owner("mine"), false)
		if (err == nil) != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
		if err == nil {
			err = mine.Release()
		} else {
			err = l.Release()
		}
		if err != nil {
			t.Error(err)
		}
		wantFiles(t, dir)
	}
	if err := os.WriteFile(Path(target), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	var held *HeldError
	if _, err := Take(disk.OS{}, target, owner("mine"), false); !errors.As(err, &held) || held.Owner != (Owner{}) {
		t.Errorf("a damaged lock file: %v", err)
	}
}

func TestRemoveOf(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a.jejak")
	if _, err := Take(disk.OS{}, target, owner("one"), false); err != nil {
		t.Fatal(err)
	}
	if _, err := TakeTurn(disk.OS{}, target, owner("one")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{draftOf(Path(target), "one"), asideOf(turnPath(target), "one")} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := RemoveOf(disk.OS{}, target, "two"); err != nil {
		t.Error(err)
	}
	if list, err := os.ReadDir(dir); err != nil || len(list) != 4 {
		t.Errorf("%d files, %v", len(list), err)
	}
	if err := RemoveOf(disk.OS{}, target, "one"); err != nil {
		t.Error(err)
	}
	wantFiles(t, dir)
}

// TestClearPutsBack: what was put there after it was read is not removed.
func TestClearPutsBack(t *testing.T) {
	target := filepath.Join(t.TempDir(), "a.jejak")
	if _, err := Take(disk.OS{}, target, owner("new"), false); err != nil {
		t.Fatal(err)
	}
	if err := clear(disk.OS{}, Path(target), []byte("old"), "mine"); err != nil {
		t.Fatal(err)
	}
	if o, _, err := read(Path(target)); err != nil || o.Session != "new" {
		t.Errorf("%+v, %v", o, err)
	}
	wantFiles(t, filepath.Dir(target), ".a.jejak.lock~")
}

func TestNoFolder(t *testing.T) {
	target := filepath.Join(t.TempDir(), "none", "a.jejak")
	if _, err := Take(disk.OS{}, target, owner("one"), false); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("lock: %v", err)
	}
	if _, err := TakeTurn(disk.OS{}, target, owner("one")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("turn: %v", err)
	}
}

// TestTurns has many take turns at once, some of whom find a turn of a process that has ended: never may two
// have one.
func TestTurns(t *testing.T) {
	dir := t.TempDir()
	target := filepath.Join(dir, "a.jejak")
	dead := owner("dead")
	dead.PID = gone(t)
	if _, err := TakeTurn(disk.OS{}, target, dead); err != nil {
		t.Fatal(err)
	}
	var inside atomic.Int32
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for j := range 20 {
				o := owner(fmt.Sprint("session ", i))
				o.Since = noon.Add(time.Duration(j))
				turn, err := TakeTurn(disk.OS{}, target, o)
				if err != nil {
					t.Error(err)
					return
				}
				if n := inside.Add(1); n != 1 {
					t.Errorf("%d have a turn", n)
				}
				inside.Add(-1)
				if err := turn.End(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	wantFiles(t, dir)
}
