package cli

import (
	"strconv"
	"strings"

	"jejak/data/journey"
)

// longestName is how much of a record's text stands for it in a message.
const longestName = 40

// named is what a person knows a record by: its title in quotation marks.
func (c *call) named(p journey.Project, ref journey.Ref) string {
	rec, _ := p.Get(ref)
	name := ""
	switch r := rec.(type) {
	case journey.Map:
		name = r.Title
	case journey.Persona:
		name = r.Name
	case journey.Stage:
		name = r.Title
	case journey.Step:
		name = r.Title
	case journey.Lane:
		name = r.Title
		if name == "" {
			name = c.words.T("map.lane." + string(r.LaneKind))
		}
	case journey.Card:
		name = or(r.Title, r.Text)
	case journey.Point:
		name = r.Note
	case journey.Link:
		name = r.Label
	case journey.Measurement:
		metric, _ := p.Metrics.Get(r.MetricID)
		name = or(metric.Name, string(metric.Standard))
	}
	if name = line(name); name == "" {
		return c.words.T("cli.note.unnamed")
	}
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName-1]) + "…"
	}
	return quoted(name)
}

// quoted puts s in quotation marks, with what could trouble a terminal written out. What joins the
// parts of a pictogram stays.
func quoted(s string) string {
	const joiner, marked = "\u200d", "\ufffd"
	return strings.ReplaceAll(strconv.Quote(strings.ReplaceAll(strings.ReplaceAll(s, marked, ""), joiner, marked)), marked, joiner)
}
