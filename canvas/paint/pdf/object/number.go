package object

import (
	"math"
	"strconv"

	"jejak/canvas/geom"
)

// AppendNumber writes v behind b with at most the given decimals, 0 to 6, and without trailing zeros.
// v must be Finite.
func AppendNumber(b []byte, v float64, decimals int) []byte {
	p := pow10[decimals]
	n := int64(math.Round(v * p))
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	whole, rest := n/int64(p), n%int64(p)
	if whole != 0 || rest == 0 {
		b = strconv.AppendInt(b, whole, 10)
	}
	if rest != 0 {
		b = append(b, '.')
		for unit := int64(p) / 10; rest > 0; unit /= 10 {
			b = append(b, byte('0'+rest/unit))
			rest %= unit
		}
	}
	return b
}

var pow10 = [...]float64{1, 10, 100, 1e3, 1e4, 1e5, 1e6}

// Finite reports whether all values are numbers that a file can hold.
func Finite(values ...float64) bool {
	for _, v := range values {
		if math.IsNaN(v) || math.Abs(v) > 1e9 {
			return false
		}
	}
	return true
}

// Sound reports whether the contours of p can be written: every verb has its points, the first one is a
// move, and all coordinates are numbers.
func Sound(p geom.Path) bool {
	if len(p.Verbs) > 0 && p.Verbs[0] != geom.MoveTo {
		return false
	}
	need := 0
	for _, v := range p.Verbs {
		switch v {
		case geom.MoveTo, geom.LineTo:
			need++
		case geom.QuadTo:
			need += 2
		case geom.CubicTo:
			need += 3
		}
	}
	if need != len(p.Points) {
		return false
	}
	for _, q := range p.Points {
		if !Finite(q.X, q.Y) {
			return false
		}
	}
	return true
}
