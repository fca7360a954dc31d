package editor_test

import (
	"testing"

	"jejak/app/editor"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/data/edit"
	"jejak/data/journey"
)

// emotionY is how many view pixels a whole step of feeling is in the test scene at 100 %.
const emotionY = 20

func (b *board) feels(id journey.ID) float64 {
	pt, ok := b.doc.Project().Points.Get(id)
	if !ok {
		b.t.Fatalf("point %s is gone", id)
	}
	return pt.Value
}

func TestDragEmotion(t *testing.T) {
	for _, c := range []struct {
		name string
		dy   float64
		ctrl bool
		want float64
	}{
		{"up", -emotionY, false, 2},
		{"down to a half", 1.4 * emotionY, false, -0.5},
		{"not beyond the top", -500, false, 2},
		{"not beyond the bottom", 500, false, -2},
		{"freely with Ctrl", 0.5*emotionY + 2, true, 0.4},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBoard(t, small())
			from := b.at("pt1")
			to := from.Add(geom.Pt(37, c.dy))
			b.once(edit.LabelEmotion, func() {
				b.press(from)
				b.mods.Ctrl = c.ctrl
				b.move(from, to)
				b.release(to)
			})
			if got := b.feels("pt1"); got != c.want {
				t.Errorf("feels %v, want %v", got, c.want)
			}
		})
	}
}

func TestDragEmotionBackAndForth(t *testing.T) {
	b := newBoard(t, small())
	from := b.at("pt1")
	b.never(func() {
		b.press(from)
		b.move(from, from.Add(geom.Pt(0, 60)))
		b.move(from.Add(geom.Pt(0, 60)), from)
		b.release(from)
	})
	b.never(func() {
		b.press(from)
		b.move(from, from.Add(geom.Pt(0, 60)))
		b.keys("Escape")
		b.release(from.Add(geom.Pt(0, 60)))
	})
}

func TestEmotionPreview(t *testing.T) {
	b := newBoard(t, small())
	from := b.at("pt1")
	b.press(from)
	b.move(from, from.Add(geom.Pt(11, emotionY)))
	h := b.e.Overlay().Handle
	if h == nil {
		t.Fatal("no handle is shown")
	}
	if h.Value != 0 || h.Label != "0 · neutral" || h.At.X != from.X {
		t.Errorf("handle %+v", h)
	}
	if n := len(h.Points); n < 2 || h.Points[0] != h.At || h.Points[n-1].Dist(b.at("pt2")) > 1e-6 {
		t.Errorf("the curve of the preview is %v, the points %v and %v", h.Points, h.At, b.at("pt2"))
	}
	b.e.Drag(from.Add(geom.Pt(0, -emotionY/2)), editor.Mods{})
	if h := b.e.Overlay().Handle; h.Label != "+1.5 · delighted" {
		t.Errorf("label %q", h.Label)
	}
	b.e.Drag(from.Add(geom.Pt(0, 3*emotionY)), editor.Mods{})
	if h := b.e.Overlay().Handle; h.Label != "−2 · furious" {
		t.Errorf("label %q", h.Label)
	}
}

func TestDoubleClickAddsEmotion(t *testing.T) {
	b := newBoard(t, small())
	row := b.e.Scene().Grid.Rows[1]
	at := func(column int, share, value float64) geom.Point {
		c := b.e.Scene().Grid.Columns[column]
		return b.view(geom.Pt(c.X0+share*(c.X1-c.X0), row.Up+(2-value)/4*(row.Down-row.Up)))
	}
	b.once(edit.LabelAddPoint, func() { b.doubleClick(at(0, 0.5, -1.1)) })
	pt := b.doc.Project().Points
	got, ok := pt.Get("new-1")
	want := journey.Point{ID: "new-1", MapID: "map", PersonaID: "sari", At: journey.Ref{Kind: journey.KindCard, ID: "a2"}, Value: -1}
	if !ok || got != want {
		t.Fatalf("the new point is %+v, want %+v", got, want)
	}
	b.once(edit.LabelAddPoint, func() { b.doubleClick(at(2, 0.3, 2)) })
	if got, _ := b.doc.Project().Points.Get("new-2"); got.At.Kind != journey.KindStage || got.At.ID != "C" || got.Value != 2 {
		t.Errorf("in a stage without touchpoints the point is %+v", got)
	}
	b.never(func() { b.doubleClick(at(1, 0.2, 1)) }) // its only touchpoint has one
}

// A double click on a curve gives that curve a point, whoever else is on the map.
func TestDoubleClickOnACurve(t *testing.T) {
	p := small().With(journey.Persona{ID: "budi", Rank: "z", Name: "Budi"}).
		With(journey.Appearance{ID: "app2", MapID: "map", PersonaID: "budi", Rank: "z"}).
		With(journey.Point{ID: "q1", MapID: "map", PersonaID: "budi", At: journey.Ref{Kind: journey.KindCard, ID: "a1"}, Value: -2}).
		With(journey.Point{ID: "q2", MapID: "map", PersonaID: "budi", At: journey.Ref{Kind: journey.KindCard, ID: "b1"}, Value: 2})
	b := newBoardWith(t, p, drawn)
	for _, persona := range []journey.ID{"budi", "sari"} {
		var line *scene.Target
		for i := range b.e.Scene().Targets {
			if t := &b.e.Scene().Targets[i]; t.Part == scene.PartCurve && t.Ref.ID == persona {
				line = t
			}
		}
		col := b.e.Scene().Grid.Columns[0]
		x, y := col.X0+(col.X1-col.X0)*0.45, 0.0 // the share of a2
		line.Path.Flatten(0.1, func(p, q geom.Point) {
			if p.X <= x && q.X > x {
				y = p.Y + (q.Y-p.Y)*(x-p.X)/(q.X-p.X)
			}
		})
		b.once(edit.LabelAddPoint, func() { b.doubleClick(b.view(geom.Pt(x, y))) })
		n := 0
		for pt := range b.doc.Project().Points.All() {
			if pt.PersonaID == persona && pt.At.ID == "a2" {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s has %d points at a2", persona, n)
		}
	}
}
