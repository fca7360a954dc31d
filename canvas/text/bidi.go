package text

import "golang.org/x/text/unicode/bidi"

// maxDepth is max_depth of UAX #9, and maxBrackets the size of its stack of brackets.
const (
	maxDepth    = 125
	maxBrackets = 63
)

// needsBidi reports whether runes hold anything that does not simply run from left to right.
func needsBidi(s string) bool {
	for _, r := range s {
		if r < 0x590 {
			continue
		}
		switch class(r) {
		case bidi.R, bidi.AL, bidi.AN, bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.LRI, bidi.RLI, bidi.FSI:
			return true
		}
	}
	return false
}

func class(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// levels returns the embedding level of each rune of one line of text and that of the whole, by
// the rules P2 to I2 of UAX #9. Package bidi of x/text knows the classes, but of the levels it
// tells only odd from even, which does not suffice to order the runs of a line.
func levels(runes []rune) (levels []uint8, base uint8) {
	b := &bidiText{
		runes:  runes,
		class:  make([]bidi.Class, len(runes)),
		levels: make([]uint8, len(runes)),
		match:  make([]int32, len(runes)),
	}
	for i, r := range runes {
		b.class[i] = class(r)
	}
	b.original = append(b.original, b.class...)
	b.matchIsolates()
	base = b.firstStrong(0, len(runes), 0)
	b.explicit(base)
	for _, s := range b.sequences(base) {
		s.weak()
		s.brackets()
		s.neutral()
		s.implicit()
	}
	last := base
	for i := range b.levels {
		if removed(b.original[i]) {
			b.levels[i] = last
		}
		last = b.levels[i]
	}
	return b.levels, base
}

// bidiText is a line of text on its way through the rules.
type bidiText struct {
	runes    []rune
	class    []bidi.Class // changed by the rules
	original []bidi.Class
	levels   []uint8
	match    []int32 // of an isolate initiator: its PDI, or len(runes); of a matched PDI: its initiator
}

func isInitiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// removed reports whether rule X9 takes characters of that class out of the text.
func removed(c bidi.Class) bool {
	switch c {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

// matchIsolates is rule BD9.
func (b *bidiText) matchIsolates() {
	var open []int32
	for i, c := range b.original {
		b.match[i] = -1
		switch {
		case isInitiator(c):
			b.match[i] = int32(len(b.runes))
			open = append(open, int32(i))
		case c == bidi.PDI && len(open) > 0:
			o := open[len(open)-1]
			open = open[:len(open)-1]
			b.match[o], b.match[i] = int32(i), o
		}
	}
}

// firstStrong is rules P2 and P3: the level that the first strong character from start asks for.
func (b *bidiText) firstStrong(start, end int, without uint8) uint8 {
	for i := start; i < end; i++ {
		switch c := b.original[i]; {
		case c == bidi.L:
			return 0
		case c == bidi.R || c == bidi.AL:
			return 1
		case isInitiator(c):
			i = int(b.match[i])
		}
	}
	return without
}

// explicit is rules X1 to X8.
func (b *bidiText) explicit(base uint8) {
	type status struct {
		level    uint8
		override bidi.Class // bidi.ON: none
		isolate  bool
	}
	stack := []status{{base, bidi.ON, false}}
	lostIsolates, lostEmbeddings, isolates := 0, 0, 0
	next := func(odd bool) uint8 {
		l := stack[len(stack)-1].level
		if odd {
			return (l + 1) | 1
		}
		return (l + 2) &^ 1
	}
	for i, c := range b.original {
		top := stack[len(stack)-1]
		switch c {
		case bidi.RLE, bidi.LRE, bidi.RLO, bidi.LRO:
			b.levels[i] = top.level
			l := next(c == bidi.RLE || c == bidi.RLO)
			switch {
			case l > maxDepth || lostIsolates > 0 || lostEmbeddings > 0:
				if lostIsolates == 0 {
					lostEmbeddings++
				}
			case c == bidi.RLO:
				stack = append(stack, status{l, bidi.R, false})
			case c == bidi.LRO:
				stack = append(stack, status{l, bidi.L, false})
			default:
				stack = append(stack, status{l, bidi.ON, false})
			}
		case bidi.RLI, bidi.LRI, bidi.FSI:
			b.levels[i] = top.level
			if top.override != bidi.ON {
				b.class[i] = top.override
			}
			odd := c == bidi.RLI || c == bidi.FSI && b.firstStrong(i+1, int(b.match[i]), 0) == 1
			if l := next(odd); l <= maxDepth && lostIsolates == 0 && lostEmbeddings == 0 {
				isolates++
				stack = append(stack, status{l, bidi.ON, true})
			} else {
				lostIsolates++
			}
		case bidi.PDI:
			switch {
			case lostIsolates > 0:
				lostIsolates--
			case isolates > 0:
				lostEmbeddings = 0
				for !stack[len(stack)-1].isolate {
					stack = stack[:len(stack)-1]
				}
				stack = stack[:len(stack)-1]
				isolates--
			}
			top = stack[len(stack)-1]
			b.levels[i] = top.level
			if top.override != bidi.ON {
				b.class[i] = top.override
			}
		case bidi.PDF:
			b.levels[i] = top.level
			switch {
			case lostIsolates > 0:
			case lostEmbeddings > 0:
				lostEmbeddings--
			case !top.isolate && len(stack) > 1:
				stack = stack[:len(stack)-1]
			}
		case bidi.BN:
			b.levels[i] = top.level
		default:
			b.levels[i] = top.level
			if top.override != bidi.ON {
				b.class[i] = top.override
			}
		}
	}
}

// sequences is rule X10: the isolating run sequences.
func (b *bidiText) sequences(base uint8) []*sequence {
	var all []*sequence
	waiting := map[int32]*sequence{} // by the PDI that goes on with it
	var current *sequence
	prev := int32(-1) // the last character that X9 leaves
	for i := range b.runes {
		if removed(b.original[i]) {
			continue
		}
		// Between an initiator and its PDI the sequence pauses, even if the levels are equal.
		breaks := prev < 0 || b.levels[prev] != b.levels[i]
		if breaks {
			current = waiting[int32(i)]
			if current == nil || b.levels[current.at[0]] != b.levels[i] {
				current = &sequence{text: b, level: b.levels[i]}
				before := base
				if prev >= 0 {
					before = b.levels[prev]
				}
				current.sos = direction(max(before, current.level))
				all = append(all, current)
			}
		}
		current.at = append(current.at, int32(i))
		if isInitiator(b.original[i]) && int(b.match[i]) < len(b.runes) {
			waiting[b.match[i]] = current
		}
		prev = int32(i)
	}
	for _, s := range all {
		last := int(s.at[len(s.at)-1])
		after := base
		if !isInitiator(b.original[last]) {
			for j := last + 1; j < len(b.runes); j++ {
				if !removed(b.original[j]) {
					after = b.levels[j]
					break
				}
			}
		}
		s.eos = direction(max(after, s.level))
	}
	return all
}

func direction(level uint8) bidi.Class {
	if level&1 == 1 {
		return bidi.R
	}
	return bidi.L
}
