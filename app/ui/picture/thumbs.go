package picture

import (
	"image"
	"sync"
)

// Thumbs paints small pictures one after the other in the background, and keeps what it painted:
// the same picture is asked for again whenever a screen is made anew. It is safe from anywhere.
type Thumbs struct {
	do    func(func())
	mu    sync.Mutex
	made  map[string]image.Image
	queue []order
	busy  bool
}

// order is a picture to be painted.
type order struct {
	key   string
	paint func() image.Image
	show  func(image.Image)
}

// NewThumbs returns an empty one. do runs a function on the goroutine of the window.
func NewThumbs(do func(func())) *Thumbs {
	return &Thumbs{do: do, made: map[string]image.Image{}}
}

// Ask shows the picture of a key: at once, on the caller's goroutine, if it was painted before, else
// on the window's when it is. paint may return nil, which is shown and not kept.
func (t *Thumbs) Ask(key string, paint func() image.Image, show func(image.Image)) {
	t.mu.Lock()
	if img := t.made[key]; img != nil {
		t.mu.Unlock()
		show(img)
		return
	}
	t.queue = append(t.queue, order{key, paint, show})
	start := !t.busy
	t.busy = true
	t.mu.Unlock()
	if start {
		go t.work()
	}
}

func (t *Thumbs) work() {
	for {
		t.mu.Lock()
		if len(t.queue) == 0 {
			t.busy = false
			t.mu.Unlock()
			return
		}
		o := t.queue[0]
		t.queue = t.queue[1:]
		img := t.made[o.key]
		t.mu.Unlock()
		if img == nil {
			img = o.paint()
		}
		if img != nil {
			t.mu.Lock()
			t.made[o.key] = img
			t.mu.Unlock()
		}
		t.do(func() { o.show(img) })
	}
}
