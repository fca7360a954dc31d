// Package export brings maps out of the program: what a person chose becomes pages, and pages become
// a file that is either whole or not there. The window and the command line both run it.
//
// Lengths in Settings are millimetres, those of pages points (1/72 inch).
package export

import (
	"math"
	"slices"

	"jejak/canvas/geom"
	"jejak/canvas/page"
	"jejak/canvas/style"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// Format is what is written.
type Format string

// The formats.
const (
	PDF     Format = "pdf"
	PNG     Format = "png"
	SVG     Format = "svg"
	PPTX    Format = "pptx" // slides whose shapes and texts can be edited
	JSON    Format = "json"
	Mermaid Format = "mmd"
)

// Formats lists the formats there are.
var Formats = []Format{PDF, PNG, SVG, PPTX, JSON, Mermaid}

// Ext is the extension of files, with its dot.
func (f Format) Ext() string { return "." + string(f) }

// Drawn reports whether the format shows maps as pictures.
func (f Format) Drawn() bool { return f != JSON && f != Mermaid }

// Several reports whether a file of the format may have several pages, and several maps.
func (f Format) Several() bool { return f == PDF || f == PPTX }

// Spreads lists how maps can be laid out in the format.
func (f Format) Spreads() []Spread {
	switch f {
	case PDF:
		return Spreads
	case PPTX:
		return []Spread{Slides}
	}
	return []Spread{OnePage}
}

// Spread is how a map is laid out on pages.
type Spread string

// The spreads.
const (
	OnePage Spread = "page"
	Tiles   Spread = "tiles"  // pages that are read one by one
	Poster  Spread = "poster" // sheets that are put together
	Slides  Spread = "slides"
)

// Spreads lists the spreads there are.
var Spreads = []Spread{OnePage, Tiles, Poster, Slides}

// Usual is the margin that most printers need.
const Usual = -1

// Settings say what is to be written and how. The zero value is not of use: begin with Default.
type Settings struct {
	Format  Format
	AllMaps bool // of the project, one after the other; only where Several

	Subject Subject // what is drawn of the map; one of Format.Subjects

	// Cast is sheets about personas, behind the maps or in place of the map. Not for all formats.
	Cast Cast

	Pair bool // the other map of its pair is drawn over the map

	Form Form // how a map is drawn; empty: as the map says

	// Lens leaves some of the map strong and the rest pale; empty: all of it is as it is.
	Lens lens.Name

	Spread   Spread // one of Format.Spreads
	Paper    string // one of page.PaperNames
	Portrait bool
	Scale    float64 // 1 is the map's own size; 0: as fits
	Margin   float64 // Usual, or millimetres
	Overlap  float64 // how much of its neighbours a sheet shows
	Bleed    float64 // paper beyond the edges
	Marks    bool    // where to cut
	Header   bool    // of tiles: the title above
	Footer   bool    // of tiles: author, version, date and page below

	Personas bool // the boxes beside the title
	Legend   bool
	Comments bool                // as notes in a PDF
	Leave    map[journey.ID]bool // lanes and personas that are not shown
	Show     map[journey.ID]bool // hidden lanes that are

	Palette string // empty: the map's own
	Lang    string // of the fixed labels; empty: the project's

	DPI         float64 // dots per inch of a PNG
	Transparent bool    // a PNG or an SVG without a ground
	Text        bool    // an SVG with text as text, its fonts in it; else as outlines
	Archive     bool    // a PDF/A
}

// Default is what nobody has changed: one page as large as the map, with all there is.
func Default() Settings {
	return Settings{Format: PDF, Spread: OnePage, Paper: "fit", Margin: Usual, Header: true, Footer: true,
		Personas: true, Legend: true, DPI: 192}
}

// Most of what can be asked for.
const (
	MaxLength = 100 // millimetres
	MaxScale  = 20
	MaxDPI    = 2400
)

// Sound returns s with what can not be replaced by what is usual, so that whatever was remembered,
// or read from a damaged file, can be worked with.
func (s Settings) Sound() Settings {
	d := Default()
	if !slices.Contains(Formats, s.Format) {
		s.Format = d.Format
	}
	if spreads := s.Format.Spreads(); !slices.Contains(spreads, s.Spread) {
		s.Spread = spreads[0]
	}
	if !slices.Contains(s.Format.Subjects(), s.Subject) {
		s.Subject = TheMap
	}
	if s.Subject != TheMap {
		s.Spread = OnePage
	}
	s = s.soundCast()
	s.AllMaps = s.AllMaps && s.Format.Several() || s.Format == JSON
	if _, err := page.PaperNamed(s.Paper, true); err != nil || s.Paper == "fit" && s.Divided() {
		s.Paper = "A4"
		if s.Spread == OnePage {
			s.Paper = d.Paper
		}
	}
	within := func(v *float64, most, usual float64) {
		if !(*v >= 0 && *v <= most) {
			*v = usual
		}
	}
	within(&s.Scale, MaxScale, 0)
	within(&s.Overlap, MaxLength, 0)
	within(&s.Bleed, MaxLength, 0)
	within(&s.Margin, MaxLength, Usual)
	if s.DPI < 1 {
		s.DPI = d.DPI
	}
	within(&s.DPI, MaxDPI, d.DPI)
	if s.Subject != TheMap || !s.Format.Drawn() || !lens.Has(s.Lens) {
		s.Lens = ""
	}
	s.Pair = s.Pair && s.Subject == TheMap && s.Format.Drawn() && s.Spread != Slides
	if !slices.Contains(Forms, s.Form) {
		s.Form = OwnForm
	}
	if s.Palette != "" && !style.Has(s.Palette) {
		s.Palette = ""
	}
	return s
}

// Divided reports whether the map is divided among sheets, which then have a size of their own.
func (s Settings) Divided() bool { return s.Spread == Tiles || s.Spread == Poster }

// mm is a millimetre in points.
const mm = 72 / 25.4

// onPaper is how s, which must be sound, puts maps on paper; not for slides.
func (s Settings) onPaper() page.Options {
	paper, err := page.PaperNamed(s.Paper, !s.Portrait)
	if err != nil {
		paper = page.Paper{Name: "fit"} // as Sound has it
	}
	o := page.Options{Paper: paper, Scale: s.Scale, Overlap: s.Overlap * mm, Bleed: s.Bleed * mm, Marks: s.Marks}
	switch {
	case s.Margin == 0:
		o.Margin = -1 // none
	case s.Margin > 0:
		o.Margin = s.Margin * mm
	}
	switch s.Spread {
	case Tiles:
		o.Mode, o.Header, o.Footer = page.Tiled, s.Header, s.Footer
	case Poster:
		o.Mode = page.Poster
	}
	return o
}

// Millimetres returns a size in points, rounded to millimetres.
func Millimetres(size geom.Size) (w, h int) {
	return int(math.Round(size.W / mm)), int(math.Round(size.H / mm))
}
