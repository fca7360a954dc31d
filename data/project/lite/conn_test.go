package lite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"
)

func ignore([]driver.Value) error { return nil }

func closed(t *testing.T, c *Conn) {
	t.Helper()
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

// numbers is a database with a table of numbers.
func numbers(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "n?.db")
	c, err := Create(path, Stage)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, c)
	err = c.Exec(`CREATE TABLE t (n INTEGER, m INTEGER) STRICT;
		WITH RECURSIVE s(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM s WHERE x < 500) INSERT INTO t SELECT x, x FROM s`)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func TestUntrustedOnlyReads(t *testing.T) {
	c, err := Untrusted(context.Background(), numbers(t))
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, c)
	for _, query := range []string{`SELECT * FROM t`, `PRAGMA table_info(t)`, `PRAGMA integrity_check(1)`, `PRAGMA foreign_key_check`} {
		if err := c.Each(query, ignore); err != nil {
			t.Errorf("%s: %v", query, err)
		}
	}
	for _, query := range []string{
		`DELETE FROM t`, `CREATE TABLE u (a)`, `CREATE TEMP TABLE u (a)`, `ATTACH ':memory:' AS x`, `VACUUM INTO 'x.db'`,
		`PRAGMA query_only = OFF`, `PRAGMA writable_schema = ON`, `PRAGMA journal_mode = WAL`,
		`SELECT load_extension('x')`, `SELECT zeroblob(1000000000)`, `SELECT randomblob(10)`,
		`WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x FROM n`,
	} {
		if err := c.Each(query, ignore); err == nil {
			t.Errorf("%s: allowed", query)
		}
	}
}

// TestQueriesEnd: a query that would take for ever ends with its context.
func TestQueriesEnd(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	c, err := Untrusted(ctx, numbers(t))
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, c)
	err = c.Each(`SELECT 1 FROM t a, t b, t c, t d, t e WHERE a.n + b.n + c.n + d.n + e.n < 0`, ignore)
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
}

func TestManyStatements(t *testing.T) {
	c, err := Connect(numbers(t), Work)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, c)
	for i := range 2 * maxStatements {
		n, err := c.Run(fmt.Sprintf("UPDATE t SET m = m + %d WHERE n = ?", i), []driver.Value{int64(1)})
		if err != nil || n != 1 {
			t.Fatal(n, err)
		}
	}
	if n := len(c.statements); n > maxStatements {
		t.Errorf("%d statements are kept", n)
	}
}

func TestTransactionIsUndone(t *testing.T) {
	c, err := Connect(numbers(t), Work)
	if err != nil {
		t.Fatal(err)
	}
	defer closed(t, c)
	stop := errors.New("stop")
	err = c.Transaction(func() error {
		if err := c.Exec("DELETE FROM t"); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("error is %v", err)
	}
	if n, err := c.Number("SELECT count(*) FROM t"); n != 500 || err != nil {
		t.Errorf("%d rows, %v", n, err)
	}
}
