package row

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"jejak/data/journey"
	"jejak/data/project/lite"
)

// Meta is the row of the meta table.
type Meta struct {
	DocID, Rev, BaseRev  string
	MinReader, MinWriter int
	Digest               string
}

// Contents is everything that one pass over a database finds.
type Contents struct {
	Meta    Meta
	Project journey.Project
	Digest  string              // computed
	Unknown map[string][]string // columns that this version does not know, ext among them, by table
}

// MaxRecords is how many elements a project may have: several times those of a very large one, and few
// enough for the memory of any computer.
const MaxRecords = 100_000

// ErrTooMany is the error of a file that holds more.
var ErrTooMany = fmt.Errorf("more than %d elements", MaxRecords)

// ErrMissing marks a table or column that a file of this version must have.
var ErrMissing = errors.New("is missing")

// ReadContents reads all rows of all tables, those of unknown tables for the digest alone. Of a file
// of an older version tables and columns may be missing.
func ReadContents(c *lite.Conn, version int, older bool) (Contents, error) {
	names, err := lite.Tables(c)
	if err != nil {
		return Contents{}, err
	}
	r := reader{
		contents: Contents{Unknown: map[string][]string{}},
		digest:   NewDigest(version),
		assets:   map[string][]byte{},
		older:    older,
	}
	// What refers to assets comes after them.
	slices.SortStableFunc(names, func(a, b string) int { return b2i(b == "asset") - b2i(a == "asset") })
	for _, name := range names {
		if err := r.table(c, name); err != nil {
			return Contents{}, fmt.Errorf("table %s: %w", name, err)
		}
	}
	for _, k := range append([]journey.Kind{"meta", "asset"}, journey.Kinds...) {
		if !slices.Contains(names, string(k)) && !r.older {
			return Contents{}, fmt.Errorf("table %s %w", k, ErrMissing)
		}
	}
	if r.metaRows != 1 {
		return Contents{}, fmt.Errorf("table meta has %d rows", r.metaRows)
	}
	r.contents.Project = journey.FromRecords(r.records)
	r.contents.Digest = r.digest.String()
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
	contents Contents
	digest   *Digest
	records  []journey.Record
	assets   map[string][]byte
	metaRows int
	older    bool // an older version wrote the file: columns of this one may be missing
}

func (r *reader) table(c *lite.Conn, name string) error {
	columns, err := ColumnNames(c, name)
	if err != nil {
		return err
	}
	query := "SELECT * FROM " + lite.Quoted(name)
	switch codec := Codecs[journey.Kind(name)]; {
	case name == "meta":
		return c.Each(query, func(v []driver.Value) error { return r.meta(columns, v) })
	case name == "asset":
		return c.Each(query, func(v []driver.Value) error { return r.asset(columns, v) })
	case codec != nil:
		return r.kind(c, codec, columns)
	}
	return c.Each(query, func(v []driver.Value) error { return r.digest.Row(name, columns, v) })
}

// ColumnNames lists the columns of a table in their order.
func ColumnNames(c *lite.Conn, table string) ([]string, error) {
	var names []string
	err := c.Each("PRAGMA table_info("+lite.Quoted(table)+")", func(v []driver.Value) error {
		name, ok := v[1].(string)
		if !ok {
			return ErrType
		}
		names = append(names, name)
		return nil
	})
	return names, err
}

func (r *reader) kind(c *lite.Conn, codec *Codec, columns []string) error {
	places := make([]int, len(codec.Columns)) // of each column of the codec in the table, or -1
	known := map[string]bool{}
	for i, col := range codec.Columns {
		places[i] = slices.Index(columns, col.Name)
		known[col.Name] = true
		if places[i] < 0 && !r.older {
			return fmt.Errorf("column %s %w", col.Name, ErrMissing)
		}
	}
	if places[0] < 0 {
		return fmt.Errorf("column id %w", ErrMissing)
	}
	for _, name := range columns {
		if !known[name] {
			r.contents.Unknown[string(codec.Kind)] = append(r.contents.Unknown[string(codec.Kind)], name)
		}
	}
	return c.Each("SELECT * FROM "+lite.Quoted(string(codec.Kind)), func(values []driver.Value) error {
		if len(r.records) == MaxRecords {
			return ErrTooMany
		}
		if err := r.digest.Row(string(codec.Kind), columns, values); err != nil {
			return err
		}
		rec := reflect.New(codec.Record).Elem()
		for i, col := range codec.Columns {
			if places[i] < 0 {
				continue
			}
			err := r.field(rec.Field(col.Field), col, values[places[i]])
			if err != nil {
				return fmt.Errorf("row %v, column %s: %w", values[places[0]], col.Name, err)
			}
		}
		r.records = append(r.records, rec.Interface().(journey.Record))
		return nil
	})
}

func (r *reader) field(field reflect.Value, col Column, v driver.Value) error {
	if col.Form != Asset {
		return col.Decode(field, v)
	}
	if v == nil {
		return nil
	}
	hash, ok := v.(string)
	if !ok {
		return ErrType
	}
	data, ok := r.assets[hash]
	if !ok {
		return fmt.Errorf("asset %s %w", hash, ErrMissing)
	}
	field.SetBytes(data)
	return nil
}

func (r *reader) asset(columns []string, values []driver.Value) error {
	hash, isText := valueOf(columns, values, "hash").(string)
	data, isBlob := valueOf(columns, values, "data").([]byte)
	if !isText || !isBlob {
		return ErrType
	}
	if HashOf(data) != hash {
		return fmt.Errorf("the bytes of asset %s are damaged", hash)
	}
	r.assets[hash] = data
	return r.digest.Row("asset", columns, values)
}

func (r *reader) meta(columns []string, values []driver.Value) error {
	r.metaRows++
	m := &r.contents.Meta
	for _, t := range []struct {
		name string
		to   *string
	}{{"doc_id", &m.DocID}, {"rev", &m.Rev}, {"base_rev", &m.BaseRev}, {"digest", &m.Digest}} {
		s, ok := valueOf(columns, values, t.name).(string)
		if !ok {
			return fmt.Errorf("column %s: %w", t.name, ErrType)
		}
		*t.to = s
	}
	for _, n := range []struct {
		name string
		to   *int
	}{{"min_reader", &m.MinReader}, {"min_writer", &m.MinWriter}} {
		i, ok := valueOf(columns, values, n.name).(int64)
		if !ok || i < 1 || i > 1<<30 {
			return fmt.Errorf("column %s: %w", n.name, ErrType)
		}
		*n.to = int(i)
	}
	if i := slices.Index(columns, "digest"); i >= 0 {
		values[i] = nil // a digest does not cover itself
	}
	return r.digest.Row("meta", columns, values)
}

func valueOf(columns []string, values []driver.Value, name string) driver.Value {
	if i := slices.Index(columns, name); i >= 0 {
		return values[i]
	}
	return nil
}

// ReadMeta reads what a file of any version says of itself.
func ReadMeta(conn *lite.Conn) (Meta, error) {
	columns, err := ColumnNames(conn, "meta")
	if err != nil {
		return Meta{}, err
	}
	r := reader{digest: NewDigest(0)}
	err = conn.Each(`SELECT * FROM "meta"`, func(v []driver.Value) error { return r.meta(columns, v) })
	if err == nil && r.metaRows != 1 {
		err = fmt.Errorf("table meta has %d rows", r.metaRows)
	}
	return r.contents.Meta, err
}
