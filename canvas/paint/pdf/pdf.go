// Package pdf writes scenes as PDF: vector throughout, fonts as small subsets, text that can be
// searched and copied.
//
// A document goes through four hands. The painter (mark.go, line.go) turns marks into content
// operators; the fonts (package subset) give every glyph that is used a code; the file (doc.go) lets
// gofpdf write pages and resources; the finaliser (final.go) puts in what gofpdf can not write, with
// the file taken apart (package object): what it says of itself (package metadata), and how it is read
// aloud (package tagged).
package pdf

import (
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/paint/pdf/object"
	"jejak/canvas/scene"
)

// Document is what is to be written.
type Document struct {
	Title   string // shown by readers in their title bar
	Author  string
	Lang    string    // BCP 47 tag of the text, such as "id"; empty: not said
	Creator string    // the program
	Date    time.Time // of the contents; zero: the file holds no date. Never the clock's.
	// Pages are written in this order. Their scenes must be sealed. Maps and stages get a bookmark,
	// and so does a page with a label that shows none.
	Pages    []scene.Page
	Comments bool // show comments, as a layer of notes
	// Archive marks the file as PDF/A-2u, which some readers open for reading only.
	Archive bool
	// Each is told before each page is painted, the first being 0; its error ends the work. Nil:
	// nobody is told.
	Each func(page int) error
}

// ErrEmpty says that a document has no page.
var ErrEmpty = errors.New("there is no page to write")

// maxUnits is the largest side of a page that readers are bound to show; what is larger is
// written in larger units.
const maxUnits = 14400

// Write writes d to w. The bytes depend on d alone: the same document gives the same file. The
// file is complete in memory before its first byte is written, so that nothing is written if
// painting fails. Pictures that can not be read are painted as crossed boxes; a coordinate that
// is not a number is an error. Write may be called by several goroutines at once.
func Write(w io.Writer, d Document) error {
	out, err := render(d)
	if err != nil {
		return fmt.Errorf("write PDF %q: %w", d.Title, err)
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("write PDF %q: %w", d.Title, err)
	}
	return nil
}

// render makes the whole file. gofpdf panics on input it does not expect; here that becomes an
// error like any other.
func render(d Document) (out []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("the PDF library failed: %v", r)
		}
	}()
	if len(d.Pages) == 0 {
		return nil, ErrEmpty
	}
	for i, p := range d.Pages {
		if err := checkPage(p); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	f := newFile(d)
	painter := newPainter(f)
	var items []*scene.Item
	sheets := make([]sheet, len(d.Pages))
	for i, p := range d.Pages {
		if d.Each != nil {
			if err := d.Each(i); err != nil {
				return nil, err
			}
		}
		sheets[i] = newSheet(p)
		f.addPage(sheets[i].size)
		painter.beginPage()
		for _, win := range p.Windows() {
			painter.beginWindow(sheets[i], win)
			items := items[:0]
			win.Scene.Visible(win.View, func(it *scene.Item) { items = append(items, it) })
			for k, it := range items {
				var next *scene.Item
				if k+1 < len(items) {
					next = items[k+1]
				}
				painter.item(it, next, win, sheets[i])
			}
			painter.endWindow()
		}
		painter.endPage()
		if painter.err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, painter.err)
		}
	}
	raw, err := f.output(painter.fonts.All)
	if err != nil {
		return nil, err
	}
	return finish(raw, d, sheets, painter)
}

// sheet is a page in the units of the file.
type sheet struct {
	size        geom.Size
	trim, bleed geom.Rect
	unit        float64 // points in a unit: 1, or more for a page wider than readers show
	label       string
}

func newSheet(p scene.Page) sheet {
	unit := math.Max(1, math.Ceil(math.Max(p.Size.W, p.Size.H)/maxUnits))
	s := sheet{size: geom.Size{W: p.Size.W / unit, H: p.Size.H / unit}, unit: unit, label: p.Label}
	s.trim, s.bleed = geom.R(0, 0, s.size.W, s.size.H), geom.R(0, 0, s.size.W, s.size.H)
	k := geom.Transform{K: 1 / unit}
	if p.Trim != (geom.Rect{}) {
		s.trim = k.ApplyRect(p.Trim).Intersect(s.bleed)
		s.bleed = k.ApplyRect(p.Bleed.Union(p.Trim)).Intersect(s.bleed)
	}
	return s
}

// place is where a window stands on the sheet, in its units.
func (s sheet) place(w scene.Window) geom.Transform {
	return geom.Transform{K: w.Place.K / s.unit, D: w.Place.D.Mul(1 / s.unit)}
}

func checkPage(p scene.Page) error {
	if !object.Finite(p.Size.W, p.Size.H) || p.Size.W <= 0 || p.Size.H <= 0 {
		return fmt.Errorf("its size is %v by %v points", p.Size.W, p.Size.H)
	}
	if !object.Finite(p.Trim.Min.X, p.Trim.Min.Y, p.Trim.Max.X, p.Trim.Max.Y, p.Bleed.Min.X, p.Bleed.Min.Y, p.Bleed.Max.X, p.Bleed.Max.Y) {
		return errors.New("where it is cut is not a number")
	}
	windows := p.Windows()
	if len(windows) == 0 {
		return errors.New("it has no scene")
	}
	for _, w := range windows {
		if err := checkWindow(w); err != nil {
			return err
		}
	}
	return nil
}

func checkWindow(p scene.Window) error {
	switch {
	case p.Scene == nil:
		return errors.New("it has no scene")
	case !object.Finite(p.Place.K, p.Place.D.X, p.Place.D.Y) || p.Place.K <= 0:
		return fmt.Errorf("the scene can not be placed by %v", p.Place)
	case !object.Finite(p.View.Min.X, p.View.Min.Y, p.View.Max.X, p.View.Max.Y) || p.View.Empty():
		return fmt.Errorf("it shows no part of the scene: %v", p.View)
	}
	return nil
}
