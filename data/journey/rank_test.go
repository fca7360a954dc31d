package journey

import (
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestRankBetween(t *testing.T) {
	for _, c := range []struct{ a, b, want Rank }{
		{"", "", "a0"},
		{"a0", "", "a1"},
		{"az", "", "b00"},
		{"bzz", "", "c000"},
		{"Zz", "", "a0"},
		{"Yzz", "", "Z0"},
		{"", "a0", "Zz"},
		{"", "Z0", "Yzz"},
		{"", "b00", "az"},
		{"", "a0V", "a0"},
		{"a0", "a1", "a0V"},
		{"a0", "a2", "a1"},
		{"a0V", "a1", "a0k"},
		{"a0", "a0V", "a0F"},
		{"a0", "a01", "a00V"},
		{"Zz", "a1", "a0"},
		{"a1", "b00", "a2"},
		// Ranks of foreign make.
		{"1", "2", "1V"},
		{"a", "b", "aV"},
		{"a00", "a1", "a00V"},
		{"x", "x~", "xV"},
		{"", "0", "V"},
		{"", "1", "0V"},
		{"", "~", "V"},
		// Nothing fits: above a.
		{"a1", "a0", "a2"},
		{"a0", "a0", "a1"},
		{"q", "q0", "qV"},
	} {
		if got := RankBetween(c.a, c.b); got != c.want {
			t.Errorf("RankBetween(%q, %q) = %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

func TestRankAtTheEndsOfTheIntegers(t *testing.T) {
	top := Rank("z" + string(slices.Repeat([]byte("z"), 26)))
	if got := RankBetween(top, ""); got <= top || !got.wellFormed() {
		t.Errorf("above the last integer: %q", got)
	}
	low := Rank(rankFloor + "V")
	for range 100 {
		next := RankBetween("", low)
		if next >= low || !next.wellFormed() {
			t.Fatalf("below %q: %q", low, next)
		}
		low = next
	}
	first := Rank("A" + string(slices.Repeat([]byte("0"), 25)) + "1")
	if got := RankBetween("", first); got >= first || !got.wellFormed() {
		t.Errorf("below the first integer: %q", got)
	}
}

func TestAppendingCostsLittle(t *testing.T) {
	var up, down Rank
	for range 100_000 {
		next := RankBetween(up, "")
		if next <= up {
			t.Fatalf("%q after %q", next, up)
		}
		up = next
		if next = RankBetween("", down); down != "" && next >= down {
			t.Fatalf("%q before %q", next, down)
		}
		down = next
	}
	if len(up) > 5 || len(down) > 5 {
		t.Errorf("after 100,000 the ranks are %q and %q", up, down)
	}
}

func TestRanksBetweenSpread(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 2, 63, 1000} {
		for _, ends := range [][2]Rank{{"", ""}, {"a0", ""}, {"", "a0"}, {"a0", "a1"}, {"a0", "a0V"}, {"Zz", "b05"}} {
			ranks := RanksBetween(ends[0], ends[1], n)
			if len(ranks) != max(n, 0) {
				t.Fatalf("%d ranks, want %d", len(ranks), n)
			}
			last := ends[0]
			for _, r := range ranks {
				if r <= last || len(r) > 8 {
					t.Fatalf("%d between %q and %q: %q after %q", n, ends[0], ends[1], r, last)
				}
				last = r
			}
			if n > 0 && ends[1] != "" && last >= ends[1] {
				t.Fatalf("%q is not below %q", last, ends[1])
			}
		}
	}
}

// Ranks made by this package stay in order and well-formed wherever one inserts.
func TestRandomInsertsStayInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		var ranks []Rank
		for range 3000 {
			i := random.IntN(len(ranks) + 1)
			var a, b Rank
			if i > 0 {
				a = ranks[i-1]
			}
			if i < len(ranks) {
				b = ranks[i]
			}
			r := RankBetween(a, b)
			if r <= a || b != "" && r >= b || !r.wellFormed() {
				t.Fatalf("between %q and %q: %q", a, b, r)
			}
			ranks = slices.Insert(ranks, i, r)
		}
		for _, r := range ranks {
			if len(r) > 40 {
				t.Fatalf("%d characters: %q", len(r), r)
			}
		}
	})
}

// Whatever the ranks, the result is above a; it is below b as far as there are digits to use.
func TestRankBetweenAnything(t *testing.T) {
	digits := rapid.StringOfN(rapid.RuneFrom([]rune(rankDigits)), 0, 8, -1)
	odd := rapid.OneOf(digits, rapid.String(), rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 6), func(b []byte) string { return string(b) }))
	rapid.Check(t, func(t *rapid.T) {
		a, b := Rank(odd.Draw(t, "a")), Rank(odd.Draw(t, "b"))
		r := RankBetween(a, b)
		if r <= a {
			t.Fatalf("between %q and %q: %q", a, b, r)
		}
		if b <= a || r < b {
			return
		}
		// Only a neighbour as bytes leaves no room: b is a and then signs up to "0".
		for _, c := range []byte(b[len(a):]) {
			if c > '0' {
				t.Fatalf("%q fits between %q and %q, got %q", b[:len(b)-1], a, b, r)
			}
		}
	})
}

func TestBetweenRandomWellFormed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fraction := rapid.StringMatching(`([0-9A-Za-z]{0,6}[1-9A-Za-z])?`)
		whole := rapid.StringMatching(`[aZ][0-9A-Za-z]|[bY][0z]{2}|c[0z]{3}`)
		draw := func(label string) Rank {
			return Rank(whole.Draw(t, label) + fraction.Draw(t, label+" fraction"))
		}
		a, b := draw("a"), draw("b")
		if a > b {
			a, b = b, a
		}
		if a == b {
			return
		}
		if r := RankBetween(a, b); r <= a || r >= b || !r.wellFormed() {
			t.Fatalf("between %q and %q: %q", a, b, r)
		}
	})
}
