package export

import (
	"reflect"
	"slices"
	"testing"

	"jejak/app/export/exporttest"
)

// TestEverySettingIsChosen: a field that is new in Settings must be chosen somewhere.
func TestEverySettingIsChosen(t *testing.T) {
	var fields, chosen []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[Settings]()) {
		fields = append(fields, f.Name)
	}
	for _, c := range exporttest.Choices {
		chosen = append(chosen, c.Field)
		if len(c.Flags) == 0 || len(c.Controls) == 0 {
			t.Errorf("%s: flags %q, controls %q", c.Field, c.Flags, c.Controls)
		}
	}
	if !slices.Equal(fields, chosen) {
		t.Errorf("settings %q\nchosen %q", fields, chosen)
	}
}
