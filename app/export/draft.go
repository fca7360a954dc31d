package export

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"

	"jejak/assets/words"
	"jejak/canvas/deck"
	"jejak/canvas/fade"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// Draft is a project of which pages are made. It keeps the maps as they were drawn last, so that
// another paper costs no new drawing. It may be used from any goroutine.
type Draft struct {
	// Today is the day that dashboards are of, "YYYY-MM-DD"; if it is empty, nothing is late on
	// them. It is set before the draft is used.
	Today string
	// Who are those on sheets of personas, in order; nobody: all that are on the maps. It is set
	// before the draft is used.
	Who []journey.ID
	// Against is what maps are compared with in place of their pairs; nil: their pairs. It is set
	// before the draft is used.
	Against *Against

	project journey.Project
	faces   text.Measurer

	mu    sync.Mutex
	look  string // what sources were drawn with
	drawn map[journey.ID][]page.Source
}

// NewDraft returns a draft. faces may be nil: the shared library then.
func NewDraft(p journey.Project, faces text.Measurer) *Draft {
	if faces == nil {
		faces = text.Default()
	}
	return &Draft{project: p, faces: faces}
}

// Coarse warns of a picture that is painted with fewer dots per inch than were asked for; Size says
// with how many.
const Coarse page.WarningKind = "coarse"

// ErrNoMap says that there is no map to write, ErrNobody that there is no persona.
var (
	ErrNoMap  = errors.New("there is no map to export")
	ErrNobody = errors.New("there is no persona to export")
)

// Book is what a draft came to with some settings: pages ready to be looked at and written.
type Book struct {
	Settings // sound
	Project  journey.Project
	Maps     []journey.ID // those in it
	Pages    []scene.Page // none where the format draws nothing
	Warnings []page.Warning
	Creator  string // the program, as files name it
	about    string // what it is about, where that is not its maps
}

// Prepare makes the pages of the named maps: of the first alone, unless the settings say that all
// are wanted. When ctx ends, its error is returned as soon as can be.
func (d *Draft) Prepare(ctx context.Context, ids []journey.ID, s Settings) (*Book, error) {
	s = s.Sound()
	b := &Book{Settings: s, Project: d.project, Creator: "Jejak"}
	for _, id := range ids {
		if d.project.Maps.Has(id) {
			b.Maps = append(b.Maps, id)
		}
	}
	if len(b.Maps) == 0 && s.Format != JSON && !s.Cast.Alone() {
		return nil, ErrNoMap
	}
	if !s.AllMaps {
		b.Maps = b.Maps[:min(1, len(b.Maps))]
	}
	if !s.Format.Drawn() {
		return b, ctx.Err()
	}
	var sources []page.Source
	for _, id := range b.Maps {
		if s.Cast.Alone() {
			break
		}
		src, err := d.sources(ctx, id, s)
		if err != nil {
			return nil, err
		}
		sources = append(sources, src...)
	}
	if s.Subject == Comparison && len(sources) == 0 && !s.Cast.Alone() {
		return nil, ErrNoPair
	}
	if s.Cast != NoCast {
		sheets := d.cast(b)
		if len(sources)+len(sheets) == 0 {
			return nil, ErrNobody
		}
		if sources = append(sources, sheets...); s.Cast.Alone() {
			b.about = sheets[0].Scene.Title
		}
	}
	var r page.Result
	switch s.Spread {
	case Slides:
		for i, id := range b.Maps {
			more := deck.Slides(d.project, id, sources[i], d.slides(s))
			r.Pages, r.Warnings = append(r.Pages, more.Pages...), append(r.Warnings, more.Warnings...)
		}
	default:
		r = page.Book(sources, d.sheets(b))
	}
	b.Pages, b.Warnings = r.Pages, r.Warnings
	if s.Format == PNG {
		b.fit()
	}
	return b, ctx.Err()
}

