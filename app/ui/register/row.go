package register

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/board"
	"jejak/app/ui/look"
	"jejak/data/insight"
	"jejak/data/journey"
	data "jejak/data/register"
)

// row is a row in sight. It is used for another row when the table is scrolled.
type row struct {
	widget.BaseWidget
	t       *Table
	i       int
	row     data.Row
	hovered bool
	over    data.Column // the column under the pointer
	cut     map[data.Column]string
}

// jumpRoom is what the sign that leads to the card takes at the end of its cell.
const jumpRoom = 26

func newRow(t *Table) *row {
	r := &row{t: t, cut: map[data.Column]string{}}
	r.ExtendBaseWidget(r)
	return r
}

// columnAt is the column at a place, and how far from its end that is.
func (r *row) columnAt(x float32) (data.Column, float32) {
	for _, sp := range r.t.spans {
		if x < sp.x+sp.width {
			return sp.column, sp.x + sp.width - x
		}
	}
	return r.t.spans[len(r.t.spans)-1].column, 0
}

// jumps reports whether a place is the sign that leads to the card.
func (r *row) jumps(x float32) bool {
	c, end := r.columnAt(x)
	return c == data.Answers && end < jumpRoom && r.row.Card.ID != ""
}

// MouseDown implements desktop.Mouseable.
func (r *row) MouseDown(ev *desktop.MouseEvent) {
	t := r.t
	t.l.o.Away()
	if t.cell != nil {
		id := r.row.Action.ID
		t.keep()
		for i, now := range t.l.r.Rows() { // what was typed may have put it elsewhere
			if now.Action.ID == id {
				r.i = i
			}
		}
	}
	c, _ := r.columnAt(ev.Position.X)
	m := board.Mods(ev.Modifier)
	switch {
	case ev.Button == desktop.MouseButtonSecondary:
		if !t.l.r.Marked(r.row.Action.ID) {
			t.l.r.Go(r.i, c, false, false)
		}
	case r.jumps(ev.Position.X) && !m.Ctrl && !m.Shift:
		t.l.r.Go(r.i, c, false, false)
	default:
		t.l.r.Go(r.i, c, m.Ctrl, m.Shift)
	}
	t.l.o.Canvas.Focus(t)
}

