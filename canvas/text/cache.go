package text

import "sync"

// cache is a bounded map for concurrent use. It keeps two generations: what is used moves to the
// young one, and when that is full the old one is forgotten. So what is in use stays without the
// bookkeeping of a list, and at most limit values are held.
type cache[K comparable, V any] struct {
	limit int

	mu         sync.RWMutex
	young, old map[K]V
}

func newCache[K comparable, V any](limit int) *cache[K, V] {
	return &cache[K, V]{limit: limit, young: map[K]V{}}
}

func (c *cache[K, V]) get(k K) (V, bool) {
	c.mu.RLock()
	v, ok := c.young[k]
	if ok {
		c.mu.RUnlock()
		return v, true
	}
	v, ok = c.old[k]
	c.mu.RUnlock()
	if ok {
		c.put(k, v)
	}
	return v, ok
}

func (c *cache[K, V]) put(k K, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.young) >= c.limit/2 {
		c.old, c.young = c.young, map[K]V{}
	}
	c.young[k] = v
}
