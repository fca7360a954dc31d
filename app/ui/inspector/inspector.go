// Package inspector is the panel with the fields of what is selected; of the map when nothing is.
// What several selected records have in common is edited for all of them at once. All of it belongs
// to the goroutine of the window.
package inspector

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Width is how wide the panel is at first, in units of Fyne.
const Width = 276

// Options says what an Inspector works with. What is not said to be nil-able must be there.
type Options struct {
	Editor *editor.Editor
	Words  *words.Table
	Canvas fyne.Canvas
	Change func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Run    func(editor.ActionID)
	Focus  func()                        // gives the keyboard to the board
	Visit  func(link string)             // opens a web address; it has been checked
	Prefs  fyne.Preferences              // remembers which groups are unfolded
	Author func() string                 // who writes comments; nil: nobody says
	Now    func() time.Time              // nil: the clock of the computer
	Hint   func(b *look.Button, on bool) // nil: no tips
}

// Inspector is the panel.
type Inspector struct {
	widget.BaseWidget
	o      Options
	box    *fyne.Container
	scroll *container.Scroll
	title  *look.Label
	sub    *look.Label

	shape    shape
	shown    []journey.Ref
	retarget func([]journey.Ref) // has the controls be about other records of the same shape
	root     *group
	fields   []*look.Field
	named    map[string]*look.Field // by caption
	filled   bool
	busy     bool // an update is under way
}

// shape is what the controls of the panel depend on. As long as it stays the same they stay too,
// and only what they are about changes.
type shape struct {
	kind  journey.Kind     // empty: things of different kinds
	lane  journey.LaneKind // of cards; empty: of different kinds
	many  bool
	mapID journey.ID
}

// New returns the panel. Update brings it up to date.
func New(o Options) *Inspector {
	if o.Now == nil {
		o.Now = time.Now
	}
	in := &Inspector{o: o, box: look.VBox(0)}
	in.scroll = container.NewVScroll(look.Pad(in.box, padTop, padRight, 24, padLeft))
	in.ExtendBaseWidget(in)
	return in
}

// The space around what is in the panel.
const (
	padTop, padRight, padLeft = 14, 16, 14
)

// line is how wide what is in the panel is.
func (in *Inspector) line() float32 {
	w := in.Size().Width
	if w <= 0 {
		w = Width
	}
	return w - padLeft - padRight
}

// CreateRenderer implements fyne.Widget.
func (in *Inspector) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(look.PanelGround(), in.scroll))
}

// Resize implements fyne.CanvasObject. What wraps is as high as it must be in the new width.
func (in *Inspector) Resize(s fyne.Size) {
	wider := s.Width != in.Size().Width
	in.BaseWidget.Resize(s)
	if wider && in.root != nil {
		in.title.Two(in.line())
		in.root.fit(in.line())
		in.box.Refresh()
	}
}

// Forget has the next Update make all controls anew: another document is shown.
func (in *Inspector) Forget() { in.filled = false }

// Update brings the panel up to date. Its controls are made anew only when things of another sort
// are selected, so that nobody loses the field they are in.
func (in *Inspector) Update() {
	if in.busy {
		return // a field that was left has told what was typed: the update under way shows it
	}
	in.busy = true
	defer func() { in.busy = false }()
	ed := in.o.Editor
	refs := in.about(ed.Document().Project())
	if in.filled && !slices.Equal(refs, in.shown) {
		in.leaveFields()
		refs = in.about(ed.Document().Project())
	}
	p := ed.Document().Project()
	if s := shapeOf(p, refs, ed.MapID()); !in.filled || s != in.shape {
		in.shape, in.shown, in.filled = s, slices.Clone(refs), true
		in.fill(p)
	} else if !slices.Equal(refs, in.shown) {
		in.shown = slices.Clone(refs)
		in.retarget(in.shown)
		in.scroll.ScrollToTop()
	}
	in.root.refresh(p)
	in.box.Refresh() // a text may take another line now
}

