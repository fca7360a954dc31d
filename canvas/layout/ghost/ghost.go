// Package ghost draws over a map what the other map of its pair says of it: the other's curves, thin
// and pale under its own, how much better or worse each stage feels, what was added and moved, and
// what is there no more; or, of a journey that was planned, where what happened left the plan.
//
// Nothing is told by colour alone: each mark has a sign and a word.
package ghost

import (
	"jejak/canvas/draw"
	"jejak/canvas/geom"
	"jejak/canvas/layout"
	"jejak/canvas/pen"
	"jejak/data/insight"
	"jejak/data/journey"
)

// Ghost is the other map of a pair as it is seen on a map. It is never changed once made, and may be
// used from any goroutine. It is a layout.Overlay.
type Ghost struct {
	role    journey.PairRole
	from    insight.Side
	foreign bool // it is of another project
	c       insight.Comparison
	other   *journey.Index // of from
	stages  map[journey.ID]journey.ID
	marks   map[journey.Ref][]mark
	gone    map[journey.ID][]journey.Card // by the stage they would stand in
	lost    []lost
	counted map[Kind]int
}

// mark is what became of a card or a stage. from is the stage, lane or channel it comes from; it is
// a record of the other map's project.
type mark struct {
	kind Kind
	from journey.Ref
}

// lost is a stage of the other map that this one has not, with how many of its cards went with it.
type lost struct {
	stage journey.Ref
	cards int
}

var _ layout.Overlay = (*Ghost)(nil)

// Of returns how the map that a map is paired with is seen on it; false if it is paired with none.
func Of(p journey.Project, mapID journey.ID) (*Ghost, bool) {
	from, to, role, ok := insight.Paired(p, mapID)
	if !ok || to.MapID != mapID {
		return nil, false
	}
	return Between(from, to, role), true
}

// Between returns how from is seen on to. They may be of two projects.
func Between(from, to insight.Side, role journey.PairRole) *Ghost {
	g := &Ghost{role: role, from: from, foreign: from.Project != to.Project, c: insight.Compare(from, to), other: journey.NewIndex(from.Project, from.MapID),
		stages: map[journey.ID]journey.ID{}, marks: map[journey.Ref][]mark{}, gone: map[journey.ID][]journey.Card{}, counted: map[Kind]int{}}
	for _, s := range g.c.Stages {
		switch {
		case s.To.IsZero():
			g.lost = append(g.lost, lost{stage: s.From})
		case s.From.IsZero():
			g.marks[s.To] = append(g.marks[s.To], mark{kind: Added(role)})
		default:
			g.stages[s.From.ID] = s.To.ID
		}
	}
	if role == journey.PairPlanned {
		g.deviations(to)
	} else {
		g.differences(to)
	}
	return g
}

func (g *Ghost) differences(to insight.Side) {
	for _, r := range g.c.Added {
		g.mark(r, New, journey.Ref{})
	}
	for _, m := range g.c.Moved {
		was, _ := g.from.Project.Cards.Get(m.From.ID)
		is, _ := to.Project.Cards.Get(m.To.ID)
		from := journey.Ref{Kind: journey.KindStage, ID: was.StageID}
		if g.stages[was.StageID] == is.StageID {
			from = journey.Ref{Kind: journey.KindLane, ID: was.LaneID}
		}
		g.mark(m.To, Moved, from)
	}
	for _, r := range g.c.Removed {
		g.lose(r)
	}
}

func (g *Ghost) deviations(to insight.Side) {
	for _, v := range g.c.Deviations {
		was, _ := g.from.Project.Cards.Get(v.From.ID)
		switch kind := Kind(v.Departure); kind {
		case Skipped:
			g.lose(v.From)
		case Elsewhere:
			g.mark(v.To, kind, journey.Ref{Kind: journey.KindStage, ID: was.StageID})
		case OtherChannel:
			g.mark(v.To, kind, journey.Ref{Kind: journey.KindChannel, ID: was.ChannelID})
		default:
			g.mark(v.To, kind, journey.Ref{})
		}
	}
}

func (g *Ghost) mark(ref journey.Ref, k Kind, from journey.Ref) {
	g.marks[ref] = append(g.marks[ref], mark{k, from})
	g.counted[k]++
}

// lose notes a card that this map has not: in its stage, or with it.
func (g *Ghost) lose(card journey.Ref) {
	g.counted[Lacking(g.role)]++
	c, _ := g.from.Project.Cards.Get(card.ID)
	if stage := g.stages[c.StageID]; stage != "" {
		g.gone[stage] = append(g.gone[stage], c)
		return
	}
	for i := range g.lost {
		if g.lost[i].stage.ID == c.StageID {
			g.lost[i].cards++
		}
	}
}

// pencil draws into the scene of a map.
func pencil(d *draw.Drawing) *pen.Pen {
	return &pen.Pen{Style: d.Style, Measurer: d.Measurer, Scene: d.Scene}
}

// name is what a person calls a record of the other map.
func (g *Ghost) name(d *draw.Drawing, ref journey.Ref) string {
	return insight.Name(g.from.Project, ref, d.Words)
}

// roleKey is the role as it stands in the keys of words.
func (g *Ghost) roleKey() string {
	switch {
	case g.foreign:
		return "file"
	case g.role == journey.PairPlanned:
		return "planned"
	}
	return "asIs"
}

// Signs implements layout.Overlay.
func (g *Ghost) Signs(d *draw.Drawing) []draw.Sign {
	var list []draw.Sign
	m, _ := g.from.Project.Maps.Get(g.from.MapID)
	side := d.Words.T("pair.from." + g.roleKey())
	if m.Title != "" {
		side += ": " + m.Title
	}
	list = append(list, draw.Sign{Label: side, Draw: func(d *draw.Drawing, at geom.Point) {
		d.Line(d.Map, at.X-5, at.Y, at.X+5, at.Y, Width, d.Palette.Second, Dash...)
	}})
	for _, k := range Kinds(g.role) {
		if n := g.counted[k]; n > 0 {
			list = append(list, draw.Sign{Label: d.Words.N("pair.count."+string(k), n, nil), Draw: func(d *draw.Drawing, at geom.Point) {
				k.Draw(pencil(d), d.Map, at, 3.2, k.Ink(d.Palette))
			}})
		}
	}
	for _, l := range g.lost {
		label := d.Words.N("pair.lost", l.cards, map[string]any{"Name": g.name(d, l.stage)})
		list = append(list, draw.Sign{Label: label, Draw: func(d *draw.Drawing, at geom.Point) {
			d.Stroke(d.Map, geom.RoundRect(geom.R(at.X-4, at.Y-3, 8, 6), 1.5), 0.9, d.Palette.Second, 2, 1.6)
		}})
	}
	return list
}
