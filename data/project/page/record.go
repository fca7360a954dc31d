package page

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math"
)

// payload returns the values of the record of size bytes that begins at a place in a page and may go on
// in others. ok tells whether it is whole.
func (f *file) payload(b []byte, at, size int64, table bool) (values []any, ok bool, err error) {
	if size < 1 || size > min(f.size, maxValue) || at >= f.usable {
		return nil, false, nil
	}
	local := f.local(size, table)
	if at+local > f.usable {
		return nil, false, nil
	}
	if local == size {
		values, ok = record(b[at:at+size], true)
		return values, ok, nil
	}
	if at+local+4 > f.usable {
		return nil, false, nil
	}
	pages, ok, err := f.chain(int64(binary.BigEndian.Uint32(b[at+local:])), size-local)
	if !ok || err != nil {
		return nil, false, err
	}
	whole := append(make([]byte, 0, size), b[at:at+local]...)
	for _, no := range pages {
		more, err := f.page(no)
		if more == nil || err != nil {
			return nil, false, err
		}
		whole = append(whole, more[4:4+min(size-int64(len(whole)), f.usable-4)]...)
	}
	values, ok = record(whole, false)
	return values, ok, nil
}

// chain returns the pages that hold the next size bytes of a row, each of which leads to the next. They
// belong to no other: else a small file could claim to hold much.
func (f *file) chain(no, size int64) (pages []int64, ok bool, err error) {
	for ; size > 0; size -= f.usable - 4 {
		if no < 2 || no > f.count() || f.seen[no] {
			return nil, false, nil
		}
		f.seen[no] = true
		pages = append(pages, no)
		var next [4]byte
		if _, err := f.in.ReadAt(next[:], (no-1)*f.pageSize); err != nil && !errors.Is(err, io.EOF) {
			return nil, false, fmt.Errorf("read page %d: %w", no, err)
		}
		no = int64(binary.BigEndian.Uint32(next[:]))
	}
	return pages, true, nil
}

// local returns how many bytes of a record stand in its own page.
func (f *file) local(size int64, table bool) int64 {
	most := (f.usable-12)*64/255 - 23
	if table {
		most = f.usable - 35
	}
	if size <= most {
		return size
	}
	least := (f.usable-12)*32/255 - 23
	if k := least + (size-least)%(f.usable-4); k <= most {
		return k
	}
	return least
}

// record takes a record apart. With shared, b is used again for other things.
func record(b []byte, shared bool) (values []any, ok bool) {
	head, n := varint(b, 0)
	if n == 0 || head < n || head > int64(len(b)) {
		return nil, false
	}
	body := b[head:]
	for at := n; at < head; {
		kind, n := varint(b[:head], at)
		if n == 0 {
			return nil, false
		}
		at += n
		v, size := value(kind, body, shared)
		if size < 0 {
			return nil, false
		}
		values, body = append(values, v), body[size:]
	}
	return values, len(body) == 0
}

// value returns the value of a kind at the beginning of body and how many bytes it takes, −1 if it
// cannot be.
func value(kind int64, body []byte, shared bool) (any, int64) {
	size := int64(0)
	switch {
	case kind < 0 || kind == 10 || kind == 11:
		return nil, -1
	case kind >= 12:
		size = (kind - 12) / 2
	case kind < 10:
		size = [...]int64{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind]
	}
	if size > int64(len(body)) {
		return nil, -1
	}
	b := body[:size]
	switch {
	case kind == 0:
		return nil, 0
	case kind == 7:
		x := math.Float64frombits(binary.BigEndian.Uint64(b))
		if x != x {
			return nil, -1
		}
		return x, size
	case kind < 8:
		x := int64(0)
		if b[0] >= 0x80 {
			x = -1
		}
		for _, c := range b {
			x = x<<8 | int64(c)
		}
		return x, size
	case kind < 10:
		return kind - 8, 0
	case kind%2 == 0 && shared:
		return append([]byte{}, b...), size
	case kind%2 == 0:
		return b[:size:size], size
	}
	return string(b), size
}

// varint reads a number of up to nine bytes and returns how many it took, 0 if it does not end in b.
func varint(b []byte, at int64) (v, n int64) {
	for n < 8 {
		if at < 0 || at+n >= int64(len(b)) {
			return 0, 0
		}
		c := b[at+n]
		v, n = v<<7|int64(c&0x7f), n+1
		if c < 0x80 {
			return v, n
		}
	}
	if at+n >= int64(len(b)) {
		return 0, 0
	}
	return v<<8 | int64(b[at+n]), n + 1
}
