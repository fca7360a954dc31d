package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// stickerLines hold pictograms of every kind, solid and blended, alone and among words.
var stickerLines = []string{
	"😀😍😡🤔😭🥳🪿", "❤️ ✔️ ☎️ ©️ 1️⃣ ⏰ ⚡ ✅", "🇮🇩🇯🇵🏳️‍🌈🏴‍☠️", "👍🏽👩‍🚀🧑🏿‍💻👨‍👩‍👧‍👦",
	"Buys 🛒, waits ⏳, pays 💳 and smiles 🙂.", "✔ ☎ © stay signs",
}

// stickerSheet sets them in several sizes, one line faded.
func stickerSheet() scene.Page {
	s := newSketch()
	y := 30.0
	for i, size := range []float64{9, 14, 40} {
		for _, line := range stickerLines {
			y += size * 0.4
			c := scene.RGB(0x1B1F2A)
			if i == 1 {
				c = c.Alpha(0.4)
			}
			y = s.text(10, y+size, 0, line, text.Spec{Size: size}, c)
		}
	}
	return s.page("")
}

// Pictograms look on paper as on the screen, whoever shows them.
func TestStickersLookLikeTheScreen(t *testing.T) {
	sheet := stickerSheet()
	want, err := raster.Page(sheet, 96, false)
	if err != nil {
		t.Fatal(err)
	}
	out := written(t, sheet)
	balanced(t, out)
	sane(t, out)
	for reader, got := range rendered(t, out, "96") {
		mean, worst, at := difference(want, got)
		t.Logf("%s: mean %.4f, worst %.3f at %v", reader, mean, worst, at)
		if mean > 0.008 || worst > 0.2 {
			t.Errorf("%s differs from the screen by %.4f in the mean and %.3f at %v", reader, mean, worst, at)
		}
	}
}

// Pictograms are text: each line comes back as it was written.
func TestStickersAreText(t *testing.T) {
	for i, got := range copied(t, written(t, linePages(embedded(), stickerLines, text.Spec{Size: 12})...)) {
		if want := embedded().Break(stickerLines[i], text.Spec{Size: 12}, 0).Text; strings.Join(got, "\n") != want {
			t.Errorf("%q comes back as %q", want, got)
		}
	}
}

var placed = regexp.MustCompile(`/(E\d+) Do`)

// Each pictogram is in the file once, however often it is placed.
func TestStickersAreShared(t *testing.T) {
	s := newSketch()
	for i := range 60 {
		s.text(10, 20+14*float64(i), 0, "😀 🛒 😀", text.Spec{Size: 10}, scene.RGB(0))
	}
	once, often := newSketch(), s.page("")
	once.text(10, 20, 0, "😀 🛒", text.Spec{Size: 10}, scene.RGB(0))
	out := written(t, often)
	names := map[string]int{}
	for _, m := range placed.FindAllStringSubmatch(contentOf(t, out, 0), -1) {
		names[m[1]]++
	}
	if len(names) != 2 || names["E0"] != 120 || names["E1"] != 60 {
		t.Errorf("placed are %v", names)
	}
	if more := len(out) - len(written(t, once.page(""))); more > 3000 {
		t.Errorf("placing them 178 times more takes %d bytes", more)
	}
	if !bytes.Equal(out, written(t, often)) {
		t.Error("the same page gives other bytes")
	}
}

// A palette of greys has pictograms of one colour.
func TestGreyHasNoStickers(t *testing.T) {
	p := journeytest.Full()
	id := p.MapsInOrder()[0].ID
	m, _ := p.Maps.Get(id)
	m.Title = "😀 A map 🛒"
	for name, want := range map[string]bool{"jejak": true, "black and white": false} {
		m.Palette = name
		p.Maps = p.Maps.With(m)
		out := written(t, onPage(layout.Arrange(p, id, layout.Options{Measurer: embedded()}), page.Paper{}))
		if got := placed.MatchString(contentOf(t, out, 0)); got != want {
			t.Errorf("%s: pictograms in colour: %v", name, got)
		}
	}
}

// A thousand touchpoints with a pictogram each, of forty kinds, keep within what they may take.
func TestLargeMapWithStickers(t *testing.T) {
	kinds := []rune("😀😍😡🤔😭🥳👍👎🛒📦🚚💳📱⏰⚡✅❌⭐☕🌈🔥🎉🐘🦊🍜🏪🏠🚗🚌🚲📞📧💬🔍📝📅🔔🎁💡🏆")
	p := journeytest.Big(1000)
	cards := slices.SortedFunc(p.Cards.All(), func(a, b journey.Card) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for i, c := range cards {
		c.Title = fmt.Sprintf("%s %c", c.Title, kinds[i%len(kinds)])
		p.Cards = p.Cards.With(c)
	}
	out := written(t, onPage(layout.Arrange(p, p.MapsInOrder()[0].ID, layout.Options{Measurer: embedded()}), page.Paper{}))
	plain := journeytest.Big(1000)
	before := written(t, onPage(layout.Arrange(plain, plain.MapsInOrder()[0].ID, layout.Options{Measurer: embedded()}), page.Paper{}))
	t.Logf("%d KB, without pictograms %d KB", len(out)>>10, len(before)>>10)
	if more := len(out) - len(before); more > 100<<10 {
		t.Errorf("%d pictograms of %d kinds take %d KB", len(cards), len(kinds), more>>10)
	}
	sane(t, out)
}
