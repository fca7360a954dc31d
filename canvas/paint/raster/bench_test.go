package raster_test

import (
	"image"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// BenchmarkTiles paints the 40 tiles that a board of 1500×900 pixels shows, on one core.
func BenchmarkTiles(b *testing.B) {
	s := journeyMap(40, 30)
	white := scene.RGB(0xFFFFFF)
	for _, c := range []struct {
		name string
		zoom float64
	}{{"100%", 4.0 / 3}, {"50%", 2.0 / 3}, {"25%", 1.0 / 3}, {"200%", 8.0 / 3}} {
		b.Run(c.name, func(b *testing.B) {
			view := geom.Transform{K: c.zoom, D: geom.Pt(-100, -120)}
			cards := 0
			seen := view.Invert().ApplyRect(geom.R(0, 0, 1500, 900))
			s.Visible(seen, func(it *scene.Item) {
				if _, ok := it.Mark.(*scene.Shadow); ok {
					cards++
				}
			})
			for b.Loop() {
				for ty := range 5 {
					for tx := range 8 {
						raster.Tile(s, view, image.Rect(0, 0, 256, 256).Add(image.Pt(tx*256-137, ty*256-61)), white)
					}
				}
			}
			b.ReportMetric(float64(cards), "cards")
		})
	}
}

// BenchmarkTilesNewSizes is the worst case of a zoom: no glyph has been seen at this size.
func BenchmarkTilesNewSizes(b *testing.B) {
	s := journeyMap(40, 30)
	white := scene.RGB(0xFFFFFF)
	zoom := 4.0 / 3
	for b.Loop() {
		zoom *= 1.0001
		for ty := range 5 {
			for tx := range 8 {
				raster.Tile(s, geom.Transform{K: zoom, D: geom.Pt(-100, -120)},
					image.Rect(0, 0, 256, 256).Add(image.Pt(tx*256-137, ty*256-61)), white)
			}
		}
	}
}
