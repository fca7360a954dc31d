package cli

import (
	"image/png"
	"strings"
	"testing"
)

func TestDashboard(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	must(t, dir, "export", "a.jejak", "-o", "a.pdf", "--sheet", "dashboard")
	must(t, dir, "export", "a.jejak", "-o", "a.svg", "--sheet", "dashboard", "--text", "--lang", "id", "--palette", "sea")
	must(t, dir, "export", "a.jejak", "-o", "a.png", "--sheet", "dashboard", "--dpi", "72")
	if got := unpacked(read(t, dir, "a.pdf")); !strings.Contains(got, "/MediaBox [0 0 841.89 595.28") {
		t.Error("the PDF is no A4, landscape")
	}
	svg := read(t, dir, "a.svg")
	for _, want := range []string{"Buying glasses", "Titik terendah kurva", "Tindakan yang terlambat"} {
		if !strings.Contains(svg, want) {
			t.Errorf("the SVG does not say %q", want)
		}
	}
	img, err := png.DecodeConfig(strings.NewReader(read(t, dir, "a.png")))
	if err != nil || img.Width != 842 || img.Height != 596 {
		t.Errorf("the picture has %d × %d pixels: %v", img.Width, img.Height, err)
	}
	for _, args := range []string{
		"export a.jejak -o b.pdf --sheet dashboard --deck", "export a.jejak -o b.pdf --sheet dashboard --tile",
		"export a.jejak -o b.pptx --sheet dashboard", "export a.jejak -o b.json --sheet dashboard", "export a.jejak -o b.pdf --sheet dashbord", "export a.jejak -o b.mmd --sheet dashboard",
	} {
		if got := jejak(t, dir, strings.Split(args, " ")...); got.code != 2 || !strings.Contains(got.err, "dashboard") {
			t.Errorf("%s: %+v", args, got)
		}
	}
}
