package outline

import (
	"cmp"
	"slices"
	"strings"

	"jejak/data/edit"
	"jejak/data/journey"
)

// lanesRef stands for the branch of the lanes, which is no record.
var lanesRef = journey.Ref{Kind: journey.KindLane}

// node is a line of the tree.
type node struct {
	ref   journey.Ref
	level int8
	folds bool // it has something below it
	open  bool // which is shown
	count int  // of cards, or of lanes
}

// column is a stage as a whole, or a step of it.
type column struct{ stage, step journey.ID }

// leaf is a card as the tree keeps it.
type leaf struct {
	id   journey.ID
	lane int // place of its lane on the map
	rank journey.Rank
}

func compareLeaves(a, b leaf) int {
	return cmp.Or(cmp.Compare(a.lane, b.lane), strings.Compare(string(a.rank), string(b.rank)),
		strings.Compare(string(a.id), string(b.id)))
}

// tree is the map as stages, steps and cards. An edit touches only the columns it is about, so that
// it costs the same on a large map as on a small one.
type tree struct {
	p      journey.Project
	mapID  journey.ID
	stages []journey.Stage
	steps  map[journey.ID][]journey.Step // by stage
	lanes  []journey.Lane
	place  map[journey.ID]int // of a lane
	cells  map[column][]leaf
	open   map[journey.Ref]bool // branches; the map's own is kept the other way round
}

func newTree() *tree { return &tree{open: map[journey.Ref]bool{}} }

// read takes a map in anew.
func (t *tree) read(p journey.Project, mapID journey.ID) {
	t.p, t.mapID = p, mapID
	t.readColumns()
	t.readLanes()
	t.cells = map[column][]leaf{}
	for c := range p.Cards.All() {
		if c.MapID == mapID {
			at := column{c.StageID, c.StepID}
			t.cells[at] = append(t.cells[at], t.leafOf(c))
		}
	}
	for _, cell := range t.cells {
		slices.SortFunc(cell, compareLeaves)
	}
}

func (t *tree) readColumns() {
	t.stages = t.p.StagesOf(t.mapID)
	t.steps = make(map[journey.ID][]journey.Step, len(t.stages))
	if t.p.Steps.Len() == 0 {
		return
	}
	for _, s := range t.stages {
		t.steps[s.ID] = t.p.StepsOf(s.ID)
	}
}

func (t *tree) readLanes() {
	t.lanes = t.p.LanesOf(t.mapID)
	t.place = make(map[journey.ID]int, len(t.lanes))
	for i, l := range t.lanes {
		t.place[l.ID] = i
	}
}

func (t *tree) leafOf(c journey.Card) leaf { return leaf{c.ID, t.place[c.LaneID], c.Rank} }

// change follows an edit of the document.
func (t *tree) change(c edit.Change) {
	t.p = c.After
	columns, lanes := false, false
	see := func(rec journey.Record) {
		switch rec.(type) {
		case journey.Stage, journey.Step:
			columns = true
		case journey.Lane:
			lanes = true
		}
	}
	for _, u := range c.Diff.Updated {
		see(u.From)
	}
	for _, rec := range slices.Concat(c.Diff.Added, c.Diff.Removed) {
		see(rec)
	}
	if lanes {
		t.read(c.After, t.mapID) // the order of the cards hangs on the lanes
		return
	}
	if columns {
		t.readColumns()
	}
	for _, rec := range c.Diff.Removed {
		t.take(rec)
	}
	for _, u := range c.Diff.Updated {
		from, was := u.From.(journey.Card)
		to, is := u.To.(journey.Card)
		if was && is && from.Cell() == to.Cell() && from.Rank == to.Rank {
			continue
		}
		t.take(u.From)
		t.put(u.To)
	}
	for _, rec := range c.Diff.Added {
		t.put(rec)
	}
}

func (t *tree) take(rec journey.Record) {
	c, ok := rec.(journey.Card)
	if !ok || c.MapID != t.mapID {
		return
	}
	at := column{c.StageID, c.StepID}
	if i, ok := slices.BinarySearchFunc(t.cells[at], t.leafOf(c), compareLeaves); ok {
		t.cells[at] = slices.Delete(t.cells[at], i, i+1)
	}
}

