package board

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"jejak/app/editor"
	"jejak/app/ui/paper/papertest"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// Where the map is small the letters of the field are larger than its own; the field does not grow
// out of the card for that.
func TestFieldStaysOnItsCard(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewWindow(nil)
	t.Cleanup(win.Close)
	library := text.NewLibrary()
	d := papertest.NewDesk()
	ed := editor.New(edit.NewDocument(journeytest.Big(30), nil), editor.Options{Words: words.In("en"), Measurer: library,
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) {
			done(layout.Arrange(p, id, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: library}))
		}})
	b := New(Options{Editor: ed, Canvas: win.Canvas(), Do: d.Do})
	win.SetContent(b.Object())
	win.Resize(fyne.NewSize(1100, 800))
	tried := 0
	for _, zoom := range []float64{1.5, 1, 0.75, 0.56, 0.45} {
		for _, target := range ed.Scene().Targets {
			ref := target.Ref
			if ref.Kind != journey.KindCard || target.Part != scene.PartTitle {
				continue
			}
			body := ed.Scene().Find(ref, scene.PartBody)
			if at := ed.Scene().Find(ref, scene.PartTitle); body == nil || at == nil || at.Edit == nil {
				continue
			}
			ed.ZoomTo(zoom, geom.Pt(0, 0))
			ed.EditText(ref, scene.PartTitle)
			now := ed.Editing()
			if now == nil {
				t.Fatalf("%s cannot be written on", ref.ID)
			}
			b.writer.follow(now, ed.View().Scale)
			on := ed.View().Transform.ApplyRect(body.Bounds)
			edge := float64(b.writer.dress.Position().X+b.writer.dress.Size().Width) * ed.View().Scale
			if on.W()/ed.View().Scale > 90 && edge > on.Max.X {
				t.Errorf("at %.0f %% the field of %q ends at %.1f, the card at %.1f", zoom*100, ref.ID, edge, on.Max.X)
			}
			tried++
			ed.CancelText()
		}
	}
	if tried < 10 {
		t.Errorf("only %d fields were open", tried)
	}
}

// A double click beside the text of a card opens it; that Fyne takes the focus from what does not lie
// under the pointer does not end it, a click elsewhere later does.
func TestFieldOutlivesTheClickThatOpenedIt(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewWindow(nil)
	t.Cleanup(win.Close)
	library := text.NewLibrary()
	d := papertest.NewDesk()
	ed := editor.New(edit.NewDocument(journeytest.Big(30), nil), editor.Options{Words: words.In("en"), Measurer: library,
		Arrange: func(p journey.Project, id journey.ID, done func(*scene.Scene)) {
			done(layout.Arrange(p, id, layout.Options{Sheet: style.New(""), Words: words.In("en"), Measurer: library}))
		}})
	b := New(Options{Editor: ed, Canvas: win.Canvas(), Do: d.Do})
	win.SetContent(b.Object())
	win.Resize(fyne.NewSize(1100, 800))
	var body *scene.Target
	for i, target := range ed.Scene().Targets {
		if target.Ref.Kind == journey.KindCard && target.Part == scene.PartBody {
			body = &ed.Scene().Targets[i]
			break
		}
	}
	at := ed.View().ToView(geom.Pt(body.Bounds.Min.X+4, body.Bounds.Max.Y-4))
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(float32(at.X/b.scale()), float32(at.Y/b.scale()))
	for range 2 {
		b.MouseDown(ev)
		b.MouseUp(ev)
		win.Canvas().Unfocus()
	}
	d.Until(t, func() bool { return ed.Editing() != nil && win.Canvas().Focused() == b.writer.field })
	win.Canvas().Unfocus()
	if ed.Editing() != nil {
		t.Error("a click elsewhere does not end the field")
	}
}
