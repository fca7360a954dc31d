package cli

import (
	"image/png"
	"strings"
	"testing"
)

// people is a diagram with two personas.
const people = `journey
  title Buying glasses
  section Wish
    See an advertisement: 4: Sari, Bimo
  section Buy
    Try frames: 5: Sari
    Pay: 2: Sari, Bimo
`

func TestPersonaPages(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", people)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	pages := func(name string) int { return strings.Count(unpacked(read(t, dir, name)), "/MediaBox") - 1 }
	must(t, dir, "export", "a.jejak", "-o", "map.pdf")
	must(t, dir, "export", "a.jejak", "-o", "with.pdf", "--personas")
	must(t, dir, "export", "a.jejak", "-o", "all.pdf", "--persona", "all")
	if a, b, c := pages("map.pdf"), pages("with.pdf"), pages("all.pdf"); a != 1 || b != 3 || c != 2 {
		t.Errorf("%d pages of the map, %d with personas, %d of personas", a, b, c)
	}
	must(t, dir, "export", "a.jejak", "-o", "sari.svg", "--text", "--persona", " sari ", "--lang", "id")
	if svg := read(t, dir, "sari.svg"); !strings.Contains(svg, "Sari") || strings.Contains(svg, "Bimo") || !strings.Contains(svg, "Di peta") {
		t.Error("the page is not Sari's alone, in Indonesian")
	}
	must(t, dir, "export", "a.jejak", "-o", "two.svg", "--text", "--compare-personas", "Bimo,Sari")
	svg := read(t, dir, "two.svg")
	for _, want := range []string{"Bimo · Sari", "Difference", "Furthest apart in “Buy”"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the comparison does not say %q", want)
		}
	}
	must(t, dir, "export", "a.jejak", "-o", "two.png", "--compare-personas", "all", "--dpi", "72")
	if img, err := png.DecodeConfig(strings.NewReader(read(t, dir, "two.png"))); err != nil || img.Width != 842 {
		t.Errorf("the picture is %d wide: %v", img.Width, err)
	}
	for args, code := range map[string]int{
		"-o b.pdf --persona Dewi": 1, "-o b.pdf --compare-personas Sari,Dewi": 1, "-o b.pdf --persona Sari --without Sari": 1,
		"-o b.svg --personas": 2, "-o b.pdf --personas --deck": 2, "-o b.pdf --personas --persona Sari": 2, "-o b.pdf --persona Sari --tile": 2,
		"-o b.pdf --compare-personas all --sheet dashboard": 2, "-o b.pptx --persona Sari": 2, "-o b.json --persona Sari": 2,
	} {
		if got := jejak(t, dir, append([]string{"export", "a.jejak"}, strings.Split(args, " ")...)...); got.code != code || !strings.Contains(got.err, "persona") {
			t.Errorf("%s: %+v", args, got)
		}
	}
}
