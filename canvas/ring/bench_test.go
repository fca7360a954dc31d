package ring_test

import (
	"testing"

	"jejak/canvas/layout"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func BenchmarkArrange(b *testing.B) {
	faces := text.NewLibrary(text.WithoutSystemFonts())
	form := journey.FormRing
	p := journeytest.Big(1000)
	id := p.MapsInOrder()[0].ID
	for b.Loop() {
		layout.Arrange(p, id, layout.Options{Measurer: faces, Form: &form})
	}
}
