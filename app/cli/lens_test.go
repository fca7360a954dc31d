package cli

import (
	"strings"
	"testing"

	"jejak/data/insight/lens"
)

// TestLens: what --lens names is said on the paper in its language, and a name that is none, or a
// format without a picture, is answered.
func TestLens(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	for _, name := range lens.Names {
		must(t, dir, "export", "a.jejak", "-o", string(name)+".svg", "--text", "--lang", "en", "--lens", string(name))
	}
	if got := read(t, dir, "proof.svg"); !strings.Contains(got, "Stale or unproven") {
		t.Error("the map does not say what is shown")
	}
	must(t, dir, "export", "a.jejak", "-o", "id.svg", "--text", "--lang", "id", "--lens", "proof")
	if got := read(t, dir, "id.svg"); !strings.Contains(got, "Usang atau belum terbukti") || strings.Contains(got, "Stale") {
		t.Error("the map does not say it in Indonesian")
	}
	for args, want := range map[string]string{
		"export a.jejak -o b.svg --lens nonsense":                `no lens "nonsense"`,
		"export a.jejak -o b.json --lens proof":                  "PDF, PNG, SVG",
		"export a.jejak -o b.pdf --lens proof --sheet dashboard": "PDF, PNG, SVG",
	} {
		if got := jejak(t, dir, strings.Split(args, " ")...); got.code != exitUsage || !strings.Contains(got.err, want) {
			t.Errorf("%s: %+v", args, got)
		}
	}
}
