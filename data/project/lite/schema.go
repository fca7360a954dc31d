package lite

import (
	"database/sql/driver"
	"fmt"
	"regexp"
	"strings"
)

// Tables lists the tables of a database in the order of their names, after checking that it holds
// nothing but plain tables and plain indexes. Views, triggers, virtual tables, generated
// columns and indexes on expressions run code of whoever made the file: no version of the
// program writes any. The tables of a working copy's own are passed over there, and refused in
// any other file.
func Tables(c *Conn) ([]string, error) {
	var names, indexes []string
	err := c.Each(`SELECT "type", "name", "sql" FROM sqlite_schema ORDER BY "name"`, func(v []driver.Value) error {
		kind, _ := v[0].(string)
		name, _ := v[1].(string)
		sql, hasSQL := v[2].(string)
		switch {
		case c.Own && kind == "table" && ownTables[name]:
		case kind == "table" && plainName.MatchString(name) && !strings.HasPrefix(name, "sqlite_") && plainTable.MatchString(sql):
			names = append(names, name)
		case kind == "index" && plainName.MatchString(name) && plainIndex.MatchString(sql):
			indexes = append(indexes, name)
		case kind == "index" && strings.HasPrefix(name, "sqlite_autoindex_") && !hasSQL:
			// It belongs to a table, and that was or will be looked at.
		default:
			return fmt.Errorf("schema: %s %q does not belong in a project file", kind, name)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		err := c.Each("PRAGMA table_xinfo("+Quoted(name)+")", func(v []driver.Value) error {
			if hidden, _ := v[6].(int64); hidden != 0 {
				return fmt.Errorf("schema: column %s.%v is computed", name, v[1])
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, name := range indexes {
		err := c.Each("PRAGMA index_xinfo("+Quoted(name)+")", func(v []driver.Value) error {
			if cid, _ := v[1].(int64); cid < -1 {
				return fmt.Errorf("schema: index %s is on an expression", name)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return names, nil
}

var ownTables = map[string]bool{"_work": true, "_step": true, "_kept": true}

var (
	plainName  = regexp.MustCompile(`^[a-z][a-z0-9_]{0,62}$`)
	plainTable = regexp.MustCompile(`^CREATE TABLE "?[a-z]`)
	plainIndex = regexp.MustCompile(`^CREATE (UNIQUE )?INDEX "?[a-z][^()]* \([^()]*\)$`)
)

// Integrity calls f for each of at most limit faults that SQLite finds in the file's pages.
func Integrity(conn *Conn, limit int, f func(string) error) error {
	return conn.Each(fmt.Sprintf("PRAGMA integrity_check(%d)", limit), func(v []driver.Value) error {
		if s, ok := v[0].(string); !ok || s != "ok" {
			return f(fmt.Sprint(v[0]))
		}
		return nil
	})
}
