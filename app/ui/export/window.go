// Package export is the window in which maps are exported and printed: the pages as they will be, the
// settings beside them, and what a person should know below.
//
// All of it belongs to the goroutine of the window; pages are made, painted and written elsewhere.
package export

import (
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejak/app/export"
	"jejak/app/export/printer"
	"jejak/app/ui/ask"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/insight"
	"jejak/data/insight/lens"
	"jejak/data/journey"
)

// Options say what is exported and how the window reaches the rest of the program. All but Format,
// Print and Printer must be there.
type Options struct {
	Canvas  fyne.Canvas
	Words   *words.Table
	Do      func(func()) // runs a function on the goroutine of the window
	Project journey.Project
	MapID   journey.ID // the map that is looked at
	Faces   text.Measurer
	Memory  export.Memory

	Format export.Format // empty: the one chosen last

	Lens    lens.Name      // what the board is looked at through; it is not remembered
	Subject export.Subject // sheets about the map to begin with; the map: what was chosen last
	Print   bool           // for printing
	Pair    bool           // with the paired map over the map, where nobody chose yet
	Cast    export.Cast    // sheets of personas to begin with; none: what was chosen last
	Who     []journey.ID   // those on them; nobody: all that are on the map

	Opens   func() bool // whether a file is to be opened when it is done
	SetOpen func(bool)

	Creator string // the program, as files name it
	Name    string // proposed for the file, without an extension
	Pick    func(title, name, ext string, then func(path string))
	Ask     func(ask.Question) *ask.Dialog
	Printer printer.System
	Cache   func() (string, error)         // the folder for what is printed
	Done    func(path string, opened bool) // a file was written; the window has gone
	GoTo    func(journey.Ref)              // shows something on the board; the window has gone
	Closed  func()                         // gives the keyboard back
}

// Window is the window, open.
type Window struct {
	o        Options
	settings export.Settings
	format   export.Format // of Print: that of the last export
	spread   export.Spread // of PDFs, while another format is chosen; empty: none was
	whole    string        // paper of one page, while the map is divided; empty: not known
	sheets   string        // paper of tiles, while it is not; empty: not known
	lent     bool          // the paper is one that printers have, since nobody had chosen any
	maker    *maker
	box      *box
	closed   bool

	form     *form
	preview  *preview
	thumbs   *thumbs
	warnings *warnings
	strip    *fyne.Container // of the thumbs
	column   *fyne.Container // what stands beside it
	left     *fyne.Container // both

	text      *fyne.Container // in place of pages, where nothing is drawn
	at, under *look.Label     // which page; paper and size
	zoom      *look.Button
	turns     [2]*look.Button
	busy      *widget.ProgressBarInfinite
	busyHold  *fyne.Container
	pager     *fyne.Container
	foot      *fyne.Container
	buttons   fyne.CanvasObject
	Primary   *look.Button // exports, or prints

	book  *export.Book // what is shown; nil: nothing yet
	pages []scene.Page // of it, as readers show them
	page  int
	work  *running // nil: nothing is being written
}

// printers is the paper that printers have.
const printers = "A4"

