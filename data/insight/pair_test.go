package insight

import (
	"testing"

	"jejak/data/journey"
)

func TestPaired(t *testing.T) {
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "now", Rank: "a"},
		journey.Map{ID: "later", Rank: "b", PairID: "now"},
		journey.Map{ID: "happened", Rank: "c", PairID: "now", PairRole: journey.PairPlanned},
		journey.Map{ID: "alone", Rank: "d"},
		journey.Map{ID: "lost", Rank: "e", PairID: "gone"},
		journey.Map{ID: "itself", Rank: "f", PairID: "itself"},
		journey.Map{ID: "chain", Rank: "g", PairID: "later"},
	})
	for _, c := range []struct {
		of, from, to journey.ID
		role         journey.PairRole
	}{
		{"later", "now", "later", journey.PairAsIs},
		{"happened", "now", "happened", journey.PairPlanned},
		{"now", "now", "later", journey.PairAsIs}, // the first that is compared with it
		{"chain", "later", "chain", journey.PairAsIs},
		{"alone", "", "", ""}, {"lost", "", "", ""}, {"itself", "", "", ""}, {"nowhere", "", "", ""},
	} {
		from, to, role, ok := Paired(p, c.of)
		if ok != (c.to != "") || from.MapID != c.from || to.MapID != c.to || role != c.role {
			t.Errorf("%s: %s, %s, %q, %v", c.of, from.MapID, to.MapID, role, ok)
		}
	}
}
