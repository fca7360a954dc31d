// Package record does to one record of any kind what edits need, whatever project it stands in:
// texts are cleaned and set, copies get slices and IDs of their own.
//
// A record given is never changed, but by Own. There is no state: any function may be called from
// any goroutine.
package record

import (
	"reflect"
	"strings"

	"jejak/data/journey"
)

// CleanTitle is journey.CleanText without white space at either end.
func CleanTitle(s string) string { return strings.TrimSpace(journey.CleanText(s)) }

// Cleaned returns rec with every text of it cleaned.
func Cleaned(rec journey.Record) journey.Record {
	v := reflect.New(reflect.TypeOf(rec)).Elem()
	v.Set(reflect.ValueOf(rec))
	for i := range v.NumField() {
		if f := v.Field(i); f.Type() == reflect.TypeFor[string]() {
			f.SetString(journey.CleanText(f.String()))
		}
	}
	return v.Interface().(journey.Record)
}
