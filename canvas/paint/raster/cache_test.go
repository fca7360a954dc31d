package raster

import "testing"

func TestCacheIsBounded(t *testing.T) {
	c := newCache[int](1000, func(b []byte) int { return len(b) })
	for i := range 500 {
		c.put(i, make([]byte, 10))
		if _, ok := c.get(0); !ok {
			t.Fatalf("what is used all the time is gone after %d others", i)
		}
		if n := len(c.young) + len(c.old); n > 102 {
			t.Fatalf("%d entries of 10 bytes in a cache of 1000", n)
		}
	}
	if _, ok := c.get(100); ok {
		t.Error("what was never used again is still there")
	}
}

func TestCacheReplaces(t *testing.T) {
	c := newCache[string](1000, func(b []byte) int { return len(b) })
	for range 100 {
		c.put("same", make([]byte, 100))
	}
	if c.old != nil || c.bytes != 100 {
		t.Errorf("one entry counts as %d bytes", c.bytes)
	}
}
