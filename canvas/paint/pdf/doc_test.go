package pdf

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
)

func TestTheFileIsNotTakenApartWrongly(t *testing.T) {
	good, err := newFile(Document{Pages: []scene.Page{journeyScene(1).page("")}}).output(nil)
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(rt *rapid.T) {
		bad := slices.Clone(good)
		at := rapid.IntRange(0, len(bad)-1).Draw(rt, "at")
		if rapid.Bool().Draw(rt, "cut") {
			bad = bad[:at]
		} else {
			bad[at] ^= byte(rapid.IntRange(1, 255).Draw(rt, "bits"))
		}
		if o, err := object.Parse(bad); err != nil && !errors.Is(err, object.ErrForeign) || err == nil && o == nil {
			rt.Errorf("parse: %v, %v", o, err)
		}
	})
}
