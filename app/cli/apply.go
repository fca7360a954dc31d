package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"jejak/app/session"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/project"
)

// maxEditSize is the longest line that apply reads, in bytes: far above any text on a map.
const maxEditSize = 16 << 20

// order is one edit as apply reads it, one JSON object a line. Which fields count follows from
// Do; a field that is not here is refused, so that a slip does not pass in silence.
type order struct {
	Do     string       `json:"do"`
	Kind   journey.Kind `json:"kind"`
	ID     journey.ID   `json:"id"`
	Text   string       `json:"text"`
	Value  *float64     `json:"value"` // of a feeling, −2 to +2
	Stage  journey.ID   `json:"stage"` // these four: where a new card stands
	Step   journey.ID   `json:"step"`
	Lane   journey.ID   `json:"lane"`
	Before journey.ID   `json:"before"`
}

// apply changes a project as the standard input says and saves it. What becomes of each line is
// told by its number on the standard output, as soon as it is certain: "ok 17" once the edit would
// survive a power cut, with the ID of a new card behind it, or "no 17" and the reason.
func (c *call) apply() error {
	s, err := session.Open(c.args[0])
	if err != nil {
		return err
	}
	if s.ReadOnly() {
		return errors.Join(&project.SaveError{Path: c.args[0], Reason: project.Newer}, s.Discard())
	}
	a := applying{call: c, session: s}
	err = a.all()
	if e := a.save(); e != nil {
		// What was answered with "ok" must not be lost: the next start of the window offers it.
		fmt.Fprintf(c.stderr, "jejak: %s\n", c.words.T("cli.apply.kept"))
		return errors.Join(cmp.Or(err, e), s.Suspend())
	}
	if e := s.Close(); err == nil {
		err = e
	}
	if err == nil && a.refused > 0 {
		err = &failure{key: "cli.fail.refused", args: words.Args{"Name": c.args[0]}, count: a.refused}
	}
	return err
}

// applying is one call of apply.
type applying struct {
	*call
	session *session.Session
	refused int
}

// save saves what the file lacks.
func (a *applying) save() error {
	if !a.session.Edited() {
		return nil
	}
	return <-a.session.Save()
}

// all does what each line says. The error is one that ends the work: the input or the output broke,
// or an edit could not be kept, which the next ones could not be either.
func (a *applying) all() error {
	lines := bufio.NewScanner(a.stdin)
	lines.Buffer(nil, maxEditSize)
	n := 0
	for lines.Scan() {
		n++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		made, err := a.do(lines.Bytes())
		if err == nil {
			if _, err := fmt.Fprintf(a.stdout, "ok %s\n", strings.TrimSpace(fmt.Sprint(n, " ", made))); err != nil {
				return err
			}
			continue
		}
		a.refused++
		if _, err := fmt.Fprintf(a.stdout, "no %d %s\n", n, a.text(err)); err != nil {
			return err
		}
		var lost *unkept
		if errors.As(err, &lost) {
			return lost.err
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return failf("cli.fail.longLine", words.Args{"Line": n + 1, "Megabytes": maxEditSize >> 20})
	}
	return lines.Err()
}

// unkept is why the working copy does not hold an edit.
type unkept struct{ err error }

func (e *unkept) Error() string { return e.err.Error() }
func (e *unkept) Unwrap() error { return e.err }

// do does what one line says, and returns the ID of what is new.
func (a *applying) do(data []byte) (journey.ID, error) {
	var o order
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&o); err != nil {
		return "", failf("cli.apply.json", words.Args{"Reason": strings.TrimPrefix(err.Error(), "json: ")})
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return "", failf("cli.apply.tail", nil)
	}
	doc := a.session.Document()
	switch o.Do {
	case "publish":
		return "", <-a.session.Save()
	case "undo":
		if _, ok := doc.Undo(); !ok {
			return "", failf("cli.apply.undo", nil)
		}
	case "redo":
		if _, ok := doc.Redo(); !ok {
			return "", failf("cli.apply.redo", nil)
		}
	default:
		made, err := a.edit(o)
		if err != nil {
			return "", err
		}
		return made, a.kept()
	}
	return "", a.kept()
}

func (a *applying) kept() error {
	if err := <-a.session.Kept(); err != nil {
		return &unkept{err}
	}
	return nil
}

// edit makes one edit of the document.
func (a *applying) edit(o order) (made journey.ID, err error) {
	ref := journey.Ref{Kind: o.Kind, ID: o.ID}
	label := edit.Label{Name: o.Text}
	var f func(*edit.Tx) error
	switch o.Do {
	case "title":
		label.Key = edit.LabelRename
		f = func(tx *edit.Tx) error { return edit.SetTitle(tx, ref, o.Text) }
	case "text":
		label.Key = edit.LabelText
		f = func(tx *edit.Tx) error { return edit.SetText(tx, ref, o.Text) }
	case "emotion":
		if o.Value == nil {
			return "", failf("cli.apply.value", nil)
		}
		label.Key = edit.LabelEmotion
		f = func(tx *edit.Tx) error { return edit.SetEmotion(tx, o.ID, *o.Value) }
	case "card":
		label.Key = edit.LabelAddCard
		f = func(tx *edit.Tx) (err error) {
			made, err = edit.AddCard(tx, edit.Place{StageID: o.Stage, StepID: o.Step, LaneID: o.Lane, Before: o.Before}, o.Text)
			return err
		}
	case "remove":
		label = edit.Label{Key: edit.LabelRemove, Count: 1}
		if rec, ok := a.session.Document().Project().Get(ref); ok {
			label.Name = journey.NameOf(rec)
		}
		f = func(tx *edit.Tx) error { return edit.Remove(tx, ref) }
	default:
		return "", failf("cli.apply.do", words.Args{"Name": o.Do, "Known": "title, text, emotion, card, remove, undo, redo, publish"})
	}
	_, err = a.session.Document().Do(label, f)
	return made, err
}
