package export

import (
	"fmt"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/export"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/page"
	"jejak/canvas/style"
	"jejak/data/insight"
	"jejak/data/journey"
)

// form is the settings, in groups. What means nothing for the format that is chosen is not shown.
type form struct {
	w      *Window
	rows   *fyne.Container
	scroll *container.Scroll
	update []func(s export.Settings)
	group  func(export.Settings) bool // when the group that is being filled is shown; nil: always

	// by the key of their caption, for tests
	Rows    map[string][]*look.Button
	Selects map[string]*list
	Checks  map[string]*look.Check
}

// The measures of the form, in units of Fyne.
const (
	formWidth = 300
	formPad   = 18
)

func newForm(w *Window) *form {
	f := &form{w: w, rows: look.VBox(4), Rows: map[string][]*look.Button{}, Selects: map[string]*list{}, Checks: map[string]*look.Check{}}
	f.fill()
	f.scroll = container.NewVScroll(look.Pad(f.rows, 14, formPad, 18, formPad))
	f.scroll.SetMinSize(fyne.NewSize(formWidth, 100))
	return f
}

// show brings the controls up to date.
func (f *form) show(s export.Settings) {
	for _, u := range f.update {
		u(s)
	}
	f.rows.Refresh()
	f.scroll.Refresh()
}

func (f *form) t(key string) string { return f.w.o.Words.T(key) }

// put adds an object that is shown when the group is, and when says so; nil: always.
func (f *form) put(o fyne.CanvasObject, when func(export.Settings) bool) {
	group := f.group
	f.rows.Add(o)
	if group == nil && when == nil {
		return
	}
	f.update = append(f.update, func(s export.Settings) {
		shown := (group == nil || group(s)) && (when == nil || when(s))
		if shown {
			o.Show()
		} else {
			o.Hide()
		}
	})
}

func (f *form) heading(key string, when func(export.Settings) bool) {
	f.group = when
	if len(f.rows.Objects) > 0 {
		f.put(look.Gap(10), nil)
	}
	f.put(look.NewLabel(f.t(key), 12, look.SemiBold, look.Ink), nil)
}

// segments is a row of choices, so many to a line.
func (f *form) segments(key string, columns int, names []string, when func(export.Settings) bool, get func(export.Settings) int, set func(*export.Settings, int)) {
	buttons := make([]*look.Button, len(names))
	objects := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		b := look.NewButton(look.Segment, "", name, func() { f.w.change(func(s *export.Settings) { set(s, i) }) })
		buttons[i], objects[i] = b, b
	}
	f.Rows[key] = buttons
	f.put(container.New(cells{columns: columns}, objects...), when)
	f.update = append(f.update, func(s export.Settings) {
		for i, b := range buttons {
			b.SetOn(get(s) == i)
		}
	})
}

// list is a list to choose from that leaves Esc and Enter to the window.
type list struct{ widget.Select }

func newList() *list {
	l := &list{}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter:
		handOn(l, ev)
	default:
		l.Select.TypedKey(ev)
	}
}

// option is one line of a list.
type option[V any] struct {
	value V
	name  string
}

// choose is a captioned list to choose from. A value that is not in it is shown by other.
func choose[V comparable](f *form, key string, options []option[V], other func(V) string, when func(export.Settings) bool, at func(*export.Settings) *V) {
	list := newList()
	loading := false
	have := slices.Clone(options)
	list.OnChanged = func(string) {
		if i := list.SelectedIndex(); !loading && i >= 0 {
			f.w.change(func(s *export.Settings) { *at(s) = have[i].value })
		}
	}
	f.Selects[key] = list
	caption := look.NewLabel(f.t(key), look.TextSize, look.Regular, look.Second)
	f.put(container.New(besides{}, caption, container.NewStack(look.NewOutline(), list)), when)
	f.update = append(f.update, func(s export.Settings) {
		loading = true
		defer func() { loading = false }()
		v := *at(&s)
		i := slices.IndexFunc(have, func(o option[V]) bool { return o.value == v })
		if i < 0 {
			have = append(slices.Clone(options), option[V]{v, other(v)})
			i = len(have) - 1
		}
		names := make([]string, len(have))
		for k, o := range have {
			names[k] = o.name
		}
		if !slices.Equal(names, list.Options) {
			list.SetOptions(names)
		}
		if list.SelectedIndex() != i {
			list.SetSelectedIndex(i)
		}
	})
}

