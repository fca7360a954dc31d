package findings

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/findings"
	"jejak/app/ui/look"
	"jejak/data/journey"
)

// The measures of a row, in units of Fyne.
const (
	textSize   = 12.5
	lead       = 17
	smallLead  = 15
	headSize   = 12.5
	textX      = 28 // of lines
	headX      = 24
	rowEnd     = 10
	lineAbove  = 5
	headAbove  = 9
	mostLines  = 4 // of a sentence
	selectWide = 24
)

// shape is how a row is set in a width.
type shape struct {
	lines  []string
	about  string
	noteW  float32
	height float32
}

func width(s string, size float32, face fyne.Resource) float32 {
	t := canvas.NewText(s, color.Black)
	t.TextSize, t.FontSource = size, face
	return t.MinSize().Width
}

// set breaks the texts of a row.
func set(r findings.Row, w float32) shape {
	var s shape
	x, face, size := float32(textX), look.Regular, float32(textSize)
	if r.Kind == findings.Heading {
		x, face, size = headX, look.SemiBold, headSize
	}
	if r.Note != "" {
		s.noteW = width(r.Note, look.SmallSize, look.Regular) + 8
	}
	room := w - x - rowEnd - s.noteW
	if r.Kind == findings.Heading {
		room -= selectWide
	}
	s.lines = look.Wrap(r.Text, size, face, room)
	if len(s.lines) > mostLines {
		s.lines = s.lines[:mostLines]
		s.lines[mostLines-1] += " …"
	}
	for i := range s.lines {
		s.lines[i] = look.Shorten(s.lines[i], size, face, room)
	}
	above := float32(lineAbove)
	if r.Kind == findings.Heading {
		above = headAbove
	}
	s.height = above + float32(len(s.lines))*lead + above
	if r.About != "" {
		s.about = look.Shorten(r.About, look.SmallSize, look.Regular, w-x-rowEnd)
		s.height += smallLead
	}
	return s
}

// row is a row in sight. It is used for another one when the list is scrolled.
type row struct {
	widget.BaseWidget
	l       *list
	at      int
	hovered bool
	over    float32 // where the pointer is
}

func newRow(l *list) *row {
	r := &row{l: l}
	r.ExtendBaseWidget(r)
	return r
}

func (r *row) item() findings.Row { return r.l.rows[r.at] }

// overSelect reports whether the pointer is where a heading selects all of its group.
func (r *row) overSelect(x float32) bool {
	it := r.item()
	return it.Kind == findings.Heading && x > r.Size().Width-rowEnd-r.l.shapes[r.at].noteW-selectWide
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(ev *fyne.PointEvent) {
	r.l.cursor = r.item().Key
	r.l.focus()
	if r.overSelect(ev.Position.X) {
		r.l.show(r.item())
		return
	}
	r.l.press(r.item())
}

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(ev *desktop.MouseEvent) { r.hover(true, ev.Position.X) }

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(ev *desktop.MouseEvent) { r.hover(true, ev.Position.X) }

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.hover(false, 0) }

func (r *row) hover(on bool, x float32) {
	was := r.hovered && r.overSelect(r.over)
	changed := on != r.hovered
	r.hovered, r.over = on, x
	if now := on && r.overSelect(x); now != was || changed {
		r.l.tip(r, now)
		r.Refresh()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (r *row) AccessibilityLabel() string {
	it := r.item()
	return it.Text + ". " + it.About + " " + it.Note
}

// AccessibilityRole implements fyne.Accessible.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	d := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
		sign: canvas.NewImageFromResource(nil), pick: canvas.NewImageFromResource(nil), dot: canvas.NewCircle(color.Transparent),
		about: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black)}
	d.sign.FillMode, d.pick.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	d.ground.CornerRadius = 6
	for range mostLines {
		d.text = append(d.text, canvas.NewText("", color.Black))
	}
	return d
}

type rowRenderer struct {
	r            *row
	ground, line *canvas.Rectangle
	sign, pick   *canvas.Image
	dot          *canvas.Circle
	text         []*canvas.Text
	about, note  *canvas.Text
}

func (d *rowRenderer) Destroy()           {}
func (d *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, 20) }

func (d *rowRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{d.line, d.ground, d.sign, d.dot, d.pick}
	for _, t := range d.text {
		list = append(list, t)
	}
	return append(list, d.about, d.note)
}

