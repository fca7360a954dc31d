package project

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"

	"jejak/data/journey"
)

// column is one column of the table of a kind, and the field it stands for.
type column struct {
	name   string
	field  int // index of the struct field
	form   form
	encode func(reflect.Value) (driver.Value, error)
	decode func(reflect.Value, driver.Value) error // not for images' bytes, see asset
}

// form is how a field becomes a column.
type form int

const (
	plain     form = iota
	reference      // an ID, NULL for none
	asset          // bytes, kept in the asset table under their hash
)

// codec turns the records of one kind into rows and back. It follows from the struct's json tags.
type codec struct {
	kind    journey.Kind
	record  reflect.Type
	columns []column // the first is id

	insert, remove string // SQL
}

// codecs has the codec of each kind.
var codecs = func() map[journey.Kind]*codec {
	m := map[journey.Kind]*codec{}
	for _, k := range journey.Kinds {
		m[k] = newCodec(k)
	}
	return m
}()

var (
	idType   = reflect.TypeFor[journey.ID]()
	idsType  = reflect.TypeFor[[]journey.ID]()
	refType  = reflect.TypeFor[journey.Ref]()
	dataType = reflect.TypeFor[[]byte]()
	someType = reflect.TypeFor[*float64]()
)

func newCodec(k journey.Kind) *codec {
	c := &codec{kind: k, record: reflect.TypeOf(journey.ZeroOf(k))}
	for i := range c.record.NumField() {
		c.columns = append(c.columns, columnsOf(c.record.Field(i), i)...)
	}
	names, marks := []string{}, []string{}
	for _, col := range c.columns {
		names = append(names, quoted(col.name))
		marks = append(marks, "?")
	}
	table := quoted(string(k))
	c.insert = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(names, ", "), strings.Join(marks, ", "))
	c.remove = fmt.Sprintf("DELETE FROM %s WHERE %s = ?", table, names[0])
	return c
}

func columnsOf(f reflect.StructField, i int) []column {
	col := column{name: f.Tag.Get("json"), field: i}
	switch {
	case f.Type == idType && col.name != "id":
		col.form, col.encode, col.decode = reference, encodeReference, decodeReference
	case f.Type == idsType:
		col.encode, col.decode = encodeIDs, decodeIDs
	case f.Type == dataType:
		col.form, col.encode = asset, encodeAsset
	case f.Type == someType:
		col.encode, col.decode = encodeSome, decodeSome
	case f.Type == refType:
		kind, id := col, col
		kind.name, id.name = col.name+"_kind", col.name+"_id"
		kind.encode, kind.decode = within(0, encodeText, decodeText)
		id.encode, id.decode = within(1, encodeText, decodeText)
		return []column{kind, id}
	case f.Type.Kind() == reflect.String:
		col.encode, col.decode = encodeText, decodeText
	case f.Type.Kind() == reflect.Int:
		col.encode, col.decode = encodeInt, decodeInt
	case f.Type.Kind() == reflect.Float64:
		col.encode, col.decode = encodeFloat, decodeFloat
	case f.Type.Kind() == reflect.Bool:
		col.encode, col.decode = encodeBool, decodeBool
	default:
		panic(fmt.Sprintf("project: field %s has type %s, which no column can hold", f.Name, f.Type))
	}
	return []column{col}
}

// within reaches into field j of a struct.
func within(j int, enc func(reflect.Value) (driver.Value, error), dec func(reflect.Value, driver.Value) error) (func(reflect.Value) (driver.Value, error), func(reflect.Value, driver.Value) error) {
	return func(v reflect.Value) (driver.Value, error) { return enc(v.Field(j)) },
		func(v reflect.Value, x driver.Value) error { return dec(v.Field(j), x) }
}

