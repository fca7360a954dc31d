// Package thai finds where a line of Thai may end. Thai is written without blanks between words,
// and UAX #14 leaves its breaks to a dictionary (class SA).
package thai

import "math"

// Breaks returns the byte offsets in s between two Thai letters where a line may end: between the
// words of a dictionary and, where it knows none, between syllables that the spelling shows. A
// break is never inside what a reader takes for one letter. It is safe for concurrent use and takes
// a time in proportion to the length of s.
func Breaks(s string) []int32 {
	var breaks []int32
	var run []rune
	var offsets []int32
	flush := func() {
		if len(run) > 1 {
			split(run, func(at int) { breaks = append(breaks, offsets[at]) })
		}
		run, offsets = run[:0], offsets[:0]
	}
	for off, r := range s {
		if isLetter(r) {
			run, offsets = append(run, r), append(offsets, int32(off))
		} else if len(run) > 0 {
			flush()
		}
	}
	flush()
	return breaks
}

// unknown is what a letter costs that no word holds, in words: a text is read with as few such
// letters as can be, and then with as few words.
const unknown = 100

// noNen is the one letter that is a word by itself: ณ, "at".
const noNen = 0x0e13

// reading is the best way to read a run from one of its places on.
type reading struct {
	cost int32
	word int32 // letters of the first word; 0: the first letter is in none
}

// split calls yield with the places in run, all of it Thai letters, where a line may end, in order.
func split(run []rune, yield func(at int)) {
	d := dictionary()
	best := make([]reading, len(run)+1)
	for i := len(run) - 1; i >= 0; i-- {
		best[i] = reading{cost: math.MaxInt32}
		if !divides(run, i) {
			continue // nothing begins here
		}
		next := i + 1
		for !divides(run, next) {
			next++
		}
		best[i] = reading{cost: best[next].cost + unknown*int32(next-i)}
		word := func(n int) {
			// Of two readings that cost the same, the one with the longer first word is the better.
			if divides(run, i+n) && best[i+n].cost+1 <= best[i].cost {
				best[i] = reading{best[i+n].cost + 1, int32(n)}
			}
		}
		if run[i] == noNen {
			word(1)
		}
		d.prefixes(run[i:], func(n int) {
			if n > 1 {
				word(n)
			}
		})
	}
	for i := 0; i < len(run); {
		n := int(best[i].word)
		if n > 0 {
			if i > 0 {
				yield(i)
			}
			i += n
			continue
		}
		from, bare := i, true
		for ; i < len(run) && best[i].word == 0; i++ {
			bare = bare && consonant(run[i])
		}
		// Consonants alone are what is left of a word that the dictionary has not: they end the
		// one before them.
		if from > 0 && !bare {
			yield(from)
		}
		syllables(run[from:i], func(at int) {
			if divides(run, from+at) {
				yield(from + at)
			}
		})
	}
}

// divides reports whether run can be parted before at by its spelling: not before a sign that
// hangs on the letter before it or follows its word, nor before a letter that is not spoken, nor
// behind a vowel that wants a consonant after it.
func divides(run []rune, at int) bool {
	if at <= 0 || at >= len(run) {
		return true
	}
	r, before := run[at], run[at-1]
	if !consonant(r) && !leading(r) || leading(before) {
		return false
	}
	if next := at + 1; next < len(run) {
		if run[next] == karan || next+1 < len(run) && run[next+1] == karan && aboveBelow(run[next]) {
			return false
		}
	}
	vowel := at - 1
	if tone(before) && vowel > 0 {
		vowel--
	}
	if needsFinal(run[vowel]) {
		const koKai = 0x0e01 // ก็, "then", is a word
		return run[vowel] == maitaikhu && vowel > 0 && run[vowel-1] == koKai && (vowel == 1 || !leading(run[vowel-2]))
	}
	return true
}
