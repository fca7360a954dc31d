// Package cast shows the personas of the project in place of the board: the page of one of them, or
// those that are ticked side by side with their curves on one map.
//
// All of it belongs to the goroutine of the window; sheets are drawn elsewhere.
package cast

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"image/color"

	"jejak/app/editor"
	"jejak/app/export"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/reader"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	sheets "jejak/canvas/cast"
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Options is what the personas need of the window. All of it must be there.
type Options struct {
	Canvas  fyne.Canvas
	Words   *words.Table
	Faces   text.Measurer
	Do      func(func()) // runs a function on the goroutine of the window
	Project func() journey.Project
	MapID   func() journey.ID
	Locked  func() bool // the project is only looked at

	Edit    func(journey.ID) // opens all about a persona
	Add     func()           // adds one
	Keep    func(journey.ID) // puts one into the library
	Library func()           // opens the library
	File    func()           // asks for a file to take personas from
	Export  func(what export.Cast, who []journey.ID)
	GoTo    func(journey.Ref)
	Hint    func(*look.Button, bool)
	Close   func() // the map is wanted
}

// State is what is looked at, kept while something else is shown. The zero State is the first
// persona.
type State struct {
	Shown  journey.ID
	Ticked []journey.ID // in the order of ticking; two or more are compared
	OnMap  journey.ID   // whose curves are compared; empty: the map that is shown
	Offset float32
}

// Cast is the page, in the words and colours of when it was made.
type Cast struct {
	o     Options
	State State

	rows   []*Row
	list   *fyne.Container
	reader *reader.Reader
	empty  *fyne.Container
	box    *fyne.Container
	head   *fyne.Container

	title          *look.Label
	edit, keep     *look.Button
	export, onMap  *look.Button
	clear, shut    *look.Button
	tools          *fyne.Container // those of the buttons that are of use
	number, answer int             // of the sheet asked for last, and shown
	asked          question
}

// question is what a sheet is drawn of.
type question struct {
	project journey.Project
	mapID   journey.ID
	who     []journey.ID
}

func (q question) same(o question) bool {
	return q.project == o.project && q.mapID == o.mapID && slices.Equal(q.who, o.who)
}

const listWidth = 236

// New returns the personas with what was looked at last.
func New(o Options, was State) *Cast {
	c := &Cast{o: o, State: was, list: look.VBox(0)}
	c.reader = reader.New(o.Canvas, o.Do, c.choose, o.Close)
	c.reader.SetOffset(was.Offset)
	quiet := func(icon, key string, do func()) *look.Button { return look.NewButton(look.Quiet, icon, c.t(key), do) }
	hint := look.NewText(c.t("people.tick"), look.Second)
	hint.Resize(fyne.NewSize(listWidth-32, 0))
	foot := look.VBox(4,
		look.NewButton(look.Outlined, "plus", c.t("persona.add"), o.Add),
		look.HBox(2, quiet("sample", "people.library", o.Library), layout.NewSpacer()),
		look.HBox(2, quiet("file", "people.file", o.File), layout.NewSpacer()))
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(listWidth, 1))
	left := container.NewBorder(look.Pad(look.VBox(6, look.NewLabel(c.t("persona.title"), 15, look.SemiBold, look.Ink), hint), 14, 16, 8, 16),
		container.NewBorder(look.Hairline(), nil, nil, nil, look.Pad(foot, 10, 14, 12, 14)), nil, nil,
		container.NewVScroll(look.Pad(c.list, 0, 8, 8, 8)))
	side := container.NewStack(look.PanelGround(), container.NewBorder(nil, nil, nil, look.Hairline(), container.NewStack(wide, left)))

	c.title = look.NewLabel("", look.TextSize, look.Medium, look.Ink)
	c.edit = look.NewButton(look.Outlined, "edit", c.t("people.edit"), func() { c.o.Edit(c.State.Shown) })
	c.keep = look.NewButton(look.Outlined, "save", c.t("people.keep"), func() { c.o.Keep(c.State.Shown) })
	c.clear = look.NewButton(look.Outlined, "", c.t("people.untick"), func() { c.State.Ticked = nil; c.show() })
	c.onMap = look.NewButton(look.Drop, "chevron-down", "", c.chooseMap)
	c.export = look.NewButton(look.Outlined, "export", c.t("people.export"), func() { c.o.Export(c.what(), c.who()) })
	c.shut = look.NewButton(look.Quiet, "close", "", o.Close)
	c.shut.Hint, c.shut.OnHint = c.t("people.close"), o.Hint
	c.tools = container.NewStack()
	c.head = container.NewBorder(nil, nil, nil, c.tools, c.title)
	c.empty = container.NewCenter(c.invitation())
	main := container.NewBorder(
		container.NewStack(look.PanelGround(), container.NewBorder(nil, look.Hairline(), nil, nil, look.Pad(c.head, 7, 10, 7, 18))),
		nil, nil, nil, container.NewStack(c.reader, c.empty))
	c.box = container.NewBorder(nil, nil, side, nil, main)
	c.show()
	return c
}

