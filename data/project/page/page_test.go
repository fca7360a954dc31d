package page_test

import (
	"bytes"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"

	"jejak/data/project/page"
)

// database makes a file by SQL and returns its bytes and what SQLite reads from table x.
func database(t testing.TB, statements ...string) ([]byte, [][]any) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.db")
	var d sqlite3.SQLiteDriver
	c, err := d.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	conn := c.(*sqlite3.SQLiteConn)
	for _, s := range statements {
		if _, err := conn.Exec(s, nil); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	rows, err := conn.Query(`SELECT * FROM x ORDER BY rowid`, nil)
	if err != nil {
		t.Fatal(err)
	}
	var all [][]any
	for {
		values := make([]driver.Value, len(rows.Columns()))
		err := rows.Next(values)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		row := make([]any, len(values))
		for i, v := range values {
			row[i] = v
		}
		all = append(all, row)
	}
	if err := errors.Join(rows.Close(), conn.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data, all
}

func all(string, []any) bool { return true }

func found(t testing.TB, data []byte) page.Found {
	t.Helper()
	f, err := page.Read(bytes.NewReader(data), int64(len(data)), all)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
	INSERT INTO x SELECT 'id' || i, i * i * i - 5, i / 7.0, randomblob(i % 9), NULL, printf('%.*c', i % 50, 'ä') FROM n`

// TestLikeSQLite reads files of many kinds as SQLite does.
func TestLikeSQLite(t *testing.T) {
	table := `CREATE TABLE x (a TEXT PRIMARY KEY, b INT, c REAL, d BLOB, e, f TEXT)`
	for name, statements := range map[string][]string{
		"empty":       {table},
		"many":        {table, many},
		"small pages": {`PRAGMA page_size = 512`, table, many},
		"large pages": {`PRAGMA page_size = 65536`, table, many},
		"long values": {table, `INSERT INTO x VALUES ('a', 1, 1.5, randomblob(100000), NULL, printf('%.*c', 50000, 'x')), ('b', 2, 2.5, randomblob(4070), 'e', '')`},
		"deleted":     {table, many, `DELETE FROM x WHERE b % 3 = 1`, `DELETE FROM x WHERE rowid > 2000`},
		"numbers": {table, fmt.Sprintf(`INSERT INTO x VALUES ('a', 0, -0.5, x'', 1, ''), ('b', 1, 1e300, x'00', -1, 'é'), ('c', %d, 0.1, NULL, %d, 'x'), ('d', 127, 2.5, NULL, -129, NULL), ('e', 32768, 1.25, NULL, -8388609, NULL), ('f', 2147483648, 7.5, NULL, 140737488355328, NULL)`,
			math.MaxInt64, math.MinInt64)},
	} {
		data, want := database(t, statements...)
		f := found(t, data)
		if f.Bad != 0 || len(f.Loose) != 0 || len(f.Tables) != 1 || f.Tables[0].Name != "x" {
			t.Errorf("%s: %d bad, %d loose, %d tables", name, f.Bad, len(f.Loose), len(f.Tables))
			continue
		}
		if got := f.Tables[0]; len(got.Keys) != len(want) || len(got.Rows) != len(want) || !strings.HasPrefix(got.SQL, "CREATE TABLE x") {
			t.Errorf("%s: %d rows and %d keys, want %d", name, len(got.Rows), len(got.Keys), len(want))
			continue
		}
		for i, row := range f.Tables[0].Rows {
			for j, v := range row.Values {
				w := want[i][j]
				if n, whole := v.(int64); whole && j == 2 {
					v = float64(n)
				}
				if !reflect.DeepEqual(v, w) && fmt.Sprintf("%T%v", v, v) != fmt.Sprintf("%T%v", w, w) {
					t.Fatalf("%s: row %d, column %d: %#v, want %#v", name, i, j, v, w)
				}
			}
		}
	}
}

// TestLostTree: without the page that leads to them, the rows of a table are loose.
func TestLostTree(t *testing.T) {
	data, want := database(t, `CREATE TABLE x (a TEXT, b INT, c REAL, d BLOB, e, f TEXT)`, many)
	clear(data[4096:8192]) // page 2 is the top of the only table
	f := found(t, data)
	if len(f.Loose) != len(want) || f.Bad != 1 {
		t.Errorf("%d rows and %d bad pages, want %d and 1", len(f.Loose), f.Bad, len(want))
	}
	clear(data[:4096]) // and the schema
	if f := found(t, data); len(f.Loose) != len(want) {
		t.Errorf("%d rows, want %d", len(f.Loose), len(want))
	}
	cut := found(t, data[:len(data)/2+100])
	if n := len(cut.Loose); n < len(want)/3 || n > len(want)*2/3 {
		t.Errorf("%d rows in half of the file, of %d", n, len(want))
	}
}

// TestKeep: rows that nobody wants are not there.
func TestKeep(t *testing.T) {
	data, want := database(t, `CREATE TABLE x (a TEXT, b INT, c REAL, d BLOB, e, f TEXT)`, many)
	n := 0
	f, err := page.Read(bytes.NewReader(data), int64(len(data)), func(table string, values []any) bool {
		if table != "x" || len(values) != 6 {
			t.Errorf("asked about %q, %d values", table, len(values))
		}
		n++
		return n%3 == 0
	})
	if err != nil || n != len(want) || len(f.Tables[0].Rows) != n/3 {
		t.Errorf("asked about %d rows, kept %d (%v)", n, len(f.Tables[0].Rows), err)
	}
}

// TestCircle: pages that lead to themselves and to each other end all the same.
func TestCircle(t *testing.T) {
	data, _ := database(t, `CREATE TABLE x (a TEXT, b INT, c REAL, d BLOB, e, f TEXT)`, many)
	for i := 4096 + 12; i < 8192-4; i++ {
		copy(data[i:], []byte{0, 0, 0, 2})
	}
	copy(data[4096+8:], []byte{0, 0, 0, 2})
	if f := found(t, data); f.Bad == 0 {
		t.Error("nothing is bad")
	}
}

type broken struct{}

func (broken) ReadAt([]byte, int64) (int, error) { return 0, os.ErrDeadlineExceeded }

func TestReaderBreaks(t *testing.T) {
	if _, err := page.Read(broken{}, 9000, all); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
}

// FuzzRead must not panic or run for long, and never find more than the file can hold.
func FuzzRead(f *testing.F) {
	data, _ := database(f, `PRAGMA page_size = 512`, `CREATE TABLE x (a TEXT PRIMARY KEY, b INT, c REAL, d BLOB, e, f TEXT)`,
		`INSERT INTO x VALUES ('a', 1, 1.5, randomblob(3000), NULL, 'f'), ('b', 2, 2.5, x'01', 'e', '')`)
	f.Add(data)
	f.Add(data[512:])
	f.Fuzz(func(t *testing.T, data []byte) {
		found, err := page.Read(bytes.NewReader(data), int64(len(data)), all)
		if err != nil {
			t.Fatal(err)
		}
		held := 0
		for _, table := range found.Tables {
			for _, r := range table.Rows {
				held += size(r)
			}
		}
		for _, r := range found.Loose {
			held += size(r)
		}
		if held > 512*len(data)+512 { // cells may overlap within a page
			t.Errorf("%d bytes from %d", held, len(data))
		}
	})
}

func size(r page.Row) int {
	n := 0
	for _, v := range r.Values {
		switch x := v.(type) {
		case string:
			n += len(x)
		case []byte:
			n += len(x)
		}
	}
	return n
}
