package carry

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/trait"
)

func fresh() func() journey.ID {
	ids := journeytest.IDs()
	return func() journey.ID { return "new-" + ids() }
}

func png(id journey.ID, data string) journey.Image {
	return journey.Image{ID: id, Name: string(id), Media: "image/png", Width: 2, Height: 2, Data: []byte(data)}
}

// from is a project with Sari, who has a portrait and likes two channels.
func from() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, png("face", "sari"),
		journey.Channel{ID: "web", Rank: "a", Name: "Website"}, journey.Channel{ID: "chat", Rank: "b", Name: "WhatsApp", Icon: "chat"},
		journey.Persona{ID: "bimo", Rank: "a", Name: "Bimo"},
		journey.Persona{ID: "sari", Rank: "b", Name: "Sari", Goals: "Ride", ChannelIDs: []journey.ID{"chat", "web"}, ImageID: "face", Color: "#123456"},
	})
}

func bring(t *testing.T, to journey.Project, id journey.ID) (*edit.Document, error) {
	t.Helper()
	doc := edit.NewDocument(to, fresh())
	_, err := doc.Do(edit.Label{Key: LabelAdd}, func(tx *edit.Tx) error { return Persona(tx, from(), id) })
	if found := journey.Validate(doc.Project()); len(found) > 0 {
		t.Fatal(found)
	}
	return doc, err
}

func TestIntoAnEmptyProject(t *testing.T) {
	to := journey.FromRecords([]journey.Record{journey.Info{ID: "j"}, journey.Persona{ID: "ani", Rank: "m", Name: "Ani"}})
	doc, err := bring(t, to, "sari")
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Project()
	if all := p.PersonasInOrder(); len(all) != 2 || all[1].ID != "sari" {
		t.Fatalf("%+v", all)
	}
	if state, diff := Compare(from(), p, "sari"); state != Equal {
		t.Errorf("state %d, %v differ", state, diff)
	}
	if p.Channels.Len() != 2 || p.Images.Len() != 1 {
		t.Errorf("%d channels, %d pictures", p.Channels.Len(), p.Images.Len())
	}
	doc.Undo()
	if !journey.Between(to, doc.Project()).IsEmpty() {
		t.Error("it is more than one step")
	}
}

// What is there by ID, by name or by what is on it is not added again.
func TestUsesWhatIsThere(t *testing.T) {
	to := journey.FromRecords([]journey.Record{
		journey.Info{ID: "j"}, png("portrait", "sari"), png("face", "another"),
		journey.Channel{ID: "web", Rank: "a", Name: "Our website"}, journey.Channel{ID: "wa", Rank: "b", Name: " whatsapp"},
	})
	doc, err := bring(t, to, "sari")
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Project()
	sari, _ := p.Personas.Get("sari")
	if p.Channels.Len() != 2 || !slices.Equal(sari.ChannelIDs, []journey.ID{"web", "wa"}) {
		t.Errorf("%d channels; %v", p.Channels.Len(), sari.ChannelIDs)
	}
	if sari.ImageID != "portrait" || p.Images.Len() != 2 {
		t.Errorf("%d pictures; %s", p.Images.Len(), sari.ImageID)
	}
}

// A picture of the same ID that shows something else stays what it is.
func TestAnotherPictureOfThatID(t *testing.T) {
	doc, err := bring(t, journey.FromRecords([]journey.Record{journey.Info{ID: "j"}, png("face", "another")}), "sari")
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Project()
	sari, _ := p.Personas.Get("sari")
	mine, _ := p.Images.Get(sari.ImageID)
	other, _ := p.Images.Get("face")
	if string(mine.Data) != "sari" || string(other.Data) != "another" {
		t.Errorf("%q and %q", mine.Data, other.Data)
	}
}

func TestUpdate(t *testing.T) {
	to := journey.FromRecords([]journey.Record{
		journey.Info{ID: "j"}, png("old", "old"),
		journey.Persona{ID: "sari", Rank: "m", Name: "Sari", Goals: "Walk", ImageID: "old"}, journey.Persona{ID: "ani", Rank: "x", Name: "Ani"},
		journey.Map{ID: "m", Rank: "a", Title: "Now"}, journey.Stage{ID: "s", MapID: "m", Rank: "a"},
		journey.Appearance{ID: "a", MapID: "m", PersonaID: "sari", Rank: "a"},
		journey.Point{ID: "pt", MapID: "m", PersonaID: "sari", At: journey.Ref{Kind: journey.KindStage, ID: "s"}, Value: 1},
	})
	state, diff := Compare(from(), to, "sari")
	want := []trait.Trait{trait.Goals, trait.Channels, Portrait, Color}
	if state != Differs || !slices.Equal(diff, want) {
		t.Errorf("state %d, %v differ", state, diff)
	}
	doc, err := bring(t, to, "sari")
	if err != nil {
		t.Fatal(err)
	}
	p := doc.Project()
	if state, diff := Compare(from(), p, "sari"); state != Equal {
		t.Errorf("state %d, %v differ", state, diff)
	}
	if all := p.PersonasInOrder(); all[0].ID != "sari" || p.Points.Len() != 1 || p.Appearances.Len() != 1 || p.Images.Has("old") {
		t.Errorf("%+v: place, map and curve stay, the old portrait goes", all)
	}
	if state, _ := Compare(from(), p, "bimo"); state != Missing {
		t.Errorf("Bimo is %d", state)
	}
}

func TestRefusesNobody(t *testing.T) {
	var refused *edit.Error
	if _, err := bring(t, journey.FromRecords([]journey.Record{journey.Info{ID: "j"}}), "nobody"); !errors.As(err, &refused) || refused.Reason != edit.NotThere {
		t.Errorf("%v", err)
	}
	if state, _ := Compare(from(), from(), "nobody"); state != Missing {
		t.Error("nobody is there")
	}
}

// Whatever the projects: after a persona was carried it is the same in both, both are sound, and
// doing it again changes nothing.
func TestCarryHoldsItsLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := journeytest.Random(t), journeytest.Random(t)
		people := a.PersonasInOrder()
		if len(people) == 0 {
			return
		}
		id := rapid.SampledFrom(people).Draw(t, "persona").ID
		doc := edit.NewDocument(b, fresh())
		do := func() {
			if _, err := doc.Do(edit.Label{Key: LabelAdd}, func(tx *edit.Tx) error { return Persona(tx, a, id) }); err != nil {
				t.Fatal(err)
			}
		}
		do()
		once := doc.Project()
		if found := journey.Validate(once); len(found) > 0 {
			t.Fatal(found)
		}
		if state, diff := Compare(a, once, id); state != Equal {
			t.Fatalf("state %d, %v differ", state, diff)
		}
		do()
		if d := journey.Between(once, doc.Project()); !d.IsEmpty() {
			t.Fatalf("done again it changes %+v", d)
		}
	})
}
