package clip

import (
	"fmt"

	"jejak/app/editor/block"
	"jejak/app/editor/desk"
	"jejak/app/editor/tool"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

// mostPasted is how many cards a text may make: more is a mistake, and would only be waited for.
const mostPasted = 2000

// TooMuchError is the trouble of a text that would make too many cards.
type TooMuchError struct{ Count, Most int }

func (e *TooMuchError) Error() string {
	return fmt.Sprintf("paste: %d cards are more than %d", e.Count, e.Most)
}

// Text returns what a person reads about it, in a language.
func (e *TooMuchError) Text(w *words.Table) string {
	return w.F("status.tooMuch", words.Args{"Count": e.Count, "Most": e.Most})
}

// PasteText puts text of another program onto the board, in one undo step: lines become cards of
// one cell; a table of a spreadsheet fills cells from there to the right and down. The cell is at,
// else that of the selected card, behind it, else the selected stage, step or lane, else the one
// under the pointer, else the first. It reports whether there was anything to paste.
func PasteText(b Board, at *edit.Place, s string) (bool, error) {
	t := block.Parse(s)
	n := t.Len()
	switch {
	case n == 0:
		return false, nil
	case n > mostPasted:
		return true, &TooMuchError{n, mostPasted}
	}
	p := b.Project()
	if at == nil || !tool.Stands(p, *at) {
		place := placeForCards(b)
		at = &place
	}
	if at.Before != "" && !p.Cards.Has(at.Before) {
		at.Before = ""
	}
	var made []journey.ID
	err := b.Do(edit.Label{Key: edit.LabelPaste, Count: n, Name: tool.Brief(t.First())}, func(tx *edit.Tx) (err error) {
		made, err = block.Fill(tx, b.Map(), *at, t, block.Words{Stage: b.T("status.newStage")})
		return err
	})
	if err == nil {
		show(b, desk.Refs(journey.KindCard, made))
	}
	return true, err
}

// placeForCards is the cell that is meant when cards come from elsewhere; empty if the map has none.
func placeForCards(b Board) edit.Place {
	switch last(b).Kind {
	case journey.KindCard, journey.KindStage, journey.KindStep, journey.KindLane:
	default:
		if at := underPointer(b); at.StageID != "" {
			return at
		}
	}
	at, _ := tool.PlaceForCard(b)
	return at
}
