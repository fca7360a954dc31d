// Package svg writes a page as an SVG file that looks the same everywhere: text stands as
// outlines, or as text with the font it needs in the file.
package svg

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"math"
	"strings"

	"jejak/canvas/geom"
	canvas "jejak/canvas/paint"
	"jejak/canvas/paint/markup"
	"jejak/canvas/scene"
)

// glyphDigits is the precision of glyph outlines, which are kept in thousandths of an em.
const glyphDigits = 1

// Options says how a page is written.
type Options struct {
	// Text keeps text as text that can be searched and changed, with its fonts in the file. What
	// takes more than a glyph for each character (joined letters, marks, text from right to left)
	// stands as outlines all the same. Programs that know no fonts in files show another one.
	Text bool
	// Clear leaves out the white ground.
	Clear bool
}

// Write writes page as one SVG document, in points, with outlines in the place of text. The same
// page always gives the same bytes. Marks with coordinates that are not finite are left out. The
// errors are those of w.
func Write(w io.Writer, page scene.Page) error { return WriteWith(w, page, Options{}) }

// WriteWith is Write with a choice.
func WriteWith(w io.Writer, page scene.Page, o Options) error {
	d := &document{Options: o, glyphs: map[glyphID]int{}, fonts: map[uint32]*font{}}
	for _, w := range page.Windows() {
		d.window(w)
	}
	b := bufio.NewWriter(w)
	d.write(b, page)
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing SVG: %w", err)
	}
	return nil
}

type glyphID struct {
	face, glyph uint32
}

// document gathers definitions and body while the scene is painted into it.
type document struct {
	Options
	fonts      map[uint32]*font // by the ID of the face
	fontList   []*font
	defs, body strings.Builder
	glyphs     map[glyphID]int // number of the definition; 0: a glyph without outline
	lastGlyph  int
	stickers   map[glyphID]int // the same of glyphs in colours of their own
	gradients  int
	windows    int
	clips      int
	blurs      map[string]int
}

