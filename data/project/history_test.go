package project

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/disk"
)

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

// crashed makes a Leftover of f, as a killed process would leave it.
func crashed(t testing.TB, f *File, root string) *Leftover {
	t.Helper()
	if err := f.Suspend(); err != nil {
		t.Fatal(err)
	}
	return leftover(t, root)
}

// leftover returns the one Leftover under root.
func leftover(t testing.TB, root string) *Leftover {
	t.Helper()
	list, err := Leftovers(WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 1 {
		t.Fatalf("%d leftovers", len(list))
	}
	return list[0]
}

func resumed(t testing.TB, l *Leftover) *File {
	t.Helper()
	f, err := l.Resume()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestHistorySurvives makes, undoes and makes again steps at random, over and over stops as a crash
// would, and compares the working copy and its history with what they must be.
func TestHistorySurvives(t *testing.T) {
	root := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		states := []journey.Project{{}, journeytest.Random(rt), journeytest.Random(rt)}
		f, err := Create("", states[0], WorkingIn(root))
		if err != nil {
			rt.Fatal(err)
		}
		defer func() {
			if err := f.Close(); err != nil {
				rt.Error(err)
			}
		}()
		var done, undone []Step
		edits := 0
		keep := func(m Motion, s Step) {
			if err := f.Keep(m, s, noon); err != nil {
				rt.Fatal(err)
			}
			edits++
		}
		for range rapid.IntRange(1, 10).Draw(rt, "steps") {
			switch n := rapid.IntRange(0, 9).Draw(rt, "step"); {
			case n < 2 && len(done) > 0:
				last := done[len(done)-1]
				done, undone = done[:len(done)-1], append([]Step{last}, undone...)
				keep(Back, Step{Label: last.Label, Diff: last.Diff.Reverse()})
			case n < 4 && len(undone) > 0:
				next := undone[0]
				done, undone = append(done, next), undone[1:]
				keep(Again, next)
			case n == 4:
				to := rapid.SampledFrom(states).Draw(rt, "state")
				done, undone = nil, nil
				keep(Anew, Step{Diff: journey.Between(f.Project(), to)})
			case n == 5:
				want := f.Project()
				if edits == 0 {
					continue
				}
				l := crashed(t, f, root)
				if l.Edits != edits || !l.Last.Equal(noon) || l.Err != nil {
					rt.Fatalf("%d edits, want %d; last %v; %v", l.Edits, edits, l.Last, l.Err)
				}
				f = resumed(t, l)
				if d := journey.Between(want, f.Project()); !d.IsEmpty() {
					rt.Fatalf("another project came back: %+v", d)
				}
			default:
				to := rapid.SampledFrom(states).Draw(rt, "state")
				s := Step{Label: Label{Key: "history.test", Count: n, Name: "a “name”"}, Diff: journey.Between(f.Project(), to)}
				done, undone = append(done, s), nil
				keep(Forward, s)
			}
			gotDone, gotUndone, err := f.History()
			if err != nil {
				rt.Fatal(err)
			}
			sameSteps(rt, gotDone, done)
			sameSteps(rt, gotUndone, undone)
		}
	})
}

func sameSteps(t *rapid.T, got, want []Step) {
	if len(got) != len(want) {
		t.Fatalf("%d steps, want %d", len(got), len(want))
	}
	for i := range got {
		if got[i].Label != want[i].Label {
			t.Fatalf("step %d is called %+v, want %+v", i, got[i].Label, want[i].Label)
		}
		a, b := got[i].Diff, want[i].Diff
		if len(a.Added) != len(b.Added) || len(a.Removed) != len(b.Removed) || len(a.Updated) != len(b.Updated) {
			t.Fatalf("step %d is %+v, want %+v", i, a, b)
		}
		for j := range a.Added {
			if !journey.Equal(a.Added[j], b.Added[j]) {
				t.Fatalf("step %d adds %+v, want %+v", i, a.Added[j], b.Added[j])
			}
		}
		for j := range a.Removed {
			if !journey.Equal(a.Removed[j], b.Removed[j]) {
				t.Fatalf("step %d removes %+v, want %+v", i, a.Removed[j], b.Removed[j])
			}
		}
		for j := range a.Updated {
			if !journey.Equal(a.Updated[j].From, b.Updated[j].From) || !journey.Equal(a.Updated[j].To, b.Updated[j].To) {
				t.Fatalf("step %d changes %+v, want %+v", i, a.Updated[j], b.Updated[j])
			}
		}
	}
}

// TestEveryFieldSurvives puts one record of each kind through the history, and an image whose bytes no row refers to
// any more.
func TestEveryFieldSurvives(t *testing.T) {
	root := t.TempDir()
	f, err := Create("", journeytest.Full(), WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	whole := f.Project()
	all := journey.Between(whole, journey.Project{})
	if err := f.Keep(Forward, Step{Diff: all}, noon); err != nil {
		t.Fatal(err)
	}
	f = resumed(t, crashed(t, f, root))
	done, _, err := f.History()
	if err != nil || len(done) != 1 {
		t.Fatalf("%d steps, %v", len(done), err)
	}
	if err := f.Keep(Back, Step{Diff: done[0].Diff.Reverse()}, noon); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, f.Project(), whole)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, root)
}

