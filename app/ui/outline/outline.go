// Package outline is the tree of the map that is shown: its stages, steps and cards, and its lanes.
// It can be walked, folded, renamed and reordered by keyboard alone. However large the map, only the
// lines in sight are widgets. All of it belongs to the goroutine of the window.
package outline

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

// Options says what an Outline works with.
type Options struct {
	Editor *editor.Editor
	Words  *words.Table
	Canvas fyne.Canvas
	Change func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble
	Run    func(editor.ActionID)                        // does an action
	Focus  func()                                       // gives the keyboard to the board
	Menu   func(at fyne.Position)                       // shows what can be done with what is selected; nil: nothing
	Tip    func(over fyne.CanvasObject, text string)    // tells the whole of a text that is cut; nil: nobody does
	Away   func()                                       // takes the tip away; nil as Tip
	Now    func() time.Time                             // nil: the clock of the computer
}

// Outline is the panel. It takes the focus: see keys.go for what the keys do.
type Outline struct {
	widget.BaseWidget
	o      Options
	tree   *tree
	lines  []node      // in sight or out of it, but not folded away
	cursor journey.Ref // the line that keys are about
	marked map[journey.Ref]bool
	doc    *edit.Document
	cancel func() // ends following doc
	stale  bool   // doc was given other contents
	listed bool   // lines are those of the tree as it is

	scroll  *container.Scroll
	list    *list
	focused bool
	rename  *rename
	typed   string // the letters of a jump so far
	typedAt time.Time
}

// New returns the panel. Update brings it up to date.
func New(o Options) *Outline {
	p := &Outline{o: o, tree: newTree(), marked: map[journey.Ref]bool{}}
	if p.o.Now == nil {
		p.o.Now = time.Now
	}
	p.list = newList(p)
	p.scroll = container.NewVScroll(p.list)
	p.scroll.OnScrolled = func(fyne.Position) { p.list.place() }
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Outline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }

// Resize implements fyne.CanvasObject.
func (p *Outline) Resize(s fyne.Size) {
	p.BaseWidget.Resize(s)
	p.list.place()
}

// Close ends following the document: another panel takes the place of this one.
func (p *Outline) Close() {
	if p.cancel != nil {
		p.cancel()
		p.doc, p.cancel = nil, nil
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Outline) AccessibilityLabel() string { return p.o.Words.T("outline.title") }

// AccessibilityRole implements fyne.Accessible.
func (p *Outline) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// Update brings the tree up to date with the document and the map that is shown. Where nothing has
// changed it costs nothing.
func (p *Outline) Update() {
	ed := p.o.Editor
	doc, mapID := ed.Document(), ed.MapID()
	if doc != p.doc {
		p.Close()
		p.doc, p.stale = doc, true
		p.cancel = doc.Subscribe(p.changed)
	}
	if p.stale || mapID != p.tree.mapID {
		p.stale = false
		if mapID != p.tree.mapID {
			p.cursor = journey.Ref{}
			p.endRename()
		}
		p.tree.read(doc.Project(), mapID)
		p.listed = false
	}
	if !p.listed {
		p.flatten()
		p.Mark()
	}
}

// changed hears the document.
func (p *Outline) changed(c edit.Change) {
	if c.Reset || p.stale {
		p.stale = true
		return
	}
	p.tree.change(c)
	p.listed = false
}

// flatten lists the lines anew, and keeps the cursor on one of them.
func (p *Outline) flatten() {
	was := p.index(p.cursor)
	p.lines, p.listed = p.tree.lines(false), true
	if !p.cursor.IsZero() && p.index(p.cursor) < 0 {
		switch parent := p.tree.parent(p.cursor); {
		case p.tree.holds(p.cursor) && p.index(parent) >= 0:
			p.cursor = parent // it was folded away
		case was >= 0 && len(p.lines) > 0:
			p.cursor = p.lines[min(was, len(p.lines)-1)].ref
		default:
			p.cursor = journey.Ref{}
		}
	}
	if p.rename != nil && p.index(p.rename.ref) < 0 {
		p.endRename()
	}
	p.list.Refresh()
	p.scroll.Refresh()
	p.list.place()
}

// index returns the line of a record; −1 if it has none now.
func (p *Outline) index(ref journey.Ref) int {
	return slices.IndexFunc(p.lines, func(n node) bool { return n.ref == ref })
}

// Mark shows in the tree what is selected on the board, and brings what was selected last into
// sight.
func (p *Outline) Mark() {
	selected := p.o.Editor.Selection()
	clear(p.marked)
	for _, r := range selected {
		p.marked[r] = true
	}
	if n := len(selected); n > 0 && p.tree.holds(selected[n-1]) {
		last := selected[n-1]
		if p.tree.uncover(last) {
			p.flatten()
		}
		if p.cursor != last {
			p.cursor = last
			p.sight(last)
		}
	}
	p.list.place()
}

// sight scrolls as little as is needed to show a line.
func (p *Outline) sight(ref journey.Ref) {
	i := p.index(ref)
	if i < 0 {
		return
	}
	top, height := float32(i)*lineHeight+listPad, p.scroll.Size().Height
	switch y := p.scroll.Offset.Y; {
	case height < lineHeight:
	case top < y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-listPad)))
	case top+lineHeight > y+height:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top+lineHeight+listPad-height))
	}
	p.list.place()
}

