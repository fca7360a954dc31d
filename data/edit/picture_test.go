package edit

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/fragment"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/picture"
)

func init() {
	edits["AddImageCard"] = func(tx *Tx, d drawn) error {
		pic := picture.Picture{Media: word(d, journey.ImageMedia), Width: 3, Height: 2, Data: []byte(rapid.SampledFrom([]string{"a", "b"}).Draw(d.t, "data"))}
		return second(AddImageCard(tx, d.place(), pic, d.text()))
	}
	edits["Update picture"] = func(tx *Tx, d drawn) error {
		if rapid.Bool().Draw(d.t, "of a persona") {
			return Update(tx, d.id(journey.KindPersona), func(r *journey.Persona) { r.ImageID = d.maybe(journey.KindImage) })
		}
		return Update(tx, d.id(journey.KindCard), func(r *journey.Card) { r.ImageID = d.maybe(journey.KindImage) })
	}
}

var photo = picture.Picture{Media: "image/png", Width: 40, Height: 30, Data: []byte("photo")}

func TestAddImageCard(t *testing.T) {
	d := NewDocument(boardOf("", []journey.LaneKind{journey.LaneImages, journey.LaneText}), newIDs())
	add := func(lane journey.ID) journey.Card {
		var id journey.ID
		_, err := d.Do(Label{Key: LabelAddImage}, func(tx *Tx) (err error) {
			id, err = AddImageCard(tx, Place{StageID: "A", LaneID: lane}, photo, " shop.png\n")
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		c, _ := d.Project().Cards.Get(id)
		return c
	}
	first, second := add("images"), add("text")
	img, ok := d.Project().Images.Get(first.ImageID)
	if !ok || img.Name != "shop.png" || img.Width != 40 || img.Height != 30 || img.Media != "image/png" || string(img.Data) != "photo" {
		t.Errorf("got %+v", img)
	}
	if first.Title != "" || second.Title != "shop.png" || first.Span != 1 {
		t.Errorf("titles %q and %q", first.Title, second.Title)
	}
	if second.ImageID != first.ImageID || d.Project().Images.Len() != 1 {
		t.Error("the same picture is there twice")
	}
	_, err := d.Do(Label{Key: LabelAddImage}, func(tx *Tx) error {
		_, err := AddImageCard(tx, Place{StageID: "A", LaneID: "text"}, picture.Picture{Media: "text/html"}, "")
		return err
	})
	var refused *Error
	if !errors.As(err, &refused) || refused.Reason != Unknown || d.Project().Cards.Len() != 2 {
		t.Errorf("%v, %d cards", err, d.Project().Cards.Len())
	}
}

func TestPicturesGoWithTheLastThatShowsThem(t *testing.T) {
	start := boardOf("", []journey.LaneKind{journey.LaneImages}, "A/images/1", "A/images/2", "B/images/3").
		With(journey.Image{ID: "i"}).With(journey.Image{ID: "j"}).With(journey.Image{ID: "never shown"}).
		With(journey.Comment{ID: "said", At: journey.Ref{Kind: journey.KindImage, ID: "i"}}).
		With(journey.Persona{ID: "p", ImageID: "j"})
	for id, img := range map[journey.ID]journey.ID{"1": "i", "2": "i", "3": "j"} {
		c, _ := start.Cards.Get(id)
		c.ImageID = img
		start = start.With(c)
	}
	update := func(id journey.ID) func(*Tx) error {
		return func(tx *Tx) error { return Update(tx, id, func(c *journey.Card) { c.ImageID = "" }) }
	}
	for name, c := range map[string]struct {
		do       []func(*Tx) error
		lost     int // pictures
		comments int
	}{
		"one of two cards":      {[]func(*Tx) error{func(tx *Tx) error { return RemoveCards(tx, []journey.ID{"1"}) }}, 0, 1},
		"both cards":            {[]func(*Tx) error{func(tx *Tx) error { return RemoveCards(tx, []journey.ID{"2", "1"}) }}, 1, 0},
		"their stage":           {[]func(*Tx) error{func(tx *Tx) error { return RemoveStage(tx, "A") }}, 1, 0},
		"the map":               {[]func(*Tx) error{func(tx *Tx) error { return RemoveMap(tx, "m") }}, 1, 0},
		"a card, not a persona": {[]func(*Tx) error{func(tx *Tx) error { return RemoveCards(tx, []journey.ID{"3"}) }}, 0, 1},
		"the persona too": {[]func(*Tx) error{func(tx *Tx) error { return RemoveCards(tx, []journey.ID{"3"}) },
			func(tx *Tx) error { return RemovePersona(tx, "p") }}, 1, 1},
		"a card shows another": {[]func(*Tx) error{update("1")}, 0, 1},
		"both show another":    {[]func(*Tx) error{update("1"), update("2")}, 1, 0},
	} {
		d := NewDocument(start, newIDs())
		for _, do := range c.do {
			if _, err := d.Do(Label{Key: LabelRemove}, do); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		p := d.Project()
		if found := journey.Validate(p); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
		if lost := 3 - p.Images.Len(); lost != c.lost || p.Comments.Len() != c.comments || !p.Images.Has("never shown") {
			t.Errorf("%s: %d pictures lost, want %d; %d comments", name, lost, c.lost, p.Comments.Len())
		}
		for range c.do {
			d.Undo()
		}
		if !same(d.Project(), start) {
			t.Errorf("%s: undo does not bring all back", name)
		}
	}
}

// A card that is cut and pasted still shows its picture, also in one step.
func TestCutAndPasteKeepsThePicture(t *testing.T) {
	p := boardOf("", []journey.LaneKind{journey.LaneImages}, "A/images/1").With(journey.Image{ID: "i", Media: "image/png", Data: []byte("x")})
	c, _ := p.Cards.Get("1")
	c.ImageID = "i"
	p = p.With(c)
	f := fragment.Copy(p, "m", cardRefs("", "1"))
	d := NewDocument(p, journeytest.IDs())
	_, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error {
		if err := RemoveCards(tx, []journey.ID{"1"}); err != nil {
			return err
		}
		return second(Paste(tx, "m", Place{StageID: "B", LaneID: "images"}, f))
	})
	if err != nil {
		t.Fatal(err)
	}
	for c := range d.Project().Cards.All() {
		if img, ok := d.Project().Images.Get(c.ImageID); !ok || string(img.Data) != "x" || c.StageID != "B" {
			t.Errorf("got %+v with %+v", c, img)
		}
	}
}
