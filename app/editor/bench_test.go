package editor_test

import (
	"fmt"
	"strings"
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// sizes are the maps the benchmarks run on, in touchpoints.
var sizes = []int{100, 1000, 10000}

// bench shows a big map as the window does, at 100 %. Only what an editor does counts: the scene
// is arranged once.
func bench(b *testing.B, f func(b *testing.B, p *board)) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("%d", n), func(b *testing.B) {
			p := journeytest.Big(n)
			var s *scene.Scene
			board := newBoardWith(b, p, func(p journey.Project, id journey.ID) *scene.Scene {
				if s == nil {
					s = drawn(p, id)
				}
				return s
			})
			b.ReportAllocs()
			f(b, board)
		})
	}
}

// first returns a card that is drawn, and its middle in view pixels.
func (b *board) first(kind journey.Kind) (journey.Ref, geom.Point) {
	for _, t := range b.e.Scene().Targets {
		if t.Ref.Kind == kind && (t.Part == scene.PartBody || t.Part == scene.PartPoint) {
			return t.Ref, b.view(t.Bounds.Center())
		}
	}
	b.t.Fatalf("no %s is drawn", kind)
	return journey.Ref{}, geom.Point{}
}

func (b *board) path(i int) geom.Point {
	return geom.Pt(200+float64(i*37%900), 150+float64(i*23%600))
}

// BenchmarkDragStep is one movement of a dragged card: hit test, drop place, overlay.
func BenchmarkDragStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		_, at := p.first(journey.KindCard)
		p.press(at)
		p.move(at, p.path(1))
		for i := 0; b.Loop(); i++ {
			p.e.Drag(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkDragAllStep is the same with every card of the map in hand.
func BenchmarkDragAllStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		_, at := p.first(journey.KindCard)
		p.keys("Ctrl+A")
		p.press(at)
		p.move(at, p.path(1))
		for i := 0; b.Loop(); i++ {
			p.e.Drag(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkSelect selects 1,000 cards, as many as there are on a smaller map, and lets them go.
func BenchmarkSelect(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		p.keys("Ctrl+A")
		refs := p.e.Selection()
		refs = refs[:min(1000, len(refs))]
		for b.Loop() {
			p.e.Select()
			p.e.Select(refs...)
			p.e.Overlay()
			p.e.Status()
		}
	})
}

// BenchmarkLinkStep is one movement of a link being pulled.
func BenchmarkLinkStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		ref, _ := p.first(journey.KindCard)
		p.e.Select(ref)
		p.e.Reveal(ref)
		at := p.handle(editor.HandleLink)
		p.press(at)
		p.move(at, p.path(1))
		for i := 0; b.Loop(); i++ {
			p.e.Drag(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkWidthStep is one movement of a border with the sizes it halts at.
func BenchmarkWidthStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		grid := &p.e.Scene().Grid
		at := p.view(geom.Pt(grid.Columns[0].X1, grid.Headers.Center().Y))
		p.press(at)
		p.move(at, at.Add(geom.Pt(20, 0)))
		for i := 0; b.Loop(); i++ {
			p.e.Drag(at.Add(geom.Pt(float64(i%200), 0)), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkPaletteStep is one movement of a card from the palette.
func BenchmarkPaletteStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		p.e.BeginPalette(editor.Piece{Kind: journey.KindCard})
		for i := 0; b.Loop(); i++ {
			p.e.DragPalette(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
		p.e.CancelPalette()
	})
}

// BenchmarkPaste puts 100 lines into a cell and takes them back.
func BenchmarkPaste(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		ref, _ := p.first(journey.KindCard)
		text := strings.Repeat("A line of a list\n", 100)
		for b.Loop() {
			p.e.Select(ref)
			p.e.PasteText(text)
			p.doc.Undo()
		}
	})
}

// BenchmarkEmotionStep is one movement of an emotion point with the curve's preview.
func BenchmarkEmotionStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		_, at := p.first(journey.KindPoint)
		p.press(at)
		for i := 0; b.Loop(); i++ {
			p.e.Drag(at.Add(geom.Pt(0, float64(i%120-60))), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkPress is a press on a card, the first gesture on a new scene included.
func BenchmarkPress(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		ref, at := p.first(journey.KindCard)
		for b.Loop() {
			p.e.SetDocument(p.doc) // a new scene comes
			p.run("view.zoom100")
			p.e.Select(ref)
			p.press(at)
			p.move(at, p.path(1))
			p.keys("Escape")
			p.release(at)
		}
	})
}

// BenchmarkPanStep moves the view by the wheel.
func BenchmarkPanStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		for i := 0; b.Loop(); i++ {
			p.e.Wheel(p.path(i), float64(i%7-3), float64(i%5-2), editor.Mods{})
			p.e.Overlay()
		}
	})
}

// BenchmarkZoomStep zooms about the pointer with every card selected.
func BenchmarkZoomStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		p.keys("Ctrl+A")
		for i := 0; b.Loop(); i++ {
			p.e.Wheel(p.path(i), 0, float64(i%2*50-25), editor.Mods{Ctrl: true})
			p.e.Overlay()
		}
	})
}

// BenchmarkMarqueeStep draws a marquee over the map at the smallest zoom.
func BenchmarkMarqueeStep(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		p.e.ZoomTo(editor.MinZoom, geom.Pt(0, 0))
		p.press(geom.Pt(3, 3))
		for i := 0; b.Loop(); i++ {
			p.e.Drag(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
		p.keys("Escape")
	})
}

// BenchmarkHover moves the pointer with no button down.
func BenchmarkHover(b *testing.B) {
	bench(b, func(b *testing.B, p *board) {
		for i := 0; b.Loop(); i++ {
			p.e.Hover(p.path(i), editor.Mods{})
			p.e.Overlay()
		}
	})
}