func (d *rowRenderer) Layout(s fyne.Size) {
	it, sh := d.r.item(), d.r.l.shapes[d.r.at]
	d.line.Resize(fyne.NewSize(s.Width, 1))
	top := float32(2)
	d.ground.Move(fyne.NewPos(4, top))
	d.ground.Resize(fyne.NewSize(s.Width-8, s.Height-3))
	x, y := float32(textX), float32(lineAbove)
	if it.Kind == findings.Heading {
		x, y = headX, headAbove
	}
	for i, t := range d.text {
		t.Text = ""
		if i < len(sh.lines) {
			t.Text = sh.lines[i]
			t.Move(fyne.NewPos(x, y+float32(i)*lead))
			t.Resize(t.MinSize())
		}
	}
	mid := y + lead/2
	d.sign.Move(fyne.NewPos(8, mid-6))
	d.sign.Resize(fyne.NewSquareSize(12))
	const mark = 8
	at := fyne.NewPos(14, mid-mark/2)
	if it.Kind == findings.Heading {
		at.X = s.Width // unseen
	}
	d.dot.Move(at)
	d.dot.Resize(fyne.NewSquareSize(mark))
	n := d.note.MinSize()
	d.note.Move(fyne.NewPos(s.Width-rowEnd-n.Width, mid-n.Height/2))
	d.note.Resize(n)
	d.pick.Move(fyne.NewPos(s.Width-rowEnd-sh.noteW-18, mid-7))
	d.pick.Resize(fyne.NewSquareSize(14))
	d.about.Text = sh.about
	d.about.Move(fyne.NewPos(x, y+float32(len(sh.lines))*lead))
	d.about.Resize(d.about.MinSize())
}

func (d *rowRenderer) Refresh() {
	l, t := d.r.l, look.Now()
	if d.r.at >= len(l.rows) {
		return // the list has become shorter, and this row is about to be hidden
	}
	it := d.r.item()
	head := it.Kind == findings.Heading
	ink, soft := t.Ink, t.Second
	if it.Kind == findings.More {
		ink = t.AccentInk
	}
	if it.Kind == findings.Remark {
		ink = t.Second
	}
	chosen := l.chosen == it.Key && it.Kind != findings.Remark
	ground := color.NRGBA{}
	switch {
	case chosen:
		ground, ink, soft = t.Tint, t.AccentInk, t.AccentInk
	case d.r.hovered && it.Kind != findings.Remark:
		ground = t.Ground
	}
	d.ground.FillColor, d.ground.StrokeWidth = ground, 0
	if l.focused && l.cursor == it.Key {
		d.ground.StrokeColor, d.ground.StrokeWidth = t.AccentInk, 1.5
		if ground.A == 0 {
			d.ground.FillColor = t.Panel
		}
	}
	d.line.FillColor = color.Transparent
	if head && d.r.at > 0 {
		d.line.FillColor = t.Hairline
	}
	face, size := look.Regular, float32(textSize)
	if head {
		face, size = look.SemiBold, headSize
	}
	for _, line := range d.text {
		line.Color, line.FontSource, line.TextSize = ink, face, size
	}
	d.about.Color, d.about.FontSource, d.about.TextSize = soft, look.Regular, look.SmallSize
	d.note.Text, d.note.Color, d.note.FontSource, d.note.TextSize = it.Note, soft, look.Regular, look.SmallSize
	if c, ok := markColor(it.Mark, t); ok && head {
		d.note.Color = c
	}
	sign := "chevron-right"
	if it.Open {
		sign = "chevron-down"
	}
	d.sign.Hidden = !head
	setIcon(d.sign, sign, soft)
	d.pick.Hidden = !head || !d.r.hovered && !(l.focused && l.cursor == it.Key)
	pick := soft
	if d.r.hovered && d.r.overSelect(d.r.over) {
		pick = t.AccentInk
	}
	setIcon(d.pick, "focus", pick)
	d.mark(it, t)
	if s := d.r.Size(); s.Width > 0 {
		d.Layout(s)
	}
	canvas.Refresh(d.r)
}

// markColor is the colour of how far a goal or a purpose is met; false if nobody has said.
func markColor(o journey.Outcome, t *look.Theme) (color.NRGBA, bool) {
	switch o {
	case journey.OutcomeMet:
		return t.Good, true
	case journey.OutcomePartly:
		if t.IsDark {
			return color.NRGBA{R: 0xF2, G: 0xB4, B: 0x3C, A: 255}, true
		}
		return color.NRGBA{R: 0x96, G: 0x62, B: 0x05, A: 255}, true
	case journey.OutcomeUnmet:
		return t.Bad, true
	}
	return color.NRGBA{}, false
}

// mark shows how far a goal or a purpose is met; a small dot before all else.
func (d *rowRenderer) mark(it findings.Row, t *look.Theme) {
	d.dot.Hidden = it.Kind != findings.Line
	d.dot.FillColor, d.dot.StrokeColor, d.dot.StrokeWidth = t.Border, t.Border, 1.5
	if c, ok := markColor(it.Mark, t); ok {
		d.dot.FillColor, d.dot.StrokeColor = c, c
	}
}

func setIcon(img *canvas.Image, name string, c color.NRGBA) {
	if res := look.Icon(name, c); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
}
