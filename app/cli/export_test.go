package cli

import (
	"compress/zlib"
	"image/png"
	"io"
	"regexp"
	"strings"
	"testing"

	"jejak/data/journey"
)

func TestExport(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	for _, args := range []string{
		"export a.jejak -o a.pdf", "export --paper A3 a.jejak -o a3.PDF", "export a.jejak -o t.pdf --tile --portrait", "export a.jejak -o p.pdf --tile --marks --overlap 5 --scale 1.5 --paper A3",
		"export a.jejak -o a.png --paper fit --palette forest", "export a.jejak -o a.svg --lang id", "export a.jejak -o a.json",
		"export a.jejak -o b.mmd --map Buying\u00a0glasses",
	} {
		must(t, dir, strings.Split(args, " ")...)
	}
	for name, start := range map[string]string{"a.pdf": "%PDF-", "a3.PDF": "%PDF-", "a.png": "\x89PNG", "a.svg": "<", "a.json": "{", "b.mmd": "journey\n"} {
		if got := read(t, dir, name); !strings.HasPrefix(got, start) || len(got) < 100 {
			t.Errorf("%s is %d bytes, %.20q", name, len(got), got)
		}
	}
	if _, err := png.Decode(strings.NewReader(read(t, dir, "a.png"))); err != nil {
		t.Error(err)
	}
	up := jejak(t, dir, "export", "-o", "up.pdf", "a.jejak", "--paper=letter", "--portrait")
	if up.code != 0 || !strings.HasPrefix(up.err, "jejak: text as small as 5.8 points on this paper, at \"Buying glasses\", \"Emotions\";") {
		t.Errorf("%+v", up)
	}
	box := regexp.MustCompile(`/MediaBox \[0 0 612(\.0+)? 792(\.0+)? \]`)
	if !box.MatchString(unpacked(read(t, dir, "up.pdf"))) {
		t.Error("the page of up.pdf is not an upright letter")
	}
	if read(t, dir, "b.mmd") != strings.ReplaceAll(strings.ReplaceAll(diagram, "      ", "        "), "friend: 5", "friend: 5: Customer") {
		t.Errorf("got\n%s", read(t, dir, "b.mmd"))
	}
	must(t, dir, "import", "a.json", "-o", "again.jejak")
	must(t, dir, "export", "again.jejak", "-o", "again.json")
	if read(t, dir, "a.json") != read(t, dir, "again.json") {
		t.Error("the way through JSON changed something")
	}
	must(t, dir, "export", "a.jejak", "-o", "a.pdf") // over what is there
}

// unpacked is what the packed streams of a PDF hold.
func unpacked(pdf string) string {
	var b strings.Builder
	for _, part := range strings.Split(pdf, "\nstream\n")[1:] {
		if r, err := zlib.NewReader(strings.NewReader(part)); err == nil {
			io.Copy(&b, r) // what stands behind the stream ends it with an error
		}
	}
	return b.String()
}

func TestDecksAndDocuments(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.mmd", diagram)
	must(t, dir, "import", "a.mmd", "-o", "a.jejak")
	r := jejak(t, dir, "export", "a.jejak", "-o", "deck.pdf", "--deck", "--lang", "id")
	if r.code != 0 {
		t.Errorf("%+v", r)
	}
	if got := unpacked(read(t, dir, "deck.pdf")); strings.Count(got, "/MediaBox [0 0 960 540 ]") < 4 {
		t.Errorf("no slides: %.2000s", got)
	}
	must(t, dir, "export", "a.jejak", "-o", "archive.pdf", "--archive", "--comments")
	if got := read(t, dir, "archive.pdf"); !strings.Contains(got, "<pdfaid:part>2<") {
		t.Error("the file does not say that it is for archives")
	}
	for args, want := range map[string]string{
		"--deck --tile": "leave out --tile", "--deck --paper A4": "leave out --paper",
	} {
		r := jejak(t, dir, append([]string{"export", "a.jejak", "-o", "x.pdf"}, strings.Fields(args)...)...)
		if r.code != exitUsage || !strings.Contains(r.err, want) {
			t.Errorf("%s: %+v", args, r)
		}
	}
	if r := jejak(t, dir, "export", "a.jejak", "-o", "x.svg", "--deck"); r.code != exitUsage || !strings.Contains(r.err, "--deck goes with a PDF") {
		t.Errorf("%+v", r)
	}
}

