package editor

import (
	"jejak/app/editor/clip"
	"jejak/assets/words"
	"jejak/canvas/geom"
	"jejak/data/edit"
	"jejak/data/journey"
)

// aim is where the pointer was over the board last.
type aim struct {
	at   geom.Point // view
	on   bool
	kept bool // a menu was asked for there: it stays the place that is meant while the menu is open
}

func (g grip) Words() *words.Table { return g.words }

func (g grip) Later(ref journey.Ref) { g.revealLater(ref) }

// Aim implements clip.Board.
func (g grip) Aim() (geom.Point, bool) {
	return g.view.ToScene(g.aim.at), g.aim.on && g.scene != nil
}

func (e *Editor) clipActions() {
	lent := func(when func(clip.Board) bool) func() bool {
		return func() bool { return e.options.Clip != nil && when(grip{e}) }
	}
	e.put("edit", 1, "edit.cut", "cut", lent(clip.CanCopy), func() error { return e.telling(clip.Cut(grip{e}, e.options.Clip)) }, ctrl("X"))
	e.put("edit", 1, "edit.copy", "copy", lent(clip.CanCopy), func() error { return e.telling(clip.Copy(grip{e}, e.options.Clip)) }, ctrl("C")).Allowed = nil
	e.put("edit", 1, "edit.paste", "paste", lent(func(clip.Board) bool { return e.mapID != "" }), e.paste, ctrl("V"))
	e.put("edit", 1, "edit.copyPicture", "picture", lent(func(clip.Board) bool { return e.scene != nil }), e.copyPicture, ctrlShift("X")).Allowed = nil
}

// telling tells of a trouble that no edit has told of.
func (e *Editor) telling(err error) error {
	if err != nil {
		e.tell(err)
	}
	return err
}

func (e *Editor) copyPicture() error {
	paint := clip.Shot(grip{e})
	if paint == nil {
		return e.telling(&edit.Error{Do: "copy as picture", Reason: edit.Nothing})
	}
	return e.telling(e.options.Clip.CopyPicture(paint))
}

// paste asks the clipboard and puts what it holds onto the map, unless another one is shown by then.
func (e *Editor) paste() error {
	doc, mapID := e.doc, e.mapID
	e.options.Clip.Paste(func(f clip.Found) {
		defer e.enter()()
		if e.doc == doc && e.mapID == mapID {
			e.Take(f)
		}
	})
	return nil
}

// Take puts what a clipboard holds onto the map, in one undo step: where nothing more is said, as
// PastePictures and PasteText do.
func (e *Editor) Take(f clip.Found) {
	defer e.enter()()
	e.cancelGesture()
	e.Settle()
	switch {
	case f.Err != nil:
		e.tell(f.Err)
	case e.Refuse():
	case !f.Fragment.IsEmpty():
		// a refusal is told by do, here and below
		_ = clip.Paste(grip{e}, f.Fragment)
	case len(f.Pictures) > 0:
		_ = clip.PastePictures(grip{e}, nil, f.Pictures)
	case f.Text != "":
		e.PasteText(f.Text)
	}
}

// PastePictures makes a card of each picture, in one undo step: in the cell at a view point, or,
// where that is nil, in the cell that is selected or under the pointer. It is false if that was
// refused, which is told.
func (e *Editor) PastePictures(list []clip.Picture, at *geom.Point) bool {
	defer e.enter()()
	e.cancelGesture()
	e.Settle()
	if e.mapID == "" || e.Refuse() {
		return false
	}
	if at != nil {
		to := e.view.ToScene(*at)
		at = &to
	}
	return clip.PastePictures(grip{e}, at, list) == nil
}

// PasteText puts text of another program onto the map, in one undo step: lines become cards of the
// selected cell, behind the selected card; a table of a spreadsheet fills cells from there to the
// right and down. Text that is being edited is kept first, and the cards come behind it. It is
// false if there is nothing to paste or it was refused.
func (e *Editor) PasteText(s string) bool {
	defer e.enter()()
	if e.gesture != nil || e.mapID == "" {
		return false
	}
	at := e.placeOfText()
	e.Settle()
	if e.Refuse() {
		return false
	}
	any, err := clip.PasteText(grip{e}, at, s)
	return any && e.telling(err) == nil
}

// PasteTextAt does as PasteText does, in the cell at a view point if there is one.
func (e *Editor) PasteTextAt(s string, at geom.Point) bool {
	defer e.enter()()
	e.choose(nil)
	e.aim = aim{at: at, on: true}
	return e.PasteText(s)
}

// placeOfText returns the place behind the card whose text is open; nil if none is.
func (e *Editor) placeOfText() *edit.Place {
	if e.text == nil || e.text.ref.Kind != journey.KindCard {
		return nil
	}
	p := e.project()
	c, ok := p.Cards.Get(e.text.ref.ID)
	if !ok {
		return nil
	}
	at := edit.Place{StageID: c.StageID, StepID: c.StepID, LaneID: c.LaneID}
	at.Before = behind(p.CardsIn(c.Cell()), c.ID)
	return &at
}