// check is a box to tick.
func (f *form) check(key, text string, when func(export.Settings) bool, get func(export.Settings) bool, set func(*export.Settings, bool)) {
	c := look.NewCheck(text, func(on bool) { f.w.change(func(s *export.Settings) { set(s, on) }) })
	f.Checks[key] = c
	f.put(c, when)
	f.update = append(f.update, func(s export.Settings) { c.Set(get(s)) })
}

// tick is a box for a field.
func (f *form) tick(key string, when func(export.Settings) bool, at func(*export.Settings) *bool) {
	f.check(key, f.t(key), when, func(s export.Settings) bool { return *at(&s) }, func(s *export.Settings, on bool) { *at(s) = on })
}

// fill makes all groups.
func (f *form) fill() {
	drawn := func(s export.Settings) bool { return s.Format.Drawn() }
	several := func(s export.Settings) bool { return s.Format.Several() }
	pdf := func(s export.Settings) bool { return s.Format == export.PDF }
	if !f.w.o.Print {
		f.heading("export.format", nil)
		var names []string
		for _, format := range export.Formats {
			names = append(names, f.t("export.format."+string(format)))
		}
		f.segments("export.format", 3, names, nil, func(s export.Settings) int { return slices.Index(export.Formats, s.Format) },
			func(s *export.Settings, i int) { s.Format = export.Formats[i] })
		for _, format := range export.Formats {
			about := look.NewText(f.t("export.about."+string(format)), look.Second)
			about.Resize(fyne.NewSize(formWidth-2*formPad, 0))
			f.put(look.Pad(about, 2, 0, 0, 0), func(s export.Settings) bool { return s.Format == format })
		}
	}
	f.heading("export.what", func(s export.Settings) bool { return s.Format.Sheets() })
	var names []string
	have := slices.DeleteFunc(slices.Clone(subjects), func(a about) bool { return a.Subject == export.Comparison && !f.w.paired() })
	for _, x := range have {
		names = append(names, f.t("export.what."+x.name()))
	}
	f.segments("export.what", 2, names, nil, func(s export.Settings) int { return slices.Index(have, subjects[subject(s)]) },
		func(s *export.Settings, i int) { s.Subject, s.Cast = have[i].Subject, have[i].Cast })
	if f.w.maps() > 1 {
		f.heading("export.maps", several)
		f.segments("export.maps", 2, []string{f.t("export.maps.one"), f.w.f("export.maps.all", words.Args{"Count": f.w.maps()})}, nil,
			func(s export.Settings) int { return index(s.AllMaps) }, func(s *export.Settings, i int) { s.AllMaps = i == 1 })
	}
	f.pages(drawn, pdf)
	f.includes(drawn, pdf)
	f.heading("export.look", drawn)
	f.lenses()
	f.forms()
	f.palettes()
	f.languages()
	dpi := func(v float64) string { return f.w.f("export.dpi.value", words.Args{"DPI": v}) }
	var steps []option[float64]
	for _, v := range []float64{96, 144, 192, 300, 600} {
		steps = append(steps, option[float64]{v, dpi(v)})
	}
	svg := func(s export.Settings) bool { return s.Format == export.SVG }
	png := func(s export.Settings) bool { return s.Format == export.PNG }
	choose(f, "export.dpi", steps, dpi, png, func(s *export.Settings) *float64 { return &s.DPI })
	f.tick("export.text.text", svg, func(s *export.Settings) *bool { return &s.Text })
	f.tick("export.transparent", func(s export.Settings) bool { return png(s) || svg(s) }, func(s *export.Settings) *bool { return &s.Transparent })
	if !f.w.o.Print {
		f.tick("export.archive", pdf, func(s *export.Settings) *bool { return &s.Archive })
	}
}

