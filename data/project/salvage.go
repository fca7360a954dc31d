package project

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"jejak/data/journey"
	"jejak/data/project/mend"
	"jejak/data/project/page"
)

// Loss is one thing that Salvage could not save as it was.
type Loss = mend.Loss

// Salvage returns what can be read from the project file at path, made sound, however damaged it
// is, and what was lost; no Loss means that the file is sound. It writes nothing anywhere. The
// error is an *OpenError for what holds nothing that can be saved, and for a file that only a newer
// version of the program may read.
func Salvage(path string) (journey.Project, []Loss, error) {
	p, err := Read(path)
	if err == nil {
		p, losses := mend.Project(p, newRecordID)
		return p, losses, nil
	}
	var why *OpenError
	if !errors.As(err, &why) || !slices.Contains([]Reason{NotProject, NotOurs, Damaged, Newer}, why.Reason) {
		return journey.Project{}, nil, err
	}
	src, info, openErr := openRegular(path)
	if openErr != nil {
		return journey.Project{}, nil, openErr
	}
	found, readErr := page.Read(src, info.Size())
	if closeErr := src.Close(); readErr == nil {
		readErr = closeErr
	}
	if readErr != nil {
		return journey.Project{}, nil, openError(path, Unreadable, readErr)
	}
	s := newSalvage(found)
	if why.Reason == Newer && s.minReader > int64(Version) {
		return journey.Project{}, nil, err
	}
	s.run(found)
	if len(s.records) == 0 {
		return journey.Project{}, nil, err
	}
	p, more := mend.Project(journey.FromRecords(s.list()), newRecordID)
	s.losses = append(s.losses, more...)
	s.tellOnce(more)
	if len(s.losses) == 0 {
		s.losses = []Loss{{Code: mend.Doubt}}
	}
	return p, s.losses, nil
}

func newRecordID() journey.ID { return journey.ID(uuid.NewString()) }

// salvage sorts the rows that were found into records.
type salvage struct {
	shapes    map[string][]string // the columns of each table
	kinds     []journey.Kind      // in the order in which a loose row is tried
	minReader int64               // what the file says of itself; 0: nothing
	images    map[string][]byte   // the bytes of images, by hash
	records   map[journey.Ref]journey.Record
	losses    []Loss
	unplaced  int // rows that fit nowhere
	strange   int // rows of tables that this version does not know
}

func newSalvage(found page.Found) *salvage {
	s := &salvage{
		shapes: shapes(), kinds: slices.Clone(journey.Kinds),
		images: map[string][]byte{}, records: map[journey.Ref]journey.Record{},
	}
	for _, t := range found.Tables {
		if _, ours := s.shapes[t.Name]; ours {
			if columns := columnsIn(t.SQL); len(columns) > 0 {
				s.shapes[t.Name] = columns
			}
		}
		if t.Name == "meta" {
			for _, r := range t.Rows {
				if i := slices.Index(s.shapes["meta"], "min_reader"); i >= 0 && i < len(r.Values) {
					s.minReader, _ = r.Values[i].(int64)
				}
			}
		}
	}
	// The more columns, the less is a row taken for one of another kind.
	slices.SortStableFunc(s.kinds, func(a, b journey.Kind) int {
		return cmp.Compare(len(s.shapes[string(b)]), len(s.shapes[string(a)]))
	})
	return s
}

// shapes returns the columns of each table as the migrations make them.
func shapes() map[string][]string {
	m := map[string][]string{}
	for _, step := range migrations {
		for _, sql := range statement.FindAllString(step.sql, -1) {
			m[tableName.FindStringSubmatch(sql)[1]] = columnsIn(sql)
		}
	}
	return m
}

