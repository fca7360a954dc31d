package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"

	"jejak/data/journey"
)

// jsonFormat is the number of the JSON format. It rises when an older Jejak could no longer read
// what a newer one writes; new fields alone do not raise it.
const jsonFormat = 1

// WriteJSON writes a whole project: {"format":1,"jejak":{KIND:[RECORD,…],…}}, kinds in the order
// of journey.Kinds, records by ID, fields by their json tags, each left out where it has its zero
// value. The same project gives the same bytes. ReadJSON gives the project back.
func WriteJSON(w io.Writer, p journey.Project) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"format\": %d,\n  \"jejak\": {", jsonFormat)
	var kind journey.Kind
	for rec := range p.Records() {
		if rec.Kind() == kind {
			out.WriteString(",\n      ")
		} else {
			if kind != "" {
				out.WriteString("\n    ],")
			}
			kind = rec.Kind()
			fmt.Fprintf(&out, "\n    %q: [\n      ", kind)
		}
		if err := writeRecord(&out, rec); err != nil {
			return err
		}
	}
	if kind != "" {
		out.WriteString("\n    ]\n  ")
	}
	out.WriteString("}\n}\n")
	if _, err := out.WriteTo(w); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	return nil
}

// writeRecord writes one record on several lines, in the order of its fields.
func writeRecord(out *bytes.Buffer, rec journey.Record) error {
	v := reflect.ValueOf(rec)
	var object bytes.Buffer
	object.WriteByte('{')
	for i := range v.NumField() {
		f := v.Field(i)
		if f.IsZero() || f.Kind() == reflect.Slice && f.Len() == 0 {
			continue
		}
		if object.Len() > 1 {
			object.WriteByte(',')
		}
		fmt.Fprintf(&object, "%q:", v.Type().Field(i).Tag.Get("json"))
		enc := json.NewEncoder(&object)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(f.Interface()); err != nil {
			return fmt.Errorf("write JSON: %s %s: %w", rec.Kind(), rec.RecordID(), err)
		}
	}
	object.WriteByte('}')
	if err := json.Indent(out, object.Bytes(), "      ", "  "); err != nil {
		return fmt.Errorf("write JSON: %s %s: %w", rec.Kind(), rec.RecordID(), err)
	}
	return nil
}
