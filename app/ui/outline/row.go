package outline

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// The measures of a line, in units of Fyne.
const (
	lineHeight  = 28
	listPad     = 4  // above the first and below the last
	linePad     = 6  // beside
	levelIndent = 12 // of a branch below another
	signSize    = 14 // of the drawings
)

// row is a line in sight. It is used for another line when the list is scrolled.
type row struct {
	widget.BaseWidget
	p       *Outline
	node    node
	hovered bool
	cut     bool // its text is longer than there is room for
}

func newRow(p *Outline) *row {
	r := &row{p: p}
	r.ExtendBaseWidget(r)
	return r
}

// MouseDown implements desktop.Mouseable: a press selects at once; on the sign of a branch it folds.
func (r *row) MouseDown(ev *desktop.MouseEvent) {
	r.p.hover(r, false)
	fold := r.node.folds && ev.Position.X < r.indent()+signSize+4
	if ev.Button == desktop.MouseButtonPrimary && fold {
		r.p.cursor = r.node.ref
		r.p.fold(r.node.ref, !r.node.open)
		return
	}
	add := ev.Modifier&(fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift) != 0
	if ev.Button == desktop.MouseButtonSecondary && r.p.marked[r.node.ref] {
		return // what is selected stays so for its menu
	}
	r.p.choose(r.node.ref, add)
}

// MouseUp implements desktop.Mouseable.
func (r *row) MouseUp(*desktop.MouseEvent) {
	if r.p.rename == nil {
		r.p.o.Canvas.Focus(r.p)
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (r *row) DoubleTapped(ev *fyne.PointEvent) {
	if !r.node.folds || ev.Position.X >= r.indent()+signSize+4 {
		r.p.beginRename(r.node.ref)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *row) TappedSecondary(ev *fyne.PointEvent) {
	if r.p.o.Menu != nil {
		r.p.o.Menu(ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(*desktop.MouseEvent) { r.over(true) }

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.over(false) }

func (r *row) over(on bool) {
	r.hovered = on
	r.p.hover(r, on)
	r.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (r *row) AccessibilityLabel() string {
	title, _ := r.p.title(r.node.ref)
	return title
}

// AccessibilityRole implements fyne.Accessible.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// indent is where the sign of a branch stands; the drawing of a card stands below that of its
// branch.
func (r *row) indent() float32 { return 6 + float32(r.node.level)*levelIndent }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	w := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), sign: canvas.NewImageFromResource(nil),
		icon: canvas.NewImageFromResource(nil), text: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black)}
	w.sign.FillMode, w.icon.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	w.ground.CornerRadius = 6
	w.text.TextSize, w.note.TextSize = look.TextSize, look.SmallSize
	w.note.FontSource = look.Regular
	return w
}

type rowRenderer struct {
	r          *row
	ground     *canvas.Rectangle
	sign, icon *canvas.Image
	text, note *canvas.Text
}

func (w *rowRenderer) Destroy()           {}
func (w *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, lineHeight) }

func (w *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{w.ground, w.sign, w.icon, w.text, w.note}
}

func (w *rowRenderer) Layout(s fyne.Size) {
	w.ground.Resize(s)
	x, y := w.r.indent(), (s.Height-signSize)/2
	w.sign.Move(fyne.NewPos(x, y))
	w.sign.Resize(fyne.NewSquareSize(signSize))
	x += signSize + 3
	if w.sign.Hidden {
		x -= levelIndent // a card stands right below the drawing of its branch
		x += signSize - levelIndent + 1
	}
	w.icon.Move(fyne.NewPos(x, y))
	w.icon.Resize(fyne.NewSquareSize(signSize))
	x += signSize + 6
	end := s.Width - 8
	if !w.note.Hidden {
		m := w.note.MinSize()
		w.note.Move(fyne.NewPos(end-m.Width, (s.Height-m.Height)/2))
		w.note.Resize(m)
		end -= m.Width + 6
	}
	title, _ := w.r.p.title(w.r.node.ref)
	w.text.Text = look.Shorten(title, look.TextSize, w.text.FontSource, end-x)
	w.r.cut = w.text.Text != title
	m := w.text.MinSize()
	w.text.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
	w.text.Resize(m)
}

func (w *rowRenderer) Refresh() {
	t, p, n := look.Now(), w.r.p, w.r.node
	on := p.marked[n.ref]
	ink, soft := t.Ink, t.Second
	w.text.FontSource = look.Regular
	if n.level <= 1 {
		w.text.FontSource = look.Medium
	}
	if _, known := p.title(n.ref); !known {
		ink = t.Second
	}
	ground := color.NRGBA{}
	switch {
	case on:
		ground, ink, soft = t.Tint, t.AccentInk, t.AccentInk
	case w.r.hovered:
		ground = t.Ground
	}
	w.ground.FillColor, w.ground.StrokeWidth = ground, 0
	if p.focused && p.cursor == n.ref {
		w.ground.StrokeColor, w.ground.StrokeWidth = t.AccentInk, 1.5
		if ground.A == 0 {
			w.ground.FillColor = t.Panel // Fyne blends the rim with the fill: not with nothing
		}
	}
	sign := "chevron-right"
	if n.open {
		sign = "chevron-down"
	}
	w.sign.Hidden = !n.folds
	setIcon(w.sign, sign, soft)
	setIcon(w.icon, p.icon(n.ref), soft)
	w.note.Text, w.note.Hidden = strconv.Itoa(n.count), n.count == 0
	w.note.Color, w.text.Color = soft, ink
	if s := w.r.Size(); s.Width > 0 {
		w.Layout(s)
	}
	w.ground.Refresh()
	w.text.Refresh()
	w.note.Refresh()
	canvas.Refresh(w.r)
}

func setIcon(img *canvas.Image, name string, c color.NRGBA) {
	if res := look.Icon(name, c); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}