// Open opens the window with what was remembered of the map.
func Open(o Options) *Window {
	w := &Window{o: o}
	known := false
	w.settings, known = o.Memory.Of(o.MapID)
	if !known {
		w.settings.Pair = o.Pair
	}
	switch {
	case o.Print:
		if !known && w.settings.Paper == "fit" {
			w.settings.Paper, w.lent = printers, true
		}
		w.format, w.settings.Format = w.settings.Format, export.PDF
	case o.Format != "":
		w.settings.Format = o.Format
	}
	w.settings.Lens = o.Lens
	if o.Subject != export.TheMap {
		w.settings.Subject, w.settings.Cast = o.Subject, export.NoCast
		w.settings = w.settings.Sound()
	}
	if w.settings.Subject == export.Comparison && !w.paired() {
		w.settings.Subject = export.TheMap // it was, when that was remembered
	}
	switch {
	case o.Cast != export.NoCast:
		w.settings.Subject, w.settings.Cast = export.TheMap, o.Cast
		w.settings = w.settings.Sound()
	case w.settings.Cast.Alone():
		w.settings.Cast = export.NoCast // asked for with the personas; nobody expects it of the map
	}
	draft := export.NewDraft(o.Project, o.Faces)
	draft.Who = o.Who
	draft.Today = time.Now().Format(time.DateOnly)
	w.maker = newMaker(o.Do, draft)
	w.preview = newPreview(o.Canvas, w.maker.part, w.turn, w.showPlace)
	w.thumbs = newThumbs(o.Canvas, w.maker.thumb, w.show)
	w.warnings = newWarnings(w)
	w.form = newForm(w)
	content := w.content()
	w.form.show(w.settings)
	w.warnings.set(nil, 100)
	w.box = showBox(o.Canvas, content, w.key)
	w.prepare(0)
	return w
}

func (w *Window) t(key string) string { return w.o.Words.T(key) }

func (w *Window) f(key string, args words.Args) string { return w.o.Words.F(key, args) }

func (w *Window) n(key string, n int) string { return w.o.Words.N(key, n, nil) }

// maps is how many maps the project has.
func (w *Window) maps() int { return len(w.o.Project.MapsInOrder()) }

// paired reports whether the map that is looked at is compared with another.
func (w *Window) paired() bool {
	_, _, _, ok := insight.Paired(w.o.Project, w.o.MapID)
	return ok
}

// ids are the maps that may be exported: first the one that is looked at, or all in their order.
func (w *Window) ids() []journey.ID {
	if !w.settings.AllMaps {
		return []journey.ID{w.o.MapID}
	}
	var ids []journey.ID
	for _, m := range w.o.Project.MapsInOrder() {
		ids = append(ids, m.ID)
	}
	return ids
}

// change changes the settings and what comes of them.
func (w *Window) change(f func(*export.Settings)) {
	if w.closed {
		return
	}
	s := w.settings.Copy()
	f(&s)
	if w.settings.Format == export.PDF {
		w.spread = w.settings.Spread // for when it is chosen again
	} else if s.Format == export.PDF && w.spread != "" {
		s.Spread = w.spread
	}
	was := w.settings
	now := s.Sound()
	switch {
	case now.Divided() && !was.Divided():
		w.whole = was.Paper // for when the map is on one page again
		if w.sheets != "" {
			now.Paper = w.sheets
		}
	case was.Divided() && !now.Divided():
		w.sheets = was.Paper
		if w.whole != "" {
			now.Paper = w.whole
		}
	}
	w.settings = now
	w.form.show(w.settings)
	w.prepare(settle)
}

// prepare has pages made of the settings.
func (w *Window) prepare(after time.Duration) {
	w.maker.prepare(after, w.ids(), w.settings, w.made)
	w.wait(true)
}

// wait shows, or shows no more, that pages are being made. What is shown meanwhile is the old ones.
func (w *Window) wait(on bool) {
	w.busyHold.Hidden = !on
	if on {
		w.busy.Start()
	} else {
		w.busy.Stop()
	}
	w.busyHold.Refresh()
}

// made shows pages.
func (w *Window) made(a made) {
	w.wait(false)
	b, err := a.book, a.err
	if err != nil {
		w.book = nil
		w.preview.clear()
		w.thumbs.set(nil)
		w.o.Ask(w.trouble(w.t("export.failed"), err))
		return
	}
	w.book, w.pages = b, a.pages
	w.page = max(0, min(w.page, len(b.Pages)-1))
	w.text.Hidden = b.Format.Drawn()
	w.preview.Hidden = !b.Format.Drawn()
	if !b.Format.Drawn() {
		w.text.Objects = []fyne.CanvasObject{w.sample(a.sample)}
		w.text.Refresh()
	}
	w.thumbs.set(w.pages)
	w.strip.Hidden = len(b.Pages) < 2
	w.warnings.set(b, w.room())
	w.left.Refresh()
	w.column.Refresh()
	w.show(w.page)
}

