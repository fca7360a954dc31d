// Package legend is the row of a map's personas: what each one's curve looks like, and whether it is
// shown, hidden, or has the focus.
//
// All of it belongs to the goroutine of the window.
package legend

import (
	"fmt"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jejak/app/editor/curve"
	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/sign"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Options is what a Row tells and asks. All functions must be there.
type Options struct {
	Words *words.Table
	Set   func(want map[journey.ID]curve.Visibility)
	Move  func(persona journey.ID, by int) // to another place on the map: 1 is one to the right
	Edit  func(persona journey.ID)         // shows all about somebody
	Hint  func(b *look.Button, on bool)
	Left  func() // gives the keyboard back
}

// Row is the row of personas.
type Row struct {
	widget.BaseWidget
	o     Options
	faces []sign.Face
	seen  map[journey.ID]curve.Visibility
	chips []*Chip
	more  *look.Button // those there is no room for
	shown int          // how many chips there is room for
}

// NewRow returns an empty row.
func NewRow(o Options) *Row {
	r := &Row{o: o}
	r.more = look.NewButton(look.Quiet, "", "", r.openMore)
	r.more.Hint, r.more.OnHint = o.Words.T("legend.more"), o.Hint
	r.ExtendBaseWidget(r)
	return r
}

// Set brings the row up to date. It reports whether anything changed.
func (r *Row) Set(faces []sign.Face, seen map[journey.ID]curve.Visibility) bool {
	if slices.Equal(faces, r.faces) && maps.Equal(seen, r.seen) {
		return false
	}
	if !slices.Equal(faces, r.faces) {
		r.faces = slices.Clone(faces)
		r.chips = make([]*Chip, len(faces))
		for i, f := range faces {
			r.chips[i] = newChip(r, f)
		}
	}
	r.seen = maps.Clone(seen)
	r.Refresh()
	return true
}

// focused reports whether any curve has the focus, so that the others fade.
func (r *Row) focused() bool {
	for _, v := range r.seen {
		if v == curve.Focused {
			return true
		}
	}
	return false
}

// set has one curve seen in a way; the focus goes to one alone.
func (r *Row) set(id journey.ID, v curve.Visibility) {
	want := map[journey.ID]curve.Visibility{id: v}
	if v == curve.Focused {
		for other, was := range r.seen {
			if other != id && was == curve.Focused {
				want[other] = curve.Shown
			}
		}
	}
	r.o.Set(want)
}

// toggle is what a click on a chip means: the focus, or no more of it.
func (r *Row) toggle(id journey.ID) {
	if r.seen[id] == curve.Focused {
		r.set(id, curve.Shown)
	} else {
		r.set(id, curve.Focused)
	}
}

// hide is what a click on the eye means.
func (r *Row) hide(id journey.ID) {
	if r.seen[id] == curve.Hidden {
		r.set(id, curve.Shown)
	} else {
		r.set(id, curve.Hidden)
	}
}

// All is every curve shown, none with the focus.
func (r *Row) All() map[journey.ID]curve.Visibility {
	want := map[journey.ID]curve.Visibility{}
	for _, f := range r.faces {
		want[f.ID] = curve.Shown
	}
	return want
}

// Items is the menu of one persona.
func (r *Row) Items(id journey.ID) []menu.Item {
	way := func(key, icon string, v curve.Visibility) menu.Item {
		return menu.Item{Label: r.o.Words.T(key), Icon: icon, Checked: r.seen[id] == v, Run: func() { r.set(id, v) }}
	}
	at := slices.IndexFunc(r.faces, func(f sign.Face) bool { return f.ID == id })
	return []menu.Item{
		way("legend.show", "eye", curve.Shown), way("legend.hide", "eye-off", curve.Hidden), way("legend.focus", "focus", curve.Focused),
		menu.Line(),
		{Label: r.o.Words.T("legend.all"), Disabled: maps.Equal(r.All(), r.seen), Run: func() { r.o.Set(r.All()) }},
		menu.Line(),
		{Label: r.o.Words.T("legend.left"), Icon: "arrow-left", Disabled: at <= 0, Run: func() { r.o.Move(id, -1) }},
		{Label: r.o.Words.T("legend.right"), Icon: "arrow-right", Disabled: at < 0 || at == len(r.faces)-1, Run: func() { r.o.Move(id, 1) }},
		{Label: r.o.Words.T("legend.edit"), Icon: "persona", Run: func() { r.o.Edit(id) }},
	}
}

// More lists the personas there is no room for, each with a menu of their own.
func (r *Row) More() []menu.Item {
	var items []menu.Item
	for _, f := range r.faces[r.shown:] {
		items = append(items, menu.Item{Label: r.name(f), Checked: r.seen[f.ID] == curve.Focused, Sub: r.Items(f.ID)})
	}
	return items
}

func (r *Row) name(f sign.Face) string {
	if f.Name == "" {
		return r.o.Words.T("ui.untitled")
	}
	return f.Name
}

func (r *Row) openMore() { r.open(r.more, r.More()) }

// open shows a menu under something of the row.
func (r *Row) open(under fyne.CanvasObject, items []menu.Item) {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(r); c != nil {
		menu.Show(c, driver.AbsolutePositionForObject(under).AddXY(0, under.Size().Height+4), items)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer { return &rowRenderer{r} }

type rowRenderer struct{ r *Row }

const gap = 6

func (v *rowRenderer) Destroy() {}

// MinSize leaves room for one chip and the button of the others.
func (v *rowRenderer) MinSize() fyne.Size {
	if len(v.r.chips) == 0 {
		return fyne.NewSize(0, chipHeight)
	}
	return fyne.NewSize(44, chipHeight)
}

func (v *rowRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{v.r.more}
	for _, c := range v.r.chips {
		objects = append(objects, c)
	}
	return objects
}

// Wide is how wide the row is with all chips in it.
func (r *Row) Wide() float32 {
	w := float32(0)
	for i, c := range r.chips {
		if i > 0 {
			w += gap
		}
		w += c.MinSize().Width
	}
	return w
}

// Layout puts as many chips as there is room for at the right, those in front first.
func (v *rowRenderer) Layout(s fyne.Size) {
	r := v.r
	const moreWidth = 40
	room, n := s.Width, 0
	if r.Wide() > room {
		room -= moreWidth + gap
	}
	used := float32(0)
	for _, c := range r.chips {
		w := c.MinSize().Width
		if n > 0 {
			w += gap
		}
		if used+w > room+0.5 {
			break
		}
		used += w
		n++
	}
	r.shown = n
	rest := len(r.chips) - n
	if rest > 0 {
		used += moreWidth + gap
	}
	x := max(0, s.Width-used)
	for i, c := range r.chips {
		c.Hidden = i >= n
		if c.Hidden {
			continue
		}
		m := c.MinSize()
		c.Resize(m)
		c.Move(fyne.NewPos(x, (s.Height-m.Height)/2))
		x += m.Width + gap
	}
	r.more.Hidden = rest == 0
	if text := fmt.Sprintf("+%d", rest); r.more.Text != text {
		r.more.Text = text
		r.more.Refresh()
	}
	r.more.Resize(fyne.NewSize(moreWidth, 30))
	r.more.Move(fyne.NewPos(x, (s.Height-30)/2))
}

func (v *rowRenderer) Refresh() {
	v.Layout(v.r.Size())
	for _, c := range v.r.chips {
		c.Refresh()
	}
	v.r.more.Refresh()
}
