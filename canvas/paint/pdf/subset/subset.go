// Package subset makes the fonts of a PDF file: of each face only the glyphs that are used, each with
// a code that says which text it stands for.
package subset

import (
	"math"
	"strconv"
	"strings"

	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/paint/truetype"
	"jejak/canvas/text"
)

// Font is one font of the file: glyphs of one face, each with a code of two bytes. A glyph that
// stands for different texts has a code for each, so that every code means one text.
type Font struct {
	face    *text.Face
	Name    string // in the file's resources
	info    truetype.Info
	entries []entry
}

type entry struct {
	code    int
	glyph   uint32
	text    string // what it means; empty: nothing
	advance int    // font units
}

// Blank is the number of a glyph that no face has: without shape, and narrow.
const Blank = math.MaxUint32

// Silent is what a shape means whose text is said elsewhere, to readers that do not listen there.
const Silent = "\u200B"

// Fonts hands out the codes of a file. It belongs to one goroutine.
type Fonts struct {
	All   []*Font // in the order in which they were begun
	faces map[*text.Face]*faceCodes
	limit int // codes in a subset
}

// faceCodes finds the code of a glyph. Nearly every glyph means one text only: that is found
// without hashing.
type faceCodes struct {
	open   *Font
	common map[uint32]Code
	others map[glyphText]Code
}

type glyphText struct {
	glyph  uint32
	text   string
	narrow bool
	wider  int
}

// Code is a character of a font.
type Code struct {
	Font  *Font
	Value int // two bytes, neither of which needs a backslash in a string
	Width int // thousandths of an em, as the file says it
	text  string
}

// New returns fonts without any code.
func New() *Fonts {
	return &Fonts{faces: map[*text.Face]*faceCodes{}, limit: truetype.MaxGlyphs}
}

// Code returns the code of a glyph that means s, new if it was not used before. A narrow one has
// no width, whatever the face says: a mark over a letter, for one. wider is what its width is to be
// more than the face says, in font units: readers take letters that stand apart for words.
// Advance tells them.
func (f *Fonts) Code(face *text.Face, glyph uint32, s string, narrow bool, wider int) Code {
	if s == "" {
		s = Silent // every code has a meaning
	}
	fc := f.faces[face]
	if fc == nil {
		fc = &faceCodes{common: map[uint32]Code{}, others: map[glyphText]Code{}}
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

func (f *Fonts) add(fc *faceCodes, face *text.Face, glyph uint32, s string, narrow bool, wider int) Code {
	if fc.open == nil || len(fc.open.entries) >= f.limit {
		fc.open = &Font{
			face: face,
			Name: "s" + strconv.Itoa(len(f.All)),
			info: describe(face),
		}
		f.All = append(f.All, fc.open)
	}
	e := entry{code: firstCode, glyph: glyph, text: s}
	if !narrow {
		e.advance = min(Advance(face.Advance(glyph))+wider, 32767)
	}
	if n := len(fc.open.entries); n > 0 {
		e.code = nextCode(fc.open.entries[n-1].code)
	}
	fc.open.entries = append(fc.open.entries, e)
	return Code{Font: fc.open, Value: e.code, Width: fileWidth(e.advance), text: s}
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

// Advance is an advance in font units, of one in em. What is not a number has none.
func Advance(em float64) int {
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

// TrueType writes the font as a file of its own.
func (s *Font) TrueType() []byte {
	glyphs := make([]truetype.Glyph, len(s.entries))
	for i, e := range s.entries {
		glyphs[i] = truetype.Glyph{Code: e.code, Advance: e.advance}
		if e.glyph == Blank || len(s.face.Colours(e.glyph)) > 0 {
			continue // it is painted apart, or not at all
		}
		if o := s.face.Outline(e.glyph); object.Sound(o) {
			glyphs[i].Outline = o
		}
	}
	return truetype.Write(glyphs, s.info)
}

// Characters is the string of all codes.
func (s *Font) Characters() string {
	var b strings.Builder
	for _, e := range s.entries {
		b.WriteRune(rune(e.code))
	}
	return b.String()
}
