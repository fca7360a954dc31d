package text

import (
	"sync"
	"unicode/utf8"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"

	ot "github.com/go-text/typesetting/font/opentype"
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
	parts   []part
	cells   []cell
	breaks  []int32 // byte offsets inside the word where a line may end
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

// cell is what a line can be divided into: a cluster, with its width.
type cell struct {
	off     int32 // byte offset
	advance float64
	blank   bool // takes no room at the end of a line
	brk     bool // a line may begin here
}

// shaper holds what shaping needs and what only one goroutine may use at a time.
type shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*Face]*harfbuzz.Font
	runes  []rune
	bytes  []int32 // byte offset of each rune, and of the end
	seg    segmenter.Segmenter
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
	if w, ok := l.words.get(k); ok {
		return w
	}
	w := l.shape(k)
	l.words.put(k, w)
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

	w := &word{}
	items := l.items(s, k, w)
	if k.rtl {
		for i := len(items) - 1; i >= 0; i-- {
			w.parts = append(w.parts, s.part(items[i], k))
		}
	} else {
		for _, it := range items {
			w.parts = append(w.parts, s.part(it, k))
		}
	}
	if l.pitch > 0 {
		for i := range w.parts {
			w.parts[i].setPitch(l.pitch)
		}
	}
	w.cells = cells(w.parts, k.rtl)
	w.breaks = s.opportunities(k.text)
	return w
}

// item is a stretch of the runes of a word in one face and script.
type item struct {
	face       *Face
	script     language.Script
	start, end int
}

// items divides the runes of a word by face and script.
func (l *Library) items(s *shaper, k wordKey, w *word) []item {
	first := l.Face(k.style)
	whole := true
	for _, r := range s.runes {
		if r >= 0x0300 || !first.has(r) {
			whole = false
			break
		}
	}
	if whole {
		return []item{{first, language.Latin, 0, len(s.runes)}}
	}
	var items []item
	script := language.Common
	s.seg.Init(s.runes)
	for it := s.seg.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		sc := scriptOf(g.Text)
		if sc == language.Common {
			sc = script
		}
		face := l.faceFor(g.Text, first, w)
		n := len(items)
		if n > 0 && items[n-1].face == face && (items[n-1].script == sc || items[n-1].script == language.Common) {
			items[n-1].end = g.Offset + len(g.Text)
			items[n-1].script = sc
		} else {
			items = append(items, item{face, sc, g.Offset, g.Offset + len(g.Text)})
		}
		script = sc
	}
	return items
}

// scriptOf returns the first script in runes that is one of its own.
func scriptOf(runes []rune) language.Script {
	for _, r := range runes {
		if sc := language.LookupScript(r); sc.Strong() {
			return sc
		}
	}
	return language.Common
}

// faceFor returns the face that draws a grapheme; what no face has is noted in w.
func (l *Library) faceFor(g []rune, first *Face, w *word) *Face {
	for _, f := range []func() *Face{func() *Face { return first }, l.emoji} {
		if covers(f(), g) {
			return f()
		}
	}
	for _, r := range g {
		if !first.has(r) && !ignorable(r) {
			w.missing = append(w.missing, r)
		}
	}
	return first
}

func covers(f *Face, g []rune) bool {
	for _, r := range g {
		if !f.has(r) && !ignorable(r) {
			return false
		}
	}
	return true
}

// ignorable reports whether r steers the setting and is not drawn itself.
func ignorable(r rune) bool {
	switch {
	case r == 0xad, r == 0x034f, r == 0x061c, r == 0xfeff,
		r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

var noLigatures = []harfbuzz.Feature{
	{Tag: ot.MustNewTag("liga"), Value: 0, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd},
	{Tag: ot.MustNewTag("clig"), Value: 0, Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd},
}

// part shapes one item.
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
	b.Props.Direction = harfbuzz.LeftToRight
	if k.rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.Props.Script = it.script
	b.Props.Language = ""
	var features []harfbuzz.Feature
	if k.loose {
		features = noLigatures
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
func cells(parts []part, rtl bool) []cell {
	var cs []cell
	add := func(g *Glyph) {
		if n := len(cs); n > 0 && cs[n-1].off == int32(g.Cluster) {
			cs[n-1].advance += g.Advance
			return
		}
		cs = append(cs, cell{off: int32(g.Cluster), advance: g.Advance})
	}
	if rtl {
		for i := len(parts) - 1; i >= 0; i-- {
			for j := len(parts[i].glyphs) - 1; j >= 0; j-- {
				add(&parts[i].glyphs[j])
			}
		}
		return cs
	}
	for i := range parts {
		for j := range parts[i].glyphs {
			add(&parts[i].glyphs[j])
		}
	}
	return cs
}

// opportunities returns the byte offsets inside s where a line may end, by UAX #14.
func (s *shaper) opportunities(text string) []int32 {
	letters := true
	for i := 0; i < len(text); i++ {
		if c := text[i]; !(c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9') && !(i == len(text)-1 && c < utf8.RuneSelf) {
			letters = false
			break
		}
	}
	if letters {
		return nil
	}
	var offs []int32
	s.seg.InitWithString(text)
	for it := s.seg.LineIterator(); it.Next(); {
		line := it.Line()
		if end := line.Offset + len(line.Text); end < len(s.runes) {
			offs = append(offs, s.bytes[end])
		}
	}
	return offs
}
