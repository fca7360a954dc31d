package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/pdf/subset"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// Text paints one line: the glyphs where the layout put them, with the text they stand for.
func (p *painter) Text(m *scene.Text) {
	if !object.Finite(m.At.X, m.At.Y, m.Size) {
		p.fail("the text %q has a coordinate that is not a number", m.Text)
		return
	}
	if m.Size <= 0 || !p.fillColor(m.Color) {
		return
	}
	for i := range m.Line.Runs {
		r := &m.Line.Runs[i]
		if r.Face == nil || len(r.Glyphs) == 0 {
			continue
		}
		l := lineWriter{painter: p, run: r, size: m.Size, last: i == len(m.Line.Runs)-1}
		if i > 0 && m.Line.Runs[i-1].RTL && !r.RTL {
			// Readers count blanks and brackets behind such text as part of it, and turn them too.
			l.glyph(m, text.Glyph{ID: subset.Blank}, leftToRight)
		}
		l.write(m)
		if p.err != nil {
			return
		}
	}
	p.placeStickers(m)
}

// lineWriter writes one run. The pen is where the reader would set the next character by itself,
// in em from the start of the run; only what differs from it is said.
type lineWriter struct {
	*painter
	run   *text.Run
	size  float64
	pen   float64
	open  bool // a string is being written
	array bool // … inside an array of strings and moves
	rise  float64
	begun bool
	last  bool // of its line
	wider int  // see tracking
}

func (l *lineWriter) write(m *scene.Text) {
	ends := clusterEnds(l.run)
	glyphs := l.run.Glyphs
	l.wider = tracking(l.run)
	for i := 0; i < len(glyphs); {
		n := 1
		for i+n < len(glyphs) && glyphs[i+n].Cluster == glyphs[i].Cluster {
			n++
		}
		from, to := glyphs[i].Cluster, ends(glyphs[i].Cluster)
		s := ""
		if from >= 0 && from <= to && to <= len(l.run.Text) {
			s = l.run.Text[from:to]
		}
		l.stick(m, glyphs[i:i+n])
		l.cluster(m, seen(l.run.Face, glyphs[i:i+n]), s)
		i += n
	}
	if l.last && l.blank && !l.run.RTL {
		l.glyph(m, text.Glyph{ID: subset.Blank, X: l.run.Width}, " ")
	}
	l.endArray()
	if l.rise != 0 {
		l.buf = append(l.buf, "0 Ts\n"...)
	}
}

// tracking is how much wider than the face says the glyphs of a run stand, in font units: 0 for
// all but letters that were set apart.
func tracking(r *text.Run) int {
	const least = 0.03 // em; kerning seldom widens by more
	n := 0.0
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		if g.Advance == 0 {
			continue
		}
		d := g.Advance - r.Face.Advance(g.ID)
		if d < least {
			return 0
		}
		if n == 0 || d < n {
			n = d
		}
	}
	return subset.Advance(n)
}

// clusterEnds returns where the text of a cluster ends: where the next one begins.
func clusterEnds(r *text.Run) func(int) int {
	last := len(r.Text)
	if !r.RTL {
		i := 0
		return func(c int) int {
			for i < len(r.Glyphs) && r.Glyphs[i].Cluster <= c {
				i++
			}
			if i < len(r.Glyphs) {
				return r.Glyphs[i].Cluster
			}
			return last
		}
	}
	// Glyphs stand in visual order: the text of a cluster ends where the one before it began.
	end, cur := last, -1
	return func(c int) int {
		if cur >= 0 && c != cur {
			end = cur
		}
		cur = c
		return end
	}
}

// seen leaves out the glyphs that have neither shape nor width: what asked for a variant of a
// pictogram, or joined two. One is left in any case.
func seen(face *text.Face, glyphs []text.Glyph) []text.Glyph {
	hidden := func(g text.Glyph) bool { return g.Advance == 0 && len(face.Outline(g.ID).Verbs) == 0 }
	if len(glyphs) < 2 || !slices.ContainsFunc(glyphs, hidden) {
		return glyphs
	}
	if kept := slices.DeleteFunc(slices.Clone(glyphs), hidden); len(kept) > 0 {
		return kept
	}
	return glyphs[:1]
}

