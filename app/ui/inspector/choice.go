package inspector

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/data/journey"
)

// row is a labelled row of choices of which one is on, or none: −1.
func (g *group) row(caption string, names []string, get func() (on int, mixed bool), set func(int) error) {
	in := g.in
	mixed := g.caption(caption)
	buttons := make([]fyne.CanvasObject, len(names))
	list := make([]*look.Button, len(names))
	for i, name := range names {
		b := look.NewButton(look.Segment, "", name, nil)
		b.OnTapped = func() {
			to := i
			if b.On {
				to = -1 // pressing what is on takes it back
			}
			if set(to) == nil && !b.Keyed() {
				in.o.Focus()
			}
		}
		buttons[i], list[i] = b, b
	}
	g.add(container.New(evenly{}, buttons...))
	g.update = append(g.update, func(journey.Project) {
		on, differ := get()
		mixed(differ)
		for i, b := range list {
			b.SetOn(!differ && i == on)
		}
	})
}

// segments is a row of the values of a field. name says what a person reads for one.
func segments[T journey.Record, V comparable](g *group, s *subject[T], key string, values []V, name func(V) string, at func(*T) *V) {
	caption := g.in.t("inspector.field." + key)
	names := make([]string, len(values))
	for i, v := range values {
		names[i] = name(v)
	}
	g.row(caption, names, func() (int, bool) {
		v, mixed := common(s, func(rec *T) V { return *at(rec) })
		return slices.Index(values, v), mixed
	}, func(i int) error {
		var to V
		if i >= 0 {
			to = values[i]
		}
		return s.set(caption, func(rec *T) { *at(rec) = to })
	})
}

// wordsOf are segments of a vocabulary of the field; list names what a person reads for it.
func wordsOf[T journey.Record, V ~string](g *group, s *subject[T], key, list string, values []V, at func(*T) *V) {
	segments(g, s, key, values, func(v V) string { return g.in.t("inspector." + list + "." + string(v)) }, at)
}

// degree is a choice of 1 … most.
func degree[T journey.Record](g *group, s *subject[T], key string, most int, at func(*T) *int) {
	values := make([]int, most)
	for i := range values {
		values[i] = i + 1
	}
	segments(g, s, key, values, strconv.Itoa, at)
}

// check is a labelled box to tick.
func check[T journey.Record](g *group, s *subject[T], key string, at func(*T) *bool) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	var c *look.Check
	c = look.NewCheck(caption, func(on bool) {
		if s.set(caption, func(rec *T) { *at(rec) = on }) == nil && !c.Keyed() {
			in.o.Focus()
		}
	})
	g.add(look.Gap(2), c)
	g.update = append(g.update, func(journey.Project) {
		if on, differ := common(s, func(rec *T) bool { return *at(rec) }); differ {
			c.SetMixed()
		} else {
			c.Set(on)
		}
	})
}

// option is a value of a choice and what a person reads for it.
type option[V any] struct {
	value V
	name  string
}

// choose is a labelled list to choose from. options is asked again after every change.
func choose[T journey.Record, V comparable](g *group, s *subject[T], key string, options func(journey.Project) []option[V], at func(*T) *V) {
	in, caption := g.in, g.in.t("inspector.field."+key)
	mixed := g.caption(caption)
	var have []option[V]
	list := widget.NewSelect(nil, nil)
	loading := false
	list.OnChanged = func(string) {
		i := list.SelectedIndex()
		if loading || i < 0 || i >= len(have) {
			return
		}
		to := have[i].value
		if s.set(caption, func(rec *T) { *at(rec) = to }) == nil {
			in.o.Focus()
		}
	}
	g.add(container.NewStack(look.NewOutline(), list))
	g.update = append(g.update, func(p journey.Project) {
		loading = true
		defer func() { loading = false }()
		if now := options(p); !slices.Equal(now, have) {
			have = now
			names := make([]string, len(now))
			for i, o := range now {
				names[i] = o.name
			}
			list.SetOptions(distinct(names))
		}
		v, differ := common(s, func(rec *T) V { return *at(rec) })
		mixed(differ)
		list.PlaceHolder = in.t("inspector.none")
		i := -1
		if differ {
			list.PlaceHolder = in.t("inspector.mixed")
		} else {
			i = slices.IndexFunc(have, func(o option[V]) bool { return o.value == v })
		}
		if i != list.SelectedIndex() || i < 0 {
			list.ClearSelected()
			if i >= 0 {
				list.SetSelectedIndex(i)
			}
		}
	})
}

// distinct tells apart what is called the same: Fyne finds what was chosen by its name.
func distinct(names []string) []string {
	seen := map[string]int{}
	for i, n := range names {
		if seen[n]++; seen[n] > 1 {
			names[i] = n + " (" + strconv.Itoa(seen[n]) + ")"
		}
	}
	return names
}

// vocabulary pairs the words of the field with what a person reads for them; an empty one is none.
func vocabulary[V ~string](in *Inspector, prefix string, values []V) func(journey.Project) []option[V] {
	list := make([]option[V], len(values))
	for i, v := range values {
		list[i] = option[V]{v, in.t("inspector.none")}
		if v != "" {
			list[i].name = in.t(prefix + string(v))
		}
	}
	return func(journey.Project) []option[V] { return list }
}

// orNone puts none before what can be chosen.
func orNone[R journey.Record](in *Inspector, list []R) []option[journey.ID] {
	options := []option[journey.ID]{{"", in.t("inspector.none")}}
	for _, r := range list {
		name := journey.NameOf(r)
		if name == "" {
			name = in.t("inspector.untitled")
		}
		options = append(options, option[journey.ID]{r.RecordID(), name})
	}
	return options
}

// evenly shares its width among its objects, without a gap.
type evenly struct{}

// MinSize implements fyne.Layout.
func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s = fyne.NewSize(s.Width+min(m.Width, 60), max(s.Height, m.Height))
	}
	return s
}

// Layout implements fyne.Layout.
func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*w, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}
