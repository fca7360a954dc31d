package edit

import (
	"errors"
	"maps"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func idOf[T journey.Record](p journey.Project) journey.ID {
	var zero T
	for rec := range p.Records() {
		if rec.Kind() == zero.Kind() {
			return rec.RecordID()
		}
	}
	return ""
}

// What goes along with the first record of each kind of journeytest.Full, and what only loses a
// reference.
func TestRemoveCascades(t *testing.T) {
	full := journeytest.Full()
	for kind, want := range map[journey.Kind]struct{ removed, updated int }{
		journey.KindImage:       {1, 2},     // persona, card
		journey.KindTag:         {1, 1},     // card
		journey.KindChannel:     {1, 2},     // persona, card
		journey.KindPersona:     {3, 1},     // appearance, point; lane
		journey.KindMetric:      {2, 0},     // measurement
		journey.KindMap:         {1, 1},     // the second one; the first refers to it
		journey.KindAppearance:  {2, 0},     // point
		journey.KindStage:       {1 + 9, 0}, // step, 2 cards, point, link, measurement, action, 2 comments
		journey.KindStep:        {1 + 5, 0}, // card, point, link, 2 comments
		journey.KindLane:        {1 + 5, 0},
		journey.KindCard:        {1 + 4, 0}, // point, link, 2 comments
		journey.KindPoint:       {1, 0},
		journey.KindLink:        {1, 0},
		journey.KindMeasurement: {1, 0},
		journey.KindAction:      {1, 0},
		journey.KindComment:     {2, 0}, // its answer
	} {
		t.Run(string(kind), func(t *testing.T) {
			var ref journey.Ref
			for rec := range full.Records() {
				if rec.Kind() == kind {
					ref = journey.RefTo(rec)
					break
				}
			}
			d := NewDocument(full, nil)
			c := do(t, d, LabelRemove, func(tx *Tx) error { return Remove(tx, ref) })
			if len(c.Diff.Removed) != want.removed || len(c.Diff.Updated) != want.updated || len(c.Diff.Added) != 0 {
				t.Errorf("%d removed, %d updated, want %+v", len(c.Diff.Removed), len(c.Diff.Updated), want)
				for _, rec := range c.Diff.Removed {
					t.Logf("removed %v", journey.RefTo(rec))
				}
			}
			if found := journey.Validate(c.After); found != nil {
				t.Errorf("left behind: %+v", found)
			}
			d.Undo()
			if !same(d.Project(), full) {
				t.Error("undo does not restore it")
			}
		})
	}
}

func TestRemoveMapLeavesTheLibrary(t *testing.T) {
	d := NewDocument(journeytest.Full(), nil)
	c := do(t, d, "", func(tx *Tx) error { return RemoveMap(tx, tx.Project().MapsInOrder()[0].ID) })
	left := map[journey.Kind]int{}
	for rec := range c.After.Records() {
		left[rec.Kind()]++
	}
	want := map[journey.Kind]int{
		journey.KindInfo: 1, journey.KindImage: 1, journey.KindTag: 1, journey.KindChannel: 1, journey.KindPersona: 1,
		journey.KindMetric: 1, journey.KindMap: 1,
	}
	if !maps.Equal(left, want) {
		t.Errorf("left %v, want %v", left, want)
	}
	if found := journey.Validate(c.After); found != nil {
		t.Errorf("found %+v", found)
	}
}

func TestRemoveTheAnswerLeavesTheComment(t *testing.T) {
	p := journeytest.Full()
	d := NewDocument(p, nil)
	for c := range p.Comments.All() {
		if c.ReplyID != "" {
			do(t, d, "", func(tx *Tx) error { return RemoveComment(tx, c.ID) })
		}
	}
	if n := d.Project().Comments.Len(); n != 1 {
		t.Errorf("%d comments left, want 1", n)
	}
}

func TestRemoveRefuses(t *testing.T) {
	p := journeytest.Full()
	for name, c := range map[string]struct {
		refs []journey.Ref
		want Reason
	}{
		"nothing":            {nil, Nothing},
		"the project itself": {[]journey.Ref{journey.RefTo(p.Info())}, Fixed},
		"what is not there":  {[]journey.Ref{{Kind: journey.KindCard, ID: "x"}}, NotThere},
		"an unknown kind":    {[]journey.Ref{{Kind: "x", ID: "x"}}, NotThere},
		"one of two":         {[]journey.Ref{{Kind: journey.KindTag, ID: idOf[journey.Tag](p)}, {}}, NotThere},
	} {
		d := NewDocument(p, nil)
		_, err := d.Do(Label{}, func(tx *Tx) error { return Remove(tx, c.refs...) })
		var refused *Error
		if !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
		if !same(d.Project(), p) {
			t.Errorf("%s: the project changed", name)
		}
	}
}
