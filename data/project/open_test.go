package project

import (
	"bytes"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/project/lite"
)

// put writes a file with the given contents into dir.
func put(t testing.TB, dir, name string, data []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// patched returns the bytes of a sound file with some changed.
func patched(t testing.TB, at int, with ...byte) []byte {
	t.Helper()
	b, err := os.ReadFile(saved(t, small()))
	if err != nil {
		t.Fatal(err)
	}
	return append(append(b[:at:at], with...), b[at+len(with):]...)
}

func TestOpenRefuses(t *testing.T) {
	good, err := os.ReadFile(saved(t, small()))
	if err != nil {
		t.Fatal(err)
	}
	altered := func(sql ...string) func(t *testing.T, dir string) string {
		return func(t *testing.T, dir string) string {
			path := put(t, dir, "a.jejak", good)
			alter(t, path, sql...)
			return path
		}
	}
	bytesOf := func(b []byte) func(t *testing.T, dir string) string {
		return func(t *testing.T, dir string) string { return put(t, dir, "a.jejak", b) }
	}
	title := bytes.Index(good, []byte("Test ride"))
	for _, c := range []struct {
		name string
		make func(t *testing.T, dir string) string
		want Reason
	}{
		{"nothing there", func(_ *testing.T, dir string) string { return filepath.Join(dir, "none.jejak") }, Missing},
		{"a file as a folder", func(t *testing.T, dir string) string { return filepath.Join(put(t, dir, "a", []byte("x")), "b.jejak") }, Missing},
		{"a folder", func(_ *testing.T, dir string) string { return dir }, Directory},
		{"an empty file", bytesOf(nil), Empty},
		{"a short text", bytesOf([]byte("hello\n")), NotProject},
		{"a long text", bytesOf(bytes.Repeat([]byte("journey\n"), 1000)), NotProject},
		{"a PNG", bytesOf([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + strings.Repeat("\x00", 200))), NotProject},
		{"a header cut off", bytesOf(good[:50]), Damaged},
		{"a file cut off", bytesOf(good[:len(good)/2]), Damaged},
		{"pages that are nothing", bytesOf(append(good[:100:100], bytes.Repeat([]byte{0xee}, len(good)-100)...)), Damaged},
		{"one letter changed", bytesOf(patched(t, title, 'R')), Damaged},
		{"WAL mode", bytesOf(patched(t, 18, 2, 2)), Damaged},
		{"version 0", bytesOf(patched(t, 60, 0, 0, 0, 0)), Damaged},
		{"version 99", bytesOf(patched(t, 60, 0, 0, 0, 99)), Newer},
		{"version 99 for newer readers", altered("PRAGMA user_version = 99", `UPDATE meta SET min_reader = 98, min_writer = 99`), Newer},
		{"version 99 without meta", altered("PRAGMA user_version = 99", `DROP TABLE meta`), Newer},
		{"another program's database", func(t *testing.T, dir string) string {
			path := filepath.Join(dir, "other.jejak")
			alter(t, path, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
			return path
		}, NotOurs},
		{"a row changed", altered(`UPDATE card SET title = 'x'`), Damaged},
		{"a row removed", altered(`DELETE FROM comment`), Damaged},
		{"a table removed", altered(`DROP TABLE comment`), Damaged},
		{"a reference to another table", altered(`PRAGMA writable_schema = ON`,
			`UPDATE sqlite_schema SET "sql" = replace("sql", '"map" ("id")', '"lap" ("id")') WHERE "name" = 'stage'`), Damaged},
		{"another default", altered(`PRAGMA writable_schema = ON`,
			`UPDATE sqlite_schema SET "sql" = replace("sql", '{}', '{|') WHERE "name" = 'tag'`), Damaged},
		{"a column removed", altered(`ALTER TABLE comment DROP COLUMN text`), Damaged},
		{"a view", altered(`CREATE VIEW v AS SELECT 1`), Damaged},
		{"a view in place of a table", altered(`DROP TABLE comment`, `CREATE VIEW comment AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x AS id FROM n`), Damaged},
		{"a trigger", altered(`CREATE TRIGGER x AFTER UPDATE ON card BEGIN DELETE FROM card; END`), Damaged},
		{"a virtual table", altered(`CREATE VIRTUAL TABLE f USING fts3(a)`), Damaged},
		{"a computed column", altered(`ALTER TABLE card ADD COLUMN bomb BLOB AS (zeroblob(100000000))`), Damaged},
		{"an index on an expression", altered(`CREATE INDEX i ON card (lower(title))`), Damaged},
		{"an index with a condition", altered(`CREATE INDEX i ON card (title) WHERE title > ''`), Damaged},
		{"two rows of meta", altered(`DROP TABLE meta`, `CREATE TABLE meta (doc_id, rev, base_rev, min_reader, min_writer, digest)`,
			`INSERT INTO meta VALUES ('a','','',1,1,''), ('b','','',1,1,'')`), Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir, root := t.TempDir(), t.TempDir()
			path := c.make(t, dir)
			names := entries(t, dir)
			before, readErr := os.ReadFile(path)
			_, openErr := Open(path, WorkingIn(root))
			_, readingErr := Read(path)
			for how, err := range map[string]error{"Open": openErr, "Read": readingErr} {
				var e *OpenError
				if !errors.As(err, &e) || e.Reason != c.want || e.Path != path {
					t.Errorf("%s: error is %v, want %s", how, err, c.want)
				}
			}
			wantEntries(t, dir, names...)
			wantEntries(t, root)
			if after, err := os.ReadFile(path); (err == nil) != (readErr == nil) || !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			findings, err := Check(path)
			if err == nil && len(findings) == 0 {
				t.Error("Check finds nothing")
			}
		})
	}
}

// TestSidecarsAreNotReplayed plants a journal beside a file, which SQLite would roll back into it.
func TestSidecarsAreNotReplayed(t *testing.T) {
	p := small()
	path := saved(t, p)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	journal := append([]byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1}, make([]byte, 5000)...)
	binary.BigEndian.PutUint32(journal[20:], 512)
	binary.BigEndian.PutUint32(journal[24:], 4096)
	dir := filepath.Dir(path)
	put(t, dir, "a.jejak-journal", journal)
	put(t, dir, "a.jejak-wal", journal)
	wantEqual(t, mustRead(t, path), p)
	wantEqual(t, opened(t, path).Project(), p)
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
	wantEntries(t, dir, "a.jejak", "a.jejak-journal", "a.jejak-wal")
}

