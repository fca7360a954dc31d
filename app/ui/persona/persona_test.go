package persona

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jejak/app/ui/manage"
	"jejak/app/ui/manage/managetest"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// open shows the personas of a project with two maps; picked is what is chosen as a picture.
func open(t *testing.T, picked image.Image) *managetest.Rig {
	t.Helper()
	p := journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, journey.Channel{ID: "web", Rank: "a", Name: "Website"}, journey.Channel{ID: "shop", Rank: "b", Name: "Shop"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari"}, journey.Persona{ID: "bimo", Rank: "b", Name: "Bimo", ChannelIDs: []journey.ID{"shop"}},
		journey.Map{ID: "m1", Rank: "a", Title: "Now", Type: journey.CurrentState}, journey.Map{ID: "m2", Rank: "b", Title: "Then", Type: journey.FutureState},
		journey.Stage{ID: "s", MapID: "m1", Rank: "a"}, journey.Lane{ID: "l", MapID: "m1", Rank: "a", LaneKind: journey.LaneText, PersonaID: "sari"},
		journey.Appearance{ID: "a1", MapID: "m1", PersonaID: "sari", Rank: "a"},
		journey.Point{ID: "pt", MapID: "m1", PersonaID: "sari", At: journey.Ref{Kind: journey.KindStage, ID: "s"}, Value: 1},
	})
	if f := journey.Validate(p); len(f) > 0 {
		t.Fatal(f)
	}
	return managetest.New(t, p, func(h *manage.Host) manage.Subject {
		return Subject(h, Options{Pick: func(then func(image.Image, string)) { then(picked, "face") }})
	})
}

func get(r *managetest.Rig, id journey.ID) journey.Persona {
	p, _ := r.Doc.Project().Personas.Get(id)
	return p
}

// Every text of the record has its field, and each is one step.
func TestEachFieldIsOneStep(t *testing.T) {
	r := open(t, nil)
	fields := map[string]func(journey.Persona) string{
		"persona.name": func(p journey.Persona) string { return p.Name }, "persona.summary": func(p journey.Persona) string { return p.Summary },
		"persona.age": func(p journey.Persona) string { return p.Age }, "persona.occupation": func(p journey.Persona) string { return p.Occupation },
		"persona.quote": func(p journey.Persona) string { return p.Quote }, "persona.goals": func(p journey.Persona) string { return p.Goals },
		"persona.needs": func(p journey.Persona) string { return p.Needs }, "persona.motivations": func(p journey.Persona) string { return p.Motivations },
		"persona.frustrations": func(p journey.Persona) string { return p.Frustrations }, "persona.background": func(p journey.Persona) string { return p.Background },
		"persona.technology": func(p journey.Persona) string { return p.Technology }, "persona.segment": func(p journey.Persona) string { return p.Segment },
		"persona.source": func(p journey.Persona) string { return p.Source },
	}
	for key, of := range fields {
		before := r.Doc.Project()
		r.Type(key, "said of "+key)
		if got := of(get(r, "sari")); got != "said of "+key {
			t.Errorf("%s: %q", key, got)
		}
		r.Doc.Undo()
		if !journey.Between(before, r.Doc.Project()).IsEmpty() {
			t.Errorf("%s is more than one step", key)
		}
	}
	if n := len(r.Form().Fields); n != len(fields)+1 {
		t.Errorf("%d fields, %d tested and a colour", n, len(fields))
	}
}

func TestFictionalOrResearched(t *testing.T) {
	r := open(t, nil)
	for _, want := range []journey.Basis{journey.BasisResearched, journey.BasisFictional, ""} {
		r.Tap(map[journey.Basis]string{journey.BasisResearched: "Researched", journey.BasisFictional: "Fictional", "": "Fictional"}[want])
		if got := get(r, "sari").Basis; got != want {
			t.Errorf("basis %q, want %q", got, want)
		}
	}
}

func TestPreferredChannels(t *testing.T) {
	r := open(t, nil)
	r.Choose("bimo")
	r.Tap("Website")
	r.Tap("Shop")
	if got := get(r, "bimo").ChannelIDs; !slices.Equal(got, []journey.ID{"web"}) {
		t.Errorf("channels %v", got)
	}
	if r.LastStep() != edit.LabelUpdate {
		t.Errorf("the last step is %s", r.LastStep())
	}
}

func TestPortraitIsCutRoundAndRemoved(t *testing.T) {
	r := open(t, image.NewRGBA(image.Rect(0, 0, 300, 200)))
	r.Tap("Choose picture…")
	r.Answer(false)
	if get(r, "sari").ImageID != "" {
		t.Fatal("a portrait nobody wanted")
	}
	r.Tap("Choose picture…")
	r.Answer(true)
	img, ok := r.Doc.Project().Images.Get(get(r, "sari").ImageID)
	if !ok || img.Media != "image/png" || img.Width != 200 || img.Height != 200 || img.Name != "face" || r.LastStep() != edit.LabelPortrait {
		t.Errorf("%+v, last step %s", img.Name, r.LastStep())
	}
	r.Tap("Remove")
	if get(r, "sari").ImageID != "" || r.Doc.Project().Images.Len() != 0 {
		t.Error("the portrait is still there")
	}
	r.Doc.Undo()
	if get(r, "sari").ImageID != img.ID {
		t.Error("undo brings no portrait back")
	}
}

