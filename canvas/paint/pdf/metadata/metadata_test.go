package metadata

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func TestInfo(t *testing.T) {
	full := Info{Title: "A (b)", Author: "Sari & <Budi>", Creator: "Jejak", Lang: "id", Date: time.Unix(1e9, 0), Archive: true}
	if got, want := full.Dictionary(), `<</Title(A \(b\))/Author(Sari & <Budi>)/Creator(Jejak)/Producer(Jejak \(gofpdf\))/CreationDate(D:20010909014640Z)/ModDate(D:20010909014640Z)>>`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := new(Info).Dictionary(), `<</Producer(Jejak \(gofpdf\))>>`; got != want {
		t.Errorf("of nothing: %s, want %s", got, want)
	}
	says := string(full.XMP())
	for _, want := range []string{"Sari &amp; &lt;Budi&gt;", "<rdf:li>id</rdf:li>", "2001-09-09T01:46:40Z", "pdfuaid:part>1<", "pdfaid:part>2<"} {
		if !strings.Contains(says, want) {
			t.Errorf("%q is not in %s", want, says)
		}
	}
}

// TestClaims: a file without title or language does not claim to be for all, and only an archive
// claims to be one. What is said is XML in any case.
func TestClaims(t *testing.T) {
	for name, c := range map[string]struct {
		info         Info
		all, archive bool
	}{
		"plain":             {Info{Title: "a", Lang: "en"}, true, false},
		"archive":           {Info{Title: "a", Lang: "en-GB", Archive: true}, true, true},
		"no title":          {Info{Lang: "en", Archive: true}, false, false},
		"no language":       {Info{Title: "a", Archive: true}, false, false},
		"broken language":   {Info{Title: "a", Lang: "e n)", Archive: true}, false, false},
		"language too long": {Info{Title: "a", Lang: "indonesian"}, false, false},
	} {
		says := string(c.info.XMP())
		if got := strings.Contains(says, "<pdfuaid:part>1"); got != c.all {
			t.Errorf("%s: for all %v, want %v", name, got, c.all)
		}
		if got := strings.Contains(says, "<pdfaid:part>2"); got != c.archive {
			t.Errorf("%s: an archive %v, want %v", name, got, c.archive)
		}
		in := xml.NewDecoder(strings.NewReader(says))
		for {
			if _, err := in.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}
