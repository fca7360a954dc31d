package x11

import (
	"errors"
	"fmt"
)

// ErrNothing says that nothing is on the clipboard, or not in that format.
var ErrNothing = errors.New("nothing of that kind is on the clipboard")

// TooLargeError says that what is on the clipboard is larger than was asked for.
type TooLargeError struct{ Most int }

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("what is on the clipboard is larger than %d bytes", e.Most)
}

// Formats lists the formats in which what is on the clipboard can be had; none if it is empty.
func (b *Clipboard) Formats() ([]string, error) {
	own, err := b.own()
	if err != nil {
		return nil, fmt.Errorf("look at the clipboard: %w", err)
	}
	if len(own) > 0 {
		list := make([]string, len(own))
		for i, o := range own {
			list[i] = o.Format
		}
		return list, nil
	}
	const most = 4 * 1000 // programs offer some dozens
	value, err := b.convert(b.atoms["TARGETS"], most)
	if errors.Is(err, ErrNothing) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("look at the clipboard: %w", err)
	}
	var list []string
	for ; len(value) >= 4; value = value[4:] {
		name, err := b.c.nameOf(le.Uint32(value))
		if err != nil {
			continue // some programs list what is no name
		}
		list = append(list, name)
	}
	return list, nil
}

// Read returns what is on the clipboard in a format, at most that many bytes. The errors that can be
// told apart are ErrNothing and *TooLargeError.
func (b *Clipboard) Read(format string, most int) ([]byte, error) {
	own, err := b.own()
	if err != nil {
		return nil, fmt.Errorf("read the clipboard: %w", err)
	}
	for _, o := range own {
		switch {
		case o.Format != format:
		case len(o.Bytes) > most:
			return nil, &TooLargeError{most}
		default:
			return o.Bytes, nil
		}
	}
	a, err := b.c.atom(format)
	if err != nil {
		return nil, fmt.Errorf("read the clipboard: %w", err)
	}
	data, err := b.convert(a, most)
	if err != nil {
		return nil, fmt.Errorf("read the clipboard: %w", err)
	}
	return data, nil
}

// own returns what this Clipboard offers; nothing if another program has the clipboard. The server
// is asked, so that the news of that is not still on its way.
func (b *Clipboard) own() ([]offer, error) {
	if _, err := b.owner(b.atoms["CLIPBOARD"]); err != nil {
		return nil, err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.offered, nil
}

// convert asks the program that has the clipboard for a format.
func (b *Clipboard) convert(target uint32, most int) ([]byte, error) {
	b.reading.Lock()
	defer b.reading.Unlock()
	sel, prop := b.atoms["CLIPBOARD"], b.atoms["JEJAK_CLIPBOARD"]
	owner, err := b.owner(sel)
	if err != nil {
		return nil, err
	}
	if owner == 0 {
		return nil, ErrNothing
	}
	t, err := b.now()
	if err != nil {
		return nil, err
	}
	b.c.send(19, 0, u32s(b.c.window, prop)) // what a reading that was given up has left there
	told := b.expect(func(p packet) bool {
		return p.kind() == selectionNotify && p.u32(12) == sel && p.u32(16) == target
	})
	// The first piece may be there as soon as the property with its announcement is taken.
	b.c.send(24, 0, u32s(b.c.window, sel, target, prop, t))
	p, ok := b.wait(told)
	switch {
	case !ok:
		return nil, errors.New("the other program does not answer")
	case p.u32(20) == 0:
		return nil, ErrNothing
	}
	piece := func(p packet) bool {
		const newValue = 0
		return p.kind() == propertyNotify && p.u32(4) == b.c.window && p.u32(8) == prop && p[16] == newValue
	}
	next := b.expect(piece)
	value, kind, err := b.c.property(b.c.window, prop, true, most)
	if err != nil || kind != b.atoms["INCR"] {
		b.drop(next)
		return value, err
	}
	var data []byte
	for {
		if _, ok := b.wait(next); !ok {
			return nil, errors.New("the other program stopped half way")
		}
		next = b.expect(piece)
		value, _, err := b.c.property(b.c.window, prop, true, most-len(data))
		if err != nil || len(value) == 0 {
			b.drop(next)
			return data, err
		}
		data = append(data, value...)
	}
}

// setProperty writes a property of a window, in units of 8 or 32 bits; it must fit into a request.
func (c *conn) setProperty(window, prop, kind uint32, bits int, value []byte, behind bool) {
	mode := byte(0)
	if behind {
		mode = 2
	}
	body := u32s(window, prop, kind, uint32(bits), uint32(len(value)/(bits/8)))
	c.send(18, mode, append(body, value...))
}

// room is how many bytes a property may be given at once.
func (c *conn) room() int { return min(c.most, 1<<18) - 64 }

// property returns the value and type of a property, and deletes it if that is wanted.
func (c *conn) property(window, prop uint32, remove bool, most int) (value []byte, kind uint32, err error) {
	const step = 1 << 16 // units of four bytes
	detail := byte(0)
	if remove {
		detail = 1
	}
	for {
		p, err := c.ask(20, detail, u32s(window, prop, 0, uint32(len(value)/4), step))
		if err != nil {
			return nil, 0, err
		}
		kind = p.u32(8)
		after, n := p.u32(12), int64(p.u32(16))*int64(p[1]/8)
		if 32+n > int64(len(p)) {
			return nil, 0, errors.New("a property is cut off")
		}
		if int64(len(value))+n+int64(after) > int64(most) {
			return nil, kind, &TooLargeError{most}
		}
		value = append(value, p[32:32+n]...)
		if after == 0 || n == 0 {
			return value, kind, nil
		}
	}
}
