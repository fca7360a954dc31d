package cli

import (
	"bytes"
	"strings"
	"testing"

	"jejak/data/exchange"
	"jejak/data/journey"

	"jejak/canvas/layout/ghost/ghosttest"
)

// shop writes the shop of two maps that are a pair.
func shop(t *testing.T, dir, name string, p journey.Project) {
	t.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, p); err != nil {
		t.Fatal(err)
	}
	write(t, dir, name+".json", b.String())
	must(t, dir, "import", name+".json", "-o", name+".jejak")
}

func TestPairs(t *testing.T) {
	dir := t.TempDir()
	p := ghosttest.Shop()
	shop(t, dir, "shop", p)
	shop(t, dir, "older", p.Without(journey.Ref{Kind: journey.KindCard, ID: "b3"}))
	m, _ := p.Maps.Get("b")
	m.PairID = ""
	shop(t, dir, "single", p.With(m))

	must(t, dir, "export", "shop.jejak", "-o", "a.svg", "--compare", "--text")
	must(t, dir, "export", "shop.jejak", "-o", "b.svg", "--sheet", "comparison", "--text", "--lang", "id")
	must(t, dir, "export", "shop.jejak", "-o", "c.svg", "--pair", "--text", "--map", "Having a bicycle mended, next spring")
	must(t, dir, "export", "shop.jejak", "-o", "d.svg", "--text", "--map", "Having a bicycle mended, next spring")
	must(t, dir, "export", "shop.jejak", "-o", "e.svg", "--compare", "--against", "older.jejak", "--text", "--map", "Having a bicycle mended, next spring")
	must(t, dir, "export", "shop.jejak", "-o", "f.pdf", "--compare")
	for _, c := range []struct {
		file, text string
		want       bool
	}{
		{"a.svg", "AS-IS AND TO-BE", true}, {"a.svg", "Rings the bell", true},
		{"b.svg", "SAAT INI DAN MASA DEPAN", true},
		{"c.svg", "change from as-is", true}, {"d.svg", "change from as-is", false},
		{"e.svg", "older.jejak", true}, {"e.svg", "Rings the bell", true}, {"e.svg", "Nobody knows", false},
	} {
		if got := strings.Contains(read(t, dir, c.file), c.text); got != c.want {
			t.Errorf("%s says %q: %v", c.file, c.text, got)
		}
	}
	if got := strings.Count(unpacked(read(t, dir, "f.pdf")), "/Type /Page\n"); got != 1 {
		t.Errorf("%d sheets of one pair", got)
	}
	for args, code := range map[string]int{
		"single.jejak -o x.pdf --compare": 1, "shop.jejak -o x.pdf --against older.jejak": 2,
		"shop.jejak -o x.pdf --compare --against nowhere.jejak": 1, "shop.jejak -o x.json --compare": 2,
		"shop.jejak -o x.pdf --compare --deck": 2,
	} {
		if got := jejak(t, dir, append([]string{"export"}, strings.Split(args, " ")...)...); got.code != code || got.err == "" {
			t.Errorf("%s: %+v, want %d", args, got, code)
		}
	}
}
