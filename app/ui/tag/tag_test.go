package tag

import (
	"slices"
	"strings"
	"testing"

	"jejak/app/ui/manage"
	"jejak/app/ui/manage/managetest"
	"jejak/data/edit"
	"jejak/data/journey"
)

func open(t *testing.T, selected *[]journey.Ref) *managetest.Rig {
	t.Helper()
	recs := []journey.Record{
		journey.Info{ID: "i"}, journey.Tag{ID: "price", Rank: "a", Name: "price"}, journey.Tag{ID: "wait", Rank: "b", Name: "waiting"},
		journey.Tag{ID: "none", Rank: "c", Name: "unused"},
	}
	for _, m := range []journey.ID{"m", "n"} {
		recs = append(recs, journey.Map{ID: m, Rank: journey.Rank(m), Type: journey.CurrentState}, journey.Stage{ID: "s" + m, MapID: m, Rank: "a"},
			journey.Lane{ID: "l" + m, MapID: m, Rank: "a", LaneKind: journey.LaneText},
			journey.Card{ID: "1" + m, MapID: m, StageID: "s" + m, LaneID: "l" + m, Rank: "a", TagIDs: []journey.ID{"price", "wait"}},
			journey.Card{ID: "2" + m, MapID: m, StageID: "s" + m, LaneID: "l" + m, Rank: "b", TagIDs: []journey.ID{"price"}})
	}
	return managetest.New(t, journey.FromRecords(recs), func(h *manage.Host) manage.Subject {
		return Subject(h, Options{Select: func(cards []journey.Ref) { *selected = cards }})
	})
}

func TestRenamingIsOneStepEverywhere(t *testing.T) {
	r := open(t, nil)
	r.Type("tag.name", "Harga")
	tag, _ := r.Doc.Project().Tags.Get("price")
	if tag.Name != "Harga" || r.LastStep() != edit.LabelRename || len(Cards(r.Doc.Project(), "", "price")) != 4 {
		t.Errorf("%+v, last step %s", tag, r.LastStep())
	}
}

// A name that another tag has offers to make the two one.
func TestRenamingToANameThatIsTaken(t *testing.T) {
	r := open(t, nil)
	r.Type("tag.name", " Waiting")
	if !strings.Contains(r.Asked.Title, "waiting") || r.LastStep() != "" || r.Form().Fields["tag.name"].Text != "price" {
		t.Fatalf("asked %q, last step %q, the field says %q", r.Asked.Title, r.LastStep(), r.Form().Fields["tag.name"].Text)
	}
	r.Answer(true)
	p := r.Doc.Project()
	c, _ := p.Cards.Get("1m")
	if p.Tags.Has("price") || !slices.Equal(c.TagIDs, []journey.ID{"wait"}) || len(Cards(p, "", "wait")) != 4 || r.Chosen() != "wait" || r.LastStep() != edit.LabelMergeTags {
		t.Errorf("%v, chosen %s, last step %s", c.TagIDs, r.Chosen(), r.LastStep())
	}
}

func TestItsCardsAreSelected(t *testing.T) {
	var selected []journey.Ref
	r := open(t, &selected)
	r.Choose("wait")
	r.Tap("Select its cards on this map")
	if len(selected) != 1 || selected[0].ID != "1m" {
		t.Errorf("selected %v", selected)
	}
}

func TestDeleting(t *testing.T) {
	r := open(t, nil)
	r.Choose("none")
	r.Remove()
	if r.Asked.Title != "" || r.Doc.Project().Tags.Has("none") {
		t.Errorf("asked %q", r.Asked.Title)
	}
	r.Choose("price")
	r.Remove()
	if !strings.Contains(r.Asked.Text, "4 cards") {
		t.Errorf("asked %q", r.Asked.Text)
	}
	r.Answer(true)
	if c, _ := r.Doc.Project().Cards.Get("1n"); !slices.Equal(c.TagIDs, []journey.ID{"wait"}) || r.LastStep() != edit.LabelRemoveTag {
		t.Errorf("the card has %v", c.TagIDs)
	}
}

func TestAddAndMove(t *testing.T) {
	r := open(t, nil)
	r.Add()
	r.Shift(-1)
	r.Shift(-1)
	var names []string
	for _, tag := range r.Doc.Project().TagsInOrder() {
		names = append(names, tag.Name)
	}
	if want := []string{"price", "New tag", "waiting", "unused"}; !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}
