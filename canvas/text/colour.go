package text

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"slices"

	ot "github.com/go-text/typesetting/font/opentype"

	"jejak/canvas/geom"
	"jejak/canvas/text/colr"
	"jejak/canvas/text/glyf"
)

// Colours returns the shapes that make a glyph in its own colours, from the lowest to the topmost,
// in em as Outline has them. It is empty for a glyph of one colour: that is painted by its outline,
// in the colour of the text. The layers are shared and must not be changed.
func (f *Face) Colours(glyph uint32) []colr.Layer {
	if f.colours == nil {
		return nil
	}
	if d, ok := f.drawings.Load(glyph); ok {
		return d.([]colr.Layer)
	}
	var layers []colr.Layer
	if f.shapes != nil { // parts of a drawing are not asked for again
		layers = f.colours.Draw(glyph, f.shapes.Outline)
	} else {
		layers = f.colours.Draw(glyph, func(part uint32) geom.Path { return f.Outline(part) })
	}
	d, _ := f.drawings.LoadOrStore(glyph, layers)
	return d.([]colr.Layer)
}

// Coloured reports whether any glyph of the face has colours of its own.
func (f *Face) Coloured() bool { return f.colours != nil }

// Coloured reports whether the line has glyphs in colours of their own.
func (l Line) Coloured() bool {
	return slices.ContainsFunc(l.Runs, func(r Run) bool { return r.Face != nil && r.Face.Coloured() })
}

// readColoured reads the packed face of coloured pictograms. Its outlines and colours, which are
// nearly all of it, stay as they are in the file and are read glyph by glyph.
func readColoured(name string, packed []byte) (*Face, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking font %s: %w", name, err)
	}
	file, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking font %s: %w", name, err)
	}
	tables := map[string][]byte{}
	for _, tag := range []string{"COLR", "CPAL", "glyf", "loca", "head"} {
		tables[tag] = table(file, tag, tag != "head")
	}
	f, err := parseFace(name, file)
	if err != nil {
		return nil, err
	}
	if f.shapes, err = glyf.Read(tables["glyf"], tables["loca"], tables["head"]); err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	if f.colours, err = colr.Read(tables["COLR"], tables["CPAL"], f.Upem()); err != nil {
		return nil, fmt.Errorf("reading font %s: %w", name, err)
	}
	f.pictures = true
	return f, nil
}

// table returns a table of a font, nil if it has none. hide takes it out of the font's directory, so
// that nobody else reads it.
func table(file []byte, tag string, hide bool) []byte {
	const header, entry = 12, 16
	if len(file) < header {
		return nil
	}
	n := int(binary.BigEndian.Uint16(file[4:]))
	for i := range n {
		at := header + entry*i
		if at+entry > len(file) {
			return nil
		}
		if string(file[at:at+4]) != tag {
			continue
		}
		from, length := uint64(binary.BigEndian.Uint32(file[at+8:])), uint64(binary.BigEndian.Uint32(file[at+12:]))
		if from+length > uint64(len(file)) {
			return nil
		}
		if hide {
			copy(file[at:], "----")
		}
		return file[from : from+length]
	}
	return nil
}

// veil is a font file whose table of colours can be hidden. The parser of fonts would follow a
// damaged one for ever.
type veil struct {
	*os.File
	last   int64 // where was read last
	hidden int64 // 0: nothing
}

// ReadAt reads as a file does, and zeros in place of what is hidden.
func (v *veil) ReadAt(b []byte, at int64) (int, error) {
	v.last = at
	n, err := v.File.ReadAt(b, at)
	if v.hidden != 0 && at == v.hidden {
		clear(b)
	}
	return n, err
}

// colours returns the tables of colours of a font in the file, nil if it has none, and hides them.
func (v *veil) colours(ld *ot.Loader) (colours, palette []byte) {
	v.hidden = 0
	colours, err := ld.RawTable(ot.MustNewTag("COLR"))
	if err != nil {
		return nil, nil
	}
	v.hidden = v.last
	palette, err = ld.RawTable(ot.MustNewTag("CPAL"))
	if err != nil {
		return nil, nil
	}
	return colours, palette
}
