package export

import (
	"testing"

	"jejak/app/export/printer"
	"jejak/canvas/page"
)

func TestJob(t *testing.T) {
	for name, c := range map[string]struct {
		settings Settings
		want     printer.Job
	}{
		"as it is":     {chosen(nil), printer.Job{}},
		"A3":           {chosen(func(s *Settings) { s.Paper = "A3" }), printer.Job{Media: "A3"}},
		"letter tiles": {chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "letter" }), printer.Job{Media: "Letter"}},
		"poster":       {chosen(func(s *Settings) { s.Spread, s.Paper = Poster, "tabloid" }), printer.Job{Media: "Tabloid", OneSided: true}},
		"slides":       {chosen(func(s *Settings) { s.Spread, s.Paper = Slides, "A4" }), printer.Job{}},
		"to be cut":    {chosen(func(s *Settings) { s.Paper, s.Marks = "A4", true }), printer.Job{}},
		"no such":      {chosen(func(s *Settings) { s.Spread, s.Paper = Tiles, "Z9" }), printer.Job{Media: "A4"}},
	} {
		if c.want.Title = "T"; c.settings.Job("T") != c.want {
			t.Errorf("%s: %+v", name, c.settings.Job("T"))
		}
	}
	for _, paper := range page.PaperNames {
		if got := media(paper); (got == "") != (paper == "fit" || paper == "16:9") {
			t.Errorf("%s is called %q", paper, got)
		}
	}
}