func TestExportOfSeveralMaps(t *testing.T) {
	dir := t.TempDir()
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m1", Rank: "a0", Title: "Now", Type: journey.CurrentState},
		journey.Map{ID: "m2", Rank: "a1", Title: "Later", Type: journey.FutureState},
	})
	t.Chdir(dir)
	if err := saveProject("two.jejak", p); err != nil {
		t.Fatal(err)
	}
	must(t, dir, "export", "two.jejak", "-o", "two.pdf")
	if n := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAllString(unpacked(read(t, dir, "two.pdf")), -1)); n != 2 {
		t.Errorf("%d pages", n)
	}
	must(t, dir, "export", "two.jejak", "-o", "later.mmd", "--map", "later")
	if got := read(t, dir, "later.mmd"); got != "journey\n    title Later\n" {
		t.Errorf("got %q", got)
	}
	r := jejak(t, dir, "export", "two.jejak", "-o", "first.mmd")
	if r.code != 0 || r.err != "jejak: the project has several maps; \"Now\" is the one exported (choose with --map)\n" {
		t.Errorf("%+v", r)
	}
	r = jejak(t, dir, "export", "two.jejak", "-o", "x.pdf", "--map", "Never")
	if r.code != exitFail || r.err != "jejak: there is no map \"Never\"; there are: \"Now\", \"Later\"\n" {
		t.Errorf("%+v", r)
	}
}

// TestExportWithout leaves out what is named, and says what there is where nothing is called so.
func TestExportWithout(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	p := journey.FromRecords([]journey.Record{
		journey.Map{ID: "m", Rank: "a", Title: "Now"},
		journey.Stage{ID: "s", MapID: "m", Rank: "a", Title: "First"},
		journey.Lane{ID: "l", MapID: "m", Rank: "a", LaneKind: journey.LaneText, Title: "Things, notes"},
		journey.Lane{ID: "k", MapID: "m", Rank: "b", LaneKind: journey.LaneQuotes},
		journey.Persona{ID: "p", Rank: "a", Name: "Sari"},
		journey.Appearance{ID: "a", MapID: "m", PersonaID: "p", Rank: "a"},
	})
	if err := saveProject("a.jejak", p); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		without []string
		has     string
	}{
		{nil, "Sari Things, notes Quotes"}, {[]string{"Things, NOTES"}, "Sari Quotes"}, {[]string{"quotes", "sari"}, "Things, notes"},
		{[]string{"personas", "legend"}, "Things, notes Quotes"},
	} {
		args := []string{"export", "a.jejak", "-o", "a.svg", "--text"}
		for _, w := range c.without {
			args = append(args, "--without", w)
		}
		must(t, dir, args...)
		got := read(t, dir, "a.svg")
		for _, name := range []string{"Sari", "Things, notes", "Quotes"} {
			if strings.Contains(got, ">"+name+"<") != strings.Contains(c.has, name) {
				t.Errorf("without %q: %s is there: %v", c.without, name, strings.Contains(got, ">"+name+"<"))
			}
		}
	}
	r := jejak(t, dir, "export", "a.jejak", "-o", "b.svg", "--without", "Lanes")
	if want := "jejak: --without: nothing is called \"Lanes\"; there are: personas, legend, \"Things, notes\", \"Quotes\", \"Sari\"\n"; r.code != exitFail || r.err != want {
		t.Errorf("%d %s", r.code, r.err)
	}
	must(t, dir, "export", "a.jejak", "-o", "bleed.pdf", "--paper", "A4", "--bleed", "3", "--marks")
	if r := jejak(t, dir, "export", "a.jejak", "-o", "bleed.pdf", "--bleed", "-1"); r.code != exitUsage {
		t.Errorf("%d %s", r.code, r.err)
	}
}
