package text

import (
	"fmt"
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
)

// wordKey names a shaped word. Size is no part of it, because shapes are in em.
type wordKey struct {
	text  string
	style Style
	rtl   bool
	loose bool // tracked out: without ligatures
	plain bool // pictograms in one colour
}

// word is a stretch without blanks, of one direction, shaped. It is shared and never changed.
type word struct {
	parts   []part // in logical order
	cells   []cell
	breaks  []int32 // byte offsets inside the word where a line may end, if plain(word)
	missing []rune
}

// part is a stretch of a word in one face.
type part struct {
	face       *Face
	start, end int32 // bytes of the word
	// glyphs are in visual order; X and Y are offsets from the pen, Cluster counts from the start
	// of the word.
	glyphs []Glyph
}

// cell is what a line can be divided into: a cluster, with its width in em.
type cell struct {
	off     int32 // byte offset
	blank   bool  // takes no room at the end of a line
	brk     bool  // a line may begin here
	shy     bool  // a soft hyphen
	advance float64
}

// shaper holds what shaping needs and what only one goroutine may use at a time.
type shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
	runes  []rune
	bytes  []int32 // byte offset of each rune, and of the end
}

// maxFonts is how many faces a shaper keeps ready; a text with more is rarely seen.
const maxFonts = 64

var shapers = sync.Pool{New: func() any { return newShaper(nil, nil) }}

func newShaper(runes []rune, bytes []int32) *shaper {
	return &shaper{buffer: harfbuzz.NewBuffer(), fonts: map[*Face]*harfbuzz.Font{}, runes: runes, bytes: bytes}
}

// maxWord is the number of bytes up to which a word is kept in the cache, and maxWords how many
// are kept.
const (
	maxWord  = 64
	maxWords = 50_000
)

func (l *Library) word(k wordKey) *word {
	if len(k.text) > maxWord {
		return l.shape(k)
	}
	w, ok := l.words.get(k)
	if !ok {
		w = l.shape(k)
		l.words.put(k, w)
	}
	return w
}

// shape shapes a word that holds at least one rune.
func (l *Library) shape(k wordKey) *word {
	s := shapers.Get().(*shaper)
	if len(s.fonts) > maxFonts {
		*s = *newShaper(s.runes, s.bytes)
	}
	defer shapers.Put(s)
	s.runes, s.bytes = s.runes[:0], s.bytes[:0]
	for i, r := range k.text {
		s.runes = append(s.runes, r)
		s.bytes = append(s.bytes, int32(i))
	}
	s.bytes = append(s.bytes, int32(len(k.text)))

	items, missing := l.items(s.runes, k.style, k.plain)
	w := &word{parts: make([]part, len(items)), missing: missing, breaks: wordBreaks(k.text)}
	for i, it := range items {
		p, err := s.part(it, k)
		if err != nil {
			// Only a damaged system font comes here: its text becomes boxes of the embedded face.
			*s = *newShaper(s.runes, s.bytes)
			it.face = l.Face(k.style)
			p, _ = s.part(it, k) // embedded faces give no error
			w.missing = append(w.missing, s.runes[it.start:it.end]...)
		}
		w.parts[i] = p
		if l.pitch > 0 {
			w.parts[i].setPitch(l.pitch)
		}
	}
	w.cells = cells(k.text, w.parts, k.rtl)
	return w
}

// loose takes ligatures apart, which would stick out of a text that is tracked.
var loose = []harfbuzz.Feature{
	{Tag: ot.MustNewTag("liga"), Value: 0, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd},
	{Tag: ot.MustNewTag("clig"), Value: 0, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd},
}

// part shapes one item of s.runes, in units of the font, so that nothing is rounded.
func (s *shaper) part(it item, k wordKey) (p part, err error) {
	if it.face.foreign {
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("shaping %q in %s: %v", k.text, it.face.name, r)
			}
		}()
	}
	f := s.fonts[it.face]
	if f == nil {
		f = harfbuzz.NewFont(font.NewFace(it.face.font))
		f.XScale, f.YScale = int32(it.face.upem), int32(it.face.upem)
		s.fonts[it.face] = f
	}
	b := s.buffer
	b.Clear()
	b.AddRunes(s.runes, it.start, it.end-it.start)
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: it.script}
	if k.rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	var features []harfbuzz.Feature
	if k.loose {
		features = loose
	}
	b.Shape(f, features)

	p = part{face: it.face, start: s.bytes[it.start], end: s.bytes[it.end], glyphs: make([]Glyph, len(b.Info))}
	for i := range b.Info {
		p.glyphs[i] = Glyph{
			ID:      uint32(b.Info[i].Glyph),
			X:       float64(b.Pos[i].XOffset) / it.face.upem,
			Y:       -float64(b.Pos[i].YOffset) / it.face.upem,
			Advance: float64(b.Pos[i].XAdvance) / it.face.upem,
			Cluster: int(s.bytes[b.Info[i].Cluster]),
		}
	}
	return p, nil
}

// setPitch gives each cluster the same width, carried by its last glyph.
func (p *part) setPitch(pitch float64) {
	for i := range p.glyphs {
		g := &p.glyphs[i]
		g.Advance = 0
		if i+1 == len(p.glyphs) || p.glyphs[i+1].Cluster != g.Cluster {
			g.Advance = pitch
		}
	}
}

// cells lists the clusters of the parts in logical order.
func cells(text string, parts []part, rtl bool) []cell {
	n := 0
	for i := range parts {
		n += len(parts[i].glyphs)
	}
	cs := make([]cell, 0, n)
	for _, p := range parts {
		if len(p.glyphs) == 0 { // a face may take glyphs away; the text stays
			cs = append(cs, cell{off: p.start})
		}
		for i := range p.glyphs {
			g := &p.glyphs[i]
			if rtl {
				g = &p.glyphs[len(p.glyphs)-1-i]
			}
			if n := len(cs); n > 0 && cs[n-1].off == int32(g.Cluster) {
				cs[n-1].advance += g.Advance
				continue
			}
			cs = append(cs, cell{off: int32(g.Cluster), advance: g.Advance})
		}
	}
	cs[0].off = 0
	end := len(text)
	for i := len(cs) - 1; i >= 0; i-- {
		r, size := utf8.DecodeRuneInString(text[cs[i].off:])
		alone := int(cs[i].off)+size == end
		cs[i].blank, cs[i].shy = alone && isBlank(r), alone && r == softHyphen
		end = int(cs[i].off)
	}
	return cs
}

const softHyphen = 0xad

// isBlank reports whether r is a space at which a line may end.
func isBlank(r rune) bool {
	return r == ' ' || r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x205f || r == 0x3000
}
