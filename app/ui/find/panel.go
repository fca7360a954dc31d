// Package find is the panel that searches the project, replaces, and marks on the board what was
// found.
//
// All of it belongs to the goroutine of the window; only the searching works elsewhere.
package find

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	search "jejak/app/editor/find"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Options says what a Panel works with. Nothing may be missing but Hint.
type Options struct {
	Canvas  fyne.Canvas
	Words   func() *words.Table
	Project func() journey.Project
	Map     func() journey.ID    // the one on the board
	Looked  func() []journey.Ref // what is selected
	Do      func(func())         // runs a function on the goroutine of the window
	Change  func(edit.Label, func(*edit.Tx) error) error
	Locked  func() bool              // nothing may be replaced
	Show    func(journey.Ref)        // brings a record into sight and selects it
	Marked  func()                   // other records are to be marked on the board
	Sized   func()                   // the panel needs another size than before
	Closed  func()                   // gives the keyboard back
	Hint    func(*look.Button, bool) // tips; may be nil
}

// Width is that of the panel, in units of Fyne.
const Width = 356

const (
	rowHeight  = 42
	rowGap     = 4   // Fyne's, between rows of a list
	listHeight = 320 // at most
)

// Panel is the panel. It remembers what was looked for while it is closed.
type Panel struct {
	o       Options
	query   search.Query
	with    string
	finder  search.Finder
	open    bool
	replace bool // the row for replacing is shown
	asked   question
	fresh   bool         // what is asked is another question than was answered
	working bool         // another goroutine searches
	book    *search.Book // of bookOf; nil: none was read yet
	bookOf  journey.Project
	waiting bool   // for the answer to it
	then    func() // what was asked for while waiting

	object    *fyne.Container
	field     *float.Query
	other     *float.Query // what to put in place
	count     *look.Label
	list      *widget.List
	listBox   *fyne.Container
	nothing   *fyne.Container
	one, all  *look.Button
	prev      *look.Button
	next      *look.Button
	said      string // what replacing has done, until something else is done
	elsewhere int    // hits in the whole project, where the map has none
}

// New returns a panel that is closed.
func New(o Options) *Panel {
	p := &Panel{o: o, object: container.NewStack()}
	p.query.All = true
	p.object.Hide()
	return p
}

// Object is what goes over the board. It is as large as its MinSize says.
func (p *Panel) Object() fyne.CanvasObject { return p.object }

// IsOpen reports whether the panel is shown.
func (p *Panel) IsOpen() bool { return p.open }

// Open shows the panel with its line ready to be typed in, with the row for replacing if that is
// asked for.
func (p *Panel) Open(replace bool) {
	p.replace = replace
	p.open = true
	p.Build()
	p.object.Show()
	p.field.Fill(p.query.Text)
	p.o.Canvas.Focus(p.field)
	p.Search()
}

// Close hides the panel and what it has marked.
func (p *Panel) Close() {
	if !p.open {
		return
	}
	p.open = false
	p.waiting, p.then, p.fresh = false, nil, false
	p.finder = search.Finder{}
	p.asked, p.book, p.bookOf = question{}, nil, journey.Project{} // memory
	p.object.Hide()
	p.o.Marked()
	p.o.Closed()
}

// Hits returns what was found, and the place of the one in hand, −1 if there is none.
func (p *Panel) Hits() ([]search.Hit, int) { return p.finder.Hits(), p.finder.At() }

// Found lists the records on a map to be marked and the one in hand, as long as the panel is shown.
func (p *Panel) Found(mapID journey.ID) (refs []journey.Ref, now journey.Ref) {
	if !p.open {
		return nil, journey.Ref{}
	}
	if h, ok := p.finder.Now(); ok {
		now = h.Ref
	}
	return p.finder.Records(mapID), now
}

// Search looks again for what is in the line: after it has changed, or where to look.
func (p *Panel) Search() { p.ask(false) }

// Changed hears that the project or the map that is shown may be another.
func (p *Panel) Changed() {
	if p.open && (p.o.Project() != p.asked.project || p.o.Map() != p.asked.query.Map) {
		p.ask(true)
	}
}

// question is what is searched, and where.
type question struct {
	query   search.Query
	project journey.Project
}

