package clipboard

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

// keptFor is how long a shelf is believed. What was left by a program that did not end well goes at
// the first look after that.
const keptFor = 24 * time.Hour

// Shelf is a private file with the part of a map that belongs to a text on the clipboard. All
// windows of a person share it. A nil Shelf is always empty. It belongs to one goroutine.
type Shelf struct {
	path string
	now  func() time.Time
	mine string // the name under which this process put something there; empty: it did not
}

// NewShelf returns the shelf of the person who runs the program; nil if there is no place for it.
// It lies in the folder for such things that the system empties when the person leaves, or,
// where there is none, in the cache. What is left there from long ago is removed.
func NewShelf(now func() time.Time) *Shelf {
	dir := os.Getenv("XDG_RUNTIME_DIR")
	if dir == "" {
		var err error
		if dir, err = os.UserCacheDir(); err != nil {
			return nil
		}
	}
	s := &Shelf{path: filepath.Join(dir, "jejak", "clipboard"), now: now}
	s.tidy()
	return s
}

// nameOf is the line by which the part of a map is found that belongs to a text.
func nameOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:]) + "\n"
}

// Put lays down the part of a map that belongs to a text, in place of what was there.
func (s *Shelf) Put(text string, data []byte) (err error) {
	if s == nil || text == "" {
		return nil
	}
	dir := filepath.Dir(s.path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, ".clipboard-*") // which no one else can read
	if err != nil {
		return err
	}
	name := nameOf(text)
	_, err = io.WriteString(f, name)
	if err == nil {
		_, err = f.Write(data)
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), s.path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	s.mine = name
	return nil
}

// Get returns what belongs to a text; nil if that is something else.
func (s *Shelf) Get(text string) []byte {
	if s == nil || text == "" {
		return nil
	}
	s.tidy()
	data := s.read()
	name := nameOf(text)
	if len(data) < len(name) || string(data[:len(name)]) != name {
		return nil
	}
	return data[len(name):]
}

// read returns all there is; nil if there is nothing that can be believed.
func (s *Shelf) read() []byte {
	f, err := os.Open(s.path)
	if err != nil {
		return nil
	}
	defer f.Close() // it was only read
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() > mostFragment+100 {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(f, mostFragment+100))
	if err != nil {
		return nil // the text does for it
	}
	return data
}

// Clear removes what this process has put there, unless another one has put something there since.
func (s *Shelf) Clear() {
	if s == nil || s.mine == "" {
		return
	}
	if data := s.read(); len(data) >= len(s.mine) && string(data[:len(s.mine)]) == s.mine {
		s.remove()
	}
	s.mine = ""
}

// tidy removes what was left there from long ago.
func (s *Shelf) tidy() {
	info, err := os.Lstat(s.path)
	if err != nil {
		return
	}
	if age := s.now().Sub(info.ModTime()); age > keptFor || age < -keptFor {
		s.remove()
	}
}

// remove takes the file away; where that cannot be done it is not believed for longer than keptFor.
func (s *Shelf) remove() { _ = os.Remove(s.path) }
