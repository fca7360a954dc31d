package export

import (
	"math"
	"strings"

	"jejak/assets/words"
	"jejak/canvas/page"
	"jejak/data/journey"
)

// Say puts a warning into a sentence or two, without the names of what it is about.
func (b *Book) Say(w page.Warning, t *words.Table) string {
	kind := string(w.Kind)
	if w.Kind == page.TooSmall && b.Spread == OnePage {
		kind += ".one" // there is a way to make it larger
	}
	return t.F("export.warning."+kind, words.Args{
		"Points": math.Floor(w.Size*10) / 10, "Percent": math.Floor(w.Size * 100), "DPI": w.Size, "Characters": string(w.Runes),
	})
}

// Name is what a person knows something by, on one line and whole; never empty.
func Name(p journey.Project, ref journey.Ref, t *words.Table) string {
	rec, ok := p.Get(ref)
	if !ok {
		return t.T("export.unnamed")
	}
	name := journey.NameOf(rec)
	switch r := rec.(type) {
	case journey.Card:
		name = or(r.Title, r.Text)
	case journey.Lane:
		name = or(r.Title, t.T("map.lane."+string(r.LaneKind)))
	case journey.Point:
		who, _ := p.Personas.Get(r.PersonaID)
		name = or(r.Note, who.Name)
	case journey.Measurement:
		m, _ := p.Metrics.Get(r.MetricID)
		name = or(m.Name, string(m.Standard))
	}
	if name = strings.Join(strings.Fields(journey.CleanText(name)), " "); name == "" {
		return t.T("export.unnamed")
	}
	return name
}