// about is one of the things that can be shown: the map, sheets about it, or sheets of personas.
type about struct {
	export.Subject
	export.Cast
}

func (a about) name() string {
	if a.Cast != export.NoCast {
		return string(a.Cast)
	}
	return a.Subject.Name()
}

// subjects lists what can be shown, the map first.
var subjects = func() []about {
	var list []about
	for _, s := range export.Subjects {
		list = append(list, about{Subject: s})
	}
	return append(list, about{Cast: export.Pages}, about{Cast: export.Compared})
}()

// subject is which of them is shown.
func subject(s export.Settings) int {
	a := about{s.Subject, s.Cast}
	if !s.Cast.Alone() {
		a.Cast = export.NoCast
	}
	return max(0, slices.Index(subjects, a))
}

func index(second bool) int {
	if second {
		return 1
	}
	return 0
}

// pages are paper and size.
func (f *form) pages(drawn, pdf func(export.Settings) bool) {
	f.heading("export.pages", func(s export.Settings) bool { return drawn(s) && s.Format != export.PPTX })
	var spreads []string
	for _, s := range export.Spreads {
		spreads = append(spreads, f.t("export.spread."+string(s)))
	}
	f.segments("export.pages", 2, spreads, func(s export.Settings) bool { return pdf(s) && subject(s) == 0 }, func(s export.Settings) int { return slices.Index(export.Spreads, s.Spread) },
		func(s *export.Settings, i int) {
			s.Spread = export.Spreads[i]
			if s.Divided() && s.Paper == "fit" {
				s.Paper = "A4"
			}
		})
	paper := func(s export.Settings) bool { return s.Spread != export.Slides }
	sized := func(s export.Settings) bool { return paper(s) && s.Paper != "fit" }
	divided := func(s export.Settings) bool { return s.Divided() }
	var whole, parts []option[string]
	for _, name := range page.PaperNames {
		o := option[string]{name, f.paperName(name)}
		if name == "fit" {
			whole = slices.Insert(whole, 0, o)
			continue
		}
		whole, parts = append(whole, o), append(parts, o)
	}
	at := func(s *export.Settings) *string { return &s.Paper }
	same := func(s string) string { return s }
	choose(f, "export.paper", whole, same, func(s export.Settings) bool { return s.Spread == export.OnePage }, at)
	choose(f, "export.sheet", parts, same, divided, at)
	f.segments("export.orientation", 2, []string{f.t("export.landscape"), f.t("export.portrait")}, sized,
		func(s export.Settings) int { return index(s.Portrait) }, func(s *export.Settings, i int) { s.Portrait = i == 1 })

	percent := func(v float64) string { return strconv.Itoa(int(v*100+0.5)) + " %" }
	scales := func(first string) []option[float64] {
		list := []option[float64]{{0, f.t(first)}}
		for _, v := range []float64{0.25, 0.5, 0.75, 1, 1.25, 1.5, 2} {
			list = append(list, option[float64]{v, percent(v)})
		}
		return list
	}
	scale := func(s *export.Settings) *float64 { return &s.Scale }
	choose(f, "export.scale", scales("export.scale.fit"), percent, func(s export.Settings) bool { return s.Spread == export.OnePage }, scale)
	choose(f, "export.scale.tiles", scales("export.scale.own"), percent, divided, scale)

	length := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) + " mm" }
	lengths := func(first string, list ...float64) []option[float64] {
		all := []option[float64]{{list[0], f.t(first)}}
		for _, v := range list[1:] {
			all = append(all, option[float64]{v, length(v)})
		}
		return all
	}
	margins := slices.Insert(lengths("export.none", 0, 10, 15, 20, 25), 0, option[float64]{export.Usual, f.t("export.margin.usual")})
	choose(f, "export.margin", margins, length, paper, func(s *export.Settings) *float64 { return &s.Margin })
	choose(f, "export.overlap", lengths("export.none", 0, 5, 10, 15, 20), length, divided, func(s *export.Settings) *float64 { return &s.Overlap })
	one := func(s export.Settings) bool { return s.Spread == export.OnePage }
	choose(f, "export.bleed", lengths("export.none", 0, 3, 5), length, func(s export.Settings) bool { return one(s) && s.Marks }, func(s *export.Settings) *float64 { return &s.Bleed })
	f.tick("export.marks", one, func(s *export.Settings) *bool { return &s.Marks })
	tiles := func(s export.Settings) bool { return s.Spread == export.Tiles }
	f.tick("export.header", tiles, func(s *export.Settings) *bool { return &s.Header })
	f.tick("export.footer", tiles, func(s *export.Settings) *bool { return &s.Footer })
}

