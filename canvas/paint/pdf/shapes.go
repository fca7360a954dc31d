package pdf

import (
	"math"
	"strconv"

	"jejak/canvas/geom"
)

// form is a piece of content that is placed more than once. It paints with the colours that are
// set where it is placed.
type form struct {
	name string
	box  geom.Rect
	ops  []byte
}

// shapes knows which shapes were painted before, wherever they stood: hundreds of cards share a
// handful of outlines and icons.
type shapes struct {
	forms []form
	seen  map[string]string // what it looks like → name of its form; empty: painted once
	key   []byte
}

func newShapes() *shapes { return &shapes{seen: map[string]string{}} }

// smallShape is how many points a shape has that is as short written out as called by name.
const smallShape = 6

// find returns the form for a path that is painted at least the second time, and how far it is
// moved.
func (s *shapes) find(path geom.Path, op string, pen float64, decimals int) (string, geom.Point, bool) {
	if len(path.Points) < smallShape {
		return "", geom.Point{}, false
	}
	p := math.Pow10(decimals)
	origin := geom.Pt(math.Floor(path.Points[0].X*p)/p, math.Floor(path.Points[0].Y*p)/p)
	s.key = append(s.key[:0], op...)
	s.key = strconv.AppendFloat(s.key, pen, 'g', 6, 64)
	for _, v := range path.Verbs {
		s.key = append(s.key, byte(v))
	}
	for _, q := range path.Points {
		s.key = appendVarint(s.key, int64(math.Round((q.X-origin.X)*p)))
		s.key = appendVarint(s.key, int64(math.Round((q.Y-origin.Y)*p)))
	}
	name, seen := s.seen[string(s.key)]
	if !seen {
		s.seen[string(s.key)] = ""
		return "", geom.Point{}, false
	}
	if name == "" {
		c := content{decimals: decimals}
		c.path(path, geom.Pt(-origin.X, -origin.Y))
		c.op(op)
		box := path.Bounds().Move(geom.Pt(-origin.X, -origin.Y)).Inset(-pen - 1)
		name = s.add(box, c.buf)
		s.seen[string(s.key)] = name
	}
	return name, origin, true
}

// add makes a form and returns its name.
func (s *shapes) add(box geom.Rect, ops []byte) string {
	name := "P" + strconv.Itoa(len(s.forms))
	s.forms = append(s.forms, form{name: name, box: box, ops: ops})
	return name
}

func appendVarint(b []byte, v int64) []byte {
	u := uint64(v) << 1
	if v < 0 {
		u = ^u
	}
	for u >= 0x80 {
		b = append(b, byte(u)|0x80)
		u >>= 7
	}
	return append(b, byte(u))
}