// row returns the values of rec in the order of the columns.
func (c *codec) row(rec journey.Record) ([]driver.Value, error) {
	v := reflect.ValueOf(rec)
	values := make([]driver.Value, len(c.columns), len(c.columns)+1)
	for i, col := range c.columns {
		x, err := col.encode(v.Field(col.field))
		if err != nil {
			return nil, fmt.Errorf("%s %s, field %s: %w", c.kind, rec.RecordID(), col.name, err)
		}
		values[i] = x
	}
	return values, nil
}

// assets yields the bytes that rec holds beside its row, by hash.
func (c *codec) assets(rec journey.Record, f func(hash string, data []byte) error) error {
	for _, col := range c.columns {
		if col.form != asset {
			continue
		}
		if data := reflect.ValueOf(rec).Field(col.field).Bytes(); len(data) > 0 {
			if err := f(hashOf(data), data); err != nil {
				return err
			}
		}
	}
	return nil
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// errValue marks a value that no column can hold.
var errValue = errors.New("cannot be kept")

var errType = errors.New("a value of another type than the column's")

func encodeText(v reflect.Value) (driver.Value, error) { return v.String(), nil }

func decodeText(v reflect.Value, x driver.Value) error {
	s, ok := x.(string)
	if !ok {
		return errType
	}
	v.SetString(soundText(s))
	return nil
}

// soundText keeps what no edit could have written, but a stranger's file may hold, from reaching
// the rest of the program. All other texts come out as they went in.
func soundText(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] == 0 {
			return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
		}
	}
	return s
}

func encodeReference(v reflect.Value) (driver.Value, error) {
	if v.Len() == 0 {
		return nil, nil
	}
	return v.String(), nil
}

func decodeReference(v reflect.Value, x driver.Value) error {
	if x == nil {
		return nil
	}
	return decodeText(v, x)
}

func encodeIDs(v reflect.Value) (driver.Value, error) {
	if v.Len() == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(v.Interface())
	return string(b), err
}

func decodeIDs(v reflect.Value, x driver.Value) error {
	s, ok := x.(string)
	if !ok {
		return errType
	}
	if s == "[]" {
		return nil
	}
	var ids []journey.ID
	if err := json.Unmarshal([]byte(s), &ids); err != nil {
		return fmt.Errorf("not a list of IDs: %w", err)
	}
	if len(ids) > 0 {
		v.Set(reflect.ValueOf(ids))
	}
	return nil
}

func encodeAsset(v reflect.Value) (driver.Value, error) {
	if v.Len() == 0 {
		return nil, nil
	}
	return hashOf(v.Bytes()), nil
}

func encodeInt(v reflect.Value) (driver.Value, error) { return v.Int(), nil }

func decodeInt(v reflect.Value, x driver.Value) error {
	n, ok := x.(int64)
	if !ok || v.OverflowInt(n) {
		return errType
	}
	v.SetInt(n)
	return nil
}

func encodeBool(v reflect.Value) (driver.Value, error) {
	if v.Bool() {
		return int64(1), nil
	}
	return int64(0), nil
}

func decodeBool(v reflect.Value, x driver.Value) error {
	n, ok := x.(int64)
	if !ok {
		return errType
	}
	v.SetBool(n != 0)
	return nil
}

func encodeFloat(v reflect.Value) (driver.Value, error) {
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("%v %w", f, errValue)
	}
	return f, nil
}

func decodeFloat(v reflect.Value, x driver.Value) error {
	f, ok := x.(float64)
	if !ok || math.IsInf(f, 0) {
		return errType
	}
	v.SetFloat(f)
	return nil
}

func encodeSome(v reflect.Value) (driver.Value, error) {
	if v.IsNil() {
		return nil, nil
	}
	return encodeFloat(v.Elem())
}

func decodeSome(v reflect.Value, x driver.Value) error {
	if x == nil {
		return nil
	}
	p := reflect.New(v.Type().Elem())
	if err := decodeFloat(p.Elem(), x); err != nil {
		return err
	}
	v.Set(p)
	return nil
}
