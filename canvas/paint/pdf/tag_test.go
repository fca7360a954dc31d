package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"jejak/canvas/page"
	"jejak/canvas/paint/pdf/object"
)

// TestTagsLeadToTheOtherPage: where the border of a sheet cuts a link, a reader is led to the page
// that the tag names, and the tag can be read.
func TestTagsLeadToTheOtherPage(t *testing.T) {
	paper, err := page.PaperNamed("A4", false)
	if err != nil {
		t.Fatal(err)
	}
	out := writtenDocument(t, documentOf(t, linked(t), page.Options{Paper: paper, Mode: page.Tiled}))
	sane(t, out)
	text := tool(t, "poppler-utils", "pdftotext", "-f", "1", "-l", "2", saved(t, out), "-")
	f := opened(t, out)
	for says, number := range map[string]int{"→ p. 1": 1, "← p. 2": 2} {
		if !strings.Contains(text, says) {
			t.Errorf("%q is not in the text", says)
		}
		found := false
		for _, ob := range f.List {
			body := string(ob.Body)
			if !strings.Contains(body, "/Subtype/Link") || !strings.Contains(body, strings.TrimSuffix(object.String(says+" · "), ">")) {
				continue
			}
			found = true
			if dest := regexp.MustCompile(`/Dest\[(\d+) 0 R`).FindStringSubmatch(body); dest == nil || dest[1] != fmt.Sprint(firstPage+2*(number-1)) {
				t.Errorf("%q leads to %v: %s", says, dest, body)
			}
		}
		if !found {
			t.Errorf("no link says %q", says)
		}
	}
}
