//go:build linux

package vfs_test

import (
	"database/sql/driver"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/mattn/go-sqlite3"

	"jejak/data/project/torture/vfs"
)

func open(t *testing.T, path string) *sqlite3.SQLiteConn {
	t.Helper()
	var d sqlite3.SQLiteDriver
	c, err := d.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return c.(*sqlite3.SQLiteConn)
}

// TestWatch counts the steps of a transaction, and rebuilds the file from them.
func TestWatch(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.db")
	counts := map[vfs.Kind]int{}
	var rebuilt []byte
	err := vfs.Watch(func(s vfs.Step) vfs.Fate {
		if filepath.Dir(s.Path) != dir && s.Path != dir {
			t.Errorf("a step at %q", s.Path)
		}
		counts[s.Kind]++
		if s.Kind == vfs.Write && s.Path == path {
			if end := int(s.At) + len(s.Data); end > len(rebuilt) {
				rebuilt = append(rebuilt, make([]byte, end-len(rebuilt))...)
			}
			copy(rebuilt[s.At:], s.Data)
		}
		return vfs.GoOn
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := vfs.Watch(nil); err != nil {
			t.Error(err)
		}
	}()
	conn := open(t, path)
	for _, s := range []string{"PRAGMA synchronous = FULL", "CREATE TABLE x (a)", "INSERT INTO x VALUES (1)"} {
		if _, err := conn.Exec(s, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := conn.Close(); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(whole) != string(rebuilt) {
		t.Error("the steps do not make the file")
	}
	for _, k := range []vfs.Kind{vfs.Create, vfs.Write, vfs.Sync, vfs.Remove, vfs.SyncFolder} {
		if counts[k] == 0 {
			t.Errorf("no step of kind %d", k)
		}
	}
}

// TestFail makes each step of a transaction fail: it must not be there then, and the error must be told.
func TestFail(t *testing.T) {
	for _, fate := range []vfs.Fate{vfs.Fail, vfs.FailFull} {
		for at := 0; ; at++ {
			path := filepath.Join(t.TempDir(), "a.db")
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
			n := 0
			err := vfs.Watch(func(s vfs.Step) vfs.Fate {
				if s.Kind == vfs.SyncFolder {
					return vfs.GoOn
				}
				if n++; n == at+1 {
					return fate
				}
				return vfs.GoOn
			})
			if err != nil {
				t.Fatal(err)
			}
			conn := open(t, path)
			_, err = conn.Exec("CREATE TABLE x (a)", nil)
			if e := vfs.Watch(nil); e != nil {
				t.Fatal(e)
			}
			rows, queryErr := conn.Query("SELECT count(*) FROM sqlite_schema", nil)
			if queryErr != nil {
				t.Fatal(queryErr)
			}
			count := make([]driver.Value, 1)
			if e := errors.Join(rows.Next(count), rows.Close(), conn.Close()); e != nil {
				t.Fatal(e)
			}
			if n <= at {
				if err != nil || count[0] != int64(1) {
					t.Errorf("without a fault: %v, %v tables", err, count[0])
				}
				break
			}
			if err == nil || count[0] != int64(0) {
				t.Errorf("step %d failed: error %v, %v tables", at, err, count[0])
			}
			var lite sqlite3.Error
			if errors.As(err, &lite) && (fate == vfs.FailFull) != (lite.Code == sqlite3.ErrFull) {
				t.Errorf("step %d: %v", at, err)
			}
		}
	}
}
