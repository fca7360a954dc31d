package cli

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"time"

	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/page"
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/pptx"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/project"
)

// exportDPI is the resolution of PNG files that nobody chose: two pixels for each of a screen of 96 dots per inch.
const exportDPI = 192

// export draws or writes a project in another format.
func (c *call) export() error {
	in, out := c.args[0], c.options.output
	ext := extension(out)
	if ext == "csv" || ext == "xlsx" || ext == "md" || ext == "html" {
		return usagef("cli.usage.notBuilt", words.Args{"Name": ext})
	}
	if ext == "json" && c.options.mapName != "" {
		return usagef("cli.usage.mapJSON", nil) // it holds the whole project
	}
	if err := c.target(in, "pdf", "png", "svg", "pptx", "json", "mmd"); err != nil {
		return err
	}
	paper, err := c.onPaper(ext)
	if err != nil {
		return err
	}
	if c.options.palette != "" && !style.Has(c.options.palette) {
		return usagef("cli.usage.palette", words.Args{"Name": c.options.palette, "Known": paletteNames()})
	}
	p, err := project.Read(in)
	if err != nil {
		return err
	}
	maps, err := c.maps(p, ext)
	if err != nil {
		return err
	}
	var data bytes.Buffer
	switch ext {
	case "json":
		err = exchange.WriteJSON(&data, p)
	case "mmd":
		err = exchange.WriteMermaid(&data, p, maps[0].ID)
	case "pdf":
		err = pdf.Write(&data, c.document(p, maps, paper))
	case "pptx":
		c.options.deck = true
		d := c.document(p, maps, paper)
		err = pptx.Write(&data, pptx.Document{Title: d.Title, Author: d.Author, Lang: d.Lang, Date: d.Date, Pages: d.Pages})
	case "svg":
		err = svg.WriteWith(&data, c.pages(p, maps[:1], paper)[0], svg.Options{Text: c.options.text, Clear: c.options.transparent})
	case "png":
		err = c.writePNG(&data, c.pages(p, maps[:1], paper)[0])
	}
	if err != nil {
		return err
	}
	return writeFile(out, data.Bytes())
}

// onPaper returns how the flags want maps to be put on paper: in the map's own size by default,
// wide rather than high.
func (c *call) onPaper(ext string) (page.Options, error) {
	f := &c.options
	o := page.Options{Scale: f.scale, Margin: f.margin * mm, Overlap: f.overlap * mm, Marks: f.marks}
	switch {
	case f.landscape && f.portrait:
		return o, usagef("cli.usage.orientation", nil)
	case ext == "pptx" && f.paper != "":
		return o, usagef("cli.usage.deckPaper", words.Args{"Name": "--paper"})
	case ext != "pdf" && ext != "pptx" && f.deck:
		return o, usagef("cli.usage.pdfOnly", words.Args{"Name": "--deck"})
	case ext != "pdf" && f.comments:
		return o, usagef("cli.usage.pdfOnly", words.Args{"Name": "--comments"})
	case ext != "pdf" && f.archive:
		return o, usagef("cli.usage.pdfOnly", words.Args{"Name": "--archive"})
	case f.text && ext != "svg":
		return o, usagef("cli.usage.textSVG", nil)
	case f.transparent && ext != "svg" && ext != "png":
		return o, usagef("cli.usage.transparent", nil)
	case !(f.dpi >= 18 && f.dpi <= 2400):
		return o, usagef("cli.usage.dpi", words.Args{"Value": f.dpi})
	case f.deck && f.tile:
		return o, usagef("cli.usage.deckPaper", words.Args{"Name": "--tile"})
	case f.deck && f.paper != "":
		return o, usagef("cli.usage.deckPaper", words.Args{"Name": "--paper"})
	case f.tile && ext != "pdf":
		return o, usagef("cli.usage.tilePDF", nil)
	case f.overlap != 0 && !f.tile:
		return o, usagef("cli.usage.overlap", nil)
	case !(f.scale >= 0 && f.scale <= 20):
		return o, usagef("cli.usage.scale", words.Args{"Value": f.scale})
	case !(f.overlap >= 0 && f.overlap <= 100):
		return o, usagef("cli.usage.length", words.Args{"Name": "--overlap", "Value": f.overlap})
	case !(f.margin >= 0 && f.margin <= 100):
		return o, usagef("cli.usage.length", words.Args{"Name": "--margin", "Value": f.margin})
	}
	if f.marginSaid && f.margin == 0 {
		o.Margin = -1 // none
	}
	name := f.paper
	if name == "" {
		name = "fit"
		if f.tile {
			name = "A4"
		}
	}
	paper, err := page.PaperNamed(name, !f.portrait)
	if err != nil {
		return o, usagef("cli.usage.paper", words.Args{"Name": name, "Known": strings.Join(page.PaperNames, ", ")})
	}
	o.Paper = paper
	if f.tile {
		if paper.Name == "fit" {
			return o, usagef("cli.usage.tileFit", nil)
		}
		o.Mode, o.Header, o.Footer = page.Tiled, true, true
		if f.marks {
			o.Mode, o.Header, o.Footer = page.Poster, false, false
		}
	}
	return o, nil
}

