package subset

import (
	"fmt"
	"testing"

	"jejak/canvas/paint/truetype"
	"jejak/canvas/text"
)

func regular(t *testing.T) *text.Face {
	t.Helper()
	return text.Default().Break("a", text.Spec{Size: 10}, 0).Lines[0].Runs[0].Face
}

func TestCodes(t *testing.T) {
	face := regular(t)
	f := New()
	f.limit = 300
	seen := map[string]bool{}
	for i := range 1000 {
		c := f.Code(face, uint32(i%7), fmt.Sprint(i), i%3 == 0, 0)
		key := fmt.Sprint(c.Font.Name, c.Value)
		if seen[key] {
			t.Fatalf("code %s was given twice", key)
		}
		seen[key] = true
		if special(c.Value>>8) || special(c.Value&0xFF) || c.Value%2 != 0 || c.Value <= 0 {
			t.Errorf("code %#x can not stand in a string as it is", c.Value)
		}
		if again := f.Code(face, uint32(i%7), fmt.Sprint(i), i%3 == 0, 0); again != c {
			t.Errorf("glyph %d, meaning %d: code %v, then %v", i%7, i, c, again)
		}
	}
	if len(f.All) != 4 {
		t.Errorf("%d fonts for 1,000 codes at 300 each", len(f.All))
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