// cluster writes the glyphs that stand for s. When it takes several, or when they can not hold
// all of s, the text is said in so many words.
func (l *lineWriter) cluster(m *scene.Text, glyphs []text.Glyph, s string) {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	if strings.ContainsAny(s, "\uFEFF\uFFFE\uFFFF") { // archives may not hold them; two are no characters
		s = strings.NewReplacer("\uFEFF", "\u2060", "\uFFFE", "\uFFFD", "\uFFFF", "\uFFFD").Replace(s)
	}
	if l.run.RTL && (len(glyphs) > 1 || utf8.RuneCountInString(s) > 1) {
		l.backward(m, glyphs, s)
		return
	}
	meaning := cut(s, maxMeaning)
	if len(glyphs) == 1 && meaning == s {
		l.glyph(m, glyphs[0], s)
		return
	}
	l.say(m, s)
	if glyphs[0].Y != 0 { // what is said off the base line is taken for a line of its own
		l.glyph(m, text.Glyph{ID: subset.Blank, X: glyphs[0].X}, meaning)
		meaning = subset.Silent
	}
	for _, g := range glyphs {
		l.glyph(m, g, meaning)
		meaning = subset.Silent
	}
	// Readers take the end of the last glyph for that of the text; a mark ends before its letter.
	end := 0.0
	for _, g := range glyphs {
		end = max(end, g.X+g.Advance)
	}
	if l.pen < end-0.01 {
		l.glyph(m, text.Glyph{ID: subset.Blank, X: end}, subset.Silent)
	}
	l.endSay()
}

// backward writes a cluster that is read from right to left. Readers turn such text round
// character by character, also within one glyph. So the shapes of marks keep silent, and every
// letter is said by a character of its own, without width or shape for all but the first.
func (l *lineWriter) backward(m *scene.Text, glyphs []text.Glyph, s string) {
	last := len(glyphs) - 1
	if last > 0 {
		l.say(m, "")
		for _, g := range glyphs[:last] {
			l.glyph(m, g, subset.Silent)
		}
		l.endSay()
	}
	base := glyphs[last]
	for {
		_, n := utf8.DecodeLastRuneInString(s)
		if n >= len(s) {
			break
		}
		l.glyph(m, text.Glyph{ID: subset.Blank, X: base.X}, s[len(s)-n:])
		s = s[:len(s)-n]
	}
	l.glyph(m, base, s)
}

// leftToRight is a mark that is not seen: here text goes on from left to right.
const leftToRight = "\u200E"

// say begins a stretch that means s, whatever its glyphs mean by themselves.
func (l *lineWriter) say(m *scene.Text, s string) {
	l.endArray()
	l.startText(m)
	l.buf = append(l.buf, "/Span<</ActualText<FEFF"...)
	for _, u := range utf16.Encode([]rune(s)) {
		l.buf = appendHex16(l.buf, u)
	}
	l.buf = append(l.buf, ">>>BDC\n"...)
}

func (l *lineWriter) endSay() {
	l.endArray()
	l.op("EMC")
}

// maxMeaning is how many units of UTF-16 a code can stand for; some readers refuse more.
const maxMeaning = 8

// cut returns the start of s that has at most n units of UTF-16.
func cut(s string, n int) string {
	for i, r := range s {
		if n -= utf16.RuneLen(r); n < 0 {
			return s[:i]
		}
	}
	return s
}

// startText puts the text object at the start of the run.
func (l *lineWriter) startText(m *scene.Text) {
	if l.begun {
		return
	}
	l.begun = true
	l.beginText()
	l.buf = append(l.buf, "1 0 0 -1 "...)
	l.num(m.At.X+l.run.X*m.Size, l.decimals)
	l.num(m.At.Y, l.decimals)
	l.op("Tm")
}

func (l *lineWriter) glyph(m *scene.Text, g text.Glyph, meaning string) {
	if !object.Finite(g.X, g.Y) {
		l.fail("the text %q has a glyph whose place is not a number", m.Text)
		return
	}
	c := l.fonts.Code(l.run.Face, g.ID, meaning, g.Advance == 0, l.wider)
	if c.Font != l.state.font || l.size != l.state.size {
		l.endArray()
		l.beginText()
		l.name(c.Font.Name)
		l.num(l.size, 3)
		l.op("Tf")
		l.state.font, l.state.size = c.Font, l.size
	}
	if rise := math.Round(-g.Y*1000) / 1000; rise != l.rise {
		l.endArray()
		l.startText(m)
		l.num(rise*l.size, 3)
		l.op("Ts")
		l.rise = rise
	}
	l.startText(m)
	if !l.array {
		l.array = true
		l.buf = append(l.buf, '[')
	}
	// A thousandth of an em can not be seen; corrections smaller than two are put off.
	if d := math.Round((l.pen - g.X) * 1000); math.Abs(d) >= 2 {
		l.endString()
		l.num(d, 0)
		l.buf = l.buf[:len(l.buf)-1]
		l.pen -= d / 1000
	}
	if !l.open {
		l.buf = append(l.buf, '(')
		l.open = true
	}
	l.buf = append(l.buf, byte(c.Value>>8), byte(c.Value))
	l.pen += float64(c.Width) / 1000
}

func (l *lineWriter) endString() {
	if l.open {
		l.buf = append(l.buf, ')')
		l.open = false
	}
}

func (l *lineWriter) endArray() {
	l.endString()
	if l.array {
		l.buf = append(l.buf, "]TJ\n"...)
		l.array = false
	}
}

func appendHex16(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}