// mm is a millimetre in points.
const mm = 72 / 25.4

// maps returns the maps to export: the one named, or all in a PDF and the first elsewhere.
func (c *call) maps(p journey.Project, ext string) ([]journey.Map, error) {
	all := p.MapsInOrder()
	if name := c.options.mapName; name != "" {
		m, err := mapNamed(all, name)
		return []journey.Map{m}, err
	}
	if ext == "json" {
		return nil, nil
	}
	if len(all) == 0 {
		return nil, failf("cli.fail.noMap", nil)
	}
	if len(all) > 1 && ext != "pdf" && ext != "pptx" {
		fmt.Fprintf(c.stderr, "jejak: %s\n", line(c.words.F("cli.note.firstMap", words.Args{"Name": all[0].Title})))
	}
	return all, nil
}

// mapNamed finds a map by its title: as it is written, else whatever the case and the spaces.
func mapNamed(all []journey.Map, name string) (journey.Map, error) {
	var titles []string
	for _, m := range all {
		if m.Title == name {
			return m, nil
		}
		titles = append(titles, fmt.Sprintf("%q", line(m.Title)))
	}
	for _, m := range all {
		if strings.EqualFold(line(m.Title), line(name)) {
			return m, nil
		}
	}
	return journey.Map{}, failf("cli.fail.mapName", words.Args{"Name": name, "Known": strings.Join(titles, ", ")})
}

// pages puts maps on paper and says what a person should know of it.
func (c *call) pages(p journey.Project, maps []journey.Map, paper page.Options) []scene.Page {
	o := layout.Options{Words: words.In(p.Info().Language)}
	if c.options.palette != "" {
		o.Sheet = style.New(c.options.palette)
	}
	if c.options.lang != "" {
		o.Words = c.words
	}
	paper.Words = o.Words
	info := p.Info()
	paper.Author, paper.Version, paper.Date = or(maps[0].Author, info.Owner), or(maps[0].Version, info.Version), layout.Date(or(maps[0].Date, info.Date), o.Words)
	date := func(s string) string { return layout.Date(s, o.Words) }
	var sources []page.Source
	var r page.Result
	for _, m := range maps {
		src := layout.Printable(p, m.ID, o)
		sources = append(sources, src)
		if c.options.deck {
			slides := page.Deck(p, m.ID, src, page.DeckOptions{Sheet: o.Sheet, Words: o.Words, Date: date})
			r.Pages, r.Warnings = append(r.Pages, slides.Pages...), append(r.Warnings, slides.Warnings...)
		}
	}
	if !c.options.deck {
		r = page.Book(sources, paper)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(c.stderr, "jejak: %s\n", line(c.warning(p, w)))
	}
	return r.Pages
}

// warning says in one line what is not as it should be on paper, and where.
func (c *call) warning(p journey.Project, w page.Warning) string {
	const most = 3
	var names []string
	for _, ref := range w.Refs {
		if len(names) < most {
			names = append(names, c.named(p, ref))
		}
	}
	return c.words.F("cli.note."+string(w.Kind), words.Args{
		"Count": len(w.Refs), "Names": strings.Join(names, ", "), "More": max(0, len(w.Refs)-most),
		"Points": math.Floor(w.Size*10) / 10, "Percent": math.Floor(w.Size * 100), "Characters": string(w.Runes),
	})
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

func (c *call) document(p journey.Project, maps []journey.Map, paper page.Options) pdf.Document {
	d := pdf.Document{Title: p.Info().Title, Author: maps[0].Author, Lang: p.Info().Language, Creator: "Jejak " + Version,
		Comments: c.options.comments, Archive: c.options.archive}
	if len(maps) == 1 || d.Title == "" {
		d.Title = maps[0].Title
	}
	if c.options.lang != "" {
		d.Lang = c.options.lang
	}
	if date, err := time.Parse(time.DateOnly, maps[0].Date); err == nil { // else not said
		d.Date = date
	}
	d.Pages = c.pages(p, maps, paper)
	return d
}

// writePNG paints a page as finely as it may be: a very large one more coarsely, and says so.
func (c *call) writePNG(data *bytes.Buffer, sheet scene.Page) error {
	err := raster.PNG(data, sheet, c.options.dpi, c.options.transparent)
	var size *raster.SizeError
	if !errors.As(err, &size) || size.Width*size.Height <= raster.MaxPixels {
		return err
	}
	dpi := math.Floor(c.options.dpi * math.Sqrt(raster.MaxPixels/(size.Width*size.Height)) * 0.999)
	if !(dpi >= 1) {
		return err
	}
	data.Reset()
	if err := raster.PNG(data, sheet, dpi, c.options.transparent); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "jejak: %s\n", c.words.F("cli.note.coarse", words.Args{"DPI": dpi}))
	return nil
}