func (c *Cast) t(key string) string { return c.o.Words.T(key) }

// invitation is what stands where there is no persona.
func (c *Cast) invitation() fyne.CanvasObject {
	text := look.NewText(c.t("persona.empty"), look.Second)
	text.Resize(fyne.NewSize(380, 0))
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(380, 1))
	return look.VBox(10, wide, look.NewLabel(c.t("people.none"), 18, look.SemiBold, look.Ink), text, look.Gap(2),
		look.NewButton(look.Primary, "plus", c.t("persona.add"), c.o.Add),
		look.NewButton(look.Outlined, "sample", c.t("people.library"), c.o.Library),
		look.NewButton(look.Outlined, "file", c.t("people.file"), c.o.File))
}

// Object implements leaf.Leaf.
func (c *Cast) Object() fyne.CanvasObject { return c.box }

// Focus implements leaf.Leaf.
func (c *Cast) Focus() fyne.Focusable { return c.reader.Area() }

// Leave implements leaf.Leaf: what is looked at stays.
func (c *Cast) Leave() {
	c.State.Offset = c.reader.Offset()
	c.number++ // nobody waits any more
	c.reader.Clear()
}

// Update implements leaf.Leaf.
func (c *Cast) Update(editor.Event) { c.show() }

// who are those on the sheet: two or more are compared.
func (c *Cast) who() []journey.ID {
	if len(c.State.Ticked) > 1 {
		return c.State.Ticked
	}
	if c.State.Shown == "" {
		return nil
	}
	return []journey.ID{c.State.Shown}
}

// what is on the sheet.
func (c *Cast) what() export.Cast {
	if len(c.who()) > 1 {
		return export.Compared
	}
	return export.Pages
}

// Show shows the page of a persona.
func (c *Cast) Show(id journey.ID) {
	c.State.Shown, c.State.Ticked = id, nil
	c.show()
}

// Compare shows personas side by side.
func (c *Cast) Compare(ids ...journey.ID) {
	c.State.Ticked = slices.Clone(ids)
	c.show()
}

// tick adds a persona to those that are compared, or takes them out.
func (c *Cast) tick(id journey.ID) {
	if i := slices.Index(c.State.Ticked, id); i >= 0 {
		c.State.Ticked = slices.Delete(slices.Clone(c.State.Ticked), i, i+1)
	} else {
		c.State.Ticked = append(slices.Clone(c.State.Ticked), id)
	}
	if len(c.State.Ticked) == 1 {
		c.State.Shown = c.State.Ticked[0]
	}
	c.show()
}

// mapID is the map whose curves are compared.
func (c *Cast) mapID() journey.ID {
	if c.o.Project().Maps.Has(c.State.OnMap) {
		return c.State.OnMap
	}
	return c.o.MapID()
}

// show brings list, head and sheet up to date.
func (c *Cast) show() {
	p := c.o.Project()
	people := p.PersonasInOrder()
	there := func(id journey.ID) bool { return p.Personas.Has(id) }
	c.State.Ticked = slices.DeleteFunc(slices.Clone(c.State.Ticked), func(id journey.ID) bool { return !there(id) })
	if !there(c.State.Shown) {
		c.State.Shown = ""
		if len(people) > 0 {
			c.State.Shown = people[0].ID
		}
	}
	c.showList(p, people)
	c.showHead(p)
	c.empty.Hidden, c.reader.Hidden = len(people) > 0, len(people) == 0
	c.ask(p)
	c.box.Refresh()
}

func (c *Cast) showList(p journey.Project, people []journey.Persona) {
	same := len(people) == len(c.rows)
	for i := 0; same && i < len(people); i++ {
		same = c.rows[i].ID == people[i].ID
	}
	if !same {
		c.rows, c.list.Objects = nil, nil
		for _, r := range people {
			row := NewRow(r.ID, func() { c.Show(r.ID) }, func() { c.tick(r.ID) })
			row.Stray = func(ev *fyne.KeyEvent) { c.stray(row, ev) }
			c.rows = append(c.rows, row)
			c.list.Add(row)
		}
	}
	comparing := len(c.State.Ticked) > 1
	for i, r := range people {
		ticked := slices.Contains(c.State.Ticked, r.ID)
		c.rows[i].Fill(p, sign.FaceOf(p, c.mapID(), r.ID), c.name(r), c.note(r),
			!comparing && r.ID == c.State.Shown || comparing && ticked, ticked)
	}
}

