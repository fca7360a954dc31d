package edit

import (
	"slices"

	"jejak/data/journey"
)

// longestRank is how long, in characters, a rank may grow by insertions at one spot before the
// siblings are ranked anew.
const longestRank = 60

// rankBefore returns n ranks that put new siblings, in order, before the sibling of that ID; at
// the end when it is empty. siblings are in order and do not hold what is being moved. Where no
// short rank fits in between, all siblings are ranked anew.
func rankBefore[T journey.Record](tx *Tx, do string, siblings []T, before journey.ID, n int) ([]journey.Rank, error) {
	at := len(siblings)
	if before != "" {
		at = slices.IndexFunc(siblings, func(s T) bool { return s.RecordID() == before })
		if at < 0 {
			var zero T
			return nil, refuse(do, OtherCell, zero.Kind(), before)
		}
	}
	var a, b journey.Rank
	if at > 0 {
		a = journey.RankOf(siblings[at-1])
	}
	if at < len(siblings) {
		b = journey.RankOf(siblings[at])
	}
	ranks := journey.RanksBetween(a, b, n)
	// An empty rank of a sibling (from a foreign file) leaves no room below it.
	if fits(ranks, a, b, at < len(siblings)) {
		return ranks, nil
	}
	all := journey.RanksBetween("", "", len(siblings)+n)
	for i, s := range siblings {
		r := all[i]
		if i >= at {
			r = all[i+n]
		}
		if journey.RankOf(s) != r {
			tx.Put(journey.WithRank(s, r))
		}
	}
	return all[at : at+n], nil
}

func fits(ranks []journey.Rank, a, b journey.Rank, bounded bool) bool {
	for _, r := range ranks {
		if r <= a || len(r) > longestRank {
			return false
		}
		a = r
	}
	return !bounded || a < b
}

// without returns list without the records of those IDs.
func without[T journey.Record](list []T, ids ...journey.ID) []T {
	return slices.DeleteFunc(list, func(r T) bool { return slices.Contains(ids, r.RecordID()) })
}

// reorder puts the sibling of that ID before another one, or last if before is empty. Where it
// stands there already nothing is touched.
func reorder[T journey.Record](tx *Tx, do string, siblings []T, id, before journey.ID) error {
	i := slices.IndexFunc(siblings, func(s T) bool { return s.RecordID() == id })
	var next journey.ID
	if i+1 < len(siblings) {
		next = siblings[i+1].RecordID()
	}
	if before == id || before == next {
		return nil
	}
	moved := siblings[i]
	ranks, err := rankBefore(tx, do, without(siblings, id), before, 1)
	if err != nil {
		return err
	}
	tx.Put(journey.WithRank(moved, ranks[0]))
	return nil
}

// insert puts a new record among its siblings before the one of that ID, or last if it is empty,
// once it is checked.
func insert[T journey.Record](tx *Tx, do string, rec T, siblings []T, before journey.ID) (journey.ID, error) {
	checked, err := accept(tx, do, nil, rec)
	if err != nil {
		return "", err
	}
	ranks, err := rankBefore(tx, do, siblings, before, 1)
	if err != nil {
		return "", err
	}
	tx.Put(journey.WithRank(checked, ranks[0]))
	return rec.RecordID(), nil
}
