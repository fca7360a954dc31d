package project

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"jejak/data/journey"
)

// meta is the row of the meta table.
type meta struct {
	docID, rev, baseRev  string
	minReader, minWriter int
	digest               string
}

// contents is everything that one pass over a database finds.
type contents struct {
	meta    meta
	project journey.Project
	digest  string              // computed
	unknown map[string][]string // columns that this version does not know, ext among them, by table
}

// errMissing marks a table or column that a file of this version must have.
var errMissing = errors.New("is missing")

// readContents reads all rows of all tables, those of unknown tables for the digest alone.
func readContents(c *connection, version int) (contents, error) {
	names, err := tables(c)
	if err != nil {
		return contents{}, err
	}
	r := reader{
		contents: contents{unknown: map[string][]string{}},
		digest:   newDigest(version),
		assets:   map[string][]byte{},
		older:    version < Version,
	}
	// What refers to assets comes after them.
	slices.SortStableFunc(names, func(a, b string) int { return b2i(b == "asset") - b2i(a == "asset") })
	for _, name := range names {
		if err := r.table(c, name); err != nil {
			return contents{}, fmt.Errorf("table %s: %w", name, err)
		}
	}
	for _, k := range append([]journey.Kind{"meta", "asset"}, journey.Kinds...) {
		if !slices.Contains(names, string(k)) && !r.older {
			return contents{}, fmt.Errorf("table %s %w", k, errMissing)
		}
	}
	if r.metaRows != 1 {
		return contents{}, fmt.Errorf("table meta has %d rows", r.metaRows)
	}
	r.contents.project = journey.FromRecords(r.records)
	r.contents.digest = r.digest.String()
	return r.contents, nil
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// reader collects what the tables hold.
type reader struct {
	contents contents
	digest   *digest
	records  []journey.Record
	assets   map[string][]byte
	metaRows int
	older    bool // an older version wrote the file: columns of this one may be missing
}

func (r *reader) table(c *connection, name string) error {
	columns, err := columnNames(c, name)
	if err != nil {
		return err
	}
	query := "SELECT * FROM " + quoted(name)
	switch codec := codecs[journey.Kind(name)]; {
	case name == "meta":
		return c.each(query, func(v []driver.Value) error { return r.meta(columns, v) })
	case name == "asset":
		return c.each(query, func(v []driver.Value) error { return r.asset(columns, v) })
	case codec != nil:
		return r.kind(c, codec, columns)
	}
	return c.each(query, func(v []driver.Value) error { return r.digest.row(name, columns, v) })
}

func columnNames(c *connection, table string) ([]string, error) {
	var names []string
	err := c.each("PRAGMA table_info("+quoted(table)+")", func(v []driver.Value) error {
		name, ok := v[1].(string)
		if !ok {
			return errType
		}
		names = append(names, name)
		return nil
	})
	return names, err
}

func (r *reader) kind(c *connection, codec *codec, columns []string) error {
	places := make([]int, len(codec.columns)) // of each column of the codec in the table, or -1
	known := map[string]bool{}
	for i, col := range codec.columns {
		places[i] = slices.Index(columns, col.name)
		known[col.name] = true
		if places[i] < 0 && !r.older {
			return fmt.Errorf("column %s %w", col.name, errMissing)
		}
	}
	if places[0] < 0 {
		return fmt.Errorf("column id %w", errMissing)
	}
	for _, name := range columns {
		if !known[name] {
			r.contents.unknown[string(codec.kind)] = append(r.contents.unknown[string(codec.kind)], name)
		}
	}
	return c.each("SELECT * FROM "+quoted(string(codec.kind)), func(values []driver.Value) error {
		if err := r.digest.row(string(codec.kind), columns, values); err != nil {
			return err
		}
		rec := reflect.New(codec.record).Elem()
		for i, col := range codec.columns {
			if places[i] < 0 {
				continue
			}
			err := r.field(rec.Field(col.field), col, values[places[i]])
			if err != nil {
				return fmt.Errorf("row %v, column %s: %w", values[places[0]], col.name, err)
			}
		}
		r.records = append(r.records, rec.Interface().(journey.Record))
		return nil
	})
}

func (r *reader) field(field reflect.Value, col column, v driver.Value) error {
	if col.form != asset {
		return col.decode(field, v)
	}
	if v == nil {
		return nil
	}
	hash, ok := v.(string)
	if !ok {
		return errType
	}
	data, ok := r.assets[hash]
	if !ok {
		return fmt.Errorf("asset %s %w", hash, errMissing)
	}
	field.SetBytes(data)
	return nil
}

func (r *reader) asset(columns []string, values []driver.Value) error {
	hash, isText := valueOf(columns, values, "hash").(string)
	data, isBlob := valueOf(columns, values, "data").([]byte)
	if !isText || !isBlob {
		return errType
	}
	if hashOf(data) != hash {
		return fmt.Errorf("the bytes of asset %s are damaged", hash)
	}
	r.assets[hash] = data
	return r.digest.row("asset", columns, values)
}

func (r *reader) meta(columns []string, values []driver.Value) error {
	r.metaRows++
	m := &r.contents.meta
	for _, t := range []struct {
		name string
		to   *string
	}{{"doc_id", &m.docID}, {"rev", &m.rev}, {"base_rev", &m.baseRev}, {"digest", &m.digest}} {
		s, ok := valueOf(columns, values, t.name).(string)
		if !ok {
			return fmt.Errorf("column %s: %w", t.name, errType)
		}
		*t.to = s
	}
	for _, n := range []struct {
		name string
		to   *int
	}{{"min_reader", &m.minReader}, {"min_writer", &m.minWriter}} {
		i, ok := valueOf(columns, values, n.name).(int64)
		if !ok || i < 1 || i > 1<<30 {
			return fmt.Errorf("column %s: %w", n.name, errType)
		}
		*n.to = int(i)
	}
	if i := slices.Index(columns, "digest"); i >= 0 {
		values[i] = nil // a digest does not cover itself
	}
	return r.digest.row("meta", columns, values)
}

func valueOf(columns []string, values []driver.Value, name string) driver.Value {
	if i := slices.Index(columns, name); i >= 0 {
		return values[i]
	}
	return nil
}
