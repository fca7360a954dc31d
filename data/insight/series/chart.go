package series

import (
	"math"
	"time"

	"jejak/data/journey"
)

// Chart is the picture of a series in a square: x from 0 at the left to 1 at the right, y from 0 below
// to 1 above.
type Chart struct {
	Points    []Point
	Low, High float64 // the values at y 0 and 1
	Target    float64 // y of the newest value's target
	HasTarget bool
}

// Point is one value in the picture.
type Point struct {
	X, Y        float64
	Measurement journey.Measurement
}

// Chart returns the picture; without points if nothing has a value. Values stand by their dates, or
// at equal distances where a date is missing or all are the same.
func (s Series) Chart() Chart {
	var c Chart
	var values []journey.Measurement
	for _, m := range s.Values {
		if finite(m.Value) {
			values = append(values, m)
		}
	}
	if len(values) == 0 {
		return c
	}
	c.Low, c.High = math.Inf(1), math.Inf(-1)
	for _, m := range values {
		c.Low, c.High = math.Min(c.Low, *m.Value), math.Max(c.High, *m.Value)
	}
	last := values[len(values)-1]
	if finite(last.Target) {
		c.HasTarget = true
		c.Low, c.High = math.Min(c.Low, *last.Target), math.Max(c.High, *last.Target)
	}
	if c.High/2-c.Low/2 == 0 {
		about := math.Max(1, math.Abs(c.Low)/8) // so that it counts beside the largest numbers too
		c.Low, c.High = c.Low-math.Min(about, math.MaxFloat64+c.Low), c.High+math.Min(about, math.MaxFloat64-c.High)
	}
	at := places(values)
	for i, m := range values {
		c.Points = append(c.Points, Point{at[i], c.y(*m.Value), m})
	}
	if c.HasTarget {
		c.Target = c.y(*last.Target)
	}
	return c
}

// y is where a value stands. Halves keep the difference of the largest numbers there are finite.
func (c Chart) y(v float64) float64 { return (v/2 - c.Low/2) / (c.High/2 - c.Low/2) }

// places are the values from left to right; one alone stands in the middle.
func places(values []journey.Measurement) []float64 {
	at := make([]float64, len(values))
	if len(values) == 1 {
		at[0] = 0.5
		return at
	}
	days, dated := make([]float64, len(values)), true
	for i, m := range values {
		t, err := time.Parse(time.DateOnly, m.Date)
		dated = dated && err == nil
		days[i] = float64(t.Unix()) / 86400
	}
	first, span := days[0], days[len(days)-1]-days[0]
	for i := range at {
		if dated && span > 0 {
			at[i] = (days[i] - first) / span
		} else {
			at[i] = float64(i) / float64(len(at)-1)
		}
	}
	return at
}