func TestOddNames(t *testing.T) {
	for _, name := range []string{"a?mode=memory.jejak", "100%41 #1.jejak", "peta & “journey”.jejak", "-x.jejak", "📍.jejak"} {
		dir := t.TempDir()
		path := filepath.Join(dir, name)
		if err := Save(path, small(), WorkingIn(filepath.Join(t.TempDir(), name))); err != nil {
			t.Fatal(err)
		}
		wantEntries(t, dir, name)
		wantEqual(t, mustRead(t, path), small())
	}
}

func TestReadOnlyFolderIsEnoughToRead(t *testing.T) {
	path := saved(t, small())
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, mustRead(t, path), small())
	wantEqual(t, opened(t, path).Project(), small())
}

// TestFileOfANewerVersion opens one that says it may be opened, and keeps what it does not know.
func TestFileOfANewerVersion(t *testing.T) {
	path := saved(t, small())
	alter(t, path, "PRAGMA user_version = 99",
		`ALTER TABLE card ADD COLUMN mood TEXT`, `UPDATE card SET mood = 'good', ext = '{"a":1}'`,
		`CREATE TABLE vote (id TEXT PRIMARY KEY, card_id TEXT REFERENCES card(id) ON DELETE CASCADE) STRICT`,
		`INSERT INTO vote VALUES ('v', 'card')`)
	sign(t, path)
	f := opened(t, path)
	p := f.Project()
	wantEqual(t, p, small())
	card, _ := p.Cards.Get("card")
	changed := card
	changed.Title = "changed"
	for _, d := range []journey.Diff{
		{Updated: []journey.Update{{From: card, To: changed}}},
		{Removed: []journey.Record{mustGet(t, p, journey.KindPoint, "point"), mustGet(t, p, journey.KindComment, "comment")}},
	} {
		if err := f.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	if got := query(t, path, `SELECT mood || ext || title || (SELECT count(*) FROM vote) || (SELECT user_version FROM pragma_user_version) FROM card`); got != `good{"a":1}changed199` {
		t.Errorf("after a save the file says %q", got)
	}
	// Removing and putting back is what undo does.
	whole := f.Project()
	removal := journey.Between(whole, whole.Without(journey.RefTo(changed)))
	for _, d := range []journey.Diff{removal, removal.Reverse()} {
		if err := f.Write(d); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Publish(path); err != nil {
		t.Fatal(err)
	}
	if got := query(t, path, `SELECT mood || ext || title FROM card`); got != `good{"a":1}changed` {
		t.Errorf("after removal and undo the file says %q", got)
	}
}

func mustGet(t *testing.T, p journey.Project, k journey.Kind, id journey.ID) journey.Record {
	t.Helper()
	rec, ok := p.Get(journey.Ref{Kind: k, ID: id})
	if !ok {
		t.Fatalf("no %s %s", k, id)
	}
	return rec
}

func TestNewerFileToBeReadAlone(t *testing.T) {
	path := saved(t, small())
	alter(t, path, "PRAGMA user_version = 99", `UPDATE meta SET min_writer = 99`)
	sign(t, path)
	wantEqual(t, mustRead(t, path), small())
	before := mustBytes(t, path)
	f := opened(t, path)
	if !f.ReadOnly() {
		t.Error("it may be changed")
	}
	wantEqual(t, f.Project(), small())
	wantSaveError(t, f.Write(journey.Diff{Added: []journey.Record{journey.Tag{ID: "new"}}}), Newer)
	for _, target := range []string{path, filepath.Join(t.TempDir(), "b.jejak")} {
		wantSaveError(t, f.Publish(target), Newer)
	}
	if mustBytes(t, path) != before {
		t.Error("the file was changed")
	}
	_, err := Open(path, WorkingIn(t.TempDir()), AsCopy())
	var e *OpenError
	if !errors.As(err, &e) || e.Reason != Newer {
		t.Errorf("a copy: error is %v", err)
	}
}

func TestReasonsHaveWords(t *testing.T) {
	for _, lang := range words.Languages {
		w := words.In(lang)
		var texts []string
		for _, r := range OpenReasons {
			texts = append(texts, (&OpenError{Path: "/x/a.jejak", Reason: r}).Text(w))
		}
		for _, r := range SaveReasons {
			texts = append(texts, (&SaveError{Path: "/x/a.jejak", Reason: r}).Text(w))
		}
		for _, text := range texts {
			if strings.Contains(text, "[") || !strings.Contains(text, "a.jejak") || strings.Contains(text, "/x/") {
				t.Errorf("%s: %q", lang, text)
			}
		}
		if text := (&SaveError{Reason: DiskFull}).Text(w); strings.HasPrefix(text, ".") || strings.Contains(text, "[") {
			t.Errorf("%s, without a file: %q", lang, text)
		}
		for _, p := range Problems {
			if text := (Finding{Problem: p, Detail: "xyz"}).Text(w); p != BadContent && !strings.Contains(text, "xyz") {
				t.Errorf("%s: %q", lang, text)
			}
		}
	}
	for _, r := range append(OpenReasons, SaveReasons...) {
		if reasonText[r] == "" {
			t.Errorf("no English for developers for %q", r)
		}
	}
}

func TestReasonOf(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Reason
	}{
		{fs.ErrNotExist, Missing}, {fs.ErrPermission, NoPermission}, {errors.New("odd"), Damaged},
	} {
		if got := reasonOf(c.err); got != c.want {
			t.Errorf("%v: %s, want %s", c.err, got, c.want)
		}
	}
}

// query returns the text that a query of one value gives.
func query(t testing.TB, path, sql string) string {
	t.Helper()
	conn, err := lite.Connect(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	err = conn.Each(sql, func(v []driver.Value) error {
		text, _ = v[0].(string)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	return text
}
