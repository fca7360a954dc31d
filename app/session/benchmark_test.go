package session

import (
	"fmt"
	"path/filepath"
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
// one in a hundred exceeds.
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
		})
	}
}
