package find

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	search "jejak/app/editor/find"
	"jejak/app/ui/float"
	"jejak/app/ui/look"
	"jejak/assets/words"
)

// Build makes what the panel shows anew, in the language and the colours of now.
func (p *Panel) Build() {
	w := p.o.Words()
	p.field = float.NewQuery(w.T("find.hint"), func(s string) {
		if s != p.query.Text {
			p.query.Text = s
			p.Search()
		}
	})
	p.field.SetText(p.query.Text)
	p.field.Keys = func(k fyne.KeyName, m fyne.KeyModifier) bool { return p.key(k, m, p.Next) }
	p.other = float.NewQuery(w.T("find.replace.hint"), func(s string) { p.with = s })
	p.other.SetText(p.with)
	p.other.Keys = func(k fyne.KeyName, m fyne.KeyModifier) bool { return p.key(k, m, p.replaceOne) }
	p.field.Tabs, p.other.Tabs = p.replace, true
	p.count = look.NewLabel("", 12, look.Regular, look.Second)

	p.prev = p.small("arrow-up", "find.previous", "Shift+F3", p.Prev)
	p.next = p.small("arrow-down", "find.next", "F3", p.Next)
	p.one = look.NewButton(look.Outlined, "", w.T("find.replace.one"), nil)
	p.one.OnTapped = func() { p.replaceOne(); p.takeBack(p.one) }
	p.all = look.NewButton(look.Outlined, "", w.T("find.replace.all"), nil)
	p.all.OnTapped = func() { p.replaceAll(); p.takeBack(p.all) }
	more := p.small("chevron-right", "find.replace.show", "Ctrl+H", func() { p.toggleReplace() })
	if p.replace {
		more.Icon = "chevron-down"
	}

	top := container.NewBorder(nil, nil, more, look.HBox(0, p.prev, p.next, p.small("close", "find.close", "Esc", p.Close)),
		p.field.Framed())
	rows := []fyne.CanvasObject{top}
	if p.replace {
		rows = append(rows, look.Pad(container.NewBorder(nil, nil, nil, look.HBox(6, look.Gap(0), p.one, p.all), p.other.Framed()), 0, 0, 0, 30))
	}
	rows = append(rows, look.Pad(p.choices(), 0, 0, 0, 30), look.Pad(container.NewBorder(nil, nil, nil, nil, p.count), 0, 4, 0, 34))

	p.list = widget.NewList(func() int { return len(p.finder.Hits()) },
		func() fyne.CanvasObject { return float.NewFound(rowHeight) },
		func(i widget.ListItemID, o fyne.CanvasObject) { p.fill(i, o.(*float.Found)) })
	p.list.HideSeparators = true
	p.list.OnSelected = func(i widget.ListItemID) {
		p.list.UnselectAll()
		p.goTo(i)
	}
	p.listBox = container.New(listLayout{p}, p.list)
	p.nothing = look.VBox(8)

	body := look.VBox(6, append(rows, p.listBox, p.nothing)...)
	t := look.Now()
	box := canvas.NewRectangle(t.Panel)
	box.StrokeColor, box.StrokeWidth, box.CornerRadius = t.Border, 1, 10
	box.Shadow = canvas.Shadow{Color: t.Shadow, BlurRadius: 18, Offset: fyne.NewPos(0, 6), Variant: canvas.DropShadow}
	wide := canvas.NewRectangle(color.Transparent)
	wide.SetMinSize(fyne.NewSize(Width, 0))
	p.object.Objects = []fyne.CanvasObject{box, float.NewShield(), look.Pad(container.NewStack(wide, body), 10, 8, 8, 8)}
	p.show()
}

func (p *Panel) small(icon, key, keys string, f func()) *look.Button {
	b := look.NewButton(look.Quiet, icon, "", nil)
	b.OnTapped = func() { f(); p.takeBack(b) }
	b.Hint, b.Keys, b.OnHint = p.o.Words().T(key), keys, p.o.Hint
	return b
}

// takeBack gives a line the keyboard after a click, which takes it from the line and gives it to
// nobody: Tab, Enter and Esc go on to mean the panel.
func (p *Panel) takeBack(from *look.Button) {
	switch {
	case !p.open || from.Keyed():
	case from == p.one || from == p.all:
		p.o.Canvas.Focus(p.other)
	default:
		p.o.Canvas.Focus(p.field)
	}
}

