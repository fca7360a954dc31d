package edit

import (
	"slices"
	"testing"

	"jejak/data/journey"
)

func linked() journey.Project {
	return columns().With(journey.Card{ID: "e", MapID: "map", StageID: "A", LaneID: "L", Rank: "b", Span: 1}).
		With(journey.Link{ID: "l", MapID: "map", FromID: "c", ToID: "d", LinkKind: journey.LinkNext, Label: "then"}).
		With(journey.Link{ID: "m", MapID: "map", FromID: "c", ToID: "e", LinkKind: journey.LinkBranch})
}

func TestMoveLink(t *testing.T) {
	d := NewDocument(linked(), nil)
	if _, err := d.Do(Label{Key: LabelMoveLink}, func(tx *Tx) error { return MoveLink(tx, "l", "e", "d", journey.LinkNext) }); err != nil {
		t.Fatal(err)
	}
	want := journey.Link{ID: "l", MapID: "map", FromID: "e", ToID: "d", LinkKind: journey.LinkNext, Label: "then"}
	if got, _ := d.Project().Links.Get("l"); got != want {
		t.Errorf("the link is %+v, want %+v", got, want)
	}
	for name, c := range map[string]struct {
		why            Reason
		link, from, to journey.ID
		kind           journey.LinkKind
	}{
		"to itself":    {ToItself, "l", "c", "c", journey.LinkNext},
		"taken":        {Taken, "l", "c", "e", journey.LinkBranch},
		"no such card": {NotThere, "l", "c", "nobody", journey.LinkNext},
		"no such link": {NotThere, "nothing", "c", "d", journey.LinkNext},
		"no such kind": {Unknown, "l", "c", "d", "sideways"},
	} {
		d := NewDocument(linked(), nil)
		_, err := d.Do(Label{Key: LabelMoveLink}, func(tx *Tx) error { return MoveLink(tx, c.link, c.from, c.to, c.kind) })
		if e, ok := err.(*Error); !ok || e.Reason != c.why {
			t.Errorf("%s: %v, want %s", name, err, c.why)
		}
	}
}

func TestAddCardsInOrder(t *testing.T) {
	d := NewDocument(linked(), nil)
	var ids []journey.ID
	at := Place{StageID: "A", LaneID: "L", Before: "e"}
	if _, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) (err error) {
		ids, err = AddCards(tx, at, []string{" one ", "two"})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for _, c := range d.Project().CardsIn(at.cell()) {
		titles = append(titles, c.Title)
	}
	if len(ids) != 2 || !slices.Equal(titles, []string{"", "one", "two", ""}) {
		t.Errorf("cards %q, IDs %v", titles, ids)
	}
	if _, err := d.Do(Label{Key: LabelPaste}, func(tx *Tx) error {
		_, err := AddCards(tx, Place{StageID: "nowhere", LaneID: "L"}, []string{"x"})
		return err
	}); err == nil {
		t.Error("a place that is not there took cards")
	}
}

func TestSetChannel(t *testing.T) {
	d := NewDocument(linked().With(journey.Channel{ID: "web", Rank: "a", Name: "Website"}), nil)
	if _, err := d.Do(Label{Key: LabelChannel}, func(tx *Tx) error { return SetChannel(tx, []journey.ID{"c", "d"}, "web") }); err != nil {
		t.Fatal(err)
	}
	for _, id := range []journey.ID{"c", "d"} {
		if c, _ := d.Project().Cards.Get(id); c.ChannelID != "web" {
			t.Errorf("%s has the channel %q", id, c.ChannelID)
		}
	}
	if _, err := d.Do(Label{Key: LabelChannel}, func(tx *Tx) error { return SetChannel(tx, []journey.ID{"c"}, "radio") }); err == nil {
		t.Error("a channel that is not there was taken")
	}
}
