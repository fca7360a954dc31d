package main

import (
	"fmt"
	"image"
	"io"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"testing"
	"time"

	"jejak/canvas/deck"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/pptx"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project"
)

var sizes = []int{1000, 10000}

// view is a board of 1500×900 pixels at 100 %.
const viewW, viewH, zoom = 1500, 900, 96.0 / 72

// paintView paints the tiles that a view shows, as the board does.
func paintView(s *scene.Scene) {
	const side = 256
	t := geom.Transform{K: zoom}
	for y := 0; y < viewH; y += side {
		for x := 0; x < viewW; x += side {
			raster.Tile(s, t, image.Rect(x, y, x+side, y+side), scene.RGB(0xFFFFFF))
		}
	}
}

// BenchmarkOpenToFirstView is what a person waits for after choosing a file: checks, reading,
// faces and words measured for the first time, layout, and the visible tiles.
func BenchmarkOpenToFirstView(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			path := filepath.Join(dir, "big.jejak")
			if err := project.Save(path, journeytest.Big(n), project.WorkingIn(dir)); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				f, err := project.Open(path, project.WorkingIn(dir))
				if err != nil {
					b.Fatal(err)
				}
				p := f.Project()
				paintView(layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{Measurer: text.NewLibrary()}))
				b.StopTimer()
				if err := f.Close(); err != nil {
					b.Fatal(err)
				}
				b.StartTimer()
			}
		})
	}
}

// BenchmarkExport is what a person waits for when an open map is exported: layout, its words measured
// already, pages and file. PNG has 96 dots to an inch. MB-more is how much more memory was in use at
// most.
func BenchmarkExport(b *testing.B) {
	date := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	sheet := func(p journey.Project, id journey.ID) scene.Page {
		return page.Paginate(page.Source{Scene: layout.Arrange(p, id, layout.Options{})}, page.Options{}).Pages[0]
	}
	for _, format := range []struct {
		name  string
		write func(io.Writer, journey.Project, journey.ID) error
	}{
		{"PDF", func(w io.Writer, p journey.Project, id journey.ID) error {
			return pdf.Write(w, pdf.Document{Title: "A map", Lang: "en", Date: date, Pages: []scene.Page{sheet(p, id)}})
		}},
		{"SVG", func(w io.Writer, p journey.Project, id journey.ID) error { return svg.Write(w, sheet(p, id)) }},
		{"PNG", func(w io.Writer, p journey.Project, id journey.ID) error {
			return raster.PNG(w, sheet(p, id), 96, false)
		}},
		{"PPTX", func(w io.Writer, p journey.Project, id journey.ID) error {
			slides := deck.Slides(p, id, layout.Printable(p, id, layout.Options{}), deck.Options{}).Pages
			return pptx.Write(w, pptx.Document{Title: "A map", Lang: "en", Date: date, Pages: slides})
		}},
	} {
		for _, n := range sizes {
			b.Run(fmt.Sprintf("%s/%d", format.name, n), func(b *testing.B) {
				p := journeytest.Big(n)
				id := p.MapsInOrder()[0].ID
				layout.Arrange(p, id, layout.Options{})
				var size counter
				do := func() {
					size = 0
					if err := format.write(&size, p, id); err != nil {
						b.Fatal(err)
					}
				}
				more := peak(do)
				for b.Loop() {
					do()
				}
				b.ReportMetric(float64(size)/1024, "KB")
				b.ReportMetric(more, "MB-more")
			})
		}
	}
}

// peak is how many megabytes more the process has in use at most, looked at every millisecond, while
// something is done.
func peak(do func()) float64 {
	use := func() uint64 {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}}
		metrics.Read(s)
		return s[0].Value.Uint64() + s[1].Value.Uint64()
	}
	runtime.GC()
	before, most := use(), uint64(0)
	done, watched := make(chan bool), make(chan bool)
	go func() {
		defer close(watched)
		for tick := time.NewTicker(time.Millisecond); ; {
			select {
			case <-tick.C:
				most = max(most, use())
			case <-done:
				tick.Stop()
				return
			}
		}
	}()
	do()
	close(done)
	<-watched
	if most = max(most, use()); most < before {
		return 0
	}
	return float64(most-before) / 1e6
}

// BenchmarkPaintView is the visible tiles of an open map.
func BenchmarkPaintView(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := journeytest.Big(n)
			s := layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{})
			for b.Loop() {
				paintView(s)
			}
		})
	}
}

type counter int

var _ io.Writer = (*counter)(nil)

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
