package journeytest

import (
	"bytes"
	"image/png"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
)

func sound(t interface{ Fatalf(string, ...any) }, p journey.Project) {
	for _, f := range journey.Validate(p) {
		t.Fatalf("%s: %+v", f.Text(words.In("en")), f)
	}
}

func TestFullLeavesNothingOut(t *testing.T) {
	p := Full()
	sound(t, p)
	filled := map[journey.Kind]bool{}
	for rec := range p.Records() {
		v, whole := reflect.ValueOf(rec), true
		for i := range v.NumField() {
			whole = whole && !v.Field(i).IsZero()
		}
		filled[rec.Kind()] = filled[rec.Kind()] || whole
	}
	for _, k := range journey.Kinds {
		if !filled[k] {
			t.Errorf("no %s has a value in every field", k)
		}
	}
	for img := range p.Images.All() {
		if _, err := png.Decode(bytes.NewReader(img.Data)); err != nil {
			t.Errorf("picture: %v", err)
		}
	}
	if d := journey.Between(p, Full()); !d.IsEmpty() {
		t.Errorf("two calls differ: %+v", d)
	}
}

func TestBig(t *testing.T) {
	for _, n := range []int{1, 9, 100, 1000, 10000} {
		p := Big(n)
		sound(t, p)
		x := journey.NewIndex(p, p.MapsInOrder()[0].ID)
		touchpoints := 0
		for _, l := range x.Lanes {
			if l.LaneKind != journey.LaneTouchpoints {
				continue
			}
			for cell, cards := range x.Cards {
				if cell.LaneID == l.ID {
					touchpoints += len(cards)
				}
			}
		}
		if touchpoints != n {
			t.Errorf("Big(%d) has %d touchpoints", n, touchpoints)
		}
		if len(x.Points) != 2 {
			t.Errorf("Big(%d) has %d curves, want 2", n, len(x.Points))
		}
	}
	if d := journey.Between(Big(100), Big(100)); !d.IsEmpty() {
		t.Errorf("two calls differ: %+v", d)
	}
}

func TestBigWithoutTouchpoints(t *testing.T) {
	sound(t, Big(0))
	if n := Big(0).Points.Len(); n != 1 {
		t.Errorf("got %d points, want the one of the stage", n)
	}
}

func TestRandomIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sound(t, Random(t)) })
}
