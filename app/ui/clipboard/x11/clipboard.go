package x11

import (
	"errors"
	"fmt"
	"slices"
	"sync"
)

// Data is what a program offers in one format.
type Data struct {
	Format string // a MIME type, or one of the older names such as UTF8_STRING
	Bytes  []byte
}

// Clipboard is the selection CLIPBOARD of a display. Its methods may be called from any goroutine.
type Clipboard struct {
	c     *conn
	atoms map[string]uint32 // of the names below

	mu      sync.Mutex
	offered []offer
	since   uint32 // when it became ours, in the server's time; 0: it is not
	hooks   []*hook

	reading sync.Mutex // one at a time
}

// offer is Data by the server's number of its format.
type offer struct {
	format uint32
	Data
}

// hook waits for an event.
type hook struct {
	wants func(packet) bool
	got   chan packet
}

// The names that are needed from the start.
var names = []string{
	"CLIPBOARD", "CLIPBOARD_MANAGER", "TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "INCR",
	"ATOM", "INTEGER", "UTF8_STRING", "TEXT", "JEJAK_CLIPBOARD", "JEJAK_TIME", "ATOM_PAIR",
}

// Open connects to a display such as ":0".
func Open(display string) (*Clipboard, error) {
	b := &Clipboard{atoms: map[string]uint32{}}
	c, err := dial(display, b.event)
	if err != nil {
		return nil, err
	}
	b.c = c
	for _, name := range names {
		if b.atoms[name], err = c.atom(name); err != nil {
			c.shut()
			return nil, err
		}
	}
	return b, nil
}

// Alive reports whether the server is still there.
func (b *Clipboard) Alive() bool { return b.c.alive() }

// Close ends the connection. What is offered goes with it, unless the desktop keeps such things:
// then that is asked to take it first.
func (b *Clipboard) Close() {
	b.handOver()
	b.c.shut()
}

// Owns reports whether what is on the clipboard was offered by this Clipboard.
func (b *Clipboard) Owns() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.since != 0
}

// The kinds of events that matter.
const (
	propertyNotify   = 28
	selectionClear   = 29
	selectionRequest = 30
	selectionNotify  = 31

	propertyChange = 1 << 22 // the mask that asks for propertyNotify
	structure      = 1 << 17
)

// event hears all events, on the goroutine of the reader, which must not wait for the server.
func (b *Clipboard) event(p packet) {
	switch p.kind() {
	case selectionClear:
		b.mu.Lock()
		// One that was sent before the clipboard became ours again says nothing any more.
		if p.u32(12) == b.atoms["CLIPBOARD"] && int32(p.u32(4)-b.since) >= 0 {
			b.since, b.offered = 0, nil
		}
		b.mu.Unlock()
	case selectionRequest:
		go b.serve(request{time: p.u32(4), requestor: p.u32(12), selection: p.u32(16), target: p.u32(20), property: p.u32(24)})
	default:
		b.mu.Lock()
		defer b.mu.Unlock()
		for i, h := range b.hooks {
			if h.wants(p) {
				b.hooks = slices.Delete(b.hooks, i, i+1)
				h.got <- p
				return
			}
		}
	}
}

// expect begins to wait for an event: before what brings it is asked for.
func (b *Clipboard) expect(wants func(packet) bool) *hook {
	h := &hook{wants: wants, got: make(chan packet, 1)}
	b.mu.Lock()
	b.hooks = append(b.hooks, h)
	b.mu.Unlock()
	return h
}

// wait returns the event of a hook; false if it does not come.
func (b *Clipboard) wait(h *hook) (packet, bool) {
	timer := newTimer()
	defer timer.Stop()
	select {
	case p := <-h.got:
		return p, true
	case <-timer.C:
	}
	b.drop(h)
	return nil, false
}

func (b *Clipboard) drop(h *hook) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if i := slices.Index(b.hooks, h); i >= 0 {
		b.hooks = slices.Delete(b.hooks, i, i+1)
	}
}

// now is the time of the server, which only an event tells.
func (b *Clipboard) now() (uint32, error) {
	prop := b.atoms["JEJAK_TIME"]
	h := b.expect(func(p packet) bool {
		return p.kind() == propertyNotify && p.u32(4) == b.c.window && p.u32(8) == prop
	})
	b.c.setProperty(b.c.window, prop, b.atoms["INTEGER"], 32, nil, true)
	p, ok := b.wait(h)
	if !ok {
		return 0, errors.New("the X server does not tell the time")
	}
	return p.u32(12), nil
}

// Offer puts data on the clipboard, in the order in which other programs should prefer the
// formats. They can be had until another program puts something there, or until Close.
func (b *Clipboard) Offer(list ...Data) error {
	offers := make([]offer, 0, len(list))
	for _, d := range list {
		a, err := b.c.atom(d.Format)
		if err != nil {
			return fmt.Errorf("offer on the clipboard: %w", err)
		}
		offers = append(offers, offer{a, d})
	}
	t, err := b.now()
	if err != nil {
		return fmt.Errorf("offer on the clipboard: %w", err)
	}
	sel := b.atoms["CLIPBOARD"]
	b.mu.Lock()
	b.offered, b.since = offers, t
	b.mu.Unlock()
	b.c.send(22, 0, u32s(b.c.window, sel, t))
	owner, err := b.owner(sel)
	if err == nil && owner != b.c.window {
		err = errors.New("another program was faster")
	}
	if err != nil {
		b.mu.Lock()
		b.offered, b.since = nil, 0
		b.mu.Unlock()
		return fmt.Errorf("offer on the clipboard: %w", err)
	}
	return nil
}

func (b *Clipboard) owner(selection uint32) (uint32, error) {
	p, err := b.c.ask(23, 0, u32s(selection))
	if err != nil {
		return 0, err
	}
	return p.u32(8), nil
}

// handOver asks the desktop's keeper of clipboards, where there is one, to take what is offered.
func (b *Clipboard) handOver() {
	if !b.Owns() {
		return
	}
	manager := b.atoms["CLIPBOARD_MANAGER"]
	owner, err := b.owner(manager)
	if err != nil || owner == 0 {
		return // what is offered ends with the program, as everywhere without such a keeper
	}
	t, err := b.now()
	if err != nil {
		return
	}
	h := b.expect(func(p packet) bool { return p.kind() == selectionNotify && p.u32(12) == manager })
	b.c.send(24, 0, u32s(b.c.window, manager, b.atoms["SAVE_TARGETS"], b.atoms["JEJAK_CLIPBOARD"], t))
	b.wait(h) // it fetches the data meanwhile; in vain or not, the program ends
}
