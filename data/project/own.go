package project

import (
	"database/sql/driver"
	"fmt"
	"time"

	"jejak/data/journey"
	"jejak/data/project/lite"
)

// The tables of a working copy that no published file has: their names begin with an underscore,
// which readers of project files refuse.
//
//	_work  one row: how many edits there were, how many of them the user's file holds, and the
//	       state that is about to become the user's file
//	_step  the history: step n leads from state n-1 to state n; _work.done is the present state
//	_kept  what this version does not know of records that were removed and may come back
const ownSchema = `
CREATE TABLE "_work" (
    "one"           INTEGER NOT NULL PRIMARY KEY CHECK ("one" = 1),
    "format"        INTEGER NOT NULL, -- of these three tables
    "edits"         INTEGER NOT NULL DEFAULT 0,
    "published"     INTEGER NOT NULL DEFAULT 0,
    "last"          INTEGER NOT NULL DEFAULT 0, -- when the last edit was made
    "done"          INTEGER NOT NULL DEFAULT 0,
    "path"          TEXT NOT NULL DEFAULT '',
    "pending_rev"   TEXT NOT NULL DEFAULT '',
    "pending_base"  TEXT NOT NULL DEFAULT '',
    "pending_edits" INTEGER NOT NULL DEFAULT 0,
    "pending_path"  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE "_step" (
    "n"     INTEGER NOT NULL PRIMARY KEY,
    "key"   TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "name"  TEXT NOT NULL,
    "diff"  TEXT NOT NULL
) STRICT;
CREATE TABLE "_kept" (
    "kind"   TEXT NOT NULL,
    "id"     TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "value"  ANY,
    PRIMARY KEY ("kind", "id", "column")
) STRICT;`

const dropOwnSchema = `DROP TABLE "_work"; DROP TABLE "_step"; DROP TABLE "_kept";`

// ownFormat is what _work.format must be.
const ownFormat = 1

// own is what a File knows of the tables that are the working copy's own.
type own struct {
	edits     int64 // made since the project was opened
	published int64 // of them, those that the user's file holds
	last      time.Time
	done      int64 // the number of the last step done
	steps     int64 // the number of the last step there is
}

// pending is a state that was about to become the user's file.
type pending struct {
	rev, base string
	edits     int64
	path      string
}

// begin makes the tables of a new working copy.
func (f *File) begin() error {
	return f.conn.Transaction(func() error {
		if err := f.conn.Exec(ownSchema); err != nil {
			return err
		}
		return f.conn.Exec(`INSERT INTO "_work" ("one", "format", "path") VALUES (1, ?, ?)`, int64(ownFormat), absolute(f.path))
	})
}

// readOwn reads the row of _work.
func readOwn(c *lite.Conn) (o own, p pending, path string, err error) {
	rows := 0
	format := int64(0)
	err = c.Each(`SELECT "format", "edits", "published", "last", "done", "path",
		"pending_rev", "pending_base", "pending_edits", "pending_path" FROM "_work"`, func(v []driver.Value) error {
		rows++
		format, _ = v[0].(int64)
		o.edits, _ = v[1].(int64)
		o.published, _ = v[2].(int64)
		if ms, _ := v[3].(int64); ms != 0 {
			o.last = time.UnixMilli(ms)
		}
		o.done, _ = v[4].(int64)
		path, _ = v[5].(string)
		p.rev, _ = v[6].(string)
		p.base, _ = v[7].(string)
		p.edits, _ = v[8].(int64)
		p.path, _ = v[9].(string)
		return nil
	})
	if err == nil && (rows != 1 || format != ownFormat) {
		err = fmt.Errorf("a working copy of another kind: %d rows, format %d", rows, format)
	}
	if err == nil {
		o.steps, err = c.Number(`SELECT ifnull(max("n"), 0) FROM "_step"`)
	}
	return o, p, path, err
}

// readKept reads what was kept of removed records.
func (f *File) readKept() error {
	return f.conn.Each(`SELECT "kind", "id", "column", "value" FROM "_kept"`, func(v []driver.Value) error {
		kind, _ := v[0].(string)
		id, _ := v[1].(string)
		name, _ := v[2].(string)
		ref := journey.Ref{Kind: journey.Kind(kind), ID: journey.ID(id)}
		for i, column := range f.unknown[kind] {
			if column != name {
				continue
			}
			if f.kept[ref] == nil {
				f.kept[ref] = make(keptColumns, len(f.unknown[kind]))
			}
			f.kept[ref][i] = v[3]
		}
		return nil
	})
}

// writeKept notes what this version does not know of records that have been removed.
func (f *File) writeKept(gone map[journey.Ref]keptColumns) error {
	for ref, values := range gone {
		for i, name := range f.unknown[string(ref.Kind)] {
			_, err := f.conn.Run(`INSERT OR REPLACE INTO "_kept" ("kind", "id", "column", "value") VALUES (?, ?, ?, ?)`,
				[]driver.Value{string(ref.Kind), string(ref.ID), name, values[i]})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
