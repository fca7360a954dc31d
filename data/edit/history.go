package edit

import "jejak/data/journey"

// Step is one step of a Document's history: what Undo takes back and Redo makes again at once.
type Step struct {
	Label Label
	Diff  journey.Diff // made when the step was done
}

// Restore returns a Document that is p and has a history: done, oldest first, leads up to p, and
// undone, the next to redo first, leads on from it. Steps that do not fit, as in a history that
// was cut or damaged, are left out with all that lie beyond them. newID is as for NewDocument.
func Restore(p journey.Project, newID func() journey.ID, done, undone []Step) *Document {
	d := NewDocument(p, newID)
	at := p
	for i := len(done) - 1; i >= 0; i-- {
		before, err := at.Apply(done[i].Diff.Reverse())
		if err != nil {
			done = done[i+1:]
			break
		}
		at = before
	}
	d.done = append(d.done, done...)
	at = p
	for i, s := range undone {
		after, err := at.Apply(s.Diff)
		if err != nil {
			undone = undone[:i]
			break
		}
		at = after
	}
	for i := len(undone) - 1; i >= 0; i-- {
		d.undone = append(d.undone, undone[i])
	}
	return d
}
