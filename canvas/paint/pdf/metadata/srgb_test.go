package metadata

import (
	"strings"
	"testing"
)

// The profile is what its header says, and grey stays grey.
func TestProfile(t *testing.T) {
	b := Profile()
	size := int(b[0])<<24 | int(b[1])<<16 | int(b[2])<<8 | int(b[3])
	if size != len(b) || string(b[36:40]) != "acsp" || string(b[12:20]) != "mntrRGB " {
		t.Errorf("%d bytes, header %x", len(b), b[:40])
	}
	fixed := func(at int) int {
		return int(int32(uint32(b[at])<<24 | uint32(b[at+1])<<16 | uint32(b[at+2])<<8 | uint32(b[at+3])))
	}
	sum := [3]int{}
	for i := range 9 {
		at := fixed(128 + 4 + 12*i + 4)
		name := string(b[128+4+12*i : 128+4+12*i+4])
		if at < 128 || at+8 > len(b) || at%4 != 0 {
			t.Fatalf("tag %s at %d", name, at)
		}
		if strings.HasSuffix(name, "XYZ") {
			for k := range sum {
				sum[k] += fixed(at + 8 + 4*k)
			}
		}
	}
	for k, white := range []int{63190, 65536, 54061} {
		if d := sum[k] - white; d < -16 || d > 16 {
			t.Errorf("the primaries add up to %v", sum)
		}
	}
}
