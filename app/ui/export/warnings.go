package export

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/export"
	"jejak/app/ui/look"
	"jejak/data/journey"
)

// mostNames is how many of the things that a warning is about are named, and how many when a person
// wants to see more.
const (
	mostNames    = 12
	mostNamesAll = 300
)

// warnings lists what a person should know before printing, each with the names of what it is about,
// which lead there.
type warnings struct {
	w      *Window
	rows   *fyne.Container
	scroll *container.Scroll
	Links  []*link // of all warnings, for tests
}

// mostHigh is how high the list gets before it scrolls, in units of Fyne.
const mostHigh = 104

func newWarnings(w *Window) *warnings {
	l := &warnings{w: w, rows: look.VBox(8)}
	l.scroll = container.NewVScroll(look.Pad(l.rows, 10, 18, 10, 16))
	return l
}

// object is the list, which takes no room when it is empty.
func (l *warnings) object() fyne.CanvasObject { return l.scroll }

func (l *warnings) set(b *export.Book, width float32) { l.fill(b, width, mostNames) }

func (l *warnings) fill(b *export.Book, width float32, most int) {
	l.rows.Objects, l.Links = nil, nil
	room := width - 16 - 18 - 26
	if b != nil {
		for _, warn := range b.Warnings {
			icon := canvas.NewImageFromResource(look.Icon("warning", look.Now().Bad))
			icon.FillMode = canvas.ImageFillContain
			icon.SetMinSize(fyne.NewSquareSize(16))
			text := look.NewText(b.Say(warn, l.w.o.Words), look.Ink)
			text.Resize(fyne.NewSize(room, 0))
			names := container.New(look.NewFlow(room, 4))
			for i, ref := range warn.Refs {
				if i == most {
					names.Add(newLink(l.w.n("export.more", len(warn.Refs)-i), func() { l.fill(b, width, mostNamesAll) }))
					break
				}
				k := newLink(look.Shorten(export.Name(b.Project, ref, l.w.o.Words), look.SmallSize, look.Medium, 190), func() { l.w.goTo(ref) })
				l.Links = append(l.Links, k)
				names.Add(k)
			}
			l.rows.Add(container.NewBorder(nil, nil, look.Pad(container.NewVBox(icon), 1, 10, 0, 0), nil, look.VBox(3, text, names)))
		}
	}
	if len(l.rows.Objects) == 0 {
		l.scroll.Hide()
	} else {
		l.scroll.Show()
	}
	l.scroll.SetMinSize(fyne.NewSize(100, min(mostHigh, l.scroll.Content.MinSize().Height)))
	l.rows.Refresh()
	l.scroll.ScrollToTop()
	l.scroll.Refresh()
}

// link is a word that leads somewhere.
type link struct {
	widget.BaseWidget
	text             string
	tapped           func()
	hovered, focused bool
}

func newLink(text string, tapped func()) *link {
	k := &link{text: text, tapped: tapped}
	k.ExtendBaseWidget(k)
	return k
}

// Tapped implements fyne.Tappable.
func (k *link) Tapped(*fyne.PointEvent) { k.tapped() }

// MouseIn implements desktop.Hoverable.
func (k *link) MouseIn(*desktop.MouseEvent) { k.hovered = true; k.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (k *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (k *link) MouseOut() { k.hovered = false; k.Refresh() }

// Cursor implements desktop.Cursorable.
func (k *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (k *link) FocusGained() { k.focused = true; k.Refresh() }

// FocusLost implements fyne.Focusable.
func (k *link) FocusLost() { k.focused = false; k.Refresh() }

// TypedRune implements fyne.Focusable.
func (k *link) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (k *link) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		k.tapped()
	default:
		handOn(k, ev)
	}
}

// handOn gives a key that a control has no use for to the handler of its canvas.
func handOn(o fyne.CanvasObject, ev *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(ev)
	}
}

// CreateRenderer implements fyne.Widget.
func (k *link) CreateRenderer() fyne.WidgetRenderer {
	r := &linkRenderer{k: k, ground: canvas.NewRectangle(color.Transparent), text: canvas.NewText(k.text, color.Black)}
	r.Refresh()
	return r
}

type linkRenderer struct {
	k      *link
	ground *canvas.Rectangle
	text   *canvas.Text
}

func (r *linkRenderer) Destroy()                     {}
func (r *linkRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.text} }
func (r *linkRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.text.MinSize().Width+14, 20)
}

func (r *linkRenderer) Layout(s fyne.Size) {
	r.ground.Resize(s)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(7, (s.Height-m.Height)/2))
	r.text.Resize(m)
}

func (r *linkRenderer) Refresh() {
	t := look.Now()
	r.text.TextSize, r.text.FontSource, r.text.Color = look.SmallSize, look.Medium, t.AccentInk
	r.ground.FillColor, r.ground.CornerRadius, r.ground.StrokeWidth = t.Ground, 10, 0
	if r.k.hovered {
		r.ground.FillColor = t.Tint
	}
	if r.k.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = t.AccentInk, 1.5
	}
	r.ground.Refresh()
	r.text.Refresh()
}

// cardOf is what a person can be shown for a reference; what hangs on a card is shown there.
func cardOf(p journey.Project, ref journey.Ref) journey.Ref {
	if rec, ok := p.Get(ref); ok {
		if pt, ok := rec.(journey.Point); ok && pt.At.Kind == journey.KindCard {
			return pt.At
		}
	}
	return ref
}
