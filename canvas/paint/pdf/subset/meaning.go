package subset

import (
	"bytes"
	"fmt"
	"unicode/utf16"
)

// Meanings is the table that says which text each code stands for.
func (s *Font) Meanings() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var said []entry
	for _, e := range s.entries {
		if e.text != "" {
			said = append(said, e)
		}
	}
	const most = 100 // in one block, as the format demands
	for len(said) > 0 {
		n := min(most, len(said))
		fmt.Fprintf(&b, "%d beginbfchar\n", n)
		for _, e := range said[:n] {
			fmt.Fprintf(&b, "<%04X> <", e.code)
			for _, u := range utf16.Encode([]rune(e.text)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
		said = said[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}
