package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"jejak/assets/words"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// fragmentTag begins the format of a fragment; its number follows. The number rises when an older
// Jejak could no longer read what a newer one writes.
const (
	fragmentTag    = "jejak/fragment "
	fragmentFormat = 1
)

// What a fragment may hold when it is read, so that nobody's clipboard can stop the program.
const (
	mostFragment = 128 << 20 // bytes: pictures are in it
	mostRecords  = 50_000
	mostIDs      = 200 // in one list, such as the tags of a card
)

// FragmentReason says why a fragment was refused. "clip.fragment." + the reason is its key in
// assets/words.
type FragmentReason string

// The reasons.
const (
	FragmentForeign FragmentReason = "foreign" // the text is no fragment at all
	FragmentNewer   FragmentReason = "newer"
	FragmentLarge   FragmentReason = "large"
	FragmentDamaged FragmentReason = "damaged"
)

// FragmentError is a text that ParseFragment refused.
type FragmentError struct {
	Reason FragmentReason
	Err    error // more about it; may be nil
}

// Error returns the message in English.
func (e *FragmentError) Error() string {
	s := "read fragment: " + e.Text(words.In("en"))
	if e.Err != nil {
		s = fmt.Sprintf("%s (%v)", s, e.Err)
	}
	return s
}

// Unwrap returns what is behind it.
func (e *FragmentError) Unwrap() error { return e.Err }

// Text returns what a person reads about it, in a language.
func (e *FragmentError) Text(w *words.Table) string { return w.T("clip.fragment." + string(e.Reason)) }

// FragmentJSON writes a fragment as text: {"format":"jejak/fragment 1","chosen":[REF,…],
// "project":…}, the project as WriteJSON writes it, all on one line. The same fragment gives the
// same text, and ParseFragment gives the fragment back. An empty fragment gives none.
func FragmentJSON(f fragment.Fragment) ([]byte, error) {
	if f.IsEmpty() {
		return nil, nil
	}
	var project, out bytes.Buffer
	if err := WriteJSON(&project, f.Project()); err != nil {
		return nil, err
	}
	chosen, err := json.Marshal(f.Chosen())
	if err != nil {
		return nil, fmt.Errorf("write fragment: %w", err)
	}
	fmt.Fprintf(&out, `{"format":"%s%d","chosen":%s,"project":`, fragmentTag, fragmentFormat, chosen)
	if err := json.Compact(&out, project.Bytes()); err != nil {
		return nil, fmt.Errorf("write fragment: %w", err)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// ParseFragment reads what FragmentJSON wrote, from whoever put it on the clipboard: all of it is
// checked. What a newer version added to records is left out. The error is a *FragmentError; with
// FragmentForeign the text is just a text, to be pasted as one.
func ParseFragment(data []byte) (fragment.Fragment, error) {
	refused := func(why FragmentReason, err error) (fragment.Fragment, error) {
		return fragment.Fragment{}, &FragmentError{Reason: why, Err: err}
	}
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte{0xef, 0xbb, 0xbf}))
	const head = 100 // the tag comes first
	if !bytes.HasPrefix(data, []byte("{")) || !bytes.Contains(data[:min(len(data), head)], []byte(`"`+fragmentTag)) {
		return refused(FragmentForeign, nil)
	}
	if len(data) > mostFragment {
		return refused(FragmentLarge, nil)
	}
	var top struct {
		Format  string          `json:"format"`
		Chosen  []journey.Ref   `json:"chosen"`
		Project json.RawMessage `json:"project"`
	}
	err := json.Unmarshal(data, &top)
	var shape *json.UnmarshalTypeError
	if err != nil && !errors.As(err, &shape) {
		return refused(FragmentDamaged, err)
	}
	number, tagged := strings.CutPrefix(top.Format, fragmentTag)
	format, badNumber := strconv.Atoi(number)
	switch {
	case !tagged || badNumber != nil || format < 1:
		return refused(FragmentForeign, nil)
	case format > fragmentFormat:
		return refused(FragmentNewer, nil)
	case err != nil:
		return refused(FragmentDamaged, err)
	}
	p, _, err := decodeJSON(top.Project)
	if err != nil {
		return refused(FragmentDamaged, err)
	}
	if p.Len() > mostRecords || len(top.Chosen) > mostRecords || hasLongList(p) {
		return refused(FragmentLarge, nil)
	}
	f, err := fragment.New(p, top.Chosen)
	if err != nil {
		return refused(FragmentDamaged, err)
	}
	return f, nil
}

// hasLongList reports whether a record names more others in one list than anyone would.
func hasLongList(p journey.Project) bool {
	for c := range p.Cards.All() {
		if len(c.TagIDs) > mostIDs {
			return true
		}
	}
	for r := range p.Personas.All() {
		if len(r.ChannelIDs) > mostIDs {
			return true
		}
	}
	return false
}
