package text

import "testing"

func BenchmarkParseFace(b *testing.B) {
	for b.Loop() {
		NewLibrary().Face(Regular)
	}
}

func TestBreakAtSpaces(t *testing.T) {
	l := NewLibrary(WithoutSystemFonts())
	p := l.Break("The quick brown fox jumps over the lazy dog", Spec{Size: 10}, 80)
	for _, ln := range p.Lines {
		t.Logf("%q %v %v", p.Text[ln.Start:ln.End], ln.Width*10, ln.Runs[0].Text)
		if ln.Width*10 > 80 {
			t.Errorf("line %q is %v wide", p.Text[ln.Start:ln.End], ln.Width*10)
		}
	}
	if len(p.Lines) != 3 {
		t.Errorf("%d lines, want 3", len(p.Lines))
	}
}
