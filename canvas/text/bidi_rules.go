package text

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// sequence is an isolating run sequence of UAX #9: the characters that are resolved together.
type sequence struct {
	text     *bidiText
	at       []int32 // where its characters stand in the text
	level    uint8
	sos, eos bidi.Class // what is thought to stand before and behind it
}

func (s *sequence) class(i int) bidi.Class       { return s.text.class[s.at[i]] }
func (s *sequence) setClass(i int, c bidi.Class) { s.text.class[s.at[i]] = c }
func (s *sequence) fill(from, to int, c bidi.Class) {
	for i := from; i < to; i++ {
		s.setClass(i, c)
	}
}

// weak is rules W1 to W7.
func (s *sequence) weak() {
	// W1: a mark takes the class of what it stands on.
	prev := s.sos
	for i := range s.at {
		if s.class(i) == bidi.NSM {
			s.setClass(i, prev)
		}
		prev = s.class(i)
		if isInitiator(prev) || prev == bidi.PDI {
			prev = bidi.ON
		}
	}
	// W2, W3: digits behind Arabic letters are Arabic; Arabic letters run to the left.
	strong := s.sos
	for i := range s.at {
		switch c := s.class(i); c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == bidi.AL {
				s.setClass(i, bidi.AN)
			}
		}
	}
	for i := range s.at {
		if s.class(i) == bidi.AL {
			s.setClass(i, bidi.R)
		}
	}
	// W4: one separator between two numbers of a kind belongs to them.
	for i := 1; i+1 < len(s.at); i++ {
		c, before, after := s.class(i), s.class(i-1), s.class(i+1)
		if before != after {
			continue
		}
		if (c == bidi.ES || c == bidi.CS) && before == bidi.EN || c == bidi.CS && before == bidi.AN {
			s.setClass(i, before)
		}
	}
	// W5, W6: what ends a number belongs to it, other separators are neutral.
	for i := 0; i < len(s.at); i++ {
		switch s.class(i) {
		case bidi.ET:
			end := i
			for end < len(s.at) && s.class(end) == bidi.ET {
				end++
			}
			c := bidi.ON
			if i > 0 && s.class(i-1) == bidi.EN || end < len(s.at) && s.class(end) == bidi.EN {
				c = bidi.EN
			}
			s.fill(i, end, c)
			i = end - 1
		case bidi.ES, bidi.CS:
			s.setClass(i, bidi.ON)
		}
	}
	// W7: digits behind Latin letters run with them.
	strong = s.sos
	for i := range s.at {
		switch c := s.class(i); c {
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN:
			if strong == bidi.L {
				s.setClass(i, bidi.L)
			}
		}
	}
}

// strongOf returns which way a class pulls neutral neighbours, ON if it does not.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

// brackets is rule N0: the two brackets of a pair run the same way.
func (s *sequence) brackets() {
	type opening struct {
		rune rune
		at   int
	}
	var stack []opening
	var pairs [][2]int
scan:
	for i := range s.at {
		if s.class(i) != bidi.ON {
			continue
		}
		r := s.text.runes[s.at[i]]
		p, _ := bidi.LookupRune(r)
		switch {
		case !p.IsBracket():
		case p.IsOpeningBracket():
			if len(stack) == maxBrackets {
				break scan
			}
			stack = append(stack, opening{bracket(r), i})
		default:
			o := bracket([]rune(bidi.ReverseString(string(r)))[0])
			for j := len(stack) - 1; j >= 0; j-- {
				if stack[j].rune == o {
					pairs = append(pairs, [2]int{stack[j].at, i})
					stack = stack[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b [2]int) int { return a[0] - b[0] })
	for _, p := range pairs {
		if c := s.bracketClass(p[0], p[1]); c != bidi.ON {
			s.setBracket(p[0], c)
			s.setBracket(p[1], c)
		}
	}
}

// bracket returns the one of two equivalent brackets that stands for both.
func bracket(r rune) rune {
	if r == 0x2329 {
		return 0x3008
	}
	return r
}

func (s *sequence) bracketClass(open, shut int) bidi.Class {
	own, found := direction(s.level), false
	for i := open + 1; i < shut; i++ {
		switch strongOf(s.class(i)) {
		case own:
			return own
		case bidi.L, bidi.R:
			found = true
		}
	}
	if !found {
		return bidi.ON
	}
	// Only the other direction inside: it is taken if it also goes before.
	for i := open - 1; i >= 0; i-- {
		if c := strongOf(s.class(i)); c != bidi.ON {
			return c
		}
	}
	return s.sos
}

// setBracket sets a bracket and the marks that stand on it.
func (s *sequence) setBracket(i int, c bidi.Class) {
	s.setClass(i, c)
	for i++; i < len(s.at) && s.text.original[s.at[i]] == bidi.NSM; i++ {
		s.setClass(i, c)
	}
}

// neutral is rules N1 and N2.
func (s *sequence) neutral() {
	for i := 0; i < len(s.at); i++ {
		if strongOf(s.class(i)) != bidi.ON {
			continue
		}
		end := i
		for end < len(s.at) && strongOf(s.class(end)) == bidi.ON {
			end++
		}
		before, after := s.sos, s.eos
		if i > 0 {
			before = strongOf(s.class(i - 1))
		}
		if end < len(s.at) {
			after = strongOf(s.class(end))
		}
		c := direction(s.level)
		if before == after {
			c = before
		}
		s.fill(i, end, c)
		i = end - 1
	}
}

// implicit is rules I1 and I2.
func (s *sequence) implicit() {
	for i, at := range s.at {
		switch c := s.class(i); {
		case s.level&1 == 0 && c == bidi.R:
			s.text.levels[at] = s.level + 1
		case s.level&1 == 0 && (c == bidi.AN || c == bidi.EN):
			s.text.levels[at] = s.level + 2
		case s.level&1 == 1 && c != bidi.R:
			s.text.levels[at] = s.level + 1
		}
	}
}
