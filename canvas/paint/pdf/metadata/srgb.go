package metadata

import (
	"encoding/binary"
	"math"
)

// Profile is a colour profile of ICC that says what the colours of the file mean: those of IEC 61966-2-1,
// written here from the numbers of that standard, adapted to the white of D50 as ICC.1 demands.
func Profile() []byte {
	be := binary.BigEndian
	u32 := func(b []byte, v uint32) []byte { return be.AppendUint32(b, v) }
	fixed := func(b []byte, v float64) []byte { return u32(b, uint32(int32(math.Round(v*65536)))) }
	xyz := func(x, y, z float64) []byte {
		b := append([]byte("XYZ "), 0, 0, 0, 0)
		return fixed(fixed(fixed(b, x), y), z)
	}
	text := append(append([]byte("text"), 0, 0, 0, 0), "No rights reserved\x00"...)
	name := "sRGB (Jejak)\x00"
	desc := append([]byte("desc"), 0, 0, 0, 0)
	desc = u32(desc, uint32(len(name)))
	desc = append(desc, name...)
	desc = append(desc, make([]byte, 4+4+2+1+67)...) // no names in other scripts
	const steps = 256
	curve := append([]byte("curv"), 0, 0, 0, 0)
	curve = u32(curve, steps)
	for i := range steps {
		v := float64(i) / (steps - 1)
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		curve = be.AppendUint16(curve, uint16(math.Round(v*65535)))
	}
	tags := []struct {
		name string
		data []byte
	}{
		{"desc", desc}, {"cprt", text}, {"wtpt", xyz(0.96420, 1, 0.82491)},
		{"rXYZ", xyz(0.43607, 0.22249, 0.01392)}, {"gXYZ", xyz(0.38515, 0.71687, 0.09708)}, {"bXYZ", xyz(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // one curve for all
	}
	table := u32(nil, uint32(len(tags)))
	var data []byte
	start := 128 + 4 + 12*len(tags)
	at, size := 0, 0
	for _, t := range tags {
		if t.data != nil {
			at, size = start+len(data), len(t.data)
			data = append(data, t.data...)
			for len(data)%4 != 0 {
				data = append(data, 0)
			}
		}
		table = append(table, t.name...)
		table = u32(u32(table, uint32(at)), uint32(size))
	}
	head := make([]byte, 128)
	be.PutUint32(head[0:], uint32(start+len(data)))
	copy(head[8:], "\x02\x10\x00\x00mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1, 0, 0, 0} { // when the profile was made, not the file
		be.PutUint16(head[24+2*i:], v)
	}
	copy(head[36:], "acsp")
	copy(head[68:], xyz(0.96420, 1, 0.82491)[8:])
	return append(append(head, table...), data...)
}
