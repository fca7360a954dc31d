package export

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"jejak/app/export"
	"jejak/app/export/exporttest"
	"jejak/data/journey"
)

// TestControlsAndFlagsChooseTheSame: the window has exactly the controls of the list that the command
// line is held against, and each changes the setting it is listed for.
func TestControlsAndFlagsChooseTheSame(t *testing.T) {
	p := sampleProject(t)
	mapID := p.MapsInOrder()[0].ID
	p = journey.FromRecords(append(slices.Collect(p.Records()), journey.Map{ID: "another", Rank: "zz", Title: "Another", PairID: mapID},
		journey.Lane{ID: "veiled", MapID: mapID, Rank: "zz", LaneKind: journey.LaneText, Title: "Drafts", Hidden: true}))
	r := newRig(t, p).show(export.PDF, false)
	r.choose("export.paper", "A4")
	controls := map[string][]func(){}
	for key, row := range r.form.Rows {
		for i := range row {
			controls[key] = append(controls[key], func() { r.press(key, i) })
		}
	}
	for key, list := range r.form.Selects {
		controls[key] = append(controls[key], func() {
			list.SetSelectedIndex((list.SelectedIndex() + 1) % len(list.Options))
			r.rest()
		})
	}
	for key := range r.form.Checks {
		short := key
		for _, list := range []string{"export.people", "export.lanes"} {
			if strings.HasPrefix(key, list+".") {
				short = list
			}
		}
		controls[short] = append(controls[short], func() { r.tick(key) })
	}
	var listed []string
	for _, c := range exporttest.Choices {
		listed = append(listed, c.Controls...)
		for _, key := range c.Controls {
			changes := false
			for _, do := range controls[key] {
				before := r.settings.Copy()
				do()
				changes = changes || !reflect.DeepEqual(reflect.ValueOf(before).FieldByName(c.Field).Interface(),
					reflect.ValueOf(r.settings).FieldByName(c.Field).Interface())
				r.change(func(s *export.Settings) { *s = before })
				r.rest()
			}
			if !changes {
				t.Errorf("%s does not change %s", key, c.Field)
			}
		}
	}
	slices.Sort(listed)
	if have := slices.Sorted(maps.Keys(controls)); !slices.Equal(slices.Compact(listed), have) {
		t.Errorf("listed %q\nin the window %q", slices.Compact(listed), have)
	}
}
