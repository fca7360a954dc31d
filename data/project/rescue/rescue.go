// Package rescue makes a project of the rows that package page finds in a damaged file.
package rescue

import (
	"cmp"
	"fmt"
	"io"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"jejak/data/journey"
	"jejak/data/project/mend"
	"jejak/data/project/page"
	"jejak/data/project/row"
)

// Sorted are the rows that were found, sorted into records.
type Sorted struct {
	MinReader int64 // what the file says of itself; 0: nothing
	Records   map[journey.Ref]journey.Record
	Losses    []mend.Loss

	shapes   map[string][]string // the columns of each table
	first    map[string]int      // how many of them its rows had when there was no younger one
	kinds    []journey.Kind      // in the order in which a loose row is tried
	images   map[string][]byte   // the bytes of images, by hash
	seen     int                 // rows that may become records
	unplaced int                 // rows that fit nowhere
	strange  int                 // rows of tables that this version does not know
}

// Read reads a damaged file of size bytes and makes records of what is found. schema are the statements of
// the migrations that made the tables. The error is one of reading.
func Read(from io.ReaderAt, size int64, schema []string) (*Sorted, error) {
	s := &Sorted{
		shapes: map[string][]string{}, first: map[string]int{}, kinds: slices.Clone(journey.Kinds),
		images: map[string][]byte{}, Records: map[journey.Ref]journey.Record{},
	}
	s.learn(schema)
	found, err := page.Read(from, size, s.wants)
	if err != nil {
		return nil, err
	}
	s.sort(found)
	return s, nil
}

// wants looks at a row as soon as it is found: what need not be remembered takes no memory.
func (s *Sorted) wants(table string, values []any) bool {
	hash, isText := at(values, 0).(string)
	data, isBlob := at(values, 1).([]byte)
	switch {
	case table == "meta":
		return true
	case (table == "asset" || table == "") && isText && isBlob:
		if row.HashOf(data) == hash {
			s.images[hash] = data
		}
		return false
	case table == "asset" || strings.HasPrefix(table, "sqlite_"):
		return false
	case table != "" && s.shapes[table] == nil:
		s.strange++
		return false
	case s.seen == row.MaxRecords:
		s.unplaced++
		return false
	}
	s.seen++
	return true
}

func (s *Sorted) sort(found page.Found) {
	for _, t := range found.Tables {
		if _, ours := s.shapes[t.Name]; ours {
			if columns := columnsIn(t.SQL); len(columns) > 0 {
				s.shapes[t.Name] = columns
			}
		}
		if t.Name == "meta" {
			for _, r := range t.Rows {
				if i := slices.Index(s.shapes["meta"], "min_reader"); i >= 0 && i < len(r.Values) {
					s.MinReader, _ = r.Values[i].(int64)
				}
			}
		}
	}
	// The more columns, the less is a row taken for one of another kind.
	slices.SortStableFunc(s.kinds, func(a, b journey.Kind) int {
		return cmp.Compare(len(s.shapes[string(b)]), len(s.shapes[string(a)]))
	})
	s.run(found)
}

// Project returns the records as a sound project, and all that was lost. newID names what has to be
// added.
func (s *Sorted) Project(newID func() journey.ID) (journey.Project, []mend.Loss) {
	p, more := mend.Project(journey.FromRecords(s.list()), newID)
	standIn := map[journey.Ref]bool{}
	for _, l := range more {
		if l.Code == mend.StandIn {
			standIn[l.Ref] = true
		}
	}
	// It is not gone where something stands in for it.
	told := slices.DeleteFunc(slices.Clone(s.Losses), func(l mend.Loss) bool { return l.Code == mend.Gone && standIn[l.Ref] })
	losses := append(told, more...)
	if len(losses) == 0 {
		losses = []mend.Loss{{Code: mend.Doubt}}
	}
	return p, losses
}

// learn reads the columns of each table from the migrations. A column that came with a later one is
// behind those that were there, as SQLite puts it.
func (s *Sorted) learn(schema []string) {
	for _, text := range schema {
		for _, sql := range statement.FindAllString(text, -1) {
			table := tableName.FindStringSubmatch(sql)[1]
			s.shapes[table] = columnsIn(sql)
			s.first[table] = len(s.shapes[table])
		}
		for _, m := range younger.FindAllStringSubmatch(text, -1) {
			s.shapes[m[1]] = append(s.shapes[m[1]], m[2])
		}
	}
}

var (
	statement  = regexp.MustCompile(`(?s)CREATE TABLE "[a-z_]+" \(.*?\n\) STRICT`)
	younger    = regexp.MustCompile(`ALTER TABLE "([a-z_]+)" ADD COLUMN "([a-z0-9_]+)"`)
	tableName  = regexp.MustCompile(`^CREATE TABLE "([a-z_]+)"`)
	columnName = regexp.MustCompile(`[(,]\s*(?:--[^\n]*\n\s*)*"([a-z0-9_]+)"\s+[A-Z]`)
)

// columnsIn returns the names of the columns in a statement that makes a table, as the migrations
// are written: each name is quoted and has its type behind it.
func columnsIn(sql string) []string {
	sql = comment.ReplaceAllString(sql, "")
	var names []string
	for _, m := range columnName.FindAllStringSubmatch(sql, -1) {
		names = append(names, m[1])
	}
	return names
}

var comment = regexp.MustCompile(`--[^\n]*`)

