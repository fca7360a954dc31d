package export

import (
	"strings"

	"jejak/app/export/printer"
)

// Job is how pages of the settings are to be printed: in their own size on the paper they are made
// for, and the sheets of a poster on one side. What has a size of its own is made to fit whatever is in
// the printer.
func (s Settings) Job(title string) printer.Job {
	s = s.Sound()
	j := printer.Job{Title: title, OneSided: s.Spread == Poster}
	trimmed := s.Spread == OnePage && (s.Marks || s.Bleed > 0) // the sheet is larger than the paper
	if s.Spread != Slides && !trimmed {
		j.Media = media(s.Paper)
	}
	return j
}

// media is what print programs call a paper; empty if they have no name for it.
func media(paper string) string {
	switch paper {
	case "fit", "16:9":
		return ""
	case "letter", "tabloid":
		return strings.ToUpper(paper[:1]) + paper[1:]
	}
	return paper
}
