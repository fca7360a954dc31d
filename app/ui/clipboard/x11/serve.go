package x11

import (
	"slices"
	"time"
)

func newTimer() *time.Timer { return time.NewTimer(patience) }

// request is another program's wish for what is offered.
type request struct{ time, requestor, selection, target, property uint32 }

// serve answers a request and stays until all of it was fetched.
func (b *Clipboard) serve(r request) {
	if r.property == 0 {
		r.property = r.target // programs from before 1988 say none
	}
	b.mu.Lock()
	offered, since := b.offered, b.since
	b.mu.Unlock()
	if r.selection != b.atoms["CLIPBOARD"] || since == 0 {
		b.answer(r, false)
		return
	}
	if r.target == b.atoms["MULTIPLE"] {
		b.serveMany(r, offered, since)
		return
	}
	rest := b.put(r, r.target, r.property, offered, since)
	b.answer(r, rest != nil)
	if rest != nil {
		rest()
	}
}

// serveMany answers a wish for several formats at once, as keepers of clipboards have.
func (b *Clipboard) serveMany(r request, offered []offer, since uint32) {
	value, _, err := b.c.property(r.requestor, r.property, false, 1<<16)
	if err != nil || len(value)%8 != 0 {
		b.answer(r, false)
		return
	}
	pairs := slices.Clone(value)
	var rests []func()
	for at := 0; at+8 <= len(pairs); at += 8 {
		target, prop := le.Uint32(pairs[at:]), le.Uint32(pairs[at+4:])
		rest := b.put(r, target, prop, offered, since)
		if rest == nil {
			le.PutUint32(pairs[at+4:], 0)
			continue
		}
		rests = append(rests, rest)
	}
	b.c.setProperty(r.requestor, r.property, b.atoms["ATOM_PAIR"], 32, pairs, false)
	b.answer(r, true)
	for _, rest := range rests {
		rest()
	}
}

// put lays what is wanted into a property of the other program's window. It returns what hands
// over the pieces that come after the answer; nil if the format is not offered.
func (b *Clipboard) put(r request, target, prop uint32, offered []offer, since uint32) (rest func()) {
	nothing := func() {}
	switch target {
	case b.atoms["TARGETS"]:
		list := []uint32{target, b.atoms["TIMESTAMP"], b.atoms["MULTIPLE"], b.atoms["SAVE_TARGETS"]}
		for _, o := range offered {
			list = append(list, o.format)
		}
		b.c.setProperty(r.requestor, prop, b.atoms["ATOM"], 32, u32s(list...), false)
		return nothing
	case b.atoms["TIMESTAMP"]:
		b.c.setProperty(r.requestor, prop, b.atoms["INTEGER"], 32, u32s(since), false)
		return nothing
	case b.atoms["SAVE_TARGETS"]:
		b.c.setProperty(r.requestor, prop, b.atoms["INTEGER"], 32, nil, false)
		return nothing
	}
	i := slices.IndexFunc(offered, func(o offer) bool { return o.format == target })
	if i < 0 {
		return nil
	}
	kind := target
	if kind == b.atoms["TEXT"] {
		kind = b.atoms["UTF8_STRING"] // TEXT asks for whatever text there is
	}
	data := offered[i].Bytes
	if len(data) <= b.c.room() {
		b.c.setProperty(r.requestor, prop, kind, 8, data, false)
		return nothing
	}
	// In pieces: each is put there when the one before was taken.
	b.c.send(2, 0, u32s(r.requestor, 0x800, propertyChange|structure))
	taken := func(p packet) bool {
		const deleted, destroyed = 1, 17
		return p.kind() == propertyNotify && p.u32(4) == r.requestor && p.u32(8) == prop && p[16] == deleted ||
			p.kind() == destroyed && p.u32(8) == r.requestor
	}
	h := b.expect(taken)
	b.c.setProperty(r.requestor, prop, b.atoms["INCR"], 32, u32s(uint32(len(data))), false)
	return func() {
		for {
			if p, ok := b.wait(h); !ok || p.kind() != propertyNotify {
				return // the other program is gone, or hangs
			}
			piece := data[:min(len(data), b.c.room())]
			data = data[len(piece):]
			if len(piece) > 0 {
				h = b.expect(taken)
			}
			b.c.setProperty(r.requestor, prop, kind, 8, piece, false)
			if len(piece) == 0 {
				return
			}
		}
	}
}

// answer tells the other program that what it wants is there, or cannot be had.
func (b *Clipboard) answer(r request, there bool) {
	prop := r.property
	if !there {
		prop = 0
	}
	ev := make([]byte, 32)
	ev[0] = selectionNotify
	copy(ev[4:], u32s(r.time, r.requestor, r.selection, r.target, prop))
	b.c.send(25, 0, append(u32s(r.requestor, 0), ev...))
}
