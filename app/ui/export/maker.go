package export

import (
	"context"
	"image"
	"image/draw"
	"time"

	"jejak/app/export"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
	"jejak/data/journey"
)

// settle is how long settings must stand still before pages are made of them: whoever walks through
// a list is not to wait for every line of it.
const settle = 90 * time.Millisecond

// maker makes pages and paints them, away from the goroutine of the window, to which all of its
// methods belong. A newer question ends the work on the one before.
type maker struct {
	do    func(func()) // runs a function on the goroutine of the window
	draft *export.Draft
	turn  chan struct{} // one at a time: the pages of a large map need much memory

	pages, paint errand
	thumbs       map[int]bool // being painted
	made         int          // books so far: what belongs to an older one is not shown
	stopped      bool
}

// errand is what was asked for last.
type errand struct {
	number int
	stop   context.CancelFunc
	open   bool // not answered yet
}

// next ends what was asked for before.
func (e *errand) next() (context.Context, int) {
	if e.stop != nil {
		e.stop()
	}
	var ctx context.Context
	ctx, e.stop = context.WithCancel(context.Background())
	e.number++
	e.open = true
	return ctx, e.number
}

func newMaker(do func(func()), draft *export.Draft) *maker {
	return &maker{do: do, draft: draft, turn: make(chan struct{}, 1), thumbs: map[int]bool{}}
}

// settled reports whether nothing is under way.
func (m *maker) settled() bool { return !m.pages.open && !m.paint.open && len(m.thumbs) == 0 }

// end ends all work; nobody is told of anything after it.
func (m *maker) end() {
	m.stopped = true
	for _, e := range []*errand{&m.pages, &m.paint} {
		if e.stop != nil {
			e.stop()
		}
		e.open = false
	}
	m.thumbs = map[int]bool{}
}

// made is what prepare answers with.
type made struct {
	book   *export.Book
	pages  []scene.Page // as readers show them
	sample string       // in place of pages, where nothing is drawn
	err    error
}

// prepare makes pages and tells of them, after a while, unless something else is asked for before.
func (m *maker) prepare(after time.Duration, ids []journey.ID, s export.Settings, then func(made)) {
	ctx, number := m.pages.next()
	m.paintNothing()
	s = s.Copy()
	go func() {
		if !m.begin(ctx, after) {
			return
		}
		var a made
		if a.book, a.err = m.draft.Prepare(ctx, ids, s); a.err == nil {
			a.pages, a.sample = a.book.Seen(), a.book.Sample(mostLines)
		}
		<-m.turn
		m.do(func() {
			if m.stopped || number != m.pages.number {
				return
			}
			m.pages.open = false
			m.made++
			m.thumbs = map[int]bool{}
			then(a)
		})
	}()
}

// begin waits for its turn; false: nobody wants it any more.
func (m *maker) begin(ctx context.Context, after time.Duration) bool {
	if after > 0 {
		timer := time.NewTimer(after)
		defer timer.Stop()
		select {
		case <-timer.C:
		case <-ctx.Done():
			return false
		}
	}
	select {
	case m.turn <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

// paintNothing ends the painting of the page.
func (m *maker) paintNothing() {
	m.paint.next()
	m.paint.open = false
}

// part paints a part of a page, scale pixels to a point.
func (m *maker) part(pg scene.Page, scale float64, px image.Rectangle, then func(*image.RGBA)) {
	ctx, number := m.paint.next()
	go func() {
		if !m.begin(ctx, 0) {
			return
		}
		img := painted(ctx, pg, scale, px)
		<-m.turn
		m.do(func() {
			if m.stopped || number != m.paint.number {
				return
			}
			m.paint.open = false
			if img != nil {
				then(img)
			}
		})
	}()
}

// thumb paints the whole of the i-th page small, unless that is being done.
func (m *maker) thumb(i int, pg scene.Page, scale float64, then func(*image.RGBA)) {
	if m.thumbs[i] {
		return
	}
	m.thumbs[i] = true
	made := m.made
	go func() {
		m.turn <- struct{}{}
		w, h := max(1, int(pg.Size.W*scale)), max(1, int(pg.Size.H*scale))
		img := painted(context.Background(), pg, scale, image.Rect(0, 0, w, h))
		<-m.turn
		m.do(func() {
			if m.stopped || made != m.made {
				return
			}
			delete(m.thumbs, i)
			then(img)
		})
	}()
}

// band is how many rows are painted before it is asked whether somebody still waits.
const band = 512

// painted paints a part of a page; nil when ctx ends.
func painted(ctx context.Context, pg scene.Page, scale float64, px image.Rectangle) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, px.Dx(), px.Dy()))
	for y := 0; y < px.Dy(); y += band {
		if ctx.Err() != nil {
			return nil
		}
		rows := image.Rect(px.Min.X, px.Min.Y+y, px.Max.X, min(px.Min.Y+y+band, px.Max.Y))
		draw.Draw(img, image.Rect(0, y, px.Dx(), y+rows.Dy()), raster.PagePart(pg, scale, rows), image.Point{}, draw.Src)
	}
	return img
}