// ask has another goroutine search. again: the question is the same, and the hit in hand stays. While it
// works only the newest question waits.
func (p *Panel) ask(again bool) {
	p.query.Map = p.o.Map()
	p.asked = question{p.query, p.o.Project()}
	p.fresh = p.fresh || !again
	p.waiting = true
	if !p.working {
		p.work()
	}
}

func (p *Panel) work() {
	q, book := p.asked, p.book
	if p.bookOf != q.project {
		book = nil
	}
	if q.query.Text == "" {
		p.answer(nil, 0)
		return
	}
	p.working = true
	go func() {
		if book == nil {
			book = search.NewBook(q.project)
		}
		hits, elsewhere := book.Search(q.query), 0
		if len(hits) == 0 && !q.query.All {
			wide := q.query
			wide.All = true
			elsewhere = len(book.Search(wide))
		}
		p.o.Do(func() {
			p.working = false
			p.book, p.bookOf = book, q.project
			switch {
			case !p.open:
				p.book, p.bookOf = nil, journey.Project{}
			case q != p.asked:
				p.work()
			default:
				p.answer(hits, elsewhere)
			}
		})
	}()
}

func (p *Panel) answer(hits []search.Hit, elsewhere int) {
	p.waiting, p.elsewhere = false, elsewhere
	fresh := p.fresh
	p.fresh = false
	if !fresh {
		p.finder.Again(hits)
	} else {
		p.said = ""
		p.finder.Start(hits, p.o.Looked(), p.query.Map)
	}
	p.show()
	if then := p.then; then != nil {
		p.then = nil
		then()
	}
}

// Settled reports whether what is shown is the answer to what is asked.
func (p *Panel) Settled() bool { return !p.waiting }

// Next goes to the next hit; with the panel closed it opens it.
func (p *Panel) Next() { p.step(p.finder.Next) }

// Prev goes to the hit before.
func (p *Panel) Prev() { p.step(p.finder.Prev) }

func (p *Panel) step(to func() (search.Hit, bool)) {
	if !p.open {
		p.Open(false)
		return
	}
	if p.waiting {
		p.then = func() { p.step(to) }
		return
	}
	p.said = ""
	h, ok := to()
	p.show()
	if ok {
		p.o.Show(h.Ref)
	}
}

func (p *Panel) goTo(i int) {
	p.said = ""
	h, ok := p.finder.Go(i)
	p.show()
	if ok {
		p.o.Show(h.Ref)
	}
}

// replaceOne replaces the hit in hand and shows the next.
func (p *Panel) replaceOne() {
	if p.waiting || p.o.Locked() {
		return
	}
	ok, err := p.finder.One(p.o.Change, p.with)
	if err != nil || !ok {
		return // whoever changes the project has told of it
	}
	p.said = ""
	p.ask(true)
}

// replaceAll replaces every hit in one step.
func (p *Panel) replaceAll() {
	if p.waiting || p.o.Locked() {
		return
	}
	n, err := p.finder.All(p.o.Change, p.with)
	if err != nil || n == 0 {
		return
	}
	p.said = p.o.Words().N("find.replaced", n, nil)
	p.ask(true)
}

// show brings counts, list and buttons up to date.
func (p *Panel) show() {
	if p.field == nil {
		return
	}
	hits, at := p.finder.Hits(), p.finder.At()
	n := len(hits)
	w := p.o.Words()
	switch {
	case p.said != "":
		p.count.SetText(p.said)
	case p.query.Text == "":
		p.count.SetText("")
	case n == 0:
		p.count.SetText(w.T("find.count.none"))
	default:
		p.count.SetText(w.F("find.count", words.Args{"At": strconv.Itoa(at + 1), "Count": strconv.Itoa(n)}))
	}
	for _, b := range []*look.Button{p.prev, p.next} {
		b.SetEnabled(n > 0)
	}
	for _, b := range []*look.Button{p.one, p.all} {
		b.SetEnabled(n > 0 && !p.o.Locked())
	}
	before := p.object.MinSize()
	p.listBox.Hidden = n == 0
	p.showNothing(n == 0)
	if now := p.object.MinSize(); now != before || p.object.Size().Width == 0 {
		p.o.Sized()
	}
	p.list.Refresh()
	if at >= 0 && p.list.Size().Height > 0 {
		p.list.ScrollTo(at)
	}
	p.object.Refresh()
	p.o.Marked()
}
