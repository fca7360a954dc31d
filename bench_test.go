package main

import (
	"fmt"
	"image"
	"io"
	"path/filepath"
	"testing"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/text"
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

// BenchmarkExportPDF is layout and PDF of an open project, its words measured already.
func BenchmarkExportPDF(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			p := journeytest.Big(n)
			id := p.MapsInOrder()[0].ID
			layout.Arrange(p, id, layout.Options{})
			var size counter
			for b.Loop() {
				size = 0
				s := layout.Arrange(p, id, layout.Options{})
				doc := pdf.Document{Title: s.Title, Date: time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), Pages: page.Paginate(page.Source{Scene: s}, page.Options{}).Pages}
				if err := pdf.Write(&size, doc); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(size)/1024, "KB")
		})
	}
}

// BenchmarkExportPictures is the same for SVG, and for PNG at 96 dots to an inch.
func BenchmarkExportPictures(b *testing.B) {
	for name, write := range map[string]func(io.Writer, scene.Page) error{
		"SVG": svg.Write,
		"PNG": func(w io.Writer, p scene.Page) error { return raster.PNG(w, p, 96, false) },
	} {
		for _, n := range sizes {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				p := journeytest.Big(n)
				id := p.MapsInOrder()[0].ID
				layout.Arrange(p, id, layout.Options{})
				var size counter
				for b.Loop() {
					size = 0
					s := layout.Arrange(p, id, layout.Options{})
					if err := write(&size, page.Paginate(page.Source{Scene: s}, page.Options{}).Pages[0]); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(size)/1024, "KB")
			})
		}
	}
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