func (t *tree) put(rec journey.Record) {
	c, ok := rec.(journey.Card)
	if !ok || c.MapID != t.mapID {
		return
	}
	at, l := column{c.StageID, c.StepID}, t.leafOf(c)
	i, _ := slices.BinarySearchFunc(t.cells[at], l, compareLeaves)
	t.cells[at] = slices.Insert(t.cells[at], i, l)
}

// isOpen reports whether what is below a branch is shown: that of the map unless it was folded, of
// others if they were unfolded.
func (t *tree) isOpen(ref journey.Ref) bool { return t.open[ref] != (ref.Kind == journey.KindMap) }

func (t *tree) setOpen(ref journey.Ref, on bool) {
	t.open[ref] = on != (ref.Kind == journey.KindMap)
}

// lines lists the tree from the top, all of it or what is not folded away.
func (t *tree) lines(all bool) []node {
	if !t.p.Maps.Has(t.mapID) {
		return nil
	}
	var list []node
	branch := func(ref journey.Ref, level int8, count, below int) bool {
		open := all || t.isOpen(ref)
		list = append(list, node{ref: ref, level: level, count: count, folds: below > 0, open: open && below > 0})
		return open
	}
	cards := func(at column, level int8) {
		for _, l := range t.cells[at] {
			list = append(list, node{ref: journey.Ref{Kind: journey.KindCard, ID: l.id}, level: level})
		}
	}
	if !branch(journey.Ref{Kind: journey.KindMap, ID: t.mapID}, 0, 0, len(t.stages)+len(t.lanes)) {
		return list
	}
	for _, s := range t.stages {
		steps, n := t.steps[s.ID], len(t.cells[column{s.ID, ""}])
		for _, st := range steps {
			n += len(t.cells[column{s.ID, st.ID}])
		}
		if !branch(journey.Ref{Kind: journey.KindStage, ID: s.ID}, 1, n, n+len(steps)) {
			continue
		}
		cards(column{s.ID, ""}, 2)
		for _, st := range steps {
			at := column{s.ID, st.ID}
			if branch(journey.Ref{Kind: journey.KindStep, ID: st.ID}, 2, len(t.cells[at]), len(t.cells[at])) {
				cards(at, 3)
			}
		}
	}
	if len(t.lanes) > 0 && branch(lanesRef, 1, len(t.lanes), len(t.lanes)) {
		for _, l := range t.lanes {
			list = append(list, node{ref: journey.Ref{Kind: journey.KindLane, ID: l.ID}, level: 2})
		}
	}
	return list
}

// parent returns the branch that a line stands below; the zero Ref for the map.
func (t *tree) parent(ref journey.Ref) journey.Ref {
	root := journey.Ref{Kind: journey.KindMap, ID: t.mapID}
	switch ref.Kind {
	case journey.KindStage:
		return root
	case journey.KindLane:
		if ref == lanesRef {
			return root
		}
		return lanesRef
	case journey.KindStep:
		s, _ := t.p.Steps.Get(ref.ID)
		return journey.Ref{Kind: journey.KindStage, ID: s.StageID}
	case journey.KindCard:
		c, _ := t.p.Cards.Get(ref.ID)
		if c.StepID != "" {
			return journey.Ref{Kind: journey.KindStep, ID: c.StepID}
		}
		return journey.Ref{Kind: journey.KindStage, ID: c.StageID}
	}
	return journey.Ref{}
}

// uncover unfolds all branches above a line, and reports whether any was folded.
func (t *tree) uncover(ref journey.Ref) bool {
	any := false
	for at := t.parent(ref); !at.IsZero(); at = t.parent(at) {
		if !t.isOpen(at) {
			t.setOpen(at, true)
			any = true
		}
	}
	return any
}

// holds reports whether the tree has a line for a record.
func (t *tree) holds(ref journey.Ref) bool {
	switch ref.Kind {
	case journey.KindMap:
		return ref.ID == t.mapID
	case journey.KindStage, journey.KindStep, journey.KindCard:
		return t.p.MapOf(ref) == t.mapID
	case journey.KindLane:
		return ref == lanesRef || t.p.MapOf(ref) == t.mapID
	}
	return false
}
