package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"jejak/app/ui/look"
	"jejak/app/ui/menu"
	"jejak/app/ui/offer"
	"jejak/assets/samples"
	"jejak/assets/words"
	"jejak/data/journey"
)

// eachIn visits what is shown in an object.
func eachIn(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, x := range o.Objects {
			eachIn(x, visit)
		}
	case fyne.Widget:
		for _, x := range test.WidgetRenderer(o).Objects() {
			eachIn(x, visit)
		}
	}
}

func buttonsIn(o fyne.CanvasObject) []*look.Button {
	var list []*look.Button
	eachIn(o, func(o fyne.CanvasObject) {
		if b, ok := o.(*look.Button); ok {
			list = append(list, b)
		}
	})
	return list
}

// screens brings the window into each of its states.
func (r *rig) screens(visit func(name string, roots ...fyne.CanvasObject)) {
	r.t.Helper()
	visit("the start", r.win.Content())
	r.file.JSON(samples.JSON("id"), "contoh")
	r.until("the sample", func() bool { return r.open() && r.ed.Scene() != nil })
	p := r.project()
	first := map[journey.Kind]journey.Ref{}
	for _, ref := range []journey.Ref{
		journey.RefTo(p.StagesOf(r.ed.MapID())[0]), journey.RefTo(p.LanesOf(r.ed.MapID())[0]), journey.RefTo(p.PersonasInOrder()[0]),
	} {
		first[ref.Kind] = ref
	}
	for _, l := range p.LanesOf(r.ed.MapID()) {
		for c := range p.Cards.All() {
			if c.LaneID == l.ID {
				first[journey.Kind("card of "+string(l.LaneKind))] = journey.RefTo(c)
				break
			}
		}
	}
	for pt := range p.Points.All() {
		first[journey.KindPoint] = journey.RefTo(pt)
		break
	}
	for l := range p.Links.All() {
		first[journey.KindLink] = journey.RefTo(l)
		break
	}
	visit("the map", r.win.Content())
	var all []journey.Ref
	for kind, ref := range first {
		r.ed.Select(ref)
		visit(string(kind), r.win.Content())
		if ref.Kind == journey.KindCard {
			all = append(all, ref)
		}
	}
	r.ed.Select(all...)
	visit("several cards", r.win.Content())
	r.ed.Select()
	r.run("find.replace")
	r.search.Panel().Build()
	visit("find", r.win.Content())
	r.search.Panel().Close()
	for _, id := range []actionID{"help.commands", "help.shortcuts"} {
		r.run(id)
		top := r.win.Canvas().Overlays().Top()
		visit(string(id), top)
		r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if r.win.Canvas().Overlays().Top() != nil {
			r.t.Fatalf("Esc does not close %s", id)
		}
	}
}

// TestEveryIconSaysWhatItDoes: a button without words has a tip.
func TestEveryIconSaysWhatItDoes(t *testing.T) {
	r := newRig(t)
	seen := 0
	r.screens(func(name string, roots ...fyne.CanvasObject) {
		for _, root := range roots {
			for _, b := range buttonsIn(root) {
				seen++
				if b.Text == "" && (b.Hint == "" || b.OnHint == nil) && b.Icon != "close" {
					t.Errorf("%s: the button with the icon %q says nothing", name, b.Icon)
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("only %d buttons were looked at", seen)
	}
}

// TestEverythingFollowsTheLanguage: after a change of language no text of the other one is left.
func TestEverythingFollowsTheLanguage(t *testing.T) {
	r := newRig(t)
	other := map[string]string{} // texts that are English and nothing else, by key
	keys, err := words.Keys("en")
	if err != nil {
		t.Fatal(err)
	}
	en, id := words.In("en"), words.In("id")
	own := map[string]bool{}
	for k := range keys {
		own[id.T(k)] = true
	}
	for k := range keys {
		if s := en.T(k); len(s) > 2 && !own[s] {
			other[s] = k
		}
	}
	r.setLanguage("id")
	told := map[string]bool{}
	check := func(name, s string) {
		if k, ok := other[s]; ok && !told[s] {
			told[s] = true
			t.Errorf("%s: %q stands there in English (%s)", name, s, k)
		}
	}
	texts := 0
	r.screens(func(name string, roots ...fyne.CanvasObject) {
		for _, root := range roots {
			eachIn(root, func(o fyne.CanvasObject) {
				switch o := o.(type) {
				case *canvas.Text:
					texts++
					check(name, o.Text)
				case *look.Button:
					check(name, o.Hint)
				}
			})
		}
	})
	if texts < 200 {
		t.Errorf("only %d texts were looked at", texts)
	}
	var items func(list []menu.Item)
	items = func(list []menu.Item) {
		for _, it := range list {
			check("the menus", it.Label)
			items(it.Sub)
		}
	}
	for _, name := range offer.Order {
		items(r.offer.Items(name))
	}
	check("the status line", r.ed.Status())
}
