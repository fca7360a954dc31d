package find

import (
	"strings"

	"jejak/assets/words"
	"jejak/data/journey"
)

// Where says in words where a record stands, from the map down to what it hangs on: "Current state
// › Choose › Pain points". What belongs to no map is told by its kind: "Persona".
func Where(p journey.Project, ref journey.Ref, w *words.Table) string {
	var path []string
	say := func(names ...string) {
		for _, n := range names {
			if n = Brief(n); n != "" {
				path = append(path, n)
			}
		}
	}
	if m, ok := p.Maps.Get(p.MapOf(ref)); ok && ref.Kind != journey.KindMap {
		say(MapName(m, w))
	}
	at := ref
	for range 3 { // a comment on a measurement on a card
		next, ok := hangsOn(p, at)
		if !ok {
			break
		}
		at = next
	}
	switch at.Kind {
	case journey.KindStep:
		if s, ok := p.Steps.Get(at.ID); ok {
			stage, _ := p.Stages.Get(s.StageID)
			say(stage.Title)
		}
	case journey.KindCard:
		c, _ := p.Cards.Get(at.ID)
		stage, _ := p.Stages.Get(c.StageID)
		step, _ := p.Steps.Get(c.StepID)
		say(stage.Title, step.Title)
		if at == ref {
			lane, _ := p.Lanes.Get(c.LaneID)
			say(laneName(lane, w))
			return strings.Join(path, " › ")
		}
	}
	if at != ref {
		say(Name(p, at))
	}
	say(w.T("finding.kind." + string(ref.Kind)))
	return strings.Join(path, " › ")
}

// hangsOn is the record that ref is about, if it only is about another.
func hangsOn(p journey.Project, ref journey.Ref) (journey.Ref, bool) {
	switch ref.Kind {
	case journey.KindPoint:
		r, _ := p.Points.Get(ref.ID)
		return r.At, p.Has(r.At)
	case journey.KindMeasurement:
		r, _ := p.Measurements.Get(ref.ID)
		return r.At, p.Has(r.At)
	case journey.KindComment:
		r, _ := p.Comments.Get(ref.ID)
		return r.At, p.Has(r.At)
	case journey.KindLink:
		r, _ := p.Links.Get(ref.ID)
		at := journey.Ref{Kind: journey.KindCard, ID: r.FromID}
		return at, p.Has(at)
	case journey.KindAction:
		r, _ := p.Actions.Get(ref.ID)
		at := journey.Ref{Kind: journey.KindCard, ID: r.CardID}
		return at, p.Has(at)
	}
	return ref, false
}

// Name is what a record is called; empty if it is called nothing.
func Name(p journey.Project, ref journey.Ref) string {
	rec, ok := p.Get(ref)
	t := ofKind[ref.Kind]
	if !ok || len(t.names) == 0 {
		return ""
	}
	return t.get(rec, 0)
}

// MapName is the title of a map, or its type where it has none.
func MapName(m journey.Map, w *words.Table) string {
	if m.Title != "" {
		return m.Title
	}
	if m.Type == "" {
		m.Type = journey.CurrentState
	}
	return w.T("map.type." + string(m.Type))
}

func laneName(l journey.Lane, w *words.Table) string {
	if l.Title != "" || l.LaneKind == "" {
		return l.Title
	}
	return w.T("map.lane." + string(l.LaneKind))
}

// Brief is a text as it stands in one short line.
func Brief(s string) string {
	const longest = 48 // characters
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > longest {
		return strings.TrimSpace(string(runes[:longest-1])) + "…"
	}
	return s
}

// Snippet is the part of a hit's text that fits one line, with the place of the hit in it.
func (h Hit) Snippet(before, longest int) (string, Span) {
	flat := func(s string) string { return strings.ReplaceAll(s, "\n", " ") }
	head, hit, tail := []rune(flat(h.Text[:h.From])), flat(h.Text[h.From:h.To]), []rune(flat(h.Text[h.To:]))
	start := ""
	if len(head) > before {
		start, head = "…", head[len(head)-before+1:]
	}
	end := ""
	if room := max(longest-len(head)-len([]rune(hit)), 0); len(tail) > room {
		end, tail = "…", tail[:room]
	}
	start += string(head)
	return start + hit + string(tail) + end, Span{len(start), len(start) + len(hit)}
}
