package findings

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/findings"
	"jejak/app/ui/look"
)

// list shows rows of different heights; only those in sight are widgets. It takes the focus: Up and
// Down go from row to row, Left and Right fold and unfold, Enter shows on the board, Esc leaves.
type list struct {
	widget.BaseWidget
	rows   []findings.Row
	shapes []shape
	tops   []float32 // of each row, and where the last ends
	wide   float32   // for which the shapes are set
	known  map[texts]shape
	pool   []*row

	cursor, chosen string // keys of rows: where the keyboard is, and what is shown on the board
	focused        bool

	scroll *container.Scroll
	press  func(findings.Row) // a row was pressed
	show   func(findings.Row) // all that a row is about is to be shown on the board
	leave  func()             // Esc
	tip    func(r *row, on bool)
	canvas fyne.Canvas
}

// texts is what the shape of a row depends on, apart from its width.
type texts struct {
	kind              findings.Kind
	text, about, note string
}

func newList(c fyne.Canvas) *list {
	l := &list{canvas: c}
	l.scroll = container.NewVScroll(l)
	l.scroll.OnScrolled = func(fyne.Position) { l.place() }
	l.ExtendBaseWidget(l)
	return l
}

// set shows other rows. The cursor stays on the row it is on, if that is there.
func (l *list) set(rows []findings.Row) {
	l.rows = rows
	if l.index(l.cursor) < 0 {
		l.cursor = ""
	}
	if l.index(l.chosen) < 0 {
		l.chosen = ""
	}
	l.measure(true)
	l.Refresh()
	l.scroll.Refresh()
	l.place()
}

// measure sets the rows in the width there is.
func (l *list) measure(anew bool) {
	w := l.scroll.Size().Width
	if w <= 0 || !anew && w == l.wide {
		return
	}
	if w != l.wide {
		l.known = nil
	}
	l.wide = w
	was := l.known
	l.known = make(map[texts]shape, len(l.rows)) // an edit changes few rows, and setting text costs most
	l.shapes = make([]shape, len(l.rows))
	l.tops = make([]float32, len(l.rows)+1)
	for i, r := range l.rows {
		of := texts{r.Kind, r.Text, r.About, r.Note}
		s, ok := was[of]
		if !ok {
			s = set(r, w)
		}
		l.shapes[i], l.known[of] = s, s
		l.tops[i+1] = l.tops[i] + l.shapes[i].height
	}
}

func (l *list) index(key string) int {
	return slices.IndexFunc(l.rows, func(r findings.Row) bool { return r.Key == key })
}

// MinSize implements fyne.CanvasObject.
func (l *list) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	h := float32(0)
	if n := len(l.tops); n > 0 {
		h = l.tops[n-1]
	}
	return fyne.NewSize(60, h+16)
}

// Resize implements fyne.CanvasObject.
func (l *list) Resize(s fyne.Size) {
	l.BaseWidget.Resize(s)
	if l.scroll.Size().Width != l.wide {
		l.measure(true)
		l.scroll.Refresh()
	}
	l.place()
}

// place has the widgets show the rows that are in sight.
func (l *list) place() {
	height := l.scroll.Size().Height
	if l.wide <= 0 || height <= 0 || len(l.tops) != len(l.rows)+1 {
		return
	}
	y := l.scroll.Offset.Y
	first := max(0, sort.Search(len(l.rows), func(i int) bool { return l.tops[i+1] > y }))
	n := 0
	for first+n < len(l.rows) && l.tops[first+n] < y+height {
		n++
	}
	more := len(l.pool) < n
	for len(l.pool) < n {
		l.pool = append(l.pool, newRow(l))
	}
	for i, r := range l.pool {
		if i >= n {
			r.Hide()
			continue
		}
		r.at = first + i
		r.Move(fyne.NewPos(0, l.tops[r.at]))
		r.Show()
		if size := fyne.NewSize(l.wide, l.shapes[r.at].height); r.Size() != size {
			r.Resize(size)
		}
		r.Refresh()
	}
	if more {
		l.Refresh()
	}
	canvas.Refresh(l)
}

// sight scrolls as little as is needed to show a row.
func (l *list) sight(i int) {
	if i < 0 || i+1 >= len(l.tops) {
		return
	}
	top, bottom, height := l.tops[i], l.tops[i+1], l.scroll.Size().Height
	switch y := l.scroll.Offset.Y; {
	case top < y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > y+height:
		l.scroll.ScrollToOffset(fyne.NewPos(0, bottom-height+8))
	}
	l.place()
}

func (l *list) focus() { l.canvas.Focus(l) }

// FocusGained implements fyne.Focusable.
func (l *list) FocusGained() {
	l.focused = true
	if l.cursor == "" {
		l.step(0, 1)
	}
	l.place()
}

// FocusLost implements fyne.Focusable.
func (l *list) FocusLost() { l.focused = false; l.place() }

// TypedRune implements fyne.Focusable.
func (l *list) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	at := l.index(l.cursor)
	fold := func(open bool) {
		for i := at; i >= 0; i-- {
			if r := l.rows[i]; r.Kind == findings.Heading {
				l.cursor = r.Key
				if r.Open != open {
					l.press(r)
				}
				l.sight(l.index(l.cursor))
				return
			}
		}
	}
	switch ev.Name {
	case fyne.KeyDown:
		l.step(at+1, 1)
	case fyne.KeyUp:
		l.step(at-1, -1)
	case fyne.KeyHome:
		l.step(0, 1)
	case fyne.KeyEnd:
		l.step(len(l.rows)-1, -1)
	case fyne.KeyPageDown, fyne.KeyPageUp:
		l.page(at, ev.Name == fyne.KeyPageDown)
	case fyne.KeyLeft:
		fold(false)
	case fyne.KeyRight:
		fold(true)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		switch {
		case at < 0:
		case l.rows[at].Kind == findings.More:
			l.press(l.rows[at])
			l.step(at, 1)
		default:
			l.show(l.rows[at])
		}
	case fyne.KeyEscape:
		l.leave()
	default:
		look.Pass(l, ev)
	}
}

// step sets the cursor on the next row from i on, in a direction, that can be pressed.
func (l *list) step(i, by int) {
	for ; i >= 0 && i < len(l.rows); i += by {
		if l.rows[i].Kind != findings.Remark {
			l.cursor = l.rows[i].Key
			l.sight(i)
			return
		}
	}
}

// page sets the cursor as much further as is in sight.
func (l *list) page(at int, down bool) {
	if at < 0 || len(l.tops) <= at {
		return
	}
	far := l.scroll.Size().Height * 0.9
	to := at
	if down {
		for to+1 < len(l.rows) && l.tops[to]-l.tops[at] < far {
			to++
		}
		l.step(to, -1)
		return
	}
	for to > 0 && l.tops[at]-l.tops[to] < far {
		to--
	}
	l.step(to, 1)
}

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Destroy()           {}
func (r *listRenderer) Layout(fyne.Size)   {}
func (r *listRenderer) MinSize() fyne.Size { return r.l.MinSize() }
func (r *listRenderer) Refresh()           { canvas.Refresh(r.l) }

func (r *listRenderer) Objects() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, len(r.l.pool))
	for i, w := range r.l.pool {
		list[i] = w
	}
	return list
}
