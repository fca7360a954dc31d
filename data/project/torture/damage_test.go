//go:build linux

package torture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	"jejak/data/journey"
	"jejak/data/project"
)

const (
	pageSize   = 4096
	mostTime   = 5 * time.Second
	mostMemory = 500 << 20
)

// specimens are sound files that are to be damaged: two saved states of one document.
type specimens struct {
	files  [2][]byte
	states [2]journey.Project
}

func newSpecimens(t testing.TB) specimens {
	t.Helper()
	target := filepath.Join(t.TempDir(), "a.jejak")
	s := newStory(60)
	f, err := project.Create(target, s.last(), project.WorkingIn(t.TempDir()))
	check(t, err)
	var sp specimens
	for i := range sp.files {
		for range 20 {
			check(t, s.keep(f))
		}
		check(t, f.Publish(target))
		sp.states[i] = f.Project()
		sp.files[i], err = os.ReadFile(target)
		check(t, err)
	}
	check(t, f.Close())
	return sp
}

// harms are the ways to damage a file. other is another state of the same document.
var harms = []struct {
	name string
	do   func(random *rand.Rand, data, other []byte) []byte
}{
	{"bits", func(random *rand.Rand, data, _ []byte) []byte {
		for range 1 + random.IntN(8) {
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		}
		return data
	}},
	{"cut", func(random *rand.Rand, data, _ []byte) []byte {
		n := random.IntN(len(data))
		if random.IntN(2) == 0 {
			n &^= pageSize - 1
		}
		return data[:n]
	}},
	{"longer", func(random *rand.Rand, data, other []byte) []byte {
		return append(data, other[random.IntN(len(other)):]...)
	}},
	{"splice", func(random *rand.Rand, data, _ []byte) []byte {
		n := 1 + random.IntN(2*pageSize)
		from, to := random.IntN(len(data)), random.IntN(len(data))
		copy(data[to:min(len(data), to+n)], slices.Clone(data[from:]))
		return data
	}},
	{"swap", func(random *rand.Rand, data, _ []byte) []byte {
		for range 1 + random.IntN(3) {
			a, b := page(random, data), page(random, data)
			keep := slices.Clone(a)
			copy(a, b)
			copy(b, keep)
		}
		return data
	}},
	{"mix", func(random *rand.Rand, data, other []byte) []byte {
		for at := 0; at+pageSize <= min(len(data), len(other)); at += pageSize {
			if random.IntN(2) == 0 {
				copy(data[at:], other[at:at+pageSize])
			}
		}
		return data
	}},
	{"torn", func(random *rand.Rand, data, other []byte) []byte {
		at := random.IntN(min(len(data), len(other))) &^ 511 // as if it was copied while it was written
		return append(data[:at:at], other[at:]...)
	}},
	{"zeros", func(random *rand.Rand, data, _ []byte) []byte {
		at := random.IntN(len(data)) &^ 511
		clear(data[at:min(len(data), at+512*(1+random.IntN(16)))])
		return data
	}},
	{"header", func(random *rand.Rand, data, _ []byte) []byte {
		for range 1 + random.IntN(3) {
			binary.BigEndian.PutUint32(data[16+random.IntN(81):], random.Uint32()>>random.IntN(32))
		}
		return data
	}},
	{"page header", func(random *rand.Rand, data, _ []byte) []byte {
		for range 1 + random.IntN(3) {
			p := page(random, data)
			p[random.IntN(64)] = byte(random.Uint32())
		}
		return data
	}},
	{"schema", func(random *rand.Rand, data, _ []byte) []byte {
		made := []byte("CREATE ") // a table or an index
		at := 0
		for range 1 + random.IntN(bytes.Count(data, made)) {
			at += 1 + bytes.Index(data[at+1:], made)
		}
		data[min(len(data)-1, at+random.IntN(1000))] ^= 1 << random.IntN(7)
		return data
	}},
	{"noise", func(random *rand.Rand, data, _ []byte) []byte {
		at := random.IntN(len(data))
		for i := at; i < min(len(data), at+1+random.IntN(300)); i++ {
			data[i] = byte(random.Uint32())
		}
		return data
	}},
}

func page(random *rand.Rand, data []byte) []byte {
	at := random.IntN(len(data)/pageSize) * pageSize
	return data[at : at+pageSize]
}

