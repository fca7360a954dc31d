package find

import (
	"strings"

	"jejak/data/edit"
	"jejak/data/journey"
)

// LabelReplace is the key of the history's label, which counts.
const LabelReplace = "history.replace"

// Replace puts another text in the place of hits, which stand in the order of Search. A hit whose
// text has changed since is left out. It returns how many were replaced; an edit that is refused is
// an error, and the caller rolls back.
func Replace(tx *edit.Tx, hits []Hit, with string) (int, error) {
	with = journey.CleanText(with)
	n := 0
	for len(hits) > 0 {
		ref, end := hits[0].Ref, 1
		for end < len(hits) && hits[end].Ref == ref {
			end++
		}
		of := hits[:end]
		hits = hits[end:]
		put := ofKind[ref.Kind].put
		if put == nil || !tx.Project().Has(ref) {
			continue
		}
		err := put(tx, ref.ID, func(name, text string) string {
			replaced, k := replaceIn(name, text, of, with)
			n += k
			return replaced
		})
		if err != nil {
			return 0, err
		}
	}
	return n, nil
}

// replaceIn replaces the hits of one field in its text.
func replaceIn(name, text string, hits []Hit, with string) (string, int) {
	var b strings.Builder
	last, n := 0, 0
	for _, h := range hits {
		if h.Field != name || h.Text != text || h.From < last {
			continue
		}
		b.WriteString(text[last:h.From])
		b.WriteString(with)
		last = h.To
		n++
	}
	if n == 0 {
		return text, 0
	}
	b.WriteString(text[last:])
	return b.String(), n
}

// One replaces the hit in hand as one step of the history; the next one is in hand once Again has
// the new answer. false: there was nothing to replace.
func (f *Finder) One(do func(edit.Label, func(*edit.Tx) error) error, with string) (bool, error) {
	h, ok := f.Now()
	if !ok {
		return false, nil
	}
	n, err := f.do(do, f.hits[f.at:f.at+1], with)
	if err != nil || n == 0 {
		return false, err
	}
	// What was put in is not looked at again.
	f.hits = append([]Hit(nil), f.hits...)
	f.hits[f.at].From = h.From + len(journey.CleanText(with))
	return true, nil
}

// All replaces every hit as one step of the history and returns how many there were.
func (f *Finder) All(do func(edit.Label, func(*edit.Tx) error) error, with string) (int, error) {
	if len(f.hits) == 0 {
		return 0, nil
	}
	return f.do(do, f.hits, with)
}

func (f *Finder) do(do func(edit.Label, func(*edit.Tx) error) error, hits []Hit, with string) (int, error) {
	n := 0
	err := do(edit.Label{Key: LabelReplace, Count: len(hits)}, func(tx *edit.Tx) error {
		var err error
		n, err = Replace(tx, hits, with)
		tx.SetLabel(edit.Label{Key: LabelReplace, Count: n})
		return err
	})
	if err != nil {
		return 0, err
	}
	return n, nil
}
