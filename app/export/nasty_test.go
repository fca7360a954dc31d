package export

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jejak/canvas/scene"
	"jejak/canvas/text"
	"jejak/data/journey"
	"jejak/data/journey/journeytest"
)

// ways are all ways out of the program on which a map is drawn, and all sheets about it.
func ways() map[string]Settings {
	all := spreads()
	for _, format := range []Format{PDF, SVG} {
		for _, subject := range Subjects[1:] {
			all[fmt.Sprintf("%s %s", format, subject)] = chosen(func(s *Settings) { s.Format, s.Subject, s.AllMaps, s.Text = format, subject, true, true })
		}
		for _, cast := range Casts[1:] {
			all[fmt.Sprintf("%s cast %s", format, cast)] = chosen(func(s *Settings) { s.Format, s.Cast = format, cast })
		}
	}
	return all
}

// spreads are those of the map itself.
func spreads() map[string]Settings {
	paper := func(s *Settings, spread Spread, name string) { s.Spread, s.Paper = spread, name }
	return map[string]Settings{
		"one page": chosen(func(s *Settings) { s.Comments = true }),
		"paper":    chosen(func(s *Settings) { paper(s, OnePage, "A0"); s.Marks, s.Bleed = true, 3 }),
		"tiles":    chosen(func(s *Settings) { paper(s, Tiles, "A3"); s.Comments = true }),
		"overlap":  chosen(func(s *Settings) { paper(s, Tiles, "A2"); s.Overlap, s.Portrait = 10, true }),
		"poster":   chosen(func(s *Settings) { paper(s, Poster, "A1"); s.Overlap = 5 }),
		"deck":     chosen(func(s *Settings) { s.Spread = Slides }),
		"archive":  chosen(func(s *Settings) { s.Archive, s.AllMaps, s.Comments = true, true, true }),
		"slides":   chosen(func(s *Settings) { s.Format = PPTX }),
		"svg":      chosen(func(s *Settings) { s.Format = SVG }),
		"svg text": chosen(func(s *Settings) { s.Format, s.Text = SVG, true }),
		"png":      chosen(func(s *Settings) { s.Format, s.DPI = PNG, 36 }),
	}
}

// printed is all that a book says, seen or not.
func printed(b *Book) string {
	var all []string
	say := func(s ...string) { all = append(all, s...) }
	d := b.document(context.Background(), nil)
	say(d.Title, d.Author)
	for _, pg := range b.Pages {
		say(pg.Label)
		for _, w := range pg.Windows() {
			for i := range w.Scene.Items {
				switch m := w.Scene.Items[i].Mark.(type) {
				case *scene.Text:
					say(m.Text)
				case *scene.Picture:
					say(m.Alt)
				}
			}
			for _, l := range w.Scene.Links {
				say(l.Label, l.URL)
			}
			if b.Comments {
				for _, n := range w.Scene.Notes {
					say(n.Author, n.Text)
				}
			}
			say(slices.Collect(maps.Values(w.Scene.Alts))...)
			for _, l := range w.Scene.Layers {
				say(l.Name)
			}
		}
	}
	return strings.Join(all, "\n")
}

// unprinted are the texts that stand nowhere on paper, and why.
var unprinted = map[string]string{
	"info.Note":          "is for those who work on the project",
	"image.Name":         "names a file",
	"channel.Cost":       "is for the table of channels",
	"channel.Revenue":    "is for the table of channels",
	"channel.Note":       "is for the table of channels",
	"metric.Formula":     "explains the metric where it is edited",
	"stage.Note":         "is for those who work on the map",
	"step.Note":          "is for those who work on the map",
	"card.Source":        "stands in the inspector",
	"card.Purpose":       "stands in the inspector",
	"measurement.Source": "stands in the inspector",
}