// TestUnknownSurvivesACrash removes a record that holds what only a newer version knows, crashes, and
// undoes the removal.
func TestUnknownSurvivesACrash(t *testing.T) {
	path, root := saved(t, small()), t.TempDir()
	alter(t, path, "PRAGMA user_version = 99", `ALTER TABLE card ADD COLUMN mood TEXT`, `ALTER TABLE card ADD COLUMN heat INTEGER`,
		`UPDATE card SET mood = 'good', heat = 7, ext = '{"a":1}'`)
	sign(t, path)
	f, err := Open(path, WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	ref := journey.Ref{Kind: journey.KindCard, ID: "card"}
	p := f.Project()
	gone := p.Without(ref).Without(journey.Ref{Kind: journey.KindPoint, ID: "point"}).Without(journey.Ref{Kind: journey.KindMeasurement, ID: "measurement"})
	removal := journey.Between(p, gone)
	if err := f.Keep(Forward, Step{Diff: removal}, noon); err != nil {
		t.Fatal(err)
	}
	f = resumed(t, crashed(t, f, root))
	if err := f.Keep(Back, Step{Diff: removal.Reverse()}, noon); err != nil {
		t.Fatal(err)
	}
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got := query(t, path, `SELECT mood || heat || ext || (SELECT user_version FROM pragma_user_version) FROM card`); got != `good7{"a":1}99` {
		t.Errorf("the file says %q", got)
	}
}

// crashDisk copies the folder of working copies and the folder of the target before each change of the file
// system, as they would be found if the machine stopped there.
type crashDisk struct {
	Disk
	t            *testing.T
	root, target string
	stops        []stop
}

type stop struct{ what, root, target string }

func (d *crashDisk) stop(what string) {
	s := stop{what: what, root: d.t.TempDir(), target: d.t.TempDir()}
	for from, to := range map[string]string{d.root: s.root, d.target: s.target} {
		if err := os.CopyFS(to, os.DirFS(from)); err != nil {
			d.t.Fatal(err)
		}
	}
	d.stops = append(d.stops, s)
}

func (d *crashDisk) Sync(path string) error { d.stop("sync"); return d.Disk.Sync(path) }
func (d *crashDisk) SyncFolder(path string) error {
	d.stop("sync folder")
	return d.Disk.SyncFolder(path)
}
func (d *crashDisk) Rename(from, to string) error { d.stop("rename"); return d.Disk.Rename(from, to) }
func (d *crashDisk) Link(from, to string) error   { d.stop("link"); return d.Disk.Link(from, to) }
func (d *crashDisk) Remove(path string) error     { d.stop("remove"); return d.Disk.Remove(path) }
func (d *crashDisk) Create(path string, mode os.FileMode) error {
	d.stop("create")
	return d.Disk.Create(path, mode)
}

// TestStopAtEveryStep stops at every step of a publish. Either the user's file holds the edit then, and nothing is
// offered, or the edit is offered.
func TestStopAtEveryStep(t *testing.T) {
	path, root := saved(t, small()), t.TempDir()
	crash := &crashDisk{Disk: disk.OS{}, t: t, root: root, target: filepath.Dir(path)}
	f, err := Open(path, WorkingIn(root), WithDisk(crash))
	if err != nil {
		t.Fatal(err)
	}
	retitled(t, f, "kept")
	crash.stops = nil
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	crash.stop("end")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if len(crash.stops) < 6 {
		t.Errorf("only %d stops", len(crash.stops))
	}
	offered, there := 0, 0
	for i, s := range crash.stops {
		at := fmt.Sprintf("stop %d, before %s", i, s.what)
		if err := os.RemoveAll(filepath.Dir(path)); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(filepath.Dir(path), os.DirFS(s.target)); err != nil {
			t.Fatal(err)
		}
		inFile := query(t, path, "SELECT title FROM card") == "kept"
		list, err := Leftovers(WorkingIn(s.root))
		if err != nil {
			t.Fatalf("%s: %v", at, err)
		}
		wantEntries(t, filepath.Dir(path), "a.jejak")
		switch {
		case inFile && len(list) == 0:
			there++
			wantEntries(t, s.root)
		case !inFile && len(list) == 1 && list[0].Edits == 1:
			offered++
			f := resumed(t, list[0])
			if err := f.Publish(path); err != nil {
				t.Fatalf("%s: %v", at, err)
			}
			if got := query(t, path, "SELECT title FROM card"); got != "kept" {
				t.Errorf("%s: the file says %q", at, got)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		default:
			t.Errorf("%s: in the file %v, offered %d", at, inFile, len(list))
		}
	}
	if offered == 0 || there == 0 {
		t.Errorf("offered %d times, in the file %d times", offered, there)
	}
}
