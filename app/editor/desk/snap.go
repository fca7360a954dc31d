package desk

import "math"

// SnapPixels is how near, in pixels of 1/96 in, something dragged must come to a line to halt at it.
const SnapPixels = 6

// Reach returns how near that is in scene points.
func (v Viewport) Reach() float64 { return SnapPixels * v.Scale / v.Transform.K }

// Snap brings v to the nearest of the values that lies within reach; −1 if none does.
func Snap(v, reach float64, values []float64) (snapped float64, at int) {
	best := math.Inf(1)
	snapped, at = v, -1
	for i, w := range values {
		if d := math.Abs(w - v); d <= reach && d < best {
			best, snapped, at = d, w, i
		}
	}
	return snapped, at
}