// TestEveryTextIsPrintedOrNamed: of each text field it is known whether paper shows it, so that a new
// one can not be forgotten by the tests below.
func TestEveryTextIsPrintedOrNamed(t *testing.T) {
	words := map[string]string{}
	n := 0
	p := journeytest.Filled(func(kind journey.Kind, field string) string {
		n++
		word := fmt.Sprintf("w%dw", n)
		if kind == journey.KindCard && field == "Link" {
			word = "https://example.org/" + word
		}
		words[word] = string(kind) + "." + field
		return word
	})
	found := map[string]bool{}
	for _, s := range ways() {
		all := printed(prepare(t, p, s))
		for word, field := range words {
			if !found[field] && strings.Contains(all, word) {
				found[field] = true
			}
		}
	}
	for kind, fields := range journeytest.TextFields() {
		for _, f := range fields {
			name := string(kind) + "." + f
			if why := unprinted[name]; found[name] != (why == "") {
				t.Errorf("%s is printed: %v; listed as not: %q", name, found[name], why)
			}
		}
	}
}

// nastyTexts are those that other programs are known to break on.
func nastyTexts(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../../canvas/paint/pdf/testdata/nasty.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		_, quoted, _ := strings.Cut(line, "\t")
		var s string
		if err := json.Unmarshal([]byte(quoted), &s); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		all = append(all, s)
	}
	if len(all) < 500 {
		t.Fatalf("%d texts, want 500", len(all))
	}
	return all
}

// nastyProject holds all of the texts, and in every text field some of them.
func nastyProject(t *testing.T) journey.Project {
	t.Helper()
	texts := nastyTexts(t)
	at, used := 0, map[string]int{}
	p := journeytest.Filled(func(kind journey.Kind, field string) string {
		at++
		used[string(kind)+"."+field]++
		return texts[(at-1)%len(texts)]
	})
	if at < 2*len(texts) {
		t.Errorf("%d texts in the project, want each of %d twice", at, len(texts))
	}
	for kind, fields := range journeytest.TextFields() {
		for _, f := range fields {
			if used[string(kind)+"."+f] == 0 {
				t.Errorf("no %s.%s has one of the texts", kind, f)
			}
		}
	}
	return p
}

// TestNastyTextsEverywhere writes a project whose every text is nasty in every way there is. Readers
// have nothing to say of what comes out.
func TestNastyTextsEverywhere(t *testing.T) {
	p := nastyProject(t)
	var ids []journey.ID
	for _, m := range p.MapsInOrder() {
		ids = append(ids, m.ID)
	}
	draft := NewDraft(p, text.Default())
	for name, s := range ways() {
		t.Run(name, func(t *testing.T) {
			b, err := draft.Prepare(t.Context(), ids, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range b.Warnings {
				for _, ref := range w.Refs {
					if Name(p, ref, draft.words(s)) == "" {
						t.Errorf("%s has no name", ref.Kind)
					}
				}
			}
			path := filepath.Join(t.TempDir(), "out"+s.Format.Ext())
			if err := Save(t.Context(), path, b, nil); err != nil {
				t.Fatal(err)
			}
			switch s.Format {
			case PDF:
				quiet(t, "qpdf", "--check", path)
				quiet(t, "mutool", "draw", "-q", "-r", "20", "-o", os.DevNull, path)
				quiet(t, "pdftotext", path, os.DevNull)
				quiet(t, "pdftoppm", "-r", "12", path, filepath.Join(t.TempDir(), "page"))
			case SVG:
				quiet(t, "xmllint", "--noout", "--huge", path)
				quiet(t, "rsvg-convert", "--unlimited", "-w", "400", "-o", filepath.Join(t.TempDir(), "out.png"), path)
			case PPTX:
				wellFormed(t, path)
			}
		})
	}
}

// quiet runs a program that reads a file and fails if it complains.
func quiet(t *testing.T, name string, args ...string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed: make test installs it", name)
	}
	cmd := exec.Command(name, args...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	// MuPDF is often built without colour profiles, and says so.
	said := strings.TrimSpace(strings.ReplaceAll(complaints.String(), "warning: ICC support is not available", ""))
	if err != nil || said != "" || strings.Contains(string(out), "WARNING") {
		t.Errorf("%s: %v %.300s", name, err, said)
	}
}

// wellFormed reads every part of a presentation.
func wellFormed(t *testing.T, path string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, part := range z.File {
		if !strings.HasSuffix(part.Name, ".xml") && !strings.HasSuffix(part.Name, ".rels") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for err == nil {
			_, err = d.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: %v", part.Name, err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}