// Taking somebody off a map asks where their curve would go along; putting them on one does not.
func TestWhereTheyAppear(t *testing.T) {
	r := open(t, nil)
	b := &book{h: r.Host}
	b.appear(r.Form(), "m2", "sari", true)
	if r.Asked.Title != "" || r.LastStep() != edit.LabelPersonaOnMap || appearance(r.Doc.Project(), "m2", "sari") == "" {
		t.Errorf("asked %q, last step %s", r.Asked.Title, r.LastStep())
	}
	b.appear(r.Form(), "m2", "sari", false)
	if r.Asked.Title != "" || appearance(r.Doc.Project(), "m2", "sari") != "" {
		t.Error("still on the map without a curve there")
	}
	b.appear(r.Form(), "m1", "sari", false)
	if !strings.Contains(r.Asked.Text, "One emotion") {
		t.Errorf("asked %q", r.Asked.Text)
	}
	r.Answer(false)
	if appearance(r.Doc.Project(), "m1", "sari") == "" {
		t.Error("taken off all the same")
	}
	b.appear(r.Form(), "m1", "sari", false)
	r.Answer(true)
	if p := r.Doc.Project(); appearance(p, "m1", "sari") != "" || p.Points.Len() != 0 || r.LastStep() != edit.LabelPersonaOffMap {
		t.Error("not taken off")
	}
}

func TestDeletingTellsWhatHangsOnThem(t *testing.T) {
	r := open(t, nil)
	r.Remove()
	for _, want := range []string{"one map", "One emotion", "One lane", "Undo"} {
		if !strings.Contains(r.Asked.Text, want) {
			t.Errorf("%q does not say %q", r.Asked.Text, want)
		}
	}
	r.Answer(false)
	if !r.Doc.Project().Personas.Has("sari") {
		t.Fatal("deleted all the same")
	}
	r.Remove()
	r.Answer(true)
	if p := r.Doc.Project(); p.Personas.Has("sari") || p.Points.Len() != 0 || r.LastStep() != edit.LabelRemovePersona || r.Chosen() != "bimo" {
		t.Errorf("chosen is %s, last step %s", r.Chosen(), r.LastStep())
	}
}

func TestAddDuplicateMove(t *testing.T) {
	r := open(t, nil)
	r.Duplicate()
	if got := get(r, r.Chosen()); got.Name != "Sari (copy)" || r.LastStep() != edit.LabelDuplicatePersona {
		t.Errorf("%+v", got)
	}
	r.Shift(1)
	r.Add()
	var names []string
	for _, p := range r.Doc.Project().PersonasInOrder() {
		names = append(names, p.Name)
	}
	if want := []string{"Sari", "Bimo", "Sari (copy)", "New persona"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// Every project there is can be shown.
func TestFullProjectIsShown(t *testing.T) {
	r := managetest.New(t, journeytest.Full(), func(h *manage.Host) manage.Subject { return Subject(h, Options{}) })
	for _, p := range r.Doc.Project().PersonasInOrder() {
		r.Choose(p.ID)
		if r.Form().Fields["persona.name"].Text != p.Name {
			t.Errorf("%s: the name is %q", p.ID, r.Form().Fields["persona.name"].Text)
		}
	}
}

func TestCropIsMovedAndZoomed(t *testing.T) {
	r := open(t, nil)
	_ = r // an application
	c := NewCrop(image.NewRGBA(image.Rect(0, 0, 400, 200)))
	if got := c.Circle(); got.X != 200 || got.Y != 100 || got.R != 100 {
		t.Fatalf("begins at %+v", got)
	}
	c.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(130, 50)}) // as far as the circle is wide, half
	if got := c.Circle(); got.X != 100 || got.Y != 100 {
		t.Errorf("dragged to %+v", got)
	}
	c.TypedRune('+')
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if got := c.Circle(); got.R >= 100 || got.Y <= 100 {
		t.Errorf("zoomed and moved to %+v", got)
	}
	for range 80 {
		c.TypedRune('+')
	}
	if got := c.Circle().R; got != 100.0/closest {
		t.Errorf("as close as %v", got)
	}
	for range 80 {
		c.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
	}
	pic, err := c.Cut()
	if err != nil || c.Circle().R != 100 || pic.Width != 200 {
		t.Errorf("%+v, %d wide, %v", c.Circle(), pic.Width, err)
	}
}
