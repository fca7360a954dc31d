package project

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// FuzzOpen gives Open, Read and Check any bytes as a file. None may panic or leave anything behind;
// what Open takes must be what Read takes, and must survive a save.
func FuzzOpen(f *testing.F) {
	good, err := os.ReadFile(saved(f, small()))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:headerSize])
	f.Add(good[:len(good)/2])
	f.Add([]byte("SQLite format 3\x00"))
	f.Add([]byte{})
	dir, root := f.TempDir(), f.TempDir()
	f.Fuzz(func(t *testing.T, data []byte) {
		path := put(t, dir, "a.jejak", data)
		var open *OpenError
		if _, err := Check(path); err != nil && !errors.As(err, &open) {
			t.Errorf("Check: %v", err)
		}
		p, readErr := Read(path)
		if readErr != nil && !errors.As(readErr, &open) {
			t.Errorf("Read: %v", readErr)
		}
		opened, err := Open(path, WorkingIn(root))
		if err != nil {
			if !errors.As(err, &open) {
				t.Errorf("Open: %v", err)
			}
		} else {
			if readErr != nil {
				t.Errorf("Open takes what Read does not: %v", readErr)
			}
			wantEqual(t, opened.Project(), p)
			copied := filepath.Join(t.TempDir(), "b.jejak")
			if err := opened.Publish(copied); err != nil {
				t.Errorf("Publish: %v", err)
			} else {
				wantEqual(t, mustRead(t, copied), p)
			}
			if err := opened.Close(); err != nil {
				t.Error(err)
			}
		}
		wantEntries(t, dir, "a.jejak")
		wantEntries(t, root)
	})
}

// TestDamage changes bytes of a sound file in many places. Each copy must be refused or read as if
// nothing had happened to it.
func TestDamage(t *testing.T) {
	want := small()
	good, err := os.ReadFile(saved(t, want))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	dir := t.TempDir()
	refused := 0
	for i := range 600 {
		bad := slices.Clone(good)
		switch at := random.IntN(len(bad)); i % 3 {
		case 0:
			bad[at] ^= 1 << random.IntN(8)
		case 1:
			bad = bad[:at]
		default: // a part of the file in another place of it
			copy(bad[at:], good[random.IntN(len(good)-512):][:random.IntN(512)])
		}
		got, err := Read(put(t, dir, "a.jejak", bad))
		if err != nil {
			refused++
			continue
		}
		wantEqual(t, got, want)
	}
	if refused < 150 { // the rest of a small file is mostly unused space
		t.Errorf("only %d of 600 were refused", refused)
	}
}