// MouseUp implements desktop.Mouseable.
func (r *row) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary && r.jumps(ev.Position.X) && ev.Modifier == 0 {
		r.t.l.o.GoTo(journey.RefTo(r.row.Card))
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (r *row) DoubleTapped(ev *fyne.PointEvent) {
	if r.jumps(ev.Position.X) {
		return
	}
	c, _ := r.columnAt(ev.Position.X)
	r.t.l.r.Go(r.i, c, false, false)
	if !r.t.l.r.Type() {
		r.t.choose()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *row) TappedSecondary(ev *fyne.PointEvent) { r.t.menu(ev.AbsolutePosition) }

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(ev *desktop.MouseEvent) { r.hovered = true; r.MouseMoved(ev); r.Refresh() }

// MouseMoved implements desktop.Hoverable: what is cut is told whole.
func (r *row) MouseMoved(ev *desktop.MouseEvent) {
	c, _ := r.columnAt(ev.Position.X)
	if c == r.over {
		return
	}
	r.over = c
	if whole := r.cut[c]; whole != "" {
		r.t.l.o.Tip(r, whole)
	} else {
		r.t.l.o.Away()
	}
}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.hovered, r.over = false, ""; r.t.l.o.Away(); r.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (r *row) AccessibilityLabel() string { return r.row.Action.Title }

// AccessibilityRole implements fyne.Accessible.
func (r *row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// said is what stands in a column of the row, with a second line where there is one.
func (r *row) said(c data.Column) (text, second string) {
	w := r.t.l.o.Words
	switch {
	case c == data.Title && r.row.Action.Title == "":
		return w.T("inspector.untitled"), ""
	case c == data.Answers && r.row.Card.ID != "":
		return insight.Name(r.t.l.o.Editor.Document().Project(), journey.RefTo(r.row.Card), w), ""
	case c == data.Due && r.row.Late > 0:
		return data.ShortDate(r.row.Action.Due, w), w.N("register.days", r.row.Late, nil)
	case c == data.Due:
		return data.ShortDate(r.row.Action.Due, w), ""
	}
	return data.Said(r.row, c, w, nil), ""
}

// hue is the colour of a status.
func hue(s journey.Status, t *look.Theme) color.NRGBA {
	switch s {
	case journey.StatusDone:
		return t.Good
	case journey.StatusDoing:
		return color.NRGBA{R: 0xD9, G: 0x8A, B: 0x0B, A: 255}
	case journey.StatusPlanned:
		return t.AccentInk
	}
	return t.Third
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	w := &rowRenderer{r: r, ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent),
		rim: canvas.NewRectangle(color.Transparent), dot: canvas.NewCircle(color.Transparent),
		icon: canvas.NewImageFromResource(nil), jump: canvas.NewImageFromResource(nil), second: canvas.NewText("", color.Black)}
	w.icon.FillMode, w.jump.FillMode = canvas.ImageFillContain, canvas.ImageFillContain
	w.rim.CornerRadius = 5
	for range data.Columns {
		w.texts = append(w.texts, canvas.NewText("", color.Black))
	}
	return w
}

type rowRenderer struct {
	r                 *row
	ground, line, rim *canvas.Rectangle
	dot               *canvas.Circle
	icon, jump        *canvas.Image
	texts             []*canvas.Text
	second            *canvas.Text
}

func (w *rowRenderer) Destroy()           {}
func (w *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(60, rowHeight) }
func (w *rowRenderer) Layout(fyne.Size)   { w.Refresh() }

func (w *rowRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{w.ground, w.line, w.rim, w.dot, w.icon, w.jump, w.second}
	for _, t := range w.texts {
		list = append(list, t)
	}
	return list
}

// Refresh draws the row that it shows now.
func (w *rowRenderer) Refresh() {
	r, t := w.r, look.Now()
	size := r.Size()
	if size.Width <= 0 || r.t.spans == nil {
		return
	}
	a := r.row.Action
	at, column := r.t.l.r.Cursor()
	marked := r.t.l.r.Marked(a.ID)
	w.ground.FillColor = t.Panel
	switch {
	case marked:
		w.ground.FillColor = t.Tint
	case r.hovered:
		w.ground.FillColor = t.Ground
	}
	w.ground.Resize(size)
	w.line.FillColor = t.Hairline
	w.line.Move(fyne.NewPos(0, size.Height-1))
	w.line.Resize(fyne.NewSize(size.Width, 1))
	w.rim.Hidden, w.dot.Hidden, w.icon.Hidden, w.jump.Hidden, w.second.Hidden = true, true, true, true, true
	clear(r.cut)
	for i, text := range w.texts {
		text.Hidden = i >= len(r.t.spans)
		if text.Hidden {
			continue
		}
		w.cell(text, r.t.spans[i], marked)
		if sp := r.t.spans[i]; at == r.i && sp.column == column {
			w.rim.Hidden = false
			w.rim.FillColor, w.rim.StrokeColor, w.rim.StrokeWidth = w.ground.FillColor, t.Border, 1.5
			if r.t.focus {
				w.rim.StrokeColor = t.AccentInk
			}
			w.rim.Move(fyne.NewPos(sp.x+2, 2))
			w.rim.Resize(fyne.NewSize(sp.width-4, size.Height-5))
		}
	}
	w.ground.Refresh()
	w.rim.Refresh()
	canvas.Refresh(r)
}

// cell draws one cell.
func (w *rowRenderer) cell(text *canvas.Text, sp span, marked bool) {
	r, t := w.r, look.Now()
	said, second := r.said(sp.column)
	x, room := sp.x+cellPad, sp.width-cellPad-6
	face, ink, size := look.Regular, t.Second, look.TextSize
	a := r.row.Action
	switch sp.column {
	case data.Title:
		face, ink = look.Medium, t.Ink
		if a.Status == journey.StatusDropped || a.Status == journey.StatusDone {
			face, ink = look.Regular, t.Second
		}
		if a.Title == "" {
			ink = t.Second
		}
	case data.Owner, data.Department:
		ink = t.Ink
	case data.Status:
		if a.Status != "" {
			w.dot.Hidden = false
			w.dot.FillColor, w.dot.StrokeColor, w.dot.StrokeWidth = hue(a.Status, t), hue(a.Status, t), 0
			if a.Status == journey.StatusIdea || a.Status == journey.StatusDropped {
				w.dot.FillColor, w.dot.StrokeWidth = w.ground.FillColor, 1.5
			}
			w.dot.Move(fyne.NewPos(x, (rowHeight-9)/2))
			w.dot.Resize(fyne.NewSquareSize(9))
			x, room = x+16, room-16
		}
		ink = t.Ink
	case data.Due:
		ink = t.Ink
		if r.row.Late > 0 {
			face, ink, size = look.SemiBold, t.Bad, 12
		}
	case data.Answers:
		if r.row.Card.ID != "" {
			l, _ := r.t.l.o.Editor.Document().Project().Lanes.Get(r.row.Card.LaneID)
			name := map[journey.LaneKind]string{journey.LanePains: "pain", journey.LaneOpportunities: "opportunity"}[l.LaneKind]
			if name == "" {
				name = "card"
			}
			w.picture(w.icon, name, t.Second, x, 14)
			x, room = x+20, room-20-jumpRoom+6
			if r.hovered || marked {
				w.picture(w.jump, "arrow-right", t.AccentInk, sp.x+sp.width-jumpRoom+4, 14)
			}
			ink = t.Ink
		}
	}
	text.TextSize, text.FontSource, text.Color = size, face, ink
	if text.Text = look.Shorten(said, size, face, room); text.Text != said {
		r.cut[sp.column] = said
	}
	m := text.MinSize()
	y := (rowHeight - m.Height) / 2
	if second != "" {
		y = rowHeight/2 - m.Height + 1
		w.second.Hidden = false
		w.second.Text, w.second.TextSize, w.second.FontSource, w.second.Color = look.Shorten(second, 11, look.Regular, room), 11, look.Regular, t.Bad
		w.second.Move(fyne.NewPos(x, rowHeight/2-1))
		w.second.Resize(w.second.MinSize())
		w.second.Refresh()
	}
	text.Move(fyne.NewPos(x, y))
	text.Resize(m)
	text.Refresh()
}

func (w *rowRenderer) picture(img *canvas.Image, name string, c color.NRGBA, x, side float32) {
	img.Hidden = false
	if res := look.Icon(name, c); img.Resource != res {
		img.Resource = res
		img.Refresh()
	}
	img.Move(fyne.NewPos(x, (rowHeight-side)/2))
	img.Resize(fyne.NewSquareSize(side))
}
