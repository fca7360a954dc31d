package thai

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"sort"
	"sync"

	"jejak/assets/lexicon"
)

// words is a sorted list of words. A Thai letter takes one byte in it, so that all together take
// little more than a quarter of a megabyte.
type words struct {
	letters []byte
	starts  []uint32 // of each word in letters, and the end of the last
}

// dictionary returns the words that are embedded; they are unpacked when first asked for.
var dictionary = sync.OnceValue(func() *words {
	w, err := unpack(lexicon.Thai)
	if err != nil {
		// The bytes are compiled in: only a broken build comes here.
		panic(fmt.Sprintf("thai: embedded dictionary: %v", err))
	}
	return w
})

// unpack reads a list of words, one a line, sorted. Words with letters that are not Thai are left
// out: they can not be met.
func unpack(packed []byte) (*words, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	list, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	w := &words{letters: make([]byte, 0, len(list)/3), starts: make([]uint32, 1, bytes.Count(list, []byte("\n"))+1)}
next:
	for line := range bytes.Lines(list) {
		start := len(w.letters)
		for _, r := range string(bytes.TrimSuffix(line, []byte("\n"))) {
			if !isLetter(r) {
				w.letters = w.letters[:start]
				continue next
			}
			w.letters = append(w.letters, byte(r-firstLetter))
		}
		if len(w.letters) > start {
			w.starts = append(w.starts, uint32(len(w.letters)))
		}
	}
	return w, nil
}

// prefixes calls yield with the length of each word that s begins with, the shortest first.
func (w *words) prefixes(s []rune, yield func(n int)) {
	// The words that agree with s so far stand together, from lo up to hi.
	lo, hi := 0, len(w.starts)-1
	for n, r := range s {
		letter := byte(r - firstLetter)
		// at is the n-th letter of a word; words that have none come before all others.
		at := func(i int) int {
			if p := w.starts[i] + uint32(n); p < w.starts[i+1] {
				return int(w.letters[p])
			}
			return -1
		}
		from := lo
		lo += sort.Search(hi-lo, func(i int) bool { return at(from+i) >= int(letter) })
		from = lo
		hi = lo + sort.Search(hi-lo, func(i int) bool { return at(from+i) > int(letter) })
		if lo == hi {
			return
		}
		if w.starts[lo]+uint32(n+1) == w.starts[lo+1] {
			yield(n + 1)
		}
	}
}
