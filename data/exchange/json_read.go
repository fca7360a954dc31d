package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"sort"

	"jejak/assets/words"
	"jejak/data/journey"
)

// maxJSON is how many bytes of JSON are read: pictures make large projects.
const maxJSON = 512 << 20

// ReadJSON reads what WriteJSON wrote: every record with its ID and all its fields. A field or a
// kind that this version does not know is left out and told in a Note. Anything else that is not
// as it should be is refused with a *SyntaxError that names the place; a project that does not
// hold together with an *InvalidError.
func ReadJSON(r io.Reader) (journey.Project, []Note, error) {
	data, err := readAll(r, maxJSON)
	if err != nil {
		return journey.Project{}, nil, err
	}
	p, notes, err := decodeJSON(data)
	if err != nil {
		return journey.Project{}, nil, err
	}
	if findings := journey.Validate(p); len(findings) > 0 {
		return journey.Project{}, nil, &InvalidError{Findings: findings}
	}
	return p, notes, nil
}

// decodeJSON reads the records as they stand.
func decodeJSON(data []byte) (journey.Project, []Note, error) {
	kinds, err := envelope(bytes.TrimPrefix(data, []byte{0xef, 0xbb, 0xbf}))
	if err != nil {
		return journey.Project{}, nil, err
	}
	d := decoder{had: map[journey.Ref]bool{}}
	for _, k := range journey.Kinds {
		if raw, ok := kinds[string(k)]; ok {
			if err := d.kind(k, raw); err != nil {
				return journey.Project{}, nil, err
			}
		}
	}
	for _, name := range sortedKeys(kinds) {
		if !slices.Contains(journey.Kinds, journey.Kind(name)) {
			d.notes = append(d.notes, Note{Key: "cli.note.unknownKind", Args: words.Args{"Name": shown(name)}})
		}
	}
	return journey.FromRecords(d.records), d.notes, nil
}

// envelope returns the lists of records by kind.
func envelope(data []byte) (map[string]json.RawMessage, error) {
	var probe json.RawMessage
	if err := json.Unmarshal(data, &probe); err != nil {
		return nil, brokenJSON(data, err)
	}
	var top map[string]json.RawMessage
	if err := json.Unmarshal(data, &top); err != nil || top["format"] == nil || top["jejak"] == nil {
		return nil, &SyntaxError{Line: 1, Key: "cli.refused.jsonForeign"}
	}
	var format int
	if err := json.Unmarshal(top["format"], &format); err != nil || format < 1 {
		return nil, misshapen("format", "whole")
	}
	if format > jsonFormat {
		return nil, &SyntaxError{Key: "cli.refused.jsonNewer", Args: words.Args{"Format": format, "Known": jsonFormat}}
	}
	var kinds map[string]json.RawMessage
	if err := json.Unmarshal(top["jejak"], &kinds); err != nil || kinds == nil {
		return nil, misshapen("jejak", "object")
	}
	return kinds, nil
}

func brokenJSON(data []byte, err error) error {
	line := 1
	reason := err.Error()
	var broken *json.SyntaxError
	if errors.As(err, &broken) {
		line += bytes.Count(data[:min(max(int(broken.Offset)-1, 0), len(data))], []byte("\n"))
	}
	return &SyntaxError{Line: line, Key: "cli.refused.json", Args: words.Args{"Reason": shown(reason)}}
}

func misshapen(place, want string) *SyntaxError {
	return &SyntaxError{Key: "cli.refused.jsonShape", Args: words.Args{"Place": place, "Want": wanted(want)}}
}

// wanted is what a place should hold, put into words when the language is known.
type wanted string

// decoder collects records.
type decoder struct {
	records []journey.Record
	had     map[journey.Ref]bool
	notes   []Note
}

func (d *decoder) kind(k journey.Kind, raw json.RawMessage) error {
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return misshapen(string(k), "list")
	}
	for i, raw := range list {
		place := fmt.Sprintf("%s %d", k, i+1)
		rec, err := d.record(k, place, raw)
		if err != nil {
			return err
		}
		ref := journey.RefTo(rec)
		switch {
		case ref.ID == "":
			return &SyntaxError{Key: "cli.refused.jsonID", Args: words.Args{"Place": place}}
		case d.had[ref]:
			return &SyntaxError{Key: "cli.refused.jsonTwice", Args: words.Args{"Place": place}}
		}
		d.had[ref] = true
		d.records = append(d.records, rec)
	}
	return nil
}

// record reads one record field by field, so that an error can name the field.
func (d *decoder) record(k journey.Kind, place string, raw json.RawMessage) (journey.Record, error) {
	var object map[string]json.RawMessage
	if err := json.Unmarshal(raw, &object); err != nil || object == nil {
		return nil, misshapen(place, "object")
	}
	v := reflect.New(reflect.TypeOf(journey.ZeroOf(k))).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("json")
		raw, ok := object[name]
		if !ok {
			continue
		}
		delete(object, name)
		if bytes.Equal(raw, []byte("null")) {
			continue // as if it were left out
		}
		if err := json.Unmarshal(raw, v.Field(i).Addr().Interface()); err != nil {
			return nil, misshapen(place+", "+name, wantOf(v.Field(i).Type()))
		}
	}
	for _, name := range sortedKeys(object) {
		d.notes = append(d.notes, Note{Key: "cli.note.unknownField", Args: words.Args{"Place": place, "Name": shown(name)}})
	}
	return v.Interface().(journey.Record), nil
}

// wantOf names what a field of that type holds: the end of a "cli.want." key.
func wantOf(t reflect.Type) string {
	if t == idsType {
		return "ids"
	}
	switch t.Kind() {
	case reflect.Slice:
		return "bytes"
	case reflect.Struct:
		return "ref"
	case reflect.Int:
		return "whole"
	case reflect.Float64, reflect.Pointer:
		return "number"
	case reflect.Bool:
		return "bool"
	}
	return "text"
}

func sortedKeys(m map[string]json.RawMessage) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// InvalidError says that records were read and do not hold together.
type InvalidError struct{ Findings []journey.Finding }

// Error returns the message in English.
func (e *InvalidError) Error() string { return e.Text(words.In("en")) }

// Text returns one line in the language of w.
func (e *InvalidError) Text(w *words.Table) string {
	return w.N("cli.refused.jsonInvalid", len(e.Findings), words.Args{"First": e.Findings[0].Text(w)})
}
