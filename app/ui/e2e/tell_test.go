//go:build e2e

package e2e

import (
	"slices"
	"testing"

	"jejak/app/ui/watch"
	"jejak/data/journey"
)

// chosen reports whether exactly these are selected.
func chosen(n watch.Seen, recs ...journey.Record) bool {
	var ids []string
	for _, r := range recs {
		ids = append(ids, string(journey.RefTo(r).Kind)+" "+string(r.RecordID()))
	}
	got := slices.Clone(n.Chosen)
	slices.Sort(ids)
	slices.Sort(got)
	return slices.Equal(ids, got)
}

// TestFindingsSelectTheirCards: with the keys and with a press.
func TestFindingsSelectTheirCards(t *testing.T) {
	s := sample(t)
	s.key("F7", "Down", "Return")
	s.until("the lowest point", func(n watch.Seen) bool { return chosen(n, s.card("Day passes")) })
	s.click(s.word("optometrist (+1) to Tries on frames, picks"))
	s.until("both ends of the fall", func(n watch.Seen) bool { return chosen(n, s.card("Eye test"), s.card("Tries on")) })
	s.key("Escape", "Escape")
	s.until("nothing", func(n watch.Seen) bool { return chosen(n) })
}

// TestStepsAddWhatIsMissing: the button of a step goes to a field, and what is typed there is told.
func TestStepsAddWhatIsMissing(t *testing.T) {
	s := sample(t)
	s.key("F6")
	s.click(s.word("Write the next purpose"))
	s.until("the field", func(n watch.Seen) bool { return n.Typing && len(n.Chosen) == 1 })
	s.write("Be found at once")
	s.key("ctrl+Return")
	for c := range s.saved().Cards.All() {
		if c.Purpose == "Be found at once" {
			s.word("2 of 11 touchpoints say their purpose")
			return
		}
	}
	t.Error("no touchpoint has the purpose")
}

// TestDashboardLeadsToTheMap: a function key shows it, keys walk its rows, Enter goes to the map.
func TestDashboardLeadsToTheMap(t *testing.T) {
	s := sample(t)
	s.key("F8")
	s.word("All findings")
	s.key("Down", "Return")
	s.until("a card on the map", func(n watch.Seen) bool {
		return len(n.Chosen) == 1 && !slices.ContainsFunc(n.Words, func(w watch.Word) bool { return w.Text == "All findings" })
	})
	s.key("F9")
	s.word("Stale or unproven")
	s.key("Escape", "Escape")
	s.until("the whole map", func(n watch.Seen) bool {
		return !slices.ContainsFunc(n.Words, func(w watch.Word) bool { return w.Text == "Stale or unproven" })
	})
}
