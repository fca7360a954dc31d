package paper

import (
	"image"
	"runtime"
	"slices"
	"sync"

	"jejak/canvas/geom"
	"jejak/canvas/paint/raster"
	"jejak/canvas/scene"
)

// Paint paints a piece of a scene: the pixels from px, py on, w by h of them, at k device pixels
// a point. It is called on other goroutines than that of the window.
type Paint func(s *scene.Scene, k float64, px, py, w, h int) *image.RGBA

// PaintTile is the Paint of the program: white paper under the raster painter.
func PaintTile(s *scene.Scene, k float64, px, py, w, h int) *image.RGBA {
	return raster.Tile(s, geom.Transform{K: k}, image.Rect(px, py, px+w, py+h), scene.RGB(0xFFFFFF))
}

// job is one tile to be painted.
type job struct {
	level *level
	at    tileAt
	w, h  int
}

// finished is one tile that was painted.
type finished struct {
	job
	pixels *image.RGBA
}

// crew paints tiles on as many goroutines as there are processors, less one that the window
// keeps, and brings what is finished to the goroutine of the window in batches.
type crew struct {
	do      func(func())
	paint   Paint
	deliver func([]finished)

	mu      sync.Mutex
	queue   []job
	working int
	limit   int
	done    []finished
	calling bool // a batch is on its way
}

func newCrew(do func(func()), paint Paint, deliver func([]finished)) *crew {
	return &crew{do: do, paint: paint, deliver: deliver, limit: max(1, min(runtime.GOMAXPROCS(0), 8))}
}

// add queues tiles of a level: near before anything of it that waits, far behind.
func (c *crew) add(l *level, near, far []*tile) {
	c.mu.Lock()
	defer c.mu.Unlock()
	jobs := func(tiles []*tile) []job {
		js := make([]job, len(tiles))
		for i, t := range tiles {
			js[i] = job{l, t.at, t.w, t.h}
		}
		return js
	}
	c.queue = append(append(jobs(near), c.queue...), jobs(far)...)
	for c.working < c.limit && c.working < len(c.queue) {
		c.working++
		go c.work()
	}
}

// forget takes the tiles of a level off the queue.
func (c *crew) forget(l *level) {
	if l == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.queue = slices.DeleteFunc(c.queue, func(j job) bool { return j.level == l })
}

func (c *crew) work() {
	for {
		c.mu.Lock()
		if len(c.queue) == 0 {
			c.working--
			c.mu.Unlock()
			return
		}
		j := c.queue[0]
		c.queue = c.queue[1:]
		c.mu.Unlock()

		img := c.paint(j.level.scene, j.level.k, j.at.x*side, j.at.y*side, j.w, j.h)

		c.mu.Lock()
		c.done = append(c.done, finished{j, img})
		call := !c.calling
		c.calling = true
		c.mu.Unlock()
		if call {
			c.do(c.bring)
		}
	}
}

// bring runs on the goroutine of the window.
func (c *crew) bring() {
	c.mu.Lock()
	done := c.done
	c.done, c.calling = nil, false
	c.mu.Unlock()
	c.deliver(done)
}
