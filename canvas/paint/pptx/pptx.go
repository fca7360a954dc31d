// Package pptx writes pages as a presentation whose shapes and texts can be edited: what belongs
// to a card is one group, a paragraph is one text box.
package pptx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"jejak/canvas/geom"
	"jejak/canvas/paint/markup"
	"jejak/canvas/scene"
)

// Document is what is to be written.
type Document struct {
	Title, Author string
	Lang          string    // BCP 47 tag of the text; empty: not said
	Date          time.Time // of the contents; zero: not said. Never the clock's.
	// Pages become slides in this order, all of the size of the first. Their scenes must be sealed.
	Pages []scene.Page
}

// ErrEmpty says that a document has no page.
var ErrEmpty = errors.New("there is no page to write")

// emu is how many units of the format a point has.
const emu = 12700

// maxSide is the largest slide in points that PowerPoint opens: 56 inches.
const maxSide = 4032

// Write writes d to w. The same document always gives the same bytes. Marks with coordinates that
// are no numbers are left out. The file is complete in memory before its first byte is written.
func Write(w io.Writer, d Document) error {
	if len(d.Pages) == 0 {
		return fmt.Errorf("write presentation %q: %w", d.Title, ErrEmpty)
	}
	size := d.Pages[0].Size
	if !(size.W > 0 && size.H > 0 && size.W <= maxSide && size.H <= maxSide) {
		return fmt.Errorf("write presentation %q: slides of %v by %v points: %w", d.Title, size.W, size.H, errors.ErrUnsupported)
	}
	b := book{media: map[string]string{}}
	for _, pg := range d.Pages {
		b.slide(pg, d.Lang)
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for f := range b.files(d, size) {
		// Without a time: the same document gives the same file.
		e, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err == nil {
			_, err = e.Write(f.data)
		}
		if err != nil {
			return fmt.Errorf("write presentation %q: %w", d.Title, err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write presentation %q: %w", d.Title, err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("write presentation %q: %w", d.Title, err)
	}
	return nil
}

// book is a presentation being made.
type book struct {
	slides   []slideXML
	media    map[string]string // contents → name of the file
	pictures []file
}

// slideXML is a slide and the pictures it refers to, by the order of their relations.
type slideXML struct {
	body     string
	pictures []string
}

type file struct {
	name string
	data []byte
}

// length is a number of points in units of the format.
func length(points float64) int { return int(math.Round(points * emu)) }

// offset writes a place and a size.
func offset(prefix string, r geom.Rect) string {
	return fmt.Sprintf(`<%soff x="%d" y="%d"/><%sext cx="%d" cy="%d"/>`,
		prefix, length(r.Min.X), length(r.Min.Y), prefix, max(0, length(r.Max.X)-length(r.Min.X)), max(0, length(r.Max.Y)-length(r.Min.Y)))
}

// blanks: a line of a slide has neither line ends nor tabs.
var blanks = strings.NewReplacer("\n", " ", "\t", " ")

// escape makes s fit for the XML of a slide.
func escape(s string) string { return markup.Escape(blanks.Replace(s)) }

func fillOf(c scene.Color) string {
	if !(c.A > 0) {
		return "<a:noFill/>"
	}
	return "<a:solidFill>" + colour(c) + "</a:solidFill>"
}

func colour(c scene.Color) string {
	if a := c.A; a < 0.999 {
		return fmt.Sprintf(`<a:srgbClr val="%02X%02X%02X"><a:alpha val="%d"/></a:srgbClr>`, c.R, c.G, c.B, int(math.Round(math.Max(a, 0)*100000)))
	}
	return fmt.Sprintf(`<a:srgbClr val="%02X%02X%02X"/>`, c.R, c.G, c.B)
}

func sane(vs ...float64) bool {
	for _, v := range vs {
		if !(math.Abs(v) <= 1e6) {
			return false
		}
	}
	return true
}

func saneRect(r geom.Rect) bool { return sane(r.Min.X, r.Min.Y, r.Max.X, r.Max.Y) }
