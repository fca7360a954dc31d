package findings

import (
	"cmp"
	"slices"

	"jejak/data/insight"
	"jejak/data/journey"
)

// Tag is how often a tag is on the map, and where.
type Tag struct {
	Tag   journey.Tag
	Cards []journey.Ref // in the order of the journey
	In    []int         // cards, by stage
}

// Stages is in how many stages the tag is.
func (t Tag) Stages() int {
	n := 0
	for _, k := range t.In {
		if k > 0 {
			n++
		}
	}
	return n
}

// Tags lists the tags on a map, the one on most cards first, equal ones in the order of the project.
func Tags(p journey.Project, r insight.Report) []Tag {
	var list []Tag
	for _, tag := range p.TagsInOrder() {
		t := Tag{Tag: tag, In: make([]int, len(r.Facts))}
		for i, f := range r.Facts {
			t.Cards = append(t.Cards, f.Tagged[tag.ID]...)
			t.In[i] = len(f.Tagged[tag.ID])
		}
		if len(t.Cards) > 0 {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b Tag) int { return cmp.Compare(len(b.Cards), len(a.Cards)) })
	return list
}
