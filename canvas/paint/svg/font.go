package svg

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"jejak/canvas/geom"
	"jejak/canvas/paint/markup"
	"jejak/canvas/paint/truetype"
	"jejak/canvas/scene"
	"jejak/canvas/text"
)

// font is what of a face is put into the file: a glyph for every character it is used for.
type font struct {
	face   *text.Face
	name   string
	glyphs map[rune]uint32
}

// fontOf returns the font of a run, with the run's characters in it; nil if the run can not be
// said with one glyph for each character, as ligatures, joined letters and marks can not.
func (d *document) fontOf(r *text.Run) *font {
	f := d.fonts[r.Face.ID()]
	next := map[rune]uint32{}
	end := 0
	for _, g := range r.Glyphs {
		if g.Cluster != end || g.Y != 0 || g.ID == 0 {
			return nil
		}
		c, n := utf8.DecodeRuneInString(r.Text[g.Cluster:])
		end += n
		if c == utf8.RuneError || c >= 0xFFFF || c < ' ' {
			return nil
		}
		known, ok := next[c]
		if !ok && f != nil {
			known, ok = f.glyphs[c]
		}
		if ok && known != g.ID {
			return nil
		}
		next[c] = g.ID
	}
	if end != len(r.Text) || r.RTL {
		return nil
	}
	if f == nil {
		f = &font{face: r.Face, name: fmt.Sprintf("f%d", len(d.fontList)+1), glyphs: map[rune]uint32{}}
		d.fonts[r.Face.ID()] = f
		d.fontList = append(d.fontList, f)
	}
	for c, g := range next {
		f.glyphs[c] = g
	}
	return f
}

// textRun writes a run as text, every character where the layout put it.
func (d *document) textRun(t *scene.Text, r *text.Run, f *font) {
	var xs strings.Builder
	for i, g := range r.Glyphs {
		if i > 0 {
			xs.WriteByte(' ')
		}
		xs.WriteString(num(t.At.X + (r.X+g.X)*t.Size))
	}
	fmt.Fprintf(&d.body, "<text font-family=\"%s,Inter,sans-serif\" font-size=\"%s\" x=\"%s\" y=\"%s\"%s xml:space=\"preserve\">%s</text>\n",
		f.name, num(t.Size), xs.String(), num(t.At.Y), paint("fill", t.Color), markup.Escape(r.Text))
}

// style embeds the fonts.
func (d *document) style() string {
	if len(d.fontList) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("<style>\n")
	for _, f := range d.fontList {
		var runes []rune
		for c := range f.glyphs {
			runes = append(runes, c)
		}
		slices.Sort(runes)
		var glyphs []truetype.Glyph
		for _, c := range runes[:min(len(runes), truetype.MaxGlyphs)] {
			id := f.glyphs[c]
			outline := f.face.Outline(id)
			if !saneRect(outline.Bounds()) {
				outline = geom.Path{}
			}
			glyphs = append(glyphs, truetype.Glyph{Code: int(c), Outline: outline, Advance: int(max(0, min(f.face.Advance(id)*truetype.UnitsPerEm, 32767)))})
		}
		data := truetype.Write(glyphs, truetype.Info{Ascent: f.face.Ascent(), Descent: f.face.Descent(), Weight: 400})
		fmt.Fprintf(&b, "@font-face{font-family:%s;src:url(data:font/ttf;base64,%s)}\n", f.name, base64.StdEncoding.EncodeToString(data))
	}
	b.WriteString("</style>\n")
	return b.String()
}
