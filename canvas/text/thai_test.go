package text

import (
	"testing"

	"jejak/canvas/text/thai"
)

// TestThaiLinesEndAtWords: a narrow column is filled with whole words.
func TestThaiLinesEndAtWords(t *testing.T) {
	const s = "แผนที่การเดินทางของลูกค้าช่วยให้เห็นปัญหาและโอกาส"
	may := map[int]bool{0: true, len(s): true}
	for _, at := range thai.Breaks(s) {
		may[int(at)] = true
	}
	p := NewLibrary().Break(s, Spec{Size: 10}, 60)
	if len(p.Lines) < 3 {
		t.Fatalf("%d lines", len(p.Lines))
	}
	for _, l := range p.Lines {
		if !may[l.Start] {
			t.Errorf("a line begins inside a word: %q | %q", s[:l.Start], s[l.Start:])
		}
	}
}
