package picture

import (
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestThumbFits(t *testing.T) {
	img := Thumb(journeytest.Big(12), 300, 80)
	if b := img.Bounds(); b.Dx() > 300 || b.Dy() > 80 || b.Dx() < 290 && b.Dy() < 70 {
		t.Errorf("the picture is %v large", b)
	}
	if Thumb(journey.Project{}, 300, 80) != nil {
		t.Error("a project without maps has a picture")
	}
}
