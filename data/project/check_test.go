package project

import (
	"os"
	"path/filepath"
	"testing"

	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		sql  []string
		sign bool
		want Problem // "" for none
	}{
		{"sound", nil, false, ""},
		{"changed by another program", []string{`UPDATE card SET title = 'x'`}, false, BadDigest},
		{"a column is missing", []string{`ALTER TABLE comment DROP COLUMN text`}, false, BadRows},
		{"a trigger", []string{`CREATE TRIGGER x AFTER UPDATE ON card BEGIN DELETE FROM card; END`}, false, BadRows},
		{"a reference to nothing", []string{`UPDATE card SET lane_id = 'none'`}, true, BadReference},
		{"a word that does not exist", []string{`UPDATE map SET type = 'treasure map'`}, true, BadContent},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := saved(t, small())
			alter(t, path, c.sql...)
			if c.sign {
				sign(t, path)
			}
			found, err := Check(path)
			if err != nil {
				t.Fatal(err)
			}
			if c.want == "" {
				if len(found) > 0 {
					t.Errorf("findings: %+v", found)
				}
				return
			}
			has := false
			for _, f := range found {
				has = has || f.Problem == c.want
			}
			if !has {
				t.Errorf("findings: %+v, want %s", found, c.want)
			}
			wantEntries(t, filepath.Dir(path), "a.jejak")
		})
	}
}

func TestCheckFindsDamagedPages(t *testing.T) {
	path := saved(t, journeytest.Big(300))
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(b) / 2; i < len(b)/2+3000; i++ {
		b[i] = 0xa5
	}
	put(t, filepath.Dir(path), "a.jejak", b)
	found, err := Check(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 || found[0].Problem != BadPage {
		t.Errorf("findings: %+v", found)
	}
}

// TestReferencesThatValidateKnows says that a file with a reference to nothing still opens when it
// is what was saved: the window can show it and let a person put it right.
func TestReferencesThatValidateKnows(t *testing.T) {
	path := saved(t, small())
	alter(t, path, `UPDATE card SET channel_id = 'none'`)
	sign(t, path)
	if len(journey.Validate(mustRead(t, path))) == 0 {
		t.Error("Validate finds nothing")
	}
}
