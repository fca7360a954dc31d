package pdf

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"jejak/canvas/page"
	"jejak/canvas/text"
)

// What ISO 19005-2 and ISO 14289-1 demand and a look at the objects can tell. docs/pdf.md lists
// what no checker at hand has looked at.
func TestArchiveRules(t *testing.T) {
	d := documentOf(t, linked(t), page.Options{})
	d.Pages = append(d.Pages, linePages(text.Default(), []string{"مُرَحَّبًا नमस्ते \U0010FFFD \uE000 e\u0301q\u0307\u0323 👩‍👩‍👧"}, text.Spec{Size: 12})...)
	out := writtenDocument(t, d)
	if !bytes.HasPrefix(out, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")) {
		t.Error("no comment of bytes behind the header")
	}
	all := opened(t, out)
	meanings := regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]*)>`)
	fonts := 0
	for i, ob := range all.List {
		body := string(ob.Body)
		for _, never := range []string{"/Encrypt", "/JS", "/JavaScript", "/AA", "/Launch", "/LZWDecode", "/EmbeddedFile", "/XFA", "/TR ", "/Alternates", "/AS[", "/NeedAppearances"} {
			if strings.Contains(body, never) {
				t.Errorf("object %d says %s", i, never)
			}
		}
		if strings.Contains(body, "/Interpolate true") || strings.Contains(body, "/DeviceCMYK") {
			t.Errorf("object %d: %s", i, body)
		}
		switch {
		case strings.Contains(body, "/Subtype /Type0"):
			fonts++
			if !strings.Contains(body, "/ToUnicode ") || !strings.Contains(body, "/Identity-H") {
				t.Errorf("font %d: %s", i, body)
			}
		case strings.Contains(body, "/Type /FontDescriptor") && !strings.Contains(body, "/FontFile2 "):
			t.Errorf("font %d is not embedded: %s", i, body)
		case strings.Contains(body, "/CIDFontType2") && !strings.Contains(body, "/CIDToGIDMap"):
			t.Errorf("font %d has no map to glyphs: %s", i, body)
		case strings.Contains(body, "/Type/Annot") && !regexp.MustCompile(`/F (4|28)\b`).MatchString(body):
			t.Errorf("annotation %d is not printed: %s", i, body)
		}
		if bytes.Contains(ob.Stream, []byte("begincmap")) {
			for _, m := range meanings.FindAllSubmatch(ob.Stream, -1) {
				if s := string(m[2]); s == "" || s == "0000" || strings.Contains(s, "FEFF") || strings.Contains(s, "FFFE") && len(s) == 4 {
					t.Errorf("code %s means %q", m[1], s)
				}
			}
		}
	}
	if fonts == 0 {
		t.Error("no font was found")
	}
}
