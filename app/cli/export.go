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
	"jejak/canvas/paint/pdf"
	"jejak/canvas/paint/raster"
	"jejak/canvas/paint/svg"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/project"
)

// exportDPI is the resolution of PNG files: two pixels for each of a screen of 96 dots per inch.
const exportDPI = 192

// export draws or writes a project in another format.
func (c *call) export() error {
	in, out := c.args[0], c.options.output
	ext := extension(out)
	switch {
	case ext == "csv" || ext == "xlsx" || ext == "md" || ext == "html":
		return usagef("cli.usage.notBuilt", words.Args{"Name": ext})
	case c.options.tile:
		return usagef("cli.usage.notBuilt", words.Args{"Name": "--tile"})
	case c.options.scale != 0:
		return usagef("cli.usage.notBuilt", words.Args{"Name": "--scale"})
	}
	if ext == "json" && c.options.mapName != "" {
		return usagef("cli.usage.mapJSON", nil) // it holds the whole project
	}
	if err := c.target(in, "pdf", "png", "svg", "json", "mmd"); err != nil {
		return err
	}
	paper, err := c.paper()
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
	case "svg":
		err = svg.Write(&data, c.pages(p, maps[0], paper)[0])
	case "png":
		err = c.writePNG(&data, c.pages(p, maps[0], paper)[0])
	}
	if err != nil {
		return err
	}
	return writeFile(out, data.Bytes())
}

// paper returns what --paper and the orientation ask for: the map's own size by default, wide
// rather than high.
func (c *call) paper() (layout.Paper, error) {
	if c.options.landscape && c.options.portrait {
		return layout.Paper{}, usagef("cli.usage.orientation", nil)
	}
	name := c.options.paper
	if name == "" {
		name = "fit"
	}
	paper, err := layout.PaperNamed(name, !c.options.portrait)
	if err != nil {
		return paper, usagef("cli.usage.paper", words.Args{"Name": name, "Known": strings.Join(layout.PaperNames, ", ")})
	}
	return paper, nil
}

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
	if len(all) > 1 && ext != "pdf" {
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

// pages draws a map.
func (c *call) pages(p journey.Project, m journey.Map, paper layout.Paper) []scene.Page {
	var o layout.Options
	if c.options.palette != "" {
		o.Sheet = style.New(c.options.palette)
	}
	if c.options.lang != "" {
		o.Words = c.words
	}
	return layout.Paginate(layout.Arrange(p, m.ID, o), paper)
}

func (c *call) document(p journey.Project, maps []journey.Map, paper layout.Paper) pdf.Document {
	d := pdf.Document{Title: p.Info().Title, Author: maps[0].Author, Lang: p.Info().Language, Creator: "Jejak " + Version}
	if len(maps) == 1 || d.Title == "" {
		d.Title = maps[0].Title
	}
	if c.options.lang != "" {
		d.Lang = c.options.lang
	}
	if date, err := time.Parse(time.DateOnly, maps[0].Date); err == nil { // else not said
		d.Date = date
	}
	for _, m := range maps {
		d.Pages = append(d.Pages, c.pages(p, m, paper)...)
	}
	return d
}

// writePNG paints a page as finely as it may be: a very large one more coarsely, and says so.
func (c *call) writePNG(data *bytes.Buffer, page scene.Page) error {
	err := raster.PNG(data, page, exportDPI, false)
	var size *raster.SizeError
	if !errors.As(err, &size) || size.Width*size.Height <= raster.MaxPixels {
		return err
	}
	dpi := math.Floor(exportDPI * math.Sqrt(raster.MaxPixels/(size.Width*size.Height)) * 0.999)
	if !(dpi >= 1) {
		return err
	}
	data.Reset()
	if err := raster.PNG(data, page, dpi, false); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "jejak: %s\n", c.words.F("cli.note.coarse", words.Args{"DPI": dpi}))
	return nil
}
