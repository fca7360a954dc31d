package manage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Form is all about one record. What is put into it stands below what was put in before.
type Form struct {
	m      *Manager
	id     journey.ID
	rows   []fyne.CanvasObject
	update []func(p journey.Project)
	first  fyne.Focusable // gets the keyboard when the form does

	Fields map[string]*look.Field // by key of the caption, for tests
}

// Manager returns the dialog that the form is in.
func (f *Form) Manager() *Manager { return f.m }

// Update brings the controls up to date.
func (f *Form) Update(p journey.Project) {
	for _, u := range f.update {
		u(p)
	}
}

func (f *Form) focus() {
	if f.first != nil {
		f.m.Canvas.Focus(f.first)
		if s, ok := f.first.(fyne.Shortcutable); ok {
			s.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
}

// Put adds an object.
func (f *Form) Put(o fyne.CanvasObject) { f.rows = append(f.rows, o) }

// OnUpdate has something brought up to date with the project, now and after every change.
func (f *Form) OnUpdate(u func(p journey.Project)) { f.update = append(f.update, u) }

// Caption adds the caption of what follows.
func (f *Form) Caption(key string) { f.Put(look.Gap(6)); f.Put(look.Caption(f.m.T(key))) }

// Heading adds the heading of a part of the form.
func (f *Form) Heading(key string) { f.Put(look.Gap(14)); f.Put(look.Heading(f.m.T(key))) }

// Text is a labelled text of a record of type T, at least so many lines high.
func Text[T journey.Record](f *Form, key string, lines int, get func(T) string, set func(*T, string)) {
	f.Caption(key)
	f.Put(TextField(f, key, lines, FormWidth, get, set).Framed())
}

// TextField is the field alone, width units of Fyne wide.
func TextField[T journey.Record](f *Form, key string, lines int, width float32, get func(T) string, set func(*T, string)) *look.Field {
	id := f.id
	return field(f, key, lines, width, get, func(s string) {
		_ = f.m.Change(edit.Label{Key: edit.LabelText}, func(tx *edit.Tx) error { // told there
			return edit.Update(tx, id, func(rec *T) { set(rec, s) })
		})
	})
}

// Named is a field of one line that does what it is told with what was typed.
func Named[T journey.Record](f *Form, key string, get func(T) string, put func(string)) *look.Field {
	return field(f, key, 1, FormWidth, get, put)
}

func field[T journey.Record](f *Form, key string, lines int, width float32, get func(T) string, put func(string)) *look.Field {
	id := f.id
	var field *look.Field
	field = look.NewField("", lines, width-26, func(s string) {
		put(s)
		if rec, ok := recordOf[T](f.m.Project(), id); ok {
			field.SetValue(get(rec), false) // as it was taken; as it was before, if it was not
		}
	})
	field.After = func() { f.m.Canvas.Focus(f.m.list) }
	if f.first == nil {
		f.first = field
	}
	if f.Fields == nil {
		f.Fields = map[string]*look.Field{}
	}
	f.Fields[key] = field
	f.OnUpdate(func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			field.SetValue(get(rec), f.m.Canvas.Focused() == fyne.Focusable(field))
		}
	})
	return field
}

func recordOf[T journey.Record](p journey.Project, id journey.ID) (T, bool) {
	var zero T
	rec, ok := p.Get(journey.Ref{Kind: zero.Kind(), ID: id})
	if !ok {
		return zero, false
	}
	return rec.(T), true
}

// Pair adds two labelled texts side by side.
func Pair[T journey.Record](f *Form, key1 string, get1 func(T) string, set1 func(*T, string), key2 string, get2 func(T) string, set2 func(*T, string)) {
	half := float32(FormWidth-12) / 2
	f.Put(look.Gap(6))
	f.Put(container.New(halves{12},
		look.VBox(4, look.Caption(f.m.T(key1)), TextField(f, key1, 1, half, get1, set1).Framed()),
		look.VBox(4, look.Caption(f.m.T(key2)), TextField(f, key2, 1, half, get2, set2).Framed())))
}

// Segments is a choice of a few values; choosing the chosen one again says nothing any more.
func Segments[T journey.Record](f *Form, key string, values []string, name func(string) string, get func(T) string, set func(*T, string)) {
	f.Caption(key)
	id := f.id
	buttons := make([]*look.Button, len(values))
	objects := make([]fyne.CanvasObject, len(values))
	for i, v := range values {
		b := look.NewButton(look.Segment, "", name(v), nil)
		b.OnTapped = func() {
			now := v
			if b.On {
				now = ""
			}
			_ = f.m.Change(edit.Label{Key: edit.LabelUpdate}, func(tx *edit.Tx) error { // told there
				return edit.Update(tx, id, func(rec *T) { set(rec, now) })
			})
		}
		buttons[i], objects[i] = b, b
	}
	f.Put(container.New(halves{0}, objects...))
	f.OnUpdate(func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			for i, v := range values {
				buttons[i].SetOn(get(rec) == v)
			}
		}
	})
}

// Merge is a button that offers the others, to make one of this and one of them.
func Merge(f *Form, key string, others func(p journey.Project) []Item, merge func(into journey.ID)) {
	f.Put(look.Gap(2))
	var b *look.Button
	b = look.NewButton(look.Outlined, "", f.m.T(key), func() {
		var items []menu.Item
		for _, it := range others(f.m.Project()) {
			items = append(items, menu.Item{Label: look.Shorten(it.Name, look.TextSize, look.Regular, 320), Run: func() { merge(it.ID) }})
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(0, b.Size().Height+4)
		menu.Show(f.m.Canvas, at, items)
	})
	f.Put(look.HBox(0, b))
	f.OnUpdate(func(p journey.Project) { b.SetEnabled(len(others(p)) > 0) })
}

// halves shares its width evenly among its objects.
type halves struct{ gap float32 }

// MinSize implements fyne.Layout.
func (h halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s = fyne.NewSize(s.Width+min(m.Width, 60), max(s.Height, m.Height))
	}
	return s
}

// Layout implements fyne.Layout.
func (h halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := float32(len(objects))
	w := (size.Width - h.gap*(n-1)) / n
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(w+h.gap), 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}
