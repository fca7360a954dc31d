package project

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"math/bits"
)

// digest is a hash of everything in a file, whatever the order of its rows: the sum, modulo
// 2^256, of a SHA-256 for each row. It finds damage; it does not keep out a forger.
type digest struct {
	sum [4]uint64 // the lowest word first
	buf []byte
}

// newDigest returns the digest of a file without rows.
func newDigest(version int) *digest {
	d := &digest{}
	d.buf = binary.BigEndian.AppendUint64(append(d.buf, "jejak\x00"...), uint64(version))
	d.add()
	return d
}

// row adds one row. The columns' names and their order are part of it.
func (d *digest) row(table string, columns []string, values []driver.Value) error {
	d.text('t', table)
	for i, v := range values {
		d.text('c', columns[i])
		switch x := v.(type) {
		case nil:
			d.buf = append(d.buf, 'n')
		case int64:
			d.buf = binary.BigEndian.AppendUint64(append(d.buf, 'i'), uint64(x))
		case float64:
			d.buf = binary.BigEndian.AppendUint64(append(d.buf, 'f'), math.Float64bits(x))
		case string:
			d.text('s', x)
		case []byte:
			d.buf = binary.BigEndian.AppendUint64(append(d.buf, 'b'), uint64(len(x)))
			d.buf = append(d.buf, x...)
		default:
			d.buf = d.buf[:0]
			return fmt.Errorf("table %s, column %s: %w", table, columns[i], errType)
		}
	}
	d.add()
	return nil
}

func (d *digest) text(tag byte, s string) {
	d.buf = binary.BigEndian.AppendUint64(append(d.buf, tag), uint64(len(s)))
	d.buf = append(d.buf, s...)
}

// add adds the hash of what is in buf to the sum.
func (d *digest) add() {
	h := sha256.Sum256(d.buf)
	d.buf = d.buf[:0]
	var carry uint64
	for i := range d.sum {
		d.sum[i], carry = bits.Add64(d.sum[i], binary.LittleEndian.Uint64(h[8*i:]), carry)
	}
}

// String returns the digest as meta.digest holds it.
func (d *digest) String() string {
	var b []byte
	for _, word := range d.sum {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return hex.EncodeToString(b)
}
