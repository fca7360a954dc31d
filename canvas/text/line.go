package text

import "slices"

// piece is what one line takes of a part of a word or of a stretch of blanks.
type piece struct {
	face  *Face
	level uint8
	start int // bytes of the hard line
	end   int
	unit  int
	part  *part // nil: blanks
}

// line sets the cells from start up to end; lines are set in order. If the line ends with a soft
// hyphen, hyphenate makes that visible.
func (h *hardLine) line(start, end int, hyphenate bool) Line {
	first := h.lib.Face(h.spec.Style)
	from := h.at(start)
	for end > start && h.cells[end-1].blank {
		end--
	}
	ln := Line{Ascent: first.ascent, Descent: first.descent, Start: h.offset + from, End: h.offset + from, RTL: h.base == 1}
	if start == end {
		return ln
	}
	to := h.at(end)
	ln.End = h.offset + to
	hyphen := -1
	if hyphenate && h.cells[end-1].shy {
		hyphen = int(h.cells[end-1].off)
	}
	h.collect(from, to)
	groups := group(h.pieces)
	reorder(groups)
	ln.Runs = make([]Run, 0, len(groups))
	for _, g := range groups {
		r := h.run(g, hyphen)
		r.X = ln.Width
		ln.Width += r.Width
		ln.Ascent, ln.Descent = max(ln.Ascent, r.Face.ascent), max(ln.Descent, r.Face.descent)
		ln.Runs = append(ln.Runs, r)
	}
	return ln
}

// at returns the byte offset of a cell, or of the end.
func (h *hardLine) at(i int) int {
	if i >= len(h.cells) {
		return len(h.text)
	}
	return int(h.cells[i].off)
}

// collect fills pieces with what stands from from up to to, in logical order.
func (h *hardLine) collect(from, to int) {
	for h.next < len(h.units) && h.units[h.next].end <= from {
		h.next++
	}
	h.pieces = h.pieces[:0]
	for i := h.next; i < len(h.units) && h.units[i].start < to; i++ {
		u := &h.units[i]
		if u.word == nil {
			h.pieces = append(h.pieces, piece{u.face, u.level, max(u.start, from), min(u.end, to), i, nil})
			continue
		}
		for j := range u.word.parts {
			p := &u.word.parts[j]
			a, b := max(u.start+int(p.start), from), min(u.start+int(p.end), to)
			if a < b {
				h.pieces = append(h.pieces, piece{p.face, u.level, a, b, i, p})
			}
		}
	}
}

// group divides pieces into stretches of one face and level.
func group(pieces []piece) [][]piece {
	groups := make([][]piece, 0, 1)
	start := 0
	for i := 1; i <= len(pieces); i++ {
		if i == len(pieces) || pieces[i].face != pieces[start].face || pieces[i].level != pieces[start].level {
			groups = append(groups, pieces[start:i])
			start = i
		}
	}
	return groups
}

// reorder puts groups from logical into visual order: rule L2 of UAX #9.
func reorder(groups [][]piece) {
	var highest uint8
	lowest := uint8(maxDepth + 2)
	for _, g := range groups {
		l := g[0].level
		highest = max(highest, l)
		if l&1 == 1 {
			lowest = min(lowest, l)
		}
	}
	for l := highest; l >= lowest; l-- {
		for i := 0; i < len(groups); i++ {
			if groups[i][0].level < l {
				continue
			}
			end := i
			for end < len(groups) && groups[end][0].level >= l {
				end++
			}
			slices.Reverse(groups[i:end])
			i = end
		}
	}
}

// run sets one group. hyphen is where in the hard line a soft hyphen is to be seen, or negative.
func (h *hardLine) run(g []piece, hyphen int) Run {
	r := Run{Face: g[0].face, Text: h.text[g[0].start:g[len(g)-1].end], RTL: g[0].level&1 == 1}
	begin, n := g[0].start, 0
	for _, p := range g {
		if p.part != nil {
			n += min(len(p.part.glyphs), p.end-p.start)
		} else {
			n += p.end - p.start
		}
	}
	r.Glyphs = make([]Glyph, 0, n)
	for i := range g {
		p := g[i]
		if r.RTL {
			p = g[len(g)-1-i]
		}
		if p.part == nil {
			for j := range p.end - p.start {
				at := p.start + j
				if r.RTL {
					at = p.end - 1 - j
				}
				r.add(Glyph{ID: uint32(p.face.space), Advance: h.lib.space(p.face) + h.spec.Tracking}, at-begin)
			}
			continue
		}
		glyphs, start := p.part.glyphs, h.units[p.unit].start
		width := 0.0 // of the cluster so far
		for j, gl := range glyphs {
			width += gl.Advance
			last := j+1 == len(glyphs) || glyphs[j+1].Cluster != gl.Cluster
			at := start + gl.Cluster
			if at >= p.start && at < p.end {
				if at == hyphen {
					gl = h.hyphen(p.face)
				} else if last && width != 0 {
					gl.Advance += h.spec.Tracking
				}
				r.add(gl, at-begin)
			}
			if last {
				width = 0
			}
		}
	}
	return r
}

// add puts a glyph at the pen and moves the pen on.
func (r *Run) add(g Glyph, cluster int) {
	g.X += r.Width
	g.Cluster = cluster
	r.Glyphs = append(r.Glyphs, g)
	r.Width += g.Advance
}

// hyphen returns the glyph that stands for a soft hyphen at the end of a line; it takes no room if
// the face has none.
func (h *hardLine) hyphen(f *Face) Glyph {
	for _, r := range []rune{0x2010, '-'} {
		if g, ok := f.font.NominalGlyph(r); ok && g != 0 {
			a := f.Advance(uint32(g))
			if h.lib.pitch > 0 {
				a = h.lib.pitch
			}
			return Glyph{ID: uint32(g), Advance: a}
		}
	}
	return Glyph{ID: uint32(f.space)}
}

// faceAt returns the face of a cell.
func (h *hardLine) faceAt(i int) *Face {
	off := int(h.cells[i].off)
	n, _ := slices.BinarySearchFunc(h.units, off+1, func(u unit, at int) int { return u.end - at })
	u := &h.units[n]
	if u.word == nil {
		return u.face
	}
	for _, p := range u.word.parts {
		if off < u.start+int(p.end) {
			return p.face
		}
	}
	return h.lib.Face(h.spec.Style)
}
