package journey

import (
	"slices"
	"strings"
)

// Validate returns everything that is wrong with p, by kind and ID; nil for a sound project. A
// project without Info is sound: it gets one when something is said of it.
func Validate(p Project) []Finding {
	var found []Finding
	for rec := range p.Unordered() {
		found = append(found, Check(p, rec)...)
	}
	found = append(found, doubles(p)...)
	found = append(found, strangers(p)...)
	found = append(found, circles(p)...)
	slices.SortStableFunc(found, func(a, b Finding) int {
		if a.Ref.Kind != b.Ref.Kind {
			return slices.Index(Kinds, a.Ref.Kind) - slices.Index(Kinds, b.Ref.Kind)
		}
		if c := strings.Compare(string(a.Ref.ID), string(b.Ref.ID)); c != 0 {
			return c
		}
		return strings.Compare(string(a.Code)+a.Field, string(b.Code)+b.Field)
	})
	return found
}

// doubles finds records there may only be one of: the Info, a persona on a map, a point of one
// curve at one place. Of several the one with the least ID is the right one.
func doubles(p Project) []Finding {
	var found []Finding
	add := func(rec Record, field string) {
		found = append(found, Finding{Ref: RefTo(rec), Name: NameOf(rec), Code: Twice, Field: field})
	}
	for _, in := range ordered(p.Infos, nil)[min(1, p.Infos.Len()):] {
		add(in, "")
	}
	type once struct {
		mapID, personaID ID
		at               Ref
	}
	seen := map[once]Record{}
	see := func(key once, rec Record, field string) {
		first, had := seen[key]
		if !had {
			seen[key] = rec
			return
		}
		if rec.RecordID() < first.RecordID() {
			seen[key], rec = rec, first
		}
		add(rec, field)
	}
	for a := range p.Appearances.All() {
		see(once{a.MapID, a.PersonaID, Ref{}}, a, "persona_id")
	}
	for pt := range p.Points.All() {
		see(once{pt.MapID, pt.PersonaID, pt.At}, pt, "at")
	}
	return found
}

// strangers finds points of personas who do not appear on the map.
func strangers(p Project) []Finding {
	type pair struct{ mapID, personaID ID }
	there := make(map[pair]bool, p.Appearances.Len())
	for a := range p.Appearances.All() {
		there[pair{a.MapID, a.PersonaID}] = true
	}
	var found []Finding
	for pt := range p.Points.All() {
		if !there[pair{pt.MapID, pt.PersonaID}] && p.Personas.Has(pt.PersonaID) {
			found = append(found, Finding{Ref: RefTo(pt), Name: NameOf(pt), Code: NotOnMap, Field: "persona_id"})
		}
	}
	return found
}

// circles finds comments that come back to themselves by way of what they answer. Each comment
// answers one other at most, so walking on until something is met again finds every circle in
// time linear in the number of comments.
func circles(p Project) []Finding {
	var found []Finding
	walk := map[ID]int{} // by comment: the number of the walk that met it first
	n := 0
	for c := range p.Comments.All() {
		n++
		at := c
		for walk[at.ID] == 0 {
			walk[at.ID] = n
			next, ok := p.Comments.Get(at.ReplyID)
			if !ok || next.ID == at.ID {
				break
			}
			at = next
			if walk[at.ID] != n {
				continue
			}
			for start := at.ID; ; {
				found = append(found, Finding{Ref: RefTo(at), Name: NameOf(at), Code: CommentCycle, Field: "reply_id"})
				if at, _ = p.Comments.Get(at.ReplyID); at.ID == start {
					break
				}
			}
		}
	}
	return found
}
