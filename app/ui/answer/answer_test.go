package answer

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"jejak/app/ui/menu"
	"jejak/assets/words"
	"jejak/data/edit"
	"jejak/data/journey"
)

func project() journey.Project {
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "Before", Goal: "Know what fits"}, journey.Stage{ID: "u", MapID: "m", Rank: "b"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LanePains}, journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneOpportunities},
		journey.Card{ID: "p", MapID: "m", StageID: "s", LaneID: "l", Rank: "a"},
		journey.Card{ID: "o", MapID: "m", StageID: "s", LaneID: "k", Rank: "a", Title: "Price list"},
		journey.Card{ID: "q", MapID: "m", StageID: "u", LaneID: "k", Rank: "a", GoalID: "s"},
		journey.Action{ID: "a1", Rank: "a", Title: "Write it", CardID: "o", Status: journey.StatusDone}, journey.Action{ID: "a2", Rank: "b", CardID: "o"},
	})
}

func refs(ids ...string) []journey.Ref {
	var list []journey.Ref
	for _, id := range ids {
		list = append(list, journey.Ref{Kind: journey.KindCard, ID: journey.ID(id)})
	}
	return list
}

// said is a menu in words; what is ticked has a star, what cannot be chosen a dash.
func said(items []menu.Item) string {
	var list []string
	for _, it := range items {
		s := it.Label
		if it.Shortcut != "" {
			s += " " + it.Shortcut
		}
		if it.Checked {
			s += "*"
		}
		if it.Disabled {
			s += "-"
		}
		if len(it.Sub) > 0 {
			s += "(" + said(it.Sub) + ")"
		}
		list = append(list, s)
	}
	return strings.Join(list, "|")
}

func TestItems(t *testing.T) {
	test.NewTempApp(t)
	goals := "|Before · Know what fits|Untitled stage (has no goal yet)-)"
	for _, c := range []struct {
		sel  []journey.Ref
		want string
	}{
		{refs("o"), "Serves the goal of(No goal*|" + goals + "|2 actions answer it(Write it Done|Untitled)"},
		{refs("q"), "Serves the goal of(No goal|" + strings.Replace(goals, "fits", "fits*", 1)},
		{refs("o", "q"), "Serves the goal of(No goal|" + goals}, {refs("p"), ""}, {refs("o", "p"), ""}, {nil, ""},
		{[]journey.Ref{{Kind: journey.KindStage, ID: "s"}}, ""},
	} {
		got := said(Items(Options{Words: words.In("en"), Project: project(), Selection: c.sel}))
		if got != c.want {
			t.Errorf("%v: %q, want %q", c.sel, got, c.want)
		}
	}
}

// TestServe: a goal chosen for several opportunities is one step.
func TestServe(t *testing.T) {
	test.NewTempApp(t)
	doc := edit.NewDocument(project(), nil)
	found := journey.ID("")
	o := Options{Words: words.In("en"), Project: doc.Project(), Selection: refs("o", "q"),
		Change: func(l edit.Label, f func(*edit.Tx) error) error { _, err := doc.Do(l, f); return err },
		Find:   func(id journey.ID) { found = id }}
	Items(o)[0].Sub[2].Run()
	if c, _ := doc.Project().Cards.Get("o"); c.GoalID != "s" {
		t.Errorf("it serves %q", c.GoalID)
	}
	if l, _ := doc.UndoLabel(); l.Text(words.In("en")) != "tie 2 opportunities to a goal" {
		t.Errorf("it is called %q", l.Text(words.In("en")))
	}
	o.Project, o.Selection = doc.Project(), refs("o")
	items := Items(o)
	if items[0].Sub[0].Run(); found != "" {
		t.Error("something was looked for")
	}
	if c, _ := doc.Project().Cards.Get("o"); c.GoalID != "" {
		t.Errorf("it still serves %q", c.GoalID)
	}
	if items[1].Sub[0].Run(); found != "a1" {
		t.Errorf("%q was looked for", found)
	}
}
