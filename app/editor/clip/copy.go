package clip

import (
	"jejak/app/editor/tool"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// The keys of the undo steps that package edit has no word for.
const (
	LabelCut      = "clip.history.cut"
	LabelTwin     = "clip.history.duplicate"
	LabelPaste    = "clip.history.paste"
	LabelPictures = "clip.history.pictures"
)

// CanCopy reports whether anything is selected that can be copied.
func CanCopy(b Board) bool {
	for _, r := range b.Selection() {
		switch r.Kind {
		case journey.KindCard, journey.KindStage, journey.KindLane:
			return true
		case journey.KindStep:
			for c := range b.Project().Cards.All() {
				if c.StepID == r.ID {
					return true
				}
			}
		}
	}
	return false
}

// Copy puts what is selected on the clipboard.
func Copy(b Board, c Clipboard) error {
	f := fragment.Copy(b.Project(), b.Map(), b.Selection())
	if f.IsEmpty() {
		return &edit.Error{Do: "copy", Reason: edit.Nothing}
	}
	return c.Copy(f, exchange.FragmentText(f, b.Words()))
}

// Cut puts what is selected on the clipboard and takes it off the map. What is not copied stays.
func Cut(b Board, c Clipboard) error {
	if err := Copy(b, c); err != nil {
		return err
	}
	var refs []journey.Ref
	for _, r := range b.Selection() {
		switch r.Kind {
		case journey.KindCard, journey.KindStage, journey.KindStep, journey.KindLane:
			refs = append(refs, r)
		}
	}
	return tool.RemoveThese(b, label(b, LabelCut, refs), refs)
}

// label names an undo step about things of the map.
func label(b Board, key string, refs []journey.Ref) edit.Label {
	l := edit.Label{Key: key, Count: len(refs)}
	if len(refs) == 1 {
		l.Name = tool.Brief(b.Title(refs[0]))
	}
	return l
}
