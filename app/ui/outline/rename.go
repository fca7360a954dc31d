package outline

import (
	"fyne.io/fyne/v2"

	"jejak/app/ui/look"
	"jejak/data/edit"
	"jejak/data/journey"
)

// rename is a title that is being edited where it stands.
type rename struct {
	ref   journey.Ref
	field *look.Field
	box   fyne.CanvasObject // the field with its frame
}

// beginRename opens the title of a line. The branch of the lanes has none of its own.
func (p *Outline) beginRename(ref journey.Ref) {
	rec, ok := p.tree.p.Get(ref)
	if !ok || p.rename != nil {
		return
	}
	p.choose(ref, false)
	f := look.NewField(titleOf(rec), 1, 4000, func(s string) {
		// Change tells of the trouble, and the title stays
		_ = p.o.Change(edit.Label{Key: edit.LabelRename, Name: s}, func(tx *edit.Tx) error {
			return edit.SetTitle(tx, ref, s)
		})
	})
	f.Wrapping, f.Scroll = fyne.TextWrapOff, fyne.ScrollHorizontalOnly
	f.After = func() {
		p.endRename()
		p.o.Canvas.Focus(p)
	}
	f.Lost = p.endRename
	p.rename = &rename{ref, f, f.Framed()}
	p.sight(ref)
	p.list.place()
	p.o.Canvas.Focus(f)
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// titleOf is the title as it is kept; where a line shows another word for none it is empty.
func titleOf(rec journey.Record) string {
	switch r := rec.(type) {
	case journey.Map:
		return r.Title
	case journey.Stage:
		return r.Title
	case journey.Step:
		return r.Title
	case journey.Lane:
		return r.Title
	case journey.Card:
		return r.Title
	}
	return ""
}

// endRename takes the field away. What was typed is kept by the field itself.
func (p *Outline) endRename() {
	if p.rename != nil {
		p.rename = nil
		p.list.place()
	}
}
