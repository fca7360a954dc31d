package session

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

// BenchmarkDurable measures how long after an edit of one of 10,000 touchpoints it is on the disk, while nothing
// else goes on and while the file is saved all the time. Beside the mean it prints the median and what
// one in a hundred exceeds, and the same of the disk's own sync, which is a part of it.
func BenchmarkDurable(b *testing.B) {
	for _, saving := range []bool{false, true} {
		b.Run(fmt.Sprintf("saving=%v", saving), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "a.jejak")
			if err := project.Save(path, journeytest.Big(10_000), project.WorkingIn(b.TempDir())); err != nil {
				b.Fatal(err)
			}
			s, err := Open(path, WorkingIn(b.TempDir()), Manual())
			if err != nil {
				b.Fatal(err)
			}
			var id journey.ID
			for c := range s.Document().Project().Cards.All() {
				id = max(id, c.ID)
			}
			syncs := syncTimes(b)
			var took []time.Duration
			var done <-chan error
			for i := 0; b.Loop(); i++ {
				if saving && done == nil {
					done = s.Save()
				}
				from := time.Now()
				_, err := s.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
					return edit.SetTitle(tx, journey.Ref{Kind: journey.KindCard, ID: id}, fmt.Sprint("Title ", i))
				})
				if err != nil {
					b.Fatal(err)
				}
				if err := <-s.Kept(); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(from))
				select {
				case err := <-done:
					if err != nil {
						b.Fatal(err)
					}
					done = nil
				default:
				}
			}
			if err := s.Discard(); err != nil {
				b.Fatal(err)
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-p50")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
			b.ReportMetric(float64(syncs[len(syncs)/2].Microseconds()), "µs-sync-p50")
			b.ReportMetric(float64(syncs[len(syncs)*99/100].Microseconds()), "µs-sync-p99")
		})
	}
}

// syncTimes measures how long the disk takes for a page of a log, in order.
func syncTimes(b *testing.B) []time.Duration {
	f, err := os.Create(filepath.Join(b.TempDir(), "log"))
	if err != nil {
		b.Fatal(err)
	}
	var times []time.Duration
	page := make([]byte, 4096)
	for range 300 {
		_, err := f.Write(page)
		from := time.Now()
		if err := errors.Join(err, f.Sync()); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(from))
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	slices.Sort(times)
	return times
}

// BenchmarkStepWhileSaving saves a project of 10,000 touchpoints while it is edited, on a thread of its
// own as the window's goroutine has one. It prints how long a save takes, and how long the longest
// of the steps meanwhile: an edit and a look at the state.
func BenchmarkStepWhileSaving(b *testing.B) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	path := filepath.Join(b.TempDir(), "a.jejak")
	if err := project.Save(path, journeytest.Big(10_000), project.WorkingIn(b.TempDir())); err != nil {
		b.Fatal(err)
	}
	s, err := Open(path, WorkingIn(b.TempDir()), Manual())
	if err != nil {
		b.Fatal(err)
	}
	var ids []journey.ID
	for c := range s.Document().Project().Cards.All() {
		ids = append(ids, c.ID)
	}
	slices.Sort(ids)
	var steps, saves []time.Duration
	n := 0
	step := func() {
		from := time.Now()
		_, err := s.Document().Do(edit.Label{Key: edit.LabelRename}, func(tx *edit.Tx) error {
			return edit.SetTitle(tx, journey.Ref{Kind: journey.KindCard, ID: ids[n*7%len(ids)]}, fmt.Sprint("Title ", n))
		})
		s.State()
		s.Path()
		if err != nil {
			b.Fatal(err)
		}
		steps = append(steps, time.Since(from))
		n++
	}
	const pace = 2 * time.Millisecond // far more than anybody types
	for b.Loop() {
		from := time.Now()
		for done := s.Save(); done != nil; {
			select {
			case err := <-done:
				if err != nil {
					b.Fatal(err)
				}
				done = nil
			case <-time.After(pace):
				step()
			}
		}
		saves = append(saves, time.Since(from))
	}
	if err := s.Discard(); err != nil {
		b.Fatal(err)
	}
	slices.Sort(steps)
	slices.Sort(saves)
	b.ReportMetric(0, "ns/op") // most of it is waiting
	b.ReportMetric(float64(saves[len(saves)/2].Microseconds())/1000, "ms-save-p50")
	b.ReportMetric(float64(saves[len(saves)-1].Microseconds())/1000, "ms-save-max")
	b.ReportMetric(float64(steps[len(steps)/2].Microseconds()), "µs-step-p50")
	b.ReportMetric(float64(steps[len(steps)*99/100].Microseconds()), "µs-step-p99")
	b.ReportMetric(float64(steps[len(steps)-1].Microseconds()), "µs-step-max")
}
