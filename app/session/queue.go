package session

import "sync"

// queue hands values from goroutines that must not wait to one that takes its time.
type queue[T any] struct {
	mu     sync.Mutex
	filled *sync.Cond
	items  []T
	closed bool
}

func newQueue[T any]() *queue[T] {
	q := &queue[T]{}
	q.filled = sync.NewCond(&q.mu)
	return q
}

// push adds x at the end. It reports false, and does nothing, after close.
func (q *queue[T]) push(x T) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return false
	}
	q.items = append(q.items, x)
	q.filled.Signal()
	return true
}

// pop takes the first value, waiting for one. It reports false when the queue is closed and empty.
func (q *queue[T]) pop() (T, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 && !q.closed {
		q.filled.Wait()
	}
	var none T
	if len(q.items) == 0 {
		return none, false
	}
	x := q.items[0]
	q.items[0] = none // let go of what it holds
	q.items = q.items[1:]
	return x, true
}

// close lets pop end after what is in the queue.
func (q *queue[T]) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Broadcast()
}