// stray moves the keyboard from row to row, and leaves on Esc.
func (c *Cast) stray(row *Row, ev *fyne.KeyEvent) {
	i := slices.Index(c.rows, row)
	switch ev.Name {
	case fyne.KeyDown:
		i++
	case fyne.KeyUp:
		i--
	case fyne.KeyEscape:
		c.o.Close()
		return
	default:
		look.Pass(row, ev)
		return
	}
	if i >= 0 && i < len(c.rows) {
		c.o.Canvas.Focus(c.rows[i])
	}
}

func (c *Cast) name(r journey.Persona) string {
	if r.Name == "" {
		return c.t("ui.untitled")
	}
	return r.Name
}

// note is what a persona is, in a few words.
func (c *Cast) note(r journey.Persona) string {
	basis := ""
	if r.Basis != journey.BasisUnknown {
		basis = c.t("persona.basis." + string(r.Basis))
	}
	switch {
	case r.Occupation == "":
		return basis
	case basis == "":
		return r.Occupation
	}
	return basis + " · " + r.Occupation
}

func (c *Cast) showHead(p journey.Project) {
	who := c.who()
	comparing := len(who) > 1
	title := ""
	if comparing {
		title = c.o.Words.N("people.comparing", len(who), nil)
	} else if len(who) == 1 {
		r, _ := p.Personas.Get(who[0])
		title = c.name(r)
	}
	c.title.SetText(title)
	m, _ := p.Maps.Get(c.mapID())
	name := m.Title
	if name == "" {
		name = c.t("ui.untitled")
	}
	c.onMap.Text = look.Shorten(name, look.TextSize, look.Medium, 200)
	c.onMap.Refresh()
	var tools []fyne.CanvasObject
	for _, b := range []struct {
		*look.Button
		of bool
	}{{c.clear, comparing}, {c.onMap, comparing && p.Maps.Len() > 1}, {c.edit, !comparing && len(who) > 0},
		{c.keep, !comparing && len(who) > 0}, {c.export, len(who) > 0}, {c.shut, true}} {
		if b.of {
			tools = append(tools, b.Button)
		}
	}
	c.tools.Objects = []fyne.CanvasObject{look.HBox(8, tools...)}
	c.head.Refresh() // what is hidden takes no room
}

// chooseMap offers the maps whose curves can be compared.
func (c *Cast) chooseMap() {
	var items []menu.Item
	for _, m := range c.o.Project().MapsInOrder() {
		name := m.Title
		if name == "" {
			name = c.t("ui.untitled")
		}
		items = append(items, menu.Item{Label: name, Run: func() { c.State.OnMap = m.ID; c.show() }})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c.onMap).AddXY(0, c.onMap.Size().Height+4)
	menu.Show(c.o.Canvas, at, items)
}

// ask has the sheet drawn, unless it is that of before.
func (c *Cast) ask(p journey.Project) {
	q := question{p, c.mapID(), c.who()}
	if len(q.who) == 0 || q.same(c.asked) {
		return
	}
	if !slices.Equal(q.who, c.asked.who) && c.asked.who != nil {
		c.reader.SetOffset(0)
	}
	c.asked = q
	c.number++
	number, o := c.number, sheets.Options{Measurer: c.o.Faces} // in the language of the project, as it is printed
	go func() {
		var s *scene.Scene
		if len(q.who) > 1 {
			s = sheets.Compare(q.project, q.mapID, q.who, o)
		} else {
			s = sheets.Page(q.project, q.mapID, q.who[0], o)
		}
		c.o.Do(func() {
			if number == c.number {
				c.answer = number
				c.reader.Set(s)
			}
		})
	}()
}

// choose goes to what is chosen on the sheet: a map, or all about a persona.
func (c *Cast) choose(ref journey.Ref) {
	switch {
	case ref.Kind == journey.KindMap:
		c.o.GoTo(ref)
	case ref.Kind == journey.KindPersona && len(c.who()) > 1:
		c.Show(ref.ID)
	case ref.Kind == journey.KindPersona:
		c.o.Edit(ref.ID)
	default:
		c.o.GoTo(ref)
	}
}

// Settled reports whether what is shown is what was asked for last.
func (c *Cast) Settled() bool { return c.answer == c.number && c.reader.Settled() }

// Scene is the sheet that is shown, for tests; nil: none yet.
func (c *Cast) Scene() *scene.Scene { return c.reader.Scene() }
