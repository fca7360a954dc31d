// Package inspector is the panel with the fields of what is selected; of the map when nothing is. All
// of it belongs to the goroutine of the window.
package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Width is that of the panel, in units of Fyne.
const Width = 276

// Options says what an Inspector works with. All of it must be there.
type Options struct {
	Editor *editor.Editor
	Words  *words.Table
	Canvas fyne.Canvas
	Change func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Run    func(editor.ActionID)
	Focus  func() // gives the keyboard to the board
}

// Inspector is the panel.
type Inspector struct {
	widget.BaseWidget
	o      Options
	body   *fyne.Container
	scroll *container.Scroll
	shown  []journey.Ref
	mapID  journey.ID
	title  *look.Label
	sub    *look.Label
	rows   []fyne.CanvasObject
	update []func(p journey.Project) // bring the controls up to date
	filled bool
}

// New returns the panel. Update brings it up to date.
func New(o Options) *Inspector {
	in := &Inspector{o: o, body: look.VBox(4)}
	in.scroll = container.NewVScroll(look.Pad(in.body, 14, 16, 16, 14))
	in.ExtendBaseWidget(in)
	return in
}

// CreateRenderer implements fyne.Widget.
func (in *Inspector) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(look.PanelGround(), in.scroll))
}

// Forget has the next Update make all controls anew: another document is shown.
func (in *Inspector) Forget() { in.filled = false }

// Update brings the panel up to date. Its controls are made anew only when something else is
// selected, so that nobody loses the field they are in.
func (in *Inspector) Update() {
	ed := in.o.Editor
	p := ed.Document().Project()
	sel := slices.DeleteFunc(slices.Clone(ed.Selection()), func(r journey.Ref) bool { return !p.Has(r) })
	if !in.filled || !slices.Equal(sel, in.shown) || ed.MapID() != in.mapID {
		in.shown, in.mapID, in.filled = sel, ed.MapID(), true
		in.fill(p)
	}
	for _, f := range in.update {
		f(p)
	}
}

// fill makes the controls for what is selected.
func (in *Inspector) fill(p journey.Project) {
	in.rows, in.update = nil, nil
	in.title = look.NewLabel("", 15, look.SemiBold, look.Ink).Two(Width - 32)
	in.sub = look.NewLabel("", 12, look.Regular, look.Second)
	in.rows = append(in.rows, in.title, in.sub, look.Gap(4))
	ref := journey.Ref{Kind: journey.KindMap, ID: in.mapID}
	switch len(in.shown) {
	case 0:
	case 1:
		ref = in.shown[0]
	default:
		in.many()
		ref = journey.Ref{}
	}
	switch ref.Kind {
	case journey.KindMap:
		in.mapFields(ref.ID)
	case journey.KindStage:
		in.stageFields(ref.ID)
	case journey.KindStep:
		in.stepFields(ref.ID)
	case journey.KindLane:
		in.laneFields(ref.ID)
	case journey.KindCard:
		in.cardFields(p, ref.ID)
	case journey.KindPersona:
		in.personaFields(ref.ID)
	case journey.KindPoint:
		in.pointFields(ref.ID)
	case journey.KindLink:
		in.linkFields(ref.ID)
	}
	in.body.Objects = in.rows
	in.body.Refresh()
	in.scroll.ScrollToTop()
}

// head says what the fields are about. It is asked again after every change.
func (in *Inspector) head(f func(p journey.Project) (title, sub string)) {
	in.update = append(in.update, func(p journey.Project) {
		title, sub := f(p)
		if title == "" {
			title = in.o.Words.T("inspector.untitled")
		}
		in.title.SetText(title)
		in.sub.SetText(sub)
		in.body.Refresh() // the title may take another line now
	})
}

func (in *Inspector) many() {
	n := len(in.shown)
	in.head(func(journey.Project) (string, string) {
		return in.o.Words.N("inspector.many", n, nil), in.o.Words.T("inspector.many.hint")
	})
	for _, id := range []string{"edit.duplicate", "edit.delete"} {
		a := in.o.Editor.Action(editor.ActionID(id))
		b := look.NewButton(look.Outlined, "", a.Label(), func() { in.o.Run(a.ID) })
		b.SetEnabled(a.Enabled())
		in.rows = append(in.rows, look.Gap(2), b)
	}
}

func (in *Inspector) caption(key string) {
	in.rows = append(in.rows, look.Gap(4), look.Caption(in.o.Words.T("inspector.field."+key)))
}

// field is a labelled text of a record of type T.
func field1[T journey.Record](in *Inspector, id journey.ID, key string, lines int, get func(T) string, set func(*T, string)) {
	in.caption(key)
	in.rows = append(in.rows, fieldOf(in, id, lines, get, set).Framed())
}

