// Package fragment holds part of a map by itself: what lies between copying and pasting, within
// a map or from one project into another, and where it fits on a map.
//
// It stands below both its users, data/edit, which pastes fragments, and data/exchange, which
// writes and reads them as text, so that neither has to know the other. A Fragment is an immutable
// value and may be read from any goroutine.
package fragment

import (
	"errors"
	"fmt"
	"slices"

	"jejak/data/journey"
)

// Fragment is what was copied: a project of its own that is sound by itself. It holds one map
// with the stages, lanes and cards copied and what belongs to them; the tags, channels, pictures,
// personas and metrics these name; and, cut down to their titles, the other stages, steps and
// lanes of the map, so that it is known where the copied stood. The zero Fragment holds nothing.
type Fragment struct {
	project journey.Project
	chosen  []journey.Ref
}

// Project returns the records. Every card in it is copied; a stage or lane is only if Chosen
// names it.
func (f Fragment) Project() journey.Project { return f.project }

// Chosen returns what was copied, in the order of the map: stages, then lanes, then the cards that
// stand in none of them. The caller must not write to it.
func (f Fragment) Chosen() []journey.Ref { return f.chosen }

// IsEmpty reports whether nothing was copied.
func (f Fragment) IsEmpty() bool { return len(f.chosen) == 0 }

// Index returns the records as they stand on the map of the fragment.
func (f Fragment) Index() *journey.Index {
	for m := range f.project.Maps.All() {
		return journey.NewIndex(f.project, m.ID)
	}
	return journey.NewIndex(f.project, "")
}

// Whole reports whether stages or lanes were copied, not just cards.
func (f Fragment) Whole() bool {
	return slices.ContainsFunc(f.chosen, func(r journey.Ref) bool { return r.Kind != journey.KindCard })
}

// kinds lists what a Fragment may hold. Comments stay behind: they are talk about the very
// record they stand at.
var kinds = []journey.Kind{
	journey.KindImage, journey.KindTag, journey.KindChannel, journey.KindPersona, journey.KindMetric,
	journey.KindMap, journey.KindAppearance, journey.KindStage, journey.KindStep, journey.KindLane,
	journey.KindCard, journey.KindPoint, journey.KindLink, journey.KindMeasurement, journey.KindAction,
}

// New makes a Fragment of records from elsewhere, such as the clipboard. Records of kinds that a
// Fragment does not hold are left out. It is an error if what stays is not sound, is not of
// exactly one map, or does not hold what is chosen.
func New(p journey.Project, chosen []journey.Ref) (Fragment, error) {
	var recs []journey.Record
	for _, k := range kinds {
		for rec := range p.OfKind(k) {
			recs = append(recs, rec)
		}
	}
	f := Fragment{project: journey.FromRecords(recs), chosen: slices.Clone(chosen)}
	if n := f.project.Maps.Len(); n != 1 {
		return Fragment{}, fmt.Errorf("make a fragment: it has %d maps, not one", n)
	}
	if len(chosen) == 0 {
		return Fragment{}, errors.New("make a fragment: nothing is chosen in it")
	}
	had := make(map[journey.Ref]bool, len(chosen))
	for _, ref := range chosen {
		fits := ref.Kind == journey.KindStage || ref.Kind == journey.KindLane || ref.Kind == journey.KindCard
		if !fits || had[ref] || !f.project.Has(ref) {
			return Fragment{}, fmt.Errorf("make a fragment: %s %q can not be chosen", ref.Kind, ref.ID)
		}
		had[ref] = true
	}
	if found := journey.Validate(f.project); len(found) > 0 {
		return Fragment{}, fmt.Errorf("make a fragment: %s %q: %s %s", found[0].Ref.Kind, found[0].Ref.ID, found[0].Field, found[0].Code)
	}
	return f, nil
}
