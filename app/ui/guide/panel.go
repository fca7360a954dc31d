// Package guide is the panel of the six steps: what each is for, what of it the map holds, what it
// lacks, and a button that does the next thing. It stands beside the map and asks for nothing.
//
// All of it belongs to the goroutine of the window.
package guide

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jejak/app/ui/look"
	"jejak/assets/words"
	"jejak/data/insight/guide"
	"jejak/data/journey"
)

// Options says what a Panel asks of its window. All must be there.
type Options struct {
	Words  *words.Table
	Read   func() guide.Guide
	Show   func([]journey.Ref) // selects records on the board and brings them into sight
	Do     func(guide.Check)   // does the next thing about a check
	Can    func() bool         // the map may be changed
	Canvas fyne.Canvas
}

// State is what a panel is left in, for the next one that is made. The zero value is ready.
type State struct {
	Step guide.Step // that is unfolded; empty: none was chosen
	Shut bool       // none is unfolded
}

// Panel is the panel.
type Panel struct {
	widget.BaseWidget
	o      Options
	state  *State
	scroll *container.Scroll
	column *fyne.Container
	lead   *look.Text
	heads  []*head
	about  *look.Text
	body   []item // of the step that is unfolded
	shown  guide.Step
	wide   float32
}

// item is a check with its button.
type item struct {
	name   guide.Name
	row    *check
	button *look.Button
	holder *fyne.Container
}

// side is the space at either side of what is in the panel.
const side = 12

// New returns a panel. Update brings it up to date.
func New(o Options, state *State) *Panel {
	p := &Panel{o: o, state: state, column: look.VBox(0), about: look.NewText("", look.Second)}
	p.lead = look.NewText(o.Words.T("guide.lead"), look.Second)
	for i, step := range guide.Steps {
		h := newHead(i+1, func() { p.press(step) })
		h.title = step.Title(o.Words)
		p.heads = append(p.heads, h)
	}
	p.scroll = container.NewVScroll(p.column)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }

// Resize implements fyne.CanvasObject. What wraps is as high as it must be in the new width.
func (p *Panel) Resize(s fyne.Size) {
	p.BaseWidget.Resize(s)
	if s.Width != p.wide {
		p.wide = s.Width
		p.fit()
	}
}

// fit sets what wraps in the width there is.
func (p *Panel) fit() {
	if p.wide <= 0 {
		return
	}
	p.lead.Resize(fyne.NewSize(p.wide-2*side, 0))
	p.about.Resize(fyne.NewSize(p.wide-2*side, 0))
	for _, it := range p.body {
		it.row.Resize(fyne.NewSize(p.wide, it.row.Size().Height))
	}
	p.column.Refresh()
	p.scroll.Refresh()
}

// press unfolds a step, or folds the one that is unfolded.
func (p *Panel) press(s guide.Step) {
	p.state.Shut = p.shown == s
	p.state.Step = s
	p.Update()
}

// Turn unfolds a step.
func (p *Panel) Turn(s guide.Step) {
	p.state.Shut, p.state.Step = false, s
	p.Update()
}

// Focus gives the keyboard to the step that is unfolded, or to the first.
func (p *Panel) Focus() {
	at := 0
	for i, s := range guide.Steps {
		if s == p.shown {
			at = i
		}
	}
	p.o.Canvas.Focus(p.heads[at])
}

// Update brings the panel up to date.
func (p *Panel) Update() {
	g, w := p.o.Read(), p.o.Words
	open := p.state.Step
	switch {
	case p.state.Shut:
		open = ""
	case open == "":
		open = g.First()
	}
	for i, part := range g.Parts {
		done, of := part.Progress()
		h := p.heads[i]
		note, state := w.F("guide.progress", words.Args{"Done": done, "Of": of}), part.State()
		if h.note != note || h.state != state || h.open != (part.Step == open) {
			h.note, h.state, h.open = note, state, part.Step == open
			h.Refresh()
		}
		if part.Step == open {
			p.fill(part)
		}
	}
	if open == "" {
		p.body = nil
	}
	if open != p.shown || len(p.column.Objects) == 0 {
		p.shown = open
		p.state.Step = open
		p.lay()
	}
	p.fit()
}

// fill brings the checks of the step that is unfolded up to date; they are made anew only when it is
// another step, or asks for other things.
func (p *Panel) fill(part guide.Part) {
	same := part.Step == p.shown && len(p.body) == len(part.Checks)
	for i := range part.Checks {
		same = same && p.body[i].name == part.Checks[i].Name
	}
	if !same {
		p.body = nil
		for _, c := range part.Checks {
			p.body = append(p.body, p.newItem(c.Name))
		}
		p.about = look.NewText(part.Step.About(p.o.Words), look.Second)
		p.shown = "" // what is unfolded is laid out anew
	}
	can := p.o.Can()
	for i, c := range part.Checks {
		it := p.body[i]
		aside := ""
		if c.Optional {
			aside = p.o.Words.T("guide.optional")
		}
		it.row.set(c.State(), c.Waits(), c.Text(p.o.Words), aside)
		it.row.pressed = func() {
			refs := c.Lacks()
			if len(refs) == 0 {
				refs = c.There()
			}
			p.o.Show(refs)
		}
		it.button.OnTapped = func() { p.o.Do(c) }
		it.button.SetEnabled(can || !changes[c.Name])
		it.holder.Hidden = c.State() == guide.Done || c.Waits()
	}
}

// changes are the checks whose remedy changes the map at once.
var changes = map[guide.Name]bool{
	guide.StageList: true, guide.Covered: true, guide.PainPoints: true, guide.Explained: true, guide.Voices: true,
	guide.Lanes: true, guide.Chances: true,
}

func (p *Panel) newItem(name guide.Name) item {
	it := item{name: name, row: newCheck(nil)}
	it.row.Resize(fyne.NewSize(p.wide, 0))
	it.button = look.NewButton(look.Outlined, "", guide.Check{Name: name}.Remedy(p.o.Words), nil)
	it.holder = look.Pad(look.HBox(0, it.button), 2, side, 7, checkText)
	return it
}

// lay puts the steps under each other, and what one holds under it.
func (p *Panel) lay() {
	list := []fyne.CanvasObject{look.Pad(p.lead, 0, side, 8, side)}
	for i, s := range guide.Steps {
		list = append(list, p.heads[i])
		if s != p.shown {
			continue
		}
		list = append(list, look.Pad(p.about, 2, side, 8, side))
		for _, it := range p.body {
			list = append(list, it.row, it.holder)
		}
		list = append(list, look.Gap(8))
	}
	list = append(list, look.Gap(16))
	p.column.Objects = list
	p.column.Refresh()
	p.scroll.Refresh()
}

// Open returns the step that is unfolded; empty: none.
func (p *Panel) Open() guide.Step { return p.shown }
