// Package findings is the panel of what the map tells: the findings by rule, the goals and how far
// they are met, and the tags with where they are. Pressing one shows on the board what it is about.
//
// All of it belongs to the goroutine of the window.
package findings

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor/findings"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Options says what a Panel asks of its window. All but Hint and Tip must be there.
type Options struct {
	Canvas fyne.Canvas
	Words  *words.Table
	Read   func() (journey.Project, insight.Report)
	Show   func([]journey.Ref)                    // selects records on the board and brings them into sight
	Open   func(journey.Ref)                      // shows a record that stands nowhere on the board
	Focus  func()                                 // gives the keyboard to the board
	Hint   func(*look.Button, bool)               // tips
	Tip    func(over fyne.CanvasObject, s string) // the tip of what is no button; empty: none
}

// Tab is a list of the panel.
type Tab uint8

// The lists.
const (
	All Tab = iota
	Gaps
	Tags
)

var tabs = []string{All: "findings.tab.all", Gaps: "findings.tab.goals", Tags: "findings.tab.tags"}

// State is what a panel is left in, for the next one that is made. The zero value is ready.
type State struct {
	Tab    Tab
	Filter findings.Filter
	lists  [3]findings.List
}

// Panel is the panel.
type Panel struct {
	o      Options
	state  *State
	object *fyne.Container
	head   *fyne.Container
	choice []*look.Button // of the tabs
	drops  *fyne.Container
	drop   map[string]*look.Button
	list   *list

	Rows []findings.Row // those that are listed, for tests
}

// New returns a panel. Update brings it up to date.
func New(o Options, state *State) *Panel {
	p := &Panel{o: o, state: state, list: newList(o.Canvas), drop: map[string]*look.Button{}}
	p.list.press, p.list.show, p.list.leave = p.press, p.show, o.Focus
	p.list.tip = func(r *row, on bool) {
		if o.Tip == nil {
			return
		}
		text := ""
		if on {
			text = o.Words.T("findings.all")
		}
		o.Tip(r, text)
	}
	var segments []fyne.CanvasObject
	for i := range tabs {
		b := look.NewButton(look.Segment, "", "", func() { p.Turn(Tab(i)) })
		p.choice = append(p.choice, b)
		segments = append(segments, b)
	}
	for _, name := range []string{"theme", "stage", "persona"} {
		b := look.NewButton(look.Drop, "chevron-down", "", nil)
		b.OnTapped = func() { p.unfold(name, b) }
		p.drop[name] = b
	}
	p.drops = container.New(look.NewFlow(276, 6), p.drop["theme"], p.drop["stage"], p.drop["persona"])
	p.head = look.VBox(8, container.NewGridWithColumns(len(tabs), segments...), p.drops)
	p.object = container.NewBorder(look.Pad(p.head, 0, 12, 6, 12), nil, nil, nil, p.list.scroll)
	return p
}

// Object is what goes into the window.
func (p *Panel) Object() fyne.CanvasObject { return p.object }

// Turn shows another list.
func (p *Panel) Turn(t Tab) {
	p.state.Tab = t
	p.list.scroll.Offset = fyne.Position{}
	p.list.chosen = ""
	p.Update()
}

// Focus gives the keyboard to the list.
func (p *Panel) Focus() { p.list.focus() }

// Update brings the panel up to date.
func (p *Panel) Update() {
	project, r := p.o.Read()
	p.keep(project, r)
	w, list := p.o.Words, &p.state.lists[p.state.Tab]
	switch p.state.Tab {
	case Gaps:
		p.Rows = list.Gaps(project, r, w)
	case Tags:
		p.Rows = list.Patterns(project, r, w)
	default:
		p.Rows = list.Findings(project, r, p.state.Filter, w)
	}
	p.top(project, r)
	p.list.set(p.Rows)
}