// about lists what the panel is about: what is selected, or the map.
func (in *Inspector) about(p journey.Project) []journey.Ref {
	refs := slices.DeleteFunc(slices.Clone(in.o.Editor.Selection()), func(r journey.Ref) bool { return !p.Has(r) })
	if len(refs) == 0 {
		return []journey.Ref{{Kind: journey.KindMap, ID: in.o.Editor.MapID()}}
	}
	return refs
}

// leaveFields has what is being typed told before the fields are about something else.
func (in *Inspector) leaveFields() {
	focused := in.o.Canvas.Focused()
	for _, f := range in.fields {
		if !f.Ask && focused == fyne.Focusable(f) {
			f.Keep()
		}
	}
}

func shapeOf(p journey.Project, refs []journey.Ref, mapID journey.ID) shape {
	s := shape{kind: refs[0].Kind, many: len(refs) > 1, mapID: mapID}
	for i, r := range refs {
		if r.Kind != s.kind {
			return shape{many: true, mapID: mapID}
		}
		if r.Kind == journey.KindCard {
			c, _ := p.Cards.Get(r.ID)
			l, _ := p.Lanes.Get(c.LaneID)
			if i == 0 {
				s.lane = l.LaneKind
			} else if s.lane != l.LaneKind {
				s.lane = ""
			}
		}
	}
	return s
}

// fill makes the controls for what is selected.
func (in *Inspector) fill(p journey.Project) {
	in.fields, in.named = nil, map[string]*look.Field{}
	in.title = look.NewLabel("", 15, look.SemiBold, look.Ink).Two(in.line())
	in.sub = look.NewLabel("", 12, look.Regular, look.Second)
	in.root = newGroup(in)
	switch in.shape.kind {
	case journey.KindMap:
		if in.shape.mapID == "" {
			in.head(func(journey.Project) (string, string) { return in.o.Words.T("empty.maps"), "" })
			break
		}
		in.mapFields()
	case journey.KindStage:
		in.stageFields()
	case journey.KindStep:
		in.stepFields()
	case journey.KindLane:
		in.laneFields()
	case journey.KindCard:
		in.cardFields()
	case journey.KindPersona:
		in.personaFields()
	case journey.KindPoint:
		in.pointFields()
	case journey.KindLink:
		in.linkFields()
	default:
		in.differentKinds()
	}
	in.root.fit(in.line())
	in.box.Objects = []fyne.CanvasObject{in.title, look.Gap(3), in.sub, look.Gap(10), in.root.box}
	in.scroll.ScrollToTop()
}

// head says what the fields are about. It is asked again after every change.
func (in *Inspector) head(f func(p journey.Project) (title, sub string)) {
	in.root.update = append(in.root.update, func(p journey.Project) {
		title, sub := "", ""
		if n := len(in.shown); n > 1 {
			kind := string(in.shape.kind)
			if kind == "" {
				kind = "things"
			}
			title = in.o.Words.N("inspector.many."+kind, n, nil)
			sub = in.o.Words.T("inspector.many.hint")
		} else if title, sub = f(p); title == "" {
			title = in.o.Words.T("inspector.untitled")
		}
		in.title.SetText(title)
		in.sub.SetText(sub)
	})
}

// one is the record that the panel is about, if it is one.
func (in *Inspector) one() journey.Ref {
	if len(in.shown) == 1 {
		return in.shown[0]
	}
	return journey.Ref{}
}

// action makes a button of an action; nil if there is no such action.
func (in *Inspector) action(id editor.ActionID, icon string) *look.Button {
	a := in.o.Editor.Action(id)
	if a == nil {
		return nil
	}
	b := look.NewButton(look.Outlined, icon, a.Label(), func() { in.o.Run(id) })
	in.root.update = append(in.root.update, func(journey.Project) { b.SetEnabled(a.Enabled()) })
	return b
}

func (in *Inspector) t(key string) string { return in.o.Words.T(key) }

func (in *Inspector) f(key string, args words.Args) string { return in.o.Words.F(key, args) }