// paperName is what a person calls a paper, with its size.
func (f *form) paperName(name string) string {
	p, err := page.PaperNamed(name, false)
	switch {
	case err != nil:
		return name
	case name == "fit":
		return f.t("export.paper.fit")
	case name == "16:9":
		return f.t("export.paper.slide")
	case name == "letter":
		name = "Letter"
	case name == "tabloid":
		name = "Tabloid"
	}
	w, h := export.Millimetres(p.Size)
	return fmt.Sprintf("%s · %d × %d mm", name, w, h)
}

// includes is what of the map is shown.
func (f *form) includes(drawn, pdf func(export.Settings) bool) {
	pictures := func(s export.Settings) bool { return drawn(s) && s.Spread != export.Slides && !s.Cast.Alone() }
	f.heading("export.include", func(s export.Settings) bool { return drawn(s) && s.Subject == export.TheMap })
	f.tick("export.personas", pictures, func(s *export.Settings) *bool { return &s.Personas })
	f.tick("export.legend", pictures, func(s *export.Settings) *bool { return &s.Legend })
	if f.w.paired() {
		_, to, _, _ := insight.Paired(f.w.o.Project, f.w.o.MapID)
		f.tick("export.pair", func(s export.Settings) bool { return pictures(s) && (s.AllMaps || to.MapID == f.w.o.MapID) }, func(s *export.Settings) *bool { return &s.Pair })
	}
	f.check("export.cast", f.t("export.cast"), func(s export.Settings) bool { return pictures(s) && pdf(s) },
		func(s export.Settings) bool { return s.Cast == export.Behind }, func(s *export.Settings, on bool) {
			if s.Cast = export.NoCast; on {
				s.Cast = export.Behind
			}
		})
	if !f.w.o.Print {
		f.tick("export.comments", func(s export.Settings) bool { return pdf(s) && !s.Cast.Alone() }, func(s *export.Settings) *bool { return &s.Comments })
	}
	p, id := f.w.o.Project, f.w.o.MapID
	var people, lanes []part
	for _, a := range p.AppearancesOf(id) {
		if pe, ok := p.Personas.Get(a.PersonaID); ok {
			people = append(people, part{pe.ID, export.Name(p, journey.RefTo(pe), f.w.o.Words), false})
		}
	}
	for _, l := range p.LanesOf(id) {
		lanes = append(lanes, part{l.ID, export.Name(p, journey.RefTo(l), f.w.o.Words), l.Hidden})
	}
	f.list("export.people", people)
	f.group = func(s export.Settings) bool { return drawn(s) && subject(s) == 0 }
	f.list("export.lanes", lanes)
}

func (f *form) palettes() {
	list := []option[string]{{"", f.t("export.palette.own")}}
	for _, p := range style.Palettes {
		list = append(list, option[string]{p.Name, f.t("inspector.palette." + p.Name)})
	}
	choose(f, "export.palette", list, func(s string) string { return s }, nil, func(s *export.Settings) *string { return &s.Palette })
}

func (f *form) languages() {
	list := []option[string]{{"", f.t("export.lang.own")}}
	for _, l := range words.Languages {
		list = append(list, option[string]{l, f.t("ui.language." + l)})
	}
	choose(f, "export.lang", list, func(s string) string { return s }, nil, func(s *export.Settings) *string { return &s.Lang })
}
