package text

import "testing"

func TestCache(t *testing.T) {
	c := newCache[int, int](10, func(int) int { return 1 })
	for i := range 1000 {
		c.put(i, i)
		if _, ok := c.get(0); !ok {
			t.Fatalf("what is in use is forgotten after %d", i)
		}
		if n := len(c.young) + len(c.old); n > 10 {
			t.Fatalf("%d values are held, limit 10", n)
		}
	}
	if v, ok := c.get(999); !ok || v != 999 {
		t.Errorf("the newest is %d, %v", v, ok)
	}
	if _, ok := c.get(500); ok {
		t.Error("what was not in use is still held")
	}
}

func TestCacheCost(t *testing.T) {
	c := newCache[string, bool](10, func(s string) int { return len(s) })
	c.put("123456", true)
	if _, ok := c.get("123456"); ok {
		t.Error("one value takes more than a generation")
	}
	for _, s := range []string{"12345", "abcd", "xyz", "xyz"} {
		c.put(s, true)
	}
	if _, ok := c.get("12345"); ok {
		t.Error("the oldest is still held")
	}
	for _, s := range []string{"abcd", "xyz"} {
		if _, ok := c.get(s); !ok {
			t.Errorf("%s is forgotten too early", s)
		}
	}
}
