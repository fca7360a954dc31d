package row

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"

	"jejak/data/journey"
)

// keptRecord is a record in the JSON of a step. Assets stand in it by their hashes: their bytes stay in the
// working copy for as long as it is there.
type keptRecord struct {
	Kind   journey.Kind      `json:"kind"`
	Record json.RawMessage   `json:"record"`
	Assets map[string]string `json:"assets,omitempty"` // hash by column
}

type keptUpdate struct {
	From keptRecord `json:"from"`
	To   keptRecord `json:"to"`
}

type keptDiff struct {
	Added   []keptRecord `json:"added,omitempty"`
	Updated []keptUpdate `json:"updated,omitempty"`
	Removed []keptRecord `json:"removed,omitempty"`
}

// EncodeDiff writes a Diff as JSON. Assets stand in it by their hashes.
func EncodeDiff(d journey.Diff) (string, error) {
	var k keptDiff
	var errs []error
	encode := func(rec journey.Record) keptRecord {
		r, err := encodeRecord(rec)
		errs = append(errs, err)
		return r
	}
	for _, rec := range d.Added {
		k.Added = append(k.Added, encode(rec))
	}
	for _, u := range d.Updated {
		k.Updated = append(k.Updated, keptUpdate{From: encode(u.From), To: encode(u.To)})
	}
	for _, rec := range d.Removed {
		k.Removed = append(k.Removed, encode(rec))
	}
	if err := errors.Join(errs...); err != nil {
		return "", err
	}
	b, err := json.Marshal(k)
	return string(b), err
}

func encodeRecord(rec journey.Record) (keptRecord, error) {
	k := keptRecord{Kind: rec.Kind()}
	c := Codecs[k.Kind]
	v := reflect.ValueOf(rec)
	bare := reflect.New(c.Record).Elem()
	bare.Set(v)
	for _, col := range c.Columns {
		if data := v.Field(col.Field); col.Form == Asset && data.Len() > 0 {
			if k.Assets == nil {
				k.Assets = map[string]string{}
			}
			k.Assets[col.Name] = HashOf(data.Bytes())
			bare.Field(col.Field).SetBytes(nil)
		}
	}
	var err error
	k.Record, err = json.Marshal(bare.Interface())
	return k, err
}

// DecodeDiff reads what EncodeDiff has written; assets finds the bytes of a hash.
func DecodeDiff(text string, assets func(hash string) ([]byte, error)) (journey.Diff, error) {
	var k keptDiff
	if err := json.Unmarshal([]byte(text), &k); err != nil {
		return journey.Diff{}, err
	}
	var d journey.Diff
	var errs []error
	decode := func(r keptRecord) journey.Record {
		rec, err := decodeRecord(r, assets)
		errs = append(errs, err)
		return rec
	}
	for _, r := range k.Added {
		d.Added = append(d.Added, decode(r))
	}
	for _, u := range k.Updated {
		d.Updated = append(d.Updated, journey.Update{From: decode(u.From), To: decode(u.To)})
	}
	for _, r := range k.Removed {
		d.Removed = append(d.Removed, decode(r))
	}
	if err := errors.Join(errs...); err != nil {
		return journey.Diff{}, err
	}
	return d, nil
}

func decodeRecord(k keptRecord, assets func(hash string) ([]byte, error)) (journey.Record, error) {
	c := Codecs[k.Kind]
	if c == nil {
		return nil, fmt.Errorf("a record of the kind %q", k.Kind)
	}
	v := reflect.New(c.Record)
	if err := json.Unmarshal(k.Record, v.Interface()); err != nil {
		return nil, err
	}
	for _, col := range c.Columns {
		if hash := k.Assets[col.Name]; col.Form == Asset && hash != "" {
			data, err := assets(hash)
			if err != nil {
				return nil, err
			}
			v.Elem().Field(col.Field).SetBytes(data)
		}
	}
	return v.Elem().Interface().(journey.Record), nil
}
