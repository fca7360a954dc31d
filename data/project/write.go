package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"

	"jejak/data/journey"
	"jejak/data/project/lite"
	"jejak/data/project/row"
)

// errClosed is the cause of an error after Close.
var errClosed = errors.New("the project is closed")

// Write does as Keep does, for changes that nobody will undo: the history that the working copy
// holds ends with it. An empty Diff does nothing.
func (f *File) Write(d journey.Diff) error {
	if d.IsEmpty() {
		return nil
	}
	return f.Keep(Anew, Step{Diff: d}, time.Now())
}

// workError makes a SaveError of an error that the working copy met.
func workError(path string, err error) error {
	var failed sqlite3.Error
	if errors.Is(err, row.ErrValue) || errors.As(err, &failed) && failed.Code == sqlite3.ErrConstraint {
		return saveError(path, Invalid, err)
	}
	if errors.As(err, &failed) && failed.Code == sqlite3.ErrTooBig {
		return saveError(path, TooLarge, err)
	}
	if saveReasonOf(err) == DiskFull {
		return saveError(path, DiskFull, err)
	}
	return saveError(path, NoWorkspace, err)
}

func (f *File) write(d journey.Diff, gone map[journey.Ref]keptColumns) error {
	for _, rec := range d.Removed {
		if err := f.remove(rec, gone); err != nil {
			return fmt.Errorf("remove %s %s: %w", rec.Kind(), rec.RecordID(), err)
		}
	}
	for _, u := range d.Updated {
		if err := f.update(u); err != nil {
			return fmt.Errorf("change %s %s: %w", u.To.Kind(), u.To.RecordID(), err)
		}
	}
	for _, rec := range d.Added {
		if err := f.insert(rec); err != nil {
			return fmt.Errorf("add %s %s: %w", rec.Kind(), rec.RecordID(), err)
		}
	}
	return nil
}

func (f *File) insert(rec journey.Record) error {
	c := row.Codecs[rec.Kind()]
	values, err := c.Row(rec)
	if err != nil {
		return err
	}
	if err := f.putAssets(c, rec); err != nil {
		return err
	}
	if err := f.one(c.Insert, values); err != nil {
		return err
	}
	kept, ok := f.kept[journey.RefTo(rec)]
	if !ok {
		return nil
	}
	columns := f.unknown[string(c.Kind)]
	sets := make([]string, len(columns))
	for i, name := range columns {
		sets[i] = lite.Quoted(name) + " = ?"
	}
	return f.one(updateQuery(c.Kind, sets), append(slices.Clone(kept), string(rec.RecordID())))
}

// update changes the columns that differ: each further one would have its references looked up and
// its indexes written again.
func (f *File) update(u journey.Update) error {
	c := row.Codecs[u.To.Kind()]
	from, err := c.Row(u.From)
	if err != nil {
		return err
	}
	to, err := c.Row(u.To)
	if err != nil {
		return err
	}
	if err := f.putAssets(c, u.To); err != nil {
		return err
	}
	var sets []string
	var args []driver.Value
	for i, col := range c.Columns {
		if from[i] != to[i] {
			sets = append(sets, lite.Quoted(col.Name)+" = ?")
			args = append(args, to[i])
		}
	}
	if len(sets) == 0 {
		return nil
	}
	return f.one(updateQuery(c.Kind, sets), append(args, string(u.To.RecordID())))
}

func updateQuery(k journey.Kind, sets []string) string {
	return fmt.Sprintf("UPDATE %s SET %s WHERE %s = ?", lite.Quoted(string(k)), strings.Join(sets, ", "), lite.Quoted("id"))
}

// remove removes the row of rec. What it holds that this version does not know is put into gone,
// for the case that the removal is undone.
func (f *File) remove(rec journey.Record, gone map[journey.Ref]keptColumns) error {
	c := row.Codecs[rec.Kind()]
	id := string(rec.RecordID())
	columns := f.unknown[string(c.Kind)]
	if len(columns) > 0 {
		names := make([]string, len(columns))
		for i, name := range columns {
			names[i] = lite.Quoted(name)
		}
		query := fmt.Sprintf("SELECT %s FROM %s WHERE %s = ?", strings.Join(names, ", "), lite.Quoted(string(c.Kind)), lite.Quoted("id"))
		err := f.conn.Each(query, func(v []driver.Value) error {
			if !slices.Equal(v, []driver.Value{"{}"}) {
				gone[journey.RefTo(rec)] = slices.Clone(v)
			}
			return nil
		}, id)
		if err != nil {
			return err
		}
	}
	return f.one(c.Remove, []driver.Value{id})
}

// putAssets stores the bytes that rec holds beside its row. Those that no row refers to any more
// stay in the working copy, for undo, and do not get into a published file.
func (f *File) putAssets(c *row.Codec, rec journey.Record) error {
	return c.Assets(rec, func(hash string, data []byte) error {
		_, err := f.conn.Run(`INSERT INTO "asset" ("hash", "data") VALUES (?, ?) ON CONFLICT DO NOTHING`,
			[]driver.Value{hash, data})
		return err
	})
}

// one runs a statement that must change exactly one row.
func (f *File) one(query string, args []driver.Value) error {
	n, err := f.conn.Run(query, args)
	if err == nil && n != 1 {
		err = fmt.Errorf("%d rows were changed instead of one", n)
	}
	return err
}

// knownExt is what File.unknown is in a file of this version.
func knownExt() map[string][]string {
	m := map[string][]string{}
	for _, k := range journey.Kinds {
		m[string(k)] = []string{"ext"}
	}
	return m
}
