package ring

import (
	"math"
	"strconv"
	"strings"

	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

const (
	titlePad    = 7.0
	leastTitle  = 44.0
	mostTitle   = 150.0
	mostWord    = 118.0
	outcomeSize = 11.0
	leastR      = 190.0
	mostR       = 2400.0
)

// title is what a segment of the band says: the number of its stage and whether its goal is met, and
// its title under that.
type title struct {
	text draw.Text
	rect geom.Rect // about the middle of the ring as 0,0
	// least is the narrowest box in which no word is broken, but for very long ones.
	least float64
}

// measureTitles finds how thick the band must be: as the longest word of a title is wide, for at the
// sides of the ring it runs through the band.
func (f *figure) measureTitles() {
	word := leastTitle
	f.titles = make([]title, len(f.Index.Stages))
	for i, s := range f.Index.Stages {
		f.titles[i].least = math.Max(leastTitle, f.longestWord(s.Title))
		word = math.Max(word, f.titles[i].least)
	}
	f.thick = word + 2*titlePad + 16
}

// longestWord is how wide the widest word of a title is; very long ones may be broken.
func (f *figure) longestWord(s string) float64 {
	most := 0.0
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '-' || r == '/' }) {
		most = math.Max(most, f.SetLine(w, f.Style.StageTitle).Width())
	}
	return math.Min(most+0.5, mostWord)
}

// fitTitles sets all titles into segments of a ring of that radius; false: one has no room.
func (f *figure) fitTitles(radius float64) bool {
	for i := range f.Index.Stages {
		t, ok := f.fitTitle(i, radius)
		if !ok {
			return false
		}
		f.titles[i] = t
	}
	return true
}

// titleAt sets the title of a stage at a width, once.
func (f *figure) titleAt(i int, w float64) draw.Text {
	if f.set == nil {
		f.set = map[titleKey]draw.Text{}
	}
	k := titleKey{i, w}
	t, ok := f.set[k]
	if !ok {
		t = f.Set(f.Index.Stages[i].Title, f.Style.StageTitle, w).Tight()
		f.set[k] = t
	}
	return t
}

type titleKey struct {
	stage int
	width float64
}

// numberH is the height of the line with the number of a stage.
func (f *figure) numberH() float64 { return math.Max(f.Style.StageGoal.Lead, outcomeSize) + 1 }

// fitTitle finds the box for the title of a stage: of those that lie in its segment the lowest, and
// among these the widest.
func (f *figure) fitTitle(i int, radius float64) (title, bool) {
	from, to := f.span(i)
	inner := radius - f.thick
	mid := (inner + radius) / 2
	point := f.point(mid)
	best, found := title{}, false
	least := f.titles[i].least
	for w := mostTitle; w > least-7; w -= 7 {
		w := math.Max(w, least)
		t := f.titleAt(i, w)
		tw := math.Max(t.Width(), 30)
		h := f.numberH() + math.Max(draw.Height(t, f.Style.StageTitle), f.Style.StageTitle.Lead)
		if found && h > best.rect.H() {
			break
		}
		c := at(geom.Point{}, (from+to)/2+point/2/mid, mid)
		r := geom.R(c.X-tw/2, c.Y-h/2, tw, h)
		if inSegment(r, geom.Point{}, inner, radius, from, to, point, titlePad) {
			best, found = title{t, r, least}, true
		}
	}
	return best, found
}

// point is how far a segment points into the next, at the radius of its middle.
func (f *figure) point(mid float64) float64 {
	if len(f.Index.Stages) == 0 {
		return 0
	}
	from, to := f.span(0)
	return math.Min(f.Style.HeaderPoint+3, (to-from)*mid/5)
}

// leastRadius is the smallest ring in which all titles, and what is felt, have room.
func (f *figure) leastRadius() float64 {
	r := math.Max(leastR, f.thick+90)
	if len(f.feels) > 0 {
		r = math.Max(r, f.thick+f.well+2*facePad+feelingsH)
	}
	for r < mostR && !f.fitTitles(r) {
		r = math.Max(r+10, r*1.04)
	}
	return r
}

