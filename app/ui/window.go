// Package ui is the window: the board with its panels, menus, dialogs, and the files behind it.
// It draws with Fyne, and it is the only part of the program that does.
//
// Everything in it belongs to Fyne's goroutine, but for laying out maps, painting tiles, opening
// and exporting files, which work elsewhere and come back with fyne.Do.
package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/ui/ask"
	"jejak/app/ui/board"
	"jejak/app/ui/cast"
	"jejak/app/ui/clipboard"
	"jejak/app/ui/command"
	"jejak/app/ui/compare"
	"jejak/app/ui/drop"
	"jejak/app/ui/empty"
	"jejak/app/ui/export"
	"jejak/app/ui/file"
	"jejak/app/ui/find"
	"jejak/app/ui/frame"
	"jejak/app/ui/gallery"
	"jejak/app/ui/inspector"
	"jejak/app/ui/leaf"
	"jejak/app/ui/legend"
	"jejak/app/ui/lens"
	"jejak/app/ui/library"
	"jejak/app/ui/look"
	"jejak/app/ui/manage"
	"jejak/app/ui/matrix"
	"jejak/app/ui/measure"
	"jejak/app/ui/menu"
	"jejak/app/ui/offer"
	"jejak/app/ui/outline"
	"jejak/app/ui/pair"
	"jejak/app/ui/palette"
	"jejak/app/ui/picture"
	"jejak/app/ui/present"
	"jejak/app/ui/register"
	"jejak/app/ui/tab"
	"jejak/app/ui/tell"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

type actionID = editor.ActionID

// Window is one window with at most one project.
type Window struct {
	app   fyne.App
	win   fyne.Window
	do    func(func()) // runs a function on the goroutine of the window
	words *words.Table

	file    *file.File // what is open; without a project: the start screen
	ed      *editor.Editor
	board   *board.Board
	maps    *tab.Maps
	arrange *picture.Arranger

	frame     *frame.Frame
	search    *find.Search
	over      *fyne.Container // all that lies over the board
	leaves    *leaf.Leaves    // what is shown in place of the board
	leafRow   *leaf.Row
	guide     *empty.Guide
	commands  *command.Palette // the one opened last; nil: none yet
	root      *fyne.Container  // the frame or the start screen
	palette   *palette.Palette
	leftBox   *fyne.Container // palette and outline
	outline   *outline.Outline
	inspector *inspector.Inspector
	bar       *toolbar
	curves    *legend.Curves // of the map
	status    *statusLine
	offer     *offer.Offer
	menus     *menu.Bar
	native    *menu.Desktop // where the desktop draws the menus
	tap       menu.Tap
	tips      *look.Tips
	desk      *ask.Desk
	thumbs    *picture.Thumbs
	gallery   *gallery.Gallery
	exporting *export.Window  // nil: not open
	manager   *manage.Manager // of personas, channels or tags, when it is open
	tell      *tell.Teller    // the pages of what the map tells
	glass     *lens.Glass     // what the board is looked at through
	pairs     *pair.Pairs     // of maps
	compared  *compare.Comparison
	cast      *cast.Cast      // the personas in place of the board, made last; nil: not yet
	library   *library.Dialog // of personas; nil: not open
	stage     *present.Stage  // nil: nothing is being presented
	clip      *clipboard.Clipboard
	taker     *drop.Taker // of files from outside

	toldAt      float32        // how far the dashboard was scrolled
	prioritized matrix.State   // what of the priorities was shown last
	registered  register.State // the same of the register
	measured    measure.State  // the same of what is measured
}

// newWindow makes a window that shows the start screen. do runs a function on its goroutine.
func newWindow(app fyne.App, do func(func())) *Window {
	w := &Window{app: app, win: app.NewWindow("Jejak"), do: do}
	w.words = words.In(w.language())
	w.desk = ask.NewDesk(w.win.Canvas(), func() *words.Table { return w.words }, w.focusBoard)
	app.Settings().SetTheme(look.NewTheme(app.Preferences().Bool(prefDark)))
	w.arrange = picture.NewArranger(do)
	w.glass = w.newGlass()
	w.arrange.Through = w.glass.Draw
	w.thumbs = picture.NewThumbs(do)
	w.clip = w.newClipboard()
	w.ed = editor.New(edit.NewDocument(journey.Project{}, nil), editor.Options{
		Words: w.words, Arrange: w.arrange.Arrange, Measurer: picture.Measurer(), Host: w, Clip: w.clip,
	})
	w.board = board.New(board.Options{
		Editor: w.ed, Canvas: w.win.Canvas(), Do: do, Shortcut: w.shortcut,
		Held: w.held, Menu: w.contextMenu,
	})
	w.file = w.makeFile()
	w.offer = w.newOffer()
	w.curves = w.newCurves()
	w.taker = w.newTaker()
	w.gallery = w.newGallery()
	w.maps = w.newMaps()
	w.search = w.newSearch()
	w.pairs = w.newPairs()
	w.arrange.Over = w.pairs.Over
	w.compared = w.newComparison()
	w.leaves = w.newLeaves()
	w.tell = w.newTeller()
	w.register()
	w.ed.Subscribe(w.changed)
	w.win.SetPadded(false)
	w.win.SetMaster()
	w.build()
	w.gallery.Find()
	size := fyne.NewSize(float32(app.Preferences().FloatWithFallback(prefWidth, 1400)),
		float32(app.Preferences().FloatWithFallback(prefHeight, 860)))
	w.win.Resize(size)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.taker.Files)
	w.bindKeys()
	return w
}

