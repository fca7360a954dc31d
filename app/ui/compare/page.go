package compare

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jejak/app/editor"
	"jejak/app/ui/look"
	"jejak/app/ui/pair"
	"jejak/app/ui/reader"
	"jejak/assets/words"
	"jejak/canvas/scene"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Page shows a comparison in place of the board, in the words and colours of when it was made.
type Page struct {
	c     *Comparison
	sheet *reader.Reader
	box   *fyne.Container
	empty *fyne.Container // in place of the sheet, where there is nothing to compare

	other *look.Button
	roles []*look.Button
	row   *fyne.Container // of the roles
	over  *look.Check
	mark  *fyne.Container // of it
}

// NewPage makes the page anew. The one before shows nothing any more.
func (c *Comparison) NewPage() *Page {
	p := &Page{c: c}
	c.page, c.asked = p, question{}
	p.sheet = reader.New(c.o.Canvas, c.o.Do, c.goTo, func() { c.o.Turn(false) })
	p.sheet.SetOffset(c.offset)
	p.other = look.NewButton(look.Outlined, "chevron-down", "", nil)
	p.other.OnTapped = func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.other)
		c.chooseOther(at.AddXY(0, p.other.Size().Height+2))
	}
	var roles []fyne.CanvasObject
	for _, r := range journey.PairRoles {
		b := look.NewButton(look.Segment, "", c.t("pair.title."+pair.Key(r)), func() { p.setRole(r) })
		p.roles, roles = append(p.roles, b), append(roles, b)
	}
	p.row = look.HBox(0, roles...)
	p.over = look.NewCheck(c.t("pair.onMap"), func(bool) { c.o.Run("pair.overlay") })
	p.mark = look.Room(p.over, fyne.NewSize(look.NewLabel(c.t("pair.onMap"), look.TextSize, look.Regular, look.Ink).Wide().MinSize().Width+28, 26))
	export := look.NewButton(look.Outlined, "export", c.t("pair.export"), c.o.Export)
	shut := look.NewButton(look.Quiet, "close", "", func() { c.o.Turn(false) })
	shut.Hint, shut.OnHint = c.t("pair.leave"), c.o.Hint
	head := look.HBox(10, look.NewLabel(c.t("pair.with"), look.TextSize, look.Medium, look.Ink).Wide(), p.other, p.row,
		layout.NewSpacer(), p.mark, export, shut)
	p.empty = container.NewCenter(p.invitation())
	p.empty.Hide()
	p.box = container.NewBorder(
		container.NewStack(look.PanelGround(), container.NewBorder(nil, look.Hairline(), nil, nil, look.Pad(head, 7, 10, 7, 16))),
		nil, nil, nil, container.NewStack(p.sheet, p.empty))
	c.ask()
	return p
}

// invitation is what stands where a map is compared with nothing yet.
func (p *Page) invitation() fyne.CanvasObject {
	c := p.c
	text := look.NewText(c.t("pair.empty.text"), look.Second)
	text.Resize(fyne.NewSize(420, 0))
	button := func(kind look.Kind, icon string, id editor.ActionID) fyne.CanvasObject {
		return look.NewButton(kind, icon, c.t("action."+string(id)), func() { c.o.Run(id) })
	}
	return look.VBox(8, look.NewLabel(c.t("pair.empty"), 18, look.SemiBold, look.Ink), text, look.Gap(4),
		button(look.Primary, "pair", "pair.choose"), button(look.Outlined, "duplicate", "pair.toBe"), button(look.Outlined, "file", "pair.file"))
}

// Object implements leaf.Leaf.
func (p *Page) Object() fyne.CanvasObject { return p.box }

// Focus implements leaf.Leaf.
func (p *Page) Focus() fyne.Focusable { return p.sheet.Area() }

// Leave implements leaf.Leaf: what is scrolled to stays.
func (p *Page) Leave() {
	p.c.offset = p.sheet.Offset()
	p.c.page = nil
	p.sheet.Clear()
}

// Update implements leaf.Leaf.
func (p *Page) Update(editor.Event) {
	if p.c.page == p {
		p.c.ask()
		p.showHead()
	}
}

// show shows a sheet; nil: there is nothing to compare.
func (p *Page) show(s *scene.Scene) {
	p.empty.Hidden = s != nil
	p.sheet.Hidden = s == nil
	if s != nil {
		p.sheet.Set(s)
	}
	p.box.Refresh()
}

// showHead says what is compared with what.
func (p *Page) showHead() {
	c := p.c
	project, id := c.project(), c.o.Editor.MapID()
	m, _ := project.Maps.Get(id)
	q := c.question()
	name := c.t("pair.with.nothing")
	switch {
	case c.file != nil:
		name = c.o.Words().F("pair.with.file", words.Args{"Name": c.file.name})
	case q.known:
		other := q.from.MapID
		if q.to.MapID != id {
			other = q.to.MapID
		}
		name = insight.Name(project, journey.Ref{Kind: journey.KindMap, ID: other}, c.o.Words())
	}
	name = look.Shorten(name, look.TextSize, look.Medium, 260)
	if p.other.Text != name {
		p.other.Text = name
		p.other.Refresh()
	}
	p.row.Hidden = c.file != nil || !q.known || q.to.MapID != id
	for i, b := range p.roles {
		b.SetOn(journey.PairRoles[i] == q.role)
		b.SetEnabled(!c.o.Editor.Locked())
	}
	over := c.o.Editor.Action("pair.overlay")
	p.mark.Hidden = c.file != nil || over == nil || !over.Enabled()
	p.over.Set(c.o.Pairs.IsOver(m.ID))
	p.box.Refresh()
}

func (p *Page) setRole(r journey.PairRole) {
	m, ok := p.c.project().Maps.Get(p.c.o.Editor.MapID())
	if ok && m.PairID != "" {
		p.c.o.Pairs.Choose(m.PairID, r)
		p.c.ask()
	}
}