// run goes through all that was found.
func (s *Sorted) run(found page.Found) {
	for _, t := range found.Tables {
		c := row.Codecs[journey.Kind(t.Name)]
		if c == nil {
			continue
		}
		for _, r := range t.Rows {
			// A row that is a perfect one of another table stands in a page that does not belong here.
			if !s.take(c, r, true) && !s.place(r) && !s.take(c, r, false) {
				s.unplaced++
			}
		}
	}
	for _, r := range found.Loose {
		if !s.place(r) && !ofFile(r) {
			s.unplaced++
		}
	}
	s.missed(found.Tables)
	count := func(code mend.Code, n int) {
		if n > 0 {
			s.Losses = append([]mend.Loss{{Code: code, Count: n}}, s.Losses...)
		}
	}
	count(mend.Strange, s.strange)
	count(mend.Rows, s.unplaced)
	count(mend.Pages, found.Bad)
}

// place finds the kind of a row by its looks.
func (s *Sorted) place(r page.Row) bool {
	for _, k := range s.kinds {
		if s.take(row.Codecs[k], r, true) {
			return true
		}
	}
	return false
}

// ofFile reports whether a row is one that the file needs for itself: of meta or of the schema.
func ofFile(r page.Row) bool {
	first := at(r.Values, 0)
	return first == nil || len(r.Values) == 5 && (first == "table" || first == "index")
}

func at(values []any, i int) any {
	if i < 0 || i >= len(values) {
		return nil
	}
	return values[i]
}

// take makes a record of a row. A strict one must be as this program writes it in every field; else
// a field that cannot be read is left empty, as long as most can.
func (s *Sorted) take(c *row.Codec, r page.Row, strict bool) bool {
	columns := s.shapes[string(c.Kind)]
	if len(r.Values) > len(columns) || strict && len(r.Values) < s.first[string(c.Kind)] {
		return false
	}
	v := reflect.New(c.Record).Elem()
	var faults []mend.Loss
	for i, col := range c.Columns {
		j := slices.Index(columns, col.Name)
		if j < 0 || j >= len(r.Values) {
			continue // a younger column: the row is from before it
		}
		code := s.field(v.Field(col.Field), col, r.Values[j], strict)
		if code == "" {
			continue
		}
		if i == 0 || strict && code == mend.Emptied {
			return false
		}
		faults = append(faults, mend.Loss{Code: code, Field: col.Name})
	}
	rec := v.Interface().(journey.Record)
	if rec.RecordID() == "" || 2*len(faults) > len(c.Columns) || strict && odd(rec) {
		return false
	}
	ref := journey.RefTo(rec)
	if _, twice := s.Records[ref]; twice {
		return true // the one that its table leads to came first
	}
	s.Records[ref] = rec
	for _, f := range faults {
		f.Ref, f.Name = ref, journey.NameOf(rec)
		s.Losses = append(s.Losses, f)
	}
	return true
}

// field reads one value and says what is wrong with it; "" for nothing.
func (s *Sorted) field(field reflect.Value, col row.Column, x any, strict bool) mend.Code {
	if n, isInt := x.(int64); isInt && (field.Kind() == reflect.Float64 || field.Type() == row.SomeType) {
		x = float64(n) // SQLite keeps whole numbers in this way
	}
	if col.Form == row.Asset {
		hash, isText := x.(string)
		data, have := s.images[hash]
		switch {
		case x == nil:
		case !isText, !have && !strict:
			return mend.Emptied
		default:
			field.SetBytes(data)
		}
		return ""
	}
	if x == "" && col.Form == row.Reference && strict {
		return mend.Emptied // none is written as NULL
	}
	if err := col.Decode(field, x); err != nil {
		field.SetZero()
		return mend.Emptied
	}
	if text, isText := x.(string); isText && row.SoundText(text) != text {
		return mend.Altered
	}
	return ""
}

// odd reports whether a record says what none of its kind can say, whatever else is in the project.
func odd(rec journey.Record) bool {
	for _, f := range journey.Check(journey.Project{}, rec) {
		switch f.Code {
		case journey.BadWord, journey.BadNumber, journey.BadDate, journey.BadColor, journey.WrongKind:
			return true
		}
	}
	return false
}

// maxGone is how many elements that are gone are listed one by one.
const maxGone = 1000

// missed lists the elements that an index names and that were not found.
func (s *Sorted) missed(tables []page.Table) {
	n := 0
	for _, t := range tables {
		kind := journey.Kind(t.Name)
		if row.Codecs[kind] == nil {
			continue
		}
		for _, key := range t.Keys {
			ref := journey.Ref{Kind: kind, ID: journey.ID(row.SoundText(key))}
			if _, ok := s.Records[ref]; ok {
				continue
			}
			if n++; n <= maxGone {
				s.Losses = append(s.Losses, mend.Loss{Code: mend.Gone, Ref: ref})
			}
		}
	}
	if n > maxGone {
		s.Losses = append(s.Losses, mend.Loss{Code: mend.More, Count: n - maxGone})
	}
}

// list returns the records, in an order of their own.
func (s *Sorted) list() []journey.Record {
	var list []journey.Record
	for _, rec := range s.Records {
		list = append(list, rec)
	}
	slices.SortFunc(list, func(a, b journey.Record) int {
		return cmp.Compare(fmt.Sprint(journey.RefTo(a)), fmt.Sprint(journey.RefTo(b)))
	})
	return list
}