// drawBand draws the segments of the stages and, where the journey begins again, the way back.
func (f *figure) drawBand() {
	n := len(f.Index.Stages)
	c, inner, outer := f.ring.Center, f.ring.Inner, f.ring.Outer
	cycle := f.Index.Map.Cycle
	for i, s := range f.Index.Stages {
		ref := journey.RefTo(s)
		from, to := f.span(i)
		point := f.point((inner + outer) / 2)
		path := chevron(c, inner, outer, from, to, point, i > 0 || cycle, i < n-1 || cycle)
		f.Fill(ref, path, f.Hue(i))
		for k := range f.cols {
			if f.cols[k].stage == i {
				f.ring.Sectors[k].Head = path.Bounds()
			}
		}
		f.touchSegment(ref, from, to)
	}
	for i := range f.Index.Stages {
		f.drawTitle(i)
	}
	if cycle && n > 0 {
		f.returnArrow()
	}
}

// touchSegment makes a segment one that can be touched: rectangles along its middle that stay within
// it.
func (f *figure) touchSegment(ref journey.Ref, from, to float64) {
	mid := (f.ring.Inner + f.ring.Outer) / 2
	side := f.thick * 0.72
	n := int(math.Max(1, math.Floor((to-from)*mid/side*1.6)))
	for k := range n {
		p := f.ring.At(from+(float64(k)+0.5)/float64(n)*(to-from), mid)
		f.Target(ref, scene.PartBody, geom.R(p.X-side/2, p.Y-side/2, side, side))
	}
}

func (f *figure) drawTitle(i int) {
	s, t := f.Index.Stages[i], f.titles[i]
	ref := journey.RefTo(s)
	if t.text.Text == "" && t.rect.Empty() {
		return
	}
	r := t.rect.Move(f.ring.Center)
	f.Target(ref, scene.PartBody, r)
	v := f.Style.StageGoal
	number := f.SetLine(strconv.Itoa(i+1), v)
	w := number.Width()
	x := r.Center().X - w/2
	if s.Outcome != journey.OutcomeUnknown {
		x -= (outcomeSize + 4) / 2
		f.Outcome(ref, s.Outcome, geom.R(x+w+4, r.Min.Y+v.Lead/2-outcomeSize/2, outcomeSize, outcomeSize), f.Palette.OnHue, f.Hue(i))
	}
	f.Write(ref, number, v, x, r.Min.Y)
	f.centred(ref, t.text, f.Style.StageTitle, r.Center().X, r.Min.Y+f.numberH())
}

// centred writes a text with every line about x.
func (f *figure) centred(ref journey.Ref, t draw.Text, v style.Voice, x, y float64) {
	if t.Text == "" {
		return
	}
	for i, l := range t.Lines {
		f.WriteLine(ref, t, l, v, x-l.Width*v.Spec.Size/2, y+float64(i)*v.Lead+draw.Baseline(v))
	}
}

// returnArrow shows outside the band that the last stage leads back to the first.
func (f *figure) returnArrow() {
	c, r := f.ring.Center, f.ring.Outer+9
	_, first := f.span(0)
	reach := math.Min(0.4, first*0.42)
	f.Stroke(f.Map, circlePart(c, r, -reach, reach), 1.3, f.Palette.Second)
	tip := at(c, reach, r)
	head := func(turn, radius float64) geom.Point { return at(c, reach+turn/r, r+radius) }
	f.Stroke(f.Map, geom.Polyline(head(-4.6, -3.6), tip, head(-4.6, 3.6)), 1.3, f.Palette.Second)
	v := f.Style.BandLabel
	t := f.SetLine(f.Words.T("ring.again"), v)
	f.Write(f.Map, t, v, c.X-t.Width()/2, c.Y-r-4-v.Lead)
}
