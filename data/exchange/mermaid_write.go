package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"jejak/data/journey"
)

// WriteMermaid writes one map as a user journey diagram. The format holds the titles of the map,
// its stages and touchpoints, the scenario, and one score with its people for each touchpoint: the
// mean of those who have a point there. Everything else is left out, and a touchpoint without any
// point is written as a neutral 3 of nobody, for a task must have a score.
func WriteMermaid(w io.Writer, p journey.Project, mapID journey.ID) error {
	m, ok := p.Maps.Get(mapID)
	if !ok {
		return fmt.Errorf("write Mermaid: there is no map %s", mapID)
	}
	x := journey.NewIndex(p, mapID)
	feelings := feelingsAt(p, x)
	out := bufio.NewWriter(w)
	line := func(parts ...string) {
		out.WriteString(strings.Join(parts, "") + "\n") // a failure is kept for Flush
	}
	line("journey")
	if title := oneLine(m.Title); title != "" {
		line("    title ", escaped(title, ""))
	}
	if scenario := trimSpace(m.Scenario); strings.Contains(scenario, "\n") {
		line("    accDescr {")
		for _, l := range strings.Split(scenario, "\n") {
			line("        ", escaped(trimSpace(l), "{}"))
		}
		line("    }")
	} else if scenario != "" {
		line("    accDescr: ", escaped(scenario, ""))
	}
	cards := map[journey.ID][]journey.Card{}
	for _, c := range x.CardsInOrder() {
		if l, ok := p.Lanes.Get(c.LaneID); ok && l.LaneKind == journey.LaneTouchpoints {
			cards[c.StageID] = append(cards[c.StageID], c)
		}
	}
	for i, s := range x.Stages {
		if i > 0 || trimSpace(s.Title) != "" {
			line("    section ", named(s.Title, ":"))
		}
		for _, c := range cards[s.ID] {
			f := feelings[journey.RefTo(c)]
			line("        ", named(c.Title, ":"), ": ", f.score(), f.people())
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write Mermaid: %w", err)
	}
	return nil
}

// named is escaped for where Mermaid demands some text.
func named(s, also string) string {
	if s = trimSpace(s); s == "" {
		return "–"
	}
	return escaped(s, also)
}

// feeling is what the personas of a map feel at one place.
type feeling struct {
	sum   float64
	names []string
}

func feelingsAt(p journey.Project, x *journey.Index) map[journey.Ref]*feeling {
	all := map[journey.Ref]*feeling{}
	for _, a := range x.Appearances {
		persona, _ := p.Personas.Get(a.PersonaID)
		for _, pt := range x.Points[a.PersonaID] {
			if all[pt.At] == nil {
				all[pt.At] = &feeling{}
			}
			f := all[pt.At]
			f.sum += pt.Value
			f.names = append(f.names, escaped(oneLine(persona.Name), ":,"))
		}
	}
	return all
}

func (f *feeling) score() string {
	if f == nil {
		return "3"
	}
	return strconv.FormatFloat(f.sum/float64(len(f.names))+3, 'f', -1, 64)
}

func (f *feeling) people() string {
	if f == nil {
		return ""
	}
	return ": " + strings.Join(f.names, ", ")
}
