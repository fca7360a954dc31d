package project

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/mend"
	"jejak/data/project/row"
)

const pageSize = 4096

// salvaged saves what a file holds and wants it to be sound.
func salvaged(t testing.TB, path string) (journey.Project, []Loss) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, losses, err := Salvage(path)
	if err != nil {
		t.Fatal(err)
	}
	if found := journey.Validate(p); len(found) > 0 {
		t.Errorf("what was saved is not sound: %+v", found)
	}
	if after, err := os.ReadFile(path); err != nil || !slices.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
	return p, losses
}

func TestSalvageOfSound(t *testing.T) {
	for _, want := range []journey.Project{small(), journeytest.Full(), journeytest.Big(300)} {
		path := saved(t, want)
		got, losses := salvaged(t, path)
		wantEqual(t, got, want)
		if len(losses) > 0 {
			t.Errorf("lost: %+v", losses)
		}
		// The same without SQLite: a digest that is not that of the file keeps it from being read.
		alter(t, path, `UPDATE "meta" SET "digest" = 'x'`)
		got, losses = salvaged(t, path)
		wantEqual(t, got, want)
		if len(losses) != 1 || losses[0].Code != mend.Doubt {
			t.Errorf("lost: %+v", losses)
		}
	}
}

// TestSalvageWithoutAPage takes one page after the other out of a file. All that is not on it must be
// there, and what was on it must be told: by itself, by what stands in for it, or as part of the file.
func TestSalvageWithoutAPage(t *testing.T) {
	want := journeytest.Big(120)
	good, err := os.ReadFile(saved(t, want))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	worst := 0
	for no := range len(good) / pageSize {
		for name, fill := range map[string]func([]byte){
			"zeros":   func(b []byte) { clear(b) },
			"noise":   func(b []byte) { noise(b, uint64(no)) },
			"another": func(b []byte) { copy(b, good[(no*7+3)%(len(good)/pageSize)*pageSize:][:pageSize]) },
		} {
			bad := slices.Clone(good)
			fill(bad[no*pageSize:][:pageSize])
			if slices.Equal(bad, good) {
				continue
			}
			got, losses := salvaged(t, put(t, dir, "a.jejak", bad))
			missing := compare(t, want, got, losses, fmt.Sprintf("page %d, %s", no+1, name))
			worst = max(worst, missing)
		}
	}
	// A page holds 60 links or 20 cards, and what hangs on a card goes with it.
	if worst > 100 {
		t.Errorf("%d of %d elements were lost with one page", worst, want.Len())
	}
}

// compare wants every difference between two projects told, and returns how many elements are missing.
func compare(t *testing.T, want, got journey.Project, losses []Loss, what string) int {
	t.Helper()
	told := map[journey.Ref]bool{}
	general := false
	for _, l := range losses {
		told[l.Ref] = true
		general = general || l.Ref.ID == ""
	}
	d := journey.Between(want, got)
	if !d.IsEmpty() && len(losses) == 0 {
		t.Errorf("%s: %d differences and not a word of them", what, d.Len())
	}
	for _, u := range d.Updated {
		if !told[journey.RefTo(u.To)] {
			t.Errorf("%s: changed in silence: %+v", what, u)
		}
	}
	for _, rec := range d.Removed {
		if !told[journey.RefTo(rec)] && !general {
			t.Errorf("%s: lost in silence: %+v", what, rec)
		}
	}
	return len(d.Removed)
}

func noise(b []byte, seed uint64) {
	random := rand.New(rand.NewPCG(seed, 3))
	for i := range b {
		b[i] = byte(random.Uint32())
	}
}

