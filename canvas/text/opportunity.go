package text

import (
	"iter"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"jejak/canvas/text/thai"
)

// longWord is the number of bytes beyond which a word is shaped in pieces, so that a text without
// blanks takes time in proportion to its length.
const longWord = 512

var segmenters = sync.Pool{New: func() any { return new(segmenter.Segmenter) }}

// cut returns the end of the first piece of a long word: between two graphemes if it can be.
func cut(s string) int {
	n := longWord
	for !utf8.RuneStart(s[n]) {
		n--
	}
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	seg.InitWithString(s[:n])
	end, last := 0, 0
	for it := seg.GraphemeIterator(); it.Next(); {
		last = end
		for _, r := range it.Grapheme().Text {
			end += utf8.RuneLen(r)
		}
	}
	// The last grapheme may go on behind n.
	if last == 0 {
		return n
	}
	return last
}

// markBreaks notes in the cells where a line may begin.
func (h *hardLine) markBreaks() {
	if plain(h.text) {
		i := 0
		for _, u := range h.units {
			for i < len(h.cells) && int(h.cells[i].off) < u.start {
				i++
			}
			if u.word == nil {
				continue
			}
			if i > 0 && h.cells[i-1].blank {
				h.cells[i].brk = true
			}
			if u.word.breaks == nil {
				continue
			}
			j := i
			for _, b := range u.word.breaks {
				for j < len(h.cells) && int(h.cells[j].off) < u.start+int(b) {
					j++
				}
				if j < len(h.cells) && int(h.cells[j].off) == u.start+int(b) {
					h.cells[j].brk = true
				}
			}
		}
		return
	}
	i := 0
	for _, off := range ruleBreaks(h.text) {
		for i < len(h.cells) && h.cells[i].off < off {
			i++
		}
		if i < len(h.cells) && h.cells[i].off == off {
			h.cells[i].brk = true
		}
	}
}

// ruleBreaks returns the byte offsets inside s where a line may end, by UAX #14, and
// between words of Thai.
func ruleBreaks(s string) []int32 {
	seg := segmenters.Get().(*segmenter.Segmenter)
	defer segmenters.Put(seg)
	seg.InitWithString(s)
	var breaks []int32
	off := 0
	for it := seg.LineIterator(); it.Next(); {
		for _, r := range it.Line().Text {
			off += utf8.RuneLen(r)
		}
		if off < len(s) {
			breaks = append(breaks, int32(off))
		}
	}
	if more := thai.Breaks(s); len(more) > 0 {
		breaks = append(breaks, more...)
		slices.Sort(breaks)
		breaks = slices.Compact(breaks)
	}
	return breaks
}

// plain reports whether a line of text may end at every blank and, besides, only where its words
// say so. Then the rules of UAX #14 need not be applied to the whole.
func plain(s string) bool {
	before := rune(' ')
	for _, r := range s {
		letter := r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9' ||
			r >= 0xc0 && r < 0x530 && unicode.IsLetter(r)
		switch {
		case letter:
		case r == ' ':
			switch before {
			case '(', '[', '{', '"', '\'':
				return false
			}
		case r > ' ' && r < 0x7f && before != ' ':
		default:
			return false
		}
		before = r
	}
	return true
}

// wordBreaks returns the byte offsets inside a word where a plain line may end.
func wordBreaks(word string) []int32 {
	inner := false
	for i, r := range word {
		if letter := r|0x20 >= 'a' && r|0x20 <= 'z' || r >= 0xc0 && r < 0x530; !letter && i+1 < len(word) {
			inner = true
			break
		}
	}
	if !inner || !plain(word) {
		return nil // the line that holds it is not plain either, and sees to it itself
	}
	return ruleBreaks(word)
}

// graphemes yields the start and end of each grapheme.
func graphemes(runes []rune) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		seg := segmenters.Get().(*segmenter.Segmenter)
		defer segmenters.Put(seg)
		seg.Init(runes)
		for it := seg.GraphemeIterator(); it.Next(); {
			g := it.Grapheme()
			if !yield(g.Offset, g.Offset+len(g.Text)) {
				return
			}
		}
	}
}
