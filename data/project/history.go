package project

import (
	"database/sql/driver"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"time"

	"jejak/data/journey"
)

// Label names a step of the history. It is edit.Label, which this package does not know.
type Label struct {
	Key   string
	Count int
	Name  string
}

// Step is one step of the history, as the working copy keeps it.
type Step struct {
	Label Label
	Diff  journey.Diff // made when the step was done
}

// Motion says which way a change goes through the history.
type Motion int

// The motions. The first three are those of edit.Motion.
const (
	Forward Motion = iota // a new step, in place of those that were undone
	Back                  // the last step is undone
	Again                 // the step undone last is made again
	Anew                  // no step: the history ends here
)

// Keep makes a change in the working copy and records it in its history, as one transaction that
// survives a power cut once Keep has returned. s.Diff is what is changed now: of Back, the
// reverse of the step's. It refuses a Diff that was not made for Project, and then, as after any
// other error, the working copy is as before. Errors are *SaveError.
func (f *File) Keep(m Motion, s Step, at time.Time) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return saveError(f.path, NoWorkspace, errClosed)
	}
	if f.newer {
		return saveError(f.path, Newer, nil)
	}
	next, err := f.project.Apply(s.Diff)
	if err != nil {
		return saveError(f.path, Invalid, err)
	}
	gone := map[journey.Ref]keptColumns{}
	after := f.own
	err = f.conn.transaction(func() error {
		if err := f.write(s.Diff, gone); err != nil {
			return err
		}
		if err := f.writeKept(gone); err != nil {
			return err
		}
		after, err = f.record(m, s, at)
		return err
	})
	if err != nil {
		return workError(f.path, err)
	}
	for ref, values := range gone {
		f.kept[ref] = values
	}
	f.project, f.own = next, after
	return nil
}

// record brings the history up to a change, and returns what File.own will be.
func (f *File) record(m Motion, s Step, at time.Time) (own, error) {
	o := f.own
	switch {
	case m == Forward:
		if o.steps > o.done {
			if _, err := f.conn.run(`DELETE FROM "_step" WHERE "n" > ?`, []driver.Value{o.done}); err != nil {
				return o, err
			}
		}
		text, err := encodeDiff(s.Diff)
		if err != nil {
			return o, err
		}
		o.done++
		o.steps = o.done
		_, err = f.conn.run(`INSERT INTO "_step" ("n", "key", "count", "name", "diff") VALUES (?, ?, ?, ?, ?)`,
			[]driver.Value{o.done, s.Label.Key, int64(s.Label.Count), s.Label.Name, text})
		if err != nil {
			return o, err
		}
	case m == Back && o.done > 0:
		o.done--
	case m == Again && o.done < o.steps:
		o.done++
	default: // what was kept before leads nowhere any more
		if _, err := f.conn.run(`DELETE FROM "_step"`, nil); err != nil {
			return o, err
		}
		o.done, o.steps = 0, 0
	}
	o.edits++
	o.last = at
	_, err := f.conn.run(`UPDATE "_work" SET "edits" = ?, "done" = ?, "last" = ?`,
		[]driver.Value{o.edits, o.done, at.UnixMilli()})
	return o, err
}

// History returns the history that the working copy holds: the steps done, oldest first, and those
// undone, the next to redo first.
func (f *File) History() (done, undone []Step, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conn == nil {
		return nil, nil, errClosed
	}
	assets := map[string][]byte{}
	for rec := range f.project.OfKind(journey.KindImage) {
		err := codecs[rec.Kind()].assets(rec, func(hash string, data []byte) error {
			assets[hash] = data
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	find := func(hash string) ([]byte, error) { return f.asset(assets, hash) }
	type row struct {
		n    int64
		step Step
		diff string
	}
	var rows []row
	err = f.conn.each(`SELECT "n", "key", "count", "name", "diff" FROM "_step" ORDER BY "n"`, func(v []driver.Value) error {
		var r row
		r.n, _ = v[0].(int64)
		r.step.Label.Key, _ = v[1].(string)
		count, _ := v[2].(int64)
		r.step.Label.Count = int(count)
		r.step.Label.Name, _ = v[3].(string)
		r.diff, _ = v[4].(string)
		rows = append(rows, r)
		return nil
	})
	for i := 0; err == nil && i < len(rows); i++ {
		r := rows[i]
		if r.step.Diff, err = decodeDiff(r.diff, find); err != nil {
			err = fmt.Errorf("step %d of the history: %w", r.n, err)
			break
		}
		if r.n <= f.own.done {
			done = append(done, r.step)
		} else {
			undone = append(undone, r.step)
		}
	}
	return done, undone, err
}

// asset finds the bytes of a hash: the same slice for the same hash.
func (f *File) asset(known map[string][]byte, hash string) ([]byte, error) {
	if data, ok := known[hash]; ok {
		return data, nil
	}
	var data []byte
	err := f.conn.each(`SELECT "data" FROM "asset" WHERE "hash" = ?`, func(v []driver.Value) error {
		b, _ := v[0].([]byte)
		data = slices.Clone(b)
		return nil
	}, hash)
	if err == nil && data == nil {
		err = fmt.Errorf("asset %s %w", hash, errMissing)
	}
	known[hash] = data
	return data, err
}

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

func encodeDiff(d journey.Diff) (string, error) {
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
	c := codecs[k.Kind]
	v := reflect.ValueOf(rec)
	bare := reflect.New(c.record).Elem()
	bare.Set(v)
	for _, col := range c.columns {
		if data := v.Field(col.field); col.form == asset && data.Len() > 0 {
			if k.Assets == nil {
				k.Assets = map[string]string{}
			}
			k.Assets[col.name] = hashOf(data.Bytes())
			bare.Field(col.field).SetBytes(nil)
		}
	}
	var err error
	k.Record, err = json.Marshal(bare.Interface())
	return k, err
}

func decodeDiff(text string, assets func(hash string) ([]byte, error)) (journey.Diff, error) {
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
	c := codecs[k.Kind]
	if c == nil {
		return nil, fmt.Errorf("a record of the kind %q", k.Kind)
	}
	v := reflect.New(c.record)
	if err := json.Unmarshal(k.Record, v.Interface()); err != nil {
		return nil, err
	}
	for _, col := range c.columns {
		if hash := k.Assets[col.name]; col.form == asset && hash != "" {
			data, err := assets(hash)
			if err != nil {
				return nil, err
			}
			v.Elem().Field(col.field).SetBytes(data)
		}
	}
	return v.Elem().Interface().(journey.Record), nil
}
