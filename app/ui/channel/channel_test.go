package channel

import (
	"strings"
	"testing"

	"jejak/app/ui/manage"
	"jejak/app/ui/manage/managetest"
	"jejak/canvas/icon"
	"jejak/data/edit"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func open(t *testing.T) *managetest.Rig {
	t.Helper()
	return managetest.New(t, journey.FromRecords([]journey.Record{
		journey.Info{ID: "i"}, journey.Channel{ID: "wa", Rank: "a", Name: "WhatsApp"}, journey.Channel{ID: "chat", Rank: "b", Name: "Chat"},
		journey.Channel{ID: "shop", Rank: "c", Name: "Shop"},
		journey.Map{ID: "m", Rank: "a", Type: journey.CurrentState}, journey.Stage{ID: "s", MapID: "m", Rank: "a"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneTouchpoints},
		journey.Card{ID: "c1", MapID: "m", StageID: "s", LaneID: "l", Rank: "a", ChannelID: "wa"},
		journey.Card{ID: "c2", MapID: "m", StageID: "s", LaneID: "l", Rank: "b", ChannelID: "chat"},
		journey.Persona{ID: "sari", Rank: "a", Name: "Sari", ChannelIDs: []journey.ID{"wa", "chat"}},
	}), Subject)
}

func get(r *managetest.Rig, id journey.ID) journey.Channel {
	c, _ := r.Doc.Project().Channels.Get(id)
	return c
}

func TestFieldsOfAChannel(t *testing.T) {
	r := open(t)
	r.Type("channel.name", "WA")
	r.Type("channel.cost", "2 juta")
	r.Type("channel.revenue", "9 juta")
	r.Type("channel.note", "n")
	r.Tap("Online")
	r.Tap("Owned")
	if got := get(r, "wa"); got.Name != "WA" || got.Cost != "2 juta" || got.Revenue != "9 juta" || got.Note != "n" ||
		got.Reach != journey.ReachOnline || got.Ownership != journey.OwnershipOwned {
		t.Errorf("%+v", got)
	}
	for range 6 {
		r.Doc.Undo()
	}
	if got := get(r, "wa"); got.Name != "WhatsApp" || got.Reach != "" || r.LastStep() != "" {
		t.Errorf("six steps back: %+v", got)
	}
}

// Every icon that is offered is a drawing of the map, but for the first, which stands for none.
func TestIconsAreDrawn(t *testing.T) {
	for i, name := range icons {
		if _, ok := icon.Named(name); ok == (i == 0) {
			t.Errorf("icon %q", name)
		}
	}
}

func TestMergeAsksAndChoosesTheOther(t *testing.T) {
	r := open(t)
	b := &book{h: r.Host}
	b.merge("wa", "chat")
	if !strings.Contains(r.Asked.Title, "WhatsApp") || !strings.Contains(r.Asked.Text, "One card uses it. One persona prefers it.") {
		t.Errorf("asked %q %q", r.Asked.Title, r.Asked.Text)
	}
	r.Answer(false)
	if !r.Doc.Project().Channels.Has("wa") {
		t.Fatal("merged all the same")
	}
	b.merge("wa", "chat")
	r.Answer(true)
	p := r.Doc.Project()
	c, _ := p.Cards.Get("c1")
	sari, _ := p.Personas.Get("sari")
	if p.Channels.Has("wa") || c.ChannelID != "chat" || len(sari.ChannelIDs) != 1 || r.Chosen() != "chat" || r.LastStep() != edit.LabelMergeChannels {
		t.Errorf("channel %s, %v, chosen %s, last step %s", c.ChannelID, sari.ChannelIDs, r.Chosen(), r.LastStep())
	}
}

// What nobody uses goes at once; anything else asks.
func TestDeleting(t *testing.T) {
	r := open(t)
	r.Choose("shop")
	r.Remove()
	if r.Asked.Title != "" || r.Doc.Project().Channels.Has("shop") {
		t.Errorf("asked %q", r.Asked.Title)
	}
	r.Choose("wa")
	r.Remove()
	if !strings.Contains(r.Asked.Text, "One card uses it.") {
		t.Errorf("asked %q", r.Asked.Text)
	}
	r.Answer(true)
	c, _ := r.Doc.Project().Cards.Get("c1")
	if r.Doc.Project().Channels.Has("wa") || c.ChannelID != "" || r.LastStep() != edit.LabelRemoveChannel {
		t.Errorf("the card has %q", c.ChannelID)
	}
}

func TestAddAndFullProject(t *testing.T) {
	r := open(t)
	r.Add()
	if get(r, r.Chosen()).Name != "New channel" || r.LastStep() != edit.LabelAddChannel {
		t.Errorf("%+v", get(r, r.Chosen()))
	}
	full := managetest.New(t, journeytest.Full(), func(h *manage.Host) manage.Subject { return Subject(h) })
	for _, c := range full.Doc.Project().ChannelsInOrder() {
		full.Choose(c.ID)
		if full.Form().Fields["channel.name"].Text != c.Name {
			t.Errorf("%s: the name is %q", c.ID, full.Form().Fields["channel.name"].Text)
		}
	}
}
