// Package lite is SQLite as this program uses it: connections to a working copy and to files that
// anybody may have made, and the checks of what a database is made of.
package lite

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// Conn is one connection to one database file. It is not safe for concurrent use.
type Conn struct {
	lite       *sqlite3.SQLiteConn
	statements map[string]driver.Stmt
	ctx        context.Context // ends queries that take too long
	Own        bool            // a working copy, which has tables of its own
}

// How a file is opened, beside Untrusted. A working copy must survive a power cut (Work; Snapshot
// reads it beside that). What is taken apart on the way to a published file (Stage), and the file
// itself until it gets its name (Draft), are synced once or never, and must not leave a journal.
var (
	Work = []string{
		"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON",
		"PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0",
	}
	Snapshot = []string{"PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0"}
	Stage    = []string{
		"PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0",
	}
	Draft = []string{
		"PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF", "PRAGMA temp_store = MEMORY",
		"PRAGMA trusted_schema = OFF", "PRAGMA mmap_size = 0", "PRAGMA foreign_keys = ON",
	}
	setUntrusted = []string{
		"PRAGMA query_only = ON", "PRAGMA trusted_schema = OFF", "PRAGMA cell_size_check = ON",
		"PRAGMA mmap_size = 0", "PRAGMA temp_store = MEMORY",
	}
)

// MaxValue is the length of the longest text or image in a file, in bytes.
const MaxValue = 100 << 20

// hardHeap is how much memory SQLite may use in this process, in bytes: a file that wants more is refused.
const hardHeap = 384 << 20

// untrustedLimits are far above what a project needs and far below what hurts.
// See "Defense Against The Dark Arts" in SQLite's documentation.
var untrustedLimits = map[int]int{
	sqlite3.SQLITE_LIMIT_LENGTH:              MaxValue,
	sqlite3.SQLITE_LIMIT_SQL_LENGTH:          1 << 20,
	sqlite3.SQLITE_LIMIT_COLUMN:              500,
	sqlite3.SQLITE_LIMIT_EXPR_DEPTH:          50,
	sqlite3.SQLITE_LIMIT_COMPOUND_SELECT:     5,
	sqlite3.SQLITE_LIMIT_VDBE_OP:             250_000,
	sqlite3.SQLITE_LIMIT_FUNCTION_ARG:        10,
	sqlite3.SQLITE_LIMIT_ATTACHED:            0,
	sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 50,
	sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER:     100,
	sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH:       1,
	sqlite3.SQLITE_LIMIT_WORKER_THREADS:      0,
}

// trustedLimits keep out what could not be read again.
var trustedLimits = map[int]int{sqlite3.SQLITE_LIMIT_LENGTH: MaxValue}

// Connect opens an existing database for reading and writing.
func Connect(path string, settings []string) (*Conn, error) {
	return dial(context.Background(), path, "mode=rw&_busy_timeout=10000", settings, trustedLimits)
}

// Create opens a database that need not exist yet.
func Create(path string, settings []string) (*Conn, error) {
	return dial(context.Background(), path, "mode=rwc&_busy_timeout=10000", settings, trustedLimits)
}

// Memory makes a database that is gone when it is closed.
func Memory() (*Conn, error) {
	return dial(context.Background(), "memory", "mode=memory", nil, trustedLimits)
}

// Untrusted opens a file that anybody may have made, for reading alone. With immutable,
// SQLite looks neither for locks nor for sidecar files, and makes none. Queries end with ctx.
func Untrusted(ctx context.Context, path string) (*Conn, error) {
	conn, err := dial(ctx, path, "mode=ro&immutable=1", setUntrusted, untrustedLimits)
	if err == nil {
		conn.lite.RegisterAuthorizer(authorize)
	}
	return conn, err
}

