package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/drawing"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/canvas/text/colr"
)

// sticker is a glyph in its own colours, a form of the file. Its text is said by a glyph without
// shape at the same place.
type sticker struct {
	name  string
	group bool // it fades as a whole
	form  *drawing.Form
}

type stickerKey struct {
	face, glyph uint32
	group       bool
}

// stickers are those of the file, each once.
type stickers struct {
	all     []sticker
	names   map[stickerKey]string
	pending []stuck // of the line being painted
}

// stuck is where a sticker is to be put.
type stuck struct {
	name string
	at   geom.Point
}

func newStickers() *stickers { return &stickers{names: map[stickerKey]string{}} }

// name returns the name of the form of a glyph.
func (s *stickers) name(face *text.Face, glyph uint32, layers []colr.Layer, group bool) string {
	key := stickerKey{face.ID(), glyph, group}
	name, ok := s.names[key]
	if !ok {
		name = "E" + strconv.Itoa(len(s.all))
		s.names[key] = name
		s.all = append(s.all, sticker{name, group, drawing.New(layers)})
	}
	return name
}

// stick notes the coloured glyphs of a cluster, to be painted when the line is written.
func (l *lineWriter) stick(m *scene.Text, glyphs []text.Glyph) {
	for _, g := range glyphs {
		layers := l.run.Face.Colours(g.ID)
		if len(layers) == 0 || !object.Finite(g.X, g.Y) {
			continue
		}
		at := m.At.Add(geom.Pt(l.run.X+g.X, g.Y).Mul(m.Size))
		l.stickers.pending = append(l.stickers.pending, stuck{
			l.stickers.name(l.run.Face, g.ID, layers, m.Color.A < 0.9995), at,
		})
	}
}

// placeStickers paints the coloured glyphs of a line.
func (p *painter) placeStickers(m *scene.Text) {
	for _, s := range p.stickers.pending {
		p.save()
		p.matrix(m.Size/drawing.Units, m.Size/drawing.Units, s.at)
		p.name(s.name)
		p.op("Do")
		p.restore()
	}
	p.stickers.pending = p.stickers.pending[:0]
}

// stickers adds the forms of coloured glyphs.
func (f *finisher) stickers(all []sticker) error {
	if len(all) == 0 {
		return nil
	}
	var names strings.Builder
	for _, s := range all {
		resources := s.form.Resources(f.Add, f.AddStream)
		c := newContent()
		c.at(s.form.Box.Min)
		c.at(s.form.Box.Max)
		group := ""
		if s.group {
			group = "/Group<</S/Transparency>>"
		}
		n := f.AddStream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[%s]/Resources%s%s", c.buf, resources, group), s.form.Ops)
		fmt.Fprintf(&names, "/%s %d 0 R\n", s.name, n)
	}
	return f.Replace(resourcesObject, "/XObject <<\n", "/XObject <<\n"+names.String())
}
