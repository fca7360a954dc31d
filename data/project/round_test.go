package project

import (
	"database/sql/driver"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
	"jejak/data/project/lite"
	"jejak/data/project/row"
)

func TestSaveAndRead(t *testing.T) {
	long := small()
	card, _ := long.Cards.Get("card")
	card.Title = strings.Repeat("Wort", 2500)
	card.Text = "👩‍👩‍👧‍👦 🇮🇩 é\u0301 العربية \n second line"
	for name, p := range map[string]journey.Project{
		"empty": {}, "full": journeytest.Full(), "big": journeytest.Big(300), "long": long.With(card),
	} {
		t.Run(name, func(t *testing.T) {
			path := saved(t, p)
			wantEqual(t, mustRead(t, path), p)
			wantEqual(t, opened(t, path).Project(), p)
			wantEntries(t, filepath.Dir(path), "a.jejak")
		})
	}
}

func TestAnyProjectSurvives(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(rt *rapid.T) {
		before, after := journeytest.Random(rt), journeytest.Random(rt)
		path := filepath.Join(dir, "a.jejak")
		f, err := Create(path, before, WorkingIn(dir))
		if err != nil {
			rt.Fatal(err)
		}
		wantEqual(t, mustRead(t, path), before)
		if err := f.Write(journey.Between(before, after)); err != nil {
			rt.Fatal(err)
		}
		wantEqual(t, mustRead(t, path), before) // not published yet
		if err := f.Publish(path); err != nil {
			rt.Fatal(err)
		}
		if err := f.Close(); err != nil {
			rt.Fatal(err)
		}
		wantEqual(t, mustRead(t, path), after)
		if found, err := Check(path); err != nil || len(found) > 0 {
			rt.Fatalf("check: %v, %v", found, err)
		}
	})
}

// TestColumnsAreFields compares the schema with the records, and its foreign keys with the references
// that the journey knows.
func TestColumnsAreFields(t *testing.T) {
	f := opened(t, saved(t, journey.Project{}))
	names, err := lite.Tables(f.conn)
	if err != nil {
		t.Fatal(err)
	}
	if len(names) != len(journey.Kinds)+2 {
		t.Errorf("the tables are %q", names)
	}
	wantParents := map[string]string{"image.data": "asset"}
	for rec := range journeytest.Full().Records() {
		journey.EachReference(rec, func(r journey.Reference) {
			field, _ := fieldOf(rec, r.Field)
			if field == reflect.TypeFor[journey.ID]() {
				wantParents[string(rec.Kind())+"."+r.Field] = string(r.To.Kind)
			}
		})
	}
	parents := map[string]string{}
	for _, k := range journey.Kinds {
		columns, err := row.ColumnNames(f.conn, string(k))
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for _, col := range row.Codecs[k].Columns {
			want = append(want, col.Name)
		}
		want = append(want, "ext")
		slices.Sort(want) // a column that came later stands last in the table
		slices.Sort(columns)
		if !slices.Equal(columns, want) {
			t.Errorf("%s has columns %q, its fields are %q", k, columns, want)
		}
		err = f.conn.Each("PRAGMA foreign_key_list("+lite.Quoted(string(k))+")", func(v []driver.Value) error {
			parents[string(k)+"."+v[3].(string)] = v[2].(string)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(parents, wantParents) {
		t.Errorf("foreign keys are %v, references are %v", parents, wantParents)
	}
}

func fieldOf(rec journey.Record, tag string) (reflect.Type, bool) {
	typ := reflect.TypeOf(rec)
	for i := range typ.NumField() {
		if typ.Field(i).Tag.Get("json") == tag {
			return typ.Field(i).Type, true
		}
	}
	return nil, false
}

func TestPublishedHeader(t *testing.T) {
	b, err := os.ReadFile(saved(t, small()))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(b[68:72]); got != "Jejk" {
		t.Errorf("application_id is %q", got)
	}
	if b[18] != 1 || b[19] != 1 {
		t.Errorf("journal mode bytes are %d and %d", b[18], b[19])
	}
	if b[63] != byte(Version) {
		t.Errorf("user_version is %d", b[63])
	}
}
