package cli

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"jejak/app/export"
	"jejak/assets/words"
	"jejak/canvas/page"
	"jejak/canvas/style"
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
	settings, err := c.settings(ext)
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
	if err := c.leave(&settings, p, maps); err != nil {
		return err
	}
	var ids []journey.ID
	for _, m := range maps {
		ids = append(ids, m.ID)
	}
	draft := export.NewDraft(p, nil)
	draft.Today = time.Now().Format(time.DateOnly)
	if draft.Who, err = c.cast(p); err != nil {
		return err
	}
	if draft.Against, err = c.readAgainst(); err != nil {
		return err
	}
	if settings.Cast == export.Compared {
		ids = mostly(p, ids, draft.Who)
	}
	b, err := draft.Prepare(context.Background(), ids, settings)
	switch {
	case errors.Is(err, export.ErrNobody):
		return failf("cli.fail.nobody", nil)
	case errors.Is(err, export.ErrNoPair):
		return failf("cli.fail.noPair", nil)
	}
	if err != nil {
		return err
	}
	b.Creator = "Jejak " + Version
	for _, w := range b.Warnings {
		fmt.Fprintf(c.stderr, "jejak: %s\n", line(c.warning(p, w)))
	}
	return export.Save(context.Background(), out, b, nil)
}

// settings are what the flags say: the map in its own size by default, wide rather than high.
func (c *call) settings(ext string) (export.Settings, error) {
	f := &c.options
	o := export.Default()
	o.Format, o.AllMaps, o.Lang, o.Palette = export.Format(ext), true, f.lang, f.palette
	o.Portrait, o.Scale, o.Overlap, o.Bleed = f.portrait, f.scale, f.overlap, f.bleed
	o.Comments, o.Archive, o.Text, o.DPI, o.Transparent = f.comments, f.archive, f.text, f.dpi, f.transparent
	o.Header, o.Footer = f.header, f.footer
	if err := c.chooseCast(&o); err != nil {
		return o, err
	}
	o.Pair = f.pair
	if err := c.chooseLens(&o); err != nil {
		return o, err
	}
	asked := map[export.Subject]bool{export.Comparison: f.compareMaps, export.Matrix: f.matrix, export.Register: f.register}
	for _, s := range export.Subjects {
		switch {
		case asked[s] && f.sheet != "" && f.sheet != s.Name():
			return o, usagef("cli.usage.sheets", words.Args{"Name": f.sheet, "Other": s.Name()})
		case asked[s]:
			f.sheet = s.Name()
		}
	}
	if f.form != "" && f.form != string(export.Row) && f.form != string(export.Ring) {
		return o, usagef("cli.usage.form", words.Args{"Name": f.form})
	}
	o.Form = export.Form(f.form)
	if f.sheet != "" {
		i := slices.IndexFunc(export.Subjects, func(s export.Subject) bool { return s.Name() == f.sheet })
		if i < 0 {
			return o, usagef("cli.usage.sheet", words.Args{"Name": f.sheet, "Known": subjectNames()})
		}
		o.Subject = export.Subjects[i]
	}
	switch {
	case f.against != "" && o.Subject != export.Comparison && !f.pair:
		return o, usagef("cli.usage.against", nil)
	case o.Subject != export.TheMap && (f.deck || f.tile):
		return o, usagef("cli.usage.sheetAlone", words.Args{"Name": f.sheet})
	case !slices.Contains(o.Format.Subjects(), o.Subject):
		return o, usagef("cli.usage.sheetFormat", words.Args{"Name": f.sheet})
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
	case (!f.header || !f.footer) && (!f.tile || f.marks):
		return o, usagef("cli.usage.header", nil)
	case f.overlap != 0 && !f.tile:
		return o, usagef("cli.usage.overlap", nil)
	case !(f.scale >= 0 && f.scale <= 20):
		return o, usagef("cli.usage.scale", words.Args{"Value": f.scale})
	case !(f.overlap >= 0 && f.overlap <= 100):
		return o, usagef("cli.usage.length", words.Args{"Name": "--overlap", "Value": f.overlap})
	case !(f.bleed >= 0 && f.bleed <= 100):
		return o, usagef("cli.usage.length", words.Args{"Name": "--bleed", "Value": f.bleed})
	case !(f.margin >= 0 && f.margin <= 100):
		return o, usagef("cli.usage.length", words.Args{"Name": "--margin", "Value": f.margin})
	}
	if f.marginSaid {
		o.Margin = f.margin
	}
	name := f.paper
	if name == "" {
		name = "fit"
		if f.tile {
			name = "A4"
		}
	}
	paper, err := page.PaperNamed(name, true)
	if err != nil {
		return o, usagef("cli.usage.paper", words.Args{"Name": name, "Known": strings.Join(page.PaperNames, ", ")})
	}
	o.Paper = paper.Name
	switch {
	case f.deck:
		o.Spread = export.Slides
	case f.tile && paper.Name == "fit":
		return o, usagef("cli.usage.tileFit", nil)
	case f.tile && f.marks:
		o.Spread = export.Poster
	case f.tile:
		o.Spread = export.Tiles
	default:
		o.Marks = f.marks
	}
	return o, nil
}

