package text

import (
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

var shapers = sync.Pool{New: func() any {
	return &shaper{buffer: harfbuzz.NewBuffer(), fonts: map[*Face]*harfbuzz.Font{}}
}}

// maxWord is the number of bytes up to which a word is kept in the cache.
const maxWord = 64

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
	defer shapers.Put(s)
	s.runes, s.bytes = s.runes[:0], s.bytes[:0]
	for i, r := range k.text {
		s.runes = append(s.runes, r)
		s.bytes = append(s.bytes, int32(i))
	}
	s.bytes = append(s.bytes, int32(len(k.text)))

	items, missing := l.items(s.runes, k.style)
	w := &word{parts: make([]part, len(items)), missing: missing, breaks: wordBreaks(k.text)}
	for i, it := range items {
		w.parts[i] = s.part(it, k)
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
func (s *shaper) part(it item, k wordKey) part {
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

	p := part{face: it.face, start: s.bytes[it.start], end: s.bytes[it.end], glyphs: make([]Glyph, len(b.Info))}
	for i := range b.Info {
		p.glyphs[i] = Glyph{
			ID:      uint32(b.Info[i].Glyph),
			X:       float64(b.Pos[i].XOffset) / it.face.upem,
			Y:       -float64(b.Pos[i].YOffset) / it.face.upem,
			Advance: float64(b.Pos[i].XAdvance) / it.face.upem,
			Cluster: int(s.bytes[b.Info[i].Cluster]),
		}
	}
	return p
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
			r, _ := utf8.DecodeRuneInString(text[g.Cluster:])
			cs = append(cs, cell{
				off: int32(g.Cluster), advance: g.Advance,
				blank: isBlank(r), shy: r == 0xad,
			})
		}
	}
	if len(cs) > 0 {
		cs[0].off = 0
	}
	return cs
}

// isBlank reports whether r is a space at which a line may end.
func isBlank(r rune) bool {
	return r == ' ' || r >= 0x2000 && r <= 0x200a && r != 0x2007 || r == 0x205f || r == 0x3000
}
