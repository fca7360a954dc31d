package cli

import (
	"strings"
	"testing"
)

func TestImportTellsWhatItChanged(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "shop.mmd", "journey\nsection A: B\nGo: 7: X")
	r := jejak(t, dir, "import", "shop.mmd", "-o", "a.jejak")
	want := `jejak: shop.mmd: line 2: a colon in the name of a section; it was read as part of the name (Mermaid wants #58;)
jejak: shop.mmd: line 3: "Go": the score 7 is outside 1 to 5; it was read as 5
`
	if r.code != exitOK || r.err != want {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(must(t, dir, "info", "a.jejak"), "shop (Current state)") {
		t.Error("a map without a title should have the name of its file")
	}
	write(t, dir, "many.mmd", "journey\n"+strings.Repeat("A: 9: X\n", 50))
	r = jejak(t, dir, "import", "many.mmd", "-o", "b.jejak")
	if r.code != exitOK || strings.Count(r.err, "\n") != maxNotes+1 || !strings.HasSuffix(r.err, "many.mmd: and 30 more notes\n") {
		t.Errorf("%+v", r)
	}
}
