package draw

import (
	"jejak/canvas/geom"
	"jejak/data/journey"
)

// Block is one card or measure, measured at its width and ready to be drawn into a rectangle of
// that width and its height.
type Block struct {
	Ref    journey.Ref
	Height float64
	Draw   func(r geom.Rect)
}
