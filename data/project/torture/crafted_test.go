//go:build linux

package torture

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"jejak/data/journey"
	"jejak/data/project"
)

// attack is what a hostile sender makes of a project file. The digest is right afterwards, as far as it
// can be.
type attack struct {
	name string
	sql  []string
	same bool // it does nothing, and is opened; the project must be as it was
	any  bool // it may be opened or not
}

const counting = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) `

var attacks = []attack{
	{name: "view", sql: []string{`CREATE VIEW "extra" AS SELECT 1`}},
	{name: "endless view in place of a table", sql: []string{`DROP TABLE "comment"`,
		`CREATE VIEW "comment" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id FROM n`}},
	{name: "trigger", sql: []string{`CREATE TRIGGER "t" AFTER UPDATE ON "meta" BEGIN DELETE FROM "card"; END`}},
	{name: "trigger before a delete", sql: []string{`CREATE TRIGGER "t" BEFORE DELETE ON "card" BEGIN SELECT RAISE(IGNORE); END`}},
	{name: "text search", sql: []string{`CREATE VIRTUAL TABLE "extra" USING fts4(a)`}},
	{name: "r-tree", sql: []string{`CREATE VIRTUAL TABLE "extra" USING rtree(a, b, c)`}},
	{name: "unknown module", sql: []string{`PRAGMA writable_schema = ON`,
		`INSERT INTO sqlite_schema VALUES ('table', 'extra', 'extra', 0, 'CREATE VIRTUAL TABLE extra USING evil(x)')`}},
	{name: "generated column", sql: []string{`ALTER TABLE "card" ADD COLUMN "bomb" TEXT GENERATED ALWAYS AS (hex(zeroblob(3000000))) VIRTUAL`}},
	{name: "generated column with a default's look", sql: []string{`CREATE TABLE "extra" ("a" TEXT, "b" TEXT AS (hex(zeroblob(500000000))) STORED)`}},
	{name: "index on an expression", sql: []string{`CREATE INDEX "extra" ON "card" (abs("span"))`}},
	{name: "partial index", sql: []string{`CREATE INDEX "extra" ON "card" ("rank") WHERE "span" > 0`}},
	{name: "check", sql: []string{`CREATE TABLE "extra" ("a" TEXT CHECK (length(hex(zeroblob(300000000))) > 0)) STRICT`}, same: true},
	{name: "default", sql: []string{`CREATE TABLE "extra" ("a" TEXT DEFAULT (hex(randomblob(300000000)))) STRICT`, `INSERT INTO "extra" ("a") VALUES ('x')`}, any: true},
	{name: "plain table of a newer version", sql: []string{`CREATE TABLE "extra" ("id" TEXT NOT NULL PRIMARY KEY, "x" BLOB) STRICT`, `INSERT INTO "extra" VALUES ('a', x'00')`}, same: true},
	{name: "ten thousand rows of nothing", sql: []string{`CREATE TABLE "extra" ("x" INTEGER) STRICT`, fmt.Sprintf(counting, 10_000) + `INSERT INTO "extra" SELECT i FROM n`}, same: true},
	{name: "two rows about the file", sql: []string{`DROP TABLE "meta"`,
		`CREATE TABLE "meta" ("one" INTEGER, "doc_id" TEXT, "rev" TEXT, "base_rev" TEXT, "min_reader" INTEGER, "min_writer" INTEGER, "digest" TEXT, "ext" TEXT) STRICT`,
		`INSERT INTO "meta" VALUES (1, 'a', 'b', '', 1, 1, '', '{}'), (2, 'a', 'b', '', 1, 1, '', '{}')`}},
	{name: "no rows about the file", sql: []string{`DELETE FROM "meta"`}},
	{name: "a table less", sql: []string{`DROP TABLE "comment"`}},
	{name: "a column less", sql: []string{`ALTER TABLE "comment" DROP COLUMN "text"`}},
	{name: "a column of another type", sql: []string{`DROP TABLE "comment"`, `CREATE TABLE "comment" ("id" TEXT, "at_kind" BLOB, "at_id", "reply_id", "author", "text", "created", "resolved", "ext")`,
		`INSERT INTO "comment" VALUES ('a', x'00', 1, 2.5, NULL, 'x', 'y', 'z', 1)`}},
	{name: "numbers that are none", sql: []string{`UPDATE "stage" SET "width" = 9e999`}},
	{name: "an image that is another", sql: []string{`INSERT INTO "asset" ("hash", "data") VALUES ('` + strings.Repeat("0", 64) + `', x'00')`}},
	{name: "names with quotes", sql: []string{`CREATE TABLE "a""; DROP TABLE card; --" ("x")`}},
	{name: "newer, but anybody may read it", sql: []string{`PRAGMA user_version = 900`}, same: true},
	{name: "newer", sql: []string{`PRAGMA user_version = 900`, `UPDATE "meta" SET "min_reader" = 900`}},
	{name: "a history", sql: []string{`CREATE TABLE "_step" ("n" INTEGER NOT NULL PRIMARY KEY, "diff" TEXT) STRICT`}},
	{name: "statistics", sql: []string{`ANALYZE`, `UPDATE sqlite_stat1 SET "stat" = '1 -99999999999 x'`}},
	{name: "a journal in WAL mode", sql: []string{`PRAGMA journal_mode = WAL`, `UPDATE "meta" SET "ext" = '{"a":1}'`}},
	{name: "encoding", sql: []string{`PRAGMA writable_schema = ON`, `UPDATE sqlite_schema SET "sql" = replace("sql", 'STRICT', 'STRICT, WITHOUT ROWID') WHERE "name" = 'tag'`}},
	{name: "two names for one tree", sql: []string{`PRAGMA writable_schema = ON`,
		`UPDATE sqlite_schema SET "rootpage" = (SELECT "rootpage" FROM sqlite_schema WHERE "name" = 'card') WHERE "name" = 'point'`}},
	{name: "the schema's own tree", sql: []string{`PRAGMA writable_schema = ON`, `UPDATE sqlite_schema SET "rootpage" = 1 WHERE "name" = 'tag'`}},
	{name: "many tables", sql: manyTables(3000), any: true},
	{name: "many columns", sql: []string{`CREATE TABLE "extra" ("x" TEXT` + manyColumns(1500) + `) STRICT`}},
	{name: "deep expression", sql: []string{`PRAGMA writable_schema = ON`,
		`INSERT INTO sqlite_schema VALUES ('index', 'extra', 'tag', 0, 'CREATE INDEX extra ON tag (` + strings.Repeat("(", 900) + "1" + strings.Repeat(")", 900) + `)')`}},
	{name: "long statement", sql: []string{`PRAGMA writable_schema = ON`,
		`INSERT INTO sqlite_schema SELECT 'table', 'extra', 'extra', 0, 'CREATE TABLE extra (a /*' || hex(zeroblob(2000000)) || '*/)'`}},
}

func manyTables(n int) []string {
	list := []string{"BEGIN"}
	for i := range n {
		list = append(list, fmt.Sprintf(`CREATE TABLE "extra%d" ("a" TEXT) STRICT`, i))
	}
	return append(list, "COMMIT")
}

func manyColumns(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `, "x%d" TEXT`, i)
	}
	return b.String()
}

const comments = `INSERT INTO "comment" ("id", "at_kind", "at_id") SELECT 'c' || i, 'map', 'none' FROM n`

// huge are attacks by size, which take long to make.
var huge = []attack{
	{name: "a title of 300 MB", sql: []string{`UPDATE "card" SET "title" = hex(zeroblob(150000000)) WHERE "id" = (SELECT min("id") FROM "card")`}},
	{name: "a picture of 300 MB", sql: []string{`INSERT INTO "asset" ("hash", "data") VALUES ('` + strings.Repeat("0", 64) + `', zeroblob(300000000))`}},
	{name: "300 MB in a table of a newer version", sql: []string{`CREATE TABLE "extra" ("x" BLOB) STRICT`, `INSERT INTO "extra" VALUES (zeroblob(300000000))`}},
	{name: "ten pictures of 60 MB", sql: []string{fmt.Sprintf(counting, 10) + `INSERT INTO "asset" ("hash", "data") SELECT 'h' || i, zeroblob(60000000) FROM n`}},
	{name: "millions of rows", sql: []string{`CREATE TABLE "extra" ("x" INTEGER) STRICT`, fmt.Sprintf(counting, 4_000_000) + `INSERT INTO "extra" SELECT i FROM n`}, same: true},
	{name: "many comments", sql: []string{fmt.Sprintf(counting, 90_000) + comments}, any: true},
	{name: "too many comments", sql: []string{fmt.Sprintf(counting, 600_000) + comments}},
	{name: "too many comments in a damaged file", sql: []string{fmt.Sprintf(counting, 600_000) + comments, `PRAGMA writable_schema = ON`,
		`UPDATE sqlite_schema SET "rootpage" = 1 WHERE "name" = 'action'`}},
}

func init() { children["craft"] = craftAttack }

// craftAttack makes the file of an attack, in a process that may use more memory than the program
// allows SQLite. It says whether the digest could be made right.
func craftAttack(args []string) error {
	path, name := args[0], args[1]
	list := slices.Concat(attacks, huge)
	a := list[slices.IndexFunc(list, func(a attack) bool { return a.name == name })]
	db, err := openDatabase(path)
	if err != nil {
		return err
	}
	for _, s := range append([]string{"PRAGMA foreign_keys = OFF", "PRAGMA synchronous = OFF"}, a.sql...) {
		if _, err := db.Exec(s, nil); err != nil {
			return errors.Join(fmt.Errorf("%s: %w", s[:min(len(s), 200)], err), db.Close())
		}
	}
	if db.sign() == nil {
		fmt.Print("signed")
	}
	return db.Close()
}

func craft(t *testing.T, path string, sound []byte, a attack) (signed bool) {
	t.Helper()
	check(t, os.WriteFile(path, sound, 0o600))
	out, err := child("craft", path, a.name).Output()
	check(t, err)
	return string(out) == "signed"
}

// TestCrafted opens files that were made to harm.
func TestCrafted(t *testing.T) {
	sp := newSpecimens(t)
	list := attacks
	if soak {
		list = append(list, huge...)
	}
	binary := mustProgram(t)
	for _, a := range list {
		t.Run(a.name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "a.jejak")
			signed := craft(t, path, sp.files[0], a)
			p, err := project.Read(path)
			var open *project.OpenError
			switch {
			case err == nil && a.any:
			case err == nil && !a.same:
				t.Errorf("it was opened (signed: %v): %+v", signed, journey.Between(sp.states[0], p))
			case err == nil:
				if d := journey.Between(sp.states[0], p); !d.IsEmpty() {
					t.Errorf("it was changed: %+v", d)
				}
			case a.same && signed:
				t.Errorf("it was refused: %v", err)
			case !errors.As(err, &open):
				t.Errorf("an error without words: %v", err)
			}
			if soak {
				costs(t, binary, "info", path)
				costs(t, binary, "check", path)
			}
			costs(t, binary, "check", "--repair", path, "-o", filepath.Join(dir, "b.jejak"))
		})
	}
}

// costs runs the program in a process of its own and wants it to be modest, and to end by itself.
func costs(t *testing.T, binary string, args ...string) {
	t.Helper()
	cmd := exec.Command(binary, args...)
	_, err := watched(func() verdict {
		out, err := cmd.CombinedOutput()
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.ExitCode() == 1 && strings.HasPrefix(string(out[max(0, strings.LastIndex(string(out), "jejak: ")):]), "jejak: ") {
			err = nil
		}
		if err != nil {
			t.Errorf("%s: %v: %s", args[0], err, out)
		}
		return verdict{}
	})
	if err != nil {
		check(t, cmd.Process.Kill())
		t.Fatal(err)
	}
	used := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	if memory := used.Maxrss << 10; cpu > mostTime || memory > mostMemory {
		t.Errorf("%s took %v of processor time and %d MB", args[0], cpu, memory>>20)
	}
	if soak {
		t.Logf("%s: %v, %d MB", args[0], cpu, used.Maxrss>>10)
	}
}
