// Package blueprint makes a service blueprint of any other map, and lets it follow that map: what the
// customer does stays the map's, what stands behind it is the blueprint's own.
//
// Nothing is stored of what came from where: the ID of a stage, step or card of the blueprint is
// computed from its map's and that of what it came from. A copy of a blueprint has other IDs, and
// follows by titles.
package blueprint

import (
	"crypto/sha1"
	"fmt"
	"slices"

	"jejak/data/edit"
	"jejak/data/journey"
)

// The steps of a history, as keys of assets/words.
const (
	LabelDerive = "history.deriveBlueprint"
	LabelFollow = "history.followSource"
)

// Names are what is written on a new blueprint, in the language of the project.
type Names struct {
	Map      string // its title
	Customer string // title of the lane of what the customer does
	Hint     string // second voice under it
}

// behind are the lanes of a blueprint, with the line below each.
var behind = []struct {
	kind journey.LaneKind
	line journey.BlueprintLine
}{
	{journey.LaneEvidence, journey.NoLine},
	{journey.LaneActions, journey.LineOfInteraction},
	{journey.LaneFrontstage, journey.LineOfVisibility},
	{journey.LaneBackstage, journey.LineOfInternalInteracts},
	{journey.LaneSupport, journey.NoLine},
}

// Derive puts a service blueprint of a map behind that map: its personas, stages and steps, what the
// customer does in them (their touchpoints where no actions are told), and empty lanes for what
// stands behind it. An *edit.Error refuses a map that is not there.
func Derive(tx *edit.Tx, source journey.ID, n Names) (journey.ID, error) {
	const do = "derive blueprint"
	p := tx.Project()
	from, ok := p.Maps.Get(source)
	if !ok {
		return "", &edit.Error{Do: do, Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindMap, ID: source}}
	}
	id, err := edit.AddMap(tx, n.Map, journey.ServiceBlueprint)
	if err != nil {
		return "", err
	}
	maps := p.MapsInOrder()
	if i := slices.IndexFunc(maps, func(m journey.Map) bool { return m.ID == source }); i+1 < len(maps) {
		if err := edit.MoveMap(tx, id, maps[i+1].ID); err != nil {
			return "", err
		}
	}
	if err := edit.Update(tx, id, func(m *journey.Map) {
		m.Scenario, m.Expectations, m.Palette, m.Cycle, m.DerivedID = from.Scenario, from.Expectations, from.Palette, from.Cycle, source
	}); err != nil {
		return "", err
	}
	for _, a := range p.AppearancesOf(source) {
		if _, err := edit.AddAppearance(tx, id, a.PersonaID); err != nil {
			return "", err
		}
	}
	ranks := journey.RanksBetween("", "", len(behind))
	for i, b := range behind {
		lane := journey.Lane{ID: tx.NewID(), MapID: id, Rank: ranks[i], LaneKind: b.kind, Line: b.line}
		if b.kind == journey.LaneActions {
			lane.ID, lane.Title, lane.Hint = derived(id, "customer", ""), journey.CleanText(n.Customer), journey.CleanText(n.Hint)
		}
		tx.Put(lane)
	}
	_, err = Follow(tx, id)
	return id, err
}

// Source returns the map that a blueprint follows; false if it follows none that is there.
func Source(p journey.Project, mapID journey.ID) (journey.Map, bool) {
	m, ok := p.Maps.Get(mapID)
	if !ok || m.Type != journey.ServiceBlueprint || m.DerivedID == mapID {
		return journey.Map{}, false
	}
	return p.Maps.Get(m.DerivedID)
}

// What says what became of something when a blueprint followed its source. "blueprint.did." + What
// is its key in assets/words.
type What string

// The things that can be told.
const (
	Added     What = "added"
	Renamed   What = "renamed"
	Changed   What = "changed" // its goal or its band
	Moved     What = "moved"   // to another stage or step
	Reordered What = "reordered"
	Removed   What = "removed"
	Kept      What = "kept" // gone from the source, but with work of its own here
)

// Change is one thing that became different. Title is empty where all stages are meant.
type Change struct {
	What  What
	Kind  journey.Kind // stage, step or card
	Title string
	Was   string // the title before; of Renamed
}

// Follow brings a blueprint up to its source: stages and steps with titles, goals, bands and order,
// and what the customer does. What was added to the blueprint itself stays. It tells what it did,
// stages first; nothing if all was so already. An *edit.Error refuses a map without a source.
func Follow(tx *edit.Tx, mapID journey.ID) ([]Change, error) {
	source, ok := Source(tx.Project(), mapID)
	if !ok {
		return nil, &edit.Error{Do: "follow source", Reason: edit.NotThere, Ref: journey.Ref{Kind: journey.KindMap, ID: mapID}}
	}
	f := following{tx: tx, to: mapID, from: source.ID, stages: map[journey.ID]journey.ID{}, steps: map[journey.ID]journey.ID{}}
	for _, do := range []func() error{f.followStages, f.followSteps, f.followCards, f.dropStages} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	return f.changes, nil
}

// following is a Follow under way.
type following struct {
	tx            *edit.Tx
	from, to      journey.ID
	stages, steps map[journey.ID]journey.ID // what stands for those of the source
	changes       []Change
}

func (f *following) tell(what What, kind journey.Kind, title, was string) {
	f.changes = append(f.changes, Change{what, kind, title, was})
}

// derived is the ID of what came from a record of the source: a UUID of version 5.
func derived(mapID journey.ID, kind journey.Kind, id journey.ID) journey.ID {
	h := sha1.Sum([]byte("jejak blueprint\x00" + string(mapID) + "\x00" + string(kind) + "\x00" + string(id)))
	h[6], h[8] = h[6]&0x0f|0x50, h[8]&0x3f|0x80
	return journey.ID(fmt.Sprintf("%x-%x-%x-%x-%x", h[:4], h[4:6], h[6:8], h[8:10], h[10:16]))
}

// isDerived reports whether an ID was computed: what a person adds has random ones.
func isDerived(id journey.ID) bool { return len(id) == 36 && id[14] == '5' }
