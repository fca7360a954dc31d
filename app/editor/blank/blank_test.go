package blank

import (
	"bytes"
	"testing"

	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/exchange"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func template(t *testing.T, lang string) journey.Project {
	t.Helper()
	data, ok := templates.JSON(templates.Names[0], lang)
	if !ok {
		t.Fatal("no template")
	}
	p, _, err := exchange.ReadJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestFromNothing goes all the way from an empty project to one that lacks nothing, and back.
func TestFromNothing(t *testing.T) {
	for _, lang := range words.Languages {
		doc := edit.NewDocument(journey.Project{}, journeytest.IDs())
		var m journey.ID
		from := template(t, lang)
		want := from.MapsInOrder()[0].ID
		steps := []struct {
			lack Lack
			do   func(tx *edit.Tx) error
		}{
			{Maps, func(tx *edit.Tx) (err error) { m, err = edit.AddMap(tx, "", journey.CurrentState); return err }},
			{Stages, func(tx *edit.Tx) error {
				_, err := edit.AddLane(tx, m, "", journey.LanePains, "")
				return err
			}},
			{Stages, func(tx *edit.Tx) error { return Fill(tx, m, from) }},
			{Cards, func(tx *edit.Tx) error {
				return edit.Remove(tx, journey.RefTo(doc.Project().LanesOf(m)[0]))
			}},
			{Lanes, func(tx *edit.Tx) error { return Fill(tx, m, from) }},
			{Cards, func(tx *edit.Tx) error {
				p := tx.Project()
				_, err := edit.AddCard(tx, edit.Place{StageID: p.StagesOf(m)[0].ID, LaneID: p.LanesOf(m)[0].ID}, "Sees it")
				return err
			}},
		}
		for i, s := range steps {
			if got := Of(doc.Project(), m); got != s.lack {
				t.Fatalf("%s: before step %d it lacks %q, want %q", lang, i, got, s.lack)
			}
			if _, err := doc.Do(edit.Label{Key: edit.LabelTemplate}, s.do); err != nil {
				t.Fatalf("%s: step %d: %v", lang, i, err)
			}
		}
		if got := Of(doc.Project(), m); got != Nothing {
			t.Errorf("%s: at the end it lacks %q", lang, got)
		}
		p := doc.Project()
		if a, b := len(p.StagesOf(m)), len(from.StagesOf(want)); a != b {
			t.Errorf("%s: %d stages of %d", lang, a, b)
		}
		if a, b := len(p.LanesOf(m)), len(from.LanesOf(want)); a != b {
			t.Errorf("%s: %d lanes of %d", lang, a, b)
		}
		for i, s := range p.StagesOf(m) {
			if w := from.StagesOf(want)[i]; s.Title != w.Title || s.Band != w.Band {
				t.Errorf("%s: stage %d is %+v", lang, i, s)
			}
		}
		for range steps {
			doc.Undo()
		}
		if doc.Project().Len() != 0 {
			t.Errorf("%s: undone, %d records are left", lang, doc.Project().Len())
		}
	}
}

func TestAddMap(t *testing.T) {
	p := journeytest.Full()
	ids := journeytest.IDs()
	for range p.Len() {
		ids() // these are in the project
	}
	doc := edit.NewDocument(p, ids)
	var id journey.ID
	if _, err := doc.Do(edit.Label{Key: edit.LabelAddMap}, func(tx *edit.Tx) (err error) {
		id, err = AddMap(tx, "New", template(t, "en"))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	now := doc.Project()
	if Of(now, id) != Cards || len(now.AppearancesOf(id)) != now.Personas.Len() {
		t.Errorf("lacks %q, %d personas", Of(now, id), len(now.AppearancesOf(id)))
	}
	if list := journey.Validate(now); len(list) > len(journey.Validate(p)) {
		t.Errorf("findings: %v", list)
	}
}

func TestPointsAreContent(t *testing.T) {
	doc := edit.NewDocument(journeytest.Full(), journeytest.IDs())
	if got := Of(doc.Project(), doc.Project().MapsInOrder()[0].ID); got != Nothing {
		t.Errorf("a full map lacks %q", got)
	}
}
