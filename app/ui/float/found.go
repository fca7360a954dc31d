package float

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
)

// FoundLine is what a Found shows. Bold are pieces of Title, in bytes, from left to right.
type FoundLine struct {
	Icon  string // a name of assets/icons; empty: none
	Title string
	Bold  [][2]int
	About string // second voice under the title, cut where there is no room; empty: one line
	Note  string // second voice at the right end
	Dim   bool   // it cannot be had now
	On    bool   // the one in hand
}

// Found is a line of a list of what was found, with what was looked for in bold. A list has many and
// fills them again and again.
type Found struct {
	widget.BaseWidget
	line   FoundLine
	height float32
}

// NewFound returns an empty line of a height.
func NewFound(height float32) *Found {
	f := &Found{height: height}
	f.ExtendBaseWidget(f)
	return f
}

// Set shows something else.
func (f *Found) Set(l FoundLine) {
	f.line = l
	f.Refresh()
}

// Line returns what is shown.
func (f *Found) Line() FoundLine { return f.line }

// CreateRenderer implements fyne.Widget.
func (f *Found) CreateRenderer() fyne.WidgetRenderer {
	r := &foundRenderer{f: f, ground: canvas.NewRectangle(color.Transparent), icon: canvas.NewImageFromResource(nil),
		about: canvas.NewText("", color.Black), note: canvas.NewText("", color.Black)}
	r.icon.FillMode = canvas.ImageFillContain
	r.ground.CornerRadius = 6
	return r
}

type foundRenderer struct {
	f           *Found
	ground      *canvas.Rectangle
	icon        *canvas.Image
	about, note *canvas.Text
	pieces      []*canvas.Text // of the title
	used        int
}

func (r *foundRenderer) Destroy()           {}
func (r *foundRenderer) MinSize() fyne.Size { return fyne.NewSize(80, r.f.height) }

func (r *foundRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.icon, r.about, r.note}
	for _, p := range r.pieces[:r.used] {
		list = append(list, p)
	}
	return list
}

func (r *foundRenderer) Layout(s fyne.Size) {
	const pad = 10
	l, t := r.f.line, look.Now()
	r.ground.Resize(s)
	x, right := float32(pad), s.Width-pad
	if l.Icon != "" {
		r.icon.Move(fyne.NewPos(x, (s.Height-16)/2))
		r.icon.Resize(fyne.NewSquareSize(16))
		x += 26
	}
	if l.Note != "" {
		m := r.note.MinSize()
		r.note.Move(fyne.NewPos(right-m.Width, (s.Height-m.Height)/2))
		r.note.Resize(m)
		right -= m.Width + 16
	}
	top := s.Height / 2
	if l.About != "" {
		top = s.Height/2 - 8
		r.about.Text = look.Shorten(l.About, look.SmallSize, look.Regular, right-x)
		m := r.about.MinSize()
		r.about.Move(fyne.NewPos(x, s.Height/2+9-m.Height/2))
		r.about.Resize(m)
	}
	r.used = 0
	ink, strong := t.Ink, t.AccentInk
	if l.Dim {
		ink, strong = t.Third, t.Third
	}
	put := func(s string, face fyne.Resource, c color.Color) {
		if s == "" || x >= right-1 {
			return
		}
		if r.used == len(r.pieces) {
			r.pieces = append(r.pieces, canvas.NewText("", color.Black))
		}
		p := r.pieces[r.used]
		r.used++
		p.Text, p.TextSize, p.FontSource, p.Color = look.Shorten(s, look.TextSize, face, right-x), look.TextSize, face, c
		m := p.MinSize()
		p.Move(fyne.NewPos(x, top-m.Height/2))
		p.Resize(m)
		x += m.Width
		if p.Text != s {
			x = right // it was cut: nothing more has room
		}
	}
	last := 0
	for _, b := range l.Bold {
		put(l.Title[last:b[0]], look.Regular, ink)
		put(l.Title[b[0]:b[1]], look.SemiBold, strong)
		last = b[1]
	}
	put(l.Title[last:], look.Regular, ink)
}

func (r *foundRenderer) Refresh() {
	l, t := r.f.line, look.Now()
	r.ground.FillColor = color.Transparent
	if l.On {
		r.ground.FillColor = t.Tint
	}
	second := t.Second
	if l.Dim {
		second = t.Third
	}
	r.about.Color, r.about.TextSize, r.about.FontSource, r.about.Hidden = second, look.SmallSize, look.Regular, l.About == ""
	r.note.Text, r.note.Color, r.note.TextSize, r.note.FontSource = l.Note, second, look.SmallSize, look.Regular
	r.note.Hidden = l.Note == ""
	r.icon.Hidden = l.Icon == ""
	if l.Icon != "" {
		if res := look.Icon(l.Icon, second); r.icon.Resource != res {
			r.icon.Resource = res
			r.icon.Refresh()
		}
	}
	r.Layout(r.f.Size())
	canvas.Refresh(r.f)
}
