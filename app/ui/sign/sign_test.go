package sign

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
	"jejak/canvas/icon"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{
		"": "?", "  ": "?", "Sari": "S", "sari wulandari": "SW", "Ayu Dewi Lestari": "AL", "“Bimo” (42)": "B4", "Éva Ångström": "ÉÅ", "--": "?",
	} {
		if got := Initials(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

// reads fails if a picture is no sound SVG.
func reads(t *testing.T, what string, r fyne.Resource) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(r.Content()))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
	}
	if s := string(r.Content()); strings.Contains(s, "%!") || strings.Contains(s, "NaN") || !strings.Contains(s, "<path") {
		t.Errorf("%s: %s", what, s)
	}
}

func TestEverySignIsDrawn(t *testing.T) {
	ink := color.NRGBA{R: 0xC2, G: 0x41, B: 0x7C, A: 255}
	seen := map[string]int{}
	for i := range 6 {
		r := Curve(i, ink, color.NRGBA{A: 255})
		reads(t, r.Name(), r)
		seen[string(r.Content())] = i
	}
	if len(seen) != 6 {
		t.Errorf("six personas look like %d", len(seen))
	}
	for _, name := range icon.Names() {
		reads(t, name, ChannelIcon(journey.Channel{Icon: name}, ink))
	}
	byName := ChannelIcon(journey.Channel{Name: "WhatsApp"}, ink)
	if chosen := ChannelIcon(journey.Channel{Icon: "chat"}, ink); string(byName.Content()) != string(chosen.Content()) {
		t.Error("WhatsApp is no chat by its name")
	}
}

// A persona who is not on the map is seen as by the order of the project.
func TestFaces(t *testing.T) {
	p := journeytest.Full()
	mapID := p.MapsInOrder()[0].ID
	faces := Faces(p, mapID)
	if len(faces) != len(p.AppearancesOf(mapID)) {
		t.Fatalf("%d faces", len(faces))
	}
	for i, f := range faces {
		if f.Order != i || FaceOf(p, mapID, f.ID) != f {
			t.Errorf("face %d is %+v", i, f)
		}
	}
	colors := PersonaColors(p, mapID)
	q := journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, journey.Persona{ID: "a", Rank: "a", Name: "A"}, journey.Persona{ID: "b", Rank: "b", Name: "B", Color: "#102030"},
	})
	if a, b := FaceOf(q, "", "a"), FaceOf(q, "", "b"); a.Order != 0 || b.Order != 1 || b.Color != (color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 255}) {
		t.Errorf("%+v and %+v of %v", a, b, colors)
	}
	if f := FaceOf(q, "", "nobody"); f.ID != "nobody" || f.Name != "" {
		t.Errorf("%+v", f)
	}
}

func TestPortraitShowsInitialsWhereThereIsNoPicture(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.NewTheme(false))
	var buf bytes.Buffer
	if err := png.Encode(&buf, image.NewRGBA(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	p := NewPortrait(40)
	asked := 0
	data := func(b []byte) func() []byte {
		return func() []byte { asked++; return b }
	}
	for _, c := range []struct {
		key  string
		data []byte
		has  bool
	}{{"", nil, false}, {"one", buf.Bytes(), true}, {"one", buf.Bytes(), true}, {"bad", []byte("no picture"), false}, {"", nil, false}} {
		p.Set("Sari W", color.NRGBA{A: 255}, c.key, data(c.data))
		if p.HasPicture() != c.has {
			t.Errorf("%q: a picture is %v", c.key, p.HasPicture())
		}
	}
	if asked != 2 {
		t.Errorf("the data were read %d times, want once a picture", asked)
	}
}
