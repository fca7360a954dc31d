package page

import (
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Source is a map to be put on paper.
type Source struct {
	Scene *scene.Scene // sealed
	// Title and Foot draw the title block, and the legend, anew at a width in points of the
	// map. Nil, or with no item: sheets go without.
	Title, Foot func(width float64) *scene.Scene
	// Whole is the map as it is shown at a glance on slides; nil: Scene.
	Whole *scene.Scene
}

// Mode is how a map is spread over sheets.
type Mode uint8

// The modes.
const (
	Single Mode = iota // one sheet
	Tiled              // sheets that are read one by one: headers and labels stand on each
	Poster             // sheets that are cut and put together, with a plan how
)

// Options says how maps are put on paper. The zero value is one page as large as the map.
type Options struct {
	Paper Paper
	Mode  Mode
	// Scale is how large the map is drawn; 1 is its own size. 0: as large as fits for Single, at
	// most a quarter larger than it is; else 1. It is made smaller where something would not fit.
	Scale   float64
	Margin  float64 // kept free on every side; 0: what most printers need; negative: none
	Overlap float64 // how much of its neighbours a tile shows
	Bleed   float64 // paper beyond the edges of the sheet
	Marks   bool    // marks where to cut; a poster always has them
	Header  bool    // title above each sheet
	Footer  bool    // author, version, date and page below each sheet

	Title, Author, Version, Date string // as header and footer say them; no Title: the map's

	MinText  float64 // the smallest text that is not warned about; 0: 6 points
	Words    *words.Table
	Measurer text.Measurer // nil: the shared library of faces
}

// Warning is something a person should know before printing.
type Warning struct {
	Kind WarningKind
	Refs []journey.Ref // what it is about, in the order of the map, each once
	// Size is the smallest text in points (TooSmall) or the smallest scale (Shrunk).
	Size float64
	// Runes are what no face can draw (NoGlyph).
	Runes []rune
}

// WarningKind is what is wrong.
type WarningKind string

// The kinds of warnings.
const (
	TooSmall WarningKind = "small"   // text below the least size
	Shrunk   WarningKind = "shrunk"  // wider or higher than a sheet, and drawn smaller for it
	Reduced  WarningKind = "reduced" // the whole map is drawn smaller than was asked for
	NoGlyph  WarningKind = "glyph"   // characters that no face has, shown as boxes
)

// Result is what came of it.
type Result struct {
	Pages    []scene.Page
	Warnings []Warning
}

// Paginate puts a map on paper.
func Paginate(src Source, o Options) Result { return Book([]Source{src}, o) }

// Book puts several maps on paper, one after the other, with their pages counted together.
func Book(sources []Source, o Options) Result {
	o = o.complete()
	var r Result
	var titled []bool // pages that say the map's title themselves
	for i := range sources {
		p := &press{Options: o, src: sources[i], s: sources[i].Scene, before: len(r.Pages)}
		switch {
		case o.Mode == Tiled && p.divisible() && p.s.Grid.Ring == nil:
			p.tiled()
		case o.Mode != Single && p.divisible(): // a ring has no headers and labels to stand on every sheet
			p.poster()
		default:
			p.single()
		}
		for len(p.titled) < len(p.pages) {
			p.titled = append(p.titled, o.Mode == Single)
		}
		p.warnings = append(p.warnings, TextWarnings(p.pages, o.MinText)...)
		titled = append(titled, p.titled...)
		r.Pages = append(r.Pages, p.pages...)
		r.Warnings = append(r.Warnings, p.warnings...)
	}
	furnish(r.Pages, titled, o)
	return r
}

const (
	defaultMargin  = 14 // about 5 mm
	defaultMinText = 6
	maxZoom        = 1.25 // a small map on a large sheet stays a map
	// maxSide is the largest page that PDF readers must be able to show (ISO 32000-1, Annex C).
	maxSide = 14400
)
