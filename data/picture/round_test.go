package picture

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"pgregory.net/rapid"
)

// halves is red at the left and blue at the right.
func halves(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(5, 7, 5+w, 7+h)) // not at the origin
	for y := range h {
		for x := range w {
			c := color.RGBA{R: 255, A: 255}
			if x >= w/2 {
				c = color.RGBA{B: 255, A: 255}
			}
			img.SetRGBA(5+x, 7+y, c)
		}
	}
	return img
}

func TestRoundCutsACircle(t *testing.T) {
	pic, err := Round(halves(400, 200), Circle{X: 300, Y: 100, R: 50})
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(pic.Data))
	if err != nil {
		t.Fatal(err)
	}
	if pic.Media != "image/png" || pic.Width != 100 || pic.Height != 100 || img.Bounds() != image.Rect(0, 0, 100, 100) {
		t.Errorf("%s, %d by %d, %v", pic.Media, pic.Width, pic.Height, img.Bounds())
	}
	for _, c := range []struct {
		x, y int
		want color.NRGBA
	}{
		{50, 50, color.NRGBA{B: 255, A: 255}}, {3, 50, color.NRGBA{B: 255, A: 255}}, {96, 50, color.NRGBA{B: 255, A: 255}},
		{0, 0, color.NRGBA{}}, {99, 99, color.NRGBA{}}, {10, 10, color.NRGBA{}},
	} {
		if got := color.NRGBAModel.Convert(img.At(c.x, c.y)); got != c.want {
			t.Errorf("at %d, %d: %v, want %v", c.x, c.y, got, c.want)
		}
	}
	if _, err := Decode(pic.Data); err != nil {
		t.Errorf("a project would not take it: %v", err)
	}
}

func TestRoundOfALargePictureIsSmall(t *testing.T) {
	pic, err := Round(halves(1500, 1200), Circle{X: 750, Y: 600, R: 5000})
	if err != nil || pic.Width != RoundSide || pic.Height != RoundSide {
		t.Errorf("%d by %d, %v", pic.Width, pic.Height, err)
	}
	if _, err := Round(image.NewRGBA(image.Rectangle{}), Circle{}); err == nil {
		t.Error("a circle out of nothing")
	}
	if _, err := Round(halves(10, 10), Circle{X: math.NaN(), R: 2}); err == nil {
		t.Error("a circle nowhere")
	}
}

// A circle always comes to lie within its picture, and stays as it is if it lies there.
func TestCircleWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.IntRange(1, 5000).Draw(t, "w"), rapid.IntRange(1, 5000).Draw(t, "h")
		f := rapid.Float64Range(-9000, 9000)
		c := Circle{f.Draw(t, "x"), f.Draw(t, "y"), f.Draw(t, "r")}
		in := c.Within(w, h)
		const e = 1e-9
		if in.R < 0.5 || in.X-in.R < -e || in.Y-in.R < -e || in.X+in.R > float64(w)+e || in.Y+in.R > float64(h)+e {
			t.Fatalf("%+v is not within %d by %d", in, w, h)
		}
		if again := in.Within(w, h); math.Hypot(again.X-in.X, again.Y-in.Y) > e || again.R != in.R {
			t.Fatalf("%+v moved to %+v", in, again)
		}
	})
}
