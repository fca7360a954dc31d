package text

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	ot "github.com/go-text/typesetting/font/opentype"

	"jejak/assets/fonts"
)

// withType returns Inter with another fsType in its OS/2 table.
func withType(t *testing.T, fsType uint16) []byte {
	t.Helper()
	file := slices.Clone(fonts.InterRegular)
	for i := range int(binary.BigEndian.Uint16(file[4:])) {
		entry := file[12+16*i:]
		if string(entry[:4]) == "OS/2" {
			binary.BigEndian.PutUint16(file[binary.BigEndian.Uint32(entry[8:])+8:], fsType)
			return file
		}
	}
	t.Fatal("there is no OS/2 table")
	return nil
}

// Fonts whose licence forbids what documents do with them are not used.
func TestRestrictedFonts(t *testing.T) {
	for fsType, want := range map[uint16]bool{
		0: false, 0x4: false, 0x8: false, 0x2: true, 0x6: false, 0x100: true, 0x108: true, 0x200: true, 0x204: true,
	} {
		ld, err := ot.NewLoader(bytes.NewReader(withType(t, fsType)))
		if err != nil {
			t.Fatal(err)
		}
		if got := restricted(ld); got != want {
			t.Errorf("fsType %#x: restricted is %v", fsType, got)
		}
	}
}
