package text

import (
	"sort"
	"strings"
)

// Ellipsis sets s like m.Break in no more than maxLines lines; if that needs a cut, the last line
// ends in "…" and Paragraph.Text with it. A maxLines under 1 counts as 1.
func Ellipsis(m Measurer, s string, spec Spec, width float64, maxLines int) Paragraph {
	const mark = "…"
	maxLines = max(maxLines, 1)
	p := m.Break(s, spec, width)
	if len(p.Lines) <= maxLines {
		return p
	}
	// More than the last line cannot go: what stands before it has been broken with room enough.
	last := p.Lines[maxLines-1]
	runes := []rune(p.Text[last.Start:last.End])
	ends := []int{0}
	for _, end := range graphemes(runes) {
		ends = append(ends, end)
	}
	cut := func(n int) Paragraph {
		kept := p.Text[:last.Start] + string(runes[:ends[n]])
		kept = strings.TrimRight(kept, " ")
		return m.Break(strings.TrimRight(kept, ".,;:")+mark, spec, width)
	}
	fits := func(n int) bool { return len(cut(n).Lines) <= maxLines }
	n := sort.Search(len(ends), func(n int) bool { return !fits(n) })
	if n > 0 {
		return cut(n - 1)
	}
	return m.Break(mark, spec, width)
}
