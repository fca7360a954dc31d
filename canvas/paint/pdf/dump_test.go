package pdf

import (
	"jejak/canvas/scene"
	"jejak/canvas/text"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	s := newSketch()
	y := 40.0
	for _, l := range []string{"مرحبا بالعالم abc 123", "Harga كوب قهوة 25 ribu", "مُرَحَّبًا بِالعَالَمِ", "שלום 12 עולם abc", "שָׁלוֹם", "سلام لا إله", "नमस्ते", "e\u0301\u0323"} {
		y = s.text(20, y, 0, l, text.Spec{Size: 14}, scene.RGB(0)) + 6
	}
	os.WriteFile("/tmp/f_t.pdf", written(t, s.page("Teks")), 0o644)
}
