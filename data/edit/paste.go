package edit

import (
	"jejak/data/edit/record"
	"jejak/data/fragment"
	"jejak/data/journey"
)

// Paste puts a copy of f on a map, with IDs of its own, and returns what became of f.Chosen().
//
// Stages go before the stage at.StageID and lanes before the lane at.LaneID, or last where that is
// empty. Where f holds cards alone, at is the cell for the upper left one of them, the first before
// at.Before, and the others keep their place beside it, those that would leave the map staying
// at its edge; with an empty at.StageID they go into the columns they came from, with an empty
// at.LaneID into their lanes. Columns and lanes of another map are the ones of the same title or kind,
// then, of columns, the ones in the same place; what there is nothing for on the map is added.
//
// Tags, channels, personas and metrics are those that the project has, by ID or name, or are
// added, and so are pictures, by what is on them. Personas whose emotions are pasted are put on
// the map.
func Paste(tx *Tx, mapID journey.ID, at Place, f fragment.Fragment) ([]journey.Ref, error) {
	p := &pasting{tx: tx, mapID: mapID, at: at, f: f, fresh: map[journey.Ref]journey.ID{}, chosen: map[journey.Ref]bool{}}
	for _, ref := range f.Chosen() {
		p.chosen[ref] = true
	}
	if err := p.check(); err != nil {
		return nil, err
	}
	p.from, p.to = f.Index(), journey.NewIndex(tx.project, mapID)
	p.fit = f.Fit(p.to, at.cell())
	for _, put := range []func() error{p.library, p.stages, p.lanes, p.cards, p.curves, p.attached} {
		if err := put(); err != nil {
			return nil, err
		}
	}
	refs := make([]journey.Ref, 0, len(f.Chosen()))
	for _, ref := range f.Chosen() {
		refs = append(refs, journey.Ref{Kind: ref.Kind, ID: p.fresh[ref]})
	}
	return refs, nil
}

const doPaste = "paste"

// pasting is a Paste under way.
type pasting struct {
	tx       *Tx
	mapID    journey.ID
	at       Place
	f        fragment.Fragment
	from, to *journey.Index             // as f was copied; the map before anything is put on it
	fresh    map[journey.Ref]journey.ID // what a record of f became: a copy, or a library record that was there
	chosen   map[journey.Ref]bool
	fit      *fragment.Fit
}

// check refuses before anything is touched.
func (p *pasting) check() error {
	if p.f.IsEmpty() {
		return &Error{Do: doPaste, Reason: Nothing}
	}
	if _, err := find[journey.Map](p.tx, doPaste, p.mapID); err != nil {
		return err
	}
	for _, ref := range []journey.Ref{
		{Kind: journey.KindStage, ID: p.at.StageID}, {Kind: journey.KindLane, ID: p.at.LaneID}, {Kind: journey.KindStep, ID: p.at.StepID},
	} {
		if ref.ID == "" {
			continue
		}
		if !p.tx.project.Has(ref) {
			return refuse(doPaste, NotThere, ref.Kind, ref.ID)
		}
		if p.tx.project.MapOf(ref) != p.mapID {
			return refuse(doPaste, OtherMap, ref.Kind, ref.ID)
		}
	}
	if step, ok := p.tx.project.Steps.Get(p.at.StepID); ok && step.StageID != p.at.StageID {
		return refuse(doPaste, OtherStage, journey.KindStep, step.ID)
	}
	if p.at.Before == "" || p.f.Whole() {
		return nil
	}
	if c, ok := p.tx.project.Cards.Get(p.at.Before); !ok || c.Cell() != p.at.cell() {
		return refuse(doPaste, OtherCell, journey.KindCard, p.at.Before)
	}
	return nil
}

// copied reports whether a stage or lane of f was copied, rather than just been around.
func (p *pasting) copied(ref journey.Ref) bool { return p.chosen[ref] }

// renew gives a record of f its new ID.
func (p *pasting) renew(rec journey.Record) journey.ID {
	id := p.tx.NewID()
	p.fresh[journey.RefTo(rec)] = id
	return id
}

func (p *pasting) freshID(k journey.Kind, id journey.ID) journey.ID {
	return p.fresh[journey.Ref{Kind: k, ID: id}]
}

func (p *pasting) put(rec journey.Record) { p.tx.Put(record.Cleaned(rec)) }

// stages puts the copied stages with their steps on the map, and those its cards lack.
func (p *pasting) stages() error {
	var list []journey.Stage
	for _, s := range p.from.Stages {
		if p.copied(journey.RefTo(s)) {
			list = append(list, s)
		}
	}
	if err := p.putStages(list, p.at.StageID); err != nil {
		return err
	}
	return p.putStages(p.fit.MissingStages, "")
}

func (p *pasting) putStages(list []journey.Stage, before journey.ID) error {
	ranks, err := rankBefore(p.tx, doPaste, p.tx.project.StagesOf(p.mapID), before, len(list))
	if err != nil {
		return err
	}
	for i, s := range list {
		old := s.ID
		s.ID, s.MapID, s.Rank = p.renew(s), p.mapID, ranks[i]
		p.put(s)
		steps := p.from.Steps[old]
		among := journey.RanksBetween("", "", len(steps))
		for k, st := range steps {
			st.ID, st.StageID, st.Rank = p.renew(st), s.ID, among[k]
			p.put(st)
		}
	}
	return nil
}

// lanes does for lanes what stages does for stages.
func (p *pasting) lanes() error {
	var list []journey.Lane
	for _, l := range p.from.Lanes {
		if p.copied(journey.RefTo(l)) {
			list = append(list, l)
		}
	}
	if err := p.putLanes(list, p.at.LaneID); err != nil {
		return err
	}
	return p.putLanes(p.fit.MissingLanes, "")
}