// choices are how and where to look.
func (p *Panel) choices() fyne.CanvasObject {
	w := p.o.Words()
	choice := func(text, hint string, on bool, set func(bool)) *look.Button {
		b := look.NewButton(look.Segment, "", text, nil)
		b.On, b.Hint, b.OnHint = on, hint, p.o.Hint
		b.OnTapped = func() {
			set(!b.On)
			p.Build()
			p.o.Canvas.Focus(p.field)
			p.Search()
		}
		return b
	}
	return look.HBox(0,
		choice("Aa", w.T("find.exact"), p.query.Exact, func(on bool) { p.query.Exact = on }),
		choice(w.T("find.word"), w.T("find.word.hint"), p.query.Word, func(on bool) { p.query.Word = on }),
		look.Pad(look.Gap(1), 0, 4, 0, 4),
		choice(w.T("find.map"), w.T("find.map.hint"), !p.query.All, func(bool) { p.query.All = false }),
		choice(w.T("find.project"), w.T("find.project.hint"), p.query.All, func(bool) { p.query.All = true }))
}

func (p *Panel) toggleReplace() {
	p.replace = !p.replace
	p.Build()
	p.o.Canvas.Focus(p.field)
}

// key is a key in one of the lines; enter is what Enter means there.
func (p *Panel) key(k fyne.KeyName, m fyne.KeyModifier, enter func()) bool {
	back := m&fyne.KeyModifierShift != 0
	switch k {
	case fyne.KeyEscape:
		p.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if m&fyne.KeyModifierShortcutDefault != 0 {
			p.replaceAllIfShown()
			return true
		}
		if back {
			p.Prev()
			return true
		}
		enter()
	case fyne.KeyF3:
		if back {
			p.Prev()
		} else {
			p.Next()
		}
	case fyne.KeyTab: // from line to line, and on to the buttons
		switch {
		case p.o.Canvas.Focused() == fyne.Focusable(p.field) && !back:
			p.o.Canvas.Focus(p.other)
		case back:
			p.o.Canvas.Focus(p.field)
		default:
			p.o.Canvas.Focus(p.one)
		}
	case fyne.KeyUp:
		p.Prev()
	case fyne.KeyDown:
		p.Next()
	default:
		return false
	}
	return true
}

func (p *Panel) replaceAllIfShown() {
	if p.replace {
		p.replaceAll()
	}
}

// fill shows a hit in a line of the list.
func (p *Panel) fill(i int, row *float.Found) {
	hits, at := p.finder.Hits(), p.finder.At()
	if i >= len(hits) {
		return
	}
	h, w := hits[i], p.o.Words()
	text, span := h.Snippet(24, 80)
	project := p.o.Project()
	where := search.Where(project, h.Ref, w)
	if m, ok := project.Maps.Get(h.Map); ok && (!p.query.All || project.Maps.Len() == 1) {
		where = strings.TrimPrefix(where, search.Brief(search.MapName(m, w))+" › ") // it is the same for all
	}
	row.Set(float.FoundLine{
		Title: text, Bold: [][2]int{{span.From, span.To}}, On: i == at,
		About: where + " · " + w.T("find.field."+h.Field),
	})
}

// showNothing says that nothing was found and offers what would find more.
func (p *Panel) showNothing(on bool) {
	p.nothing.Objects = nil
	w := p.o.Words()
	if on && !p.waiting && p.said == "" {
		line := w.T("find.empty")
		if p.query.Text != "" {
			line = w.F("find.nothing", words.Args{"Text": search.Brief(p.query.Text)})
		}
		text := look.NewText(line, look.Second)
		text.Resize(fyne.NewSize(Width-40, 0))
		p.nothing.Objects = append(p.nothing.Objects, look.Pad(text, 2, 4, 2, 34))
		offer := func(text string, f func()) {
			b := look.NewButton(look.Outlined, "", text, func() {
				f()
				p.Build()
				p.o.Canvas.Focus(p.field)
				p.Search()
			})
			p.nothing.Objects = append(p.nothing.Objects, look.Pad(look.HBox(0, b), 0, 4, 4, 34))
		}
		if p.query.Text != "" {
			if p.elsewhere > 0 {
				offer(w.N("find.elsewhere", p.elsewhere, nil), func() { p.query.All = true })
			}
			if p.query.Exact || p.query.Word {
				offer(w.T("find.loosen"), func() { p.query.Exact, p.query.Word = false, false })
			}
		}
	}
	p.nothing.Hidden = len(p.nothing.Objects) == 0
}

// listLayout makes the list as high as its rows need, up to a limit: what is found must be seen too.
type listLayout struct{ p *Panel }

func (l listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	h := float32(len(l.p.finder.Hits()))*(rowHeight+rowGap) - rowGap
	return fyne.NewSize(Width, min(max(h, 0), listHeight, l.p.o.Canvas.Size().Height*0.36))
}

func (l listLayout) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
