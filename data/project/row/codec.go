// Package row turns the records of a project into rows of a database and back, and into the JSON
// of the history.
package row

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
	"jejak/data/project/lite"
)

// Column is one column of the table of a kind, and the field it stands for.
type Column struct {
	Name   string
	Field  int // index of the struct field
	Form   Form
	Encode func(reflect.Value) (driver.Value, error)
	Decode func(reflect.Value, driver.Value) error // not for images' bytes, see Asset
}

// Form is how a field becomes a column.
type Form int

// The forms.
const (
	Plain     Form = iota
	Reference      // an ID, NULL for none
	Asset          // bytes, kept in the asset table under their hash
)

// Codec turns the records of one kind into rows and back. It follows from the struct's json tags.
type Codec struct {
	Kind    journey.Kind
	Record  reflect.Type
	Columns []Column // the first is id

	Insert, Remove string // SQL
}

// Codecs has the codec of each kind.
var Codecs = func() map[journey.Kind]*Codec {
	m := map[journey.Kind]*Codec{}
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
)

// SomeType is the type of a number that may be missing.
var SomeType = reflect.TypeFor[*float64]()

func newCodec(k journey.Kind) *Codec {
	c := &Codec{Kind: k, Record: reflect.TypeOf(journey.ZeroOf(k))}
	for i := range c.Record.NumField() {
		c.Columns = append(c.Columns, columnsOf(c.Record.Field(i), i)...)
	}
	names, marks := []string{}, []string{}
	for _, col := range c.Columns {
		names = append(names, lite.Quoted(col.Name))
		marks = append(marks, "?")
	}
	table := lite.Quoted(string(k))
	c.Insert = fmt.Sprintf("INSERT INTO %s (%s) VALUES (%s)", table, strings.Join(names, ", "), strings.Join(marks, ", "))
	c.Remove = fmt.Sprintf("DELETE FROM %s WHERE %s = ?", table, names[0])
	return c
}

func columnsOf(f reflect.StructField, i int) []Column {
	col := Column{Name: f.Tag.Get("json"), Field: i}
	switch {
	case f.Type == idType && col.Name != "id":
		col.Form, col.Encode, col.Decode = Reference, encodeReference, decodeReference
	case f.Type == idsType:
		col.Encode, col.Decode = encodeIDs, decodeIDs
	case f.Type == dataType:
		col.Form, col.Encode = Asset, encodeAsset
	case f.Type == SomeType:
		col.Encode, col.Decode = encodeSome, decodeSome
	case f.Type == refType:
		kind, id := col, col
		kind.Name, id.Name = col.Name+"_kind", col.Name+"_id"
		kind.Encode, kind.Decode = within(0, encodeText, decodeText)
		id.Encode, id.Decode = within(1, encodeText, decodeText)
		return []Column{kind, id}
	case f.Type.Kind() == reflect.String:
		col.Encode, col.Decode = encodeText, decodeText
	case f.Type.Kind() == reflect.Int:
		col.Encode, col.Decode = encodeInt, decodeInt
	case f.Type.Kind() == reflect.Float64:
		col.Encode, col.Decode = encodeFloat, decodeFloat
	case f.Type.Kind() == reflect.Bool:
		col.Encode, col.Decode = encodeBool, decodeBool
	default:
		panic(fmt.Sprintf("project: field %s has type %s, which no column can hold", f.Name, f.Type))
	}
	return []Column{col}
}

// within reaches into field j of a struct.
func within(j int, enc func(reflect.Value) (driver.Value, error), dec func(reflect.Value, driver.Value) error) (func(reflect.Value) (driver.Value, error), func(reflect.Value, driver.Value) error) {
	return func(v reflect.Value) (driver.Value, error) { return enc(v.Field(j)) },
		func(v reflect.Value, x driver.Value) error { return dec(v.Field(j), x) }
}

// Row returns the values of rec in the order of the columns.
func (c *Codec) Row(rec journey.Record) ([]driver.Value, error) {
	v := reflect.ValueOf(rec)
	values := make([]driver.Value, len(c.Columns), len(c.Columns)+1)
	for i, col := range c.Columns {
		x, err := col.Encode(v.Field(col.Field))
		if err != nil {
			return nil, fmt.Errorf("%s %s, field %s: %w", c.Kind, rec.RecordID(), col.Name, err)
		}
		values[i] = x
	}
	return values, nil
}

// Assets yields the bytes that rec holds beside its row, by hash.
func (c *Codec) Assets(rec journey.Record, f func(hash string, data []byte) error) error {
	for _, col := range c.Columns {
		if col.Form != Asset {
			continue
		}
		if data := reflect.ValueOf(rec).Field(col.Field).Bytes(); len(data) > 0 {
			if err := f(HashOf(data), data); err != nil {
				return err
			}
		}
	}
	return nil
}

// HashOf returns the name of an asset.
func HashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// ErrValue marks a value that no column can hold.
var ErrValue = errors.New("cannot be kept")

// ErrType marks a value of another type than its column.
var ErrType = errors.New("a value of another type than the column's")

func encodeText(v reflect.Value) (driver.Value, error) { return v.String(), nil }

func decodeText(v reflect.Value, x driver.Value) error {
	s, ok := x.(string)
	if !ok {
		return ErrType
	}
	v.SetString(SoundText(s))
	return nil
}

// SoundText keeps what no edit could have written, but a stranger's file may hold, from reaching
// the rest of the program. All other texts come out as they went in.
func SoundText(s string) string {
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
		return ErrType
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
	return HashOf(v.Bytes()), nil
}

func encodeInt(v reflect.Value) (driver.Value, error) { return v.Int(), nil }

func decodeInt(v reflect.Value, x driver.Value) error {
	n, ok := x.(int64)
	if !ok || v.OverflowInt(n) {
		return ErrType
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
		return ErrType
	}
	v.SetBool(n != 0)
	return nil
}

func encodeFloat(v reflect.Value) (driver.Value, error) {
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("%v %w", f, ErrValue)
	}
	return f, nil
}

func decodeFloat(v reflect.Value, x driver.Value) error {
	f, ok := x.(float64)
	if !ok || math.IsInf(f, 0) {
		return ErrType
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
