package raster

import (
	"math"
	"slices"
)

// dashes is a pattern of on and off along a line. Where a dash lies follows from its number alone,
// never from those before it, so that leaving out what can not be seen moves nothing.
type dashes struct {
	pattern []float64 // on and off in turn, an even number
	ends    []float64 // where each of them ends
	period  float64
}

func newDashes(pattern []float64) dashes {
	if len(pattern)%2 == 1 {
		pattern = slices.Concat(pattern, pattern)
	}
	d := dashes{pattern: pattern, ends: make([]float64, len(pattern))}
	for i, v := range pattern {
		d.period += v
		d.ends[i] = d.period
	}
	return d
}

// each calls f with where dashes begin and end, all that reach into from…to and perhaps some more.
func (d *dashes) each(from, to float64, f func(on, off float64)) {
	if !(from <= to) {
		return
	}
	for k := math.Floor(from/d.period) - 1; k*d.period <= to; k++ {
		if k < 0 {
			continue
		}
		for j := 0; j < len(d.pattern); j += 2 {
			on := k * d.period
			if j > 0 {
				on += d.ends[j-1]
			}
			f(on, k*d.period+d.ends[j])
		}
	}
}