// sources draws a map, or the sheets about it, unless they are drawn like that already.
func (d *Draft) sources(ctx context.Context, id journey.ID, s Settings) ([]page.Source, error) {
	look := fmt.Sprintln(s.Subject, s.AllMaps && s.Subject == Comparison, s.Pair, s.Form, s.Formed(), s.Spread == Slides, s.Lens, d.Today, s.Personas, s.Legend, list(s.Leave), list(s.Show), s.Palette, s.Lang)
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if d.look != look {
		d.look, d.drawn = look, map[journey.ID][]page.Source{}
	}
	src, ok := d.drawn[id]
	if !ok {
		o := layout.Options{Words: d.words(s), Measurer: d.faces, Leave: s.Leave, Show: s.Show,
			NoPersonas: !s.Personas, NoLegend: !s.Legend}
		if s.Palette != "" {
			o.Sheet = style.New(s.Palette)
		}
		if g := d.over(id, s); g != nil {
			o.Over = g
		}
		if s.Subject == TheMap {
			src = []page.Source{d.through(d.printable(id, s, o), id, s)}
		} else {
			src = sheetsOf(s.Subject, drawn{d.project, id, o.Sheet, o.Words, o.Measurer, d.Today, d.Against, s.AllMaps, s.Format.Several()})
		}
		d.drawn[id] = src
	}
	return src, nil
}

// through draws a map as it is seen through the lens that the settings name, if they name one.
func (d *Draft) through(src page.Source, id journey.ID, s Settings) page.Source {
	if s.Lens == "" {
		return src
	}
	palette := s.Palette
	if palette == "" {
		m, _ := d.project.Maps.Get(id)
		palette = or(m.Palette, d.project.Info().Palette)
	}
	return fade.Printed(src, lens.Of(s.Lens, d.project, id, d.Today),
		fade.Caption{Sheet: style.New(palette), Words: d.words(s), Measurer: d.faces})
}

// list names what a set holds, always in the same order.
func list(set map[journey.ID]bool) []journey.ID {
	var ids []journey.ID
	for id, in := range set {
		if in {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// words are those of the fixed labels.
func (d *Draft) words(s Settings) *words.Table {
	if s.Lang != "" {
		return words.In(s.Lang)
	}
	return words.In(d.project.Info().Language)
}

func (d *Draft) sheets(b *Book) page.Options {
	o := b.onPaper()
	m, _ := d.project.Maps.Get(b.first())
	info := d.project.Info()
	palette := style.Find(or(b.Settings.Palette, or(m.Palette, info.Palette)))
	o.Words, o.Measurer = d.words(b.Settings), palette.Measurer(d.faces)
	o.Author, o.Version, o.Date = or(m.Author, info.Owner), or(m.Version, info.Version), layout.Date(or(m.Date, info.Date), o.Words)
	return o
}

func (d *Draft) slides(s Settings) deck.Options {
	o := deck.Options{Words: d.words(s), Measurer: d.faces, Leave: s.Leave}
	o.Date = func(date string) string { return layout.Date(date, o.Words) }
	if s.Palette != "" {
		o.Sheet = style.New(s.Palette)
	}
	return o
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// fit lowers the resolution of a picture that would have more dots than can be painted.
func (b *Book) fit() {
	size := b.Pages[0].Size
	w, h := size.W*b.DPI/72, size.H*b.DPI/72
	if w*h <= raster.MaxPixels {
		return
	}
	b.DPI = math.Max(1, math.Floor(b.DPI*math.Sqrt(raster.MaxPixels/(w*h))*0.999))
	b.Warnings = append(b.Warnings, page.Warning{Kind: Coarse, Size: b.DPI,
		Refs: []journey.Ref{{Kind: journey.KindMap, ID: b.first()}}})
}

// Reduction is how large the maps are drawn on the pages, 1 being their own size; 0 where nothing
// is drawn. Of several maps or sheets, it is the smallest.
func (b *Book) Reduction() float64 {
	least := 0.0
	for _, pg := range b.Pages {
		for _, w := range pg.Windows() {
			if w.Role == scene.Content && (least == 0 || w.Place.K < least) {
				least = w.Place.K
			}
		}
	}
	return least
}

// Size is that of the pages in points; of the first, where they differ.
func (b *Book) Size() geom.Size {
	if len(b.Pages) == 0 {
		return geom.Size{}
	}
	return b.Pages[0].Size
}

// Title is what the book is about: its map, its personas, or the project where there are several
// maps.
func (b *Book) Title() string {
	if b.about != "" {
		return b.about
	}
	title := b.Project.Info().Title
	if len(b.Maps) == 1 || title == "" {
		if m, ok := b.Project.Maps.Get(b.first()); ok {
			title = m.Title
		}
	}
	return strings.TrimSpace(title)
}

func (b *Book) first() journey.ID {
	if len(b.Maps) == 0 {
		return ""
	}
	return b.Maps[0]
}

// Copy returns settings that share nothing with s.
func (s Settings) Copy() Settings {
	s.Leave, s.Show = maps.Clone(s.Leave), maps.Clone(s.Show)
	return s
}
