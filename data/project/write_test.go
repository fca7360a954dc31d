package project

import (
	"math"
	"path/filepath"
	"testing"
	"testing/fstest"

	"jejak/data/journey"
	"jejak/data/project/lite"
)

func TestRefusedWriteChangesNothing(t *testing.T) {
	f := opened(t, saved(t, small()))
	card := mustGet(t, f.Project(), journey.KindCard, "card").(journey.Card)
	lost, odd := card, card
	lost.LaneID = "none"
	nan := journey.Point{ID: "p2", MapID: "map", PersonaID: "persona", Value: math.NaN()}
	odd.Title = "odd"
	for name, c := range map[string]struct {
		diff journey.Diff
		want Reason
	}{
		"a lane that is not there": {journey.Diff{Updated: []journey.Update{{From: card, To: lost}}}, Invalid},
		"a parent removed":         {journey.Diff{Removed: []journey.Record{mustGet(t, f.Project(), journey.KindLane, "lane")}}, Invalid},
		"another state":            {journey.Diff{Updated: []journey.Update{{From: odd, To: card}}}, Invalid},
		"there already":            {journey.Diff{Added: []journey.Record{card}}, Invalid},
		"no number":                {journey.Diff{Added: []journey.Record{nan}}, Invalid},
	} {
		t.Run(name, func(t *testing.T) {
			wantSaveError(t, f.Write(c.diff), c.want)
			wantEqual(t, f.Project(), small())
			path := filepath.Join(t.TempDir(), "a.jejak")
			if err := f.Publish(path); err != nil {
				t.Fatal(err)
			}
			wantEqual(t, mustRead(t, path), small())
		})
	}
}

// TestWriteInAnyOrder puts what refers before what it refers to.
func TestWriteInAnyOrder(t *testing.T) {
	f := opened(t, saved(t, journey.Project{}))
	d := journey.Between(journey.Project{}, small())
	for i, j := 0, len(d.Added)-1; i < j; i, j = i+1, j-1 {
		d.Added[i], d.Added[j] = d.Added[j], d.Added[i]
	}
	if err := f.Write(d); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(d.Reverse()); err != nil {
		t.Fatal(err)
	}
}

func TestMigrate(t *testing.T) {
	first := &fstest.MapFile{Data: []byte(`CREATE TABLE "a" ("x" TEXT) STRICT; INSERT INTO "a" VALUES ('one');`)}
	second := &fstest.MapFile{Data: []byte(`ALTER TABLE "a" ADD COLUMN "y" TEXT NOT NULL DEFAULT 'two';`)}
	broken := &fstest.MapFile{Data: []byte(`UPDATE "a" SET "x" = 'lost'; nonsense;`)}
	read := func(files fstest.MapFS) []migration {
		list, err := readMigrations(files)
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	path := filepath.Join(t.TempDir(), "a.db")
	conn, err := lite.Create(path, lite.Work)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := conn.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := migrate(conn, read(fstest.MapFS{"0001_a.sql": first})); err != nil {
		t.Fatal(err)
	}
	if err := migrate(conn, read(fstest.MapFS{"0001_a.sql": first, "0002_b.sql": second, "0003_c.sql": broken})); err == nil {
		t.Error("a broken migration went through")
	}
	if n, err := conn.Number("PRAGMA user_version"); err != nil || n != 1 {
		t.Errorf("version %d after a broken migration (%v)", n, err)
	}
	if err := migrate(conn, read(fstest.MapFS{"0001_a.sql": first, "0002_b.sql": second})); err != nil {
		t.Fatal(err)
	}
	if n, err := conn.Number("PRAGMA user_version"); err != nil || n != 2 {
		t.Errorf("version %d (%v)", n, err)
	}
	if n, err := conn.Number(`SELECT count(*) FROM "a" WHERE "x" = 'one' AND "y" = 'two'`); err != nil || n != 1 {
		t.Errorf("%d rows as expected (%v)", n, err)
	}
	if _, err := readMigrations(fstest.MapFS{"0002_b.sql": second}); err == nil {
		t.Error("a missing migration was not noticed")
	}
}

// TestTooLarge: what could not be read again is not written.
func TestTooLarge(t *testing.T) {
	f := opened(t, saved(t, small()))
	big := journey.Image{ID: "big", Media: "image/png", Data: make([]byte, lite.MaxValue+1)}
	wantSaveError(t, f.Write(journey.Diff{Added: []journey.Record{big}}), TooLarge)
	wantEqual(t, f.Project(), small())
}

// TestRelativePath opens a file by a path that means nothing after a restart in another folder, and saves it by another
// name of the same file.
func TestRelativePath(t *testing.T) {
	path, root := saved(t, small()), t.TempDir()
	t.Chdir(filepath.Dir(path))
	f, err := Open("a.jejak", WorkingIn(root))
	if err != nil {
		t.Fatal(err)
	}
	retitled(t, f, "one")
	if err := f.Publish("a.jejak"); err != nil {
		t.Fatal(err)
	}
	if f.Path() != "a.jejak" {
		t.Errorf("the path is %q", f.Path())
	}
	theirs := opened(t, path)
	retitled(t, theirs, "theirs")
	if err := theirs.Publish(path); err != nil {
		t.Fatal(err)
	}
	retitled(t, f, "two")
	wantSaveError(t, f.Publish("./a.jejak"), Changed)
	l := crashed(t, f, root)
	t.Chdir(root)
	if l.Path != path {
		t.Errorf("the path of what is left over is %q, want %q", l.Path, path)
	}
	if err := l.Discard(); err != nil {
		t.Error(err)
	}
}
