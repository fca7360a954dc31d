// Package measure is the table of what is measured, without a window: its lines, who drops off between
// stages, and the menu-like choices of metrics and places.
//
// All of it is pure: it may be called from any goroutine.
package measure

import (
	"slices"
	"strings"

	"jejak/assets/words"
	"jejak/data/insight"
	"jejak/data/insight/series"
	"jejak/data/journey"
)

// Line is a line of the table: the head of a metric, or one place where it is measured.
type Line struct {
	Metric journey.Metric
	Head   bool
	Places int // of a head: where it is measured

	Series series.Series
	Icon   string // of the place: "map", "stage" or "touchpoint"
	Place  string // what it is called
	Within string // the stage of a touchpoint, and the map where several are shown
}

// Key says which series a line is about; zero for a head.
type Key struct {
	Metric journey.ID
	At     journey.Ref
}

// Key returns which series the line is about.
func (l Line) Key() Key {
	if l.Head {
		return Key{}
	}
	return Key{l.Metric.ID, l.Series.At}
}

// Lines returns the table of some maps: metrics in their order, of each the places in the order of the
// journeys. Metrics without a value there have no line.
func Lines(p journey.Project, maps []journey.ID, w *words.Table) []Line {
	byMetric := map[journey.ID][]Line{}
	for _, id := range maps {
		m, _ := p.Maps.Get(id)
		for _, s := range series.Of(p, id) {
			line := Line{Metric: s.Metric, Series: s, Place: insight.Name(p, s.At, w)}
			var within []string
			if len(maps) > 1 && s.At.Kind != journey.KindMap {
				within = append(within, insight.Name(p, journey.RefTo(m), w))
			}
			switch s.At.Kind {
			case journey.KindMap:
				line.Icon = "map"
				if len(maps) == 1 {
					line.Place = w.T("measure.place.map")
				}
			case journey.KindStage:
				line.Icon = "stage"
			case journey.KindCard:
				line.Icon = "touchpoint"
				if c, ok := p.Cards.Get(s.At.ID); ok {
					within = append(within, insight.Name(p, journey.Ref{Kind: journey.KindStage, ID: c.StageID}, w))
				}
			}
			line.Within = strings.Join(within, " › ")
			byMetric[s.Metric.ID] = append(byMetric[s.Metric.ID], line)
		}
	}
	var lines []Line
	for _, m := range p.MetricsInOrder() {
		if list := byMetric[m.ID]; len(list) > 0 {
			lines = append(lines, Line{Metric: m, Head: true, Places: len(list)})
			lines = append(lines, list...)
		}
	}
	return lines
}

// Find returns the line of a series; −1 if there is none.
func Find(lines []Line, k Key) int {
	return slices.IndexFunc(lines, func(l Line) bool { return !l.Head && l.Key() == k })
}

// Next returns the line of a series that lies so many places on, past heads; from −1 the first or last.
func Next(lines []Line, from, by int) int {
	step := 1
	if by < 0 {
		step = -1
	}
	at := from
	if from < 0 && step < 0 {
		at = len(lines)
	}
	for i := at + step; i >= 0 && i < len(lines); i += step {
		if !lines[i].Head {
			at, by = i, by-step
			if by == 0 {
				return at
			}
		}
	}
	if at < 0 || at >= len(lines) || lines[at].Head {
		return from
	}
	return at
}

// Name is what a metric is called, also where it has no name.
func Name(m journey.Metric, w *words.Table) string {
	switch {
	case strings.TrimSpace(m.Name) != "":
		return strings.Join(strings.Fields(m.Name), " ")
	case m.Standard != "":
		return w.T("inspector.metric." + string(m.Standard))
	}
	return w.T("ui.untitled")
}

// About says in one line what a metric can be and what is good: "0 to 100 % · higher is better".
func About(m journey.Metric, w *words.Table) string {
	var parts []string
	if r := series.Range(w, m); r != "" {
		parts = append(parts, r)
	} else if unit := strings.TrimSpace(m.Unit); unit != "" {
		parts = append(parts, w.F("measure.in", words.Args{"Unit": unit}))
	}
	return strings.Join(append(parts, Better(m.Direction, w)), " · ")
}

// Better says which way is the good one.
func Better(d journey.Direction, w *words.Table) string {
	if d == journey.LowerIsBetter {
		return w.T("measure.lower")
	}
	return w.T("measure.higher")
}
