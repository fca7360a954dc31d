package record_test

import (
	"slices"
	"testing"

	"jejak/data/edit/record"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// TestTitlesAndTextsAreSetOnACopy: of every kind that is called something or has a text, it can be
// set, and what was given stays as it was.
func TestTitlesAndTextsAreSetOnACopy(t *testing.T) {
	full := journeytest.Full()
	for what, set := range map[string]struct {
		with func(journey.Record, string) (journey.Record, bool)
		none []journey.Kind
	}{
		"title": {record.WithTitle, []journey.Kind{journey.KindAppearance, journey.KindPoint, journey.KindMeasurement, journey.KindComment}},
		"text": {record.WithText, []journey.Kind{
			journey.KindAppearance, journey.KindLink, journey.KindMeasurement, journey.KindTag, journey.KindMetric,
		}},
	} {
		for rec := range full.Records() {
			now, ok := set.with(rec, "another")
			if has := !slices.Contains(set.none, rec.Kind()); ok != has {
				t.Errorf("%s of %s: %v, want %v", what, rec.Kind(), ok, has)
			}
			if journey.Equal(now, rec) == ok {
				t.Errorf("%s of %s: equal to what it was is %v", what, rec.Kind(), !ok)
			}
			if old, _ := full.Get(journey.RefTo(rec)); !journey.Equal(old, rec) {
				t.Errorf("%s of %s was set on the record given", what, rec.Kind())
			}
		}
	}
}

func TestCleanedLeavesTheRecordGiven(t *testing.T) {
	c := journey.Card{ID: "c", Title: "a\x00b", Text: "c\r\nd"}
	got := record.Cleaned(c).(journey.Card)
	if got.Title != journey.CleanText(c.Title) || got.Text != journey.CleanText(c.Text) || got.Title == c.Title || c.Title != "a\x00b" {
		t.Errorf("%q, %q of %q, %q", got.Title, got.Text, c.Title, c.Text)
	}
	if got := record.CleanTitle(" a \n"); got != "a" {
		t.Errorf("title %q", got)
	}
}

func TestOwnCutsTheTieToTheProject(t *testing.T) {
	v := 1.5
	m := journey.Measurement{Value: &v}
	record.Own(&m)
	*m.Value = 2
	c := journey.Card{TagIDs: []journey.ID{"a"}}
	own := c
	record.Own(&own)
	own.TagIDs[0] = "b"
	if v != 1.5 || c.TagIDs[0] != "a" {
		t.Errorf("the original has %g and %q now", v, c.TagIDs)
	}
}

// TestCopiedNamesCopies: what was copied too is named by its new ID, all else stays.
func TestCopiedNamesCopies(t *testing.T) {
	f := record.Fresh{
		{Kind: journey.KindCard, ID: "c"}: "c2", {Kind: journey.KindMap, ID: "m"}: "m2", {Kind: journey.KindStage, ID: "s"}: "s2",
	}
	got := f.Copied(journey.Card{ID: "c", MapID: "m", StageID: "s", LaneID: "l", TagIDs: []journey.ID{"t"}})
	if want := (journey.Card{ID: "c2", MapID: "m2", StageID: "s2", LaneID: "l", TagIDs: []journey.ID{"t"}}); !journey.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}
