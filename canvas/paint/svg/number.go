package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// num is v to a thousandth, as short as it can be. What is not finite must not get here; it
// becomes 0, because a wrong number breaks the whole file.
func num(v float64) string {
	return trimmed(v, 3)
}

func trimmed(v float64, digits int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	s := strconv.FormatFloat(v, 'f', digits, 64)
	if strings.IndexByte(s, '.') >= 0 {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	switch {
	case s == "-0":
		return "0"
	case strings.HasPrefix(s, "0."):
		return s[1:]
	case strings.HasPrefix(s, "-0."):
		return "-" + s[2:]
	}
	return s
}

// sane reports whether all of these can be drawn: finite and within what renderers bear.
func sane(vs ...float64) bool {
	for _, v := range vs {
		if !(math.Abs(v) <= 1e7) {
			return false
		}
	}
	return true
}

func saneRect(r geom.Rect) bool { return sane(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) }

// paint is the attributes that give a colour to what ("fill", "stroke", "stop").
func paint(what string, c scene.Color) string {
	name := what
	if what == "stop" {
		name = "stop-color"
	}
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, name, c.R, c.G, c.B)
	if a := c.A; !(a >= 1) {
		if !(a > 0) {
			a = 0
		}
		s += fmt.Sprintf(` %s-opacity="%s"`, what, num(a))
	}
	return s
}

// data is a path in the language of the d attribute, to that many digits. Letters stand only where
// the command changes.
func data(p geom.Path, digits int) string {
	var b strings.Builder
	last := byte(0)
	i := 0
	for _, v := range p.Verbs {
		letter := "MLQCZ"[v]
		repeats := letter == last && letter != 'Z' && letter != 'M'
		if !repeats {
			b.WriteByte(letter)
		}
		last = letter
		for j := range [...]int{1, 1, 2, 3, 0}[v] {
			q := p.Points[i]
			i++
			x, y := trimmed(q.X, digits), trimmed(q.Y, digits)
			if (repeats || j > 0) && x[0] != '-' {
				b.WriteByte(' ')
			}
			b.WriteString(x)
			if y[0] != '-' {
				b.WriteByte(' ')
			}
			b.WriteString(y)
		}
	}
	return b.String()
}
