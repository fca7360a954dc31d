package text

import "sync"

// cache is a bounded map for concurrent use. It keeps two generations: what is used moves to the
// young one, and when that is full the old one is forgotten. So what is in use stays without the
// bookkeeping of a list, and the values held never cost more than limit together.
type cache[K comparable, V any] struct {
	limit int
	cost  func(K) int

	mu         sync.RWMutex
	young, old map[K]V
	spent      int // cost of the young ones
}

func newCache[K comparable, V any](limit int, cost func(K) int) *cache[K, V] {
	return &cache[K, V]{limit: limit, cost: cost, young: map[K]V{}}
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
	cost := c.cost(k)
	if cost > c.limit/2 {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.young[k]; ok {
		return // another goroutine came first with the same
	}
	if c.spent+cost > c.limit/2 {
		c.old, c.young, c.spent = c.young, map[K]V{}, 0
	}
	c.young[k] = v
	c.spent += cost
}
