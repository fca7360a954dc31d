package inspector

import (
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/inspector/typed"
	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// entry puts a field of text into a group. commit is told what was typed; what it answers is told
// under the field, and what was typed stays until it is right.
func (g *group) entry(caption string, lines int, commit func(string) (complaint string)) (f *look.Field, mixed func(bool)) {
	in := g.in
	if caption != "" {
		mixed = g.caption(caption)
	}
	trouble := look.NewLabel("", look.SmallSize, look.Regular, look.Bad).Two(in.line())
	trouble.Hide()
	f = look.NewField("", lines, in.line()-24, func(s string) {
		text := commit(s)
		if text != "" {
			f.Refuse()
		}
		trouble.SetText(text)
		if was := trouble.Visible(); was != (text != "") {
			if was {
				trouble.Hide()
			} else {
				trouble.Show()
			}
			in.box.Refresh()
		}
	})
	f.After = func() {
		if f.Touched() {
			return // it was refused
		}
		trouble.Hide()
		in.box.Refresh()
		in.o.Focus()
	}
	f.Tight()
	in.join(f)
	in.named[caption] = f
	g.add(f.Framed(), trouble)
	g.fits = append(g.fits, func(w float32) {
		f.SetWidth(w)
		trouble.Two(w)
	})
	g.update = append(g.update, func(journey.Project) {
		if !in.typing(f) {
			trouble.Hide()
		}
	})
	return f, mixed
}

// join makes a field one of the panel's.
func (in *Inspector) join(f *look.Field) {
	f.Wheel = in.scroll.Scrolled
	in.fields = append(in.fields, f)
}

func (in *Inspector) typing(f *look.Field) bool { return in.o.Canvas.Focused() == fyne.Focusable(f) }

// show puts into a field what all records hold, or says that they differ.
func (in *Inspector) show(f *look.Field, value string, differ bool, mixed func(bool)) {
	typing := in.typing(f) && f.Touched()
	if differ {
		f.SetMixed(in.t("inspector.mixed"), typing)
	} else {
		f.SetValue(value, typing)
	}
	if mixed != nil {
		mixed(differ)
	}
}

// text is a labelled text.
func text[T journey.Record](g *group, s *subject[T], key string, lines int, at func(*T) *string) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	var f *look.Field
	f, mixed := g.entry(caption, lines, func(v string) string {
		if s.set(caption, func(rec *T) { *at(rec) = v }) != nil {
			v, differ := common(s, func(rec *T) string { return *at(rec) })
			in.show(f, v, differ, nil)
		}
		return ""
	})
	g.update = append(g.update, func(journey.Project) {
		v, differ := common(s, func(rec *T) string { return *at(rec) })
		in.show(f, v, differ, mixed)
	})
}

// date is a text that must be a day.
func date[T journey.Record](g *group, s *subject[T], key string, at func(*T) *string) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	f, mixed := g.entry(caption, 1, func(v string) string {
		day, ok := typed.Date(v)
		if !ok {
			return in.t("inspector.date.bad")
		}
		_ = s.set(caption, func(rec *T) { *at(rec) = day }) // Change tells of the trouble
		return ""
	})
	g.update = append(g.update, func(journey.Project) {
		v, differ := common(s, func(rec *T) string { return *at(rec) })
		f.SetPlaceHolder(in.t("inspector.date.hint"))
		in.show(f, v, differ, mixed)
	})
}

// amount is a number that may be left out.
type amount struct {
	value float64
	said  bool
}

func (a amount) text() string {
	if !a.said {
		return ""
	}
	return strconv.FormatFloat(math.Round(a.value*1e4)/1e4, 'f', -1, 64)
}

// number is a labelled number between two bounds. hint stands where none is said.
func number[T journey.Record](g *group, s *subject[T], key, hint string, least, most float64, get func(*T) amount, set func(*edit.Tx, journey.ID, amount) error) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	f, mixed := g.entry(caption, 1, func(v string) string {
		value, said, ok := typed.Number(v)
		a := amount{value, said}
		switch {
		case !ok:
			return in.t("inspector.number.bad")
		case a.said && (a.value < least || a.value > most):
			return in.f("inspector.number.range", map[string]any{"Least": amount{least, true}.text(), "Most": amount{most, true}.text()})
		}
		_ = s.edit(caption, func(tx *edit.Tx, id journey.ID) error { return set(tx, id, a) }) // Change tells of the trouble
		return ""
	})
	g.update = append(g.update, func(journey.Project) {
		a, differ := common(s, get)
		f.SetPlaceHolder(hint)
		in.show(f, a.text(), differ, mixed)
	})
}

// link is a web address, with a button that opens it.
func link[T journey.Record](g *group, s *subject[T], key string, at func(*T) *string) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	f, mixed := g.entry(caption, 1, func(v string) string {
		address, ok := typed.Link(v)
		if !ok {
			return in.t("inspector.link.bad")
		}
		_ = s.set(caption, func(rec *T) { *at(rec) = address }) // Change tells of the trouble
		return ""
	})
	open := look.NewButton(look.Quiet, "export", "", nil)
	open.Hint, open.OnHint = in.t("inspector.link.open"), in.o.Hint
	open.OnTapped = func() {
		v, _ := common(s, func(rec *T) string { return *at(rec) })
		if address, ok := typed.Link(v); ok && address != "" {
			in.o.Visit(address)
		}
	}
	last := len(g.box.Objects) - 2 // the frame; under it stands the complaint
	g.box.Objects[last] = container.NewBorder(nil, nil, nil, open, g.box.Objects[last])
	g.fits[len(g.fits)-1] = func(w float32) { f.SetWidth(w - 34) }
	g.update = append(g.update, func(journey.Project) {
		v, differ := common(s, func(rec *T) string { return *at(rec) })
		f.SetPlaceHolder("https://")
		in.show(f, v, differ, mixed)
		_, ok := typed.Link(v)
		open.SetEnabled(ok && v != "")
	})
}
