package row

import (
	"crypto/sha256"
	"database/sql/driver"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"math/bits"
)

// Digest is a hash of everything in a file, whatever the order of its rows: the sum, modulo
// 2^256, of a SHA-256 for each row. It finds damage; it does not keep out a forger.
type Digest struct {
	sum [4]uint64 // the lowest word first
	buf []byte
}

// NewDigest returns the digest of a file without rows.
func NewDigest(version int) *Digest {
	d := &Digest{}
	d.buf = binary.BigEndian.AppendUint64(append(d.buf, "jejak\x00"...), uint64(version))
	d.add()
	return d
}

// Row adds one row. The columns' names and their order are part of it.
func (d *Digest) Row(table string, columns []string, values []driver.Value) error {
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
			return fmt.Errorf("table %s, column %s: %w", table, columns[i], ErrType)
		}
	}
	d.add()
	return nil
}

func (d *Digest) text(tag byte, s string) {
	d.buf = binary.BigEndian.AppendUint64(append(d.buf, tag), uint64(len(s)))
	d.buf = append(d.buf, s...)
}

// add adds the hash of what is in buf to the sum.
func (d *Digest) add() {
	h := sha256.Sum256(d.buf)
	d.buf = d.buf[:0]
	var carry uint64
	for i := range d.sum {
		d.sum[i], carry = bits.Add64(d.sum[i], binary.LittleEndian.Uint64(h[8*i:]), carry)
	}
}

// String returns the digest as meta.digest holds it.
func (d *Digest) String() string {
	var b []byte
	for _, word := range d.sum {
		b = binary.LittleEndian.AppendUint64(b, word)
	}
	return hex.EncodeToString(b)
}
