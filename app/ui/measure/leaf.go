// Package measure is the leaf of the window that shows what is measured: a table of metrics and places
// with their newest values, targets and courses, all values of one of them, and who drops off between
// stages; and the dialogs that take values out of a table and look after the metrics.
//
// All of it belongs to the goroutine of the window.
package measure

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"jejak/app/editor"
	"jejak/app/editor/measure"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/exchange/values"
	"jejak/data/journey"
)

// Options says what a Leaf works with. All of it must be there but Hint.
type Options struct {
	Editor *editor.Editor
	Canvas fyne.Canvas
	Words  *words.Table
	Today  func() string                                // "YYYY-MM-DD"
	Change func(edit.Label, func(*edit.Tx) error) error // makes one undo step, and tells of its trouble

	Metrics func(journey.ID) // looks after the metrics, one chosen
	Paste   func()           // takes values out of what was copied
	Copy    func(string)     // puts text on the clipboard
	Import  func()           // takes values out of a file
	Export  func()           // writes them to one
	Show    func(journey.Ref)
	Run     func(editor.ActionID)
	Close   func()
	Keep    func(State)              // is told what is shown when the leaf is turned away from
	Hint    func(*look.Button, bool) // tips; may be nil
}

// State is what a Leaf remembers while another one is shown.
type State struct {
	All bool // of all maps, not only the one in hand
	Key measure.Key
}

// Leaf is the table with its bar and what is chosen in it.
type Leaf struct {
	o     Options
	state State
	lines []measure.Line
	read  source // what the lines and the funnels are of

	bar     *bar
	add     *look.Button
	all     [2]*look.Button // this map, all maps
	which   *fyne.Container // both
	export  *look.Button
	table   *table
	funnels *fyne.Container
	detail  *detail
	empty   *fyne.Container
	middle  *fyne.Container
	box     *fyne.Container
}

// source is what lines and funnels are made of. To make them takes long on a large map, and an edit is
// told of more than once.
type source struct {
	project journey.Project
	mapID   journey.ID
	all     bool
	made    bool
}

// New returns the leaf as it was left.
func New(o Options, was State) *Leaf {
	l := &Leaf{o: o, state: was}
	l.build()
	l.update()
	return l
}

// State returns what is shown.
func (l *Leaf) State() State { return l.state }

// Object implements leaf.Leaf.
func (l *Leaf) Object() fyne.CanvasObject { return l.box }

// Focus implements leaf.Leaf.
func (l *Leaf) Focus() fyne.Focusable { return l.table }

// Leave implements leaf.Leaf.
func (l *Leaf) Leave() {
	l.detail.keep()
	l.o.Keep(l.state)
}

// Update implements leaf.Leaf.
func (l *Leaf) Update(ev editor.Event) {
	if ev&(editor.DocumentChanged|editor.SceneChanged|editor.ActionsChanged) != 0 {
		l.update()
	}
}

func (l *Leaf) t(key string) string { return l.o.Words.T(key) }

func (l *Leaf) project() journey.Project { return l.o.Editor.Document().Project() }

// maps are those whose values are shown.
func (l *Leaf) maps() []journey.ID {
	if !l.state.All {
		return []journey.ID{l.o.Editor.MapID()}
	}
	var ids []journey.ID
	for _, m := range l.project().MapsInOrder() {
		ids = append(ids, m.ID)
	}
	return ids
}

func (l *Leaf) build() {
	tool := func(kind look.Kind, icon, key, hint string, do func()) *look.Button {
		text := ""
		if key != "" {
			text = l.t(key)
		}
		b := look.NewButton(kind, icon, text, do)
		if hint != "" {
			b.Hint, b.OnHint = l.t(hint), l.o.Hint
		}
		return b
	}
	l.add = tool(look.Primary, "plus", "measure.add", "", func() { l.under(l.add, l.metricItems()) })
	l.all = [2]*look.Button{
		tool(look.Segment, "", "measure.this", "", func() { l.showAll(false) }),
		tool(look.Segment, "", "measure.all", "", func() { l.showAll(true) }),
	}
	l.export = tool(look.Quiet, "export", "", "measure.export.hint", l.o.Export)
	paste := tool(look.Outlined, "paste", "measure.paste", "measure.paste.hint", l.o.Paste)
	take := tool(look.Outlined, "folder", "measure.import", "measure.import.hint", l.o.Import)
	left := look.HBox(6, l.add, paste, take)
	l.which = look.HBox(0, l.all[0], l.all[1])
	right := look.HBox(4, l.which, look.Gap(1),
		tool(look.Quiet, "", "measure.metrics", "measure.metrics.hint", func() { l.o.Metrics(l.state.Key.Metric) }),
		l.export, tool(look.Quiet, "close", "", "measure.close", l.o.Close))
	l.bar = newBar(left, right, l.add, paste, take)
	row := container.New(l.bar, left, right)
	bar := container.NewStack(look.PanelGround(), look.Pad(row, 8, 10, 8, 14))

	l.table = newTable(l)
	l.funnels = look.VBox(0)
	l.detail = newDetail(l)
	l.empty = container.NewStack()
	list := container.New(pile{3}, l.funnels, newHeader(l.o.Words), look.Hairline(), l.table)
	l.middle = container.NewStack(look.PanelGround(), list, l.empty)
	l.box = container.New(pile{2}, bar, look.Hairline(), l.middle, l.detail.object)
}

