package text

import "sync"

// Fixed is a Measurer for tests: every cluster is 0.6 em wide and nothing is kerned, so that
// widths can be reckoned by hand. Its runs carry real glyphs of the embedded faces.
type Fixed struct{}

var fixed = sync.OnceValue(func() *Library {
	l := NewLibrary(WithoutSystemFonts())
	l.pitch = 0.6
	return l
})

// Break implements Measurer.
func (Fixed) Break(s string, spec Spec, width float64) Paragraph {
	return fixed().Break(s, spec, width)
}