func dial(ctx context.Context, path, query string, settings []string, limits map[int]int) (*Conn, error) {
	dsn, err := fileURI(path)
	if err != nil {
		return nil, err
	}
	var d sqlite3.SQLiteDriver
	c, err := d.Open(dsn + "?" + query)
	if err != nil {
		return nil, err
	}
	conn := &Conn{lite: c.(*sqlite3.SQLiteConn), statements: map[string]driver.Stmt{}, ctx: ctx}
	if err := conn.Exec(fmt.Sprintf("PRAGMA hard_heap_limit = %d", hardHeap)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	for id, n := range limits {
		conn.lite.SetLimit(id, n)
	}
	for _, s := range settings {
		if err := conn.set(s); err != nil {
			return nil, errors.Join(err, conn.Close())
		}
	}
	return conn, nil
}

// set runs a PRAGMA. If the disk refuses another journal mode, SQLite stays with the one there is and says
// nothing; with it edits would be less sure, or block each other.
func (c *Conn) set(pragma string) error {
	want, isMode := strings.CutPrefix(pragma, "PRAGMA journal_mode = ")
	if !isMode {
		return c.Exec(pragma)
	}
	var got string
	err := c.Each(pragma, func(v []driver.Value) error {
		got, _ = v[0].(string)
		return nil
	})
	if err == nil && !strings.EqualFold(got, want) {
		err = fmt.Errorf("%s: it stays with %s", pragma, got)
	}
	return err
}

// fileURI turns a path into a "file:" URI: a raw path holding "?" or "%" would open another file.
func fileURI(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", path, err)
	}
	slashed := filepath.ToSlash(abs)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/x becomes /C:/x, which SQLite knows
	}
	return "file://" + (&url.URL{Path: slashed}).EscapedPath(), nil
}

// Exec runs a statement that returns no rows, or several without arguments.
func (c *Conn) Exec(query string, args ...driver.Value) error {
	_, err := c.lite.Exec(query, args)
	return err
}

// Run runs a statement that is used many times, and returns how many rows it changed.
func (c *Conn) Run(query string, args []driver.Value) (int64, error) {
	s, err := c.statement(query)
	if err != nil {
		return 0, err
	}
	result, err := s.(*sqlite3.SQLiteStmt).Exec(args)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// maxStatements keeps the many ways to change some columns of a row from piling up.
const maxStatements = 256

func (c *Conn) statement(query string) (driver.Stmt, error) {
	if s, ok := c.statements[query]; ok {
		return s, nil
	}
	if len(c.statements) == maxStatements {
		for _, s := range c.statements {
			if err := s.Close(); err != nil {
				return nil, err
			}
		}
		clear(c.statements)
	}
	s, err := c.lite.Prepare(query)
	if err != nil {
		return nil, err
	}
	c.statements[query] = s
	return s, nil
}

// Each calls row for every row of a query. The values are nil, int64, float64, string or []byte.
// The slice is used again for the next row.
func (c *Conn) Each(query string, row func([]driver.Value) error, args ...driver.Value) (err error) {
	named := make([]driver.NamedValue, len(args))
	for i, v := range args {
		named[i] = driver.NamedValue{Ordinal: i + 1, Value: v}
	}
	rows, err := c.lite.QueryContext(c.ctx, query, named)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	values := make([]driver.Value, len(rows.Columns()))
	for {
		switch err := rows.Next(values); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := row(values); err != nil {
			return err
		}
	}
}

// Number returns the first value of the first row of a query as an integer.
func (c *Conn) Number(query string, args ...driver.Value) (int64, error) {
	n, found := int64(0), false
	err := c.Each(query, func(v []driver.Value) error {
		if !found {
			n, found = v[0].(int64)
		}
		return nil
	}, args...)
	if err == nil && !found {
		err = fmt.Errorf("%s: no number", query)
	}
	return n, err
}

// Transaction runs f in one transaction, which is undone if f fails.
func (c *Conn) Transaction(f func() error) error {
	if err := c.Exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := f()
	if err == nil {
		err = c.Exec("COMMIT")
	}
	if err != nil && !c.lite.AutoCommit() {
		err = errors.Join(err, c.Exec("ROLLBACK"))
	}
	return err
}

// Close closes the connection.
func (c *Conn) Close() error {
	var errs []error
	for _, s := range c.statements {
		errs = append(errs, s.Close())
	}
	c.statements = nil
	return errors.Join(append(errs, c.lite.Close())...)
}

// Quoted returns an SQL identifier: kinds and fields may be words of SQL.
func Quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
