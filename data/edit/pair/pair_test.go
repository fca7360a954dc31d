package pair

import (
	"errors"
	"testing"

	"jejak/data/edit"
	"jejak/data/insight"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// shop is a map of now and one of what is to be, each with a stage, a lane, a card and a feeling.
func shop() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Persona{ID: "p", Rank: "a", Name: "Sari"},
		journey.Map{ID: "now", Rank: "a", Title: "Now", Type: journey.CurrentState, Version: "2", Date: "2026-01-01"},
		journey.Map{ID: "later", Rank: "b", Title: "Later", Type: journey.FutureState, PairID: "now"},
		journey.Appearance{ID: "a", MapID: "now", PersonaID: "p", Rank: "a"},
		journey.Stage{ID: "s", MapID: "now", Rank: "a", Title: "Buy"},
		journey.Lane{ID: "l", MapID: "now", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "c", MapID: "now", StageID: "s", LaneID: "l", Rank: "a", Title: "Pays"},
		journey.Point{ID: "pt", MapID: "now", PersonaID: "p", At: journey.Ref{Kind: journey.KindCard, ID: "c"}, Value: 1},
	})
}

func document() *edit.Document {
	ids := journeytest.IDs()
	return edit.NewDocument(shop(), func() journey.ID { return "new-" + ids() })
}

func do(t *testing.T, d *edit.Document, label string, f func(tx *edit.Tx) error) {
	t.Helper()
	if _, err := d.Do(edit.Label{Key: label}, f); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, d *edit.Document, id journey.ID) journey.Map {
	t.Helper()
	m, ok := d.Project().Maps.Get(id)
	if !ok {
		t.Fatalf("there is no map %s", id)
	}
	return m
}

func TestChoose(t *testing.T) {
	d := document()
	do(t, d, LabelChoose, func(tx *edit.Tx) error { return Choose(tx, "now", "later", journey.PairPlanned) })
	if m := get(t, d, "now"); m.PairID != "later" || m.PairRole != journey.PairPlanned {
		t.Errorf("paired: %+v", m)
	}
	if m := get(t, d, "later"); m.PairID != "" {
		t.Errorf("the other way round it is a pair still: %+v", m)
	}
	do(t, d, LabelPart, func(tx *edit.Tx) error { return Choose(tx, "now", "", journey.PairPlanned) })
	if m := get(t, d, "now"); m.PairID != "" || m.PairRole != journey.PairAsIs {
		t.Errorf("parted: %+v", m)
	}
	d.Undo()
	if m := get(t, d, "now"); m.PairID != "later" || m.PairRole != journey.PairPlanned {
		t.Errorf("undone: %+v", m)
	}
	for _, c := range []struct {
		name       string
		map1, map2 journey.ID
		role       journey.PairRole
		want       edit.Reason
	}{
		{"no such map", "gone", "now", "", edit.NotThere},
		{"no such other", "now", "gone", "", edit.NotThere},
		{"itself", "now", "now", "", edit.ToItself},
		{"no such role", "now", "later", "friend", edit.Unknown},
	} {
		_, err := d.Do(edit.Label{Key: LabelChoose}, func(tx *edit.Tx) error { return Choose(tx, c.map1, c.map2, c.role) })
		var refused *edit.Error
		if !errors.As(err, &refused) || refused.Reason != c.want {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

func TestToBe(t *testing.T) {
	d := document()
	before := d.Project()
	var id journey.ID
	do(t, d, LabelToBe, func(tx *edit.Tx) (err error) { id, err = ToBe(tx, "now", "To be"); return err })
	m := get(t, d, id)
	if m.Title != "To be" || m.Type != journey.FutureState || m.PairID != "now" || m.PairRole != journey.PairAsIs || m.Date != "" || m.Version != "" {
		t.Errorf("the map to be is %+v", m)
	}
	if maps := d.Project().MapsInOrder(); len(maps) != 3 || maps[1].ID != id {
		t.Error("it does not stand behind its present")
	}
	c := insight.Compare(insight.Side{Project: d.Project(), MapID: "now"}, insight.Side{Project: d.Project(), MapID: id})
	if len(c.Added)+len(c.Removed)+len(c.Moved)+len(c.Deviations) != 0 || len(c.Stages) != 1 || c.Stages[0].Feelings[0].Difference != 0 {
		t.Errorf("a copy differs: %+v", c)
	}
	d.Undo()
	if !journey.Between(before, d.Project()).IsEmpty() {
		t.Error("one undo did not take it back")
	}
	if _, err := d.Do(edit.Label{Key: LabelToBe}, func(tx *edit.Tx) error { _, err := ToBe(tx, "gone", "x"); return err }); err == nil {
		t.Error("a map that is not there became one to be")
	}
}

func TestSnapshot(t *testing.T) {
	for _, c := range []struct {
		name   string
		of     journey.ID
		pair   journey.ID // of the map before; "-": as shop has it
		paired bool       // with the snapshot afterwards
	}{
		{"compared with nothing", "now", "-", true},
		{"to be keeps its present", "later", "-", false},
		{"compared with an older one of its type", "now", "old", true},
	} {
		d := document()
		if c.pair == "old" {
			do(t, d, LabelSnapshot, func(tx *edit.Tx) error { _, err := Snapshot(tx, c.of, "Old", "2026-01-02"); return err })
		}
		was := get(t, d, c.of)
		before := d.Project()
		var id journey.ID
		do(t, d, LabelSnapshot, func(tx *edit.Tx) (err error) { id, err = Snapshot(tx, c.of, "Kept", "2026-11-22"); return err })
		kept, m := get(t, d, id), get(t, d, c.of)
		if kept.Title != "Kept" || kept.Date != "2026-11-22" || kept.Type != m.Type {
			t.Errorf("%s: kept is %+v", c.name, kept)
		}
		if c.paired && (m.PairID != id || m.PairRole != journey.PairAsIs) || !c.paired && m.PairID != was.PairID {
			t.Errorf("%s: the map is compared with %q", c.name, m.PairID)
		}
		if m.Title != was.Title || m.Date != was.Date {
			t.Errorf("%s: the map itself is another: %+v", c.name, m)
		}
		d.Undo()
		if !journey.Between(before, d.Project()).IsEmpty() {
			t.Errorf("%s: one undo did not take it back", c.name)
		}
	}
	d := document()
	for _, bad := range []func(tx *edit.Tx) error{
		func(tx *edit.Tx) error { _, err := Snapshot(tx, "gone", "x", "2026-11-22"); return err },
		func(tx *edit.Tx) error { _, err := Snapshot(tx, "now", "x", "yesterday"); return err },
	} {
		if _, err := d.Do(edit.Label{Key: LabelSnapshot}, bad); err == nil {
			t.Error("nothing was refused")
		}
	}
}

// TestSnapshotOfABlueprint: it stays as it is, and follows nothing.
func TestSnapshotOfABlueprint(t *testing.T) {
	d := document()
	do(t, d, "history.update", func(tx *edit.Tx) error {
		return edit.Update(tx, "later", func(m *journey.Map) { m.Type, m.DerivedID, m.PairID = journey.ServiceBlueprint, "now", "" })
	})
	var id journey.ID
	do(t, d, LabelSnapshot, func(tx *edit.Tx) (err error) { id, err = Snapshot(tx, "later", "Kept", "2026-11-22"); return err })
	if m := get(t, d, id); m.DerivedID != "" || m.Type != journey.ServiceBlueprint {
		t.Errorf("kept is %+v", m)
	}
}
