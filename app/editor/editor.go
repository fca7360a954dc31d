package editor

import (
	"jejak/app/editor/clip"
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Arranger draws a map and hands the scene to done, at once or later, on the editor's goroutine.
// A nil scene means that there is nothing to show.
type Arranger func(p journey.Project, mapID journey.ID, done func(*scene.Scene))

// Host is what the editor asks of the window.
type Host interface {
	// Do runs an action that the window owns: files, quitting.
	Do(id ActionID)
}

// Options says what an Editor works with. Words and Arrange must be there.
type Options struct {
	Words    *words.Table
	Arrange  Arranger
	Measurer text.Measurer  // nil-able
	Host     Host           // nil: window actions are not enabled
	Clip     clip.Clipboard // nil: nothing can be cut, copied or pasted
	Report   func(error)    // told when a gesture's edit was refused; nil: the status line tells
}

// Editor is one map on one board. It is made by New and belongs to one goroutine.
type Editor struct {
	doc         *edit.Document
	unsubscribe func()
	options     Options
	words       *words.Table

	mapID journey.ID
	scene *scene.Scene
	atlas *desk.Atlas
	asked int // which arrangement was asked for last; older ones come too late

	view   Viewport
	fit    bool // the whole paper was fitted, and is again when the board changes its size
	placed bool // the map that is shown was brought into view once
	shelf  desk.Shelf

	selection selection
	rects     []desk.Framed // of the selection; nil: to be found again

	gesture tool.Gesture
	pointer geom.Point // where the gesture's pointer was last
	mods    Mods
	aim     aim
	heard   bool // the key that is down was used: what it would type is not meant
	space   bool // Space is held: a drag moves the view
	locked  bool // the document is only looked at
	hand    bool // the hand tool is chosen: the same without Space
	hover   journey.Ref

	text   *typing
	draft  *draft
	reveal journey.Ref // to be brought into sight when the next scene comes

	actions  []*Action
	byID     map[ActionID]*Action
	trouble  error // the last edit that was refused, until the next thing done
	revision int   // counts states of the document
	tally    tally

	listeners map[int]func(Event)
	nextID    int
	depth     int
	pending   Event
}

// New returns an editor that shows the first map of the document.
func New(doc *edit.Document, o Options) *Editor {
	e := &Editor{
		options:   o,
		words:     o.Words,
		atlas:     desk.NewAtlas(nil),
		view:      desk.NewViewport(),
		fit:       true,
		listeners: map[int]func(Event){},
	}
	e.register()
	e.SetDocument(doc)
	return e
}

// SetDocument shows another document: its first map, nothing selected, all of it in sight. What
// was being typed or dragged in the old one is dropped.
func (e *Editor) SetDocument(doc *edit.Document) {
	defer e.enter()()
	e.abandon()
	if e.unsubscribe != nil {
		e.unsubscribe()
	}
	e.doc, e.locked, e.trouble = doc, false, nil
	e.mapID, e.shelf = "", desk.Shelf{}
	e.unsubscribe = doc.Subscribe(e.changed)
	e.revision++
	e.note(DocumentChanged | ActionsChanged)
	e.show(firstMap(doc.Project()))
}

// SetWords changes the language of labels and of the status line.
func (e *Editor) SetWords(t *words.Table) {
	defer e.enter()()
	e.words = t
	e.note(ActionsChanged | SelectionChanged)
}

// Document returns the document that is edited.
func (e *Editor) Document() *edit.Document { return e.doc }

// MapID returns the map that is shown; empty if the project has none.
func (e *Editor) MapID() journey.ID { return e.mapID }

// ShowMap shows another map of the project, as it was left. An ID that is not there shows the first map.
func (e *Editor) ShowMap(id journey.ID) {
	defer e.enter()()
	e.Settle()
	if !e.doc.Project().Maps.Has(id) {
		id = firstMap(e.doc.Project())
	}
	if id != e.mapID {
		e.show(id)
	}
}

// Scene returns the newest picture of the map; nil before the first. It may be older than the
// document while the Arranger works.
func (e *Editor) Scene() *scene.Scene { return e.scene }

// Subscribe calls f after whatever was done, with all that has changed by it.
func (e *Editor) Subscribe(f func(Event)) (cancel func()) {
	id := e.nextID
	e.nextID++
	e.listeners[id] = f
	return func() { delete(e.listeners, id) }
}

func firstMap(p journey.Project) journey.ID {
	if maps := p.MapsInOrder(); len(maps) > 0 {
		return maps[0].ID
	}
	return ""
}

// show turns to another map, or to the same one as if it were another.
func (e *Editor) show(id journey.ID) {
	if e.placed {
		e.shelf.Put(e.mapID, desk.Kept{View: e.view, Fit: e.fit, Selection: e.selection.refs})
	}
	e.mapID = id
	e.setScene(nil)
	e.fit, e.placed = true, false
	e.hover = journey.Ref{}
	k, known := e.shelf.Take(id, e.view)
	e.choose(k.Selection)
	e.note(SelectionChanged | ActionsChanged) // nothing selected means another map now
	if known && !k.Fit {
		e.fit, e.placed = false, true
		e.setView(k.View)
	}
	e.arrangeAgain()
}

// project returns the facts as they are on the board: with what is being added, if anything is.
func (e *Editor) project() journey.Project {
	if e.draft != nil {
		return e.draft.tx.Project()
	}
	return e.doc.Project()
}

// changed is told of every change of the document.
func (e *Editor) changed(c edit.Change) {
	defer e.enter()()
	e.revision++
	if c.Reset {
		e.abandon()
	}
	e.note(DocumentChanged | ActionsChanged)
	if !c.After.Maps.Has(e.mapID) {
		e.show(firstMap(c.After))
		return
	}
	e.prune()
	e.arrangeAgain()
}

// arrangeAgain asks for a picture of the present facts.
func (e *Editor) arrangeAgain() {
	e.asked++
	asked, mapID := e.asked, e.mapID
	e.options.Arrange(e.project(), mapID, func(s *scene.Scene) {
		if asked != e.asked {
			return // the facts have moved on, and a newer picture is on its way
		}
		defer e.enter()()
		e.arrived(s)
	})
}

func (e *Editor) setScene(s *scene.Scene) {
	e.scene, e.atlas, e.rects = s, desk.NewAtlas(s), nil
	e.note(SceneChanged | OverlayChanged)
}

// arrived puts a new picture on the board and finds again in it whatever was known by place.
func (e *Editor) arrived(s *scene.Scene) {
	was := e.scene
	e.setScene(s)
	if s == nil {
		return
	}
	if was != nil && (was.Grid.Ring == nil) != (s.Grid.Ring == nil) {
		e.placed = false // drawn in another form nothing is where it was
		e.fit = true
	}
	if !e.placed && e.view.Size.W > 0 {
		e.placed = true
		e.setView(e.view.Fitted(s.Bounds, 1))
	} else {
		e.setView(e.view.Reached(s.Bounds)) // an edit does not change how large things are seen
	}
	e.openWaiting()
	if !e.reveal.IsZero() {
		e.bringIntoSight(e.reveal)
		e.reveal = journey.Ref{}
	}
	if e.atlas.Body(e.hover) == nil {
		e.hover = journey.Ref{}
	}
	if e.gesture != nil {
		e.follow()
	}
}

// enter begins a public call; what it returns ends it and tells the listeners, once, of all that
// the outermost call has changed.
func (e *Editor) enter() (leave func()) {
	e.depth++
	return func() {
		e.depth--
		if e.depth > 0 || e.pending == 0 {
			return
		}
		ev := e.pending
		e.pending = 0
		for _, f := range e.listenersInOrder() {
			f(ev)
		}
	}
}

func (e *Editor) note(ev Event) { e.pending |= ev }

func (e *Editor) listenersInOrder() []func(Event) {
	list := make([]func(Event), 0, len(e.listeners))
	for id := range e.nextID {
		if f := e.listeners[id]; f != nil {
			list = append(list, f)
		}
	}
	return list
}

// do makes one undo step of f. Nothing happens, and the trouble is told, if f fails.
func (e *Editor) do(l edit.Label, f func(*edit.Tx) error) error {
	err := e.attempt(l, f)
	e.tell(err)
	return err
}

// tell keeps what went wrong for whoever shows it.
func (e *Editor) tell(err error) {
	e.trouble = err
	if err == nil {
		return
	}
	e.note(SelectionChanged)
	if e.options.Report != nil {
		e.options.Report(err)
	}
}
