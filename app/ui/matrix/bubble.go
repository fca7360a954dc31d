package matrix

import (
	"image/color"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/data/journey"
	"jejak/data/priority"
)

// bubble is the whole text of the card under the pointer.
type bubble struct {
	l     *Leaf
	turn  int // counts what was asked for, so that a late timer knows that it is late
	ref   journey.Ref
	over  geom.Rect
	at    fyne.Position // where the pointer is in a drag
	shown bool
}

const (
	bubbleDelay = 350 * time.Millisecond
	bubbleWide  = 300 // units of Fyne
	bubblePad   = 11
	bubbleLines = 7 // of the text
)

func newBubble(l *Leaf) *bubble { return &bubble{l: l} }

// soon brings the text of a card after a while.
func (b *bubble) soon(ref journey.Ref, over geom.Rect) {
	b.away()
	turn := b.turn
	b.ref, b.over = ref, over
	time.AfterFunc(bubbleDelay, func() {
		b.l.o.Do(func() {
			if b.turn == turn && b.l.o.Canvas.Overlays().Top() == nil {
				b.shown = true
				b.l.sheet.Refresh()
			}
		})
	})
}

// away takes it away, or what was to come.
func (b *bubble) away() {
	b.turn++
	if b.shown {
		b.shown = false
		b.l.sheet.Refresh()
	}
}

// line is a line of the bubble in one of its voices.
type line struct {
	text string
	face fyne.Resource
	size float32
	ink  color.Color
}

var (
	bubbleGround = color.NRGBA{R: 0x2A, G: 0x2F, B: 0x3C, A: 255}
	bubbleInk    = color.NRGBA{R: 255, G: 255, B: 255, A: 255}
	bubbleSecond = color.NRGBA{R: 0xC3, G: 0xC9, B: 0xD6, A: 255}
)

// lines are what is told of a card.
func (b *bubble) lines() []line {
	m := b.l.m.Plan().Matrix
	e, ok := m.Entry(b.ref.ID)
	if !ok {
		return nil
	}
	var list []line
	put := func(s string, face fyne.Resource, size float32, ink color.Color, most int) {
		for i, t := range look.Wrap(s, size, face, bubbleWide-2*bubblePad) {
			if i == most {
				list[len(list)-1].text += " …"
				return
			}
			list = append(list, line{t, face, size, ink})
		}
	}
	w := b.l.o.Words
	title := e.Card.Title
	if title == "" {
		title = w.T("inspector.untitled")
	}
	put(title, look.SemiBold, look.TextSize, bubbleInk, bubbleLines)
	if e.Card.Text != "" {
		put(e.Card.Text, look.Regular, look.TextSize, bubbleInk, bubbleLines)
	}
	for _, s := range b.about(m, e) {
		put(s, look.Regular, look.SmallSize, bubbleSecond, 2)
	}
	return list
}

// about says where a card stands, what it serves and what answers it.
func (b *bubble) about(m priority.Matrix, e priority.Entry) []string {
	w := b.l.o.Words
	var list, first []string
	if st := m.Stages[e.Stage]; st.Title != "" {
		first = append(first, st.Title)
	}
	if q := m.Kind.QuadrantOf(e.At); q != "" {
		first = append(first, w.T("matrix.quadrant."+string(q)))
	}
	list = append(list, strings.Join(first, " · "))
	switch {
	case m.Kind != priority.Chances:
	case e.Goal.ID != "":
		list = append(list, w.F("matrix.serves", words.Args{"Goal": e.Goal.Goal}))
	case m.Aims:
		list = append(list, w.T("matrix.legend.aimless"))
	}
	if e.Answer.Total > 0 {
		list = append(list, w.N("matrix.answers", e.Answer.Total, words.Args{"Done": e.Answer.Done}))
	} else {
		list = append(list, w.T("matrix.unanswered"))
	}
	return list
}

// objects draws it below what it is about, above where there is no room.
func (b *bubble) objects() []fyne.CanvasObject {
	if !b.shown {
		return nil
	}
	lines := b.lines()
	if len(lines) == 0 {
		return nil
	}
	var wide, high float32
	texts := make([]*canvas.Text, len(lines))
	for i, l := range lines {
		t := canvas.NewText(l.text, l.ink)
		t.TextSize, t.FontSource = l.size, l.face
		texts[i] = t
		wide = max(wide, t.MinSize().Width)
		high += t.MinSize().Height + 1
	}
	s := b.l.sheet
	pos, size := s.place(b.over)
	whole := fyne.NewSize(wide+2*bubblePad, high+2*bubblePad-4)
	at := fyne.NewPos(pos.X, pos.Y+size.Height+7)
	if at.Y+whole.Height > s.Size().Height-6 {
		at.Y = pos.Y - whole.Height - 7
	}
	at.X = max(6, min(at.X, s.Size().Width-whole.Width-6))
	at.Y = max(6, at.Y)
	box := canvas.NewRectangle(bubbleGround)
	box.CornerRadius = 7
	box.Shadow = canvas.Shadow{Color: color.NRGBA{A: 0x40}, BlurRadius: 12, Offset: fyne.NewPos(0, 3), Variant: canvas.DropShadow}
	box.Move(at)
	box.Resize(whole)
	list := []fyne.CanvasObject{box}
	y := at.Y + bubblePad - 2
	for _, t := range texts {
		t.Move(fyne.NewPos(at.X+bubblePad, y))
		t.Resize(t.MinSize())
		y += t.MinSize().Height + 1
		list = append(list, t)
	}
	return list
}