// fold folds or unfolds a branch.
func (p *Outline) fold(ref journey.Ref, open bool) {
	if p.tree.isOpen(ref) == open {
		return
	}
	p.tree.setOpen(ref, open)
	p.flatten()
}

// choose selects a line's record on the board and brings it into sight there; add: besides what is
// selected, or no more.
func (p *Outline) choose(ref journey.Ref, add bool) {
	ed := p.o.Editor
	p.cursor = ref
	switch {
	case ref == lanesRef, ref.Kind == journey.KindMap:
		ed.Select()
	case add:
		now := slices.Clone(ed.Selection())
		if i := slices.Index(now, ref); i >= 0 {
			now = slices.Delete(now, i, i+1)
		} else {
			now = append(now, ref)
		}
		ed.Select(now...)
	default:
		ed.Select(ref)
		ed.Reveal(ref)
	}
	p.list.place()
}

// title is what a line says.
func (p *Outline) title(ref journey.Ref) (title string, known bool) {
	if ref == lanesRef {
		return p.o.Words.T("outline.lanes"), true
	}
	switch rec, _ := p.tree.p.Get(ref); r := rec.(type) {
	case journey.Map:
		title = r.Title
	case journey.Stage:
		title = r.Title
	case journey.Step:
		title = r.Title
	case journey.Lane:
		if title = r.Title; title == "" {
			title = p.o.Words.T("map.lane." + string(r.LaneKind))
		}
	case journey.Card:
		if title = r.Title; title == "" {
			title = r.Text
		}
	}
	if title == "" {
		return p.o.Words.T("outline.untitled"), false
	}
	return title, true
}

// icon is the drawing before a line.
func (p *Outline) icon(ref journey.Ref) string {
	switch ref.Kind {
	case journey.KindMap:
		return "map"
	case journey.KindStage:
		return "stage"
	case journey.KindStep:
		return "step"
	case journey.KindLane:
		return "lane"
	}
	c, _ := p.tree.p.Cards.Get(ref.ID)
	l, _ := p.tree.p.Lanes.Get(c.LaneID)
	switch l.LaneKind {
	case journey.LaneTouchpoints:
		return "touchpoint"
	case journey.LanePains:
		return "pain"
	case journey.LaneOpportunities:
		return "opportunity"
	case journey.LaneQuotes, journey.LaneThoughts:
		return "quote"
	case journey.LaneEmotions:
		return "emotion"
	}
	return "card"
}

// hover tells the whole of a line that is cut.
func (p *Outline) hover(r *row, on bool) {
	switch {
	case p.o.Tip == nil:
	case on && r.cut:
		title, _ := p.title(r.node.ref)
		p.o.Tip(r, look.Shorten(title, 12, look.Medium, 420))
	default:
		p.o.Away()
	}
}
