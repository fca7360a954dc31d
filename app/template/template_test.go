package template

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/samples"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func sample(t *testing.T) (journey.Project, journey.ID) {
	t.Helper()
	p, _, err := exchange.ReadJSON(bytes.NewReader(samples.JSON("en")))
	if err != nil {
		t.Fatal(err)
	}
	return p, p.MapsInOrder()[0].ID
}

func names(list []Template) []string {
	var out []string
	for _, t := range list {
		out = append(out, t.Name)
	}
	return out
}

func TestSaveListRemove(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "jejak", "templates")
	if list := List(dir); len(list) > 0 {
		t.Errorf("a folder that is not there holds %v", list)
	}
	p, id := sample(t)
	for _, title := range []string{"Our clinic", "our CLINIC", "Five stages", "  ", "../../etc/passwd", "Pelanggan: “Sari”"} {
		if _, err := Save(dir, title, p, id); err != nil {
			t.Fatalf("%q: %v", title, err)
		}
	}
	// what is not a template is not listed
	if err := os.WriteFile(filepath.Join(dir, "broken.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	list := List(dir)
	got := names(list)
	slices.Sort(got)
	want := []string{"etc-passwd", "five-stages-2", "our-clinic", "our-clinic-2", "pelanggan-sari", "template"}
	if !slices.Equal(got, want) {
		t.Errorf("listed %q, want %q", got, want)
	}
	one, ok := Find(dir, "our-clinic")
	if !ok || one.Title != "Our clinic" || one.About == "" {
		t.Fatalf("found %+v", one)
	}
	for range 2 {
		if err := Remove(one); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok := Find(dir, "our-clinic"); ok {
		t.Error("it is there after it was removed")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(want) { // one was removed, the broken one is left
		t.Errorf("%d files are left (%v)", len(entries), err)
	}
}

func TestSaveRefuses(t *testing.T) {
	dir := t.TempDir()
	p, id := sample(t)
	var refused *edit.Error
	if _, err := Save(dir, "No map", p, "nowhere"); !errors.As(err, &refused) {
		t.Errorf("a map that is not there: %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Save(file, "No folder", p, id); err == nil {
		t.Error("a template was saved into a file")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("%d files are left (%v)", len(entries), err)
	}
}

// Whatever the project, what is kept of it is sound, has the map with all that stands on it, and
// nothing that was said, done or measured.
func TestStripHoldsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := journeytest.Random(t)
		maps := p.MapsInOrder()
		if len(maps) == 0 {
			return
		}
		id := rapid.SampledFrom(maps).Draw(t, "map").ID
		q, err := Strip(p, id, "Mine")
		if err != nil {
			t.Fatal(err)
		}
		if found := journey.Validate(q); len(found) > 0 {
			t.Fatal(found)
		}
		if q.Maps.Len() != 1 || q.Comments.Len() > 0 || q.Actions.Len() > 0 || q.Info().Title != "Mine" {
			t.Fatalf("%d maps, %d comments, %d actions, title %q", q.Maps.Len(), q.Comments.Len(), q.Actions.Len(), q.Info().Title)
		}
		for m := range q.Measurements.All() {
			if m.Value != nil || m.Date != "" || m.Source != "" {
				t.Fatalf("measured: %+v", m)
			}
		}
		if a, b := len(p.StagesOf(id)), len(q.StagesOf(id)); a != b {
			t.Fatalf("%d stages of %d", b, a)
		}
		if a, b := len(journey.NewIndex(p, id).CardsInOrder()), len(journey.NewIndex(q, id).CardsInOrder()); a != b {
			t.Fatalf("%d cards of %d", b, a)
		}
	})
}
