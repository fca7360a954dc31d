package paint_test

import (
	"flag"
	"math"
	"os"
	"testing"

	"jejak/canvas/geom"
	"jejak/canvas/paint"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

var update = flag.Bool("update", false, "write testdata anew")

// everyMark is a scene with one mark of each kind and some odd ones.
func everyMark() *scene.Scene {
	blue := scene.RGB(0x2D6CB5)
	var odd geom.Path
	odd.Move(geom.Pt(1.006, -0.001))
	odd.Quad(geom.Pt(2, 2), geom.Pt(3, 0))
	odd.Cubic(geom.Pt(4, 1), geom.Pt(5, 1), geom.Pt(6.5, 0))
	line := text.Fixed{}.Break("Sees a \"shop\"", text.Spec{Size: 9}, 0).Lines[0]
	at := func(m scene.Mark) scene.Item { return scene.Item{Bounds: geom.R(0, 0, 100, 100), Mark: m} }
	s := &scene.Scene{Bounds: geom.R(0, 0, 200, 100), Items: []scene.Item{
		at(&scene.Shadow{Rect: geom.R(10, 10, 50, 30), Corner: 6, Blur: 4, Dy: 1, Color: scene.RGB(0x101828).Alpha(0.1)}),
		at(&scene.Fill{Path: geom.RoundRect(geom.R(10, 10, 50, 30), 6), Color: scene.RGB(0xFFFFFF)}),
		at(&scene.Fill{Path: geom.RectPath(geom.R(0, 0, 3, 30)), Color: blue.Alpha(1.0 / 3)}),
		at(&scene.Fill{Path: geom.Circle(geom.Pt(20, 20), 5), Gradient: &scene.Gradient{Y0: 15, Y1: 25, From: blue, To: blue.Alpha(0)}}),
		at(&scene.Stroke{Path: odd, Pen: scene.Pen{Width: 0.75}, Color: blue}),
		at(&scene.Stroke{Path: geom.Polyline(geom.Pt(0, 0), geom.Pt(9, 0)), Pen: scene.Pen{Width: 1, Dash: []float64{4, 2.5}}, Color: blue}),
		at(&scene.Text{Line: line, Text: "Sees a \"shop\"", At: geom.Pt(12, 24), Size: 9, Color: scene.RGB(0x1B1F2A)}),
		at(&scene.Picture{Rect: geom.R(60, 60, 20, 20), Key: "0191", Data: []byte("png"), Alt: "a shop"}),
		{Bounds: geom.R(150, 0, 10, 10), Mark: &scene.Fill{Path: geom.RectPath(geom.R(150, 0, 10, 10)), Color: blue}},
	}}
	s.Seal()
	return s
}

func TestRecorder(t *testing.T) {
	r := paint.NewRecorder()
	paint.Scene(everyMark(), geom.R(0, 0, 100, 100), r)
	const file = "testdata/marks.txt"
	if *update {
		if err := os.WriteFile(file, []byte(r.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.String(); got != string(want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestRecorderOfNoNumbers(t *testing.T) {
	r := paint.NewRecorder()
	r.Stroke(&scene.Stroke{Path: geom.Polyline(geom.Pt(math.NaN(), math.Inf(1)), geom.Pt(-0.001, 1e20)), Color: scene.RGB(0)})
	if got, want := r.String(), "stroke #000000 0 path M NaN,+Inf L 0,100000000000000000000\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Only what the view overlaps is painted, in the order of the scene.
func TestScenePaintsTheView(t *testing.T) {
	r := paint.NewRecorder()
	paint.Scene(everyMark(), geom.R(140, 0, 30, 30), r)
	if got, want := r.String(), "fill #2D6CB5 rect 150,0 10×10\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
