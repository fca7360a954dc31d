// Package outline is the tree of the map that is shown: its stages and what stands in them. All of
// it belongs to the goroutine of the window.
package outline

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Options says what an Outline works with. All of it must be there.
type Options struct {
	Editor *editor.Editor
	Words  *words.Table
	Focus  func() // gives the keyboard to the board
}

// Outline is the panel.
type Outline struct {
	widget.BaseWidget
	o      Options
	list   *fyne.Container
	scroll *container.Scroll
	rows   map[journey.Ref]*look.Button
	folded map[journey.ID]bool
	drawn  string // what the list shows, so that it is only made anew when it must
}

// New returns the panel. Show brings it up to date.
func New(o Options) *Outline {
	p := &Outline{o: o, rows: map[journey.Ref]*look.Button{}, folded: map[journey.ID]bool{}, list: look.VBox(1)}
	p.scroll = container.NewVScroll(look.Pad(p.list, 0, 6, 8, 6))
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Outline) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }

// Update brings the outline up to date.
func (p *Outline) Update() {
	project, mapID := p.o.Editor.Document().Project(), p.o.Editor.MapID()
	index := journey.NewIndex(project, mapID)
	var rows []fyne.CanvasObject
	p.rows = map[journey.Ref]*look.Button{}
	drawn := fmt.Sprint(mapID)
	type line struct {
		ref    journey.Ref
		title  string
		note   string
		indent float32
		icon   string
		fold   journey.ID
	}
	var lines []line
	for _, s := range index.Stages {
		cards := outlineCards(index, s.ID)
		icon := "chevron-down"
		if p.folded[s.ID] {
			icon = "chevron-right"
		}
		lines = append(lines, line{journey.Ref{Kind: journey.KindStage, ID: s.ID}, s.Title, fmt.Sprint(len(cards)), 0, icon, s.ID})
		if p.folded[s.ID] {
			continue
		}
		for _, c := range cards {
			lines = append(lines, line{journey.Ref{Kind: journey.KindCard, ID: c.ID}, c.Title, "", 20, "", ""})
		}
	}
	if len(lines) > outlineMost {
		lines = lines[:outlineMost]
	}
	for _, l := range lines {
		drawn += fmt.Sprintf("\x00%v%s%s%s", l.ref, l.title, l.note, l.icon)
	}
	if drawn == p.drawn && len(p.list.Objects) == len(lines) {
		for i, l := range lines {
			p.rows[l.ref] = p.list.Objects[i].(*look.Button)
		}
		p.Mark()
		return
	}
	p.drawn = drawn
	for _, l := range lines {
		title := l.title
		if title == "" {
			title = p.o.Words.T("outline.untitled")
		}
		row := look.NewButton(look.Row, l.icon, title, nil)
		row.Note, row.Indent, row.Width = l.note, l.indent, 208
		row.OnTapped = func() {
			if l.fold != "" && len(p.o.Editor.Selection()) == 1 && p.o.Editor.Selection()[0] == l.ref {
				p.folded[l.fold] = !p.folded[l.fold]
				p.Update()
			}
			p.o.Editor.Select(l.ref)
			p.o.Editor.Reveal(l.ref)
			p.o.Focus()
		}
		p.rows[l.ref] = row
		rows = append(rows, row)
	}
	p.list.Objects = rows
	p.list.Refresh()
	p.Mark()
}

// outlineMost is how many rows the outline shows; a map that has more is walked on the board.
const outlineMost = 400

// outlineCards lists the touchpoints of a stage; all its cards if the map has no such lane.
func outlineCards(x *journey.Index, stage journey.ID) []journey.Card {
	var touch, all []journey.Card
	for _, key := range x.Columns() {
		if key.StageID != stage {
			continue
		}
		for _, l := range x.Lanes {
			key.LaneID = l.ID
			cards := x.Cards[key]
			all = append(all, cards...)
			if l.LaneKind == journey.LaneTouchpoints {
				touch = append(touch, cards...)
			}
		}
	}
	if touch != nil {
		return touch
	}
	return all
}

// Mark shows in the outline what is selected.
func (p *Outline) Mark() {
	on := map[journey.Ref]bool{}
	for _, r := range p.o.Editor.Selection() {
		on[r] = true
	}
	for ref, row := range p.rows {
		row.SetOn(on[ref])
	}
}

// FocusGained implements fyne.Focusable.
func (p *Outline) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *Outline) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (p *Outline) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *Outline) TypedKey(*fyne.KeyEvent) {}
