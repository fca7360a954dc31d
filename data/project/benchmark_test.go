package project

import (
	"fmt"
	"path/filepath"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		path := saved(b, journeytest.Big(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			root := b.TempDir()
			for b.Loop() {
				f, err := Open(path, WorkingIn(root))
				if err != nil {
					b.Fatal(err)
				}
				b.StopTimer()
				if err := f.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		path := saved(b, journeytest.Big(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := Read(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkPublish(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		f := opened(b, saved(b, journeytest.Big(n)))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			target := filepath.Join(b.TempDir(), "b.jejak")
			for b.Loop() {
				if err := f.Publish(target); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	f := opened(b, saved(b, journeytest.Big(10_000)))
	card := firstCard(f.Project())
	for i := 0; b.Loop(); i++ {
		next := card
		next.Title = fmt.Sprint("Title ", i)
		d := journey.Diff{Updated: []journey.Update{{From: card, To: next}}}
		if err := f.Write(d); err != nil {
			b.Fatal(err)
		}
		card = next
	}
}

func firstCard(p journey.Project) (first journey.Card) {
	for c := range p.Cards.All() {
		if first.ID == "" || c.ID < first.ID {
			first = c
		}
	}
	return first
}
