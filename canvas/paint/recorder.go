package paint

import (
	"bytes"
	"fmt"
	"math"
	"strconv"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
)

// Recorder is a Painter that writes one line of text for each mark: what is painted, where, in
// which colour. Numbers are points, rounded to 0.01. The same marks always give the same text, so
// it is what tests of scenes compare.
type Recorder struct {
	b bytes.Buffer
}

// NewRecorder returns an empty Recorder.
func NewRecorder() *Recorder { return &Recorder{} }

// String returns the lines written so far, each with its line break.
func (r *Recorder) String() string { return r.b.String() }

// Fill writes a line such as "fill #EEF2FF rect 0,0 10×20".
func (r *Recorder) Fill(f *scene.Fill) {
	if g := f.Gradient; g != nil {
		r.line("fill", fmt.Sprintf("%s@%s…%s@%s", colour(g.From), number(g.Y0), colour(g.To), number(g.Y1)), shape(f.Path))
		return
	}
	r.line("fill", colour(f.Color), shape(f.Path))
}

// Stroke writes a line such as "stroke #E4E7EC 0.75 path M 0,0 L 10,0".
func (r *Recorder) Stroke(s *scene.Stroke) {
	pen := number(s.Pen.Width)
	if len(s.Pen.Dash) > 0 {
		pen += " dash"
		for i, d := range s.Pen.Dash {
			pen += [2]string{" ", ","}[min(i, 1)] + number(d)
		}
	}
	r.line("stroke", colour(s.Color), pen, shape(s.Path))
}

// Text writes a line such as `text #1B1F2A "Awareness" at 10,20 size 12.5 width 60 Inter Bold`.
func (r *Recorder) Text(t *scene.Text) {
	var faces []string
	for _, run := range t.Line.Runs {
		name := "no face"
		if run.Face != nil {
			name = run.Face.Name()
		}
		if len(faces) == 0 || faces[len(faces)-1] != name {
			faces = append(faces, name)
		}
	}
	r.line("text", colour(t.Color), strconv.Quote(t.Text), "at", point(t.At), "size", number(t.Size),
		"width", number(t.Line.Width*t.Size), strings.Join(faces, "+"))
}

// Picture writes a line such as `picture 0,0 20×20 key … 1234 bytes "a shop"`, with "in" and a box
// at the end if it is clipped.
func (r *Recorder) Picture(p *scene.Picture) {
	words := []string{"picture", box(p.Rect), "key", string(p.Key), strconv.Itoa(len(p.Data)), "bytes", strconv.Quote(p.Alt)}
	if len(p.Clip.Verbs) > 0 {
		words = append(words, "in", box(p.Clip.Bounds()))
	}
	r.line(words...)
}

// Shadow writes a line such as "shadow #101828/0.06 0,0 20×20 corner 6 blur 4 down 1".
func (r *Recorder) Shadow(s *scene.Shadow) {
	r.line("shadow", colour(s.Color), box(s.Rect), "corner", number(s.Corner), "blur", number(s.Blur), "down", number(s.Dy))
}

func (r *Recorder) line(words ...string) {
	for i, w := range words {
		if i > 0 {
			r.b.WriteByte(' ')
		}
		r.b.WriteString(w)
	}
	r.b.WriteByte('\n')
}

// number is v to two decimals without trailing zeros; −0 is 0.
func number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	s := strconv.FormatFloat(v, 'f', 2, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	if s == "-0" {
		return "0"
	}
	return s
}

func point(p geom.Point) string { return number(p.X) + "," + number(p.Y) }

func box(r geom.Rect) string { return point(r.Min) + " " + number(r.W()) + "×" + number(r.H()) }

func colour(c scene.Color) string {
	s := fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B)
	if c.A != 1 {
		s += "/" + number(c.A)
	}
	return s
}

// shape names the common shapes and spells out the others.
func shape(p geom.Path) string {
	if r, ok := p.AsRect(); ok {
		return "rect " + box(r)
	}
	if r, radius, ok := p.AsRoundRect(); ok {
		if math.Abs(r.W()-2*radius) < 1e-6 && math.Abs(r.H()-2*radius) < 1e-6 {
			return "circle " + point(r.Center()) + " radius " + number(radius)
		}
		return "rounded " + box(r) + " corner " + number(radius)
	}
	var b strings.Builder
	b.WriteString("path")
	i := 0
	for _, v := range p.Verbs {
		b.WriteByte(' ')
		b.WriteByte("MLQCZ"[v])
		for range [...]int{1, 1, 2, 3, 0}[v] {
			b.WriteByte(' ')
			b.WriteString(point(p.Points[i]))
			i++
		}
	}
	return b.String()
}