// keep drops from the filter what is no longer on the map.
func (p *Panel) keep(project journey.Project, r insight.Report) {
	f := &p.state.Filter
	if stage, ok := project.Stages.Get(f.Stage); !ok || stage.MapID != r.MapID {
		f.Stage = ""
	}
	there := false
	for _, a := range project.AppearancesOf(r.MapID) {
		there = there || a.PersonaID == f.Persona
	}
	if !there {
		f.Persona = ""
	}
}

// top brings tabs and filters up to date.
func (p *Panel) top(project journey.Project, r insight.Report) {
	for i, b := range p.choice {
		text := p.o.Words.T(tabs[i])
		if n := findings.Count(r); Tab(i) == All && n > 0 {
			text += " " + strconv.Itoa(n)
		}
		if b.Text != text || b.On != (Tab(i) == p.state.Tab) {
			b.Text, b.On = text, Tab(i) == p.state.Tab
			b.Refresh()
		}
	}
	f, w := p.state.Filter, p.o.Words
	say := func(name, text string, on bool) {
		if text == "" {
			text = w.T("findings.filter." + name)
		}
		text = look.Shorten(text, 12, look.Regular, 150)
		if b := p.drop[name]; b.Text != text || b.On != on {
			b.Text, b.On = text, on
			b.Refresh()
		}
	}
	theme, stage, persona := "", "", ""
	if f.Theme != "" {
		theme = w.T("findings.theme." + string(f.Theme))
	}
	if f.Stage != "" {
		stage = insight.Name(project, journey.Ref{Kind: journey.KindStage, ID: f.Stage}, w)
	}
	if f.Persona != "" {
		persona = insight.Name(project, journey.Ref{Kind: journey.KindPersona, ID: f.Persona}, w)
	}
	say("theme", theme, f.Theme != "")
	say("stage", stage, f.Stage != "")
	say("persona", persona, f.Persona != "")
	p.drops.Hidden = p.state.Tab != All
	p.drops.Refresh()
	p.head.Refresh()
	p.object.Refresh()
}

// unfold lets a person choose what the list is narrowed to.
func (p *Panel) unfold(name string, under *look.Button) {
	project, r := p.o.Read()
	w, f := p.o.Words, &p.state.Filter
	var items []menu.Item
	add := func(text string, on bool, set func()) {
		items = append(items, menu.Item{Label: text, Checked: on, Run: func() { set(); p.Update() }})
	}
	switch name {
	case "theme":
		add(w.T("findings.filter.theme.all"), f.Theme == "", func() { f.Theme = "" })
		items = append(items, menu.Line())
		for _, t := range findings.Themes {
			add(w.T("findings.theme."+string(t)), f.Theme == t, func() { f.Theme = t })
		}
	case "stage":
		add(w.T("findings.filter.stage.all"), f.Stage == "", func() { f.Stage = "" })
		items = append(items, menu.Line())
		for _, s := range project.StagesOf(r.MapID) {
			add(insight.Name(project, journey.RefTo(s), w), f.Stage == s.ID, func() { f.Stage = s.ID })
		}
	case "persona":
		add(w.T("findings.filter.persona.all"), f.Persona == "", func() { f.Persona = "" })
		items = append(items, menu.Line())
		for _, c := range r.Curves {
			add(insight.Name(project, c.Persona, w), f.Persona == c.Persona.ID, func() { f.Persona = c.Persona.ID })
		}
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under).AddXY(0, under.Size().Height+2)
	menu.Show(p.o.Canvas, at, items)
}

// press answers a press on a row.
func (p *Panel) press(r findings.Row) {
	switch r.Kind {
	case findings.Heading, findings.More:
		p.state.lists[p.state.Tab].Press(r)
		p.Update()
	case findings.Line:
		p.show(r)
	}
}

// show shows on the board what a row is about.
func (p *Panel) show(r findings.Row) {
	p.list.chosen = r.Key
	p.list.place()
	if refs := r.Shows(); len(refs) > 0 {
		p.o.Show(refs)
	} else if !r.Ref.IsZero() {
		p.o.Open(r.Ref)
	}
}
