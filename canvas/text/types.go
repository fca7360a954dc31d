package text

import "jejak/canvas/geom"

// Style names a face of the family. Sizes are given apart, because shaping does not depend on them.
type Style uint8

// The styles that are embedded.
const (
	Regular Style = iota
	Medium
	SemiBold
	Bold
	Italic
	Styles = iota // how many there are
)

// Spec says how a text is to be set.
type Spec struct {
	Style    Style
	Size     float64 // points
	Tracking float64 // extra advance behind each cluster, in em
	Plain    bool    // pictograms in one colour, that of the text
}

// Glyph is one drawn shape of a run. All measures are in em: multiply by the run's size.
type Glyph struct {
	ID      uint32
	X, Y    float64 // origin of the glyph, from the origin of the run; y down
	Advance float64
	Cluster int // byte offset into Run.Text of the text this glyph begins
}

// Run is a stretch of one line in one face and one direction, shaped: the glyphs are in visual
// order, left to right. Text is its source in logical order, so that what is painted can be
// searched and copied.
type Run struct {
	Face   *Face
	Text   string
	Glyphs []Glyph
	X      float64 // start of the run from the start of the line, in em
	Width  float64 // em
	RTL    bool
}

// Line is one line of a paragraph, ready to paint: nobody wraps or shapes it again. It is shared
// by whoever paints and must not be changed.
type Line struct {
	Runs    []Run
	Width   float64 // em, without trailing space
	Ascent  float64 // em above the base line, positive
	Descent float64 // em below the base line, positive
	Start   int     // byte range of the line in Paragraph.Text, without trailing space
	End     int
	RTL     bool // the text reads from right to left: it stands at the right if nothing else is asked for
}

// Paragraph is a text broken into lines at a width.
type Paragraph struct {
	Text  string // the text as it was set: valid UTF-8, without control characters but "\n"
	Spec  Spec
	Lines []Line
	// Missing lists characters that no face has; a visible replacement stands for each.
	Missing []rune
}

// Width returns the width of the widest line in points.
func (p Paragraph) Width() float64 {
	w := 0.0
	for _, l := range p.Lines {
		w = max(w, l.Width)
	}
	return w * p.Spec.Size
}

// Measurer breaks text into lines. Implementations are safe for concurrent use.
type Measurer interface {
	// Break sets s in lines no wider than width points; 0 or less means one line per "\n". A word
	// that is wider than a line is broken inside. It never fails: whatever s holds, something
	// visible comes out. s == "" gives one empty line.
	Break(s string, spec Spec, width float64) Paragraph
}

// Outliner gives the shape of glyphs. *Face is one.
type Outliner interface {
	// Outline returns the shape of a glyph in em, origin on the base line, y down.
	Outline(glyph uint32) geom.Path
}
