// Package present shows a map to an audience: the whole of it, then stage by stage, then the whole
// again. It knows what is framed, what is faded and what a key means; it draws nothing.
package present

import (
	"math"

	"jejak/app/editor/desk"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Show is a presentation of one scene. It belongs to one goroutine. It begins with the whole map.
type Show struct {
	scene  *scene.Scene
	stages []desk.Stretch
	rows   []desk.Stretch
	at     int // 0: the whole map; from 1 on a stage; behind the last stage the whole map again
	row    int // −1: all lanes
	free   bool
	black  bool
}

// New returns a presentation. The scene must not be nil.
func New(s *scene.Scene) *Show {
	show := &Show{scene: s, stages: desk.Stages(&s.Grid), row: -1}
	if s.Grid.Ring == nil { // on a ring no lane stands by itself
		show.rows = desk.Lanes(&s.Grid)
	}
	return show
}

// Command is what a person asks of a presentation.
type Command int

// The commands. Up and Down step through the lanes of what is framed.
const (
	Nothing Command = iota
	Next
	Back
	First
	Last
	Up
	Down
	Free  // the view moves as the pointer says, until the next step
	Black // nothing is seen, until the next command
	Leave
)

// Do follows a command and reports whether what is to be seen has changed. Leave changes nothing:
// whoever shows the presentation ends it.
func (s *Show) Do(c Command) bool {
	was := *s
	if c == Nothing || c == Leave {
		return false
	}
	s.black = c == Black && !s.black
	if c == Black {
		return true
	}
	if was.black && c != First && c != Last {
		return true // it is only light again
	}
	s.free = c == Free && !s.free
	last := s.last()
	switch c {
	case Next:
		s.at = min(s.at+1, last)
	case Back:
		s.at = max(s.at-1, 0)
	case First:
		s.at, s.row = 0, -1
	case Last:
		s.at, s.row = last, -1
	case Up:
		s.row = max(s.row-1, -1)
	case Down:
		s.row = min(s.row+1, len(s.rows)-1)
	}
	return s.at != was.at || s.row != was.row || s.free != was.free || s.black != was.black
}

// Go frames the n-th stage, 1 being the first; 0 is the whole map. It is false if there is none.
func (s *Show) Go(n int) bool {
	if n < 0 || n > len(s.stages) {
		return false
	}
	s.at, s.free, s.black = n, false, false
	if n == 0 {
		s.row = -1
	}
	return true
}

// last is the number of the last step.
func (s *Show) last() int {
	if len(s.stages) == 0 {
		return 0
	}
	return len(s.stages) + 1
}

// At returns which step is shown, 0 being the first, and how many there are.
func (s *Show) At() (step, of int) { return s.at, s.last() + 1 }

// Free reports whether the view moves as the pointer says; nothing is faded then.
func (s *Show) Free() bool { return s.free }

// Black reports whether nothing is to be seen.
func (s *Show) Black() bool { return s.black }

// MoveFreely turns to the free mode: the pointer has moved the view.
func (s *Show) MoveFreely() { s.free, s.black = true, false }

// Clear is what is not faded, in scene points.
type Clear struct {
	Frame  geom.Rect // what the step is about
	Labels geom.Rect // the labels of its lanes
	Header geom.Rect // the headers of its stages
}

// Between returns the clear part a share t of the way from c to d.
func (c Clear) Between(d Clear, t float64) Clear {
	mix := func(a, b geom.Rect) geom.Rect {
		return geom.Rect{Min: a.Min.Add(b.Min.Sub(a.Min).Mul(t)), Max: a.Max.Add(b.Max.Sub(a.Max).Mul(t))}
	}
	return Clear{mix(c.Frame, d.Frame), mix(c.Labels, d.Labels), mix(c.Header, d.Header)}
}

// Clear returns what is not faded; false: nothing is faded.
func (s *Show) Clear() (Clear, bool) {
	if s.free || !s.onStage() && s.row < 0 {
		return Clear{}, false
	}
	g, r := &s.scene.Grid, s.frame()
	if g.Ring != nil {
		// The ring stays clear as a whole: no rectangle is about one segment alone.
		panel, r := s.sector().Panel, g.Ring
		ring := geom.R(r.Center.X-r.Outer, r.Center.Y-r.Outer, 2*r.Outer, 2*r.Outer)
		tie := geom.Rect{Min: geom.Pt(ring.Max.X, panel.Min.Y), Max: geom.Pt(panel.Min.X, panel.Max.Y)}
		if panel.Max.X < r.Center.X {
			tie.Min.X, tie.Max.X = panel.Max.X, ring.Min.X
		}
		return Clear{Frame: panel.Inset(-8), Header: ring.Inset(-6), Labels: tie}, true
	}
	c := Clear{Frame: r, Labels: g.Labels, Header: g.Headers}
	if s.row >= 0 {
		c.Labels.Min.Y, c.Labels.Max.Y = r.Min.Y, r.Max.Y
	}
	if s.onStage() {
		c.Header.Min.X, c.Header.Max.X = r.Min.X, r.Max.X
	}
	if len(g.Rows) > 0 {
		c.Header.Max.Y = g.Rows[0].Y0 // the steps of the stages are below their headers
	}
	return c, true
}

func (s *Show) onStage() bool { return s.at > 0 && s.at <= len(s.stages) }

// frame returns what the view is fitted to.
func (s *Show) frame() geom.Rect {
	g := &s.scene.Grid
	r := s.scene.Bounds
	if len(s.stages) == 0 || !s.onStage() && s.row < 0 {
		return r
	}
	if g.Ring != nil {
		sector := s.sector()
		return sector.Panel.Union(sector.Head)
	}
	bottom := g.Headers.Max.Y
	if n := len(g.Rows); n > 0 {
		bottom = g.Rows[n-1].Y1
	}
	r = geom.Rect{Min: geom.Pt(g.Labels.Min.X-4, g.Headers.Min.Y-2), Max: geom.Pt(g.Headers.Max.X, bottom)}
	if s.onStage() {
		r.Min.X, r.Max.X = s.stages[s.at-1].From, s.stages[s.at-1].To
	}
	if s.row >= 0 {
		r.Min.Y, r.Max.Y = s.rows[s.row].From, s.rows[s.row].To
	}
	return r
}

// sector is what the stage that is shown has of a ring.
func (s *Show) sector() scene.Sector {
	g := &s.scene.Grid
	for i, c := range g.Columns {
		if c.StageID == s.stages[s.at-1].ID {
			return g.Ring.Sectors[i]
		}
	}
	return scene.Sector{}
}

// The zoom of a step: no larger, and no smaller than what can be read from afar if that leaves the
// width of what is framed in sight.
const (
	mostZoom  = 2.2
	leastZoom = 0.75
)

// View returns how v has to be for the present step.
func (s *Show) View(v desk.Viewport) desk.Viewport {
	if !s.onStage() && s.row < 0 {
		return v.Fitted(s.scene.Bounds, mostZoom)
	}
	r := s.frame()
	to := fitted(v, r, 0, 0)
	// the strips that come up take room from what is framed
	for range 2 {
		left, top := desk.StripsOf(s.scene, to).Insets()
		to = fitted(v, r, left, top)
	}
	return covered(to, s.scene.Bounds)
}

// fitted shows r in what is left of the board beside and below what covers it.
func fitted(v desk.Viewport, r geom.Rect, left, top float64) desk.Viewport {
	if r.Empty() || v.Size.W <= 0 || v.Size.H <= 0 {
		return v
	}
	m := 32 * v.Scale
	w, h := math.Max(v.Size.W-left-2*m, 1), math.Max(v.Size.H-top-2*m, 1)
	across, down := w/r.W()/v.Unit(), h/r.H()/v.Unit()
	zoom := math.Min(across, down)
	if zoom < leastZoom {
		zoom = math.Min(across, leastZoom)
	}
	k := math.Max(desk.MinZoom, math.Min(zoom, mostZoom)) * v.Unit()
	d := geom.Pt(left+m+w/2, top+m+h/2).Sub(r.Center().Mul(k))
	if r.H()*k > h {
		d.Y = top + m - r.Min.Y*k // its top: the rest is a step of the lanes away
	}
	v.Transform = geom.Transform{K: k, D: d}
	return v
}

// covered moves v sideways so that the paper covers the screen from side to side, or leaves as much of
// the ground on either side where it is narrower: a dark bar at one side looks like a mistake.
func covered(v desk.Viewport, paper geom.Rect) desk.Viewport {
	k, w := v.Transform.K, v.Size.W
	most, least := -paper.Min.X*k, w-paper.Max.X*k // the paper begins at the left end, ends at the right
	if most < least {
		v.Transform.D.X = (most + least) / 2
		return v
	}
	v.Transform.D.X = math.Max(least, math.Min(v.Transform.D.X, most))
	return v
}

// Between returns the view a share t of the way from a to b, from 0 to 1: a zoom about one point
// that stands still, or a straight move where the zoom is the same.
func Between(a, b desk.Viewport, t float64) desk.Viewport {
	if t <= 0 {
		return a
	}
	if t >= 1 {
		return b
	}
	t = t * t * (3 - 2*t) // begins and ends gently
	from, to := a.Transform, b.Transform
	k := from.K * math.Pow(to.K/from.K, t)
	share := t
	if math.Abs(to.K-from.K) > 1e-6*from.K {
		share = (k - from.K) / (to.K - from.K)
	}
	b.Transform = geom.Transform{K: k, D: from.D.Add(to.D.Sub(from.D).Mul(share))}
	return b
}