// leave takes out of what is shown what --without names: "personas", "legend", or lanes and personas
// by what they are called; and shows the hidden lanes that --with names.
func (c *call) leave(o *export.Settings, p journey.Project, maps []journey.Map) error {
	called, hidden := map[string][]journey.ID{}, map[string][]journey.ID{}
	known, veiled := []string{"personas", "legend"}, []string{}
	add := func(id journey.ID, name string) {
		key := strings.ToLower(line(name))
		if called[key] == nil {
			known = append(known, fmt.Sprintf("%q", line(name)))
		}
		called[key] = append(called[key], id)
	}
	for _, m := range maps {
		for _, l := range p.LanesOf(m.ID) {
			name := line(or(l.Title, c.words.T("map.lane."+string(l.LaneKind))))
			add(l.ID, name)
			if l.Hidden {
				hidden[strings.ToLower(name)] = append(hidden[strings.ToLower(name)], l.ID)
				veiled = append(veiled, fmt.Sprintf("%q", name))
			}
		}
		for _, a := range p.AppearancesOf(m.ID) {
			if pe, ok := p.Personas.Get(a.PersonaID); ok {
				add(pe.ID, pe.Name)
			}
		}
	}
	o.Leave, o.Show = map[journey.ID]bool{}, map[journey.ID]bool{}
	for _, name := range c.options.with {
		ids := hidden[strings.ToLower(line(name))]
		if len(ids) == 0 {
			return failf("cli.fail.with", words.Args{"Name": name, "Known": strings.Join(veiled, ", ")})
		}
		for _, id := range ids {
			o.Show[id] = true
		}
	}
	for _, name := range c.options.without {
		ids := called[strings.ToLower(line(name))]
		switch {
		case len(ids) > 0:
		case strings.EqualFold(name, "personas"):
			o.Personas = false
		case strings.EqualFold(name, "legend"):
			o.Legend = false
		default:
			return failf("cli.fail.without", words.Args{"Name": name, "Known": strings.Join(known, ", ")})
		}
		for _, id := range ids {
			o.Leave[id] = true
		}
	}
	return nil
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
	if c.options.sheet == export.Comparison.Name() && ext != "pdf" {
		return firstPaired(p, all), nil
	}
	if len(all) > 1 && ext != "pdf" && ext != "pptx" && len(c.options.persona)+len(c.options.compare) == 0 {
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
		"DPI": w.Size, "Points": math.Floor(w.Size*10) / 10, "Percent": math.Floor(w.Size * 100), "Characters": string(w.Runes),
	})
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}

// subjectNames lists what can be drawn of a map.
func subjectNames() string {
	var names []string
	for _, s := range export.Subjects {
		names = append(names, s.Name())
	}
	return strings.Join(names, ", ")
}