func TestSalvageOfAPart(t *testing.T) {
	want := journeytest.Big(300)
	good, err := os.ReadFile(saved(t, want))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for cut := 2 * pageSize; cut < len(good); cut += 7000 {
		got, losses, err := Salvage(put(t, dir, "a.jejak", good[:cut]))
		var none *OpenError
		if errors.As(err, &none) && cut < len(good)/2 {
			continue // the first pages hold the schema alone
		}
		if err != nil {
			t.Errorf("cut at %d: %v", cut, err)
		}
		compare(t, want, got, losses, fmt.Sprintf("cut at %d", cut))
	}
	for _, head := range []int{16, headerSize, 3 * pageSize} {
		bad := slices.Clone(good)
		clear(bad[:head])
		got, losses := salvaged(t, put(t, dir, "a.jejak", bad))
		if missing := compare(t, want, got, losses, fmt.Sprintf("without %d bytes", head)); missing > 5 {
			t.Errorf("without its first %d bytes %d elements were lost", head, missing)
		}
	}
}

func TestSalvageRefuses(t *testing.T) {
	good, err := os.ReadFile(saved(t, small()))
	if err != nil {
		t.Fatal(err)
	}
	newer := saved(t, small())
	alter(t, newer, `PRAGMA user_version = 99`, `UPDATE "meta" SET "min_reader" = 99`)
	odd := slices.Clone(good)
	odd[60] = 0x20 // a version that no program has: damage
	dir := t.TempDir()
	for path, want := range map[string]Reason{
		put(t, dir, "text", []byte("Dear all,\nno journey today.\n")): NotProject,
		put(t, dir, "empty", nil):                                     Empty,
		dir:                                                           Directory,
		newer:                                                         Newer,
	} {
		_, _, err := Salvage(path)
		var e *OpenError
		if !errors.As(err, &e) || e.Reason != want {
			t.Errorf("%s: %v", path, err)
		}
	}
	got, _ := salvaged(t, put(t, dir, "odd", odd))
	wantEqual(t, got, small())
}

// TestTooManyElements: a file with more than anybody needs is refused before it eats the memory.
func TestTooManyElements(t *testing.T) {
	path := saved(t, small())
	alter(t, path, fmt.Sprintf(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
		INSERT INTO "comment" ("id", "at_kind", "at_id") SELECT 'c' || i, 'map', 'map' FROM n`, row.MaxRecords))
	_, readErr := Read(path)
	_, checkErr := Check(path)
	_, _, salvageErr := Salvage(path)
	for how, err := range map[string]error{"read": readErr, "check": checkErr, "salvage": salvageErr} {
		var e *OpenError
		if !errors.As(err, &e) || e.Reason != TooLarge {
			t.Errorf("%s: %v", how, err)
		}
	}
}

// TestSalvageMends: a file that is sound as a file, but holds what Validate refuses.
func TestSalvageMends(t *testing.T) {
	path := saved(t, small())
	alter(t, path, `PRAGMA foreign_keys = OFF`, `DELETE FROM "stage"`, `UPDATE "card" SET "outcome" = 'odd', "title" = CAST(X'41FF42' AS TEXT)`)
	got, losses := salvaged(t, path)
	card, ok := got.Cards.Get("card")
	if !ok || card.Outcome != "" || card.Title != "A\uFFFDB" || !got.Stages.Has("stage") {
		t.Errorf("the card is %+v", card)
	}
	codes := map[mend.Code]bool{}
	for _, l := range losses {
		codes[l.Code] = true
	}
	if !codes[mend.StandIn] || !codes[mend.Cleared] || !codes[mend.Altered] {
		t.Errorf("lost: %+v", losses)
	}
}

// FuzzSalvage must not panic, and what it saves must be sound.
func FuzzSalvage(f *testing.F) {
	for _, p := range []journey.Project{small(), journeytest.Full()} {
		good, err := os.ReadFile(saved(f, p))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(good)
		f.Add(good[pageSize:])
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		p, _, err := Salvage(put(t, dir, "a.jejak", data))
		var open *OpenError
		if err != nil && !errors.As(err, &open) {
			t.Error(err)
		}
		if found := journey.Validate(p); len(found) > 0 {
			t.Errorf("not sound: %+v", found)
		}
	})
}