var (
	statement  = regexp.MustCompile(`(?s)CREATE TABLE "[a-z_]+" \(.*?\n\) STRICT`)
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
func (s *salvage) run(found page.Found) {
	for _, t := range found.Tables {
		if t.Name == "asset" {
			s.assets(t.Rows)
		}
	}
	s.assets(found.Loose)
	for _, t := range found.Tables {
		c := codecs[journey.Kind(t.Name)]
		switch {
		case c != nil:
			for _, r := range t.Rows {
				// A row that is a perfect one of another table stands in a page that does not belong here.
				if !s.take(c, r, true) && !s.place(r) && !s.take(c, r, false) {
					s.unplaced++
				}
			}
		case t.Name != "meta" && t.Name != "asset" && !strings.HasPrefix(t.Name, "sqlite_"):
			s.strange += len(t.Rows)
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
			s.losses = append([]Loss{{Code: code, Count: n}}, s.losses...)
		}
	}
	count(mend.Strange, s.strange)
	count(mend.Rows, s.unplaced)
	count(mend.Pages, found.Bad)
}

// assets takes the bytes of images out of rows, if they are whole.
func (s *salvage) assets(rows []page.Row) {
	for _, r := range rows {
		if len(r.Values) < 2 {
			continue
		}
		hash, isText := r.Values[0].(string)
		data, isBlob := r.Values[1].([]byte)
		if isText && isBlob && hashOf(data) == hash {
			s.images[hash] = data
		}
	}
}

// place finds the kind of a row by its looks.
func (s *salvage) place(r page.Row) bool {
	for _, k := range s.kinds {
		if s.take(codecs[k], r, true) {
			return true
		}
	}
	return false
}

// ofFile reports whether a row is one that the file needs for itself: of meta, of the schema, or an
// image's bytes.
func ofFile(r page.Row) bool {
	first, second := at(r.Values, 0), at(r.Values, 1)
	_, isBlob := second.([]byte)
	return first == nil || isBlob || len(r.Values) == 5 && (first == "table" || first == "index")
}

func at(values []any, i int) any {
	if i < 0 || i >= len(values) {
		return nil
	}
	return values[i]
}

// take makes a record of a row. A strict one must be as this program writes it in every field; else
// a field that cannot be read is left empty, as long as most can.
func (s *salvage) take(c *codec, r page.Row, strict bool) bool {
	columns := s.shapes[string(c.kind)]
	if len(r.Values) > len(columns) || strict && len(r.Values) != len(columns) {
		return false
	}
	v := reflect.New(c.record).Elem()
	var faults []Loss
	for i, col := range c.columns {
		j := slices.Index(columns, col.name)
		if j < 0 || j >= len(r.Values) {
			continue // a younger column: the row is from before it
		}
		code := s.field(v.Field(col.field), col, r.Values[j], strict)
		if code == "" {
			continue
		}
		if i == 0 || strict && code == mend.Emptied {
			return false
		}
		faults = append(faults, Loss{Code: code, Field: col.name})
	}
	rec := v.Interface().(journey.Record)
	if rec.RecordID() == "" || 2*len(faults) > len(c.columns) || strict && odd(rec) {
		return false
	}
	ref := journey.RefTo(rec)
	if _, twice := s.records[ref]; twice {
		return true // the one that its table leads to came first
	}
	s.records[ref] = rec
	for _, f := range faults {
		f.Ref, f.Name = ref, journey.NameOf(rec)
		s.losses = append(s.losses, f)
	}
	return true
}

// field reads one value and says what is wrong with it; "" for nothing.
func (s *salvage) field(field reflect.Value, col column, x any, strict bool) mend.Code {
	if n, isInt := x.(int64); isInt && (field.Kind() == reflect.Float64 || field.Type() == someType) {
		x = float64(n) // SQLite keeps whole numbers in this way
	}
	if col.form == asset {
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
	if x == "" && col.form == reference && strict {
		return mend.Emptied // none is written as NULL
	}
	if err := col.decode(field, x); err != nil {
		field.SetZero()
		return mend.Emptied
	}
	if text, isText := x.(string); isText && soundText(text) != text {
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

// missed lists the elements that an index names and that were not found.
func (s *salvage) missed(tables []page.Table) {
	for _, t := range tables {
		kind := journey.Kind(t.Name)
		if codecs[kind] == nil {
			continue
		}
		for _, key := range t.Keys {
			ref := journey.Ref{Kind: kind, ID: journey.ID(soundText(key))}
			if _, ok := s.records[ref]; !ok {
				s.losses = append(s.losses, Loss{Code: mend.Gone, Ref: ref})
			}
		}
	}
}

// tellOnce takes back that an element is gone where something stands in for it.
func (s *salvage) tellOnce(more []Loss) {
	for _, l := range more {
		if l.Code == mend.StandIn {
			s.losses = slices.DeleteFunc(s.losses, func(g Loss) bool { return g.Code == mend.Gone && g.Ref == l.Ref })
		}
	}
}

// list returns the records, in an order of their own.
func (s *salvage) list() []journey.Record {
	var list []journey.Record
	for _, rec := range s.records {
		list = append(list, rec)
	}
	slices.SortFunc(list, func(a, b journey.Record) int {
		return cmp.Compare(fmt.Sprint(journey.RefTo(a)), fmt.Sprint(journey.RefTo(b)))
	})
	return list
}