// TestDamage reads files that were damaged in every way. Each must be refused, or read as one of
// the states that were saved; what a repair changes must be told; nothing may crash, hang or eat
// the memory.
func TestDamage(t *testing.T) {
	n := rounds(400, 20_000)
	sp := newSpecimens(t)
	dir := t.TempDir()
	var refused, same, repaired int
	var slowest time.Duration
	var largest int64
	for i := range n {
		random := rand.New(rand.NewPCG(13, uint64(i)))
		harm := harms[i%len(harms)]
		which := random.IntN(2)
		data := harm.do(random, slices.Clone(sp.files[which]), sp.files[1-which])
		if random.IntN(4) == 0 {
			more := harms[random.IntN(len(harms))]
			if len(data) > 2*pageSize {
				data = more.do(random, data, sp.files[1-which])
			}
		}
		path := filepath.Join(dir, "a.jejak")
		check(t, os.WriteFile(path, data, 0o600))
		m, err := startMeter()
		check(t, err)
		got, err := watched(func() verdict { return judge(sp, path, random.IntN(10) == 0) })
		if err == nil {
			err = got.err
		}
		cpu, peak, meterErr := m.stop()
		check(t, meterErr)
		slowest, largest = max(slowest, cpu), max(largest, peak)
		if cpu > mostTime || peak > mostMemory {
			err = errors.Join(err, fmt.Errorf("%v of processor time, %d MB", cpu, peak>>20))
		}
		if err != nil {
			t.Errorf("file %d (%s): %v", i, harm.name, err)
		}
		if t.Failed() && got.err == nil && err != nil {
			break // it may still be at work
		}
		refused, same, repaired = refused+got.refused, same+got.same, repaired+got.repaired
		wantNames(t, dir, "a.jejak")
	}
	if refused < n/2 || same == 0 || repaired < refused/2 {
		t.Errorf("%d refused, %d as before, %d repaired: that cannot be", refused, same, repaired)
	}
	t.Logf("%d files: %d refused (%d of them repaired), %d read as before; at most %v of processor time and %d MB",
		n, refused, repaired, same, slowest.Round(time.Millisecond), largest>>20)
}

// verdict counts what came of a file.
type verdict struct {
	refused, same, repaired int
	err                     error
}

// watched runs f, and gives up when it does not end. A panic is an error.
func watched(f func() verdict) (verdict, error) {
	type result struct {
		v   verdict
		err error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r.err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
			done <- r
		}()
		r.v = f()
	}()
	const patience = time.Minute // of a machine that has other things to do
	select {
	case r := <-done:
		return r.v, r.err
	case <-time.After(patience):
		return verdict{}, fmt.Errorf("it hangs for %v", patience)
	}
}

// judge reads, checks and repairs one file, and with work edits it too.
func judge(sp specimens, path string, work bool) (v verdict) {
	var errs []error
	defer func() { v.err = errors.Join(errs...) }()
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	p, readErr := project.Read(path)
	var open *project.OpenError
	switch {
	case readErr == nil && sp.known(p):
		v.same++
	case readErr == nil:
		fail("read in silence as something else: %+v", journey.Between(sp.states[0], p))
	case errors.As(readErr, &open):
		v.refused++
	default:
		fail("an error without words: %w", readErr)
	}
	found, err := project.Check(path)
	if err == nil && len(found) == 0 && readErr != nil {
		fail("check finds nothing, but it cannot be read: %w", readErr)
	}
	if readErr == nil && (err != nil || len(found) > 0) {
		fail("check finds %+v (%w), but it can be read", found, err)
	}
	saved, losses, err := project.Salvage(path)
	switch {
	case err != nil && !errors.As(err, &open):
		fail("repair: an error without words: %w", err)
	case err == nil && len(losses) == 0 && !sp.known(saved):
		fail("repair changes something in silence")
	case err == nil && len(journey.Validate(saved)) > 0:
		fail("repair leaves faults: %+v", journey.Validate(saved))
	case err == nil && readErr != nil:
		v.repaired++
	}
	if work {
		if err := workOn(path, p, readErr); err != nil {
			errs = append(errs, err)
		}
	}
	return v
}

func (sp specimens) known(p journey.Project) bool {
	return slices.ContainsFunc(sp.states[:], func(s journey.Project) bool {
		d := journey.Between(s, p)
		return d.IsEmpty()
	})
}

// workOn opens a file to work on it, which must go just where it can be read.
func workOn(path string, p journey.Project, readErr error) error {
	f, err := project.Open(path)
	if (err == nil) != (readErr == nil) {
		return fmt.Errorf("open says %w, read says %w", err, readErr)
	}
	if err != nil {
		return nil
	}
	q := numbered(p, 1_000_000)
	err = f.Keep(project.Forward, project.Step{Diff: journey.Between(p, q)}, time.UnixMilli(0))
	if err == nil {
		err = f.Publish(path)
	}
	return errors.Join(err, f.Close())
}
