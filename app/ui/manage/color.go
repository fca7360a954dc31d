package manage

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// Colors is a choice among colours, with a field for one of one's own. The first choice is none:
// the colour the map gives.
func Colors[T journey.Record](f *Form, key string, offered []color.NRGBA, get func(T) string, set func(*T, string)) {
	f.Caption(key)
	id := f.id
	values := []string{""}
	cells := []fyne.Resource{disc(nil)}
	for _, c := range offered {
		values = append(values, fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B))
		cells = append(cells, disc(&c))
	}
	put := func(s string) error {
		return f.m.Change(edit.Label{Key: edit.LabelUpdate}, func(tx *edit.Tx) error {
			return edit.Update(tx, id, func(rec *T) { set(rec, s) })
		})
	}
	const side = 34
	choices := look.NewChoices(side, len(cells), cells, func(i int) { _ = put(values[i]) }) // told there
	field := look.NewField("", 1, 90, func(s string) {
		s = strings.ToUpper(strings.TrimSpace(s))
		if len(s) == 6 {
			s = "#" + s
		}
		if s != "" && (len(s) != 7 || s[0] != '#' || strings.Trim(s[1:], "0123456789ABCDEF") != "") || put(s) != nil {
			f.Update(f.m.Project()) // no colour: as it was before it was typed
		}
	})
	field.SetPlaceHolder("#RRGGBB")
	field.After = func() { f.m.Canvas.Focus(f.m.list) }
	if f.Fields == nil {
		f.Fields = map[string]*look.Field{}
	}
	f.Fields[key] = field
	f.Put(container.New(look.NewFlow(FormWidth, 8), choices, look.Pad(container.New(narrow{108}, field.Framed()), 1, 0, 1, 0)))
	f.OnUpdate(func(p journey.Project) {
		if rec, ok := recordOf[T](p, id); ok {
			now := strings.ToUpper(get(rec))
			choices.Set(slices.Index(values, now))
			field.SetValue(now, false)
		}
	})
}

// disc is a round spot of a colour; nil: a ring that is struck through.
func disc(c *color.NRGBA) fyne.Resource {
	if c == nil {
		t := look.Now().Second
		return fyne.NewStaticResource(fmt.Sprintf("disc-none-%02X%02X%02X.svg", t.R, t.G, t.B), []byte(fmt.Sprintf(
			`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9.5" fill="none" stroke="#%02[1]X%02[2]X%02[3]X" stroke-width="1.75"/><path d="M5.5 18.5 L18.5 5.5" fill="none" stroke="#%02[1]X%02[2]X%02[3]X" stroke-width="1.75"/></svg>`, t.R, t.G, t.B)))
	}
	return fyne.NewStaticResource(fmt.Sprintf("disc-%02X%02X%02X.svg", c.R, c.G, c.B), []byte(fmt.Sprintf(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><circle cx="12" cy="12" r="10" fill="#%02X%02X%02X"/></svg>`, c.R, c.G, c.B)))
}

// narrow keeps its one object at the left, so wide.
type narrow struct{ width float32 }

// MinSize implements fyne.Layout.
func (n narrow) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(n.width, o[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (n narrow) Layout(o []fyne.CanvasObject, s fyne.Size) {
	o[0].Resize(fyne.NewSize(n.width, s.Height))
	o[0].Move(fyne.NewPos(0, 0))
}
