package inspector

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/app/ui/sign"
	"jejak/canvas/icon"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/data/journey"
)

// cell is how wide and high the pictures are that are chosen from, in units of Fyne.
const cell = 30

// paletteOf is the palette that a map is drawn with.
func paletteOf(p journey.Project, mapID journey.ID) style.Palette {
	if m, ok := p.Maps.Get(mapID); ok && m.Palette != "" {
		return style.Find(m.Palette)
	}
	return style.Find(p.Info().Palette)
}

// swatches are the colours of a palette that a thing can be given, as "#RRGGBB"; the first, empty,
// leaves it to the map.
func swatches(pal style.Palette) []string {
	list := []string{""}
	add := func(r, g, b uint8) {
		if c := fmt.Sprintf("#%02X%02X%02X", r, g, b); !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	for _, c := range pal.Stages {
		add(c.R, c.G, c.B)
	}
	for _, c := range slices.Concat(pal.Personas, []scene.Color{pal.Good, pal.Star, pal.Bad, pal.Second}) {
		add(c.R, c.G, c.B)
	}
	return list
}

// hue is a labelled choice of a colour of the map's palette.
func hue[T journey.Record](g *group, s *subject[T], key string, at func(*T) *string) {
	given(g, s, key, func(p journey.Project) []string {
		list := swatches(paletteOf(p, g.in.o.Editor.MapID()))
		for i := range s.now { // what it has must be among them
			if own := *at(&s.now[i]); !slices.Contains(list, own) && len(list) < 24 {
				list = append(list, own)
			}
		}
		return list
	}, disc, at)
}

// given is picks for a field of records of one kind.
func given[T journey.Record](g *group, s *subject[T], key string, values func(journey.Project) []string, draw func(string) fyne.Resource, at func(*T) *string) {
	caption := g.in.t("inspector.field." + key)
	g.picks(caption, values, draw, func(journey.Project) (string, bool) {
		return common(s, func(rec *T) string { return *at(rec) })
	}, func(to string) error { return s.set(caption, func(rec *T) { *at(rec) = to }) })
}

// pictogram is a labelled choice of an icon of the map.
func pictogram[T journey.Record](g *group, s *subject[T], key string, at func(*T) *string) {
	names := append([]string{""}, icon.Names()...)
	given(g, s, key, func(journey.Project) []string { return names }, func(name string) fyne.Resource {
		if name == "" {
			return disc("")
		}
		return sign.ChannelIcon(journey.Channel{Icon: name}, look.Now().Ink)
	}, at)
}

// picks is a labelled grid of pictures that stand for values.
func (g *group) picks(caption string, values func(journey.Project) []string, draw func(string) fyne.Resource, get func(journey.Project) (string, bool), set func(string) error) {
	in := g.in
	mixed := g.caption(caption)
	box := look.VBox(0)
	var grid *look.Choices
	var have []string
	width, columns := in.line(), 0
	build := func() {
		cells := make([]fyne.Resource, len(have))
		for i, v := range have {
			cells[i] = draw(v)
		}
		columns = max(1, int(width/cell))
		grid = look.NewChoices(cell, columns, cells, func(i int) {
			if set(have[i]) == nil {
				in.o.Focus()
			}
		})
		box.Objects = []fyne.CanvasObject{grid}
		box.Refresh()
	}
	show := func(p journey.Project) {
		v, differ := get(p)
		mixed(differ)
		i := -1
		if !differ {
			i = slices.Index(have, v)
		}
		grid.Set(i)
	}
	g.add(box)
	g.fits = append(g.fits, func(w float32) {
		width = w
		if have != nil && max(1, int(w/cell)) != columns {
			build()
			show(in.o.Editor.Document().Project())
		}
	})
	g.update = append(g.update, func(p journey.Project) {
		if now := values(p); !slices.Equal(now, have) {
			have = slices.Clone(now)
			build()
		}
		show(p)
	})
}

// disc is a round piece of a colour; for none a ring with a stroke through it.
func disc(hex string) fyne.Resource {
	svg := `<circle cx="12" cy="12" r="10" fill="` + hex + `"/>`
	if hex == "" {
		t := look.Now().Second
		ink := fmt.Sprintf("#%02X%02X%02X", t.R, t.G, t.B)
		svg = `<g fill="none" stroke="` + ink + `" stroke-width="1.75"><circle cx="12" cy="12" r="9"/><path d="M6 18 L18 6"/></g>`
		hex = "none" + ink
	}
	return fyne.NewStaticResource("disc-"+hex+".svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">`+svg+`</svg>`))
}
