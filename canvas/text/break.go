package text

import "strings"

// unit is a word or a stretch of blanks of a hard line.
type unit struct {
	start, end int // bytes of the hard line
	word       *word
	rtl        bool
}

type paragraphKey struct {
	text  string
	spec  Spec
	width float64
}

// maxParagraph is the number of bytes up to which a paragraph is kept in the cache.
const maxParagraph = 4096

// Break implements Measurer.
func (l *Library) Break(s string, spec Spec, width float64) Paragraph {
	if spec.Style >= Styles {
		spec.Style = Regular
	}
	k := paragraphKey{s, spec, width}
	if len(s) <= maxParagraph {
		if p, ok := l.paragraphs.get(k); ok {
			return p
		}
	}
	p := l.set(s, spec, width)
	if len(s) <= maxParagraph {
		l.paragraphs.put(k, p)
	}
	return p
}

func (l *Library) set(s string, spec Spec, width float64) Paragraph {
	p := Paragraph{Text: Clean(s), Spec: spec}
	limit := 0.0
	if width > 0 && spec.Size > 0 {
		limit = width / spec.Size
	}
	for at := 0; ; {
		end := strings.IndexByte(p.Text[at:], '\n')
		last := end < 0
		if last {
			end = len(p.Text)
		} else {
			end += at
		}
		h := hardLine{lib: l, spec: spec, text: p.Text[at:end], offset: at}
		h.set(limit, &p)
		if last {
			return p
		}
		at = end + 1
	}
}

// hardLine is a stretch of a paragraph without "\n" while it is being set.
type hardLine struct {
	lib    *Library
	spec   Spec
	text   string
	offset int // of text in Paragraph.Text
	units  []unit
	cells  []cell
}

func (h *hardLine) set(limit float64, p *Paragraph) {
	h.divide(p)
	if len(h.cells) == 0 {
		p.Lines = append(p.Lines, h.line(0, 0))
		return
	}
	// Widths are compared with a tolerance far below what can be seen, because sums of the same
	// advances in another order differ in the last digits.
	limit += 1e-9
	start, last, width := 0, -1, 0.0
	for i := 0; i < len(h.cells); {
		c := &h.cells[i]
		if c.brk && i > start {
			last = i
		}
		if limit > 1e-9 && !c.blank && i > start && width+c.advance > limit {
			at := i
			if last > start {
				at = last
			}
			p.Lines = append(p.Lines, h.line(start, at))
			width = 0
			for j := at; j < i; j++ {
				width += h.cells[j].advance
			}
			start, last = at, -1
			continue
		}
		width += c.advance
		i++
	}
	p.Lines = append(p.Lines, h.line(start, len(h.cells)))
}

// divide fills units and cells.
func (h *hardLine) divide(p *Paragraph) {
	face := h.lib.Face(h.spec.Style)
	loose := h.spec.Tracking != 0 || h.lib.pitch > 0
	for at := 0; at < len(h.text); {
		end := at
		if h.text[at] == ' ' {
			for end < len(h.text) && h.text[end] == ' ' {
				h.cells = append(h.cells, cell{off: int32(end), advance: h.lib.space(face) + h.spec.Tracking, blank: true})
				end++
			}
			h.units = append(h.units, unit{start: at, end: end})
			at = end
			continue
		}
		if n := strings.IndexByte(h.text[at:], ' '); n >= 0 {
			end = at + n
		} else {
			end = len(h.text)
		}
		w := h.lib.word(wordKey{text: h.text[at:end], style: h.spec.Style, loose: loose})
		p.Missing = append(p.Missing, w.missing...)
		h.units = append(h.units, unit{start: at, end: end, word: w})
		breaks := w.breaks
		for i, c := range w.cells {
			c.brk = i == 0 && at > 0
			for len(breaks) > 0 && breaks[0] <= c.off {
				c.brk = c.brk || breaks[0] == c.off
				breaks = breaks[1:]
			}
			c.off += int32(at)
			c.advance += h.spec.Tracking
			h.cells = append(h.cells, c)
		}
		at = end
	}
}

// line sets the cells from start up to end.
func (h *hardLine) line(start, end int) Line {
	for end > start && h.cells[end-1].blank {
		end--
	}
	from := h.at(start)
	to := h.at(end)
	face := h.lib.Face(h.spec.Style)
	ln := Line{Ascent: face.ascent, Descent: face.descent, Start: h.offset + from, End: h.offset + to}
	if start == end {
		ln.End = ln.Start
		return ln
	}
	for _, u := range h.units {
		if u.end <= from || u.start >= to {
			continue
		}
		if u.word == nil {
			for at := max(u.start, from); at < min(u.end, to); at++ {
				r := h.run(&ln, face, at, at+1)
				r.add(Glyph{ID: uint32(face.space), Advance: h.lib.space(face) + h.spec.Tracking}, at)
			}
			continue
		}
		for i := range u.word.parts {
			pt := &u.word.parts[i]
			a, b := u.start+int(pt.start), u.start+int(pt.end)
			if b <= from || a >= to {
				continue
			}
			r := h.run(&ln, pt.face, max(a, from), min(b, to))
			for j, g := range pt.glyphs {
				at := u.start + g.Cluster
				if at < from || at >= to {
					continue
				}
				if j+1 == len(pt.glyphs) || pt.glyphs[j+1].Cluster != g.Cluster {
					g.Advance += h.spec.Tracking
				}
				r.add(g, at)
			}
		}
	}
	begin := from
	for i := range ln.Runs {
		r := &ln.Runs[i]
		r.X = ln.Width
		ln.Width += r.Width
		ln.Ascent, ln.Descent = max(ln.Ascent, r.Face.ascent), max(ln.Descent, r.Face.descent)
		for j := range r.Glyphs {
			r.Glyphs[j].Cluster -= begin
		}
		begin += len(r.Text)
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

// run returns the run that what stands in text[from:to] goes into.
func (h *hardLine) run(ln *Line, face *Face, from, to int) *Run {
	if n := len(ln.Runs); n > 0 && ln.Runs[n-1].Face == face {
		r := &ln.Runs[n-1]
		first := from - len(r.Text)
		r.Text = h.text[first:to]
		return r
	}
	ln.Runs = append(ln.Runs, Run{Face: face, Text: h.text[from:to]})
	return &ln.Runs[len(ln.Runs)-1]
}

// add puts a glyph at the pen. Its cluster is that of the last text, counted in the hard line.
func (r *Run) add(g Glyph, at int) {
	g.X += r.Width
	g.Cluster = at
	r.Glyphs = append(r.Glyphs, g)
	r.Width += g.Advance
}

// space returns the width of a space in em.
func (l *Library) space(f *Face) float64 {
	if l.pitch > 0 {
		return l.pitch
	}
	return f.spaceAdvance
}
