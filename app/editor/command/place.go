package command

import (
	"jejak/app/editor/find"
	"jejak/assets/words"
	"jejak/data/journey"
)

// Places lists what can be gone to by its name: every map with its stages and cards, in order, then
// the personas. Ref tells the record of each.
func Places(p journey.Project, w *words.Table) []*Item {
	var list []*Item
	add := func(ref journey.Ref, title, detail, icon string) {
		if title = find.Brief(title); title != "" {
			list = append(list, &Item{ID: idOf(ref), Title: title, Place: true, Detail: detail, Icon: icon})
		}
	}
	maps := p.MapsInOrder()
	indexes := make([]*journey.Index, len(maps))
	for i, m := range maps {
		indexes[i] = journey.NewIndex(p, m.ID)
		add(journey.RefTo(m), find.MapName(m, w), w.T("finding.kind.map"), "map")
	}
	for i, m := range maps {
		for _, s := range indexes[i].Stages {
			add(journey.RefTo(s), s.Title, find.Brief(find.MapName(m, w)), "stage")
		}
	}
	for _, persona := range p.PersonasInOrder() {
		add(journey.RefTo(persona), persona.Name, w.T("finding.kind.persona"), "persona")
	}
	for i, m := range maps {
		name := ""
		if len(maps) > 1 {
			name = find.Brief(find.MapName(m, w)) + " › "
		}
		stage := map[journey.ID]string{}
		for _, s := range indexes[i].Stages {
			stage[s.ID] = name + find.Brief(s.Title)
		}
		for _, c := range indexes[i].CardsInOrder() {
			title := c.Title
			if title == "" {
				title = c.Text
			}
			add(journey.RefTo(c), title, stage[c.StageID], "touchpoint")
		}
	}
	return list
}

func idOf(ref journey.Ref) string { return string(ref.Kind) + ":" + string(ref.ID) }

// Ref returns the record that an Item of Places stands for; zero for any other.
func (it *Item) Ref() journey.Ref {
	if !it.Place {
		return journey.Ref{}
	}
	for i := range len(it.ID) {
		if it.ID[i] == ':' {
			return journey.Ref{Kind: journey.Kind(it.ID[:i]), ID: journey.ID(it.ID[i+1:])}
		}
	}
	return journey.Ref{}
}