func (p *pasting) putLanes(list []journey.Lane, before journey.ID) error {
	ranks, err := rankBefore(p.tx, doPaste, p.tx.project.LanesOf(p.mapID), before, len(list))
	if err != nil {
		return err
	}
	for i, l := range list {
		l.PersonaID = p.freshID(journey.KindPersona, l.PersonaID)
		l.ID, l.MapID, l.Rank = p.renew(l), p.mapID, ranks[i]
		p.put(l)
	}
	return nil
}

// cards puts the cards into their cells, those of a cell in a row.
func (p *pasting) cards() error {
	cells := map[journey.CellKey][]journey.Card{}
	var order []journey.CellKey
	for _, c := range p.from.CardsInOrder() {
		at := p.fit.Cell(c)
		if at.StageID == "" {
			at.StageID, at.StepID = p.freshID(journey.KindStage, c.StageID), p.freshID(journey.KindStep, c.StepID)
		}
		if at.LaneID == "" {
			at.LaneID = p.freshID(journey.KindLane, c.LaneID)
		}
		if len(cells[at]) == 0 {
			order = append(order, at)
		}
		cells[at] = append(cells[at], c)
		p.renew(c)
	}
	for _, at := range order {
		before := journey.ID("")
		if !p.f.Whole() && at == p.at.cell() {
			before = p.at.Before
		}
		ranks, err := rankBefore(p.tx, doPaste, p.to.Cards[at], before, len(cells[at]))
		if err != nil {
			return err
		}
		for i, c := range cells[at] {
			p.put(p.card(c, at, ranks[i]))
		}
	}
	return nil
}

// card returns the copy of a card.
func (p *pasting) card(c journey.Card, at journey.CellKey, rank journey.Rank) journey.Card {
	c.ID = p.freshID(journey.KindCard, c.ID)
	c.MapID, c.StageID, c.StepID, c.LaneID, c.Rank = p.mapID, at.StageID, at.StepID, at.LaneID, rank
	c.ChannelID = p.freshID(journey.KindChannel, c.ChannelID)
	c.ImageID = p.freshID(journey.KindImage, c.ImageID)
	c.TagIDs = p.freshIDs(journey.KindTag, c.TagIDs)
	c.GoalID = p.goal(c.GoalID)
	return c
}

// freshIDs returns what became of records, in a slice of its own.
func (p *pasting) freshIDs(k journey.Kind, ids []journey.ID) []journey.ID {
	var list []journey.ID
	for _, id := range ids {
		if now := p.freshID(k, id); now != "" {
			list = append(list, now)
		}
	}
	return list
}

// goal returns the stage whose goal a pasted card serves: the copy of the one it served, or the
// one of the map that is it; none if there is neither.
func (p *pasting) goal(id journey.ID) journey.ID {
	if now := p.freshID(journey.KindStage, id); now != "" {
		return now
	}
	if now := p.fit.Stages[id]; now != "" {
		return now
	}
	if s, ok := p.tx.project.Stages.Get(id); ok && s.MapID == p.mapID {
		return id
	}
	was, _ := p.f.Project().Stages.Get(id)
	for _, s := range p.to.Stages {
		if fragment.NameKey(s.Title) != "" && fragment.NameKey(s.Title) == fragment.NameKey(was.Title) {
			return s.ID
		}
	}
	return ""
}

// curves puts the emotions at what was copied, and on the map the personas who feel them.
func (p *pasting) curves() error {
	there := map[journey.ID]bool{}
	for _, a := range p.to.Appearances {
		there[a.PersonaID] = true
	}
	var missing []journey.ID
	for _, a := range p.from.Appearances {
		persona := p.freshID(journey.KindPersona, a.PersonaID)
		for _, pt := range p.from.Points[a.PersonaID] {
			at := journey.Ref{Kind: pt.At.Kind, ID: p.fresh[pt.At]}
			if at.ID == "" {
				continue
			}
			pt.ID, pt.MapID, pt.PersonaID, pt.At = p.tx.NewID(), p.mapID, persona, at
			p.put(pt)
			if !there[persona] {
				there[persona] = true
				missing = append(missing, persona)
			}
		}
	}
	ranks, err := rankBefore(p.tx, doPaste, p.to.Appearances, "", len(missing))
	if err != nil {
		return err
	}
	for i, id := range missing {
		p.put(journey.Appearance{ID: p.tx.NewID(), MapID: p.mapID, PersonaID: id, Rank: ranks[i]})
	}
	return nil
}

// attached puts the links among the cards, the measurements and the actions.
func (p *pasting) attached() error {
	for _, l := range p.from.Links {
		l.ID, l.MapID = p.tx.NewID(), p.mapID
		l.FromID, l.ToID = p.freshID(journey.KindCard, l.FromID), p.freshID(journey.KindCard, l.ToID)
		p.put(l)
	}
	for rec := range p.f.Project().Records() {
		m, ok := rec.(journey.Measurement)
		if !ok || p.fresh[m.At] == "" {
			continue
		}
		m.ID, m.MetricID, m.At.ID = p.tx.NewID(), p.freshID(journey.KindMetric, m.MetricID), p.fresh[m.At]
		p.put(m)
	}
	var actions []journey.Action
	for _, a := range p.f.Project().ActionsInOrder() {
		if a.CardID = p.freshID(journey.KindCard, a.CardID); a.CardID != "" {
			actions = append(actions, a)
		}
	}
	if len(actions) == 0 {
		return nil
	}
	ranks, err := rankBefore(p.tx, doPaste, p.tx.project.ActionsInOrder(), "", len(actions))
	if err != nil {
		return err
	}
	for i, a := range actions {
		a.ID, a.Rank = p.tx.NewID(), ranks[i]
		p.put(a)
	}
	return nil
}
