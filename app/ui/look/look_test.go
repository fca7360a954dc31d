package look

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// contrast is the ratio of WCAG 2.
func contrast(a, b color.NRGBA) float64 {
	light := func(c color.NRGBA) float64 {
		part := func(v uint8) float64 {
			f := float64(v) / 255
			if f <= 0.04045 {
				return f / 12.92
			}
			return math.Pow((f+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	la, lb := light(a), light(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func TestEveryTextReads(t *testing.T) {
	for name, p := range map[string]Palette{"light": Light, "dark": Dark} {
		for _, c := range []struct {
			what         string
			text, ground color.NRGBA
		}{
			{"ink", p.Ink, p.Panel}, {"ink on ground", p.Ink, p.Ground},
			{"second voice", p.Second, p.Panel}, {"second voice on ground", p.Second, p.Ground},
			{"chosen", p.AccentInk, p.Tint}, {"main button", rgb(0xFFFFFF), p.Accent},
			{"good", p.Good, p.Panel}, {"bad", p.Bad, p.Panel},
		} {
			if got := contrast(c.text, c.ground); got < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f", name, c.what, got)
			}
		}
	}
}

func TestShorten(t *testing.T) {
	test.NewTempApp(t)
	whole := "Hears the price and the day"
	width := fyne.MeasureText(whole, TextSize, fyne.TextStyle{}).Width * 2
	if got := Shorten(whole, TextSize, Regular, width); got != whole {
		t.Errorf("%q was cut though there is room", got)
	}
	got := Shorten(whole, TextSize, Regular, width/4)
	if !strings.HasSuffix(got, "…") || !strings.HasPrefix(whole, strings.TrimSuffix(got, "…")) {
		t.Errorf("cut to %q", got)
	}
	if got := Shorten(whole, TextSize, Regular, 0); got != "" {
		t.Errorf("no room, yet %q", got)
	}
	if got := Shorten(strings.Repeat("w", 10_000), TextSize, Regular, 200); len(got) > 100 {
		t.Errorf("a very long word was cut to %d bytes", len(got))
	}
}

func TestWrap(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		s    string
		wide float32
		want int
	}{
		{"", 100, 1}, {"one", 1000, 1}, {"one\ntwo", 1000, 2}, {"aaaa bbbb cccc", 1, 3},
	} {
		if got := Wrap(c.s, TextSize, Regular, c.wide); len(got) != c.want {
			t.Errorf("Wrap(%q, %v) = %q, want %d lines", c.s, c.wide, got, c.want)
		}
	}
}

func TestIconsAreThere(t *testing.T) {
	if len(Icon("undo", Light.Ink).Content()) < 100 {
		t.Error("undo is no drawing")
	}
	if Icon("undo", Light.Ink) != Icon("undo", Light.Ink) {
		t.Error("the same icon was made twice")
	}
	if len(Icon("no such icon", Light.Ink).Content()) == 0 {
		t.Error("an icon that is not there must still be a picture")
	}
}

func TestButtonAnswersToKeysOnlyWhenEnabled(t *testing.T) {
	test.NewTempApp(t)
	n := 0
	b := NewButton(Outlined, "undo", "Undo", func() { n++ })
	for _, k := range []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyA} {
		b.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if n != 3 {
		t.Errorf("Space, Return and Enter tapped %d times", n)
	}
	b.SetEnabled(false)
	b.Tapped(nil)
	if n != 3 {
		t.Error("a disabled button answered")
	}
}

func TestSliderTellsOnceWhenItIsLetGo(t *testing.T) {
	test.NewTempApp(t)
	var got []float64
	s := NewSlider(-2, 2, 0.5, func(v float64) { got = append(got, v) })
	s.Resize(fyne.NewSize(200+knob, 20))
	drag := func(x float32) {
		ev := &fyne.DragEvent{}
		ev.Position = fyne.NewPos(x, 10)
		s.Dragged(ev)
	}
	s.Set(0)
	drag(knob/2 + 120)
	drag(knob/2 + 160)
	s.DragEnd()
	s.DragEnd()
	if len(got) != 1 || got[0] != 1 {
		t.Errorf("told %v, want 1 once (160 of 200 is 1.2, and halves snap)", got)
	}
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if len(got) != 2 || got[1] != 0.5 {
		t.Errorf("told %v", got)
	}
	s.Set(9)
	if s.value != 2 || len(got) != 2 {
		t.Error("Set must keep to the range and tell nobody")
	}
}
