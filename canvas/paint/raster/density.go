package raster

import (
	"encoding/binary"
	"hash/crc32"
	"io"
	"math"
)

// densityWriter passes a PNG on and puts behind its header how many pixels make a metre, so that
// it is printed at its true size. The encoder of the standard library can not write that.
type densityWriter struct {
	to   io.Writer
	dpi  float64
	seen int
}

// afterHeader is the length of the signature and the IHDR chunk.
const afterHeader = 8 + 12 + 13

func (d *densityWriter) Write(b []byte) (int, error) {
	if d.seen >= afterHeader {
		return d.to.Write(b)
	}
	head := min(len(b), afterHeader-d.seen)
	n, err := d.to.Write(b[:head])
	d.seen += n
	if err != nil || d.seen < afterHeader {
		return n, err
	}
	if _, err := d.to.Write(d.chunk()); err != nil {
		return n, err
	}
	more, err := d.to.Write(b[head:])
	return n + more, err
}

func (d *densityWriter) chunk() []byte {
	perMetre := uint32(math.Round(max(1, min(d.dpi/0.0254, math.MaxInt32))))
	c := binary.BigEndian.AppendUint32(nil, 9)
	c = append(c, "pHYs"...)
	c = binary.BigEndian.AppendUint32(c, perMetre)
	c = binary.BigEndian.AppendUint32(c, perMetre)
	c = append(c, 1) // the unit is the metre
	return binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE(c[4:]))
}