func (d *document) write(b *bufio.Writer, page scene.Page) {
	w, h := page.Size.W, page.Size.H
	if !sane(w, h) || w < 0 || h < 0 {
		w, h = 0, 0
	}
	title, alt := page.Label, describe(page)
	for _, win := range page.Windows() {
		if title == "" {
			title = win.Scene.Title
		}
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%spt" height="%spt" viewBox="0 0 %s %s" role="img" aria-labelledby="title desc">`+"\n",
		num(w), num(h), num(w), num(h))
	fmt.Fprintf(b, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n", markup.Escape(title), markup.Escape(alt))
	b.WriteString("<defs>\n")
	b.WriteString(d.style())
	b.WriteString(d.defs.String())
	b.WriteString("</defs>\n")
	if !d.Clear {
		fmt.Fprintf(b, "<rect width=\"%s\" height=\"%s\" fill=\"#fff\"/>\n", num(w), num(h))
	}
	b.WriteString(d.body.String())
	b.WriteString("</svg>\n")
}

// window writes a part of a scene, clipped to what is shown of it.
func (d *document) window(w scene.Window) {
	view := w.Place.ApplyRect(w.View)
	if !saneRect(view) || !sane(w.Place.K, w.Place.D.X, w.Place.D.Y) {
		return
	}
	d.windows++
	fmt.Fprintf(&d.defs, "<clipPath id=\"v%d\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>\n",
		d.windows, num(view.Min.X), num(view.Min.Y), num(max(0, view.W())), num(max(0, view.H())))
	fmt.Fprintf(&d.body, "<g clip-path=\"url(#v%d)\">\n", d.windows)
	fmt.Fprintf(&d.body, "<g transform=\"translate(%s %s) scale(%s)\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n",
		num(w.Place.D.X), num(w.Place.D.Y), trimmed(w.Place.K, 6))
	canvas.Scene(w.Scene, w.View, d)
	d.body.WriteString("</g>\n</g>\n")
}

// describe is what a reader hears who can not see the map: all its text in painting order.
func describe(page scene.Page) string {
	var b strings.Builder
	for _, w := range page.Windows() {
		w.Scene.Visible(w.View, func(it *scene.Item) {
			if t, ok := it.Mark.(*scene.Text); ok && t.Text != "" {
				if b.Len() > 0 {
					b.WriteByte('\n')
				}
				b.WriteString(t.Text)
			}
		})
	}
	return b.String()
}

// Fill writes a path, or a rect where it is one.
func (d *document) Fill(f *scene.Fill) {
	if !saneRect(f.Path.Bounds()) || len(f.Path.Verbs) == 0 {
		return
	}
	if g := f.Gradient; g != nil {
		if !sane(g.Y0, g.Y1) {
			return
		}
		d.gradients++
		fmt.Fprintf(&d.defs, "<linearGradient id=\"b%d\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" x2=\"0\" y1=\"%s\" y2=\"%s\"><stop%s/><stop offset=\"1\"%s/></linearGradient>\n",
			d.gradients, num(g.Y0), num(g.Y1), paint("stop", g.From), paint("stop", g.To))
		d.shape(f.Path, fmt.Sprintf(` fill="url(#b%d)"`, d.gradients))
		return
	}
	d.shape(f.Path, paint("fill", f.Color))
}

// Stroke writes a path with a pen.
func (d *document) Stroke(s *scene.Stroke) {
	if !saneRect(s.Path.Bounds()) || len(s.Path.Verbs) == 0 || !sane(s.Pen.Width) || s.Pen.Width <= 0 {
		return
	}
	attr := ` fill="none"` + paint("stroke", s.Color)
	if s.Pen.Width != 1 {
		attr += ` stroke-width="` + num(s.Pen.Width) + `"`
	}
	if len(s.Pen.Dash) > 0 && sane(s.Pen.Dash...) {
		parts := make([]string, len(s.Pen.Dash))
		for i, v := range s.Pen.Dash {
			parts[i] = num(max(0, v))
		}
		attr += ` stroke-dasharray="` + strings.Join(parts, " ") + `"`
	}
	d.shape(s.Path, attr)
}

func (d *document) shape(p geom.Path, attr string) {
	if r, ok := p.AsRect(); ok {
		fmt.Fprintf(&d.body, "<rect%s%s/>\n", rect(r), attr)
		return
	}
	if r, radius, ok := p.AsRoundRect(); ok {
		fmt.Fprintf(&d.body, "<rect%s rx=\"%s\"%s/>\n", rect(r), num(radius), attr)
		return
	}
	fmt.Fprintf(&d.body, "<path d=\"%s\"%s/>\n", data(p, 2), attr)
}

func rect(r geom.Rect) string {
	return fmt.Sprintf(` x="%s" y="%s" width="%s" height="%s"`, num(r.Min.X), num(r.Min.Y), num(r.W()), num(r.H()))
}

// Text writes a line as uses of glyph outlines, or as text where that is wanted and can be.
func (d *document) Text(t *scene.Text) {
	if !sane(t.At.X, t.At.Y, t.Size) || t.Size <= 0 || !(t.Color.A > 0) {
		return
	}
	var uses strings.Builder
	outlined := "" // the text that stands as outlines
	for i := range t.Line.Runs {
		run := &t.Line.Runs[i]
		if run.Face == nil {
			continue
		}
		if d.Options.Text && sane(run.X) && !run.Face.Coloured() {
			if f := d.fontOf(run); f != nil {
				d.textRun(t, run, f)
				continue
			}
		}
		outlined += run.Text
		for _, g := range run.Glyphs {
			id := glyphID{run.Face.ID(), g.ID}
			x, y := 1000*(run.X+g.X), 1000*g.Y
			kind, n := "g", 0
			if layers := run.Face.Colours(g.ID); len(layers) > 0 {
				kind, n = "e", d.coloured(id, layers)
			} else if known, ok := d.glyphs[id]; ok {
				n = known
			} else {
				n = d.define(run.Face.Outline(g.ID))
				d.glyphs[id] = n
			}
			if n == 0 || !sane(x, y) {
				continue
			}
			fmt.Fprintf(&uses, `<use xlink:href="#%s%d"`, kind, n)
			if a := num(t.Color.A); kind == "e" && t.Color.A < 1 {
				fmt.Fprintf(&uses, ` opacity="%s"`, a)
			}
			if s := trimmed(x, 0); s != "0" {
				fmt.Fprintf(&uses, ` x="%s"`, s)
			}
			if s := trimmed(y, 0); s != "0" {
				fmt.Fprintf(&uses, ` y="%s"`, s)
			}
			uses.WriteString("/>")
		}
	}
	if uses.Len() == 0 {
		return
	}
	fmt.Fprintf(&d.body, "<g transform=\"translate(%s %s) scale(%s)\"%s", num(t.At.X), num(t.At.Y), trimmed(t.Size/1000, 6), paint("fill", t.Color))
	if !d.Options.Text {
		outlined = t.Text
	}
	if outlined != "" {
		fmt.Fprintf(&d.body, ` aria-label="%s"`, markup.Escape(outlined))
	}
	fmt.Fprintf(&d.body, ">%s</g>\n", uses.String())
}

// define writes an outline in thousandths of an em and returns its number, 0 if there is nothing
// to draw. Numbers go by first use, so that they do not depend on the order in which faces came up.
func (d *document) define(p geom.Path) int {
	p = p.Transform(geom.Transform{K: 1000})
	if len(p.Verbs) == 0 || !saneRect(p.Bounds()) {
		return 0
	}
	d.lastGlyph++
	fmt.Fprintf(&d.defs, "<path id=\"g%d\" d=\"%s\"/>\n", d.lastGlyph, data(p, glyphDigits))
	return d.lastGlyph
}

// Picture writes the picture as it stands in the project, or a crossed box.
func (d *document) Picture(p *scene.Picture) {
	if !saneRect(p.Rect) || p.Rect.Empty() {
		return
	}
	format, _, err := canvas.PictureFormat(p.Data)
	if err != nil {
		for _, m := range canvas.Broken(p.Seen()) {
			canvas.Mark(m, d)
		}
		return
	}
	fmt.Fprintf(&d.body, "<image%s preserveAspectRatio=\"none\" xlink:href=\"data:image/%s;base64,%s\"", rect(p.Rect), format, base64.StdEncoding.EncodeToString(p.Data))
	if len(p.Clip.Verbs) > 0 && saneRect(p.Clip.Bounds()) {
		d.clips++
		fmt.Fprintf(&d.defs, "<clipPath id=\"c%d\"><path d=\"%s\"/></clipPath>\n", d.clips, data(p.Clip, 2))
		fmt.Fprintf(&d.body, " clip-path=\"url(#c%d)\"", d.clips)
	}
	if p.Alt != "" {
		fmt.Fprintf(&d.body, " aria-label=\"%s\"", markup.Escape(p.Alt))
	}
	d.body.WriteString("/>\n")
}

// Shadow writes a blurred rectangle.
func (d *document) Shadow(s *scene.Shadow) {
	r := s.Rect.Move(geom.Pt(0, s.Dy))
	if !saneRect(r) || !sane(s.Corner, s.Blur) || r.Empty() {
		return
	}
	attr := paint("fill", s.Color)
	if s.Corner > 0 {
		attr = fmt.Sprintf(` rx="%s"`, num(math.Min(s.Corner, math.Min(r.W(), r.H())/2))) + attr
	}
	if s.Blur > 0 {
		attr += fmt.Sprintf(` filter="url(#s%d)"`, d.blur(s.Blur))
	}
	fmt.Fprintf(&d.body, "<rect%s%s/>\n", rect(r), attr)
}

// blur returns the number of the filter for a blur of that radius: sigma is half of it.
func (d *document) blur(radius float64) int {
	key := num(radius / 2)
	if n, ok := d.blurs[key]; ok {
		return n
	}
	if d.blurs == nil {
		d.blurs = map[string]int{}
	}
	n := len(d.blurs) + 1
	d.blurs[key] = n
	// Wide shadows of small things need room beyond the usual tenth of their size.
	fmt.Fprintf(&d.defs, "<filter id=\"s%d\" x=\"-50%%\" y=\"-50%%\" width=\"200%%\" height=\"200%%\"><feGaussianBlur stdDeviation=\"%s\"/></filter>\n", n, key)
	return n
}
