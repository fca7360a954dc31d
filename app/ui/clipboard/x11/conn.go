// Package x11 is the clipboard of an X server: it offers data in several formats at once to other
// programs, and reads what they offer.
//
// It speaks the protocol itself. The toolkit's clipboard knows text alone, and the libraries there
// are need the headers of Xlib on the user's machine, read no data that come in pieces, as all
// larger pictures do, and wait for ever for a program that does not answer. Only what selections
// need of the protocol is here (X Window System Protocol; ICCCM, chapter 2).
package x11

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"
)

// patience is how long the server, or another program, is waited for at each step.
const patience = 3 * time.Second

var le = binary.LittleEndian

// conn is a connection to an X server. Requests may be made from any goroutine.
type conn struct {
	net    net.Conn
	base   uint32 // of the IDs that are ours
	root   uint32
	most   int // bytes of one request
	window uint32

	mu      sync.Mutex
	seq     uint16
	waiting map[uint16]chan packet
	closed  bool

	events func(packet) // called by the reader, one after the other
}

// packet is an event, an error or a reply, as it comes from the server: 32 bytes or more.
type packet []byte

func (p packet) kind() byte        { return p[0] & 0x7f }
func (p packet) u16(at int) uint16 { return le.Uint16(p[at:]) }
func (p packet) u32(at int) uint32 { return le.Uint32(p[at:]) }

const (
	isError = 0
	isReply = 1
)

// mostReply is how long a reply may be, so that a server gone mad does not fill the memory.
const mostReply = 64 << 20

var errClosed = errors.New("the connection to the X server is closed")

// dial connects to a display such as ":0" and makes a window, which is never seen.
func dial(display string, events func(packet)) (*conn, error) {
	where, err := parseDisplay(display)
	if err != nil {
		return nil, err
	}
	var nc net.Conn
	for _, a := range where.addresses() {
		if nc, err = net.DialTimeout(a.network, a.address, patience); err == nil {
			break
		}
	}
	if err != nil {
		return nil, fmt.Errorf("connect to display %s: %w", display, err)
	}
	c := &conn{net: nc, waiting: map[uint16]chan packet{}, events: events}
	r := bufio.NewReaderSize(nc, 1<<16)
	if err := c.setUp(r, where); err != nil {
		return nil, errors.Join(fmt.Errorf("connect to display %s: %w", display, err), nc.Close())
	}
	go c.read(r)
	c.window = c.base
	const inputOnly, eventMask = 2, 0x800
	c.send(1, 0, u32s(c.window, c.root, 0, 1|1<<16, inputOnly<<16, 0, eventMask, propertyChange))
	return c, nil
}

// setUp is the greeting.
func (c *conn) setUp(r *bufio.Reader, where place) error {
	if err := c.net.SetDeadline(time.Now().Add(patience)); err != nil {
		return err
	}
	name, cookie := where.cookie()
	hello := []byte{'l', 0, 11, 0, 0, 0}
	hello = le.AppendUint16(hello, uint16(len(name)))
	hello = le.AppendUint16(hello, uint16(len(cookie)))
	hello = append(hello, 0, 0)
	hello = append(append(hello, pad([]byte(name))...), pad(cookie)...)
	if _, err := c.net.Write(hello); err != nil {
		return err
	}
	head := make([]byte, 8)
	if _, err := io.ReadFull(r, head); err != nil {
		return err
	}
	rest := make([]byte, 4*int(le.Uint16(head[6:])))
	if _, err := io.ReadFull(r, rest); err != nil {
		return err
	}
	if head[0] != 1 {
		return fmt.Errorf("it refused: %q", string(rest[:min(int(head[1]), len(rest))]))
	}
	if len(rest) < 32 {
		return errors.New("its greeting is cut off")
	}
	c.base = le.Uint32(rest[4:])
	c.most = 4 * int(le.Uint16(rest[18:]))
	vendor, formats := int(le.Uint16(rest[16:])), int(rest[21])
	root := 32 + (vendor+3)/4*4 + 8*formats
	if rest[20] < 1 || root+4 > len(rest) {
		return errors.New("it has no screen")
	}
	c.root = le.Uint32(rest[root:])
	return c.net.SetDeadline(time.Time{})
}

