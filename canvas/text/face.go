// Package text turns strings into shaped, broken lines: measured once, painted anywhere.
package text

import (
	"bytes"
	"fmt"
	"math"
	"sync"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"jejak/canvas/geom"
	"jejak/canvas/text/colr"
	"jejak/canvas/text/glyf"
)

// Face is one typeface with outlines. It is made by a Library, lives as long as it, and is safe
// for concurrent use. Faces are compared by pointer or by ID.
type Face struct {
	id              uint32
	name            string
	font            *font.Font
	upem            float64
	ascent, descent float64
	space           font.GID // 0 if the face has none
	spaceAdvance    float64
	foreign         bool // not embedded: may be damaged
	pictures        bool // a face of pictograms, whose blanks are not for text

	mu       sync.Mutex // guards metrics, which is not safe for concurrent use
	metrics  *font.Face
	outlines sync.Map // uint32 → geom.Path

	colours  *colr.Table // nil: the face is of one colour
	drawings sync.Map    // uint32 → []colr.Layer
	shapes   *glyf.Table // outlines that the font was not given; nil: it has them
}

var lastFaceID atomic.Uint32

func newFace(name string, f *font.Font) *Face {
	face := &Face{
		id:      lastFaceID.Add(1),
		name:    name,
		font:    f,
		upem:    float64(f.Upem()),
		metrics: font.NewFace(f),
	}
	if face.upem == 0 {
		face.upem = 1000
	}
	if ext, ok := face.metrics.FontHExtents(); ok {
		face.ascent, face.descent = float64(ext.Ascender)/face.upem, -float64(ext.Descender)/face.upem
	}
	if face.ascent+face.descent <= 0 {
		face.ascent, face.descent = 0.95, 0.25 // what most text faces have
	}
	if g, ok := f.NominalGlyph(' '); ok {
		face.space = g
		face.spaceAdvance = float64(face.metrics.HorizontalAdvance(g)) / face.upem
	}
	return face
}

// parseFace reads a TrueType or OpenType file that holds one face.
func parseFace(name string, file []byte) (*Face, error) {
	ld, err := ot.NewLoader(bytes.NewReader(file))
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return readFace(name, ld)
}

// readFace reads the face of ld. The parser does not stand all damaged files, and a damaged font
// must cost no more than its own glyphs: its panics are errors too.
func readFace(name string, ld *ot.Loader) (face *Face, err error) {
	defer func() {
		if r := recover(); r != nil {
			face, err = nil, fmt.Errorf("reading font %s: %v", name, r)
		}
	}()
	f, err := font.NewFont(ld)
	if err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	return newFace(name, f), nil
}

// ID returns a small number that no other face of this process has; it is never 0.
func (f *Face) ID() uint32 { return f.id }

// Name returns the name of the face in the manner of PostScript, like "Inter-Bold". No other
// face of the same library has it.
func (f *Face) Name() string { return f.name }

// Upem returns how many units of the font's own grid make one em.
func (f *Face) Upem() int { return int(f.upem) }

// Ascent returns how far the face reaches above the base line, in em.
func (f *Face) Ascent() float64 { return f.ascent }

// Descent returns how far the face reaches below the base line, in em; it is positive.
func (f *Face) Descent() float64 { return f.descent }

// Advance returns the width of a glyph in em, without kerning.
func (f *Face) Advance(glyph uint32) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return float64(f.metrics.HorizontalAdvance(font.GID(glyph))) / f.upem
}

// Outline returns the shape of a glyph in em, origin on the base line, y down. It is empty for
// blanks and for glyphs that the face has not. The path is shared and must not be changed.
func (f *Face) Outline(glyph uint32) geom.Path {
	if p, ok := f.outlines.Load(glyph); ok {
		return p.(geom.Path)
	}
	traced, err := f.trace(glyph)
	if err != nil {
		traced = geom.Path{} // a damaged glyph is not drawn
	}
	p, _ := f.outlines.LoadOrStore(glyph, traced)
	return p.(geom.Path)
}

func (f *Face) trace(glyph uint32) (p geom.Path, err error) {
	if glyph > math.MaxUint16 {
		return p, nil
	}
	if f.shapes != nil {
		return f.shapes.Outline(glyph), nil
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("tracing glyph %d of %s: %v", glyph, f.name, r)
		}
	}()
	outline, ok := f.metrics.GlyphDataOutline(uint16(glyph))
	if !ok {
		return p, nil
	}
	at := func(s ot.SegmentPoint) geom.Point {
		return geom.Pt(float64(s.X)/f.upem, -float64(s.Y)/f.upem)
	}
	open := false
	for _, s := range outline.Segments {
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if open {
				p.Close()
			}
			p.Move(at(s.Args[0]))
			open = true
		case ot.SegmentOpLineTo:
			p.Line(at(s.Args[0]))
		case ot.SegmentOpQuadTo:
			p.Quad(at(s.Args[0]), at(s.Args[1]))
		case ot.SegmentOpCubeTo:
			p.Cubic(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	if open {
		p.Close()
	}
	return p, nil
}

// has reports whether the face can draw r.
func (f *Face) has(r rune) bool {
	g, ok := f.font.NominalGlyph(r)
	return ok && g != 0
}
