package library

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	sheets "jejak/canvas/cast"
	"jejak/data/edit/carry"
	"jejak/data/journey"
	"jejak/data/trait"
)

const (
	listWidth = 250
	paraWidth = 440
)

func (d *Dialog) content() fyne.CanvasObject {
	shut := look.NewButton(look.Quiet, "close", "", d.Close)
	head := look.Pad(container.NewBorder(nil, nil, nil, shut, look.NewLabel(d.title(), 16, look.SemiBold, look.Ink)), 10, 12, 10, 20)
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(listWidth, 1))
	left := container.NewBorder(nil, nil, nil, look.Hairline(), container.NewStack(wide, container.NewVScroll(look.Pad(d.list, 6, 6, 6, 8))))
	return container.NewBorder(container.NewBorder(nil, look.Hairline(), nil, nil, head), nil, left, nil, d.hold)
}

// showRight shows the persona that is chosen, or why there is none.
func (d *Dialog) showRight(people []journey.Persona) {
	var o fyne.CanvasObject
	switch {
	case !d.loaded:
		o = container.NewStack()
	case d.err != nil:
		o = container.NewCenter(d.trouble())
	case len(people) == 0:
		o = container.NewCenter(d.nobody())
	default:
		d.showBar()
		ground := look.NewGround(func(t *look.Theme) color.NRGBA { return t.Desk })
		o = container.NewBorder(nil, container.NewBorder(look.Hairline(), nil, nil, nil, look.Pad(d.bar, 10, 16, 12, 16)), nil, nil,
			container.NewStack(ground, d.reader))
		d.draw()
	}
	d.hold.Objects = []fyne.CanvasObject{o}
	d.hold.Refresh()
}

// draw has the page of the chosen persona drawn.
func (d *Dialog) draw() {
	d.drawn++
	number, from, id, o := d.drawn, d.from, d.chosen, sheets.Options{Words: d.o.Words, Measurer: d.o.Faces}
	go func() {
		m := journey.ID("")
		for _, a := range from.MapsInOrder() {
			m = a.ID
			break
		}
		s := sheets.Page(from, m, id, o)
		d.o.Do(func() {
			if number == d.drawn && !d.closed {
				d.reader.Set(s)
			}
		})
	}()
}

// nobody is shown where there is no persona.
func (d *Dialog) nobody() fyne.CanvasObject {
	title, about := d.t("people.library.empty"), d.f("people.library.empty.text", words.Args{"Path": d.o.Library.Path()})
	if d.file != "" {
		title, about = d.t("people.file.empty"), ""
	}
	parts := []fyne.CanvasObject{look.NewLabel(title, 18, look.SemiBold, look.Ink)}
	if about != "" {
		parts = append(parts, d.para(about))
	}
	return column(parts...)
}

// column is as wide as its texts are set.
func column(parts ...fyne.CanvasObject) fyne.CanvasObject {
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(paraWidth, 1))
	return look.VBox(8, append([]fyne.CanvasObject{wide}, parts...)...)
}

func (d *Dialog) para(s string) fyne.CanvasObject {
	t := look.NewText(s, look.Second)
	t.Resize(fyne.NewSize(paraWidth, 0))
	return t
}

// trouble tells why nothing can be shown, and what can be done.
func (d *Dialog) trouble() fyne.CanvasObject {
	title := d.t("people.library.trouble")
	if d.file != "" {
		title = d.t("people.file.trouble")
	}
	parts := []fyne.CanvasObject{look.NewLabel(title, 18, look.SemiBold, look.Ink), d.para(ask.Sentence(d.o.Words, d.err))}
	if d.file == "" {
		parts = append(parts, d.ways()...)
	}
	return column(parts...)
}

// showBar says how the chosen persona stands to the project, and offers what can be done.
func (d *Dialog) showBar() {
	state, differ := d.state()
	var parts, acts []fyne.CanvasObject
	button := func(k look.Kind, icon, key string, do func()) *look.Button {
		b := look.NewButton(k, icon, d.t(key), do)
		acts = append(acts, b)
		return b
	}
	open := !d.o.Locked() && d.o.Project().Info().ID != "" || !d.o.Locked() && d.o.Project().Maps.Len() > 0
	text := ""
	switch state {
	case carry.Missing:
		text = d.t("people.missing.text")
		button(look.Primary, "plus", "people.put", d.put).SetEnabled(open)
	case carry.Equal:
		text = d.t("people.equal.text")
		if m, ok := d.o.Project().Maps.Get(d.o.MapID()); ok && !d.there() {
			text = d.f("people.equal.off", words.Args{"Title": named(d.o.Words, m.Title)})
			button(look.Primary, "plus", "people.putOn", d.put).SetEnabled(open)
		}
	case carry.Differs:
		text = d.f("people.differs.text", words.Args{"Fields": d.fields(differ)})
		button(look.Primary, "", "people.differs.show", d.Differences)
	}
	if m, ok := d.o.Project().Maps.Get(d.o.MapID()); ok && state == carry.Missing {
		on := look.NewCheck(d.f("people.put.map", words.Args{"Title": named(d.o.Words, m.Title)}), func(on bool) { d.alsoOn = on })
		on.Set(d.alsoOn)
		parts = append(parts, on)
	}
	var more []fyne.CanvasObject
	if d.file == "" {
		more = append(more, look.NewButton(look.Quiet, "edit", d.t("people.rename"), d.rename), look.NewButton(look.Quiet, "trash", d.t("people.delete"), d.remove))
	} else {
		more = append(more, look.NewButton(look.Quiet, "save", d.t("people.keep"), func() { d.keep(d.from, d.chosen) }))
	}
	row := look.HBox(6, append(append(more, layout.NewSpacer()), acts...)...)
	say := look.NewLabel(text, look.TextSize, look.Regular, look.Second)
	d.bar.Objects = []fyne.CanvasObject{look.VBox(6, append(append([]fyne.CanvasObject{say}, parts...), row)...)}
	d.bar.Refresh()
}

// fields names what differs, as many as a line holds.
func (d *Dialog) fields(list []trait.Trait) string {
	const most = 4
	var names []string
	for i, t := range list {
		if i == most {
			names = append(names, d.o.Words.N("people.more", len(list)-most, nil))
			break
		}
		names = append(names, d.t(string(t)))
	}
	return strings.Join(names, ", ")
}
