package row

import (
	"fmt"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestDiffSurvives writes a record of each kind as JSON, and reads it.
func TestDiffSurvives(t *testing.T) {
	want := journeytest.Full()
	text, err := EncodeDiff(journey.Between(journey.Project{}, want))
	if err != nil {
		t.Fatal(err)
	}
	assets := map[string][]byte{}
	for img := range want.Images.All() {
		assets[HashOf(img.Data)] = img.Data
	}
	d, err := DecodeDiff(text, func(hash string) ([]byte, error) { return assets[hash], nil })
	if err != nil {
		t.Fatal(err)
	}
	if diff := journey.Between(want, journey.FromRecords(d.Added)); !diff.IsEmpty() {
		t.Errorf("the projects differ: %+v", diff)
	}
}

func TestDecodeDiffRefuses(t *testing.T) {
	none := func(hash string) ([]byte, error) { return nil, fmt.Errorf("no asset %s", hash) }
	for _, text := range []string{
		``, `{`, `{"added":[{}]}`, `{"added":[{"kind":"card","record":{"id":1}}]}`, `{"removed":[{"kind":"dragon","record":{}}]}`,
		`{"updated":[{"from":{"kind":"card","record":{}},"to":{"kind":"image","record":{},"assets":{"data":"x"}}}]}`,
	} {
		if d, err := DecodeDiff(text, none); err == nil {
			t.Errorf("%q became %+v", text, d)
		}
	}
}
