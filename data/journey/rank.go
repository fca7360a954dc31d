package journey

import "strings"

// Rank orders siblings. It is a fractional key: between any two ranks there is another. Keys
// have an integer part whose first letter tells its length, so that appending or prepending n
// times costs O(log n) characters, and a fraction for insertions between (the scheme described
// by David Greenspan, "Implementing Fractional Indexing", 2020). Ranks compare as bytes. The
// empty Rank sorts before all others.
type Rank string

// rankDigits are the digits of a Rank, in byte order.
const rankDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// rankZero is the integer part everything starts from; rankFloor is the least integer part,
// below which no integer fits.
const rankZero = "a0"

var rankFloor = "A" + strings.Repeat("0", 26)

// RankBetween returns a Rank above a and below b. An empty a or b is an open end. It never fails:
// ranks this package did not make (of a foreign file) are split as bytes; where nothing fits
// between a and b (they are equal, turned round, or neighbours as bytes) the result is above a.
func RankBetween(a, b Rank) Rank {
	if b != "" && a >= b {
		b = ""
	}
	if (a == "" || a.wellFormed()) && (b == "" || b.wellFormed()) {
		return Rank(between(string(a), string(b)))
	}
	return Rank(betweenBytes(string(a), string(b)))
}

// RanksBetween returns n ranks in rising order, all above a and below b, spread so that they stay
// short. It treats odd ranks as RankBetween does. n below 1 gives nil.
func RanksBetween(a, b Rank, n int) []Rank {
	if n < 1 {
		return nil
	}
	ranks := make([]Rank, n)
	if b != "" && a >= b {
		b = ""
	}
	switch {
	case b == "":
		for i := range ranks {
			a = RankBetween(a, "")
			ranks[i] = a
		}
	case a == "":
		for i := n - 1; i >= 0; i-- {
			b = RankBetween("", b)
			ranks[i] = b
		}
	default:
		spread(ranks, a, b)
	}
	return ranks
}

// spread fills ranks from the middle outwards, so that lengths grow with log n.
func spread(ranks []Rank, a, b Rank) {
	if len(ranks) == 0 {
		return
	}
	mid := len(ranks) / 2
	ranks[mid] = RankBetween(a, b)
	spread(ranks[:mid], a, ranks[mid])
	spread(ranks[mid+1:], ranks[mid], b)
}

// wellFormed reports whether r is a key of the scheme: a head letter, the integer digits it
// announces, and a fraction that does not end in zero.
func (r Rank) wellFormed() bool {
	n := integerLen(string(r))
	if n == 0 || n > len(r) || string(r) == rankFloor {
		return false
	}
	for i := 1; i < len(r); i++ {
		if strings.IndexByte(rankDigits, r[i]) < 0 {
			return false
		}
	}
	return len(r) == n || r[len(r)-1] != '0'
}

// integerLen returns the length of the integer part with its head, 0 if s has no head.
func integerLen(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] >= 'a' && s[0] <= 'z':
		return int(s[0]-'a') + 2
	case s[0] >= 'A' && s[0] <= 'Z':
		return int('Z'-s[0]) + 2
	}
	return 0
}

// between splits two well-formed keys, a below b; either may be empty for an open end.
func between(a, b string) string {
	switch {
	case a == "" && b == "":
		return rankZero
	case a == "":
		whole := b[:integerLen(b)]
		if whole == rankFloor {
			return whole + fraction("", b[len(whole):])
		}
		if whole < b {
			return whole
		}
		if less, ok := decrement(whole); ok && less != rankFloor {
			return less
		}
		return rankFloor + fraction("", "")
	case b == "":
		whole := a[:integerLen(a)]
		if more, ok := increment(whole); ok {
			return more
		}
		return whole + fraction(a[len(whole):], "")
	}
	low, high := a[:integerLen(a)], b[:integerLen(b)]
	if low == high {
		return low + fraction(a[len(low):], b[len(high):])
	}
	if more, ok := increment(low); ok && more < b {
		return more
	}
	return low + fraction(a[len(low):], "")
}

// fraction returns the digits of a number between two fractions, a below b. An empty a is
// nought, an empty b is one. Neither ends in a zero, nor does the result.
func fraction(a, b string) string {
	n := 0
	for n < len(b) && digitAt(a, n) == strings.IndexByte(rankDigits, b[n]) {
		n++
	}
	prefix := b[:n]
	a, b = a[min(n, len(a)):], b[n:]
	var out strings.Builder
	out.WriteString(prefix)
	for {
		low, high := digitAt(a, 0), len(rankDigits)
		if b != "" {
			high = strings.IndexByte(rankDigits, b[0])
		}
		if high-low > 1 {
			out.WriteByte(rankDigits[(low+high)/2])
			return out.String()
		}
		if len(b) > 1 {
			out.WriteByte(b[0])
			return out.String()
		}
		out.WriteByte(rankDigits[low])
		a, b = a[min(1, len(a)):], ""
	}
}

func digitAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	return strings.IndexByte(rankDigits, s[i])
}

// increment returns the integer part after whole, if there is one.
func increment(whole string) (string, bool) {
	digits := []byte(whole)
	for i := len(digits) - 1; i > 0; i-- {
		d := strings.IndexByte(rankDigits, digits[i]) + 1
		if d < len(rankDigits) {
			digits[i] = rankDigits[d]
			return string(digits), true
		}
		digits[i] = '0'
	}
	switch head := digits[0]; {
	case head == 'Z':
		return rankZero, true
	case head == 'z':
		return "", false
	case head > 'Z':
		return string(head+1) + string(digits[1:]) + "0", true
	default:
		return string(head+1) + string(digits[1:len(digits)-1]), true
	}
}

// decrement returns the integer part before whole, if there is one.
func decrement(whole string) (string, bool) {
	digits := []byte(whole)
	last := rankDigits[len(rankDigits)-1]
	for i := len(digits) - 1; i > 0; i-- {
		d := strings.IndexByte(rankDigits, digits[i]) - 1
		if d >= 0 {
			digits[i] = rankDigits[d]
			return string(digits), true
		}
		digits[i] = last
	}
	switch head := digits[0]; {
	case head == 'a':
		return "Z" + string(last), true
	case head == 'A':
		return "", false
	case head < 'a':
		return string(head-1) + string(digits[1:]) + string(last), true
	default:
		return string(head-1) + string(digits[1:len(digits)-1]), true
	}
}

// betweenBytes splits two keys of any bytes, a below b or b empty.
func betweenBytes(a, b string) string {
	const middle = "V"
	if !strings.HasPrefix(b, a) || b == "" {
		// Whatever follows a stays below b, because they differ already.
		return a + middle
	}
	var out strings.Builder
	out.WriteString(a)
	for rest := b[len(a):]; rest != ""; rest = rest[1:] {
		d := strings.IndexByte(rankDigits, rest[0])
		switch {
		case rest[0] > rankDigits[len(rankDigits)-1]:
			return out.String() + middle
		case d > 1:
			return out.String() + string(rankDigits[d/2])
		case d == 1:
			return out.String() + "0" + middle
		case d < 0 && rest[0] > '0':
			return out.String() + "0" + middle
		}
		out.WriteByte(rest[0])
	}
	return a + middle
}
