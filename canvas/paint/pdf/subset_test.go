package pdf

import (
	"fmt"
	"testing"

	"jejak/canvas/paint/truetype"
	"jejak/canvas/text"
)

func regular(t *testing.T) *text.Face {
	t.Helper()
	return embedded().Break("a", text.Spec{Size: 10}, 0).Lines[0].Runs[0].Face
}

func TestCodes(t *testing.T) {
	face := regular(t)
	f := newFonts()
	f.limit = 300
	seen := map[string]bool{}
	for i := range 1000 {
		c := f.code(face, uint32(i%7), fmt.Sprint(i), i%3 == 0, 0)
		key := fmt.Sprint(c.font.name, c.value)
		if seen[key] {
			t.Fatalf("code %s was given twice", key)
		}
		seen[key] = true
		if special(c.value>>8) || special(c.value&0xFF) || c.value%2 != 0 || c.value <= 0 {
			t.Errorf("code %#x can not stand in a string as it is", c.value)
		}
		if again := f.code(face, uint32(i%7), fmt.Sprint(i), i%3 == 0, 0); again != c {
			t.Errorf("glyph %d, meaning %d: code %v, then %v", i%7, i, c, again)
		}
	}
	if len(f.all) != 4 {
		t.Errorf("%d fonts for 1,000 codes at 300 each", len(f.all))
	}
}

func TestCodesStayInTheBasicPlane(t *testing.T) {
	c := firstCode
	for range truetype.MaxGlyphs {
		c = nextCode(c)
	}
	if c >= 0xD800 {
		t.Errorf("the last code is %#x, not a character", c)
	}
}