// build makes all that shows words or colours: at the start, and when the language changes.
func (w *Window) build() {
	w.frame = frame.New(frame.Options{
		Board: w.board.Object(), Over: w.newOver(), Bar: w.newToolbar(), Status: w.newStatus(),
		Left: w.newLeft(), Right: w.newInspector(), Prefs: w.app.Preferences(), Done: w.focusBoard,
	})
	w.turnedPage(w.tell.Page())
	w.buildMenus()
	w.root = container.NewStack()
	w.tips = look.NewTips(w.do)
	w.win.SetContent(container.NewStack(frame.Column(w.menus, w.root), w.board.Free(), w.tips))
	w.show()
}

// show puts up the board or the start screen, whichever there is something for.
func (w *Window) show() {
	if !w.open() {
		w.glass.Leave() // another project is seen as it is
		w.root.Objects = []fyne.CanvasObject{w.startScreen()}
	} else {
		w.root.Objects = []fyne.CanvasObject{w.frame.Object()}
		w.bar.show(w)
		w.palette.Update()
		w.outline.Update()
		w.inspector.Update()
		w.guide.Invite()
		w.tell.Heard()
		w.tell.Update()
		w.showStatus()
	}
	w.root.Refresh()
	w.showTitle()
	w.refreshMenus()
}

// changed hears the editor.
func (w *Window) changed(ev editor.Event) {
	if !w.open() {
		return
	}
	if ev&(editor.DocumentChanged|editor.SceneChanged) != 0 {
		w.bar.show(w)
		w.palette.Update()
		w.outline.Update()
	}
	if ev&(editor.DocumentChanged|editor.SelectionChanged) != 0 {
		w.inspector.Update()
	}
	if ev&editor.DocumentChanged != 0 && w.library != nil {
		w.library.Update()
	}
	if ev&editor.DocumentChanged != 0 && w.manager != nil {
		w.manager.Update()
	}
	if ev&editor.SelectionChanged != 0 {
		w.outline.Mark()
	}
	if ev&(editor.ActionsChanged|editor.SelectionChanged|editor.EditingChanged) != 0 {
		w.bar.enable(w)
		w.refreshMenus()
	}
	w.tell.Heard()
	w.search.Heard(ev)
	w.leaves.Heard(ev, w.ed.Editing() != nil)
	if ev&(editor.DocumentChanged|editor.EditingChanged|editor.SceneChanged|editor.ActionsChanged) != 0 {
		w.guide.Invite()
	}
	w.showStatus()
	w.file.Raise()
}

// modal reports whether a dialog, a menu or a presentation has the keyboard.
func (w *Window) modal() bool { return w.stage != nil || w.win.Canvas().Overlays().Top() != nil }

// focusBoard gives the keyboard to the board, or to what is shown in its place.
func (w *Window) focusBoard() {
	if w.open() && !w.modal() && !w.leaves.Focus(w.win.Canvas()) {
		w.win.Canvas().Focus(w.board)
	}
}

// strayKey is a key that nobody has the focus for, or no use: the board takes it.
func (w *Window) strayKey(ev *fyne.KeyEvent) {
	switch {
	case w.modal():
	case ev.Name == fyne.KeyF10:
		w.openMenus()
	case ev.Name == fyne.KeyEscape && w.search.Panel().IsOpen():
		w.search.Panel().Close()
	case w.open() && !w.leaves.Has(w.win.Canvas().Focused()):
		if w.focusBoard(); !w.leaves.Typed(ev) {
			w.board.TypedKey(ev)
		}
	default: // the start screen, or a leaf that had no use for it
		if k, ok := board.Key(ev.Name); ok {
			w.shortcut(k, editor.Mods{})
		}
	}
}

// showTitle writes the name of the file and whether it is saved.
func (w *Window) showTitle() {
	if !w.open() {
		w.win.SetTitle("Jejak")
		w.menus.SetFile("", "", look.Second)
		return
	}
	saved, color := w.file.State()
	w.win.SetTitle(w.file.Name() + " — " + saved)
	w.menus.SetFile(w.file.Name(), saved, color)
}

// t is short for a text of the window.
func (w *Window) t(key string) string { return w.words.T(key) }

func (w *Window) f(key string, args words.Args) string { return w.words.F(key, args) }
