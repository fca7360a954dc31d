package report

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/insight"
	"jejak/data/insight/guide"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const day = "2026-11-22"

func today() string { return day }

// told is what a report tells, without how it came by it.
func told(r insight.Report) (all []insight.Finding) {
	for f := range r.All() {
		all = append(all, f)
	}
	return all
}

func progress(g guide.Guide) (all [][2]int) {
	for _, p := range g.Parts {
		done, of := p.Progress()
		all = append(all, [2]int{done, of})
	}
	return all
}

func change(t interface{ Fatal(...any) }, doc *edit.Document, f func(*edit.Tx) error) {
	if _, err := doc.Do(edit.Label{Key: edit.LabelText}, f); err != nil {
		t.Fatal(err)
	}
}

// TestItTellsWhatIsThere: after edits, undo, another map and other contents the reader tells what a
// fresh look tells.
func TestItTellsWhatIsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := edit.NewDocument(journeytest.Full(), nil)
		changes := 0
		r := New(today, func() { changes++ })
		maps := doc.Project().MapsInOrder()
		at := maps[0].ID
		r.Follow(doc, at)
		check := func() {
			p := doc.Project()
			if got, want := told(r.Report()), told(insight.Map(p, at, day)); !reflect.DeepEqual(got, want) {
				t.Fatalf("tells %v, want %v", got, want)
			}
			if got, want := progress(r.Guide()), progress(guide.Of(p, insight.Map(p, at, day))); !reflect.DeepEqual(got, want) {
				t.Fatalf("the steps are at %v, want %v", got, want)
			}
		}
		check()
		for range rapid.IntRange(1, 8).Draw(t, "edits") {
			before := changes
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0, 1, 2:
				var cards []journey.Card
				for rec := range doc.Project().OfKind(journey.KindCard) {
					cards = append(cards, rec.(journey.Card))
				}
				if len(cards) == 0 {
					continue
				}
				c := rapid.SampledFrom(cards).Draw(t, "card")
				change(t, doc, func(tx *edit.Tx) error {
					return edit.Update(tx, c.ID, func(c *journey.Card) { c.Purpose, c.ChannelID, c.LoyaltyBreaker = c.Purpose+"x", "", !c.LoyaltyBreaker })
				})
			case 3:
				if _, ok := doc.Undo(); !ok {
					continue
				}
			case 4:
				at = rapid.SampledFrom(maps).Draw(t, "map").ID
				r.Follow(doc, at)
				before = -1
			case 5:
				doc.Reset(journeytest.Full())
			}
			if changes == before {
				t.Fatal("nobody was told")
			}
			check()
		}
	})
}

func TestAnotherDocumentIsFollowedAlone(t *testing.T) {
	first, second := edit.NewDocument(journeytest.Full(), nil), edit.NewDocument(journeytest.Big(10), nil)
	changes := 0
	r := New(today, func() { changes++ })
	r.Follow(first, first.Project().MapsInOrder()[0].ID)
	id := second.Project().MapsInOrder()[0].ID
	r.Follow(second, id)
	r.Follow(second, id)
	if changes != 2 || r.Map() != id {
		t.Errorf("told %d times of %s", changes, r.Map())
	}
	first.Reset(journey.Project{})
	if changes != 2 || r.Project() != second.Project() {
		t.Error("hears a document that it left")
	}
}

func TestANewDay(t *testing.T) {
	now := "2026-11-22"
	p := journey.FromRecords([]journey.Record{journey.Map{ID: "m"}, journey.Action{ID: "a", Due: "2026-11-22", Status: journey.StatusPlanned}})
	r := New(func() string { return now }, func() {})
	r.Follow(edit.NewDocument(p, nil), "m")
	if n := r.Report().Count(insight.RuleOverdue); n != 0 {
		t.Errorf("%d are late on their day", n)
	}
	now = "2026-11-23"
	if n := r.Report().Count(insight.RuleOverdue); n != 1 {
		t.Errorf("%d are late on the day after", n)
	}
}
