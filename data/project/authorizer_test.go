package project

import (
	"context"
	"database/sql/driver"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jejak/data/journey/journeytest"
)

func TestUntrustedConnectionOnlyReads(t *testing.T) {
	path := saved(t, small())
	conn, err := connectUntrusted(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := conn.close(); err != nil {
			t.Error(err)
		}
	}()
	ignore := func([]driver.Value) error { return nil }
	for _, query := range []string{`SELECT * FROM card`, `PRAGMA table_info(card)`, `PRAGMA integrity_check(1)`, `PRAGMA foreign_key_check`} {
		if err := conn.each(query, ignore); err != nil {
			t.Errorf("%s: %v", query, err)
		}
	}
	for _, query := range []string{
		`DELETE FROM card`, `CREATE TABLE t (a)`, `CREATE TEMP TABLE t (a)`, `ATTACH ':memory:' AS x`, `VACUUM INTO 'x.db'`,
		`PRAGMA query_only = OFF`, `PRAGMA writable_schema = ON`, `PRAGMA journal_mode = WAL`,
		`SELECT load_extension('x')`, `SELECT zeroblob(1000000000)`, `SELECT randomblob(10)`,
		`WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n) SELECT x FROM n`,
	} {
		if err := conn.each(query, ignore); err == nil {
			t.Errorf("%s: allowed", query)
		}
	}
}

// TestChecksEnd: a query that would take for ever ends with its context.
func TestChecksEnd(t *testing.T) {
	path := saved(t, journeytest.Big(1000))
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	conn, err := connectUntrusted(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	err = conn.each(`SELECT 1 FROM card a, card b, card c, card d, card e WHERE a.title < b.title AND b.title < a.title`,
		func([]driver.Value) error { return nil })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error is %v", err)
	}
	if err := conn.close(); err != nil {
		t.Error(err)
	}
	var open *OpenError
	if err := asOpenError(path, err); !errors.As(err, &open) || open.Reason != Damaged {
		t.Errorf("the reason is %v", err)
	}
}

// TestOwnTablesAreRefused: what only a working copy has must not come in with a stranger's file.
func TestOwnTablesAreRefused(t *testing.T) {
	for _, sql := range []string{`CREATE TABLE "_step" (n INTEGER)`, `CREATE TABLE "_other" (n INTEGER)`, ownSchema} {
		path := saved(t, small())
		alter(t, path, sql)
		_, err := Open(path, WorkingIn(filepath.Join(t.TempDir(), "work")))
		var open *OpenError
		if !errors.As(err, &open) || open.Reason != Damaged || !strings.Contains(err.Error(), "schema") {
			t.Errorf("%s: %v", sql, err)
		}
	}
}
