package raster

import "sync"

// cache keeps what is costly to make, up to a number of bytes. It has two generations: when the
// young one is half the limit, it becomes the old one and the old one is dropped, so what is in
// use survives and there is no list to keep in order. Safe for concurrent use.
type cache[K comparable, V any] struct {
	limit int
	size  func(V) int

	mu         sync.RWMutex
	young, old map[K]V
	bytes      int // of young
}

func newCache[K comparable, V any](limit int, size func(V) int) *cache[K, V] {
	return &cache[K, V]{limit: limit, size: size, young: map[K]V{}}
}

func (c *cache[K, V]) get(k K) (V, bool) {
	c.mu.RLock()
	v, ok := c.young[k]
	if ok || c.old == nil {
		c.mu.RUnlock()
		return v, ok
	}
	v, ok = c.old[k]
	c.mu.RUnlock()
	if ok {
		c.put(k, v)
	}
	return v, ok
}

// put stores v. Two goroutines may both make what neither found; the later one wins, which is as
// good, because both made the same.
func (c *cache[K, V]) put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if before, ok := c.young[k]; ok {
		c.bytes -= c.size(before)
	}
	c.young[k] = v
	c.bytes += c.size(v)
	if c.bytes > c.limit/2 {
		c.old, c.young, c.bytes = c.young, map[K]V{}, 0
	}
}
