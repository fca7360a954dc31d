package register

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

const today = "2026-11-22"

// shop is a register of six actions.
func shop() journey.Project {
	act := func(id, title, owner, department string, s journey.Status, due, card string) journey.Action {
		return journey.Action{ID: journey.ID(id), Rank: journey.Rank(id), Title: title, Owner: owner, Department: department,
			Status: s, Due: due, CardID: journey.ID(card)}
	}
	return journey.FromRecords([]journey.Record{
		journey.Map{ID: "m"}, journey.Map{ID: "n"},
		journey.Card{ID: "c", MapID: "m", Title: "Waits"}, journey.Card{ID: "d", MapID: "n", Title: "Price list"},
		act("a1", "Write prices down", "Dewi", "Marketing", journey.StatusDone, "2026-11-01", "d"),
		act("a2", "call back", "sari", "Workshop", journey.StatusDoing, "2026-11-20", "c"),
		act("a3", "Ask twice", "Sari ", "", journey.StatusPlanned, "2026-12-01", "c"),
		act("a4", "Paint", "", "Workshop", journey.StatusDropped, "2026-01-01", "c"),
		act("a5", "Bell", "Bimo", "marketing", journey.StatusIdea, "", ""),
		act("a6", "Ten", "", "", "", "soon", ""),
	})
}

func ids(rows []Row) string {
	var list []string
	for _, r := range rows {
		list = append(list, string(r.Action.ID))
	}
	return strings.Join(list, " ")
}

func TestAsk(t *testing.T) {
	all := All(shop(), today)
	for _, c := range []struct {
		name string
		q    Query
		want string
	}{
		{"all", Query{}, "a1 a2 a3 a4 a5 a6"},
		{"backward", Query{Down: true}, "a6 a5 a4 a3 a2 a1"},
		{"a status", Query{Status: journey.StatusDoing}, "a2"},
		{"an owner, whatever the case", Query{Owner: "SARI"}, "a2 a3"},
		{"a department", Query{Department: "Marketing"}, "a1 a5"},
		{"a map", Query{Map: "m"}, "a2 a3 a4"},
		{"late", Query{Overdue: true}, "a2"},
		{"a word of the title", Query{Text: "PRICES"}, "a1"},
		{"a word of the card", Query{Text: "waits"}, "a2 a3 a4"},
		{"several at once", Query{Map: "m", Department: "workshop", Status: journey.StatusDropped}, "a4"},
		{"by title", Query{By: Title}, "a3 a5 a2 a4 a6 a1"},
		{"by due, the rest last", Query{By: Due}, "a4 a1 a2 a3 a6 a5"},
		{"by due, latest first, the rest last", Query{By: Due, Down: true}, "a6 a3 a2 a1 a4 a5"},
		{"by status as things go on", Query{By: Status}, "a5 a3 a2 a1 a4 a6"},
		{"by what is answered", Query{By: Answers}, "a1 a2 a3 a4 a5 a6"},
		{"by owner", Query{By: Owner}, "a5 a1 a2 a3 a4 a6"},
	} {
		if got := ids(Ask(all, c.q)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if c.q.Narrow() != (len(Ask(all, c.q)) < len(all)) {
			t.Errorf("%s: narrow is %v", c.name, c.q.Narrow())
		}
	}
}

func TestLate(t *testing.T) {
	for _, c := range []struct {
		due    string
		status journey.Status
		today  string
		want   int
	}{
		{"2026-11-20", journey.StatusDoing, today, 2},
		{"2026-11-22", journey.StatusIdea, today, 0},
		{"2026-11-23", journey.StatusIdea, today, 0},
		{"2025-11-22", "", today, 365},
		{"2026-11-20", journey.StatusDone, today, 0},
		{"2026-11-20", journey.StatusDropped, today, 0},
		{"", journey.StatusIdea, today, 0},
		{"in May", journey.StatusIdea, today, 0},
		{"2026-11-20", journey.StatusIdea, "", 0},
	} {
		if got := Late(journey.Action{Due: c.due, Status: c.status}, c.today); got != c.want {
			t.Errorf("due %q, %s: %d days late, want %d", c.due, c.status, got, c.want)
		}
	}
}

func TestProgress(t *testing.T) {
	if got, want := Sum(All(shop(), today)), (Progress{Total: 5, Done: 1, Doing: 1, Late: 1}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	answered := Answered(shop(), today)
	if got, want := answered["c"], (Progress{Total: 2, Doing: 1, Late: 1}); got != want || len(answered) != 2 {
		t.Errorf("%+v of %d, want %+v", got, len(answered), want)
	}
	for _, c := range []struct {
		p    Progress
		want journey.Outcome
	}{
		{Progress{}, journey.OutcomeUnknown}, {Progress{Total: 2, Done: 2}, journey.OutcomeMet},
		{Progress{Total: 2, Done: 1}, journey.OutcomePartly}, {Progress{Total: 2, Doing: 1}, journey.OutcomePartly},
		{Progress{Total: 2}, journey.OutcomeUnmet},
	} {
		if got := c.p.Outcome(); got != c.want {
			t.Errorf("%+v is %q, want %q", c.p, got, c.want)
		}
	}
}

func TestKnown(t *testing.T) {
	all := All(shop(), today)
	if got := Known(all, Owner); !slices.Equal(got, []string{"Bimo", "Dewi", "sari"}) {
		t.Errorf("%q", got)
	}
	if got := Known(all, Department); !slices.Equal(got, []string{"Marketing", "Workshop"}) {
		t.Errorf("%q", got)
	}
}

func TestTable(t *testing.T) {
	p := shop().With(journey.Action{ID: "a7", Rank: "a7", Title: "=1+1\tor two\nlines", Note: "-3"})
	got := strings.Split(Table(All(p, today), words.In("en")), "\n")
	if got[0] != "Action\tOwner\tDepartment\tStatus\tDue\tAnswers\tNote" || len(got) != 9 {
		t.Fatalf("%q", got)
	}
	if got[1] != "Write prices down\tDewi\tMarketing\tDone\t2026-11-01\tPrice list\t" {
		t.Errorf("%q", got[1])
	}
	if got[7] != "'=1+1 or two lines\t\t\t\t\t\t'-3" {
		t.Errorf("%q", got[7])
	}
	day := func(string) string { return "a day" }
	if got := Said(All(p, today)[0], Due, words.In("id"), day); got != "a day" {
		t.Errorf("%q", got)
	}
}

// TestLaws: asking neither makes up rows nor loses those it should keep, and a second time changes
// nothing.
func TestLaws(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := journeytest.Random(rt)
		all := All(p, today)
		q := Query{By: rapid.SampledFrom(append([]Column{""}, Columns...)).Draw(rt, "by"), Down: rapid.Bool().Draw(rt, "down"),
			Overdue: rapid.Bool().Draw(rt, "late"), Status: rapid.SampledFrom(append([]journey.Status{""}, journey.Statuses...)).Draw(rt, "status")}
		got := Ask(all, q)
		want := 0
		for _, r := range all {
			if (q.Status == "" || r.Action.Status == q.Status) && (!q.Overdue || r.Late > 0) {
				want++
			}
		}
		if len(got) != want {
			rt.Fatalf("%d rows, want %d", len(got), want)
		}
		if q.By != "" && ids(Ask(got, q)) != ids(got) {
			rt.Fatal("asked again, they stand otherwise")
		}
		sum := Progress{}
		for _, one := range Answered(p, today) {
			sum.Total += one.Total
		}
		if sum.Total > Sum(all).Total {
			rt.Fatal("more actions answer cards than there are")
		}
	})
}
