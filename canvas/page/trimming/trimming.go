// Package trimming draws what belongs to a sheet and not to the map on it: a line in its header, the
// number of a page, marks where to cut.
//
// All measures are points of the sheet (1/72 inch), origin top left, y down. There is no state but
// that of a Drawer, which belongs to one goroutine.
package trimming

import (
	"strings"

	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
)

// Drawer draws on one sheet. Style, Size and Color are those of the next line of text.
type Drawer struct {
	Scene    *scene.Scene // what was drawn so far; as large as the sheet
	Measurer text.Measurer
	Style    text.Style
	Size     float64
	Color    scene.Color
}

// New returns a drawer for a sheet of that size, with small grey letters. m must not be nil.
func New(size geom.Size, m text.Measurer) *Drawer {
	return &Drawer{
		Scene: &scene.Scene{Bounds: geom.R(0, 0, size.W, size.H)}, Measurer: m,
		Size: 7.6, Color: style.New("").Palette.Second,
	}
}

// Line writes one line from x, or up to it where right says so, cut off where it would be wider
// than room. It returns its width; 0 if there is nothing to write, or no room for it.
func (d *Drawer) Line(s string, x, base, room float64, right bool) float64 {
	if s == "" || !(room > 10) {
		return 0
	}
	p := text.Ellipsis(d.Measurer, s, text.Spec{Style: d.Style, Size: d.Size}, room, 1)
	if len(p.Lines) == 0 || len(p.Lines[0].Runs) == 0 {
		return 0
	}
	l := p.Lines[0]
	w := l.Width * d.Size
	if right {
		x -= w
	}
	d.Scene.Items = append(d.Scene.Items, scene.Item{
		Bounds: geom.R(x-2, base-1.2*d.Size, w+4, 1.7*d.Size),
		Mark:   &scene.Text{Line: l, Text: p.Text[l.Start:l.End], At: geom.Pt(x, base), Size: d.Size, Color: d.Color},
	})
	return w
}

// Stroke draws a line of that width along a path.
func (d *Drawer) Stroke(p geom.Path, width float64, c scene.Color) {
	d.Scene.Items = append(d.Scene.Items, scene.Item{Bounds: p.Bounds().Inset(-width), Mark: &scene.Stroke{Path: p, Pen: scene.Pen{Width: width}, Color: c}})
}

// Fill fills a path.
func (d *Drawer) Fill(p geom.Path, c scene.Color) {
	d.Scene.Items = append(d.Scene.Items, scene.Item{Bounds: p.Bounds(), Mark: &scene.Fill{Path: p, Color: c}})
}

// Window is what was drawn, over the whole sheet. Nothing is drawn after it.
func (d *Drawer) Window() scene.Window {
	d.Scene.Seal()
	return scene.Window{Scene: d.Scene, View: d.Scene.Bounds, Place: geom.Transform{K: 1}, Role: scene.Trimming}
}

// Said joins facts with dots between them and leaves out those that are empty.
func Said(parts ...string) string {
	var list []string
	for _, s := range parts {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " · ")
}
