package cli

import (
	"encoding/json"
	"strings"
	"testing"

	"jejak/app/template"
	"jejak/assets/templates"
	"jejak/assets/words"
	"jejak/data/journey"
	"jejak/data/project"
)

// TestOwnTemplates: what the user saved is listed after the program's, and begun with like these.
func TestOwnTemplates(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	folder, err := template.Folder()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Template("omnichannel", "id")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := template.Save(folder, "Our shop", p, p.MapsInOrder()[0].ID); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(must(t, dir, "templates")), "\n")
	if len(lines) != len(templates.Names)+1 || !strings.HasPrefix(lines[len(lines)-1], "our-shop\tOur shop. ") {
		t.Errorf("listed %q", lines)
	}
	must(t, dir, "new", "--template", "our-shop", "-o", "own.jejak")
	if got, err := project.Read("own.jejak"); err != nil || len(got.StagesOf(got.MapsInOrder()[0].ID)) != 3 {
		t.Errorf("%v", err)
	}
}

// TestNewTakesEachTemplate: in both languages what is listed makes a sound file of one map.
func TestNewTakesEachTemplate(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	for _, lang := range words.Languages {
		for _, line := range strings.Split(strings.TrimSpace(must(t, dir, "templates", "--lang", lang)), "\n") {
			name, about, ok := strings.Cut(line, "\t")
			if !ok || len(about) < 20 {
				t.Errorf("listed as %q", line)
			}
			file := name + "." + lang + ".jejak"
			must(t, dir, "new", "--template", name, "-o", file, "--lang", lang)
			if p, err := project.Read(file); err != nil || p.Maps.Len() != 1 || p.Info().Language != lang {
				t.Errorf("%s: %v, %d maps, language %q", file, err, p.Maps.Len(), p.Info().Language)
			}
		}
	}
}

func TestTemplates(t *testing.T) {
	dir := t.TempDir()
	list := must(t, dir, "templates")
	if !strings.HasPrefix(list, "five-stages") || strings.Contains(list, "[template") {
		t.Errorf("got %s", list)
	}
	must(t, dir, "new", "-o", "a.jejak")
	must(t, dir, "new", "--template=five-stages", "-o", "b.jejak", "--lang", "id")
	for file, want := range map[string]string{
		"a.jejak": "Awareness Consideration Purchase Retention Advocacy",
		"b.jejak": "Kesadaran Pertimbangan Pembelian Retensi Advokasi",
	} {
		var info projectInfo
		if err := json.Unmarshal([]byte(must(t, dir, "info", "--json", file)), &info); err != nil {
			t.Fatal(err)
		}
		var titles []string
		for _, s := range info.Maps[0].Stages {
			titles = append(titles, s.Title)
		}
		if got := strings.Join(titles, " "); got != want {
			t.Errorf("%s: got %s", file, got)
		}
		if out := must(t, dir, "check", file); out != file+" is sound\n" {
			t.Errorf("check: %s", out)
		}
	}
	one, err := project.Read("a.jejak")
	if err != nil {
		t.Fatal(err)
	}
	other, err := Template("five-stages", "en")
	if err != nil {
		t.Fatal(err)
	}
	for rec := range other.Records() {
		if one.Has(journey.RefTo(rec)) {
			t.Errorf("two projects share the %s %s", rec.Kind(), rec.RecordID())
		}
	}
}
