// Package picture makes the pictures of maps that the window shows. It knows no Fyne.
package picture

import (
	"sync"

	"jejak/assets/words"
	"jejak/canvas/layout"
	"jejak/canvas/scene"
	"jejak/canvas/style"
	"jejak/canvas/text"
	"jejak/data/journey"
)

// Arranger lays out maps on a goroutine of its own, one at a time. While it works only the newest
// question waits; the ones before it would be answered too late.
type Arranger struct {
	do func(func()) // runs a function on the goroutine of the window

	// Through, if there is one, draws a picture as it is to be seen. It is called on the goroutine
	// that lays out, and set before the first question.
	Through func(journey.Project, journey.ID, *scene.Scene) *scene.Scene
	// Over, if there is one, says what is drawn over a map; nil: nothing. It is called and set as Through.
	Over func(journey.Project, journey.ID) layout.Overlay

	mu      sync.Mutex
	waiting *question
	working bool

	asked, answered int // questions, on the goroutine of the window
}

// Measurer is the library of typefaces, which all pictures share. It is made when first needed.
var Measurer = sync.OnceValue(func() text.Measurer { return text.NewLibrary() })

type question struct {
	project journey.Project
	mapID   journey.ID
	done    func(*scene.Scene)
	number  int
}

// NewArranger returns an Arranger that answers by way of do.
func NewArranger(do func(func())) *Arranger { return &Arranger{do: do} }

// Arrange is the editor's Arranger.
func (a *Arranger) Arrange(p journey.Project, mapID journey.ID, done func(*scene.Scene)) {
	a.asked++
	a.mu.Lock()
	defer a.mu.Unlock()
	a.waiting = &question{p, mapID, done, a.asked}
	if !a.working {
		a.working = true
		go a.work()
	}
}

func (a *Arranger) work() {
	for {
		a.mu.Lock()
		q := a.waiting
		a.waiting = nil
		if q == nil {
			a.working = false
			a.mu.Unlock()
			return
		}
		a.mu.Unlock()
		var over layout.Overlay
		if a.Over != nil {
			over = a.Over(q.project, q.mapID)
		}
		s := drawn(q.project, q.mapID, over)
		if a.Through != nil && s != nil {
			s = a.Through(q.project, q.mapID, s)
		}
		a.do(func() {
			a.answered = q.number
			q.done(s)
		})
	}
}

// Settled reports whether the last question is answered. It belongs to the goroutine of the window,
// as Arrange does.
func (a *Arranger) Settled() bool { return a.answered == a.asked }

// Of is the scene of a map as the window shows and prints it; nil for a map that is not there.
func Of(p journey.Project, mapID journey.ID) *scene.Scene { return drawn(p, mapID, nil) }

func drawn(p journey.Project, mapID journey.ID, over layout.Overlay) *scene.Scene {
	m, ok := p.Maps.Get(mapID)
	if !ok {
		return nil
	}
	info := p.Info()
	palette := m.Palette
	if palette == "" {
		palette = info.Palette
	}
	return layout.Arrange(p, mapID, layout.Options{
		Sheet: style.New(palette), Words: words.In(info.Language), Measurer: Measurer(), Over: over,
	})
}