// read hands what comes to whoever waits for it, until the connection ends.
func (c *conn) read(r *bufio.Reader) {
	defer c.shut()
	for {
		p := make(packet, 32)
		if _, err := io.ReadFull(r, p); err != nil {
			return
		}
		if p[0] == isReply {
			more := 4 * int64(p.u32(4))
			if more > mostReply {
				return
			}
			p = append(p, make(packet, more)...)
			if _, err := io.ReadFull(r, p[32:]); err != nil {
				return
			}
		}
		if p[0] > isReply {
			c.events(p)
			continue
		}
		c.mu.Lock()
		ch := c.waiting[p.u16(2)]
		delete(c.waiting, p.u16(2))
		c.mu.Unlock()
		if ch != nil {
			ch <- p
		}
	}
}

// shut ends the connection and all waiting.
func (c *conn) shut() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	c.closed = true
	for _, ch := range c.waiting {
		close(ch)
	}
	c.waiting = nil
	_ = c.net.Close() // there is nobody left to tell
}

func (c *conn) alive() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return !c.closed
}

// send makes a request that has no answer. An error of the server to it comes too late for anyone.
func (c *conn) send(op, detail byte, body []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.write(op, detail, body)
}

// ask makes a request and waits for the answer.
func (c *conn) ask(op, detail byte, body []byte) (packet, error) {
	ch := make(chan packet, 1)
	c.mu.Lock()
	if !c.closed {
		c.waiting[c.seq+1] = ch
	}
	ok := c.write(op, detail, body)
	seq := c.seq
	c.mu.Unlock()
	if !ok {
		return nil, errClosed
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case p, ok := <-ch:
		switch {
		case !ok:
			return nil, errClosed
		case p.kind() == isError:
			return nil, fmt.Errorf("the X server answered request %d with error %d", op, p[1])
		}
		return p, nil
	case <-timer.C:
		c.mu.Lock()
		delete(c.waiting, seq)
		c.mu.Unlock()
		return nil, fmt.Errorf("the X server did not answer request %d", op)
	}
}

// write writes a request; c.mu is held.
func (c *conn) write(op, detail byte, body []byte) bool {
	if c.closed {
		return false
	}
	body = pad(body)
	req := append(make([]byte, 0, 4+len(body)), op, detail)
	req = le.AppendUint16(req, uint16(1+len(body)/4))
	c.seq++
	_ = c.net.SetWriteDeadline(time.Now().Add(patience)) // fails only on a connection that is closed
	if _, err := c.net.Write(append(req, body...)); err != nil {
		_ = c.net.Close() // which ends the reader, and with it all waiting
		return false
	}
	return true
}

// atom returns the number that the server knows a name by.
func (c *conn) atom(name string) (uint32, error) {
	body := le.AppendUint16(nil, uint16(len(name)))
	p, err := c.ask(16, 0, append(append(body, 0, 0), name...))
	if err != nil {
		return 0, fmt.Errorf("name %q: %w", name, err)
	}
	return p.u32(8), nil
}

// nameOf is the other way round.
func (c *conn) nameOf(atom uint32) (string, error) {
	p, err := c.ask(17, 0, u32s(atom))
	if err != nil {
		return "", err
	}
	n := int(p.u16(8))
	if 32+n > len(p) {
		return "", errors.New("a name is cut off")
	}
	return string(p[32 : 32+n]), nil
}

func u32s(list ...uint32) []byte {
	b := make([]byte, 0, 4*len(list))
	for _, v := range list {
		b = le.AppendUint32(b, v)
	}
	return b
}

// pad returns b with zeros up to a multiple of four bytes.
func pad(b []byte) []byte {
	if n := len(b) % 4; n != 0 {
		b = append(b[:len(b):len(b)], make([]byte, 4-n)...)
	}
	return b
}