// update brings all of it up to date with the project.
func (l *Leaf) update() {
	p := l.project()
	if now := (source{p, l.o.Editor.MapID(), l.state.All, true}); now != l.read {
		l.read, l.lines = now, measure.Lines(p, l.maps(), l.o.Words)
		l.drawFunnels(p)
	}
	if l.state.Key != (measure.Key{}) && measure.Find(l.lines, l.state.Key) < 0 {
		l.state.Key = measure.Key{}
	}
	for i, b := range l.all {
		b.SetOn((i == 1) == l.state.All)
	}
	l.which.Hidden = p.Maps.Len() < 2
	l.add.SetEnabled(l.o.Editor.MapID() != "" && !l.o.Editor.Locked())
	l.export.SetEnabled(len(l.lines) > 0)
	l.showEmpty(p)
	l.detail.update()
	l.table.Refresh()
	l.box.Refresh()
}

// drawFunnels shows the funnels of the map in hand.
func (l *Leaf) drawFunnels(p journey.Project) {
	l.funnels.Objects = nil
	if !l.state.All {
		for _, f := range measure.Funnels(p, l.o.Editor.MapID(), l.o.Words) {
			l.funnels.Objects = append(l.funnels.Objects, newFunnel(l.o.Words, f, l.o.Show), look.Hairline())
		}
	}
	l.funnels.Refresh()
}

// emptyWidth is how wide the text is that stands where nothing is measured, in units of Fyne.
const emptyWidth = 500

// showEmpty says what can be done where nothing is measured yet.
func (l *Leaf) showEmpty(p journey.Project) {
	l.empty.Hidden = len(l.lines) > 0
	if l.empty.Hidden {
		return
	}
	text := look.NewText(l.t("measure.empty"), look.Second)
	text.Resize(fyne.NewSize(emptyWidth, 0))
	choices := container.New(look.NewFlow(emptyWidth, 6))
	var offers []offer
	for _, m := range p.MetricsInOrder() {
		offers = append(offers, offer{metric: m.ID, name: measure.Name(m, l.o.Words)})
	}
	for _, o := range append(offers, l.offered(p)...) {
		b := look.NewButton(look.Outlined, "plus", short(o.name), nil)
		b.OnTapped = func() { l.under(b, l.placeItems(o)) }
		b.SetEnabled(l.o.Editor.MapID() != "" && !l.o.Editor.Locked())
		choices.Add(b)
	}
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(emptyWidth, 1))
	content := container.NewStack(wide, look.VBox(14, look.NewLabel(l.t("measure.empty.title"), 16, look.SemiBold, look.Ink), text, choices))
	l.empty.Objects = []fyne.CanvasObject{look.PanelGround(), look.Pad(container.NewCenter(content), 20, 20, 80, 20)}
	l.empty.Refresh()
}

func (l *Leaf) showAll(all bool) {
	l.detail.keep()
	l.state.All = all
	l.update()
	l.o.Canvas.Focus(l.table)
}

// Choose shows all values of a series; the zero Key none.
func (l *Leaf) Choose(k measure.Key) {
	if k == l.state.Key {
		return
	}
	l.detail.keep()
	l.state.Key = k
	l.detail.chosen = ""
	l.update()
	if i := measure.Find(l.lines, k); i >= 0 {
		l.table.ScrollTo(i)
	}
}

// Lines returns what the table shows.
func (l *Leaf) Lines() []measure.Line { return l.lines }

// under shows a menu under a button.
func (l *Leaf) under(b fyne.CanvasObject, items []menu.Item) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(0, b.Size().Height+3)
	menu.Show(l.o.Canvas, at, items)
}

// pressed is a button on the head of a metric.
func (l *Leaf) pressed(line measure.Line, b *look.Button) {
	if b.Icon == "edit" {
		l.o.Metrics(line.Metric.ID)
		return
	}
	if !l.o.Editor.Locked() {
		l.under(b, l.placeItems(offer{metric: line.Metric.ID}))
	}
}

// copyAll puts the table onto the clipboard, as spreadsheets take it.
func (l *Leaf) copyAll() {
	if len(l.lines) > 0 {
		l.o.Copy(exchange.FormatTable(values.Cells(l.project(), l.maps(), l.o.Words)))
	}
}
