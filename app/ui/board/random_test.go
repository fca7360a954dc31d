package board

import (
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"jejak/app/editor"
	"jejak/app/editor/editortest"
	"jejak/app/ui/paper"
	"jejak/app/ui/paper/papertest"
	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestRandomGesturesLeaveThePictureOfTheMap plays gestures as they come, with maps laid out and
// tiles painted on other goroutines meanwhile. Whenever the board has come to rest, the facts are
// sound and the tiles on it show, pixel by pixel, what one fresh painting of the map shows; and so
// when everything is undone.
func TestRandomGesturesLeaveThePictureOfTheMap(t *testing.T) {
	test.NewTempApp(t)
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	library := text.NewLibrary()
	rapid.Check(t, func(t *rapid.T) {
		d := papertest.NewDesk()
		start := journeytest.Random(t)
		doc := edit.NewDocument(start, nil)
		late := false // maps are laid out on another goroutine, as in the window
		answers := 0
		drawn := func(p journey.Project, id journey.ID) *scene.Scene {
			if !p.Maps.Has(id) {
				return nil
			}
			return layout.Arrange(p, id, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: library})
		}
		ed := editor.New(doc, editor.Options{Words: words.In("en"), Measurer: library,
			Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) {
				if !late {
					done(drawn(p, id))
					return
				}
				answers++
				go func() {
					s := drawn(p, id)
					d.Do(func() { answers--; done(s) })
				}()
			}})
		b := New(Options{Editor: ed, Canvas: w.Canvas(), Do: d.Do})
		b.Resize(fyne.NewSize(620, 440))
		r := &editortest.Player{T: t, E: ed, Late: func() { late = !late }}
		rest := func() {
			d.Until(t, func() bool { return answers == 0 && (ed.Scene() == nil || b.Settled()) })
			if found := journey.Validate(doc.Project()); len(found) > 0 {
				t.Fatalf("the project is not sound: %v", found)
			}
			wantFreshPicture(t, b)
		}
		rest()
		for range rapid.IntRange(1, 6).Draw(t, "gestures") {
			r.Play()
			if rapid.IntRange(0, 2).Draw(t, "rest") > 0 {
				rest()
			}
		}
		ed.KeyDown(editor.KeyEscape, editor.Mods{})
		ed.Settle()
		for {
			if _, ok := doc.Undo(); !ok {
				break
			}
		}
		rest()
		if diff := journey.Between(start, doc.Project()); !diff.IsEmpty() {
			t.Fatalf("undoing everything left %+v", diff)
		}
	})
}

// wantFreshPicture compares what is on the board with the map painted in one piece.
func wantFreshPicture(t *rapid.T, b *Board) {
	s, view := b.ed.Scene(), b.ed.View()
	if s == nil {
		if b.tiles.Seen() != nil {
			t.Fatalf("there is no picture, yet tiles are shown")
		}
		return
	}
	dx, dy := int(math.Round(view.Transform.D.X)), int(math.Round(view.Transform.D.Y)) // tiles lie on whole pixels
	pw, ph := int(math.Ceil(s.Bounds.W()*view.Transform.K-1e-6)), int(math.Ceil(s.Bounds.H()*view.Transform.K-1e-6))
	sheet := image.Rect(0, 0, pw, ph).Add(image.Pt(dx, dy)).Intersect(image.Rect(0, 0, int(view.Size.W), int(view.Size.H)))
	want := paper.PaintTile(s, view.Transform.K, sheet.Min.X-dx, sheet.Min.Y-dy, sheet.Dx(), sheet.Dy())
	got := b.tiles.Seen()
	for y := sheet.Min.Y; y < sheet.Max.Y; y++ {
		for x := sheet.Min.X; x < sheet.Max.X; x++ {
			if g, w := got.RGBAAt(x, y), want.RGBAAt(x-sheet.Min.X, y-sheet.Min.Y); g != w {
				t.Fatalf("pixel %d, %d is %v, a fresh painting has %v (view %+v)", x, y, g, w, view.Transform)
			}
		}
	}
}