// fieldOf is the entry alone.
func fieldOf[T journey.Record](in *Inspector, id journey.ID, lines int, get func(T) string, set func(*T, string)) *look.Field {
	f := look.NewField("", lines, Width-54, func(s string) {
		if err := in.put(edit.LabelText, func(tx *edit.Tx) error {
			return edit.Update(tx, id, func(rec *T) { set(rec, s) })
		}); err != nil {
			in.Update()
		}
	})
	f.After = in.o.Focus
	in.update = append(in.update, func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			f.SetValue(get(rec), in.o.Canvas.Focused() == fyne.Focusable(f))
		}
	})
	return f
}

func recordOf[T journey.Record](p journey.Project, id journey.ID) (T, bool) {
	var zero T
	rec, ok := p.Get(journey.Ref{Kind: zero.Kind(), ID: id})
	if !ok {
		return zero, false
	}
	return rec.(T), true
}

// put makes one undo step of f.
func (in *Inspector) put(key string, f func(*edit.Tx) error) error {
	return in.o.Change(edit.Label{Key: key, Count: 1}, f)
}

// segments is a labelled row of choices of which one is on.
func segments[T journey.Record](in *Inspector, id journey.ID, key string, values []string, name func(string) string, get func(T) string, set func(*T, string)) {
	in.caption(key)
	buttons := make([]fyne.CanvasObject, len(values))
	var list []*look.Button
	for i, v := range values {
		b := look.NewButton(look.Segment, "", name(v), nil)
		b.OnTapped = func() {
			to := v
			if b.On {
				to = "" // pressing what is on takes it back
			}
			if in.put(edit.LabelUpdate, func(tx *edit.Tx) error {
				return edit.Update(tx, id, func(rec *T) { set(rec, to) })
			}) == nil {
				in.o.Focus()
			}
		}
		buttons[i] = b
		list = append(list, b)
	}
	in.rows = append(in.rows, container.New(evenly{}, buttons...))
	in.update = append(in.update, func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			for i, b := range list {
				b.SetOn(values[i] == get(rec))
			}
		}
	})
}

// check is a labelled box to tick.
func check[T journey.Record](in *Inspector, id journey.ID, key string, get func(T) bool, set func(*T, bool)) {
	c := look.NewCheck(in.o.Words.T("inspector.field."+key), func(on bool) {
		if in.put(edit.LabelUpdate, func(tx *edit.Tx) error {
			return edit.Update(tx, id, func(rec *T) { set(rec, on) })
		}) == nil {
			in.o.Focus()
		}
	})
	in.rows = append(in.rows, look.Gap(2), c)
	in.update = append(in.update, func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			c.Set(get(rec))
		}
	})
}

// option is a value of a choice and what a person reads for it.
type option struct{ value, name string }

// choose is a labelled list to choose from. options is asked again after every change.
func choose[T journey.Record](in *Inspector, id journey.ID, key string, options func(journey.Project) []option, get func(T) string, set func(*T, string)) {
	in.caption(key)
	var have []option
	s := widget.NewSelect(nil, nil)
	loading := false
	s.OnChanged = func(string) {
		i := s.SelectedIndex()
		if loading || i < 0 || i >= len(have) {
			return
		}
		if in.put(edit.LabelUpdate, func(tx *edit.Tx) error {
			return edit.Update(tx, id, func(rec *T) { set(rec, have[i].value) })
		}) == nil {
			in.o.Focus()
		}
	}
	in.rows = append(in.rows, bordered(s))
	in.update = append(in.update, func(p journey.Project) {
		rec, ok := recordOf[T](p, id)
		if !ok {
			return
		}
		loading = true
		defer func() { loading = false }()
		if now := options(p); !slices.Equal(now, have) {
			have = now
			names := make([]string, len(now))
			for i, o := range now {
				names[i] = o.name
			}
			s.SetOptions(names)
		}
		s.SetSelectedIndex(slices.IndexFunc(have, func(o option) bool { return o.value == get(rec) }))
	})
}

// feel is a slider for a point of a persona's curve.
func (in *Inspector) feel(caption string, value func(journey.Project) float64, set func(tx *edit.Tx, v float64) error) {
	in.rows = append(in.rows, look.Gap(4), look.Caption(caption))
	s := look.NewSlider(-2, 2, 0.5, func(v float64) {
		if in.put(edit.LabelEmotion, func(tx *edit.Tx) error { return set(tx, v) }) == nil {
			in.o.Focus()
		}
	})
	small := func(key string) *look.Label {
		return look.NewLabel(in.o.Words.T(key), look.SmallSize, look.Regular, look.Second).Wide()
	}
	in.rows = append(in.rows, s, container.NewBorder(nil, nil, small("map.furious"), small("map.delighted"),
		container.NewCenter(small("map.neutral"))))
	in.update = append(in.update, func(p journey.Project) {
		s.Set(value(p))
	})
}

// bordered puts a hairline round a control of Fyne's that has none.
func bordered(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(look.NewOutline(), o)
}

// evenly shares its width among its objects, without a gap.
type evenly struct{}

func (evenly) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s = fyne.NewSize(s.Width+min(m.Width, 60), max(s.Height, m.Height))
	}
	return s
}

func (evenly) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := size.Width / float32(len(objects))
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*w, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}
