package pdf

import (
	"math"
	"strconv"
	"strings"

	"jejak/canvas/paint/truetype"
	"jejak/canvas/text"
)

// subset is one font of the file: glyphs of one face, each with a code of two bytes. A glyph that
// stands for different texts has a code for each, so that every code means one text.
type subset struct {
	face    *text.Face
	name    string // in the file's resources
	info    truetype.Info
	entries []entry
}

type entry struct {
	code    int
	glyph   uint32
	text    string // what it means; empty: nothing
	advance int    // font units
}

// blank is the number of a glyph that no face has: without shape, and narrow.
const blank = math.MaxUint32

// fonts hands out codes.
type fonts struct {
	all   []*subset
	faces map[*text.Face]*faceCodes
	limit int // codes in a subset
}

// faceCodes finds the code of a glyph. Nearly every glyph means one text only: that is found
// without hashing.
type faceCodes struct {
	open   *subset
	common map[uint32]code
	others map[glyphText]code
}

type glyphText struct {
	glyph  uint32
	text   string
	narrow bool
	wider  int
}

// code is a character of a subset.
type code struct {
	font  *subset
	value int
	width int // thousandths of an em, as the file says it
	text  string
}

func newFonts() *fonts {
	return &fonts{faces: map[*text.Face]*faceCodes{}, limit: truetype.MaxGlyphs}
}

// code returns the code of a glyph that means s, new if it was not used before. A narrow one has
// no width, whatever the face says: a mark over a letter, for one. wider is what its width is to be
// more than the face says, in font units: readers take letters that stand apart for words.
func (f *fonts) code(face *text.Face, glyph uint32, s string, narrow bool, wider int) code {
	if s == "" {
		s = silent // every code has a meaning
	}
	fc := f.faces[face]
	if fc == nil {
		fc = &faceCodes{common: map[uint32]code{}, others: map[glyphText]code{}}
		f.faces[face] = fc
	}
	first, known := fc.common[glyph]
	if known && !narrow && wider == 0 && first.text == s {
		return first
	}
	if c, ok := fc.others[glyphText{glyph, s, narrow, wider}]; ok {
		return c
	}
	s = strings.Clone(s)
	c := f.add(fc, face, glyph, s, narrow, wider)
	if known || narrow || wider != 0 {
		fc.others[glyphText{glyph, s, narrow, wider}] = c
	} else {
		fc.common[glyph] = c
	}
	return c
}

func (f *fonts) add(fc *faceCodes, face *text.Face, glyph uint32, s string, narrow bool, wider int) code {
	if fc.open == nil || len(fc.open.entries) >= f.limit {
		fc.open = &subset{
			face: face,
			name: "s" + strconv.Itoa(len(f.all)),
			info: describe(face),
		}
		f.all = append(f.all, fc.open)
	}
	e := entry{code: firstCode, glyph: glyph, text: s}
	if !narrow {
		e.advance = min(fontAdvance(face.Advance(glyph))+wider, 32767)
	}
	if n := len(fc.open.entries); n > 0 {
		e.code = nextCode(fc.open.entries[n-1].code)
	}
	fc.open.entries = append(fc.open.entries, e)
	return code{font: fc.open, value: e.code, width: fileWidth(e.advance), text: s}
}

const firstCode = 2

// nextCode goes on by two, because gofpdf takes a time that grows with the cube of the length of
// a row of codes, and leaves out codes with a byte that would need a backslash in a string.
func nextCode(c int) int {
	for {
		c += 2
		hi, lo := c>>8, c&0xFF
		if special(hi) {
			c = (hi+1)<<8 - 2
			continue
		}
		if !special(lo) {
			return c
		}
	}
}

func special(b int) bool { return b == '(' || b == ')' || b == '\\' || b == '\r' }

// fontAdvance is an advance in font units.
func fontAdvance(em float64) int {
	if math.IsNaN(em) {
		return 0
	}
	return int(math.Max(0, math.Min(math.Round(em*truetype.UnitsPerEm), 32767)))
}

// fileWidth is what gofpdf writes as the width of a glyph, in thousandths of an em.
func fileWidth(advance int) int {
	return int(math.Round(1000.0 / truetype.UnitsPerEm * float64(advance)))
}

// describe reads weight and slope from the name of a face.
func describe(face *text.Face) truetype.Info {
	info := truetype.Info{Ascent: face.Ascent(), Descent: face.Descent(), Weight: 400}
	lower := strings.ToLower(face.Name())
	for _, w := range []struct {
		name   string
		weight int
	}{{"bold", 700}, {"semibold", 600}, {"medium", 500}, {"light", 300}} {
		if strings.Contains(lower, w.name) {
			info.Weight = w.weight
		}
	}
	info.Italic = strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	return info
}

// trueType writes the font of the subset.
func (s *subset) trueType() []byte {
	glyphs := make([]truetype.Glyph, len(s.entries))
	for i, e := range s.entries {
		glyphs[i] = truetype.Glyph{Code: e.code, Advance: e.advance}
		if e.glyph == blank || len(s.face.Colours(e.glyph)) > 0 {
			continue // it is painted apart, or not at all
		}
		if o := s.face.Outline(e.glyph); sound(o) {
			glyphs[i].Outline = o
		}
	}
	return truetype.Write(glyphs, s.info)
}

// characters is the string of all codes.
func (s *subset) characters() string {
	var b strings.Builder
	for _, e := range s.entries {
		b.WriteRune(rune(e.code))
	}
	return b.String()
}