// room is how wide the warnings are.
func (w *Window) room() float32 {
	room := w.left.Size().Width
	if w.strip.Visible() {
		room -= thumbsWidth + 1
	}
	return max(room, 240)
}

// show shows a page.
func (w *Window) show(i int) {
	if w.book == nil {
		return
	}
	if len(w.book.Pages) == 0 {
		w.preview.clear()
		return
	}
	w.page = max(0, min(i, len(w.book.Pages)-1))
	w.preview.set(w.pages[w.page])
	w.thumbs.show(w.page)
}

// turn shows another page.
func (w *Window) turn(by int) {
	if w.book != nil && w.page+by >= 0 && w.page+by < len(w.book.Pages) {
		w.show(w.page + by)
	}
}

// showPlace says which page is shown, of what size, and how large it is seen.
func (w *Window) showPlace() {
	at, under, zoom := "", "", ""
	pages := 0
	if w.book != nil && len(w.book.Pages) > 0 {
		pages = len(w.book.Pages)
		at = w.f("export.page", words.Args{"Page": w.page + 1, "Pages": pages})
		wide, high := export.Millimetres(w.book.Pages[w.page].Size)
		under = w.f("export.size", words.Args{"Width": wide, "Height": high})
		if k := w.book.Reduction(); k > 0 && w.book.Spread != export.Slides {
			under += " · " + w.f("export.drawn", words.Args{"Percent": int(k*100 + 0.5)})
		}
		zoom = w.t("ui.fit")
		if !w.preview.fits() {
			zoom = w.f("export.zoom", words.Args{"Percent": w.preview.percent()})
		}
	}
	w.at.SetText(at)
	w.under.SetText(under)
	w.zoom.Text = zoom
	w.zoom.Refresh()
	w.turns[0].SetEnabled(w.page > 0)
	w.turns[1].SetEnabled(w.page < pages-1)
	w.pager.Refresh()
	w.left.Refresh()
}

// goTo closes the window and shows something on the board.
func (w *Window) goTo(ref journey.Ref) {
	if w.work == nil {
		w.Close()
		w.o.GoTo(cardOf(w.o.Project, ref))
	}
}

// Close takes the window away and remembers its settings. While something is written it stays.
// Closing twice does nothing.
func (w *Window) Close() {
	if w.closed || w.work != nil {
		return
	}
	w.closed = true
	w.o.Canvas.Unfocus() // else the caret of a field goes on blinking unseen
	w.maker.end()
	w.busy.Stop()
	w.keep()
	w.box.close()
	w.o.Closed()
}

// keep remembers the settings. Printing does not change what is exported the next time.
func (w *Window) keep() {
	s := w.settings
	if w.o.Print {
		s.Format = w.format
	}
	if w.lent && s.Paper == printers {
		s.Paper = "fit"
	}
	w.o.Memory.Keep(w.o.MapID, s)
}

// Settled reports whether all pages are made and painted, and nothing is being written.
func (w *Window) Settled() bool { return w.closed || w.maker.settled() && w.work == nil }

// trouble is the question that tells of an error.
func (w *Window) trouble(title string, err error) ask.Question {
	text := ask.Sentence(w.o.Words, err)
	switch {
	case errors.Is(err, export.ErrNoMap):
		text = w.t("export.noMap")
	case errors.Is(err, export.ErrNobody):
		text = w.t("export.nobody")
	case errors.Is(err, export.ErrNoPair):
		text = w.t("export.noPair")
	}
	return ask.Question{Icon: "warning", Title: title, Text: text, Answers: []ask.Answer{{Text: w.t("ui.ok"), Primary: true, Cancel: true}}}
}

// Pages are those that are shown, for tests.
func (w *Window) Pages() []scene.Page {
	if w.book == nil {
		return nil
	}
	return w.book.Pages
}
