package text

import (
	"slices"
	"strings"
)

type paragraphKey struct {
	text  string
	spec  Spec
	width float64
}

// maxParagraph is the number of bytes up to which a paragraph is kept in the cache, and
// maxParagraphs how many bytes all together have. A byte of text takes about 60 bytes when set.
const (
	maxParagraph  = 4096
	maxParagraphs = 1 << 20
)

func newParagraphs() *cache[paragraphKey, Paragraph] {
	return newCache[paragraphKey, Paragraph](maxParagraphs, func(k paragraphKey) int { return len(k.text) + 32 })
}

// Break implements Measurer. Results are cached and shared: they must not be changed.
func (l *Library) Break(s string, spec Spec, width float64) Paragraph {
	if spec.Style >= Styles {
		spec.Style = Regular
	}
	if len(s) > maxParagraph {
		return l.set(s, spec, width)
	}
	k := paragraphKey{s, spec, width}
	p, ok := l.paragraphs.get(k)
	if !ok {
		p = l.set(s, spec, width)
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
	base   uint8
	units  []unit
	cells  []cell
	next   int     // the first unit that is not wholly in a line yet
	pieces []piece // of the line at work
}

// unit is a word, or a stretch of blanks, of one level.
type unit struct {
	start, end int // bytes of the hard line
	level      uint8
	word       *word // nil: blanks
	face       *Face // of blanks
}

// set divides the text and puts as much as has room in each line. It looks at every cell once,
// and once more after each break.
func (h *hardLine) set(limit float64, p *Paragraph) {
	h.divide(p)
	bounded := limit > 0
	// Sums of the same advances in another order differ in the last digits; this is far below
	// what can be seen.
	limit += 1e-9
	start, last, width := 0, -1, 0.0
	for i := 0; i < len(h.cells) && bounded; {
		c := &h.cells[i]
		if c.brk && i > start && (!h.cells[i-1].shy || width+h.hyphen(h.faceAt(i-1)).Advance <= limit) {
			last = i
		}
		if c.blank || i == start || width+c.advance <= limit {
			width += c.advance
			i++
			continue
		}
		at := i
		if last > start {
			at = last
		}
		p.Lines = append(p.Lines, h.line(start, at, at == last))
		width = 0
		for _, c := range h.cells[at:i] {
			width += c.advance
		}
		start, last = at, -1
	}
	p.Lines = append(p.Lines, h.line(start, len(h.cells), false))
}

// divide fills units and cells.
func (h *hardLine) divide(p *Paragraph) {
	first := h.lib.Face(h.spec.Style)
	var lv []uint8 // of each byte; nil: all 0
	if needsBidi(h.text) {
		lv = h.levels()
	}
	blankFace := first
	h.cells = make([]cell, 0, len(h.text))
	h.units = make([]unit, 0, 2*strings.Count(h.text, " ")+1)
	for at := 0; at < len(h.text); {
		end := h.unitEnd(at, lv)
		u := unit{start: at, end: end}
		if lv != nil {
			u.level = lv[at]
		}
		if h.text[at] == ' ' {
			u.face = blankFace
			for ; at < end; at++ {
				h.cells = append(h.cells, cell{off: int32(at), advance: h.lib.space(u.face) + h.spec.Tracking, blank: true})
			}
		} else {
			u.word = h.lib.word(wordKey{
				text: h.text[at:end], style: h.spec.Style, rtl: u.level&1 == 1, loose: h.spec.Tracking != 0, plain: h.spec.Plain,
			})
			for _, r := range u.word.missing {
				if !slices.Contains(p.Missing, r) {
					p.Missing = append(p.Missing, r)
				}
			}
			for _, c := range u.word.cells {
				c.off += int32(at)
				if c.advance != 0 {
					c.advance += h.spec.Tracking
				}
				h.cells = append(h.cells, c)
			}
			blankFace = first
			if f := u.word.parts[len(u.word.parts)-1].face; f.space != 0 && !f.pictures {
				blankFace = f
			}
			at = end
		}
		h.units = append(h.units, u)
	}
	h.markBreaks()
}

// unitEnd returns where the unit that begins at ends.
func (h *hardLine) unitEnd(at int, lv []uint8) int {
	blank := h.text[at] == ' '
	end := at + 1
	for end < len(h.text) && (h.text[end] == ' ') == blank && (lv == nil || lv[end] == lv[at]) && end-at <= longWord {
		end++
	}
	if blank || end-at <= longWord {
		return end
	}
	return at + cut(h.text[at:end])
}

// levels returns the level of every byte.
func (h *hardLine) levels() []uint8 {
	runes, base := levels([]rune(h.text))
	h.base = base
	lv := make([]uint8, len(h.text))
	n := 0
	for i := range h.text {
		lv[i] = runes[n]
		n++
	}
	for i := 1; i < len(lv); i++ {
		if h.text[i]&0xc0 == 0x80 {
			lv[i] = lv[i-1]
		}
	}
	return lv
}

// space returns the width of a space in em.
func (l *Library) space(f *Face) float64 {
	if l.pitch > 0 {
		return l.pitch
	}
	return f.spaceAdvance
}
