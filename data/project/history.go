package project

import (
	"database/sql/driver"
	"fmt"
	"slices"
	"time"

	"jejak/data/journey"
	"jejak/data/project/row"
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
	err = f.conn.Transaction(func() error {
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
			if _, err := f.conn.Run(`DELETE FROM "_step" WHERE "n" > ?`, []driver.Value{o.done}); err != nil {
				return o, err
			}
		}
		text, err := row.EncodeDiff(s.Diff)
		if err != nil {
			return o, err
		}
		o.done++
		o.steps = o.done
		_, err = f.conn.Run(`INSERT INTO "_step" ("n", "key", "count", "name", "diff") VALUES (?, ?, ?, ?, ?)`,
			[]driver.Value{o.done, s.Label.Key, int64(s.Label.Count), s.Label.Name, text})
		if err != nil {
			return o, err
		}
	case m == Back && o.done > 0:
		o.done--
	case m == Again && o.done < o.steps:
		o.done++
	default: // what was kept before leads nowhere any more
		if _, err := f.conn.Run(`DELETE FROM "_step"`, nil); err != nil {
			return o, err
		}
		o.done, o.steps = 0, 0
	}
	o.edits++
	o.last = at
	_, err := f.conn.Run(`UPDATE "_work" SET "edits" = ?, "done" = ?, "last" = ?`,
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
		err := row.Codecs[rec.Kind()].Assets(rec, func(hash string, data []byte) error {
			assets[hash] = data
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	find := func(hash string) ([]byte, error) { return f.asset(assets, hash) }
	type kept struct {
		n    int64
		step Step
		diff string
	}
	var all []kept
	err = f.conn.Each(`SELECT "n", "key", "count", "name", "diff" FROM "_step" ORDER BY "n"`, func(v []driver.Value) error {
		var r kept
		r.n, _ = v[0].(int64)
		r.step.Label.Key, _ = v[1].(string)
		count, _ := v[2].(int64)
		r.step.Label.Count = int(count)
		r.step.Label.Name, _ = v[3].(string)
		r.diff, _ = v[4].(string)
		all = append(all, r)
		return nil
	})
	for i := 0; err == nil && i < len(all); i++ {
		r := all[i]
		if r.step.Diff, err = row.DecodeDiff(r.diff, find); err != nil {
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
	err := f.conn.Each(`SELECT "data" FROM "asset" WHERE "hash" = ?`, func(v []driver.Value) error {
		b, _ := v[0].([]byte)
		data = slices.Clone(b)
		return nil
	}, hash)
	if err == nil && data == nil {
		err = fmt.Errorf("asset %s %w", hash, row.ErrMissing)
	}
	known[hash] = data
	return data, err
}
